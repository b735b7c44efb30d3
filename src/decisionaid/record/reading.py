"""Find the record in the text of a file, whatever the file is.

Layer 2. Mail programs break lines, turn attributes around and cut what is long: the text is found by its
marks, ends of lines count for nothing, and a record that was cut is read up to its last whole part.
Where that gives no sound record, what was done to the whole file is undone, one thing after the other.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal, NoReturn

from decisionaid.model.canonical import record_checksum
from decisionaid.model.record import MAX_RECORD_BYTES
from decisionaid.record.mended import doubled, mended
from decisionaid.record.migrated import migrated
from decisionaid.record.undone import undone

Fault = Literal["not_ours", "too_large", "damaged", "newer", "two"]
"""Why nothing of a file can be read."""

_START: Final = re.compile(
    r"<script\b[^>]{0,300}?\bid\s*=\s*[\"']?decisionaid-record\b[^>]{0,300}>",
    re.IGNORECASE | re.ASCII,
)
_END: Final = re.compile(r"</script\s*>", re.IGNORECASE)
_MARK: Final = re.compile(
    r"<meta\b[^>]{0,300}?\bcontent\s*=\s*[\"']?decisionaid\b", re.IGNORECASE | re.ASCII
)
_WRITTEN: Final = re.compile(r'"format"[ \t\r\n]*:[ \t\r\n]*"decisionaid\.record/')
_TRACE: Final = re.compile(
    "decisionaid[.-]record|ZGVjaXNpb25haW|RlY2lzaW9uYWlk|kZWNpc2lvbmFpZ", re.ASCII
)
"""What is left of a file of ours when it is not to be read: our name, or the same in base64."""
_LINE_ENDS: Final = re.compile(r"[\r\n]+")
_LONGEST_INT: Final = 15
"""Digits of a whole number that browsers keep as it is."""


@dataclass(frozen=True, slots=True)
class Found:
    """A record as data; its parts are still to be checked."""

    data: dict[str, Any]
    is_altered: bool
    """Whether something was changed or lost on the way: the check number does not fit."""
    doubled: tuple[str, ...] = ()
    """Parts in which a name stands twice."""


def record_in_text(text: str) -> Found | Fault:
    """Return the record in a page that was saved, or in bare JSON."""
    best = _record_as_it_stands(text)
    if best == "not_ours" and _TRACE.search(text):
        # It can be read, and says itself that it is something else.
        return best
    for each in undone(text):
        if _worth(best) == _SOUND:
            break
        best = max(best, _record_as_it_stands(each), key=_worth)
    return best


_SOUND: Final = 1000
"""No record that was altered has as many parts."""


def _worth(found: Found | Fault) -> int:
    """Return how much is known: of two readings that are not sound, the one with more parts."""
    if isinstance(found, Found):
        return min(2 + len(found.data), _SOUND - 1) if found.is_altered else _SOUND
    return {"not_ours": 0, "damaged": 1}.get(found, _SOUND)


def _record_as_it_stands(text: str) -> Found | Fault:
    if any(len(mark.findall(text)) > 1 for mark in (_START, _MARK, _WRITTEN)):
        return "two"
    start = _START.search(text)
    if start:
        return _record_in_json(_END.split(text[start.end() :], maxsplit=1)[0], "damaged")
    bare = text.lstrip("\ufeff \t\r\n")
    if bare.startswith("{"):
        return _record_in_json(bare, "damaged" if _TRACE.search(text) else "not_ours")
    return "damaged" if _MARK.search(text) or _TRACE.search(text) else "not_ours"


def _record_in_json(text: str, unreadable: Fault) -> Found | Fault:
    if len(text.encode("utf-8", "surrogatepass")) > MAX_RECORD_BYTES:
        return "too_large"
    altered: Found | None = None
    for each, is_whole in _readings(text):
        if altered and not is_whole:
            break
        try:
            found = _checked(each, is_whole)
        except (ValueError, RecursionError):
            # No JSON, or so deeply nested that it is none of ours.
            continue
        if not isinstance(found, Found) or not found.is_altered:
            return found
        altered = altered or found
    return altered or unreadable


def _readings(text: str) -> Iterator[tuple[str, bool]]:
    """Ends of lines are ours or those of a mail program, which may have put them for a space.

    What was mended is not whole, whatever its check number.
    """
    joined = _LINE_ENDS.sub("", text)
    yield joined, True
    yield _LINE_ENDS.sub(" ", text), True
    part = mended(joined)
    if part is not None:
        yield part, False


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


def _checked(text: str, is_whole: bool) -> Found | Fault:
    data = _parsed(text)
    made = migrated(data)
    if isinstance(made, str):
        return made
    # Of the data as it came: its check number was made before there was a format of today.
    fits = isinstance(data, dict) and record_checksum(data) == data.get("crc32")
    twice = tuple(doubled(text))
    return Found(made, is_altered=not (fits and is_whole) or bool(twice), doubled=twice)
