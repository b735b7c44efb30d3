"""The window of an aid's page in which a person brings their own answers back."""

from pathlib import Path

from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.english import script_texts

SAYS = script_texts("back")
WINDOW = "dialog.own-back"


def back_window(page: Page) -> Locator:
    """Return the window, opened by its button at the summary where it is not open."""
    window = page.locator(WINDOW)
    if not (window.count() and window.is_visible()):
        page.locator("[data-bring-back]").click()
    expect(window).to_be_visible()
    if (again := window.locator("[data-back-again]")).count():
        again.click()
    return window


def bring(page: Page, file: Path | FilePayload) -> Locator:
    """Choose a file in the window; return the window."""
    window = back_window(page)
    window.locator("#record-file").set_input_files(file)
    return window


def brought(page: Page, file: Path | FilePayload) -> str:
    """Bring answers back with a file, choose them where there are others, and close; return what was said of it."""
    window = bring(page, file)
    chosen = window.locator("[data-back-do=use_there]")
    done = window.locator("[data-back-done]")
    expect(chosen.or_(done)).to_be_visible()
    if chosen.count():
        chosen.click()
    expect(window.locator("h3")).to_have_text(SAYS["done.title"])
    said = window.locator(".back-outcome").inner_text()
    done.click()
    expect(window).to_be_hidden()
    return said
