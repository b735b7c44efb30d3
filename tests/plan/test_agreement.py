"""Whether the person has agreed: not to what was changed since, and not where one of two copies says no."""

from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from decisionaid.plan.fhir import plan_fhir_text
from decisionaid.plan.lines import Lines
from decisionaid.plan.merging import Merged, merged
from decisionaid.plan.pointers import pointers_of
from decisionaid.plan.standing import stage_of
from decisionaid.plan.text import plan_record_text
from decisionaid.plan.written import plan_data as plan_data_of
from decisionaid.plan.written import plan_text
from tests.in_node import made_in_node
from tests.plan.test_cases import verdict_on
from tests.plans import plan_data, plan_of

DAY = "2027-02-01"


def at_visits(*visits: tuple[str, tuple[str, ...]], day: str = DAY) -> dict[str, Any]:
    """Return a plan with visits of one day, each with its answers; the plan before has two visits."""
    data = plan_data("knee-agreed")
    assert len(data["visits"]) == 2
    for name, answers in visits:
        data["visits"].append(
            {"id": name, "kind": "visit", "on": day, "there": ["me"], "typed_by": "me"}
        )
        for answer in answers:
            words = f"{name} {answer}" if answer in {"no", "partly"} else ""
            said = {"visit": name, "by": "me", "answer": answer}
            data["agreed"].append(said | ({"words": words} if words else {}))
    return data


CASES: dict[str, tuple[list[tuple[str, tuple[str, ...]]], str, bool]] = {
    "changed since": ([("v-03-aa", ("yes", "not_asked"))], "changed", True),
    "changed since a part": ([("v-03-aa", ("partly", "not_asked"))], "changed", True),
    "asked again": ([("v-03-aa", ("yes", "not_asked", "yes"))], "agreed", False),
    "never asked": ([("v-03-aa", ("not_asked",))], "draft", True),
    "no last": ([("v-03-aa", ("yes", "no"))], "declined", False),
    "two copies, no first": ([("v-03-aa", ("no",)), ("v-03-bb", ("yes",))], "draft", True),
    "two copies, no last": ([("v-03-aa", ("yes",)), ("v-03-bb", ("no",))], "draft", True),
    "two copies, one in part": (
        [("v-03-aa", ("partly",)), ("v-03-bb", ("yes",))],
        "agreed_in_part",
        False,
    ),
    "two copies, one not asked": ([("v-03-aa", ()), ("v-03-bb", ("yes",))], "draft", True),
    "one copy went on": (
        [("v-03-aa", ("yes",)), ("v-03-bb", ("no",)), ("v-04-aa", ("yes",))],
        "draft",
        True,
    ),
    "asked when all was there": (
        [("v-03-aa", ("yes",)), ("v-03-bb", ("no",)), ("v-05-aa", ("yes",))],
        "agreed",
        False,
    ),
    "one after another": ([("v-03-aa", ("no",)), ("v-04-aa", ("yes",))], "agreed", False),
    "names that do not tell": ([("one", ("no",)), ("two", ("yes",))], "draft", True),
}


@pytest.mark.parametrize("name", CASES)
def test_a_yes_holds_only_for_what_was_agreed_to(name: str) -> None:
    visits, stage, is_asked = CASES[name]
    plan = plan_of(at_visits(*visits))
    assert stage_of(plan) == stage
    assert ("PL13" in {each.code for each in pointers_of(plan, DAY)}) == is_asked


@pytest.mark.long
def test_the_other_language_says_the_same_of_each(tmp_path: Path) -> None:
    texts = [plan_text(plan_of(at_visits(*visits))) for visits, *_ in CASES.values()]
    made = made_in_node(Path(__file__).with_name("verdicts.ts"), texts, tmp_path)
    assert made == [verdict_on(text) for text in texts]
    assert [each["stage"] for each in made] == [stage for _, stage, _ in CASES.values()]


@pytest.mark.parametrize(("later", "stage"), [("v-04-bb", "agreed"), ("v-03-bb", "draft")])
def test_on_another_day_the_last_one_counts_where_it_can_have_known_the_others(
    later: str, stage: str
) -> None:
    data = at_visits(("v-03-aa", ("no",)))
    visit = {"id": later, "kind": "visit", "on": "2027-02-02", "there": ["me"]}
    data["visits"].append(visit | {"typed_by": "me"})
    data["agreed"].append({"visit": later, "by": "me", "answer": "yes"})
    plan = plan_of(data)
    assert stage_of(plan) == stage
    # The no of the other copy, dated before the yes, is said with its reason.
    assert ('SAID NO: "v-03-aa no"' in plan_record_text(plan)) == (stage == "draft")
    assert ("COPIES DIFFER" in plan_record_text(plan)) == (stage == "draft")
    codes = {each.code for each in pointers_of(plan, DAY)}
    assert ("PL16" in codes) == (stage == "draft")


