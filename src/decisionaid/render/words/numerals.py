"""Write numbers, lists and reasons the way a sentence needs them.

Layer 2. ``Decimal("1000")`` becomes ``1,000``; ``the trials differ`` becomes ``The trials differ.``
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from decisionaid.render.words.messages import say

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def number(value: Decimal | int) -> str:
    """Write a number for a reader, with a comma for thousands.

    A whole number is written without its idle zeros (16.0 is 16), because they are read for
    nothing. Any other keeps the digits of its source (1.30 stays), because the figures beside it
    have as many and the words can then be found in the source.
    """
    if value == int(value):
        return f"{int(value):,}"
    return f"{value:,f}"


def as_printed(value: Decimal | int) -> str:
    """Write a number with every digit its source printed."""
    return f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}"


def capital(text: str) -> str:
    """Begin with a capital letter."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """Begin with a small letter, unless the first word is an abbreviation such as ``CT``."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def sentence(text: str) -> str:
    """Begin with a capital letter and end with a full stop, or the author's own mark."""
    text = capital(text.strip())
    return text if not text or text[-1] in ".!?" else f"{text}."


def listed(words: Sequence[str]) -> str:
    """Join words as a sentence does: ``a``, ``a and b``, ``a, b and c``."""
    if len(words) < 2:
        return "".join(words)
    return say("list_end", start=", ".join(words[:-1]), last=words[-1])


def day(when: date | None) -> str:
    """Write a date as ``22 November 2026``; None: it was not given."""
    return "" if when is None else f"{when.day} {MONTHS[when.month - 1]} {when.year}"
