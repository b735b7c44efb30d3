"""What every part knows of shares of people: out of how many they are written, and how they are rounded.

Layer 1. Pure. Numbers are exact until the last step, where halves go up, as a reader does by hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

DENOMINATORS: Final = (10, 100, 1000, 10000)
"""What a frequency in an aid may be out of, smallest first."""

DENOMINATORS_IN_WORDS: Final = f"{', '.join(map(str, DENOMINATORS[:-1]))} or {DENOMINATORS[-1]}"

_MOST_DECIMALS: Final = 9

LADDER: Final = DENOMINATORS[1:]
"""What a share is shown out of when it was printed out of another number: 100, 1000 or 10000.

Smallest first: small numbers are easier to picture (Trevena 2013, BMC Med Inform Decis Mak 13(S2):S7)."""


def as_frequency(n: Decimal | int, of: Decimal | int) -> str:
    """Write a share as an author does, in the first of 100, 1000 or 10000 that has it whole: ``5 in 100``.

    A share that is whole in none is rounded where at least ten are left to count, and says "about".
    ``of`` is above 0.
    """
    share = Fraction(n) / Fraction(of)
    for step in LADDER:
        if (share * step).denominator == 1:
            return f"{share * step} in {step}"
    step = next((each for each in LADDER if share * each >= 10), LADDER[-1])
    whole = rounded(share * step)
    return f"about {whole:f} in {step}" if whole else f"fewer than 1 in {LADDER[-1]}"


def in_usual(numbers: Sequence[Decimal], of: int) -> tuple[list[str], int] | None:
    """Write numbers out of ``of`` people out of 100, 1000 or 10000, exactly; None where that cannot be.

    In the first that has them all whole; else the first with at least ten of the first number, with
    decimals. ``of`` is above 0.
    """
    shares = [Fraction(each) / of for each in numbers]
    whole = [s for s in LADDER if all((share * s).denominator == 1 for share in shares)]
    large = [s for s in LADDER if shares[0] * s >= 10]
    step = (*whole, *large, LADDER[-1])[0]
    exact = [_exactly(share * step) for share in shares]
    kept = [each for each in exact if each is not None]
    return (kept, step) if len(kept) == len(exact) else None


def _exactly(value: Fraction) -> str | None:
    """Write a number with all its decimals; None where they are more than a cell may have."""
    return next(
        (f"{d:f}" for p in range(_MOST_DECIMALS + 1) if (d := rounded(value, p)) == value), None
    )


def rounded(value: Fraction, places: int = 0) -> Decimal:
    """Round to so many decimals, halves away from zero."""
    exact = abs(value) * 10**places
    whole = _whole(exact.numerator, exact.denominator)
    return Decimal(-whole if value < 0 else whole).scaleb(-places)


def scaled(n: Decimal | int, of: int, denominator: int) -> int:
    """Return n of ``of`` as a whole number of ``denominator``, halves upwards."""
    top, bottom = n.as_integer_ratio()  # whole numbers are exact, and quicker than fractions
    return _whole(top * denominator, bottom * of)


def scaled_up(n: Decimal, of: int, denominator: int) -> int:
    """Return n of ``of`` as a whole number of ``denominator``, the first that is not below it."""
    top, bottom = n.as_integer_ratio()
    return -(-top * denominator // (bottom * of))


def in_plain(n: Decimal, of: int, denominator: int) -> Decimal:
    """Return n of ``of`` out of ``denominator`` with its decimals; both are of ``DENOMINATORS``."""
    return Decimal(f"{(n * denominator / of).normalize():f}")


def _whole(top: int, bottom: int) -> int:
    """Return the whole number that is nearest to a quotient, of two the upper one."""
    return (2 * top + bottom) // (2 * bottom)


def rounds_to_all_or_none(n: Decimal | int, of: int, denominator: int) -> bool:
    """Return whether a share that is not zero would look like zero, or one that is not all like all."""
    whole = scaled(n, of, denominator)
    return (n > 0 and whole == 0) or (n < of and whole == denominator)


def places_of(printed: Decimal) -> int:
    """Return with how many decimals a number was printed."""
    return max(-int(printed.as_tuple().exponent), 0)


def printed_to(n: Decimal, of: int) -> int:
    """Return out of how many a share was printed, decimals included: 84.9 in 100 is out of 1000."""
    finest: int = of * 10 ** places_of(n)
    return finest


def half_a_digit(printed: Decimal) -> Decimal:
    """Return how far a printed number can be from the one that was rounded to it."""
    exponent = printed.as_tuple().exponent
    return Decimal(5).scaleb(exponent - 1) if isinstance(exponent, int) else Decimal(0)


def fits(percent: Decimal, n: int, of: int) -> bool:
    """Whether a percentage can have come from a count; a half may have been rounded either way."""
    return abs(Fraction(n * 100, of) - Fraction(percent)) <= Fraction(half_a_digit(percent))


def percent_of(n: int, of: int, like: Decimal) -> Decimal:
    """Return a count as a percentage with as many decimals as another one has."""
    return rounded(Fraction(n * 100, of), places_of(like))


def count_of(percent: Decimal, of: int) -> int | None:
    """Return the count in a group that a percentage comes from; None where none gives it, or several do."""
    count = int(rounded(Fraction(percent) * of / 100))
    giving = [
        each for each in range(count - 1, count + 2) if 0 <= each <= of and fits(percent, each, of)
    ]
    return giving[0] if len(giving) == 1 else None
