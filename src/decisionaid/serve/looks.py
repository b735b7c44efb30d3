"""Look at files again and again, only as often as it is cheap: what is being written is seen at once.

Layer 5. A look at a thousand aids takes a hundredth of a second; six in each second would keep a
processor busy that has pages to make.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from decisionaid.serve.preview import Stamp, stamp_of

LOOK_EVERY: Final = 0.15
"""Seconds between two looks, where they are cheap."""

SELDOM: Final = 2.0
"""The most seconds between two looks at everything, so that no change waits for longer."""

SHARE: Final = 0.02
"""The part of a processor that looking at everything may take."""


class Looks:
    """The state of some files, by one look after another.

    A look at all of them takes its time, and as long as that is too much of it, a look is one at what
    changed last: whoever writes an aid saves it often. Everything has its turn soon after.
    """

    def __init__(
        self,
        whole: Callable[[], Stamp],
        clock: Callable[[], float] = time.monotonic,
        spent: Callable[[], float] = time.thread_time,
    ) -> None:
        """Look at everything for the first time.

        Args:
            whole: looks at everything.
            clock: tells the time, in seconds.
            spent: tells how long the processor has worked for this thread, in seconds. A look that
                had to wait for others was not dear.
        """
        self._whole = whole
        self._clock = clock
        self._spent = spent
        self._watched = ""
        self.stamp = self._look_at_everything()

    def again(self) -> Stamp:
        """Return the state of all files, as it is known now."""
        if self._clock() >= self._due:
            self.stamp = self._look_at_everything()
        elif self._watched:
            self.stamp = self._with(stamp_of(Path(self._watched)))
        return self.stamp

    def watch(self, folder: Path) -> None:
        """Look at a folder each time from now on, and no longer at the one before."""
        self._watched = folder.as_posix()

    def _look_at_everything(self) -> Stamp:
        before = self._spent()
        found = self._whole()
        self._due = self._clock() + pause_after(self._spent() - before)
        return found

    def _with(self, part: Stamp) -> Stamp:
        """Return what is known, with the files of the watched folder as they are now."""
        others = {
            path: state
            for path, state in self.stamp.items()
            if not path.startswith(f"{self._watched}/")
        }
        return others | part


def pause_after(took: float) -> float:
    """Return the seconds until everything is looked at again, after a look that took so many."""
    return min(took / SHARE, SELDOM)
