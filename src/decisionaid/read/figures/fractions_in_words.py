"""Fractions that sources say in words, such as ``two-thirds`` and ``a quarter``.

Layer 2. Pure. They are kept as words of a source: nobody printed 67 in 100.
"""

from __future__ import annotations

import re
from typing import Final, get_args

from decisionaid.model.figure import Share

FRACTIONS: Final[dict[str, Share]] = {name: name for name in get_args(Share)} | {
    "a third": "one-third",
    "a quarter": "one-quarter",
    "a fifth": "one-fifth",
    "a tenth": "one-tenth",
}
"""Each fraction as an author writes it, with its name."""

_BEFORE: Final = {
    "approximately": "about", "around": "about", "roughly": "about",
    "nearly": "almost", "just under": "almost",
    "less than": "fewer than", "under": "fewer than",
    "over": "more than", "just over": "more than",
}  # fmt: skip
_NEARLY: Final = re.compile(
    rf"(?:(?P<before>about|almost|fewer than|more than|{'|'.join(_BEFORE)}) )?"
    r"(?P<fraction>(?:one |a )?half|(?:a|one|two|three|four|seven|nine)[ -](?:third|quarter|fifth|tenth)s?)"
    r"(?: of (?:the |all )?(?:patients|people|persons|participants|adults|children|babies|women|men))?\.?",
    re.IGNORECASE,
)


def fraction_anew(text: str) -> str | None:
    """Return a fraction as the format writes it; None: it is none."""
    found = _NEARLY.fullmatch(text)
    if found is None:
        return None
    said = found["fraction"].lower()
    said = (
        "half"
        if said.endswith("half")
        else said
        if said.startswith("a ")
        else said.replace(" ", "-")
    )
    before = (found["before"] or "").lower()
    before = _BEFORE.get(before, before)
    return f"{before} {said}" if before else said
