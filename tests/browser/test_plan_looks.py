"""What was once cramped, cut or in the wrong place on the pages of a plan and its paper, in kind."""

from __future__ import annotations

import ctypes
import json
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]
import pytest
from playwright.sync_api import FilePayload, Page, ViewportSize, expect

from decisionaid.plan.code import short_code
from tests.browser.conftest import Visitor
from tests.browser.site_fixtures import Site, by_turns
from tests.browser.test_large_letters import BROKEN, TOO_WIDE, TWICE
from tests.browser.test_prepare import fill
from tests.browser.test_side_by_side import go_to
from tests.browser.two_people import TwoPeople, open_plan, plan_file
from tests.english import script_texts
from tests.our_aids import SLUGS
from tests.plans import plan_data, plan_named, plan_text

SAYS = script_texts("plan")
LARGE = "(large) => document.documentElement.classList.toggle('large-copy', large)"
# What stands beside the words of an entry, and whether it is in a line of its own.
BESIDE = """() => [...document.querySelectorAll("#plan li:has(> .plan-about)")].map((one) => {
  const box = (name) => one.querySelector(name).getBoundingClientRect();
  const [said, about] = [box("bdi"), box(".plan-about")];
  return about.top >= said.bottom - 4;
})"""

# The widths of answers that stand beside one another; more than one is a fault.
UNEVEN = """() => [...document.querySelectorAll("#plan .plan-choice .answers")]
  .filter((one) => one.checkVisibility())
  .map((one) => [...new Set([...one.children].map((each) => Math.round(each.getBoundingClientRect().width)))])
  .filter(({ length }) => length > 1)"""
# Words that do not fit in the cell that can be pressed.
OVER = """() => [...document.querySelectorAll("#values .scale-importance label")]
  .filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth)
  .map((one) => one.textContent.trim())"""
# Parts of a sheet that lie upon the code and its words.
UPON = """([parts, code]) => {
  const there = document.querySelector(code).getBoundingClientRect();
  return [...document.querySelectorAll(parts)].filter((one) => {
    const box = one.getBoundingClientRect();
    return box.right > there.left && box.left < there.right && box.bottom > there.top && box.top < there.bottom;
  }).length;
}"""
# How each part of a sheet that has a frame may be parted.
FRAMED = """() => [...document.querySelectorAll("#paper .copy *")]
  .filter((one) => one.checkVisibility() && parseFloat(getComputedStyle(one).borderInlineStartWidth) > 0)
  .map((one) => getComputedStyle(one).breakInside)"""
MM_IN_POINTS = 72 / 25.4
A4: ViewportSize = {"width": 680, "height": 960}
"""The part of a sheet that is printed on, in CSS pixels."""


def visited(site: Site, visit: Visitor, width: int) -> Page:
    """Open a prepared plan, decide and plan."""
    page = visit(f"{site.address}plan/", width=width).page
    open_plan(page)
    two = TwoPeople(page)
    two.begin()
    two.decide()
    two.plan()
    return page


@pytest.mark.parametrize("width", by_turns((320, 390, 1280)))
def test_answers_beside_one_another_are_of_one_width(
    width: int, site: Site, visit: Visitor
) -> None:
    page = visited(site, visit, width)
    page.locator("[data-fold=hard] summary").click()
    assert page.locator(".plan-choice .answers:visible").count() >= 2
    assert page.evaluate(UNEVEN) == []


def test_what_was_said_about_me_stands_beneath_its_own_name(site: Site, visit: Visitor) -> None:
    page = visited(site, visit, 1280)
    page.locator("[data-fold=about] summary").click()
    field = page.locator("[data-fold=about] .plan-field", has_text="My daughter.")
    expect(field).to_contain_text("People who matter to me")
    name, said, words = (
        field.locator(one).bounding_box() for one in ("label", ".plan-about", "textarea")
    )
    assert name
    assert said
    assert words
    assert name["y"] < said["y"] < words["y"]


def test_no_line_to_write_on_goes_through_the_words_at_the_code(site: Site, visit: Visitor) -> None:
    page = visited(site, visit, 1280)
    TwoPeople(page).end()
    page.set_viewport_size(A4)
    page.emulate_media(media="print")
    for is_large in (False, True):
        page.evaluate(
            "(large) => document.documentElement.classList.toggle('large-copy', large)", is_large
        )
        expect(page.locator("#paper .copy-code")).to_be_visible()
        assert page.locator("#paper .copy-end .write:visible").count() == 2
        assert page.evaluate(UPON, ["#paper .copy-end .write", "#paper .copy-code"]) == 0


