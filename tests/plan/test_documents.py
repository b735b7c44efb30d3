"""A plan as FHIR and under PRSB's headings: sound to two validators, the same in both languages, and nothing untold."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fhir.resources.R4B.bundle import Bundle

from decisionaid.model.made_up import is_made_up
from decisionaid.model.plan.plan import Plan
from decisionaid.outside.tables import table
from decisionaid.plan.fhir import plan_bundle, plan_fhir_text
from decisionaid.plan.prsb import plan_prsb_document, plan_prsb_text
from decisionaid.plan.text import plan_record_text
from decisionaid.plan.written import plan_data as data_of
from tests.conftest import Golden
from tests.in_node import made_in_node
from tests.of_nobody import plan_of_nobody
from tests.plan.test_codes import random_plans
from tests.plans import SOUND, plan_data, plan_named, plan_of
from tests.record.test_fhir import faults, named, values_in

# Random plans are made in Node once, by one worker.
pytestmark = [pytest.mark.long, pytest.mark.xdist_group("plan-documents")]

MADE = Path(__file__).with_name("exchanged.ts")


@pytest.fixture(scope="module")
def plans() -> list[Plan]:
    """Return the examples, plans of all kinds, and plans of nobody's."""
    made = [*map(plan_named, SOUND), *random_plans(60)]
    return [*made, *map(plan_of_nobody, made[:30])]


def resources(plan: Plan, kind: str) -> list[dict[str, Any]]:
    """Return the resources of a kind in the document of a plan."""
    found = (entry["resource"] for entry in plan_bundle(plan)["entry"])
    return [each for each in found if each["resourceType"] == kind]


@pytest.mark.parametrize(
    "many", [pytest.param(40, marks=pytest.mark.long), pytest.param(2000, marks=pytest.mark.soak)]
)
def test_both_languages_write_the_same_documents(many: int, tmp_path: Path) -> None:
    plans = [*map(plan_named, SOUND), *random_plans(many)]
    plans += [*map(plan_of_nobody, plans[:60])]
    given = {"plans": [data_of(plan) for plan in plans], "answered": []}
    made = made_in_node(MADE, given, tmp_path)["plans"]
    for plan, theirs in zip(plans, made, strict=True):
        assert theirs["fhir"] == plan_fhir_text(plan)
        assert theirs["prsb"] == plan_prsb_text(plan)
        assert theirs["text"] == plan_record_text(plan)


@pytest.mark.parametrize("name", SOUND)
def test_the_documents_are_those_of_the_golden_files(name: str, golden: Golden) -> None:
    plan = plan_named(name)
    golden(f"plans/{name}.fhir.json", plan_bundle(plan))
    golden(f"plans/{name}.prsb.json", json.loads(plan_prsb_text(plan)))


@pytest.mark.long
def test_the_structure_is_that_of_r4(plans: list[Plan]) -> None:
    for plan in plans:
        Bundle.model_validate(plan_bundle(plan))


@pytest.mark.long
def test_the_codes_are_those_that_r4_requires(plans: list[Plan], tmp_path: Path) -> None:
    assert faults([plan_bundle(plan) for plan in plans], tmp_path) == []


def test_both_validators_find_what_is_planted(tmp_path: Path) -> None:
    broken = json.loads(plan_fhir_text(plan_named("knee-agreed")))
    goal = next(e["resource"] for e in broken["entry"] if e["resource"]["resourceType"] == "Goal")
    goal["lifecycleStatus"] = "behind"
    assert faults([broken], tmp_path) != []
    goal |= {"lifecycleStatus": "active", "unheard": 1}
    with pytest.raises(ValueError, match="unheard"):
        Bundle.model_validate(broken)


def test_references_resolve_and_everything_is_reached(plans: list[Plan]) -> None:
    for plan in plans:
        bundle = plan_bundle(plan)
        urls = [entry["fullUrl"] for entry in bundle["entry"]]
        assert len(set(urls)) == len(urls)
        assert bundle["entry"][0]["resource"]["resourceType"] == "Composition"
        pointed = {str(each) for each in named(bundle, "reference") if not isinstance(each, dict)}
        assert pointed <= set(urls)
        # All but the first, and those that say where the plan comes from.
        alone = {
            entry["fullUrl"]
            for entry in bundle["entry"][1:]
            if entry["resource"]["resourceType"] != "Provenance"
        }
        assert alone <= pointed


