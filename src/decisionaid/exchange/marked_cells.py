"""Find cells of a workbook with raised, lowered or struck-out characters, which plain text would not show.

Layer 2. A raised 2 behind "36 of 199" would be read as "36 of 1992", and a word that somebody struck out
as one that stands. Such a cell is refused as a whole, and nothing is read of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any, Final
from xml.etree import ElementTree as ET

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
    if isinstance(cell.value, list):
        for part in cell.value:
            if (mark := mark_of(getattr(part, "font", None))) and str(part).strip():
                return _fault(place, mark, str(part))
    return None


def marked_inside(sheet: IO[bytes]) -> Iterator[CellFault]:
    """Yield the same for texts that stand in the sheet itself, of which openpyxl gives the plain text alone.

    Entities have been refused before, so nothing in the file can grow.
    """
    row = column = 0
    for event, node in ET.iterparse(sheet, events=("start", "end")):  # noqa: S314 - see above
        match event, node.tag.rpartition("}")[2]:
            case "start", "row":
                row, column = int(node.get("r") or row + 1), 0
            case "start", "c":
                column = _column(node.get("r") or "") or column + 1
            case "end", "c":
                if fault := _inline(node, f"{{}}!{letter(column - 1)}{row}"):
                    yield fault
                node.clear()
            case "end", "row":
                node.clear()


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


def _fault(place: str, mark: str, text: str) -> CellFault:
    words = " ".join(text[: _SHOWN * 2].split())
    shown = words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"
    fix = (
        "delete what is struck out, or take the line through it away"
        if mark == "struck-out"
        else "take the raised or lowered letters out; what they refer to goes into 'Note'"
    )
    return CellFault(place, f"{mark} characters stand in this cell: '{shown}'", fix)
