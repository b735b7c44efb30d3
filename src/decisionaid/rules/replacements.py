"""Work out what an author can paste in place of words that mislead, from those words and the aid's cells.

Layer 2. Pure. Nothing is invented: a share is the author's own number out of another denominator,
and a figure is named only if a cell of the aid holds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from decisionaid.model.aid import Aid
from decisionaid.model.figure import Counted, Frequency
from decisionaid.model.outcome import Cell, Outcome, PublishedRatio

COUNTS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "twelve": 12, "twenty": 20, "fifty": 50, "hundred": 100, "thousand": 1000,
}  # fmt: skip
"""Counts that are written in words."""

CLOSE = Fraction(1, 100)
"""How near a published ratio is to the one in words: "30 % less" is 0.70, and 0.695 was rounded to it."""

_WORD = re.compile(r"[a-z]{4,}")
_OF_ANYTHING = frozenset(
    _WORD.findall(
        "after does from have having less more most still than that them they this those very when with "
        "without adults children people month months week weeks year years"
    )
)
"""Words that the names of many outcomes share, so that they tell none of them."""


def number_in(word: str) -> Decimal | None:
    """Return the number that digits or a word say; None for anything else, and for zero."""
    text = word.strip().lower().replace(",", "")
    if text in COUNTS:
        return Decimal(COUNTS[text])
    found = re.fullmatch(r"[0-9]{1,9}(?:\.[0-9]{1,9})?", text)
    return Decimal(text) if found and Decimal(text) else None


def name_of(outcome: Outcome, cell: Cell) -> str:
    """Write the name by which prose speaks of a cell."""
    return f"[[{outcome.id}/{cell.option}]]"


def cell_with_share(aid: Aid, share: Fraction, near: str = "") -> str | None:
    """Return the name of a cell that holds exactly this share, best of an outcome that ``near`` speaks of."""
    found = [
        (outcome, cell)
        for outcome, cell in _cells(aid)
        if isinstance(cell.figure, Frequency | Counted)
        and cell.figure.of
        and Fraction(cell.figure.n) / cell.figure.of == share
    ]
    if not found:
        return None
    return name_of(*max(found, key=lambda each: _speaks_of(near, each[0])))


def figures_to_name(aid: Aid, near: str, ratio: Fraction | None = None) -> str | None:
    """Return the names of two figures to put beside each other, ``[[pain/watch]]. [[pain/now]].``.

    Of an outcome that the words speak of, else one whose published ratio is that in the words; None when
    the aid has none: figures of something else are no example, since they would be pasted.
    """
    rows = [outcome for outcome in aid.outcomes if _measured(outcome)]
    spoken = [each for each in rows if _speaks_of(near, each)]
    published = [each for each in spoken or rows if ratio is not None and _has_ratio(each, ratio)]
    rows = published or spoken
    if not rows:
        return None
    best = max(rows, key=lambda each: _speaks_of(near, each))
    return " ".join(f"{name_of(best, cell)}." for cell in _measured(best)[:2])


def _cells(aid: Aid) -> Iterator[tuple[Outcome, Cell]]:
    return ((outcome, cell) for outcome in aid.outcomes for cell in outcome.cells)


def _measured(outcome: Outcome) -> list[Cell]:
    return [cell for cell in outcome.cells if isinstance(cell.figure, Frequency | Counted)]


def _has_ratio(outcome: Outcome, ratio: Fraction) -> bool:
    return any(
        isinstance(each, PublishedRatio) and abs(Fraction(each.value) - ratio) <= CLOSE
        for each in outcome.comparisons
    )


def _speaks_of(words: str, outcome: Outcome) -> int:
    """Count the words that a text shares with the name of an outcome and its wording."""
    said = outcome.said_as.happens if outcome.said_as else ""
    own = set(_WORD.findall(f"{outcome.label} {said}".lower()))
    return len((own - _OF_ANYTHING) & set(_WORD.findall(words.lower())))
