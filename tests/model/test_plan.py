"""A plan is what somebody said, and nothing that nobody can have said."""

from itertools import pairwise
from typing import Any

import pytest
from pydantic import ValidationError

from decisionaid.model.canonical import record_checksum
from decisionaid.model.plan.faults import faults_in
from decisionaid.model.plan.plan import MAX_PLAN_BYTES, Plan
from tests.conftest import ROOT
from tests.plans import KNEE, SOUND, plan_data, plan_named, plan_of, plan_text


@pytest.mark.parametrize("name", SOUND)
def test_the_examples_are_plans_with_a_check_number_that_fits(name: str) -> None:
    assert faults_in(plan_named(name)) == ()
    data = plan_data(name)
    assert record_checksum(data) == data["crc32"]
    assert len(plan_text(name).encode()) < MAX_PLAN_BYTES


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("refused-agreed-by-somebody-absent", "agreed/1: was-not-there coordinator"),
        ("refused-goal-claimed", "goals/move: not-theirs nurse"),
        ("refused-money-not-pence", "should be a valid integer"),
        ("refused-owner-unknown", "actions/stool/did/0/who: unknown ghost"),
        ("refused-unsure-with-number", "the state is 'unsure', and the value is 5"),
    ],
)
def test_what_cannot_have_been_said_is_refused_at_its_place(name: str, said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        plan_named(name)


def changed(name: str, **parts: Any) -> dict[str, Any]:
    """Return the data of a plan with other parts."""
    return plan_data(name) | parts


def refusal(data: dict[str, Any]) -> str:
    """Return why data is no plan."""
    with pytest.raises(ValidationError) as caught:
        plan_of(data)
    return str(caught.value)


def test_exactly_one_person_is_the_one_whose_plan_it_is() -> None:
    data = plan_data("knee-agreed")
    data["people"][1]["role"] = "me"
    assert "people: one-me daughter, me" in refusal(data) or "one-me me, daughter" in refusal(data)
    data["people"][0]["role"] = data["people"][1]["role"] = "carer"
    assert "people: one-me" in refusal(data)


def test_an_id_names_one_thing() -> None:
    data = plan_data("knee-agreed")
    data["actions"].append(data["actions"][0])
    assert "actions: twice days" in refusal(data)


def test_a_link_leads_to_something_of_the_plan() -> None:
    data = plan_data("knee-agreed")
    data["actions"][0]["goal"] = "fly"
    data["goals"][0]["said"]["visit"] = "nowhere"
    data["copies"][0]["to"] = "stranger"
    said = refusal(data)
    assert "actions/days/goal: unknown fly" in said
    assert "goals/school/said/visit: unknown nowhere" in said
    assert "copies: unknown stranger" in said


def test_money_is_tied_to_words_that_are_no_links() -> None:
    assert plan_named("budget").budgets[0].conditions == "Keep receipts"


def test_nobody_decides_without_the_person_or_in_a_preparation() -> None:
    data = plan_data("knee-agreed")
    became = data["decisions"][0]["became"][0]
    became["by"] = ["gp"]
    assert "decisions/knee-now: decided-without visit" in refusal(data)
    became["by"] = ["me"]
    became["visit"] = "prep"
    assert "decisions/knee-now: decided-alone prep" in refusal(data)
    data["people"][1]["role"] = "speaks_for_me"
    became |= {"by": ["daughter"], "visit": "visit"}
    assert plan_of(data).decisions[0].became[0].by == ("daughter",)


def test_the_person_says_nothing_at_a_visit_without_them() -> None:
    data = plan_data("knee-agreed")
    data["shared"] = [
        {"with_whom": "The surgery", "parts": "all", "answer": "yes", "visit": "visit"}
    ]
    assert plan_of(data).shared
    visit = next(each for each in data["visits"] if each["id"] == "visit")
    visit["there"] = ["gp"]
    said = refusal(data)
    for place in (
        "decisions/knee-now/became/0",
        "decisions/knee-now/became/0/reason",
        "goals/school/confidence/0",
        "actions/ask-link/asked/reason",
        "shared/0",
    ):
        assert f"{place}: said-without visit" in said, said
    # What others said there is theirs to say.
    assert all(f"{path}: said-without" not in said for path in ("agreed/0", "agreed/1"))
    # Who speaks for the person says it as well as they do.
    data["people"][1]["role"] = "speaks_for_me"
    visit["there"] = ["daughter", "gp"]
    data["agreed"] = []
    assert plan_of(data).visits[1].there == ("daughter", "gp")


def test_what_a_result_means_and_a_signature_are_a_professionals() -> None:
    means = {"words": "It is worn.", "by": "me", "visit": "visit"}
    data = changed("knee-agreed", results=[{"what": "X-ray", "found": "worn", "means": means}])
    assert "results/0: not-a-professional me" in refusal(data)
    means["by"] = "gp"
    assert plan_of(data).results[0].found == "worn"
    # Whoever comes with the person is none.
    means["by"] = "daughter"
    assert "results/0: not-a-professional daughter" in refusal(data)
    data["people"].append({"id": "officer", "role": "professional", "job": "council officer"})
    means["by"] = "officer"
    assert plan_of(data).results[0].found == "worn"
    # A plan from before there was that role stays readable: nobody knows what "other" was.
    data["people"][-1]["role"] = "other"
    assert plan_of(data).results[0].found == "worn"
    money = plan_data("budget")
    money["budgets"][0]["signed_by"] = "me"
    assert "budgets/0: not-a-professional me" in refusal(money)


def test_goals_do_not_stand_in_one_anothers_place() -> None:
    data = plan_data("knee-second-review")
    first, second = data["goals"][:2]
    second["replaces"], first["replaces"] = first["id"], second["id"]
    assert "replaces" in refusal(data)
    first["replaces"] = None
    first["pulls_against"] = [first["id"]]
    assert "not-itself" in refusal(data)


def test_decided_has_an_option_and_nothing_else_has_one() -> None:
    data = plan_data("knee-agreed")
    became = data["decisions"][0]["became"][0]
    became["state"] = "not_yet"
    assert "the state is 'not_yet', and the option is" in refusal(data)
    del became["option"], became["option_name"]
    assert plan_of(data).decisions[0].became[0].state == "not_yet"


def test_sums_are_exact_to_the_penny() -> None:
    [budget] = plan_named("budget").budgets
    assert [line.pence for line in budget.lines] == [180_000, 29_940, 37_600, 13_799]
    assert (budget.spent, budget.left) == (286_339, 32_211)


def test_a_plan_grows_and_nothing_in_it_is_overwritten() -> None:
    for before, after in pairwise(KNEE):
        goals = [each.id for each in plan_named(before).goals]
        assert [each.id for each in plan_named(after).goals][: len(goals)] == goals


def test_every_field_is_in_the_handbook() -> None:
    page = (ROOT / "site/developers/plan.md").read_text(encoding="utf-8")
    parts = Plan.model_json_schema()["$defs"].values()
    names = {*Plan.model_fields, *(name for part in parts for name in part["properties"])}
    # The aid behind a decision is named as in the record.
    aid = {"version", "source_sha256", "title"}
    assert [name for name in sorted(names - aid) if f"`{name}`" not in page] == []


@pytest.mark.parametrize(
    "day", ["2026-02-30", "2026-13-01", "2026-00-10", "0000-01-01", "2027-02-29"]
)
def test_a_day_is_one_that_a_calendar_has(day: str) -> None:
    data = plan_data("knee-agreed")
    data["reviews"][0]["when"]["on"] = day
    assert f"reviews/0/when/on: no-day {day}" in refusal(data)
    data["reviews"][0]["when"]["on"] = "2028-02-29"
    assert plan_of(data).reviews[0].when is not None


def test_a_time_of_day_is_one_that_a_clock_has() -> None:
    assert "updated: no-day" in refusal(changed("knee-agreed", updated="2026-12-01T24:00:00Z"))