@pytest.mark.parametrize(
    ("earlier", "kind", "answers", "later", "stage"),
    [
        # Two copies of a plan with two visits: what one added, the other did not have when it was agreed to.
        ("v-03-aa", "link_worker", (), "v-03-bb", "draft"),
        ("v-03-aa", "link_worker", ("yes", "not_asked"), "v-03-bb", "changed"),
        ("v-03-aa", "link_worker", ("partly",), "v-03-bb", "agreed_in_part"),
        ("v-03-aa", "link_worker", ("no",), "v-03-bb", "draft"),
        ("v-03-aa", "link_worker", ("no", "yes"), "v-03-bb", "agreed"),
        ("v-04-aa", "between", (), "v-03-bb", "draft"),
        # What was there when the person was asked.
        ("v-03-aa", "link_worker", (), "v-04-bb", "agreed"),
        ("v-03-aa", "preparation", (), "v-03-bb", "agreed"),
        # Names that do not tell.
        ("one", "link_worker", (), "two", "agreed"),
        ("v-03-aa", "link_worker", (), "two", "agreed"),
    ],
)
def test_what_another_copy_added_before_is_not_agreed_to(
    earlier: str, kind: str, answers: tuple[str, ...], later: str, stage: str, tmp_path: Path
) -> None:
    data = at_visits((earlier, answers))
    data["visits"][-1]["kind"] = kind
    visit = {"id": later, "kind": "visit", "on": "2027-02-02", "there": ["me"], "typed_by": "me"}
    data["visits"].append(visit)
    data["agreed"].append({"visit": later, "by": "me", "answer": "yes"})
    plan = plan_of(data)
    assert stage_of(plan) == stage
    made = made_in_node(Path(__file__).with_name("verdicts.ts"), [plan_text(plan)], tmp_path)
    assert made == [verdict_on(plan_text(plan))]


@pytest.mark.parametrize(
    ("answers", "stage"),
    [
        ((("me", "no"), ("son", "yes")), "declined"),
        ((("son", "no"), ("me", "yes")), "agreed"),
        ((("me", "yes"), ("son", "no")), "agreed"),
        ((("me", "not_asked"), ("son", "yes")), "agreed"),
        ((("son", "yes"), ("son", "no")), "declined"),
        ((("son", "yes"), ("me", "yes"), ("son", "not_asked"), ("me", "not_asked")), "changed"),
    ],
)
def test_nobody_says_yes_over_a_no_of_the_persons(
    answers: tuple[tuple[str, str], ...], stage: str, tmp_path: Path
) -> None:
    data = at_visits(("v-03-aa", ()))
    data["people"].append({"id": "son", "role": "speaks_for_me", "job": "my son"})
    data["visits"][-1]["there"] = ["me", "son"]
    said = [{"visit": "v-03-aa", "by": by, "answer": answer} for by, answer in answers]
    data["agreed"] += said
    plan = plan_of(data)
    assert stage_of(plan) == stage
    made = made_in_node(Path(__file__).with_name("verdicts.ts"), [plan_text(plan)], tmp_path)
    assert made == [verdict_on(plan_text(plan))]


def test_a_plan_that_was_changed_says_so_in_its_text() -> None:
    text = plan_record_text(plan_of(at_visits(("v-03-aa", ("yes", "not_asked")))))
    assert "not agreed yet, changed after the person agreed, older copies may be out there" in text


@pytest.mark.long
@pytest.mark.parametrize(
    ("one", "other"), [("v-03-aa", "v-03-aa"), ("v-03-aa", "v-03-bb"), ("v-03-bb", "v-03-aa")]
)
@pytest.mark.parametrize("answer", ["yes", "partly", "not_asked"])
def test_a_no_against_any_other_answer_comes_to_no_in_every_order(
    one: str, other: str, answer: str, tmp_path: Path
) -> None:
    copies = [
        plan_of(at_visits((one, (answer,)))),
        plan_of(at_visits((other, ("no",)))),
        plan_of(at_visits(("v-03-cc", ("yes",)))),
    ]
    made = made_in_node(
        Path(__file__).with_name("merged.ts"), [[plan_data_of(copy) for copy in copies]], tmp_path
    )
    found = set()
    for first, second, third in permutations(copies):
        two = merged(first, second)
        assert isinstance(two, Merged)
        if copies[2] is third:
            assert stage_of(two.plan) == ("declined" if one == other else "draft")
        three = merged(two.plan, third)
        assert isinstance(three, Merged)
        assert stage_of(three.plan) == "draft"
        found.add(plan_text(three.plan))
    assert {*made[0]} == found
    assert len(found) == 1


