"""The page of a plan: two people at one screen, files from outside, copies on paper, and access for everybody."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Download, Page, expect

from decisionaid.model.made_up import is_made_up
from decisionaid.plan.code import preparation_code
from decisionaid.plan.merging import Merged, merged
from decisionaid.plan.pointers import is_complete
from decisionaid.plan.reading import PlanRead, read_plan
from decisionaid.plan.standing import stage_of
from decisionaid.plan.taken import open_goals
from decisionaid.plan.text import plan_record_text
from decisionaid.plan.written import plan_text as written
from tests.browser.conftest import Visitor
from tests.browser.desk import handed, link_to, paste
from tests.browser.probes import faults_of, spaced_faults
from tests.browser.site_fixtures import Site, by_turns, crossed
from tests.browser.tokens import words_published
from tests.browser.two_people import (
    DONE,
    MOST_ACTIONS,
    MOST_TYPED,
    TwoPeople,
    has_class,
    open_plan,
    plan_file,
    tab_to,
)
from tests.browser.visit import Visit, comes_to, sheets_of, words_of
from tests.english import script_texts
from tests.our_aids import CARPAL, KNEE
from tests.plan.test_current import two_of_a_day
from tests.plan.test_standing import two_ways
from tests.plans import plan_data, plan_of, plan_text

SAYS = script_texts("plan")
VISIT, LATER = "2026-12-01T10:00:00", "2027-03-02T10:00:00"
"""On the device of a clinic, at a visit and at the review of the plan that was made there."""
NO_PRINTER = "() => { window.print = () => { window.printed = (window.printed ?? 0) + 1; }; }"
PRINTED = "() => window.printed"
KEPT = "() => [localStorage.length, sessionStorage.length, document.cookie.length]"
BOTTOM = "(one) => (one.getBoundingClientRect().bottom + scrollY) / innerHeight"
LEAVE = """() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true }))"""
NEVER = re.compile(
    r"on track|behind|overdue|failed|\bpoor|score|should|\bmust\b|well done|your gp will|not achieved",
    re.IGNORECASE,
)


@pytest.fixture
def plan(site: Site, visit: Visitor) -> Visit:
    """Look at the page of a plan in a wide window, which prints nothing."""
    seen = visit(f"{site.address}plan/", width=1280, height=800)
    seen.page.evaluate(NO_PRINTER)
    seen.page.clock.set_fixed_time(VISIT)
    # To the page much time has gone by: somebody is there.
    seen.page.locator("h1").click()
    return seen


def saved(page: Page) -> str:
    """Return the text of the file that the page saves."""
    with page.expect_download() as found:
        page.locator("[data-save]").first.click()
    return text_of(found.value)


def text_of(download: Download) -> str:
    """Return what was downloaded."""
    return Path(download.path()).read_text("utf-8")


def read(text: str) -> PlanRead:
    """Return the plan in a text, which has to be sound."""
    found = read_plan(text)
    assert isinstance(found, PlanRead), found
    assert (found.left, found.is_altered) == ((), False)
    return found


def test_ten_minutes_from_a_prepared_file_to_a_printed_plan(plan: Visit, site: Site) -> None:
    two = TwoPeople(plan.page, by_sign=True)
    two.all_of_it()
    assert two.actions <= MOST_ACTIONS
    assert two.typed <= MOST_TYPED
    comes_to(plan.page, PRINTED, 1)
    expect(plan.page.locator("[data-rail=open]")).to_contain_text("Nothing is open")
    # What stands is read as it is: an empty field alone would say that nobody said it.
    expect(plan.page.locator("[data-block=goal] .plan-said")).to_contain_text("how sure: 6 of 10")
    # All of the first part is not quite two windows of a clinic high.
    plan.page.set_viewport_size({"width": 1366, "height": 768})
    assert plan.page.locator(".plan-agreed").evaluate(BOTTOM) <= 1.93
    made = read(saved(plan.page)).plan
    assert is_complete(made, made.visits[-1].on)
    assert stage_of(made) == "agreed"
    assert made.rev == 2
    assert [action.said.example for action in made.actions] == [
        "knee-osteoarthritis:plan-exercise/act-exercise-days",
        "knee-osteoarthritis:plan-exercise/act-exercise-show",
    ]
    assert made.decisions[0].became[-1].option_name == "Exercise and weight management"
    assert plan.page.evaluate(KEPT) == [0, 0, 0]
    assert plan.strangers(site.address) == []
    assert plan.complaints == []


def test_what_is_changed_after_the_yes_is_asked_about_anew(plan: Visit) -> None:
    page, two = plan.page, TwoPeople(plan.page)
    two.all_of_it()
    line, paper = page.locator("[data-line]"), page.locator("#paper")
    yes = page.locator("input[name=f-agreed]").first
    expect(yes).to_be_checked()
    expect(line).to_contain_text(SAYS["stage.agreed"])
    # It was printed with the yes on it.
    page.locator("[data-add=own]").click()
    page.locator("#f-action-new").fill("Swim again")
    page.locator("[data-block=actions] .plan-add button").click()
    expect(line).to_contain_text(SAYS["stage.changed"])
    expect(paper).to_contain_text(SAYS["copy.changed"])
    assert SAYS["copy.agreed"] not in (paper.text_content() or "")
    assert page.locator("input[name=f-agreed]:checked").count() == 0
    expect(page.locator("[data-anew]")).to_contain_text(SAYS["agreed.older"])
    expect(page.locator("[data-rail=open]")).to_contain_text(SAYS["open.PL13"])
    assert stage_of(read(saved(page)).plan) == "changed"
    yes.check()
    expect(line).to_contain_text(SAYS["stage.agreed"])
    # What is noted without drawing the page anew asks again too.
    saved(page)
    page.locator("[data-block=actions] .plan-row select").first.select_option(index=1)
    expect(page.locator("[data-anew]")).to_be_visible()
    assert page.locator("input[name=f-agreed]:checked").count() == 0
    assert plan.complaints == []


def test_a_no_counts_as_said_last_on_a_device_whose_date_is_behind(plan: Visit) -> None:
    page = plan.page
    note = page.locator(".note", has_text="Is the date of this device right?")
    open_plan(page, "knee-agreed")
    expect(note).to_have_count(0)
    page.clock.set_fixed_time("2026-11-20T10:00:00")
    open_plan(page, "knee-agreed")
    expect(note).to_contain_text("20 November 2026")
    expect(note).to_contain_text("1 December 2026")
    TwoPeople(page).begin()
    expect(note).to_be_visible()
    page.locator("input[name=f-agreed]").last.check()
    expect(page.locator("[data-line]")).to_contain_text(SAYS["stage.declined"])
    expect(page.locator("#paper")).to_contain_text(SAYS["copy.declined"])
    assert SAYS["copy.agreed"] not in (page.locator("#paper").text_content() or "")
    assert stage_of(read(saved(page)).plan) == "declined"


@pytest.mark.parametrize("status", by_turns(["refused", "seen"]))
def test_a_yes_that_was_taken_back_is_said_beside_what_came_of_the_request(
    status: str, plan: Visit
) -> None:
    data = plan_data("knee-agreed")
    action = next(each for each in data["actions"] if each["id"] == "ask-link")
    on = data["visits"][-1]
    data["visits"].append(on | {"id": "v-03-aa", "on": "2026-12-01", "kind": "between"})
    action["asked"]["taken_back"] = [{"visit": "v-03-aa", "by": "me"}]
    action["did"].append({"visit": "v-03-aa", "status": status})
    page = plan.page
    page.locator("#record-file").set_input_files(plan_file(written(plan_of(data))))
    TwoPeople(page).begin()
    # That somebody was seen ends nothing: it stands with what is planned.
    expect(page.locator("[data-ended]")).to_have_count(1 if status == "refused" else 0)
    for place in ("[data-ended]", "#paper") if status == "refused" else ("#paper",):
        ended = page.locator(place)
        expect(ended).to_contain_text(SAYS[f"near.state_{status}"])
        expect(ended).to_contain_text(f"I took back my yes to ask {action['asked']['to']}.")


def test_the_words_are_never_those_of_a_judge(plan: Visit) -> None:
    assert [key for key, text in SAYS.items() if NEVER.search(text)] == []
    two = TwoPeople(plan.page)
    two.all_of_it()
    assert NEVER.findall(plan.page.locator("#plan").inner_text()) == []


def test_nothing_is_chosen_before_anybody_has(plan: Visit) -> None:
    open_plan(plan.page)
    assert plan.page.locator("#plan :checked:is(input)").count() == 0
    TwoPeople(plan.page).begin()
    assert plan.page.locator(".plan-block input:checked, .plan-agreed input:checked").count() == 0
    chosen = plan.page.locator("#plan select").evaluate_all("all => all.map((each) => each.value)")
    assert set(chosen) == {""}


def test_what_is_open_leads_to_its_field_and_bars_nothing(plan: Visit) -> None:
    open_plan(plan.page)
    TwoPeople(plan.page).begin()
    links = plan.page.locator("[data-rail=open] [data-to]")
    count = links.count()
    assert count >= 4
    for n in range(count):
        target = links.nth(n).get_attribute("data-to")
        links.nth(n).click()
        expect(plan.page.locator(f"#{target}")).to_be_focused()
    plan.page.locator("#print-copy").click()
    comes_to(plan.page, PRINTED, 1)


def with_goals(*words: str) -> str:
    """Return the plan that was agreed, with other goals behind its own."""
    data = plan_data("knee-agreed")
    for n, each in enumerate(words):
        said = {"words": each, "by": "me", "visit": "visit"}
        data["goals"].append({"id": f"more-{n}", "said": said})
    return json.dumps(data)


@pytest.mark.parametrize("width", by_turns((390, 1280)))
def test_a_step_is_for_the_goal_from_which_it_was_pointed_at(plan: Visit, width: int) -> None:
    page = plan.page
    page.set_viewport_size({"width": width, "height": 800})
    names = [f"Goal number {n}" for n in range(2, 13)]
    page.locator("#record-file").set_input_files(plan_file(with_goals(*names)))
    TwoPeople(page).begin()
    box = page.locator("[data-rail=open]")
    if width < 1000:
        box.locator("summary").click()
    box.get_by_role("button", name="Nothing is planned for “Goal number 5”").click()
    expect(page.locator("#f-action-new")).to_be_focused()
    expect(page.locator("#f-action-goal")).to_have_value("more-3")
    page.locator("#f-action-new").fill("Buy a mat")
    page.locator("[data-block=actions] .plan-add button").click()
    row = page.locator(".plan-row", has_text="Buy a mat")
    expect(row.get_by_label(SAYS["actions.goal"])).to_have_value("more-3")
    expect(box).not_to_contain_text("Nothing is planned for “Goal number 5”")
    expect(box).to_contain_text("Nothing is planned for “Goal number 6”")
    # Whoever writes the next one is asked anew, and nothing is chosen for them.
    page.locator("[data-add=own]").click()
    expect(page.locator("#f-action-goal")).to_have_value("")
    page.locator("#f-action-new").fill("Ask about shoes")
    page.locator("[data-block=actions] .plan-add button").click()
    other = page.locator(".plan-row", has_text="Ask about shoes")
    expect(other.get_by_label(SAYS["actions.goal"])).to_have_value("")
    other.get_by_label(SAYS["actions.goal"]).select_option(label="Goal number 7")
    expect(other.get_by_label(SAYS["actions.goal"])).to_be_focused()
    assert plan.overflow() == 0
    made = read(saved(page)).plan
    assert [each.goal for each in made.actions[-2:]] == ["more-3", "more-5"]
    # From here on it stands, and is words.
    page.locator("#part-visit").click()
    expect(row.locator(".plan-for")).to_have_text("For the goal: Goal number 5")


def test_with_one_goal_alone_nobody_is_asked_for_which_a_step_is(plan: Visit) -> None:
    page = plan.page
    open_plan(page)
    TwoPeople(page).begin()
    page.locator("[data-add=own]").click()
    page.locator("#f-action-new").fill("Buy a mat")
    expect(page.locator("#f-action-goal")).to_have_count(0)
    page.locator("[data-block=actions] .plan-add button").click()
    expect(page.locator(".plan-for")).to_have_count(0)
    assert [each.goal for each in read(saved(page)).plan.actions] == ["school"]


def test_what_is_hard_stands_with_the_words_beside_it(plan: Visit) -> None:
    data = plan_data("knee-prepared")
    said = {"words": "The bins are too heavy", "by": "me", "visit": "prep"}
    data["needs"].append({"id": "other", "about": "other", "said": said})
    plan.page.locator("#record-file").set_input_files(plan_file(json.dumps(data)))
    rail = plan.page.locator("[data-rail=home]")
    expect(rail).to_contain_text("Something else: The bins are too heavy")
    expect(rail).to_contain_text("Pain: My knee hurts on the hill and at night.")
    # What stands is read, and is no tick that nobody can take back; what was ticked today can be.
    TwoPeople(plan.page).begin()
    fold = plan.page.locator("[data-fold=hard]")
    fold.locator("summary").first.click()
    expect(fold.locator("[data-stands]")).to_contain_text("Something else: The bins are too heavy")
    expect(fold.get_by_label("Pain")).to_have_count(0)
    fold.get_by_label("Falls").check()
    fold.get_by_label("Work").check()
    fold.get_by_label("Falls").uncheck()
    # It was said here, and not at home on the day of the sheet.
    expect(rail).not_to_contain_text("Work")
    assert rail.locator("summary").inner_text().startswith("Said at home, ")
    made = [each.about for each in read(saved(plan.page)).plan.needs]
    assert made[-1] == "work"
    assert "falls" not in made
    expect(fold.locator("[data-stands]")).to_contain_text("Work")
    assert rail.locator("summary").inner_text() == SAYS["home.both"]


@pytest.mark.parametrize("who", by_turns([False, True], begin=1))
def test_why_a_visit_does_not_begin_is_seen(plan: Visit, *, who: bool) -> None:
    page = plan.page
    open_plan(page)
    if who:
        page.locator(".answer", has_text="Me").click()
    page.locator("[data-begin]").click()
    page.locator("[data-begin]").click()
    said = page.locator(".plan-begin").get_by_role("alert")
    expect(said).to_have_text(SAYS["begin.more"])
    box = said.bounding_box()
    assert box is not None
    assert box["height"] > 10
    assert plan.complaints == []


def test_an_own_goal_is_written_without_a_file(plan: Visit) -> None:
    page = plan.page
    page.locator("[data-new]").click()
    expect(page.locator("#begin-title")).to_be_focused()
    page.locator(".answer", has_text="Me").click()
    page.locator("#here-typed").select_option(label="Me")
    page.locator("[data-begin]").click()
    # Alone nothing is pointed at, so nothing is said to be done either.
    expect(page.locator("[data-block=goal]")).to_be_visible()
    expect(page.locator("[data-rail=open]")).to_have_count(0)
    page.locator("#f-matters").fill("My garden")
    page.locator("#f-goal-new").fill("Dig the beds again")
    page.locator("[data-block=goal] .plan-add button").click()
    expect(page.locator("[data-block=goal] .plan-words")).to_have_text("Dig the beds again")
    made = read(saved(page)).plan
    assert [goal.said.words for goal in made.goals] == ["Dig the beds again"]
    assert made.about_me[0].said[0].words == "My garden"
    assert made.visits[-1].kind == "between"


def test_what_a_clinician_suggests_is_on_no_paper_before_the_person_has_answered(
    plan: Visit,
) -> None:
    page = plan.page
    open_plan(page)
    TwoPeople(page).begin()
    page.locator("[data-add=suggest]").click()
    expect(page.locator("#f-action-new-by")).to_be_focused()
    page.locator("#f-action-new-by").select_option(label="GP")
    page.locator("#f-action-new").fill("Lose some weight")
    page.locator("[data-block=actions] .plan-add button").click()
    expect(page.locator(".plan-suggested")).to_contain_text("GP suggests this")
    assert "Lose some weight" not in (page.locator("#paper").text_content() or "")
    assert "Lose some weight" not in plan_record_text(read(saved(page)).plan)
    page.locator(".plan-suggested .answer").first.click()
    expect(page.locator(".plan-row")).to_contain_text("Lose some weight")
    assert "Lose some weight" in (page.locator("#paper").text_content() or "")


def test_an_answer_to_a_suggestion_can_be_taken_back_until_somebody_has_it(plan: Visit) -> None:
    page = plan.page
    open_plan(page)
    TwoPeople(page).begin()
    page.locator("[data-add=suggest]").click()
    page.locator("#f-action-new-by").select_option(label="GP")
    page.locator("#f-action-new").fill("Lose some weight")
    page.locator("[data-block=actions] .plan-add button").click()
    page.locator(".plan-suggested .answer").last.click()
    expect(page.locator(".plan-suggested")).to_have_count(0)
    back = page.get_by_role("button", name="Ask me again: Lose some weight")
    expect(back).to_be_focused()
    back.click()
    expect(page.locator(".plan-suggested input").first).to_be_focused()
    assert page.locator(".plan-suggested input:checked").count() == 0
    # A yes too.
    page.locator(".plan-suggested .answer").first.click()
    back.click()
    expect(page.locator(".plan-suggested input").first).to_be_focused()
    out = page.get_by_role("button", name="Take it out: Lose some weight")
    expect(out).to_have_count(1)
    page.locator(".plan-suggested .answer").last.click()
    assert plan.axe_faults("main") == []
    assert [each.mine for each in read(saved(page)).plan.actions] == ["declined"]
    expect(back).to_have_count(0)


def test_a_goal_that_came_to_an_end_is_opened_again_and_nothing_is_overwritten(
    plan: Visit,
) -> None:
    page = plan.page
    data = plan_data("knee-agreed")
    data["goals"][0]["looked"].append({"visit": "visit", "status": "dropped"})
    before = len(data["goals"][0]["looked"])
    page.locator("#record-file").set_input_files(plan_file(json.dumps(data)))
    page.locator("#part-review").click()
    TwoPeople(page).press(page.locator(".answer", has_text="Me"))
    page.locator(".answer", has_text="GP").click()
    page.locator("#here-typed").select_option(label="GP")
    page.locator("[data-begin]").click()
    page.locator("[data-reopen=school]").click()
    expect(page.locator("#f-look-school")).to_be_focused()
    expect(page.locator("[data-reopen]")).to_have_count(0)
    assert plan.axe_faults("main") == []
    made = read(saved(page)).plan
    looks = [each.status for each in made.goals[0].looked]
    assert looks[before - 1 :] == ["dropped", "open"]
    page.locator("#part-review").click()
    page.locator("[data-fold=history] summary").click()
    expect(page.locator("[data-fold=history]")).to_contain_text(SAYS["look.reopened"])


def test_a_goal_of_today_can_be_taken_out_and_one_that_stands_cannot(plan: Visit) -> None:
    page = plan.page
    open_plan(page)
    TwoPeople(page).begin()
    page.locator("[data-fold=goals] summary").click()
    page.locator("#f-goal-more").fill("A slip of the finger")
    page.locator("[data-fold=goals] .plan-add button").first.click()
    page.get_by_role("button", name="Take it out: A slip of the finger").click()
    expect(page.locator("#goal-title")).to_be_focused()
    assert page.locator("[data-block=goal]").get_by_role("button", name="Take").count() == 0
    assert [each.id for each in read(saved(page)).plan.goals] == ["school"]


def test_nobody_says_yes_in_the_place_of_the_person(plan: Visit) -> None:
    page = plan.page
    open_plan(page, "knee-agreed")
    TwoPeople(page).begin()
    page.locator("[data-add=suggest]").click()
    page.locator("#f-action-new-by").select_option(label="GP")
    page.locator("#f-action-new").fill("Lose some weight")
    page.locator("[data-block=actions] .plan-add button").click()
    page.locator("[data-add=ask]").click()
    page.locator("#f-action-new").fill("I would like to sing")
    page.locator("[data-block=actions] .plan-add button").click()
    saved(page)
    page.locator("#change-here").click()
    page.locator(".answer", has_text="GP").first.click()
    page.locator("#here-typed").select_option(label="GP")
    page.locator("[data-begin]").click()
    # Each question of theirs says that they are not here, and can still be gone to.
    expect(page.locator(".plan-suggested")).to_contain_text("I have not been asked yet")
    assert page.locator(".plan-suggested input").count() == 0
    asks = page.locator(".plan-row", has_text="sing")
    expect(asks).to_contain_text(SAYS["asked.absent"])
    assert asks.locator("input[type=radio]").count() == 0
    page.locator("[data-rail=open] button", has_text="Lose some weight").first.click()
    expect(page.locator("[id^=s-actions-]")).to_be_focused()
    page.locator("[data-block=decided] button", has_text="Change").first.click()
    expect(page.locator("[data-block=decided]")).to_contain_text(SAYS["decided.absent"])
    assert page.locator("[data-block=decided] :is(input, textarea)").count() == 0
    page.locator("[data-fold=shared] summary").click()
    expect(page.locator("[data-fold=shared]")).to_contain_text(SAYS["asked.absent"])
    assert page.locator("[data-add]").evaluate_all("all => all.map((one) => one.dataset.add)") == [
        "suggest"
    ]
    page.locator("[data-fold=goals] summary").click()
    assert page.locator("#f-goal-more").count() == 0
    before = read(saved(page)).plan
    page.locator("[data-fold=by_myself] summary").click()
    page.locator("#f-by_myself").fill("Walks each day")
    page.locator("[data-fold=by_myself] .plan-add button").click()
    made = read(saved(page)).plan
    assert made.by_myself[-1].by == "gp"
    assert (made.goals, made.actions, made.decisions) == (
        before.goals,
        before.actions,
        before.decisions,
    )


MISSING: dict[str, tuple[str, ...]] = {
    "f-goal-new": ("[data-block=goal] .plan-add button",),
    "f-action-new": ("[data-add=own]", "[data-block=actions] .plan-add button"),
    "f-action-new-by": (
        "[data-add=suggest]",
        "#f-action-new",
        "[data-block=actions] .plan-add button",
    ),
    "f-by_myself": ("[data-fold=by_myself] summary", "[data-fold=by_myself] button"),
    "f-result-what": ("[data-fold=results] summary", "[data-fold=results] button"),
    "f-shared": ("[data-fold=shared] summary", "[data-fold=shared] input[type=radio]"),
    "f-money-state": ("[data-fold=money] summary", "[data-money-begin]"),
    "here-job": ("#change-here", ".plan-begin .plan-three button"),
}


def with_gp(page: Page) -> None:
    """Begin a visit with a GP, who types."""
    page.locator("[data-new]").click()
    page.locator(".answer", has_text="Me").click()
    page.locator("#here-job").fill("GP")
    page.locator("#here-role").select_option(index=1)
    page.get_by_role("button", name="Add", exact=True).click()
    page.locator("#here-typed").select_option(label="GP")
    page.locator("[data-begin]").click()


WITH_AND_WITHOUT_MARK = """(field) => {
  const size = () => [field.offsetWidth, field.offsetHeight, field.clientWidth, field.clientHeight];
  const marked = size();
  field.removeAttribute("aria-invalid");
  const plain = size();
  field.setAttribute("aria-invalid", "true");
  return [marked, plain];
}"""


@pytest.mark.parametrize("field", by_turns([*MISSING], at_once=2))
def test_what_is_missing_is_said_at_its_field_and_heard(field: str, plan: Visit) -> None:
    page = plan.page
    with_gp(page)
    for step in MISSING[field]:
        if step.startswith("#f-"):
            page.locator(step).fill("Lose some weight")
        else:
            page.locator(step).first.click()
    place = page.locator(f"#{field}")
    expect(place).to_be_focused()
    expect(place).to_have_attribute("aria-invalid", "true")
    # The mark takes no room: nothing moves but what stands beneath the words.
    marked, plain = place.evaluate(WITH_AND_WITHOUT_MARK)
    assert marked == plain
    named = (place.get_attribute("aria-describedby") or "").split()
    said = page.locator(f"#{named[-1]}")
    expect(said).to_be_visible()
    assert said.inner_text() in (SAYS["missing.words"], SAYS["missing.choice"])
    expect(page.locator("#status")).to_have_text(said.inner_text())
    if place.evaluate("field => field.localName") == "select":
        place.select_option(index=1)
    else:
        place.press_sequentially("x")
    assert place.get_attribute("aria-invalid") is None
    assert plan.complaints == []


UNSEEN = "\u200b\u00ad\u2060"
"""Letters that nobody sees."""


@pytest.mark.parametrize(
    "field",
    ["f-goal-new", "f-result-what", "f-result-found", "f-result-means", "f-shared", "here-job"],
)
def test_letters_that_nobody_sees_are_no_words_and_are_not_said_to_have_no_room(
    field: str, plan: Visit
) -> None:
    page = plan.page
    with_gp(page)
    *ways, press = MISSING["f-result-what" if "result" in field else field]
    for each in ways:
        page.locator(each).first.click()
    for before in ("what", "found"):
        if field.startswith("f-result") and field != f"f-result-{before}":
            page.locator(f"#f-result-{before}").fill("The knee")
    page.locator(f"#{field}").fill(UNSEEN)
    page.locator(press).first.click()
    expect(page.locator(".plan-full")).to_have_count(0)
    if field == "f-result-means":
        # Nobody said what it means, and so nobody has to be named.
        assert [each.means for each in read(saved(page)).plan.results] == [None]
        return
    expect(page.locator(f"#{field}")).to_be_focused()
    expect(page.locator(f"#{field}-wrong")).to_have_text(SAYS["missing.words"])


@pytest.mark.parametrize("field", by_turns(["f-review-when", "f-goal-when"]))
def test_a_day_that_has_gone_by_is_said_and_bars_nothing(field: str, plan: Visit) -> None:
    page = plan.page
    open_plan(page)
    TwoPeople(page).begin()
    place = page.locator(f"#{field}, [data-block=goal] select[id$=-when]").last
    if field == "f-review-when":
        place = page.locator(f"#{field}")
    place.select_option(label=SAYS["when.other"])
    day = page.locator(f"#{place.get_attribute('id')}-day")
    day.fill("2026-11-02")
    day.press("Tab")
    gone = page.locator(f"#{place.get_attribute('id')}-gone")
    expect(gone).to_contain_text("2 November 2026 has gone by.")
    assert str(gone.get_attribute("id")) in (day.get_attribute("aria-describedby") or "")
    expect(page.locator("#status")).to_contain_text("2 November 2026")
    made = read(saved(page)).plan
    assert '"2026-11-02"' in made.model_dump_json()
    expect(page.locator(".plan-gone:visible")).to_contain_text("2 November 2026")
    if field == "f-review-when":
        page.locator("[data-block=review] button", has_text=SAYS["change"]).click()
    place.select_option(label=SAYS["when.other"])
    day.fill("2027-11-02")
    day.press("Tab")
    expect(gone).to_be_hidden()


def test_naming_somebody_leaves_the_focus_where_it_goes(plan: Visit) -> None:
    page = plan.page
    open_plan(page)
    two = TwoPeople(page)
    two.begin()
    page.locator("[data-add=own]").click()
    page.locator("#f-action-new").fill("Show me the exercises")
    page.locator("[data-block=actions] .plan-add button").click()
    row = page.locator(".plan-row").last
    who = row.locator("select[id$=-who]")
    # With keys, each step through the list is a change: the list is the same one all along.
    who.evaluate("list => { window.list = list; }")
    who.select_option(label="GP")
    assert who.evaluate("list => list === window.list")
    who.select_option(label=SAYS["who.new"])
    page.keyboard.type("physiotherapist")
    page.keyboard.press("Tab")
    page.wait_for_timeout(200)
    assert page.evaluate("document.activeElement.id").endswith("-when")
    expect(who.locator("option:checked")).to_have_text("Physiotherapist")
    # Somebody who is not here: who tells them is asked at once.
    expect(row.locator("select[id$=-tell]")).to_be_visible()
    assert row.locator("input[id$=-job]").is_hidden()
    who.select_option(label=SAYS["who.new"])
    row.locator("input[id$=-job]").fill("my son")
    row.locator("input[id$=-job]").press("Enter")
    expect(who).to_be_focused()
    helps = page.locator("[data-block=goal] textarea").last
    who.select_option(label=SAYS["who.new"])
    row.locator("input[id$=-job]").fill("my aunt")
    helps.click()
    page.keyboard.type("A rest on the way")
    expect(page.locator("[data-block=goal] textarea").last).to_have_value("A rest on the way")
    assert plan.complaints == []


def test_the_words_of_the_sheet_and_of_the_aid_both_stand_with_where_they_come_from(
    plan: Visit, site: Site
) -> None:
    page = plan.page
    open_plan(page)
    about = plan_data("knee-prepared")["about_me"]
    sheet = next(each for each in about if each["heading"] == "most_important")["said"][0]["words"]
    page.locator("#record-file").set_input_files(
        handed(site, KNEE, 0, own="To sleep at night").file()
    )
    page.get_by_role("button", name=SAYS["note.mine_yes"]).click()
    TwoPeople(page).begin()
    lines = page.locator("[data-block=matters] .plan-said")
    expect(lines).to_have_count(2)
    # In the order in which they were said: the aid two days before the sheet.
    expect(lines.first).to_contain_text("To sleep at night")
    expect(lines.first).to_contain_text("in “")
    expect(lines.last).to_contain_text(sheet)
    expect(lines.last).to_contain_text("at home")
    copy = page.locator("#paper .copy-part").first
    assert sheet in (copy.text_content() or "")
    assert (copy.locator(".copy-words").count(), copy.locator(".copy-about").count()) == (2, 2)


def test_how_somebody_likes_to_have_it_is_said_once(plan: Visit, site: Site) -> None:
    page = plan.page
    data = plan_data("knee-prepared") | {"communication": ["large_print"]}
    page.locator("#record-file").set_input_files(plan_file(json.dumps(data)))
    likes = ["large_print", "easy_read"]
    page.locator("#record-file").set_input_files(handed(site, KNEE, 0, communication=likes).file())
    page.get_by_role("button", name=SAYS["note.mine_yes"]).click()
    rail = page.locator("[data-rail=home]")
    expect(rail.locator("dt", has_text=SAYS["home.likes"])).to_have_count(1)
    said = rail.text_content() or ""
    assert (said.count("in large print"), said.count("in easy read")) == (1, 1)


def test_a_warning_sign_that_was_ticked_is_seen_first_and_not_lost(plan: Visit, site: Site) -> None:
    page = plan.page
    published = words_published(site.folder, KNEE)["red_flags"]
    ticked, words = [each["id"] for each in published[:2]], [each["text"] for each in published[:2]]
    page.locator("#record-file").set_input_files(handed(site, KNEE, 0, red_flags=ticked).file())
    expect(page.locator("#signs-ticked")).to_contain_text(words[0])
    TwoPeople(page).press(page.locator(".answer", has_text="Me"))
    page.locator("#here-job").fill("GP")
    page.locator("#here-role").select_option(index=1)
    page.get_by_role("button", name="Add", exact=True).click()
    page.locator("#here-typed").select_option(label="GP")
    page.locator("[data-begin]").click()
    for each in words:
        expect(page.locator("#signs-ticked")).to_contain_text(each)
        expect(page.locator("#signs-ticked")).not_to_contain_text(SAYS["from_aid"])
        page.locator("[data-rail=open] button", has_text=each).click()
        expect(page.locator("#signs-ticked")).to_be_focused()
    assert plan.axe_faults("main") == []
    file = saved(page)
    # Opened again without the answers it is still there, and what is not is said.
    page.reload()
    page.locator("#record-file").set_input_files(plan_file(file, "my-plan.html"))
    for each in words:
        expect(page.locator("#signs-ticked")).to_contain_text(each)
    for who in ("Me", "GP"):
        page.locator(".answer", has_text=who).first.click()
    page.locator("#here-typed").select_option(label="GP")
    page.locator("[data-begin]").click()
    expect(page.locator("[data-elsewhere]")).to_contain_text("which way I lean")
    # That it is the plan says nothing of a sign.
    page.locator(".plan-agreed .answer").first.click()
    text = plan_record_text(read(saved(page)).plan)
    rail = page.locator("[data-rail=open]")
    for each in words:
        assert f'NOTHING SAID OF IT YET: "{each[:20]}' in text
        expect(rail).to_contain_text(each)
    fields = page.locator("#signs-ticked").get_by_label(SAYS["home.signs_said"])
    whose = page.locator("#signs-ticked").get_by_label(SAYS["actions.suggest_who"])
    fields.nth(0).fill("Looked at today, no redness")
    fields.nth(0).blur()
    # Nobody's before somebody says whose it is.
    expect(page.locator("#status")).to_have_text(SAYS["missing.choice"])
    expect(rail).to_contain_text(words[0])
    whose.nth(0).select_option(label="GP")
    expect(rail).not_to_contain_text(words[0])
    expect(rail).to_contain_text(words[1])
    # Own words beside it are other words.
    page.locator("[data-fold=about] summary").click()
    page.locator("#f-about-also_worth_knowing").fill("I live on the third floor")
    page.locator("#f-about-also_worth_knowing").blur()
    made = read(saved(page)).plan
    (about,) = [each for each in made.about_me if each.heading == "also_worth_knowing"]
    assert [said.words for said in about.said[2:]] == [
        "Looked at today, no redness",
        "I live on the third floor",
    ]
    remark = about.said[2]
    assert next(each.job for each in made.people if each.id == remark.by) == "GP"
    assert plan_record_text(made).count("WARNING SIGN TICKED") == 1
    expect(page.locator("#signs-ticked li")).to_have_count(1)
    assert plan.axe_faults("main") == []
    assert plan.complaints == []


def test_what_was_saved_stands_and_is_said_anew(plan: Visit) -> None:
    page = plan.page
    open_plan(page, "knee-agreed")
    TwoPeople(page).begin()
    saved(page)
    # A press too many: what stood is there again, and what was typed waits.
    for block, press in {"matters": "anew", "decided": "change", "goal": "anew"}.items():
        part = page.locator(f"[data-block={block}]")
        stood = part.locator(".plan-words").first
        words = stood.inner_text()
        part.get_by_role("button", name=SAYS[press], exact=True).click()
        expect(stood).not_to_be_visible()
        leave = part.get_by_role("button", name=SAYS["leave"])
        if block == "matters":
            part.locator("textarea").press_sequentially("x")
            expect(leave).to_have_count(0)
            part.locator("textarea").press("Backspace")
        elif block == "goal":
            part.locator("textarea").first.fill("Walk with")
        leave.click()
        expect(stood).to_have_text(words)
        expect(page.locator(f"#{block}-title")).to_be_focused()
    page.locator("[data-block=goal] button", has_text="Say it anew").click()
    expect(page.locator("[data-block=goal] textarea").first).to_have_value("Walk with")
    page.locator("[data-block=goal] textarea").first.fill("Walk with one rest")
    page.locator("[data-block=goal] .plan-add button").click()
    made = read(saved(page)).plan
    assert [(goal.said.words, goal.replaces) for goal in made.goals] == [
        ("Walk my grandson to school and back", None),
        ("Walk with one rest", "school"),
    ]
    # The steps go with the goal in its new words.
    assert {each.goal for each in made.actions if each.goal} == {"school"}
    expect(page.locator("[data-rail=open]")).not_to_contain_text("Nothing is planned")


def test_words_that_wait_are_not_lost_when_the_page_is_drawn_anew(plan: Visit) -> None:
    page = plan.page
    open_plan(page)
    TwoPeople(page).begin()
    saved(page)
    page.get_by_label("Because, in my words").fill("It is my knee")
    page.locator("[data-add=own]").click()
    page.locator("#f-action-new").fill("Ask my son")
    page.locator("#f-review-lead").select_option(label="GP")
    expect(page.locator("#f-action-new")).to_have_value("Ask my son")
    expect(page.get_by_label("Because, in my words")).to_have_value("It is my knee")
    page.locator("[data-block=decided] .answer", has_text="Not yet").click()
    saved(page)
    comes_to(page, LEAVE, expected=True)
    page.locator("[data-block=actions] .plan-add button").click()
    made = read(saved(page)).plan
    comes_to(page, LEAVE, expected=False)
    assert made.actions[-1].said.words == "Ask my son"
    reason = made.decisions[0].became[-1].reason
    assert reason is not None
    assert reason.words == "It is my knee"


WAIT = {
    "actions-own": ("[data-add=own]", "#f-action-new"),
    "goal": ("[data-fold=goals] summary", "#f-goal-more"),
    "suggested goal": ("[data-fold=goals] summary", "#f-goal-suggest"),
    "myself": ("[data-fold=by_myself] summary", "#f-by_myself"),
    "results": ("[data-fold=results] summary", "#f-result-found"),
    "sharing": ("[data-fold=shared] summary", "#f-shared"),
}


@pytest.mark.parametrize("name", by_turns([*WAIT]))
def test_words_that_wait_are_there_when_the_part_is_open_again(name: str, plan: Visit) -> None:
    page = plan.page
    opens, field = WAIT[name]
    open_plan(page, "knee-agreed")
    TwoPeople(page).begin()
    page.locator(opens).click()
    page.locator(field).fill("Ask my son")
    page.locator("#part-copy").click()
    page.locator("#part-review").click()
    page.locator("#part-visit").click()
    expect(page.locator(field)).to_have_value("Ask my son")
    # What is saved says what is not in it, also from another part.
    label = page.locator(f"label[for={field[1:]}]").text_content() or ""
    page.locator("#part-copy").click()
    assert "Ask my son" not in saved(page)
    expect(page.locator("#status")).to_contain_text(label)
    expect(page.locator("p.note", has_text=label)).to_be_visible()
    expect(page.locator("[data-line]")).to_contain_text(SAYS["line.left"])
    comes_to(page, LEAVE, expected=True)
    page.locator("#print-copy").click()
    expect(page.locator("p.note", has_text=label)).to_be_visible()
    page.locator("#part-visit").click()
    expect(page.locator(field)).to_have_value("Ask my son")
    page.locator(field).fill("")
    page.locator("#part-copy").click()
    saved(page)
    expect(page.locator("p.note", has_text=label)).to_have_count(0)
    assert plan.complaints == []


def test_what_was_chosen_or_opened_is_there_when_the_part_is_open_again(plan: Visit) -> None:
    page = plan.page
    open_plan(page, "knee-agreed")
    TwoPeople(page).begin()
    page.locator("[data-add=suggest]").click()
    page.locator("[data-fold=shared] summary").click()
    chosen = {"#f-action-new-by": "gp", "#f-shared-parts": "nothing"}
    for field, value in chosen.items():
        page.locator(field).select_option(value)
    when, who = page.locator("select[id$=-when]").first, page.locator(".plan-row select").first
    when.select_option(label=SAYS["when.other"])
    who.select_option(label=SAYS["who.new"])
    page.locator("#part-copy").click()
    page.locator("#part-visit").click()
    for field, value in chosen.items():
        expect(page.locator(field)).to_have_value(value)
    # A day in words is typed where it was opened, also behind a drawing of the page.
    page.locator("[id^=f-goal-][id$=-when-words]").fill("when the clocks change")
    expect(page.locator(".plan-row input[id$=-job]").first).to_be_visible()
    page.locator("#f-action-new").fill("Try poles")
    page.locator("[data-block=actions] .plan-add button").click()
    expect(page.locator(".plan-suggested").last).to_contain_text("GP suggests this")
    words = page.locator("[id^=f-goal-][id$=-when-words]")
    expect(words).to_have_value("when the clocks change")
    expect(page.locator("#f-action-new-by")).to_have_value("")
    when.select_option(index=2)
    expect(words).to_be_hidden()
    page.locator("#part-copy").click()
    page.locator("#part-visit").click()
    expect(words).to_be_hidden()
    assert plan.complaints == []


@pytest.mark.parametrize("form", by_turns(["fhir", "prsb"]))
def test_what_is_not_in_a_file_for_another_system_is_said_beside_what_was_pressed(
    form: str, site: Site, visit: Visitor
) -> None:
    page = visit(f"{site.address}plan/", width=1280, accept_downloads=True).page
    open_plan(page, "knee-agreed")
    TwoPeople(page).begin()
    page.locator("[data-add=own]").click()
    page.locator("#f-action-new").fill("Ask my son")
    label = page.locator("label[for=f-action-new]").text_content() or ""
    page.locator("#part-copy").click()
    page.locator("[data-forms] summary").click()
    press = page.locator(f"[data-forms] [data-form={form}]")
    with page.expect_download() as saving:
        press.click()
    assert "Ask my son" not in saving.value.path().read_text("utf-8")
    note = page.locator("[data-forms] [data-left-out]")
    expect(note).to_contain_text(label)
    expect(note).to_be_in_viewport(ratio=0.9)
    expect(page.locator("#status")).to_contain_text(label)
    expect(page.locator("#status")).to_contain_text(SAYS["forms.saved"])
    expect(press).to_be_focused()
    assert page.locator("p.note", has_text="Not in it").count() == 1


@pytest.mark.parametrize(
    "press", by_turns(["print", "print-large", "copy", "save"], begin=1, at_once=2)
)
def test_what_is_not_in_it_is_said_beside_what_was_pressed(
    press: str, site: Site, visit: Visitor
) -> None:
    granted = ["clipboard-read", "clipboard-write"]
    page = visit(f"{site.address}plan/", width=1280, permissions=granted).page
    page.evaluate(NO_PRINTER)
    open_plan(page, "knee-agreed")
    TwoPeople(page).begin()
    page.locator("[data-add=own]").click()
    page.locator("#f-action-new").fill("Ask my son")
    label = page.locator("label[for=f-action-new]").text_content() or ""
    page.locator(f"[data-{press}]").click()
    note = page.locator("[data-left-out]")
    expect(note).to_contain_text(label)
    expect(note).to_be_in_viewport(ratio=0.9)
    expect(page.locator(f".plan-agreed:has([data-{press}]) [data-left-out]")).to_have_count(1)
    status = page.locator("#status")
    expect(status).to_contain_text(label)
    said = {"save": "tools.saved", "copy": "tools.copied"}.get(press)
    given = page.locator(f".plan-agreed:has([data-{press}]) [data-given]")
    if said:
        expect(status).to_contain_text(SAYS[said])
        expect(given).to_have_text(SAYS[said])
    expect(given).to_have_count(1 if said else 0)
    assert page.locator("p.note", has_text="Not in it").count() == 1
    # What was added is in the next one.
    page.locator("[data-block=actions] .plan-add button").click()
    expect(note).to_have_count(0)


def test_what_was_learnt_waits_while_another_part_is_open(plan: Visit) -> None:
    page = plan.page
    page.clock.set_fixed_time(LATER)
    open_plan(page, "knee-agreed")
    page.locator("#part-review").click()
    page.locator(".answer", has_text="Me").first.click()
    page.locator("#here-typed").select_option(label="Me")
    page.locator("[data-begin]").click()
    page.locator("#f-learnt").fill("Rest helps")
    page.locator("#part-copy").click()
    page.locator("#part-review").click()
    expect(page.locator("#f-learnt")).to_have_value("Rest helps")
    # Nothing of it is left when the page is cleared.
    page.locator("[data-clear]").click()
    page.get_by_role("button", name=SAYS["clear.yes"]).click()
    open_plan(page, "knee-agreed")
    page.locator("#part-review").click()
    page.locator(".answer", has_text="Me").first.click()
    page.locator("#here-typed").select_option(label="Me")
    page.locator("[data-begin]").click()
    expect(page.locator("#f-learnt")).to_have_value("")


def test_a_plan_that_is_full_says_so(plan: Visit) -> None:
    data = plan_data("knee-agreed")
    data["visits"] += [data["visits"][-1] | {"id": f"v-{n}"} for n in range(38)]
    page = plan.page
    page.locator("#record-file").set_input_files(plan_file(json.dumps(data)))
    page.locator(".answer", has_text="Me").click()
    page.locator("#here-typed").select_option(label="Me")
    page.locator("[data-begin]").click()
    expect(page.get_by_role("alert").filter(has_text="no more room")).to_be_visible()


def test_a_review_puts_last_time_beside_today(plan: Visit) -> None:
    page = plan.page
    page.clock.set_fixed_time(LATER)
    open_plan(page, "knee-agreed")
    TwoPeople(page).review("First contact physiotherapist")
    # The last one stands beside it, and nothing of it is taken for the next.
    assert "with first contact" in (
        page.locator("[data-block=review] [data-last]").text_content() or ""
    )
    sooner = page.locator("#paper .copy-review").text_content() or ""
    assert ("With first contact" in sooner, "Sooner if" in sooner) == (True, False)
    made = read(saved(page)).plan
    assert stage_of(made) == "reviewed"
    # What was saved of the next one today is a sentence, and no empty field.
    expect(page.locator("[data-block=review] .plan-said")).to_contain_text("with first contact")
    page.locator("[data-block=review] button.link").click()
    expect(page.locator("#f-review-lead")).to_have_value("physio")
    page.locator("#f-review-lead").select_option(label="GP")
    expect(page.locator("#paper .copy-review")).to_contain_text("With GP.")
    before = read(plan_text("knee-agreed")).plan
    assert made.goals[0].looked[:-1] == before.goals[0].looked
    # The paper has what was said today, and not what was said in November.
    paper = page.locator("#paper").text_content() or ""
    assert "Now: Part of the way" in paper
    assert "“To the school gate.”" in paper
    assert "postbox" not in paper
    assert SAYS["status.doing"] in paper
    last = made.goals[0].looked[-1]
    assert (last.status, last.said and last.said.words) == ("partly", "To the school gate.")
    assert made.actions[0].did[-1].status == "doing"
    assert [each.words for each in made.learnt] == ["Resting at the bench"]
    assert made.reviews[-1].lead == "physio"
    page.locator("[data-fold=history] summary").click()
    expect(page.locator("[data-fold=history]")).to_contain_text("Exercise and weight management")
    # Where it all began is no longer on the paper, and stands there still.
    expect(page.locator("[data-fold=history]")).to_contain_text("postbox")
    # That a goal stays is seen for as long as the visit lasts.
    keep = page.locator("[name$=-keep][value=keep]").first
    keep.check()
    page.locator("#part-copy").click()
    page.locator("#part-review").click()
    expect(keep).to_be_checked()
    # A goal that is said anew by keys leaves the focus in its block.
    page.locator("[name$=-keep][value=new]").first.check()
    page.keyboard.type("Walk there and rest once")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#paper")).to_contain_text("Walk there and rest once")
    assert str(page.evaluate(HELD)).startswith("look-school")


def test_at_a_review_a_day_that_has_gone_by_is_said_and_another_can_be_named(plan: Visit) -> None:
    page = plan.page
    page.clock.set_fixed_time(LATER)
    open_plan(page, "knee-agreed")
    TwoPeople(page).begin_review("First contact physiotherapist")
    when = {one.id: one.looked[-1].when for one in read(plan_text("knee-agreed")).plan.goals}
    (goal,) = (id_ for id_, each in when.items() if each and each.on and each.on < LATER[:10])
    block = page.locator(f"[aria-labelledby^=look-{goal}-title]")
    expect(block.locator(".plan-gone")).to_contain_text("has gone by")
    page.locator(f"#f-look-{goal}-when").select_option(index=2)
    expect(block.locator(".plan-gone")).to_be_hidden()
    # What is said of it in the same breath is said beside the day.
    block.locator(".answer", has_text="Part of the way").click()
    made = {one.id: one for one in read(saved(page)).plan.goals}[goal].looked
    assert made[-2].when == when[goal]
    assert made[-1].status == "partly"
    assert made[-1].when
    assert (made[-1].when.on or "") > LATER[:10]
    paper = page.locator("#paper").text_content() or ""
    assert SAYS["when"] not in paper


def test_at_a_review_a_step_whose_day_has_gone_by_has_room_for_another(plan: Visit) -> None:
    page = plan.page
    page.clock.set_fixed_time(LATER)
    open_plan(page, "knee-agreed")
    TwoPeople(page).begin_review("First contact physiotherapist")
    was = {one.id: one.did[-1] for one in read(plan_text("knee-agreed")).plan.actions if one.did}
    late = [
        id_ for id_, each in was.items() if each.when and each.when.on and each.when.on < LATER[:10]
    ]
    assert len(late) > 1
    first, second = late[0], late[1]
    for id_ in late:
        expect(page.locator(f"#f-look-{id_}-when-gone")).to_contain_text("has gone by")
    page.locator(f"#f-look-{first}-when").select_option(index=2)
    expect(page.locator(f"#f-look-{first}-when-gone")).to_be_hidden()
    page.locator(f"#f-look-{first}").select_option(label="I am doing it")
    # What has come to an end needs no other day.
    page.locator(f"#f-look-{second}").select_option(label="Done")
    expect(page.locator(f"#f-look-{second}-when")).to_be_hidden()
    assert plan.complaints == []
    assert faults_of(plan) == []
    made = {one.id: one.did for one in read(saved(page)).plan.actions}
    assert made[first][-2] == was[first], "the old day stays in the history"
    now = made[first][-1]
    later = now.when is not None and (now.when.on or "") > LATER[:10]
    assert (now.status, now.often, later) == (
        "doing",
        was[first].often,
        True,
    )
    assert (made[second][-1].status, made[second][-1].when) == ("done", None)
    # Saved, the new day has time yet.
    expect(page.locator(f"#f-look-{first}-when-gone")).to_have_count(0)


def test_what_is_still_doubted_is_seen_and_asked_about_at_a_review(plan: Visit) -> None:
    page = plan.page
    open_plan(page)
    two = TwoPeople(page)
    two.begin()
    page.locator(".answer", has_text="Exercise and weight management").click()
    page.get_by_label(SAYS["decided.doubts"]).fill("Will it hurt more?")
    page.locator("#f-review-when").select_option(index=4)
    page.locator(DONE).click()
    block, paper = page.locator("[data-block=decided]"), page.locator("#paper")
    for place in (block, paper):
        expect(place).to_contain_text("I still doubt: “Will it hurt more?”")
    page.locator(".plan-agreed .answer").first.click()
    file = saved(page)
    agreed = read(file).plan
    assert 'Still doubts: "Will it hurt more?"' in plan_record_text(agreed)
    page.reload()
    page.clock.set_fixed_time(LATER)
    page.locator("h1").click()
    page.locator("#record-file").set_input_files(plan_file(file, "my-plan.html"))
    page.locator("#part-review").click()
    page.locator(".answer", has_text="Me").first.click()
    page.locator("#here-typed").select_option(label="Me")
    page.locator("[data-begin]").click()
    look = page.locator("[data-block=look-decided]")
    expect(look).to_contain_text("Exercise and weight management")
    expect(look).to_contain_text("Will it hurt more?")
    # What becomes of it is said before it is gone.
    hint = SAYS["look.doubt_empty"].replace("{words}", "“Will it hurt more?”")
    expect(look.locator(f"#{look.locator('textarea').get_attribute('id')}-hint")).to_have_text(hint)
    assert look.locator("input:checked").count() == 0
    look.locator(".answer", has_text=SAYS["look.stopped"]).click()
    look.get_by_label(SAYS["decided.doubts"]).fill("If I can rest at all")
    look.get_by_label(SAYS["decided.doubts"]).blur()
    expect(paper).to_contain_text("Stopped: Exercise and weight management")
    expect(paper).to_contain_text("If I can rest at all")
    look.locator(".answer", has_text=SAYS["look.stays"]).click()
    assert plan.axe_faults("main") == []
    # The review that is held now is no answer to when the next is.
    expect(page.locator("#f-review-when")).to_have_value("")
    became = read(saved(page)).plan.decisions[0].became
    assert [each.state for each in became] == ["decided", "decided"]
    assert became[1].option_name == became[0].option_name
    assert became[1].doubts is not None
    assert became[1].doubts.words == "If I can rest at all"
    look.locator(".answer", has_text=SAYS["look.anew"]).click()
    look.locator(".answer", has_text="Not yet").click()
    look.get_by_role("button", name=SAYS["done"]).click()
    expect(look).to_contain_text(SAYS["decided.not_yet"])
    assert [each.state for each in read(saved(page)).plan.decisions[0].became][-1] == "not_yet"
    assert plan.complaints == []


def test_what_came_to_an_end_at_a_review_is_on_the_copy(plan: Visit) -> None:
    page = plan.page
    page.clock.set_fixed_time(LATER)
    open_plan(page, "knee-agreed")
    page.locator("#part-review").click()
    page.locator(".answer", has_text="Me").first.click()
    page.locator("#here-typed").select_option(label="Me")
    page.locator("[data-begin]").click()
    page.locator(".answer", has_text=SAYS["look.met"]).first.click()
    rows = page.locator(".look-row")
    rows.first.locator("select").first.select_option(label=SAYS["status.stopped"])
    rows.first.locator("textarea").fill("It hurt too much")
    rows.first.locator("textarea").blur()
    words = rows.first.locator(".plan-words").inner_text()
    page.locator("#part-copy").click()
    gone = page.locator(".plan-copy .copy-part", has_text=SAYS["copy.ended"])
    for each in (SAYS["look.met"], words, SAYS["status.stopped"], "It hurt too much"):
        expect(gone).to_contain_text(each)
    # At the visit after the next it is history.
    page.locator("#part-review").click()
    page.locator(".plan-agreed .answer").first.click()
    file = saved(page)
    page.reload()
    page.clock.set_fixed_time("2027-06-02T10:00:00")
    page.locator("h1").click()
    page.locator("#record-file").set_input_files(plan_file(file, "my-plan.html"))
    expect(page.locator("#paper")).to_contain_text("It hurt too much")
    page.locator(".answer", has_text="Me").first.click()
    page.locator("#here-typed").select_option(label="Me")
    page.locator("[data-begin]").click()
    expect(page.locator("#paper")).not_to_contain_text("It hurt too much")
    assert plan.complaints == []


LONG = "https://example.org/" + "a" * 150
OWN = ("words", "job", "to", "call", "sooner_if", "question", "option_name", "help", "name", "what")
WIDER = """() => [...document.querySelectorAll("main *")].filter((one) => one.checkVisibility()
  && (one.getBoundingClientRect().right > innerWidth + 1 || one.getBoundingClientRect().left < -1))
  .map((one) => `${one.localName}.${one.className}#${one.id}`)"""


def long_words(value: Any) -> Any:  # noqa: ANN401
    """Return data in which all of somebody's own words are one long word."""
    if isinstance(value, list):
        return [long_words(each) for each in value]
    if not isinstance(value, dict):
        return value
    return {
        name: LONG if name in OWN and isinstance(part, str) and part else long_words(part)
        for name, part in value.items()
    }


