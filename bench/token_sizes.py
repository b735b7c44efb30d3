"""Say how large five kinds of record are: as JSON, as a token, and as a QR code that holds the token's link.

Run by hand: ``python -m bench.token_sizes``. The records are those that ``tests/golden/records/five`` keeps.
A code has level M; it is one segment of bytes for the address of the clinician's page and one of the
alphanumeric kind for the token. The sizes of codes are those of ISO/IEC 18004, tables 3 and 7.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import rich_click as click
from rich.console import Console
from rich.table import Table

from decisionaid.record.payload import head_of, payload_of
from decisionaid.record.token import token_of
from tests.record.five import FIVE, WORDS, data_of, record_of

ADDRESS: Final = "https://www.example.org/decisions/clinician/"
MOST_VERSION: Final = 22
"""The largest code that a page shows: larger ones are not read well from paper of 45 mm."""
WIDTH_MM: Final = 45
QUIET_MODULES: Final = 8
"""The white around it, on both sides."""

_CODEWORDS_M: Final = (
    16, 28, 44, 64, 86, 108, 124, 154, 182, 216, 254, 290, 334, 365, 415, 453, 507, 563, 627, 669,
    714, 782, 860, 914, 1000, 1062, 1128, 1193, 1267, 1373, 1455, 1541, 1631, 1725, 1812, 1914, 1992,
    2102, 2216, 2334,
)  # fmt: skip
"""Bytes of data in a code of each version at level M."""

_MODE_BITS: Final = 4
_COUNT_BITS: Final = ((9, 8, 9), (26, 16, 11), (40, 16, 13))
"""Up to which version the numbers of bytes, and of alphanumeric signs, have so many bits."""


def qr_version(link: str) -> int | None:
    """Return the version of the code that a link needs: its address as bytes, its token as signs."""
    address, mark, token = link.partition("#")
    written = len((address + mark).encode("utf-8"))
    for version, codewords in enumerate(_CODEWORDS_M, start=1):
        _, for_bytes, for_signs = next(each for each in _COUNT_BITS if version <= each[0])
        signs = 11 * (len(token) // 2) + 6 * (len(token) % 2)
        bits = 2 * _MODE_BITS + for_bytes + 8 * written + for_signs + signs
        if bits <= 8 * codewords:
            return version
    return None


@dataclass(frozen=True)
class Size:
    """How large one record is, in several forms."""

    name: str
    json: int
    payload: int
    answers: int
    words: int
    token: int
    version: int | None

    @property
    def module(self) -> float | None:
        """How wide one module of the code is, in millimetres."""
        return WIDTH_MM / (17 + 4 * self.version + QUIET_MODULES) if self.version else None


def sizes(address: str = ADDRESS) -> Iterator[Size]:
    """Yield the sizes of the five."""
    for name in FIVE:
        record = record_of(name)
        payload, token = payload_of(record, WORDS), token_of(record, WORDS)
        head = head_of(payload)
        if head is None:
            continue
        written = json.dumps(data_of(name), ensure_ascii=False, separators=(",", ":"))
        yield Size(
            name,
            json=len(written.encode("utf-8")),
            payload=len(payload),
            answers=len(head.answers),
            words=len(head.own),
            token=len(token),
            version=qr_version(f"{address}#{token}"),
        )


@click.command()
@click.option(
    "--address", default=ADDRESS, show_default=True, help="Where the clinician's page is."
)
def main(address: str) -> None:
    """Say how large five kinds of record are, in several forms."""
    table = Table("record", "JSON", "bytes", "answers", "words", "token", "QR", "module at 45 mm")
    for size in sizes(address):
        fits = size.version is not None and size.version <= MOST_VERSION
        table.add_row(
            size.name,
            f"{size.json:,}",
            f"{size.payload}",
            f"{size.answers}",
            f"{size.words}",
            f"{size.token}",
            (f"V{size.version}" if size.version else "none") + ("" if fits else ", too large"),
            f"{size.module:.2f} mm" if size.module else "",
        )
    Console().print(table)


if __name__ == "__main__":
    main()