def test_the_note_at_the_head_of_a_filled_sheet_ends_before_the_code(
    site: Site, visit: Visitor
) -> None:
    page = visit(f"{site.address}plan/prepare/", width=390).page
    fill(page)
    page.set_viewport_size(A4)
    page.emulate_media(media="print")
    expect(page.locator(".sheet-code svg")).to_be_visible()
    assert page.evaluate(UPON, [".unread", ".sheet-code"]) == 0


@pytest.mark.parametrize("slug", by_turns(SLUGS))
def test_each_number_of_a_scale_fits_in_its_cell(slug: str, site: Site, visit: Visitor) -> None:
    page = visit(site.aid_address(slug), width=320).page
    go_to(page, "values")
    least = page.locator("#values .scale-importance").first.locator("label")
    tops = [box["y"] for each in least.all() if (box := each.bounding_box())]
    assert len({round(top) for top in tops}) == 2
    page.evaluate(TWICE)
    page.evaluate(
        "() => document.querySelectorAll('#values [value=\"10\"]').forEach((one) => one.click())"
    )
    assert page.evaluate(OVER) == []


def with_own_and_results() -> dict[str, Any]:
    """Return a plan that was agreed, with what the person does alone and with results."""
    data = plan_data("knee-agreed")
    visit = data["visits"][-1]["id"]

    def said(words: str, by: str = "me") -> dict[str, str]:
        return {"words": words, "by": by, "visit": visit}

    data["by_myself"] = [
        said("I walk to the shop and back each morning, before my knee gets stiff"),
        said("I rest with my leg up after lunch"),
        said("She rubs my knee in the evening", "daughter"),
    ]
    worn = "The cushion between the bones is thinner. It does not say how much it will hurt."
    data["results"] = [
        {
            "what": "X-ray of my left knee",
            "found": "The gap is smaller on the inner side",
            "means": said(worn, "gp"),
        },
        {"what": "Blood test", "found": "Nothing was found that speaks for gout"},
        # Of another visit than the copy, so its day stands behind it.
        {"what": "Weight", "found": "82 kg", "visit": data["visits"][0]["id"]},
    ]
    return data


def with_much_money() -> dict[str, Any]:
    """Return a plan with a budget of many lines."""
    data = plan_data("budget")
    (budget,) = data["budgets"]
    line = budget["lines"][0]
    budget["lines"] = [line | {"id": f"line-{n}", "what": f"Helper {n}"} for n in range(14)]
    return data


def opened(page: Page, data: dict[str, Any]) -> None:
    """Open a plan that a test wrote, at the person's copy."""
    page.locator("#record-file").set_input_files(plan_file(json.dumps(data)))
    page.locator("#part-copy").click()
    expect(page.locator("#paper .copy")).to_be_attached()


def sides(page: Page, *, is_large: bool) -> pypdfium2.PdfDocument:
    """Return the sides of A4 that the copy is printed on."""
    page.evaluate(LARGE, is_large)
    return pypdfium2.PdfDocument(BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))


def letter_sizes(printed: pypdfium2.PdfDocument) -> Iterator[float]:
    """Give how large each text of a print is, in points."""
    for side in printed:
        for each in side.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
            size = ctypes.c_float()
            pdfium.FPDFTextObj_GetFontSize(each, size)
            yield round(size.value * abs(each.get_matrix().d), 1)


def test_a_plan_with_all_its_parts_is_one_side_and_a_large_budget_another(
    site: Site, visit: Visitor
) -> None:
    page = visit(f"{site.address}plan/", width=1280).page
    for data, small, large in ((with_own_and_results(), 1, 2), (with_much_money(), 2, 5)):
        opened(page, data)
        assert len(sides(page, is_large=False)) == small
        assert len(sides(page, is_large=True)) <= large
        page.locator("[data-clear]").click()


def filled(printed: pypdfium2.PdfDocument) -> list[float]:
    """Return how much of each side is written on, of what lies between its margins."""
    top, foot = 11 * MM_IN_POINTS, 22 * MM_IN_POINTS
    shares = []
    for side in printed:
        height = side.get_height()
        # What stands in the margin at the foot is on each side.
        lowest = [
            bottom
            for each in side.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT])
            if (bottom := each.get_bounds()[1]) > foot
        ]
        shares.append((height - top - min(lowest)) / (height - top - foot))
    return shares


@pytest.mark.parametrize("name", ["budget", "much money"])
def test_in_large_print_no_side_but_the_last_stands_mostly_empty(
    name: str, site: Site, visit: Visitor
) -> None:
    page = visit(f"{site.address}plan/", width=1280).page
    opened(page, plan_data("budget") if name == "budget" else with_much_money())
    *before, last = filled(sides(page, is_large=True))
    assert before
    assert min(before) >= 0.66, (before, last)
    more = page.locator("#paper .copy-sides[data-prints~=large]")
    expect(more).to_have_text(SAYS["copy.sides" if len(before) == 1 else "copy.sides_more"])


