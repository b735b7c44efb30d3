"""The place that a preview is for, as its file is now.

Layer 5.
"""

from __future__ import annotations

import threading
from datetime import date
from pathlib import Path

from decisionaid.compiler.places import CompiledPlace
from decisionaid.diagnostics import Diagnostic
from decisionaid.disk.places import compile_place_file
from decisionaid.model.place import Place
from decisionaid.read.place.faults import UNREADABLE
from decisionaid.serve.changes import ToldOfPlace
from decisionaid.text import Source, Span


class LocalPlace:
    """A place by its file; while that has errors the place stays as it last was. Safe from several threads."""

    def __init__(self, path: Path, aids: Path, first: CompiledPlace, told: ToldOfPlace) -> None:
        """Begin with ``first``, which the file said; ``aids`` is the folder of aids that it speaks of.

        ``told``: of the place, each time that what is wrong with it is not what it was.

        Raises:
            ValueError: the file has errors.
        """
        if first.place is None or not first.ok:
            raise ValueError(first.source.name)
        self.path = path
        self._aids = aids
        self._place = first.place
        self._known: tuple[tuple[int, int], date | None] | None = None
        self._lock = threading.Lock()
        self._told, self._last = told, first.diagnostics

    def now(self, today: date | None) -> Place:
        """Return the place, read anew if its file or the day is another; the same object otherwise."""
        with self._lock:
            try:
                seen = self.path.stat()
                known = ((seen.st_mtime_ns, seen.st_size), today)
                if known != self._known:
                    found = compile_place_file(self.path, self._aids, today=today)
                    if found.ok and found.place is not None and found.place != self._place:
                        self._place = found.place
                    self._known = known
            except OSError:  # it is being written
                pass
            return self._place

    def tell(self, today: date | None) -> None:
        """Tell what is wrong with the place, where that is not what it was.

        The aids are looked at too: a place can speak of an option that an aid has no more.
        """
        compiled = self._compiled(today)
        with self._lock:
            is_news = compiled.diagnostics != self._last
            self._last = compiled.diagnostics
        if is_news:
            self._told(compiled)

    def _compiled(self, today: date | None) -> CompiledPlace:
        try:
            if self.path.is_file():
                return compile_place_file(self.path, self._aids, today=today)
        except OSError:  # it went in between
            pass
        name = self.path.as_posix()
        message, fix = "the file is not there any more", "save it again, or stop and serve another"
        found = Diagnostic(UNREADABLE, name, Span.on_line(1, 1, 1), message, fix)
        return CompiledPlace(None, (found,), Source(name, "", self.path.stem))
