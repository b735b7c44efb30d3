"""What the ways to hand over say and hold once something has changed: never what was true before."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor
from tests.browser.handed_over import HandedOver
from tests.browser.site_fixtures import Site
from tests.browser.test_ways import NAMES, PASSPHRASE, SAYS, share_choice, taken, to_summary
from tests.browser.walk import open_ways
from tests.our_aids import EARS

ANOTHER = "another owl, nine rivers"


@pytest.fixture
def page(site: Site, visit: Visitor, handed_over: Callable[[str], HandedOver]) -> Page:
    """Give the summary of an aid with its answers, the fold of all ways open."""
    seen = visit(site.aid_address(EARS)).page
    handed_over(EARS).resume(seen)
    to_summary(seen)
    open_ways(seen)
    return seen


def lock(page: Page, passphrase: str) -> None:
    """Lock the link and the file."""
    if page.locator(".lock").get_attribute("open") is None:
        page.locator(".lock > summary").click()
    page.locator("#passphrase").fill(passphrase)
    page.keyboard.press("Enter")
    expect(page.locator(".lock .way-message")).to_have_text(SAYS["lock.done"])


def test_what_was_saved_does_not_seem_to_leave_out_what_is_kept_back_later(page: Page) -> None:
    said = page.locator(".way:not(.back-opener, .own-copy) .way-message")
    with page.expect_download():
        page.locator("[data-save-file]").click()
    expect(said).to_contain_text("Saved as")
    assert "leaning" in list(share_choice(page))
    page.locator("[data-part-shared=leaning]").uncheck()
    expect(said).to_have_text(SAYS["outdated"])
    expect(page.locator(".share-told")).to_contain_text(NAMES["leaning"])
    taken(page, "[data-copy-link]")
    expect(said).to_have_text(SAYS["copied"])


def test_what_was_copied_does_not_seem_to_be_locked_by_a_lock_that_came_later(page: Page) -> None:
    said = page.locator(".way:not(.back-opener, .own-copy) .way-message")
    taken(page, "[data-copy-link]")
    expect(said).to_have_text(SAYS["copied"])
    lock(page, PASSPHRASE)
    expect(said).to_have_text(SAYS["outdated"])


def test_what_was_copied_stays_said_when_nothing_has_changed(page: Page) -> None:
    taken(page, "[data-copy-link]")
    page.evaluate("() => { location.hash = 'now'; }")
    expect(page.locator("[data-step=now]")).to_be_visible()
    to_summary(page)
    expect(page.locator(".way:not(.back-opener, .own-copy) .way-message")).to_have_text(
        SAYS["copied"]
    )


def test_in_another_step_no_code_of_earlier_answers_waits(page: Page) -> None:
    page.locator("[data-show-token]").click()
    page.locator("[data-show-code]").click()
    before = page.locator(".token").inner_text()
    page.evaluate("() => { location.hash = 'now'; }")
    page.locator('input[name=leaning][value="unsure"]').locator("xpath=ancestor::label").click()
    expect(page.locator(".token")).to_have_count(0)
    expect(page.locator(".square-code")).to_have_count(0)
    to_summary(page)
    page.locator("[data-show-token]").click()
    expect(page.locator(".token")).not_to_have_text(before)


def test_another_passphrase_in_the_field_is_no_lock_yet(page: Page) -> None:
    said = page.locator(".lock .way-message")
    lock(page, PASSPHRASE)
    page.locator("#passphrase").fill(ANOTHER)
    expect(said).to_have_text("")
    page.locator("#passphrase").fill(PASSPHRASE)
    expect(said).to_have_text(SAYS["lock.done"])


def test_when_answers_are_cleared_nothing_says_that_the_link_is_locked(page: Page) -> None:
    lock(page, PASSPHRASE)
    page.locator("[data-clear]").filter(visible=True).first.click()
    page.get_by_role("button", name="Yes, clear them").click()
    expect(page.locator("#passphrase")).to_have_value("")
    page.evaluate("() => { location.hash = 'now'; }")
    page.locator('input[name=leaning][value="unsure"]').locator("xpath=ancestor::label").click()
    to_summary(page)
    expect(page.locator(".lock .way-message")).to_have_text("")
    expect(page.get_by_role("button", name=SAYS["lock.undo"])).to_be_hidden()
    (link,) = taken(page, "[data-copy-link]")
    assert link.split("#")[1].startswith("1")


def test_whoever_presses_twice_sees_the_code_and_saves_one_file(page: Page) -> None:
    saved: list[str] = []
    page.on("download", lambda each: saved.append(each.suggested_filename))
    page.locator("[data-show-token]").dblclick()
    expect(page.locator(".token")).to_be_visible()
    page.locator("[data-save-file]").dblclick()
    expect(page.locator(".way:not(.back-opener, .own-copy) .way-message")).to_contain_text(
        "Saved as"
    )
    page.locator("[data-save-text]").click()
    expect(page.locator(".way:not(.back-opener, .own-copy) .way-message")).to_contain_text(".txt")
    assert len(saved) == 2


def test_without_answers_nothing_is_said_of_a_code_on_the_paper(site: Site, visit: Visitor) -> None:
    seen = visit(f"{site.aid_address(EARS)}#summary").page
    expect(seen.locator("[data-more-ways]")).to_be_visible()
    line = seen.get_by_text(SAYS["paper.line"])
    expect(line).to_be_hidden()
    seen.evaluate("() => { location.hash = 'now'; }")
    seen.locator('input[name=leaning][value="unsure"]').locator("xpath=ancestor::label").click()
    to_summary(seen)
    expect(line).to_be_visible()
