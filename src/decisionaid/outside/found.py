"""Find a record or a plan in the text of a file, whatever the file is.

Layer 1. Mail programs break lines, turn attributes around and cut what is long: the text is found by its
marks, ends of lines count for nothing, and what was cut is read up to its last whole part.
Where that gives nothing sound, what was done to the whole file is undone, one thing after the other.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal, NoReturn

from decisionaid.model.canonical import record_checksum
from decisionaid.outside.clean import SPACE
from decisionaid.outside.mended import doubled, mended
from decisionaid.outside.migrated import Migrated
from decisionaid.outside.undone import undone

Fault = Literal["not_ours", "too_large", "damaged", "newer", "two"]
"""Why nothing of a file can be read."""

_GAP: Final = f"[{SPACE}]*"
"""The same signs as in ``\\s`` and ``trimStart`` of ``handover/record-file.ts``, in marks and before what is bare."""

_END: Final = re.compile(rf"</script{_GAP}>", re.IGNORECASE | re.ASCII)
_LINE_ENDS: Final = re.compile(r"[\r\n]+")
_LONGEST_INT: Final = 15
"""Digits of a whole number that browsers keep as it is."""


class Kind:
    """What is looked for, and how a file of it is known."""

    def __init__(
        self, name: str, mark: str, most: int, migrated: Callable[[object], Migrated]
    ) -> None:
        """Take the name of the format, what the page says of itself, and the most bytes of JSON."""
        self.most = most
        self.migrated = migrated
        self.start: Final = re.compile(
            rf"<script\b[^>]{{0,300}}?\bid{_GAP}={_GAP}[\"']?decisionaid-{name}\b[^>]{{0,300}}>",
            re.IGNORECASE | re.ASCII,
        )
        self.mark: Final = re.compile(
            rf"<meta\b[^>]{{0,300}}?\bcontent{_GAP}={_GAP}[\"']?{mark}", re.IGNORECASE | re.ASCII
        )
        self.written: Final = re.compile(rf'"format"[ \t\r\n]*:[ \t\r\n]*"decisionaid\.{name}/')
        # What is left of a file of ours when it is not to be read: our name, or the same in base64.
        self.trace: Final = re.compile(
            f"decisionaid[.-]{name}|ZGVjaXNpb25haW|RlY2lzaW9uYWlk|kZWNpc2lvbmFpZ", re.ASCII
        )


@dataclass(frozen=True, slots=True)
class Found:
    """A record or a plan as data; its parts are still to be checked."""

    data: dict[str, Any]
    is_altered: bool
    """Whether something was changed or lost on the way: the check number does not fit."""
    doubled: tuple[str, ...] = ()
    """Parts in which a name stands twice."""
    is_mended: bool = False
    """Whether it was cut, or nested too deep, and only what was whole of it is here."""


def found_in(text: str, kind: Kind) -> Found | Fault:
    """Return what is looked for in a page that was saved, or in bare JSON."""
    best = _as_it_stands(text, kind)
    if best == "not_ours" and kind.trace.search(text):
        # It can be read, and says itself that it is something else.
        return best
    for each in undone(text):
        if _worth(best) == _SOUND:
            break
        best = max(best, _as_it_stands(each, kind), key=_worth)
    return best


_SOUND: Final = 1000
"""Nothing that was altered has as many parts."""


def _worth(found: Found | Fault) -> int:
    """Return how much is known: of two readings that are not sound, the one with more parts."""
    if isinstance(found, Found):
        return min(2 + len(found.data), _SOUND - 1) if found.is_altered else _SOUND
    return {"not_ours": 0, "damaged": 1}.get(found, _SOUND)


def _as_it_stands(text: str, kind: Kind) -> Found | Fault:
    if any(len(mark.findall(text)) > 1 for mark in (kind.start, kind.mark, kind.written)):
        return "two"
    start = kind.start.search(text)
    if start:
        return _in_json(_END.split(text[start.end() :], maxsplit=1)[0], "damaged", kind)
    bare = text.lstrip(SPACE)
    if bare.startswith("{"):
        return _in_json(bare, "damaged" if kind.trace.search(text) else "not_ours", kind)
    return "damaged" if kind.mark.search(text) or kind.trace.search(text) else "not_ours"


def _in_json(text: str, unreadable: Fault, kind: Kind) -> Found | Fault:
    if len(text.encode("utf-8", "surrogatepass")) > kind.most:
        return "too_large"
    altered: Found | None = None
    for each, is_whole in _readings(text):
        if altered and not is_whole:
            break
        try:
            found = _checked(each, is_whole, kind)
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


def _checked(text: str, is_whole: bool, kind: Kind) -> Found | Fault:
    data = _parsed(text)
    made = kind.migrated(data)
    if isinstance(made, str):
        return made
    # Of the data as it came: its check number was made before there was a format of today.
    fits = isinstance(data, dict) and record_checksum(data) == data.get("crc32")
    twice = tuple(doubled(text))
    is_altered = not (fits and is_whole) or bool(twice)
    return Found(made, is_altered, doubled=twice, is_mended=not is_whole)
