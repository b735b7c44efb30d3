"""The quality page says what was checked, what was not, and what is our own reading."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from decisionaid.compiler import compile_aid
from decisionaid.quality import assess
from decisionaid.render import SiteView, render_quality_page
from decisionaid.rules.standards import STANDARDS
from decisionaid.text import Source
from tests.conftest import HtmlFaults
from tests.render.page import Page, text
from tests.rules.examples import EXAMPLE_NAME, whole_source

RECORD = """development:
  needs-patients: {done: yes, who: [adults, carers], n: 9, date: 2026-01-05, document: 10.1000/example}
  equality: {done: no, summary: Nobody looked at it}
  feedback: {done: planned}
"""


def html_of(example: str, *, handbook: bool = False, today: date | None = None) -> str:
    """Render the quality page of what an example stands for."""
    compiled = compile_aid(Source(EXAMPLE_NAME, whole_source(example), slug="example"))
    assert compiled.aid is not None
    quality = assess(
        compiled.aid, compiled.diagnostics, spans=compiled.spans, sha256=compiled.sha256
    )
    return render_quality_page(
        compiled.aid, quality, SiteView("../../", handbook=handbook, today=today)
    )


def page_of(example: str, *, handbook: bool = False) -> Page:
    return Page(html_of(example, handbook=handbook))


PAGE = page_of(RECORD)


@pytest.mark.long
def test_the_page_is_valid_html(tmp_path: Path, html_faults: HtmlFaults) -> None:
    file = tmp_path / "quality.html"
    file.write_text(html_of(RECORD), encoding="utf-8")
    assert html_faults(file) == []


READ = {item.standard for item in STANDARDS if item.verified}
NAMED = [item for item in STANDARDS if item.standard in READ]
"""What a page may name: of the other standards nothing was checked against the original."""


def test_every_item_is_on_the_page_once_with_its_verdict_in_words() -> None:
    assert PAGE.texts(".quality-code") == [item.item for item in NAMED]
    assert len(NAMED) < len(STANDARDS)
    assert set(PAGE.texts(".quality-verdict")) <= {
        "Met", "Met in part", "Not met", "Needs a person", "Done by people", "Does not apply",
    }  # fmt: skip
    assert all(PAGE.texts(".quality-why"))


def test_our_own_reading_is_marked_on_its_name_and_beneath() -> None:
    unverified = {item.item for item in NAMED if not item.verified}
    marked: set[str] = set()
    for group in PAGE.all(".quality-group"):
        summary = group.css_first("summary")
        codes = {text(node) for node in group.css(".quality-code")}
        if summary is not None and "our own reading" in text(summary):
            assert "not checked against the original" in text(group)
            marked |= codes
    assert marked == unverified


def test_what_people_did_stands_before_what_they_did_not() -> None:
    headings = PAGE.texts("h3")[:4]
    assert headings == ["Done", "Planned", "Not done", "The authors do not say"]
    done, planned, not_done = (text(node) for node in PAGE.all(".quality-lines")[:3])
    assert "By adults and carers. 9 people. On 5 January 2026." in done
    assert "send feedback" in planned
    assert "Nobody looked at it." in not_done
    (link,) = PAGE.all(".quality-lines a")
    assert link.attributes["href"] == "https://doi.org/10.1000/example"


def test_it_is_no_certificate_and_has_no_score() -> None:
    words = text(PAGE.one("main"))
    assert "It is not a certificate." in words
    assert not re.search(r"\b(score|certified|approved|rating of|out of 44)\b", words)
    assert "%" not in words


def test_rules_lead_to_their_pages_where_there_is_a_handbook() -> None:
    assert not PAGE.all('a[href*="authors/rules"]')
    there = page_of("funding: none\n", handbook=True)
    assert "../../authors/rules/DA101/" in there.attributes(".quality-why a", "href")


def test_rules_set_aside_stand_with_their_reason() -> None:
    example = (
        "# option-order: left out\nwaivers:\n  DA207: {by: The editors, date: 2026-01-10, "
        "reason: The order is that of the trial}\n"
    )
    words = text(page_of(example).one('section[aria-labelledby="aside"]'))
    assert "DA207 option-order-not-said" in words
    assert (
        "The order is that of the trial. The editors, 10 January 2026; until 10 January 2028."
        in words
    )


def test_a_waiver_that_has_ended_says_so_and_is_not_said_to_hold() -> None:
    example = (
        "# option-order: left out\nwaivers:\n  DA207: {by: The editors, date: 2026-01-10, "
        "reason: The order is that of the trial}\n"
    )
    last, after = (
        text(Page(html_of(example, today=day)).one('section[aria-labelledby="aside"]'))
        for day in (date(2028, 1, 10), date(2028, 1, 11))
    )
    assert "until 10 January 2028." in last
    assert "it ended on 10 January 2028, and the rule counts again." in after
    assert "until" not in after


def test_what_was_done_more_than_three_years_ago_is_marked() -> None:
    told = "That is more than 3 years ago."
    lines = [
        text(Page(html_of(RECORD, today=day)).all(".quality-lines")[0])
        for day in (None, date(2029, 1, 5), date(2029, 1, 6))
    ]
    assert [told in each for each in lines] == [False, False, True]


def test_another_language_is_said_to_be_not_assessed() -> None:
    section = text(page_of("language: de-DE\n").one('section[aria-labelledby="reading"]'))
    assert "Not assessed: the formulas were made for English" in section
    assert not re.search(r"\d", section)


def test_an_item_leads_to_the_part_that_shows_it() -> None:
    links = PAGE.attributes(".quality-why a", "href")
    assert {"index.html#start", "index.html#compare", "evidence.html#sources", "#reading"} <= set(
        links
    )
