"""Tests that fail at first, for `tests/tooling/test_unsteady.py`, which runs them in a run of their own.

No run finds them by itself: the name of the file is none of a file of tests.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

SEEN = "UNSTEADY_SEEN"
"""Names the file into which each test and each fixture writes a line when it runs."""


def note(line: str) -> int:
    """Write a line; return how often it stands there now."""
    path = Path(os.environ[SEEN])
    with path.open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
    return path.read_text(encoding="utf-8").splitlines().count(line)


@pytest.fixture(scope="session")
def of_the_session() -> Iterator[str]:
    note(f"{__name__} session begins")
    yield __name__
    note(f"{__name__} session ends")


@pytest.fixture(scope="module")
def of_the_file(of_the_session: str) -> Iterator[str]:
    note(f"{of_the_session} file begins")
    yield of_the_session
    note(f"{of_the_session} file ends")


@pytest.fixture
def late() -> None:
    assert note(f"{__name__} late") > 1


def test_before(of_the_file: str) -> None:
    note(f"{of_the_file} before")


def test_fails_at_first(of_the_file: str) -> None:
    assert note(f"{of_the_file} at first") > 1


@pytest.mark.usefixtures("late")
def test_is_set_up_late(of_the_file: str) -> None:
    note(f"{of_the_file} set up")


def test_fails_always(of_the_file: str) -> None:
    assert note(f"{of_the_file} always") > 9


def test_after(of_the_file: str) -> None:
    note(f"{of_the_file} after")
