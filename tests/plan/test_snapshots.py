"""Money and the next review are written whole each time: of two that were written apart both are shown."""

from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from decisionaid.model.plan.plan import Plan
from decisionaid.plan.lines import Lines
from decisionaid.plan.merging import Merged, merged
from decisionaid.plan.pointers import pointers_of
from decisionaid.plan.snapshots import apart_in, held_of
from decisionaid.plan.standing import stage_of
from decisionaid.plan.text import plan_record_text
from decisionaid.plan.text_phrases import day_in_text
from decisionaid.plan.written import plan_data as plan_data_of
from decisionaid.plan.written import plan_text
from tests.browser.site_fixtures import crossed
from tests.in_node import made_in_node
from tests.plan.test_apart import one_of_each
from tests.plan.test_cases import verdict_on
from tests.plan.test_merging import put_together
from tests.plans import plan_data, plan_of

Data = dict[str, Any]

Written = tuple[str, str, list[str]]
"""A visit, its day, and the visits of those that stood there before; empty: nobody wrote that down."""


def copy_with(*all_: Written, name: str = "budgets") -> Plan:
    """Return a copy of a plan with visits, and what was written at each."""
    data = plan_data("knee-agreed")
    data[name] = []
    for visit, on, after in all_:
        there = {"kind": "visit", "there": ["me", "gp"], "typed_by": "gp"}
        if visit not in {each["id"] for each in data["visits"]}:
            data["visits"].append({"id": visit, "on": on, **there})
        made: Data = {"visit": visit, **({"after": after} if after else {})}
        if name == "budgets":
            made |= {"state": "proposed", "amount": 100 * (1 + len(data[name]))}
            made["lines"] = [{"id": "m-1", "what": f"Line of {visit}", "each": 5, "times": 2}]
        else:
            made |= {"when": {"words": f"Words of {visit}"}, "lead": "gp"}
        data[name].append(made)
    return plan_of(data)


BASE: Written = ("v-03-ba", "2027-01-10", ["v-03-ba"])

CASES: dict[str, tuple[list[Written], list[Written], list[str]]] = {
    "one goes on": ([BASE], [BASE, ("v-04-bb", "2027-02-01", ["v-03-ba"])], ["v-04-bb"]),
    "apart": (
        [BASE, ("v-04-aa", "2027-02-01", ["v-03-ba"])],
        [BASE, ("v-04-bb", "2027-03-01", ["v-03-ba"])],
        ["v-04-aa", "v-04-bb"],
    ),
    "apart, and the number of the last one says nothing": (
        [BASE, ("v-04-aa", "2027-02-01", ["v-03-ba"]), ("v-05-aa", "2027-04-01", ["v-04-aa"])],
        [BASE, ("v-04-bb", "2027-03-01", ["v-03-ba"])],
        ["v-04-bb", "v-05-aa"],
    ),
    "the first ones of both": (
        [("v-03-aa", "2027-02-01", ["v-03-aa"])],
        [("v-03-bb", "2027-03-01", ["v-03-bb"])],
        ["v-03-aa", "v-03-bb"],
    ),
    "one day": (
        [BASE, ("v-04-aa", "2027-02-01", ["v-03-ba"])],
        [BASE, ("v-04-bb", "2027-02-01", ["v-03-ba"])],
        ["v-04-aa", "v-04-bb"],
    ),
    "from before, as far as names tell": (
        [("v-03-aa", "2027-02-01", [])],
        [("v-03-bb", "2027-03-01", [])],
        ["v-03-aa", "v-03-bb"],
    ),
    "from before, and the later one may have known": (
        [("v-03-aa", "2027-02-01", [])],
        [("v-04-bb", "2027-03-01", [])],
        ["v-04-bb"],
    ),
    "names that do not tell": (
        [("one", "2027-02-01", [])],
        [("two", "2027-03-01", [])],
        ["two"],
    ),
}


