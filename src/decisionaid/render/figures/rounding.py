"""Round a share to whole people of a denominator.

Layer 2. Exact until the last step, where halves go up.
"""

from __future__ import annotations

from decimal import Decimal


def scaled(n: Decimal | int, of: int, denominator: int) -> int:
    """Return n of ``of`` as a whole number of ``denominator``, halves upwards."""
    top, bottom = n.as_integer_ratio()  # whole numbers are exact, and quicker than decimals
    bottom *= of
    return (2 * top * denominator + bottom) // (2 * bottom)


def rounds_to_all_or_none(n: Decimal | int, of: int, denominator: int) -> bool:
    """Return whether a share that is not zero would look like zero, or one that is not all like all."""
    whole = scaled(n, of, denominator)
    return (n > 0 and whole == 0) or (n < of and whole == denominator)
