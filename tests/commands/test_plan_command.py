"""``decisionaid plan`` as a person uses it: files, folders and pipes, and what is refused is named."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from decisionaid.commands.plan import plan
from decisionaid.model.plan.plan import Plan
from decisionaid.plan.calendar import calendar_of
from decisionaid.plan.code import preparation_code, short_code
from decisionaid.plan.fhir import plan_fhir_text
from decisionaid.plan.merging import Merged, merged
from decisionaid.plan.prsb import plan_prsb_text
from decisionaid.plan.request_text import request_text
from decisionaid.plan.requests import request_file
from decisionaid.plan.text import plan_record_text
from decisionaid.plan.written import plan_text
from tests.conftest import ROOT
from tests.plan.test_current import two_of_a_day
from tests.plan.test_snapshots import CASES, copy_with
from tests.plans import KNEE, PLANS, SOUND, plan_data, plan_named, plan_of

PAGE = ROOT / "site" / "authors" / "commands.md"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a folder with the plans of three people."""
    saved = tmp_path / "saved"
    saved.mkdir()
    for name in SOUND:
        shutil.copy(PLANS / f"{name}.json", saved)
    return saved


def run(*arguments: object, given: str | None = None) -> Result:
    return CliRunner().invoke(plan, [str(each) for each in arguments], input=given)


def test_a_plan_becomes_text_and_calendar_entries(place: Path) -> None:
    whole = plan_named("knee-agreed")
    result = run("text", place / "knee-agreed.json")
    assert (result.exit_code, result.stdout) == (0, f"{plan_record_text(whole)}\n")
    piped = run("text", "-", given=plan_text(whole))
    assert piped.stdout == result.stdout
    entries = run("ics", place / "knee-agreed.json")
    assert entries.stdout_bytes == calendar_of(whole).encode()
    with_words = run("ics", "--with-words", place / "knee-agreed.json")
    assert with_words.stdout_bytes == calendar_of(whole, with_words=True).encode()


def test_a_plan_becomes_documents_and_what_is_missing_is_named(place: Path) -> None:
    whole = plan_named("two-conditions")
    document = run("fhir", place / "two-conditions.json")
    assert (document.exit_code, document.stdout) == (0, f"{plan_fhir_text(whole)}\n")
    headings = run("prsb", place / "two-conditions.json")
    assert (headings.exit_code, headings.stdout) == (0, f"{plan_prsb_text(whole)}\n")
    assert "missing, and mandatory: Who the person is, and their GP practice" in headings.stderr


def test_a_request_is_text_and_a_file_and_nothing_is_written_over(place: Path) -> None:
    given, file = place / "knee-agreed.json", place / "request.json"
    result = run("request", given, "--action", "ask-link", "--file", file)
    whole = plan_named("knee-agreed")
    assert (result.exit_code, result.stdout) == (0, f"{request_text(whole, 'ask-link')}\n")
    cut = request_file(whole, "ask-link")
    assert isinstance(cut, Plan)
    assert file.read_text(encoding="utf-8") == f"{plan_text(cut)}\n"
    again = run("request", given, "--action", "ask-link", "--file", file)
    assert again.exit_code == 2
    assert "is there already" in again.stderr
    both = run("merge", given, file)
    assert (both.exit_code, both.stdout) == (0, f"{plan_text(whole)}\n")
    stream = run("request", given, "--action", "ask-link", "--file", "-")
    assert (stream.exit_code, stream.stdout) == (2, "")
    assert "--file needs a name of its own" in stream.stderr


@pytest.mark.parametrize(
    ("agreed", "action", "said"),
    [
        ("no", "ask-link", "the person does not agree to ask"),
        ("not_asked", "ask-link", "PL06: it is not written that the person agrees to ask"),
        ("yes", "days", "nobody is asked for anything in this action"),
        ("yes", "ghost", "there is no such action in this plan"),
    ],
)
def test_without_a_yes_there_is_no_request(
    agreed: str, action: str, said: str, place: Path
) -> None:
    data = plan_data("knee-agreed")
    data["actions"][2]["asked"]["agreed"] = agreed
    file = place / "request.json"
    text = plan_text(plan_of(data))
    result = run("request", "-", "--action", action, "--file", file, given=text)
    assert (result.exit_code, result.stdout) == (1, "")
    assert said in result.stderr
    assert not file.exists()


