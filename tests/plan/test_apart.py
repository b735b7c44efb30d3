"""Copies that went different ways come to one in every order, whatever was written and whichever clock is wrong."""

from collections.abc import Sequence
from itertools import permutations
from pathlib import Path
from random import Random

import pytest

from decisionaid.model.plan.plan import Plan
from decisionaid.plan.altered import parted
from decisionaid.plan.current import said_now
from decisionaid.plan.merged_order import numbered
from decisionaid.plan.merging import Merged, merged
from decisionaid.plan.reading import HEAD, PlanRead, read_plan
from decisionaid.plan.standing import stage_of
from decisionaid.plan.stood import in_any_order, stood
from decisionaid.plan.text import plan_record_text
from decisionaid.plan.written import is_altered, plan_text
from decisionaid.plan.written import plan_data as plan_data_of
from tests.in_node import made_in_node
from tests.plan.apart import LISTS, Data, three_apart, three_with_altered
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


def one_of_each(triples: Sequence[Sequence[Plan]], tmp_path: Path) -> list[str]:
    """Return what each three copies come to: the same in every order, in whatever way they are put together."""
    one_each: list[str] = []
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
        one_each += found
    return one_each


FEW_AND_MANY = [pytest.param(4, marks=pytest.mark.long), pytest.param(300, marks=pytest.mark.soak)]


@pytest.mark.parametrize("many", FEW_AND_MANY)
def test_copies_that_went_on_in_every_list_come_to_one_in_both_languages(
    many: int, tmp_path: Path
) -> None:
    triples = [three_apart(Random(seed)) for seed in range(many)]  # noqa: S311
    assert len(one_of_each(triples, tmp_path)) == many


@pytest.mark.parametrize("many", FEW_AND_MANY)
def test_what_altered_copies_add_is_agreed_by_nobody_and_takes_nothing_from_sound_ones(
    many: int, tmp_path: Path
) -> None:
    triples = [three_with_altered(Random(seed)) for seed in range(many)]  # noqa: S311
    seen = set()
    made = one_of_each(triples, tmp_path)
    # What has no room is refused in every order, and the copies stay as they are.
    fits = [(copies, text) for copies, text in zip(triples, made, strict=True) if text != "full"]
    assert len(fits) > many * 0.9
    for copies, text in fits:
        sound: Plan | str
        sound, *others = [copy for copy in copies if not is_altered(copy)]
        for other in others:
            sound = together(sound, other)
        read = read_plan(text)
        assert isinstance(sound, Plan)
        assert isinstance(read, PlanRead)
        assert not read.is_altered
        plan = read.plan
        seen.add(bool(plan.doubtful))
        kept, _ = parted(numbered(plan_data_of(plan)))
        assert said_in(kept) == said_in(numbered(plan_data_of(sound)))
        if plan.doubtful:
            assert stage_of(plan) in {"changed", "declined", "draft", "prepared"}
            assert "ALTERED" in plan_record_text(plan)
        else:
            assert text == plan_text(sound)
    assert True in seen


def said_in(data: Data) -> object:
    """Return all that a plan says, in whatever order."""
    return in_any_order({name: part for name, part in data.items() if name not in HEAD})


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


def test_two_yeses_to_two_plans_are_for_neither_whatever_was_prepared_since() -> None:
    copies = []
    for found in ("9", "12"):
        data = plan_data("knee-agreed")
        data["results"] = [{"what": "Blood", "found": found}]
        for answer in data["agreed"]:
            answer["stood"] = stood(plan_of(data), answer["visit"])
        copies.append(data)
    sheet = {"id": "prep-09", "kind": "preparation", "on": "2027-05-01", "there": ["me"]}
    copies[0]["visits"].append(sheet | {"typed_by": "me"})
    assert stage_of(plan_of(copies[0])) == "agreed"
    assert stage_of(put_together(*(plan_of(each) for each in copies))) == "changed"


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
