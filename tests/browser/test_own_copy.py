"""A copy for oneself holds all that was said, also what is not shared; nobody else's page reads it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.back import SAYS, WINDOW, back_window, bring, brought
from tests.browser.conftest import Visitor
from tests.browser.desk import Handed, handed
from tests.browser.site_fixtures import Site
from tests.browser.test_keeping import ASKS, keep, role, saved, visit_again
from tests.browser.test_own_back import ANSWERS, CHOICE, MINE, OTHER, PROBLEM, answers
from tests.browser.visit import Visit, comes_to
from tests.browser.walk import open_ways
from tests.english import script_texts
from tests.our_aids import CARPAL, EARS, KNEE

WAYS = script_texts("ways")
KEEPS = script_texts("keep")
NAMES = {key: text for key, text in script_texts("aid").items() if key.startswith("part.")}
PART = NAMES["part.what_matters"]
OWN = "[data-save-own]"
UNSHARED = "[data-part-shared=what_matters]"
PASSPHRASE = "four words made up"  # noqa: S105 - for made-up answers


@pytest.fixture
def mine(site: Site) -> Handed:
    """Give what a person said, with words of their own."""
    return handed(site, EARS, 0, MINE)


@pytest.fixture
def summary(site: Site, visit: Visitor, mine: Handed) -> Visit:
    """Give the summary of somebody who keeps to themselves what they wrote."""
    seen = visit(f"{site.aid_address(EARS)}#summary")
    brought(seen.page, mine.file())
    seen.page.locator("[data-ways] details.more > summary").first.click()
    seen.page.locator(UNSHARED).uncheck()
    return seen


def downloaded(page: Page, press: str, folder: Path) -> Path:
    """Press a button that saves a file; return the file."""
    with page.expect_download() as download:
        page.locator(press).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def holds_all(file: Path, was: list[str], site: Site, visit: Visitor) -> Page:
    """Check that a copy brings back all of it, and what is not shared stays so; return the page."""
    seen = visit(f"{site.aid_address(EARS)}#summary")
    said = brought(seen.page, file)
    comes_to(seen.page, ANSWERS, was)
    assert SAYS["done.own_copy"].replace("{parts}", PART) in said
    expect(seen.page.locator(UNSHARED)).not_to_be_checked()
    assert seen.complaints == []
    return seen.page


def test_what_is_saved_before_other_answers_are_taken_holds_what_is_not_shared_too(
    site: Site, visit: Visitor, summary: Visit, tmp_path: Path
) -> None:
    page = summary.page
    was = answers(page)
    assert f"what_matters={MINE}" in was
    bring(page, handed(site, EARS, 1, OTHER).file())
    # What it holds is said before it is pressed.
    line = WAYS["own.line"].replace("{parts}", PART)
    expect(page.locator(f"{WINDOW} .back-outcome")).to_contain_text(line)
    file = downloaded(page, CHOICE.format("save"), tmp_path)
    expect(page.locator(f"{WINDOW} [role=status]")).to_contain_text(file.name)
    assert MINE in file.read_text("utf-8")
    page.locator(CHOICE.format("use_there")).click()
    holds_all(file, was, site, visit)
    assert summary.complaints == []


def test_without_anything_kept_back_the_file_is_the_one_to_hand_over(
    site: Site, summary: Visit, tmp_path: Path
) -> None:
    page = summary.page
    expect(page.locator(".own-copy")).to_be_visible()
    page.locator(UNSHARED).check()
    expect(page.locator(".own-copy")).to_be_hidden()
    bring(page, handed(site, EARS, 1, OTHER).file())
    file = downloaded(page, CHOICE.format("save"), tmp_path)
    assert file.name.startswith("my-answers-")
    assert MINE in file.read_text("utf-8")


def test_a_copy_is_offered_at_the_summary_and_the_page_asks_until_it_is_saved(
    site: Site, visit: Visitor, summary: Visit, tmp_path: Path
) -> None:
    page = summary.page
    was = answers(page)
    comes_to(page, ASKS, expected=True)
    open_ways(page)
    shared = downloaded(page, "[data-save-file]", tmp_path)
    assert MINE not in shared.read_text("utf-8")
    # What is not shared would be gone.
    comes_to(page, ASKS, expected=True)
    page.locator("[data-print-summary]").first.evaluate(
        "(one) => { window.print = () => window.dispatchEvent(new Event('afterprint')); one.click(); }"
    )
    comes_to(page, "() => document.documentElement.dataset.print ?? ''", "")
    comes_to(page, ASKS, expected=True)
    file = downloaded(page, OWN, tmp_path)
    expect(page.locator(".own-copy .way-message")).to_contain_text(file.name)
    comes_to(page, ASKS, expected=False)
    # And what is handed over after that takes nothing of it away.
    downloaded(page, "[data-save-file]", tmp_path)
    comes_to(page, ASKS, expected=False)
    holds_all(file, was, site, visit)
    assert list(summary.axe_faults(".own-copy")) == []


def test_what_is_said_of_a_fact_is_told_as_said(site: Site, visit: Visitor, tmp_path: Path) -> None:
    page = visit(f"{site.aid_address(EARS)}#summary").page
    fact = page.locator("[data-check] input[type=radio]").first
    answer = fact.evaluate(
        "(one) => { one.click(); return one.closest('label').innerText.trim(); }"
    )
    page.locator("[name=what_matters]").evaluate(
        "(one) => { one.value = 'made up'; one.dispatchEvent(new Event('input', { bubbles: true })); }"
    )
    page.locator("[data-ways] details.more > summary").first.click()
    page.locator(UNSHARED).uncheck()
    text = downloaded(page, OWN, tmp_path).read_text("utf-8")
    said = script_texts("aid")["summary.thought"].replace("{statement} ", "")
    assert said.replace("{answer}", answer) in text


def test_a_question_that_is_not_in_the_summary_is_named_as_not_shared(
    site: Site, visit: Visitor
) -> None:
    page = visit(f"{site.aid_address(KNEE)}#summary").page
    asked = page.locator("fieldset:has([data-share])").first
    title = asked.get_attribute("data-title") or ""
    assert title
    asked.locator("input[type=radio]").first.evaluate("(one) => one.click()")
    page.locator("[name='filled_in_by.role'][value=carer]").evaluate("(one) => one.click()")
    page.locator("[data-ways] details.more > summary").first.click()
    told = page.locator(".share-told")
    expect(told).to_have_text(WAYS["share.some"].replace("{parts}", title))
    asked.locator("[data-share]").evaluate("(one) => one.click()")
    expect(told).to_have_text(WAYS["share.all"])


def test_under_a_passphrase_a_copy_is_locked_too(
    site: Site, visit: Visitor, summary: Visit, tmp_path: Path
) -> None:
    page = summary.page
    was = answers(page)
    open_ways(page)
    page.locator(".lock > summary").click()
    page.locator("#passphrase").fill(PASSPHRASE)
    page.keyboard.press("Enter")
    expect(page.locator(".lock .way-message")).to_have_text(WAYS["lock.done"])
    file = downloaded(page, OWN, tmp_path)
    assert MINE not in file.read_text("utf-8")
    other = visit(f"{site.aid_address(EARS)}#summary").page
    bring(other, file).locator("#back-passphrase").fill(PASSPHRASE)
    other.keyboard.press("Enter")
    expect(other.locator(f"{WINDOW} h3")).to_have_text(SAYS["done.title"])
    assert answers(other) == was


def test_nobody_elses_page_reads_a_copy_and_another_aid_says_whose_it_is(
    site: Site, visit: Visitor, summary: Visit, tmp_path: Path
) -> None:
    file = downloaded(summary.page, OWN, tmp_path)
    for path, page_of in (("clinician", "clinician"), ("plan", "plan")):
        seen = visit(f"{site.address}{path}/")
        seen.page.locator("input[type=file]:not([accept='image/*'])").first.set_input_files(file)
        expect(seen.page.locator("main")).to_contain_text(
            script_texts(page_of)["fault.own_copy"]  # type: ignore[arg-type]
        )
        assert MINE not in seen.page.locator("main").inner_text()
    other = visit(f"{site.aid_address(CARPAL)}#summary").page
    back_window(other)
    bring(other, file)
    expect(other.locator(PROBLEM)).to_contain_text(SAYS["fault.other_copy"])


def two_states(site: Site, visit: Visitor, width: int = 390) -> tuple[Page, list[str]]:
    """Keep one state on the device, and stand beside it with another; return that tab, and what is kept."""
    kept = visit(f"{site.aid_address(EARS)}#summary", width=width).page
    brought(kept, handed(site, EARS, 1, OTHER).file())
    kept.evaluate("() => { location.hash = 'start'; }")
    keep(kept)
    page = visit_again(kept, site.aid_address(EARS))
    role(page, "carer")
    page.locator("[data-keep-do=open]").click()
    expect(page.locator(".keep-apart li").first).to_be_visible()
    return page, answers(kept)


def test_of_two_states_each_can_be_saved_before_the_other_goes(
    site: Site, visit: Visitor, tmp_path: Path
) -> None:
    page, kept = two_states(site, visit)
    here = answers(page)
    box = page.locator(".keep-box")
    # That the other one will be gone, and what a file holds, is said before the buttons.
    words = box.inner_text()
    said = (KEEPS["apart.choose"], KEEPS["save.about"], KEEPS["save_here"], KEEPS["choose_here"])
    places = [words.index(each) for each in said]
    assert places == sorted(places)
    assert "The other one will be gone" in KEEPS["apart.choose"]
    files = {
        of: downloaded(page, f"[data-keep-save=save_{of}]", tmp_path) for of in ("here", "kept")
    }
    assert files["here"].name != files["kept"].name
    expect(box.locator("[role=status]")).to_contain_text(files["kept"].name)
    # All of this tab stands in a file.
    comes_to(page, ASKS, expected=False)
    page.locator("[data-keep-do=choose_here]").click()
    saved(page)
    for of, was in (("here", here), ("kept", kept)):
        other = visit(f"{site.aid_address(EARS)}#summary").page
        brought(other, files[of])
        comes_to(other, ANSWERS, was)


@pytest.mark.parametrize(("width", "columns"), [(320, 1), (1280, 2)])
def test_two_states_stand_beside_one_another_in_the_box_as_in_the_window(
    width: int, columns: int, site: Site, visit: Visitor
) -> None:
    page, _ = two_states(site, visit, width=width)
    row = page.locator(".keep-apart > li").first
    assert (
        page.locator(".keep-apart").evaluate("(one) => getComputedStyle(one).listStyleType")
        == "none"
    )
    assert (
        row.evaluate("(one) => getComputedStyle(one).gridTemplateColumns.split(' ').length")
        == columns
    )
    page.evaluate("() => { document.documentElement.dir = 'rtl'; }")
    here, there = (each.bounding_box() for each in row.locator("> div").all())
    assert here
    assert there
    assert (here["x"] > there["x"]) == (columns == 2)
    assert page.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0


def test_after_the_clock_went_back_no_day_is_named_that_has_not_come(
    site: Site, visit: Visitor
) -> None:
    kept = visit(site.aid_address(EARS)).page
    keep(kept)
    role(kept, "carer")
    saved(kept)
    page = visit_again(kept, "about:blank")
    page.clock.set_fixed_time(datetime.now(UTC) - timedelta(days=40))
    # The tab that keeps it and was not loaded anew says no later day either.
    kept.clock.set_fixed_time(datetime.now(UTC) - timedelta(days=40))
    kept.evaluate("() => { document.dispatchEvent(new Event('visibilitychange')); }")
    expect(kept.locator("[data-keep-status]")).to_contain_text(KEEPS["saved.once"])
    page.goto(site.aid_address(EARS))
    box = page.locator(".keep-box")
    since = KEEPS["found"].replace("{since} ", "")
    expect(box).to_contain_text(since)
    expect(box).to_contain_text(KEEPS["ahead"].replace("{n}", "30"))
    assert str(datetime.now(UTC).year) not in box.inner_text()
