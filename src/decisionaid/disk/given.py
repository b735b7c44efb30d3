"""What people sent, from where somebody has it: files, folders, standard input. One after the other, never all at once.

Layer 4. A file whose name ends in ``.ndjson`` or ``.jsonl``, and standard input that begins so, has one thing on
each line. What comes from outside is bounded before it is read, and what is no plain file is named and not read.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final, Generic, Literal, TypeVar

from decisionaid.disk.plain_files import open_plain

MAX_FILE_BYTES: Final = 524_288
"""No more of a file is read, nor of a line; the same number as on the clinician's page."""

STDIN: Final = "-"
LINED: Final = (".ndjson", ".jsonl")
KINDS: Final = (".html", ".htm", ".json", ".txt", ".eml", *LINED)
"""Names in a folder that are looked at end so."""
_STDIN_NAME: Final = "standard input"

Read = TypeVar("Read")
Unread = Literal["no_file", "not_readable", "too_large"]
"""Why nothing of a place was read: it is no plain file, or the system does not let it be read, or it is too long."""


@dataclass(frozen=True, slots=True)
class Given(Generic[Read]):
    """One thing that was sent: what it is called, its first bytes, and what was read of it or why nothing was."""

    name: str
    data: bytes
    read: Read | Unread


def places_in(named: Sequence[str], is_given: Callable[[str], bool] = lambda _: False) -> list[str]:
    """Return the files that files and folders name, in order, those of a folder by their names; others as they are.

    ``is_given`` says of what is no place whether it is itself the thing.

    Raises:
        FileNotFoundError: one is neither.
    """
    found: list[str] = []
    for place in named:
        # Not Path.is_dir, which raises for what is longer than a name of a file may be.
        if os.path.isdir(place):  # noqa: PTH112
            inside = (each for each in Path(place).rglob("*") if each.suffix.lower() in KINDS)
            found += sorted(each.as_posix() for each in inside if not os.path.isdir(each))  # noqa: PTH112
        elif place == STDIN or os.path.lexists(place) or is_given(place):
            found.append(place)
        else:
            raise FileNotFoundError(place)
    return found


def given_at(
    place: str, stdin: BinaryIO, is_line: Callable[[str], bool], read: Callable[[str], Read]
) -> Iterator[Given[Read]]:
    """Yield what one place holds, with what ``read`` makes of its text.

    ``is_line`` says of the first line of standard input whether it is one thing by itself.
    """
    name = _STDIN_NAME if place == STDIN else place
    try:
        file = stdin if place == STDIN else open_plain(Path(place))
        if file is None:
            yield Given(name, b"", "no_file")
            return
        with nullcontext() if place == STDIN else file:
            for each, data in _pieces(name, file, place, is_line):
                yield given(each, data, read)
    except OSError:
        yield Given(name, b"", "not_readable")


def given(name: str, data: bytes, read: Callable[[str], Read]) -> Given[Read]:
    """Return one thing with what ``read`` makes of its text, unless there is too much of it."""
    return Given(name, data, "too_large" if len(data) > MAX_FILE_BYTES else read(_text(data)))


def is_object(line: str) -> bool:
    """Return whether a line is an object in JSON by itself."""
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _pieces(
    name: str, file: BinaryIO, place: str, is_line: Callable[[str], bool]
) -> Iterator[tuple[str, bytes]]:
    """Yield each line with its number, or the whole."""
    first = file.readline(MAX_FILE_BYTES + 1)
    has_lines = is_line(_text(first)) if place == STDIN else place.lower().endswith(LINED)
    if has_lines:
        yield from _lines(name, file, first)
    else:
        yield name, first + file.read(MAX_FILE_BYTES + 1 - len(first))


def _lines(name: str, file: BinaryIO, first: bytes) -> Iterator[tuple[str, bytes]]:
    number, line = 0, first
    while line:
        number += 1
        if line.strip():
            yield f"{name}, line {number}", line
        while len(line) > MAX_FILE_BYTES and not line.endswith(b"\n"):
            line = file.readline(MAX_FILE_BYTES + 1)
        line = file.readline(MAX_FILE_BYTES + 1)


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace").removeprefix("\ufeff")