@pytest.mark.parametrize(
    ("name", "width"),
    crossed(["knee-link-worker", "two-conditions", "budget"], (1280, 390, 320), begin=5, every=8),
)
def test_a_word_that_is_longer_than_a_line_breaks(
    width: int, name: str, site: Site, visit: Visitor
) -> None:
    seen = visit(f"{site.address}plan/", width=width)
    page = seen.page
    page.clock.set_fixed_time("2027-06-02T10:00:00")
    page.locator("h1").click()
    data = long_words(plan_data(name))
    page.locator("#record-file").set_input_files(plan_file(json.dumps(data)))
    expect(page.locator("html")).to_have_class(has_class("has-plan"))

    def look(part: str) -> None:
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        assert (page.evaluate(WIDER), seen.overflow()) == ([], 0), part

    look("begin")
    page.locator("#here").check()
    page.locator("#here-typed").select_option(index=1)
    page.locator("[data-begin]").click()
    if name != "budget":
        expect(page.locator("[data-rail=open]")).to_contain_text(LONG)
    look("visit")
    for part in ("review", "copy"):
        page.locator(f"#part-{part}").click()
        look(part)
    record = handed(site, CARPAL, 0, own=LONG, questions=[{"text": LONG}])
    page.locator("#record-file").set_input_files(record.file("other.json"))
    expect(page.locator("#mine-title")).to_be_focused()
    look("whose")


