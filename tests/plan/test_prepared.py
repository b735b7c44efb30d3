"""A sheet filled in before a visit becomes a plan: whatever is typed, both languages read it as it was written."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest

from decisionaid.model.plan.plan import MAX_PLAN_BYTES, Plan
from decisionaid.plan.current import said_now
from decisionaid.plan.merging import Merged, merged
from decisionaid.plan.pointers import pointers_of
from decisionaid.plan.reading import PlanRead, read_plan
from decisionaid.plan.standing import stage_of
from decisionaid.plan.visits import last_visit
from decisionaid.plan.written import plan_text
from decisionaid.render.pages.prepare_page import HEADINGS, NEEDS, RESULTS
from decisionaid.render.pages.questions import COMMUNICATION
from tests.in_node import made_in_node
from tests.plans import SOUND, plan_data

SCRIPT = Path(__file__).with_name("prepared.ts")
TODAY = "2026-12-01"
"""The day of the device in ``prepared.ts``."""
TEXTS = ("matters", "well", "hard-words", "like", "now", "ask", "comes", "writer-is")
ODD = "Made up: <b>&amp; \u202e\u0000 \ud83d\ude00 é \r\n\r\n שלום \"quoted\" '1/2' \\u003c/script> </script>"

Values = list[tuple[str, list[str]]]


def sheet(rng: Random, last: dict[str, Any] | None) -> Values:
    """Return a sheet filled in at random, with what no page would send among it."""
    names = [*TEXTS, *(f"about.{each}" for each in HEADINGS)]
    names += [f"result.{n + 1}.{part}" for n in range(RESULTS) for part in ("what", "found")]
    values = [(name, [text(rng)]) for name in names if rng.random() < 0.6]
    values += [("hard", rng.sample([*NEEDS, "made-up"], rng.randrange(len(NEEDS))))]
    values += [("first", rng.sample(NEEDS, rng.randrange(5)))]
    values += [("information", rng.sample(COMMUNICATION, rng.randrange(4)))]
    values += [("writer", [rng.choice(["me", "scribe", "helper", "made-up"])])]
    for kind, entries in (("goal", "goals"), ("action", "actions")):
        for each in (last or {}).get(entries, []):
            values.append((f"{kind}.{each['id']}.words", [text(rng)]))
            how = ["met", "partly", "not_met", "dropped", "done", "stopped", "made-up"]
            values.append((f"{kind}.{each['id']}.how", [rng.choice(how)]))
    return values


def text(rng: Random) -> str:
    """Return words of any length, odd letters among them."""
    return rng.choice(["", " \n ", ODD, "Made up words", "long " * 200, "one\ntwo\n" * 20])


# Sheets are made in Node once, by one worker.
pytestmark = [pytest.mark.long, pytest.mark.xdist_group("plan-prepared")]


@pytest.fixture(scope="module")
def made(
    tmp_path_factory: pytest.TempPathFactory,
) -> list[tuple[Values, dict[str, Any] | None, Any]]:
    """Give sheets, the last plan of each, and what became of them."""
    rng = Random(15)  # noqa: S311
    lasts = [None, *(plan_data(name) for name in SOUND)]
    pairs = [(sheet(rng, last), last) for last in lasts for _ in range(12)]
    given = [{"values": values, "last": last} for values, last in pairs]
    found = made_in_node(SCRIPT, given, tmp_path_factory.mktemp("prepared"))
    return [(values, last, each) for (values, last), each in zip(pairs, found, strict=True)]


@pytest.mark.long
def test_every_sheet_is_a_plan_that_both_languages_read_as_it_was_written(
    made: list[tuple[Values, dict[str, Any] | None, Any]],
) -> None:
    for _values, _last, each in made:
        assert each["verdict"] == {"left": [], "is_altered": False}
        for form in (each["written"], each["file"]):
            found = read_plan(form)
            assert isinstance(found, PlanRead), found
            assert (found.left, found.is_altered) == ((), False)
            assert plan_text(found.plan) == each["written"]
        assert len(each["written"].encode()) <= MAX_PLAN_BYTES


def test_without_a_last_plan_it_is_prepared_and_nothing_is_pointed_at(
    made: list[tuple[Values, dict[str, Any] | None, Any]],
) -> None:
    alone = [plan_in(each) for _values, last, each in made if last is None]
    assert len(alone) == 12
    assert {stage_of(plan) for plan in alone} == {"prepared"}
    assert [pointers_of(plan, "2026-12-02") for plan in alone] == [()] * 12


@pytest.mark.long
def test_nothing_of_the_last_plan_is_lost(
    made: list[tuple[Values, dict[str, Any] | None, Any]],
) -> None:
    went_on = 0
    for _values, last, each in made:
        if last is None or not each["has_room"]:
            continue
        went_on += 1
        before, after = Plan.model_validate_json(json.dumps(last)), plan_in(each)
        both = merged(before, after)
        assert isinstance(both, Merged)
        # What holds now may differ: what comes first, and how the person likes information.
        assert {place.split("/")[0] for place in both.disputed} <= {"needs", "communication"}
        assert [visit.id for visit in before.visits] == [visit.id for visit in after.visits][:-1]
        assert sum(need.first for need in after.needs) <= max(
            3, sum(need.first for need in before.needs)
        )
    assert went_on > 20


def test_what_is_prepared_on_a_device_whose_date_is_behind_stands_behind_the_last_visit(
    made: list[tuple[Values, dict[str, Any] | None, Any]],
) -> None:
    """Before it, it would count as said before, and be seen nowhere."""
    late = 0
    for _values, last, each in made:
        if last is None or not each["has_room"]:
            continue
        plan = plan_in(each)
        day = max(visit["on"] for visit in last["visits"])
        late += day > TODAY
        visit = plan.visits[-1]
        assert visit.on == max(day, TODAY)
        assert last_visit(plan) == visit
        said = [one for about in plan.about_me for one in said_now(plan, about.said)]
        for about in plan.about_me:
            assert all(one in said for one in about.said if one.visit == visit.id)
    assert late > 20, "the last visit of most of these plans is after today"


def test_who_answers_in_the_persons_place_is_named_and_their_goal_is_asked_about(
    made: list[tuple[Values, dict[str, Any] | None, Any]],
) -> None:
    seen = set()
    for values, _last, each in made:
        writer = dict(values)["writer"][0]
        plan = plan_in(each)
        visit = plan.visits[-1]
        roles = {person.id: person.role for person in plan.people}
        said = [one for about in plan.about_me for one in about.said if one.visit == visit.id]
        said += [one for one in plan.going_well if one.visit == visit.id]
        new = [goal for goal in plan.goals if goal.said.visit == visit.id]
        is_theirs = writer != "helper"
        assert {roles[one.by] == "me" for one in said} <= {is_theirs}
        assert {goal.mine for goal in new} <= {"said" if is_theirs else "not_asked"}
        assert (roles[visit.typed_by] == "me") == (writer in ("me", "made-up"))
        assert any(roles[one] == "me" for one in visit.there) == is_theirs
        seen.add(writer)
    assert seen == {"me", "scribe", "helper", "made-up"}


def plan_in(made: Any) -> Plan:  # noqa: ANN401
    """Return the plan that was written."""
    return Plan.model_validate_json(made["written"])
