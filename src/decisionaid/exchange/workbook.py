"""Write a table of outcomes as an .xlsx workbook with drop-downs and a guide, and read such files from strangers.

Layer 2. Needs openpyxl, which comes with ``decisionaid[sheets]``. The same table gives the same
bytes: every time in the file is fixed. What is read is measured before it is opened, formulas are
refused, and nothing in it is followed or run.

Longer than 300 lines: what is written here is what comes back, so that both sides of each cell stand
beside one another.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from decisionaid.exchange.columns import CLOSED, COLUMNS, KEYS, TITLES, Choices
from decisionaid.exchange.guide import guide_rows
from decisionaid.exchange.marked_cells import commented, marked, marked_inside
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

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

GUIDE_NAME: Final = "Guide"
LISTS_NAME: Final = "Lists"
MAX_UNPACKED: Final = 16 * 1024 * 1024
"""The most bytes that the parts of a workbook may have together once unpacked."""

MAX_PARTS: Final = 200
SPARE_ROWS: Final = 500
"""Rows below the last one that have drop-downs too."""

_LONG_AGO: Final = datetime(1980, 1, 1)  # noqa: DTZ001 - the earliest a zip file knows, without a zone
_LAST_COLUMN: Final = 16384
_LAST_ROW: Final = 1_048_576
"""The last row a workbook can have; one that says more is read no further."""

_ESCAPE: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")


class SheetsMissing(Exception):  # noqa: N818 - said to the caller, who lacks a package
    """openpyxl is not installed."""


def write_xlsx(table: OutcomeTable, choices: Choices) -> bytes:
    """Return a table as a workbook.

    Raises:
        SheetsMissing: openpyxl is not installed.
    """
    openpyxl = _openpyxl()
    book: Workbook = openpyxl.Workbook()
    page: Worksheet = book.create_sheet(SHEET_NAME, 0)
    del book["Sheet"]
    _fill(page, table)
    _guide(book.create_sheet(GUIDE_NAME))
    _drop_downs(page, book.create_sheet(LISTS_NAME), choices, len(table.rows) + 1 + SPARE_ROWS)
    book[LISTS_NAME].sheet_state = "hidden"
    book.properties.creator = "decisionaid"
    book.properties.created = book.properties.modified = _LONG_AGO
    return _same_bytes(book)


def read_xlsx(data: bytes) -> RawCells | CellFault:
    """Return the cells of the sheet ``Outcomes`` of a workbook, or why it cannot be read.

    Raises:
        SheetsMissing: openpyxl is not installed.
    """
    openpyxl = _openpyxl()
    fault = _unsafe(data)
    if fault is not None:
        return fault
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and drop-downs that we do not need
            book = openpyxl.load_workbook(
                io.BytesIO(data), read_only=True, keep_links=False, rich_text=True
            )
            if SHEET_NAME not in book.sheetnames:
                return _fault(
                    f"the workbook has no sheet '{SHEET_NAME}'", f"name the sheet '{SHEET_NAME}'"
                )
            if book[SHEET_NAME].sheet_state != "visible":
                return _fault(
                    f"the sheet '{SHEET_NAME}' is hidden, and nobody sees what would come in with it",
                    "show the sheet, and look at it",
                )
            cells = _sheet(book, SHEET_NAME)
            other = _copy_that_differs(book, cells)
            return cells if other is None else _fault(*other)
    except Exception:  # noqa: BLE001 - a stranger's file may break anything in a parser
        return _fault(
            "the file cannot be read as a workbook",
            "open it in a spreadsheet program and save it as .xlsx again",
        )


def _sheet(book: Any, name: str) -> RawCells | CellFault:  # noqa: ANN401 - as it is read only
    """Return the cells of one sheet, named as those of the sheet that is read."""
    page: Any = book[name]
    page.reset_dimensions()
    with page._get_source() as part:  # noqa: SLF001 - its text alone, without its look, is public
        faults = [*commented(book._archive, page._worksheet_path), *marked_inside(part)]  # noqa: SLF001
        inside = {fault.place.format(SHEET_NAME): fault for fault in faults}
    return _cells(page.iter_rows(max_row=_LAST_ROW, max_col=MAX_COLUMNS + 1), inside)


def _copy_that_differs(book: Workbook, cells: RawCells | CellFault) -> tuple[str, str] | None:
    """Say which other sheet has outcomes too, and not the same: somebody may have worked in it.

    A spreadsheet program makes ``Outcomes (2)`` of a copy. One that says the same is let alone.
    """
    if isinstance(cells, CellFault) or not cells.rows:
        return None
    for name in book.sheetnames:
        if name in (SHEET_NAME, GUIDE_NAME, LISTS_NAME) or not _has_titles(book[name]):
            continue
        other = _sheet(book, name)
        if isinstance(other, CellFault) or _without_blanks(other) != _without_blanks(cells):
            return (
                f"the sheet '{name[:40]}' holds outcomes too, and they differ from '{SHEET_NAME}'",
                f"copy what you changed into '{SHEET_NAME}', and delete the other sheet",
            )
    return None


def _has_titles(page: Any) -> bool:  # noqa: ANN401 - a sheet of a package without types
    if not hasattr(page, "reset_dimensions"):
        return False  # a sheet that is a chart
    page.reset_dimensions()
    first = next(iter(page.iter_rows(max_row=1, max_col=MAX_COLUMNS)), ())
    return {str(cell.value).strip() for cell in first}.issuperset(KEYS)


def _without_blanks(cells: RawCells) -> list[list[str]]:
    """Return the rows without empty cells at their ends, and without empty rows at the end."""
    rows = [[text.strip() for text in row] for row in cells.rows]
    for row in rows:
        while row and not row[-1]:
            row.pop()
    while rows and not rows[-1]:
        rows.pop()
    return rows


def _openpyxl() -> Any:  # noqa: ANN401 - a module that may be missing
    try:
        import openpyxl  # noqa: PLC0415
    except ImportError:
        raise SheetsMissing(
            "an .xlsx file needs openpyxl: install decisionaid[sheets], or use a .csv file"
        ) from None
    return openpyxl


def _unsafe(data: bytes) -> CellFault | None:
    """Refuse what is too large, or not what it says, before anything is unpacked."""
    if len(data) > MAX_BYTES:
        return _fault(f"the file is larger than {MAX_BYTES // 1024} KB", "take rows out")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            size = sum(part.file_size for part in parts)
            if len(parts) > MAX_PARTS or size > MAX_UNPACKED:
                return _fault(
                    "the file unpacks into more than a sheet of outcomes can hold",
                    "copy the rows into a sheet that was exported anew",
                )
            # Entities in XML can grow without end; a workbook never needs them.
            odd = any(_odd(archive.read(part)) for part in parts if _is_xml(part.filename))
    except Exception:  # noqa: BLE001 - a stranger's file may break anything in a parser
        return _fault(
            "the file is not an .xlsx workbook", "save it as .xlsx in a spreadsheet program"
        )
    return _fault("the file holds what no workbook needs", "export a new sheet") if odd else None


def _is_xml(name: str) -> bool:
    return not name.lower().endswith((".png", ".jpeg", ".jpg", ".emf", ".bin", ".vml"))


def _odd(part: bytes) -> bool:
    return b"<!DOCTYPE" in part or b"<!ENTITY" in part or b"\0" in part


def _cells(rows: Iterable[Sequence[Any]], inside: Mapping[str, CellFault]) -> RawCells | CellFault:
    """Return the cells of some rows; ``inside`` are those known to be wrong, by their places."""
    raw = RawCells(SHEET_NAME)
    before: Sequence[Any] | None = None
    for number, row in enumerate(rows, 1):
        # Rows that a file leaves out come as one and the same empty row, a million of them if it likes.
        left_out, before = row is before, row
        if left_out and number > MAX_ROWS:
            continue
        texts = []
        for index, cell in enumerate(row):
            place = f"{SHEET_NAME}!{letter(index)}{number}"
            text = _text(place, cell, inside)
            if isinstance(text, CellFault):
                raw.faults.append(text)
                if len(raw.faults) >= MAX_FAULTS:
                    return raw
                text = "?" if index >= MAX_COLUMNS or number > MAX_ROWS else ""
            if text.strip() and (index >= MAX_COLUMNS or number > MAX_ROWS):
                return CellFault(
                    place,
                    f"the sheet has more than {MAX_ROWS} rows or {MAX_COLUMNS} columns",
                    "take them out",
                )
            texts.append(text)
        if number <= MAX_ROWS:
            raw.rows.append(texts)
    return raw


def _text(place: str, cell: Any, inside: Mapping[str, CellFault]) -> str | CellFault:  # noqa: ANN401
    """Return the text of a cell of openpyxl, or what is wrong with it."""
    look = inside.get(place) or marked(place, cell)
    if look is not None:
        return replace(look, place=place)
    kind = getattr(cell, "data_type", "n")
    value = str(cell.value) if isinstance(cell.value, list) else cell.value
    match value:
        case None:
            return ""
        case str() if kind == "f":
            return CellFault(place, "a formula stands in this cell", "write the figure itself")
        case str() if kind == "e":
            return CellFault(place, "a formula failed in this cell", "write the figure itself")
        case str() if len(value) > MAX_CELL:
            return CellFault(place, f"this cell has more than {MAX_CELL} characters", "shorten it")
        case str():
            return _ESCAPED.sub(_unescaped, value)
        case bool():
            return "yes" if value else ""
        case int():
            return str(value)
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case float():
            return repr(value)
        case _:
            return CellFault(
                place,
                "the spreadsheet made a date or a time of this cell",
                "set the cell's format to text, and write it again",
            )


def _unescaped(found: re.Match[str]) -> str:
    number = int(found[1], 16)
    return "" if number == 0x0D else chr(number)


def _fill(page: Worksheet, table: OutcomeTable) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill, Protection  # noqa: PLC0415

    open_ = Protection(locked=False)
    for index, column in enumerate(COLUMNS, 1):
        title = page.cell(1, index, column.title)
        title.font = Font(name="Calibri", size=11, bold=True)
        title.fill = PatternFill("solid", fgColor="E8EDEE")
        title.alignment = Alignment(wrap_text=True, vertical="top")
        width = page.column_dimensions[letter(index - 1)]
        width.width, width.protection, width.number_format = column.width, open_, "@"
    rest = page.column_dimensions[letter(len(COLUMNS))]
    rest.min, rest.max, rest.protection = len(COLUMNS) + 1, _LAST_COLUMN, open_
    rest.width = 10
    for row in table.rows:
        for index, name in enumerate(TITLES, 1):
            cell = page.cell(row.number, index)
            cell.number_format, cell.protection = "@", open_
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if text := row.get(name):
                cell.value = _ESCAPE.sub("_x005F_", text)
                cell.data_type = "s"  # '=' at the start is a text here, never a formula
    page.freeze_panes = "F2"
    _protect(page)


def _protect(page: Worksheet) -> None:
    """Lock the titles only: rows can be added, taken out, sorted and widened, without a password."""
    protection = page.protection
    protection.sheet = True
    for name in ("formatCells", "formatColumns", "formatRows", "insertRows", "deleteRows", "sort"):
        setattr(protection, name, False)


def _guide(page: Worksheet) -> None:
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415

    page.column_dimensions["A"].width, page.column_dimensions["B"].width = 26, 90
    for number, (first, second) in enumerate(guide_rows(), 1):
        for index, text in enumerate((first, second), 1):
            cell = page.cell(number, index, text or None)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if text:
                cell.data_type = "s"
        page.cell(number, 1).font = Font(name="Calibri", size=11, bold=True)
    page.protection.sheet = True


def _drop_downs(page: Worksheet, lists: Worksheet, choices: Choices, last: int) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415

    used = 0
    for index, column in enumerate(COLUMNS):
        offered = choices.of(column.title)
        if not offered:
            continue
        used += 1
        lists.cell(1, used, column.title)
        for number, text in enumerate(offered, 2):
            cell = lists.cell(number, used, text)
            cell.data_type = "s"
        place = f"{LISTS_NAME}!${letter(used - 1)}$2:${letter(used - 1)}${len(offered) + 1}"
        rule = DataValidation(type="list", formula1=place, allow_blank=True)
        rule.showErrorMessage = column.title in CLOSED
        rule.errorTitle, rule.error = column.title, "Choose one of the list."
        rule.add(f"{letter(index)}2:{letter(index)}{last}")
        page.add_data_validation(rule)


def _same_bytes(book: Workbook) -> bytes:
    """Write a workbook and pack it again with one fixed time for every part."""
    from openpyxl.writer.excel import ExcelWriter  # noqa: PLC0415

    first = io.BytesIO()
    # Not `Workbook.save`, which puts the time of writing into the file.
    with zipfile.ZipFile(first, "w", zipfile.ZIP_STORED) as archive:
        ExcelWriter(book, archive).save()
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(first) as parts,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name in parts.namelist():
            part = zipfile.ZipInfo(name, _LONG_AGO.timetuple()[:6])
            part.compress_type = zipfile.ZIP_DEFLATED
            part.external_attr = 0o644 << 16
            part.create_system = 3  # the same on every system
            archive.writestr(part, parts.read(name))
    return packed.getvalue()


def _fault(message: str, fix: str) -> CellFault:
    return CellFault(SHEET_NAME, message, fix)
