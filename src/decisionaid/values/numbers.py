"""Arithmetic that comes to the same number in both languages.

Layer 1. Pure. Sums go from left to right, since Python's own ``sum`` adds with more care than a
browser does, and what is handed out is rounded to a millionth, so that 0.05 is 0.05.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Final, NamedTuple

_STEPS: Final = 1_000_000


class Bounds(NamedTuple):
    """All that a number could be, both ends included; one number where both ends are the same."""

    low: float
    high: float

    @property
    def is_one(self) -> bool:
        """Whether nothing is left open."""
        return self.low == self.high


def total(numbers: Iterable[float]) -> float:
    """Add from left to right; 0 when there are none."""
    added = 0.0
    for each in numbers:
        added += each
    return added


def tidy(number: float) -> float:
    """Round to a millionth, halves away from zero, so that a mirrored number is rounded alike."""
    size = math.floor(abs(number) * _STEPS + 0.5) / _STEPS
    return -size if number < 0 < size else size
