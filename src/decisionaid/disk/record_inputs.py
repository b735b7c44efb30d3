"""Records from where somebody has them: files, folders, tokens, standard input. One after the other, never all at once.

Layer 4. A file whose name ends in ``.ndjson`` or ``.jsonl``, and standard input that begins so, has a record
or a token on each line. What comes from outside is bounded before it is read.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from decisionaid.disk.plain_files import read_plain
from decisionaid.record.reading import Fault
from decisionaid.record.recovered import Recovered, recovered
from decisionaid.record.token import TokenFault, TokenRead, WordsOf, record_in_token
from decisionaid.record.token_text import is_plan_code, token_in_text

MAX_FILE_BYTES: Final = 524_288
"""A file is not even read when it is larger; the same number as on the clinician's page."""

STDIN: Final = "-"
KINDS: Final = (".html", ".htm", ".json", ".txt", ".eml", ".ndjson", ".jsonl")
"""Names in a folder that are looked at end so."""
LINED: Final = (".ndjson", ".jsonl")


MOST_WITH_TOKEN: Final = 65_536
"""Signs of a text in which a token is looked for: a letter, and no book."""
_MOST_NAME: Final = 24


@dataclass(frozen=True, slots=True)
class Given:
    """One thing that should be a record: what it is called, its bytes, and the record or why there is none."""

    name: str
    data: bytes
    read: Recovered | Fault | TokenFault


def places_in(named: Sequence[str]) -> list[str]:
    """Return the files that files and folders name, in order, those of a folder by their names; others as they are.

    Raises:
        FileNotFoundError: one is neither there nor a token.
    """
    found: list[str] = []
    for place in named:
        # Not Path.is_dir, which raises for a token that is longer than a name of a file may be.
        if os.path.isdir(place):  # noqa: PTH112
            inside = (each for each in Path(place).rglob("*") if each.suffix.lower() in KINDS)
            found += sorted(each.as_posix() for each in inside if each.is_file())
        elif place != STDIN and not os.path.lexists(place) and not _is_code(place):
            raise FileNotFoundError(place)
        else:
            found.append(place)
    return found


def records_in(place: str, stdin: BinaryIO, words_of: WordsOf) -> Iterator[Given]:
    """Yield what one place holds."""
    if place == STDIN:
        yield from _in_stream(stdin, words_of)
    elif not os.path.lexists(place):
        name = place if len(place) <= _MOST_NAME else f"{place[:_MOST_NAME]}..."
        yield _given(name, place.encode("utf-8", "replace"), words_of)
    elif place.lower().endswith(LINED):
        with Path(place).open("rb") as stream:
            yield from _in_lines(place, stream, b"", words_of)
    else:
        yield _given(place, read_plain(Path(place), MAX_FILE_BYTES + 1) or b"", words_of)


def _in_stream(stdin: BinaryIO, words_of: WordsOf) -> Iterator[Given]:
    first = stdin.readline(MAX_FILE_BYTES + 1)
    if _is_line(first):
        yield from _in_lines("standard input", stdin, first, words_of)
    else:
        rest = stdin.read(MAX_FILE_BYTES + 1 - len(first))
        yield _given("standard input", first + rest, words_of)


def _is_line(first: bytes) -> bool:
    """Return whether a line is a record or a token by itself; a file of one record that ends there is one line too."""
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        text = first.decode("utf-8", "replace").strip()
        return (
            len(text.split()) == 1
            and len(text) <= MOST_WITH_TOKEN
            and token_in_text(text) is not None
        )


def _in_lines(name: str, stream: BinaryIO, first: bytes, words_of: WordsOf) -> Iterator[Given]:
    number = 0
    line = first or stream.readline(MAX_FILE_BYTES + 1)
    while line:
        number += 1
        if line.strip():
            yield _given(f"{name}, line {number}", line, words_of)
        while len(line) > MAX_FILE_BYTES and not line.endswith(b"\n"):
            line = stream.readline(MAX_FILE_BYTES + 1)
        line = stream.readline(MAX_FILE_BYTES + 1)


def _given(name: str, data: bytes, words_of: WordsOf) -> Given:
    if len(data) > MAX_FILE_BYTES:
        return Given(name, data, "too_large")
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    read = recovered(text)
    if read != "not_ours" or len(text) > MOST_WITH_TOKEN:
        return Given(name, data, read)
    if is_plan_code(text):
        return Given(name, data, TokenFault("plan"))
    token = token_in_text(text)
    return Given(name, data, read if token is None else _from_token(token, words_of))


def _from_token(token: str, words_of: WordsOf) -> Recovered | TokenFault:
    found = record_in_token(token, words_of)
    if isinstance(found, TokenRead):
        return Recovered(found.record, (), is_altered=False)
    return found


def _is_code(text: str) -> bool:
    return token_in_text(text) is not None or is_plan_code(text)
