"""What was once cramped, cut or in the wrong place on the pages of a plan and its paper, in kind."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.conftest import Visitor
from tests.browser.site_fixtures import Site, by_turns
from tests.browser.test_large_letters import TWICE
from tests.browser.test_prepare import fill
from tests.browser.test_side_by_side import go_to
from tests.browser.two_people import TwoPeople, open_plan
from tests.our_aids import SLUGS

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


@pytest.mark.parametrize("slug", by_turns(SLUGS, at_once=2))
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
