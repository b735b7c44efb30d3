"""Read ``.outcomes``: each outcome with its fields, its brace and its figures, whether it is a part or a row.

Layer 2. Faults: DA017, DA019, DA024 to DA030.
"""

from __future__ import annotations

from typing import Any, cast

from decisionaid.model.figure import NUMERIC, DifferenceFrom
from decisionaid.model.outcome import Cell, Outcome, PublishedDifference, PublishedRatio
from decisionaid.model.sections import OutcomesSection
from decisionaid.read.faults import BAD_FIGURE, UNKNOWN_ID
from decisionaid.read.ledger import quoted
from decisionaid.read.sections.drafts import Draft, Part
from decisionaid.read.sections.figure_table import Above, read_cells, whole_of
from decisionaid.read.sections.measuring import FIELDS, Measures, MeasuresReader
from decisionaid.read.sections.reading import Reader
from decisionaid.read.sections.said_above import SaidAbove, read_above
from decisionaid.read.sections.study_rows import StudyReader
from decisionaid.read.text.blocks import Block, ItemList, Paragraph, Table
from decisionaid.read.text.inlines import read_words
from decisionaid.text import Path


def read_outcomes(
    reader: Reader, draft: Draft, heading: str, path: Path, measuring: MeasuresReader
) -> OutcomesSection:
    """Return a section of outcomes."""
    lists = [block for block in draft.blocks if isinstance(block, ItemList)]
    words = [block for block in draft.blocks if not isinstance(block, ItemList)]
    above = read_above(reader, measuring, lists)
    said = [above]
    tables: dict[int, StudyReader] = {}
    outcomes: list[Outcome] = []
    for number, part in enumerate(draft.parts):
        place = (*path, "outcomes", number)
        if part.row is None:
            outcomes.append(_outcome(reader, part, place, measuring, above))
            continue
        table = part.row.table
        study = tables.get(id(table))
        if study is None:
            own = next(
                (each.above for each in tables.values() if each.fields is table.fields), None
            )
            if own is None and table.fields:
                own = read_above(reader, measuring, table.fields)
                said.append(own)
            study = tables[id(table)] = StudyReader(reader, measuring, table, own or above)
        outcomes.append(_of_row(reader, part, place, study))
    for each in said:
        each.report_unused(reader)
    return OutcomesSection(heading=heading, body=reader.body(words, path), outcomes=tuple(outcomes))


def _of_row(reader: Reader, part: Part, path: Path, study: StudyReader) -> Outcome:
    reader.span(path, part.words if part.words.text else part.attributes.id or part.words)
    reader.ledger.rows.add(path)
    own, cells = study.read(part, path)
    return _made(reader, part, path, (own, study.above, study.measuring), cells)


def _outcome(
    reader: Reader, part: Part, path: Path, measuring: MeasuresReader, above: SaidAbove
) -> Outcome:
    reader.span(path, part.words)
    lists: list[ItemList] = []
    tables: list[Table] = []
    for block in part.blocks:
        if isinstance(block, ItemList):
            lists.append(block)
        elif isinstance(block, Table):
            tables.append(block)
        else:
            reader.misplaced(block, "under an outcome", _fix(block))
    own = measuring.read(lists, FIELDS, "an outcome")
    cells = read_cells(reader, part, tables, path, Above(above.answers, above.used_answers))
    return _made(reader, part, path, (own, above, measuring), cells)


def _made(
    reader: Reader,
    part: Part,
    path: Path,
    said: tuple[Measures, SaidAbove, MeasuresReader],
    cells: tuple[Cell, ...],
) -> Outcome:
    """Return an outcome from what it says itself, what stands above it, and its cells."""
    own, above, measuring = said
    if not above.whole:
        reader.ledger.unread.add((*path, "cells"))
    above.used |= above.measures.spans.keys() - own.spans.keys()
    measures = measuring.inherited(own.over(above.measures))
    is_read = (*path, "cells") not in reader.ledger.unread
    if "comparisons" not in own.spans and is_read and _has_one_figure(cells):
        _without_answer(measures)
    measuring.put(measures, path)
    if whole := whole_of(reader, part, cells, path):
        measures.values["count"] = _count(reader, part, measures.values.get("count"), whole)
    return Outcome(
        id=part.id,
        label=read_words(part.words, reader.ledger, "the name of an outcome"),
        direction=cast("Any", part.kind or "neutral"),
        series=_series(reader, part, path),
        estimate_of=_estimate_of(reader, part, path),
        stratum=stratum_of(reader, part, path),
        more=part.attributes.has("more"),
        sensitive=part.attributes.has("sensitive"),
        grid=part.attributes.has("grid"),
        cells=cells,
        comparisons=tuple(measures.values.pop("comparisons", ())),
        **measures.values,
    )


def _count(reader: Reader, part: Part, said: tuple[str, str] | None, whole: str) -> tuple[str, str]:
    """Return what the row counts; its field has the word for one, and must mean the same as its cells."""
    if said is not None and said[1] != whole:
        message = f"'Count:' says {quoted(said[1])}, and the figures are of {quoted(whole)}"
        fix = "write the same words in both"
        reader.ledger.fault(BAD_FIGURE, part.words.span(), message, fix)
    return said or ("", whole)


def _has_one_figure(cells: tuple[Cell, ...]) -> bool:
    figures = [each.figure for each in cells if isinstance(each.figure, NUMERIC)]
    return sum(not isinstance(each, DifferenceFrom) for each in figures) == 1


def _without_answer(measures: Measures) -> None:
    """Leave out an answer on differences that stands above: of one figure there is none to speak of."""
    kept = [
        each
        for each in measures.values.get("comparisons", ())
        if isinstance(each, PublishedRatio | PublishedDifference)
    ]
    if not kept:
        measures.values.pop("comparisons", None)


def _fix(block: Block) -> str:
    if isinstance(block, Paragraph):
        name, colon, value = block.words.text.partition("\n")[0].partition(":")
        if colon and name in FIELDS:
            return f"put a hyphen and a space before each line: '- {name}: {value.strip()}'"
        return "write it as a field: '- Note: one sentence for the reader'"
    return "take it out"


def _series(reader: Reader, part: Part, path: Path) -> str | None:
    value = part.attributes.value("series")
    if value is None:
        return None
    reader.span((*path, "series"), value)
    return value.text


def _estimate_of(reader: Reader, part: Part, path: Path) -> str | None:
    value = part.attributes.value("estimate-of")
    if value is None:
        return None
    reader.span((*path, "estimate_of"), value)
    if value.text == part.id:
        message = f"'{part.id}' is called an estimate of itself"
        fix = "name another outcome that estimates the same thing"
        reader.ledger.fault(UNKNOWN_ID, value.span(), message, fix)
        return None
    return reader.names.one(value, reader.names.outcomes, "outcome", UNKNOWN_ID)


def stratum_of(reader: Reader, part: Part, path: Path) -> str | None:
    """Return the stratum a part is for, or None for everybody."""
    value = part.attributes.value("stratum")
    if value is None:
        return None
    reader.span((*path, "stratum"), value)
    return reader.names.one(value, reader.names.strata, "stratum", UNKNOWN_ID)
