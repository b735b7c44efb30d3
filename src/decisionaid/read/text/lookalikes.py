"""Find letters that look like others (DA046): in a word of two alphabets, and letters made for formulas.

Layer 2. Words such as "β-blocker" or "TNFα" pass: only Greek letters that cannot be told from Latin ones
count. Whole words of another alphabet pass as well, since that may be the language of the aid.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from decisionaid.read.faults import LOOKALIKE
from decisionaid.read.ledger import Ledger
from decisionaid.text import Span

_OTHERS: Final = "аеорсухіјѕһԁԛԝАВЕКМНОРСТХІЈЅУΑΒΕΖΗΙΚΜΝΟΡΤΥΧον"
_LATIN: Final = "aeopcyxijshdqwABEKMHOPCTXIJSYABEZHIKMNOPTYXov"
_PLAIN: Final = str.maketrans(_OTHERS, _LATIN)

_GREEK: Final = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧον"
_MIXED: Final = re.compile(rf"[A-Za-z][\u0400-\u04ff{_GREEK}]|[\u0400-\u04ff{_GREEK}][A-Za-z]")
_FORMULA: Final = re.compile("[\U0001d400-\U0001d7ff]+")
_PILED: Final = re.compile("[\u0300-\u036f]{4,}")
"""Marks set one above the other; no language of ours has more than three on a letter."""

_ADDRESS: Final = re.compile(r"(?:://|@|mailto:)\S*$")
_SHOWN: Final = 64


def report_lookalikes(lines: list[str], ledger: Ledger) -> None:
    """Report the first of each line that is no plain ASCII."""
    for number, line in enumerate(lines, 1):
        if line.isascii():
            continue
        for pattern, says in (
            (_MIXED, "mixes letters of two alphabets that look alike"),
            (_FORMULA, "is written in letters made for formulas"),
            (_PILED, "piles marks upon a letter"),
        ):
            if found := pattern.search(line):
                _report(number, found, says, ledger)
                break


def _report(number: int, found: re.Match[str], says: str, ledger: Ledger) -> None:
    start, end = found.span()
    if found.re is _MIXED:
        start, end = _word_around(found.string, start, end)
        if _ADDRESS.search(found.string[max(start - _SHOWN, 0) : start]):
            return  # DA023 says so of an address
    words = found.string[start:end][:_SHOWN]
    plain = _PILED.sub("", unicodedata.normalize("NFKC", words)).translate(_PLAIN)
    named = f"'{words}' " if _PILED.match(words) is None else "this "
    ledger.fault(
        LOOKALIKE,
        Span.on_line(number, start + 1, end + 1),
        f"{named}{says}",
        f"type it again in plain letters: '{plain}'" if plain else "take the marks away",
    )


def _word_around(line: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the word that two letters stand in, no further than is shown of it."""
    first, last = max(start - _SHOWN, 0), min(end + _SHOWN, len(line))
    while start > first and line[start - 1].isalpha():
        start -= 1
    while end < last and line[end].isalpha():
        end += 1
    return start, end
