"""From a code to its file: the developers' page, and the first line of each file of rules."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator, Sequence
from types import ModuleType

import pytest

from bench.rules import files_now, measure
from decisionaid import rules
from decisionaid.rules import RULES
from decisionaid.rules.places import PLACE_RULES, ages, fits_aids, plain_lines, ways_in
from decisionaid.rules.places.place_rule import PlaceRule
from decisionaid.rules.rule import Rule
from tests.conftest import ROOT, Golden

PAGE = ROOT / "site" / "developers" / "rules-index.md"
NUMBERS = [rule.code.number for rule in RULES]
_SPAN = re.compile(r"(DA\d{3})(?: to (DA\d{3}))?")

HEAD = """\
# Where each rule stands

The files are those of `src/decisionaid/rules`.
Codes below DA100 are no rules: reading gives them, and `src/decisionaid/read/faults.py` lists them.

| Code | Name | File | Function |
|---|---|---|---|
"""

OF_PLACES = """
## Rules of places

Codes below DP111 come from reading a place: `src/decisionaid/read/place/faults.py` lists them.

| Code | Name | File | Function |
|---|---|---|---|
"""


def modules() -> Iterator[ModuleType]:
    """Yield the modules that define rules."""
    for found in pkgutil.iter_modules(rules.__path__):
        module = importlib.import_module(f"{rules.__name__}.{found.name}")
        if any(rule.check.__module__ == module.__name__ for rule in vars(module).get("RULES", ())):
            yield module


MODULES = list(modules())


PLACE_MODULES = (ages, fits_aids, plain_lines, ways_in)


def file_of(rule: Rule | PlaceRule) -> str:
    return f"{rule.check.__module__.removeprefix(f'{rules.__name__}.').replace('.', '/')}.py"


def name_of(module: ModuleType) -> str:
    return module.__name__.rpartition(".")[2]


def spanned(line: str) -> list[str]:
    """Return the codes that a line names; of a span such as ``DA601 to DA605``, all that there are."""
    return [
        number
        for first, last in _SPAN.findall(line)
        for number in ([n for n in NUMBERS if first <= n <= last] if last else [first])
    ]


def rows_of(found: Sequence[Rule | PlaceRule]) -> str:
    """Return a row of the page for each rule."""
    return "".join(
        f"| [{rule.code.number}](../authors/rules/{rule.code.number}.md) | {rule.code.name} "
        f"| `{file_of(rule)}` | `{rule.check.__name__}` |\n"
        for rule in found
    )


def test_the_page_of_rules_and_their_files_is_true(golden: Golden) -> None:
    golden(PAGE, HEAD + rows_of(RULES) + OF_PLACES + rows_of(PLACE_RULES))


@pytest.mark.parametrize("module", PLACE_MODULES, ids=name_of)
def test_the_first_line_of_a_file_of_places_names_its_codes(module: ModuleType) -> None:
    first, *_ = (module.__doc__ or "").splitlines()
    known = [rule.code.number for rule in PLACE_RULES]
    named = [
        number
        for start, last in re.findall(r"(DP\d{3})(?: to (DP\d{3}))?", first)
        for number in ([n for n in known if start <= n <= last] if last else [start])
    ]
    assert named == sorted(rule.code.number for rule in module.RULES)


def test_every_rule_of_places_is_in_a_file_of_its_concern() -> None:
    listed = sorted(rule.code.number for module in PLACE_MODULES for rule in module.RULES)
    assert listed == [rule.code.number for rule in PLACE_RULES]


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_the_first_line_of_a_file_names_the_codes_that_it_defines(module: ModuleType) -> None:
    first, *_ = (module.__doc__ or "").splitlines()
    assert re.findall(r"DA\d*x+", module.__doc__ or "") == []
    assert spanned(first) == sorted(rule.code.number for rule in module.RULES)


def test_every_rule_is_in_a_file_of_its_concern() -> None:
    assert sorted(rule.code.number for module in MODULES for rule in module.RULES) == NUMBERS


def test_what_counts_the_branches_of_rules_finds_every_rule() -> None:
    assert sorted(measure(files_now())) == NUMBERS
