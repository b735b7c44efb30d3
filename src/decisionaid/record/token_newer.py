"""A token of a format that comes after ours: its first sign is 3 to 9, and nothing else of it is known.

Layer 2. No check number tells it from other text, so it has to be the whole text or stand behind the ``#`` of
a link, in one piece or in pieces as a mail or a sheet breaks one, and have signs as mixed as bytes in base 41
have. The same as ``record/token-newer.ts`` in the browser.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import Final

from decisionaid.record.token import FEWEST_SIGNS, MOST_SIGNS

SPACES: Final = re.compile(r"[\s>|\ufeff]*\Z")
"""Between the pieces of a token."""
_MOST_STARTS: Final = 24
"""Places where one may begin, that are tried."""
_FEWEST_IN_PIECE: Final = 4
"""Signs of the shortest piece of one that is broken."""
_NEWER: Final = tuple("3456789")
_BEHIND: Final = "#£"
_KINDS: Final = (re.compile("[0-9]"), re.compile("[G-Z]"))
_ONE_IN: Final = 8
"""A quarter of the signs of base 41 are digits, and half are letters behind F; of a half of that one can be sure."""


def newer_token(written: str, runs: Sequence[re.Match[str]]) -> str | None:
    """Return the first such token in a text that was put right, of which these are the runs of signs."""
    starts = (
        at for at, run in enumerate(runs) if run[0].startswith(_NEWER) and _is_start(written, run)
    )
    for start in islice(starts, _MOST_STARTS):
        token = _joined(written, runs[start:])
        if len(token) >= FEWEST_SIGNS and _is_mixed(token):
            return token
    return None


def _is_start(written: str, run: re.Match[str]) -> bool:
    at = run.start()
    return written[max(at - 1, 0) : at] in tuple(_BEHIND) or bool(SPACES.match(written, 0, at))


def _joined(written: str, runs: Sequence[re.Match[str]]) -> str:
    """Return the first run where it is long enough; else pieces of one length, a shorter one before and behind."""
    first = runs[0]
    if len(first[0]) >= FEWEST_SIGNS:
        return first[0][:MOST_SIGNS]
    token, end = first[0], first.end()
    most = max(len(runs[1][0]) if len(runs) > 1 else 0, _FEWEST_IN_PIECE)
    if len(token) > most:
        return token
    for run in islice(runs, 1, None):
        is_near = SPACES.match(written, end, run.start())
        if len(run[0]) > most or len(token) + len(run[0]) > MOST_SIGNS or not is_near:
            break
        token += run[0]
        end = run.end()
        if len(run[0]) < most:
            break
    return token


def _is_mixed(token: str) -> bool:
    return all(len(kind.findall(token)) * _ONE_IN >= len(token) for kind in _KINDS)
