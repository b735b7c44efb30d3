"""A plan is kept on the person's own device where they chose it: not in a clinic, not mixed, not shown unasked."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect

from bench.keeping import PLAN_FAULTS, PlanRuns, chromium_runs, wait_until
from decisionaid.site import build_site
from tests.browser.conftest import Visitor
from tests.browser.site_fixtures import Site, by_turns
from tests.browser.test_keeping import ASKS, CLEARED, NOTHING, STORED, delete
from tests.browser.two_people import TwoPeople, open_plan
from tests.browser.visit import Visit, comes_to
from tests.conftest import ROOT
from tests.english import script_texts

# The browser that is killed is started by one worker, once.
pytestmark = pytest.mark.xdist_group("plan-kept")
SAYS = script_texts("plan")
KEEP = script_texts("keep") | script_texts("keep_plan")
KEY = "decisionaid.kept/plan/"
WHOSE = "input[name=f-whose]"
OFFER = "[data-keep-here]"
MATTERS = "Keep taking my grandson to school"
"""Words of the plan that is called knee-agreed."""


def saved(page: Page) -> None:
    wait_until(page, ("saved",))


def keep(page: Page) -> None:
    """Say on "My copy" that the device is one's own, and keep the plan on it."""
    page.locator("#part-copy").click()
    page.locator(WHOSE).first.click()
    page.locator(OFFER).click()
    saved(page)


def another(page: Page) -> Page:
    other = page.context.new_page()
    other.goto(page.url)
    return other


def clear(page: Page, asked: str = SAYS["clear.sure"]) -> None:
    page.locator("[data-clear]").click()
    expect(page.locator(".ask")).to_contain_text(asked)
    page.locator(".ask .button").first.click()


@pytest.fixture
def plan(site: Site, visit: Visitor) -> Visit:
    """Look at the page of a plan."""
    return visit(f"{site.address}plan/", width=1280, height=800)


@pytest.fixture(scope="module")
def runs(driver: Playwright) -> Iterator[PlanRuns]:
    """Give a browser of our own, whose profile outlives it."""
    with chromium_runs(2, driver, PlanRuns) as each:
        assert isinstance(each, PlanRuns)
        yield each


@pytest.mark.long
# The others are tried with an aid, in `test_keeping.py`.
@pytest.mark.parametrize("fault", by_turns(PLAN_FAULTS, begin=4, at_once=2))
def test_nothing_of_a_plan_that_was_shown_as_saved_is_lost(fault: str, runs: PlanRuns) -> None:
    runs.run(fault)
    assert (runs.seen.lost, runs.seen.of_another, runs.seen.before_choice) == ([], [], [])
    assert runs.seen.complaints == []


def test_a_plan_is_kept_by_choice_asked_about_and_cleared_with_all_copies(plan: Visit) -> None:
    page = plan.page
    open_plan(page, "knee-agreed")
    page.locator("#part-copy").click()
    expect(page.locator(WHOSE)).to_have_count(2)
    assert page.locator(f"{OFFER}, {WHOSE}:checked").count() == 0
    page.locator(WHOSE).last.click()
    expect(page.locator(".plan-keep")).to_contain_text(SAYS["keep.not"])
    assert page.locator(OFFER).count() == 0
    page.locator(WHOSE).first.click()
    expect(page.locator("[data-keep]")).to_contain_text(SAYS["keep.offer"])
    assert page.evaluate(STORED) == NOTHING
    assert not [url for url in plan.requests if "keep" in url]
    page.locator(OFFER).click()
    saved(page)
    assert page.evaluate(STORED) == {"local": [KEY], "session": [], "databases": [KEY]}
    expect(page.locator("[data-keep]")).to_contain_text(KEEP["shared"])
    # In another tab, and in this one when it is loaded again, it is asked whose it is.
    other = another(page)
    for each in (other, page):
        each.reload()
        expect(each.locator(".keep-box")).to_contain_text("Is it yours?")
        assert MATTERS not in each.locator("main").inner_text()
        each.locator("[data-keep-do=open]").click()
        saved(each)
        expect(each.locator(".copy").first).to_contain_text(MATTERS)
    # What is said in one is taken over by the other, which has nothing of its own.
    other.locator("#part-visit").click()
    other.locator("input[name=here]").first.check()
    other.locator("#here-typed").select_option(index=1)
    other.locator("[data-begin]").click()
    other.locator("[data-add=own]").click()
    other.locator("#f-action-new").fill("Swim")
    expect(other.locator("[data-where]")).to_contain_text(SAYS["keep.waiting"].split("{")[0])
    other.locator(".plan-add", has=other.locator("#f-action-new")).get_by_role("button").click()
    saved(other)
    expect(other.locator("[data-line]")).to_contain_text(SAYS["line.kept"])
    comes_to(other, ASKS, expected=False)
    expect(page.locator("#paper")).to_contain_text("Swim")
    # A visit was begun and something came to it: nothing that stood here went.
    expect(page.locator("[data-kept] .message")).to_contain_text(KEEP["news.updated"])
    assert page.locator("[data-kept] .message li").count() == 0
    # Cleared: both copies, the other tab, and what the browser keeps for the way back.
    page.goto(f"{page.url}?other")
    page.go_back()
    expect(page.locator(".keep-box")).to_be_visible()
    assert MATTERS not in (page.locator("body").text_content() or "")
    page.locator("[data-keep-do=open]").click()
    saved(page)
    clear(page, SAYS["clear.sure_kept"])
    expect(page.locator("#status")).to_have_text(SAYS["clear.done"])
    expect(other.locator("[data-kept]")).to_contain_text(KEEP["news.cleared"])
    for each in (page, other):
        assert each.evaluate(STORED) == CLEARED
        assert MATTERS not in (each.locator("body").text_content() or "")
    assert plan.complaints == []


