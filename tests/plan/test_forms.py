"""What a plan becomes in other forms: text, calendar entries, sums. The same in both languages, and read back."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import icalendar
import pytest
from pydantic import ValidationError

from decisionaid.model.made_up import is_made_up
from decisionaid.model.plan.plan import Plan
from decisionaid.outside.tables import table
from decisionaid.plan.calendar import calendar_of
from decisionaid.plan.fhir import plan_bundle
from decisionaid.plan.made_up import made_up_without_aid
from decisionaid.plan.money import amount_in, in_pounds, pence_of
from decisionaid.plan.pointers import pointers_of
from decisionaid.plan.prsb import plan_prsb_text
from decisionaid.plan.standing import stage_of
from decisionaid.plan.taken import open_actions, open_goals, who_does
from decisionaid.plan.text import plan_record_text
from decisionaid.plan.visits import own_voices
from decisionaid.plan.written import plan_data as data_of
from decisionaid.plan.written import plan_text
from tests.conftest import Golden
from tests.english import script_texts
from tests.in_node import made_in_node
from tests.of_nobody import MARK, plan_of_nobody
from tests.plan.made import random_plan
from tests.plans import SOUND, plan_data, plan_named, plan_of

TYPED = {
    "18.75": 1875,
    "18,75": 1875,
    "£18.75": 1875,
    " £ 18.75 ": 1875,
    "18": 1800,
    "0": 0,
    "0.05": 5,
    "1000000": 100_000_000,
    "1000000.00": 100_000_000,
    "1,000,000": 100_000_000,
    "1000000.01": "none",
    "1,000,000.01": "none",
    # As people and bank letters write them.
    "3,185.50": 318_550,
    "£3,185.50": 318_550,
    "£ 3,185.50": 318_550,
    "3.185,50": 318_550,
    "3185,50": 318_550,
    "3 185.50": 318_550,
    "3\u202f185,50": 318_550,
    "3\xa0185": 318_500,
    "3'185.50": 318_550,
    "3’185": 318_500,
    "3185.50 GBP": 318_550,
    "GBP 3,185.50": 318_550,
    "gbp 18": 1800,
    "18 £": 1800,
    "999,999": "two_ways",
    "1,234,567": "none",
    "123,456.00": 12_345_600,
    "12,345,6": "none",
    # Three thousand, or three and a bit: nobody knows.
    "1,000": "two_ways",
    "3,185": "two_ways",
    "£3,185": "two_ways",
    "3.185": "two_ways",
    "18.755": "two_ways",
    "0,500": "two_ways",
    # None.
    "1875.555": "none",
    "18.7": "none",
    "-5": "none",
    "£": "none",
    "": "none",
    "18 75": "none",
    "3,18,550": "none",
    "3,185,50": "none",
    "3.185.50": "none",
    "3,185.500": "none",
    "31,85.50": "none",
    "3, 185.50": "none",
    "3,185 50": "none",
    "١٨": "none",
    "18.75.00": "none",
    "1e3": "none",
    "£18 GBP": "none",
    "18.": "none",
    ".50": "none",
    # Of another currency.
    "€18": "other_money",
    "18 EUR": "other_money",
    "$3,185.50": "other_money",
    "18 abc": "other_money",
}

IN_OTHER_MONEY = {
    ("EUR", "3.185,50 €"): 318_550,
    ("EUR", "EUR 18"): 1800,
    ("EUR", "18"): 1800,
    ("EUR", "£18"): "other_money",
    ("USD", "$18"): 1800,
    ("CAD", "$18.75"): 1875,
    ("CAD", "18 USD"): "other_money",
    ("PLN", "18,75 PLN"): 1875,
    ("PLN", "€18"): "other_money",
}
"""What is typed where a budget is in another currency."""

NEVER_SAID = (
    "should", "must", "on track", "behind", "overdue", "failed", "poor", "complian", "score", "target",
    "well done", "your gp will", "was sent", "is booked", "likely", "best", "recommend", "not achieved", "missed",
)  # fmt: skip
"""The list of the design: nothing that chooses, judges, promises or tells how likely a goal is."""


def made_plans(many: int) -> list[Plan]:
    rng = Random(22)  # noqa: S311
    sound = [plan_named(name) for name in SOUND]
    nobodys = [each.plan for each in made_up_without_aid()] + [*map(plan_of_nobody, sound)]
    return [
        *sound,
        *(each for plan in sound for each in with_signs(plan)),
        *nobodys,
        *(random_plan(rng) for _ in range(many)),
    ]


def with_signs(plan: Plan) -> Iterator[Plan]:
    """Give a plan with long signs that were ticked at home, and the same where one was talked about."""
    data = data_of(plan)
    visits = data.get("visits", [])
    home = next((each["id"] for each in visits if each["kind"] == "preparation"), None)
    if home is None:
        return
    about = [each for each in data.get("about_me", []) if each["heading"] != "also_worth_knowing"]
    mine = next(each["id"] for each in data["people"] if each["role"] == "me")
    signs = [
        {
            "words": f"Sign {n}: your knee is hot, red and swollen, and you feel unwell. " * 3,
            "by": mine,
            "visit": home,
            "example": f"knee:red-flags/sign-{n}",
        }
        for n in range(8)
    ]
    yield plan_of(data | {"about_me": [*about, {"heading": "also_worth_knowing", "said": signs}]})
    met = [each["id"] for each in visits if each["kind"] == "visit" and mine in each["there"]]
    talked = [signs[0] | {"words": "Looked at", "visit": each} for each in met[:1]]
    yield plan_of(
        data | {"about_me": [*about, {"heading": "also_worth_knowing", "said": [*signs, *talked]}]}
    )


def test_a_sign_of_which_nobody_spoke_is_in_the_text_however_much_gives_way() -> None:
    for name in SOUND:
        for plan in with_signs(plan_named(name)):
            text = plan_record_text(plan)
            assert len(text) <= 900
            assert text.splitlines()[1].startswith("WARNING SIGN TICKED, NOTHING SAID OF IT YET: ")


@pytest.mark.parametrize(
    "many", [pytest.param(20, marks=pytest.mark.long), pytest.param(500, marks=pytest.mark.soak)]
)
def test_both_languages_write_the_same(many: int, tmp_path: Path) -> None:
    plans = made_plans(many)
    given = {
        "plans": [data_of(plan) for plan in plans],
        "typed": [
            *([each, "GBP"] for each in TYPED),
            *([typed, money] for money, typed in IN_OTHER_MONEY),
        ],
    }
    made = made_in_node(Path(__file__).with_name("forms.ts"), given, tmp_path)
    for plan, forms in zip(plans, made["plans"], strict=True):
        assert forms["written"] == plan_text(plan)
        assert forms["text"] == plan_record_text(plan)
        assert forms["calendar"] == calendar_of(plan)
        assert forms["with_words"] == calendar_of(plan, with_words=True)
        assert forms["read_back"] == events_in(calendar_of(plan, with_words=True))
        assert forms["stage"] == stage_of(plan)
        still = [each.id for each in open_goals(plan)] + [each.id for each in open_actions(plan)]
        assert forms["open"] == still
        pointers = pointers_of(plan, "2030-01-01")
        assert forms["pointers"] == [[each.code, each.path, each.words] for each in pointers]
        assert forms["sums"] == [[budget.spent, budget.left] for budget in plan.budgets]
    amounts = [*TYPED.values(), *IN_OTHER_MONEY.values()]
    assert made["amounts"] == amounts
    assert made["pounds"] == [in_pounds(e) if isinstance(e, int) else None for e in amounts]


def events_in(text: str) -> list[dict[str, Any]]:
    """Return the events that a program for calendars reads in a text."""
    return [
        {
            "uid": str(event["UID"]),
            "summary": str(event["SUMMARY"]),
            "start": event["DTSTART"].dt.isoformat(),
            "end": event["DTEND"].dt.isoformat(),
            "is_day": event["DTSTART"].params.get("VALUE") == "DATE",
        }
        for event in read_back(text)
    ]


def read_back(text: str) -> list[Any]:
    """Return the events of a text as `icalendar` reads them."""
    calendar: Any = icalendar.Calendar.from_ical(text)
    return list(calendar.walk("VEVENT"))


@pytest.mark.parametrize("name", SOUND)
def test_the_forms_are_those_of_the_golden_files(name: str, golden: Golden) -> None:
    plan = plan_named(name)
    golden(f"plans/{name}.txt", f"{plan_record_text(plan)}\n")
    golden(f"plans/{name}.ics", calendar_of(plan, with_words=True).replace("\r\n", "\n"))


@pytest.mark.long
def test_a_text_is_short_ascii_and_no_form_holds_a_suggestion_that_nobody_took() -> None:
    for made in made_plans(60):
        data = data_of(made)
        for each in (*data.get("goals", []), *data.get("actions", [])):
            if each.get("mine") in ("not_asked", "declined"):
                each["said"]["words"] = "Zzz a suggestion"
        plan = plan_of(data)
        text = plan_record_text(plan)
        assert len(text) <= 900
        assert text.isascii()
        assert all(line.isprintable() for line in text.splitlines())
        assert "Zzz" not in text + calendar_of(plan, with_words=True)


def test_what_nobody_planned_is_in_the_text() -> None:
    data = plan_data("knee-agreed")
    data |= {"reviews": [], "if_worse": [], "goals": data["goals"][:1]}
    del data["actions"][0]["did"][0]["who"]
    deed = data["actions"][0]["did"][0]
    del deed["when"], deed["often"]
    text = plan_record_text(plan_of(data))
    assert "NO OWNER, NO DATE" in text
    assert "REVIEW: NONE PLANNED" in text
    assert "IF WORSE: NONE PLANNED" in text
    assert "NONE PLANNED" not in plan_record_text(plan_named("knee-prepared"))


def test_my_daughter_is_the_patients_daughter() -> None:
    data = plan_data("knee-agreed")
    data["actions"][0]["did"][0]["who"] = "daughter"
    text = plan_record_text(plan_of(data))
    assert "- patient's daughter, Tuesday" in text
    assert "my daughter" not in text
    data["people"][1]["job"] = "mystery shopper"
    assert "- mystery shopper" in plan_record_text(plan_of(data))


def test_what_a_carer_said_is_not_the_persons() -> None:
    data = plan_data("knee-agreed")
    data["about_me"][0]["said"][-1]["by"] = "daughter"
    assert "(said by patient's daughter)" in plan_record_text(plan_of(data))


def test_what_gives_way_is_told() -> None:
    data = plan_data("knee-agreed")
    data["actions"] += [data["actions"][0] | {"id": f"more-{n}"} for n in range(20)]
    text = plan_record_text(plan_of(data))
    assert len(text) <= 900
    assert "left out: actions" in text.splitlines()[-1]


@pytest.mark.long
def test_nothing_is_said_that_is_never_said() -> None:
    """Of the words around a person's own: theirs may say anything."""
    for plan in made_plans(60):
        ours = re.sub(r'"[^"\n]*"', "", plan_record_text(plan)).lower()
        ours = re.sub("decision: .*", "", ours) + calendar_of(plan).lower()
        ours = ours.replace("no time is booked by this entry", "")
        assert [word for word in NEVER_SAID if re.search(rf"\b{word}", ours)] == []


