"""The table of standards is true: what a rule finds speaks against every item that rests on it.

The faults planted are the examples of the rule pages, whose codes are proved by ``tests/test_rule_pages.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from decisionaid.model.development import ACTIVITIES
from decisionaid.model.quality import ItemVerdict
from decisionaid.rules import RULES
from decisionaid.rules.standards import STANDARDS, STANDARDS_BY_KEY, Item
from tests.quality.test_verdicts import items_of, quality_of
from tests.rules.examples import read_rule_page
from tests.test_rule_pages import PAGES

# One worker compiles each example once.
pytestmark = [pytest.mark.xdist_group("items-hold"), pytest.mark.long]

KINDS = {rule.code.number: rule.kind for rule in RULES} | {"DA010": "auto"}
EXAMPLES = {path.stem: read_rule_page(path) for path in PAGES}
SPEAKS_AGAINST = {"error": "not-met", "warning": "partly", "notice": "needs-a-person"}
SEVERITY = {rule.code.number: rule.code.severity for rule in RULES} | {"DA010": "error"}
WORST_FIRST = ["not-met", "partly", "needs-a-person", "attested", "met", "not-applicable"]

SHOWN = frozenset(
    key for key in STANDARDS_BY_KEY if any(i.standard == key and i.verified for i in STANDARDS)
)
"""Standards that have been seen in the original; of the others the quality page says nothing."""


@cache
def verdicts(example: str) -> dict[str, ItemVerdict]:
    """Return the verdict of every item on what an example stands for."""
    return items_of(quality_of(example))


def resting() -> Iterator[tuple[Item, str]]:
    """Yield every item with each rule it rests on."""
    for item in STANDARDS:
        if item.standard in SHOWN:
            for number in item.rules:
                yield item, number


@pytest.mark.parametrize(
    ("item", "number"), [pytest.param(i, n, id=f"{i.item}-{n}") for i, n in resting()]
)
def test_what_a_rule_finds_speaks_against_the_item(item: Item, number: str) -> None:
    example = EXAMPLES[number]
    kind = "kind: test\n" if item.applies == "test" and "kind:" not in example.wrong else ""
    wrong, right = verdicts(kind + example.wrong)[item.item], verdicts(example.right)[item.item]
    least = SPEAKS_AGAINST[SEVERITY[number]]
    assert WORST_FIRST.index(wrong.verdict) <= WORST_FIRST.index(least)
    if wrong.verdict == least:
        assert number in wrong.because
    assert number not in right.because


def test_most_items_rest_on_a_rule_that_was_planted() -> None:
    assert len({item.item for item, _number in resting()}) > 50


def developed(*keys: str) -> str:
    """Return lines of the head that say that these things were done, and where that is written."""
    lines = [
        f"  {key}: {{done: yes, who: [adults asked], n: 12, date: 2026-01-05, document: made/a.md}}"
        for key in keys
    ]
    return "\n".join(["development:", *lines, ""])


@pytest.mark.parametrize(
    "item",
    [each for each in STANDARDS if each.kind == "attest" and each.standard in SHOWN],
    ids=lambda each: each.item,
)
def test_what_people_do_is_not_met_until_it_is_proved(item: Item) -> None:
    assert verdicts("funding: none\n")[item.item].verdict == (
        "partly" if item.written else "not-met"
    )
    done = verdicts(developed(*item.attest))[item.item]
    assert done.verdict == ("met" if item.written else "attested")
    if not item.written:
        assert "12 people" in done.because or not any(
            ACTIVITIES[key].counts_people for key in item.attest
        )


@pytest.mark.parametrize("item", STANDARDS, ids=lambda each: each.item)
def test_the_class_of_an_item_agrees_with_its_rules(item: Item) -> None:
    """No item is called better proved than what it rests on."""
    kinds = {KINDS[number] for number in item.rules}
    if item.kind == "auto":
        assert "auto" in kinds or item.facts
        assert "attest" not in kinds
    elif item.kind == "presence":
        assert kinds <= {"auto", "presence"}
        assert not item.attest
    elif item.kind == "assist":
        assert "assist" in kinds or item.person or item.attest
    else:
        assert item.attest
        assert "assist" not in kinds


def test_a_very_hard_text_needs_a_test_with_patients_beside_its_waiver() -> None:
    page = EXAMPLES["DA809"]
    assert "waivers:" in page.wrong
    found = [verdicts(each)["E1.4a"].because for each in (page.wrong, page.right)]
    assert ["DA809" in each for each in found] == [True, False]
    assert all("DA802" in each for each in found)


@pytest.mark.parametrize(
    ("sentence", "delivery", "verdict", "because"),
    [
        ("We sat by the sea and ate our bread.", "self", "needs-a-person", "found no fault"),
        ("The nurse can explain the medicines that you take.", "self", "needs-a-person", "Flesch"),
        ("You can plan with a physiotherapist how to be active.", "self", "not-met", "about age"),
        (
            "You can plan with a physiotherapist how to be active again.",
            "with-clinician",
            "needs-a-person",
            "found no fault",
        ),
    ],
)
def test_an_aid_that_reads_above_the_age_that_is_asked_does_not_meet_the_item(
    sentence: str, delivery: str, verdict: str, because: str
) -> None:
    text = " ".join([sentence] * 400)
    section = f"## Help and support {{.support}}\n\n{text}\n"
    found = verdicts(f"delivery: {delivery}\n{section}")["HIS-C7"]
    assert found.verdict == verdict
    assert because in found.because


@pytest.mark.parametrize(
    ("head", "verdict"),
    [
        ("funding: none\n", "not-met"),
        ("delivery: self\n", "partly"),
        ("delivery: with-clinician\n", "partly"),
    ],
)
def test_how_an_aid_is_meant_to_be_used_is_said_or_not(head: str, verdict: str) -> None:
    assert verdicts(head)["SUNDAE-13"].verdict == verdict
