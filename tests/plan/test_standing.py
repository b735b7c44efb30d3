"""How a plan stands is worked out of what was said at which visit."""

from datetime import date, timedelta
from typing import Any

import pytest

from decisionaid.plan.pointers import is_complete, pointers_of
from decisionaid.plan.standing import (
    last_visit,
    open_actions,
    open_goals,
    own_about_me,
    said_now,
    signs_ticked,
    stage_of,
)
from decisionaid.plan.text import plan_record_text
from tests.plans import SOUND, plan_data, plan_named, plan_of


@pytest.mark.parametrize(
    ("name", "stage"),
    [
        *zip(
            SOUND,
            ("prepared", "agreed", "agreed", "reviewed", "reviewed", "agreed_in_part", "agreed"),
            strict=True,
        )
    ],
)
def test_the_stage_is_what_the_person_said_at_the_last_visit(name: str, stage: str) -> None:
    assert stage_of(plan_named(name)) == stage


def test_what_somebody_adds_makes_it_a_draft_until_the_person_is_asked() -> None:
    data = plan_data("knee-agreed")
    data["visits"].append(
        {
            "id": "link",
            "kind": "link_worker",
            "on": "2026-12-20",
            "there": ["link"],
            "typed_by": "link",
        }
    )
    assert stage_of(plan_of(data)) == "draft"
    data["visits"][-1]["there"].append("me")
    data["agreed"].append({"visit": "link", "by": "link", "answer": "yes"})
    assert stage_of(plan_of(data)) == "draft"
    data["agreed"].append({"visit": "link", "by": "me", "answer": "no"})
    assert stage_of(plan_of(data)) == "draft"
    data["agreed"][-1]["answer"] = "partly"
    assert stage_of(plan_of(data)) == "agreed_in_part"


def test_of_two_visits_of_one_day_the_one_written_last_is_the_last() -> None:
    data = plan_data("knee-agreed")
    data["visits"].append(data["visits"][-1] | {"id": "later"})
    last = last_visit(plan_of(data))
    assert last is not None
    assert last.id == "later"


def test_goals_are_open_until_they_are_met_dropped_or_replaced() -> None:
    assert [goal.id for goal in open_goals(plan_named("knee-agreed"))] == ["school"]
    data = plan_data("knee-agreed")
    for status, ids in (("partly", ["school"]), ("met", []), ("dropped", [])):
        data["goals"][0]["looked"][-1]["status"] = status
        assert [goal.id for goal in open_goals(plan_of(data))] == ids
    # What was suggested and never asked about is nobody's goal yet.
    assert "weigh" not in [goal.id for goal in open_goals(plan_named("two-conditions"))]


def test_actions_are_open_until_they_end() -> None:
    data = plan_data("knee-agreed")
    data["actions"][1]["did"].append({"visit": "visit", "status": "done"})
    assert [each.id for each in open_actions(plan_of(data))] == ["days", "ask-link"]


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("knee-prepared", []),
        ("knee-agreed", []),
        ("knee-link-worker", []),
        ("knee-first-review", []),
        ("knee-second-review", ["PL07 actions/club", "PL08 actions/zoo-ring"]),
        (
            "two-conditions",
            [
                "PL02 goals/weigh",
                "PL05 actions/course",
                "PL08 actions/course",
                "PL12 if_worse",
                "PL14 copies",
            ],
        ),
        ("budget", []),
    ],
)
def test_what_is_open_is_pointed_at_in_the_order_of_the_page(name: str, codes: list[str]) -> None:
    plan = plan_named(name)
    found = pointers_of(plan, plan.updated[:10])
    assert [f"{each.code} {each.path}" for each in found] == codes
    assert is_complete(plan, plan.updated[:10]) == (not codes and name != "knee-prepared")


def test_a_sign_that_was_ticked_is_open_until_somebody_says_something_of_it() -> None:
    data = plan_data("knee-agreed")
    own = {"words": "I like the morning", "by": "me", "visit": "prep"}
    sign = {"words": "Your knee may be infected", "by": "me", "visit": "prep"}
    sign["example"] = "knee-osteoarthritis:red-flags/infected"
    data["about_me"].append({"heading": "also_worth_knowing", "said": [own, sign]})
    # That this is the plan says nothing of it.
    assert data["agreed"]
    (found,) = signs_ticked(plan_of(data))
    assert found.words == "Your knee may be infected"
    first = pointers_of(plan_of(data), "2026-12-01")[0]
    assert (first.code, first.words) == ("PL15", "Your knee may be infected")
    # It goes to nobody with a request, and hides none of their own words.
    assert [each.words for each in own_about_me(plan_of(data))[-1].said] == ["I like the morning"]
    line = 'WARNING SIGN TICKED, NOTHING SAID OF IT YET: "Your knee may be infected"'
    assert plan_record_text(plan_of(data)).splitlines()[1] == line
    data["about_me"][-1]["said"].append(sign | {"visit": "visit", "by": "gp", "words": "Looked at"})
    assert signs_ticked(plan_of(data)) == ()
    assert "WARNING SIGN" not in plan_record_text(plan_of(data))
    # Ticked anew behind the visit, it is open anew.
    later = {"id": "prep-2", "kind": "preparation", "on": "2027-01-01", "there": ["me"]}
    data["visits"].append(later | {"typed_by": "me"})
    data["about_me"][-1]["said"].append(sign | {"visit": "prep-2"})
    assert [each.visit for each in signs_ticked(plan_of(data))] == ["prep-2"]


