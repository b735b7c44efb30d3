"""What a test asks of a browser engine, whichever drives it: one walk is written for all."""

import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, TypeAlias

PlainData: TypeAlias = Any
"""What JSON can hold."""
PATIENCE = 20
"""Seconds until what is waited for counts as missing, on a busy machine too."""
PAUSE = 0.05

KEYS = ("Tab", "Enter", "Space", "ArrowDown")
"""The keys that a walk by keyboard presses."""


class MissingError(Exception):
    """An engine that this machine does not have: the message says what would bring it."""


class Engine(Protocol):
    """A window of one browser engine. Scripts are functions as text; they get and give plain data."""

    @property
    def version(self) -> str:
        """Name and version, for people."""

    @property
    def downloads(self) -> Path:
        """The folder that files are saved to."""

    def open(self, address: str, *, width: int | None = None) -> None:
        """Show an address in a new window of that width, with a storage of its own."""

    def go(self, address: str) -> None:
        """Show an address in the window that is there."""

    def reload(self) -> None:
        """Load the page once more."""

    def ask(self, script: str, *values: object) -> PlainData:
        """Run a function in the page; return what it gives."""

    def click(self, selector: str) -> None:
        """Press a place with the pointer."""

    def write(self, selector: str, text: str) -> None:
        """Write into a field, key by key."""

    def press(self, key: str) -> None:
        """Press one of KEYS, wherever the focus is."""

    def press_with_control(self, key: str) -> None:
        """Press the key of a small letter together with Control."""

    def type(self, text: str) -> None:
        """Write wherever the focus is."""

    def choose_file(self, selector: str, path: Path) -> None:
        """Choose a file, as if in the system's dialogue."""


@dataclass(frozen=True)
class Kind:
    """One kind of engine: how to find it and how to start it."""

    name: str
    packages: Sequence[str]
    """What Debian calls what it needs."""
    started: Callable[[], AbstractContextManager[Engine]]
    """Start it; raises MissingError where it is not on this machine."""


def until(engine: Engine, script: str, *values: object) -> PlainData:
    """Ask until the answer is not false, empty or null; return it."""
    end = time.monotonic() + PATIENCE
    while not (found := engine.ask(script, *values)):
        assert time.monotonic() < end, f"{engine.version} waits in vain for {script} {values}"
        time.sleep(PAUSE)
    return found


def empty(folder: Path) -> None:
    """Take away the files that were saved into a folder: engines differ on a name that is taken."""
    for path in folder.iterdir():
        path.unlink()


def saved_in(folder: Path, ending: str = ".html") -> Path:
    """Return the one file that is saved into a folder, once it is whole."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        # An engine writes beside a name, or holds the name with nothing in it, and then takes it over.
        found = [path for path in folder.iterdir() if path.stat().st_size > 0]
        if [path.suffix for path in found] == [ending]:
            return found[0]
        time.sleep(PAUSE)
    raise AssertionError(f"nothing was saved in {folder}")
