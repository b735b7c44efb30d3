"""A copy that was changed on the way: it wins over no sound one, and is agreed by nobody until the person was asked."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from decisionaid.cli import cli
from decisionaid.model.plan.plan import Plan
from decisionaid.plan.fhir import plan_fhir_text
from decisionaid.plan.merging import Merged, merged
from decisionaid.plan.pointers import pointers_of
from decisionaid.plan.reading import PlanRead, read_plan
from decisionaid.plan.standing import stage_of
from decisionaid.plan.text import plan_record_text
from decisionaid.plan.written import is_altered, plan_text
from tests.in_node import made_in_node
from tests.plans import plan_data, plan_of

IN_NODE = Path(__file__).parent / "altered.ts"
Change = Callable[[dict[str, Any]], None]


def other_option(data: dict[str, Any]) -> None:
    data["decisions"][0]["became"][-1]["option_name"] = "Knee replacement"


def other_goal(data: dict[str, Any]) -> None:
    data["goals"][0]["said"]["words"] = "Made up by nobody"


def another_answer(data: dict[str, Any]) -> None:
    became = data["decisions"][0]["became"]
    became.append(became[-1] | {"option_name": "Made up option"})


def other_request(data: dict[str, Any]) -> None:
    asked = next(each["asked"] for each in data["actions"] if each.get("asked"))
    asked["to"] = "the council"


CHANGES: dict[str, Change] = {
    "option": other_option,
    "goal": other_goal,
    "more": another_answer,
    "request": other_request,
}


def altered(change: Change) -> Plan:
    """Return the plan as it is read from a file in which somebody changed something."""
    data = plan_data("knee-agreed")
    change(data)
    read = read_plan(json.dumps(data))
    assert isinstance(read, PlanRead)
    assert read.is_altered
    return read.plan


@pytest.mark.parametrize("name", CHANGES)
def test_an_altered_copy_wins_in_neither_order(name: str, tmp_path: Path) -> None:
    sound, other = plan_of(plan_data("knee-agreed")), altered(CHANGES[name])
    found = merged(sound, other)
    assert isinstance(found, Merged)
    assert found == merged(other, sound)
    assert plan_text(found.plan) == plan_text(sound)
    assert found.disputed
    # Saved and read again it is no other one.
    again = read_plan(plan_text(other))
    assert isinstance(again, PlanRead)
    assert again.is_altered
    assert merged(again.plan, sound) == merged(other, sound)
    made = made_in_node(IN_NODE, [json.loads(plan_text(each)) for each in (sound, other)], tmp_path)
    assert made == [[plan_text(sound), list(found.disputed)]] * 2


def test_what_an_altered_copy_adds_comes_in_and_the_person_is_asked_anew(tmp_path: Path) -> None:
    def adds(data: dict[str, Any]) -> None:
        other_goal(data)
        by = {"by": "me", "visit": "later"}
        visit = {
            "id": "later",
            "kind": "between",
            "on": "2027-02-01",
            "there": ["me"],
            "typed_by": "me",
        }
        data["visits"].append(visit)
        data["learnt"] = [*data.get("learnt", ()), {"words": "Rest helps", **by}]

    sound, other = plan_of(plan_data("knee-agreed")), altered(adds)
    found = merged(other, sound)
    assert isinstance(found, Merged)
    assert found == merged(sound, other)
    assert found.plan.learnt[-1].words == "Rest helps"
    assert found.plan.goals[0].said == sound.goals[0].said
    assert stage_of(sound) == "agreed"
    assert stage_of(found.plan) in {"draft", "changed"}
    made = made_in_node(IN_NODE, [json.loads(plan_text(each)) for each in (sound, other)], tmp_path)
    assert made == [[plan_text(found.plan), list(found.disputed)]] * 2


def test_an_altered_copy_is_agreed_by_nobody_and_says_so_everywhere() -> None:
    plan = altered(other_option)
    assert stage_of(plan) == "changed"
    assert "PL13" in {each.code for each in pointers_of(plan, "2026-12-01")}
    text = plan_record_text(plan)
    assert "ALTERED" in text
    assert "agreed by the person" not in text
    assert "changed or lost on its way" in plan_fhir_text(plan)
    # Two that were altered are no sound one.
    both = merged(plan, altered(other_goal))
    assert isinstance(both, Merged)
    assert is_altered(both.plan)


@pytest.mark.parametrize("order", [("sound", "other"), ("other", "sound")])
def test_the_command_line_names_the_altered_copy_in_either_order(
    order: tuple[str, str], tmp_path: Path
) -> None:
    sound, other = plan_of(plan_data("knee-agreed")), altered(other_option)
    for name, plan in (("sound", sound), ("other", other)):
        (tmp_path / f"{name}.json").write_text(plan_text(plan))
    said = CliRunner().invoke(
        cli, ["plan", "merge", *(str(tmp_path / f"{name}.json") for name in order)]
    )
    assert said.exit_code == 1
    assert said.stdout.strip() == plan_text(sound)
    assert "decisions/" in said.stderr


def test_no_request_is_made_of_an_altered_plan(tmp_path: Path) -> None:
    for name, plan in (
        ("sound", plan_of(plan_data("knee-agreed"))),
        ("other", altered(other_request)),
    ):
        asked = next(each.id for each in plan.actions if each.asked)
        (tmp_path / f"{name}.json").write_text(plan_text(plan))
        given = ["plan", "request", str(tmp_path / f"{name}.json"), "--action", asked]
        said = CliRunner().invoke(cli, given)
        assert (said.exit_code == 0, "council" in said.stdout) == (name == "sound", False)
