"""Answers are kept on a device where a person chose it: what is shown as saved is there, and nothing else is."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Page, Playwright, expect

from bench.keeping import FAULTS, Runs, chromium_runs, wait_until
from decisionaid.site import build_site
from tests.browser.answers import Answers
from tests.browser.conftest import Visitor
from tests.browser.site_fixtures import Site, by_turns
from tests.browser.test_leaving import HELD
from tests.browser.tokens import codes_in, screenshot
from tests.browser.visit import Visit, comes_to
from tests.browser.walk import Walk
from tests.conftest import ROOT
from tests.english import say, script_texts
from tests.our_aids import EARS, KNEE

SAYS = script_texts("keep")
TYPING = script_texts("typing")
PAGE = script_texts("aid")
KEY = f"decisionaid.kept/{EARS}"
STORED = """async () => ({
  local: Object.keys(localStorage), session: Object.keys(sessionStorage),
  databases: (await indexedDB.databases()).map(({ name }) => name),
})"""
NOTHING: dict[str, list[str]] = {"local": [], "session": [], "databases": []}
CLEARED = {**NOTHING, "local": ["decisionaid.cleared"]}
"""What is left where something that was kept was cleared: that it was, and not what."""
ROLE = "[name='filled_in_by.role'][value={}]"
# The site for devices that many use, and the browser that is killed, are made by one worker, once.
pytestmark = pytest.mark.xdist_group("keeping")
ASKS = "() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))"


# What would stay on a device that many use, or lead to what does: files, copied words, links with what was said,
# and the pages for a clinician's own device.
STAYS = """() => [...document.querySelectorAll("a, button, summary, input[type=file]")]
  .filter((one) => one.matches(
      "a[download], [type=file], [data-save-file], [data-save-text], [data-save-plan], [data-send]",
    ) || /\\b(save|copy|link|file)\\b/i.test(one.matches("a") ? "" : one.textContent)
      || (one.matches("a") && /[/](clinician|plan)[/](index[.]html)?(#|$)/.test(one.href)))
  .map((one) => one.outerHTML.slice(0, 120))"""

# What leads out of the site, to pages that do not clear themselves, or to a file.
LEADS_OUT = """() => [...document.querySelectorAll("a[href]")]
  .filter((one) => one.protocol !== "tel:" && (one.origin !== location.origin || !/([.]html|[/])$/.test(one.pathname)
    || one.pathname.includes("/authors/")))
  .map((one) => one.outerHTML.slice(0, 120))"""
# Of a page that sends no referrer only the entry that is open has an address: how many there are counts.
VISITED = "() => navigation.entries().map(({ url }) => url)"


def keep(page: Page) -> None:
    page.locator("[data-keep] button").click()
    saved(page)


def delete(page: Page) -> None:
    """Delete what is kept, and say yes when that is asked."""
    page.locator("[data-keep-do=delete]").click()
    page.get_by_role("button", name=SAYS["delete.yes"]).click()


def saved(page: Page) -> None:
    wait_until(page, ("saved",))


def role(page: Page, value: str) -> None:
    page.locator(ROLE.format(value)).click()


@pytest.fixture(scope="module")
def runs(driver: Playwright) -> Iterator[Runs]:
    """Give a browser of our own, whose profile outlives it."""
    with chromium_runs(2, driver) as each:
        yield each


@pytest.mark.long
@pytest.mark.parametrize("many", [1, pytest.param(3, marks=pytest.mark.soak)])
@pytest.mark.parametrize("fault", by_turns(FAULTS, at_once=2))
def test_nothing_shown_as_saved_is_lost(fault: str, many: int, runs: Runs) -> None:
    """One person with each fault; thousands of them are in ``bench/keeping.py``."""
    for _ in range(many):
        runs.run(fault)
    assert (runs.seen.lost, runs.seen.of_another, runs.seen.before_choice) == ([], [], [])
    assert runs.seen.complaints == []


def test_nothing_is_kept_before_the_choice_and_nothing_after_it_is_undone(
    site: Site, visit: Visitor
) -> None:
    seen = visit(site.aid_address(EARS))
    page = seen.page
    assert page.evaluate(STORED) == NOTHING
    assert not [url for url in seen.requests if "keep" in url]
    expect(page.locator("[data-keep]")).to_contain_text(say("keep_offer"))
    keep(page)
    role(page, "carer")
    saved(page)
    assert page.evaluate(STORED)["databases"] == [KEY]
    assert page.evaluate(STORED)["local"] == [KEY]
    expect(page.locator("[data-where]")).to_contain_text("Saved on this device at")
    comes_to(page, ASKS, expected=False)
    page.locator("[data-keep-stop]").click()
    expect(page.locator("div.message")).to_contain_text(SAYS["news.stopped"])
    stored = page.evaluate(STORED)
    assert (stored["local"], stored["databases"]) == ([], [])
    # The tab goes on with them, and would lose them.
    expect(page.locator(ROLE.format("carer"))).to_be_checked()
    comes_to(page, ASKS, expected=True)
    expect(page.locator("[data-keep] button")).to_have_text(say("keep_here"))
    # Kept again: that nothing is kept does not stand any more.
    keep(page)
    expect(page.locator("div.message")).to_have_count(0)
    assert seen.complaints == []


def test_a_new_tab_shows_nothing_before_somebody_says_that_it_is_theirs(
    site: Site, visit: Visitor
) -> None:
    page = visit(site.aid_address(EARS)).page
    keep(page)
    role(page, "carer")
    saved(page)
    other = page.context.new_page()
    other.goto(site.aid_address(EARS))
    box = other.locator(".keep-box")
    expect(box).to_contain_text("Are they yours?")
    assert other.locator("#aid input:checked").count() == 0
    other.locator("[data-keep-do=leave]").click()
    expect(box).to_have_count(0)
    # Nor when they choose to keep their own, and not when they clear it.
    role(other, "patient")
    other.locator("[data-keep] button").click()
    expect(box).to_contain_text("Are they yours?")
    expect(box).not_to_contain_text("Who is filling this in?")
    other.locator("[data-clear]").filter(visible=True).first.click()
    other.get_by_role("button", name=PAGE["clear.yes"]).click()
    expect(box).to_contain_text("Are they yours?")
    assert page.evaluate(STORED)["local"] == [KEY]
    other.locator("[data-keep-do=open]").click()
    expect(other.locator(ROLE.format("carer"))).to_be_checked()
    # On another day the hour alone would be taken for today's.
    saved(other)
    expect(other.locator("[data-where]")).to_contain_text(SAYS["saved"].split("{")[0])
    other.clock.set_fixed_time(datetime.now(UTC) + timedelta(days=2))
    other.reload()
    saved(other)
    expect(other.locator("[data-where]")).to_contain_text(SAYS["saved.on"].split("{")[0])


def test_who_finds_the_place_taken_is_told_so_and_neither_is_lost(
    site: Site, visit: Visitor
) -> None:
    page = visit(site.aid_address(EARS)).page
    keep(page)
    role(page, "carer")
    saved(page)
    before = page.evaluate("(key) => localStorage.getItem(key)", KEY)
    page.close()
    other = visit_again(page, site.aid_address(EARS))
    other.locator("[data-keep-do=leave]").click()
    role(other, "patient")
    other.locator("[data-keep] button").click()
    box = other.locator(".keep-box")
    # Theirs are not kept, why, and what they can do instead.
    expect(box).to_contain_text(SAYS["found.in_place"].split("{")[0])
    expect(box.get_by_role("link", name=SAYS["to_summary"])).to_be_visible()
    expect(other.locator("[data-where]").first).not_to_have_attribute("data-kept", "saved")
    other.locator("[data-keep-do=leave]").click()
    expect(other.locator(ROLE.format("patient"))).to_be_checked()
    assert other.evaluate(ASKS)
    assert other.evaluate("(key) => localStorage.getItem(key)", KEY) == before


def test_a_helper_and_a_person_keep_neither_in_the_place_of_the_other(
    site: Site, visit: Visitor
) -> None:
    """Each with something of their own kept, and the other in a second tab, at every button there is."""
    address = site.aid_address(EARS)
    for first, second, told in (
        ("", "#as-helper", "found.other_own"),
        ("#as-helper", "", "found.other_helper"),
    ):
        seen = visit(f"{address}{first}")
        page = seen.page
        if not first:
            role(page, "patient")
        keep(page)
        saved(page)
        held = page.evaluate(HELD)
        other = Visit(page.context.new_page())
        other.page.goto(f"{address}{second}")
        box = other.page.locator(".keep-box")
        if not second:
            # Nothing was said yet: it might be the helper's own tab, who came by another address.
            expect(box).to_contain_text("A helper’s answers to this page are kept")
            role(other.page, "carer")
        other.page.evaluate("() => { location.hash = '#values'; }")
        Walk(other.page, Answers(site.aids[EARS])).answer("values")
        own = other.page.evaluate(HELD)
        words = SAYS[told].partition("{since}")[0].strip()
        expect(box).to_contain_text(words)
        assert buttons(other.page) == ["leave", "save_here"]
        assert other.axe_faults(".keep-box") == []
        other.page.locator("[data-keep-do=leave]").click()
        expect(box).to_have_count(0)
        other.page.evaluate("() => { location.hash = '#start'; }")
        # Nothing of this tab could be kept: it is not offered.
        expect(other.page.locator("[data-keep]").first).to_be_hidden()
        other.page.reload()
        expect(box).to_contain_text(words)
        assert other.page.evaluate(HELD) == own
        saved(page)
        assert page.evaluate(HELD) == held
        expect(page.locator("div.message")).to_have_count(0)
        assert [*seen.complaints, *other.complaints] == []


def buttons(page: Page) -> list[str]:
    """Return what can be done with what was found, by name."""
    found: list[str] = page.locator(".keep-box button").evaluate_all(
        "(all) => all.map(({ dataset }) => dataset.keepDo ?? dataset.keepSave ?? '?')"
    )
    return sorted(found)


def test_clear_clears_other_tabs_and_all_stores_too(site: Site, visit: Visitor) -> None:
    page = visit(site.aid_address(EARS)).page
    keep(page)
    role(page, "carer")
    saved(page)
    other = page.context.new_page()
    other.goto(site.aid_address(EARS))
    other.locator("[data-keep-do=open]").click()
    saved(other)
    page.goto(f"{site.aid_address(EARS)}#values")
    page.locator("[data-clear]").filter(visible=True).first.click()
    page.get_by_role("button", name=PAGE["clear.yes"]).click()
    expect(page.locator("#status")).to_have_text(PAGE["clear.done"])
    assert page.evaluate(STORED) == CLEARED
    assert page.evaluate("() => location.hash") == ""
    expect(other.locator("div.message")).to_contain_text(SAYS["news.cleared"])
    assert other.locator("#aid input:checked").count() == 0
    assert other.evaluate(STORED) == CLEARED
    comes_to(page, ASKS, expected=False)


def clear(page: Page) -> None:
    page.locator("[data-clear]").filter(visible=True).first.click()
    page.get_by_role("button", name=PAGE["clear.yes"]).click()


def test_a_tab_that_was_away_while_another_cleared_is_cleared_when_it_comes_back(
    site: Site, visit: Visitor
) -> None:
    page = visit(site.aid_address(EARS)).page
    keep(page)
    role(page, "carer")
    saved(page)
    page.goto(f"{site.aid_address(EARS)}evidence.html")
    other = visit_again(page, site.aid_address(EARS))
    other.locator("[data-keep-do=open]").click()
    saved(other)
    clear(other)
    expect(other.locator("#status")).to_have_text(PAGE["clear.done"])
    # No tab is left to tell it.
    other.close()
    page.go_back()
    expect(page.locator("#aid > .message")).to_contain_text(SAYS["news.cleared"])
    assert page.locator("#aid input:checked").count() == 0
    assert page.evaluate(STORED) == CLEARED


def test_clearing_says_what_is_still_kept_and_offers_to_delete_it(
    site: Site, visit: Visitor
) -> None:
    page = visit(site.aid_address(EARS)).page
    keep(page)
    role(page, "carer")
    saved(page)
    other = visit_again(page, site.aid_address(EARS))
    role(other, "patient")
    clear(other)
    expect(other.locator(".keep-box")).to_contain_text(SAYS["found.left"].split("{")[0])
    assert PAGE["clear.done"] not in other.locator("#status").inner_text()
    other.locator("[data-keep-do=delete]").click()
    # It cannot be undone, so it is asked first.
    expect(other.locator(".ask")).to_contain_text(SAYS["delete.ask"])
    other.get_by_role("button", name=SAYS["delete.no"]).click()
    expect(other.locator("[data-keep-do=delete]")).to_be_focused()
    assert other.evaluate(STORED)["local"] == [KEY]
    delete(other)
    expect(other.locator("#aid > .message")).to_contain_text(SAYS["news.stopped"])
    stored = other.evaluate(STORED)
    assert (stored["local"], stored["databases"]) == ([], [])


def test_a_tab_with_nothing_of_its_own_follows_the_other_and_says_what_went(
    site: Site, visit: Visitor
) -> None:
    page = visit(site.aid_address(EARS)).page
    keep(page)
    role(page, "carer")
    saved(page)
    other = visit_again(page, site.aid_address(EARS))
    other.locator("[data-keep-do=open]").click()
    role(other, "patient")
    expect(page.locator(ROLE.format("patient"))).to_be_checked()
    role(other, "helper")
    expect(page.locator(ROLE.format("helper"))).to_be_checked()
    saved(page)
    # Said once, with what stood here first.
    expect(page.locator("#aid > .message")).to_have_count(1)
    expect(page.locator("#aid > .message li")).to_have_count(1)
    expect(page.locator("#aid > .message")).to_contain_text(SAYS["news.replaced"])
    assert page.locator(".keep-box").count() == 0
    # What was written on is not said to be gone.
    words = other.locator("textarea[name=what_matters]")
    for text in ("made", "made up"):
        words.evaluate(
            "(one, text) => { one.value = text; one.dispatchEvent(new Event('input', { bubbles: true })); }",
            text,
        )
        expect(page.locator("textarea[name=what_matters]")).to_have_value(text)
    expect(page.locator("#aid > .message li")).to_have_count(1)
    # Cleared there: what was said here goes with it.
    clear(other)
    expect(page.locator("#aid > .message")).to_have_count(1)
    expect(page.locator("#aid > .message")).to_contain_text(SAYS["news.cleared"])
    assert page.locator("#aid > .message li").count() == 0


def test_a_newer_text_in_the_same_tab_loses_nothing_that_was_kept(
    visit: Visitor, tmp_path: Path, served: Callable[[Path], str]
) -> None:
    folder = tmp_path / "site"
    build_site(ROOT / "aids", folder)
    page = visit(f"{served(folder)}aids/{EARS}/").page
    keep(page)
    questions = page.locator("[data-question]:not([data-kind=picks]):has(input[type=radio])")
    names: list[str] = []
    for at in (0, 1, 2):
        radio = questions.nth(at).locator("input[type=radio]").first
        names.append(radio.get_attribute("name") or "")
        radio.evaluate("(one) => one.click()")
    wording = questions.first.get_attribute("data-wording")
    saved(page)
    before = kept_said(page)
    file = folder / "aids" / EARS / "index.html"
    text = file.read_text("utf-8").replace('data-sha256="', 'data-sha256="0', 1)
    # One question reads otherwise, and one is not there any more.
    text = text.replace(f"data-wording={wording}", "data-wording=other")
    gone = names[1].rsplit(".", 1)[-1]
    file.write_text(text.replace(names[1], f"values.other-{gone}"), "utf-8")
    page.reload()
    saved(page)
    told = " ".join(page.locator("#aid > .message").all_inner_texts())
    assert ".." not in told
    assert SAYS["earlier"] in told
    for name in names[:2]:
        question, answer = before[name]
        assert f"{question} {answer}" in told
        assert "?:" not in told
    assert kept_said(page) == before
    # Nor by what is said after that.
    page.reload()
    saved(page)
    role(page, "carer")
    saved(page)
    assert kept_said(page).items() >= before.items()
    # It is said for as long as the question is not answered anew.
    for _ in range(2):
        page.reload()
        saved(page)
        expect(page.locator("#aid > .message").first).to_contain_text(SAYS["earlier"])
        line = SAYS["earlier.line"].replace("{answer}", before[names[0]][1])
        expect(page.locator("[data-answered-before]").first).to_have_text(line)


def test_a_newer_text_in_a_tab_that_keeps_nothing_says_what_was_answered(
    visit: Visitor, tmp_path: Path, served: Callable[[Path], str]
) -> None:
    folder = tmp_path / "site"
    build_site(ROOT / "aids", folder)
    page = visit(f"{served(folder)}aids/{EARS}/").page
    questions = page.locator("[data-question]:not([data-kind=picks]):has(input[type=radio])")
    radio, other = (questions.nth(at).locator("input[type=radio]").first for at in (0, 1))
    for each in (radio, other):
        each.evaluate("(one) => one.click()")
    noted = f"() => sessionStorage.getItem('+decisionaid.answers/{EARS}')?.length > 0"
    comes_to(page, noted, expected=True)
    wording = questions.first.get_attribute("data-wording")
    file = folder / "aids" / EARS / "index.html"
    text = file.read_text("utf-8").replace('data-sha256="', 'data-sha256="0', 1)
    file.write_text(text.replace(f"data-wording={wording}", "data-wording=other"), "utf-8")
    before = page.locator("[data-answered-before]")
    start = SAYS["earlier.line"].partition("{answer}")[0]
    for _ in range(2):
        page.reload()
        expect(before).to_have_count(1)
        expect(before).to_contain_text(start)
    # Answered anew, it is not said again; and with the answers all of it goes.
    radio.evaluate("(one) => one.click()")
    page.reload()
    comes_to(page, noted, expected=True)
    page.wait_for_timeout(500)
    expect(before).to_have_count(0)
    clear(page)
    assert page.evaluate("() => Object.keys(sessionStorage)") == []


def kept_said(page: Page) -> dict[str, tuple[str, str]]:
    entry = json.loads(page.evaluate("(key) => localStorage.getItem(key)", KEY))
    return {name: (question, answer) for name, question, answer in entry["said"]}


def test_what_changed_in_the_aid_is_named_and_only_that_is_asked_again(
    visit: Visitor, tmp_path: Path, served: Callable[[Path], str]
) -> None:
    folder = tmp_path / "site"
    build_site(ROOT / "aids", folder)
    page = visit(f"{served(folder)}aids/{EARS}/").page
    keep(page)
    role(page, "carer")
    questions = page.locator("[data-question]:not([data-kind=picks]):has(input[type=radio])")
    names = []
    for at in (0, 1):
        radio = questions.nth(at).locator("input[type=radio]").first
        names.append(radio.get_attribute("name"))
        radio.evaluate("(one) => one.click()")
    title, wording = (
        questions.first.get_attribute(f"data-{name}") for name in ("title", "wording")
    )
    saved(page)
    kept_question, answered = kept_said(page)[str(names[0])]
    page.close()
    file = folder / "aids" / EARS / "index.html"
    text = file.read_text("utf-8").replace('data-sha256="', 'data-sha256="0', 1)
    file.write_text(text.replace(f"data-wording={wording}", "data-wording=other"), "utf-8")
    other = visit_again(page, f"{served(folder)}aids/{EARS}/")
    other.locator("[data-keep-do=open]").click()
    # In one box, which leads to each question.
    box = other.locator("#aid > .message")
    expect(box).to_have_count(1)
    expect(box).to_contain_text(SAYS["earlier"])
    assert "figures" in SAYS["earlier"]
    assert title
    link = box.locator("li a")
    assert link.all_text_contents() == [f"{kept_question} {answered}"]
    link.click()
    legend = other.locator(f"fieldset:has([name='{names[0]}']) > legend")
    expect(legend).to_be_in_viewport()
    assert list(Visit(other).axe_faults("#aid > .message")) == []
    # And beside the question as it is asked now.
    beside = other.locator(f"fieldset:has([name='{names[0]}']) [data-answered-before]")
    assert beside.text_content() == SAYS["earlier.line"].replace("{answer}", answered)
    assert other.locator("[data-answered-before]").count() == 1
    assert other.locator(f"[name='{names[0]}']:checked").count() == 0
    assert other.locator(f"[name='{names[1]}']:checked").count() == 1
    expect(other.locator(ROLE.format("carer"))).to_be_checked()
    # What was answered then is kept in words until it is answered anew.
    saved(other)
    entry = json.loads(other.evaluate("(key) => localStorage.getItem(key)", KEY))
    assert names[0] in [name for name, *_ in entry["said"]]
    # Cleared: nothing on the page quotes it any more.
    assert SAYS["earlier"] in other.locator("#aid").inner_text()
    clear(other)
    expect(other.locator("#status")).to_have_text(PAGE["clear.done"])
    assert SAYS["earlier"] not in other.locator("#aid").inner_text()
    assert other.locator("[data-answered-before]").count() == 0


def test_where_only_figures_changed_it_is_said_that_they_may_have(
    visit: Visitor, tmp_path: Path, served: Callable[[Path], str]
) -> None:
    folder = tmp_path / "site"
    build_site(ROOT / "aids", folder)
    page = visit(f"{served(folder)}aids/{EARS}/").page
    role(page, "carer")
    file = folder / "aids" / EARS / "index.html"
    text = file.read_text("utf-8").replace('data-sha256="', 'data-sha256="0', 1)
    file.write_text(text, "utf-8")
    page.reload()
    told = page.locator("#aid > .message p")
    expect(told).to_have_text(f"{PAGE['kept.changed']} {PAGE['kept.here']}")
    assert "figures" in PAGE["kept.changed"]


def visit_again(page: Page, address: str) -> Page:
    other = page.context.new_page()
    other.goto(address)
    return other


@pytest.mark.parametrize(
    ("text", "said"),
    by_turns(
        [
            ("{", "unreadable"),
            ("x" * 4_000_000, "unreadable"),
            ('{"format":"decisionaid.kept/1","of":"other"}', "unreadable"),
            ('{"format":"decisionaid.kept/2"}', "newer"),
            (
                f'{{"format":"decisionaid.kept/1","of":"{EARS}","rev":999999999999999,"changed":1,"state":""}}',
                "unreadable",
            ),
            (
                f'{{"format":"decisionaid.kept/1","of":"{EARS}","rev":9,"changed":1,"state":"{{\\"format\\":\\"decisionaid.answers/2\\"}}"}}',
                "newer",
            ),
        ],
        at_once=3,
    ),
)
def test_what_cannot_be_read_is_said_and_stays_until_somebody_chooses(
    text: str, said: str, site: Site, visit: Visitor, tmp_path: Path
) -> None:
    seen = visit(site.address)
    page = seen.page
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
    page.goto(site.aid_address(EARS))
    expect(page.locator(".keep-box")).to_contain_text(SAYS[said])
    role(page, "carer")
    assert page.evaluate("(key) => localStorage.getItem(key)", KEY) == text
    with page.expect_download() as download:
        page.get_by_role("button", name=SAYS["save_raw"]).click()
    download.value.save_as(tmp_path / "kept.txt")
    assert (tmp_path / "kept.txt").read_text("utf-8") == text
    delete(page)
    expect(page.locator(".keep-box")).to_have_count(0)
    assert page.evaluate("(key) => localStorage.getItem(key)", KEY) is None
    expect(page.locator(ROLE.format("carer"))).to_be_checked()
    assert seen.complaints == []


def test_opened_from_a_disk_the_page_says_that_it_cannot_keep(site: Site, visit: Visitor) -> None:
    page = visit((site.folder / "aids" / EARS / "index.html").as_uri()).page
    expect(page.locator("[data-keep]")).to_have_text(PAGE["kept.cannot"])


def test_where_what_keeps_cannot_be_fetched_that_is_said_and_nothing_is_kept(
    site: Site, visit: Visitor
) -> None:
    page = visit(site.aid_address(EARS)).page
    page.route("**/aid-keep.js", lambda route: route.abort())
    page.locator("[data-keep] button").click()
    expect(page.locator("[data-keep]")).to_have_text(PAGE["kept.late"])
    role(page, "carer")
    stored = page.evaluate(STORED)
    assert (stored["local"], stored["databases"]) == ([], [])


@pytest.mark.parametrize("width", by_turns((320, 390, 1280)))
def test_the_boxes_fit_and_can_be_used_by_all(width: int, site: Site, visit: Visitor) -> None:
    seen = visit(site.aid_address(KNEE), width=width)
    page = seen.page
    assert seen.overflow() == 0
    other = visit_again(page, site.aid_address(KNEE))
    keep(other)
    role(other, "carer")
    saved(other)
    page.reload()
    role(page, "patient")
    page.locator("[data-keep-do=open]").click()
    expect(page.locator(".keep-apart li")).to_have_count(1)
    assert (seen.overflow(), list(seen.axe_faults())) == (0, [])
    low = page.locator(".keep-box button").evaluate_all(
        "(all) => all.filter((one) => one.getBoundingClientRect().height < 44).length"
    )
    assert low == 0
    assert seen.complaints == []


@pytest.fixture(scope="module")
def kiosk(tmp_path_factory: pytest.TempPathFactory, served: Callable[[Path], str]) -> str:
    """Build the aids for devices that many people use."""
    folder = tmp_path_factory.mktemp("kiosk")
    build_site(ROOT / "aids", folder, kiosk=True, handbook=True)
    return served(folder)


def test_a_kiosk_keeps_nothing_and_offers_nothing_that_stays(kiosk: str, visit: Visitor) -> None:
    seen = visit(f"{kiosk}aids/{EARS}/")
    page = seen.page
    expect(page.locator(".kiosk-note")).to_be_visible()
    assert page.locator("[data-keep], #keep-script").count() == 0
    role(page, "carer")
    assert page.evaluate(STORED) == NOTHING
    comes_to(page, ASKS, expected=True)
    # Steps leave no way back in the history.
    before = page.evaluate("() => history.length")
    page.locator("#start [data-continue]").click()
    page.locator("[data-current] [data-continue]").click()
    assert page.evaluate("() => history.length") == before
    page.evaluate("() => location.replace('#summary')")
    page.locator("[data-more-ways] summary").click()
    expect(page.locator("[data-show-code]")).to_be_visible()
    assert page.evaluate(STAYS) == []
    assert page.evaluate(STORED) == NOTHING
    assert list(seen.axe_faults()) == []
    assert seen.overflow() == 0
    assert seen.complaints == []


def test_what_a_kiosk_says_stands_at_the_edge_of_the_page(kiosk: str, visit: Visitor) -> None:
    page = visit(f"{kiosk}aids/{EARS}/", width=1280).page
    edge = "(one) => one.getBoundingClientRect().left + parseFloat(getComputedStyle(one).paddingInlineStart)"
    edges = [page.locator(each).evaluate(edge) for each in (".kiosk-note p", ".notice")]
    assert edges[0] == edges[1]


@pytest.mark.parametrize("width", [390, 1280])
def test_on_its_home_page_a_kiosk_says_it_over_the_text_and_no_wider(
    width: int, kiosk: str, visit: Visitor
) -> None:
    page = visit(kiosk, width=width).page
    sides = "(one) => [one.getBoundingClientRect().left, one.getBoundingClientRect().right].map(Math.round)"
    note, search = (
        page.locator(each).evaluate(sides) for each in (".kiosk-note p", ".catalogue-search")
    )
    assert note[0] == search[0]
    assert note[1] <= search[1]


def test_where_nothing_may_be_stored_no_sentence_says_that_answers_stay(
    site: Site, visit: Visitor
) -> None:
    page = visit("about:blank").page
    page.add_init_script(
        "for (const each of ['sessionStorage', 'localStorage', 'indexedDB'])"
        " Object.defineProperty(window, each, { get() { throw new Error('denied'); } });"
    )
    page.goto(site.aid_address(EARS))
    role(page, "carer")
    expect(page.locator("#aid > .message")).to_contain_text(PAGE["kept.denied"])
    expect(page.locator("[data-keep]")).to_have_text(PAGE["kept.cannot"])
    where = page.locator("[data-where]").inner_text()
    assert where == say("answers_here")
    # It says where they are, and not that they will be there again.
    assert not {"stay", "kept", "keep", "saved"} & set(where.lower().rstrip(".").split())


def test_a_kiosk_warns_and_then_all_is_gone(kiosk: str, visit: Visitor) -> None:
    page = visit("about:blank").page
    page.on("dialog", lambda dialog: pytest.fail(f"asked: {dialog.type}"))
    page.clock.install()
    page.goto(f"{kiosk}aids/{EARS}/#values")
    role_of = ROLE.format("carer")
    page.locator(role_of).evaluate("(one) => one.click()")
    page.locator("[name='what_matters'], textarea").first.evaluate(
        "(one) => { one.value = 'made up'; one.dispatchEvent(new Event('input', { bubbles: true })); }"
    )
    page.evaluate("() => { window.mine = 1; }")
    page.clock.run_for(4 * 60_000 + 2000)
    stay = page.get_by_role("button", name=script_texts("kiosk")["idle.stay"])
    expect(stay).to_be_focused()
    stay.click()
    # Where a window of the page is open, the warning stands in it, and stays when that is closed.
    page.evaluate("() => location.replace('#summary')")
    page.locator("[data-see]").click()
    expect(page.locator("dialog .record-text")).to_be_visible()
    assert page.evaluate(STAYS) == []
    page.clock.run_for(4 * 60_000 + 2000)
    expect(stay).to_be_focused()
    stay.click(trial=True)
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()
    expect(stay).to_be_focused()
    stay.click()
    page.clock.run_for(3 * 60_000)
    assert page.evaluate("() => mine") == 1
    page.clock.run_for(3 * 60_000)
    # The page of the whole site is there, and no address in the history names what somebody read.
    page.wait_for_url(f"{kiosk}index.html")
    page.wait_for_selector("#catalogue")
    assert page.evaluate(VISITED) == [page.url]
    assert page.evaluate(STORED) == NOTHING
    page.goto(f"{kiosk}aids/{EARS}/")
    page.wait_for_selector("html.js:not(.opening)")
    assert page.locator("#aid input:checked").count() == 0
    assert (
        page.evaluate(
            "() => [...document.querySelectorAll('textarea')].map((one) => one.value).join('')"
        )
        == ""
    )
    assert page.evaluate("() => location.hash") == ""
    assert "made up" not in page.evaluate("() => document.documentElement.textContent")
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    assert "made up" not in page.locator("#aid").inner_text()


def test_from_page_to_page_a_kiosk_has_no_history_and_ends_at_its_first_page(
    kiosk: str, visit: Visitor
) -> None:
    page = visit("about:blank").page
    page.clock.install()
    page.goto(f"{kiosk}index.html")
    page.locator(f"#catalogue a[href*='{EARS}/index.html']").first.click()
    page.wait_for_url(f"**/{EARS}/index.html")
    for name in ("evidence.html", "quality.html"):
        page.locator(f"a[href^='{name}']").first.evaluate("(one) => one.click()")
        page.wait_for_url(f"**/{name}*")
    assert page.evaluate(VISITED) == [page.url]
    # Nothing was pressed on this page: its address alone says what somebody read.
    page.clock.run_for(4 * 60_000 + 2000)
    expect(page.locator(".idle")).to_be_visible()
    page.clock.run_for(2 * 60_000)
    page.wait_for_url(f"{kiosk}index.html")
    assert page.evaluate(VISITED) == [page.url]


def test_the_list_of_a_kiosk_shows_nobody_what_was_looked_for_in_it(
    kiosk: str, visit: Visitor
) -> None:
    page = visit(kiosk).page
    kind = page.locator("select[data-filter=kind]")
    kind.select_option(index=1)
    page.goto(f"{kiosk}aids/{EARS}/")
    page.wait_for_selector("html.js:not(.opening)")
    page.go_back()
    page.wait_for_selector("#catalogue")
    expect(kind).to_have_value("")
    assert page.locator("#catalogue > li[hidden]").count() == 0


@pytest.mark.parametrize(
    "path",
    by_turns(
        [
            *("", "plan/prepare/", "plan/prepare/large-print.html", "plan/letter/"),
            *(
                f"aids/{EARS}/{page}.html"
                for page in ("large-print", "invitation", "grid", "evidence", "quality")
            ),
        ],
        at_once=4,
    ),
)
def test_from_no_page_of_a_kiosk_leads_a_way_that_stays(
    path: str, kiosk: str, visit: Visitor
) -> None:
    seen = visit(f"{kiosk}{path}")
    page = seen.page
    expect(page.locator(".kiosk-note")).to_be_visible()
    assert page.evaluate(STAYS) == []
    assert page.evaluate(LEADS_OUT) == []
    if path == "plan/prepare/":
        page.locator("textarea").first.evaluate(
            "(one) => { one.value = 'made up'; one.dispatchEvent(new Event('input', { bubbles: true })); }"
        )
        page.locator("[data-show-code]").click()
        expect(page.locator("[data-code-shown] .square-code")).to_be_visible()
        assert page.evaluate(STAYS) == []
    assert seen.complaints == []


@pytest.mark.parametrize("path", by_turns(["plan/prepare/", f"aids/{EARS}/large-print.html"]))
def test_other_pages_of_a_kiosk_clear_too(path: str, kiosk: str, visit: Visitor) -> None:
    page = visit("about:blank").page
    page.clock.install()
    page.goto(f"{kiosk}{path}")
    page.locator("textarea, input[type=text]").first.evaluate(
        "(one) => { one.value = 'made up'; one.dispatchEvent(new Event('input', { bubbles: true })); window.mine = 1; }"
    )
    assert page.evaluate(STORED) == NOTHING
    page.clock.run_for(4 * 60_000 + 2000)
    expect(page.locator(".idle")).to_be_visible()
    page.clock.run_for(2 * 60_000)
    page.wait_for_url(f"{kiosk}index.html")
    page.goto(f"{kiosk}{path}")
    values = page.locator("textarea, input[type=text]").evaluate_all(
        "(all) => all.map((one) => one.value).join('')"
    )
    assert values == ""


def test_a_form_that_was_typed_in_goes_from_a_kiosk_without_a_question(
    kiosk: str, visit: Visitor
) -> None:
    page = visit("about:blank").page
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", answer)
    page.clock.install()
    page.goto(f"{kiosk}aids/{EARS}/from-paper.html")
    page.locator("#typed-by").select_option("nurse")
    page.locator("#typed-who").fill("Made up")
    page.locator("#typing textarea").first.click()
    page.keyboard.type("made up")
    # The record leaves by the screen alone: whoever scans it has it on a device of their own.
    page.locator("#typing-review").click()
    page.get_by_role("button", name=TYPING["make"]).click()
    page.wait_for_selector(".code-on-screen .square-code")
    assert page.evaluate(STAYS) == []
    (scanned,) = codes_in(screenshot(page, ".code-on-screen .square-code"))
    assert scanned.startswith(f"{kiosk}clinician/#")
    page.evaluate("() => { window.mine = 1; }")
    page.clock.run_for(4 * 60_000 + 2000)
    expect(page.locator(".idle")).to_have_count(1)
    page.clock.run_for(2 * 60_000)
    page.wait_for_url(f"{kiosk}index.html")
    page.goto(f"{kiosk}aids/{EARS}/from-paper.html")
    page.wait_for_selector("#typing-review")
    values = "(all) => all.map((one) => one.value).join('')"
    assert page.locator("#typing :is(textarea, input)").evaluate_all(values) == ""
    assert page.locator(".square-code").count() == 0
    expect(page.locator("#typed-by")).to_have_value("unanswered")
    assert asked == []


def test_a_kiosk_deletes_what_was_kept_at_its_address_before(kiosk: str, visit: Visitor) -> None:
    page = visit(f"{kiosk}licences.txt").page
    page.evaluate(
        """async (name) => {
          localStorage.setItem(name, "{}");
          sessionStorage.setItem(`+${name}`, "{}");
          localStorage.setItem("another", "stays");
          for (const each of [name, "another"]) {
            await new Promise((done, failed) => {
              const asked = indexedDB.open(each, 1);
              asked.onupgradeneeded = () => asked.result.createObjectStore("kept");
              asked.onsuccess = () => done(asked.result.close());
              asked.onerror = () => failed(asked.error);
            });
          }
        }""",
        KEY,
    )
    assert KEY in page.evaluate(STORED)["databases"]
    page.goto(f"{kiosk}aids/{EARS}/")
    comes_to(page, STORED, {"local": ["another"], "session": [], "databases": ["another"]})


def test_leaving_a_kiosk_page_clears_it(kiosk: str, visit: Visitor) -> None:
    page = visit(f"{kiosk}aids/{EARS}/").page
    page.on("dialog", lambda dialog: dialog.accept())
    role(page, "carer")
    page.goto(f"{kiosk}index.html")
    page.go_back()
    page.wait_for_url(f"{kiosk}index.html")
    page.goto(f"{kiosk}aids/{EARS}/")
    page.wait_for_selector("html.js:not(.opening)")
    assert page.locator("#aid input:checked").count() == 0


def test_within_an_aid_a_kiosk_goes_back_by_its_own_links_and_grows_no_history(
    kiosk: str, visit: Visitor
) -> None:
    page = visit(f"{kiosk}index.html").page
    length = page.evaluate("() => history.length")
    page.locator(f"#catalogue a[href*='{EARS}/index.html']").first.click()
    page.wait_for_selector("html.js:not(.opening)")
    current = page.locator("[data-step][data-current]")
    steps = [current.get_attribute("id")]
    role(page, "carer")
    for _ in range(2):
        page.locator("[data-current] [data-continue]").first.click()
        steps.append(current.get_attribute("id"))
    assert len(set(steps)) == 3
    page.locator("[data-current] .step-back a").first.click()
    expect(current).to_have_id(str(steps[1]))
    expect(current.locator("h1")).to_be_focused()
    expect(page.locator(ROLE.format("carer"))).to_be_checked()
    # A word is looked for by the browser, and found in another step.
    page.locator("#summary h1").first.evaluate(
        "(one) => one.dispatchEvent(new Event('beforematch', { bubbles: true }))"
    )
    expect(current).to_have_id("summary")
    assert page.url.endswith("#summary")
    assert page.evaluate("() => history.length") == length


# Told in the console: a page other than the first one whose words can be seen.
TELL_SHOWN = """() => {
  const tell = () => {
    const isFirst = /^[/](index[.]html)?$/.test(location.pathname);
    if (!isFirst && document.body?.checkVisibility()) console.log(`shown ${location.pathname}`);
  };
  for (const each of ["DOMContentLoaded", "load", "pageshow"]) addEventListener(each, tell);
  new MutationObserver(tell).observe(document, { childList: true, subtree: true });
}"""


def test_once_nobody_is_there_no_way_of_the_history_leads_to_what_was_open(
    kiosk: str, visit: Visitor
) -> None:
    page = visit("about:blank").page
    page.on("dialog", lambda dialog: pytest.fail(f"asked: {dialog.type}"))
    # What only somebody with a keyboard gets into the history: addresses that are typed.
    page.goto(f"{kiosk}aids/{KNEE}/evidence.html")
    page.goto(f"{kiosk}aids/{EARS}/")
    page.evaluate("() => { location.hash = 'options'; }")
    page.evaluate("() => { location.hash = 'values'; }")
    page.goto(f"{kiosk}plan/prepare/")
    page.goto(f"{kiosk}aids/{EARS}/#summary")
    page.wait_for_selector("html.js:not(.opening)")
    page.locator(ROLE.format("carer")).evaluate("(one) => one.click()")
    # A clock of Playwright's takes the place of what says how a page was come to.
    page.evaluate(
        "() => { const now = Date.now; Date.now = () => now() + 5 * 60_000;"
        " document.dispatchEvent(new Event('visibilitychange')); }"
    )
    page.wait_for_url(f"{kiosk}index.html")
    page.wait_for_selector("#catalogue")
    length = page.evaluate("() => history.length")
    assert length > 5
    shown: list[str] = []
    page.on("console", lambda told: shown.append(told.text))
    page.add_init_script(f"({TELL_SHOWN})()")
    entries = 5
    for way in ("back", "forward"):
        for _ in range(entries):
            with page.expect_navigation(url=f"{kiosk}index.html"):
                page.evaluate(f"() => void setTimeout(() => history.{way}(), 50)")
            page.wait_for_selector("#catalogue")
    assert [each for each in shown if each.startswith("shown")] == []
    assert page.evaluate("() => history.length") == length
    assert page.evaluate(STORED) == NOTHING


def test_a_page_of_a_kiosk_that_the_browser_kept_as_it_was_left_is_not_seen_again(
    kiosk: str, visit: Visitor
) -> None:
    page = visit(f"{kiosk}aids/{EARS}/#values").page
    kept = "(name) => dispatchEvent(new PageTransitionEvent(name, { persisted: true }))"
    page.evaluate(kept, "pagehide")
    expect(page.locator("body")).to_be_hidden()
    page.evaluate(kept, "pageshow")
    page.wait_for_url(f"{kiosk}index.html")
    expect(page.locator("#catalogue")).to_be_visible()
    # The first page is as it was when it was opened.
    page.locator("input[type=search]").fill("knee")
    page.evaluate(kept, "pagehide")
    page.evaluate(kept, "pageshow")
    expect(page.locator("input[type=search]")).to_have_value("")
    expect(page.locator("body")).to_be_visible()