def test_nothing_is_empty_and_the_narrative_is_text(plans: list[Plan]) -> None:
    for plan in plans:
        bundle = plan_bundle(plan)
        assert not any(value in ("", [], {}, None) for value in values_in(bundle))
        assert ('"meta"' in json.dumps(bundle)) == is_made_up(plan)
        for div in named(bundle, "div"):
            tags = {each.tag.rpartition("}")[2] for each in ET.fromstring(str(div)).iter()}  # noqa: S314
            assert tags == {"div", "p"}


def test_an_activity_has_details_or_a_reference(plans: list[Plan]) -> None:
    for plan in plans:
        for care_plan in resources(plan, "CarePlan"):
            for activity in care_plan.get("activity", []):
                assert ("detail" in activity) != ("reference" in activity)


def suggested(plan: Plan) -> Plan:
    """Return a plan in which what nobody was asked about, and what was declined, says so."""
    data = data_of(plan)
    for each in (*data.get("goals", []), *data.get("actions", [])):
        if each.get("mine") in ("not_asked", "declined"):
            each["said"]["words"] = f"Zzz {each['mine']}"
    return plan_of(data)


@pytest.mark.long
@pytest.mark.parametrize(
    ("goals", "actions", "items"),
    [(0, 0, ""), (1, 0, "goals 1"), (0, 2, "actions 2"), (1, 2, "goals 1, actions 2")],
)
def test_how_much_waits_for_the_persons_yes_is_said_in_both_and_none_of_its_words(
    goals: int, actions: int, items: str, tmp_path: Path
) -> None:
    data = plan_data("knee-agreed")
    said = {"words": "Suggested and not answered", "by": "gp", "visit": "visit"}
    for name, many in (("goals", goals), ("actions", actions)):
        data[name] += [
            {"id": f"w-{name}-{n}", "said": said, "mine": "not_asked"} for n in range(many)
        ]
    plan = plan_of(data)
    line = table("plan-lines")["waiting"].replace("{items}", items)
    document, _ = plan_prsb_document(plan)
    told = document["Care and support plan"]["Agreed with person or legitimate representative"]
    (composition,) = resources(plan, "Composition")
    section = composition["section"][-1]
    assert section["title"] == "Is this the person's plan?"
    assert (line in told, line in section["text"]["div"]) == (
        (True, True) if items else (False,) * 2
    )
    assert "still to be asked: " not in str(told) or items
    for form in (plan_fhir_text(plan), plan_prsb_text(plan)):
        assert "Suggested and not answered" not in form
    Bundle.model_validate(plan_bundle(plan))
    (made,) = made_in_node(MADE, {"plans": [data_of(plan)], "answered": []}, tmp_path)["plans"]
    assert (made["fhir"], made["prsb"]) == (plan_fhir_text(plan), plan_prsb_text(plan))


def test_what_nobody_was_asked_about_is_in_neither(plans: list[Plan]) -> None:
    seen = False
    for plan in map(suggested, plans):
        assert "Zzz not_asked" not in plan_fhir_text(plan) + plan_prsb_text(plan)
        assert "Zzz declined" not in plan_prsb_text(plan)
        seen |= any(each.mine == "not_asked" for each in plan.goals)
    assert seen


def test_a_declined_goal_is_rejected_and_no_goal_of_the_care_plan() -> None:
    data = plan_data("two-conditions")
    data["goals"][2]["mine"] = "declined"
    plan = plan_of(data)
    states = {g["description"]["text"]: g["lifecycleStatus"] for g in resources(plan, "Goal")}
    assert states["Lose some weight"] == "rejected"
    (care_plan,) = resources(plan, "CarePlan")
    assert len(care_plan["goal"]) == 2