def test_each_pointer_points_at_what_was_taken_away() -> None:
    data = plan_data("knee-agreed")

    def codes() -> set[str]:
        return {each.code for each in pointers_of(plan_of(data), "2026-12-01")}

    data["about_me"] = []
    assert codes() == {"PL01"}
    del data["actions"][0]["did"][0]["who"]
    assert codes() == {"PL01", "PL04"}
    deed = data["actions"][0]["did"][0]
    del deed["when"], deed["often"]
    assert codes() == {"PL01", "PL04", "PL05"}
    data["actions"][2]["asked"]["agreed"] = "not_asked"
    assert "PL06" in codes()
    del data["actions"][1]["did"][0]["tell"]
    assert "PL08" in codes()
    for action in data["actions"]:
        action["goal"] = None
    assert "PL09" in codes()
    del data["reviews"][0]["lead"]
    assert "PL11" in codes()
    data["reviews"][0]["when"] = {"words": "in spring", "on": "2026-12-02"}
    assert "PL10" not in codes()
    # A day that has come is not the next one.
    data["reviews"][0]["when"]["on"] = "2026-12-01"
    assert "PL10" in codes()
    data["reviews"][0]["when"] = {"words": "in spring"}
    assert "PL10" not in codes()
    data |= {"reviews": [], "if_worse": [], "agreed": [], "copies": []}
    assert {"PL10", "PL12", "PL13", "PL14"} <= codes()
    data["goals"] = []
    data["decisions"][0]["became"][0] = {"visit": "visit", "state": "want_more"}
    assert "PL03" not in codes()
    data["decisions"] = []
    assert "PL03" in codes()


@pytest.mark.parametrize(
    ("months", "last_day"),
    [
        (None, "2027-05-10"),
        (6, "2027-05-10"),
        (1, "2026-12-10"),
        (12, "2027-11-10"),
        (3, "2027-02-10"),
    ],
)
def test_a_service_is_old_when_its_own_place_says_so(months: int | None, last_day: str) -> None:
    data = plan_data("knee-second-review")
    club = next(each for each in data["actions"] if each.get("service"))
    assert club["service"]["checked"] == "2026-11-10"
    if months is not None:
        club["service"]["stale_after"] = months
    plan, next_day = plan_of(data), date.fromisoformat(last_day) + timedelta(days=1)

    def is_old(day: str) -> bool:
        return "PL07" in {each.code for each in pointers_of(plan, day)}

    assert not is_old(last_day)
    assert is_old(next_day.isoformat())


def test_money_that_does_not_fit_is_pointed_at() -> None:
    data = plan_data("budget")
    budget = data["budgets"][0]
    budget["amount"] = 286_338
    budget["state"] = "agreed"
    budget.pop("signed_by", None)
    budget.pop("review")
    found = {each.code for each in pointers_of(plan_of(data), "2027-01-19")}
    assert {"PL20", "PL21", "PL22"} <= found
    budget["amount"] = 286_339
    assert "PL20" not in {each.code for each in pointers_of(plan_of(data), "2027-01-19")}


def test_goals_that_pull_apart_are_pointed_at_until_somebody_says_what_to_make_of_it() -> None:
    data = plan_data("two-conditions")
    for goal in data["goals"]:
        goal.pop("pull_words", None)
    assert "PL30" in {each.code for each in pointers_of(plan_of(data), "2027-01-06")}
    assert "PL30" not in {
        each.code for each in pointers_of(plan_named("two-conditions"), "2027-01-06")
    }


def home(data: dict[str, Any], visit: str, on: str, words: str) -> None:
    """Let the person say at home what matters most."""
    at = {"id": visit, "kind": "preparation", "on": on, "there": ["me"], "typed_by": "me"}
    data["visits"].append(at)
    about = next(each for each in data["about_me"] if each["heading"] == "most_important")
    about["said"].append({"words": words, "by": "me", "visit": visit})


def held(data: dict[str, Any]) -> list[str]:
    """Return the words under what matters most that hold."""
    plan = plan_of(data)
    about = next(each for each in plan.about_me if each.heading == "most_important")
    return [each.words for each in said_now(plan, about.said)]


def test_what_was_said_on_the_sheet_and_in_the_aid_both_hold_until_somebody_was_met() -> None:
    data = plan_data("knee-prepared")
    [first] = held(data)
    home(data, "aid", data["visits"][0]["on"], "To sleep at night")
    assert held(data) == [first, "To sleep at night"]
    assert all(words in plan_record_text(plan_of(data)) for words in held(data))
    met = {"id": "met", "kind": "visit", "on": "2026-12-01", "there": ["me"], "typed_by": "me"}
    data["visits"].append(met)
    assert held(data) == [first, "To sleep at night"]
    home(data, "next", "2027-02-20", "To garden")
    assert held(data) == ["To garden"]
    about = next(each for each in data["about_me"] if each["heading"] == "most_important")
    about["said"].append({"words": "Anew", "by": "me", "visit": "met"})
    assert held(data) == ["Anew"]


@pytest.mark.parametrize(
    ("state", "points"),
    [("agreed", True), ("proposed", True), ("refused", False), ("ended", False)],
)
def test_nothing_is_open_about_money_that_is_over(state: str, *, points: bool) -> None:
    data = plan_data("budget")
    budget = data["budgets"][-1]
    budget |= {"state": state, "amount": 1}
    for name in ("review", "signed_by", "signed_on"):
        budget.pop(name, None)
    codes = {each.code for each in pointers_of(plan_of(data), "2026-12-02")}
    assert ({"PL20", "PL22"} <= codes) is points
    assert (not codes & {"PL20", "PL21", "PL22"}) is not points
