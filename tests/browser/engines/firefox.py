"""Firefox, without a window: a program for Node drives it and is told what to do line by line."""

import base64
import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from hatch_build import node
from tests.browser.engines.engine import Kind, MissingError, PlainData
from tests.conftest import ROOT

PACKAGES = ("firefox-esr", "fonts-dejavu-core", "fonts-liberation")
NAMES = ("firefox-esr", "firefox")
THEME = ROOT / "src/decisionaid/theme"
PROGRAM = Path(__file__).with_name("firefox.mjs")
PHONE = 390
HEIGHT = 844
SECONDS = 30


class Firefox:
    """A window of Firefox."""

    def __init__(self, orders: IO[str], answers: IO[str], downloads: Path) -> None:
        self.orders = orders
        self.answers = answers
        self.downloads = downloads
        self.version = str(self._answer()).replace("firefox/", "Firefox ")

    def open(self, address: str, *, width: int | None = None) -> None:
        """Show an address in a new window."""
        self._do("open", address, width or PHONE, HEIGHT)

    def go(self, address: str) -> None:
        """Show an address in the window that is there."""
        self._do("go", address)

    def reload(self) -> None:
        """Load the page once more."""
        self._do("reload")

    def ask(self, script: str, *values: object) -> PlainData:
        """Run a function in the page."""
        return self._do("ask", script, values)

    def click(self, selector: str) -> None:
        """Press the middle of an element."""
        self._do("click", selector)

    def write(self, selector: str, text: str) -> None:
        """Write into a field."""
        self._do("write", selector, text)

    def press(self, key: str) -> None:
        """Press a key."""
        self._do("press", key)

    def press_with_control(self, key: str) -> None:
        """Press a key together with Control."""
        self._do("pressWithControl", key)

    def type(self, text: str) -> None:
        """Write wherever the focus is."""
        self._do("type", text)

    def choose_file(self, selector: str, path: Path) -> None:
        """Choose a file."""
        self._do("chooseFile", selector, str(path))

    def printed(self) -> bytes:
        """Print the page; return the PDF."""
        return base64.b64decode(self._do("printed"))

    def _do(self, name: str, *values: object) -> PlainData:
        self.orders.write(json.dumps([name, *values]) + "\n")
        self.orders.flush()
        return self._answer()

    def _answer(self) -> PlainData:
        line = self.answers.readline()
        assert line, "the program that drives Firefox ended"
        said = json.loads(line)
        assert "error" not in said, said["error"]
        return said["value"]


def found() -> str | None:
    """Return the path of Firefox, None where there is none."""
    return next((path for path in map(shutil.which, NAMES) if path), None)


@contextmanager
def started() -> Iterator[Firefox]:
    """Start it with a folder of its own to save to."""
    path = found()
    if path is None:
        raise MissingError("firefox-esr")
    with TemporaryDirectory(prefix="firefox-") as downloads:
        command = [str(node()), str(PROGRAM), str(THEME), path, downloads]
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        ) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            try:
                yield Firefox(process.stdin, process.stdout, Path(downloads))
            finally:
                # The end of its orders is its order to end.
                process.stdin.close()
                try:
                    process.wait(SECONDS)
                except subprocess.TimeoutExpired:
                    process.kill()


FIREFOX = Kind("Firefox", PACKAGES, started)