@pytest.mark.parametrize(
    ("name", "status", "intent", "whole"),
    [
        ("knee-prepared", "draft", "proposal", "preliminary"),
        ("knee-agreed", "active", "plan", "final"),
        ("knee-second-review", "active", "plan", "final"),
        ("two-conditions", "active", "plan", "final"),
    ],
)
def test_only_what_the_person_agreed_to_is_a_plan(
    name: str, status: str, intent: str, whole: str
) -> None:
    plan = plan_named(name)
    (care_plan,), (composition,) = resources(plan, "CarePlan"), resources(plan, "Composition")
    assert (care_plan["status"], care_plan["intent"]) == (status, intent)
    assert composition["status"] == whole


def rated(state: str, value: int | None) -> Plan:
    """Return a plan whose first goal has this importance."""
    data = plan_data("knee-agreed")
    answer = {"visit": "visit", "state": state} | ({} if value is None else {"value": value})
    data["goals"][0]["importance"] = [answer]
    return plan_of(data)


@pytest.mark.parametrize(
    ("state", "value", "fhir", "prsb"),
    [
        ("answered", 9, {"valueInteger": 9}, 9),
        ("answered", 0, {"valueInteger": 0}, "0 of 10 (0 is an answer; this heading begins at 1)"),
        ("unsure", None, {"valueCode": "unsure"}, "Not sure"),
        ("not_applicable", None, {"valueCode": "not_applicable"}, "Does not apply"),
        ("prefer_not_to_say", None, {"valueCode": "prefer_not_to_say"}, "Would rather not say"),
        ("unanswered", None, {"valueCode": "unanswered"}, None),
    ],
)
def test_the_five_states_stay_apart(
    state: str, value: int | None, fhir: dict[str, Any], prsb: object
) -> None:
    plan = rated(state, value)
    (goal,) = resources(plan, "Goal")
    assert goal["extension"][0] == {"url": table("plan-fhir")["importance"], **fhir}
    document, _ = plan_prsb_document(plan)
    needs = document["Care and support plan"]["Needs, concerns or problems"]
    assert needs[0]["Goals and hopes"][0].get("Goal importance score") == prsb


@pytest.mark.parametrize("agreed", ["no", "not_asked"])
def test_a_request_is_in_it_only_with_a_yes(agreed: str) -> None:
    plan = plan_named("knee-agreed")
    (request,) = resources(plan, "ServiceRequest")
    assert (request["status"], request["intent"]) == ("draft", "proposal")
    data = plan_data("knee-agreed")
    data["actions"][2]["asked"] |= {"agreed": agreed}
    data["actions"][2]["asked"]["reason"]["words"] = "Zzz why"
    without = plan_of(data)
    assert resources(without, "ServiceRequest") == []
    assert "Zzz why" not in plan_fhir_text(without)


def test_what_may_not_be_shared_is_not_in_the_request() -> None:
    data = plan_data("knee-agreed")
    data["actions"][2]["asked"]["may_share"] = []
    (request,) = resources(plan_of(data), "ServiceRequest")
    assert "reasonCode" not in request
    assert "note" not in request


def test_what_the_receiving_system_must_add_is_named(plans: list[Plan]) -> None:
    for plan in plans:
        document, missing = plan_prsb_document(plan)
        # Of what is made up it is said there that it is nobody.
        added = {"GP practice"} if is_made_up(plan) else {"Person demographics", "GP practice"}
        assert added <= {*missing}
        assert not added & {*document}
        assert "adds them" in missing[0]


def test_each_heading_is_one_of_the_standard(plans: list[Plan]) -> None:
    known = {*headings(table("plan-prsb")["headings"]), *headings(table("prsb")["headings"])}
    for plan in plans:
        whole = json.loads(plan_prsb_text(plan))
        parts = [whole["document"], *(each["document"] for each in whole.get("decisions", []))]
        assert {*names(parts)} <= known


def headings(rows: list[dict[str, Any]]) -> Iterator[str]:
    for row in rows:
        yield row["name"]
        yield from headings(row.get("of", []))


def names(data: object) -> Iterator[str]:
    if isinstance(data, dict):
        for name, part in data.items():
            yield name
            yield from names(part)
    elif isinstance(data, list):
        for each in data:
            yield from names(each)


