"""Records from where somebody has them: files, folders, standard input. One after the other, never all at once.

Layer 4. A file whose name ends in ``.ndjson`` or ``.jsonl``, and standard input that begins so, has a record
on each line. What comes from outside is bounded before it is read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from decisionaid.disk.plain_files import read_plain
from decisionaid.record.reading import Fault
from decisionaid.record.recovered import Recovered, recovered

MAX_FILE_BYTES: Final = 524_288
"""A file is not even read when it is larger; the same number as on the clinician's page."""

STDIN: Final = "-"
KINDS: Final = (".html", ".htm", ".json", ".txt", ".eml", ".ndjson", ".jsonl")
"""Names in a folder that are looked at end so."""
LINED: Final = (".ndjson", ".jsonl")


@dataclass(frozen=True, slots=True)
class Given:
    """One thing that should be a record: what it is called, its bytes, and the record or why there is none."""

    name: str
    data: bytes
    read: Recovered | Fault


def places_in(named: Sequence[Path]) -> list[Path]:
    """Return the files that files and folders name, in order, those of a folder by their names."""
    found: list[Path] = []
    for place in named:
        if place.is_dir():
            inside = (each for each in place.rglob("*") if each.suffix.lower() in KINDS)
            found += sorted(each for each in inside if each.is_file())
        else:
            found.append(place)
    return found


def records_in(path: Path, stdin: BinaryIO) -> Iterator[Given]:
    """Yield what one place holds; a file that is not there raises OSError."""
    if str(path) == STDIN:
        yield from _in_stream(stdin)
    elif path.suffix.lower() in LINED:
        with path.open("rb") as stream:
            yield from _in_lines(path.as_posix(), stream, b"")
    else:
        yield _given(path.as_posix(), read_plain(path, MAX_FILE_BYTES + 1) or b"")


def _in_stream(stdin: BinaryIO) -> Iterator[Given]:
    first = stdin.readline(MAX_FILE_BYTES + 1)
    if _is_line(first):
        yield from _in_lines("standard input", stdin, first)
    else:
        yield _given("standard input", first + stdin.read(MAX_FILE_BYTES + 1 - len(first)))


def _is_line(first: bytes) -> bool:
    """Return whether a line is JSON by itself; a file of one record that ends there is one line too."""
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


def _in_lines(name: str, stream: BinaryIO, first: bytes) -> Iterator[Given]:
    number = 0
    line = first or stream.readline(MAX_FILE_BYTES + 1)
    while line:
        number += 1
        if line.strip():
            yield _given(f"{name}, line {number}", line)
        while len(line) > MAX_FILE_BYTES and not line.endswith(b"\n"):
            line = stream.readline(MAX_FILE_BYTES + 1)
        line = stream.readline(MAX_FILE_BYTES + 1)


def _given(name: str, data: bytes) -> Given:
    if len(data) > MAX_FILE_BYTES:
        return Given(name, data, "too_large")
    return Given(name, data, recovered(data.decode("utf-8", "replace").removeprefix("\ufeff")))
