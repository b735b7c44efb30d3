"""The quality page can be used by everyone, and leads to the parts of the aid that it speaks of."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visitor
from tests.browser.probes import faults_of, spaced_faults
from tests.browser.site_fixtures import Site, crossed
from tests.our_aids import CARPAL, EARS, SLUGS

WIDTHS = (320, 1280)


@pytest.mark.parametrize(("slug", "width"), crossed(SLUGS, WIDTHS, every=4))
def test_the_page_is_without_fault_with_every_part_open(
    slug: str, width: int, site: Site, visit: Visitor
) -> None:
    seen = visit(f"{site.aid_address(slug)}quality.html", width=width)
    assert list(faults_of(seen)) == []
    seen.page.evaluate(
        "() => document.querySelectorAll('details').forEach((one) => one.open = true)"
    )
    assert list(faults_of(seen)) == []
    assert list(spaced_faults(seen)) == []
    assert seen.complaints == []


@pytest.mark.parametrize("runs_scripts", [True, False])
def test_what_is_folded_is_not_shown_until_it_is_opened(
    runs_scripts: bool, site: Site, visit: Visitor
) -> None:
    """Nor read out as "collapsed" and then in full. The page has no script that folds."""
    seen = visit(f"{site.aid_address(EARS)}quality.html", java_script_enabled=runs_scripts)
    fold = seen.page.locator("details:not([open])").first
    fold.evaluate("(fold) => fold.dataset.fold = ''")
    inside = seen.page.locator("[data-fold] > :not(summary)").first
    expect(inside).to_be_hidden()
    seen.page.locator("[data-fold] > summary").click()
    expect(inside).to_be_visible()


def test_the_evidence_page_leads_to_it_and_it_leads_back(site: Site, visit: Visitor) -> None:
    seen = visit(f"{site.aid_address(EARS)}evidence.html")
    seen.page.get_by_role("link", name="How this aid was checked").click()
    expect(seen.page.locator("h1")).to_have_text("How this aid was checked")
    seen.page.get_by_role("link", name="Back to the aid").first.click()
    expect(seen.page.locator("#start h1")).to_be_visible()


@pytest.mark.parametrize("slug", SLUGS)
def test_every_link_of_an_item_leads_to_a_part_that_is_there(
    slug: str, site: Site, visit: Visitor
) -> None:
    seen = visit(f"{site.aid_address(slug)}quality.html")
    links = seen.page.locator(".quality-why a").evaluate_all(
        "(links) => [...new Set(links.map((one) => one.getAttribute('href')))]"
    )
    assert len(links) > 5
    for link in links:
        name, _, anchor = link.partition("#")
        page = Path(site.folder / "aids" / slug / (name or "quality.html"))
        there = re.search(rf'\bid="?{re.escape(anchor)}["\s>]', page.read_text(encoding="utf-8"))
        assert there, link


def test_every_item_is_on_paper_whatever_is_closed_on_the_screen(
    site: Site, visit: Visitor
) -> None:
    seen = visit(f"{site.aid_address(CARPAL)}quality.html")
    seen.page.emulate_media(media="print")
    heights = seen.page.locator(".quality-item").evaluate_all(
        "(items) => items.map((one) => one.getBoundingClientRect().height)"
    )
    assert len(heights) == 102
    assert min(heights) > 10
