"""Fixtures that every test may ask for.

``golden`` compares text with a file in ``tests/golden``; ``make golden`` writes the files anew.
The browser's tests read the same files.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

import pytest

from tests.validity import html_faults as check_html

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = ROOT / "tests" / "golden"


@pytest.fixture(scope="session", autouse=True)
def _cache_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what a check remembers out of the person's own cache, in processes of tests too."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


class Golden(Protocol):
    """Compare with a golden file; the name is a path beneath ``tests/golden``."""

    def __call__(self, name: str, actual: object) -> None:
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


@pytest.fixture
def root() -> Path:
    """Return the project's folder."""
    return ROOT


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare text or JSON data with a file in ``tests/golden``."""
    rewrite = bool(request.config.getoption("--golden"))

    def compare(name: str, actual: object) -> None:
        path = GOLDEN / name
        text = actual if isinstance(actual, str) else as_json(actual)
        if rewrite:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        elif not path.exists():
            pytest.fail(f"tests/golden/{name} does not exist: run `make golden` and read it")
        expected = path.read_bytes().decode("utf-8")
        assert expected == text, f"tests/golden/{name} differs: `make golden` if that is meant"

    return compare


@pytest.fixture
def html_faults() -> HtmlFaults:
    """Check files with the HTML validator that the theme's lock file pins."""
    return check_html


def as_json(value: object) -> str:
    """JSON that shows a small change as a small difference."""
    return json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