def test_of_two_wordings_both_are_shown() -> None:
    both = merged(
        plan_of(at_visits(("v-03-aa", ("partly",)))), plan_of(at_visits(("v-03-bb", ("no",))))
    )
    assert isinstance(both, Merged)
    assert Lines(both.plan).agreed() == [
        "On 1 Feb 2027: the person: partly: v-03-aa partly",
        "On 1 Feb 2027: the person: no: v-03-bb no",
        "The person has still to be asked if this is their plan as it is now",
        "Earlier, on 1 Dec 2026: the person: yes",
        "Earlier, on 1 Dec 2026: GP: yes",
    ]


@pytest.mark.long
def test_a_yes_to_a_change_is_kept_when_another_copy_comes(tmp_path: Path) -> None:
    """Twice the same answer at one visit is one entry in two copies: it stands where it was said last."""
    one, other = (at_visits(("v-03-aa", said)) for said in (("yes", "not_asked", "yes"), ("yes",)))
    other["learnt"] = [{"words": "Rests help", "by": "me", "visit": "visit"}]
    pair = [plan_of(one), plan_of(other)]
    found = [merged(first, second) for first, second in permutations(pair)]
    plans = [each.plan for each in found if isinstance(each, Merged)]
    assert [(stage_of(each), len(each.learnt)) for each in plans] == [("agreed", 1)] * 2
    made = made_in_node(
        Path(__file__).with_name("merged.ts"),
        [[plan_data_of(each) for each in (*pair, pair[1])]],
        tmp_path,
    )
    assert {*made[0]} == {plan_text(plan) for plan in plans}


@pytest.mark.parametrize("status", ["planned", "seen", "refused", "stopped", "done"])
def test_a_yes_that_was_taken_back_is_in_the_text_whatever_came_of_it(
    status: str, tmp_path: Path
) -> None:
    data = at_visits(("v-03-aa", ()))
    action = next(each for each in data["actions"] if each["id"] == "ask-link")
    assert "TOOK IT BACK" not in plan_record_text(plan_of(data))
    action["asked"]["taken_back"] = [{"visit": "v-03-aa", "by": "me"}]
    action["did"].append({"visit": "v-03-aa", "status": status})
    plan = plan_of(data)
    text = plan_record_text(plan)
    assert "AGREED TO ASK AND TOOK IT BACK" in text
    made = made_in_node(
        Path(__file__).with_name("forms.ts"), {"plans": [plan_data_of(plan)], "typed": []}, tmp_path
    )
    assert made["plans"][0]["text"] == text


def test_a_no_is_said_as_no_with_its_reason() -> None:
    data = at_visits(("v-03-aa", ("no",)))
    data["agreed"][-1]["words"] = "The bench is too far."
    plan = plan_of(data)
    text = plan_record_text(plan)
    assert "said that it is not their plan" in text
    assert "has not said" not in text
    assert 'SAID NO: "The bench is too far."' in text
    assert [(each.path, each.words) for each in pointers_of(plan, DAY) if each.code == "PL16"] == [
        ("agreed", "The bench is too far.")
    ]
    fhir = plan_fhir_text(plan)
    assert "said that it is not their plan" in fhir
    assert "The bench is too far." in fhir


@pytest.mark.parametrize("name", ["knee-agreed", "knee-first-review"])
def test_what_was_agreed_stays_agreed_beside_a_new_preparation(name: str) -> None:
    data = plan_data(name)
    before = plan_of(data)
    stage, day = stage_of(before), data["visits"][-1]["on"]
    for on in (day, "2028-01-02"):
        visit = {
            "id": "zz-prep",
            "kind": "preparation",
            "on": on,
            "there": ["me"],
            "typed_by": "me",
        }
        plan = plan_of(data | {"visits": [*data["visits"], visit]})
        assert stage_of(plan) == stage
        asks = [each.code for each in pointers_of(before, DAY)]
        assert [each.code for each in pointers_of(plan, DAY)] == asks
        lines = plan_record_text(plan).splitlines()
        assert lines[0] == plan_record_text(before).splitlines()[0]
        assert any("NOT TALKED ABOUT YET" in line for line in lines)
        assert "Nobody has talked about it yet" in plan_fhir_text(plan)
