"""What was once ugly, cramped or lost on the pages of patients, in kind: sizes, lines and sheets as drawn."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.back import back_window
from tests.browser.conftest import Visitor
from tests.browser.site_fixtures import Site, by_turns, crossed
from tests.browser.test_side_by_side import go_to, say
from tests.browser.visit import sheets_of, without_shapes
from tests.our_aids import CARPAL, EARS, KNEE, SLUGS

PHONE_WIDTHS = (320, 390)
ASKING = ("values", "facts", "now")
"""The steps with answers that stand beside one another."""

# The headings of a step, all of it open, whose letters are smaller than those of the text below them.
SMALL_HEADINGS = """() => {
  for (const each of document.querySelectorAll("#compare details")) each.open = true;
  return [...document.querySelectorAll("#compare :is(h1, h2, h3, h4, h5, h6)")]
    .filter((one) => one.checkVisibility() && parseFloat(getComputedStyle(one).fontSize) < 17)
    .map((one) => one.outerHTML.slice(0, 120));
}"""
# How wide each answer is that stands beside others; the names of those whose width changes once chosen.
MOVES = """(step) => {
  const faults = [];
  for (const list of document.querySelectorAll(`#${step} .answers`)) {
    const labels = [...list.children].filter((one) => one.checkVisibility());
    const widths = () => labels.map((one) => Math.round(one.getBoundingClientRect().width));
    const before = widths().join();
    for (const label of labels) {
      label.querySelector("[type=radio]")?.click();
      if (widths().join() !== before) faults.push(label.textContent.trim());
    }
  }
  return faults;
}"""
# Answers in which ring and words, or ring and frame, are nearer than they may be.
CRAMPED = """([step, least]) => [...document.querySelectorAll(`#${step} .answer`)]
  .filter((one) => one.checkVisibility())
  .filter((one) => {
    const box = one.getBoundingClientRect();
    const ring = one.querySelector("input").getBoundingClientRect();
    const words = one.querySelector("span").getBoundingClientRect();
    return ring.left - box.left < least || words.left - ring.right < least || box.right - words.right < 2;
  }).map((one) => one.textContent.trim())"""
# Boxes and fields that are wider than the line they belong to.
WIDER = """() => {
  const step = document.querySelector("#values");
  const most = step.querySelector(".scale").getBoundingClientRect().right + 1;
  return [...step.querySelectorAll(".answer, .field")].filter((one) => one.checkVisibility()
    && one.getBoundingClientRect().right > most).map((one) => one.outerHTML.slice(0, 120));
}"""
# Links after which their full stop stands on a line of its own.
LONE_STOPS = """() => [...document.querySelectorAll("main p, main li, main dd")].flatMap((part) => {
  const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  const faults = [];
  for (let last = null; texts.nextNode(); last = texts.currentNode) {
    const text = texts.currentNode;
    if (last === null || !/^[.,;:]/.test(text.data)) continue;
    const [before, stop] = [document.createRange(), document.createRange()];
    before.selectNodeContents(last);
    stop.setStart(text, 0);
    stop.setEnd(text, 1);
    const [end, start] = [[...before.getClientRects()].at(-1), stop.getClientRects()[0]];
    if (end && start && start.top > end.bottom - 2) faults.push(part.textContent.trim().slice(-80));
  }
  return faults;
})"""
# What a sheet may not end with: a heading, and the words that lead to what stands below.
HEADINGS = """() => [...document.querySelectorAll(
    "main :is(h1, h2, h3, h4, h5), .part > .hint, #compare .of-section ~ .hint, .step-head + p")]
  .filter((one) => one.checkVisibility())
  .map((one) => one.textContent.split(/\\s+/).join("")).filter(Boolean)"""


@pytest.mark.parametrize("slug", by_turns(SLUGS, at_once=2))
def test_every_heading_is_larger_than_small_print_in_folds_too(
    slug: str, site: Site, visit: Visitor
) -> None:
    page = visit(site.aid_address(slug), width=390).page
    go_to(page, "compare")
    assert page.evaluate(SMALL_HEADINGS) == []


@pytest.mark.parametrize(("slug", "width"), crossed(SLUGS, (*PHONE_WIDTHS, 1280), every=6))
def test_no_answer_changes_its_width_when_it_is_chosen(
    slug: str, width: int, site: Site, visit: Visitor
) -> None:
    page = visit(site.aid_address(slug), width=width).page
    for step in ASKING:
        go_to(page, step)
        assert page.evaluate(MOVES, step) == [], step


@pytest.mark.parametrize(("width", "least"), by_turns([(320, 2), (390, 6), (1280, 8)], at_once=2))
def test_rings_and_words_have_air_around_them(
    width: int, least: int, site: Site, visit: Visitor
) -> None:
    page = visit(site.aid_address(KNEE), width=width).page
    for step in ASKING:
        go_to(page, step)
        assert page.evaluate(CRAMPED, [step, least]) == [], step


@pytest.mark.parametrize("slug", by_turns(SLUGS, at_once=2))
def test_no_answer_is_wider_than_the_scales(slug: str, site: Site, visit: Visitor) -> None:
    page = visit(site.aid_address(slug), width=1280).page
    go_to(page, "values")
    assert page.evaluate(WIDER) == []


@pytest.mark.parametrize("width", by_turns(PHONE_WIDTHS))
def test_what_to_ask_of_each_option_stands_beside_its_name(
    width: int, site: Site, visit: Visitor
) -> None:
    page = visit(site.aid_address(EARS), width=width).page
    page.locator("[name=what_matters]").evaluate("area => area.value = 'My own words'")
    page.locator("[name=what_matters]").dispatch_event("input")
    say(page, {"values.less-pain": "9"})
    go_to(page, "side-by-side")
    cells = page.locator("[data-own-row] td").filter(visible=True)
    expect(cells).to_have_count(len(site.aids[EARS].options))
    for cell in cells.all():
        name, words = (cell.locator("> span").nth(n).bounding_box() for n in (0, 1))
        assert name is not None
        assert words is not None
        assert words["x"] >= name["x"] + name["width"]


def test_where_nothing_is_said_to_be_highest_all_was_rated_alike(
    site: Site, visit: Visitor
) -> None:
    page = visit(site.aid_address(EARS)).page
    rated = [each.id for each in site.aids[EARS].values_questions if each.kind == "importance"]
    say(page, {f"values.{each}": "7" for each in rated} | {"leaning": "watch"})
    part = go_to(page, "side-by-side").locator(".implications")
    expect(part).to_contain_text("You gave the same number to all that you rated")
    expect(part).not_to_contain_text("What matters most to you")
    go_to(page, "now")
    expect(page.locator("#now .tension")).to_be_hidden()
    say(page, {f"values.{rated[0]}": "9"})
    go_to(page, "side-by-side")
    expect(part).to_contain_text("What matters most to you")


@pytest.mark.parametrize("width", by_turns(PHONE_WIDTHS, begin=1))
def test_the_name_of_a_chosen_file_has_the_whole_line(
    width: int, site: Site, visit: Visitor
) -> None:
    page = visit(site.aid_address(KNEE), width=width).page
    go_to(page, "summary")
    window = back_window(page)
    field = window.locator("#record-file").bounding_box()
    line = window.locator(".drop").bounding_box()
    assert field is not None
    assert line is not None
    assert field["width"] == pytest.approx(line["width"], abs=1)


@pytest.mark.parametrize("width", by_turns([*PHONE_WIDTHS, 1280], at_once=2))
def test_no_full_stop_stands_on_a_line_of_its_own(width: int, site: Site, visit: Visitor) -> None:
    for name in ("quality.html", "evidence.html"):
        page = visit(f"{site.aid_address(CARPAL)}{name}", width=width).page
        for each in page.locator("details").all():
            each.evaluate("fold => { fold.open = true; }")
        assert page.evaluate(LONE_STOPS) == [], name


@pytest.mark.parametrize(
    ("slug", "name"), crossed([EARS, KNEE], ["index.html", "large-print.html"])
)
def test_no_sheet_ends_with_a_heading(slug: str, name: str, site: Site, visit: Visitor) -> None:
    seen = visit(f"{site.aid_address(slug)}{name}")
    seen.page.emulate_media(media="print")
    headings = set(seen.page.evaluate(HEADINGS))
    faults = []
    for number, sheet in enumerate(sheets_of(seen).pages, 1):
        lines = [line for line in lines_of(without_shapes(sheet).extract_text()) if line]
        # The notice and the number of the sheet stand in its margin.
        body = [line for line in lines if not line.startswith("Demonstration,notfor")]
        body = [line for line in body if not line.replace("/", "").isdigit()]
        last = "".join(body[-2:])
        if any(last.endswith(heading) for heading in headings if len(heading) > 6):
            faults.append(f"sheet {number} ends with {body[-1]}")
    assert faults == []


def lines_of(text: str) -> list[str]:
    """Return the lines of a sheet without spaces, which printing puts where it likes."""
    return ["".join(line.split()) for line in text.splitlines()]


def test_paper_has_no_track_of_steps_and_room_for_the_numbers_of_sources(
    site: Site, visit: Visitor
) -> None:
    for name in ("index.html", "large-print.html"):
        page = visit(f"{site.aid_address(CARPAL)}{name}").page
        page.emulate_media(media="print")
        expect(page.locator("svg.track").filter(visible=True)).to_have_count(0)
        assert room(page) >= 2, name


def room(page: Page) -> float:
    """Return how much room the numbers of the sources have beside them, in letters."""
    found: float = page.locator(".source-list").first.evaluate(
        "list => parseFloat(getComputedStyle(list).paddingInlineStart)"
        " / parseFloat(getComputedStyle(list).fontSize)"
    )
    return found
