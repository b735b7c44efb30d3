"""A made-up aid with easy words and pictures: each picture is a plain drawing, made here."""

from __future__ import annotations

import re
import struct
import zlib
from pathlib import Path

from tests.conftest import ROOT
from tests.site_examples import write_aids

SPECIMEN = (ROOT / "tests" / "specimens" / "easy-words.md").read_text(encoding="utf-8")
"""Without pictures, as it is compiled where no folder is."""

_FIRST_LINE = re.compile(r"^(### .*\{\.easy\}\n\n)(?!-|\[\[)", re.MULTILINE)
PICTURED = _FIRST_LINE.sub(r"\1![A made-up drawing of a ring](images/ring.png)\n\n", SPECIMEN)
"""With a picture beside the first line of each wording that begins with a sentence."""


def write_easy(folder: Path) -> Path:
    """Write the aid with its picture into ``folder/easy``."""
    write_aids(folder, easy=PICTURED)
    pictures = folder / "easy" / "images"
    pictures.mkdir(parents=True, exist_ok=True)
    (pictures / "ring.png").write_bytes(ring(96))
    return folder


def ring(side: int) -> bytes:
    """Return a drawing of a ring as PNG, dark on light."""
    rows = bytearray()
    for y in range(side):
        rows.append(0)
        for x in range(side):
            far = ((x - side / 2) ** 2 + (y - side / 2) ** 2) ** 0.5 / side
            rows.append(40 if 0.3 < far < 0.42 else 235)
    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(rows))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )
