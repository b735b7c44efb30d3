"""The handbook, which MkDocs builds, is as easy to reach and as private as our own pages."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import ViewportSize, expect

from tests.browser.conftest import Visitor
from tests.browser.site_fixtures import by_turns

# One run builds the site with the handbook once, however many run side by side.
pytestmark = pytest.mark.xdist_group("handbook")

OURS = ("index.html", "clinician/", "plan/", "aids/", "gallery/")
KINDS = (
    "404.html",
    "authors/index.html",
    "authors/format/index.html",
    "authors/rules/index.html",
    "authors/rules/DA001/index.html",
    "accessibility/index.html",
    "privacy/index.html",
)
"""Pages of each kind: with long tables, with code, with neither, and the one for a lost way."""
OWN_WORDS = ".md-content"
"""What stands around them is the same on each page."""
INDEX = "search/search_index.json"


def pages(folder: Path) -> list[str]:
    """Return the handbook's pages; of the rules' pages, which are all alike, only the first."""
    found = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    rules = [page for page in found if page.startswith("authors/rules/DA")]
    return [page for page in found if page not in rules[1:] and not page.startswith(OURS)]


def short_index(folder: Path) -> str:
    """Return the index of the search with one page in it.

    Material reads all of the index anew on each page, which takes longer than to look at the page.
    """
    index = json.loads((folder / INDEX).read_text(encoding="utf-8"))
    return json.dumps({**index, "docs": index["docs"][:1]})


@pytest.mark.parametrize("nth", [12, pytest.param(1, marks=pytest.mark.soak)])
def test_each_page_of_the_handbook_is_without_fault(
    nth: int, whole_site: tuple[Path, str], visit: Visitor
) -> None:
    """Every sixth page fits and complains of nothing; axe looks at each kind, and at the words of every twelfth."""
    folder, address = whole_site
    seen, faults = visit("about:blank", width=1280), {}
    index = short_index(folder)
    # Each kind in one of two windows; `make soak` has each in both.
    wide, narrow = (KINDS, KINDS) if nth == 1 else (KINDS[::2], KINDS[1::2])
    seen.page.route(f"**/{INDEX}", lambda route: route.fulfill(body=index))
    assert set(KINDS) < set(pages(folder))
    for number, page in enumerate(pages(folder)):
        if page.startswith("authors/rules/DP") and number % nth:
            continue  # the rules' pages are all alike
        if nth > 1 and number % 6 and page not in KINDS:
            continue  # to open them is what takes the time
        seen.page.set_viewport_size(ViewportSize(width=1280, height=900))
        seen.page.goto(address + page)
        faults[page] = list(seen.axe_faults()) if page in wide else []
        if page not in KINDS and number % nth == 0:
            faults[page] += seen.axe_faults(OWN_WORDS)
        faults[page] += [f"{seen.overflow()} px too wide"] if seen.overflow() else []
        seen.page.set_viewport_size(ViewportSize(width=320, height=844))
        faults[page] += [f"{seen.overflow()} px too wide at 320"] if seen.overflow() else []
        faults[page] += (
            [f"at 320: {fault}" for fault in seen.axe_faults()] if page in narrow else []
        )
        faults[page] += [*seen.complaints, *seen.strangers(address)]
        seen.complaints.clear()
    assert {page: found for page, found in faults.items() if found} == {}


@pytest.mark.parametrize(
    "page",
    by_turns(
        [
            "authors/rules/DP111/",
            "developers/promises/",
            "arc/",
            "authors/spreadsheet/",
            "authors/values/",
            "developers/decisions/0022-plan-exchange/",
        ],
        at_once=2,
    ),
)
def test_without_scripts_no_page_is_wider_than_a_phone(
    page: str, whole_site: tuple[Path, str], visit: Visitor
) -> None:
    seen = visit(f"{whole_site[1]}{page}", width=320, java_script_enabled=False)
    assert seen.overflow() == 0


def test_search_works_under_the_policy_and_finds_the_handbook_only(
    whole_site: tuple[Path, str], visit: Visitor
) -> None:
    seen = visit(f"{whole_site[1]}authors/", width=1280)
    # Words typed before the index has been read are not searched for.
    ready = re.compile("Type to start")
    expect(seen.page.locator(".md-search-result__meta")).to_have_text(ready, timeout=30_000)
    seen.page.get_by_role("textbox", name="Search").press_sequentially("denominators")
    found = seen.page.locator(".md-search-result__link")
    expect(found.first).to_be_visible(timeout=30_000)
    addresses = {str(link.get_attribute("href")) for link in found.all()}
    assert addresses
    assert [each for each in addresses if re.search(r"/aids/|/clinician/", each)] == []
    assert list(seen.axe_faults()) == []
    assert seen.complaints == []


def test_the_handbook_leads_back_to_the_catalogue(
    whole_site: tuple[Path, str], visit: Visitor
) -> None:
    address = whole_site[1]
    seen = visit(f"{address}authors/format/", width=1280)
    seen.page.get_by_role("link", name="Decision aids").first.click()
    expect(seen.page).to_have_url(re.compile(f"^{re.escape(address)}(index.html)?$"))
    expect(seen.page.get_by_role("searchbox")).to_be_visible()