def test_a_folder_becomes_a_file_each_and_nothing_is_written_over(place: Path) -> None:
    out = place.parent / "out"
    assert run("ics", place, "--out", out).exit_code == 0
    assert sorted(each.name for each in out.iterdir()) == sorted(f"{name}.ics" for name in SOUND)
    again = run("ics", place, "--out", out)
    assert again.exit_code == 2
    assert "is there already" in again.stderr


def test_check_says_how_far_a_plan_has_come_and_what_is_open(place: Path) -> None:
    result = run("check", place / "two-conditions.json", "--today", "2027-01-20")
    assert result.exit_code == 0
    assert (
        "sound, agreed in part, save 1; still open: 6 (PL02 goals/weigh, PL05 goals/rest"
        in result.stdout
    )
    lines = run("check", place, "--format", "json", "--today", "2027-01-20").stdout.splitlines()
    assert [json.loads(line)["altered"] for line in lines] == [False] * len(SOUND)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("agreed-by-somebody-absent", "agreed/1: somebody agrees who was not there: coordinator"),
        ("goal-claimed", "goals/move: this is marked as said by the person, and somebody else"),
        ("money-not-pence", "budgets/0: this part is not written as a plan is"),
        ("owner-unknown", "actions/stool/did/0/who: it names something that is not in the plan"),
        ("unsure-with-number", "goals/rest: this part is not written as a plan is"),
    ],
)
def test_a_plan_that_cannot_be_is_refused_with_its_place_and_the_others_go_on(
    name: str, said: str, place: Path
) -> None:
    result = run("text", PLANS / f"refused-{name}.json", place / "budget.json")
    assert result.exit_code == 1
    assert said in result.stderr
    assert result.stdout == f"{plan_record_text(plan_named('budget'))}\n"


def test_what_is_no_plan_of_today_says_so(place: Path) -> None:
    newer = run("check", "-", given=plan_text(plan_named("budget")).replace("plan/1", "plan/2"))
    assert (newer.exit_code, "newer version" in newer.stderr) == (1, True)
    other = run("check", "-", given="A letter")
    assert "this is not a plan" in other.stderr
    assert run("check", place / "nobody.json").exit_code == 2
    empty = place / "empty"
    empty.mkdir()
    assert run("check", empty).exit_code == 2


def test_what_was_changed_is_read_and_said(place: Path) -> None:
    text = (place / "budget.json").read_text(encoding="utf-8").replace("Swim", "Swam", 1)
    result = run("check", "-", given=text)
    assert result.exit_code == 1
    assert "changed or lost" in result.stderr
    assert "with faults" in result.stdout


def test_copies_come_to_one_plan_in_any_order(place: Path) -> None:
    files = [place / f"{name}.json" for name in KNEE]
    newest = plan_text(plan_named(KNEE[-1]))
    for order in (files, files[::-1]):
        result = run("merge", *order)
        assert (result.exit_code, result.stdout) == (0, f"{newest}\n")


def test_plans_of_two_people_never_mix_and_two_wordings_are_named(place: Path) -> None:
    other = run("merge", place / "knee-agreed.json", place / "budget.json")
    assert other.exit_code == 1
    assert "another plan. It was not mixed" in other.stderr
    assert other.stdout == f"{plan_text(plan_named('knee-agreed'))}\n"
    for name, number in (("one", "111"), ("two", "222")):
        data = plan_data("knee-agreed")
        data["people"][1]["contact"] = number
        data["learnt"] = [{"words": name, "by": "me", "visit": "visit"}]
        (place / f"{name}.json").write_text(plan_text(plan_of(data)), encoding="utf-8")
    two = run("merge", place / "one.json", place / "two.json")
    assert two.exit_code == 1
    assert "people/daughter/contact" in two.stderr
    assert [each["words"] for each in json.loads(two.stdout)["learnt"]] == ["one", "two"]


@pytest.mark.parametrize("command", ["check", "text", "ics", "fhir", "prsb", "request", "merge"])
def test_each_command_has_an_example_and_is_in_the_handbook(command: str) -> None:
    assert f"Example: decisionaid plan {command}" in run(command, "--help").stdout
    assert f"## plan {command}" in PAGE.read_text(encoding="utf-8")


