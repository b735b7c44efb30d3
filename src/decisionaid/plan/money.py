"""Money in whole pence: what was typed, and how it is written.

Layer 2. The same as ``plan/money.ts`` in the browser. The sums of a budget are its model's. A hundredth of any
currency is called a penny here.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from decisionaid.model.currency import POUNDS
from decisionaid.outside.tables import filled, table

MOST: Final = 100_000_000
"""A million of the larger unit; the model's own limit."""

NoAmount = Literal["none", "two_ways", "other_money"]
"""Why there is no amount. ``none``: it is none. ``two_ways``: it may be thousands, or three decimals, and nobody knows.
``other_money``: it is in another currency."""

_PARTS: Final = re.compile(
    "(?P<before>[£€$]|[A-Za-z]{3})?[ \xa0]?"
    "(?P<figure>[0-9](?:[0-9.,'’ \xa0\u202f]*[0-9])?)"
    "[ \xa0]?(?P<behind>[£€$]|[A-Za-z]{3})?"
)
_FIGURE: Final = re.compile(
    "(?P<whole>[0-9]{1,7}|[0-9]{1,3}(?:(?P<between>[,.'’ \xa0\u202f])[0-9]{3})(?:(?P=between)[0-9]{3})*)"
    "(?:(?P<point>[.,])(?P<pence>[0-9]{2}))?"
)
_TWO_WAYS: Final = re.compile(r"[0-9]{1,3}[.,][0-9]{3}")
_AROUND: Final = " \t\r\n\xa0"


def amount_in(typed: str, currency: str = POUNDS) -> int | NoAmount:
    """Return what was typed in whole pence, or why it is no amount.

    ``18``, ``18.75``, ``18,75``, ``£3,185.50``, ``3.185,50``, ``3 185.50`` and ``3185.50 GBP`` are read. One decimal,
    or three, is no amount. ``3,185`` is not read either: it would be a guess.
    """
    parts = _PARTS.fullmatch(typed.strip(_AROUND))
    if parts is None:
        return "none"
    named = [each for each in (parts["before"], parts["behind"]) if each]
    if len(named) > 1:
        return "none"
    if not all(_is_of(each, currency) for each in named):
        return "other_money"
    figure = parts["figure"]
    if _TWO_WAYS.fullmatch(figure):
        return "two_ways"
    found = _FIGURE.fullmatch(figure)
    if found is None or found["between"] == (found["point"] or ""):
        return "none"
    whole = re.sub("[^0-9]", "", found["whole"])
    amount = int(whole) * 100 + int(found["pence"] or "0")
    return amount if amount <= MOST else "none"


def _is_of(named: str, currency: str) -> bool:
    """Tell if a sign or a code names this currency."""
    signs: dict[str, list[str]] = table("money")["signs"]
    return currency in signs.get(named, [named.upper()])


def pence_of(typed: str, currency: str = POUNDS) -> int | None:
    """Return what was typed in whole pence; None: it is no amount, or not one that can be told."""
    found = amount_in(typed, currency)
    return found if isinstance(found, int) else None


def in_pounds(pence: int) -> str:
    """Return pence as a person writes them: ``18.75``."""
    whole, part = divmod(abs(pence), 100)
    return f"{'-' if pence < 0 else ''}{whole}.{part:02}"


def in_money(pence: int, currency: str) -> str:
    """Return a sum with its currency: ``GBP 18.75``."""
    return filled(table("money")["sum"], currency=currency, amount=in_pounds(pence))
