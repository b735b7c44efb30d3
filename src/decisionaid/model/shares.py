"""Write a share of people out of a usual denominator, and hold a percentage against its count.

Layer 1. Pure and exact.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

LADDER = (100, 1000, 10000)


def share_words(n: Decimal | int, of: Decimal | int) -> str:
    """Write a share out of 100, 1000 or 10000, the first in which it is whole: ``5 in 100``.

    A share that is whole in none is rounded where at least ten are left to count, and says "about".
    ``of`` is above 0.
    """
    share = Fraction(n) / Fraction(of)
    for step in LADDER:
        if (share * step).denominator == 1:
            return f"{share * step} in {step}"
    step = next((each for each in LADDER if share * each >= 10), LADDER[-1])
    whole = _rounded(share * step, 0)
    return f"about {whole:f} in {step}" if whole else f"fewer than 1 in {LADDER[-1]}"


def fits(percent: Decimal, n: int, of: int) -> bool:
    """Whether a percentage can have come from a count; a half may have been rounded either way."""
    half = Fraction(1, 2 * 10 ** _places(percent))
    return abs(Fraction(n * 100, of) - Fraction(percent)) <= half


def percent_of(n: int, of: int, like: Decimal) -> Decimal:
    """Return a count as a percentage with as many decimals as another one has."""
    return _rounded(Fraction(n * 100, of), _places(like))


def count_of(percent: Decimal, of: int) -> int | None:
    """Return the count in a group that a percentage comes from; None where no count gives it."""
    count = int(_rounded(Fraction(percent) * of / 100, 0))
    return count if count <= of and fits(percent, count, of) else None


def _places(percent: Decimal) -> int:
    return max(-int(percent.as_tuple().exponent), 0)


def _rounded(value: Fraction, places: int) -> Decimal:
    step = Decimal(1).scaleb(-places)
    return (Decimal(value.numerator) / value.denominator).quantize(step, ROUND_HALF_UP)
