"""The place that a preview is for, as its file is now.

Layer 5.
"""

from __future__ import annotations

import threading
from datetime import date
from pathlib import Path

from decisionaid.disk.places import compile_place_file
from decisionaid.model.place import Place


class LocalPlace:
    """A place by its file; while that has errors the place stays as it last was. Safe from several threads."""

    def __init__(self, path: Path, aids: Path, first: Place) -> None:
        """Begin with ``first``, which the file said; ``aids`` is the folder of aids that it speaks of."""
        self.path = path
        self._aids = aids
        self._place = first
        self._known: tuple[tuple[int, int], date | None] | None = None
        self._lock = threading.Lock()

    def now(self, today: date | None) -> Place:
        """Return the place, read anew if its file or the day is another; the same object otherwise."""
        with self._lock:
            try:
                seen = self.path.stat()
                known = ((seen.st_mtime_ns, seen.st_size), today)
                if known != self._known:
                    found = compile_place_file(self.path, self._aids, today=today).place
                    if found is not None and found != self._place:
                        self._place = found
                    self._known = known
            except OSError:  # it is being written
                pass
            return self._place