EXAMPLES = (
    "One person with knee arthritis: prepared at home",
    "The same person: a plan agreed in the visit",
    "The same person: after the first review",
    "The same person: after the second review",
    "One person with two conditions: agreed in part",
    "One person with a personal health budget",
)


def test_each_example_opens_and_says_in_every_place_that_nobody_said_it(
    plan: Visit, site: Site
) -> None:
    page = plan.page
    page.locator("[data-try]").click()
    expect(page.locator("[data-example]")).to_have_text(EXAMPLES)
    page.get_by_role("button", name=SAYS["cancel"]).click()
    expect(page.locator("[data-try]")).to_be_focused()
    for name in EXAMPLES:
        page.locator("[data-try]").click()
        expect(page.locator("#try-title")).to_be_focused()
        page.get_by_role("button", name=name).click()
        expect(page.locator("html")).to_have_class(has_class("has-plan"))
        expect(page.locator("#plan .note").first).to_have_text(SAYS["made_up"])
        assert SAYS["made_up"] in (page.locator("html").get_attribute("data-notice") or "")
        comes_to(page, LEAVE, expected=False)
        file = saved_prepared(page)
        assert SAYS["made_up"] in file.partition("<main>")[2].partition("</main>")[0]
        made = read(file).plan
        assert is_made_up(made)
        # Its last visit was in the week up to today.
        assert "2026-11-24" < made.visits[-1].on <= VISIT[:10]
        page.locator("[data-clear]").click()
    assert plan.complaints == []
    assert plan.strangers(site.address) == []


