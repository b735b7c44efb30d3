"""What was said anew is current everywhere, what was before it nowhere; a yes is for the plan that was there."""

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest

from decisionaid.model.plan.plan import Plan, PlanForm
from decisionaid.plan.current import notes_now, said_now, wordings_of
from decisionaid.plan.fhir import plan_bundle, plan_fhir_text
from decisionaid.plan.lines import Lines
from decisionaid.plan.merging import Merged, merged
from decisionaid.plan.pointers import is_complete, pointers_of
from decisionaid.plan.prsb import plan_prsb_document, plan_prsb_text
from decisionaid.plan.request_text import request_text
from decisionaid.plan.requests import request_file
from decisionaid.plan.standing import stage_of
from decisionaid.plan.stood import NOT_AGREED_TO, is_as_it_stood, stood
from decisionaid.plan.text import plan_record_text
from decisionaid.plan.written import plan_data as plan_data_of
from decisionaid.plan.written import plan_text
from tests.browser.site_fixtures import crossed
from tests.in_node import made_in_node
from tests.plan.apart import LISTS, write
from tests.plan.test_cases import verdict_on
from tests.plans import KNEE, plan_data, plan_of

HEADINGS = (
    "most_important", "people", "communicate", "wellness", "please_do_and_dont", "support",
    "also_worth_knowing",
)  # fmt: skip


def visited(data: dict[str, Any], id_: str, on: str, kind: str = "visit") -> None:
    """Let somebody be met, with the person there."""
    there = ["me"] if kind in {"preparation", "between"} else ["me", "gp"]
    data["visits"].append({"id": id_, "kind": kind, "on": on, "there": there, "typed_by": "me"})


def said_anew(heading: str) -> Plan:
    """Return a plan in which something was said under a heading, and anew at a later visit."""
    data = plan_data("knee-agreed")
    data["about_me"] = [each for each in data["about_me"] if each["heading"] != heading]
    said = [{"words": "Sewing on Mondays", "by": "me", "visit": "visit"},
            {"words": "Singing on Fridays", "by": "me", "visit": "v-03-aa"}]  # fmt: skip
    visited(data, "v-03-aa", "2027-02-01")
    data["about_me"].append({"heading": heading, "said": said})
    for action in data["actions"]:
        if "asked" in action:
            action["asked"]["may_share"] = ["about_me"]
    return plan_of(data)


@pytest.mark.parametrize("heading", HEADINGS)
def test_what_was_said_anew_is_current_and_what_was_before_is_in_no_form(heading: str) -> None:
    plan = said_anew(heading)
    forms = [plan_fhir_text(plan), plan_prsb_text(plan)]
    request, file = request_text(plan, "ask-link"), request_file(plan, "ask-link")
    assert isinstance(file, Plan)
    forms += [str(request), plan_text(file)]
    forms += [plan_record_text(plan)] if heading == "most_important" else []
    assert all("Singing on Fridays" in form for form in forms)
    assert not any("Sewing on Mondays" in form for form in forms)


@pytest.mark.parametrize("name", ["going_well", "questions"])
def test_what_is_going_well_and_asked_is_that_of_the_last_sheet(name: str) -> None:
    data = plan_data("knee-agreed")
    data[name] = [{"words": each, "by": "me", "visit": "visit"} for each in ("One", "Two")]
    visited(data, "v-03-aa", "2027-02-01")
    data[name].append({"words": "Three", "by": "me", "visit": "v-03-aa"})
    plan = plan_of(data)
    assert [each.words for each in notes_now(plan, getattr(plan, name))] == ["Three"]
    notes = [note.text for note in Lines(plan).notes()]
    assert "Three" in notes
    assert not {"One", "Two"} & {*notes}
    data[name].pop()
    plan = plan_of(data)
    assert [each.words for each in notes_now(plan, getattr(plan, name))] == ["One", "Two"]


@pytest.mark.parametrize("name", ["strengths", "by_myself", "learnt"])
def test_what_stands_for_itself_stays_beside_what_is_said_later(name: str) -> None:
    data = plan_data("knee-agreed")
    visited(data, "v-03-aa", "2027-02-01")
    data[name] = [{"words": each, "by": "me", "visit": visit}
                  for each, visit in (("One", "visit"), ("Two", "v-03-aa"))]  # fmt: skip
    assert {"One", "Two"} <= {note.text for note in Lines(plan_of(data)).notes()}


def test_what_came_of_a_goal_is_told_with_its_day() -> None:
    found = json.dumps(plan_prsb_document(plan_of(plan_data("knee-second-review")))[0])
    assert "(2 Mar 2027)" in found


