"""What is dropped on the clinician's page, dragged in from outside the browser: it is opened, or said not to be.

Whatever is dropped and wherever, the page stays, and so does everybody who is open.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor
from tests.browser.desk import (
    SAYS,
    Handed,
    as_file,
    drop,
    handed,
    link_to,
    opened_by_file,
    paste,
    qr_picture,
    saved_form,
    sheet_of,
    written,
)
from tests.browser.site_fixtures import Site, by_turns
from tests.browser.visit import Visit
from tests.our_aids import EARS, KNEE

ONE, TWO, THREE = "the words of the first", "the words of the second", "the words of the third"
BUTTONS = ".open-one"
PLACES = ("[data-drop]", "h1", "#sheet", "body", ".open-one")


@pytest.fixture
def desk(site: Site, visit: Visitor) -> Visit:
    """Open the clinician's page."""
    return visit(f"{site.address}clinician/", width=1366, height=768, accept_downloads=True)


@pytest.fixture
def record(site: Site) -> Handed:
    """Return a record."""
    return handed(site, KNEE, 0, ONE)


def put(folder: Path, record: Handed, name: str) -> Path:
    """Write a record into a folder."""
    path = folder / name
    path.write_text(record.json, "utf-8")
    return path


def problem(page: Page) -> str:
    """Return what is said to be wrong, once something is."""
    place = page.locator("[data-problem]")
    expect(place).not_to_be_empty()
    return place.inner_text()


@pytest.mark.parametrize("at", by_turns(["[data-drop]", "h1", "body"], at_once=2))
def test_a_file_that_is_dropped_anywhere_arrives_whole(
    at: str, site: Site, desk: Visit, record: Handed, tmp_path: Path
) -> None:
    file = put(tmp_path, record, "answers.json")
    drop(desk.page, file, at=at)
    expect(desk.page.locator(".sheet-file")).to_contain_text("answers.json")
    assert saved_form(desk.page, "fhir") == written("fhir", file, site)
    assert desk.page.url == f"{site.address}clinician/"
    assert desk.page.locator(".over").count() == 0
    assert desk.complaints == []


def test_several_files_with_a_picture_a_folder_and_others_are_opened_or_named(
    site: Site, desk: Visit, record: Handed, tmp_path: Path
) -> None:
    other, third = handed(site, EARS, 0, TWO), handed(site, KNEE, 4, THREE)
    picture, large, letter = (tmp_path / name for name in ("p.png", "large.html", "letter.pdf"))
    data = as_file(qr_picture(link_to(site, third.token)))["buffer"]
    picture.write_bytes(data)
    large.write_bytes(b"x" * 600_000)
    letter.write_bytes(b"%PDF-1.7 good morning")
    folder = tmp_path / "letters"
    folder.mkdir()
    put(folder, record, "in-a-folder.json")
    drop(
        desk.page,
        put(tmp_path, record, "one.json"),
        put(tmp_path, other, "two.json"),
        picture,
        large,
        letter,
        folder,
    )
    expect(desk.page.locator(BUTTONS)).to_have_count(3)
    said = problem(desk.page)
    for named, fault in (
        ("“large.html”", "fault.too_large"),
        ("“letter.pdf”", "fault.not_ours"),
        ("“letters”", "fault.folder"),
    ):
        assert named in said
        assert SAYS[fault] in said
    for number, words in enumerate((ONE, TWO, THREE)):
        desk.page.locator(BUTTONS).nth(number).click()
        expect(desk.page.locator("#sheet")).to_contain_text(words)
    assert desk.complaints == []


@pytest.mark.parametrize("kind", ["text/plain", "text/uri-list"])
def test_text_and_a_link_that_are_dropped_are_opened(
    kind: str, site: Site, desk: Visit, record: Handed
) -> None:
    expected = opened_by_file(desk.page, record)
    desk.page.locator("[data-close]").click()
    drop(desk.page, text=link_to(site, record.token), kind=kind)
    expect(desk.page.locator(".sheet-file")).to_contain_text(SAYS["way.dropped"])
    assert sheet_of(desk.page) == expected
    assert desk.page.url == f"{site.address}clinician/"
    assert desk.complaints == []


