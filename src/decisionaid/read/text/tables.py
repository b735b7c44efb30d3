r"""Read the raw lines of a table into rows of cells with places.

Layer 2. Markdown pads short rows and cuts long ones in silence, so cells are counted on the raw
line; ``\\|`` is a stroke in a cell. Faults: DA024.
"""

from __future__ import annotations

import itertools
import re

from decisionaid.read.faults import TABLE_SHAPE
from decisionaid.read.ledger import Ledger
from decisionaid.read.text.blocks import Row, Table, line_span
from decisionaid.read.text.passages import Passage
from decisionaid.text import Span

_STROKE = re.compile(r"(?<!\\)\|")
MAX_COLUMNS = 40
"""Columns of one table; six options are many."""

_RULER = re.compile(r"\s*\|(?:\s*:?-+:?\s*\|)+\s*")


def read_rows(table: Table, ledger: Ledger) -> list[Row]:
    """Return the header and the rows; an empty list when it is no table, which is reported once."""
    if table.rows is None:
        table.rows = _read(table, ledger)
    return table.rows


def _read(table: Table, ledger: Ledger) -> list[Row]:
    rows = [_row(number, line, ledger) for number, line in table.lines]
    ruler = table.lines[1][1] if len(table.lines) > 1 else ""
    width = len(rows[0].cells)
    if not _RULER.fullmatch(ruler):
        ledger.fault(
            TABLE_SHAPE,
            table.span,
            "the line below a table's first line must be its ruler",
            f"write below it: {'|---' * min(width, MAX_COLUMNS)}|",
        )
        return rows
    if width > MAX_COLUMNS:
        message = f"this table has {width} columns, and {MAX_COLUMNS} are the most"
        ledger.fault(TABLE_SHAPE, table.whole, message, "make several tables of it")
        return []
    if len(rows[1].cells) != width:
        both = Row(_from_to(rows[0].span, rows[1].span), rows[1].cells)
        _wrong_width(both, width, "the table's ruler", ledger)
        width = len(rows[1].cells)
        rows[0].whole = False
    for row in rows[2:]:
        if len(row.cells) != width and row.whole:
            row.whole = False
            _wrong_width(row, width, "this row", ledger)
    return [rows[0], *rows[2:]]


def _from_to(first: Span, last: Span) -> Span:
    return Span(first.line, first.column, last.end_line, last.end_column)


def _wrong_width(row: Row, width: int, name: str, ledger: Ledger) -> None:
    has = len(row.cells)
    ledger.fault(
        TABLE_SHAPE,
        row.span,
        f"{name} has {has} cell{'s' if has != 1 else ''}, and the table's first line has {width}",
        f"write {width} cells, each between strokes; a stroke inside a cell is written '\\|'",
    )


def _row(number: int, line: str, ledger: Ledger) -> Row:
    strokes = [found.start() for found in _STROKE.finditer(line)]
    whole = Passage(line, ((number, 1),))
    span = line_span(number, line)
    before = line[: strokes[0]].strip() if strokes else line
    behind = line[strokes[-1] + 1 :].strip() if strokes else ""
    if before or behind or len(strokes) < 2:
        ledger.fault(
            TABLE_SHAPE,
            span,
            "this row does not begin and end with a stroke",
            "write it as '| cell | cell |'",
        )
        edges = [-1 if before else strokes[0], *(strokes if before else strokes[1:])]
        edges += [len(line)] if behind or len(edges) < 2 else []
        return Row(span, [_cell(whole, a, b) for a, b in itertools.pairwise(edges)], whole=False)
    return Row(span, [_cell(whole, a, b) for a, b in itertools.pairwise(strokes)])


def _cell(row: Passage, stroke: int, following: int) -> Passage:
    """Return what stands between two strokes; an empty cell begins right behind the first."""
    cell = row.cut(stroke + 1, following)
    return cell if cell.text else Passage("", (row.place(stroke + 1),))
