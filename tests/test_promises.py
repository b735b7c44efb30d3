"""The table of promises names tests that are there."""

import ast
import re
from pathlib import Path

import pytest

from tests.conftest import ROOT

PAGE = ROOT / "site" / "developers" / "promises.md"
NAMED = re.compile(r"`(tests/[\w/-]+\.(?:py|test\.ts))::([^`]+)`")
NUMBERS = (*range(8, 14), *range(15, 25), 29, 30, 31, 33, 38)


def rows() -> dict[int, str]:
    """Return what stands beside each promise, by its number."""
    return {
        int(re.findall(r"\((\d+)\)$", promise)[0]): tests for promise, tests in table("promise")
    }


def table(name: str) -> list[list[str]]:
    """Return the rows of the table whose first column is called so."""
    (part,) = PAGE.read_text(encoding="utf-8").split(f"| {name} | tests |\n|---|---|\n")[1:]
    lines = part.partition("\n\n")[0].splitlines()
    return [line.strip("| ").split(" | ") for line in lines]


def names_in(path: Path) -> set[str]:
    """Return the names of the tests of a file; of one in Node, without what stands before its colon."""
    if path.suffix == ".ts":
        found = re.findall(
            r'^ *test\((?:"([^"]+)"|`\$\{name\}: (?:\$\{SETS\} )?([^`]+)`)',
            path.read_text(encoding="utf-8"),
            re.MULTILINE,
        )
        return {plain or of_each_aid for plain, of_each_aid in found}
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_every_promise_is_there_once_and_names_a_test() -> None:
    assert list(rows()) == list(NUMBERS)
    assert [number for number, tests in rows().items() if not NAMED.search(tests)] == []


def test_every_promise_to_the_clinician_names_a_test() -> None:
    promises = table("promise to the clinician")
    assert len(promises) >= 10
    assert [promise for promise, tests in promises if not NAMED.search(tests)] == []


@pytest.mark.parametrize("name", ["promise without a network", "promise on keeping"])
def test_every_promise_of_a_device_names_a_test(name: str) -> None:
    promises = table(name)
    assert len(promises) >= 4
    assert [promise for promise, tests in promises if not NAMED.search(tests)] == []


@pytest.mark.long
def test_every_named_test_is_there() -> None:
    named = NAMED.findall(PAGE.read_text(encoding="utf-8"))
    assert len(named) > 30
    gone = [f"{file}::{name}" for file, name in named if name not in names_in(ROOT / file)]
    assert gone == []


def test_every_whole_journey_goes_through_every_aid() -> None:
    journeys = table("way")
    assert len(journeys) > 8
    for way, tests in journeys:
        ((file, name),) = NAMED.findall(tests)
        tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
        (test,) = (
            node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == name
        )
        decorators = [ast.unparse(each) for each in test.decorator_list]
        # By turns: one aid or two in `make test`, each of them in `make soak` or `make engines`.
        every = re.compile(r"pytest\.mark\.parametrize\('slug', (by_turns\()?SLUGS[,)]")
        assert any(map(every.match, decorators)), way
