"""Tell what each column of a table of outcomes is, and take a row apart by them.

Layer 2. A column is an option's id, ``others``, or a field; ``Difference`` may name its two options:
``Difference: surgery against splint``. Faults: DA017, DA024, DA025, DA027, DA028.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from decisionaid.diagnostics.row_and_column import in_row
from decisionaid.read.faults import DUPLICATE_FIELD, EMPTY_CELL, UNKNOWN_FIELD
from decisionaid.read.ledger import Ledger, one_of, quoted
from decisionaid.read.names import Names
from decisionaid.read.sections.drafts import RowOfTable, StudyTable
from decisionaid.read.sections.figure_table import OTHERS
from decisionaid.read.sections.measuring import FIELDS
from decisionaid.read.text.blocks import Row
from decisionaid.read.text.fields import Field, meant_field
from decisionaid.read.text.passages import Passage
from decisionaid.text import Span

_DIFFERENCE = "Difference"
_IN_BRACES = ("series", "stratum", "estimate-of", "direction", "more", "grid", "sensitive")
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: an option's id or ``others``, or the name of a field with the options it compares."""

    kind: Literal["option", "field"]
    name: str
    head: Passage
    pair: Pair | None = None


@dataclass(frozen=True, slots=True)
class RowCells:
    """A row taken apart: the options with their figures, and the fields with what they compare."""

    figures: list[tuple[Passage, Passage]]
    fields: list[tuple[Field, Column]]


def read_columns(table: StudyTable, names: Names) -> list[Column | None]:
    """Return the columns after the first; None: one that is not known, or there twice."""
    ledger = names.ledger
    columns: list[Column | None] = []
    for number, head in enumerate(table.header.cells[1:], 1):
        before = len(ledger.diagnostics)
        column = _column(head, names)
        known = [each for each in columns if each is not None]
        twice = column is not None and any(_same(column, each) for each in known)
        if column is not None and twice:
            message = f"'{head.text[:64]}' has two columns in this table"
            ledger.fault(DUPLICATE_FIELD, head.span(), message, "keep one of the two")
            column = None
        if column is None:
            _name_cells(
                ledger, before, [row for row in table.rows if number < len(row.cells)], number
            )
        columns.append(column)
    return _paired(columns)


def _name_cells(ledger: Ledger, before: int, rows: Sequence[Row], number: int) -> None:
    """Name the cells of a column that is not read in what was found of its head."""
    cells = [row.cells[number].span() for row in rows]
    if cells:
        first, last = cells[0], cells[-1]
        also = Span(first.line, first.column, last.end_line, last.end_column)
        ledger.diagnostics[before:] = [
            replace(each, also=(*each.also, also)) for each in ledger.diagnostics[before:]
        ]


def _same(one: Column, other: Column) -> bool:
    return (one.kind, one.name, one.pair) == (other.kind, other.name, other.pair)


def _paired(columns: list[Column | None]) -> list[Column | None]:
    """Give a plain ``Difference`` its two options, where the table has two: the last against the first."""
    options = [each.name for each in columns if each is not None and each.kind == "option"]
    options = [each for each in options if each != OTHERS]
    pair = (options[1], options[0]) if len(options) == 2 else None
    return [
        replace(each, pair=pair)
        if each is not None and each.name == _DIFFERENCE and each.kind == "field" and not each.pair
        else each
        for each in columns
    ]


def _column(head: Passage, names: Names) -> Column | None:
    ledger, text = names.ledger, head.text
    if not text:
        message = "a column of this table has no head"
        ledger.fault(EMPTY_CELL, head.span(), message, "write the id of an option, or a field")
        return None
    if text == OTHERS or text in names.options or text in names.comparators:
        return Column("option", text, head)
    if text in names.renamed:  # its fault was told where it was given
        option = names.option(head, comparators=True)
        return Column("option", option, head) if option else None
    name, colon, pair = (part.strip() for part in text.partition(":"))
    field = next((each for each in FIELDS if each.casefold() == name.casefold()), None)
    if field == _DIFFERENCE and colon:
        return _difference(head, pair, names)
    if field is not None and not colon:
        return Column("field", field, head)
    return _unknown(head, names)


def _difference(head: Passage, words: str, names: Names) -> Column | None:
    """Read a head such as ``Difference: surgery against splint``."""
    parts = words.split(" against ")
    if len(parts) != 2:
        pair = names.pair_example("surgery against splint")
        message = f"{quoted(head.text)} does not name two options"
        fix = f"write '{_DIFFERENCE}: {pair}'"
        names.ledger.fault(UNKNOWN_FIELD, head.span(), message, fix)
        return None
    start = head.text.find(words)
    first = names.option(head.cut(start, start + len(parts[0])), comparators=True)
    at = start + words.find(" against ") + len(" against ")
    second = names.option(head.cut(at), comparators=True)
    if first is None or second is None or first == second:
        return None
    return Column("field", _DIFFERENCE, head, (first, second))


def _unknown(head: Passage, names: Names) -> Column | None:
    """Report a head that is neither, and go on with what was meant if that is certain."""
    ledger, text = names.ledger, head.text
    if text.casefold() in _IN_BRACES:
        message = f"'{text}' stands in the braces of a row, not in a column"
        fix = "write it into the first cell: 'Less pain {#less-pain .good series=pain}'"
        ledger.fault(UNKNOWN_FIELD, head.span(), message, fix)
        return None
    option = names.option_called(text)
    options = [*names.options, *names.comparators]
    field = meant_field(text, FIELDS)
    near = option or field or ledger.nearest(text, [*options, *FIELDS])
    some = one_of(options)
    fix = f"did you mean '{near}'?" if near else ""
    fix = fix or f"write the id of an option ({some}), '{OTHERS}', or a field: {', '.join(FIELDS)}"
    message = f"no option and no field is called {quoted(text)}"
    edits = ledger.respelt(head.span(), text, near, [*options, *FIELDS])
    ledger.fault(UNKNOWN_FIELD, head.span(), message, fix, edits=edits)
    if near is None:
        return None
    return Column("field" if near in FIELDS else "option", near, head)


def cells_of(row: RowOfTable, columns: Sequence[Column | None]) -> RowCells:
    """Take a row apart; an empty cell of a field or of a comparator says nothing of its own."""
    figures: list[tuple[Passage, Passage]] = []
    fields: list[tuple[Field, Column]] = []
    for column, cell in zip(columns, row.row.cells[1:], strict=False):
        if column is None:
            continue
        if column.kind == "option":
            figures.append((Passage(column.name, cell.places[:1]), cell))
        elif cell.text:
            fields.append((Field(column.name, cell.span(), cell), column))
    return RowCells(figures, fields)


def unread(row: RowOfTable, columns: Sequence[Column | None]) -> bool:
    """Whether some cell of a row could not be told apart."""
    return None in columns or not row.row.whole


class InCell:
    """Names row and column in all faults that are found while a cell is read."""

    def __init__(self, ledger: Ledger, row: str, column: str) -> None:
        """Keep where the cell is."""
        self.ledger = ledger
        self.words = f"row {quoted(row)}, column '{column}'"

    def __enter__(self) -> None:
        """Remember what was found before."""
        self.before = len(self.ledger.diagnostics)

    def __exit__(self, *_: object) -> None:
        """Name the cell in what was found since."""
        found = self.ledger.diagnostics
        found[self.before :] = [
            replace(each, message=f"{self.words}: {each.message}", help=in_row(each.help))
            for each in found[self.before :]
        ]
