"""Late, out of date and withdrawn, in a real browser: what a person and a clinician see of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import ViewportSize, expect

from decisionaid.model.steps import STEPS
from decisionaid.site import build_site
from tests.browser.back import SAYS as BACK
from tests.browser.back import brought
from tests.browser.conftest import Visitor
from tests.browser.handed_over import HandedOver
from tests.browser.probes import drawn_faults, faults_of, spaced_faults
from tests.browser.site_fixtures import Site, by_turns, crossed
from tests.browser.visit import Visit, sheets_of, without_shapes
from tests.browser.walk import open_ways
from tests.conftest import ROOT
from tests.our_aids import CARPAL, EARS, KNEE
from tests.site_examples import write_aids

LATE, ENDED, GONE = CARPAL, EARS, KNEE
TODAY = date(2029, 12, 1)
PAGES = ("index.html", "large-print.html", "grid.html", "evidence.html", "quality.html")
TITLES = {
    LATE: "This aid is late for its check.",
    ENDED: "This aid is out of date.",
}
REASON = "A made-up newer review"


@pytest.fixture(scope="module")
def old_site(tmp_path_factory: pytest.TempPathFactory, served: Callable[[Path], str]) -> str:
    """Build one aid that is late, one that has ended, and one that is withdrawn; give the address."""
    texts = {
        slug: (ROOT / "aids" / slug / "index.md").read_text(encoding="utf-8")
        for slug in (LATE, ENDED, GONE)
    }
    texts[LATE] = re.sub("expires: [0-9-]+", "expires: 2030-11-22", texts[LATE], count=1)
    texts[GONE] = texts[GONE].replace(
        "status: demonstration\n",
        f'status: withdrawn\nwithdrawn: {{date: 2029-11-20, reason: "{REASON}", instead: {LATE}}}\n',
        1,
    )
    folder = tmp_path_factory.mktemp("old-site")
    aids = tmp_path_factory.mktemp("old-aids")
    built = build_site(write_aids(aids, **texts), folder, today=TODAY)
    assert built.refused == []
    return served(folder)


BANNER = ".page > aside.clock"


def seen_at(visit: Visitor, address: str, **options: Any) -> Visit:
    seen = visit(address, **options)
    assert seen.complaints == []
    return seen


@pytest.mark.parametrize(("name", "slug"), crossed(PAGES, (LATE, ENDED), every=5))
def test_the_banner_is_seen_on_every_page_and_every_page_is_sound(
    slug: str, name: str, old_site: str, visit: Visitor
) -> None:
    seen = seen_at(visit, f"{old_site}aids/{slug}/{name}", width=320)
    for width in (320, 1280):
        seen.page.set_viewport_size(ViewportSize(width=width, height=844))
        banner = seen.page.get_by_role("complementary", name="How up to date this is")
        expect(banner).to_be_visible()
        expect(banner).to_contain_text(TITLES[slug])
        # In a wide window axe looks at the same page elsewhere: the banner is what is new.
        found = seen.axe_faults() if width == 320 else seen.axe_faults(BANNER)
        assert [*found, *drawn_faults(seen), *spaced_faults(seen)] == []


def test_the_banner_is_sound_on_a_dark_page_and_keeps_its_border_in_forced_colours(
    old_site: str, visit: Visitor
) -> None:
    address = f"{old_site}aids/{ENDED}/index.html"
    assert faults_of(seen_at(visit, address, width=320, color_scheme="dark")) == []
    banner = visit(address, width=320, forced_colors="active").page.locator(".clock")
    expect(banner).to_be_visible()
    expect(banner).to_have_css("border-top-style", "solid")
    expect(banner).to_have_css("border-top-width", "2px")


def test_the_banner_comes_before_the_steps_without_script(old_site: str, visit: Visitor) -> None:
    seen = visit(f"{old_site}aids/{ENDED}/index.html", java_script_enabled=False)
    banner = seen.page.locator(".clock").bounding_box()
    main = seen.page.locator("main").bounding_box()
    assert banner is not None
    assert main is not None
    assert banner["y"] + banner["height"] <= main["y"]


@pytest.mark.parametrize("step", by_turns(STEPS))
def test_an_address_of_a_step_shows_what_the_aid_is_good_for(
    step: str, old_site: str, visit: Visitor
) -> None:
    address, demonstration = f"{old_site}aids/{LATE}/index.html#{step}", "Demonstration"
    for width, height in ((320, 568), (1280, 800)):
        seen = seen_at(visit, address, width=width, height=height)
        expect(seen.page.locator(f"#{step}")).to_be_visible()
        expect(seen.page.locator(".notice-status")).to_contain_text(demonstration)
        for said in (".notice-status", ".clock:not([hidden]) .clock-title"):
            expect(seen.page.locator(said)).to_be_in_viewport(ratio=1)
        seen.page.context.close()
    plain = visit(address, width=320, height=568, java_script_enabled=False)
    head = plain.page.locator(f"#{step} .step-count")
    expect(head).to_be_in_viewport(ratio=1)
    words = head if step != "start" else plain.page.locator(".page")
    expect(words).to_contain_text(demonstration)
    expect(words).to_contain_text(TITLES[LATE])


@pytest.mark.parametrize("step", by_turns(("compare", "side-by-side", "values", "facts")))
def test_the_steps_of_an_aid_that_has_ended_are_sound_and_draw_nothing(
    step: str, old_site: str, visit: Visitor
) -> None:
    seen = seen_at(visit, f"{old_site}aids/{ENDED}/index.html#{step}", width=320)
    expect(seen.page.locator(f"#{step}")).to_be_visible()
    assert seen.page.locator("main .figure svg, main .tree, main .figure-number").count() == 0
    assert faults_of(seen) == []


@pytest.mark.parametrize(
    ("name", "slug"), crossed(["index.html", "large-print.html", "grid.html"], (LATE, ENDED))
)
def test_the_large_print_and_the_sheet_of_paper_carry_the_day(
    name: str, slug: str, old_site: str, visit: Visitor
) -> None:
    words = {LATE: "Late for its check since", ENDED: "Out of date since"}[slug]
    sheets = visit(f"{old_site}aids/{slug}/{name}").printed()
    assert sheets
    assert all(words in sheet for sheet in sheets)
    if name == "grid.html":
        assert len(sheets) == 1


def test_the_number_of_a_sheet_stands_on_one_line_beside_a_long_notice(
    old_site: str, visit: Visitor
) -> None:
    sheets = sheets_of(visit(f"{old_site}aids/{ENDED}/large-print.html")).pages
    assert len(sheets) > 9
    for number, sheet in enumerate(sheets, 1):
        assert f"{number} / {len(sheets)}" in without_shapes(sheet).extract_text()


@pytest.mark.parametrize("name", by_turns(PAGES))
def test_a_withdrawn_aid_says_so_at_every_address(name: str, old_site: str, visit: Visitor) -> None:
    seen = seen_at(visit, f"{old_site}aids/{GONE}/{name}", width=320)
    expect(seen.page.get_by_role("heading", level=1)).to_have_text(
        "This decision aid has been withdrawn"
    )
    expect(seen.page.locator("main")).to_contain_text(f"{REASON}.")
    expect(seen.page.locator("main")).to_contain_text("20 November 2029")
    assert [*faults_of(seen), *spaced_faults(seen)] == []


def test_no_link_of_a_withdrawn_aid_is_dead(old_site: str, visit: Visitor) -> None:
    seen = visit(f"{old_site}aids/{GONE}/index.html")
    addresses = seen.page.locator("a[href]").evaluate_all("links => links.map((link) => link.href)")
    pages = [each for each in addresses if "#" not in each]
    assert f"{old_site}aids/{LATE}/index.html" in pages
    assert [seen.page.request.get(each).status for each in pages] == [200] * len(pages)


def test_the_home_page_finds_a_withdrawn_aid_only_where_it_is_listed_apart(
    old_site: str, visit: Visitor
) -> None:
    seen = seen_at(visit, old_site, width=320)
    assert seen.page.locator(f"[data-catalogue] a[href*='{GONE}']").count() == 0
    expect(seen.page.get_by_role("region", name="Withdrawn").get_by_role("link")).to_have_count(1)
    assert faults_of(seen) == []


def test_a_file_of_a_withdrawn_aid_still_opens_and_the_sheet_says_why(
    old_site: str, visit: Visitor, handed_over: Callable[[str], HandedOver]
) -> None:
    seen = seen_at(visit, f"{old_site}clinician/")
    seen.page.locator("#record-file").set_input_files(handed_over(GONE).file)
    notes = seen.page.locator(".sheet-note")
    expect(notes.filter(has_text="This aid was withdrawn on 20 November 2029.")).to_contain_text(
        REASON
    )
    assert seen.page.locator(".sheet-facts").count() == 0
    assert faults_of(seen) == []


def test_a_file_from_before_the_aid_changed_comes_back_with_a_word_on_its_figures(
    old_site: str, site: Site, visit: Visitor, handed_over: Callable[[str], HandedOver]
) -> None:
    handed = handed_over(LATE)
    same = (site.aid_address(LATE), False)
    for address, is_older in (same, (f"{old_site}aids/{LATE}/index.html", True)):
        seen = seen_at(visit, f"{address}#summary")
        said = brought(seen.page, handed.file)
        assert (BACK["done.older_aid"] in said) is is_older
        expect(seen.page.locator("#summary")).to_contain_text(handed.answers.said[0])
        seen.page.context.close()


def test_the_saved_file_says_that_the_aid_was_out_of_date(
    old_site: str, visit: Visitor, tmp_path: Path
) -> None:
    seen = visit(f"{old_site}aids/{ENDED}/index.html#summary", accept_downloads=True)
    open_ways(seen.page)
    with seen.page.expect_download() as download:
        seen.page.locator("#summary [data-save-file]").click()
    path = tmp_path / "answers.html"
    download.value.save_as(path)
    text = path.read_text(encoding="utf-8")
    assert "<li>The aid was out of date and showed no figures</li>" in text
    assert '"clock":"expired"' in text
