"""Make an id from words: what a message offers when an id is missing, and what reading goes on with.

Layer 2. ``Still in pain after 3 days`` becomes ``still-in-pain-after-3-days``.
"""

from __future__ import annotations

import re
import unicodedata

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MAX_ID = 64
_OFFERED = 40


def is_id(text: str) -> bool:
    """Tell whether a text is an id: small letters, digits, single hyphens, at most 64 characters."""
    return len(text) <= MAX_ID and _ID.fullmatch(text) is not None


def id_from(words: str, otherwise: str = "part") -> str:
    """Return an id made of the first words, cut at a word's end where that can be."""
    folded = unicodedata.normalize("NFKD", words[:200]).encode("ascii", "ignore").decode().lower()
    parts = re.findall(r"[a-z0-9]+", folded.replace("'", ""))
    made = ""
    for part in parts:
        if made and len(made) + 1 + len(part) > _OFFERED:
            break
        made = f"{made}-{part}" if made else part[:_OFFERED]
    return made or otherwise
