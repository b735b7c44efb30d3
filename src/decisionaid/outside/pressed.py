"""Bytes pressed by deflate, without a head, and back from anything: no more comes out than may.

Layer 1. The same as ``record/inflate.ts`` in the browser.
"""

from __future__ import annotations

import zlib

from decisionaid.outside.bytes import DamagedError


class TooLargeError(ValueError):
    """More came out than may."""


def pressed(data: bytes) -> bytes:
    """Return the bytes pressed; other programs may press them to other bytes."""
    pressing = zlib.compressobj(9, zlib.DEFLATED, -15)
    return pressing.compress(data) + pressing.flush()


def inflated(data: bytes, most: int) -> bytes:
    """Return at most so many bytes.

    Raises:
        DamagedError: they are none that were pressed.
        TooLargeError: there are more.
    """
    pressing = zlib.decompressobj(-15)
    try:
        made = pressing.decompress(data, most + 1)
        if len(made) > most:
            raise TooLargeError
        # The end may still stand behind all that came out.
        made += pressing.decompress(pressing.unconsumed_tail, 1)
    except zlib.error:
        raise DamagedError from None
    if len(made) > most:
        raise TooLargeError
    if not pressing.eof or pressing.unused_data:
        raise DamagedError
    return made
