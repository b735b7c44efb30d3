"""A site that nobody built again: what its pages say on a later day, and on a wrong one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from decisionaid.model.steps import STEPS
from tests.browser.conftest import Visitor
from tests.browser.probes import faults_of
from tests.browser.site_fixtures import Site, by_turns, crossed
from tests.browser.visit import Visit
from tests.browser.walk import open_ways
from tests.our_aids import SLUGS, STATINS

PAGES = ("index.html", "large-print.html", "grid.html", "evidence.html")
BEFORE, IN_TIME, LATE, ENDED = "2020-01-01", "2026-12-01", "2029-01-05", "2031-01-05"
SHARE = re.compile(r"\d (?:in|of|more in|fewer in) [\d,]+|\d ?%")
UNTIL = "Not to be used after 22 November 2029."


def on(day: str, seen: Visit) -> Visit:
    """Look at the page again on another day of the device."""
    seen.page.clock.set_fixed_time(f"{day}T12:00:00")
    seen.page.reload()
    return seen


def seen_words(seen: Visit) -> str:
    """Return all that the page holds for readers, hidden steps too, but for signs to get help."""
    return str(
        seen.page.evaluate(
            """() => {
              const copy = document.querySelector("main").cloneNode(true);
              const kept = "script, .care-card, .sources, .step-count, fieldset";
              for (const each of copy.querySelectorAll(kept)) each.remove();
              return copy.textContent;
            }"""
        )
    )


@pytest.mark.parametrize(("name", "slug"), crossed(PAGES, SLUGS, every=4))
def test_after_the_end_the_figures_are_gone_and_the_page_says_why(
    name: str, slug: str, site: Site, visit: Visitor
) -> None:
    seen = visit(f"{site.aid_address(slug)}{name}", width=320)
    assert SHARE.search(seen_words(seen))
    on(ENDED, seen)
    banner = seen.page.locator(".clock:visible")
    expect(banner).to_have_count(1)
    expect(banner).to_contain_text(re.compile(r"This aid is out of date\.\s*It ended on"))
    if name != "evidence.html":
        words = seen_words(seen)
        for stratum in site.aids[slug].strata:  # what readers say of themselves
            words = words.replace(stratum.words, "")
        assert SHARE.findall(words) == []
    assert seen.page.locator(".figure-number, .tree, td.figure:text-matches('[0-9]')").count() == 0
    assert seen.complaints == []


@pytest.mark.parametrize("step", by_turns(STEPS, begin=2))
def test_the_steps_of_an_aid_that_ended_on_the_device_are_sound(
    step: str, site: Site, visit: Visitor
) -> None:
    seen = on(ENDED, visit(f"{site.aid_address(STATINS)}index.html#{step}", width=320))
    expect(seen.page.locator(f"#{step}")).to_be_visible()
    assert faults_of(seen) == []


@pytest.mark.parametrize("name", PAGES)
def test_between_review_and_end_the_page_says_that_it_is_late(
    name: str, site: Site, visit: Visitor
) -> None:
    seen = on(LATE, visit(f"{site.aid_address(STATINS)}{name}"))
    banner = seen.page.locator(".clock:visible")
    expect(banner).to_have_count(1)
    expect(banner).to_contain_text("This aid is late for its check.")
    assert SHARE.search(seen_words(seen))


@pytest.mark.parametrize("name", by_turns(PAGES, at_once=2))
def test_a_device_whose_day_is_wrong_is_told_so_and_nothing_is_taken_away(
    name: str, site: Site, visit: Visitor
) -> None:
    seen = on(IN_TIME, visit(f"{site.aid_address(STATINS)}{name}"))
    expect(seen.page.locator(".clock:visible")).to_have_count(0)
    whole = seen_words(seen)
    on(BEFORE, seen)
    banner = seen.page.locator(".clock:visible")
    expect(banner).to_contain_text("The date on your device seems to be wrong.")
    expect(banner).to_contain_text(UNTIL)
    assert seen_words(seen) == whole


@pytest.mark.parametrize("name", PAGES)
def test_without_script_the_day_stands_where_the_figures_are(
    name: str, site: Site, visit: Visitor
) -> None:
    seen = visit(f"{site.aid_address(STATINS)}{name}", java_script_enabled=False)
    expect(seen.page.locator("main")).to_contain_text(UNTIL)


@pytest.mark.parametrize(
    ("day", "state", "said"),
    [
        (ENDED, '"expired"', "<li>The aid was out of date and showed no figures</li>"),
        (LATE, '"overdue"', "<li>The aid was late for its check</li>"),
        (BEFORE, "null", ""),
    ],
)
def test_a_saved_file_says_what_the_person_saw(
    day: str, state: str, said: str, site: Site, visit: Visitor, tmp_path: Path
) -> None:
    address = f"{site.aid_address(STATINS)}index.html#summary"
    seen = on(day, visit(address, accept_downloads=True))
    open_ways(seen.page)
    with seen.page.expect_download() as download:
        seen.page.locator("#summary [data-save-file]").click()
    path = tmp_path / "answers.html"
    download.value.save_as(path)
    text = path.read_text(encoding="utf-8")
    assert f'"clock":{state}' in text
    assert said in text


def test_the_clinicians_sheet_goes_by_the_day_of_its_device(
    site: Site, visit: Visitor, tmp_path: Path
) -> None:
    seen = on(
        IN_TIME, visit(f"{site.aid_address(STATINS)}index.html#summary", accept_downloads=True)
    )
    open_ways(seen.page)
    with seen.page.expect_download() as download:
        seen.page.locator("#summary [data-save-file]").click()
    path = tmp_path / "answers.html"
    download.value.save_as(path)

    def sheet(day: str) -> str:
        opened = on(day, visit(f"{site.address}clinician/"))
        opened.page.locator("#record-file").set_input_files(path)
        expect(opened.page.locator(".sheet")).to_be_visible()
        assert faults_of(opened) == []
        return opened.page.locator(".sheet").inner_text()

    in_time, ended = sheet(IN_TIME), sheet(ENDED)
    assert UNTIL in in_time
    assert SHARE.search(in_time)
    assert not SHARE.search(ended)
    assert "It ended on 22 November 2029" in ended
    assert "none of its figures are shown" in ended
    assert "The date on this device seems to be wrong" in sheet(BEFORE)
