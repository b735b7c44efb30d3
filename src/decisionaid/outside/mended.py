"""A record whose JSON cannot be read as it stands: its whole parts are kept, and what is double is named.

Layer 1. The same as ``handover/mended.ts`` in the browser.
"""

from __future__ import annotations

import json
import re
from typing import Final

from decisionaid.model.canonical import MOST_NESTED

_PIECE: Final = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?\Z)|[\[\]{},]', re.DOTALL)
_CLOSES: Final = {"{": "}", "[": "]"}


def mended(text: str) -> str | None:
    """Take out what is nested too deep, and close JSON that was cut off; None when no part of it is whole.

    It is closed behind the last part, or the last item of a list that is a part, that is whole. Never
    within an answer: without its state it would read as one that nobody gave.
    """
    is_open: list[str] = []
    level = ""
    at = 0
    kept = None
    for piece in _PIECE.finditer(text):
        match piece[0]:
            case "{" | "[" as sign:
                if len(is_open) == MOST_NESTED:
                    level += text[at : piece.start()] + "null"
                    at = len(text)
                is_open.append(_CLOSES[sign])
            case "}" | "]":
                del is_open[-1:]
                if len(is_open) == MOST_NESTED:
                    at = piece.end()
            case "," if len(is_open) == 1 or (len(is_open) == 2 and is_open[1] == "]"):
                kept = level + text[at : piece.start()] + "".join(reversed(is_open))
            case _:
                pass
    return level + text[at:] if level and not is_open else kept


def doubled(text: str) -> list[str]:
    """Return the parts in which a name stands twice: nobody knows which of the two was meant."""
    found: dict[str, None] = {}
    names: list[set[str] | None] = []
    part = ""
    is_name = False
    for piece in _PIECE.finditer(text):
        match piece[0]:
            case "{" | "[" as sign:
                names.append(set() if sign == "{" else None)
                is_name = sign == "{"
            case "}" | "]":
                del names[-1:]
            case ",":
                is_name = bool(names) and names[-1] is not None
            case written if is_name and names[-1] is not None:
                name = json.loads(written)
                part = name if len(names) == 1 else part
                if name in names[-1]:
                    found[part] = None
                names[-1].add(name)
                is_name = False
            case _:
                pass
    return list(found)
