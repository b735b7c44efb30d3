"""The weighted view of options, which a person may ask for: what the answers to swing questions come to.

Layer 1. Pure. Worst and best stand in a swing question, so its answers weigh what is really between
the options: ratings of importance do not, and the same person's answers can then point the other
way. So nothing else makes a view, and where the answers cannot make one it is refused with a reason.

Methods from decision analysis led more often to choices that fit what people said mattered than
others did (eprints.whiterose.ac.uk 178930). At most five questions, "about level" below 0.05, what an
unknown figure does, and that two options are held against one another over all that is open, are
our own rules.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from decisionaid.model.record import State
from decisionaid.values.numbers import Bounds, tidy, total
from decisionaid.values.swings import (
    FULL_SWING,
    SwingRow,
    bounds_of,
    is_sound,
    parts_of,
    swing_weights,
    weighted,
)

MOST_ROWS: Final = 5
"""How many swing questions a person is asked at most."""

ABOUT_LEVEL: Final = 0.05
"""Two options that differ by less are about level."""

Reason = Literal[
    "fewer-than-two-options",
    "too-many-rows",
    "out-of-range",
    "no-swing-answers",
    "figures-not-known",
    "no-differences",
    "nothing-matters",
]
"""Why there is no view. ``out-of-range``: a number that no question allows, as in a spoilt file.
``no-swing-answers``: no row in which options differ was answered. ``figures-not-known``: fewer than two
options have a figure in all rows that apply. ``no-differences``: in no row do the options differ.
``nothing-matters``: all that was answered is 0.
"""

Standing = Literal["level", "apart", "depends"]
"""How two options stand, whatever the answers that are open would be. ``level``: they always differ by
less than 0.05. ``apart``: always by that or more, and the same one is higher. ``depends``: neither.
"""


@dataclass(frozen=True, slots=True)
class Refused:
    """There is no view, and why; ``about``: the rows whose figures are not known."""

    reason: Reason
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WeightedRow:
    """A row that counts: what it weighs among all, 0 to 1, and how far each option is from worst to best."""

    id: str
    state: State
    weight: Bounds
    parts: tuple[Bounds | None, ...]


@dataclass(frozen=True, slots=True)
class OptionView:
    """What an option comes to, 0 (worst in all rows) to 1 (best in all).

    ``bounds`` is None where a figure is not known, and ``missing`` names the rows.
    """

    id: str
    bounds: Bounds | None
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BreakEven:
    """The answer to one row at which two options would come to the same, all others as they are.

    ``now`` is what was answered; None: the row is open.
    """

    row: str
    at: float
    now: float | None


@dataclass(frozen=True, slots=True)
class PairView:
    """How two options stand: ``difference`` is the first less the second, -1 to 1."""

    first: str
    second: str
    difference: Bounds
    standing: Standing
    even: tuple[BreakEven, ...]


@dataclass(frozen=True, slots=True)
class WeightedView:
    """A way to look at the options, in their own order; ``same``: rows in which they do not differ."""

    options: tuple[OptionView, ...]
    rows: tuple[WeightedRow, ...]
    pairs: tuple[PairView, ...]
    same: tuple[str, ...]


def weighted_view(options: Sequence[str], rows: Sequence[SwingRow]) -> WeightedView | Refused:
    """Return what the swing answers come to, or why they come to nothing.

    An option comes to ``sum(w * s) / sum(w)``: ``w`` is the answer to a row and ``s`` says how far the
    option is from the row's worst figure (0) to its best (1). A row that is not sure, not answered or
    would rather not be said has no answer: its ``w`` could be all from 0 to 100, and the result is all
    that follows. A row that does not apply is left out, and so is one in which no options differ. An
    option with a figure that is not known in a row that applies comes to nothing.
    """
    spoilt = _spoilt(options, rows)
    if spoilt:
        return Refused(spoilt)
    applying = [row for row in rows if row.swing.state != "not_applicable"]
    if not any(row.swing.state == "answered" for row in applying):
        return Refused("no-swing-answers")
    missing = [
        tuple(row.id for row in applying if row.figures[place] is None)
        for place in range(len(options))
    ]
    known = [place for place, lacks in enumerate(missing) if not lacks]
    if len(known) < 2:
        return Refused(
            "figures-not-known", tuple(row.id for row in applying if None in row.figures)
        )
    differing = [(row, found) for row in applying if (found := parts_of(row)) is not None]
    if not differing:
        return Refused("no-differences")
    counting = [row for row, _parts in differing]
    answers = [row.swing.value for row in counting if row.swing.state == "answered"]
    if not any(answers):
        return Refused("nothing-matters" if answers else "no-swing-answers")
    swings = [bounds_of(row.swing) for row in counting]

    def along(place: int) -> list[Bounds]:
        return [part for _row, parts in differing if (part := parts[place]) is not None]

    return WeightedView(
        tuple(
            OptionView(name, weighted(swings, along(place)) if place in known else None, lacks)
            for place, (name, lacks) in enumerate(zip(options, missing, strict=True))
        ),
        tuple(
            WeightedRow(row.id, row.swing.state, weight, tuple(map(_tidied, parts)))
            for (row, parts), weight in zip(differing, swing_weights(swings), strict=True)
        ),
        tuple(
            _pair(options[one], options[other], counting, _gaps(along(one), along(other)))
            for one, other in itertools.combinations(known, 2)
        ),
        tuple(row.id for row in applying if parts_of(row) is None),
    )


def _tidied(part: Bounds | None) -> Bounds | None:
    return None if part is None else Bounds(tidy(part.low), tidy(part.high))


def _gaps(one: Sequence[Bounds], other: Sequence[Bounds]) -> list[Bounds]:
    """Return how far one option is above another in each row."""
    return [Bounds(a.low - b.high, a.high - b.low) for a, b in zip(one, other, strict=True)]


def _pair(first: str, second: str, rows: Sequence[SwingRow], gaps: Sequence[Bounds]) -> PairView:
    difference = weighted([bounds_of(row.swing) for row in rows], gaps)
    return PairView(first, second, difference, standing(difference), tuple(_even(rows, gaps)))


def standing(difference: Bounds) -> Standing:
    """Return how two options stand that differ by so much."""
    low, high = _side(difference.low), _side(difference.high)
    if low != high:
        return "depends"
    return "apart" if low else "level"


def _side(difference: float) -> int:
    if abs(difference) < ABOUT_LEVEL:
        return 0
    return 1 if difference > 0 else -1


def _even(rows: Sequence[SwingRow], gaps: Sequence[Bounds]) -> Iterator[BreakEven]:
    """Yield the answer of each row at which the two come to the same: ``-(sum of the others' w * gap) / gap``.

    Only where nothing else is open, and where the answer is one that the question allows, 0 to 100.
    """
    for here, (row, gap) in enumerate(zip(rows, gaps, strict=True)):
        others = [each for place, each in enumerate(zip(rows, gaps, strict=True)) if place != here]
        is_open = any(each.swing.state != "answered" or not g.is_one for each, g in others)
        if is_open or not gap.is_one or gap.low == 0:
            continue
        at = tidy(-total(bounds_of(each.swing).low * g.low for each, g in others) / gap.low)
        if 0 <= at <= FULL_SWING:
            yield BreakEven(row.id, at, row.swing.value)


def _spoilt(options: Sequence[str], rows: Sequence[SwingRow]) -> Reason | None:
    """Return why these are no answers to swing questions at all, or None."""
    if len(options) < 2:
        return "fewer-than-two-options"
    if len(rows) > MOST_ROWS:
        return "too-many-rows"
    return None if all(is_sound(row, len(options)) for row in rows) else "out-of-range"
