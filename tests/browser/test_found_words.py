"""A word that is looked for is found in a step that is not shown, and the step comes on the page."""

from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.browser.answers import Answers
from tests.browser.conftest import Visitor
from tests.browser.site_fixtures import Site, by_turns
from tests.browser.walk import Walk
from tests.our_aids import EARS, SLUGS

# What a browser does before it shows a place in which it has found what was looked for.
FIND = """(place) => {
  const hidden = place.closest("[hidden=until-found]");
  hidden.dispatchEvent(new Event("beforematch", { bubbles: true }));
  hidden.removeAttribute("hidden");
}"""
HIDDEN = """() => [...document.querySelectorAll("[data-step][hidden=until-found]")]
  .map((step) => step.dataset.step)"""
IN_PRINT = """() => [...document.querySelectorAll("[data-step] h1")]
  .every((title) => title.checkVisibility({ contentVisibilityAuto: true }))"""


@pytest.fixture
def walk(site: Site, visit: Visitor) -> Walk:
    """Give an aid at its first step."""
    return Walk(visit(site.aid_address(EARS)).page, Answers(site.aids[EARS]))


def look_for(page: Page, place: str) -> None:
    """Look for words that stand in a place, as the browser's own search does."""
    page.locator(place).evaluate(FIND)


@pytest.mark.parametrize("slug", by_turns(SLUGS, begin=1))
def test_the_browser_finds_a_word_of_a_later_step_and_its_step_is_shown(
    slug: str, site: Site, visit: Visitor
) -> None:
    """By an address that names words: no other search of a browser without windows tells of it."""
    page = visit(site.aid_address(slug)).page
    words = page.locator("#questions h1").text_content() or ""
    page.goto("about:blank")
    page.goto(f"{site.aid_address(slug)}#:~:text={quote(words)}")
    Walk(page, Answers(site.aids[slug])).expect_at("questions")
    assert page.url.endswith("#questions")
    # A reload stays there.
    page.reload()
    Walk(page, Answers(site.aids[slug])).expect_at("questions")


def test_the_list_of_steps_says_where_a_found_word_led(walk: Walk) -> None:
    look_for(walk.page, "#questions h1")
    walk.expect_at("questions")
    here = walk.page.locator('.rail [aria-current="step"]')
    expect(here).to_have_attribute("href", "#questions")


def test_back_leads_to_where_one_was_before_words_were_looked_for(walk: Walk) -> None:
    """A search that went through three steps is one step back: it was one deed."""
    walk.go_on("start")
    walk.expect_at("options")
    for step in ("facts", "questions", "now"):
        look_for(walk.page, f"#{step} h1")
        walk.expect_at(step)
        assert walk.page.url.endswith(f"#{step}")
    walk.page.go_back()
    walk.expect_at("options")


def test_a_link_into_another_step_still_leads_there_and_takes_the_focus(walk: Walk) -> None:
    walk.page.evaluate("() => { location.hash = 'compare-title'; }")
    walk.expect_at("compare")
    expect(walk.page.locator("#compare-title")).to_be_focused()
    assert walk.page.url.endswith("#compare-title")


@pytest.mark.parametrize("slug", by_turns(SLUGS, begin=2))
def test_what_can_be_found_is_out_of_reach_until_it_is(
    slug: str, site: Site, visit: Visitor
) -> None:
    """Neither the keyboard nor a screen reader comes upon a step that is not shown; paper has all."""
    page = visit(site.aid_address(slug)).page
    first, *others = site.steps(slug)
    assert page.evaluate(HIDDEN) == others
    shown = page.locator("main").aria_snapshot()
    for step in others:
        title = page.locator(f"#{step} h1").text_content() or ""
        assert f'heading "{title}"' not in shown, step
    assert (
        page.evaluate(
            """(first) => {
          const stops = [...document.querySelectorAll("a[href], button, input, textarea, summary")];
          for (const stop of stops.filter((each) => each.closest("[data-step][hidden]"))) {
            stop.focus();
            if (document.activeElement === stop) return stop.outerHTML.slice(0, 80);
          }
          return "";
        }""",
            first,
        )
        == ""
    )
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    page.emulate_media(media="print")
    assert page.evaluate(IN_PRINT)


def test_a_browser_that_cannot_find_hidden_words_keeps_steps_as_they_were(
    site: Site, visit: Visitor
) -> None:
    page = visit("about:blank").page
    page.add_init_script(
        "for (let each = document; each; each = Object.getPrototypeOf(each)) delete each.onbeforematch"
    )
    page.goto(site.aid_address(EARS))
    assert page.evaluate("() => 'onbeforematch' in document") is False
    assert page.evaluate(HIDDEN) == []
    walk = Walk(page, Answers(site.aids[EARS]))
    walk.expect_at("start")
    walk.go_on("start")
    walk.expect_at("options")
