"""Money in whole pence: what was typed, and how it is written.

Layer 2. The same as ``plan/money.ts`` in the browser. The sums of a budget are its model's.
"""

from __future__ import annotations

import re
from typing import Final

MOST: Final = 100_000_000
"""A million of the larger unit; the model's own limit."""

_AMOUNT: Final = re.compile("[£€$]?[ \xa0]?([0-9]{1,7})(?:[.,]([0-9]{2}))?")
_AROUND: Final = " \t\r\n\xa0"


def pence_of(typed: str) -> int | None:
    """Return ``18.75``, ``18,75``, ``£18.75`` or ``18`` in whole pence; None where it is none of these.

    One decimal, or three, is no amount: nobody knows what was meant.
    """
    found = _AMOUNT.fullmatch(typed.strip(_AROUND))
    if found is None:
        return None
    amount = int(found[1]) * 100 + int(found[2] or "0")
    return amount if amount <= MOST else None


def in_pounds(pence: int) -> str:
    """Return pence as a person writes them: ``18.75``."""
    whole, part = divmod(abs(pence), 100)
    return f"{'-' if pence < 0 else ''}{whole}.{part:02}"
