"""Copies that went different ways come to one in every order, whatever was written and whichever clock is wrong."""

from itertools import permutations
from pathlib import Path
from random import Random

import pytest

from decisionaid.model.plan.plan import Plan
from decisionaid.plan.current import said_now
from decisionaid.plan.merging import Merged, merged
from decisionaid.plan.standing import stage_of
from decisionaid.plan.stood import stood
from decisionaid.plan.written import plan_data as plan_data_of
from decisionaid.plan.written import plan_text
from tests.in_node import made_in_node
from tests.plan.apart import LISTS, three_apart
from tests.plan.test_merging import put_together
from tests.plans import plan_data, plan_of


def together(one: Plan | str, other: Plan | str) -> Plan | str:
    """Return what two copies come to, or why they do not: together they may hold more than a plan does."""
    if isinstance(one, str) or isinstance(other, str):
        return one if isinstance(one, str) else other
    found = merged(one, other)
    return found.plan if isinstance(found, Merged) else found.reason


def text_of(found: Plan | str) -> str:
    """Return a plan as it is written, or the reason why there is none."""
    return found if isinstance(found, str) else plan_text(found)


@pytest.mark.parametrize(
    "many", [pytest.param(6, marks=pytest.mark.long), pytest.param(300, marks=pytest.mark.soak)]
)
def test_copies_that_went_on_in_every_list_come_to_one_in_both_languages(
    many: int, tmp_path: Path
) -> None:
    triples = [three_apart(Random(seed)) for seed in range(many)]  # noqa: S311
    in_the_browser = made_in_node(
        Path(__file__).with_name("merged.ts"),
        [[plan_data_of(copy) for copy in copies] for copies in triples],
        tmp_path,
    )
    for seed, (copies, made) in enumerate(zip(triples, in_the_browser, strict=True)):
        found = set()
        for one, two, three in permutations(copies):
            found.add(text_of(together(together(one, two), three)))
            found.add(text_of(together(one, together(two, three))))
        assert len(found) == 1, seed
        assert {*made} == found, seed


@pytest.mark.long
def test_every_list_of_the_format_is_written_in() -> None:
    written: set[str] = set()
    for seed in range(40):
        first, *others = three_apart(Random(seed))  # noqa: S311
        for copy in others:
            one, other = plan_data_of(first), plan_data_of(copy)
            written |= {name for name in LISTS if one.get(name) != other.get(name)}
    assert written == {*LISTS}


@pytest.mark.parametrize("swapped", [False, True])
def test_of_two_that_went_on_from_one_visit_the_visit_is_marked_and_both_words_hold(
    *, swapped: bool
) -> None:
    copies = []
    for words in ("To sleep", "To walk"):
        data = plan_data("knee-agreed")
        about = next(each for each in data["about_me"] if each["heading"] == "most_important")
        about["said"].append({"words": words, "by": "me", "visit": "visit"})
        data["goals"][0]["looked"].append({"visit": "visit", "status": "open", "now": words})
        copies.append(plan_of(data))
    found = merged(*(copies[::-1] if swapped else copies))
    assert isinstance(found, Merged)
    assert found.disputed == ("about_me/most_important/said", "goals/school/looked")
    plan = found.plan
    assert [visit.id for visit in plan.visits if visit.apart] == ["visit"]
    about_me = next(each for each in plan.about_me if each.heading == "most_important")
    assert {"To sleep", "To walk"} <= {each.words for each in said_now(plan, about_me.said)}
    # Put together once more, nothing changes, and the older copy is not named anew.
    again = merged(plan, copies[0])
    assert again == Merged(plan)


def test_what_stands_in_an_older_copy_of_the_same_visit_marks_nothing() -> None:
    older, newer = plan_data("knee-agreed"), plan_data("knee-agreed")
    for name in ("learnt", "strengths"):
        newer[name] = [{"words": each, "by": "me", "visit": "visit"} for each in "zma"]
    older["learnt"] = newer["learnt"][:2]
    assert put_together(plan_of(older), plan_of(newer)) == plan_of(newer)


@pytest.mark.parametrize("answers", [0, 2])
@pytest.mark.parametrize("swapped", [False, True])
def test_a_yes_is_not_for_what_another_copy_said_at_the_same_visit(
    answers: int, *, swapped: bool
) -> None:
    agreed, added = plan_data("knee-agreed"), plan_data("knee-agreed")
    for answer in agreed["agreed"]:
        answer["stood"] = stood(plan_of(agreed), answer["visit"])
    added["learnt"] = [{"words": "Rests help", "by": "me", "visit": "visit"}]
    added["agreed"] = added["agreed"][:answers]
    copies = [plan_of(agreed), plan_of(added)]
    assert stage_of(copies[0]) == "agreed"
    plan = put_together(*(copies[::-1] if swapped else copies))
    assert stage_of(plan) == "changed"
