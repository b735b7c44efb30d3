"""The items of published standards: all there, each answered or left to a person, and the handbook's table true.

``make golden`` writes the table anew.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from decisionaid.compiler.explain import all_codes
from decisionaid.language import words_in
from decisionaid.model.development import ACTIVITIES
from decisionaid.quality.facts import FACTS
from decisionaid.rules import RETIRED, RULES
from decisionaid.rules.standards import (
    NO_RULES,
    PROFILES,
    STANDARDS,
    STANDARDS_BY_KEY,
    Item,
    NoRule,
    rules_of,
)
from tests.conftest import ROOT, Golden

ENGLISH = words_in("en")
PAGE = ROOT / "site" / "authors" / "standards.md"

CATALOGUE = {
    f"DA{number}"
    for numbers in (
        range(101, 109), range(201, 210), range(301, 314), range(401, 410), range(501, 510),
        range(601, 605), range(701, 717), range(801, 809), range(901, 905), range(951, 953),
        range(971, 976), range(981, 984),
    )
    for number in numbers
}  # fmt: skip
"""What the catalogue of rules has, one by one; further rules may be added."""

ITEMS = {"ipdas-v4": 44, "nice-ecd8": 27, "his": 12, "hca": 20, "pif": 10, "sundae": 9}
CHECKED = {"ipdas-v4": 16, "nice-ecd8": 6, "his": 11, "hca": 0, "pif": 10, "sundae": 8}
"""How many items were compared with the original text, as far as it could be seen."""


def test_every_item_of_every_standard_is_there_once() -> None:
    assert Counter(item.standard for item in STANDARDS) == ITEMS
    assert len({(item.standard, item.item) for item in STANDARDS}) == len(STANDARDS) == 122
    assert len({item.item for item in STANDARDS}) == len(STANDARDS)


def test_only_what_was_compared_with_the_original_is_called_so() -> None:
    found = Counter(item.standard for item in STANDARDS if item.verified)
    assert {key: found[key] for key in ITEMS} == CHECKED


def test_what_an_item_names_is_there() -> None:
    known = set(all_codes())
    unknown = {number for item in STANDARDS for number in item.rules if number not in known}
    assert unknown == set()
    assert {name for item in STANDARDS for name in item.facts} == set(FACTS)
    assert {key for item in STANDARDS for key in item.attest} <= set(ACTIVITIES)
    assert all(item.part in STANDARDS_BY_KEY[item.standard].parts for item in STANDARDS)


def test_what_people_do_serves_an_item_or_the_accuracy_of_figures() -> None:
    asked = {key for item in STANDARDS for key in item.attest}
    assert set(ACTIVITIES) - asked == {"accuracy-check"}


def test_every_number_of_the_catalogue_is_a_rule_or_says_why_it_is_none() -> None:
    rules = {rule.code.number for rule in RULES}
    others = [each.code for each in NO_RULES]
    assert len(set(others)) == len(others)
    assert rules.isdisjoint(others)
    assert set(others) <= CATALOGUE
    assert set(others) | rules | set(RETIRED) >= CATALOGUE
    assert rules.isdisjoint(RETIRED)
    assert set(RETIRED.values()) <= rules


@pytest.mark.parametrize("each", NO_RULES, ids=lambda each: each.code)
def test_what_is_no_rule_is_proved_done_by_people_or_about_nothing(each: NoRule) -> None:
    assert set(each.attest) <= set(ACTIVITIES)
    assert bool(each.tests) == (each.kind == "built-in")
    assert bool(each.says) == (each.kind != "attest")
    assert each.attest or each.kind != "attest"
    for test in each.tests:
        file, name = test.split("::")
        assert re.search(rf"^def {name}\(", (ROOT / file).read_text("utf-8"), re.MULTILINE), test


def answered_by(item: Item) -> str:
    """Say what answers an item; every item is answered by something, or by a person."""
    parts = [f"[{number}](rules/{number}.md)" for number in item.rules if _built(item, number)]
    parts += [
        f"every page: {name}" if _always(name) else f"looked up: {name}" for name in item.facts
    ]
    parts += [f"`{key}`" for key in item.attest]
    if item.kind == "assist" or item.person or item.not_built or not parts:
        parts.append("a person")
    return ", ".join(parts)


def _built(item: Item, number: str) -> bool:
    return number not in item.not_built


def _always(name: str) -> bool:
    return name not in {"experience", "chances", "reading-level", "delivery", "plain-enough"}


def standards_text() -> Iterator[str]:
    """Yield the lines of the page as it must be."""
    yield from (
        "# Standards and rules",
        "",
        "What published standards ask of a decision aid, in our own words, and what answers each item.",
        "[How an aid is checked](quality.md) says what a verdict means.",
        "",
        "| answered by | what it means |",
        "|---|---|",
        "| a code such as DA101 | a rule looks for a fault |",
        "| every page | whatever the author writes, the page has it |",
        "| looked up | the check looks for it in the aid |",
        "| a word such as `equality` | people do it, and [`development`](quality.md#what-people-did) says so |",
        "| a person | no program can tell, or the rule is not built yet |",
        "",
        "*Checked* says if the item was compared with the original text.",
        "What was not is our own reading, and nothing is said of it in the name of that standard.",
    )
    for key, standard in STANDARDS_BY_KEY.items():
        yield from (
            "",
            f"## {standard.name(ENGLISH)}",
            "",
            standard.about(ENGLISH),
            f"Source: {standard.source(ENGLISH)}.",
        )
        for part in standard.parts:
            name = standard.part(ENGLISH, part)
            yield from ("", f"### {standard.name(ENGLISH)}: {name}", "")
            yield "| Item | What it asks | Answered by | Checked |"
            yield "|---|---|---|---|"
            for item in STANDARDS:
                if (item.standard, item.part) == (key, part):
                    checked = "yes" if item.verified else "our own reading"
                    yield f"| {item.item} | {item.asks(ENGLISH)} | {answered_by(item)} | {checked} |"


def no_rules_text() -> Iterator[str]:
    """Yield the lines on the numbers of the catalogue that are no rules."""
    yield from (
        "",
        "## Numbers that are no rules",
        "",
        "Some things no author can get wrong, some only people can do, and some are about nothing here.",
        "",
        "| Number | What holds | Proved by |",
        "|---|---|---|",
    )
    for each in NO_RULES:
        proofs = [f"`{test.split('::')[1]}`" for test in each.tests]
        proofs += [f"`{key}`, done by people" for key in each.attest]
        says = each.says or ENGLISH.say(f"activity_{each.attest[0]}")
        yield f"| {each.code} | {says} | {', '.join(proofs) or 'does not apply'} |"


def test_the_table_of_standards_and_rules_is_true(golden: Golden) -> None:
    golden(PAGE, "\n".join([*standards_text(), *no_rules_text()]) + "\n")


@pytest.mark.parametrize("item", STANDARDS, ids=lambda item: item.item)
def test_every_item_is_answered_or_left_to_a_person(item: Item) -> None:
    assert answered_by(item)
    assert item.rules or item.facts or item.attest or item.person


def test_a_profile_holds_whole_parts_of_its_standard() -> None:
    assert set(PROFILES) == {
        "house", "ipdas-minimum", "ipdas-all", "nice-essential", "nice-enhanced", "his", "hca", "pif",
    }  # fmt: skip
    assert {name: len(items) for name, items in PROFILES.items()} == {
        "house": 34, "ipdas-minimum": 16, "ipdas-all": 44, "nice-essential": 18,
        "nice-enhanced": 27, "his": 12, "hca": 20, "pif": 10,
    }  # fmt: skip


def test_the_rules_of_a_profile_are_built_and_the_house_asks_for_numbers_and_balance() -> None:
    built = {rule.code.number for rule in RULES} | {"DA010"}
    assert all(rules_of(name) <= built for name in PROFILES)
    assert {"DA204", "DA302", "DA312"} <= rules_of("house")
    assert "DA302" not in rules_of("ipdas-minimum")
