"""Make sure that there are browsers to test with; `make test` runs this once.

Those that are there are used.
Otherwise Playwright's own Chromium is downloaded, or, on Debian and as root, the system's packages are
installed: for Chromium, for WebKit, for Firefox, and for the screen reader where `heard` is asked for.
Without Chromium this fails.
What else is missing is said, and the tests that need it are skipped; where CI is set, it fails too.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from playwright.sync_api import sync_playwright

from tests.browser.chromium import find_chromium, launch
from tests.browser.engines.engine import Kind, MissingError
from tests.browser.engines.firefox import FIREFOX
from tests.browser.engines.webkit import WEBKIT
from tests.browser.heard.desk import PACKAGES as DESK
from tests.browser.heard.desk import missing_programs

MINUTES = 60
# Without a font, a page is measured and drawn with empty boxes.
FONTS = ("fonts-dejavu-core", "fonts-liberation")


@dataclass(frozen=True)
class Wanted:
    """Something to test with."""

    name: str
    works: Callable[[], str | None]
    """Start it; give its version, None if there is none."""
    ways: Sequence[Sequence[str]]
    """Commands that may bring it, cheapest first."""
    is_needed: bool


def main(arguments: Sequence[str]) -> int:
    """Bring what is wanted; return the exit code."""
    missing = [wanted for wanted in all_wanted(arguments) if not brought(wanted)]
    for wanted in missing:
        print(f"{wanted.name}: not on this machine", file=sys.stderr)
        for way in wanted.ways[-1:]:
            print(f"{wanted.name}: what may bring it: {' '.join(way)}", file=sys.stderr)
        if not wanted.is_needed:
            print(f"{wanted.name}: the tests that need it are skipped", file=sys.stderr)
    return int(any(wanted.is_needed for wanted in missing))


def all_wanted(arguments: Sequence[str]) -> Iterator[Wanted]:
    """Yield what is wanted for `make test`, or for `make heard`."""
    in_ci = bool(os.environ.get("CI"))
    if "heard" in arguments:
        yield Wanted("Orca", working_desk, [debian(DESK)], is_needed=True)
        return
    chromium = [
        [sys.executable, "-m", "playwright", "install", "chromium"],
        *(debian([name, *FONTS]) for name in ("chromium-headless-shell", "chromium")),
    ]
    yield Wanted("Chromium", working_chromium, chromium, is_needed=True)
    for kind in (WEBKIT, FIREFOX):
        yield Wanted(kind.name, starting(kind), [debian(kind.packages)], is_needed=in_ci)


def debian(packages: Sequence[str]) -> list[str]:
    """Return the command that installs packages of Debian."""
    return ["apt-get", "install", "-q", "-y", "--no-install-recommends", *packages]


def brought(wanted: Wanted) -> bool:
    """Try each way until it works."""
    if version := wanted.works():
        print(f"{wanted.name}: {version}")
        return True
    for command in [way for way in wanted.ways if can_be_run(way)]:
        for each in ([["apt-get", "update", "-q"]] if is_apt(command) else []) + [list(command)]:
            print(f"{wanted.name}: trying {' '.join(each)}", flush=True)
            run(each)
        if version := wanted.works():
            print(f"{wanted.name}: {version}")
            return True
    return False


def is_apt(command: Sequence[str]) -> bool:
    """Whether a command is one of Debian's."""
    return command[0] == "apt-get"


def can_be_run(command: Sequence[str]) -> bool:
    """Whether this machine and this user can run a command: Debian's needs root."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return not is_apt(command) or (shutil.which("apt-get") is not None and is_root)


def run(command: Sequence[str]) -> None:
    """Run a command; say what went wrong."""
    try:
        subprocess.run(command, check=True, stdin=subprocess.DEVNULL, timeout=10 * MINUTES)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        print(error, file=sys.stderr)


def working_chromium() -> str | None:
    """Start the Chromium we would test with; return its path and version, None if there is none."""
    with sync_playwright() as playwright:
        path = find_chromium(playwright)
        if path is None:
            return None
        browser = launch(playwright, path)
        version = browser.version
        browser.close()
        return f"{path} {version}"


def starting(kind: Kind) -> Callable[[], str | None]:
    """Return what starts an engine and gives its version."""

    def version() -> str | None:
        try:
            with kind.started() as engine:
                return engine.version
        except MissingError:
            return None

    return version


def working_desk() -> str | None:
    """Return that the screen reader and all it needs are there, None if something is missing."""
    return None if missing_programs() else "and all that it needs"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