def test_the_last_answer_is_told_and_earlier_ones_with_their_day() -> None:
    data = plan_data("knee-agreed")
    visited(data, "v-03-aa", "2027-02-01")
    data["agreed"] += [
        {"visit": "v-03-aa", "by": "me", "answer": "yes"},
        {"visit": "v-03-aa", "by": "me", "answer": "no", "words": "Too much"},
    ]
    document = plan_prsb_document(plan_of(data))[0]
    earlier = ["Earlier, on 1 Dec 2026: the person: yes", "Earlier, on 1 Dec 2026: GP: yes",
               "Earlier, on 1 Feb 2027: the person: yes"]  # fmt: skip
    heading = "Agreed with person or legitimate representative"
    said = document["Care and support plan"][heading]
    assert said == ["the person: no: Too much", *earlier]
    data["agreed"].append({"visit": "v-03-aa", "by": "me", "answer": "not_asked"})
    said = plan_prsb_document(plan_of(data))[0]["Care and support plan"][heading]
    asked = "The person has still to be asked if this is their plan as it is now"
    assert said[:2] == ["the person: not asked", asked]
    assert "Earlier, on 1 Feb 2027: the person: no: Too much" in said


def with_a_sign() -> Plan:
    """Return a plan with a warning sign that was ticked at home, and what a GP said of it."""
    data = plan_data("knee-agreed")
    home = data["visits"][0]["id"]
    sign = {"example": "knee-osteoarthritis:red-flags/infection"}
    said = [{"words": "You think that your knee may be infected.", "by": "me", "visit": home} | sign,
            {"words": "Seen: cool", "by": "gp", "visit": "visit"} | sign]  # fmt: skip
    data["about_me"].append({"heading": "also_worth_knowing", "said": said})
    data["people"].append({"id": "visitor", "role": "other", "job": "physiotherapist"})
    visited(data, "v-03-aa", "2027-02-01", "review")
    became = [{"visit": "visit", "state": "not_yet", "by": ["me"]}]
    data["decisions"].append({"id": "own", "question": "Who drives me", "became": became})
    return plan_of(data)


def test_a_decision_in_own_words_is_told_with_what_it_is_about() -> None:
    plan = with_a_sign()
    for each in (plan_prsb_text(plan), plan_fhir_text(plan), plan_record_text(plan)):
        assert "Who drives me" in each


def test_a_sign_is_told_as_one_with_its_day_and_what_was_said_of_it() -> None:
    plan = with_a_sign()
    ticked = (
        "Warning sign that was ticked on 24 Nov 2026: You think that your knee may be infected."
    )
    talked = (
        'On 1 Dec 2026, of the warning sign "You think that your knee may be infected.": Seen: cool'
    )
    about = plan_prsb_document(plan)[0]["About me"]["Also worth knowing about me"]
    assert about[-2:] == [ticked, f"{talked} (said by GP)"]
    assert {ticked, talked} <= {note.text for note in Lines(plan).notes()}


def test_how_sure_somebody_was_is_told_with_its_day_once_somebody_was_met_since() -> None:
    assert "6 of 10, on" not in plan_prsb_text(plan_of(plan_data("knee-agreed")))
    plan = with_a_sign()
    for text in (plan_prsb_text(plan), plan_fhir_text(plan)):
        assert "6 of 10, on 1 Dec 2026" in text
    data = plan_data_of(plan)
    data["goals"][0]["confidence"].append({"visit": "v-03-aa", "state": "answered", "value": 0})
    assert "0 of 10 (0 is an answer" in plan_prsb_text(plan_of(data))
    visited(data, "v-04-aa", "2027-03-01")
    assert "begins at 1), on 1 Feb 2027" in plan_prsb_text(plan_of(data))


def test_who_was_only_named_is_not_told_as_a_personal_contact_without_a_word() -> None:
    plan = with_a_sign()
    told = "physiotherapist (not said if a professional)"
    assert {"Relationship": told} in plan_prsb_document(plan)[0]["Personal contacts"]
    assert told in plan_fhir_text(plan)
    assert {"Relationship": "my daughter"} in plan_prsb_document(plan)[0]["Personal contacts"]


def test_the_other_language_tells_signs_and_days_alike(tmp_path: Path) -> None:
    plan = with_a_sign()
    asked = {"plans": [plan_data_of(plan)], "answered": []}
    made = made_in_node(Path(__file__).with_name("exchanged.ts"), asked, tmp_path)["plans"][0]
    assert (made["fhir"], made["prsb"]) == (plan_fhir_text(plan), plan_prsb_text(plan))


