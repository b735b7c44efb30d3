"""Of an option that a study did not look at only that is said, once a row, in every file. Figures are made up."""

from __future__ import annotations

import pytest

from decisionaid.model.figure import NotInStudy
from decisionaid.model.outcome import NotReported
from decisionaid.model.sections import OutcomesSection
from decisionaid.render import (
    SiteView,
    aid_words,
    render_aid_page,
    render_evidence_page,
    render_grid,
)
from decisionaid.render.outcomes.in_words import Figures
from tests.render.examples import EXAMPLE, SECTIONS, frequency, outcome
from tests.render.page import Page, text

ROW = outcome("ache", frequency("20", 100), NotInStudy(), NotInStudy(), comparisons=(), grid=True)
SITE = SiteView("../../")
SECOND = outcome(
    "sick", frequency("5", 100), frequency("9", 100), NotInStudy(), comparisons=(NotReported(),)
)
BEFORE = tuple(each for each in SECTIONS if not isinstance(each, OutcomesSection))
SECTION = OutcomesSection(heading="What can happen", outcomes=(ROW, SECOND))
AID = EXAMPLE.model_copy(update={"sections": (*BEFORE[:4], SECTION)})
CLAIMS_MORE = ("do not know", "not known", "no difference", "not found", "does not apply")


def files() -> dict[str, str]:
    figures = Figures(AID)
    page = Page(render_aid_page(AID, SITE, "0" * 16, figures))
    return {
        "page": text(page.one("#outcome-ache")),
        "side by side": text(page.one("#side-by-side tr[data-about=ache]")),
        "grid": text(Page(render_grid(AID, SITE, figures)).one("#grid-ache")),
        "evidence": text(Page(render_evidence_page(AID, SITE, figures)).one("#row-ache")),
        "data": next(
            each.model_dump_json()
            for each in aid_words(AID, "0" * 16, figures).facts
            if each.id == "ache"
        ),
    }


FILES = files()


@pytest.mark.parametrize("name", FILES)
def test_no_file_claims_more_of_it_than_that_it_was_not_studied(name: str) -> None:
    said = FILES[name].casefold()
    assert "studied here" in said
    assert [each for each in CLAIMS_MORE if each in said] == []


def test_a_row_says_it_of_all_its_options_in_one_line_and_in_full_once_behind_the_figures() -> None:
    row = Page(render_aid_page(AID, SITE, "0" * 16)).one("#outcome-ache")
    assert [text(each) for each in row.css(".others")] == ["Not studied here: the other options."]
    assert len(row.css("li.figure")) == 1
    assert text(row).count("Not studied here.") == 1


def test_one_option_is_named() -> None:
    row = Page(render_aid_page(AID, SITE, "0" * 16)).one("#outcome-sick")
    assert [text(each) for each in row.css(".others")] == ["Not studied here: an operation."]
