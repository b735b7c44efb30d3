"""What a person adds in their own words: rated, seen where it matters, saved, and opened by a clinician."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.back import brought
from tests.browser.conftest import Visitor
from tests.browser.site_fixtures import Site
from tests.browser.test_side_by_side import go_to, say
from tests.browser.walk import open_ways
from tests.our_aids import EARS

MINE = "Holding my <b>grandson</b>"
OTHER = "The bus at six"
VIEW = "I would rather wait."


def rate(page: Page, n: int, words: str, value: str) -> None:
    """Add something in a place, and say how much it matters."""
    page.locator(f'[name="concern.{n}"]').fill(words)
    page.locator(f'[name="concern.{n}.rating"][value="{value}"]').check()


def test_it_is_added_rated_seen_saved_and_opened_by_a_clinician(
    site: Site, visit: Visitor, tmp_path: Path
) -> None:
    seen = visit(site.aid_address(EARS))
    page = seen.page
    say(page, {"filled_in_by.role": "patient_with_help"})
    values = go_to(page, "values")
    # One place at a time, and no scale before there are words.
    places = values.locator('[name^="concern."][type=text]').filter(visible=True)
    expect(places).to_have_count(1)
    expect(values.locator(".own-rating").filter(visible=True)).to_have_count(0)
    rate(page, 1, MINE, "10")
    rate(page, 2, OTHER, "unsure")
    expect(places).to_have_count(3)
    page.locator('[name="filled_in_by.view"]').fill(VIEW)
    say(page, {"values.less-pain": "9", "values.fewer-side-effects": "9"})
    assert list(seen.axe_faults("#values")) == []
    look_at_what_it_means(page)
    assert list(seen.axe_faults("#side-by-side")) == []
    change_an_answer(page)
    asked = take_the_offered_question(page)
    file = save(page, tmp_path)
    assert seen.complaints == []
    put_back(visit(site.aid_address(EARS)).page, file)
    read_as_a_clinician(visit(f"{site.address}clinician/").page, file, asked)


def look_at_what_it_means(page: Page) -> None:
    step = go_to(page, "side-by-side")
    first = step.locator("tbody tr").first
    expect(first).to_contain_text(MINE)
    expect(first).to_contain_text("you said 10 out of 10")
    expect(first.locator("td")).to_contain_text(["Ask about this"] * 3)
    expect(step).to_contain_text(f"This page has no figures about “{MINE}”: ask about it.")
    expect(step).to_contain_text(f"You are not sure: “{OTHER}”")


def change_an_answer(page: Page) -> None:
    """What moved is said once, and nothing that was typed is lost."""
    say(page, {"values.less-pain": "1"})
    go_to(page, "values")
    changed = go_to(page, "side-by-side").locator(".changed")
    expect(changed).to_contain_text("You changed: Less pain. Moved down:")
    expect(page.locator("#status")).to_contain_text("You changed: Less pain.")
    expect(page.locator('[name="concern.1"]')).to_have_value(MINE)
    go_to(page, "values")
    go_to(page, "side-by-side")
    expect(changed).to_be_hidden()


def take_the_offered_question(page: Page) -> str:
    go_to(page, "questions").locator("[data-offer] button").click()
    asked = f"What does each option mean for this: {MINE}?"
    expect(page.locator('[name="own_question.1"]')).to_be_focused()
    expect(page.locator('[name="own_question.1"]')).to_have_value(asked)
    expect(page.locator("[data-offer]")).to_be_hidden()
    return asked


def save(page: Page, folder: Path) -> Path:
    summary = go_to(page, "summary")
    expect(summary.locator("[data-part=matters]")).to_contain_text(f"“{MINE}”: 10 of 10")
    expect(summary.locator("[data-part=unsure]")).to_contain_text(f"“{OTHER}”")
    expect(summary.locator("[data-part=helper-view]")).to_contain_text(VIEW)
    open_ways(page)
    with page.expect_download() as download:
        summary.locator("[data-save-file]").click()
    file = folder / "answers.html"
    download.value.save_as(file)
    return file


def put_back(page: Page, file: Path) -> None:
    """Put the answers into another page of the aid, in place of those that it has."""
    say(page, {"values.less-pain": "3"})
    go_to(page, "summary")
    brought(page, file)
    expect(page.locator('[name="concern.1"]')).to_have_value(MINE)
    expect(page.locator('[name="concern.2.rating"][value="unsure"]')).to_be_checked()
    expect(page.locator('[name="filled_in_by.view"]')).to_have_value(VIEW)


def read_as_a_clinician(page: Page, file: Path, asked: str) -> None:
    page.locator("#record-file").set_input_files(file)
    sheet = page.locator(".sheet")
    expect(sheet.locator(".say-first")).to_contain_text(f"“{MINE}”: 10 of 10")
    expect(sheet.locator("[data-part=matters]")).to_contain_text(f"Not sure: “{OTHER}”")
    expect(sheet.locator("[data-part=questions]")).to_contain_text(asked)
    expect(sheet.locator("[data-part=helper]")).to_contain_text(VIEW)
    # Nowhere among what is the person's own; the text for the record says whose view it is.
    expect(sheet.locator("[data-part=helper]").get_by_text(VIEW)).to_have_count(1)
    for part in sheet.locator(".say-first, .flags, [data-part]:not([data-part=helper])").all():
        expect(part).not_to_contain_text(VIEW)
    expect(sheet).to_contain_text("Stated by the person with help.")
    assert page.locator("b").count() == 0


@pytest.mark.parametrize("scripts", [True, False])
def test_paper_has_lines_to_write_in_with_the_same_scale(
    scripts: bool, site: Site, visit: Visitor
) -> None:
    printed = visit(site.aid_address(EARS), java_script_enabled=scripts).printed_text()
    name = "Something else that matters to you"
    places = [f"{name} ({n})" for n in range(2, 6)]
    assert [each in printed for each in places] == [True, True, False, False]
    assert printed.count(name) == 3
    for each in (name, *places[:2]):
        below = printed.partition(each)[2]
        assert "How important is it to you?" in below[:80]
        assert "Rather not say" in below[:400]
