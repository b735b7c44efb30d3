"""A site that is built for a place: ages by the device's day, orders by a press, and nothing remembered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from decisionaid.disk.places import compile_place_file
from decisionaid.model.canonical import canonical_json
from decisionaid.site import build_site
from tests.browser.conftest import Visitor
from tests.browser.five_records import FIVE, made_by_the_page, words_of
from tests.browser.probes import faults_of, spaced_faults
from tests.browser.site_fixtures import Site, by_turns, crossed
from tests.browser.spoken import spoken
from tests.conftest import ROOT, Golden
from tests.our_aids import KNEE, SLUGS

# The town is built by one worker, once.
pytestmark = pytest.mark.xdist_group("place")
DAY = date(2026, 11, 29)
WIDTHS = (320, 390, 1280)
SUPPORT = "In Example Town"
OPEN = "() => document.querySelectorAll('details').forEach((one) => { one.open = true; })"
PROVIDERS = ".local-choice li > strong"
HOURS = "At the surgery, 9 to 5 on weekdays."
"""Words with two numbers, which are no share of people."""
NEVER = ("#compare", "#values", "#side-by-side", "#facts", "#start", "#now", "#summary")
"""The steps on which a place says nothing."""


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory, served: Callable[[Path], str]) -> str:
    """Return the address of the site, built for the demonstration place."""
    folder = tmp_path_factory.mktemp("town")
    place = compile_place_file(ROOT / "overlays/example-town.yaml", ROOT / "aids", today=DAY).place
    assert place is not None
    knee = place.says_of(KNEE)
    assert knee is not None
    options = tuple(
        each.model_copy(update={"say": HOURS}) if each.option == "painkillers" else each
        for each in knee.options
    )
    others = tuple(each for each in place.aids if each != knee)
    aids = (*others, knee.model_copy(update={"options": options}))
    place = place.model_copy(update={"aids": aids})
    assert build_site(ROOT / "aids", folder, today=DAY, place=place).ok
    return served(folder)


def on(page: Page, day: str) -> None:
    """Look at the page again on another day of the device."""
    page.clock.set_fixed_time(f"{day}T12:00:00")
    page.reload()


def ages(page: Page, within: str) -> list[str]:
    return page.locator(f"{within} .local-age").all_text_contents()


@pytest.mark.parametrize(("slug", "width"), crossed(SLUGS, WIDTHS, every=6))
def test_options_and_support_fit_and_can_be_read_by_all(
    slug: str, width: int, town: str, visit: Visitor
) -> None:
    for step in ("options", "questions"):
        seen = visit(f"{town}aids/{slug}/#{step}", width=width)
        seen.page.evaluate(OPEN)
        expect(seen.page.locator(f"#{step}")).to_be_visible()
        assert faults_of(seen) == []
        assert spaced_faults(seen) == []
        assert seen.complaints == []
        assert seen.strangers(town) == []


@pytest.mark.parametrize("colours", by_turns(["none", "active"]))
def test_the_list_is_right_in_each_width_and_in_forced_colours(
    colours: str, town: str, visit: Visitor
) -> None:
    for width in WIDTHS:
        seen = visit(f"{town}plan/near/", width=width, forced_colors=colours)
        assert faults_of(seen) == []
        assert spaced_faults(seen) == []
        assert seen.complaints == []


def test_the_device_works_out_what_is_stale_and_what_is_old(town: str, visit: Visitor) -> None:
    page = visit(f"{town}aids/{KNEE}/#options").page
    on(page, "2026-12-01")
    assert ages(page, "#options") == []
    on(page, "2027-05-10")
    assert ages(page, "#options") == []
    on(page, "2027-05-11")
    assert ages(page, "#options") == ["Ask if this is still so."] * 5
    on(page, "2028-05-11")
    assert ages(page, "#options") == ["Nobody has checked this for a long time. Ring first."] * 5
    assert page.locator("#options .local-mark strong").count() == 5


@pytest.mark.parametrize(
    ("name", "address", "place"),
    [
        ("options", f"aids/{KNEE}/#options", "#options"),
        ("support", f"aids/{KNEE}/#questions", "#questions"),
        ("list", "plan/near/", "main"),
    ],
)
def test_what_a_place_says_is_heard_as_it_was_when_last_read(
    name: str, address: str, place: str, town: str, visit: Visitor, golden: Golden
) -> None:
    seen = visit("about:blank", bypass_csp=True)
    seen.page.clock.set_fixed_time("2027-05-11T12:00:00")
    seen.page.goto(town + address)
    seen.page.evaluate(OPEN)
    golden(f"spoken/place/{name}.txt", "\n".join([*spoken(seen.page, place), ""]))


def test_a_service_that_grows_old_is_greyed_on_the_list_and_a_wait_is_one_to_ask_for(
    town: str, visit: Visitor
) -> None:
    page = visit(f"{town}plan/near/").page
    on(page, "2026-12-01")
    club = page.locator("#near-lunch-club")
    assert club.get_attribute("data-state") is None
    assert "Ask how long it is now." not in page.locator("#near-knee-class").inner_text()
    on(page, "2027-02-03")
    assert "Ask how long it is now." in page.locator("#near-knee-class").inner_text()
    assert page.locator("#near-knee-class").get_attribute("data-state") is None
    on(page, "2027-06-01")
    assert club.get_attribute("data-state") == "stale"
    expect(club).to_contain_text("Ring before you go.")
    on(page, "2028-06-01")
    assert club.get_attribute("data-state") == "old"


def test_paper_says_what_the_device_worked_out(town: str, visit: Visitor) -> None:
    seen = visit(f"{town}plan/near/")
    on(seen.page, "2028-06-01")
    assert seen.printed_text().count("Nobody has checked this for a long time.") == 4
    large = visit(f"{town}aids/{KNEE}/large-print.html")
    on(large.page, "2027-06-01")
    assert "Ask if this is still so." in large.printed_text()


def test_no_provider_is_parted_by_the_end_of_a_side(town: str, visit: Visitor) -> None:
    seen = visit(f"{town}aids/{KNEE}/", width=1280)
    seen.page.evaluate(
        """() => {
      const list = document.querySelector(".local-choice .local-list");
      for (let n = 10; n < 50; n += 1) {
        const one = document.createElement("li");
        for (const words of [`Hospital ${n} begins.`, "Bus 4.", "A wait.", `Hospital ${n} ends.`])
          one.append(words, document.createElement("br"));
        list.append(one);
      }
    }"""
    )
    sides = seen.printed()
    for n in range(10, 50):
        begins, ends = (
            [at for at, words in enumerate(sides) if f"Hospital {n} {what}." in words]
            for what in ("begins", "ends")
        )
        assert len(begins) == 1
        assert begins == ends, n


def test_another_order_comes_by_a_press_and_is_gone_with_the_page(
    town: str, visit: Visitor
) -> None:
    page = visit(f"{town}aids/{KNEE}/#questions").page

    def expect_open(names: list[str]) -> None:
        page.get_by_role("heading", name=SUPPORT).click()
        expect(page.locator(PROVIDERS)).to_have_text(names)

    by_name = ["Example General Hospital", "Example Independent Clinic", "Next Town Hospital"]
    expect_open(by_name)
    before = page.evaluate("() => JSON.stringify([{...sessionStorage}, {...localStorage}])")
    page.get_by_role("button", name="Shortest wait first").press("Enter")
    by_wait = ["Next Town Hospital", "Example General Hospital", "Example Independent Clinic"]
    expect(page.locator(PROVIDERS)).to_have_text(by_wait)
    expect(page.get_by_role("button", name="Shortest wait first")).to_have_attribute(
        "aria-pressed", "true"
    )
    expect(page.locator("#status")).to_have_text("Now in this order: Shortest wait first")
    page.get_by_role("button", name="By postcode").click()
    expect(page.locator(PROVIDERS)).to_have_text(by_name)
    after = page.evaluate("() => JSON.stringify([{...sessionStorage}, {...localStorage}])")
    assert after == before
    page.reload()
    expect_open(by_name)


@pytest.mark.parametrize("slug", by_turns(SLUGS, at_once=2))
def test_a_place_is_nowhere_beside_figures_values_and_comparisons(
    slug: str, town: str, visit: Visitor
) -> None:
    page = visit(f"{town}aids/{slug}/").page
    for step in NEVER:
        words = page.locator(step).evaluate_all("(all) => all.map((one) => one.textContent).join()")
        assert "Example Town" not in words, step
        assert page.locator(f"{step} [class^=local]").count() == 0
    for other in ("grid.html", "evidence.html", "quality.html"):
        assert "Example Town" not in visit(f"{town}aids/{slug}/{other}").page.content()


def test_answers_that_leave_the_page_are_the_same_with_a_place_and_without(
    town: str, site: Site, chromium: Browser
) -> None:
    words = words_of(site.folder)
    plain, local = (
        made_by_the_page(chromium, address, words, "typical", FIVE["typical"])
        for address in (site.aid_address(KNEE), f"{town}aids/{KNEE}/")
    )
    assert plain["what_matters"]
    assert plain["aid"]["source_sha256"] == words["source_sha256"]
    assert canonical_json(local) == canonical_json(plain)


def test_without_script_all_of_it_is_there(town: str, visit: Visitor) -> None:
    page = visit(f"{town}aids/{KNEE}/", java_script_enabled=False).page
    assert page.locator(".local-line:visible").count() == 5
    assert page.locator(".local-orders:visible").count() == 0
    near = visit(f"{town}plan/near/", java_script_enabled=False).page
    expect(near.locator("#near-lunch-club")).to_be_visible()
    expect(near.get_by_text("Checked more than 6 months ago? Ring before you go.")).to_be_visible()


def test_once_an_aid_has_ended_its_figures_go_and_the_lines_of_the_place_stay(
    town: str, visit: Visitor
) -> None:
    page = visit(f"{town}aids/{KNEE}/#options").page
    on(page, "2031-01-05")
    expect(page.locator(".clock:visible")).to_contain_text("out of date")
    assert page.locator("#options .local-line").count() == 5
    expect(page.locator("#option-painkillers .local-line")).to_contain_text(HOURS)
