"""Any text in the 95 signs that every clinical system takes: the same bytes as ``handover/ascii.ts``.

Layer 1. Only blocks of Unicode in which nothing is new are taken apart, so that no version of Python or
of a browser knows more letters than another.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final

from decisionaid.outside.tables import table

_Blocks = tuple[tuple[int, int], ...]

_APART: Final[_Blocks] = (
    (0xA0, 0x24F), (0x1E00, 0x1EFF), (0x2000, 0x209F), (0x2100, 0x218F), (0xFB00, 0xFB06), (0xFF01, 0xFF5E),
)  # fmt: skip
"""Latin letters with their marks, spaces, signs, fractions, ligatures and wide forms."""

_DROPPED: Final[_Blocks] = (
    (0, 8), (14, 31), (0x7F, 0x9F), (0xAD, 0xAD), (0x300, 0x36F), (0x200B, 0x200F), (0x202A, 0x202E),
    (0x2060, 0x206F), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xE0000, 0xE01EF),
)  # fmt: skip
"""Marks, and what nobody sees."""

_NO_LETTERS: Final[_Blocks] = (
    (0xA0, 0xBF), (0x2000, 0x206F), (0x20A0, 0x20CF), (0x2100, 0x2BFF), (0xD800, 0xDFFF),
    (0xFFFC, 0xFFFD), (0x1F000, 0x1FAFF),
)  # fmt: skip
"""No letters of any script."""

_SCRIPT: Final = "\x01"
_SIGN: Final = "\x02"
_SCRIPTS: Final = re.compile("\x01(?:[^A-Za-z0-9\x01\x02]*\x01)*")
_SIGNS: Final = re.compile("\x02(?: *\x02)*")
_SPACES: Final = re.compile(" +")


@lru_cache(maxsize=4096)
def to_ascii(text: str) -> str:
    """Return a text on one line, in ASCII; words in another script and pictures are named as such."""
    words = table("record-text")
    made = "".join(map(_sign_for, text))
    made = _SCRIPTS.sub(lambda _: str(words["script"]), made)
    made = _SIGNS.sub(lambda _: str(words["sign"]), made)
    return _SPACES.sub(" ", made).strip(" ")


def readable(text: str) -> str:
    """Return the same; where there is a text and nothing of it can be written in ASCII, that a sign stood there."""
    return to_ascii(text) or (text and str(table("record-text")["sign"]))


def cut(text: str, most: float) -> str:
    """Return the first signs of a text in ASCII, with a mark where something is missing."""
    if len(text) <= most:
        return text
    return f"{text[: int(most)].strip(' ')}{table('record-text')['mark']}"


def quoted(text: str, most: float) -> str:
    """Return a person's own words: nothing in them can end the quotes that they stand in."""
    within = text.replace('"', "'")
    return f'"{cut(within, most)}"'


@cache
def _sign_for(sign: str) -> str:
    code = ord(sign)
    own: str | None = table("record-text")["signs"].get(sign)
    if own is not None:
        return own
    if 9 <= code <= 13 or code in (0x2028, 0x2029):
        return " "
    if _is_in(code, _DROPPED):
        return ""
    if code < 0x7F:
        return sign
    parts = unicodedata.normalize("NFKD", sign) if _is_in(code, _APART) else sign
    if parts == sign:
        return _SIGN if _is_in(code, _NO_LETTERS) else _SCRIPT
    return "".join(map(_sign_for, parts))


def _is_in(code: int, blocks: _Blocks) -> bool:
    return any(first <= code <= last for first, last in blocks)
