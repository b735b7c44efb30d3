"""What two copies of a plan wrote apart: all of it is on the page and on paper, and people say which holds."""

import pytest
from playwright.sync_api import Page, expect

from decisionaid.model.plan.plan import Plan
from decisionaid.plan.merging import Merged, merged
from decisionaid.plan.snapshots import apart_in, held_of
from decisionaid.plan.standing import stage_of
from decisionaid.plan.taken import open_goals
from decisionaid.plan.written import plan_text as written
from tests.browser.conftest import Visitor
from tests.browser.probes import faults_of
from tests.browser.site_fixtures import Site, by_turns
from tests.browser.test_plan_looks import sides
from tests.browser.two_people import has_class, plan_file, saved
from tests.browser.visit import Visit
from tests.english import script_texts
from tests.plan.test_snapshots import CASES, copy_with
from tests.plan.test_standing import said_anew_twice

SAYS = script_texts("plan")
NO_PRINTER = "() => { window.print = () => {}; }"


@pytest.fixture
def plan(site: Site, visit: Visitor) -> Visit:
    """Look at the page of a plan on a day after both copies were written."""
    seen = visit(f"{site.address}plan/", width=1280, height=800)
    seen.page.evaluate(NO_PRINTER)
    seen.page.clock.set_fixed_time("2027-03-05T10:00:00")
    seen.page.locator("h1").click()
    return seen


def put_together(page: Page, *copies: Plan) -> None:
    """Open copies of a plan one after the other, and begin a visit of the person alone."""
    for place, copy in enumerate(copies):
        page.locator("#record-file").set_input_files(plan_file(written(copy), f"{place}.json"))
        expect(page.locator("html")).to_have_class(has_class("has-plan"))
    page.locator(".answer", has_text="Me").first.click()
    page.locator("#here-typed").select_option(label="Me")
    page.locator("[data-begin]").click()


@pytest.mark.parametrize("name", by_turns(["budgets", "reviews"]))
def test_of_what_two_copies_wrote_apart_all_is_shown_and_somebody_says_which_holds(
    name: str, plan: Visit
) -> None:
    page = plan.page
    first, second, both = CASES["apart"]
    copies = [copy_with(*each, name=name) for each in (first, second)]
    put_together(page, *copies)
    heading = SAYS["money" if name == "budgets" else "review"]
    box, paper = page.locator(f"#apart-{name}"), page.locator("#paper")
    rail = page.locator("[data-rail=open] button", has_text=f"Two wordings stand under “{heading}”")
    if name == "budgets":
        # Neither holds yet, so the fold names no sum.
        expect(page.locator("#money-fold")).to_have_text(f"{heading} {SAYS['money.apart']}")
    rail.click()
    expect(box).to_be_focused()
    for visit in both:
        expect(box).to_contain_text(f"of {visit}")
        expect(paper).to_contain_text(f"of {visit}")
    expect(paper).to_contain_text("I have not said yet which of them holds")
    assert faults_of(plan) == []
    if name == "budgets":
        assert len(sides(page, is_large=False)) == 2
    # A yes to both is to neither.
    page.locator("input[name=f-agreed]").first.check()
    expect(page.locator("[data-line]")).to_contain_text(SAYS["stage.draft"])
    box.locator("[data-apart]").first.click()
    expect(box).to_have_count(0)
    expect(rail).to_have_count(0)
    expect(paper).not_to_contain_text(f"of {both[1]}")
    page.locator("input[name=f-agreed]").first.check()
    expect(page.locator("[data-line]")).to_contain_text(SAYS["stage.agreed"])
    made = saved(page)
    assert apart_in(made) == ()
    assert stage_of(made) == "agreed"
    all_ = getattr(made, name)
    (held,) = held_of(made, all_)
    assert held.after == tuple(both)
    # Nothing is overwritten.
    assert [each.visit for each in all_][-3:-1] == both
    for copy in copies:
        assert merged(copy, made) == Merged(made)
    assert plan.complaints == []


def test_of_two_goals_in_the_place_of_one_somebody_says_which_holds(plan: Visit) -> None:
    page = plan.page
    put_together(page, *said_anew_twice())
    note = page.locator("#which-park")
    says = "“Walk to the shop” was said for the same thing in another copy of this plan, on 2 March 2027."
    expect(note).to_contain_text(says)
    expect(page.locator("#paper")).to_contain_text(says)
    page.locator("[data-rail=open] button", has_text="stand for the same thing").click()
    expect(note).to_be_focused()
    assert faults_of(plan) == []
    note.locator("[data-which=this]").click()
    expect(note).to_have_count(0)
    expect(page.locator("#goal-title")).to_be_focused()
    made = saved(page)
    assert [goal.id for goal in open_goals(made)] == ["park"]
    assert plan.complaints == []


def test_two_goals_for_one_thing_take_no_third_side_in_large_print(plan: Visit) -> None:
    page = plan.page
    put_together(page, *said_anew_twice())
    assert len(sides(page, is_large=True)) == 2


def test_at_a_review_the_focus_stays_at_the_goal_that_holds(plan: Visit) -> None:
    page = plan.page
    put_together(page, *said_anew_twice())
    page.locator("#part-review").click()
    page.locator("#which-park [data-which=other]").click()
    expect(page.locator("#which-park")).to_have_count(0)
    expect(page.locator("#look-shop-title")).to_be_focused()


def test_what_is_hard_and_what_was_found_say_on_which_day_they_came_in(plan: Visit) -> None:
    page = plan.page
    put_together(page, copy_with())
    page.locator("#hard-fold").click()
    page.locator("input[name=f-hard][value=falls]").check()
    page.locator("#results-fold").click()
    page.locator("#f-result-what").fill("Blood")
    page.locator("#f-result-found").fill("12")
    page.locator("[data-fold=results]").get_by_role("button", name=SAYS["add"]).click()
    today = f"{SAYS['kind.between']} · {SAYS['today']}"
    expect(page.locator("[data-fold=results] li")).to_contain_text(today)
    made = saved(page)
    visit = made.visits[-1].id
    assert [each.visit for each in made.needs if each.about == "falls"] == [visit]
    assert [each.visit for each in made.results] == [visit]
    # On another day both say of which they are.
    page.clock.set_fixed_time("2027-04-05T10:00:00")
    page.reload()
    page.evaluate(NO_PRINTER)
    page.locator("h1").click()
    put_together(page, made)
    for fold in ("hard", "results"):
        page.locator(f"#{fold}-fold").click()
        line = page.locator(f"[data-fold={fold}] li").last
        expect(line).to_contain_text("5 March 2027")
    expect(page.locator("#paper")).to_contain_text("5 March 2027")
    assert faults_of(plan) == []
    assert plan.complaints == []
