"""A table of outcomes as rows of text, whatever file it came from.

Layer 2. Rows count from 1 as a spreadsheet counts them, so the row of titles is row 1; a cell is
named as a person finds it: ``Outcomes!B17``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from decisionaid.exchange.columns import ID, KEYS, TITLES
from decisionaid.text import lines_in

SHEET_NAME = "Outcomes"
MAX_BYTES = 2 * 1024 * 1024
"""The largest file that is read, in bytes; a table of a long aid is a hundredth of it."""

MAX_ROWS = 5000
MAX_COLUMNS = 60
MAX_CELL = 8000
"""Characters of one cell."""

MAX_FAULTS = 100
"""Wrong cells that are named; a table with more was filled in by other rules."""


@dataclass(frozen=True)
class CellFault:
    """What is wrong, and where: ``place`` is ``Outcomes!B17``, or the name of the file.

    ``code`` is the number of a diagnostic of the aid that this cell brought about, else empty.
    """

    place: str
    message: str
    help: str
    code: str = ""
    stops: bool = True
    """Whether nothing may be written because of it."""


@dataclass(frozen=True)
class Row:
    """One row below the titles: its number, and its text by the titles of the columns."""

    number: int
    values: Mapping[str, str]

    def get(self, title: str) -> str:
        """Return the text of a column; empty where there is none."""
        return self.values.get(title, "")


@dataclass(frozen=True)
class OutcomeTable:
    """The rows of a table; ``letters`` names each column that it has."""

    rows: tuple[Row, ...]
    letters: Mapping[str, str]
    name: str = SHEET_NAME
    faults: tuple[CellFault, ...] = ()
    """Cells whose text could not be read; they stand here as blank ones."""

    def place(self, row: int, title: str) -> str:
        """Name a cell as a spreadsheet does."""
        return f"{self.name}!{self.letters.get(title, 'A')}{row}"

    def has(self, title: str) -> bool:
        """Tell whether the table has a column."""
        return title in self.letters


@dataclass
class RawCells:
    """Cells as they come out of a file: a list of rows of text, row 1 first."""

    name: str
    rows: list[list[str]] = field(default_factory=list)
    faults: list[CellFault] = field(default_factory=list)
    """Cells whose text could not be read, at most ``MAX_FAULTS``; they stand in ``rows`` as blank ones."""


def letter(index: int) -> str:
    """Return the letters of a column counted from 0: A, B, … Z, AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def plain_table(rows: Iterable[Mapping[str, str]]) -> OutcomeTable:
    """Return a table that has all columns, with these rows from row 2 on."""
    letters = {title: letter(index) for index, title in enumerate(TITLES)}
    texts = ({title: text for title, text in row.items() if text} for row in rows)
    return OutcomeTable(tuple(Row(n, values) for n, values in enumerate(texts, 2)), letters)


def table_of(raw: RawCells) -> OutcomeTable | list[CellFault]:
    """Find the columns by their titles in row 1; rows without any text are passed over."""
    titles = [text.strip() for text in (raw.rows[0] if raw.rows else [])]
    faults = _title_faults(raw.name, titles)
    if faults:
        return faults
    letters = {title: letter(index) for index, title in enumerate(titles) if title}
    unread = {int(re.sub(r".*?([0-9]+)$", r"\1", fault.place)) for fault in raw.faults}
    rows = tuple(
        Row(number, _values(titles, cells))
        for number, cells in enumerate(raw.rows[1:], 2)
        if any(text.strip() for text in cells) or number in unread
    )
    faults = [
        CellFault(
            f"{raw.name}!{letter(index)}{number}",
            "there is text in a column without a title",
            "clear the cell, or write the title of its column into row 1",
        )
        for number, cells in enumerate(raw.rows[1:], 2)
        for index, text in enumerate(cells)
        if text.strip() and (index >= len(titles) or not titles[index])
    ]
    return faults or OutcomeTable(rows, letters, raw.name, tuple(raw.faults))


def _values(titles: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    return {
        title: _one_way(text)
        for title, text in zip(titles, cells, strict=False)
        if title and text.strip()
    }


def _one_way(text: str) -> str:
    """Drop space around lines, and lines without words: spreadsheets leave them behind."""
    lines = map(str.strip, lines_in(text))
    return "\n".join(line for line in lines if line)


def _title_faults(name: str, titles: Sequence[str]) -> list[CellFault]:
    faults = []
    for index, title in enumerate(titles):
        place = f"{name}!{letter(index)}1"
        if title and title not in TITLES:
            near = get_close_matches(title, TITLES, 1)
            fix = f"did you mean '{near[0]}'?" if near else "take the column out"
            faults.append(CellFault(place, f"there is no column '{title[:60]}'", fix))
        elif title and title in titles[:index]:
            faults.append(
                CellFault(place, f"the column '{title}' stands twice", "keep one of the two")
            )
    missing = [title for title in KEYS if title not in titles]
    if missing:
        titles_ = " and ".join(f"'{title}'" for title in missing)
        fix = f"write the titles as the export does; '{ID}' stands on every row"
        faults.append(CellFault(f"{name}!A1", f"row 1 lacks {titles_}", fix))
    return faults
