"""How a plan stands is worked out of what was said at which visit."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from decisionaid.model.plan.plan import Plan
from decisionaid.plan.current import own_about_me, said_now, signs_ticked
from decisionaid.plan.fhir import plan_bundle
from decisionaid.plan.merging import Merged, merged
from decisionaid.plan.pointers import is_complete, pointers_of
from decisionaid.plan.prsb import plan_prsb_document
from decisionaid.plan.request_text import request_text
from decisionaid.plan.requests import request_file
from decisionaid.plan.standing import stage_of
from decisionaid.plan.taken import (
    doubted_goals,
    goal_now,
    open_actions,
    open_goals,
    pulls_now,
    replaced_goals,
)
from decisionaid.plan.text import plan_record_text
from decisionaid.plan.visits import last_visit
from decisionaid.plan.written import plan_data as data_of
from decisionaid.plan.written import plan_text
from tests.in_node import made_in_node
from tests.plan.test_cases import verdict_on
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
    assert stage_of(plan_of(data)) == "declined"
    data["agreed"][-1]["answer"] = "partly"
    assert stage_of(plan_of(data)) == "agreed_in_part"


@pytest.mark.parametrize("answer", ["yes", "partly"])
def test_what_comes_behind_a_yes_at_a_later_visit_is_told_as_a_change(
    answer: str, tmp_path: Path
) -> None:
    data = plan_data("knee-agreed")
    data["agreed"][-1] |= {"answer": answer}
    visit = {"id": "link", "kind": "link_worker", "on": "2026-12-20", "there": ["link"]}
    data["visits"].append(visit | {"typed_by": "link"})
    untouched = plan_of(data)
    data["actions"][-1]["did"].append({"visit": "link", "status": "seen"})
    changed = plan_of(data)
    data["agreed"].append({"visit": "visit", "by": "me", "answer": "no"})
    declined = plan_of(data)
    plans = [untouched, changed, declined]
    assert [stage_of(each) for each in plans] == ["draft", "changed", "draft"]
    assert "not agreed yet, changed after the person agreed" in plan_record_text(changed)
    texts = [plan_text(each) for each in plans]
    made = made_in_node(Path(__file__).with_name("verdicts.ts"), texts, tmp_path)
    assert made == [verdict_on(each) for each in texts]


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
    asked = next(each for each in data["actions"] if each["id"] == "ask-link")
    for status, ends in (
        *(("waiting", False), ("seen", False), ("no_reply", False)),
        *(("refused", True), ("stopped", True), ("done", True)),
    ):
        asked["did"] = [{"visit": "visit", "status": status}]
        assert ("ask-link" not in {e.id for e in open_actions(plan_of(data))}) is ends, status


def test_a_request_of_somebody_says_whom_it_asks(tmp_path: Path) -> None:
    data = plan_data("knee-agreed")
    asked = next(each for each in data["actions"] if each["id"] == "ask-link")
    asked["did"].append({"visit": "visit", "status": "seen", "who": "gp"})
    # In a short text, that is: a long one says only that they agree.
    data["actions"], data["if_worse"] = [asked], []
    plan = plan_of(data)
    text = plan_record_text(plan)
    (line,) = (each for each in text.splitlines() if "agrees to ask" in each)
    assert "GP, " in line
    assert line.endswith(f"; first talk has been; agrees to ask {asked['asked']['to']}")
    made = made_in_node(
        Path(__file__).with_name("forms.ts"), {"plans": [data_of(plan)], "typed": []}, tmp_path
    )
    assert made["plans"][0]["text"] == text


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
                "PL05 goals/rest",
                "PL05 actions/course",
                "PL08 actions/course",
                "PL12 if_worse",
                "PL14 copies",
            ],
        ),
        ("budget", ["PL05 goals/hands"]),
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
    assert "WARNING SIGN TICKED" not in plan_record_text(plan_of(data))
    # With whoever came along alone nobody was met, and of who is "other" nobody said that they are a professional.
    gp = next(person for person in data["people"] if person["id"] == "gp")
    for role in ("carer", "other", "speaks_for_me"):
        gp["role"] = role
        assert [each.words for each in signs_ticked(plan_of(data))] == [sign["words"]]
    for role in ("professional", "link_worker", "care_coordinator", "clinician"):
        gp["role"] = role
        assert signs_ticked(plan_of(data)) == ()
    # Ticked anew behind the visit, it is open anew.
    later = {"id": "prep-2", "kind": "preparation", "on": "2027-01-01", "there": ["me"]}
    data["visits"].append(later | {"typed_by": "me"})
    data["about_me"][-1]["said"].append(sign | {"visit": "prep-2"})
    assert [each.visit for each in signs_ticked(plan_of(data))] == ["prep-2"]


def test_who_was_there_before_a_task_was_theirs_does_not_know_of_it() -> None:
    data = plan_data("knee-agreed")
    (later,) = [{"id": "v-04-aa", "kind": "between", "on": "2026-12-03", "there": ["me"]}]
    data["visits"].append(later | {"typed_by": "me"})
    mine = data["actions"][0]
    mine["did"].append({"visit": "v-04-aa", "status": "planned", "who": "gp"})

    def untold() -> list[str]:
        return [e.path for e in pointers_of(plan_of(data), "2026-12-04") if e.code == "PL08"]

    assert untold() == [f"actions/{mine['id']}"]
    data["visits"].append(later | {"id": "v-05-aa", "there": ["me", "gp"], "typed_by": "gp"})
    mine["did"].append({"visit": "v-05-aa", "status": "doing"})
    assert untold() == []


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
    # What was prepared since stands beside it: nobody has talked about it yet.
    assert held(data) == ["Anew", "To garden"]
    data["visits"].append(met | {"id": "again", "on": "2027-03-01"})
    assert held(data) == ["To garden"]


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


@pytest.mark.parametrize(
    ("status", "is_open"),
    [("open", True), ("partly", True), ("not_met", True), ("met", False), ("dropped", False)],
)
def test_a_goal_is_open_until_somebody_closes_it(status: str, *, is_open: bool) -> None:
    data = plan_data("knee-agreed")
    data["goals"][0]["looked"].append({"visit": "visit", "status": status})
    plan = plan_of(data)
    assert [each.id for each in open_goals(plan)] == (["school"] if is_open else [])
    so_far = {"partly": "; part of the way", "not_met": "; not yet"}.get(status, "")
    line = next((e for e in plan_record_text(plan).splitlines() if e.startswith("GOAL: ")), "")
    assert ("Walk" in line) is is_open
    assert line.endswith(so_far)
    (goal,) = (e["resource"] for e in plan_bundle(plan)["entry"] if _is(e, "Goal"))
    assert (goal["lifecycleStatus"] == "active") is is_open
    achieved = goal.get("achievementStatus", {}).get("coding", [{}])[0].get("code")
    assert (achieved == "not-achieved") is (status == "not_met")


def _is(entry: dict[str, Any], kind: str) -> bool:
    return bool(entry["resource"]["resourceType"] == kind)


def anew(data: dict[str, Any], id_: str, words: str, replaces: str, mine: str = "said") -> None:
    """Say a goal in other words."""
    by = "me" if mine == "said" else "gp"
    said = {"words": words, "by": by, "visit": "visit"}
    data["goals"].append({"id": id_, "said": said, "mine": mine, "replaces": replaces})


def test_the_steps_of_a_goal_that_is_said_anew_are_for_its_new_words() -> None:
    data = plan_data("knee-agreed")
    for each in data["actions"]:
        each["goal"] = "school"
    anew(data, "park", "Walk to the park", "school")
    anew(data, "wood", "Walk to the wood", "park")
    asked = next(each for each in data["actions"] if each.get("asked"))
    asked["asked"]["may_share"] = ["goal"]
    plan = plan_of(data)
    assert [goal_now(plan, each) for each in ("school", "park", "wood", None)] == [
        *("wood",) * 3,
        None,
    ]
    assert "PL09" not in {each.code for each in pointers_of(plan, "2026-12-01")}
    # What stood stands: the steps name the goal as it was when they were said.
    assert {each.goal for each in plan.actions} == {"school"}
    needs = plan_prsb_document(plan)[0]["Care and support plan"]["Needs, concerns or problems"]
    listed = [goal for need in needs for goal in need.get("Goals and hopes", ())]
    steps = {each["Goal or hope"]: len(each.get("Actions and activities", ())) for each in listed}
    assert steps == {
        "Walk my grandson to school and back": 0,
        "Walk to the park": 0,
        "Walk to the wood": len(plan.actions),
    }
    entries = plan_bundle(plan)["entry"]
    new = next(e["fullUrl"] for e in entries if "wood" in json.dumps(e) and _is(e, "Goal"))
    (care,) = (each["resource"] for each in entries if _is(each, "CarePlan"))
    links = [
        each["detail"]["goal"] for each in care["activity"] if "goal" in each.get("detail", {})
    ]
    assert links
    assert all(each == [{"reference": new}] for each in links)
    text, file = request_text(plan, asked["id"]), request_file(plan, asked["id"])
    assert isinstance(text, str)
    assert isinstance(file, Plan)
    assert "Walk to the wood" in text
    assert "school" not in text + plan_text(file)
    assert [file.actions[0].goal, *(each.id for each in file.goals)] == ["wood", "wood"]


def two_ways() -> tuple[Plan, Plan]:
    """Return a copy in which a goal was replaced in February, and one in which it was looked at in March."""
    first, second = plan_data("knee-agreed"), plan_data("knee-agreed")
    for data, id_, on in ((first, "v-04-aa", "2027-02-10"), (second, "v-04-bb", "2027-03-02")):
        data["visits"].append(
            {"id": id_, "kind": "review", "on": on, "there": ["me", "gp"], "typed_by": "gp"}
        )
    said = {"words": "Walk to the shop", "by": "me", "visit": "v-04-aa"}
    first["goals"].append({"id": "shop", "said": said, "mine": "said", "replaces": "school"})
    second["goals"][0]["looked"].append({"visit": "v-04-bb", "status": "not_met"})
    return plan_of(first), plan_of(second)


def looked_at(plan: Plan, on: str, **status: str) -> Plan:
    """Return a plan in which goals were looked at once more, by somebody who knew all of it."""
    data = data_of(plan)
    data["visits"].append(
        {"id": "v-07-cc", "kind": "review", "on": on, "there": ["me", "gp"], "typed_by": "gp"}
    )
    for goal in data["goals"]:
        if goal["id"] in status:
            look = {"visit": "v-07-cc", "status": status[goal["id"]]}
            goal["looked"] = [*goal.get("looked", ()), look]
    return plan_of(data)


@pytest.mark.parametrize("swapped", [False, True])
def test_a_goal_that_was_replaced_and_kept_later_stands_beside_the_other_until_somebody_chooses(
    *, swapped: bool, tmp_path: Path
) -> None:
    one, other = two_ways()
    assert replaced_goals(one) == {"school": "shop"}
    found = merged(other, one) if swapped else merged(one, other)
    assert isinstance(found, Merged)
    both = found.plan
    assert [goal.id for goal in open_goals(both)] == ["school", "shop"]
    assert [(a.id, b.id) for a, b in doubted_goals(both)] == [("school", "shop")]
    text = plan_record_text(both)
    assert "Walk my grandson" in text
    assert "Walk to the shop" in text
    assert [e.path for e in pointers_of(both, "2027-03-03") if e.code == "PL18"] == ["goals/school"]
    # One of them is closed, or both are looked at by somebody who knew both: then nothing is in doubt.
    plans = [both]
    for status, stands in (
        ({"school": "dropped"}, ["shop"]),
        ({"shop": "dropped"}, ["school"]),
        ({"school": "open", "shop": "partly"}, ["school", "shop"]),
        ({"shop": "partly"}, None),
        ({"school": "partly"}, None),
    ):
        plan = looked_at(both, "2027-03-09", **status)
        plans.append(plan)
        assert [goal.id for goal in open_goals(plan)] == (stands or ["school", "shop"])
        assert bool(doubted_goals(plan)) is (stands is None)
        assert ("PL18" in {e.code for e in pointers_of(plan, "2027-03-10")}) is (stands is None)
    # What was looked at before it was replaced is replaced, whichever copy said so.
    data = data_of(one)
    data["goals"][0]["looked"].append({"visit": "v-04-aa", "status": "not_met"})
    plans.append(plan_of(data))
    assert [goal.id for goal in open_goals(plans[-1])] == ["shop"]
    texts = [plan_text(plan) for plan in plans]
    made = made_in_node(Path(__file__).with_name("verdicts.ts"), texts, tmp_path)
    assert made == [verdict_on(text) for text in texts]


@pytest.mark.parametrize("swapped", [False, True])
def test_of_two_visits_of_one_day_nobody_can_tell_if_the_goal_was_kept_or_replaced_last(
    *, swapped: bool, tmp_path: Path
) -> None:
    copies = tuple(
        plan_of(json.loads(plan_text(each).replace("2027-02-10", "2027-03-02")))
        for each in two_ways()
    )
    found = merged(*(copies[::-1] if swapped else copies))
    assert isinstance(found, Merged)
    plans = [found.plan, looked_at(found.plan, "2027-03-02", school="open", shop="partly")]
    for plan, is_doubted in zip(plans, (True, False), strict=True):
        assert [goal.id for goal in open_goals(plan)] == ["school", "shop"]
        assert bool(doubted_goals(plan)) is is_doubted
        codes = {each.code for each in pointers_of(plan, "2027-03-03")}
        assert ("PL18" in codes) is is_doubted
    # Whoever replaced it knew the other visit of that day.
    data = json.loads(plan_text(copies[1]))
    there = {"kind": "review", "on": "2027-03-02", "there": ["me", "gp"], "typed_by": "gp"}
    data["visits"].append({"id": "v-05-aa", **there})
    said = {"words": "Walk to the shop", "by": "me", "visit": "v-05-aa"}
    data["goals"].append({"id": "shop", "said": said, "mine": "said", "replaces": "school"})
    plans.append(plan_of(data))
    assert [goal.id for goal in open_goals(plans[-1])] == ["shop"]
    texts = [plan_text(plan) for plan in plans]
    made = made_in_node(Path(__file__).with_name("verdicts.ts"), texts, tmp_path)
    assert made == [verdict_on(text) for text in texts]


def said_anew_twice(*, day: str = "2027-03-02", apart: bool = False) -> tuple[Plan, Plan]:
    """Return two copies that each said one goal anew."""
    copies = []
    for name, on, words in (("aa", "2027-02-10", "park"), ("bb", day, "shop")):
        data = plan_data("knee-agreed")
        visit = "visit" if apart else f"v-04-{name}"
        if not apart:
            there = {"kind": "review", "on": on, "there": ["me", "gp"], "typed_by": "gp"}
            data["visits"].append({"id": visit, **there})
        said = {"words": f"Walk to the {words}", "by": "me", "visit": visit}
        data["goals"].append({"id": words, "said": said, "mine": "said", "replaces": "school"})
        copies.append(plan_of(data))
    return copies[0], copies[1]


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize("kind", ["two days", "one day", "one visit"])
def test_of_two_goals_that_two_copies_said_in_the_place_of_one_somebody_says_which_holds(
    kind: str, *, swapped: bool, tmp_path: Path
) -> None:
    copies = said_anew_twice(
        day="2027-02-10" if kind == "one day" else "2027-03-02", apart=kind == "one visit"
    )
    found = merged(*(copies[::-1] if swapped else copies))
    assert isinstance(found, Merged)
    both = found.plan
    assert [goal.id for goal in open_goals(both)] == ["park", "shop"]
    assert [(a.id, b.id) for a, b in doubted_goals(both)] == [("park", "shop")]
    assert [e.path for e in pointers_of(both, "2027-03-03") if e.code == "PL18"] == ["goals/park"]
    # What was for the goal is for the one that is left when somebody has closed the other.
    assert goal_now(both, "school") == "shop"
    plans = [*copies, both]
    for status, stands in (
        ({"park": "dropped"}, ["shop"]),
        ({"shop": "dropped"}, ["park"]),
        ({"park": "open", "shop": "partly"}, ["park", "shop"]),
        ({"park": "partly"}, None),
    ):
        plan = looked_at(both, "2027-03-09", **status)
        plans.append(plan)
        assert [goal.id for goal in open_goals(plan)] == (stands or ["park", "shop"])
        assert bool(doubted_goals(plan)) is (stands is None)
        assert goal_now(plan, "school") == (stands or ["shop"])[-1]
        assert ("PL18" in {e.code for e in pointers_of(plan, "2027-03-10")}) is (stands is None)
    texts = [plan_text(plan) for plan in plans]
    made = made_in_node(Path(__file__).with_name("verdicts.ts"), texts, tmp_path)
    assert made == [verdict_on(text) for text in texts]


def test_a_goal_that_was_said_anew_once_more_is_asked_about_in_its_last_words() -> None:
    one, other = said_anew_twice()
    data = data_of(one)
    said = {"words": "Walk to the wood", "by": "me", "visit": "v-04-aa"}
    data["goals"].append({"id": "wood", "said": said, "mine": "said", "replaces": "park"})
    pairs = set()
    for copies in ((plan_of(data), other), (other, plan_of(data))):
        found = merged(*copies)
        assert isinstance(found, Merged)
        pairs |= {(a.id, b.id) for a, b in doubted_goals(found.plan)}
        assert {goal.id for goal in open_goals(found.plan)} == {"shop", "wood"}
    assert pairs == {("wood", "shop")}
    # One goal that somebody made two of at one visit is no two copies.
    data["goals"][-1] |= {"replaces": "school"}
    assert doubted_goals(plan_of(data)) == ()


def test_what_nobody_has_taken_stands_in_the_place_of_no_goal_of_the_persons() -> None:
    data = plan_data("knee-agreed")
    for mine in ("not_asked", "declined", "accepted"):
        made = data | {"goals": [*data["goals"]]}
        anew(made, "park", "Walk to the park", "school", mine)
        plan = plan_of(made)
        is_taken = mine == "accepted"
        assert [each.id for each in open_goals(plan)] == (["park"] if is_taken else ["school"])
        assert replaced_goals(plan) == ({"school": "park"} if is_taken else {})


def test_of_a_suggestion_that_was_said_anew_only_the_new_words_are_asked_about() -> None:
    data = plan_data("knee-agreed")
    suggested = {"words": "Swim", "by": "gp", "visit": "visit"}
    data["goals"].append({"id": "swim", "said": suggested, "mine": "not_asked"})
    anew(data, "pool", "Swim on Mondays", "swim", "not_asked")
    asked = [each.path for each in pointers_of(plan_of(data), "2026-12-01") if each.code == "PL02"]
    assert asked == ["goals/pool"]


def test_a_goal_that_pulls_against_another_does_so_in_its_new_words() -> None:
    data = plan_data("two-conditions")
    one, other = (each["id"] for each in data["goals"][:2])
    for goal in data["goals"]:
        goal["pulls_against"] = [other] if goal["id"] == one else []
        goal.pop("pull_words", None)
    visit = data["visits"][-1]["id"]
    for id_ in (one, other):
        said = {"words": f"{id_} anew", "by": "me", "visit": visit}
        data["goals"].append({"id": f"{id_}-anew", "said": said, "replaces": id_})
    plan = plan_of(data)
    goal = next(each for each in plan.goals if each.id == f"{one}-anew")
    assert pulls_now(plan, goal) == (f"{other}-anew",)
    pulled = [each.path for each in pointers_of(plan, "2027-01-06") if each.code == "PL30"]
    assert pulled == [f"goals/{one}-anew"]
