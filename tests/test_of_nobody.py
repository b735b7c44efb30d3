"""What nobody said carries its mark in every form that leaves, and what a person said carries none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from click.testing import CliRunner
from fhir.resources.R4B.bundle import Bundle

from decisionaid.commands.plan import plan as plan_command
from decisionaid.commands.record import record as record_command
from decisionaid.language import words_in
from decisionaid.model.made_up import is_made_up
from decisionaid.model.plan.plan import Plan
from decisionaid.model.record import Record
from decisionaid.plan.calendar import calendar_of
from decisionaid.plan.code import CodeRefused, preparation_code, read_plan_code, short_code
from decisionaid.plan.fhir import plan_bundle
from decisionaid.plan.made_up import made_up_with, made_up_without_aid
from decisionaid.plan.prsb import plan_prsb_text
from decisionaid.plan.request_text import request_text
from decisionaid.plan.requests import request_file
from decisionaid.plan.short import PlanShort
from decisionaid.plan.text import paper_record_text, plan_record_text
from decisionaid.plan.written import plan_text
from decisionaid.record.fhir import fhir_bundle
from decisionaid.record.prsb import prsb_text
from decisionaid.record.text_form import record_text
from decisionaid.render import practice_json
from tests.of_nobody import MARK, plan_of_nobody, record_of_nobody
from tests.our_aids import KNEE, SLUGS, aid_of
from tests.plan.made import random_plan
from tests.plan.test_forms import read_back
from tests.plans import SOUND, plan_named
from tests.record.five import FIVE, WORDS, record_of
from tests.record.made import random_records, words_of
from tests.record.test_fhir import faults

LABEL = {
    "system": "http://terminology.hl7.org/CodeSystem/v3-ActReason",
    "code": "HTEST",
    "display": "test health data",
}
NOBODYS = [*(each.plan for each in made_up_with(aid_of(KNEE), "0" * 16)),
           *(each.plan for each in made_up_without_aid())]  # fmt: skip


def plans() -> list[Plan]:
    """Return plans that people might have written."""
    rng = Random(31)  # noqa: S311
    return [*map(plan_named, SOUND), *(random_plan(rng) for _ in range(30))]


def texts_of(plan: Plan) -> Iterator[str]:
    """Yield all that a plan becomes as text for a clinical record, or for somebody else's."""
    yield plan_record_text(plan)
    short = read_plan_code(short_code(plan).code)
    assert isinstance(short, PlanShort)
    yield paper_record_text(short)
    for action in plan.actions:
        if isinstance(text := request_text(plan, action.id), str):
            yield text
        if isinstance(file := request_file(plan, action.id), Plan):
            yield plan_record_text(file)


def documents_of(plan: Plan) -> Iterator[str]:
    """Yield all else that it becomes."""
    yield from (calendar_of(plan), calendar_of(plan, with_words=True))
    yield from (json.dumps(plan_bundle(plan)), plan_prsb_text(plan))


@pytest.mark.long
def test_a_text_of_nobodys_plan_begins_with_it_and_is_no_longer() -> None:
    for plan in [*NOBODYS, *map(plan_of_nobody, plans())]:
        for text in texts_of(plan):
            assert text.startswith(f"{MARK} ")
            assert len(text) <= 900
            assert text.isascii()


def test_a_code_of_nobodys_plan_is_still_nobodys() -> None:
    read = [read_plan_code(code) for each in NOBODYS if (code := preparation_code(each))]
    assert read
    for each in read:
        assert not isinstance(each, CodeRefused | PlanShort)
        assert is_made_up(each)


@pytest.mark.long
def test_each_entry_for_a_calendar_says_it_where_a_calendar_shows_it() -> None:
    seen = 0
    for plan in [*NOBODYS, *map(plan_of_nobody, plans())]:
        for event in [
            *read_back(calendar_of(plan)),
            *read_back(calendar_of(plan, with_words=True)),
        ]:
            seen += 1
            for place in ("SUMMARY", "DESCRIPTION"):
                assert str(event[place]).startswith(f"{MARK} ")
            (alarm,) = event.walk("VALARM")
            assert str(alarm["DESCRIPTION"]).startswith(f"{MARK} ")
    assert seen > 20


