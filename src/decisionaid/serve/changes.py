"""Who is told of a change: browsers by its number, and who serves of what is wrong now.

Layer 5.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Protocol

from decisionaid.compiler.places import CompiledPlace
from decisionaid.disk.aid_folder import AidFiles


class Told(Protocol):
    """Told of aids: of all of them at ``first`` and on a new day, else of those that changed."""

    def __call__(self, aids: list[AidFiles], *, first: bool) -> None:
        """Say what there is to say of them."""


ToldOfPlace = Callable[[CompiledPlace], None]
"""Told of the place that the site is for, each time that what is wrong with it is not what it was."""


class Changes:
    """Counts the changes that browsers are told of."""

    def __init__(self) -> None:
        """Start at the first state."""
        self.number = 1
        self.closed = False
        self._condition = threading.Condition()

    def tell(self) -> None:
        """Wake everybody who waits: something has changed."""
        with self._condition:
            self.number += 1
            self._condition.notify_all()

    def close(self) -> None:
        """Wake everybody who waits: it is over."""
        with self._condition:
            self.closed = True
            self._condition.notify_all()

    def wait(self, seen: int, seconds: float) -> int:
        """Return the number of the state, once it differs from ``seen`` or time is up."""
        with self._condition:
            self._condition.wait_for(lambda: self.closed or self.number != seen, seconds)
            return self.number
