"""The gallery of answers has each kind of question in each state, and no state is shown as another."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from decisionaid.model.record import State
from decisionaid.model.words import QuestionWords
from decisionaid.site.gallery_answers import STATES, answers_page, asked
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
    assert set(STATES) == set(get_args(State))
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
    assert len(shown) == len(KINDS) * len(STATES) + EXAMPLES
    whole = page().one("main").text()
    for words in ("Not settled yet", "Highest for you: Less pain.", "You lean to: Tablets."):
        assert words in whole
    assert "All questions, rows and figures on this page are made up" in whole


@pytest.mark.long
def test_the_page_is_valid_html(tmp_path: Path, html_faults: HtmlFaults) -> None:
    file = tmp_path / "index.html"
    file.write_text(answers_page(), encoding="utf-8")
    assert html_faults(file) == []
