"""JSON as browsers write it, with sorted keys and no spaces, and the check number made of it.

Layer 1. The same data is the same text in both languages: numbers and halves of a pair of
characters are written as ECMAScript writes them, and keys are sorted as it sorts them.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from typing import Any, Final
from zlib import crc32

MOST_NESTED: Final = 64
"""Deeper than this nothing of ours is nested."""

_QUOTED: Final = json.JSONEncoder(ensure_ascii=False).encode
"""Made once: all that is kept or handed over goes through it, word by word."""
_HALF_PAIR: Final = re.compile("[\ud800-\udfff]")
_WRITTEN_OUT: Final = range(-5, 22)
"""Where the point may stand, counted from the first digit, in a number without a power of ten."""


class TooDeepError(ValueError):
    """Data is nested deeper than anything of ours."""


def canonical_json(data: object, deep: int = 0) -> str:
    """Return the canonical JSON of data that came from JSON or could go there."""
    if deep > MOST_NESTED:
        raise TooDeepError
    match data:
        case str():
            return _text(data)
        case bool() | None:
            return json.dumps(data)
        case int() | float():
            return _number(data)
        case list() | tuple():
            return f"[{','.join([canonical_json(each, deep + 1) for each in data])}]"
        case Mapping():
            names = sorted(data, key=None if "".join(data).isascii() else _as_browsers_sort)
            fields = [f"{_text(name)}:{canonical_json(data[name], deep + 1)}" for name in names]
            return f"{{{','.join(fields)}}}"
        case _:
            raise TypeError(f"no JSON: {type(data).__name__}")


def record_checksum(data: Mapping[str, Any]) -> str:
    """Return the check number of a record as JSON data: 8 hex digits, over all of it but ``crc32``."""
    rest = {name: value for name, value in data.items() if name != "crc32"}
    return f"{crc32(canonical_json(rest).encode('utf-8')):08x}"


def _as_browsers_sort(name: str) -> bytes:
    return name.encode("utf-16-be", "surrogatepass")


def _text(text: str) -> str:
    written = _QUOTED(text)
    if text.isascii():
        return written
    return _HALF_PAIR.sub(lambda half: f"\\u{ord(half[0]):04x}", written)


def _number(number: float) -> str:
    """Return a number as ECMAScript does: all of its numbers are floats."""
    value = float(number)
    if not math.isfinite(value):
        return "null"
    if value == 0:
        return "0"
    mantissa, _, power = f"{abs(value)!r}".partition("e")
    whole, _, part = mantissa.partition(".")
    part = part if part.strip("0") else ""
    digits = (whole + part).lstrip("0")
    point = len(whole) + int(power or 0) - (len(whole + part) - len(digits))
    digits = digits.rstrip("0")
    sign = "-" if value < 0 else ""
    if point not in _WRITTEN_OUT:
        rest = f".{digits[1:]}" if digits[1:] else ""
        return f"{sign}{digits[0]}{rest}e{point - 1:+d}"
    if point <= 0:
        return f"{sign}0.{'0' * -point}{digits}"
    if point >= len(digits):
        return sign + digits.ljust(point, "0")
    return f"{sign}{digits[:point]}.{digits[point:]}"
