"""What comes late on the clinician's page opens nothing, and takes no sheet away; nothing typed stays for ever."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Visitor
from tests.browser.desk import as_file, handed, link_to, opened_by_file, paste, qr_picture
from tests.browser.site_fixtures import Site, by_turns
from tests.browser.visit import Visit
from tests.our_aids import KNEE

ONE, TWO = "the words of the first", "the words of the second"
CLOSE = ":is([data-close], [data-close-all]):visible"


@pytest.fixture
def desk(site: Site, visit: Visitor) -> Visit:
    """Open the clinician's page, with somebody's sheet."""
    seen = visit(f"{site.address}clinician/", width=1366, height=768)
    opened_by_file(seen.page, handed(site, KNEE, 0, ONE))
    return seen


class Held:
    """An answer that waits until it is let go."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.routes: list[Route] = []
        page.route(address, lambda route: self.routes.append(route))  # noqa: PLW0108 - it needs a function

    def wait(self) -> None:
        """Wait until it was asked for."""
        for _ in range(200):
            if self.routes:
                return
            self.page.wait_for_timeout(25)
        pytest.fail("it was not asked for")

    def go(self) -> None:
        """Let it come, and give the page the time to use it."""
        for route in self.routes:
            route.continue_()
        self.page.wait_for_timeout(1500)


def picture_chosen(site: Site, desk: Visit) -> Held:
    """Choose a picture whose reader is slow to come."""
    held = Held(desk.page, "**/code-pictures*.js")
    code = qr_picture(link_to(site, handed(site, KNEE, 4, TWO).token))
    desk.page.locator("#picture").set_input_files(as_file(code))
    held.wait()
    return held


def test_a_picture_that_comes_after_all_was_closed_opens_nothing(site: Site, desk: Visit) -> None:
    held = picture_chosen(site, desk)
    # Nobody takes the first one's answers for those in the picture.
    expect(desk.page.locator("#sheet")).to_be_empty()
    desk.page.locator(CLOSE).first.click()
    held.go()
    expect(desk.page.locator("#sheet")).to_be_empty()
    expect(desk.page.locator(".open-one")).to_have_count(0)
    assert TWO not in desk.page.content()
    assert desk.complaints == []


def test_a_picture_that_comes_late_takes_no_sheet_away(site: Site, desk: Visit) -> None:
    held = picture_chosen(site, desk)
    desk.page.locator(".open-one").first.click()
    expect(desk.page.locator("#sheet")).to_contain_text(ONE)
    held.go()
    expect(desk.page.locator("#sheet")).to_contain_text(ONE)
    assert TWO not in desk.page.content()


def test_a_picture_is_read_all_the_same_when_its_reader_is_slow(site: Site, desk: Visit) -> None:
    picture_chosen(site, desk).go()
    expect(desk.page.locator("#sheet")).to_contain_text(TWO)


def test_examples_that_come_late_take_no_sheet_away(site: Site, desk: Visit) -> None:
    held = Held(desk.page, "**/practice.json")
    desk.page.locator("[data-examples]").evaluate("(press) => press.click()")
    held.wait()
    paste(desk.page, link_to(site, handed(site, KNEE, 4, TWO).token))
    expect(desk.page.locator("#sheet")).to_contain_text(TWO)
    for route in held.routes:
        route.fulfill(status=200, body="[")
    desk.page.wait_for_timeout(800)
    expect(desk.page.locator("#sheet")).to_contain_text(TWO)
    expect(desk.page.locator("[data-problem]")).to_be_empty()


@pytest.mark.parametrize("first", by_turns(["1", "2", "3", "9", "%31", "%33"], begin=3, at_once=2))
def test_a_link_of_tomorrow_is_answered_and_out_of_the_address_too(
    first: str, site: Site, visit: Visitor
) -> None:
    token = handed(site, KNEE, 0).token
    seen = visit(f"{site.address}clinician/#{first}{token[1:]}")
    expect(
        seen.page.locator(":is([data-problem] p, .sheet, [data-passphrase] form)").first
    ).to_be_visible()
    assert seen.page.url == f"{site.address}clinician/"
    assert seen.complaints == []


def test_a_code_that_was_typed_and_left_there_goes_too(site: Site, visit: Visitor) -> None:
    page = visit("about:blank", width=1366, height=768).page
    page.clock.install()
    page.goto(f"{site.address}clinician/")
    token = handed(site, KNEE, 0, ONE).token
    page.locator("#code").fill(token)
    page.clock.fast_forward("09:10")
    page.clock.fast_forward("01:10")
    expect(page.locator("#code")).to_have_value("")
