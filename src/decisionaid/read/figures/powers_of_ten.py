"""Say how to write a number with a power of ten: ``1E+03`` of a spreadsheet, ``10^9`` and ``10³`` of a paper.

Layer 2. Pure. A spreadsheet that shortens a number leaves digits out, and a raised digit may be the
mark of a note: of neither is a number made, the source has it. ``10^3`` is one number, and written out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Final

from decisionaid.read.ledger import quoted

SHORTENED = re.compile(
    r"(?<![\w.-])\d{1,20}(?:[.,]\d{1,20})?e[+\u2212-]?\d{1,4}(?!\w)", re.IGNORECASE
)
_POWER = re.compile(
    r"(?<![\w.^])(?:(?P<times>\d{1,9}(?:\.\d{1,9})?) ?[x\u00d7*\u00b7] ?)?10(?:\^|\*\*)"
    r"(?P<sign>[\u2212-]?)(?P<power>\d{1,4})(?![\w.^])",
    re.IGNORECASE,
)
_RAISED = re.compile(
    r"(?<![\w.])(?:\d{1,9}(?:\.\d{1,9})? ?[x\u00d7*\u00b7] ?)?10[\u207a\u207b]?[\u00b9\u00b2\u00b3\u2070-\u2079]+"
)
_MOST: Final = 9
"""The largest power that is written out: no study counted more people."""


def power_of_ten(text: str, is_right: Callable[[str], bool] | None = None) -> str | None:
    """Return how to write a text that has such a number; None when it has none.

    ``is_right`` tells whether a text with the number in full is what belongs there.
    """
    if found := SHORTENED.search(text):
        return (
            f"{quoted(found[0])} is a number that a spreadsheet has shortened, perhaps with digits "
            "left out: look in the source, and write all of them"
        )
    if found := _RAISED.search(text):
        return (
            f"{quoted(found[0])} may be a power of ten, or 10 with the mark of a note: look in the "
            "source, and write the number with all its digits; what a mark refers to goes into '- Note:'"
        )
    found = _POWER.search(text)
    if found is None:
        return None
    if int(found["power"]) > _MOST:
        return f"{quoted(found[0])} is no number of people: look at it in the source again"
    anew = _POWER.sub(_in_full, text)
    if is_right is not None and is_right(anew):
        return f"write it as '{anew}'"
    return f"write {quoted(found[0])} with all its digits: '{_in_full(found)}'"


def _in_full(found: re.Match[str]) -> str:
    """Write a power out, with no digit changed; one that is too large stays as it is."""
    power = int(found["power"])
    if power > _MOST:
        return found[0]
    number = Decimal(found["times"] or 1).scaleb(-power if found["sign"] else power)
    whole = number.to_integral_value()
    return f"{whole if number == whole else number.normalize():f}"
