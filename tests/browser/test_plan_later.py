"""A plan to which more has come: its paper, what was answered to a request, and looking at it again."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from decisionaid.disk.places import compile_place_file
from decisionaid.plan.code import short_code
from decisionaid.site import build_site
from tests.browser.conftest import Visitor
from tests.browser.desk import handed
from tests.browser.site_fixtures import Site
from tests.browser.test_plan_looks import opened, sides
from tests.browser.test_plan_near import (
    ASKS,
    BACK,
    VISIT,
    answered_by,
    ask,
    at_day,
    at_link_worker,
    begin,
    begun,
    request_of,
    to_near,
)
from tests.browser.test_plan_near import opened as opened_text
from tests.browser.test_plan_page import LATER, NO_PRINTER, read, saved
from tests.browser.test_plan_sheets import CELLS, DAY, MM
from tests.browser.two_people import TwoPeople, open_plan, plan_file
from tests.conftest import ROOT
from tests.english import script_texts
from tests.our_aids import CARPAL
from tests.plans import plan_data, plan_of, plan_text

SAYS = script_texts("plan")
LUNCH = "I would like company for lunch once a week"
CLUB = {"place": "example-town", "service": "lunch-club", "name": "Thursday lunch club",
        "phone": "01632 960 021", "checked": "2026-11-10"}  # fmt: skip
LINES = "(one) => one.getClientRects().length"
# In how many lines the number at the end of words stands.
NUMBER_LINES = """(one) => {
  const text = document.createTreeWalker(one, NodeFilter.SHOW_TEXT).nextNode(), range = document.createRange();
  const at = text.data.indexOf("01632");
  range.setStart(text, at);
  range.setEnd(text, at + "01632 960 001".length);
  return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
}"""
# How many of the words that are chosen in a list have no room in it.
CUT = """(one) => {
  const style = getComputedStyle(one), pen = document.createElement("canvas").getContext("2d");
  pen.font = style.font;
  const words = pen.measureText(one.selectedOptions[0].text).width;
  return Math.max(0, words + 24 + parseFloat(style.paddingInlineStart) - one.clientWidth);
}"""


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory, served: Callable[[Path], str]) -> str:
    """Build the site for the demonstration place; give the address of the page of a plan."""
    made = tmp_path_factory.mktemp("town")
    place = compile_place_file(ROOT / "overlays/example-town.yaml", ROOT / "aids", today=DAY).place
    assert build_site(ROOT / "aids", made, today=DAY, place=place).ok
    return f"{served(made)}plan/"


def step(name: str, words: str, **more: Any) -> dict[str, Any]:
    """Return an action that was said at the visit."""
    said = {"words": words, "by": "me", "visit": "visit"}
    return {
        "id": name,
        "goal": "school",
        "said": said,
        "did": [{"visit": "visit", "status": "planned"}],
    } | more


def lived_with(lines: int = 0) -> dict[str, Any]:
    """Return a plan with two things that matter, four actions, and so many lines of what the person learnt."""
    data = plan_data("knee-agreed")
    data["about_me"][0]["said"].append(
        {"words": "I want my sleep back, and no fuss about it.", "by": "me", "visit": "visit"}
    )
    for each in data["actions"]:
        each["did"][-1].pop("often", None)
    data["actions"][2:] = [
        step("lunch", LUNCH, kind="service", asked={"to": "link worker", "agreed": "yes"}),
        step("club", "Thursday lunch club", kind="service", service=CLUB),
    ]
    data["learnt"] = [
        {"words": f"Resting at bench {n}", "by": "me", "visit": "visit"} for n in range(lines)
    ]
    return data


def test_what_to_do_if_it_gets_worse_is_never_torn_in_large_print(
    town: str, visit: Visitor
) -> None:
    """Wherever a side ends, and room to write in stays where the last side has it."""
    page = visit(town, width=1280).page
    for lines in range(8):
        opened(page, lived_with(lines))
        texts = [
            " ".join(side.get_textpage().get_text_range().split())
            for side in sides(page, is_large=True)
        ]
        (worse,) = (text for text in texts if f" {SAYS['worse']} " in f" {text}")
        for words in (SAYS["copy.closed"], SAYS["worse.now"]):
            assert words in worse, (lines, words)
        assert len(texts) == 2, lines
        if lines < 5:
            assert SAYS["copy.then"] in texts[-1], lines
            assert f"{SAYS['copy.who']} Nobody yet" in " ".join(texts), lines
        page.locator("[data-clear]").click()


def test_rows_are_as_high_as_the_side_has_room_for(town: str, visit: Visitor) -> None:
    """What a row has by its words is not counted as more."""
    page = visit(town, width=1280).page
    opened(page, lived_with())
    assert len(sides(page, is_large=False)) == 1
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 1000})
    heights = page.evaluate(CELLS)
    assert len(heights) == 4
    assert min(heights) >= 14 * MM - 1


def test_in_large_print_a_line_of_a_step_ends_between_its_parts(town: str, visit: Visitor) -> None:
    page = visit(town, width=1280).page
    opened(page, lived_with(8))
    assert len(sides(page, is_large=True)) == 2
    assert page.locator("#paper .copy-large-tight").count() == 1
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 1000})
    no_day = page.locator("#paper .copy td", has_text="No day yet")
    assert [each.evaluate(LINES) for each in no_day.all()] == [1, 1]


def test_a_telephone_number_stays_whole_from_right_to_left(town: str, visit: Visitor) -> None:
    page = visit(town, width=390).page
    data = lived_with()
    data["if_worse"][0]["call"] = "מרפאה, 01632 960 001"
    opened(page, data)
    page.evaluate("document.documentElement.dir = 'rtl'")
    page.set_viewport_size({"width": 700, "height": 900})
    page.locator("#part-copy").click()
    found = page.locator(".plan-copy .copy-phone").evaluate_all(
        """(all) => all.map((one) => {
          const range = document.createRange();
          range.selectNodeContents(one);
          return [new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size, one.dir];
        })"""
    )
    assert found == [[1, "ltr"]]
    number = page.locator(".plan-copy .copy-worse b bdi bdi")
    expect(number).to_have_text("01632 960 001")
    expect(number).to_have_attribute("dir", "ltr")
    to_near(page)
    # Among other words a number is apart, or its parts change their places.
    assert "\u2068" in (page.locator(".near-find > .hint").first.text_content() or "")


def test_the_lines_for_whoever_asked_are_true_where_the_answer_comes_back(
    town: str, visit: Visitor
) -> None:
    page = begun(visit(town, width=1280))
    ask(page, "reason", "contact")
    answer = answered_by(at_link_worker(visit, town, request_of(page), width=1280).page)
    whole = saved(page)
    page = visit(town, width=1280).page
    at_day(page, BACK)
    opened_text(page, whole, "my-plan.html")
    opened_text(page, answer, "answer.html")
    # What they wrote stands beside how it stands: before a visit, at one, and when it is looked at again.
    wrote = "Link worker: “We talked for half an hour.”"
    then = f"{wrote} · with the link worker · 8 December 2026"
    to_near(page)
    expect(page.locator(".near-request").last).to_contain_text(then)
    begin(page)
    expect(page.locator(".near-request").last).to_contain_text(then)
    page.locator("#part-review").click()
    expect(page.locator(".look-row", has_text=ASKS)).to_contain_text(then)
    to_near(page)
    lines = page.locator(".near-back").last
    expect(lines).to_contain_text(f"{SAYS['near.state_seen']} (8 December 2026).")
    expect(lines).to_contain_text("Put in the plan: Thursday lunch club.")
    # There is an earlier request too, and it was not put in for that.
    earlier = page.locator(".near-back").first
    expect(earlier).to_contain_text(SAYS["near.back_nothing"])
    expect(earlier).not_to_contain_text("lunch club")
    # Another day for it says nothing in the place of their words.
    page.locator("#part-visit").click()
    page.locator(".plan-row", has_text=ASKS).get_by_label("By when").select_option(index=1)
    page.locator("#part-copy").click()
    for place in (".copy tr", "#paper tr"):
        expect(page.locator(place, has_text=ASKS).first).to_contain_text(wrote)


def test_what_was_put_in_for_one_of_two_requests_stands_under_neither_by_itself(
    town: str, visit: Visitor
) -> None:
    page = begun(visit(town, width=1280))
    ask(page, "reason")
    to_near(page)
    page.locator("[data-take=lunch-club]").click()
    lines = page.locator(".near-back")
    expect(lines).to_have_count(2)
    for each in lines.all():
        expect(each).to_contain_text("not said for which request: Thursday lunch club.")
    # Once something is said of one of them, it is for that one.
    page.get_by_label("Where it stands").last.select_option(label=SAYS["near.state_seen"])
    expect(lines.last).to_contain_text("Put in the plan: Thursday lunch club.")
    expect(lines.first).to_contain_text(SAYS["near.back_nothing"])


def test_what_was_suggested_out_of_a_list_says_what_it_is(town: str, visit: Visitor) -> None:
    page = visit(town, width=1280).page
    page.evaluate(NO_PRINTER)
    at_day(page, VISIT)
    data = lived_with()
    data["actions"][-1] |= {"mine": "not_asked"}
    opened_text(page, json.dumps(data), "my-plan.json")
    begin(page)
    suggested = page.locator(".plan-suggested")
    expect(suggested).to_contain_text("01632 960 021")
    expect(suggested).to_contain_text("Checked 10 November 2026.")
    to_near(page)
    expect(suggested).to_contain_text("Thursdays 12 to 2")


def test_a_review_from_paper_does_not_say_that_nobody_was_asked(site: Site, visit: Visitor) -> None:
    page = visit(f"{site.address}plan/", width=1280).page
    page.clock.set_fixed_time(LATER)
    page.locator("#code").fill(short_code(plan_of(lived_with())).code)
    page.locator("[data-code] button").click()
    row = page.locator("#paper .copy tbody tr", has_text=LUNCH)
    expect(row).to_contain_text(SAYS["paper.look"])
    expect(page.locator("#paper")).not_to_contain_text(SAYS["copy.nobody"])
    # The day stands in the code; in a file that was written from it, it does not.
    expect(row).to_contain_text(SAYS["copy.no_day"])
    TwoPeople(page).begin_review("Physiotherapist")
    file = saved(page)
    again = visit(f"{site.address}plan/", width=1280).page
    again.clock.set_fixed_time(LATER)
    opened_text(again, file, "review.html")
    expect(again.locator("#paper .copy tbody tr").first).to_contain_text(SAYS["paper.look"])
    expect(again.locator("#paper .copy table")).not_to_contain_text(SAYS["copy.no_day"])


def review_of(page: Page, data: dict[str, Any]) -> None:
    """Look again at a plan with the physiotherapist it names."""
    page.evaluate(NO_PRINTER)
    page.clock.set_fixed_time(LATER)
    page.locator("#record-file").set_input_files(plan_file(json.dumps(data)))
    TwoPeople(page).begin_review("physiotherapist")


def test_words_that_were_said_later_say_when_at_the_review(site: Site, visit: Visitor) -> None:
    page = visit(f"{site.address}plan/", width=1280).page
    data = plan_data("knee-agreed")
    data["visits"].append(
        {
            "id": "again",
            "kind": "review",
            "on": "2026-12-20",
            "how": "face_to_face",
            "there": ["me"],
            "typed_by": "me",
        }
    )
    data["goals"][0]["looked"].append(
        {
            "visit": "again",
            "status": "partly",
            "said": {"words": "To the gate.", "by": "me", "visit": "again"},
        }
    )
    became = data["decisions"][0]["became"][-1]
    data["decisions"][0]["became"].append(became | {"visit": "again"})
    review_of(page, data)
    # It was the last that was said of it.
    expect(page.locator(".look-then").last).to_contain_text("Part of the way · To the gate.")
    goal, made = page.locator(".look-then").last, page.locator(".look-then").first
    expect(goal.locator("h4")).to_contain_text("24 November 2026")
    expect(goal).to_contain_text("To the gate. · Me, at the review, 20 December 2026")
    expect(goal).to_contain_text("By when: by the spring (1 March 2027)")
    expect(goal).to_contain_text("how sure: 6 of 10 · 1 December 2026")
    expect(made.locator("h4")).to_contain_text("20 December 2026")
    expect(made).to_contain_text(
        "“I want to try without an operation first.” · Me, in the visit, 1 December 2026"
    )


def test_at_the_review_after_a_goal_was_said_anew_it_is_said_how_the_old_one_went(
    site: Site, visit: Visitor
) -> None:
    page = visit(f"{site.address}plan/", width=1280).page
    data = plan_data("knee-agreed")
    again = {"id": "again", "kind": "review", "on": "2026-12-20", "there": ["me"], "typed_by": "me"}
    data["visits"].append(again | {"how": "face_to_face"})
    data["goals"][0]["looked"].append({"visit": "again", "status": "partly"})
    said = {"words": "Walk to the shop", "by": "me", "visit": "again"}
    data["goals"].append({"id": "shop", "said": said, "mine": "said", "replaces": "school"})
    review_of(page, data)
    goal = page.locator(".look-then").last
    expect(goal).to_contain_text("Walk to the shop")
    expect(goal).to_contain_text("Before: “Walk my grandson to school and back” · Part of the way")
    page.locator("[data-fold=history] summary").click()
    expect(page.locator("[data-fold=history]")).to_contain_text("postbox")
    # A number is whole wherever it stands.
    page.locator("#part-copy").click()
    # They did say yes once, and more came behind it.
    expect(page.locator(".plan-copy .copy-head")).to_contain_text(SAYS["copy.changed"])
    expect(page.locator("[data-line]")).to_contain_text(SAYS["stage.changed"])
    called = page.locator(".plan-copy .copy-worse b", has_text="I call")
    lines = set[int]()
    for width in range(320, 420, 10):
        page.set_viewport_size({"width": width, "height": 800})
        assert called.evaluate(NUMBER_LINES) == 1
        lines.add(called.evaluate(LINES))
    assert max(lines) > 1, "the words around it do break"


def test_at_a_review_it_can_be_said_who_does_what_has_nobody_and_no_day(
    site: Site, visit: Visitor
) -> None:
    seen = visit(f"{site.address}plan/", width=1280)
    page = seen.page
    review_of(page, lived_with())
    row = page.locator(".look-row", has_text="Thursday lunch club")
    row.get_by_label("Who", exact=True).select_option(label="Me")
    row.get_by_label("By when").select_option(index=1)
    asked = page.locator(".look-row", has_text=LUNCH)
    expect(asked.get_by_label("Who", exact=True).locator("option").first).to_have_text(
        "Asked: link worker"
    )
    done = page.locator(".look-row").first
    expect(done.get_by_label("Who", exact=True)).to_have_count(0)
    # One name for how a request stands, here and elsewhere.
    expect(asked.get_by_label("How it stands")).to_contain_text(SAYS["near.state_seen"])
    assert seen.axe_faults("main") == []
    club = next(each for each in read(saved(page)).plan.actions if each.id == "club")
    assert (club.did[-1].who, club.did[-1].when is None) == ("me", False)


def test_who_tells_somebody_is_asked_where_they_do_not_know(site: Site, visit: Visitor) -> None:
    page = visit(f"{site.address}plan/", width=1280).page
    at_day(page, LATER)
    open_plan(page, "knee-agreed")
    begin(page)
    row = page.locator("#a-ask-link")
    # The GP was there when they took it.
    expect(row.get_by_label("Who", exact=True).locator("option:checked")).to_have_text("GP")
    expect(row.locator(".plan-tell")).to_have_count(0)
    expect(page.locator("#a-show .plan-tell")).to_have_count(1)
    row.get_by_label("By when").select_option(index=2)
    expect(row.locator(".plan-tell")).to_have_count(1)


def test_at_a_review_what_was_not_decided_yet_is_the_persons(site: Site, visit: Visitor) -> None:
    page = visit(f"{site.address}plan/", width=1280).page
    at_day(page, "2027-04-20T10:00:00")
    open_plan(page, "two-conditions")
    begin(page)
    said = "Me, in the visit, 19 January 2027"
    expect(page.locator("[data-block=decided] .plan-said").first).to_contain_text(said)
    page.locator("#part-review").click()
    looks = page.locator("[data-block=look-decided] h4")
    expect(looks).to_have_text([f"Last time · {said}"] * 2)


def test_who_was_asked_is_not_cut_in_the_list(site: Site, visit: Visitor) -> None:
    page = visit(f"{site.address}plan/", width=1280).page
    page.evaluate(NO_PRINTER)
    at_day(page, VISIT)
    opened_text(page, json.dumps(lived_with()), "my-plan.json")
    begin(page)
    chosen = page.locator(".plan-row", has_text=LUNCH).get_by_label("Who", exact=True)
    expect(chosen.locator("option:checked")).to_have_text("Asked: link worker")
    assert chosen.evaluate(CUT) == 0


def test_in_a_narrow_window_a_job_and_a_long_day_are_not_cut_in_the_list(
    site: Site, visit: Visitor
) -> None:
    page = visit(f"{site.address}plan/", width=320).page
    page.evaluate(NO_PRINTER)
    at_day(page, "2027-03-28T10:00:00")
    opened_text(page, json.dumps(plan_data("budget")), "my-plan.json")
    page.locator(".answer", has_text="Me").first.click()
    adviser = "Personal health budget adviser"
    page.locator(".answer", has_text=adviser).click()
    page.locator("#part-visit").click()
    typed = page.locator("#here-typed")
    typed.select_option(label=adviser)
    assert typed.evaluate(CUT) == 0
    page.locator("[data-begin]").click()
    page.locator("#part-visit").click()
    who, when = page.locator("#f-jar-who"), page.locator("#f-jar-when")
    expect(who.locator("option:checked")).to_have_text(adviser)
    when.select_option(label="in 6 months, 28 September 2027")
    for chosen in (who, when):
        assert chosen.evaluate(CUT) == 0


def test_nothing_to_unfold_is_no_fold(site: Site, visit: Visitor) -> None:
    page = visit(f"{site.address}plan/", width=1280).page
    page.evaluate(NO_PRINTER)
    at_day(page, VISIT)
    two = TwoPeople(page)
    two.all_of_it()
    box = page.locator("[data-rail=open]")
    expect(box).to_have_text("Nothing is open")
    expect(box.locator("summary")).to_have_count(0)
    assert box.evaluate("(one) => one.localName") == "p"


def test_a_plan_that_is_begun_while_a_question_stands_leads_to_the_question(
    site: Site, visit: Visitor
) -> None:
    seen = visit(f"{site.address}plan/", width=1280)
    page = seen.page
    record = handed(site, CARPAL, 0, own="My hands are my work.")
    files = [plan_file(plan_text("knee-prepared")), record.file("other.json")]
    page.locator("#record-file").set_input_files(files)
    expect(page.locator("#mine-title")).to_be_focused()
    page.locator("[data-new]").click()
    expect(page.locator("[data-panel]")).to_contain_text(SAYS["note.mine_first"])
    expect(page.locator("#status")).to_have_text(SAYS["note.mine_first"])
    expect(page.locator("#mine-title")).to_be_focused()
    page.locator("[data-new]").click()
    expect(page.locator("[data-panel] [data-first]")).to_have_count(1)
    assert seen.axe_faults("[data-panel]") == []


def test_of_three_copies_that_come_at_once_it_is_said_once_that_they_are_together(
    site: Site, visit: Visitor
) -> None:
    page = visit(f"{site.address}plan/", width=1280).page
    names = ("knee-prepared", "knee-agreed", "knee-link-worker")
    page.locator("#record-file").set_input_files(
        [plan_file(plan_text(each), f"{each}.json") for each in names]
    )
    problem = page.locator("[data-problem]")
    expect(problem.locator("[data-opened]")).to_contain_text("knee-link-worker.json")
    assert (problem.text_content() or "").count(SAYS["note.merged"]) == 1
    open_plan(page, "knee-first-review")
    expect(problem).to_contain_text(SAYS["note.merged"])