@pytest.mark.long
def test_every_resource_says_it_to_programs_and_to_people(tmp_path: Path) -> None:
    """Systems take documents apart, so it is in each of them."""
    bundles = [plan_bundle(each) for each in [*NOBODYS, *map(plan_of_nobody, plans())]]
    bundles += [fhir_bundle(*each) for each in records_of_nobody()]
    for bundle in bundles:
        Bundle.model_validate(bundle)
        assert bundle["meta"]["security"] == [LABEL]
        for entry in bundle["entry"]:
            resource = entry["resource"]
            assert resource["meta"]["security"] == [LABEL]
            assert resource["text"]["div"].count(f"<p>{MARK}</p>") == 1
            assert f'xhtml"><p>{MARK}</p>' in resource["text"]["div"]
        assert bundle["entry"][0]["resource"]["title"].startswith(f"{MARK} ")
    assert faults(bundles[:20] + bundles[-20:], tmp_path) == []


@pytest.mark.long
def test_under_prsbs_headings_it_stands_where_it_says_who_the_person_is() -> None:
    for plan in [*NOBODYS, *map(plan_of_nobody, plans())]:
        whole = json.loads(plan_prsb_text(plan))
        assert whole["document"]["Person demographics"] == MARK
        for each in whole.get("decisions", []):
            point = each["document"]["Shared decision point"]
            assert point["Pre-discussion information shared"] == MARK
    for record, words in records_of_nobody():
        point = json.loads(prsb_text(record, words))["document"]["Shared decision point"]
        assert point["Pre-discussion information shared"][0] == MARK


def records_of_nobody() -> list[tuple[Record, Any]]:
    """Return all examples of all aids, and records as if they were examples."""
    made: list[tuple[Record, Any]] = [
        (record_of_nobody(record), words)
        for record, words in [*((record_of(name), WORDS) for name in FIVE), *random_records(60)]
    ]
    return [*made, *((each, words_of(slug)) for slug in SLUGS for each in examples_of(slug))]


def examples_of(slug: str) -> list[Record]:
    """Return the records to practise with that stand beside an aid."""
    english = words_in("en-GB")
    data = json.loads(practice_json(words_of(slug), english, english))
    return [Record.model_validate_json(json.dumps(each["record"])) for each in data["examples"]]


@pytest.mark.parametrize("slug", SLUGS)
def test_all_records_to_practise_with_are_known_by_their_ids(slug: str) -> None:
    found = examples_of(slug)
    assert len(found) > 3
    assert all(is_made_up(each) for each in found)
    # The same person later has the same id, and nobody else has.
    saves = [(each.id, each.rev) for each in found]
    assert len({*saves}) == len(saves)


def test_a_text_of_nobodys_answers_begins_with_it_and_is_no_longer() -> None:
    for record, words in records_of_nobody():
        short, long = record_text(record, words), record_text(record, words, "long")
        assert short.startswith(f"{MARK}\n")
        assert long.startswith(f"{MARK}\n")
        assert len(short) <= 900


@pytest.mark.long
def test_what_a_person_said_says_nothing_of_the_kind() -> None:
    for plan in plans():
        for text in [*texts_of(plan), *documents_of(plan)]:
            assert MARK not in text
            assert "HTEST" not in text
    for record, words in random_records(40):
        forms = [record_text(record, words), record_text(record, words, "long")]
        forms += [json.dumps(fhir_bundle(record, words)), prsb_text(record, words)]
        assert not [each for each in forms if MARK in each or "HTEST" in each]


@pytest.mark.parametrize("command", ["text", "fhir", "prsb", "ics", "code", "check"])
def test_the_command_line_hands_no_plan_of_nobodys_on_without_it(command: str) -> None:
    nobodys = next(each for each in NOBODYS if each.reviews)
    result = CliRunner().invoke(plan_command, [command, "-"], input=plan_text(nobodys))
    assert result.exit_code == 0, result.output
    if command == "code":
        short = read_plan_code(result.stdout.strip())
        assert isinstance(short, PlanShort)
        assert is_made_up(short.on_paper)
        checked = CliRunner().invoke(plan_command, ["check", result.stdout.strip()])
        assert "made up for practice" in checked.stdout
    else:
        unfolded = result.stdout.replace("\n ", "").replace("\\,", ",")
        assert (MARK if command != "check" else "made up for practice") in unfolded


@pytest.mark.parametrize("command", ["text", "fhir", "prsb", "check"])
def test_the_command_line_hands_no_answers_of_nobodys_on_without_it(command: str) -> None:
    record = record_of_nobody(record_of(FIVE[0]))
    given = record.model_dump_json()
    result = CliRunner().invoke(record_command, [command, "-"], input=given)
    assert (MARK if command != "check" else "made up for practice") in result.stdout
