"""What was found of a warning sign, why something was decided, and who tells whom is in the forms of a plan."""

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from decisionaid.model.plan.plan import Plan
from decisionaid.model.plan.said import Visit
from decisionaid.outside.tables import table
from decisionaid.plan.code import read_plan_code, short_code
from decisionaid.plan.current import signs_answered, signs_ticked
from decisionaid.plan.pointers import pointers_of
from decisionaid.plan.prsb import plan_prsb_document, plan_prsb_text
from decisionaid.plan.short import Left, PlanShort, review_from_paper
from decisionaid.plan.text import plan_record_text, review_record_text
from decisionaid.plan.written import plan_data as data_of
from decisionaid.plan.written import sealed
from tests.in_node import made_in_node
from tests.plans import SOUND, plan_data, plan_named, plan_of

INFECTED = {"example": "knee-osteoarthritis:red-flags/infection"}
LOCKED = {"example": "knee-osteoarthritis:red-flags/locked"}


REVIEW = {"id": "v-03-aa", "kind": "review", "on": "2027-02-01", "there": ["me", "gp"]} | {
    "typed_by": "gp"
}


def with_signs(*said: dict[str, Any]) -> Plan:
    """Return the first plan for a knee, with these words of warning signs."""
    data = plan_data("knee-agreed")
    data["about_me"].append({"heading": "also_worth_knowing", "said": list(said)})
    return plan_of(data)


def ticked(words: str, sign: dict[str, str]) -> dict[str, Any]:
    """Return a sign as somebody ticked it at home."""
    home = plan_data("knee-agreed")["visits"][0]["id"]
    return {"words": words, "by": "me", "visit": home} | sign


def found(words: str, sign: dict[str, str]) -> dict[str, Any]:
    """Return what the GP said of it in the visit."""
    return {"words": words, "by": "gp", "visit": "visit"} | sign


TWO = (
    ticked("You think that your knee may be infected.", INFECTED),
    ticked("Your knee locks.", LOCKED),
    found("Looked: cool, no fever", INFECTED),
)


def test_a_sign_of_which_something_was_said_is_in_the_text_with_what_was_said() -> None:
    plan = with_signs(*TWO)
    assert [each.words for each in signs_ticked(plan)] == ["Your knee locks."]
    assert [each.said.words for each in signs_answered(plan)] == ["Looked: cool, no fever"]
    lines = plan_record_text(plan).splitlines()
    assert lines[1] == 'WARNING SIGN TICKED, NOTHING SAID OF IT YET: "Your knee locks."'
    sign = '"You think that your knee may be infected."'
    assert lines[2] == f'WARNING SIGN: {sign}: "Looked: cool, no fever" (said by GP)'


def test_what_was_found_at_an_earlier_visit_has_its_day() -> None:
    data = data_of(with_signs(*TWO))
    review = {
        "id": "v-03-aa",
        "kind": "review",
        "on": "2027-02-01",
        "there": ["me", "gp"],
        "typed_by": "gp",
    }
    data["visits"].append(review)
    said = '; 1 Dec 2026: "Looked: cool, no fever"'
    assert said in plan_record_text(plan_of(data))
    # What was said of it last stands there, and nothing twice.
    data["about_me"][-1]["said"].append(found("Still cool", INFECTED) | {"visit": "v-03-aa"})
    text = plan_record_text(plan_of(data))
    assert '"Still cool" (said by GP)' in text
    assert "Looked" not in text


