"""Write a table of outcomes as comma-separated text, and read such text from strangers.

Layer 2. UTF-8 with a mark at the start, as spreadsheet programs want it. A text that a spreadsheet
would take for a formula gets an apostrophe in front, which reading takes off again.
"""

from __future__ import annotations

import csv
import io
import re
from typing import Final

from decisionaid.exchange.columns import TITLES
from decisionaid.exchange.table import (
    MAX_BYTES,
    MAX_CELL,
    MAX_COLUMNS,
    MAX_FAULTS,
    MAX_ROWS,
    SHEET_NAME,
    CellFault,
    OutcomeTable,
    RawCells,
    letter,
)

_LIKE_A_FORMULA: Final = re.compile(r"'*[=+\-@\t\r]")
"""What a spreadsheet may run as a formula; text with apostrophes before it is guarded too, so that
taking one apostrophe off always gives the text back."""

_DELIMITERS: Final = (",", ";", "\t")


def write_csv(table: OutcomeTable) -> bytes:
    """Return a table as a .csv file; the same table gives the same bytes."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(TITLES)
    for row in table.rows:
        writer.writerow([guarded(row.get(title)) for title in TITLES])
    return text.getvalue().encode("utf-8-sig")


def read_csv(data: bytes) -> RawCells | CellFault:
    """Return the cells of a .csv file, or why it cannot be read."""
    if len(data) > MAX_BYTES:
        return _fault(f"the file is larger than {MAX_BYTES // 1024} KB", "take rows out")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _fault("the file is not text in UTF-8", "save it as 'CSV UTF-8'")
    if "\0" in text:
        return _fault("the file holds characters that are no text", "save it as 'CSV UTF-8' again")
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    raw = RawCells(SHEET_NAME)
    try:
        for cells in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            fault = _row_fault(len(raw.rows) + 1, cells)
            if fault is not None:
                return fault
            raw.rows.append([_text(raw, index, cell) for index, cell in enumerate(cells)])
            if len(raw.faults) >= MAX_FAULTS:
                return raw
    except csv.Error:
        return CellFault(
            f"{SHEET_NAME}!A{len(raw.rows) + 1}",
            "the quotes of this row do not close",
            "save the file with a spreadsheet program as 'CSV UTF-8'",
        )
    return raw


def guarded(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would take for a formula."""
    return f"'{text}" if _LIKE_A_FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """Take off the apostrophe that ``guarded`` put on."""
    return text[1:] if text.startswith("'") and _LIKE_A_FORMULA.match(text) else text


def _row_fault(number: int, cells: list[str]) -> CellFault | None:
    if number > MAX_ROWS:
        return _fault(f"the sheet has more than {MAX_ROWS} rows", "take rows out")
    if len(cells) > MAX_COLUMNS and any(cell.strip() for cell in cells[MAX_COLUMNS:]):
        place = f"{SHEET_NAME}!{letter(MAX_COLUMNS)}{number}"
        return CellFault(
            place, f"the sheet has more than {MAX_COLUMNS} columns", "take columns out"
        )
    return None


def _text(raw: RawCells, index: int, cell: str) -> str:
    """Return the text of a cell of the row that comes next; empty, and a fault, where it is none."""
    place = f"{SHEET_NAME}!{letter(index)}{len(raw.rows) + 1}"
    if len(cell) > MAX_CELL:
        message = f"this cell has more than {MAX_CELL} characters"
        raw.faults.append(CellFault(place, message, "shorten it"))
        return ""
    if cell.lstrip().startswith("="):
        # '= 1 + 1' is a formula; what the export guards begins with an apostrophe.
        message = "a formula stands in this cell"
        raw.faults.append(CellFault(place, message, "write the figure itself"))
        return ""
    return unguarded(cell)


def _fault(message: str, fix: str) -> CellFault:
    return CellFault(SHEET_NAME, message, fix)