def test_money_adds_up_to_the_penny() -> None:
    plan = plan_named("budget")
    text = plan_fhir_text(plan)
    budget = plan.budgets[-1]
    lines = [int(each.replace(".", "")) for each in re.findall(r" = GBP (\d+\.\d\d)<", text)]
    assert sum(lines) + budget.set_aside == budget.spent == 286_339
    assert "All lines together: GBP 2863.39" in text
    assert f"Left: GBP {(budget.left or 0) / 100:.2f}" in text


@pytest.mark.parametrize("amount", [318_550, None])
@pytest.mark.parametrize("state", ["refused", "ended"])
def test_money_that_is_over_is_told_as_that(state: str, amount: int | None, tmp_path: Path) -> None:
    data = plan_data("budget")
    budget = data["budgets"][-1]
    budget |= {"state": state, "amount": amount, "why_refused": "Nobody gave a reason"}
    budget["not_funded"] = ["A pool at home: too dear"]
    for name in ("signed_by", "signed_on", "review"):
        budget.pop(name, None)
    plan = plan_of(data)
    told = plan_prsb_text(plan)
    (line,) = [e for e in plan_record_text(plan).splitlines() if e.startswith("MONEY")] or [""]
    assert "not known yet" not in told
    assert "Not covered: A pool at home: too dear" in told
    # What is not covered is no reason why all of it was refused.
    assert ("Why it was refused: Nobody gave a reason" in told) is (state == "refused")
    if state == "refused":
        assert "Left: " not in told
        assert "If the person does not agree: " in told
        assert "If it is refused" not in told
        given = ", GBP 3185.50 not given" if amount else ""
        assert line == f'MONEY: refused{given}: "Nobody gave a reason"'
    else:
        assert line == ""
        assert ("Left: GBP 322.11" in told) is (amount is not None)
    made = made_in_node(MADE, {"plans": [data_of(plan)], "answered": []}, tmp_path)["plans"]
    assert (made[0]["prsb"], made[0]["text"]) == (told, plan_record_text(plan))


def test_what_is_hard_says_since_when_it_is_in_the_plan(tmp_path: Path) -> None:
    """Also where it was only ticked, so that no words have a day."""
    data = plan_data("knee-agreed")
    data["needs"] = [
        {"id": "n-1", "about": "falls", "visit": "visit"},
        {"id": "n-2", "about": "pain", "visit": "prep", "said": data["needs"][0]["said"]},
        {"id": "n-3", "about": "sleep"},
    ]
    for each in data["goals"]:
        each.pop("need", None)
    plan = plan_of(data)
    bundle = plan_bundle(plan)
    Bundle.model_validate(bundle)
    resources = [entry["resource"] for entry in bundle["entry"]]
    (care,) = (each for each in resources if each["resourceType"] == "CarePlan")
    falls, pain, sleep = (n for n in care["note"] if n["text"].startswith("What is hard"))
    assert (falls["text"], falls["time"]) == (
        "What is hard: falls (first said on 1 Dec 2026)",
        "2026-12-01",
    )
    assert pain["text"].endswith("(first said on 24 Nov 2026)")
    assert "first said" not in sleep["text"]
    assert "time" not in sleep
    prsb = plan_prsb_text(plan)
    assert "falls (first said on 1 Dec 2026)" in prsb
    given = {"plans": [data_of(plan)], "answered": []}
    (theirs,) = made_in_node(MADE, given, tmp_path)["plans"]
    assert (theirs["fhir"], theirs["prsb"]) == (plan_fhir_text(plan), prsb)


def test_a_decision_stands_beside_the_plan_and_is_valid_only_when_agreed() -> None:
    def statuses(plan: Plan) -> list[str]:
        beside = json.loads(plan_prsb_text(plan))["decisions"]
        return [e["document"]["Shared decision point"]["Shared decision status"] for e in beside]

    assert statuses(plan_named("knee-agreed")) == ["valid"]
    assert statuses(plan_named("two-conditions")) == ["in progress", "valid"]
    data = plan_data("knee-agreed")
    data["agreed"] = []
    assert statuses(plan_of(data)) == ["in progress"]
