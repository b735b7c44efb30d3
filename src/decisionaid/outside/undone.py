"""What mail and word processors do to a whole file, undone.

Layer 1. The same as ``handover/undone.ts`` in the browser. A saved file has letters of ASCII alone, so a
curly quote or a hard space in it is none of ours, and the check number tells if all of it is back.
"""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator
from typing import Final

_BASE64: Final = re.compile(r"[ \t]*([A-Za-z0-9+/]+)(={0,2})[ \t]*")
_FIRST_LINE: Final = 40
"""Letters of the first line of base64; a shorter line is a word."""

_SOFT_END: Final = re.compile(r"=[ \t]*\r?\n")
_BYTES: Final = re.compile("(?:=[0-9A-Fa-f]{2})+")
_QUOTED: Final = re.compile("^(?:[ \t]*>)+ ?", re.MULTILINE)
_NAMED: Final = {
    **dict.fromkeys(("&quot;", "&#34;", "&#x22;", "&ldquo;", "&rdquo;"), '"'),
    **dict.fromkeys(("&apos;", "&#39;", "&#x27;"), "'"),
    **dict.fromkeys(("&nbsp;", "&#160;", "&#xa0;"), " "),
    "&lt;": "<",
    "&gt;": ">",
    "&amp;": "&",
}
_ENTITY: Final = re.compile("|".join(_NAMED))
_SPACES: Final = (
    (re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]"), " "),
    (re.compile("[\u200b\u2060\ufeff]"), ""),
)
_QUOTES: Final = (
    (re.compile("[\xab\xbb\u201c-\u201f\u2033]"), '"'),
    (re.compile("[\u2018-\u201b\u2032]"), "'"),
)


def undone(text: str) -> Iterator[str]:
    """Yield the text with one thing more undone each time."""
    for step in (
        _of_bytes,
        _of_base64,
        _of_quoted_printable,
        _unquoted,
        _unescaped,
        _spaced,
        _straight,
    ):
        after = step(text)
        if after != text:
            yield after
        text = after


def _of_bytes(text: str) -> str:
    """Two bytes for each letter, read as one."""
    return text.replace("\x00", "")


def _of_base64(text: str) -> str:
    """Lines of base64, if they hold anything of ours; other lines are kept as they are."""
    lines = re.split(r"\r?\n", text)
    made: list[str] = []
    at = 0
    while at < len(lines):
        letters = ""
        behind = at
        is_open = len(_letters(lines[at])[0]) >= _FIRST_LINE
        while is_open and behind < len(lines):
            more, end = _letters(lines[behind])
            letters += more
            behind += bool(more)
            is_open = bool(more) and not end
        decoded = _decoded(letters)
        if "decisionaid" in decoded:
            made.append(decoded)
        else:
            behind = max(behind, at + 1)
            made.extend(lines[at:behind])
        at = behind
    return "\n".join(made)


def _letters(line: str) -> tuple[str, str]:
    """Return the letters of a line of base64 and the signs that end it; none of any other line."""
    written = _BASE64.fullmatch(line)
    return (written[1], written[2]) if written else ("", "")


def _decoded(letters: str) -> str:
    whole = letters[:-1] if len(letters) % 4 == 1 else letters
    return _utf8(b64decode(whole + "=" * (-len(whole) % 4)))


def _of_quoted_printable(text: str) -> str:
    joined = _SOFT_END.sub("", text)
    return _BYTES.sub(lambda run: _utf8(bytes.fromhex(run[0].replace("=", ""))), joined)


def _utf8(data: bytes) -> str:
    return data.decode("utf-8", "replace").removeprefix("\ufeff")


def _unquoted(text: str) -> str:
    """Lines of a letter that is answered or handed on."""
    return _QUOTED.sub("", text)


def _unescaped(text: str) -> str:
    """Signs that were written by their names, as in HTML."""
    return _ENTITY.sub(lambda name: _NAMED[name[0]], text)


def _spaced(text: str) -> str:
    """Plain spaces, and none that nobody sees."""
    return _put(text, _SPACES)


def _straight(text: str) -> str:
    """Quotes as they were before somebody's program made them handsome."""
    return _put(text, _QUOTES)


def _put(text: str, letters: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    for others, ours in letters:
        text = others.sub(ours, text)
    return text
