"""What is cleared in one tab is cleared in its copies: those that a browser's own "Duplicate" makes."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor
from tests.browser.site_fixtures import Site
from tests.english import script_texts
from tests.our_aids import EARS

PAGE = script_texts("aid")
KEEP = script_texts("keep")
PREPARE = script_texts("prepare")
SESSION = "() => Object.keys(sessionStorage)"
KEPT = "async () => [...Object.keys(localStorage), ...(await indexedDB.databases()).map(({ name }) => name)]"
ASKS = "() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))"
ROLE = "[name='filled_in_by.role'][value={}]"


def say_something(page: Page, value: str = "carer") -> None:
    page.locator(ROLE.format(value)).click()
    named(page)


def named(page: Page) -> None:
    """Wait until a tab has the name that its copies have from it."""
    page.wait_for_function(
        "() => Object.keys(sessionStorage).some((key) => key.startsWith('decisionaid.copy/'))"
    )


def copied(page: Page) -> Page:
    """Duplicate a tab: another one with the same address and the same storage of the tab."""
    with page.expect_popup() as opened:
        page.evaluate("() => void window.open(location.href)")
    other = opened.value
    other.wait_for_selector("html.js:not(.opening)")
    return other


def clear(page: Page) -> None:
    page.locator("[data-clear]").filter(visible=True).first.click()
    page.get_by_role("button", name=PAGE["clear.yes"]).click()
    expect(page.locator("#status")).to_have_text(PAGE["clear.done"])
    # Whoever pressed sees it as well as hears it.
    expect(page.locator("#aid > .message p")).to_have_text(PAGE["clear.done"])
    expect(page.locator("#aid > .message")).to_be_in_viewport()


def is_cleared(page: Page) -> None:
    """Look that nothing is left, and that it is said."""
    expect(page.locator("#aid > .message")).to_have_text(PAGE["clear.done"])
    assert page.locator("#aid input:checked").count() == 0
    assert page.evaluate(SESSION) == []
    assert page.evaluate(KEPT) == []
    assert not page.evaluate(ASKS)


def test_whoever_cleared_sees_it_once_and_until_something_is_said_anew(
    site: Site, visit: Visitor
) -> None:
    seen = visit(site.aid_address(EARS), width=320)
    page = seen.page
    say_something(page)
    # The two buttons do not touch: one of them cannot be undone.
    page.locator("[data-clear]").filter(visible=True).first.click()
    boxes = [each.bounding_box() for each in page.locator(".ask .button").all()]
    upper, lower = [box for box in boxes if box is not None]
    assert lower["y"] - upper["y"] - upper["height"] >= 4
    page.get_by_role("button", name=PAGE["clear.no"]).click()
    clear(page)
    clear(page)
    say_something(page)
    expect(page.locator("#aid > .message")).to_have_count(0)
    assert seen.complaints == []


def test_what_was_said_of_one_step_is_not_left_for_who_reads_the_next(
    site: Site, visit: Visitor
) -> None:
    page = visit(site.aid_address(EARS)).page
    say_something(page)
    clear(page)
    say_something(page)
    page.locator("[data-step=start] [data-continue]").click()
    expect(page.locator("[data-step=options] h1")).to_be_focused()
    expect(page.locator("#status")).to_have_text("")


def test_a_copy_is_cleared_with_its_tab_and_leaves_no_trace(site: Site, visit: Visitor) -> None:
    seen = visit(site.aid_address(EARS))
    page = seen.page
    say_something(page)
    other = copied(page)
    expect(other.locator(ROLE.format("carer"))).to_be_checked()
    # What was said in the copy alone goes too: it is the same person, and nothing of it is kept.
    other.locator("textarea[name=what_matters]").evaluate(
        "(one) => { one.value = 'made up'; one.dispatchEvent(new Event('input', { bubbles: true })); }"
    )
    clear(page)
    is_cleared(other)
    assert other.locator("textarea[name=what_matters]").input_value() == ""
    assert page.evaluate(SESSION) == []
    # Said until something is said anew.
    other.locator(ROLE.format("patient")).click()
    expect(other.locator("#aid > .message")).to_have_count(0)
    assert seen.complaints == []


def test_a_copy_of_a_copy_is_cleared_too(site: Site, visit: Visitor) -> None:
    page = visit(site.aid_address(EARS)).page
    say_something(page)
    one = copied(page)
    other = copied(one)
    one.close()
    clear(other)
    is_cleared(page)


def test_a_copy_that_slept_is_cleared_when_it_wakes(site: Site, visit: Visitor) -> None:
    page = visit(site.aid_address(EARS)).page
    say_something(page)
    other = copied(page)
    session = other.context.new_cdp_session(other)
    session.send("Page.setWebLifecycleState", {"state": "frozen"})
    clear(page)
    session.send("Page.setWebLifecycleState", {"state": "active"})
    is_cleared(other)


def test_a_copy_that_was_away_asks_when_it_comes_back(site: Site, visit: Visitor) -> None:
    page = visit(site.aid_address(EARS)).page
    say_something(page)
    other = copied(page)
    other.goto(f"{site.aid_address(EARS)}evidence.html")
    clear(page)
    other.go_back()
    is_cleared(other)


def test_a_page_that_comes_back_from_the_memory_of_the_browser_asks(
    site: Site, visit: Visitor
) -> None:
    page = visit(site.aid_address(EARS)).page
    say_something(page)
    other = copied(page)
    named(other)
    # As a browser does that keeps the page: it hears nothing meanwhile.
    gone = "(name) => dispatchEvent(new PageTransitionEvent(name, { persisted: true }))"
    other.evaluate(gone, "pagehide")
    clear(page)
    expect(other.locator(ROLE.format("carer"))).to_be_checked()
    other.evaluate(gone, "pageshow")
    is_cleared(other)


def test_another_tab_of_the_same_page_stays_as_it_is(site: Site, visit: Visitor) -> None:
    page = visit(site.aid_address(EARS)).page
    say_something(page)
    other = page.context.new_page()
    other.goto(site.aid_address(EARS))
    say_something(other, "patient")
    clear(page)
    other.wait_for_timeout(500)
    expect(other.locator(ROLE.format("patient"))).to_be_checked()
    assert other.locator("#aid > .message").count() == 0


def test_what_a_copy_keeps_by_choice_is_not_cleared_by_one_that_keeps_nothing(
    site: Site, visit: Visitor
) -> None:
    page = visit(site.aid_address(EARS)).page
    say_something(page)
    other = copied(page)
    other.locator("[data-keep] button").click()
    expect(other.locator("[data-where]")).to_have_attribute("data-kept", "saved")
    page.locator("[data-clear]").filter(visible=True).first.click()
    page.get_by_role("button", name=PAGE["clear.yes"]).click()
    # It is said that it is there still, and can be deleted.
    expect(page.locator(".keep-box")).to_contain_text(KEEP["found.left"].split("{")[0])
    expect(other.locator(ROLE.format("carer"))).to_be_checked()
    # Nor later, when it keeps nothing any more: what was cleared is not what it is by now.
    other.locator("[data-keep-stop]").click()
    expect(other.locator("#aid > .message")).to_contain_text(KEEP["news.stopped"])
    other.reload()
    named(other)
    other.wait_for_timeout(500)
    expect(other.locator(ROLE.format("carer"))).to_be_checked()
    assert other.locator("#aid > .message").all_inner_texts() == []
    other.locator("[data-keep] button").click()
    expect(other.locator("[data-where]")).to_have_attribute("data-kept", "saved")
    # The other way round all goes: what keeps, and the copy that keeps nothing.
    third = copied(other)
    # It follows what is kept, as the tab does; then it is made to be one that does not.
    expect(third.locator("[data-where]")).to_have_attribute("data-kept", "saved")
    third.evaluate("(key) => sessionStorage.removeItem(key)", f"decisionaid.keeping/{EARS}")
    third.reload()
    expect(third.locator(".keep-box")).to_be_visible()
    expect(third.locator(ROLE.format("carer"))).to_be_checked()
    clear(other)
    expect(third.locator("#aid > .message").first).to_be_visible()
    assert third.locator("#aid input:checked").count() == 0


def test_answers_that_were_taken_back_leave_no_name(site: Site, visit: Visitor) -> None:
    page = visit(site.aid_address(EARS)).page
    words = page.locator("textarea[name=what_matters]")
    for text, keys in (("made up", 3), ("", 0)):
        words.evaluate(
            "(one, text) => { one.value = text; one.dispatchEvent(new Event('input', { bubbles: true })); }",
            text,
        )
        page.wait_for_function(f"() => Object.keys(sessionStorage).length === {keys}")


def test_a_sheet_before_a_visit_is_cleared_with_its_copy(site: Site, visit: Visitor) -> None:
    seen = visit(f"{site.address}plan/prepare/")
    page = seen.page
    page.locator("textarea").first.fill("made up")
    other = copied(page)
    expect(other.locator("textarea").first).to_have_value("made up")
    page.locator("[data-clear]").click()
    page.get_by_role("button", name=PREPARE["ask.clear_yes"]).click()
    expect(other.locator("div.message")).to_have_text(PREPARE["cleared"])
    assert other.locator("textarea").first.input_value() == ""
    assert other.evaluate(SESSION) == page.evaluate(SESSION) == []
    other.locator("textarea").first.fill("anew")
    expect(other.locator("div.message")).to_have_count(0)
    assert seen.complaints == []
