"""Fixtures for the engines beside Chromium.

On a machine that has none of an engine its tests are skipped, and the last lines of the run say so.
Where CI is set they fail: there nothing may be left out unseen.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.browser.engines.engine import Engine, Kind, MissingError
from tests.browser.engines.firefox import FIREFOX
from tests.browser.engines.noted import NotingHandler
from tests.browser.engines.webkit import WEBKIT
from tests.browser.folder import folder_served

# Each engine is started once, by the worker that has all its tests.
ENGINES = [
    pytest.param(kind, id=kind.name, marks=pytest.mark.xdist_group(kind.name))
    for kind in (WEBKIT, FIREFOX)
]
FIREFOX_ALONE = ENGINES[1:]
"""For what no driver of WebKit can do."""


def left_out(missing: MissingError, kind: Kind) -> None:
    """Skip a test whose engine is not there, or fail where nothing may be skipped."""
    packages = " ".join(kind.packages)
    reason = f"{kind.name} was not tried: {missing} is missing (Debian: apt-get install {packages})"
    if os.environ.get("CI"):
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def engines() -> Iterator[Callable[[Kind], Engine]]:
    """Give an engine; each is started once and ends with the run."""
    with ExitStack() as stack:
        started: dict[str, Engine] = {}

        def give(kind: Kind) -> Engine:
            if kind.name not in started:
                try:
                    started[kind.name] = stack.enter_context(kind.started())
                except MissingError as missing:
                    left_out(missing, kind)
            return started[kind.name]

        yield give


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest, engines: Callable[[Kind], Engine]) -> Engine:
    """Give each engine in turn."""
    return engines(request.param)


@pytest.fixture
def fresh_engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """Give each engine in turn, started for one test alone.

    WebKit's driver shows a page no registration of its worker once it has shown other pages.
    """
    with ExitStack() as stack:
        kind: Kind = request.param
        try:
            yield stack.enter_context(kind.started())
        except MissingError as missing:
            left_out(missing, kind)


@pytest.fixture(scope="session")
def noted() -> Iterator[Callable[[Path], str]]:
    """Serve a folder whose pages note their complaints; give its address, which ends in a slash."""
    with ExitStack() as stack:
        addresses: dict[Path, str] = {}

        def serve(folder: Path) -> str:
            if folder not in addresses:
                addresses[folder] = stack.enter_context(folder_served(folder, NotingHandler))
            return addresses[folder]

        yield serve
