"""One file of plans with verdicts: both languages take the same, leave out the same, refuse the same.

`tests/runtime/plan-cases.test.ts` reads the golden file.
"""

from pathlib import Path
from typing import Any

import pytest

from decisionaid.model.canonical import record_checksum
from decisionaid.plan.pointers import is_complete, pointers_of
from decisionaid.plan.reading import PlanRead, read_plan
from decisionaid.plan.standing import stage_of
from decisionaid.plan.taken import open_actions, open_goals
from decisionaid.plan.written import plan_data
from tests.conftest import Golden
from tests.in_node import made_in_node
from tests.plan.hostile import TEXTS, hostile, text_of
from tests.plans import PLANS, SOUND, plan_text

TODAY = "2027-04-01"


def verdict_on(text: str) -> dict[str, Any]:
    """Return what becomes of a text, as data."""
    found = read_plan(text)
    if not isinstance(found, PlanRead):
        claims = [[each.path, each.name, each.about] for each in found.claims]
        return {"fault": found.fault, "place": found.place, "claims": claims}
    plan = found.plan
    return {
        "left": list(found.left),
        "is_altered": found.is_altered,
        "reads_as": record_checksum(plan_data(plan)),
        "stage": stage_of(plan),
        "complete": is_complete(plan, TODAY),
        "open": [
            *(goal.id for goal in open_goals(plan)),
            *(action.id for action in open_actions(plan)),
        ],
        "pointers": [
            [each.code, each.path, each.words, each.who, each.day]
            for each in pointers_of(plan, TODAY)
        ],
    }


@pytest.mark.long
def test_the_other_language_comes_to_the_same_verdicts(golden: Golden) -> None:
    cases = list(hostile())
    assert len(cases) >= 500
    golden("plans/cases.json", [case | {"verdict": verdict_on(text_of(case))} for case in cases])


@pytest.mark.soak
def test_thousands_more_come_to_the_same_verdicts(tmp_path: Path) -> None:
    texts = [text_of(case) for case in hostile(5000, seed=16)]
    made = made_in_node(Path(__file__).with_name("verdicts.ts"), texts, tmp_path)
    for text, verdict in zip(texts, made, strict=True):
        assert verdict == verdict_on(text), text


@pytest.mark.parametrize("name", SOUND)
def test_an_example_is_read_as_it_was_written(name: str) -> None:
    verdict = verdict_on(plan_text(name))
    assert (verdict["left"], verdict["is_altered"]) == ([], False)


@pytest.mark.parametrize(
    ("name", "fault", "place"),
    [
        ("agreed-by-somebody-absent", "claim", "agreed/1"),
        ("goal-claimed", "claim", "goals/move"),
        ("money-not-pence", "form", "budgets/0"),
        ("owner-unknown", "claim", "actions/stool/did/0/who"),
        ("unsure-with-number", "form", "goals/rest"),
    ],
)
def test_a_plan_that_cannot_be_is_refused_at_its_place(name: str, fault: str, place: str) -> None:
    found = verdict_on((PLANS / f"refused-{name}.json").read_text(encoding="utf-8"))
    assert (found["fault"], found["place"]) == (fault, place)


@pytest.mark.parametrize(
    ("says", "fault"),
    [
        ("a newer format", "newer"),
        ("a newer format, and damaged", "newer"),
        ("a newer format that is far from ours", "newer"),
        ("a format with a zero", "not_ours"),
        ("a format in a list", "not_ours"),
        ("a record", "not_ours"),
        ("two pages", "two"),
        ("a page without its plan", "damaged"),
        ("a page of a record", "not_ours"),
        ("cut in its first words", "damaged"),
        ("cut in the goals", "damaged"),
        ("a name twice", "doubled"),
        ("goals twice", "doubled"),
        ("other JSON", "not_ours"),
        ("nothing", "not_ours"),
        ("days of another script", "form"),
        ("a time of another script", "damaged"),
    ],
)
def test_what_cannot_be_read_says_why(says: str, fault: str) -> None:
    assert verdict_on(TEXTS[says])["fault"] == fault


@pytest.mark.parametrize(
    ("says", "left"),
    [
        ("a page", []),
        ("a page that was turned around", []),
        ("quoted lines", []),
        ("curly quotes", []),
        ("cut in the last part", ["if_worse"]),
        ("cut in what was agreed", ["agreed"]),
        ("cut in who may see it", ["shared"]),
        ("a field that nobody knows", ["5", "more", "\ufffd"]),
    ],
)
def test_what_can_be_read_is_kept_and_the_rest_is_named(says: str, left: list[str]) -> None:
    assert verdict_on(TEXTS[says])["left"] == left


def test_a_plan_that_was_cut_in_what_was_agreed_is_a_draft() -> None:
    assert verdict_on(TEXTS["cut in what was agreed"])["stage"] == "draft"
