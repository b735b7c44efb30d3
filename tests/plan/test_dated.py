"""What is hard and what was found say at which visit they came in, so nothing comes in behind a yes unseen."""

import json
from collections.abc import Callable
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from decisionaid.model.plan.plan import Plan
from decisionaid.plan.merging import Merged, merged
from decisionaid.plan.requests import request_file
from decisionaid.plan.standing import Stage, stage_of
from decisionaid.plan.stood import stood
from decisionaid.plan.written import plan_data as plan_data_of
from decisionaid.plan.written import plan_text
from tests.in_node import made_in_node
from tests.plan.test_apart import one_of_each
from tests.plan.test_cases import verdict_on
from tests.plan.test_merging import put_together
from tests.plans import plan_data, plan_named, plan_of

Data = dict[str, Any]

SHEET = {"id": "prep-09", "kind": "preparation", "on": "2027-05-01", "there": ["me"]}


def agreed_and_prepared() -> Data:
    """Return a plan to which the person said yes, in which something was ticked, and a sheet behind that."""
    data = plan_data("knee-agreed")
    data["needs"].append({"id": "memory", "about": "memory", "visit": "visit"})
    data["results"] = [{"what": "Blood", "found": "12", "visit": "visit"}]
    for answer in data["agreed"]:
        answer["stood"] = stood(plan_of(data), answer["visit"])
    data["visits"].append(SHEET | {"typed_by": "me"})
    return data


def older(more: Data, name: str) -> Plan:
    """Return a sound copy from before the yes, with something more."""
    data = agreed_and_prepared()
    data["visits"].pop()
    data["agreed"] = []
    data[name] = [*data[name], more]
    return plan_of(data)


NEED: Data = {"id": "n-1", "about": "pain"}
RESULT: Data = {"what": "X-ray", "found": "Worn"}


@pytest.mark.parametrize("when", [{"visit": "visit"}, {}])
@pytest.mark.parametrize(("more", "name"), [(NEED, "needs"), (RESULT, "results")])
def test_what_a_sound_copy_adds_behind_a_yes_is_asked_about_whatever_was_prepared_since(
    more: Data, name: str, when: Data, tmp_path: Path
) -> None:
    agreed = plan_of(agreed_and_prepared())
    assert stage_of(agreed) == "agreed"
    copies = [agreed, older(more | when, name), older(more | when, name)]
    (text,) = one_of_each([copies], tmp_path)
    made = made_in_node(Path(__file__).with_name("verdicts.ts"), [text], tmp_path)
    assert made == [verdict_on(text)]
    assert made[0]["stage"] == "changed"


def ticked(data: Data) -> None:
    data["needs"].append(NEED | {"visit": "prep-09", "first": True})


def found(data: Data) -> None:
    data["results"].append(RESULT | {"visit": "prep-09"})


def first(data: Data) -> None:
    data["needs"][-1]["first"] = True


def worded(data: Data) -> None:
    data["needs"][-1]["said"] = {"words": "I lie awake", "by": "me", "visit": "prep-09"}


def at_the_visit(data: Data) -> None:
    data["needs"].append(NEED | {"visit": "visit"})


def nobody_knows_when(data: Data) -> None:
    data["results"].append(RESULT)


@pytest.mark.parametrize(
    ("change", "stage"),
    [
        (ticked, "agreed"),
        (found, "agreed"),
        (first, "agreed"),
        (worded, "agreed"),
        (at_the_visit, "changed"),
        (nobody_knows_when, "changed"),
    ],
)
def test_what_was_prepared_later_stands_beside_what_was_agreed(
    change: Callable[[Data], None], stage: Stage, tmp_path: Path
) -> None:
    data = agreed_and_prepared()
    change(data)
    text = plan_text(plan_of(data))
    made = made_in_node(Path(__file__).with_name("verdicts.ts"), [text], tmp_path)
    assert made == [verdict_on(text)]
    assert made[0]["stage"] == stage


def test_without_a_sheet_since_which_comes_first_is_a_part_of_what_was_agreed() -> None:
    data = agreed_and_prepared()
    data["visits"].pop()
    assert stage_of(plan_of(data)) == "agreed"
    first(data)
    assert stage_of(plan_of(data)) == "changed"


def test_what_two_copies_ticked_alike_is_one_and_nobody_has_to_choose() -> None:
    copies = []
    for visit in ("v-03-aa", "v-03-bb"):
        data = plan_data("knee-agreed")
        at = {"id": visit, "kind": "visit", "on": "2027-02-01", "there": ["me"], "typed_by": "me"}
        data["visits"].append(at)
        data["needs"].append({"id": "falls", "about": "falls", "visit": visit})
        copies.append(plan_of(data))
    without = plan_data("knee-agreed")
    without["needs"].append({"id": "falls", "about": "falls"})
    copies.append(plan_of(without))
    made = {plan_text(put_together(put_together(a, b), c)) for a, b, c in permutations(copies)}
    (text,) = made
    assert [each for each in json.loads(text)["needs"] if each["id"] == "falls"] == [
        {"id": "falls", "about": "falls", "visit": "v-03-aa"}
    ]
    both = merged(*copies[:2])
    assert isinstance(both, Merged)
    assert both.disputed == ()


def test_a_request_tells_nobody_when_something_was_ticked() -> None:
    data = plan_data("knee-agreed")
    for each in data["needs"]:
        each["visit"] = data["visits"][0]["id"]
    asked = next(each for each in data["actions"] if each.get("asked"))
    asked["asked"]["may_share"] = ["needs"]
    file = request_file(plan_of(data), asked["id"])
    assert isinstance(file, Plan)
    assert file.needs
    assert not any("visit" in each for each in plan_data_of(file)["needs"])


def test_a_plan_from_before_says_nothing_of_when() -> None:
    plan = plan_named("knee-agreed")
    assert plan.needs
    assert {each.visit for each in plan.needs} == {None}
