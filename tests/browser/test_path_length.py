"""How long an aid is: a step fits five screens of a phone, the path twenty, and 1,800 words."""

import pytest

from bench.path_length import DESK, PHONE, STEP, steps_of, total
from decisionaid.model.length import MOST_SCREENS, MOST_WORDS, length_of
from tests.browser.conftest import Visitor
from tests.browser.site_fixtures import Site
from tests.browser.test_side_by_side import go_to, say
from tests.our_aids import SLUGS

STEP_SCREENS = 5
DESK_COMPARE = 4


@pytest.mark.parametrize("slug", SLUGS)
def test_on_a_phone_a_step_is_five_screens_and_the_path_twenty(
    slug: str, site: Site, visit: Visitor
) -> None:
    width, height = PHONE
    page = visit(site.aid_address(slug), width=width, height=height).page
    steps = steps_of(page)
    assert list(steps) == site.steps(slug)
    assert {step: each for step, each in steps.items() if each.screens > STEP_SCREENS} == {}
    path = total(steps)
    assert path.screens <= MOST_SCREENS
    assert path.words <= MOST_WORDS
    # What the answers mean is as short when everything is rated.
    rated = [each.id for each in site.aids[slug].values_questions if each.kind == "importance"]
    say(page, {f"values.{name}": str(9 - place) for place, name in enumerate(rated)})
    go_to(page, "side-by-side")
    assert len(page.locator("#side-by-side tr[data-about]").filter(visible=True).all()) > 1
    assert page.evaluate(STEP, "side-by-side")["screens"] <= STEP_SCREENS


@pytest.mark.parametrize("slug", SLUGS)
def test_on_a_desk_the_comparison_is_four_screens(slug: str, site: Site, visit: Visitor) -> None:
    width, height = DESK
    steps = steps_of(visit(site.aid_address(slug), width=width, height=height).page)
    assert steps["compare"].screens <= DESK_COMPARE


@pytest.mark.parametrize("slug", SLUGS)
def test_what_check_says_of_the_length_is_what_is_measured(
    slug: str, site: Site, visit: Visitor
) -> None:
    width, height = PHONE
    steps = steps_of(visit(site.aid_address(slug), width=width, height=height).page)
    reckoned = length_of(site.aids[slug])
    assert [each.step for each in reckoned.steps] == list(steps)
    for each in reckoned.steps:
        assert each.words == pytest.approx(steps[each.step].words, rel=0.1, abs=10), each.step
        assert each.screens == pytest.approx(steps[each.step].screens, rel=0.1), each.step
    path = total(steps)
    assert reckoned.words == pytest.approx(path.words, rel=0.03)
    assert reckoned.screens == pytest.approx(path.screens, rel=0.03)


@pytest.mark.parametrize("slug", SLUGS)
def test_the_minutes_count_what_the_page_says_after_an_answer(
    slug: str, site: Site, visit: Visitor
) -> None:
    page = visit(site.aid_address(slug)).page
    before = steps_of(page)["facts"].words
    for check in page.locator("#facts [data-check]").all():
        check.locator("input[data-correct]").first.evaluate("input => input.click()")
    said = page.evaluate(STEP, "facts")["words"] - before
    assert said > 0
    assert length_of(site.aids[slug]).answered == pytest.approx(said, rel=0.2)


def test_words_count_that_are_seen_and_no_others(site: Site, visit: Visitor) -> None:
    page = visit(site.aid_address(SLUGS[0]), bypass_csp=True).page
    before = steps_of(page)["facts"].words
    added = """(html) => {
      const part = new DOMParser().parseFromString(html, "text/html").body.firstElementChild;
      document.querySelector("#facts").append(part);
    }"""
    page.evaluate(added, "<p>Four words are seen — – ·</p>")
    assert steps_of(page)["facts"].words == before + 4
    for unseen in (
        "<details><summary></summary><p>In a closed fold</p></details>",
        "<p><span class='visually-hidden'>Only heard by some</span></p>",
        "<p class='figure-spoken'>Heard instead of a figure</p>",
        "<p hidden>Not shown at all</p>",
    ):
        page.evaluate(added, unseen)
    assert steps_of(page)["facts"].words == before + 4