def test_codes_are_written_and_read_and_say_what_they_are(place: Path) -> None:
    code = short_code(plan_named("knee-agreed")).code
    result = run("code", place / "knee-agreed.json")
    assert (result.exit_code, result.stdout) == (0, f"{code}\n")
    checked = run("check", code)
    assert checked.exit_code == 0
    assert (
        "code of a paper copy, not the plan; save 2; goals: 1, actions: 3, reviews: 1"
        in checked.stdout
    )
    text = run("text", "-", given=f"From my paper:\n{code.lower()}\n")
    assert text.exit_code == 0
    assert text.stdout.startswith(
        "FROM A PAPER COPY, NOT THE WHOLE PLAN: plan 5f0c7a1b, save 2.\nGOAL: "
    )
    # Of what no such code holds it does not say that it is missing.
    assert "NONE PLANNED" not in text.stdout
    refused = run("fhir", code)
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "code of a paper copy and not the plan" in refused.stderr
    (line,) = run("check", "--format", "json", code).stdout.splitlines()
    assert json.loads(line)["code"] == "short"


def test_the_code_of_a_preparation_is_a_plan(place: Path) -> None:
    code = run("code", place / "knee-prepared.json").stdout
    assert code == f"{preparation_code(plan_named('knee-prepared'))}\n"
    checked = run("check", "-", given=code)
    assert "code of a preparation, sound, prepared" in checked.stdout
    assert run("fhir", "-", given=code).exit_code == 0


def test_what_has_no_room_in_a_code_is_named_and_a_bad_code_is_told(place: Path) -> None:
    data = plan_data("knee-agreed")
    first = data["actions"][0]
    data["actions"] += [
        first | {"id": f"more-{n}", "said": first["said"] | {"words": f"walk {n} " * 12}}
        for n in range(18)
    ]
    long = place.parent / "long.json"
    long.write_text(plan_text(plan_of(data)), encoding="utf-8")
    made = run("code", long)
    assert made.exit_code == 0
    assert "There was no room in the code for: actions, the last" in made.stderr
    told = run("check", made.stdout.strip())
    assert "There was no room in the code for: actions, the last" in told.stdout
    bad = run("check", short_code(plan_named("knee-agreed")).code[:-3] + "000")
    assert bad.exit_code == 1
    assert "something in this code is wrong or missing" in bad.stderr


@pytest.mark.parametrize("command", ["check", "text", "fhir", "prsb", "ics"])
def test_two_wordings_that_stand_are_said_in_plain_words(command: str) -> None:
    one, other = two_of_a_day("v-03-aa", "v-03-bb")
    found = merged(one, other)
    assert isinstance(found, Merged)
    said = "two wordings stand here, and the person has to choose: about_me/most_important"
    result = run(command, "-", given=plan_text(found.plan))
    assert said in result.stderr
    assert said not in run(command, "-", given=plan_text(one)).stderr
    if command == "check":
        assert "PL17 about_me/most_important" in result.stdout


def test_two_budgets_that_were_written_apart_are_said_in_plain_words() -> None:
    one, other = (copy_with(*each) for each in CASES["apart"][:2])
    found = merged(one, other)
    assert isinstance(found, Merged)
    said = "two wordings stand here, and the person has to choose: budgets"
    result = run("check", "-", given=plan_text(found.plan))
    assert said in result.stderr
    assert "PL17 budgets" in result.stdout
    assert said not in run("check", "-", given=plan_text(one)).stderr


def test_merging_two_copies_of_one_day_names_the_wordings_and_keeps_both(tmp_path: Path) -> None:
    for name, each in zip("ab", two_of_a_day("v-03-aa", "v-03-bb"), strict=True):
        (tmp_path / f"{name}.json").write_text(plan_text(each), encoding="utf-8")
    results = [
        run("merge", *(tmp_path / f"{name}.json" for name in names)) for names in ("ab", "ba")
    ]
    assert results[0].stdout == results[1].stdout
    assert all("To sleep" in each.stdout and "To walk" in each.stdout for each in results)
    assert all(
        "the person has to choose: about_me/most_important" in each.stderr for each in results
    )
