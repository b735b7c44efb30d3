"""Of a plan nothing is said that judges, promises or chooses, in whatever form, unless a person typed it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from random import Random
from typing import Any, Final

import pytest

from decisionaid.model.plan.plan import Plan
from decisionaid.outside.tables import table
from decisionaid.plan.calendar import calendar_of
from decisionaid.plan.code import (
    CodeRefused,
    left_in_words,
    preparation_code,
    read_plan_code,
    short_code,
)
from decisionaid.plan.fhir import plan_bundle
from decisionaid.plan.pointers import pointers_of
from decisionaid.plan.prsb import plan_prsb_text
from decisionaid.plan.request_text import request_text
from decisionaid.plan.requests import request_file
from decisionaid.plan.short import Left, PlanShort
from decisionaid.plan.text import plan_record_text
from decisionaid.plan.written import plan_data as data_of
from decisionaid.plan.written import plan_text
from tests.conftest import ROOT
from tests.plan.made import random_plan
from tests.plan.test_forms import NEVER_SAID
from tests.plans import SOUND, plan_data, plan_named, plan_of

NEVER: Final = re.compile(
    "|".join(rf"\b{word}" for word in (*NEVER_SAID, r"red\b", r"green\b", r"gas\b", "attainment")),
    re.IGNORECASE,
)
LOCALE: Final = ROOT / "src/decisionaid/locale/en"
THEME: Final = ROOT / "src/decisionaid/theme"
TYPED: Final = frozenset((
    "words", "job", "name", "contact", "now", "help", "to", "contact_me_by", "call", "sooner_if", "question",
    "with_whom", "option_name", "title", "what", "found", "write_down", "often", "supplier", "conditions", "appeal",
    "shown", "levels", "not_funded", "why_refused", "phone", "version",
))  # fmt: skip
DENIED: Final = "no time is booked by this entry"


def in_our_words(data: Any, name: str = "", path: str = "") -> Any:  # noqa: ANN401
    """Return a plan in which all that anybody typed says nothing."""
    if isinstance(data, dict):
        return {each: in_our_words(part, each, f"{path}/{each}") for each, part in data.items()}
    if isinstance(data, list):
        return [in_our_words(each, name, path) for each in data]
    is_typed = name in TYPED and isinstance(data, str) and data and not path.startswith("/copies")
    is_id = name == "conditions" and not path.startswith("/budgets")
    return "Qqq" if is_typed and not is_id else data


def plans() -> list[Plan]:
    """Return the examples and plans of all kinds, with nothing of anybody's own."""
    rng = Random(4)  # noqa: S311
    made = [*map(plan_named, SOUND), *(random_plan(rng) for _ in range(40))]
    return [plan_of(in_our_words(data_of(plan))) for plan in made]


def forms_of(plan: Plan) -> Iterator[tuple[str, str]]:
    """Yield all that a plan becomes, with what it is; names of fields and of a standard's headings left out."""
    yield "text", plan_record_text(plan)
    yield "calendar", calendar_of(plan)
    yield "calendar with words", calendar_of(plan, with_words=True)
    yield "FHIR", "\n".join(values_of(plan_bundle(plan)))
    yield "PRSB", "\n".join(values_of(json.loads(plan_prsb_text(plan))))
    yield "what is open", "\n".join(each.words for each in pointers_of(plan, "2030-01-01"))
    short = short_code(plan)
    read = read_plan_code(short.code)
    assert isinstance(read, PlanShort)
    yield "short form", left_in_words(short.left) + "\n".join(values_of(data_of(read.on_paper)))
    code = preparation_code(plan)
    if code is not None:
        whole = read_plan_code(code)
        assert not isinstance(whole, CodeRefused | PlanShort)
        yield "preparation", "\n".join(values_of(data_of(whole)))
    for action in plan.actions:
        text, file = request_text(plan, action.id), request_file(plan, action.id)
        if isinstance(text, str) and isinstance(file, Plan):
            yield "request", "\n".join([text, *values_of(data_of(file))])


def values_of(data: object) -> Iterator[str]:
    """Yield every text of some data."""
    if isinstance(data, dict):
        for part in data.values():
            yield from values_of(part)
    elif isinstance(data, list | tuple):
        for each in data:
            yield from values_of(each)
    elif isinstance(data, str):
        yield data


