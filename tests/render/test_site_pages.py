"""The evidence page, the home page and the clinician's page."""

import json
from pathlib import Path

import pytest

from decisionaid.model.aid import Aid, Condition
from decisionaid.model.sections import TestSection as SectionOfTest
from decisionaid.render import (
    SiteView,
    card_of,
    render_aid_page,
    render_clinician_page,
    render_evidence_page,
    render_home,
)
from decisionaid.render.pages.provenance import statements
from tests.conftest import HtmlFaults
from tests.render.examples import EXAMPLE
from tests.render.page import Page, text

EVIDENCE_HTML = render_evidence_page(EXAMPLE, SiteView("../../"))
EVIDENCE = Page(EVIDENCE_HTML)
OTHER = EXAMPLE.model_copy(
    update={"slug": "another", "title": "Another condition", "language": "cy"}
)
CARDS = [card_of(EXAMPLE), card_of(OTHER)]
HOME_HTML = render_home(CARDS, SiteView("", handbook=True))
HOME = Page(HOME_HTML)
CLINICIAN_HTML = render_clinician_page(CARDS, SiteView("../"))
CLINICIAN = Page(CLINICIAN_HTML)


@pytest.mark.long
@pytest.mark.parametrize("html", [EVIDENCE_HTML, HOME_HTML, CLINICIAN_HTML])
def test_the_page_is_valid_html(html: str, tmp_path: Path, html_faults: HtmlFaults) -> None:
    file = tmp_path / "page.html"
    file.write_text(html, encoding="utf-8")
    assert html_faults(file) == []


def table(row: str) -> list[list[str]]:
    """Return the cells of a row's table; on narrow screens each cell repeats its heading."""
    rows = EVIDENCE.all(f"#row-{row} tbody tr")
    for label in EVIDENCE.all("[aria-hidden=true]"):
        label.decompose()
    return [[text(cell) for cell in row.css("th, td")] for row in rows]


def test_every_figure_stands_as_printed_and_as_shown() -> None:
    assert table("soon")[:2] == [
        ["Carry on as now", "159 in 1,000", "159 of 1,000"],
        ["A tablet", "111 in 1,000 (it could be anywhere from 90 to 137)", "111 of 1,000"],
    ]
    assert table("counted")[1] == ["A tablet", "62 of 78", "about 79 of 100"]
    assert table("scores")[:2] == [
        ["Carry on as now", "37.0 points (standard deviation 30.7, 78 people)", "37 points"],
        ["A tablet", "55.8 points (it could be anywhere from 50.1 to 60.0)", "55.8 points"],
    ]
    assert (
        table("differences")[0][1]
        == "1.3 points lower (it could be anywhere from 3.9 lower to 1.3 higher)"
    )
    assert table("events")[1][1] == "6 events in 50 people"
    assert table("spread")[1][1] == "10 to 34 in 100 across studies"


def test_a_test_has_its_heading_once() -> None:
    headings = EVIDENCE.texts("main h2, main h3")
    tests = [section.heading for section in EXAMPLE.of(SectionOfTest)]
    assert tests
    assert [headings.count(each) for each in tests] == [1] * len(tests)


def test_who_made_the_aid_says_a_plain_condition_once() -> None:
    names = {line.name: line.words for line in statements(EXAMPLE)}
    assert EXAMPLE.condition is not None
    both = EXAMPLE.condition.model_copy(update={"name": "Aching", "plain": "aching"})
    plain = EXAMPLE.model_copy(update={"condition": both})
    (once,) = (line.words for line in statements(plain) if line.name == "Condition")
    assert once == ("Aching",)
    assert names["Condition"] != once


def facts(row: str) -> dict[str, str]:
    pairs = EVIDENCE.all(f"#row-{row} .pairs div")
    return {text(pair.css("dt")[0]): " ".join(text(dd) for dd in pair.css("dd")) for pair in pairs}


def test_every_row_has_its_time_people_source_certainty_and_comparison() -> None:
    assert facts("soon") == {
        "Source": "Example review (2020)",
        "Time": "At 2 to 3 days",
        "People": "900 people in 2 trials",
        "Certainty": "These numbers are probably right (moderate certainty).",
        "Published comparison": "These numbers are out of 1,000, most other rows out of 100. "
        "Do not compare them. "
        "A tablet against carrying on as now: risk ratio 0.70 "
        "(it could be anywhere from 0.57 to 0.86)",
        "What the figures count": "How many people have the bad thing.",
        "In words": "have the bad thing do not have it",
    }
    assert facts("young")["Group"] == "I am under 40."
    assert facts("scores")["Smallest difference people notice"] == "12 points."
    for row in EXAMPLE.outcomes:
        assert {"Source", "Time", "People", "Certainty"} <= set(facts(row.id))