def two_of_a_day(first: str, second: str) -> tuple[Plan, Plan]:
    """Return two copies in each of which a visit of one day says what matters most anew."""
    copies = []
    for visit, words in ((first, "To sleep"), (second, "To walk")):
        data = plan_data("knee-agreed")
        visited(data, visit, "2027-02-01")
        about = next(each for each in data["about_me"] if each["heading"] == "most_important")
        about["said"].append({"words": words, "by": "me", "visit": visit})
        copies.append(plan_of(data))
    return copies[0], copies[1]


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize("ids", [("v-03-aa", "v-03-bb"), ("one", "two")])
def test_of_two_visits_of_one_day_both_words_hold_until_somebody_chooses(
    ids: tuple[str, str], *, swapped: bool, tmp_path: Path
) -> None:
    one, other = two_of_a_day(*ids)
    found = merged(other, one) if swapped else merged(one, other)
    assert isinstance(found, Merged)
    plan = found.plan
    assert wordings_of(plan) == ("most_important",)
    texts = [plan_record_text(plan), plan_fhir_text(plan), plan_prsb_text(plan)]
    assert all("To sleep" in text and "To walk" in text for text in texts)
    assert "PL17 about_me/most_important" in {
        f"{each.code} {each.path}" for each in pointers_of(plan, "2027-02-02")
    }
    made = made_in_node(Path(__file__).with_name("verdicts.ts"), [plan_text(plan)], tmp_path)
    assert made == [verdict_on(plan_text(plan))]
    data = plan_data_of(plan)
    visited(data, "v-05-cc", "2027-02-01" if ids[0].startswith("v-") else "2027-02-02")
    about = next(each for each in data["about_me"] if each["heading"] == "most_important")
    about["said"].append({"words": "To walk", "by": "me", "visit": "v-05-cc"})
    chosen = plan_of(data)
    said = next(each for each in chosen.about_me if each.heading == "most_important").said
    assert [each.visit for each in said_now(chosen, said)] == ["v-05-cc"]
    assert wordings_of(chosen) == ()


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize(("answer", "kind"), crossed(["yes", "partly", "no"], ["visit", "review"]))
def test_with_two_wordings_open_no_yes_makes_a_plan_agreed(
    kind: str, answer: str, *, swapped: bool, tmp_path: Path
) -> None:
    one, other = two_of_a_day("v-03-aa", "v-03-bb")
    found = merged(other, one) if swapped else merged(one, other)
    assert isinstance(found, Merged)
    data = plan_data_of(found.plan)
    visited(data, "v-05-cc", "2027-03-01", kind)
    said: dict[str, Any] = {"visit": "v-05-cc", "by": "me", "answer": answer}
    said |= {} if answer == "no" else {"stood": stood(plan_of(data), "v-05-cc")}
    data["agreed"].append(said)
    plan = plan_of(data)
    assert wordings_of(plan) == ("most_important",)
    assert stage_of(plan) == ("declined" if answer == "no" else "draft")
    codes = {each.code for each in pointers_of(plan, "2027-03-02")}
    assert {"PL17"} <= codes
    assert ("PL13" in codes) == (answer != "no")
    assert not is_complete(plan, "2027-03-02") or answer == "no"
    bundle = plan_bundle(plan)
    (care,) = (
        e["resource"] for e in bundle["entry"] if e["resource"]["resourceType"] == "CarePlan"
    )
    assert (care["status"], care["intent"]) == ("draft", "proposal")
    two = 'Two wordings stand under "What is most important to me"'
    assert any(two in line for line in Lines(plan).stage())
    assert "TWO WORDINGS, NOT SAID WHICH HOLDS: What is most important" in plan_record_text(plan)
    document, _ = plan_prsb_document(plan)
    asked = "The person has still to be asked if this is their plan as it is now"
    agreed = document["Care and support plan"]["Agreed with person or legitimate representative"]
    assert (asked in agreed) == (answer != "no")
    made = made_in_node(Path(__file__).with_name("verdicts.ts"), [plan_text(plan)], tmp_path)
    assert made == [verdict_on(plan_text(plan))]
    forms = {"plans": [plan_data_of(plan)], "answered": []}
    (form,) = made_in_node(Path(__file__).with_name("exchanged.ts"), forms, tmp_path)["plans"]
    assert (form["fhir"], form["prsb"]) == (plan_fhir_text(plan), plan_prsb_text(plan))
    # Once it is said anew, and asked again, it is the person's.
    about = next(each for each in data["about_me"] if each["heading"] == "most_important")
    about["said"].append({"words": "To walk", "by": "me", "visit": "v-05-cc"})
    if answer != "no":
        assert stage_of(plan_of(data)) == "changed"
        said["stood"] = stood(plan_of(data), "v-05-cc")
        held = "reviewed" if kind == "review" else "agreed"
        assert stage_of(plan_of(data)) == (
            "agreed_in_part" if (answer, kind) == ("partly", "visit") else held
        )


def agreed_plan() -> dict[str, Any]:
    """Return a plan to which the person said yes, with what it said then."""
    data = plan_data("knee-agreed")
    for answer in data["agreed"]:
        answer["stood"] = stood(plan_of(data), answer["visit"])
    return plan_data_of(plan_of(data))