def test_in_a_visit_of_two_people_it_is_offered_once_the_person_says_whose_device_it_is(
    plan: Visit,
) -> None:
    page = plan.page
    open_plan(page)
    TwoPeople(page).begin()
    page.locator("#part-copy").click()
    expect(page.locator(WHOSE)).to_have_count(2)
    assert page.locator(OFFER).count() == 0
    page.locator(WHOSE).first.click()
    expect(page.locator(OFFER)).to_be_visible()
    # Who is alone with their plan is not asked.
    page.locator("#part-visit").click()
    clear(page)
    page.locator("[data-new]").click()
    page.locator("input[name=here]").first.check()
    page.locator("#here-typed").select_option(index=1)
    page.locator("[data-begin]").click()
    page.locator("#part-copy").click()
    expect(page.locator(OFFER)).to_be_visible()
    assert page.locator(WHOSE).count() == 0
    assert page.evaluate(STORED) == NOTHING


def test_kept_is_no_plan_that_is_nobodys_own(plan: Visit, visit: Visitor, site: Site) -> None:
    page = plan.page
    page.locator("[data-try]").click()
    page.locator("[data-example]").nth(1).click()
    page.locator("#part-copy").click()
    expect(page.locator(".copy").first).to_be_visible()
    assert page.locator(f"{WHOSE}, {OFFER}").count() == 0
    # From a disk the page cannot keep, and says so.
    seen = visit((site.folder / "plan/index.html").as_uri())
    open_plan(seen.page, "knee-agreed")
    seen.page.locator("#part-copy").click()
    expect(seen.page.locator(".plan-keep")).to_have_text(SAYS["keep.cannot"])
    assert seen.page.locator(f"{WHOSE}, {OFFER}").count() == 0


def test_a_kiosk_offers_to_keep_no_plan(tmp_path: Path) -> None:
    build_site(ROOT / "aids", tmp_path, kiosk=True)
    text = (tmp_path / "plan/index.html").read_text("utf-8")
    assert "keep-script" not in text
    assert not (tmp_path / "plan/keep-words.js").exists()


def test_who_finds_another_plan_kept_is_told_so_and_neither_is_lost(plan: Visit) -> None:
    page = plan.page
    open_plan(page, "two-conditions")
    keep(page)
    before = page.evaluate("(key) => localStorage.getItem(key)", KEY)
    other = another(page)
    other.locator("[data-keep-do=leave]").click()
    open_plan(other, "knee-agreed")
    other.locator("#part-copy").click()
    other.locator(WHOSE).first.click()
    other.locator(OFFER).click()
    box = other.locator(".keep-box")
    expect(box).to_contain_text(KEEP["found.in_place"].split("{")[0])
    expect(box).not_to_contain_text("Sit down for half of my work")
    expect(box.locator("a, button").filter(has_text=KEEP["to_summary"])).to_be_visible()
    other.locator("[data-keep-do=leave]").click()
    expect(other.locator(".copy").first).to_contain_text(MATTERS)
    assert other.evaluate("(key) => localStorage.getItem(key)", KEY) == before
    saved(page)
    assert plan.complaints == []


