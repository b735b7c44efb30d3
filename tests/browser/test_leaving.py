"""What would be lost is asked about before it is, and one's own file comes back whole."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.browser.answers import Answers
from tests.browser.back import SAYS as BACK
from tests.browser.back import bring, brought
from tests.browser.conftest import Visitor
from tests.browser.handed_over import HandedOver
from tests.browser.site_fixtures import Site, by_turns
from tests.browser.visit import comes_to
from tests.browser.walk import Walk, open_ways
from tests.english import script_texts
from tests.our_aids import EARS, SLUGS

SAYS = script_texts("ways")
# All that the form holds, by name, but for how things are shown.
HELD = """() => [...document.querySelectorAll("form :is(input, textarea)")]
  .filter((one) => one.name && one.dataset.view === undefined && one.type !== "file")
  .filter((one) => /^(radio|checkbox)$/.test(one.type) ? one.checked : one.value !== "")
  .map((one) => `${one.name}=${one.value}`).sort()"""
# Words of its own in each field, and an answer to each question, wherever it stands.
FILL = """() => {
  const tell = (one, kind) => one.dispatchEvent(new Event(kind, { bubbles: true }));
  for (const one of document.querySelectorAll("form :is(input[type=text], textarea)")) {
    if (!one.name) continue;
    one.value = `made up <b>${one.name}</b> & “more”`;
    tell(one, "input");
  }
  const groups = new Set();
  for (const one of document.querySelectorAll("form :is([type=radio], [type=checkbox])")) {
    if (one.dataset.view !== undefined || groups.has(one.name + one.type)) continue;
    if (one.type === "radio") groups.add(one.name + one.type);
    one.checked = true;
    tell(one, "change");
  }
}"""
ASKS = "() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))"
"""Whether the page would have the browser ask before it is left."""
CANCELLED = """() => {
  window.events = 0;
  window.print = () => {
    for (const kind of ["beforeprint", "afterprint"]) {
      window.events += 1;
      window.dispatchEvent(new Event(kind));
    }
  };
}"""
"""As a browser tells it where nothing was printed in the end: the same as where it was."""


def test_the_browser_asks_only_while_something_would_be_lost(site: Site, visit: Visitor) -> None:
    seen = visit(site.aid_address(EARS))
    page = seen.page
    walk = Walk(page, Answers(site.aids[EARS]))
    comes_to(page, ASKS, expected=False)
    walk.answer("start")
    comes_to(page, ASKS, expected=True)
    page.reload()
    comes_to(page, ASKS, expected=True)
    page.goto(f"{site.aid_address(EARS)}#summary")
    open_ways(page)
    page.locator("[data-save-file]").filter(visible=True).first.click()
    comes_to(page, ASKS, expected=False)
    page.reload()
    comes_to(page, ASKS, expected=False)
    page.goto(f"{site.aid_address(EARS)}#values")
    walk.answer("values")
    comes_to(page, ASKS, expected=True)
    # The window for printing may have been closed again: no page is told, and nothing counts as saved by it.
    page.evaluate("() => window.dispatchEvent(new Event('afterprint'))")
    comes_to(page, ASKS, expected=True)
    page.goto(f"{site.aid_address(EARS)}#summary")
    open_ways(page)
    page.evaluate(CANCELLED)
    page.locator("[data-print-summary]").filter(visible=True).first.click()
    comes_to(page, "() => document.documentElement.dataset.print ?? window.events", 2)
    comes_to(page, ASKS, expected=True)
    page.locator("[data-save-file]").filter(visible=True).first.click()
    comes_to(page, ASKS, expected=False)
    assert seen.complaints == []


def test_closing_the_tab_asks_and_following_a_link_does_not(site: Site, visit: Visitor) -> None:
    seen = visit(site.aid_address(EARS))
    page, asked = seen.page, list[str]()

    def note(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", note)
    Walk(page, Answers(site.aids[EARS])).answer("start")
    page.locator("a[href='evidence.html']").first.evaluate("(link) => link.click()")
    page.wait_for_url("**/evidence.html")
    assert asked == []
    page.go_back()
    page.locator("input[type=radio]").filter(visible=True).first.click()
    page.close(run_before_unload=True)
    expect(page.locator("body")).to_be_visible()
    page.wait_for_timeout(300)
    assert asked == ["beforeunload"]


@pytest.mark.parametrize("slug", by_turns(SLUGS))
def test_nothing_is_said_to_be_missing_from_ones_own_file(
    slug: str, site: Site, visit: Visitor, handed_over: Callable[[str], HandedOver]
) -> None:
    page = visit(f"{site.aid_address(slug)}#summary").page
    said = brought(page, handed_over(slug).file)
    assert BACK["done.here"] in said
    assert [key for key in ("done.partly", "done.altered", "other") if BACK[key] in said] == []


@pytest.mark.long
@pytest.mark.parametrize("slug", by_turns(SLUGS, begin=1))
def test_nothing_that_was_typed_is_lost_on_any_way_back(
    slug: str, site: Site, visit: Visitor, tmp_path: Path
) -> None:
    """Back and forward, anew, another role, another group, a file that is none, and two times no."""
    seen = visit(site.aid_address(slug))
    page = seen.page
    page.on("dialog", lambda dialog: dialog.accept())
    page.evaluate(FILL)
    choose(page, "filled_in_by.role", "carer")
    typed = page.evaluate(HELD)
    assert any(each.startswith("filled_in_by.view=made up") for each in typed)
    assert any(each.startswith("concern.5=made up") for each in typed)
    for step in ("values", "side-by-side", "summary"):
        page.goto(f"{site.aid_address(slug)}#{step}")
    page.go_back()
    page.go_back()
    page.go_forward()
    comes_to(page, HELD, typed)
    page.reload()
    comes_to(page, HELD, typed)
    choose(page, "filled_in_by.role", "patient")
    page.reload()
    choose(page, "filled_in_by.role", "carer")
    comes_to(page, HELD, typed)
    groups = page.locator("[name=stratum]").evaluate_all("all => all.map((one) => one.value)")
    for group in [*reversed(groups), *groups[:1]]:
        choose(page, "stratum", group)
    comes_to(page, HELD, typed)
    page.goto(f"{site.aid_address(slug)}evidence.html")
    page.go_back()
    comes_to(page, HELD, typed)
    page.goto(f"{site.aid_address(slug)}#summary")
    file = Walk(page, Answers(site.aids[slug])).save(tmp_path)
    (tmp_path / "other.html").write_text("made up", encoding="utf-8")
    window = bring(page, tmp_path / "other.html")
    expect(window.locator(".problem")).to_contain_text(BACK["fault.not_ours"])
    # The same answers as those of the page: nothing is asked.
    bring(page, file)
    expect(window.locator("h3")).to_have_text(BACK["same.title"])
    page.keyboard.press("Escape")
    page.locator("[data-clear]").filter(visible=True).first.click()
    page.get_by_role("button", name=script_texts("aid")["clear.no"]).click()
    comes_to(page, HELD, typed)
    # All of it is in the file too: what a helper thinks, and each of five things of one's own.
    other = visit(f"{site.aid_address(slug)}#summary").page
    brought(other, file)
    comes_to(other, HELD, typed)
    assert seen.complaints == []


def choose(page: Page, name: str, value: str) -> None:
    """Choose an answer, wherever it stands."""
    page.locator(f'[name="{name}"][value="{value}"]').evaluate(
        "(one) => { one.checked = true; one.dispatchEvent(new Event('change', { bubbles: true })); }"
    )
