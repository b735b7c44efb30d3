"""Say all that is wrong in a table of outcomes at once, in the order and the words of a spreadsheet.

Layer 2. What an aid says now stands in for what is wrong, so that the other cells can be looked at
too: a person who gets a spreadsheet back learns of all its faults, and not of one after the other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import inf

from decisionaid.exchange.columns import ALL, ID, SECTION
from decisionaid.exchange.table import CellFault, OutcomeTable, Row

_PLACE = re.compile(r"!(?P<letters>[A-Z]+)(?P<row>[0-9]+)$")

_LINE = re.compile(r"add a line: '- (?P<title>[A-Z][a-z ]*): ")

Key = tuple[str, str, int]
"""Whose row it is, and which of those rows: the id, for a whole section its name, and a number from 0."""


def as_before(
    table: OutcomeTable, faults: Iterable[CellFault], before: OutcomeTable
) -> OutcomeTable | None:
    """Return ``table`` with the cells of ``faults`` as they stand in ``before``, the table of the aid.

    None when that cannot be done: a fault is of no cell, or of a row that the aid does not have.
    """
    wrong: dict[int, set[str]] = {}
    titles = {letters: title for title, letters in table.letters.items()}
    for fault in faults:
        found = _PLACE.search(fault.place)
        if found is None or found["letters"] not in titles:
            return None
        wrong.setdefault(int(found["row"]), set()).add(titles[found["letters"]])
    known = dict(_with_keys(before))
    rows = []
    for key, row in _with_keys(table):
        cells = wrong.pop(row.number, set())
        if cells and key not in known:
            return None
        values = {title: text for title, text in row.values.items() if title not in cells}
        values |= {title: known[key].get(title) for title in cells if known[key].get(title)}
        rows.append(Row(row.number, values))
    return None if wrong else OutcomeTable(tuple(rows), table.letters, table.name)


def in_order(faults: Iterable[CellFault], table: OutcomeTable) -> list[CellFault]:
    """Return faults row by row, those of no cell last; what asks for a line asks for a column instead."""
    return sorted((_by_column(each, table) for each in faults), key=_place_in_table)


def _by_column(fault: CellFault, table: OutcomeTable) -> CellFault:
    """Send somebody who has a table of outcomes to its column, not to a line of a source that they never see."""
    found, cell = _LINE.match(fault.help), _PLACE.search(fault.place)
    if found is None or cell is None or not table.has(found["title"]):
        return fault
    title = found["title"]
    forms = fault.help.removeprefix("add a line: ").replace(f"'- {title}: ", "'")
    place = table.place(int(cell["row"]), title)
    return replace(fault, place=place, help=f"write into the column '{title}': {forms}")


def _place_in_table(fault: CellFault) -> tuple[float, int, str]:
    cell = _PLACE.search(fault.place)
    return (int(cell["row"]), len(cell["letters"]), cell["letters"]) if cell else (inf, 0, "")


def _with_keys(table: OutcomeTable) -> Iterator[tuple[Key, Row]]:
    count: Counter[tuple[str, str]] = Counter()
    for row in table.rows:
        whose = (row.get(ID), row.get(SECTION) if row.get(ID) == ALL else "")
        yield (*whose, count[whose]), row
        count[whose] += 1
