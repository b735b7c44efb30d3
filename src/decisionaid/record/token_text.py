"""A token in a link, and found again in a letter, in a link, or in what a scanner or a person typed.

Layer 2. Capitals, spaces, line ends and what mail made of a link are put right; of several readings the
one whose check number fits is taken, and without one a token of a newer format. The same as
``record/token-text.ts`` in the browser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from decisionaid.record.base41 import ALPHABET, from_base41
from decisionaid.record.bytes import fits_crc
from decisionaid.record.token import FEWEST_SIGNS, LOCKED, MOST_SIGNS, OPEN
from decisionaid.record.token_newer import SPACES, newer_token

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


def link_of(page: str, token: str) -> str:
    """Return the link to a page that opens a token."""
    return f"{page.partition('#')[0]}#{token}"


def token_in_text(text: str) -> str | None:
    """Return the token in a text; None where there is none. What it holds is still to be read."""
    written = _put_right(text[:_MOST_LETTERS].upper())
    runs = list(_RUN.finditer(written))
    starts = [at for at, run in enumerate(runs) if run[0].startswith((OPEN, LOCKED))]
    guess: str | None = None
    for start in starts[:_MOST_STARTS]:
        for reading in _readings(written, runs, start):
            if _is_whole(reading):
                return reading
            # With one sign wrong it is still the longest that looks like one.
            if len(reading) >= FEWEST_SIGNS and len(reading) > len(guess or ""):
                guess = reading
    return newer_token(written, runs) or guess


def _readings(written: str, runs: list[re.Match[str]], start: int) -> Iterator[str]:
    """Yield all that may belong to it, down to less; each also without the stops that end a sentence."""
    parts: list[str] = []
    length, end = 0, runs[start].start()
    for run in runs[start:]:
        length += len(run[0])
        if not SPACES.match(written, end, run.start()) or length > MOST_SIGNS:
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


def _is_whole(token: str) -> bool:
    data = from_base41(token[1:]) if len(token) >= FEWEST_SIGNS else None
    return data is not None and fits_crc(data)
