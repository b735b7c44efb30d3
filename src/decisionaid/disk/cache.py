"""Remember what was found in an aid, so that one that has not changed is not compiled again.

Layer 4, light: it loads neither parser nor models. An entry is a JSON file of our own diagnostics in
the user's cache folder, never in a project. It is believed only when it has this very form, was
written by this very version, and for these very words; anything else counts as not remembered.
Several processes may read and write at once: a file is written whole, and two write the same.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import mkstemp
from typing import Any, Final

from decisionaid import __version__
from decisionaid.diagnostics import KIND_WORDS, Code, Diagnostic, Edit, Harm, Severity
from decisionaid.disk.plain_files import read_plain
from decisionaid.text import Span

FORMAT: Final = "decisionaid.checked/2"
MOST_ENTRIES: Final = 5_000
"""Entries kept; a thousand aids of some versions each."""

MOST_BYTES: Final = 64 * 1024 * 1024
"""Bytes kept in all."""

MOST_BYTES_OF_ONE: Final = 256 * 1024
"""Bytes of one entry; an aid with more faults than fit is compiled each time."""

Stamp = tuple[int, int, int, int] | None
"""Device, inode, size and time of change of a file beside an aid; None: there is none."""

_CODE_DATA: Final = (".py", ".yaml", ".json", ".txt", ".ftl")
_ROOMS: Final = (
    "diagnostics",
    "model",
    "read",
    "rules",
    "compiler",
    "disk",
    "language",
    "locale",
)
"""The rooms whose code and data decide what is found in an aid."""
_PARSERS: Final = (
    "markdown-it-py",
    "mdit-py-plugins",
    "pydantic",
    "pyyaml",
    "babel",
    "fluent.syntax",
)


@dataclass(frozen=True)
class Entry:
    """What was found in an aid, how long it is, and the stamps of the files beside it that it names."""

    diagnostics: tuple[Diagnostic, ...]
    beside: Mapping[str, Stamp] = field(default_factory=dict)
    length: str = ""
    """In words; empty: the aid could not be read."""


def cache_folder() -> Path | None:
    """Return where this system keeps what can be made again, or None when that is not known."""
    environment = os.environ
    if sys.platform == "win32":
        base = environment.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")  # noqa: PTH111 - Path.expanduser raises
    else:
        base = environment.get("XDG_CACHE_HOME", "")
        if not os.path.isabs(base):  # noqa: PTH117 - the XDG rule, on plain text
            base = os.path.expanduser("~/.cache")  # noqa: PTH111 - Path.expanduser raises
    return Path(base) / "decisionaid" / "checked" if os.path.isabs(base) else None  # noqa: PTH117


def fingerprint() -> str:
    """Return a hash of all that decides what is found: our code and data, Python, and the parsers."""
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - seldom needed

    package = Path(__file__).parents[1]
    found = hashlib.sha256(f"{__version__} {sys.version}".encode())
    for name in _PARSERS:
        with suppress(PackageNotFoundError):
            found.update(f"{name} {version(name)}".encode())
    for place in (package, *(package / name for name in _ROOMS)):
        for path in sorted(place.glob("*" if place == package else "**/*")):
            if path.suffix in _CODE_DATA:
                data = path.read_bytes()
                found.update(f"{path.relative_to(package).as_posix()} {len(data)} ".encode())
                found.update(data)
    return found.hexdigest()


class Cache:
    """The entries in one folder. A folder that cannot be read or written is one that holds nothing."""

    def __init__(self, folder: Path, mark: str) -> None:
        """Remember in ``folder``; ``mark`` is the ``fingerprint`` of what finds."""
        self.folder = folder
        self.mark = mark
        self._wrote = False

    def key(self, *parts: str) -> str:
        """Return the key of what is found, given all that it depends on."""
        return hashlib.sha256("\0".join((FORMAT, self.mark, *parts)).encode()).hexdigest()

    def get(self, key: str, source: str) -> Entry | None:
        """Return an entry, or None; its diagnostics are about the file called ``source``."""
        try:
            data = read_plain(self._path(key), MOST_BYTES_OF_ONE + 1)
            return _entry(json.loads(data or b""), key, source)
        except (OSError, ValueError, TypeError, LookupError, RecursionError):
            return None

    def put(self, key: str, entry: Entry) -> None:
        """Write an entry, if that can be done."""
        data = json.dumps(_written(entry, key), ensure_ascii=True).encode()
        if len(data) > MOST_BYTES_OF_ONE:
            return
        path = self._path(key)
        with suppress(OSError):
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            number, name = mkstemp(dir=path.parent, suffix=".part")
            try:
                with os.fdopen(number, "wb") as file:
                    file.write(data)
                Path(name).replace(path)
            finally:
                Path(name).unlink(missing_ok=True)
            self._wrote = True

    def tidy(self) -> None:
        """Delete the oldest entries beyond the bounds; nothing is done when nothing was written."""
        if not self._wrote:
            return
        kept = total = 0
        for _when, size, path in sorted(_files(self.folder), reverse=True):
            kept, total = kept + 1, total + size
            if kept > MOST_ENTRIES or total > MOST_BYTES:
                with suppress(OSError):
                    os.unlink(path)  # noqa: PTH108 - thousands of them, as text

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key[2:]}.json"


def _files(folder: Path) -> Iterable[tuple[float, int, str]]:
    """Yield time, size and path of each of our files."""
    with suppress(OSError), os.scandir(folder) as parts:
        for part in parts:
            with suppress(OSError), os.scandir(part.path) as files:
                for each in files:
                    stat = each.stat(follow_symlinks=False)
                    yield stat.st_mtime, stat.st_size, each.path


def stamp(path: Path) -> Stamp:
    """Return what tells a file from another one, or from itself after a change."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_dev, stat.st_ino, stat.st_size, stat.st_mtime_ns


