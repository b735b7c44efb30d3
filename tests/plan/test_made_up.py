"""Plans of nobody's, to try the page with: what is the aid's is the aid's, and each says what it is."""

from datetime import date
from itertools import pairwise

import pytest

from decisionaid.disk.plan_examples import plan_examples_of, plan_examples_with
from decisionaid.model.aid import Aid
from decisionaid.model.made_up import is_made_up
from decisionaid.plan.made_up import MadeUpPlan, made_up_with, made_up_without_aid
from decisionaid.plan.merging import Merged, merged
from decisionaid.plan.reading import PlanRead, read_plan
from decisionaid.plan.standing import stage_of
from decisionaid.plan.text import plan_record_text
from decisionaid.plan.written import plan_text
from decisionaid.render import card_of
from tests.our_aids import EARS, KNEE, aid_of
from tests.plans import SOUND, plan_named

HASH = "0123456789abcdef"
ALL = [*made_up_with(aid_of(KNEE), HASH), *made_up_without_aid()]
EACH = pytest.mark.parametrize("made", ALL, ids=[each.key for each in ALL])
ONE_PERSON = [each for each in ALL if each.key.startswith("knee_")]


def test_there_is_one_for_each_step_of_the_way_two_conditions_and_a_budget() -> None:
    assert {each.key: stage_of(each.plan) for each in ALL} == {
        "knee_prepared": "prepared",
        "knee_agreed": "agreed",
        "knee_first_review": "reviewed",
        "knee_second_review": "reviewed",
        "two_conditions": "agreed_in_part",
        "budget": "agreed",
    }
    assert [len(each.plan.conditions) for each in ALL if each.key == "two_conditions"] == [2]
    assert [len(each.plan.budgets) for each in ALL if each.key == "budget"] == [1]


@EACH
def test_each_is_read_without_a_fault_and_says_that_nobody_said_it(made: MadeUpPlan) -> None:
    found = read_plan(plan_text(made.plan))
    assert isinstance(found, PlanRead)
    assert (found.left, found.is_altered) == ((), False)
    assert is_made_up(made.plan)
    assert plan_record_text(made.plan).startswith("MADE UP FOR PRACTICE, NOT A PATIENT. PLAN at ")
    assert len(plan_record_text(made.plan)) <= 900


@pytest.mark.parametrize("name", SOUND)
def test_a_plan_of_a_person_says_nothing_of_the_kind(name: str) -> None:
    assert not is_made_up(plan_named(name))
    assert "MADE UP" not in plan_record_text(plan_named(name))


@EACH
def test_what_the_aid_says_is_what_the_aid_says(made: MadeUpPlan) -> None:
    aid = aid_of(KNEE)
    names = {each.id: each.name for each in aid.options if each.offered}
    for decision in made.plan.decisions:
        if decision.aid is None:
            continue
        assert list(decision.shown) == list(names.values())
        assert decision.question == aid.question
        assert decision.aid.source_sha256 == HASH
        decided = [each for each in decision.became if each.option]
        assert [each.option_name for each in decided] == [
            names[each.option or ""] for each in decided
        ]
    text = plan_text(made.plan)
    # Figures are the aid's, and no person's: neither a share, nor a chance, nor so many of so many.
    assert not [sign for sign in ("%", " in 10", " of 100", "chance", "risk of") if sign in text]


def test_one_persons_plan_only_grows() -> None:
    for earlier, later in pairwise(ONE_PERSON):
        both = merged(earlier.plan, later.plan)
        assert isinstance(both, Merged)
        assert plan_text(both.plan) == plan_text(later.plan)
        assert not both.disputed
        assert earlier.plan.rev < later.plan.rev
    days = [each.plan.visits[-1].on for each in ONE_PERSON]
    assert days == sorted(set(days))


def test_people_are_named_from_when_they_are_spoken_of() -> None:
    (prepared, *_), last = ONE_PERSON, ONE_PERSON[-1]
    assert [each.id for each in prepared.plan.people] == ["me", "daughter"]
    assert {each.id for each in last.plan.people} > {"me", "daughter", "gp", "physio"}


def without(aid: Aid, slug: str) -> Aid:
    """Return the aid with another option in the place of one."""
    text = aid.model_dump_json().replace(f'"{slug}"', '"another"')
    return Aid.model_validate_json(text)


def test_an_aid_that_has_not_what_the_person_speaks_of_has_no_such_plan() -> None:
    assert list(made_up_with(aid_of(EARS), HASH)) == []
    changed = without(aid_of(KNEE), "exercise-weight")
    assert [each.key for each in made_up_with(changed, HASH)] == ["two_conditions"]


def test_beside_an_aid_for_use_nobodys_plan_is_invented() -> None:
    knee = aid_of(KNEE)
    assert len(plan_examples_with(knee, HASH)) == 5
    published = knee.model_copy(update={"status": "published"})
    assert plan_examples_with(published, HASH) == ()
    assert plan_examples_of([card_of(published)], "en-GB") == ""
    assert plan_examples_of([], "en-GB") == ""
    assert plan_examples_of([card_of(knee)], "en-GB").startswith("document.currentScript")


@EACH
def test_days_of_the_week_that_are_named_are_those_of_their_days(made: MadeUpPlan) -> None:
    whens = [each.when for action in made.plan.actions for each in action.did if each.when]
    named = [each for each in whens if each.on and "Thursday" in each.words]
    assert all(date.fromisoformat(each.on or "").weekday() == 3 for each in named)