@pytest.mark.parametrize("width", by_turns([320, 1280]))
def test_two_plans_stand_side_by_side_and_the_person_chooses(
    width: int, site: Site, visit: Visitor
) -> None:
    seen = visit(f"{site.address}plan/", width=width)
    page = seen.page
    other = another(page)
    open_plan(other, "two-conditions")
    keep(other)
    before = page.evaluate("(key) => localStorage.getItem(key)", KEY)
    page.reload()
    open_plan(page, "knee-agreed")
    page.locator("[data-keep-do=open]").click()
    rows = page.locator(".keep-apart li")
    expect(rows.first).to_contain_text(SAYS["keep.which"])
    goals = rows.filter(has_text=SAYS["copy.goals"])
    expect(goals).to_contain_text("Walk my grandson to school")
    expect(goals).to_contain_text("Sit down for half of my work")
    assert (seen.overflow(), list(seen.axe_faults())) == (0, [])
    low = page.locator(".keep-box .button").evaluate_all(
        "(all) => all.filter((one) => one.getBoundingClientRect().height < 44).length"
    )
    assert low == 0
    page.locator("[data-keep-do=both]").click()
    expect(page.locator(".keep-box")).to_have_count(0)
    expect(page.locator("#paper")).to_contain_text(MATTERS)
    assert page.evaluate("(key) => localStorage.getItem(key)", KEY) == before
    # To clear this one is not to clear the other one.
    clear_unsaved(page)
    expect(page.locator(".keep-box")).to_contain_text(KEEP["found.left"].split("{")[0])
    page.locator("[data-keep-do=open]").click()
    saved(page)
    expect(page.locator("#paper")).to_contain_text("Sit down for half of my work")
    assert MATTERS not in (page.locator("#paper").text_content() or "")
    assert seen.complaints == []


def clear_unsaved(page: Page) -> None:
    """Clear a plan that was opened from a file and not changed: nothing is asked."""
    page.locator("[data-clear]").click()
    expect(page.locator("html")).not_to_have_class("has-plan")


@pytest.mark.parametrize(
    ("text", "said"),
    by_turns(
        [
            ("{", "unreadable"),
            ("x" * 4_000_000, "unreadable"),
            (
                '{"format":"decisionaid.kept/1","of":"plan/","rev":9,"changed":1,"state":"{}"}',
                "unreadable",
            ),
            ('{"format":"decisionaid.kept/2"}', "newer"),
            (
                """{"format":"decisionaid.kept/1","of":"plan/","rev":9,"changed":1,"state":"{\\"format\\":\\"decisionaid.kept-plan/2\\"}"}""",
                "newer",
            ),
        ],
        begin=3,
        at_once=2,
    ),
)
def test_what_cannot_be_read_loses_nothing(text: str, said: str, plan: Visit) -> None:
    page = plan.page
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
    page.reload()
    expect(page.locator(".keep-box")).to_contain_text(KEEP[said])
    open_plan(page, "knee-agreed")
    expect(page.locator("#paper")).to_contain_text(MATTERS)
    assert page.evaluate("(key) => localStorage.getItem(key)", KEY) == text
    with page.expect_download() as download:
        page.get_by_role("button", name=KEEP["save_raw"]).click()
    assert Path(download.value.path()).read_text("utf-8") == text
    delete(page)
    expect(page.locator(".keep-box")).to_have_count(0)
    assert page.evaluate(STORED) == NOTHING
    expect(page.locator("#paper")).to_contain_text(MATTERS)
    assert plan.complaints == []


def test_a_page_that_nobody_uses_clears_itself_and_not_what_is_kept(
    site: Site, visit: Visitor
) -> None:
    page = visit("about:blank").page
    page.clock.install()
    page.goto(f"{site.address}plan/")
    open_plan(page, "knee-agreed")
    keep(page)
    # What the page had said is in no plan goes with a word.
    page.locator("#part-visit").click()
    page.locator("input[name=here]").first.check()
    page.locator("#here-typed").select_option(index=1)
    page.locator("[data-begin]").click()
    page.locator("[data-add=own]").click()
    page.locator("#f-action-new").fill("Swim")
    expect(page.locator("[data-where]")).to_contain_text(SAYS["keep.waiting"].split("{")[0])
    page.clock.run_for(11 * 60_000)
    expect(page.locator("[data-problem]")).to_contain_text(SAYS["idle.lost"].split("}")[1])
    expect(page.locator("[data-problem]")).to_contain_text("It is still kept on this device.")
    expect(page.locator(".keep-box")).to_contain_text("Is it yours?")
    assert MATTERS not in (page.locator("body").text_content() or "")
    page.locator("[data-keep-do=open]").click()
    saved(page)
    expect(page.locator("#paper")).to_contain_text(MATTERS)