def said(text: str) -> list[str]:
    """Return what is said in a text that is never said."""
    return NEVER.findall(text.lower().replace(DENIED, ""))


@pytest.mark.long
def test_nothing_is_said_in_any_form_that_is_never_said() -> None:
    kinds = set()
    for plan in plans():
        for kind, text in forms_of(plan):
            kinds.add(kind)
            assert said(text) == [], kind
    assert kinds >= {"text", "FHIR", "PRSB", "short form", "preparation", "request"}


def test_a_persons_own_words_stay_as_they_are() -> None:
    data = plan_data("knee-agreed")
    data["goals"][0]["said"]["words"] = "I must do my best"
    plan = plan_of(data)
    texts = dict(forms_of(plan))
    for kind in ("text", "FHIR", "PRSB", "short form"):
        assert "I must do my best" in texts[kind], kind
        assert said(texts[kind]) != []


@pytest.mark.parametrize(
    "name", ["plan-text", "plan-lines", "plan-fhir", "plan-prsb", "made-up", "money"]
)
def test_no_table_holds_what_is_never_said(name: str) -> None:
    words = [each for each in values_of(unnamed(table(name))) if not each.startswith("http")]
    assert said("\n".join(words)) == []
    for left in (Left(1, 2, 1), Left(0, 1, 0)):
        assert said(left_in_words(left)) == []


def unnamed(data: Any) -> Any:  # noqa: ANN401
    """Return a table without the names of a standard's headings."""
    if isinstance(data, dict):
        return {name: unnamed(part) for name, part in data.items() if name != "name"}
    return [unnamed(each) for each in data] if isinstance(data, list) else data


def test_no_form_holds_a_step_of_goal_attainment() -> None:
    data = plan_data("knee-agreed")
    data["goals"][0]["levels"] = [f"Zzz step {n}" for n in range(5)]
    data["goals"][0]["looked"][-1]["level"] = -2
    plan = plan_of(data)
    for kind, text in forms_of(plan):
        assert "Zzz" not in text, kind
    assert "level" not in json.dumps(plan_bundle(plan)) + plan_prsb_text(plan)
    assert "Zzz" in plan_text(plan)


CATALOGUES: Final = (
    "scripts-plan",
    "scripts-plan-money",
    "scripts-prepare",
    "prepare",
    "plan",
    "place",
)
"""All words of the pages of a plan: this visit, near you, my copy, review, the sheet before, the letter, the list."""
DENIALS: Final = {
    "plan-tools-copied = Copied. Nothing was sent.",
    "plan-tools-calendar_hint = Whole days, for my own steps and the review. No time is booked by it.",
    "prepare_about_hint = What people who look after you should know.",
}
"""What says that it is not so, or what others are to know of the person, and not what the person is to do."""


@pytest.mark.parametrize("name", CATALOGUES)
def test_no_page_of_a_plan_says_what_is_never_said(name: str) -> None:
    """A page has no other words but these and a person's own, so copy, review and letter are held to it too."""
    lines = (LOCALE / f"{name}.ftl").read_text(encoding="utf-8").splitlines()
    own = [line for line in lines if line and not line.startswith("#")]
    assert len(own) > 10
    found = [line for line in own if said(line.partition("=")[2] or line) and line not in DENIALS]
    assert found == []


def test_each_denial_is_still_there_and_would_be_found() -> None:
    text = "".join((LOCALE / f"{name}.ftl").read_text(encoding="utf-8") for name in CATALOGUES)
    for line in DENIALS:
        assert line in text
        assert NEVER.search(line.partition("=")[2])


def test_no_page_names_goal_attainment() -> None:
    """Neither its score nor its steps: they are in `levels` of a plan, which no script of a page reads."""
    scripts = [
        *(THEME / "scripts/planning").glob("*.ts"),
        *(THEME / "scripts/preparing").glob("*.ts"),
    ]
    assert len(scripts) > 40
    using = [
        each.name for each in scripts if re.search(r"\blevels?\b(?!\.)", each.read_text("utf-8"))
    ]
    assert using == []
