"""Bytes as signs that a QR code, a link, a scanner that types and a person reading aloud carry as they are.

Layer 1. Two bytes are three signs, the little end first; a single last byte is two. The same as
``record/base41.ts`` in the browser.
"""

from __future__ import annotations

from typing import Final

ALPHABET: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$*-./"
"""All of these stand in the alphanumeric set of QR codes, and none is escaped behind the ``#`` of a link."""

_BASE: Final = len(ALPHABET)
_PLACE: Final = {sign: place for place, sign in enumerate(ALPHABET)}


def to_base41(data: bytes) -> str:
    """Return the signs of bytes."""
    signs = []
    for at in range(0, len(data), 2):
        pair = data[at : at + 2]
        value = int.from_bytes(pair, "big")
        for _ in range(len(pair) + 1):
            value, place = divmod(value, _BASE)
            signs.append(ALPHABET[place])
    return "".join(signs)


def from_base41(text: str) -> bytes | None:
    """Return the bytes; None where the signs are not those of whole bytes."""
    data = bytearray()
    for at in range(0, len(text), 3):
        signs = text[at : at + 3]
        size = len(signs) - 1
        if size == 0 or any(sign not in _PLACE for sign in signs):
            return None
        value = sum(_PLACE[sign] * _BASE**place for place, sign in enumerate(signs))
        if value >= 256**size:
            return None
        data += value.to_bytes(size, "big")
    return bytes(data)