@pytest.mark.parametrize(("case", "name"), crossed([*CASES], ["budgets", "reviews"]))
def test_of_two_that_were_written_apart_both_are_shown_in_every_order(
    case: str, name: str, tmp_path: Path
) -> None:
    first, second, held = CASES[case]
    copies = [copy_with(*first, name=name), copy_with(*second, name=name), copy_with(name=name)]
    (text,) = one_of_each([copies], tmp_path)
    made = made_in_node(Path(__file__).with_name("verdicts.ts"), [text], tmp_path)
    assert made == [verdict_on(text)]
    plan = put_together(*copies[:2])
    all_: Any = getattr(plan, name)
    assert [each.visit for each in held_of(plan, all_)] == held
    is_apart = len(held) > 1
    assert apart_in(plan) == ((name,) if is_apart else ())
    codes = {(each.code, each.path) for each in pointers_of(plan, "2027-05-01")}
    assert (("PL17", name) in codes) is is_apart
    lines = Lines(plan)
    said = "\n".join([*lines.stage(), *(lines.money() if name == "budgets" else lines.review())])
    assert ("Two wordings stand under" in said) is is_apart
    assert all(f"of {visit}" in said for visit in held)
    assert sum(f"of {each.visit}" in said for each in all_) == len(held)
    heading = "Money for my care" if name == "budgets" else "Review"
    told = plan_record_text(plan)
    assert (f"TWO WORDINGS, NOT SAID WHICH HOLDS: {heading}" in told) is is_apart
    if name == "reviews":
        assert all(f"REVIEW: Words of {visit}" in told for visit in held)
    else:
        assert told.count("MONEY") == len(held)
        # Two that were written apart may say the same: each is told by its day.
        days = {each.id: day_in_text(each.on) for each in plan.visits}
        dated = [f"MONEY, {days[visit]}: proposed" for visit in held]
        assert all(each in told for each in dated) is is_apart


def test_whoever_knows_both_says_which_holds_and_a_yes_before_that_is_to_neither() -> None:
    one, other = (copy_with(*each) for each in CASES["apart"][:2])
    both = put_together(one, other)
    data = plan_data("knee-agreed") | {
        "visits": [each.model_dump(mode="json", exclude_defaults=True) for each in both.visits],
        "budgets": [each.model_dump(mode="json", exclude_defaults=True) for each in both.budgets],
    }
    last = {"id": "v-06-cc", "on": "2027-04-01", "kind": "visit", "there": ["me"]}
    data["visits"].append(last | {"typed_by": "me"})
    data["agreed"].append({"visit": "v-06-cc", "by": "me", "answer": "yes"})
    assert stage_of(plan_of(data)) == "draft"
    assert "PL13" in {each.code for each in pointers_of(plan_of(data), "2027-05-01")}
    chosen = data["budgets"][1] | {"visit": "v-06-cc", "after": ["v-04-aa", "v-04-bb"]}
    data["budgets"].append(chosen)
    plan = plan_of(data)
    assert apart_in(plan) == ()
    assert stage_of(plan) == "agreed"
    # An older copy that comes in again changes nothing.
    for copies in permutations((plan, one, other)):
        found = merged(merged_of(copies[0], copies[1]), copies[2])
        assert isinstance(found, Merged)
        assert plan_text(found.plan) == plan_text(plan)


def merged_of(one: Plan, other: Plan) -> Plan:
    found = merged(one, other)
    assert isinstance(found, Merged)
    return found.plan


def test_at_a_visit_from_which_two_copies_went_on_both_hold() -> None:
    copies = []
    for amount in (100, 200):
        data = plan_data("knee-agreed")
        budget = {"visit": "visit", "after": ["visit"], "state": "proposed", "amount": amount}
        data["budgets"] = [budget]
        copies.append(plan_of(data))
    plan = put_together(*copies)
    assert apart_in(plan) == ("budgets",)
    # At one visit the last one holds where one copy alone wrote there.
    data = plan_data("knee-agreed")
    data["budgets"] = [
        {"visit": "visit", "after": ["visit"], "state": "proposed", "amount": amount}
        for amount in (100, 200)
    ]
    assert [each.amount for each in held_of(plan_of(data), plan_of(data).budgets)] == [200]


