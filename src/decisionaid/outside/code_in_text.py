"""A code found again in a letter, in a link, or in what a scanner or a person typed.

Layer 1. Capitals, spaces, line ends and what mail made of a link are put right; of several readings the one
whose check number fits is taken, and without one a code of a newer format. The same as
``record/token-text.ts`` in the browser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from decisionaid.outside.base41 import ALPHABET, from_base41
from decisionaid.outside.bytes import fits_crc
from decisionaid.outside.newer_code import FEWEST_SIGNS, SPACES, newer_code

_MOST_LETTERS: Final = 200_000
"""Letters that are looked at."""
_MOST_STARTS, _MOST_ENDS = 24, 6
"""Places where one may begin, and readings of each, that are tried."""
_RUN: Final = re.compile(f"[{re.escape(ALPHABET)}]+")
_ESCAPED: Final = re.compile("%(2[0-9A-F]|3[0-9])")
_PUT_RIGHT: Final = (
    (re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]"), ""),
    (re.compile("=\r?\n"), ""),
    (re.compile("[\u2010-\u2013\u2212]"), "-"),
    (re.compile("\u2014"), "--"),
    (re.compile("\u2026"), "..."),
)
"""What unseen signs and other people's programs put into a text."""
_STOPS: Final = ".-*/$"


@dataclass(frozen=True, slots=True)
class CodeKind:
    """What a code of some kind looks like."""

    starts: tuple[str, ...]
    """The signs before its bytes, all of one length."""
    newer: tuple[str, ...]
    """What codes of later formats begin with."""
    most: int
    """Signs at most."""


def code_in_text(text: str, kind: CodeKind) -> str | None:
    """Return the code in a text; None where there is none. What it holds is still to be read."""
    written = _put_right(text[:_MOST_LETTERS].upper())
    runs = list(_RUN.finditer(written))
    starts = [at for at, run in enumerate(runs) if run[0].startswith(kind.starts)]
    guess: str | None = None
    for start in starts[:_MOST_STARTS]:
        for reading in _readings(written, runs, start, kind.most):
            if is_whole(reading, len(kind.starts[0])):
                return reading
            # With one sign wrong it is still the longest that looks like one.
            if len(reading) >= FEWEST_SIGNS and len(reading) > len(guess or ""):
                guess = reading
    return newer_code(written, runs, kind.newer, kind.most) or guess


def _readings(written: str, runs: list[re.Match[str]], start: int, most: int) -> Iterator[str]:
    """Yield all that may belong to it, down to less; each also without the stops that end a sentence."""
    parts: list[str] = []
    length, end = 0, runs[start].start()
    for run in runs[start:]:
        length += len(run[0])
        if not SPACES.match(written, end, run.start()) or length > most:
            break
        parts.append(run[0])
        end = run.end()
    counts = {*range(1, len(parts) + 1)[-_MOST_ENDS:], *range(1, len(parts) + 1)[:_MOST_ENDS]}
    for count in sorted(counts, reverse=True):
        joined = "".join(parts[:count])
        yield from (joined, joined[:-1], joined.rstrip(_STOPS))


def _put_right(text: str) -> str:
    decoded = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    for found, put in _PUT_RIGHT:
        decoded = found.sub(put, decoded)
    return decoded


def is_whole(code: str, head: int) -> bool:
    """Return whether the check number of a code fits; ``head`` is how many signs stand before its bytes."""
    data = from_base41(code[head:]) if len(code) >= FEWEST_SIGNS else None
    return data is not None and fits_crc(data)
