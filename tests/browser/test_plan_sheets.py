"""What stands on the sheets of a plan: warning signs, whom to ring, what came of a review, room to write in."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from decisionaid.disk.places import compile_place_file
from decisionaid.plan.code import short_code
from decisionaid.plan.text import plan_record_text
from decisionaid.site import build_site
from tests.browser.back import back_window
from tests.browser.conftest import Visitor
from tests.browser.desk import as_camera
from tests.browser.site_fixtures import Site, by_turns
from tests.browser.test_desk_ways import filming
from tests.browser.test_plan_page import LATER, NO_PRINTER, read, saved
from tests.browser.test_prepare import PUT, printed
from tests.browser.two_people import TwoPeople, open_plan, plan_file
from tests.browser.visit import Visit, comes_to, sheets_of, words_of
from tests.conftest import ROOT
from tests.english import script_texts
from tests.our_aids import EARS
from tests.plans import plan_data, plan_named, plan_of

SAYS = script_texts("plan")
DAY = date(2026, 11, 29)
MM = 96 / 25.4
FOUND = "Looked: cool, no fever"
SIGN = "You think that your knee may be infected."
# How high the cells to write in are on paper, in CSS pixels.
CELLS = """() => [...document.querySelectorAll("#paper .copy tbody td:last-child")]
  .map((one) => one.getBoundingClientRect().height)"""


@pytest.fixture
def plan(site: Site, visit: Visitor) -> Visit:
    """Open the page of a plan on the day of a review."""
    seen = visit(f"{site.address}plan/", width=1280)
    seen.page.evaluate(NO_PRINTER)
    seen.page.clock.set_fixed_time(LATER)
    return seen


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory, served: Callable[[Path], str]) -> str:
    """Build the site for the demonstration place; give its address."""
    made = tmp_path_factory.mktemp("town")
    place = compile_place_file(ROOT / "overlays/example-town.yaml", ROOT / "aids", today=DAY).place
    assert build_site(ROOT / "aids", made, today=DAY, place=place).ok
    return served(made)


def put(page: Page, data: dict[str, Any]) -> None:
    """Open a plan that a test wrote."""
    page.locator("#record-file").set_input_files(plan_file(json.dumps(data)))
    expect(page.locator("#paper .copy")).to_be_attached()


def with_a_sign() -> dict[str, Any]:
    """Return a plan with a warning sign that was ticked at home, and what the GP found."""
    data = plan_data("knee-agreed")
    sign = {"example": "knee-osteoarthritis:red-flags/infection"}
    said = [{"words": SIGN, "by": "me", "visit": data["visits"][0]["id"]} | sign,
            {"words": FOUND, "by": "gp", "visit": data["visits"][-1]["id"]} | sign]  # fmt: skip
    data["about_me"].append({"heading": "also_worth_knowing", "said": said})
    return data


def words_on(seen: Visit) -> list[str]:
    """Return the words of each side of the copy."""
    return [" ".join(each.split()) for each in words_of(sheets_of(seen))]


def test_a_sign_that_was_talked_about_is_on_the_copy_and_at_the_review(plan: Visit) -> None:
    page = plan.page
    put(page, with_a_sign())
    (only,) = words_on(plan)
    assert SAYS["copy.signs"] in only
    assert only.count(SIGN) == 2, "beside the aid's own"
    assert f"GP: “{FOUND}”" in only
    TwoPeople(page).begin_review("First contact physiotherapist")
    block = page.locator("[aria-labelledby=look-signs]")
    expect(block).to_contain_text(SIGN)
    expect(block).to_contain_text(f"“{FOUND}” · GP")
    page.locator("[data-fold=history] summary").click()
    expect(page.locator("[data-fold=history]")).to_contain_text(f"GP: “{FOUND}”")
    assert plan.axe_faults("main") == []


def test_what_was_said_at_a_visit_is_all_in_its_history(plan: Visit) -> None:
    page = plan.page
    open_plan(page, "knee-agreed")
    TwoPeople(page).begin_review("First contact physiotherapist")
    page.locator("[data-fold=history] summary").click()
    history = page.locator("[data-fold=history]")
    made = plan_named("knee-agreed")
    reason = made.decisions[0].became[-1].reason
    assert reason
    for words in (
        reason.words,
        "how sure: 6 of 10",
        made.if_worse[0].signs.words,
        made.if_worse[0].call,
    ):
        expect(history).to_contain_text(words)


def test_whom_to_ring_in_the_evening_is_on_the_copy_where_the_place_says_so(
    town: str, visit: Visitor, plan: Visit
) -> None:
    seen = visit(f"{town}plan/", width=1280)
    put(seen.page, plan_data("knee-agreed"))
    (only,) = words_on(seen)
    assert f"{SAYS['copy.closed']} NHS 111." in only
    assert SIGN in only
    put(plan.page, plan_data("knee-agreed"))
    (without,) = words_on(plan)
    assert SAYS["copy.closed"] not in without


def test_whom_to_ring_can_be_chosen_from_the_place_and_nothing_is_before(
    town: str, visit: Visitor
) -> None:
    seen = visit(f"{town}plan/", width=320)
    page = seen.page
    page.evaluate(NO_PRINTER)
    open_plan(page)
    TwoPeople(page).begin()
    field, choice = page.locator("#f-worse-call"), page.locator("#f-worse-place")
    expect(choice).to_have_value("")
    expect(field).to_have_value("")
    page.locator("#f-worse").fill("I cannot sleep")
    page.locator("#f-worse").blur()
    choice.select_option(label="Example Street Surgery, 01632 960 001")
    expect(field).to_have_value("Example Street Surgery, 01632 960 001")
    assert read(saved(page)).plan.if_worse[-1].call == "Example Street Surgery, 01632 960 001"
    assert seen.overflow() == 0


def test_the_sheet_before_a_visit_names_the_surgery_of_the_place(
    town: str, site: Site, visit: Visitor
) -> None:
    at = visit(f"{town}plan/prepare/", width=390).page.locator(".unread")
    expect(at).to_contain_text("ring Example Street Surgery, 01632 960 001 or ring NHS 111")
    assert at.locator("a").first.get_attribute("href") == "tel:01632960001"
    plain = visit(f"{site.address}plan/prepare/", width=390).page.locator(".unread")
    expect(plain).to_contain_text("ring your surgery or ring NHS 111")


@pytest.mark.parametrize(
    "address", by_turns(["plan/", "clinician/", f"aids/{EARS}/#summary"], begin=2)
)
def test_the_picture_of_a_camera_widens_no_page(
    address: str, site: Site, started: Callable[..., Browser], tmp_path: Path
) -> None:
    film = tmp_path / "camera.y4m"
    as_camera(Image.new("L", (200, 200), 255), film)
    with closing(started(*filming(film))) as browser:
        seen = Visit(browser.new_page(viewport={"width": 320, "height": 700}))
        seen.page.goto(f"{site.address}{address}")
        if "aids" in address:
            back_window(seen.page).locator("[data-camera]").click()
        else:
            seen.page.get_by_role("button", name="Use the camera").click()
        comes_to(seen.page, "() => document.querySelector('video')?.videoWidth", 1280)
        assert seen.overflow() == 0
        box = seen.page.locator("video").bounding_box()
        assert box
        assert box["x"] + box["width"] <= 320


def reviewed(page: Page) -> None:
    """Look again, and change the goal."""
    open_plan(page, "knee-agreed")
    two = TwoPeople(page)
    two.review("First contact physiotherapist")
    page.locator("[name$=-keep][value=new]").first.check()
    page.locator("[id^=f-look-][id$=-new]").first.fill("Walk there and rest once")
    page.locator(".look-today .plan-add button").first.click()


def test_a_second_plan_has_what_came_of_the_review(plan: Visit) -> None:
    page = plan.page
    reviewed(page)
    # By when is asked beside the new goal, and its missing day is pointed at.
    rail = page.locator("[data-rail=open]")
    pointer = rail.get_by_role("button", name="No day for “Walk there and rest once”")
    pointer.click()
    when = page.locator(".look-today [id^=f-goal-][id$=-when]")
    expect(when).to_be_focused()
    assert "NO DATE" in plan_record_text(read(saved(page)).plan)
    when.select_option(index=4)
    expect(pointer).to_have_count(0)
    text = plan_record_text(read(saved(page)).plan)
    goal = next(each for each in text.splitlines() if each.startswith("GOAL"))
    assert "NO DATE" not in goal
    # The words that it had before are on the copy, where there is room for them.
    assert "; before, part of the way" in goal
    (only,) = words_on(plan)
    for words in (
        f"{SAYS['look.learnt']} “Resting at the bench”",
        "Before: “Walk my grandson to school and back” · Part of the way · “To the school gate.”",
        "“Walk there and rest once” By when:",
    ):
        assert words in only
    assert plan.axe_faults("main") == []
    assert plan.complaints == []


def test_a_copy_from_paper_says_what_is_on_the_other_paper_and_has_the_signs(plan: Visit) -> None:
    page = plan.page
    data = plan_data("knee-agreed")
    data["actions"][0]["said"]["example"] = "knee-osteoarthritis:plan/days"
    page.locator("#code").fill(short_code(plan_of(data)).code)
    page.locator("[data-code] button").click()
    expect(page.locator("#paper")).to_contain_text(SIGN)
    (only,) = words_on(plan)
    assert SAYS["paper.worse"] in only
    assert SIGN in only


def test_rows_to_write_in_are_high_enough_where_there_is_room(plan: Visit) -> None:
    data = plan_data("knee-agreed")
    for action in data["actions"]:
        action["said"]["words"] = "Walk"
        action["did"][-1] |= {"who": "me", "when": {"on": "2026-12-07"}, "often": ""}
        action.pop("asked", None)
    put(plan.page, data)
    assert len(words_on(plan)) == 1
    plan.page.emulate_media(media="print")
    plan.page.set_viewport_size({"width": 680, "height": 1000})
    heights = plan.page.evaluate(CELLS)
    assert len(heights) == 3
    assert min(heights) >= 14 * MM - 1


SHORT = {
    "matters": "Keep taking my grandson to school. It is our time together. A coffee at 10",
    "well": "I still cook every day and do the crossword with my neighbour.",
    "hard-words": "Stairs on the bus. I miss the club.",
    "like": "Walk my grandson to school and back",
    "now": "I get to the postbox, half way, then I have to sit",
    "ask": "Will exercise make it worse?\nCan I change my mind later?",
    "comes": "My daughter",
}


def test_short_answers_beside_a_code_stand_on_one_side_and_results_on_the_back(
    site: Site, visit: Visitor
) -> None:
    seen = visit(f"{site.address}plan/prepare/", width=390)
    page = seen.page
    for name, words in SHORT.items():
        page.evaluate(PUT, [name, words])
    for name in ("pain", "sleep", "low_mood", "lonely"):
        page.locator(f"[name=hard][value={name}]").check()
    for name in ("pain", "sleep", "lonely"):
        page.locator(f"[name=first][value={name}]").check()
    page.locator("[name=first][value=low_mood]").click()
    expect(page.locator("[data-first-message]")).not_to_be_empty()
    message = page.locator("[data-first-message]").text_content() or ""
    expect(page.locator(".sheet-code svg")).to_be_attached()
    (only,) = printed(seen)
    assert "6. Who is with you" in only
    assert message not in only
    page.locator("details[data-fold=results] summary").click()
    page.evaluate(PUT, ["result.1.what", "X-ray"])
    page.evaluate(PUT, ["result.1.found", "Smaller gap"])
    front, back = printed(seen)
    assert "6. Who is with you" in front
    assert "Smaller gap" in back


def test_where_a_question_goes_overleaf_results_follow_it(site: Site, visit: Visitor) -> None:
    seen = visit(f"{site.address}plan/prepare/", width=390)
    for name in SHORT:
        seen.page.evaluate(PUT, [name, ("made up words " * 50)[:300]])
    seen.page.locator("details[data-fold=results] summary").click()
    seen.page.evaluate(PUT, ["result.1.what", "X-ray"])
    seen.page.evaluate(PUT, ["result.1.found", "Smaller gap"])
    front, back = printed(seen)
    assert "Goes on on the next side" in front
    assert "Smaller gap" in back


def test_what_was_made_of_a_pull_stands_apart_from_who_said_it(plan: Visit) -> None:
    page = plan.page
    open_plan(page, "two-conditions")
    TwoPeople(page).begin_review("Practice nurse")
    page.locator("#part-visit").click()
    page.locator("[data-fold=pulls] summary").click()
    said = page.locator(".plan-pull .plan-about").last
    words = next(
        each.pull_words.words for each in plan_named("two-conditions").goals if each.pull_words
    )
    expect(page.locator(".plan-pull")).to_contain_text(f"“{words}” · ")
    assert said.count() == 1


def test_without_a_decision_the_examples_say_what_they_wait_for(plan: Visit) -> None:
    page = plan.page
    open_plan(page)
    TwoPeople(page).begin()
    page.locator("[data-add=examples]").click()
    expect(page.locator("#examples-actions")).to_have_text(SAYS["actions.examples_undecided"])