@pytest.mark.long
def test_a_calendar_has_the_persons_own_days_and_their_words_only_when_asked() -> None:
    for plan in made_plans(60):
        text = calendar_of(plan)
        own = [each for each in open_actions(plan) if who_does(each) in own_voices(plan)]
        uids = {f"{plan.id}-a-{each.id}@decisionaid.invalid" for each in own}
        events = events_in(text)
        assert {each["uid"] for each in events} <= uids | {f"{plan.id}-review@decisionaid.invalid"}
        said = ["My plan: something I said I would do", "Review of my plan"]
        mark = f"{MARK} " if is_made_up(plan) else ""
        assert {each["summary"] for each in events} <= {f"{mark}{each}" for each in said}
        assert all(len(each.encode()) <= 75 for each in text.split("\r\n"))
        assert "ATTENDEE" not in text
        assert "ORGANIZER" not in text
        for each in read_back(text):
            assert (each["DTEND"].dt - each["DTSTART"].dt).days == 1
            assert each["CLASS"] == "PRIVATE"
            assert each["SEQUENCE"] == plan.rev


@pytest.mark.parametrize(("typed", "amount"), TYPED.items())
def test_money_is_read_to_the_penny_or_not_at_all(typed: str, amount: int | str) -> None:
    assert amount_in(typed) == amount
    assert pence_of(typed) == (amount if isinstance(amount, int) else None)


