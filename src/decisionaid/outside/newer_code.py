"""A code of a format that comes after ours: what it begins with is known, and nothing else of it.

Layer 1. No check number tells it from other text, so it has to be the whole text or stand behind the ``#`` of
a link, in one piece or in pieces as a mail or a sheet breaks one, and have signs as mixed as bytes in base 41
have. The same as ``record/token-newer.ts`` in the browser.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import Final

SPACES: Final = re.compile(r"[\s>|\ufeff]*\Z")
"""Between the pieces of a code."""
FEWEST_SIGNS: Final = 40
"""No code of ours is as short."""
_MOST_STARTS: Final = 24
"""Places where one may begin, that are tried."""
_FEWEST_IN_PIECE: Final = 4
"""Signs of the shortest piece of one that is broken."""
_BEHIND: Final = "#£"
_KINDS: Final = (re.compile("[0-9]"), re.compile("[G-Z]"))
_ONE_IN: Final = 8
"""A quarter of the signs of base 41 are digits, and half are letters behind F; of a half of that one can be sure."""


def newer_code(
    written: str, runs: Sequence[re.Match[str]], heads: tuple[str, ...], most: int
) -> str | None:
    """Return the first such code in a text that was put right, of which these are the runs of signs.

    ``heads`` are what one may begin with, ``most`` how many signs it has at most.
    """
    starts = (
        at for at, run in enumerate(runs) if run[0].startswith(heads) and _is_start(written, run)
    )
    for start in islice(starts, _MOST_STARTS):
        token = _joined(written, runs[start:], most)
        if len(token) >= FEWEST_SIGNS and _is_mixed(token):
            return token
    return None


def _is_start(written: str, run: re.Match[str]) -> bool:
    at = run.start()
    return written[max(at - 1, 0) : at] in tuple(_BEHIND) or bool(SPACES.match(written, 0, at))


def _joined(written: str, runs: Sequence[re.Match[str]], longest: int) -> str:
    """Return the first run where it is long enough; else pieces of one length, a shorter one before and behind."""
    first = runs[0]
    if len(first[0]) >= FEWEST_SIGNS:
        return first[0][:longest]
    token, end = first[0], first.end()
    most = max(len(runs[1][0]) if len(runs) > 1 else 0, _FEWEST_IN_PIECE)
    if len(token) > most:
        return token
    for run in islice(runs, 1, None):
        is_near = SPACES.match(written, end, run.start())
        if len(run[0]) > most or len(token) + len(run[0]) > longest or not is_near:
            break
        token += run[0]
        end = run.end()
        if len(run[0]) < most:
            break
    return token


def _is_mixed(token: str) -> bool:
    return all(len(kind.findall(token)) * _ONE_IN >= len(token) for kind in _KINDS)
