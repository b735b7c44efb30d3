"""Make sure that there is a browser to test with; `make test` runs this once.

One that is there is used.
Otherwise Playwright's own is downloaded, or, on Debian and as root, the system's is installed.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

from playwright.sync_api import sync_playwright

from tests.browser.chromium import find_chromium, launch

MINUTES = 60


def main() -> int:
    """Try each way until a browser starts; return the exit code."""
    if version := working_browser():
        print(f"browser: {version}")
        return 0
    for command in ways():
        print(f"browser: trying {' '.join(command)}", flush=True)
        try:
            subprocess.run(command, check=True, stdin=subprocess.DEVNULL, timeout=10 * MINUTES)
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
            print(f"browser: {error}", file=sys.stderr)
        if version := working_browser():
            print(f"browser: {version}")
            return 0
    print(
        "No browser to test with: install Chromium, or name one in DECISIONAID_CHROMIUM.",
        file=sys.stderr,
    )
    return 1


def working_browser() -> str | None:
    """Start the browser we would test with; return its path and version, None if there is none."""
    with sync_playwright() as playwright:
        path = find_chromium(playwright)
        if path is None:
            return None
        browser = launch(playwright, path)
        version = browser.version
        browser.close()
        return f"{path} {version}"


def ways() -> Iterator[list[str]]:
    """Commands that may bring a browser, cheapest first."""
    yield [sys.executable, "-m", "playwright", "install", "chromium"]
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        yield ["apt-get", "update", "-q"]
        for name in ("chromium-headless-shell", "chromium"):
            # Without a font, a page is measured and drawn with empty boxes.
            packages = [name, "fonts-dejavu-core", "fonts-liberation"]
            yield ["apt-get", "install", "-q", "-y", "--no-install-recommends", *packages]


if __name__ == "__main__":
    sys.exit(main())
