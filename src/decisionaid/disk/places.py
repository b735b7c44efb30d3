"""Read the files of places, and compile them beside the aids that they speak of.

Layer 4. What lies in a folder is untrusted: no more is read than a place may have, and no link leads out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Final

from decisionaid.compiler.places import CompiledPlace, compile_place
from decisionaid.diagnostics import Diagnostic
from decisionaid.disk.plain_files import aid_folders, leads_out, read_plain
from decisionaid.disk.source_file import SLUG, read_source
from decisionaid.model.aid import Aid
from decisionaid.read import read_aid
from decisionaid.read.place.faults import UNREADABLE
from decisionaid.read.place.read_place import MAX_PLACE_BYTES
from decisionaid.text import MARK_IN_BYTES, Source, Span, lines_in

_START: Final = Span.on_line(1, 1, 1)


class AidsBeside(Mapping[str, Aid | None]):
    """The aids of a folder by slug, each read when it is asked for; None: it cannot be read."""

    def __init__(self, aids: Path) -> None:
        """Look which aids there are."""
        self._folders = {each.name: each for each in aid_folders(aids)} if aids.is_dir() else {}
        self._read: dict[str, Aid | None] = {}

    def __getitem__(self, slug: str) -> Aid | None:
        """Return an aid; KeyError: there is none of that name."""
        folder = self._folders[slug]
        if slug not in self._read:
            source, faults = read_source(folder / "index.md", slug)
            self._read[slug] = None if faults else read_aid(source).aid
        return self._read[slug]

    def __iter__(self) -> Iterator[str]:
        """Yield the slugs in order."""
        return iter(self._folders)

    def __len__(self) -> int:
        """Return how many aids there are."""
        return len(self._folders)


def compile_place_file(path: Path, aids: Path, *, today: date | None = None) -> CompiledPlace:
    """Compile a place's file; ``aids`` is the folder of aids that it speaks of.

    Raises:
        OSError: the file cannot be read.
    """
    source, fault = read_place_source(path)
    if fault is not None:
        return CompiledPlace(None, (fault,), source)
    return compile_place(source, AidsBeside(aids), today=today)


def read_place_source(path: Path) -> tuple[Source, Diagnostic | None]:
    """Return the text of a place's file, and why it cannot be read, if so (DP001).

    Raises:
        OSError: the file cannot be read.
    """
    name, slug = path.as_posix(), path.stem
    empty = Source(name, "", slug)
    if not SLUG.fullmatch(slug) or len(slug) > 64:
        message = f"the file's name '{path.name}' cannot be part of an address"
        fix = "use small letters, digits and single hyphens, such as 'example-town.yaml'"
        return empty, Diagnostic(UNREADABLE, name, _START, message, fix)
    if leads_out(path, path.parent):
        message = "the file is a link to a place outside its folder"
        return empty, Diagnostic(UNREADABLE, name, _START, message, "put the file itself here")
    data = read_plain(path, MAX_PLACE_BYTES + 4)
    if data is None:
        message = "this is no file but a folder, a pipe, a device or a link that leads nowhere"
        return empty, Diagnostic(UNREADABLE, name, _START, message, "put the text itself here")
    data = data.removeprefix(MARK_IN_BYTES)
    try:
        return Source(name, data.decode("utf-8"), slug), None
    except UnicodeDecodeError as error:
        source = Source(name, data.decode("utf-8", "replace"), slug)
        if error.start >= MAX_PLACE_BYTES:
            return source, None  # its size is told
        lines = lines_in(data[: error.start].decode("utf-8"))
        at = Span.on_line(len(lines), len(lines[-1]) + 1, len(lines[-1]) + 2)
        message = "the file is not text in UTF-8 from here on"
        return source, Diagnostic(
            UNREADABLE, name, at, message, "save it again with the encoding UTF-8"
        )