def test_answers_to_practise_with_are_put_into_no_plan(plan: Visit, site: Site) -> None:
    """Of an aid's examples for clinicians; neither into a new plan nor into one that is open."""
    examples = (site.folder / f"aids/{KNEE}/practice.json").read_text("utf-8")
    record = json.dumps(json.loads(examples)["examples"][0]["record"])
    page = plan.page

    def choose() -> None:
        page.locator("[data-problem]").evaluate("place => place.replaceChildren()")
        page.locator("#record-file").set_input_files(
            {"name": "record.json", "mimeType": "application/json", "buffer": record.encode()}
        )
        expect(page.locator("[data-problem]")).to_contain_text(SAYS["fault.made_up_record"])

    choose()
    expect(page.locator("html")).not_to_have_class(has_class("has-plan"))
    open_plan(page)
    before = page.locator("#paper").inner_text()
    choose()
    assert page.locator("#paper").inner_text() == before
    assert plan.complaints == []


def test_an_example_is_never_put_together_with_a_plan(plan: Visit, site: Site) -> None:
    page = plan.page
    open_plan(page)
    before = page.locator("#paper").inner_text()
    page.locator("[data-try]").click()
    expect(page.locator("[data-problem]")).to_have_text(SAYS["try.clear_first"])
    assert page.locator("[data-example]").count() == 0
    assert page.locator("#paper").inner_text() == before
    page.locator("[data-clear]").click()
    page.locator("[data-try]").click()
    page.locator("[data-example]").nth(1).click()
    expect(page.locator("html")).to_have_class(has_class("has-plan"))
    # Neither a person's plan nor what a person said in an aid is put into it.
    page.locator("#record-file").set_input_files(plan_file(plan_text("knee-agreed")))
    expect(page.locator("[data-problem]")).to_contain_text(SAYS["note.other"])
    record = handed(site, KNEE, 0, own="My hands are my work.")
    page.locator("#record-file").set_input_files(record.file())
    expect(page.locator("[data-problem]")).to_contain_text(SAYS["fault.made_up"])
    assert "My hands are my work." not in page.content()


