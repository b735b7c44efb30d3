"""Find the record in the text of a file, whatever the file is.

Layer 2. Mail programs break lines, turn attributes around and cut what is long: the text is found by its
marks, ends of lines count for nothing, and a record that was cut is read up to its last whole part.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal, NoReturn

from decisionaid.model.canonical import TooDeepError, record_checksum
from decisionaid.model.record import MAX_RECORD_BYTES

Fault = Literal["not_ours", "too_large", "damaged", "newer"]
"""Why nothing of a file can be read."""

_START: Final = re.compile(
    r"<script\b[^>]{0,300}?\bid\s*=\s*[\"']?decisionaid-record\b[^>]{0,300}>",
    re.IGNORECASE | re.ASCII,
)
_END: Final = re.compile(r"</script\s*>", re.IGNORECASE)
_MARK: Final = re.compile(
    r"<meta\b[^>]{0,300}?\bcontent\s*=\s*[\"']?decisionaid\b", re.IGNORECASE | re.ASCII
)
_FORMAT: Final = re.compile(r"decisionaid\.record/([0-9]{1,9})")
_LINE_ENDS: Final = re.compile(r"[\r\n]+")
_LONGEST_INT: Final = 15
"""Digits of a whole number that browsers keep as it is."""


@dataclass(frozen=True, slots=True)
class Found:
    """A record as data; its parts are still to be checked."""

    data: dict[str, Any]
    is_altered: bool
    """Whether something was changed or lost on the way: the check number does not fit."""


def record_in_text(text: str) -> Found | Fault:
    """Return the record in a page that was saved, or in bare JSON."""
    start = _START.search(text)
    if start:
        return _record_in_json(_END.split(text[start.end() :], maxsplit=1)[0], "damaged")
    bare = text.lstrip("\ufeff \t\r\n")
    if bare.startswith("{"):
        return _record_in_json(bare, "damaged" if "decisionaid.record/" in text else "not_ours")
    return "damaged" if _MARK.search(text) else "not_ours"


def _record_in_json(text: str, unreadable: Fault) -> Found | Fault:
    if len(text.encode("utf-8", "surrogatepass")) > MAX_RECORD_BYTES:
        return "too_large"
    altered: Found | None = None
    for each in _readings(text):
        try:
            found = _checked(_parsed(each))
        except (ValueError, RecursionError):
            # No JSON, or so deeply nested that it is none of ours.
            continue
        if not isinstance(found, Found) or not found.is_altered:
            return found
        altered = altered or found
    return altered or unreadable


def _readings(text: str) -> Iterator[str]:
    """Ends of lines are ours or those of a mail program, which may have put them for a space."""
    joined = _LINE_ENDS.sub("", text)
    yield joined
    yield _LINE_ENDS.sub(" ", text)
    mended = _mended(joined)
    if mended is not None:
        yield mended


def _parsed(text: str) -> object:
    """Read JSON as browsers do: all numbers are floats, and a whole one is whole however written."""
    return json.loads(text, parse_int=_number, parse_float=_number, parse_constant=_refuse)


def _number(written: str) -> float:
    if len(written) <= _LONGEST_INT and written.lstrip("-").isdigit():
        return int(written)
    value = float(written)
    return int(value) if value.is_integer() else value


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def _checked(data: object) -> Found | Fault:
    name = data.get("format") if isinstance(data, dict) else None
    version = _FORMAT.fullmatch(name) if isinstance(name, str) else None
    if version and int(version[1]) > 1:
        return "newer"
    if not isinstance(data, dict) or name != "decisionaid.record/1":
        return "not_ours"
    try:
        return Found(data, is_altered=record_checksum(data) != data.get("crc32"))
    except TooDeepError:
        return "damaged"


def _mended(text: str) -> str | None:
    """Close JSON behind the last part, or the last item of a list that is a part, that is whole.

    Never within an answer: without its state it would read as one that nobody gave.
    """
    is_open: list[str] = []
    kept = None
    for piece in re.finditer(r'"(?:[^"\\]|\\.)*(?:"|\Z)|[\[\]{},]', text, re.DOTALL):
        match piece[0]:
            case "{" | "[":
                is_open.append("}" if piece[0] == "{" else "]")
            case "}" | "]":
                del is_open[-1:]
            case "," if len(is_open) == 1 or (len(is_open) == 2 and is_open[1] == "]"):
                kept = text[: piece.start()] + "".join(reversed(is_open))
            case _:
                pass
    return kept
