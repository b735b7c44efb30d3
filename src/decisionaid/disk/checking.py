"""Say all that is wrong with an aid's file, from what is remembered when nothing has changed since.

Layer 4. The compiler is loaded only when something has to be compiled: with a thousand aids that
have not changed, that is most of the work.
"""

from __future__ import annotations

import os
import time
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from decisionaid.diagnostics import Diagnostic
from decisionaid.disk.cache import Cache, Entry, stamp
from decisionaid.disk.plain_files import leads_out, read_plain
from decisionaid.text import MARK_IN_BYTES, Source

MOST_REMEMBERED: Final = 128 * 1024
"""Bytes of a source whose findings are remembered; larger ones are compiled each time."""

_JUST_NOW: Final = 2.0
"""Seconds: a file that changed so lately may change again without another time."""


class CheckedFile(NamedTuple):
    """An aid's file, what is wrong with it, and how long it is for a patient."""

    source: Source
    diagnostics: tuple[Diagnostic, ...]
    length: str
    """In words; empty: it could not be read."""


def check_file(path: Path, *, today: date | None, cache: Cache | None = None) -> CheckedFile:
    """Return an aid's source and what is wrong with it, its pictures and its place, by place.

    Raises:
        OSError: the file cannot be read.
    """
    source = _read(path) if cache else None
    if cache is None or source is None:
        return _compiled(path, today)[0]
    parts = (source.slug, path.parent.name, path.name, str(today), source.text)
    key = cache.key(*parts, str(leads_out(path, path.parent.parent)))
    known = cache.get(key, source.name)
    if known is not None and all(
        stamp(path.parent / name) == then for name, then in known.beside.items()
    ):
        return CheckedFile(source, known.diagnostics, known.length)
    found, names = _compiled(path, today)
    beside = {name: stamp(path.parent / name) for name in names}
    if found.source.text == source.text and not any(map(_just_now, beside.values())):
        cache.put(key, Entry(found.diagnostics, beside, found.length))
    return found


def _read(path: Path) -> Source | None:
    """Return the source, or None when it takes the compiler to say what is wrong with it."""
    data = read_plain(path, MOST_REMEMBERED + 1)
    if data is None or len(data) > MOST_REMEMBERED:
        return None
    try:
        text = data.removeprefix(MARK_IN_BYTES).decode("utf-8")
    except UnicodeDecodeError:
        return None
    return Source(path.as_posix(), text, Path(os.path.realpath(path)).parent.name)


def _compiled(path: Path, today: date | None) -> tuple[CheckedFile, tuple[str, ...]]:
    """Also return the files beside the aid that it names."""
    from decisionaid.disk.aid_folder import compile_file, named_beside  # noqa: PLC0415
    from decisionaid.disk.source_file import check_folder  # noqa: PLC0415
    from decisionaid.model.length import easy_length_of, length_of  # noqa: PLC0415

    if fault := check_folder(path):
        return CheckedFile(Source(path.as_posix(), "", path.parent.name), (fault,), ""), ()
    source, compiled = compile_file(path, today=today)
    length = length_of(compiled.aid).with_parts() if compiled.aid else ""
    if compiled.aid and (easy := easy_length_of(compiled.aid)):
        length += f". In easy words: {easy}"
    return CheckedFile(source, compiled.diagnostics, length), named_beside(compiled.aid)


def _just_now(when: tuple[int, int, int, int] | None) -> bool:
    return when is not None and when[3] / 1e9 > time.time() - _JUST_NOW
