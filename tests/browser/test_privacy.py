"""Nothing that a person types leaves the device, and all of it can be cleared."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.answers import OWN_WORDS, Answers
from tests.browser.conftest import Visitor
from tests.browser.handed_over import STORES, HandedOver
from tests.browser.site_fixtures import Site, by_turns
from tests.browser.walk import Walk
from tests.our_aids import EARS, SLUGS

NOTHING = {"local": 0, "databases": 0, "caches": 0, "workers": 0, "cookies": ""}
KEPT = "() => Object.values(sessionStorage).join()"
# Every control that a person can change, when it does not stand as it does on a fresh page.
CHANGED = """() => [...document.forms[0].elements].filter((control) =>
  control.checked !== control.defaultChecked && control.type !== "hidden"
  || "defaultValue" in control && control.value !== control.defaultValue
).map((control) => control.name)"""


def clear(page: Page) -> None:
    """Clear all answers, as the footer of every step offers it, and confirm."""
    page.on("dialog", lambda dialog: dialog.accept())
    page.locator("[data-clear]").filter(visible=True).last.click()
    page.get_by_role("button", name="Yes, clear them").click()


@pytest.mark.parametrize("slug", by_turns(SLUGS, begin=2))
def test_no_request_leaves_the_site_and_no_policy_is_broken(
    slug: str, site: Site, visit: Visitor, handed_over: Callable[[str], HandedOver]
) -> None:
    handed = handed_over(slug)
    # Once the page is there, one script is asked for when a person begins, and two near the end: the
    # same for everybody.
    later = ("assets/aid-statement.js", "assets/aid-ways.js", f"aids/{slug}/words.js")
    asked = [url for url in handed.asked if not url.startswith("blob:")]
    assert asked == [f"{site.address}{name}" for name in later]
    assert [
        url for url in handed.requests if not url.startswith((site.address, "data:", "blob:"))
    ] == []
    assert (handed.complaints, handed.cookies, handed.stores) == ([], [], NOTHING)

    sheet = visit(f"{site.address}clinician/")
    sheet.page.locator("#record-file").set_input_files(handed.file)
    expect(sheet.page.locator("#sheet")).to_contain_text(OWN_WORDS)
    others = [visit(site.address), visit(f"{site.aid_address(slug)}evidence.html")]
    for one in (sheet, *others):
        assert list(one.strangers(site.address)) == []
        assert one.complaints == []
        assert one.page.evaluate(STORES) == NOTHING
        assert one.page.context.cookies() == []
        assert one.page.evaluate("() => sessionStorage.length") == 0


@pytest.mark.parametrize("slug", by_turns(SLUGS))
def test_no_address_of_the_site_holds_an_answer(
    slug: str, site: Site, handed_over: Callable[[str], HandedOver]
) -> None:
    _first, *others = site.steps(slug)
    addresses = [f"{site.aid_address(slug)}#{step}" for step in others]
    assert handed_over(slug).addresses == addresses


@pytest.mark.parametrize("step", ["start", "values", "summary"])
def test_clear_leaves_nothing(
    step: str, site: Site, visit: Visitor, handed_over: Callable[[str], HandedOver]
) -> None:
    seen = visit(f"{site.aid_address(EARS)}#now")
    page, handed = seen.page, handed_over(EARS)
    handed.resume(page)
    page.goto(f"{site.aid_address(EARS)}#{step}")
    walk = Walk(page, handed.answers)
    walk.expect_at(step)
    walk.expect_kept()
    assert "fuss" in page.evaluate(KEPT)
    clear(page)
    expect(page.locator("#status")).to_contain_text("cleared")
    assert_empty(page, site)
    page.go_back()
    assert_empty(page, site)
    page.reload()
    assert_empty(page, site)
    assert seen.complaints == []


def assert_empty(page: Page, site: Site) -> None:
    """Find no answer in storage, form, address, or words."""
    assert page.url.partition("#")[0] == site.aid_address(EARS)
    assert "fuss" not in page.evaluate(KEPT)
    assert page.evaluate(CHANGED) == []
    assert "fuss" not in page.content()


def test_clear_can_be_taken_back_before_it_happens(site: Site, visit: Visitor) -> None:
    page = visit(site.aid_address(EARS)).page
    walk = Walk(page, Answers(site.aids[EARS]))
    walk.answer("start")
    page.locator("[data-clear]").filter(visible=True).last.click()
    page.get_by_role("button", name="No, keep them").click()
    page.reload()
    for action in walk.answers.by_step["start"][:2]:
        expect(walk.control(action)).to_be_checked()  # type: ignore[arg-type]


def test_closing_the_sheet_leaves_nothing(
    site: Site, visit: Visitor, handed_over: Callable[[str], HandedOver]
) -> None:
    page = visit(f"{site.address}clinician/").page
    page.locator("#record-file").set_input_files(handed_over(EARS).file)
    expect(page.locator("#sheet")).to_contain_text(OWN_WORDS)
    page.locator("[data-close]").click()
    expect(page.locator("#sheet")).not_to_contain_text("fuss")
    assert "fuss" not in page.content()
    assert page.locator("#record-file").input_value() == ""
