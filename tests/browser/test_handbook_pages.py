"""The handbook's pages, which MkDocs with Material makes, keep the rules of our own."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from decisionaid.handbook import build_handbook
from decisionaid.site import build_site
from tests.browser.conftest import Visitor
from tests.browser.site_fixtures import ROOT

PAGES = (
    "authors/",
    "authors/format/",
    "authors/rules/",
    "authors/rules/DA302/",
    "clinicians/guide/",
    "developers/architecture/",
    "privacy/",
    "404.html",
)


@pytest.fixture(scope="module")
def whole_site(tmp_path_factory: pytest.TempPathFactory, served: Callable[[Path], str]) -> str:
    """Build the handbook with the aids around it; give the address."""
    folder = tmp_path_factory.mktemp("whole-site")
    build_handbook(ROOT, folder)
    build_site(ROOT / "aids", folder, handbook=True)
    return served(folder)


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_of_the_handbook_is_without_fault(
    path: str, width: int, whole_site: str, visit: Visitor
) -> None:
    seen = visit(whole_site + path, width=width)
    expect(seen.page.locator("h1")).to_be_visible()
    assert seen.page.locator("html[class~=js]").count() == 1, "Material's script did not start"
    assert list(seen.axe_faults()) == []
    assert seen.overflow() == 0
    assert list(seen.strangers(whole_site)) == []
    assert seen.complaints == []


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