def test_an_example_that_comes_when_a_plan_is_open_is_not_listed(plan: Visit) -> None:
    page = plan.page
    page.evaluate(
        "() => { document.querySelector('[data-try]').click();"
        " document.querySelector('[data-new]').click(); }"
    )
    expect(page.locator("#begin-title")).to_be_visible()
    page.wait_for_function("() => document.querySelector('script[src$=\"examples.js\"]')")
    expect(page.locator("[data-example]")).to_have_count(0)


def test_of_two_visits_of_one_day_both_words_are_shown_and_one_press_chooses(plan: Visit) -> None:
    page = plan.page
    page.clock.set_fixed_time("2027-02-01T15:00:00")
    page.locator("h1").click()
    for each in two_of_a_day("v-03-aa", "v-03-bb"):
        page.locator("#record-file").set_input_files(plan_file(written(each)))
    line, copy = page.locator("[data-line]"), page.locator("#paper .copy-part").first
    expect(line).to_contain_text(SAYS["stage.changed"])
    expect(copy.locator(".copy-words")).to_have_text(["“To sleep”", "“To walk”"])
    page.locator("#part-visit").click()
    page.locator(".answer", has_text="Me").first.click()
    page.locator("#here-typed").select_option(label="Me")
    page.locator("[data-begin]").click()
    words = page.locator("[data-block=matters] .plan-words")
    expect(words).to_have_text(["To sleep", "To walk"])
    pointed = page.locator("[data-rail=open] button", has_text=SAYS["matters"])
    expect(pointed).to_have_count(1)
    assert faults_of(plan) == []
    # A yes to both is to neither.
    note = page.locator("[data-wordings]")
    expect(note).to_contain_text(SAYS["matters"])
    yes = page.locator("input[name=f-agreed]").first
    yes.check()
    expect(line).to_contain_text(SAYS["stage.draft"])
    expect(page.locator("[data-rail=open]")).to_contain_text(SAYS["open.PL13"])
    expect(page.locator("#paper .copy-head")).to_contain_text(
        "I have not said yet which of them holds"
    )
    page.get_by_role("button", name=SAYS["matters.this_of"].replace("{words}", "To sleep")).click()
    expect(note).to_have_count(0)
    assert page.locator("input[name=f-agreed]:checked").count() == 0
    expect(line).to_contain_text(SAYS["stage.changed"])
    yes.check()
    expect(line).to_contain_text(SAYS["stage.agreed"])
    expect(words).to_have_text(["To sleep"])
    expect(pointed).to_have_count(0)
    expect(copy.locator(".copy-words")).to_have_text(["“To sleep”"])
    assert plan.complaints == []


def test_a_no_to_one_copy_is_said_on_paper_beside_the_yes_to_another(plan: Visit) -> None:
    page = plan.page
    for visit, answer in (("v-03-aa", "no"), ("v-03-bb", "yes")):
        data = plan_data("knee-agreed")
        data["visits"].append(
            {"id": visit, "kind": "visit", "on": "2027-02-01", "there": ["me"], "typed_by": "me"}
        )
        said = {"visit": visit, "by": "me", "answer": answer}
        data["agreed"].append(said | ({"words": "Too much"} if answer == "no" else {}))
        page.locator("#record-file").set_input_files(plan_file(json.dumps(data)))
        page.wait_for_timeout(100)
    head = page.locator("#paper .copy-head")
    expect(head).to_contain_text(SAYS["copy.two_answers"])
    expect(head).to_contain_text("Too much")
    assert plan.complaints == []


