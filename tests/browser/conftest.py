"""Fixtures for tests in a real browser.

No browser is a failure, not a reason to leave tests out: `make test` installs one.
Each test in this folder carries the marker ``browser``.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Protocol

import pytest
from playwright.sync_api import Browser, Playwright, ViewportSize, sync_playwright

from tests.browser.chromium import SHORT_LIVED, find_chromium, launch
from tests.browser.folder import folder_served
from tests.browser.handed_over import handed_over
from tests.browser.site_fixtures import site, whole_site
from tests.browser.visit import NO_WORKERS, Visit

# Named here, so that every test of this folder may ask for it.
__all__ = ["handed_over", "site", "whole_site"]

HERE = Path(__file__).resolve().parent
SECONDS = 1000


class Visitor(Protocol):
    """Open a window and look at an address."""

    def __call__(
        self,
        url: str,
        *,
        width: int = 390,
        height: int = 844,
        with_worker: bool = False,
        **options: Any,
    ) -> Visit:
        """Options are those of Playwright's `new_context`, `java_script_enabled` for instance.

        A page may have no worker if not `with_worker`: it would answer in the place of the server.
        """


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of this folder; where CI is set, one that fails is run once more and listed."""
    in_ci = os.environ.get("CI") == "true"
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if in_ci:
                item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def driver() -> Iterator[Playwright]:
    """Give the one driver of browsers that a run can have."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def started(driver: Playwright) -> Iterator[Callable[..., Browser]]:
    """Start browsers that end with the run; each may be given switches of its own."""
    with ExitStack() as stack:
        path = find_chromium(driver)
        if path is None:
            pytest.fail("there is no browser: run `make browser`", pytrace=False)

        def start(*switches: str) -> Browser:
            browser = launch(driver, path, *SHORT_LIVED, *switches)
            stack.callback(browser.close)
            return browser

        yield start


@pytest.fixture(scope="session")
def chromium(started: Callable[..., Browser]) -> Browser:
    """Give one browser for the whole run."""
    return started()


@pytest.fixture(scope="session")
def served() -> Iterator[Callable[[Path], str]]:
    """Serve a folder until the run ends; give its address, which ends in a slash."""
    with ExitStack() as stack:
        addresses: dict[Path, str] = {}

        def serve(folder: Path) -> str:
            if folder not in addresses:
                addresses[folder] = stack.enter_context(folder_served(folder))
            return addresses[folder]

        yield serve


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Visitor]:
    """Look at pages, each in a window of its own that is closed after the test."""
    with ExitStack() as stack:

        def look_at(
            url: str,
            *,
            width: int = 390,
            height: int = 844,
            with_worker: bool = False,
            **options: Any,
        ) -> Visit:
            size = ViewportSize(width=width, height=height)
            context = chromium.new_context(viewport=size, **options)
            if not with_worker:
                context.add_init_script(NO_WORKERS)
            stack.callback(context.close)
            context.set_default_timeout(10 * SECONDS)
            # The gallery is a long page, and a machine may be busy.
            context.set_default_navigation_timeout(60 * SECONDS)
            seen = Visit(context.new_page())
            seen.page.goto(url)
            return seen

        yield look_at