@pytest.mark.parametrize("name", by_turns(["rich", "made up"]))
def test_nothing_in_large_print_is_smaller_than_18_points(
    name: str, site: Site, visit: Visitor
) -> None:
    """Not the notice at the foot of each side either, in one line or in three."""
    page = visit(f"{site.address}plan/", width=1280).page
    if name == "rich":
        opened(page, with_own_and_results())
    else:
        page.locator("[data-try]").click()
        page.locator("[data-example]").last.click()
        expect(page.locator("#paper .copy")).to_be_attached()
    found = sides(page, is_large=True)
    assert min(letter_sizes(found)) >= 18
    notice = page.locator("html").get_attribute("data-notice") or ""
    for side in found:
        words = " ".join(side.get_textpage().get_text_range().split())
        assert notice in words


def test_the_large_sheet_before_a_visit_has_large_letters_at_its_foot_too(
    site: Site, visit: Visitor
) -> None:
    page = visit(f"{site.address}plan/prepare/", width=390).page
    fill(page)
    page.evaluate("() => { document.documentElement.dataset.print = 'large'; }")
    found = pypdfium2.PdfDocument(BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    assert min(letter_sizes(found)) >= 18


def test_paper_and_files_name_the_day_and_never_say_today(site: Site, visit: Visitor) -> None:
    page = visit(f"{site.address}plan/", width=1280).page
    page.clock.set_fixed_time("2026-12-01T10:00:00")
    page.locator("h1").click()
    open_plan(page)
    TwoPeople(page).begin()
    page.locator("[data-fold=goals] summary").click()
    page.locator("#f-goal-suggest-by").select_option(label="GP")
    page.locator("#f-goal-suggest").fill("Sleep through the night")
    page.locator("[data-fold=goals] .plan-suggest button").click()
    page.locator("[data-fold=goals] .plan-suggested .answer").first.click()
    expect(page.locator("[data-fold=goals]")).to_contain_text("GP, in the visit, today")
    paper = page.locator("#paper")
    expect(paper).to_contain_text("GP, in the visit, 1 December 2026")
    assert "today" not in (paper.text_content() or "")


def two_files(*files: tuple[str, str]) -> list[FilePayload]:
    """Return texts as files that are chosen at once, each by its name."""
    return [plan_file(text, name) for name, text in files]


def test_files_that_are_opened_at_once_are_all_named(site: Site, visit: Visitor) -> None:
    page = visit(f"{site.address}plan/", width=390).page
    files = two_files(
        ("from-my-gp.json", plan_text("knee-agreed")),
        ("holiday.txt", "hello"),
        ("from-the-link-worker.json", plan_text("knee-link-worker")),
    )
    page.locator("#record-file").set_input_files(files)
    opened_both = "Opened: File “from-my-gp.json”, File “from-the-link-worker.json”."
    expect(page.locator("[data-problem] [data-opened]")).to_have_text(opened_both)
    expect(page.locator("#status")).to_have_text(opened_both)
    # What is said of one thing stands together, and apart from what is said of the next.
    said = page.locator("[data-problem] > div")
    expect(said.nth(1)).to_contain_text("holiday.txt")
    expect(said.nth(1)).to_contain_text("Choose the file that was saved from “My plan”")
    first, second = (each.bounding_box() for each in said.all()[:2])
    assert first
    assert second
    assert second["y"] - first["y"] - first["height"] >= 8


@pytest.mark.parametrize("width", by_turns((390, 1280)))
def test_a_code_that_is_none_says_what_to_do_next_where_it_is_seen(
    width: int, site: Site, visit: Visitor
) -> None:
    page = visit(f"{site.address}plan/", width=width, height=700).page
    page.locator("#code").fill("hello")
    page.locator("[data-code] button").click()
    problem = page.locator("[data-problem]")
    expect(problem).to_contain_text(SAYS["fault.not_code"])
    expect(problem).to_be_in_viewport(ratio=0.9)


def test_what_two_copies_say_is_said_in_words_and_not_in_codes(site: Site, visit: Visitor) -> None:
    page = visit(f"{site.address}plan/", width=1280).page
    open_plan(page, "knee-agreed")
    data = plan_data("knee-agreed")
    data["actions"][0]["did"][-1]["who"] = "daughter"
    file = plan_file(json.dumps(data), "other.json", is_altered=True)
    page.locator("#record-file").set_input_files(file)
    differ = page.locator(".plan-differ", has_text=SAYS["look.stands"])
    expect(differ.locator("[data-side=open]")).to_contain_text("Planned · Me · 7 December 2026")
    expect(differ.locator("[data-side=file]")).to_contain_text("Planned · My daughter · 7 Dec")
    assert "2026-12-07" not in differ.inner_text()


def test_a_decision_of_two_copies_is_told_as_people_say_it(site: Site, visit: Visitor) -> None:
    page = visit(f"{site.address}plan/", width=1280).page
    open_plan(page, "knee-agreed")
    data = plan_data("knee-agreed")
    became = data["decisions"][0]["became"][-1]
    became["reason"]["words"] = "With an operation first"
    became["look_again"] = {"on": "2027-04-01"}
    page.locator("#record-file").set_input_files(
        plan_file(json.dumps(data), "other.json", is_altered=True)
    )
    differ = page.locator(".plan-differ", has_text="With an operation first")
    expect(differ.locator("h3")).to_have_text(SAYS["decided"])
    file = differ.locator("[data-side=file]")
    expect(file.locator(".plan-words")).to_have_text(
        f"{became['option_name']} · With an operation first · 1 April 2027"
        " · I still doubt: “I am afraid that it will hurt more.”"
    )
    expect(file.locator(".plan-about")).to_have_text("Me, GP, in the visit, 1 December 2026")
    shown = differ.inner_text()
    raw = ("became", became["option"], "· decided", "Somebody")
    assert not [each for each in raw if each in shown]
    # Which of the two files it was.
    expect(page.locator("[data-problem]")).to_contain_text("other.json”: something in it was")


def test_a_plan_that_follows_a_full_one_says_what_it_is(site: Site, visit: Visitor) -> None:
    page = visit(f"{site.address}plan/", width=390).page
    data = plan_data("knee-agreed")
    data["visits"] += [data["visits"][-1] | {"id": f"v-{n}"} for n in range(38)]
    page.locator("#record-file").set_input_files(plan_file(json.dumps(data)))
    page.locator("[data-follow]").click()
    expect(page.locator("[data-begun]")).to_have_text(SAYS["full.begun"])
    TwoPeople(page).press(page.locator(".answer", has_text="Me").first)
    page.locator("#here-typed").select_option(label="Me")
    page.locator("[data-begin]").click()
    expect(page.locator("[data-begun]")).to_have_count(0)


@pytest.mark.parametrize("width", by_turns((320, 390, 1280), begin=1))
def test_who_said_it_stands_in_a_line_of_its_own(width: int, site: Site, visit: Visitor) -> None:
    page = visit(f"{site.address}plan/", width=width).page
    page.locator("#record-file").set_input_files(plan_file(json.dumps(with_own_and_results())))
    TwoPeople(page).begin()
    for fold in ("by_myself", "results", "hard"):
        page.locator(f"[data-fold={fold}] summary").first.click()
    assert page.evaluate(BESIDE) == [True] * 7


def test_no_word_is_parted_where_who_is_here_is_asked(site: Site, visit: Visitor) -> None:
    page = visit(f"{site.address}plan/", width=390).page
    open_plan(page, "knee-agreed")
    page.locator(".plan-begin").evaluate("one => { one.id = 'asked'; }")
    expect(page.locator("#asked")).to_contain_text("First contact physiotherapist")
    assert page.evaluate(BROKEN, "asked") == []


@pytest.mark.parametrize("width", by_turns((320, 390)))
def test_letters_twice_as_large_widen_no_part_of_a_plan(
    width: int, site: Site, visit: Visitor
) -> None:
    page = visit(f"{site.address}plan/", width=width).page
    page.locator("#record-file").set_input_files(plan_file(json.dumps(with_own_and_results())))
    page.evaluate(TWICE)
    TwoPeople(page).begin()
    for part in ("visit", "copy", "review"):
        page.locator(f"#part-{part}").click()
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        assert page.evaluate(TOO_WIDE) <= 0, part
        page.locator(".plan-parts").evaluate("one => { one.id = 'asked'; }")
        assert page.evaluate(BROKEN, "asked") == []


def test_the_frame_of_a_large_copy_is_never_empty_room(site: Site, visit: Visitor) -> None:
    """A frame that goes over to the next side would be drawn to the end of the one before."""
    page = visit(f"{site.address}plan/", width=1280).page
    opened(page, with_own_and_results())
    page.evaluate(LARGE, arg=True)
    page.emulate_media(media="print")
    framed = page.evaluate(FRAMED)
    assert framed
    assert set(framed) == {"avoid"}


def test_all_that_runs_on_in_one_line_has_spaces_between(site: Site, visit: Visitor) -> None:
    page = visit(f"{site.address}plan/", width=1280).page
    page.locator("#code").fill(short_code(plan_named("knee-agreed")).code)
    page.locator("[data-code] button").click()
    head = page.locator("#paper .copy-head")
    expect(head).to_contain_text(SAYS["paper.sheet"])
    assert f". {SAYS['paper.sheet']}" in (head.text_content() or "")
