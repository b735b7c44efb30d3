"""What is hard is told in the later words, and who helps as their work is told as a professional."""

from pathlib import Path
from typing import Any

import pytest
from fhir.resources.R4B.bundle import Bundle

from decisionaid.model.plan.plan import Plan
from decisionaid.plan.current import needs_later, needs_now
from decisionaid.plan.fhir import plan_bundle, plan_fhir_text
from decisionaid.plan.lines import Lines
from decisionaid.plan.prsb import plan_prsb_document, plan_prsb_text
from decisionaid.plan.request_text import request_text
from decisionaid.plan.requests import request_file
from decisionaid.plan.taken import professionals
from decisionaid.plan.written import plan_data as plan_data_of
from decisionaid.plan.written import plan_text
from tests.in_node import made_in_node
from tests.plan.test_current import visited
from tests.plans import plan_data, plan_of

OLD, NEW = "Only on the stairs", "At night too"


def hard_twice(**later: Any) -> dict[str, Any]:
    """Return a plan in which something is said to be hard, and at a later visit anew."""
    data = plan_data("knee-agreed")
    visited(data, "v-03-aa", "2027-02-01")
    said = {"id": "n-old", "about": "sleep", "first": True}
    data["needs"] = [
        said | {"said": {"words": OLD, "by": "me", "visit": "visit"}},
        {"id": "n-new", "about": "sleep"}
        | {"said": {"words": NEW, "by": "me", "visit": "v-03-aa"}}
        | later,
    ]
    data["goals"][0]["need"] = "n-old"
    for action in data["actions"]:
        if "asked" in action:
            action["asked"]["may_share"] = ["needs"]
    return data


def told(data: dict[str, Any]) -> list[str]:
    """Return all forms of a plan that leave it."""
    plan = plan_of(data)
    file = request_file(plan, "ask-link")
    assert isinstance(file, Plan)
    request = request_text(plan, "ask-link")
    return [plan_fhir_text(plan), plan_prsb_text(plan), str(request), plan_text(file)]


def in_node(data: dict[str, Any], where: Path) -> dict[str, Any]:
    """Return the same, as the other language writes it."""
    asked = {"plans": [plan_data_of(plan_of(data))], "answered": []}
    (made,) = made_in_node(Path(__file__).with_name("exchanged.ts"), asked, where)["plans"]
    requests = [[text["text"], file] for text, file in made["requests"] if "text" in text]
    return {"fhir": made["fhir"], "prsb": made["prsb"], "requests": requests}


def test_what_is_hard_is_told_in_the_later_words_and_the_plan_keeps_both(tmp_path: Path) -> None:
    data = hard_twice()
    forms = told(data)
    assert all(NEW in form and OLD not in form for form in forms)
    text = plan_text(plan_of(data))
    assert NEW in text
    assert OLD in text
    made = in_node(data, tmp_path)
    assert (made["fhir"], made["prsb"]) == (forms[0], forms[1])
    assert made["requests"] == [[forms[2], forms[3]]]


def test_what_was_to_be_talked_about_first_and_a_goal_of_the_old_words_stay_with_the_new_ones() -> (
    None
):
    plan = plan_of(hard_twice())
    (need,) = needs_now(plan)
    assert (need.id, need.first) == ("n-new", True)
    document, _ = plan_prsb_document(plan)
    needs = document["Care and support plan"]["Needs, concerns or problems"]
    (told_need,) = [each for each in needs if NEW in str(each)]
    assert plan.goals[0].said.words in str(told_need)


@pytest.mark.parametrize(
    "later",
    [
        {"about": "pain"},
        {"about": "sleep", "condition": "knee"},
        {"about": "sleep", "said": None},
        {"about": "sleep", "said": {"words": NEW, "by": "me", "visit": "visit"}},
    ],
    ids=["another subject", "another condition", "a tick", "the same visit"],
)
def test_another_subject_a_tick_and_words_of_one_visit_stand_beside_it(
    later: dict[str, Any],
) -> None:
    data = hard_twice(**later)
    data["conditions"] = [{"id": "knee", "name": "My knee"}]
    plan = plan_of(data)
    assert needs_later(plan) == {}
    assert [each.id for each in needs_now(plan)] == ["n-old", "n-new"]


def test_something_else_is_no_subject() -> None:
    data = hard_twice()
    for need in data["needs"]:
        need["about"] = "other"
    notes = [note.text for note in Lines(plan_of(data)).notes()]
    assert sum(OLD in note or NEW in note for note in notes) == 2


NAMED = ["clinician", "link_worker", "care_coordinator", "professional"]


def kinds(data: dict[str, Any]) -> dict[str, str]:
    """Return what each person is in FHIR, by their name."""
    bundle = plan_bundle(plan_of(data))
    Bundle.model_validate(bundle)
    resources = [entry["resource"] for entry in bundle["entry"]]
    people = [
        each for each in resources if each["resourceType"] in {"Practitioner", "RelatedPerson"}
    ]
    return {each["name"][0]["text"]: each["resourceType"] for each in people if "name" in each}


def named_for(role: str, kind: str, example: str | None) -> dict[str, Any]:
    """Return a plan in which somebody who was never there does an action, and leads the review."""
    data = plan_data("knee-agreed")
    data["people"].append({"id": "named", "role": role, "job": "physiotherapist", "name": "Ada"})
    said = {"words": "Show me the way", "by": "me", "visit": "visit"}
    action: dict[str, Any] = {
        "id": "shown",
        "kind": kind,
        "said": said | ({"example": example} if example else {}),
    }
    action["did"] = [{"visit": "visit", "status": "planned", "who": "named"}]
    data["actions"].append(action)
    data["reviews"][-1]["lead"] = "named"
    return data


@pytest.mark.parametrize("role", NAMED)
def test_a_professional_who_is_merely_named_is_a_practitioner(role: str, tmp_path: Path) -> None:
    data = named_for(role, "self", None)
    assert kinds(data)["Ada"] == "Practitioner"
    made = in_node(data, tmp_path)
    assert (made["fhir"], made["prsb"]) == (
        plan_fhir_text(plan_of(data)),
        plan_prsb_text(plan_of(data)),
    )


@pytest.mark.parametrize("role", ["carer", "speaks_for_me"])
def test_family_is_a_related_person_whatever_they_do(role: str) -> None:
    assert kinds(named_for(role, "team", "aid:plan/show"))["Ada"] == "RelatedPerson"


@pytest.mark.parametrize(
    ("kind", "example", "resource"),
    [
        ("team", "aid:plan/show", "Practitioner"),
        ("team", None, "RelatedPerson"),
        ("self", "aid:plan/show", "RelatedPerson"),
        ("service", None, "RelatedPerson"),
    ],
)
def test_who_does_what_an_aid_gives_to_the_team_is_a_professional(
    kind: str, example: str | None, resource: str, tmp_path: Path
) -> None:
    data = named_for("other", kind, example)
    assert kinds(data)["Ada"] == resource
    plan = plan_of(data)
    assert ("named" in professionals(plan)) == (resource == "Practitioner")
    listed = plan_prsb_document(plan)[0]
    assert ("Ada" in str(listed.get("Professional contacts"))) == (resource == "Practitioner")
    made = in_node(data, tmp_path)
    assert (made["fhir"], made["prsb"]) == (plan_fhir_text(plan), plan_prsb_text(plan))