def test_what_is_said_of_oneself_after_the_yes_is_asked_about_anew(plan: Visit) -> None:
    page = plan.page
    open_plan(page)
    two = TwoPeople(page)
    two.visit()
    line = page.locator("[data-line]")
    expect(line).to_contain_text(SAYS["stage.agreed"])
    page.locator("[data-fold=hard] summary").click()
    page.locator("[data-fold=hard] input:not(:checked)").first.check()
    expect(line).not_to_contain_text(SAYS["stage.agreed"])
    expect(page.locator("[data-anew]")).to_be_visible()


def test_a_decision_in_own_words_is_one_answer_and_says_what_it_is_about(plan: Visit) -> None:
    page = plan.page
    open_plan(page)
    TwoPeople(page).begin()
    block, paper = page.locator("[data-block=decided]"), page.locator("#paper")
    if page.locator("#f-decision-new").count() == 0:
        block.get_by_role("button", name=SAYS["decided.new"]).click()
    page.locator("#f-decision-new").fill("Who drives me")
    block.locator(".plan-add button").click()
    own = page.get_by_label(SAYS["decided.own"])
    form = page.locator(".plan-form", has=own)
    not_yet = form.locator("input[type=radio]").first
    own.fill("My son")
    own.blur()
    expect(paper).to_contain_text("My son.")
    not_yet.check()
    expect(own).to_have_value("")
    expect(paper).to_contain_text(f"Who drives me {SAYS['decided.not_yet']}.")
    own.fill("The bus")
    own.blur()
    expect(not_yet).not_to_be_checked()
    expect(paper).to_contain_text("Who drives me The bus.")
    # What is taken out of the field is taken back.
    own.fill("")
    own.blur()
    expect(paper).not_to_contain_text("The bus")
    assert read(saved(page)).plan.decisions[-1].became == ()
    assert plan.complaints == []


def test_the_only_decision_says_what_it_is_about_where_its_answer_does_not(plan: Visit) -> None:
    page = plan.page
    page.locator("[data-new]").click()
    page.locator(".answer", has_text="Me").first.click()
    page.locator("#here-typed").select_option(label="Me")
    page.locator("[data-begin]").click()
    page.locator("#f-decision-new").fill("Who drives me")
    block = page.locator("[data-block=decided]")
    block.locator(".plan-add button").click()
    block.locator("input[type=radio]").first.check()
    page.locator(DONE).click()
    for place in (block, page.locator("#paper")):
        expect(place).to_contain_text("Who drives me")
        expect(place).to_contain_text(SAYS["decided.not_yet"])
    assert plan.complaints == []


def test_once_asked_anew_it_is_not_said_that_it_is_to_be_asked(plan: Visit) -> None:
    page = plan.page
    open_plan(page, "knee-agreed")
    TwoPeople(page).begin()
    yes = page.locator("input[name=f-agreed]").first
    yes.check()
    saved(page)
    page.locator("[data-block=actions] .plan-row select").first.select_option(index=1)
    expect(page.locator("[data-anew]")).to_contain_text(SAYS["agreed.again"])
    yes.check()
    expect(page.locator("[data-anew]")).to_have_text(SAYS["agreed.older"])


def test_what_was_changed_on_the_way_is_said_until_the_person_was_asked(plan: Visit) -> None:
    page, data = plan.page, plan_data("knee-agreed")
    data["goals"][0]["said"]["words"] = "Walk to town"
    file = plan_file(json.dumps(data), is_altered=True)
    page.locator("#record-file").set_input_files(file)
    notice = page.locator("p.note", has_text=SAYS["altered"])
    expect(notice).to_be_visible()
    TwoPeople(page).begin()
    page.locator("input[name=f-agreed]").first.check()
    expect(page.locator("[data-line]")).to_contain_text(SAYS["stage.agreed"])
    expect(notice).to_have_count(0)
    expect(page.locator("input[name=f-agreed]").first).to_be_focused()
    assert plan.complaints == []


def test_what_a_changed_copy_adds_to_the_plan_is_said_until_the_person_was_asked(
    plan: Visit,
) -> None:
    page, data = plan.page, plan_data("knee-agreed")
    open_plan(page, "knee-agreed")
    notice, line = page.locator("p.note", has_text=SAYS["altered"]), page.locator("[data-line]")
    expect(line).to_contain_text(SAYS["stage.agreed"])
    data["results"] = [*data.get("results", ()), {"what": "X-ray", "found": "Made up by nobody"}]
    page.locator("#record-file").set_input_files(
        plan_file(json.dumps(data), "other.json", is_altered=True)
    )
    expect(notice).to_be_visible()
    expect(line).to_contain_text(SAYS["stage.changed"])
    assert "Made up by nobody" in (page.locator("#paper").text_content() or "")
    # The sound copy once more makes nothing of it sound.
    page.locator("#record-file").set_input_files(plan_file(plan_text("knee-agreed")))
    expect(line).to_contain_text(SAYS["stage.changed"])
    expect(notice).to_be_visible()
    TwoPeople(page).begin()
    page.locator("input[name=f-agreed]").first.check()
    expect(line).to_contain_text(SAYS["stage.agreed"])
    expect(notice).to_have_count(0)
    assert plan.complaints == []


def test_another_persons_plan_is_never_mixed(plan: Visit) -> None:
    page = plan.page
    open_plan(page)
    before = page.locator("#paper").inner_text()
    page.locator("#record-file").set_input_files(plan_file(plan_text("two-conditions")))
    expect(page.locator("[data-problem]")).to_contain_text(
        "This is another plan. It was not mixed."
    )
    assert page.locator("#paper").inner_text() == before
    page.locator("#record-file").set_input_files(plan_file(plan_text("knee-agreed")))
    expect(page.locator("[data-problem]")).to_contain_text("Two copies of this plan")
    assert "Exercise and weight management" in (page.locator("#paper").text_content() or "")


def test_words_of_a_changed_copy_stand_beside_those_of_the_plan_and_somebody_chooses(
    plan: Visit,
) -> None:
    page = plan.page
    paper, line, notice = (page.locator(each) for each in ("#paper", "[data-line]", "p.note"))
    data = plan_data("knee-agreed")
    became = data["decisions"][0]["became"][-1]
    option, became["option_name"] = became["option_name"], "Knee replacement"
    page.locator("#record-file").set_input_files(
        plan_file(json.dumps(data), "other.json", is_altered=True)
    )
    expect(notice.filter(has_text=SAYS["altered"])).to_be_visible()
    expect(line).to_contain_text(SAYS["stage.changed"])
    assert SAYS["copy.agreed"] not in (paper.text_content() or "")
    page.emulate_media(media="print")
    expect(paper.locator(".copy-altered")).to_have_text(SAYS["altered"])
    expect(paper.locator(".copy-altered")).to_be_visible()
    page.emulate_media(media="screen")
    # The sound one that comes behind it holds, and what the other says is there to be chosen.
    open_plan(page, "knee-agreed")
    expect(page.locator("[data-side=open] .plan-words")).to_contain_text("Knee replacement")
    expect(page.locator("[data-side=file] .plan-words")).to_contain_text(option)
    expect(notice.filter(has_text=SAYS["altered"])).to_have_count(0)
    expect(line).to_contain_text(SAYS["stage.agreed"])
    assert "Knee replacement" not in (paper.text_content() or "")
    data = plan_data("knee-agreed")
    words = data["goals"][0]["said"]["words"]
    data["goals"][0]["said"]["words"] = HOSTILE
    data["actions"][0]["said"]["words"] = "Train on Mondays"
    page.locator("#record-file").set_input_files(
        plan_file(json.dumps(data), "other.json", is_altered=True)
    )
    expect(page.locator("#differ-title")).to_be_focused()
    goal, action = (page.locator(".plan-differ").nth(n) for n in (0, 1))
    for side, said in (("open", words), ("file", HOSTILE)):
        expect(goal.locator(f"[data-side={side}] .plan-words")).to_have_text(said.strip("\u202e"))
    # Until somebody has chosen, the words that were there are there.
    assert words in (paper.text_content() or "")
    assert "onerror" not in (paper.text_content() or "")
    assert faults_of(plan) == []
    goal.locator("[data-use=file]").click()
    assert "onerror" in (paper.text_content() or "")
    assert words not in (paper.text_content() or "")
    # Nobody has said yes to that.
    expect(line).to_contain_text(SAYS["stage.changed"])
    action.locator("[data-use=both]").click()
    for said in (plan_data("knee-agreed")["actions"][0]["said"]["words"], "Train on Mondays"):
        expect(paper.locator("tbody tr", has_text=said)).to_have_count(1)
    page.locator("#part-copy").click()
    assert len(read(saved(page)).plan.actions) == len(data["actions"]) + 1
    assert plan.complaints == []


def test_answers_beside_a_plan_may_be_somebody_elses_and_are_asked_about(
    plan: Visit, site: Site
) -> None:
    page = plan.page
    open_plan(page)
    record = handed(site, CARPAL, 0, own="My hands are my work.")
    page.locator("#record-file").set_input_files(record.file("other.json"))
    expect(page.locator("#mine-title")).to_be_focused()
    # Whose they are can be told by what they say, beside what the plan says.
    answers, ours = (page.locator(f"[data-whose={each}]") for each in ("answers", "plan"))
    for words in (record.data["aid"]["title"], "My hands are my work.", SAYS["whose.who"]):
        expect(answers).to_contain_text(words)
    for words in ("Walk my grandson to school and back", "24 November 2026", "my daughter"):
        expect(ours).to_contain_text(words)
    assert plan.axe_faults("[data-panel]") == []
    page.get_by_role("button", name="No, leave it out").click()
    expect(page.locator("[data-problem]")).to_contain_text("left out")
    assert "My hands are my work." not in page.content()
    TwoPeople(page).begin()
    page.locator("#f-worse").fill("It locks")
    page.locator("#f-worse").blur()
    page.locator("#record-file").set_input_files(record.file("other.json"))
    page.get_by_role("button", name="Yes, put it with this plan").click()
    expect(page.locator("[data-rail=home]")).to_contain_text("Leaning, from the aid")
    assert "My hands are my work." in (page.locator("#paper").text_content() or "")
    # The visit goes on, and what was said in it can still be put right.
    expect(page.locator("#change-here")).to_have_text(SAYS["change_here"])
    page.locator("[data-block=worse] button", has_text=SAYS["change"]).click()
    page.locator("#f-worse").fill("It locks at night")
    page.locator("#f-worse").blur()
    made = read(saved(page)).plan
    assert [each.signs.words for each in made.if_worse] == ["It locks at night"]
    assert [each.kind for each in made.visits if each.on == made.visits[-1].on][-1] == "visit"
    # From here on somebody has a copy of it.
    expect(page.locator("#change-here")).to_have_text(SAYS["again"])


def test_of_two_records_the_rail_says_of_which_aid_each_is(plan: Visit, site: Site) -> None:
    page = plan.page
    open_plan(page)
    records = [handed(site, slug, 0) for slug in (KNEE, CARPAL)]
    heads = page.locator("[data-rail=home] h3")
    for place, record in enumerate(records):
        page.locator("#record-file").set_input_files(record.file(f"{place}.json"))
        page.get_by_role("button", name="Yes, put it with this plan").click()
        expect(page.locator("[data-rail=home]")).to_contain_text("Leaning, from the aid")
        # One alone needs no name.
        expect(heads).to_have_count(0 if place == 0 else 2)
    assert heads.all_text_contents() == [each.data["aid"]["title"] for each in records]
    for head in heads.all():
        expect(head.locator("xpath=following-sibling::dl[1]")).to_contain_text("Leaning")
    assert plan.axe_faults(".plan-rails") == []
    assert plan.complaints == []


def test_beside_how_sure_somebody_was_nothing_says_that_it_was_not_said(plan: Visit) -> None:
    page = plan.page
    open_plan(page)
    people = TwoPeople(page)
    people.begin()
    sure = page.locator("#f-goal-school-sure")
    expect(sure.locator("option").first).to_have_text(SAYS["sure.none"])
    people.choose(sure, label="6")
    page.locator("[data-print]").first.click()
    expect(page.locator("[data-block=goal]")).to_contain_text("6 of 10")
    expect(sure).to_have_value("")
    expect(sure.locator("option").first).to_have_text(SAYS["anew"])


