"""Search and ways in the handbook, with the aids around it; each page alone is in ``test_handbook``."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from decisionaid.handbook import build_handbook
from decisionaid.site import build_site
from tests.browser.conftest import Visitor
from tests.browser.site_fixtures import ROOT


@pytest.fixture(scope="module")
def whole_site(tmp_path_factory: pytest.TempPathFactory, served: Callable[[Path], str]) -> str:
    """Build the handbook with the aids around it; give the address."""
    folder = tmp_path_factory.mktemp("whole-site")
    build_handbook(ROOT, folder)
    build_site(ROOT / "aids", folder, handbook=True)
    return served(folder)


def test_search_works_under_the_policy_and_finds_the_handbook_only(
    whole_site: str, visit: Visitor
) -> None:
    seen = visit(whole_site + "authors/", width=1280)
    seen.page.get_by_role("textbox", name="Search").fill("denominators")
    found = seen.page.locator(".md-search-result__link")
    expect(found.first).to_be_visible()
    addresses = {str(link.get_attribute("href")) for link in found.all()}
    assert addresses
    assert [each for each in addresses if re.search(r"/aids/|/clinician/", each)] == []
    assert list(seen.axe_faults()) == []
    assert seen.complaints == []


def test_the_handbook_leads_back_to_the_catalogue(whole_site: str, visit: Visitor) -> None:
    seen = visit(whole_site + "authors/format/", width=1280)
    seen.page.get_by_role("link", name="Decision aids").first.click()
    expect(seen.page).to_have_url(re.compile(f"^{re.escape(whole_site)}(index.html)?$"))
    expect(seen.page.get_by_role("searchbox")).to_be_visible()
