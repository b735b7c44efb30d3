"""What is made from the answers is a script of its own, fetched when a person begins, and missed in words.

The pages' policy is in force in each of these: Trusted Types, and no complaint of the browser.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.answers import OWN_WORDS, Answers
from tests.browser.conftest import Visitor
from tests.browser.site_fixtures import Site
from tests.browser.walk import Walk
from tests.english import script_texts
from tests.our_aids import EARS, STATINS

SAYS = script_texts("aid")
SECOND = "**/aid-statement.js"
MESSAGE = "#summary > .message"
COUNT_PRINTS = "() => { window.prints = 0; window.print = () => { window.prints += 1; }; }"


@pytest.fixture
def site_or_disk(site: Site, request: pytest.FixtureRequest) -> str:
    """Give the address of an aid, on the site or on a disk."""
    on_disk = (site.folder / "aids" / EARS / "index.html").as_uri()
    return on_disk if request.param == "disk" else site.aid_address(EARS)


@pytest.mark.parametrize("site_or_disk", ["site", "disk"], indirect=True)
def test_it_is_fetched_once_when_a_person_begins_from_a_disk_too(
    site_or_disk: str, site: Site, visit: Visitor, tmp_path: Path
) -> None:
    seen = visit(site_or_disk)
    page = seen.page

    def fetched() -> list[str]:
        return [url for url in seen.requests if "aid-statement" in url]

    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    assert fetched() == []
    with page.expect_request(SECOND):
        page.locator("#start [data-continue]").click()
    walk = Walk(page, Answers(site.aids[EARS]))
    page.goto(f"{site_or_disk}#values")
    walk.answer("values")
    page.goto(f"{site_or_disk}#summary")
    expect(page.locator("#summary")).to_contain_text(OWN_WORDS)
    assert "my-answers" in walk.save(tmp_path).name
    # The same for everybody: nothing of an answer is in it.
    [address] = fetched()
    assert address.endswith("assets/aid-statement.js")
    assert seen.complaints == []


def test_a_first_answer_fetches_it_and_what_was_pressed_before_it_came_is_done_when_it_comes(
    site: Site, visit: Visitor
) -> None:
    page = visit(f"{site.aid_address(EARS)}#start").page
    held: list[Route] = []
    page.route(SECOND, lambda route: held.append(route))  # noqa: PLW0108 - it marks what it is given
    with page.expect_request(SECOND):
        page.locator("#start label:has(input[type=radio])").filter(visible=True).first.click()
    page.goto(f"{site.aid_address(EARS)}#summary")
    page.evaluate(COUNT_PRINTS)
    page.locator("[data-print-summary]").click()
    expect(page.locator(MESSAGE)).to_contain_text(SAYS["later.waiting"])
    expect(page.locator("#status")).to_have_text(SAYS["later.waiting"])
    held[0].continue_()
    page.wait_for_function("() => prints === 1")
    expect(page.locator(MESSAGE)).to_have_count(0)
    assert len(held) == 1


def test_where_it_cannot_be_fetched_that_is_said_with_a_way_out_and_no_answer_is_lost(
    site: Site, visit: Visitor
) -> None:
    page = visit(site.aid_address(EARS)).page
    page.route(SECOND, lambda route: route.abort())
    walk = Walk(page, Answers(site.aids[EARS]))
    walk.answer("start")
    page.goto(f"{site.aid_address(EARS)}#values")
    # Nothing is missed here yet, and nothing is said.
    expect(page.locator(".message").filter(visible=True)).to_have_count(0)
    walk.answer("values")
    page.goto(f"{site.aid_address(EARS)}#summary")
    expect(page.locator(MESSAGE)).to_contain_text(SAYS["later.failed"])
    page.locator("[data-print-summary]").click()
    expect(page.locator("#status")).to_have_text(SAYS["later.failed"])
    page.locator(MESSAGE).get_by_role("button").click()
    expect(page.locator(MESSAGE)).to_contain_text(SAYS["later.failed"])
    page.unroute(SECOND)
    page.locator(MESSAGE).get_by_role("button").click()
    expect(page.locator("#summary")).to_contain_text(OWN_WORDS)
    expect(page.locator(MESSAGE)).to_have_count(0)
    expect(page.locator(".message").filter(visible=True)).to_have_count(0)
    expect(page.locator("[data-module=summary]")).to_be_focused()
    expect(page.locator("[data-bring-back]")).to_be_visible()


def test_one_of_another_version_is_not_taken_and_trying_again_loads_the_page_anew(
    site: Site, visit: Visitor
) -> None:
    page = visit(site.aid_address(STATINS)).page
    other = (site.folder / "assets" / "aid-statement.js").read_text("utf-8")
    asked = list[Page]()
    page.on("load", lambda loaded: asked.append(loaded))  # noqa: PLW0108 - it marks what it is given
    changed = other.replace("decisionaid-", "decisionaid-0")
    page.route(SECOND, lambda route: route.fulfill(body=changed))
    walk = Walk(page, Answers(site.aids[STATINS]))
    walk.answer("start")
    page.goto(f"{site.aid_address(STATINS)}#summary")
    expect(page.locator(MESSAGE)).to_contain_text(SAYS["later.failed"])
    page.unroute(SECOND)
    with page.expect_event("load"):
        page.locator(MESSAGE).get_by_role("button").click()
    expect(page.locator("[data-answered]")).to_be_visible()
    assert len(asked) == 1
