"""Picks of most and least in a browser: by keyboard, on a phone, without scripts, and kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from decisionaid.site import build_site
from tests.browser.conftest import Visitor
from tests.browser.site_fixtures import by_turns
from tests.english import say
from tests.rules.examples import SPECIMEN
from tests.site_examples import write_aids

NAMES = ("Sleep", "Work", "Cost", "Seeing friends", "Time", "Fewer visits to the clinic")
PICKED = "### A few at a time {#few .picks}\nWhich of these made-up things matters?\n\n" + "".join(
    f"- {name} {{#few-{n}}}\n" for n, name in enumerate(NAMES)
)
ORDER = "### Put these in order {#order .ranking}"
pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, served: Callable[[Path], str]) -> str:
    """Build an aid with picks; give the address of its page."""
    folder = tmp_path_factory.mktemp("picks")
    text = SPECIMEN.read_text(encoding="utf-8").replace(ORDER, f"{PICKED}\n{ORDER}")
    assert build_site(write_aids(folder / "aids", picks=text), folder / "out").ok
    return f"{served(folder / 'out')}aids/picks/#values"


def checked(page: Page) -> list[str]:
    found: list[str] = page.evaluate(
        "() => [...document.querySelectorAll('[name^=\"values.few.\"]:checked')]"
        ".map(({name, value}) => `${name.slice(11)}=${value}`)"
    )
    return found


def test_picks_are_made_by_keyboard_and_stand_in_the_summary(address: str, visit: Visitor) -> None:
    seen = visit(address)
    page = seen.page
    assert checked(page) == []
    for end, down in (("most", 0), ("least", 1)):
        page.locator(f'[name="values.few.1.{end}"]').first.focus()
        page.keyboard.press("Space")
        for _ in range(down):
            page.keyboard.press("ArrowDown")
    first, second = (
        page.locator('[name="values.few.1.most"]').nth(n).get_attribute("value") for n in (0, 1)
    )
    assert checked(page) == [f"1.most={first}", f"1.least={second}"]
    page.reload()
    assert checked(page) == [f"1.most={first}", f"1.least={second}"]
    page.goto(address.replace("#values", "#summary"))
    said = page.locator("#summary").inner_text()
    assert "A few at a time, most first (picked 1 of 6 times): 1. " in said
    assert seen.complaints == []


def test_one_item_as_both_is_said_at_once_and_nothing_is_taken_away(
    address: str, visit: Visitor
) -> None:
    page = visit(address).page
    twice = page.locator(".picks").first.get_by_text(say("pick_twice"))
    page.locator('[name="values.few.1.most"]').first.check()
    expect(twice).to_be_hidden()
    page.locator('[name="values.few.1.least"]').first.check()
    expect(twice).to_be_visible()
    assert len(checked(page)) == 2
    page.locator('[name="values.few.1.least"]').nth(2).check()
    expect(twice).to_be_hidden()


def test_a_pick_is_taken_back_by_itself(address: str, visit: Visitor) -> None:
    page = visit(address).page
    page.locator('[name="values.few.2.most"]').first.check()
    page.locator('[name="values.few.2.least"]').nth(1).check()
    page.locator("[data-question=few] .picks").nth(1).locator(".clear-answer").first.click()
    assert [each.split("=")[0] for each in checked(page)] == ["2.least"]


@pytest.mark.parametrize("width", by_turns((320, 1280), begin=1))
def test_two_columns_fit_and_nothing_is_against_the_rules(
    width: int, address: str, visit: Visitor
) -> None:
    seen = visit(address)
    seen.page.set_viewport_size({"width": width, "height": 800})
    assert seen.overflow() <= 0
    small = seen.page.evaluate(
        "() => [...document.querySelectorAll('.picks label')]"
        ".filter((each) => each.getBoundingClientRect().height < 44).length"
    )
    assert small == 0
    assert seen.axe_faults("#values") == []


def test_without_scripts_picks_are_plain_radios_and_one_item_as_both_is_said(
    address: str, visit: Visitor
) -> None:
    page = visit(address, java_script_enabled=False).page
    page.locator('[name="values.few.1.most"]').first.check()
    page.locator('[name="values.few.1.least"]').first.check()
    expect(page.locator(".picks").first.get_by_text(say("pick_twice"))).to_be_visible()
    assert page.locator(".picks").count() == len(NAMES)


def test_paper_has_both_questions_of_each_block(address: str, visit: Visitor) -> None:
    printed = visit(address).printed_text()
    assert printed.count(say("pick_least")) == len(NAMES)
    # The specimen asks that once more, of an order.
    assert printed.count(say("pick_most")) == len(NAMES) + 1
    assert say("pick_twice") not in printed
