"""A code that is refused stays in its field to be mended, and one that was opened is gone; old words are not heard."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.back import back_window
from tests.browser.conftest import Visitor
from tests.browser.desk import Handed, handed, paste
from tests.browser.site_fixtures import Site
from tests.browser.two_people import plan_file
from tests.our_aids import KNEE
from tests.plans import plan_data

PLACES = ("plan", "clinician", "own back")
REFUSED = "0123 4567 89ab cdef 0123 4567 89ab cdef 0123 4567"
"""Long enough to be taken for a code where it is pasted."""


def opened(site: Site, visit: Visitor, place: str) -> Page:
    """Open one of the three pages that take codes."""
    address = (
        f"{site.aid_address(KNEE)}#summary" if place == "own back" else f"{site.address}{place}/"
    )
    page = visit(address, width=1280, height=900).page
    if place == "own back":
        back_window(page)
    return page


@pytest.fixture
def mine(site: Site) -> Handed:
    """Return a record that each of the pages opens."""
    return handed(site, KNEE, 0, "My own words")


def by_typing(page: Page, text: str) -> None:
    """Type a text into the field for codes, and open it."""
    page.locator("#code").fill(text)
    page.locator("#code").press("Enter")


def by_pasting(page: Page, text: str) -> None:
    """Paste a text into the field for codes: it is opened at once."""
    page.locator("#code").fill("")
    page.locator("#code").focus()
    paste(page, text)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("bring", [by_typing, by_pasting])
def test_a_code_that_is_refused_stays_and_one_that_is_opened_goes(
    bring: Callable[[Page, str], None], place: str, mine: Handed, site: Site, visit: Visitor
) -> None:
    page = opened(site, visit, place)
    code, problem = page.locator("#code"), page.locator(":is(.problem, [data-problem]) p")
    bring(page, REFUSED)
    expect(problem.first).to_be_visible()
    expect(code).to_have_value(REFUSED)
    # A sign is missing: it is put in where it was typed.
    token = mine.token
    bring(page, token[:-1])
    expect(code).to_have_value(token[:-1])
    expect(problem.first).to_be_visible()
    code.press("End")
    code.press_sequentially(token[-1])
    code.press("Enter")
    expect(code).to_have_value("")
    expect(problem).to_have_count(0)


def test_another_text_takes_the_place_of_what_was_refused_and_a_part_does_not(
    mine: Handed, site: Site, visit: Visitor
) -> None:
    page = opened(site, visit, "clinician")
    by_typing(page, REFUSED)
    expect(page.locator("#code")).to_have_value(REFUSED)
    paste(page, mine.token)
    expect(page.locator("#sheet")).to_contain_text("My own words")
    expect(page.locator("#code")).to_have_value("")


def test_a_clinician_who_opens_somebody_else_finds_no_refused_text_in_the_way(
    mine: Handed, site: Site, visit: Visitor
) -> None:
    page = opened(site, visit, "clinician")
    by_typing(page, REFUSED)
    expect(page.locator("#code")).to_have_value(REFUSED)
    page.locator("#record-file").set_input_files(mine.file())
    expect(page.locator("#sheet")).to_contain_text("My own words")
    page.locator("[data-close-all]").or_(page.locator("[data-close]")).filter(
        visible=True
    ).first.click()
    expect(page.locator("#sheet")).to_be_empty()


def test_the_status_holds_no_old_words_once_something_else_is_done(
    mine: Handed, site: Site, visit: Visitor
) -> None:
    page = opened(site, visit, "plan")
    status = page.locator("#status")
    data = plan_data("knee-agreed")
    page.locator("#record-file").set_input_files(plan_file(json.dumps(data)))
    expect(status).not_to_be_empty()
    page.locator("#part-review").click()
    # What is of the same press is heard; a second later it is old.
    page.wait_for_timeout(1100)
    page.locator("#part-copy").click()
    expect(status).to_be_empty()
    page.goto(f"{site.address}clinician/")
    page.locator("#record-file").set_input_files(mine.file())
    expect(status).not_to_be_empty()
    page.wait_for_timeout(1100)
    page.get_by_role("button", name="Open another").click()
    expect(status).to_be_empty()


def test_the_page_for_paper_holds_no_old_words(site: Site, visit: Visitor) -> None:
    page = visit(f"{site.aid_address(KNEE)}from-paper.html").page
    page.evaluate("() => { document.querySelector('#status').textContent = 'Old words'; }")
    page.wait_for_timeout(1100)
    page.locator("textarea, input[type=text]").filter(visible=True).first.click()
    expect(page.locator("#status")).to_be_empty()
