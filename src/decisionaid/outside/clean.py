"""Text from people and from files, made safe to keep and to show.

Layer 1. The same as ``record/text.ts`` in the browser.
"""

from __future__ import annotations

import re
from typing import Final

LINE: Final = 300
"""Most characters of one line."""

LONG_TEXT: Final = 1500
"""Most characters of a few sentences."""

# Control characters, and the marks that turn the direction of text around: with them a file
# could make a line read as something that it does not say.
_UNSEEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_HALF_PAIR: Final = re.compile("[\ud800-\udfff]")
# Letters that nobody sees: a text of them alone says nothing, and within one they may be a script's own.
_HIDDEN: Final = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\uffa0\U000e0000-\U000e0fff]"
)
SPACE: Final = (
    "\t\n\x0b\x0c\r \xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\ufeff"
)
"""What browsers take for a space, in a pattern and at the ends of a text."""

_SPACES: Final = re.compile(f"[{SPACE}]+")


def whole_pairs(text: str) -> str:
    """Return the text with a sign in the place of each half of a pair."""
    return _HALF_PAIR.sub("\ufffd", text)


def sentences(text: str, most: int = LONG_TEXT) -> str:
    """Return the text without unseen characters and without spaces around it; lines are kept."""
    return _clean(text, most).strip(SPACE)


def line(text: str, most: int = LINE) -> str:
    """Return the same on one line, with single spaces."""
    return _SPACES.sub(" ", _clean(text, most)).strip(SPACE)[:most]


def _clean(text: str, most: int) -> str:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    made = whole_pairs(_UNSEEN.sub("", plain))
    is_hidden = made.strip(SPACE) and not _HIDDEN.sub("", made).strip(SPACE)
    return "" if is_hidden else made[:most]
