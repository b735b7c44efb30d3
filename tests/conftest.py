"""Fixtures that every test may ask for, and the one profile of all tests on random values.

``golden`` compares text with a committed file; ``make golden`` writes the files anew.
A test that asks for it carries the marker ``golden``. The browser's tests read the same files.
"""

import gc
import json
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import HealthCheck, settings

from tests.validity import html_faults as check_html

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = ROOT / "tests" / "golden"
BROWSER = ROOT / "tests" / "browser"

# Random values are the same on every run, so that a failure comes back, and no machine is too busy.
settings.register_profile(
    "decisionaid",
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
settings.load_profile("decisionaid")


@pytest.fixture(scope="session", autouse=True)
def _cache_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what a check remembers out of the person's own cache, in processes of tests too."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


class Golden(Protocol):
    """Compare with a golden file: a name beneath ``tests/golden``, or the path of any file."""

    def __call__(self, name: str | Path, actual: object) -> None:
        """Text is compared as it is; anything else as JSON with sorted keys."""


class HtmlFaults(Protocol):
    """Ask the HTML validator about files; an empty list means valid."""

    def __call__(self, *paths: Path) -> Sequence[str]:
        """One line for each fault: file, line, column, rule and message."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--golden``."""
    parser.addoption(
        "--golden", action="store_true", help="write the golden files anew instead of comparing"
    )


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Keep thousands of tests out of what Python looks through for what can be thrown away."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


def pytest_itemcollected(item: pytest.Item) -> None:
    """Have the quick tests of a file run by one worker, one after the other.

    To hand out thousands of them one by one takes longer than to run them, and what a file prepares
    is then prepared once. Those in a browser and long ones are handed out one by one.
    """
    if not item.config.pluginmanager.hasplugin("xdist"):
        return
    group = _group_of(item.path)
    if group and not (item.get_closest_marker("long") or item.get_closest_marker("xdist_group")):
        item.add_marker(group)


@cache
def _group_of(path: Path) -> pytest.MarkDecorator | None:
    """Return the marker for the quick tests of a file, or None for a file of tests in a browser."""
    if BROWSER in path.parents:
        return None
    return pytest.mark.xdist_group(path.relative_to(ROOT).as_posix())


@pytest.hookimpl(tryfirst=True)  # before those that carry no marker are left out
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark the tests that compare with a golden file, and name each test's group to xdist."""
    for item in items:
        group = item.get_closest_marker("xdist_group")
        if group and config.getoption("loadgroup", default=False):
            # xdist 3.8 writes the group where pytest 9.2 no longer reads it: no group was kept.
            named = f"{item.nodeid.removesuffix(f'@{group.args[0]}')}@{group.args[0]}"
            item._id = type(item.id).parse(named)
        if isinstance(item, pytest.Function) and "golden" in item.fixturenames:
            item.add_marker(pytest.mark.golden)


@pytest.fixture
def root() -> Path:
    """Return the project's folder."""
    return ROOT


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare text or JSON data with a committed file."""
    rewrite = bool(request.config.getoption("--golden"))

    def compare(name: str | Path, actual: object) -> None:
        path = GOLDEN / name  # a whole path stays itself
        shown = path.relative_to(ROOT).as_posix()
        text = actual if isinstance(actual, str) else as_json(actual)
        if rewrite:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        elif not path.exists():
            pytest.fail(f"{shown} does not exist: run `make golden` and read it")
        expected = path.read_bytes().decode("utf-8")
        assert expected == text, f"{shown} differs: `make golden` if that is meant"

    return compare


@pytest.fixture
def html_faults() -> HtmlFaults:
    """Check files with the HTML validator that the theme's lock file pins."""
    return check_html


def as_json(value: object) -> str:
    """JSON that shows a small change as a small difference."""
    return json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