def _written(entry: Entry, key: str) -> dict[str, object]:
    return {
        "format": FORMAT,
        "key": key,
        "beside": entry.beside,
        "length": entry.length,
        "diagnostics": [
            {
                "code": [getattr(each.code, name) for name in _CODE],
                "span": each.span,
                "message": each.message,
                "help": each.help,
                "also": each.also,
                "edits": each.edits,
                "unsafe": each.unsafe,
            }
            for each in entry.diagnostics
        ],
    }


_CODE: Final = ("number", "name", "severity", "why", "basis", "kind", "harm")


def _entry(data: Any, key: str, source: str) -> Entry:  # noqa: ANN401 - JSON that may be anything
    """Return an entry made of its JSON.

    Raises:
        ValueError, TypeError, LookupError: it is not one of ours.
    """
    if (data["format"], data["key"]) != (FORMAT, key):
        raise ValueError
    beside = {_text(name): _stamp(value) for name, value in data["beside"].items()}
    found = tuple(_diagnostic(each, source) for each in data["diagnostics"])
    return Entry(found, beside, _text(data["length"]))


def _diagnostic(data: Any, source: str) -> Diagnostic:  # noqa: ANN401 - see _entry
    number, name, severity, why, basis, kind, harm = map(_text, data["code"])
    if kind not in KIND_WORDS:
        raise ValueError
    if not isinstance(data["unsafe"], bool):
        raise TypeError
    return Diagnostic(
        Code(number, name, Severity(severity), why, basis, kind=kind, harm=Harm(harm)),
        source,
        _span(data["span"]),
        _text(data["message"]),
        _text(data["help"]),
        tuple(_span(each) for each in data["also"]),
        tuple(Edit(_span(span), _text(text)) for span, text in data["edits"]),
        data["unsafe"],
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError
    return value


def _span(value: Any) -> Span:  # noqa: ANN401 - see _entry
    line, column, end_line, end_column = map(_whole, value)
    if min(line, column) < 1 or (end_line, end_column) < (line, column):
        raise ValueError
    return Span(line, column, end_line, end_column)


def _stamp(value: Any) -> Stamp:  # noqa: ANN401 - see _entry
    if value is None:
        return None
    device, inode, size, changed = map(_whole, value)
    return device, inode, size, changed