@pytest.mark.parametrize("chosen", by_turns(["this", "other", "both"], begin=2))
def test_a_goal_that_was_replaced_and_kept_is_shown_with_the_other_and_somebody_chooses(
    chosen: str, plan: Visit
) -> None:
    page = plan.page
    page.clock.set_fixed_time("2027-03-05T10:00:00")
    page.locator("h1").click()
    for name, copy in zip(("my-plan.json", "other.json"), two_ways(), strict=True):
        page.locator("#record-file").set_input_files(plan_file(written(copy), name))
        expect(page.locator("html")).to_have_class(has_class("has-plan"))
    page.locator(".answer", has_text="Me").first.click()
    page.locator("#here-typed").select_option(label="Me")
    page.locator("[data-begin]").click()
    note = page.locator("#which-school")
    says = "“Walk to the shop” was said in its place on 10 February 2027."
    expect(note).to_contain_text(says)
    paper = page.locator("#paper")
    for words in ("Walk my grandson to school and back", "“Walk to the shop”", says):
        expect(paper).to_contain_text(words)
    page.locator("#part-copy").click()
    page.locator("#part-review").click()
    expect(note).to_be_visible()
    page.locator("[data-rail=open] button", has_text="stand for the same thing").click()
    expect(note).to_be_focused()
    assert plan.axe_faults("main") == []
    note.locator(f"[data-which={chosen}]").click()
    expect(note).to_have_count(0)
    made = read(saved(page)).plan
    left = {"this": ["school"], "other": ["shop"], "both": ["school", "shop"]}[chosen]
    assert [goal.id for goal in open_goals(made)] == left
    # Nothing is overwritten.
    for copy in two_ways():
        found = merged(copy, made)
        assert isinstance(found, Merged)
        assert found.plan == made
    assert plan.complaints == []


@pytest.mark.parametrize("way", by_turns(["file", "paste", "link"], begin=1))
def test_answers_from_an_aid_become_a_plan(
    way: str, plan: Visit, site: Site, visit: Visitor
) -> None:
    # What this one ticked, with what another one takes for true.
    other = handed(site, KNEE, 3).data["knowledge"]
    record = handed(site, KNEE, 0, knowledge=other)
    seen = plan
    if way == "file":
        seen.page.locator("#record-file").set_input_files(record.file())
    elif way == "paste":
        paste(seen.page, record.token)
    else:
        fragment = link_to(site, record.token).partition("#")[2]
        seen = visit(f"{site.address}plan/#{fragment}", width=1280)
        assert "#" not in seen.page.evaluate("location.href")
    page = seen.page
    expect(page.locator("html")).to_have_class(has_class("has-plan"))
    rail = page.locator("[data-rail=home]")
    expect(rail).to_contain_text("Warning signs ticked")
    # What they take for true that the aid does not say stands there with what it says.
    check = next(each for each in record.words.checks if each.id == other[0]["id"])
    expect(rail.locator("dd", has_text=check.statement)).to_contain_text(check.explanation)
    TwoPeople(page).page.locator(".answer", has_text="Me").click()
    page.locator("#here-typed").select_option(label="Me")
    page.locator("[data-begin]").click()
    for option in site.aids[KNEE].options:
        if option.offered:
            expect(page.locator("[data-block=decided]")).to_contain_text(option.name)
    made = read(saved(page)).plan
    assert made.decisions[0].record == record.data["id"]
    assert made.decisions[0].aid is not None
    assert made.decisions[0].became == ()
    assert seen.complaints == []
    assert seen.strangers(site.address) == []


def test_a_code_of_a_preparation_becomes_a_plan(plan: Visit) -> None:
    code = preparation_code(read(plan_text("knee-prepared")).plan)
    assert code is not None
    plan.page.locator("#code").fill(code)
    plan.page.locator("[data-code] button").click()
    expect(plan.page.locator("[data-rail=home]")).to_contain_text("Pain")
    assert read(saved_prepared(plan.page)).plan.goals[0].id == "school"


def test_a_carers_words_are_the_carers(plan: Visit, site: Site) -> None:
    carer = {"role": "carer", "helper": "my neighbour", "view": ""}
    record = handed(site, KNEE, 0, own="She cannot manage the stairs.", filled_in_by=carer)
    plan.page.locator("#record-file").set_input_files(record.file())
    expect(plan.page.locator("[data-rail=home]")).to_contain_text("given by my neighbour")
    made = read(saved_prepared(plan.page)).plan
    said = made.about_me[0].said[0]
    assert {person.id: person.role for person in made.people}[said.by] == "carer"
    # On paper they would else be read as the person's own.
    copy = plan.page.locator("#paper .copy-part", has_text="She cannot manage the stairs.")
    expect(copy.locator(".copy-about")).to_contain_text("My neighbour, in “")


def test_words_of_others_are_theirs_on_paper_too(plan: Visit) -> None:
    data = plan_data("knee-agreed")
    visit = data["visits"][-1]["id"]
    others = {"by": "daughter", "visit": visit}
    data["about_me"] = [
        {
            "heading": "most_important",
            "said": [{"words": "Her garden.", "by": "gp", "visit": visit}],
        }
    ]
    goal = data["goals"][0]
    goal |= {"said": {"words": "Dig the garden", **others}, "mine": "accepted"}
    goal["looked"] = [
        {"visit": visit, "status": "partly", "said": {"words": "She tried.", **others}}
    ]
    data["if_worse"] = [{"signs": {"words": "She stops eating.", **others}}]
    data["decisions"][0]["became"][-1]["reason"] = {"words": "She is afraid.", **others}
    data["by_myself"] = [{"words": "She rests at noon.", **others}]
    means = {"words": "It is worn.", "by": "gp", "visit": visit}
    data["results"] = [{"what": "X-ray", "found": "less space", "means": means}]
    plan.page.locator("#record-file").set_input_files(plan_file(json.dumps(data)))
    paper = plan.page.locator("#paper .copy-part")
    expect(paper.filter(has_text="Her garden.")).to_contain_text("GP, in the visit, 1 December")
    expect(paper.filter(has_text="Dig the")).to_contain_text("My daughter, in the visit, 1 Dec")
    expect(paper.filter(has_text=SAYS["fold.results"])).to_contain_text(
        "X-ray: less space. GP: “It is worn.”"
    )
    for words in ("She tried.", "She stops eating.", "She is afraid.", "She rests at noon."):
        expect(paper.filter(has_text=words)).to_contain_text(f"My daughter: “{words}”")


def saved_prepared(page: Page) -> str:
    """Return the file of a plan in which no visit is open."""
    page.locator("#part-copy").click()
    return saved(page)


HOSTILE = '"><img src=x onerror=alert(1)><script>alert(1)</script>\u202e'


def test_a_hostile_plan_is_shown_as_text_alone(plan: Visit) -> None:
    data = plan_data("knee-agreed")
    data["people"][1]["job"] = HOSTILE[:200]
    data["goals"][0]["said"]["words"] = HOSTILE
    data["actions"][0]["said"]["words"] = HOSTILE * 5
    data["decisions"][0]["shown"][0] = HOSTILE
    plan.page.locator("#record-file").set_input_files(plan_file(json.dumps(data), is_altered=True))
    expect(plan.page.locator("p.note").filter(has_text=SAYS["altered"])).to_be_visible()
    TwoPeople(plan.page).page.locator(".answer", has_text="Me").first.click()
    plan.page.locator("#here-typed").select_option(index=1)
    plan.page.locator("[data-begin]").click()
    for part in ("visit", "copy", "review"):
        plan.page.locator(f"#part-{part}").click()
        assert plan.page.locator("#plan img, #plan script, #paper img").count() == 0
        assert plan.overflow() == 0
    file = saved_prepared(plan.page)
    assert "<img" not in file.partition("<main>")[2].partition("</main>")[0]
    assert plan.complaints == []


@pytest.mark.parametrize(
    ("text", "says"),
    by_turns(
        [
            ("hello", "neither a plan nor a file"),
            ('{"format":"decisionaid.plan/2"}', "newer version"),
            (plan_text("knee-agreed")[:3000], "damaged or cut"),
            ("x" * 600_000, "too large"),
            (plan_text("refused-goal-claimed"), "goals/move"),
            (plan_text("refused-unsure-with-number"), "goals/rest"),
        ],
        at_once=3,
    ),
)
def test_a_bad_file_is_named_and_takes_nothing_away(text: str, says: str, plan: Visit) -> None:
    page = plan.page
    open_plan(page)
    before = page.locator("#paper").inner_text()
    page.locator("#record-file").set_input_files(plan_file(text, "bad.json"))
    expect(page.locator("[data-problem]")).to_contain_text("bad.json")
    expect(page.locator("[data-problem]")).to_contain_text(says)
    assert page.locator("#paper").inner_text() == before


def test_leaving_is_warned_of_only_where_something_would_be_lost(plan: Visit) -> None:
    page = plan.page
    comes_to(page, LEAVE, expected=False)
    open_plan(page)
    comes_to(page, LEAVE, expected=False)
    TwoPeople(page).begin()
    comes_to(page, LEAVE, expected=True)
    saved(page)
    comes_to(page, LEAVE, expected=False)
    page.locator("[data-clear]").click()
    expect(page.locator("html")).not_to_have_class(has_class("has-plan"))
    assert "grandson" not in page.content()


def test_where_the_plan_is_is_said_as_it_is_now(plan: Visit) -> None:
    """Also where the text was copied for the record: that has not all of the plan."""
    page = plan.page
    where = page.locator("[data-where]")
    open_plan(page)
    expect(where).to_have_text(SAYS["stays.opened"])
    TwoPeople(page).begin()
    expect(where).to_have_text(SAYS["stays"])
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("[data-copy]").first.click()
    expect(page.locator("#status")).to_contain_text(SAYS["tools.copied"])
    expect(where).to_have_text(SAYS["stays"])
    expect(page.locator("[data-line]")).to_contain_text(SAYS["line.unsaved"])
    saved(page)
    expect(where).to_have_text(SAYS["stays.given"])
    # A change of which only what counts is drawn anew, and one with which all is.
    page.locator("[data-block=decided] .answer", has_text="Not yet").click()
    expect(where).to_have_text(SAYS["stays"])
    page.locator("#part-copy").click()
    page.locator("#print-copy").click()
    expect(where).to_have_text(SAYS["stays.given"])
    page.locator("#part-visit").click()
    page.locator("[data-add=own]").click()
    page.locator("#f-action-new").fill("Ask my son")
    saved(page)
    expect(where).to_have_text(SAYS["stays.left"])
    assert plan.complaints == []


def test_clearing_asks_first_where_something_would_be_lost(plan: Visit) -> None:
    page = plan.page
    open_plan(page)
    TwoPeople(page).begin()
    page.locator("[data-clear]").click()
    page.get_by_role("button", name="Keep it here").click()
    expect(page.locator("[data-block=goal]")).to_be_visible()
    page.locator("[data-clear]").click()
    page.get_by_role("button", name="Clear it").click()
    assert "grandson" not in page.content()


def test_a_page_that_nobody_uses_is_cleared(site: Site, visit: Visitor) -> None:
    seen = visit(f"{site.address}plan/")
    seen.page.clock.install()
    seen.page.reload()
    open_plan(seen.page)
    seen.page.clock.fast_forward("09:30")
    expect(seen.page.get_by_role("alertdialog")).to_contain_text("will be cleared")
    seen.page.clock.fast_forward("01:00")
    expect(seen.page.locator("[data-problem]")).to_contain_text("Nothing was kept")
    assert "grandson" not in seen.page.content()


def test_the_copy_is_one_sheet_and_large_print_two(plan: Visit) -> None:
    TwoPeople(plan.page).all_of_it()
    sheets = sheets_of(plan)
    (words,) = words_of(sheets)
    for said in (
        "Keep taking my grandson to school",
        "Exercise and weight management",
        "Walk my grandson to school and back",
        "Choose two days a week to train",
        "You think that your knee may be infected",
        "01632 960 001",
        "How did it go?",
        "Demonstration, not for clinical use.",
    ):
        assert said in words
    assert "Still open" not in words
    plan.page.locator("[data-print-large]").click()
    assert len(sheets_of(plan).pages) == 2


GOALS = (
    "Walk my grandson to school",
    "Sleep through the night without waking",
    "Work in my garden for half an hour",
)
STEPS = (
    "Choose two days a week to train at home", "Show me which exercises to do and how far to go",
    "Ask about a place in the walking group near me", "Take the tablets before bed, with food",
    "Find out about a seat for the shower", "Ring the surgery about the blood test",
)  # fmt: skip


