"""Find the tables of outcomes in a section: outcomes down, options and fields across.

Layer 2. Each row becomes a part like one under ``###``, with the table it stands in. Fields right
above a table are its own. Faults: DA024, DA025, DA030 and those of ids and braces.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from decisionaid.read.faults import EMPTY_CELL, MISPLACED, TABLE_SHAPE
from decisionaid.read.ids import Ids
from decisionaid.read.ledger import Ledger, quoted, to_paste
from decisionaid.read.sections.drafts import Draft, Part, RowOfTable, StudyTable
from decisionaid.read.sections.measuring import FIELDS
from decisionaid.read.sections.roles import PARTS, Role
from decisionaid.read.sections.said_above import NOT_IN_STUDY
from decisionaid.read.text.attributes import Attributes, check_allowed, split_attributes
from decisionaid.read.text.blocks import Block, ItemList, Paragraph, Row, Table, list_span
from decisionaid.read.text.passages import Passage
from decisionaid.read.text.tables import read_rows
from decisionaid.text import Span

OWN_HEADER = ("option", "figure")
"""The first line of the table of one outcome."""
WITH_A_ROW = 2
"""Lines that a table with one row has, its ruler left out."""


@dataclass
class _Walk:
    """What has been met on the way through the blocks of a section."""

    waiting: list[ItemList] = field(default_factory=list)
    """Fields that belong to the table below them, if one comes."""
    above: list[ItemList] = field(default_factory=list)
    """Fields of the table before, which hold for one right below it."""
    tables: int = 0


class StudyTables:
    """Part a section of outcomes into the rows of its tables and its ``###`` parts."""

    def __init__(self, ledger: Ledger) -> None:
        """Keep where to report."""
        self.ledger = ledger

    def expand(self, section: Draft) -> None:
        """Take the tables out of a section; ``section.parts`` has a part for each row afterwards."""
        parts: list[Part] = []
        section.blocks = self._under_section(section.blocks, parts)
        for part in section.parts:
            parts.append(part)
            part.blocks = self._under_part(part.blocks, parts)
        section.parts = parts

    def _under_section(self, blocks: list[Block], parts: list[Part]) -> list[Block]:
        """Return what stands under the heading of the section itself."""
        kept: list[Block] = []
        walk = _Walk()
        for block in blocks:
            if isinstance(block, ItemList):
                walk.waiting.append(block)
            elif isinstance(block, Table) and not self._of_one_outcome(block):
                self._take(block, walk, parts)
            else:
                kept += walk.waiting
                kept.append(block)
                walk.waiting, walk.above = [], []
                if walk.tables:
                    self._below(block, "words stand below a table of outcomes")
        return kept + walk.waiting

    def _under_part(self, blocks: list[Block], parts: list[Part]) -> list[Block]:
        """Return what belongs to the outcome of a ``###`` itself."""
        kept: list[Block] = []
        walk = _Walk()
        has_figures = False
        for block in blocks:
            if isinstance(block, ItemList) and (has_figures or walk.tables):
                walk.waiting.append(block)
            elif isinstance(block, Table) and self._of_many(block, behind=has_figures):
                self._take(block, walk, parts)
            else:
                kept += walk.waiting
                kept.append(block)
                walk.waiting, walk.above = [], []
                has_figures = has_figures or isinstance(block, Table)
                if walk.tables:
                    self._below(block, "this stands below a table of outcomes")
        if walk.tables and walk.waiting:
            for fields in walk.waiting:
                self._below(fields, "fields stand below a table of outcomes")
            return kept
        return kept + walk.waiting

    def _below(self, block: Block, message: str) -> None:
        span = block.words.span() if not isinstance(block, ItemList | Table) else None
        if isinstance(block, ItemList):
            span = list_span(block)
        elif isinstance(block, Table):
            span = block.whole
        fix = "put it above the table, or write it as '- Note: ...' there"
        if isinstance(block, Paragraph) and (fields := _fields_in(block.words.text)):
            fix = f"put it above the table, each with a hyphen and a space before it: {fields}"
        self.ledger.fault(MISPLACED, span or Span.on_line(1, 1, 1), message, fix)

    def _take(self, block: Table, walk: _Walk, parts: list[Part]) -> None:
        walk.tables += 1
        walk.above = walk.waiting or walk.above
        walk.waiting = []
        rows = read_rows(block, self.ledger)
        if len(rows) < WITH_A_ROW:
            for fields in walk.above:
                message = "the table below these fields has no row that can be read"
                fix = "mend the table; its rows stand below the line of hyphens"
                self.ledger.fault(MISPLACED, list_span(fields), message, fix, also=(block.whole,))
        if not rows:
            return
        header, *below = rows
        if header.cells[0].text:
            self.ledger.fault(
                TABLE_SHAPE,
                header.cells[0].span(),
                f"the corner of a table of outcomes must be empty: {quoted(header.cells[0].text)}",
                "write '| | Time | first-option | second-option |'",
            )
        table = StudyTable(header, below, walk.above)
        for row in below:
            nameless = row.cells[0] if row.cells else Passage("", ((row.span.line, 1),))
            part = Part(nameless, Attributes(), "", "")
            part.row = RowOfTable(row, table)
            parts.append(part)

    def _of_one_outcome(self, table: Table) -> bool:
        """Whether it is the table of figures of one outcome, whose ``###`` is missing."""
        rows = read_rows(table, self.ledger)
        return bool(rows) and _texts(rows[0]) == OWN_HEADER

    def _of_many(self, table: Table, *, behind: bool) -> bool:
        """Whether a table under a ``###`` holds outcomes of its own; ``behind``: the figures stand above."""
        rows = read_rows(table, self.ledger)
        if not rows or rows[0].cells[0].text or len(rows[0].cells) < 2:
            return False
        return behind or any("{#" in row.cells[0].text for row in rows[1:] if row.cells)


def _fields_in(text: str) -> str:
    """Return the first lines of a text as items of a list, if they are fields; empty: they are none."""
    lines = [line.strip() for line in text.split("\n")]
    names = [line.partition(":")[0].strip() for line in lines]
    found = [
        line for line, name in zip(lines, names, strict=True) if name in (*FIELDS, NOT_IN_STUDY)
    ]
    return ", ".join(f"'- {to_paste(each)}'" for each in found) if len(found) == len(lines) else ""


def _texts(row: Row) -> tuple[str, ...]:
    return tuple(cell.text for cell in row.cells)


def options_named(part: Part) -> Iterable[str]:
    """Yield the heads of the columns in which a row says something."""
    if part.row is None:
        return
    for head, cell in zip(part.row.table.header.cells[1:], part.row.row.cells[1:], strict=False):
        if cell.text:
            yield head.text


def name_rows(
    section: Draft, ledger: Ledger, ids: Ids, kind: Callable[[Role, Passage, Attributes], str]
) -> None:
    """Make a part of each row of a section's tables, and give it its name, its kind and its id."""
    StudyTables(ledger).expand(section)
    for part in section.parts:
        if part.row is None:
            continue
        first = part.words
        part.words, part.attributes = split_attributes(first, ledger)
        check_allowed(part.attributes, PARTS["outcomes"], ledger)
        if not part.words.text:
            ledger.fault(
                EMPTY_CELL,
                part.row.row.span,
                "this row does not say what is measured",
                "write a name, an id and a kind into its first cell: 'Less pain {#less-pain .good}'",
            )
        part.kind = kind("outcomes", part.words, part.attributes)
        part.id = ids.take(part.attributes, part.words if part.words.text else first)
