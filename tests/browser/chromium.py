"""Find a Chromium to drive, and say how to start it."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright

NAMES = (
    # The same browser without its windows opens a page in a fifth of the time.
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
)

# A test must not wait for a network that it may not have, nor use one that it has.
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)


def find_chromium(playwright: Playwright) -> Path | None:
    """Return the browser to use, or None when there is none.

    First the one named in DECISIONAID_CHROMIUM, then one on the PATH, then Playwright's own.
    A name that leads nowhere is a FileNotFoundError: it was given on purpose.
    """
    if named := os.environ.get("DECISIONAID_CHROMIUM"):
        if not Path(named).is_file():
            message = f"DECISIONAID_CHROMIUM names no file: {named}"
            raise FileNotFoundError(message)
        return Path(named)
    for name in NAMES:
        if found := shutil.which(name):
            return Path(found)
    # Playwright names the place of its own browser whether or not it is there.
    own = Path(playwright.chromium.executable_path)
    return own if own.is_file() else None


def chromium_there(playwright: Playwright) -> Path:
    """Return the browser to use; a FileNotFoundError says how to get one."""
    path = find_chromium(playwright)
    if path is None:
        message = "there is no browser: run `make browser`"
        raise FileNotFoundError(message)
    return path


# Pages of tests live for seconds: to make their scripts fast takes longer than they then save, a sixth of the
# time of a test that walks through a page. What measures the browser as people have it does without.
SHORT_LIVED = ("--js-flags=--no-opt",)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the browser without a window, and close it at the end."""
    with sync_playwright() as playwright:
        browser = launch(playwright, chromium_there(playwright))
        try:
            yield browser
        finally:
            browser.close()


def launch(playwright: Playwright, path: Path, *more: str) -> Browser:
    """Start the browser without a window; ``more`` are further switches."""
    # The sandbox stays on for everyone who can have it: root can not.
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    arguments = [*QUIET, *more, "--no-sandbox"] if is_root else [*QUIET, *more]
    return playwright.chromium.launch(executable_path=path, args=arguments)
