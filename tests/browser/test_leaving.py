"""What would be lost is asked about before it is, and one's own file comes back whole."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.browser.answers import Answers
from tests.browser.conftest import Visitor
from tests.browser.handed_over import HandedOver
from tests.browser.site_fixtures import Site
from tests.browser.walk import Walk, open_ways
from tests.english import script_texts
from tests.our_aids import EARS, SLUGS

SAYS = script_texts("ways")

LEAVE = "() => window.dispatchEvent(new Event('beforeunload', { cancelable: true }))"


def asks(page: Page) -> bool:
    """Return whether the page would have the browser ask before it is left."""
    return page.evaluate(LEAVE) is False


def test_the_browser_asks_only_while_something_would_be_lost(site: Site, visit: Visitor) -> None:
    seen = visit(site.aid_address(EARS))
    page = seen.page
    walk = Walk(page, Answers(site.aids[EARS]))
    assert not asks(page)
    walk.answer("start")
    assert asks(page)
    page.reload()
    assert asks(page)
    page.goto(f"{site.aid_address(EARS)}#summary")
    open_ways(page)
    page.locator("[data-save-file]").filter(visible=True).first.click()
    assert not asks(page)
    page.reload()
    assert not asks(page)
    page.goto(f"{site.aid_address(EARS)}#values")
    walk.answer("values")
    assert asks(page)
    page.evaluate("() => window.dispatchEvent(new Event('afterprint'))")
    assert not asks(page)
    assert seen.complaints == []


def test_closing_the_tab_asks_and_following_a_link_does_not(site: Site, visit: Visitor) -> None:
    seen = visit(site.aid_address(EARS))
    page, asked = seen.page, list[str]()

    def note(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", note)
    Walk(page, Answers(site.aids[EARS])).answer("start")
    page.locator("a[href='evidence.html']").first.evaluate("(link) => link.click()")
    page.wait_for_url("**/evidence.html")
    assert asked == []
    page.go_back()
    page.locator("input[type=radio]").filter(visible=True).first.click()
    page.close(run_before_unload=True)
    expect(page.locator("body")).to_be_visible()
    page.wait_for_timeout(300)
    assert asked == ["beforeunload"]


@pytest.mark.parametrize("slug", SLUGS)
def test_nothing_is_said_to_be_missing_from_ones_own_file(
    slug: str, site: Site, visit: Visitor, handed_over: Callable[[str], HandedOver]
) -> None:
    page = visit(f"{site.aid_address(slug)}#summary").page
    page.locator("#open-file").set_input_files(handed_over(slug).file)
    expect(page.locator(".file-message")).to_have_text(SAYS["open.done"])