CHANGES = {
    **dict.fromkeys(LISTS),
    "write_down": "Steps",
    "people": {"id": "new", "role": "carer"},
}


def test_every_part_of_the_format_is_agreed_to_or_named_as_not() -> None:
    fields = {*PlanForm.model_fields}
    assert fields - {*CHANGES} <= NOT_AGREED_TO, "a new part is agreed to: say here how it changes"
    assert fields >= NOT_AGREED_TO


@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("seed", range(2))
def test_what_is_changed_behind_a_yes_is_not_agreed_to(name: str, seed: int) -> None:
    data = agreed_plan()
    before = agreed_plan()
    rng = Random(seed)  # noqa: S311
    while data.get(name) == before.get(name):
        if name == "write_down":
            data[name] = CHANGES[name]
        elif name == "people":
            data[name].append(CHANGES[name])
        else:
            write(data, name, "visit", rng)
    plan = plan_of(data)
    assert stage_of(plan) == ("agreed" if name in NOT_AGREED_TO else "changed")
    assert is_as_it_stood(plan, plan.agreed[0]) == (name in NOT_AGREED_TO)


@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("kind", ["visit", "between", "link_worker", "review", "preparation"])
def test_what_a_later_visit_adds_makes_it_a_draft_and_a_preparation_stands_beside_it(
    name: str, kind: str
) -> None:
    data = agreed_plan()
    visited(data, "v-03-aa", "2027-02-01", kind)
    if name == "write_down":
        data[name] = "Steps"
    elif name == "people":
        data[name].append(CHANGES[name])
    else:
        write(data, name, "v-03-aa", Random(1))  # noqa: S311
    stage = stage_of(plan_of(data))
    if kind != "preparation":
        assert stage == "draft"
    elif name not in {"conditions", "goals", "actions", "decisions", "write_down"}:
        # What no sheet writes has no place in a preparation; all else stands beside what was agreed.
        assert stage == "agreed"


def test_order_is_no_change_and_neither_is_a_copy_that_was_given() -> None:
    data = agreed_plan()
    data["actions"] = data["actions"][::-1]
    data["copies"] = [{"to": "me", "form": "paper", "visit": "visit"}]
    assert stage_of(plan_of(data)) == "agreed"


def test_the_other_language_has_the_same_check_number(tmp_path: Path) -> None:
    plans = [plan_of(plan_data(name)) for name in KNEE]
    asked = [[plan_data_of(plan), visit.id] for plan in plans for visit in plan.visits]
    made = made_in_node(Path(__file__).with_name("stood.ts"), asked, tmp_path)
    assert made == [stood(plan, visit.id) for plan in plans for visit in plan.visits]


def test_words_that_were_altered_and_then_agreed_to_anew_are_named() -> None:
    """The check number fits again, and the copy is the later one: it wins nowhere unnamed."""
    sound = plan_data("knee-agreed")
    later = plan_data("knee-agreed") | {"rev": 9, "updated": "2027-05-01T10:00:00Z"}
    later["goals"][0]["said"]["words"] = "Another goal altogether"
    later["people"][1]["contact"] = "01632 960 999"
    sound["people"][1]["contact"] = "01632 960 111"
    later["about_me"][0]["said"][-1]["words"] = "Nobody said this"
    visited(later, "v-03-aa", "2027-02-01")
    later["agreed"].append({"visit": "v-03-aa", "by": "me", "answer": "yes"})
    pair = (plan_of(sound), plan_of(later))
    found = [merged(*pair), merged(*pair[::-1])]
    assert found[0] == found[1]
    assert isinstance(found[0], Merged)
    heading = later["about_me"][0]["heading"]
    assert found[0].disputed == (
        f"about_me/{heading}/said", "goals/school/said", "people/daughter/contact"
    )  # fmt: skip


def test_nobody_of_whom_it_is_not_said_what_they_are_passes_the_person_over() -> None:
    """A review with somebody whose role nobody said, and without the person, is no agreement of theirs."""
    data = agreed_plan()
    data["people"].append({"id": "visitor", "role": "other", "job": "somebody"})
    visited(data, "v-03-aa", "2027-02-01", "review")
    data["visits"][-1] |= {"there": ["visitor"], "typed_by": "visitor"}
    assert stage_of(plan_of(data)) == "draft"
    data["agreed"].append({"visit": "v-03-aa", "by": "visitor", "answer": "yes"})
    plan = plan_of(data)
    assert stage_of(plan) == "draft"
    assert "PL13" in {each.code for each in pointers_of(plan, "2027-02-02")}
    assert "The person has still to be asked" in "\n".join(Lines(plan).agreed())
