"""Numbers and texts as bytes, one behind the other, and places in lists as bits; and back from anything.

Layer 1. The same as ``record/bytes.ts`` and ``record/bits.ts`` in the browser.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol
from zlib import crc32


class DamagedError(ValueError):
    """What was read is not as we write it, or what is to be written cannot be."""


_MOST_VARINT: Final = 6
"""Bytes of one number at most."""
CRC_BYTES: Final = 4


def varint(value: int) -> bytes:
    """Return a number, seven bits a byte, the little end first; the high bit says that more follow."""
    if not 0 <= value < 1 << 7 * _MOST_VARINT:
        raise DamagedError
    data = bytearray()
    while value > 127:
        data.append(value % 128 + 128)
        value //= 128
    return bytes([*data, value])


def four(value: int) -> bytes:
    """Return a number in four bytes, the big end first."""
    if not 0 <= value < 1 << 32:
        raise DamagedError
    return value.to_bytes(4, "big")


def block(data: bytes) -> bytes:
    """Return the length of some bytes, and then themselves."""
    return varint(len(data)) + data


def with_crc(data: bytes) -> bytes:
    """Return bytes with their check number behind them."""
    return data + four(crc32(data))


def fits_crc(data: bytes) -> bool:
    """Return whether the last four bytes are the check number of all before."""
    whole, crc = data[:-CRC_BYTES], data[-CRC_BYTES:]
    return len(data) > CRC_BYTES and four(crc32(whole)) == crc


@dataclass
class Reader:
    """Bytes that are read one after the other."""

    data: bytes
    at: int = 0

    @property
    def left(self) -> int:
        """How many are still to be read."""
        return len(self.data) - self.at

    def take(self, count: int) -> bytes:
        """Return the next bytes."""
        if count > self.left:
            raise DamagedError
        self.at += count
        return self.data[self.at - count : self.at]

    def varint(self) -> int:
        """Return a number; it is written in one way only."""
        value = 0
        for place in range(_MOST_VARINT):
            byte = self.take(1)[0]
            value += (byte & 127) << 7 * place
            if byte <= 127:
                if byte == 0 and place > 0:
                    break
                return value
        raise DamagedError

    def four(self) -> int:
        """Return a number of four bytes."""
        return int.from_bytes(self.take(4), "big")

    def block(self) -> bytes:
        """Return bytes that stand behind their length."""
        return self.take(self.varint())

    def text_block(self) -> str:
        """Return the same as text."""
        return text_in(self.block())


def text_in(data: bytes) -> str:
    """Return bytes as text.

    Raises:
        DamagedError: they are none.
    """
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise DamagedError from None


class Coder(Protocol):
    """What a walk through a record or a plan writes to or reads from."""

    def at(self, count: int, place: int) -> int:
        """A place among so many; in writing ``place`` itself, and a fault where it is none of them."""

    def own(self, text: str) -> str:
        """A text of the person's own."""

    def seen(self, text: str) -> str:
        """A sentence that the page said."""


@dataclass
class Packing:
    """Places as bits, the high one first, and texts beside them."""

    bits: list[str] = field(default_factory=list)
    owns: list[str] = field(default_factory=list)
    seens: list[str] = field(default_factory=list)

    def at(self, count: int, place: int) -> int:
        """Write a place in as many bits as tell so many apart."""
        if not 0 <= place < count:
            raise DamagedError
        width = (count - 1).bit_length()
        self.bits.append(f"{place:0{width}b}" if width else "")
        return place

    def own(self, text: str) -> str:
        """Write a text of the person's own."""
        self.owns.append(text)
        return text

    def seen(self, text: str) -> str:
        """Write a sentence of the page."""
        self.seens.append(text)
        return text

    def packed(self) -> bytes:
        """Return the bits as bytes."""
        bits = "".join(self.bits)
        return bytes(int(bits[at : at + 8].ljust(8, "0"), 2) for at in range(0, len(bits), 8))


class Unpacking:
    """The same, read."""

    def __init__(self, data: bytes, owns: Sequence[str], seens: Sequence[str]) -> None:
        """Read from these bits and texts."""
        self._bits = "".join(f"{byte:08b}" for byte in data)
        self._used = 0
        self._owns, self._seens = list(owns), list(seens)

    def at(self, count: int, place: int) -> int:  # noqa: ARG002 - in reading there is none
        """Read a place."""
        width = (count - 1).bit_length() if count > 0 else 0
        if self._used + width > len(self._bits):
            raise DamagedError
        found = int(self._bits[self._used : self._used + width] or "0", 2)
        self._used += width
        if found >= count:
            raise DamagedError
        return found

    def own(self, text: str) -> str:  # noqa: ARG002
        """Read a text; those at the end that are empty are not written."""
        return self._owns.pop(0) if self._owns else ""

    def seen(self, text: str) -> str:  # noqa: ARG002
        """Read a sentence."""
        return self._seens.pop(0) if self._seens else ""

    def end(self) -> None:
        """See that all was read, and that what fills the last byte is nothing."""
        rest = self._bits[self._used :]
        if len(rest) >= 8 or "1" in rest or self._owns or self._seens:
            raise DamagedError