SECOND: Data = {"visit": "visit", "after": ["visit"], "state": "proposed", "amount": 200}


@pytest.mark.parametrize(
    # The visit went on in one copy when the other one had been handed over, or before that.
    ("known", "held"),
    [(1, [200, 300]), (2, [300])],
)
def test_what_was_written_at_a_visit_after_somebody_had_a_copy_of_it_is_not_replaced_unseen(
    known: int, held: list[int], tmp_path: Path
) -> None:
    first = SECOND | {"amount": 100}
    one, other = plan_data("knee-agreed"), plan_data("knee-agreed")
    one["budgets"] = [first, SECOND]
    other["budgets"] = [first, SECOND][:known]
    at = {"id": "v-03-bb", "on": "2027-02-01", "kind": "visit", "there": ["me"], "typed_by": "me"}
    other["visits"].append(at)
    third = SECOND | {"visit": "v-03-bb", "after": ["visit"] * known, "amount": 300}
    other["budgets"].append(third)
    copies = [plan_of(one), plan_of(other), plan_of(plan_data("knee-agreed"))]
    (text,) = one_of_each([copies], tmp_path)
    assert made_in_node(Path(__file__).with_name("verdicts.ts"), [text], tmp_path) == [
        verdict_on(text)
    ]
    plan = put_together(*copies[:2])
    assert [each.amount for each in held_of(plan, plan.budgets)] == held
    assert apart_in(plan) == (("budgets",) if len(held) > 1 else ())


def test_of_a_visit_from_which_two_copies_went_on_none_is_replaced_by_one_that_knew_one_of_them(
    tmp_path: Path,
) -> None:
    one, other = plan_data("knee-agreed"), plan_data("knee-agreed")
    one["budgets"], other["budgets"] = [SECOND], [SECOND | {"amount": 100}]
    at = {"id": "v-03-bb", "on": "2027-02-01", "kind": "visit", "there": ["me"], "typed_by": "me"}
    other["visits"].append(at)
    other["budgets"].append(SECOND | {"visit": "v-03-bb", "amount": 300})
    copies = [plan_of(one), plan_of(other), plan_of(plan_data("knee-agreed"))]
    (text,) = one_of_each([copies], tmp_path)
    assert made_in_node(Path(__file__).with_name("verdicts.ts"), [text], tmp_path) == [
        verdict_on(text)
    ]
    plan = put_together(*copies[:2])
    assert sorted(each.amount or 0 for each in held_of(plan, plan.budgets)) == [100, 200, 300]
    # Whoever knows all of them names the visit twice.
    chosen = plan_data_of(plan)
    chosen["visits"].append(at | {"id": "v-04-cc", "on": "2027-03-01"})
    after = ["visit", "visit", "v-03-bb"]
    chosen["budgets"].append(SECOND | {"visit": "v-04-cc", "after": after, "amount": 100})
    assert apart_in(plan_of(chosen)) == ()


def test_what_nobody_can_have_written_is_shown_and_raises_nothing() -> None:
    data = plan_data("knee-agreed")
    for visit, after in (("v-04-aa", ["v-05-aa"]), ("v-05-aa", ["v-04-aa", "nowhere"])):
        at = {"id": visit, "on": "2027-02-01", "kind": "visit", "there": ["me"], "typed_by": "me"}
        data["visits"].append(at)
        data["reviews"] = [*data["reviews"], {"visit": visit, "after": after}]
    plan = plan_of(data)
    assert [each.visit for each in held_of(plan, plan.reviews)][-1] == "v-05-aa"
    assert held_of(plan, ()) == ()
