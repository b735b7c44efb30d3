"""Find cells of a workbook that say something else than their plain text, or that nobody sees.

Layer 2. Raised, lowered, struck-out and white characters, hidden rows and columns, cells that show nothing of
what they hold, and cells with a comment.
A raised 2 behind "36 of 199" would be read as "36 of 1992", and a word that somebody struck out
as one that stands. Such a cell is refused as a whole, and nothing is read of it.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import IO, Any, Final
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from decisionaid.exchange.table import CellFault, letter

_RAISED: Final = {"superscript": "raised", "subscript": "lowered"}
_SHOWN: Final = 40
"""Characters of a cell that a message shows."""


def mark_of(font: object) -> str:
    """Return how letters of a font stand: raised, lowered, struck-out, or empty for as usual."""
    if getattr(font, "strike", None):
        return "struck-out"
    return _RAISED.get(str(getattr(font, "vertAlign", None)), "")


def marked(place: str, cell: Any) -> CellFault | None:  # noqa: ANN401 - a cell of a package without types
    """Return what is wrong with the look of a cell, as a whole or in parts of its text."""
    if cell.value is None:
        return None
    if mark := mark_of(getattr(cell, "font", None)):
        return _fault(place, mark, str(cell.value))
    if _is_white(cell):
        return _fault(place, "white", str(cell.value))
    if _shows_nothing(cell):
        return CellFault(
            place,
            f"the format of this cell hides what it holds: '{_short(str(cell.value))}'",
            "set the format of the cell to text, and look at it; or delete what it holds",
        )
    if isinstance(cell.value, list):
        for part in cell.value:
            if (mark := mark_of(getattr(part, "font", None))) and str(part).strip():
                return _fault(place, mark, str(part))
    return None


def _shows_nothing(cell: Any) -> bool:  # noqa: ANN401 - a cell of a package without types
    """Whether the cell's number format leaves out what is in it: ``;;;`` shows no number and no text."""
    parts = str(getattr(cell, "number_format", "") or "").split(";")
    is_text = isinstance(cell.value, str | list)
    own = parts[3:4] if is_text else parts[:1]
    return len(parts) > 1 and own == [""]


def _is_white(cell: Any) -> bool:  # noqa: ANN401 - a cell of a package without types
    """Whether the letters are white on nothing; on a colour they can be read."""
    color = getattr(getattr(cell, "font", None), "color", None)
    if getattr(getattr(cell, "fill", None), "fill_type", None) or color is None:
        return False
    return str(getattr(color, "rgb", "")).endswith("FFFFFF") or (
        getattr(color, "type", "") == "theme" and color.theme == 0
    )


def commented(archive: ZipFile, sheet: str) -> Iterator[CellFault]:
    """Yield the cells of a sheet that have a comment, in which somebody may have put another figure."""
    folder, name = posixpath.split(sheet.lstrip("/"))
    links = f"{folder}/_rels/{name}.rels"
    if links not in archive.namelist():
        return
    for link in ET.fromstring(archive.read(links)):  # noqa: S314 - entities have been refused before
        if not link.get("Type", "").endswith("/comments"):
            continue
        part = posixpath.normpath(posixpath.join("/", folder, link.get("Target", ""))).lstrip("/")
        if part not in archive.namelist():
            continue
        for comment in ET.fromstring(archive.read(part)).iterfind(".//{*}comment"):  # noqa: S314
            text = "".join(each.text or "" for each in comment.iterfind(".//{*}t"))
            yield CellFault(
                f"{{}}!{comment.get('ref', 'A1')}",
                f"a comment stands at this cell, and no comment is read: '{_short(text)}'",
                "put what it says into the cell or into 'Note', and delete the comment",
            )


def marked_inside(sheet: IO[bytes]) -> Iterator[CellFault]:
    """Yield the same for texts that stand in the sheet itself, of which openpyxl gives the plain text alone.

    Entities have been refused before, so nothing in the file can grow.
    """
    row = column = 0
    hidden = False
    columns: list[tuple[int, int]] = []
    said: set[int] = set()
    for event, node in ET.iterparse(sheet, events=("start", "end")):  # noqa: S314 - see above
        match event, node.tag.rpartition("}")[2]:
            case "end", "col" if _is_hidden(node, "width"):
                columns.append((_whole(node.get("min")), _whole(node.get("max"))))
            case "start", "row":
                row, column = int(node.get("r") or row + 1), 0
                hidden = _is_hidden(node, "ht")
            case "start", "c":
                column = _column(node.get("r") or "") or column + 1
            case "end", "c":
                place = f"{{}}!{letter(column - 1)}{row}"
                if hidden and len(node):
                    hidden = False  # said once
                    yield CellFault(
                        place,
                        "this row is hidden, and nobody sees what would come in with it",
                        "show the row, and look at it; or delete it",
                    )
                elif len(node) and column not in said and _is_within(column, columns):
                    said.add(column)
                    yield CellFault(
                        place,
                        "this column is hidden, and nobody sees what would come in with it",
                        "show the column, and look at it; or delete it",
                    )
                elif fault := _inline(node, place):
                    yield fault
                node.clear()
            case "end", "row":
                node.clear()


def _is_hidden(node: ET.Element, size: str) -> bool:
    """Whether a row or some columns are hidden, or have no height or width."""
    if node.get("hidden", "0") not in ("0", "false"):
        return True
    try:
        return float(node.get(size) or "1") == 0
    except ValueError:
        return False


def _whole(number: str | None) -> int:
    return (
        int(number) if number and number.isascii() and number.isdigit() and len(number) < 9 else 0
    )


def _is_within(column: int, spans: list[tuple[int, int]]) -> bool:
    return any(first <= column <= last for first, last in spans)


def _column(place: str) -> int:
    """Return the number of a column out of ``AB12``; 0 when there is none."""
    number = 0
    for sign in place.upper():
        if not "A" <= sign <= "Z":
            break
        number = number * 26 + ord(sign) - 64
    return number


def _inline(cell: ET.Element, place: str) -> CellFault | None:
    for run in cell.iterfind("{*}is/{*}r"):
        text = "".join(part.text or "" for part in run.iterfind("{*}t"))
        raised = run.find("{*}rPr/{*}vertAlign")
        struck = run.find("{*}rPr/{*}strike")
        mark = _RAISED.get(raised.get("val", ""), "") if raised is not None else ""
        if struck is not None and struck.get("val", "1") not in ("0", "false"):
            mark = "struck-out"
        if mark and text.strip():
            return _fault(place, mark, text)
    return None


def _short(text: str) -> str:
    words = " ".join(text[: _SHOWN * 2].split())
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"


def _fault(place: str, mark: str, text: str) -> CellFault:
    fix = "take the raised or lowered letters out; what they refer to goes into 'Note'"
    if mark == "struck-out":
        fix = "delete what is struck out, or take the line through it away"
    if mark == "white":
        fix = "give the letters another colour, and look at them; or delete them"
    return CellFault(place, f"{mark} characters stand in this cell: '{_short(text)}'", fix)
