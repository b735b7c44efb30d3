"""The gallery of answers has each kind of question in each state, and no state is shown as another."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from decisionaid.model.record import State
from decisionaid.model.words import QuestionWords
from decisionaid.render.pages.questions import ROLES
from decisionaid.site.gallery_answers import HELPER, STATES, VIEW, answers_page, asked
from decisionaid.site.gallery_trade_off import examples, step
from tests.conftest import HtmlFaults
from tests.render.page import Page

KINDS = get_args(QuestionWords.model_fields["kind"].annotation)
NOT_ANSWERS = ("unsure", "not_applicable", "prefer_not_to_say")
EXAMPLES = 15


@cache
def page() -> Page:
    return Page(answers_page())


def test_every_kind_has_an_example_in_each_of_the_five_states() -> None:
    assert sorted(each.question.kind for each in asked()) == sorted(KINDS)
    # What could not be read, or is crossed out, is on paper alone.
    assert set(STATES) == set(get_args(State)) - {"unreadable", "crossed_out"}
    assert page().attributes(".look[data-state]", "data-state") == [*STATES] * len(KINDS)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("state", STATES)
def test_what_is_checked_is_the_state_and_nothing_else(kind: str, state: str) -> None:
    part = f'.look[data-state="{state}"] [data-kind="{kind}"] '
    checked = set(page().attributes(f"{part}input[checked]", "value"))
    ordered = len(page().all(f"{part}.ranking[data-ordered]"))
    assert ordered == (kind == "ranking" and state == "answered")
    if state in NOT_ANSWERS:
        assert checked == {state}
    elif state == "unanswered" or kind == "ranking":
        assert checked == set()
    else:
        assert checked
        assert checked.isdisjoint(NOT_ANSWERS)


def test_controls_of_one_copy_are_not_those_of_another() -> None:
    names = page().attributes("input[type=radio][checked]", "name")
    assert len(names) == len(set(names))
    ids = page().attributes("[id]", "id")
    assert len(ids) == len(set(ids))


def test_the_words_of_each_example_are_on_the_page() -> None:
    shown = page().texts(".example > .look")
    weighed = len(examples()["examples"])
    assert len(shown) == len(KINDS) * len(STATES) + EXAMPLES + weighed + len(ROLES) + 1
    whole = page().one("main").text()
    for words in (
        "Not settled yet",
        "What matters most to you: Less pain.",
        "You lean to: Tablets.",
    ):
        assert words in whole
    assert "All questions, rows and figures on this page are made up" in whole


def test_the_trade_off_step_is_there_in_each_state() -> None:
    names = [each["name"] for each in examples()["examples"]]
    assert page().attributes(".look[data-weighed]", "data-weighed") == names
    for each in examples()["examples"]:
        place = f'.look[data-weighed="{each["name"]}"] '
        said = page().texts(f"{place}[data-result]")[0]
        words = each["words"]
        if "refused" in words:
            assert said == words["refused"]
        else:
            assert [stand["said"] for stand in words["stands"]] == page().texts(f"{place}h4 + p")
            assert all(line in said for line in words["compared"])
        chosen = page().attributes(f"{place}[checked]", "value")
        given = [each["first"], *each["said"].values()]
        assert chosen == [str(one) for one in given if one is not None]
        asked_about = page().attributes(f"{place}[data-swing]:not([hidden])", "data-swing")
        assert asked_about == [
            row.id for row in step().rows if each["first"] not in (None, "unsure", row.id)
        ]
    assert page().texts("[data-weighed] .unscripted, [data-weighed] [data-waiting]") == []
    refusals = {each["words"].get("refused", "") for each in examples()["examples"]}
    assert len(refusals) == 5  # four reasons, and none


def test_the_scripts_weigh_the_rows_that_the_step_has() -> None:
    rows = [
        (row.id, row.label, row.better, [float(share) for share in row.figures.split()])
        for row in step().rows
    ]
    given = examples()
    assert rows == [
        (each["id"], each["label"], each["better"], each["shares"]) for each in given["rows"]
    ]
    assert json.loads(step().options) == given["options"]


def test_who_fills_it_in_is_there_with_each_answer_and_a_helper_has_a_place() -> None:
    roles = ["unanswered", *ROLES]
    assert page().attributes(".look[data-filled-in]", "data-filled-in") == roles
    for role in roles:
        place = f'.look[data-filled-in="{role}"] '
        chosen = page().attributes(f"{place}[checked]", "value")
        assert chosen == ([role] if role != "unanswered" else [])
        is_helped = role in ("patient_with_help", "carer")
        is_named = is_helped or role == "helper"
        assert page().attributes(f"{place}.helper input", "value") == [HELPER] * is_named
        assert page().texts(f"{place}.helper-view textarea") == [VIEW] * is_helped


@pytest.mark.long
def test_the_page_is_valid_html(tmp_path: Path, html_faults: HtmlFaults) -> None:
    file = tmp_path / "index.html"
    file.write_text(answers_page(), encoding="utf-8")
    assert html_faults(file) == []
