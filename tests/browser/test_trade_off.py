"""The trade-off step in a browser: fetched when it is opened, by keyboard, on a phone, on paper, without scripts."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from selectolax.lexbor import LexborHTMLParser

from decisionaid.site import build_site
from decisionaid.site.gallery_trade_off import result_of
from tests.browser.conftest import Visitor
from tests.browser.probes import faults_of
from tests.english import say
from tests.rules.trade_off_example import WITHOUT_STEP, WORKED
from tests.site_examples import write_aids

SCRIPT = "aid-trade-off.js"
pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, served: Callable[[Path], str]) -> str:
    """Build the worked person's aid, with the step and without; give the address of the first's page."""
    folder = tmp_path_factory.mktemp("trade-off")
    aids = write_aids(folder / "aids", weighed=WORKED, plain=WITHOUT_STEP)
    assert build_site(aids, folder / "out").ok
    return f"{served(folder / 'out')}aids/weighed/#side-by-side"


def opened(page: Page) -> None:
    page.locator(".trade-off > summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-weigh]")).to_be_visible()


def answer(page: Page, name: str, value: str) -> None:
    page.locator(f'[name="swing.{name}"][value="{value}"]').check(force=True)


def answered(page: Page, operation: str = "30") -> None:
    answer(page, "first", "pain")
    for name, value in (("sick", "10"), ("operation", operation), ("back", "40")):
        answer(page, name, value)


def test_it_is_fetched_when_it_is_opened_and_answers_by_keyboard(
    address: str, visit: Visitor
) -> None:
    seen = visit(address, width=320)
    page = seen.page
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    expect(page.locator(".trade-off > summary")).to_be_visible()
    assert page.locator("[data-result]").inner_text() == ""
    opened(page)
    assert [url.rpartition("/")[2] for url in fetched] == [SCRIPT]
    result = page.locator("[data-result]")
    expect(result).to_contain_text("cannot stand in for it")
    page.locator('[name="swing.first"]').first.focus()
    page.keyboard.press("Space")
    expect(page.locator('[data-swing="pain"]')).to_be_hidden()
    page.keyboard.press("Tab")
    # The first place of the next scale: one to the right is 10.
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    expect(page.locator('[name="swing.sick"]:checked')).to_have_value("10")
    expect(result).to_contain_text("2 questions above are not answered")
    answered(page)
    assert result.locator("h4").all_inner_texts() == ["Carry on as now", "Example treatment"]
    expect(result).to_contain_text("Here it stands at 44.")
    expect(result).to_contain_text("You said 30.")
    answer(page, "operation", "unsure")
    expect(result).to_contain_text("anywhere from 33 to 60")
    assert faults_of(seen) == []
    page.goto(address.replace("#side-by-side", "#summary"))
    expect(page.locator("#summary")).not_to_contain_text("44")
    page.goto(address)
    page.get_by_role("button", name=say("trade_again")).click()
    expect(result).to_contain_text("There are no numbers yet")
    assert seen.complaints == []


@pytest.mark.parametrize("operation", ["30", "unsure"])
def test_the_gallery_shows_the_result_as_the_script_makes_it(
    operation: str, address: str, visit: Visitor
) -> None:
    page = visit(address).page
    opened(page)
    answered(page, operation)
    result = page.locator("[data-result]")
    marks = result.locator(".trade-from").evaluate_all(
        "all => all.map((one) => one.getAttribute('d'))"
    )
    names = result.locator("h4").all_inner_texts()
    said = result.locator("h4 + p").all_inner_texts()
    ends = [[int(end) for end in re.findall(r"[MH](\d+)", mark)] for mark in marks]
    stands = [
        {"name": name, "said": words, "ends": (found * 2)[:2]}
        for name, words, found in zip(names, said, ends, strict=True)
    ]
    compared = result.locator(".trade-line ~ p:not([class])").all_inner_texts()
    compared = [each for each in compared if each not in said]
    ours = result_of({"stands": stands, "compared": compared})
    assert elements(ours) == elements(result.inner_html())


def elements(html: str) -> list[tuple[str, str, str, str]]:
    """Return each element with its class, its drawing and its own words, in the page's order."""
    nodes = LexborHTMLParser(f"<body>{html}</body>").css("body *")
    return [
        (
            node.tag or "",
            node.attributes.get("class") or "",
            node.attributes.get("d") or "",
            " ".join(node.text(deep=False).split()),
        )
        for node in nodes
    ]


def test_what_was_answered_is_printed_with_what_it_is_not(address: str, visit: Visitor) -> None:
    page = visit(address, color_scheme="dark", forced_colors="active").page
    fold = page.locator(".trade-off")
    page.emulate_media(media="print")
    expect(fold).to_be_hidden()
    page.emulate_media(media="screen")
    opened(page)
    answered(page, "unsure")
    line = page.locator(".trade-line svg").first
    assert (line.bounding_box() or {"width": 0})["width"] > 100
    page.emulate_media(media="print")
    expect(fold).to_contain_text("anywhere from 33 to 60")
    expect(fold).to_contain_text("This is no advice.")
    expect(page.locator("[data-result]")).to_be_visible()


def test_a_script_that_does_not_come_is_told_and_asked_for_again(
    address: str, visit: Visitor
) -> None:
    page = visit(address).page
    page.route(f"**/{SCRIPT}", lambda route: route.abort())
    page.locator(".trade-off > summary").click()
    expect(page.get_by_text("This part could not be loaded.").first).to_be_visible()
    page.unroute(f"**/{SCRIPT}")
    page.locator(".trade-off > summary").click()
    opened(page)
    expect(page.locator(".trade-off .message")).to_have_count(0)


def test_without_scripts_it_says_that_it_needs_them(address: str, visit: Visitor) -> None:
    page = visit(address, java_script_enabled=False).page
    expect(page.get_by_text(say("trade_unscripted"))).to_be_visible()
    expect(page.locator("[data-weigh]")).to_be_hidden()


def test_a_page_without_the_step_never_asks_for_it(address: str, visit: Visitor) -> None:
    page = visit(address.replace("weighed", "plain")).page
    expect(page.locator("#side-by-side")).to_be_visible()
    assert page.locator(".trade-off, #third-script").count() == 0
