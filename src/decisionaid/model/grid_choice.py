"""Which rows stand on the one-page grid where its author marks none.

Layer 1. First those without which the grid would be silent on something that the aid says: of what
is good and what is bad, and of each option how it could help, how it could harm, and a figure, for
every group of readers. Then what is left, while there is room: the first row of words, the outcomes,
the other words. An outcome for several groups of readers is chosen for all of them or for none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeVar

from decisionaid.model.aid import Aid
from decisionaid.model.figure import NUMERIC
from decisionaid.model.outcome import Outcome
from decisionaid.model.sections import CompareRow, Option
from decisionaid.model.sides import shows


class Standing(Protocol):
    """A row that may stand on the grid."""

    @property
    def part(self) -> Outcome | CompareRow:
        """What the row is made of."""

    @property
    def height(self) -> float:
        """Millimetres."""


R = TypeVar("R", bound=Standing)
Told = tuple[str, str, str]
"""Something that is said of an option to a group of readers; empty words: of any, to everybody."""


def choose(aid: Aid, rows: Sequence[R], fit: Callable[[Sequence[R]], bool]) -> tuple[R, ...]:
    """Return the rows that stand on the grid, in their order; ``fit`` says if so many have room.

    A good and a bad outcome are chosen even where they have no room, and so is one that has none on
    a sheet of its own but says what no other does: a rule tells the author.
    """
    units = [unit for unit in _units(rows) if any(has_figure(aid, row.part) for row in unit)]
    told = [{each for row in unit for each in _told(aid, row.part)} for unit in units]
    left = {each for some in told for each in some}
    chosen: list[int] = []

    def with_(number: int) -> list[R]:
        return [row for each in (*chosen, number) for row in units[each]]

    while left:
        adds = [number for number, some in enumerate(told) if some & left]
        fitting = [number for number in adds if fit(with_(number))]
        if fitting:
            number = max(fitting, key=lambda each: (len(told[each] & left), -each))
        else:
            sides = [each for each in adds if any(not option for option, _, _ in told[each] & left)]
            adds = sides or [each for each in adds if not fit(units[each])]
            if not adds:
                break
            number = min(adds, key=lambda each: sum(row.height for row in units[each]))
        chosen.append(number)
        left -= told[number]
    for number in _by_kind(units):
        if number not in chosen and fit(with_(number)):
            chosen.append(number)
    kept = {id(row) for each in chosen for row in units[each]}
    return tuple(row for row in rows if id(row) in kept)


def has_figure(aid: Aid, part: Outcome | CompareRow) -> bool:
    """Return whether an outcome has a figure of an option that people can have; words are as good."""
    if isinstance(part, CompareRow):
        return True
    options = {each.id for each in aid.options}
    return part.out_of_date or any(
        isinstance(cell.figure, NUMERIC) and cell.option in options for cell in part.cells
    )


def _units(rows: Sequence[R]) -> Iterator[tuple[R, ...]]:
    """Yield the rows one by one, and those of one outcome for several groups together."""
    groups: dict[str, list[R]] = {}
    for row in rows:
        part = row.part
        apart = isinstance(part, CompareRow) or not part.stratum
        groups.setdefault(f"#{part.id}" if apart else _label(part), []).append(row)
    return map(tuple, groups.values())


def _label(part: Outcome | CompareRow) -> str:
    return part.label if isinstance(part, Outcome) else part.question


def _by_kind(units: Sequence[Sequence[Standing]]) -> list[int]:
    """Return the numbers of the units in the order in which they fill the sheet."""
    words = [n for n, unit in enumerate(units) if isinstance(unit[0].part, CompareRow)]
    return [*words[:1], *(n for n in range(len(units)) if n not in words), *words[1:]]


def _told(aid: Aid, part: Outcome | CompareRow) -> Iterator[Told]:
    if isinstance(part, CompareRow):
        return
    if part.direction in ("good", "bad") and has_figure(aid, part):
        yield "", part.direction, ""
    for option in aid.options:
        if option.offered:
            for group in _groups(aid, option, part):
                yield from ((option.id, said, group) for said in _said_of(part, option.id))


def _said_of(outcome: Outcome, option: str) -> Iterator[str]:
    if shows(outcome, option, "good"):
        yield "good"
    if shows(outcome, option, "bad"):
        yield "bad"
    if option in outcome.with_numbers:
        yield "figure"


def _groups(aid: Aid, option: Option, outcome: Outcome) -> tuple[str, ...]:
    """Return the groups of readers to whom an outcome says something of an option."""
    if not aid.strata:
        return ("",)
    every = tuple(each.id for each in aid.strata)
    return tuple(each for each in every if {option.stratum, outcome.stratum} <= {None, each})
