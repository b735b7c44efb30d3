"""What was copied reaches the clinician's page by its button and by Ctrl and V, through the browser's own clipboard."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor
from tests.browser.desk import (
    SAYS,
    Handed,
    as_file,
    handed,
    link_to,
    opened_by_file,
    paste,
    qr_picture,
    saved_form,
    sheet_of,
    written,
)
from tests.browser.site_fixtures import Site
from tests.browser.visit import Visit
from tests.our_aids import KNEE

OWN, OTHER = "I want to dig my garden again", "the words of somebody else"
READ = "clipboard-read"
MAY_COPY = ["clipboard-read", "clipboard-write"]
COPY_TEXT = "(text) => navigator.clipboard.writeText(text)"
COPY_PICTURE = """(bytes) => navigator.clipboard.write([
  new ClipboardItem({ "image/png": new Blob([Uint8Array.from(bytes)], { type: "image/png" }) }),
])"""
COPY_HTML = """() => navigator.clipboard.write([
  new ClipboardItem({ "text/html": new Blob(["<b>good morning</b>"], { type: "text/html" }) }),
])"""


@pytest.fixture
def record(site: Site) -> Handed:
    """Return a record."""
    return handed(site, KNEE, 0, OWN)


@pytest.fixture
def desk(site: Site, visit: Visitor) -> Visit:
    """Open the clinician's page where it may read what was copied."""
    return visit(
        f"{site.address}clinician/",
        width=1366,
        height=768,
        permissions=MAY_COPY,
        accept_downloads=True,
    )


def copy(page: Page, what: str, link: str) -> None:
    """Copy a link, or a picture of its code, in the browser."""
    if what == "text":
        page.evaluate(COPY_TEXT, f"Good morning,\n{link}\n")
    else:
        page.evaluate(COPY_PICTURE, list(as_file(qr_picture(link))["buffer"]))


@pytest.mark.parametrize("what", ["text", "picture"])
@pytest.mark.parametrize("how", ["button", "keys", "keys after a press on Open another"])
def test_what_was_copied_arrives_whole(
    what: str, how: str, site: Site, desk: Visit, record: Handed, tmp_path: Path
) -> None:
    page = desk.page
    file = tmp_path / "answers.json"
    file.write_text(record.json, "utf-8")
    if how.endswith("another"):
        opened_by_file(page, handed(site, KNEE, 4, OTHER))
        page.get_by_role("button", name="Open another").click()
    copy(page, what, link_to(site, record.token))
    if how == "button":
        page.get_by_role("button", name="Paste").click()
    else:
        page.keyboard.press("Control+v")
    expect(page.locator("#sheet")).to_contain_text(OWN)
    assert saved_form(page, "fhir") == written("fhir", file, site)
    expect(page.locator("[data-problem]")).to_be_empty()
    assert (desk.complaints, list(desk.strangers(site.address))) == ([], [])


def test_where_the_page_may_not_read_it_that_is_seen_and_who_is_open_stays(
    site: Site, visit: Visitor, record: Handed
) -> None:
    page = visit(f"{site.address}clinician/", width=1366, height=768).page
    before = opened_by_file(page, record)
    page.get_by_role("button", name="Open another").click()
    problem = page.locator("[data-problem]")
    for _ in range(2):
        page.get_by_role("button", name="Paste").click()
        expect(problem).to_have_text(SAYS["paste.refused"])
        expect(problem).to_be_visible()
    assert sheet_of(page) == before
    page.locator("#record-file").set_input_files(handed(site, KNEE, 4, OTHER).file())
    expect(page.locator("#sheet")).to_contain_text(OTHER)
    expect(problem).to_be_empty()


def test_what_is_no_code_opens_nobody_and_is_answered(desk: Visit, record: Handed) -> None:
    page = desk.page
    page.evaluate(COPY_TEXT, "good morning")
    page.get_by_role("button", name="Paste").click()
    expect(page.locator("[data-problem]")).to_contain_text(SAYS["code.not_ours"])
    page.evaluate(COPY_HTML)
    page.get_by_role("button", name="Paste").click()
    expect(page.locator("[data-problem]")).to_have_text(SAYS["code.empty"])
    page.evaluate(COPY_PICTURE, list(as_file(qr_picture("hello"))["buffer"]))
    page.get_by_role("button", name="Paste").click()
    expect(page.locator("[data-problem]")).to_contain_text(SAYS["code.not_ours"])
    expect(page.locator("#sheet")).to_be_empty()
    # The words of a file, copied from an editor.
    page.evaluate(COPY_TEXT, record.json)
    page.get_by_role("button", name="Paste").click()
    expect(page.locator("#sheet")).to_contain_text(OWN)
    assert desk.complaints == []


def test_a_file_that_was_copied_is_opened(desk: Visit, record: Handed) -> None:
    # No page and no driver can put a file on the clipboard: the event is made as a browser makes it.
    file = ("answers.json", "application/json", record.json.encode())
    paste(desk.page, None, (file, ("letter.txt", "text/plain", b"good morning")))
    expect(desk.page.locator("#sheet")).to_contain_text(OWN)
    expect(desk.page.locator("[data-problem]")).to_contain_text("“letter.txt”")
    expect(desk.page.locator(".sheet-file")).to_contain_text("answers.json")


def test_into_a_field_for_something_else_it_is_pasted_as_text(desk: Visit, record: Handed) -> None:
    page = desk.page
    before = opened_by_file(page, record)
    page.get_by_role("button", name="Add a label").click()
    page.evaluate(COPY_TEXT, "AB 10:20")
    page.locator("#label").focus()
    page.keyboard.press("Control+v")
    expect(page.locator("#label")).to_have_value("AB 10:20")
    assert sheet_of(page) == before