@pytest.mark.parametrize(
    ("goals", "steps"),
    [(1, 3), (2, 4), (3, 6)],
)
def test_a_typical_plan_is_one_side_with_a_column_to_write_in(
    goals: int, steps: int, plan: Visit
) -> None:
    """As it is printed: what is reckoned from letters is held against the paper."""
    data = plan_data("knee-agreed")
    goal, step = data["goals"][0], data["actions"][0]
    visit = data["visits"][-1]["id"]
    data["goals"] = [
        goal
        | {"id": goal["id"] if n == 0 else f"goal-{n}", "said": goal["said"] | {"words": words}}
        for n, words in enumerate(GOALS[:goals])
    ]
    data["actions"] = [
        step
        | {"id": f"step-{n}", "said": step["said"] | {"words": words}}
        | {
            "did": [
                {"visit": visit, "status": "planned", "who": who, "when": {"on": f"2026-12-1{n}"}}
            ]
        }
        for n, (words, who) in enumerate(
            zip(STEPS[:steps], ("me", "daughter", "gp") * 2, strict=False)
        )
    ]
    plan.page.locator("#record-file").set_input_files(plan_file(json.dumps(data)))
    expect(plan.page.locator("#paper .copy tbody tr")).to_have_count(steps)
    (words,) = words_of(sheets_of(plan))
    assert all(each in " ".join(words.split()) for each in ("How did it go?", *GOALS[:goals]))
    assert SAYS["copy.sides"] not in words
    assert SAYS["copy.then"] in words
    # Room to write in by hand.
    plan.page.emulate_media(media="print")
    plan.page.set_viewport_size({"width": 680, "height": 1000})
    cell = plan.page.locator("#paper .copy tbody td:last-child").first.bounding_box()
    assert cell is not None
    assert cell["width"] >= 113  # 30 mm
    plan.page.locator("html").evaluate("(one) => one.classList.add('large-copy')")
    first, second = words_of(sheets_of(plan))
    assert (SAYS["copy.sides"] in first, SAYS["copy.sides"] in second) == (True, False)
    # Room to write in gives way only where a side is saved by it, and the code is never there alone.
    assert SAYS["copy.then"] in second
    assert all(each in second for each in (SAYS["copy.review"], SAYS["code.what"]))
    assert f"{first} {second}".count("How did it go?") == steps


@pytest.mark.parametrize("address", ["plan/", "plan/prepare/"])
def test_what_is_not_copied_stands_marked_across_the_page(
    site: Site, visit: Visitor, address: str
) -> None:
    page = visit(f"{site.address}{address}", width=1280).page
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }")
    if address == "plan/":
        open_plan(page, "knee-agreed")
        page.locator("#part-copy").click()
    else:
        page.locator("[name=matters]").fill("My garden")
    page.get_by_role("button", name=re.compile("^Copy (for the record|as text)$")).first.click()
    field = page.locator(".to-copy")
    expect(field).to_be_focused()
    wide = "(each) => each.getBoundingClientRect().width / each.parentElement.getBoundingClientRect().width"
    assert field.evaluate(wide) > 0.9


def test_large_print_tells_an_answer_from_its_head(plan: Visit) -> None:
    open_plan(plan.page, "knee-agreed")
    plan.page.locator("#part-copy").click()
    plan.page.locator("[data-print-large]").click()
    plan.page.emulate_media(media="print")
    bold = "(each) => [getComputedStyle(each).fontWeight, getComputedStyle(each, '::before').fontWeight]"
    answer, head = plan.page.locator(".copy td[data-head=Who]").first.evaluate(bold)
    assert int(answer) > int(head)


def test_text_and_calendar_are_those_of_the_plan(site: Site, visit: Visitor) -> None:
    seen = visit(
        f"{site.address}plan/", width=1280, permissions=["clipboard-read", "clipboard-write"]
    )
    seen.page.evaluate(NO_PRINTER)
    TwoPeople(seen.page).all_of_it()
    seen.page.locator("[data-copy]").click()
    expect(seen.page.locator("[data-copy]")).to_have_text(SAYS["tools.copied"])
    text = seen.page.evaluate("() => navigator.clipboard.readText()")
    assert len(text) <= 900
    assert text.isascii()
    assert "GOAL: " in text
    assert "NO OWNER" not in text
    # What it says is in no file yet, until it is saved, and then again once it is changed.
    assert ", save 1, changed since." in text.splitlines()[0]
    saved(seen.page)
    seen.page.locator("[data-copy]").click()
    expect(seen.page.locator("[data-copy]")).to_have_text(SAYS["tools.copied"])
    text = seen.page.evaluate("() => navigator.clipboard.readText()")
    assert ", save 2." in text.splitlines()[0]
    seen.page.locator("[data-add=own]").click()
    seen.page.locator("#f-action-new").fill("Ask my son")
    seen.page.locator("[data-block=actions] .plan-add button").click()
    seen.page.locator("[data-copy]").click()
    expect(seen.page.locator("[data-copy]")).to_have_text(SAYS["tools.copied"])
    text = seen.page.evaluate("() => navigator.clipboard.readText()")
    assert ", save 2, changed since." in text.splitlines()[0]
    seen.page.locator("#part-copy").click()
    with seen.page.expect_download() as found:
        seen.page.locator("[data-calendar]").click()
    entries = text_of(found.value)
    assert entries.count("BEGIN:VEVENT") == 2
    assert "Choose two days" not in entries


def fill_all(page: Page) -> None:
    """Open every fold of the page."""
    page.evaluate(
        "() => document.querySelectorAll('details').forEach((one) => { one.open = true; })"
    )


@pytest.mark.parametrize("width", by_turns((320, 1280)))
def test_each_part_is_without_fault(width: int, site: Site, visit: Visitor) -> None:
    seen = visit(f"{site.address}plan/", width=width)
    seen.page.evaluate(NO_PRINTER)
    open_plan(seen.page)
    faults = {"begin": faults_of(seen)}
    two = TwoPeople(seen.page)
    two.begin()
    faults["empty"] = [*faults_of(seen), *spaced_faults(seen)]
    two.decide()
    two.plan()
    two.end()
    for part in ("visit", "copy", "review"):
        seen.page.locator(f"#part-{part}").click()
        fill_all(seen.page)
        faults[part] = [*faults_of(seen), *spaced_faults(seen)]
    assert {part: found for part, found in faults.items() if found} == {}


@pytest.mark.parametrize("width", by_turns((320, 1280), begin=1))
def test_a_review_is_without_fault(width: int, site: Site, visit: Visitor) -> None:
    seen = visit(f"{site.address}plan/", width=width)
    open_plan(seen.page, "knee-first-review")
    seen.page.locator("#part-review").click()
    seen.page.locator(".answer", has_text="Me").click()
    seen.page.locator("#here-typed").select_option(label="Me")
    seen.page.locator("[data-begin]").click()
    fill_all(seen.page)
    assert [*faults_of(seen), *spaced_faults(seen)] == []


def test_from_right_to_left_nothing_is_cut(site: Site, visit: Visitor) -> None:
    seen = visit(f"{site.address}plan/", width=390)
    seen.page.evaluate("() => { document.documentElement.dir = 'rtl'; }")
    open_plan(seen.page)
    TwoPeople(seen.page).begin()
    fill_all(seen.page)
    assert seen.overflow() == 0
    block = seen.page.locator(".plan-said").first.bounding_box()
    words = seen.page.locator(".plan-said .plan-words").first.bounding_box()
    assert block is not None
    assert words is not None
    assert block["x"] + block["width"] - words["x"] - words["width"] > 8


def test_the_open_part_is_told_by_a_border_in_forced_colours(site: Site, visit: Visitor) -> None:
    seen = visit(f"{site.address}plan/", width=1280, forced_colors="active")
    open_plan(seen.page)
    widths = seen.page.locator(".plan-parts button").evaluate_all(
        "all => all.map((each) => parseFloat(getComputedStyle(each).borderBlockEndWidth))"
    )
    assert widths[0] > widths[1] == widths[2]


def test_without_script_a_blank_plan_can_be_printed(site: Site, visit: Visitor) -> None:
    seen = visit(f"{site.address}plan/", java_script_enabled=False)
    words = " ".join(words_of(sheets_of(seen)))
    assert len(sheets_of(seen).pages) == 1
    for said in ("1. What matters most", "3. My goal", "5. If it gets worse", "6. My next review"):
        assert said in words
    assert seen.page.locator("[data-ways]").is_hidden()


BY_KEYS = (
    ("[data-new]", ("Enter",)),
    ("#here", ("Space",)),
    ("#here-typed", ("ArrowDown",)),
    ("[data-begin]", ("Enter",)),
    ("#f-matters", ("=My garden",)),
    ("[data-block=decided] .plan-add textarea", ("=My back", "Tab", "Enter")),
    ("[data-block=decided] [value=not_yet]", ("Space",)),
    ("#f-goal-new", ("=Dig again", "Tab", "Enter")),
    ("[data-block=goal] select >> nth=0", ("ArrowDown",)),
    ("[data-add=own]", ("Enter",)),
    ("#f-action-new", ("=Ask my son", "Tab", "Enter")),
    (".plan-row select >> nth=0", ("ArrowDown",)),
    (".plan-row select >> nth=1", ("ArrowDown",)),
    ("#f-worse", ("=It hurts at night",)),
    ("#f-review-when", ("ArrowDown",)),
    ("#f-review-lead", ("ArrowDown",)),
    ("[data-block=review] ~ .plan-agreed input", ("Space",)),
    ("#print-copy", ("Enter",)),
)
"""Where the focus goes, and what is pressed there; what begins with ``=`` is typed."""


HELD = "() => document.activeElement !== document.body && document.activeElement.id"


def press_by_key(page: Page, place: str, then: str) -> None:
    """Press a button by key, and wait until the focus is on what is to have it."""
    button = page.locator(place)
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(then)).to_be_focused()


def test_the_focus_stays_in_its_block_when_what_was_pressed_is_gone(plan: Visit) -> None:
    page = plan.page
    open_plan(page)
    TwoPeople(page).begin()
    decided, new = "[data-block=decided]", "#f-decision-new"
    chosen = page.locator(f"{decided} input[type=radio]").first
    chosen.check()
    press_by_key(page, DONE, "#decided-title")
    change = f"{decided} button:text-is('{SAYS['change']}')"
    press_by_key(page, change, f"{decided} input[type=radio] >> nth=0")
    press_by_key(page, DONE, "#decided-title")
    press_by_key(page, f"{decided} button:text-is('{SAYS['decided.new']}')", new)
    page.locator(new).fill("Which made-up day?")
    press_by_key(page, f"{decided} .plan-add button", "#decided-title")
    # Whatever is pressed in the blocks, in whichever order: something of the page has the focus.
    pressed = 0
    page.evaluate(
        "document.querySelectorAll('.plan-main details').forEach((fold) => { fold.open = true; })"
    )
    names = "|".join(re.escape(SAYS[each]) for each in ("done", "change", "anew", "add"))
    texts = page.locator(".plan-main button").filter(has_text=re.compile(f"^({names})$"))
    for n in range(texts.count()):
        button = texts.nth(n)
        if n >= texts.count() or not button.is_visible():
            continue
        button.focus()
        page.keyboard.press("Enter")
        page.wait_for_function(HELD)
        pressed += 1
    assert pressed > 6
    # What is still open is found behind the question who is here, and takes no answer to it away.
    page.get_by_role("button", name=SAYS["change_here"]).click()
    open_box = page.locator("[data-rail=open]")
    if open_box.get_attribute("open") is None:
        open_box.locator("summary").click()
    link = open_box.locator("[data-to]").first
    page.locator("#here-1").click()
    link.click()
    expect(page.locator("[data-begin]")).to_be_focused()
    expect(page.get_by_text(SAYS["begin.first"])).to_be_visible()
    page.locator("#here-1").click()
    to = link.get_attribute("data-to")
    link.click()
    expect(page.locator(f"#{to}")).to_be_focused()
    assert plan.complaints == []


def test_all_of_it_goes_by_keys_alone(site: Site, visit: Visitor) -> None:
    page = visit(f"{site.address}plan/", width=1280).page
    page.evaluate(NO_PRINTER)
    for place, keys in BY_KEYS:
        tab_to(page, page.locator(place).first)
        for key in keys:
            if key.startswith("="):
                page.keyboard.type(key[1:])
            else:
                page.keyboard.press(key)
    comes_to(page, PRINTED, 1)
    made = read(saved(page)).plan
    assert [goal.said.words for goal in made.goals] == ["Dig again"]
    assert made.actions[0].did[-1].who == "me"
    assert made.actions[0].did[-1].when is not None
    assert made.decisions[0].became[-1].state == "not_yet"
    assert made.reviews[-1].lead == "me"
    assert made.agreed[-1].answer == "yes"


@pytest.mark.parametrize(("width", "hyphens"), [(320, "auto"), (390, "manual")])
def test_where_a_long_word_is_longer_than_a_line_a_dictionary_parts_it(
    width: int, hyphens: str, site: Site, visit: Visitor
) -> None:
    page = visit(f"{site.address}plan/", width=width, height=700).page
    page.evaluate("""() => { document.documentElement.style.fontSize = "200%"; }""")
    page.locator("[data-try]").click()
    page.locator("[data-example]").last.click()
    page.locator("#part-copy").click()
    said = page.locator(".copy bdi").first
    assert said.evaluate("(one) => getComputedStyle(one).hyphens") == hyphens
    assert page.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0