@pytest.mark.parametrize(("given", "amount"), IN_OTHER_MONEY.items())
def test_sums_of_different_currencies_are_never_mixed(
    given: tuple[str, str], amount: int | str
) -> None:
    money, typed = given
    assert amount_in(typed, money) == amount


def test_each_sum_of_a_budget_says_its_currency_in_each_form() -> None:
    data = plan_data("budget")
    data["budgets"][-1]["currency"] = "EUR"
    for plan, money in ((plan_named("budget"), "GBP"), (plan_of(data), "EUR")):
        assert f"MONEY: proposed, planned {money} 2863.39 of 3185.50" in plan_record_text(plan)
        for form in (json.dumps(plan_bundle(plan)), plan_prsb_text(plan)):
            sums = re.findall(r"(\w+) \d+\.\d\d\b", form)
            assert len(sums) > 10
            assert {*sums} == {money}


@pytest.mark.parametrize("money", ["JPY", "KWD", "gbp", "", "XTS", None, 826])
def test_a_budget_in_no_money_of_hundredths_is_refused(money: object) -> None:
    data = plan_data("budget")
    data["budgets"][-1]["currency"] = money
    with pytest.raises(ValidationError):
        plan_of(data)


@pytest.mark.parametrize(("pence", "written"), [(0, "0.00"), (1875, "18.75"), (-5, "-0.05")])
def test_money_is_written_to_the_penny(pence: int, written: str) -> None:
    assert in_pounds(pence) == written


def test_the_state_of_a_request_has_one_name_in_all_forms() -> None:
    page = script_texts("plan")
    named, text = table("plan-lines")["action_status"], table("plan-text")["status"]
    for state in ("waiting", "seen"):
        assert page[f"status.{state}"] == page[f"near.state_{state}"] == named[state]
        assert text[state].lower() == f"; {named[state].lower()}"
