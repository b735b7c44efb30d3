"""What is for other groups of readers is folded, with a line that says for whom. All figures are made up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from unicodedata import normalize

import pytest
from playwright.sync_api import expect

from decisionaid.site import build_site
from tests.browser.conftest import Visitor
from tests.browser.test_side_by_side import go_to, say
from tests.rules.groups_example import SPECIMEN_OF_GROUPS
from tests.site_examples import write_aids

LINE = "For others: {} (My fingers are bent.)"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, served: Callable[[Path], str]) -> str:
    """Build the aid; give its address."""
    folder = tmp_path_factory.mktemp("groups")
    assert build_site(write_aids(folder / "aids", example=SPECIMEN_OF_GROUPS), folder / "out").ok
    return f"{served(folder / 'out')}aids/example/"


def test_what_is_for_others_is_folded_and_nothing_is_lost(address: str, visit: Visitor) -> None:
    seen = visit(address)
    page = seen.page
    folded = {
        "options": ("#option-treatment", "Example treatment"),
        "compare": ("#outcome-sick", "Feeling sick"),
        "values": ("[data-question=not-sick]", "Not feeling sick"),
        "now": ("label:has([name=leaning][value=treatment])", "Example treatment"),
    }
    for step, (part, _) in folded.items():
        go_to(page, step)
        expect(page.locator(part)).to_be_visible()
    say(page, {"stratum": "straight"})
    for step, (part, title) in folded.items():
        shown = go_to(page, step)
        expect(page.locator(part)).to_be_hidden()
        line = shown.get_by_text(LINE.format(title), exact=False).first
        line.press("Enter")
        expect(page.locator(part)).to_be_visible()
    expect(page.locator("#values [data-question=less-pain]")).to_have_count(1)
    for other in ("bent", "unsure"):
        say(page, {"stratum": other})
        assert page.get_by_text("For others:").count() == 0
        for part, _ in folded.values():
            assert page.locator(part).count() == 1
    assert seen.complaints == []


def test_what_was_answered_before_stays_in_sight(address: str, visit: Visitor) -> None:
    page = visit(address).page
    say(page, {"values.not-sick": "7"})
    say(page, {"stratum": "straight"})
    go_to(page, "values")
    expect(page.locator("[data-question=not-sick]")).to_be_visible()
    expect(page.locator("[name='values.not-sick'][value='7']")).to_be_checked()


def test_paper_has_what_is_for_others(address: str, visit: Visitor) -> None:
    seen = visit(address)
    say(seen.page, {"stratum": "straight"})
    assert "10 of 100" in seen.printed_text()


def test_an_order_asks_nobody_about_what_is_for_others(address: str, visit: Visitor) -> None:
    seen = visit(address)
    page = seen.page
    say(page, {"stratum": "straight"})
    values = go_to(page, "values")
    order = page.locator("input[name='values.order']")
    # With one thing left there is nothing to put in order: the question is folded, with whom it is for.
    item = values.locator("[data-item=order-sick]")
    expect(item).to_be_hidden()
    expect(values.get_by_text(LINE.format("Put these in order"))).to_be_visible()
    expect(order).to_have_value("")
    # Somebody else, whom two of the things concern.
    say(page, {"stratum": "bent"})
    expect(item).to_be_visible()
    item.locator("[data-move=up]").press("Enter")
    expect(order).to_have_value("order-sick,order-pain")
    # What was put in order before stays in sight, and in the order.
    say(page, {"stratum": "straight"})
    expect(item).to_be_visible()
    expect(order).to_have_value("order-sick,order-pain")
    assert seen.complaints == []


def test_paper_has_the_items_that_are_for_others(address: str, visit: Visitor) -> None:
    seen = visit(address)
    say(seen.page, {"stratum": "straight"})
    # Each question that is for others, with its line; paper joins some letters.
    printed = " ".join(normalize("NFKC", seen.printed_text()).split())
    for question in ("Not feeling sick", "Put these in order"):
        assert printed.count(LINE.format(question)) == 1