@pytest.mark.parametrize("at", by_turns([*PLACES], at_once=3))
def test_what_is_no_record_leaves_the_page_and_all_who_are_open(
    at: str, site: Site, desk: Visit, record: Handed, tmp_path: Path
) -> None:
    files = [record.file("one.json"), handed(site, EARS, 0, TWO).file("two.json")]
    desk.page.locator("#record-file").set_input_files(files)
    expect(desk.page.locator(BUTTONS)).to_have_count(2)
    before = sheet_of(desk.page)
    desk.page.get_by_role("button", name="Open another").click()
    page_file = tmp_path / "other.html"
    page_file.write_text("<h1>Another page</h1>", "utf-8")
    folder = tmp_path / "letters"
    folder.mkdir()
    for files_, text, kind, said in (
        ([page_file], "", "", SAYS["fault.not_ours"]),
        ([folder], "", "", SAYS["fault.folder"]),
        ([], "good morning", "text/plain", SAYS["code.not_ours"]),
        ([], "https://example.org/", "text/uri-list", SAYS["code.not_ours"]),
        ([], "<b>good morning</b>", "text/html", SAYS["drop.nothing"]),
    ):
        drop(desk.page, *files_, text=text, kind=kind, at=at if kind != "text/html" else "h1")
        expect(desk.page.locator("[data-problem]")).to_contain_text(said)
        assert desk.page.url == f"{site.address}clinician/"
        expect(desk.page.locator(BUTTONS)).to_have_count(2)
        desk.page.locator(BUTTONS).first.click()
        assert sheet_of(desk.page) == before
        expect(desk.page.locator("[data-problem]")).to_be_empty()
        desk.page.get_by_role("button", name="Open another").click()
    assert desk.complaints == []


def test_text_dropped_into_a_field_is_written_there(desk: Visit, record: Handed) -> None:
    drop(desk.page, text=record.token, at="#code")
    expect(desk.page.locator("#code")).to_have_value(record.token)
    desk.page.locator("#code").press("Enter")
    expect(desk.page.locator("#sheet")).to_contain_text(ONE)


def test_words_of_the_sheet_that_are_dragged_by_mistake_change_nothing(
    desk: Visit, record: Handed
) -> None:
    before = opened_by_file(desk.page, record)
    heading = desk.page.locator("#sheet h2").first
    heading.evaluate("(one) => getSelection().selectAllChildren(one)")
    heading.drag_to(desk.page.locator(".sheet-file"))
    assert sheet_of(desk.page) == before
    expect(desk.page.locator("[data-problem]")).to_be_empty()


@pytest.mark.parametrize(
    "way", by_turns(["a drop", "a drop of what is none", "a choice", "a paste"], at_once=2)
)
def test_the_time_without_use_counts_from_what_came_in(
    way: str, site: Site, visit: Visitor, record: Handed, tmp_path: Path
) -> None:
    """The page stood there before, and nobody touched it."""
    page = visit("about:blank", width=1366, height=768).page
    page.clock.install()
    page.goto(f"{site.address}clinician/")
    # Nothing that has the focus tells of it: who drags comes from another window.
    page.evaluate("addEventListener('focusin', (event) => event.stopImmediatePropagation(), true)")
    page.evaluate("HTMLElement.prototype.focus = () => undefined")
    page.clock.fast_forward("08:50")
    match way:
        case "a drop":
            drop(page, put(tmp_path, record, "one.json"))
        case "a drop of what is none":
            none = tmp_path / "none.json"
            none.write_text("{}", "utf-8")
            drop(page, none)
        case "a choice":
            page.locator("#record-file").set_input_files(put(tmp_path, record, "one.json"))
        case _:
            paste(page, link_to(site, record.token))
    shown = "[data-problem] p" if way == "a drop of what is none" else ".sheet"
    expect(page.locator(shown).first).to_be_visible()
    page.clock.fast_forward("08:50")
    expect(page.get_by_role("alertdialog")).to_have_count(0)
    expect(page.locator(shown).first).to_be_visible()
    page.clock.fast_forward("00:20")
    expect(page.get_by_role("alertdialog")).to_be_visible()
