"""Say of what kind a picture is, and how large it says it is, without opening it.

Layer 4. A small file can hold a huge picture: a phone that unpacks 40,000 by 40,000 points from a
file of 1 MB stops, so such a picture is refused. Only the first bytes are looked at; what cannot be
read there has no size here.
"""

from __future__ import annotations

from typing import Final

MOST_POINTS: Final = 6000
"""The longest side of a picture, in points; a page of A4 in print has about 3,500."""

_FRAMES: Final = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_MOST_PARTS: Final = 500


def kind_of(data: bytes) -> str | None:
    """Return ``PNG``, ``JPEG`` or ``WebP`` by the first bytes, or None."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WebP"
    return None


def size_of(data: bytes) -> tuple[int, int] | None:
    """Return width and height in points; None where the bytes do not say."""
    if data[12:16] == b"IHDR" and len(data) >= 24:
        return _number(data[16:20]), _number(data[20:24])
    if data.startswith(b"\xff\xd8"):
        return _jpeg(data)
    return _webp(data) if data[8:12] == b"WEBP" and len(data) >= 30 else None


def _number(four: bytes) -> int:
    return int.from_bytes(four, "big")


def _jpeg(data: bytes) -> tuple[int, int] | None:
    """Follow the parts of a JPEG to the one that holds its size."""
    at = 2
    for _part in range(_MOST_PARTS):
        if len(data) < at + 9 or data[at] != 0xFF:
            return None
        if data[at + 1] in _FRAMES:
            return _number(data[at + 7 : at + 9]), _number(data[at + 5 : at + 7])
        at += 2 + _number(data[at + 2 : at + 4])
    return None


def _webp(data: bytes) -> tuple[int, int] | None:
    kind, body = data[12:16], data[20:30]
    if kind == b"VP8X":
        wide, high = (int.from_bytes(body[at : at + 3], "little") + 1 for at in (4, 7))
        return wide, high
    if kind == b"VP8L":
        both = int.from_bytes(body[1:5], "little")
        return (both & 0x3FFF) + 1, (both >> 14 & 0x3FFF) + 1
    if kind == b"VP8 ":
        wide, high = (int.from_bytes(body[at : at + 2], "little") & 0x3FFF for at in (6, 8))
        return wide, high
    return None
