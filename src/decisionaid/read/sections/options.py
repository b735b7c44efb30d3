"""Read ``.options`` and ``.compare``: the options, and what they are like in words.

Layer 2. Faults: DA014 to DA019, DA024, DA025, DA027 to DA030.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from decisionaid.model.figure import NotApplicable, NotFound, NotKnown
from decisionaid.model.sections import (
    CellWords,
    CompareCell,
    CompareContent,
    CompareRow,
    CompareSection,
    NotOffered,
    Option,
    OptionsSection,
)
from decisionaid.read.faults import (
    BAD_FIELD_VALUE,
    DUPLICATE_FIELD,
    EMPTY_CELL,
    MISPLACED,
    MISSING_CLASS,
    TABLE_SHAPE,
    UNKNOWN_FIELD,
)
from decisionaid.read.figures.measures import after, is_no_reason, says_nothing
from decisionaid.read.ledger import quoted
from decisionaid.read.sections.drafts import CompareRowDraft, Draft, Part
from decisionaid.read.sections.easy import read_easy
from decisionaid.read.sections.outcomes import stratum_of
from decisionaid.read.sections.reading import Reader
from decisionaid.read.text.attributes import Allowed, check_allowed, split_attributes
from decisionaid.read.text.blocks import Block, ItemList, Paragraph, Row
from decisionaid.read.text.fields import Field, read_fields
from decisionaid.read.text.inlines import read_words
from decisionaid.read.text.passages import Passage
from decisionaid.text import Path, Span

_NOT_OFFERED = "Not offered"
_BRACE = Allowed("'Not offered:'", id=False, keys=("source",))


def read_options(reader: Reader, draft: Draft, heading: str, path: Path) -> OptionsSection:
    """Return the section of options."""
    options = [
        _option(reader, part, (*path, "options", number)) for number, part in enumerate(draft.parts)
    ]
    return OptionsSection(
        heading=heading,
        body=reader.body(draft.blocks, path),
        options=tuple(options),
    )


def _option(reader: Reader, part: Part, path: Path) -> Option:
    reader.span(path, part.words)
    blocks: list[Block] = []
    reason: NotOffered | None = None
    found: Field | None = None
    for block in part.blocks:
        fields = _not_offered(reader, block)
        if fields is None:
            blocks.append(block)
        for each in fields or ():
            found = each
            reason = _reason(reader, each, (*path, "not_offered")) or reason
    _check_class(reader, part, found)
    name = part.attributes.value("name")
    if name is not None:
        reader.span((*path, "in_sentence"), name)
    return Option(
        id=part.id,
        name=read_words(part.words, reader.ledger, "the name of an option"),
        in_sentence=name.text if name else None,
        kind=cast("Any", part.kind or "active"),
        not_offered=reason,
        stratum=stratum_of(reader, part, path),
        body=reader.body(blocks, path),
        easy=read_easy(reader, part.easy, path),
    )


def _not_offered(reader: Reader, block: Block) -> list[Field] | None:
    """Return the fields of a list that begins with ``Not offered:``, or None for other blocks."""
    if not isinstance(block, ItemList) or not block.items:
        return None
    first = block.items[0].blocks[0] if block.items[0].blocks else None
    if not isinstance(first, Paragraph):
        return None
    opening, colon, _ = first.words.text[:40].partition(":")
    if not colon or not opening.lower().replace("-", " ").startswith("not off"):
        return None
    return read_fields(block, (_NOT_OFFERED,), "an option", reader.ledger)


def _reason(reader: Reader, each: Field, path: Path) -> NotOffered | None:
    bare, attributes = split_attributes(each.value, reader.ledger)
    check_allowed(attributes, _BRACE, reader.ledger)
    reader.ledger.spans.put(path, each.span)
    sources = reader.names.sources_in(attributes.value("source"), (*path, "sources"))
    words = read_words(bare, reader.ledger, "'Not offered:'")
    return NotOffered(reason=words, sources=sources) if words else None


def _check_class(reader: Reader, part: Part, found: Field | None) -> None:
    marked = part.attributes.has("not-offered")
    if marked and found is None:
        reader.ledger.fault(
            UNKNOWN_FIELD,
            part.words.span(),
            f"{quoted(part.words.text)} is not offered, and no reason stands below it",
            "write below its text: '- Not offered: reason'",
        )
    if found is not None and not marked:
        reader.ledger.fault(
            MISSING_CLASS,
            found.span,
            f"{quoted(part.words.text)} has a reason for not being offered, and no '.not-offered'",
            "write '.not-offered' into the brace of its heading",
        )


def read_compare(reader: Reader, draft: Draft, heading: str, path: Path) -> CompareSection:
    """Return a section that compares options in words."""
    columns = _columns(reader, draft.header, draft.rows) if draft.header else []
    rows = [
        _row(reader, row, columns, (*path, "rows", number)) for number, row in enumerate(draft.rows)
    ]
    return CompareSection(heading=heading, body=reader.body(draft.blocks, path), rows=tuple(rows))


def _columns(reader: Reader, header: Row, rows: Sequence[CompareRowDraft]) -> list[str | None]:
    """Return the option of each column after the first; None: not known, or there twice."""
    if header.cells[0].text:
        message = f"the corner of this table must be empty: {quoted(header.cells[0].text)}"
        fix = "write '| | first-option | second-option |'"
        reader.ledger.fault(TABLE_SHAPE, header.cells[0].span(), message, fix)
    columns: list[str | None] = []
    for number, cell in enumerate(header.cells[1:], 1):
        below = [row.row.cells[number].span() for row in rows if number < len(row.row.cells)]
        also = [_from_to(below[0], below[-1])] if below else []
        if not cell.text:
            message = "a column of this table names no option"
            reader.ledger.fault(EMPTY_CELL, cell.span(), message, "write its id", also)
            columns.append(None)
            continue
        option = reader.names.option(cell, also=also, taken=columns)
        if option is not None and option in columns:
            message = f"'{option}' has two columns in this table"
            reader.ledger.fault(DUPLICATE_FIELD, cell.span(), message, "keep one of the two", also)
            option = None
        columns.append(option)
    return columns


def _from_to(first: Span, last: Span) -> Span:
    return Span(first.line, first.column, last.end_line, last.end_column)


def _row(
    reader: Reader, draft: CompareRowDraft, columns: list[str | None], path: Path
) -> CompareRow:
    reader.span(path, draft.words)
    kind = "involves" if draft.attributes.has("involves") else "other"
    if draft.attributes.has("experience"):
        if kind == "involves":
            reader.ledger.fault(
                MISSING_CLASS,
                draft.words.span(),
                f"{quoted(draft.words.text)} is both '.involves' and '.experience'",
                "keep one of the two",
            )
        kind = "experience"
    question = read_words(draft.words, reader.ledger, "the question of a row")
    if not question:
        message = "this row asks nothing"
        fix = "write its question into its first cell: 'What do I do? {#involves}'"
        reader.ledger.fault(EMPTY_CELL, draft.row.span, message, fix)
    cells = _cells(reader, draft.row, columns, path)
    value = draft.attributes.value("source")
    if value is not None:
        reader.span((*path, "sources"), value)
    return CompareRow(
        id=draft.id,
        question=question,
        kind=cast("Any", kind),
        grid=draft.attributes.has("grid"),
        sources=reader.names.sources_in(value, (*path, "sources")),
        cells=cells,
    )


def _cells(
    reader: Reader, row: Row, columns: list[str | None], path: Path
) -> tuple[CompareCell, ...]:
    given = list(zip(columns, row.cells[1:], strict=False))
    if not row.whole or None in columns:
        reader.ledger.unread.add((*path, "cells"))
    found: dict[str, tuple[CompareContent | None, Span]] = {}
    for option, cell in given:
        content = _content(reader, cell, option or "")
        if option is not None:
            found[option] = (content, cell.span() if cell.text else row.span)
    cells: list[CompareCell] = []
    for option in reader.names.options:
        if option in found:
            content, span = found[option]
            at = (*path, "cells", len(cells))
            reader.ledger.spans.put(at, span)
            if content is None:
                reader.ledger.unread.add(at)
            cells.append(CompareCell(option=option, content=content))
    return tuple(cells)


def _content(reader: Reader, cell: Passage, option: str) -> CompareContent | None:
    text = cell.text
    if says_nothing(text):
        said = f"says nothing: {quoted(text)}" if text else "is empty"
        reader.ledger.fault(
            EMPTY_CELL,
            cell.span(),
            f"the cell of '{option}' {said}",
            "write words, or 'not known: reason' if nobody asked, or 'not applicable: reason'",
        )
        return None
    for opening, make in (
        ("not known", NotKnown),
        ("not found", NotFound),
        ("not applicable", NotApplicable),
    ):
        if text.rstrip(":. ").lower() == opening:
            fix = f"write it as '{opening}: reason'"
            message = f"{quoted(text)} gives no reason"
            reader.ledger.fault(BAD_FIELD_VALUE, cell.span(), message, fix)
            return None
        if (reason := after(text, opening)) is not None:
            if is_no_reason(reason):
                reader.ledger.fault(
                    BAD_FIELD_VALUE,
                    cell.span(),
                    f"{quoted(text)} gives no reason",
                    f"say why, as to a patient: '{opening}: nobody asked people'",
                )
                return None
            passage = cell.cut(len(text) - len(reason))
            return make(reason=read_words(passage, reader.ledger, "a reason"))
    bare, attributes = split_attributes(cell, reader.ledger, prose=True)
    if attributes.keys or attributes.classes or attributes.id:
        reader.ledger.fault(
            MISPLACED,
            cell.span(),
            "a brace stands in a cell of words",
            "put it into the first cell of the row: 'What do I do? {#involves source=its-id}'",
        )
    return CellWords(inlines=reader.prose.inlines(bare))