def test_every_outcome_is_on_the_evidence_page() -> None:
    ids = [f"row-{row.id}" for row in EXAMPLE.outcomes]
    assert EVIDENCE.attributes(".evidence-row", "id")[: len(ids)] == ids


def test_sources_link_to_what_they_cite() -> None:
    links = EVIDENCE.attributes(".source-list a", "href")
    assert links == [
        "https://doi.org/10.1000/example", "https://example.org/review", "https://example.org/page",
    ]  # fmt: skip


def test_for_devices_that_many_use_no_link_leads_out_and_every_address_is_said() -> None:
    shared = Page(render_evidence_page(EXAMPLE, SiteView("../../", kiosk=True)))
    links = shared.attributes("a", "href")
    assert links
    assert [each for each in links if each.startswith("http") or each.endswith(".json")] == []
    said = " ".join(shared.texts(".source-list"))
    # A DOI is said as it is cited.
    for each in EVIDENCE.attributes(".source-list a", "href"):
        assert each.removeprefix("https://doi.org/") in said
    # Words that are no address have it behind them.
    page = render_aid_page(EXAMPLE, SiteView("../../", kiosk=True), "0" * 64)
    assert "More (https://example.org/)" in text(Page(page).one("main"))


def test_who_made_the_aid_is_said_with_dates_money_and_interests() -> None:
    pairs = EVIDENCE.all("#about + dl div")
    said = {text(pair.css("dt")[0]): text(pair.css("dd")[0]) for pair in pairs}
    assert said["Made by"] == "Example team, editors"
    assert said["Interests"] == "Example team: none declared"
    assert said["Paid for by"] == "Nobody paid for it"
    assert said["To be looked at again by"] == "22 November 2028"
    assert said["Not to be used after"] == "22 November 2029"
    assert said["Status"] == "Demonstration, not for clinical use"


def test_a_draft_shows_what_its_author_still_owes() -> None:
    draft = Page(render_evidence_page(Aid(slug="draft", title="Draft"), SiteView("../../")))
    assert "[Missing: who paid for it]" in draft.texts("dd")
    assert "[Missing: who made it]" in draft.texts("dd")


def test_the_catalogue_is_a_list_in_the_order_of_titles() -> None:
    assert HOME.texts("#catalogue h3") == ["Another condition", EXAMPLE.title]
    assert HOME.attributes("#catalogue h3 a", "href") == [
        "aids/another/index.html", "aids/example/index.html",
    ]  # fmt: skip
    assert HOME.attributes("#catalogue > li", "data-language") == ["cy", "en-GB"]
    assert HOME.texts("#catalogue-count") == ["2 decision aids"]


def test_filters_offer_what_the_catalogue_holds() -> None:
    assert HOME.attributes("select[data-filter=kind] option", "value") == ["", "treatment"]
    assert HOME.texts("select[data-filter=language] option") == ["All", "English", "Welsh"]


def test_a_handbook_is_linked_only_where_there_is_one() -> None:
    without = Page(render_home(CARDS, SiteView("")))
    assert "authors/index.html" in HOME.attributes("a", "href")
    assert "authors/index.html" not in without.attributes("a", "href")


def test_the_clinicians_page_knows_the_aids_of_its_site_and_may_ask_for_nothing_else() -> None:
    known = CLINICIAN.json("script#known-aids")
    assert [aid["url"] for aid in known] == ["../aids/another/aid.json", "../aids/example/aid.json"]
    policy = CLINICIAN.one("meta[http-equiv=Content-Security-Policy]").attributes["content"]
    assert policy is not None
    assert "connect-src 'self'" in policy.split("; ")
    assert CLINICIAN.texts("label[for=record-file]") == ["The patient's file"]
    assert CLINICIAN.attributes("#record-file", "accept") == [
        ".html,.htm,.json,.txt,.eml,text/html,application/json,text/plain,image/*"
    ]


@pytest.mark.parametrize(("page", "kind"), [(HOME, "home"), (CLINICIAN, "clinician")])
def test_messages_are_those_the_scripts_ask_for(page: Page, kind: str, root: Path) -> None:
    keys = root / "src/decisionaid/theme/schema/messages.json"
    wanted = json.loads(keys.read_text(encoding="utf-8"))[kind]
    assert set(page.json("script#messages")) == set(wanted)


def test_a_condition_whose_name_is_plain_already_is_said_once() -> None:
    same = Condition(name="Example condition", plain="example condition")
    card = card_of(EXAMPLE.model_copy(update={"condition": same}))
    assert card.words == "example condition"
    two = Condition(name="Otitis exempla", plain="example ear")
    assert (
        card_of(EXAMPLE.model_copy(update={"condition": two})).words
        == "Otitis exempla, example ear"
    )
