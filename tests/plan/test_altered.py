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
from decisionaid.plan.stood import stood
from decisionaid.plan.text import plan_record_text
from decisionaid.plan.written import is_altered, plan_text, sealed
from tests.browser.site_fixtures import crossed
from tests.in_node import made_in_node
from tests.plan.test_apart import one_of_each
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


def visit_of(id_: str, on: str, kind: str = "visit") -> dict[str, Any]:
    return {"id": id_, "kind": kind, "on": on, "there": ["me", "gp"], "typed_by": "gp"}


def result(data: dict[str, Any]) -> None:
    data["results"] = [*data.get("results", ()), {"what": "X-ray", "found": "Made up by nobody"}]


def words(data: dict[str, Any]) -> None:
    data["visits"].append(visit_of("v-03-aa", "2027-02-01", "link_worker"))
    said = {"words": "Made up by nobody", "by": "me", "visit": "v-03-aa"}
    data["learnt"] = [*data.get("learnt", ()), said]


@pytest.mark.parametrize("is_written_down", [True, False])
@pytest.mark.parametrize(("is_prepared_since", "change"), crossed([True, False], [result, words]))
def test_no_yes_of_a_third_copy_covers_what_an_altered_one_adds_in_any_order(
    change: Change, *, is_prepared_since: bool, is_written_down: bool, tmp_path: Path
) -> None:
    data = plan_data("knee-agreed")
    data["visits"].append(visit_of("v-03-bb", "2027-03-01"))
    yes = {"visit": "v-03-bb", "by": "me", "answer": "yes"}
    data["agreed"].append(
        yes | ({"stood": stood(plan_of(data), "v-03-bb")} if is_written_down else {})
    )
    if is_prepared_since:
        data["visits"].append(visit_of("prep-09", "2027-05-01", "preparation"))
    agreed, older = plan_of(data | {"rev": 3}), plan_of(plan_data("knee-agreed"))
    assert stage_of(agreed) == "agreed"
    (text,) = {*one_of_each([[older, altered(change), agreed]], tmp_path)}
    read = read_plan(text)
    assert isinstance(read, PlanRead)
    assert "Made up by nobody" in text
    assert stage_of(read.plan) == "changed"
    # It was not changed once more, and says for good that some of it comes out of what was.
    assert not read.is_altered
    for said in (plan_record_text(read.plan), plan_fhir_text(read.plan)):
        assert "ALTERED" in said or "changed or lost on its way" in said
    found = merged(read.plan, agreed)
    assert found == Merged(read.plan)
    # Somebody who was there says yes to all of it: from then on it is the person's.
    asked = json.loads(text)
    del asked["doubtful"]
    asked["visits"].append(visit_of("v-09-cc", "2027-06-01"))
    asked["agreed"].append(yes | {"visit": "v-09-cc"})
    anew = sealed(asked)
    assert stage_of(anew) == "agreed"
    assert merged(read.plan, anew) == Merged(anew)


def test_what_was_changed_once_more_tells_nobody_what_of_it_was_sound() -> None:
    found = merged(plan_of(plan_data("knee-agreed")), altered(words))
    assert isinstance(found, Merged)
    assert found.plan.doubtful == ("learnt/=70431f20", "visits/v-03-aa")
    read = read_plan(plan_text(found.plan).replace("Made up by nobody", "Made up by somebody"))
    assert isinstance(read, PlanRead)
    assert read.is_altered
    assert read.plan.doubtful == ()


def test_an_answer_of_an_altered_copy_marks_nothing_of_a_sound_one() -> None:
    def answers(data: dict[str, Any]) -> None:
        words(data)
        answer = {"visit": "v-03-aa", "by": "me", "answer": "no"}
        data["goals"][0] |= {"answered": [answer], "mine": "declined"}

    sound = plan_of(plan_data("knee-agreed"))
    found = merged(sound, altered(answers))
    assert isinstance(found, Merged)
    assert found.plan.goals == sound.goals
    assert "goals/school/answered" in found.disputed


def test_the_command_line_names_what_came_out_of_an_altered_copy(tmp_path: Path) -> None:
    found = merged(plan_of(plan_data("knee-agreed")), altered(words))
    assert isinstance(found, Merged)
    (tmp_path / "both.json").write_text(plan_text(found.plan))
    said = CliRunner().invoke(cli, ["plan", "check", str(tmp_path / "both.json")])
    assert said.exit_code == 1
    assert "nobody was asked since: learnt, visits/v-03-aa" in said.output
    assert "with faults, draft" in said.stdout


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
