"""The sheet before a visit and the letter that invites to it: as pages, without a browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from decisionaid.language import words_in
from decisionaid.render import SiteView, render_letter, render_prepare
from decisionaid.render.pages.prepare_page import HEADINGS, NEEDS
from decisionaid.render.words.for_scripts import messages_for
from decisionaid.rules.reading_level.necessary import NecessaryNames
from decisionaid.rules.reading_level.patient_text import Stretch
from decisionaid.rules.reading_level.score import AIMED_AGE, counted, score
from decisionaid.rules.reading_level.sentences import sentences_in
from tests.conftest import HtmlFaults
from tests.render.examples import EXAMPLE
from tests.render.page import Page

SITE = SiteView("../../")
SHEET, LARGE, LETTER = render_prepare(SITE), render_prepare(SITE, large=True), render_letter(SITE)


@pytest.mark.parametrize("html", [SHEET, LARGE, LETTER], ids=["sheet", "large", "letter"])
def test_the_page_is_valid_html(html: str, tmp_path: Path, html_faults: HtmlFaults) -> None:
    file = tmp_path / "page.html"
    file.write_text(html, encoding="utf-8")
    assert html_faults(file) == []


def test_the_large_print_asks_what_the_sheet_asks() -> None:
    names = [Page(html).attributes("[name]", "name") for html in (SHEET, LARGE)]
    # The head of a page has names too, and they are the same.
    assert names[0] == names[1]
    questions = [Page(html).texts("[data-question]") for html in (SHEET, LARGE)]
    assert questions[0] == questions[1]
    assert len(questions[0]) > 20


def test_all_that_a_plan_may_hold_can_be_said() -> None:
    ticks = Page(SHEET).attributes("[name=hard]", "value")
    assert ticks == list(NEEDS)
    assert len(ticks) == 16
    assert {f"about.{each}" for each in HEADINGS} <= set(Page(SHEET).attributes("textarea", "name"))
    assert len(HEADINGS) == 6


@pytest.mark.parametrize("html", [SHEET, LARGE])
def test_that_nobody_reads_it_stands_first_and_is_never_folded(html: str) -> None:
    before, form = html.split("<form", 1)
    assert "Nobody reads this before your visit." in before
    assert 'href="tel:111"' in before
    assert 'href="tel:999"' in before
    assert "<details" not in before
    # And nowhere else do numbers stand that depend on what was ticked.
    assert "tel:" not in form


def test_nothing_has_to_be_filled_in() -> None:
    for html in (SHEET, LARGE, LETTER):
        assert " required" not in html
        assert "aria-required" not in html


@pytest.mark.parametrize("names", [("prepare_",), ("letter_",), ("scripts",)])
def test_the_words_are_for_readers_of_9_to_11(names: tuple[str, ...]) -> None:
    words = words_in("en-GB")
    if names == ("scripts",):
        said = [each for each in messages_for("prepare", words).values() if isinstance(each, str)]
        said = [each for each in said if "|" not in each]
    else:
        said = [
            words.say(
                name,
                **dict.fromkeys(
                    (
                        *("soon", "now", "n", "question", "practice", "day", "phone", "address"),
                        *("what", "surgery"),
                    ),
                    "it",
                ),
            )
            for name in words.messages
            if name.startswith(names)
        ]
    stretches = [Stretch((), text, "prose", None) for text in said]
    every = [counted(each, NecessaryNames(EXAMPLE)) for each in sentences_in(stretches)]
    found = score(every)
    assert found.words > 150
    assert not found.is_above(AIMED_AGE), found
