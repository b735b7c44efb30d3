"""What a test asks of a browser engine, whichever drives it: one walk is written for all."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

PATIENCE = 20
"""Seconds until what is waited for counts as missing, on a busy machine too."""
PAUSE = 0.05

KEYS = ("Tab", "Enter", "Space", "ArrowDown")
"""The keys that a walk by keyboard presses."""


class Missing(Exception):
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

    def ask(self, script: str, *values: object) -> Any:
        """Run a function in the page; return what it gives."""

    def click(self, selector: str) -> None:
        """Press a place with the pointer."""

    def write(self, selector: str, text: str) -> None:
        """Write into a field, key by key."""

    def press(self, key: str) -> None:
        """Press one of KEYS, wherever the focus is."""

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
    """Start it; raises Missing where it is not on this machine."""


def until(engine: Engine, script: str, *values: object) -> Any:
    """Ask until the answer is not false, empty or null; return it."""
    end = time.monotonic() + PATIENCE
    while not (found := engine.ask(script, *values)):
        assert time.monotonic() < end, f"{engine.version} waits in vain for {script} {values}"
        time.sleep(PAUSE)
    return found


def saved_since(folder: Path, before: Sequence[Path]) -> Path:
    """Return the one file that was saved into a folder since, whole."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        new = [path for path in finished(folder) if path not in before]
        if new:
            (path,) = new
            return path
        time.sleep(PAUSE)
    raise AssertionError(f"nothing was saved in {folder}")


def finished(folder: Path) -> Iterator[Path]:
    """Yield the saved files of a folder; engines write beside a name and then take it over."""
    for path in sorted(folder.glob("*.html")):
        if path.stat().st_size > 0 and not path.with_name(f"{path.name}.part").exists():
            yield path
