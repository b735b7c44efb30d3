"""Read ``.outcomes``: each outcome with its fields, its brace and its table of figures.

Layer 2. Faults: DA017, DA019, DA024 to DA030.
"""

from __future__ import annotations

from typing import Any, cast

from decisionaid.model.outcome import Outcome
from decisionaid.model.sections import OutcomesSection
from decisionaid.read.faults import MISPLACED, UNKNOWN_ID
from decisionaid.read.sections.drafts import Draft, Part
from decisionaid.read.sections.figure_table import read_cells
from decisionaid.read.sections.measuring import FIELDS, Measures, MeasuresReader
from decisionaid.read.sections.reading import Reader
from decisionaid.read.text.blocks import Block, ItemList, Paragraph, Table
from decisionaid.read.text.inlines import read_words
from decisionaid.text import Path


def read_outcomes(
    reader: Reader, draft: Draft, heading: str, path: Path, measuring: MeasuresReader
) -> OutcomesSection:
    """Return a section of outcomes."""
    lists = [block for block in draft.blocks if isinstance(block, ItemList)]
    words = [block for block in draft.blocks if not isinstance(block, ItemList)]
    shared = measuring.read(lists, FIELDS, "an outcome")
    used: set[str] = set()
    outcomes = [
        _outcome(reader, part, (*path, "outcomes", number), measuring, (shared, used))
        for number, part in enumerate(draft.parts)
    ]
    for name in shared.spans.keys() - used:
        reader.ledger.fault(
            MISPLACED,
            shared.spans[name],
            "no outcome below uses this field of the section",
            "take it out here, or take it out of an outcome that shall use this one",
        )
    return OutcomesSection(heading=heading, body=reader.body(words, path), outcomes=tuple(outcomes))


def _outcome(
    reader: Reader,
    part: Part,
    path: Path,
    measuring: MeasuresReader,
    section: tuple[Measures, set[str]],
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
    shared, used = section
    own = measuring.read(lists, FIELDS, "an outcome")
    used |= shared.spans.keys() - own.spans.keys()
    measures = own.over(shared)
    measures = measuring.inherited(measures)
    measuring.put(measures, path)
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
        cells=read_cells(reader, part, tables, path),
        comparisons=tuple(measures.values.pop("comparisons", ())),
        **measures.values,
    )


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