@pytest.mark.parametrize("length", [40, 600])
def test_what_was_found_is_not_cut_where_all_else_is(length: int) -> None:
    plan = with_signs(*TWO[:1], TWO[2])
    data = data_of(plan)
    for action in data["actions"]:
        action["said"]["words"] = "walk " * (length // 5)
    assert len(data["actions"]) > 2
    data["about_me"][0]["said"][0]["words"] = "m" * length
    text = plan_record_text(plan_of(data))
    assert len(text) <= 900
    assert '"Looked: cool, no fever"' in text


def test_why_it_was_decided_is_in_the_text_where_there_is_room_and_gives_way_first() -> None:
    data = plan_data("two-conditions")
    data["goals"], data["actions"], data["if_worse"] = data["goals"][:1], [], []
    data["goals"][0].pop("pulls_against", None)
    last = data["decisions"][0]["became"][-1]
    last["reason"] = {"words": "I would like to work", "by": "me", "visit": last["visit"]}
    last["doubts"] = {"words": "If it lasts", "by": "me", "visit": last["visit"]}
    text = plan_record_text(plan_of(data))
    assert 'Because: "I would like to work".' in text
    last["reason"]["words"] = "x" * 600
    text = plan_record_text(plan_of(data))
    assert "Why: see plan. Still doubts:" in text
    assert "xx" not in text


def test_reasons_that_had_no_room_are_named_in_the_last_line() -> None:
    data = plan_data("two-conditions")
    last = data["decisions"][0]["became"][-1]
    last["reason"] = {"words": "I would like to work", "by": "me", "visit": last["visit"]}
    for action in data["actions"]:
        action["said"]["words"] = "walk " * 100
    assert re.search(r"left out: .*reasons \d", plan_record_text(plan_of(data)).splitlines()[-1])


def test_what_gives_way_gives_way_in_one_order() -> None:
    limits = table("plan-text")["limits"]
    for before, after in pairwise(limits):
        # Where more entries stand, their words are shorter.
        entries = (
            "signs",
            "matters",
            "decisions",
            "goals",
            "actions",
            "if_worse",
            "doubts",
            "reasons",
        )
        assert all(before[name] >= after[name] for name in entries)


def test_the_needs_of_reading_and_who_tells_whom_are_under_the_headings() -> None:
    data = plan_data("knee-agreed")
    data["communication"] = ["large_print"]
    document = plan_prsb_document(plan_of(data))[0]
    about = document["About me"]["How I communicate and how to communicate with me"]
    assert about[-1] == "How I like to get information: Large print"
    assert "Who tells them: GP" in plan_prsb_text(plan_of(data))


def test_the_other_language_tells_the_same(tmp_path: Path) -> None:
    large = data_of(with_signs(*TWO)) | {"communication": ["large_print", "audio"]}
    plans = [with_signs(*TWO), with_signs(TWO[0], TWO[2]), plan_of(large), *map(plan_named, SOUND)]
    asked = {"plans": [data_of(plan) for plan in plans], "answered": []}
    made = made_in_node(Path(__file__).with_name("exchanged.ts"), asked, tmp_path)["plans"]
    assert [each["text"] for each in made] == [plan_record_text(plan) for plan in plans]
    assert [each["prsb"] for each in made] == [plan_prsb_text(plan) for plan in plans]


def from_paper() -> tuple[Plan, PlanShort]:
    """Return a review that was written from the paper of a plan, and what stood there."""
    short = read_plan_code(short_code(plan_named("knee-agreed")).code)
    assert isinstance(short, PlanShort)
    visit = Visit(id="v-03-aa", kind="review", on="2027-03-02", there=("me", "gp"), typed_by="gp")
    data = data_of(review_from_paper(short, visit, "2027-03-02T10:00:00Z"))
    said = {"words": "To the gate", "by": "me", "visit": "v-03-aa"}
    data["goals"][0]["looked"] = [{"visit": "v-03-aa", "status": "partly", "said": said}]
    data["actions"][0]["did"] = [{"visit": "v-03-aa", "status": "doing"}]
    data["learnt"] = [said | {"words": "Resting at the bench"}]
    return sealed(data), PlanShort(short.on_paper, Left(actions=1))


def test_a_review_from_paper_has_a_text_with_what_stood_there_and_what_was_said() -> None:
    review, short = from_paper()
    text = review_record_text(review, short)
    assert text.startswith(
        "REVIEW FROM A PAPER COPY at 2 Mar 2027, NOT THE WHOLE PLAN: plan 5f0c7a1b."
    )
    goal = 'GOAL: "Walk my grandson to school and back", by the spring (1 Mar 2027); part of the way: "To the gate"'
    assert goal in text
    assert 'HELPS: "Resting at the bench"' in text
    assert "patient, Tuesday and Friday, 7 Dec 2026; doing it" in text
    assert "REVIEW: 2 Mar 2027, led by first contact physiotherapist" in text
    assert "no room in the code for: actions, the last 1" in text
    assert "NONE PLANNED" not in text


def test_a_review_and_the_paper_may_name_more_people_and_visits_than_a_plan_does(
    tmp_path: Path,
) -> None:
    review, short = from_paper()
    data, before = data_of(review), data_of(short.on_paper)
    there = data["visits"][-1]
    for n in range(12 - len(data["people"])):
        data["people"].append({"id": f"here-{n}", "role": "carer"})
    data["visits"] += [
        there | {"id": f"v-01-{n}", "on": "2026-01-01"} for n in range(40 - len(data["visits"]))
    ]
    for n in range(12 - len(before["people"])):
        before["people"].append({"id": f"there-{n}", "role": "carer"})
    before["visits"].append({**before["visits"][0], "id": "elsewhere"})
    full, paper = sealed(data), sealed(before)
    text = review_record_text(full, PlanShort(paper, short.left))
    assert text == review_record_text(review, short)
    asked = {"plans": [], "answered": [], "reviews": [[data_of(full), data_of(paper)]]}
    made = made_in_node(Path(__file__).with_name("exchanged.ts"), asked, tmp_path)["texts"]
    assert made == [text, plan_record_text(full)]


def test_the_file_of_such_a_review_says_of_nothing_that_it_is_missing() -> None:
    text = plan_record_text(from_paper()[0])
    assert text.startswith("REVIEW FROM A PAPER COPY")
    assert not re.search("NO DATE|NO OWNER|NONE PLANNED", text)


def test_the_other_language_writes_the_same_of_a_review_from_paper(tmp_path: Path) -> None:
    review, short = from_paper()
    asked = {"plans": [], "answered": [], "reviews": [[data_of(review), data_of(short.on_paper)]]}
    made = made_in_node(Path(__file__).with_name("exchanged.ts"), asked, tmp_path)["texts"]
    assert made == [review_record_text(review, short), plan_record_text(review)]


def test_what_stood_in_the_place_of_a_goal_is_in_the_text() -> None:
    data = plan_data("knee-agreed")
    data["visits"].append(
        {
            "id": "v-03-aa",
            "kind": "review",
            "on": "2027-02-01",
            "there": ["me", "gp"],
            "typed_by": "gp",
        }
    )
    said = {"words": "To the gate", "by": "me", "visit": "v-03-aa"}
    goal = data["goals"][0]
    goal["looked"].append({"visit": "v-03-aa", "status": "partly", "said": said})
    data["goals"].append(
        {
            "id": "new",
            "said": said | {"words": "Walk with one rest"},
            "mine": "said",
            "replaces": goal["id"],
        }
    )
    data["actions"], data["if_worse"] = [], []
    text = plan_record_text(plan_of(data))
    before = 'in place of "Walk my grandson to school and back", part of the way: "To the gate"'
    assert f'GOAL: "Walk with one rest", NO DATE; {before}' in text
    # What is missing in the text is pointed at too.
    assert ("PL05", "goals/new") in [
        (each.code, each.path) for each in pointers_of(plan_of(data), "2027-02-01")
    ]


def test_words_keep_their_sense_where_a_plan_has_four_actions() -> None:
    text = plan_record_text(plan_named("knee-link-worker"))
    assert len(text) <= 900
    for whole in (
        'GOAL: "Walk my grandson to school and back"',
        "Decided: Exercise and weight management.",
        "call The surgery, 01632 960 001",
        "first contact physiotherapist",
    ):
        assert whole in text
    assert text.endswith("Cut at ...; left out: actions 1, reasons 1. All is in the plan.")
    assert all(len(words) >= 35 for words in re.findall(r'"([^"]*)\.\.\."', text))


def test_option_names_and_telephone_numbers_are_cut_last() -> None:
    for before in table("plan-text")["limits"]:
        assert before["own"] <= 35 or before["call"] == 300
    data = plan_data("knee-agreed")
    for action in data["actions"]:
        action["said"]["words"] = "walk to the shop " * 8
    data["actions"] += [data["actions"][0] | {"id": f"more-{n}"} for n in range(1)]
    text = plan_record_text(plan_of(data))
    assert "Decided: Exercise and weight management." in text
    assert "; call The surgery, 01632 960 001" in text


def test_what_the_person_took_is_theirs_before_words_are_cut() -> None:
    data = plan_data("knee-agreed")
    data["actions"][0]["said"]["words"] = "Choose two days a week to train with my neighbour"
    text = plan_record_text(plan_of(data))
    assert "suggested by" not in text
    assert "Why and doubts: see plan." in text
    assert "..." not in text


def test_a_plan_that_was_changed_says_that_its_save_does_not_hold_all(tmp_path: Path) -> None:
    plan = plan_named("knee-agreed")
    text = plan_record_text(plan)
    told = [plan_record_text(plan, save=each) for each in ("changed", "none")]
    heads = ("save 2, changed since.", "not saved yet.")
    assert told[1] == text.replace("save 2.", heads[1])
    assert [each.splitlines()[0].partition("5f0c7a1b, ")[2] for each in told] == [*heads]
    assert all(len(each) <= 900 for each in told)
    script = Path(__file__).with_name("changed_since.ts")
    assert made_in_node(script, [data_of(plan)], tmp_path) == told
