"""Swing questions: a row with its figures and its answer, and what answers weigh among one another.

Layer 1. Pure. In a swing question everything is at its worst; the person says what they would lift
to its best first, which counts 100, and how much lifting each other thing is worth beside it.
A mean of how options do, weighed by what matters, is the form of Annalisa (PMC5060847). Swing
questions come from decision analysis, whose textbooks have not been read here; that an answer
which is open could be all from none to the most is our own rule.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from decisionaid.model.record import State
from decisionaid.values.numbers import Bounds, tidy, total

FULL_SWING: Final = 100
"""What the first choice counts, and the most that any other thing can."""

LARGEST: Final = 1e12
"""No figure is larger, below zero either."""


@dataclass(frozen=True, slots=True)
class Swing:
    """The answer to a swing question; ``value`` is 0 to 100, and None unless answered."""

    state: State
    value: float | None = None


@dataclass(frozen=True, slots=True)
class SwingRow:
    """One thing that was asked about, with the figure of each option, in the options' order.

    A figure with two different ends is one that its source gives as a range. None: not known. What an
    option has or has not, such as an operation, is 1 or 0.
    """

    id: str
    better: Literal["more", "less"]
    swing: Swing
    figures: tuple[Bounds | None, ...]


def bounds_of(swing: Swing) -> Bounds:
    """Return all that the answer to a row could be, out of 100: the answer, or all from 0 to 100."""
    if swing.state == "answered" and swing.value is not None:
        return Bounds(swing.value, swing.value)
    return Bounds(0, FULL_SWING)


def swing_weights(swings: Sequence[Bounds]) -> list[Bounds]:
    """Return what each row weighs among all, 0 to 1: its answer out of the sum of the answers."""
    rows = range(len(swings))
    return [
        weighted(swings, [Bounds(float(row == each), float(row == each)) for each in rows])
        for row in rows
    ]


def weighted(swings: Sequence[Bounds], parts: Sequence[Bounds]) -> Bounds:
    """Return the least and the most that ``sum(w * s) / sum(w)`` can be; at least one ``w`` can be above 0.

    It rises or falls with each ``w`` all the way, so its ends are where each ``w`` is at one of its own.
    """
    ends = list(_corners(swings))
    return Bounds(
        tidy(min(_mean(weights, [part.low for part in parts]) for weights in ends)),
        tidy(max(_mean(weights, [part.high for part in parts]) for weights in ends)),
    )


def _corners(swings: Sequence[Bounds]) -> Iterator[tuple[float, ...]]:
    ends = [(each.low,) if each.is_one else (each.low, each.high) for each in swings]
    return (weights for weights in itertools.product(*ends) if any(weights))


def _mean(weights: Sequence[float], parts: Sequence[float]) -> float:
    return total(w * s for w, s in zip(weights, parts, strict=True)) / total(weights)


def parts_of(row: SwingRow) -> tuple[Bounds | None, ...] | None:
    """Return how far each option is from the row's worst figure (0) to its best (1); None: no two differ.

    Worst and best are those of all figures that are known, as the question shows them.
    """
    known = [each for each in row.figures if each is not None]
    least = min((each.low for each in known), default=0.0)
    most = max((each.high for each in known), default=0.0)
    if least == most:
        return None
    span = most - least

    def part(figure: Bounds) -> Bounds:
        if row.better == "more":
            return Bounds((figure.low - least) / span, (figure.high - least) / span)
        return Bounds((most - figure.high) / span, (most - figure.low) / span)

    return tuple(None if each is None else part(each) for each in row.figures)


def is_sound(row: SwingRow, many: int) -> bool:
    """Return whether a row is one that can be asked about so many options, with an answer it allows."""
    value = row.swing.value
    if (row.swing.state == "answered") != (value is not None):
        return False
    if value is not None and not 0 <= value <= FULL_SWING:
        return False
    known = [each for each in row.figures if each is not None]
    ends = [end for each in known for end in each]
    return (
        len(row.figures) == many
        and all(abs(end) <= LARGEST for end in ends)
        and all(each.low <= each.high for each in known)
    )
