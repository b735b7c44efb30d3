"""The sheet before a visit, in a browser: filled in, kept, taken along, printed. What is typed is made up."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from unicodedata import normalize

import pytest
from click.testing import CliRunner
from playwright.sync_api import Page, ViewportSize, expect

from bench.weigh import files_wanted_later, gzipped, weigh
from decisionaid.commands.plan import plan as plan_command
from decisionaid.language import catalogue
from decisionaid.plan.reading import PlanRead, read_plan
from decisionaid.plan.standing import stage_of
from decisionaid.plan.written import plan_data as data_of
from tests.browser.conftest import Visitor
from tests.browser.made_up_site import built_in
from tests.browser.probes import drawn_faults, faults_of, spaced_faults
from tests.browser.site_fixtures import Site, by_turns, crossed
from tests.browser.spoken import spoken
from tests.browser.test_large_letters import TOO_WIDE, TWICE
from tests.browser.test_leaving import ASKS
from tests.browser.test_plan_kept import keep
from tests.browser.two_people import open_plan
from tests.browser.visit import Visit, comes_to
from tests.conftest import Golden
from tests.english import say, script_texts
from tests.language.made_up import FROM_RIGHT, write_catalogues
from tests.of_nobody import plan_of_nobody
from tests.plans import plan_named, plan_text

SAYS = script_texts("prepare")
ADDRESS = "plan/prepare/"
PHONE = 844
MOST_SCREENS = 4.5
MOST_KB = 22.8
MOST_LATER_KB = 21.7
MOST_CODE_KB = 13.3
MOST_KEPT_KB = 3.5
MM = 96 / 25.4

TYPED = {
    "matters": "Keep taking my grandson to school. It is our time together.",
    "well": "I still cook every day.",
    "like": "Walk my grandson to school and back",
    "now": "I get to the postbox, then I have to sit",
    "ask": "Will exercise make it worse?\nCan I change my mind later?",
    "comes": "My daughter",
}
TICKED = (
    ("hard", "pain"),
    ("hard", "sleep"),
    ("hard", "lonely"),
    ("first", "pain"),
    ("information", "large_print"),
)
PUT = """([name, value]) => {
  const one = document.querySelector(`[name="${name}"]`);
  one.value = value;
  one.dispatchEvent(new Event("input", { bubbles: true }));
}"""
HELD = """() => [...document.querySelectorAll("form [name]")]
  .filter((one) => /^(radio|checkbox)$/.test(one.type) ? one.checked : one.value !== "")
  .map((one) => `${one.name}=${one.value}`).sort()"""
ALL_ELSE = """() => [...document.querySelectorAll("body *")]
  .filter((one) => one.checkVisibility() && !one.closest(".ticks, .first [data-first]"))
  .map((one) => one.childElementCount ? one.localName : one.textContent).join()"""
STORED = "() => JSON.stringify([sessionStorage, localStorage, document.cookie])"


def fill(page: Page) -> None:
    """Fill in what a person may typically write."""
    for name, text in TYPED.items():
        page.evaluate(PUT, [name, text])
    for name, value in TICKED:
        page.locator(f'[name="{name}"][value="{value}"]').check()


def fill_by_keys(page: Page) -> None:
    """Fill in the same by keys alone, on the way to the button that saves."""
    for _ in range(200):
        page.keyboard.press("Tab")
        name, value, kind = page.evaluate(
            "() => { const { name = '', value = '', dataset } = document.activeElement;"
            " return [name, value, dataset.savePlan]; }"
        )
        if name in TYPED and not value:
            page.keyboard.type(TYPED[name])
        elif (name, value) in TICKED and not page.evaluate("() => document.activeElement.checked"):
            page.keyboard.press("Space")
        elif kind is not None:
            return


def fill_all(page: Page) -> None:
    """Fill in every field with as much as it takes."""
    page.locator("details.fold").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    for box in page.locator("[name=hard], [name=information]").all():
        box.check()
    page.locator("[name=writer][value=helper]").check()
    for field in page.locator("form textarea").all():
        name, most = field.get_attribute("name"), int(field.get_attribute("maxlength") or 0)
        page.evaluate(PUT, [name, ("made up words " * 50)[:most]])


def save(page: Page, folder: Path) -> Path:
    """Save the file; return where it is."""
    with page.expect_download() as download:
        page.locator("[data-save-plan]").click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def plan_in(path: Path) -> PlanRead:
    """Return what is read from a saved file."""
    found = read_plan(path.read_text(encoding="utf-8"))
    assert isinstance(found, PlanRead), found
    return found


@pytest.fixture
def sheet(site: Site, visit: Visitor) -> Visit:
    """Open the sheet on a phone."""
    return visit(site.address + ADDRESS)


def test_it_is_filled_in_by_keys_alone_and_the_file_is_read(sheet: Visit, tmp_path: Path) -> None:
    page = sheet.page
    asked = list(sheet.requests)
    fill_by_keys(page)
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    found = plan_in(path)
    assert (found.left, found.is_altered) == ((), False)
    assert stage_of(found.plan) == "prepared"
    plan = found.plan
    assert [each.said[0].words for each in plan.about_me] == [TYPED["matters"]]
    assert [each.words for each in plan.questions] == TYPED["ask"].splitlines()
    assert [(each.about, each.first) for each in plan.needs] == [
        ("pain", True), ("sleep", False), ("lonely", False),
    ]  # fmt: skip
    assert [each.said.words for each in plan.goals] == [TYPED["like"]]
    checked = CliRunner().invoke(plan_command, ["check", "--format", "json", str(path)])
    assert checked.exit_code == 0, checked.output
    assert json.loads(checked.stdout.splitlines()[0])["stage"] == "prepared"
    # Nothing was asked for but the script that makes the code, and nothing went anywhere.
    later = [url for url in sheet.requests[len(asked) :] if not url.startswith("blob:")]
    assert {url.rpartition("/")[2] for url in later} <= {"prepare-code.js"}
    assert sheet.complaints == []


def test_the_file_reads_as_text_for_a_person(sheet: Visit, visit: Visitor, tmp_path: Path) -> None:
    fill(sheet.page)
    seen = visit(save(sheet.page, tmp_path).as_uri(), width=320)
    text = seen.page.locator("main").inner_text()
    for words in TYPED.values():
        assert " ".join(words.split()) in " ".join(text.replace("\n", " ").split())
    assert "1. What matters most to you at the moment?" in text
    assert list(faults_of(seen)) == []
    assert seen.complaints == []


def test_what_is_copied_is_what_is_in_the_file(sheet: Visit) -> None:
    page = sheet.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    fill(page)
    page.locator("[data-copy-plan]").click()
    expect(page.locator("[data-told]")).to_have_text(SAYS["copied"])
    text = page.evaluate("() => navigator.clipboard.readText()")
    assert "- Pain\n- Sleep\n- Feeling lonely" in text
    assert "- Will exercise make it worse?" in text


def test_nothing_written_is_said_and_not_saved(sheet: Visit) -> None:
    for mark in ("[data-save-plan]", "[data-copy-plan]"):
        sheet.page.locator(mark).click()
        expect(sheet.page.locator("[data-told]")).to_have_text(SAYS["nothing"])
        expect(sheet.page.locator("#status")).to_have_text(SAYS["nothing"])
    # With the next press that is over, to be seen and to be heard.
    sheet.page.evaluate("() => { window.print = () => { window.printed = true; }; }")
    sheet.page.locator("[data-print=empty]").first.click()
    expect(sheet.page.locator("[data-told]")).to_have_text("")
    expect(sheet.page.locator("#status")).to_have_text("")
    assert sheet.page.evaluate("() => window.printed")


def test_a_reload_loses_nothing_and_clear_leaves_nothing(sheet: Visit) -> None:
    page = sheet.page
    fresh = page.evaluate(HELD)
    assert (fresh, page.evaluate(STORED), page.evaluate(ASKS)) == ([], '[{},{},""]', False)
    fill(page)
    held = page.evaluate(HELD)
    assert len(held) == len(TYPED) + len(TICKED)
    comes_to(page, ASKS, expected=True)
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    comes_to(page, HELD, held)
    page.locator("[data-clear]").click()
    page.get_by_role("button", name=SAYS["ask.clear_no"]).click()
    comes_to(page, HELD, held)
    page.locator("[data-clear]").click()
    page.get_by_role("button", name=SAYS["ask.clear_yes"]).click()
    expect(page.locator("#status")).to_have_text(SAYS["cleared"])
    # It is seen too, at the top, and once, however often all is cleared.
    expect(page.locator("div.message")).to_have_text(SAYS["cleared"])
    expect(page.locator("div.message")).to_be_in_viewport()
    expect(page.locator("h1")).to_be_focused()
    for _ in range(2):
        assert (page.evaluate(HELD), page.evaluate(STORED), page.evaluate(ASKS)) == (
            [],
            '[{},{},""]',
            False,
        )
        assert "grandson" not in page.content()
        page.reload()
    assert sheet.complaints == []


def test_leaving_asks_only_while_something_would_be_lost(sheet: Visit, tmp_path: Path) -> None:
    page = sheet.page
    fill(page)
    comes_to(page, ASKS, expected=True)
    first = plan_in(save(page, tmp_path)).plan
    comes_to(page, ASKS, expected=False)
    page.evaluate(PUT, ["well", "Changed"])
    comes_to(page, ASKS, expected=True)
    second = plan_in(save(page, tmp_path)).plan
    assert (second.id, second.rev) == (first.id, first.rev + 1)
    page.evaluate(PUT, ["well", "Changed again"])
    # No page is told whether anything was printed.
    page.evaluate("() => window.dispatchEvent(new Event('afterprint'))")
    comes_to(page, ASKS, expected=True)


def test_what_cannot_be_kept_is_told(site: Site, visit: Visitor) -> None:
    seen = visit("about:blank")
    seen.page.add_init_script(
        "Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('denied'); } });"
    )
    seen.page.goto(site.address + ADDRESS)
    fill(seen.page)
    expect(seen.page.locator(".message")).to_have_text(SAYS["kept.denied"])


def test_three_topics_come_first_and_a_fourth_is_told(sheet: Visit) -> None:
    page = sheet.page
    expect(page.locator(".first")).to_be_hidden()
    for value in ("pain", "sleep", "lonely", "work"):
        page.locator(f'[name="hard"][value="{value}"]').check()
    expect(page.locator(".first .answer").filter(visible=True)).to_have_count(4)
    for value in ("pain", "sleep", "lonely"):
        page.locator(f'[name="first"][value="{value}"]').check()
    page.locator('[name="first"][value="work"]').click()
    expect(page.locator('[name="first"][value="work"]')).not_to_be_checked()
    expect(page.locator("[data-first-message]")).to_have_text(SAYS["first.most"])
    page.locator('[name="hard"][value="pain"]').uncheck()
    expect(page.locator('[name="first"]:checked')).to_have_count(2)


def test_a_tick_such_as_low_mood_sets_nothing_off(sheet: Visit) -> None:
    page = sheet.page
    seen = []
    for value in ("sleep", "low_mood"):
        page.locator(f'[name="hard"][value="{value}"]').check()
        page.locator(f'[name="first"][value="{value}"]').check()
        seen.append(page.evaluate(ALL_ELSE))
        page.locator(f'[name="hard"][value="{value}"]').uncheck()
    assert seen[0] == seen[1]
    assert "NHS 111" in seen[0]
    expect(page.locator('a[href^="tel:"]').first).to_be_visible()


def test_nobody_prepares_with_a_made_up_plan(sheet: Visit, tmp_path: Path) -> None:
    page, file = sheet.page, tmp_path / "plan.json"
    nobodys = plan_of_nobody(plan_named("knee-agreed"))
    file.write_text(json.dumps(data_of(nobodys)), encoding="utf-8")
    page.locator('[data-fold="last"] > summary').click()
    page.locator("#last-file").set_input_files(file)
    expect(page.locator("[data-last-problem]")).to_have_text(
        "This is a made-up plan to try the pages with. Nobody prepares for a visit with it. "
        "Choose another file."
    )
    expect(page.locator(".went")).to_have_count(0)


def test_the_last_plan_is_opened_and_how_it_went_is_added(sheet: Visit, tmp_path: Path) -> None:
    page = sheet.page
    page.evaluate(PUT, ["matters", "My garden"])
    file = tmp_path / "plan.json"
    file.write_text(plan_text("knee-agreed"), encoding="utf-8")
    before = plan_in(file).plan
    # After the visit at which it was agreed.
    page.clock.set_fixed_time("2027-03-01T10:00:00Z")
    page.locator('[data-fold="last"] > summary').click()
    page.locator("#last-file").set_input_files(file)
    expect(page.locator(".went").first).to_be_visible()
    goal = before.goals[0]
    expect(page.locator("[data-went]")).to_contain_text(goal.said.words)
    page.locator(f'[name="goal.{goal.id}.how"][value="partly"]').check()
    page.evaluate(PUT, [f"goal.{goal.id}.words", "As far as the shop"])
    assert list(faults_of(sheet)) == []
    held = page.evaluate(HELD)
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    expect(page.locator(".went").first).to_be_visible()
    comes_to(page, HELD, held)
    after = plan_in(save(page, tmp_path)).plan
    assert (after.id, after.rev, stage_of(after)) == (before.id, before.rev + 1, "agreed")
    (same,) = (each for each in after.goals if each.id == goal.id)
    assert same.looked[:-1] == goal.looked
    assert same.looked[-1].status == "partly"
    assert same.looked[-1].said is not None
    assert same.looked[-1].said.words == "As far as the shop"
    page.get_by_role("button", name=SAYS["last.away"]).click()
    expect(page.locator(".went")).to_have_count(0)
    alone = plan_in(save(page, tmp_path)).plan
    assert (alone.goals, stage_of(alone)) == ((), "prepared")
    assert sheet.complaints == []


@pytest.mark.parametrize(
    ("text", "key"),
    by_turns(
        [
            ("hello", "fault.not_ours"),
            ('{"format":"decisionaid.plan/2"}', "fault.newer"),
            ('{"format":"decisionaid.plan/1"', "fault.damaged"),
            ('{"format":"decisionaid.record/1"}', "fault.not_ours"),
            ("x" * 600_000, "fault.too_large"),
        ],
        at_once=2,
    ),
)
def test_a_file_that_is_no_plan_is_told_and_nothing_is_lost(
    text: str, key: str, sheet: Visit
) -> None:
    page = sheet.page
    fill(page)
    held = page.evaluate(HELD)
    page.locator('[data-fold="last"] > summary').click()
    page.locator("#last-file").set_input_files(
        {"name": "file.html", "mimeType": "text/html", "buffer": text.encode()}
    )
    expect(page.locator("[data-last-problem]")).to_have_text(SAYS[key])
    comes_to(page, HELD, held)
    assert list(faults_of(sheet)) == []


def test_a_plan_that_is_kept_on_this_device_is_opened_by_one_tap(
    site: Site, visit: Visitor
) -> None:
    key = "decisionaid.kept/plan/"
    plan = visit(f"{site.address}plan/", width=1280, height=800).page
    open_plan(plan, "knee-agreed")
    page = plan.context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site.address + ADDRESS)
    button = page.locator("[data-last-kept]")
    fold = page.locator('[data-fold="last"] > summary')
    fold.click()
    # Where none is kept, none is offered.
    expect(page.locator("#last-file")).to_be_visible()
    expect(button).to_be_hidden()
    keep(plan)
    before = plan.evaluate("(key) => localStorage.getItem(key)", key)
    plan.close()
    page.reload()
    fold.click()
    expect(button).to_have_text(say("prepare_last_kept"))
    # Nothing of it is shown, or looked at, before somebody says that it is theirs.
    assert "Walk my grandson to school" not in (page.locator("main").text_content() or "")
    assert not [url for url in asked if "prepare-kept" in url]
    box = button.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    button.press("Enter")
    expect(page.locator(".went").first).to_be_visible()
    expect(page.locator("[data-went]")).to_be_focused()
    expect(page.locator("[data-went]")).to_contain_text("Walk my grandson to school")
    page.locator(".went input[value=partly]").first.check()
    # What is kept stays as it is, and its page goes on with it.
    assert page.evaluate("(key) => localStorage.getItem(key)", key) == before
    page.reload()
    expect(page.locator(".went input[value=partly]").first).to_be_checked()
    # What cannot be read is told, and the rest stays.
    page.evaluate(
        "(key) => { localStorage.setItem(key, '{}'); indexedDB.deleteDatabase(key); }", key
    )
    page.reload()
    page.locator("[data-last-kept]").click()
    expect(page.locator("[data-last-problem]")).to_have_text(SAYS["last.not_here"])
    expect(page.locator(".went input[value=partly]").first).to_be_checked()


def test_a_phone_holds_it_in_four_and_a_half_screens(sheet: Visit) -> None:
    page = sheet.page
    for _ in range(2):
        height = page.evaluate("() => document.documentElement.scrollHeight")
        assert height / PHONE <= MOST_SCREENS
        fill(page)


def test_it_is_light(site: Site) -> None:
    page = site.folder / "plan/prepare/index.html"
    assert weigh(page, site.folder).gzipped <= MOST_KB * 1000
    # Only who opens a last plan fetches what reads it, and only who writes something what makes its code.
    later = {each.name: gzipped(each) for each in files_wanted_later(page, site.folder)}
    assert later.keys() == {"prepare-last.js", "prepare-code.js", "prepare-kept.js", "offline.js"}
    assert later["prepare-kept.js"] <= MOST_KEPT_KB * 1000
    assert later["prepare-last.js"] <= MOST_LATER_KB * 1000
    assert later["prepare-code.js"] <= MOST_CODE_KB * 1000


PAGES = ("plan/prepare/", "plan/prepare/large-print.html", "plan/letter/")


@pytest.mark.parametrize(("path", "width"), crossed(PAGES, (320, 390, 1280), every=6))
def test_each_page_is_without_fault(path: str, width: int, site: Site, visit: Visitor) -> None:
    seen = visit(site.address + path, width=width)
    seen.page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    for _ in range(2):
        assert list(faults_of(seen)) == []
        assert list(spaced_faults(seen)) == []
        if path != ADDRESS:
            break
        fill_all(seen.page)
    seen.page.evaluate(TWICE)
    assert seen.page.evaluate(TOO_WIDE) <= 0
    assert seen.complaints == []
    assert list(seen.strangers(site.address)) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_chosen_answer_is_told_from_others_in_forced_colours(
    scheme: str, site: Site, visit: Visitor
) -> None:
    seen = visit(site.address + ADDRESS, forced_colors="active", color_scheme=scheme)
    fill(seen.page)
    edges = [
        seen.page.locator(f'.answer:has([value="{value}"][name=hard])').evaluate(
            "one => [getComputedStyle(one).borderTopWidth, getComputedStyle(one).borderTopColor]"
        )
        for value in ("pain", "work")
    ]
    assert edges[0] != edges[1]
    assert list(drawn_faults(seen)) == []


def printed(seen: Visit) -> list[str]:
    """Return the words of each side; letters that a font joins are taken apart."""
    return [normalize("NFKC", words) for words in seen.printed()]


def room_to_write(page: Page) -> list[float]:
    """Return how high each field is on paper, in millimetres."""
    page.emulate_media(media="print")
    # The width of the sheet between its margins.
    page.set_viewport_size(ViewportSize(width=round(180 * MM), height=1000))
    heights: list[float] = page.locator("form textarea").evaluate_all(
        "all => all.filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect().height)"
    )
    page.emulate_media(media="screen")
    return [height / MM for height in heights]


@pytest.mark.parametrize("with_script", [True, False])
def test_the_empty_sheet_is_one_side_with_results_on_the_back(
    with_script: bool, site: Site, visit: Visitor
) -> None:
    seen = visit(site.address + ADDRESS, java_script_enabled=with_script)
    front, back = printed(seen)
    assert "6. Who is with you" in front
    assert "Somebody answers for me" in front
    assert "Put a ring around up to three" in front
    assert "Nobody reads this before your visit" in front
    assert "On the back: my test results, and about me" in front
    assert "My test results" in back
    assert "Also good to know about me" in back
    heights = room_to_write(seen.page)
    assert len(heights) == 20
    assert min(heights) >= 14


def test_a_typical_sheet_is_one_side_with_all_that_was_typed(sheet: Visit) -> None:
    fill(sheet.page)
    (only,) = printed(sheet)
    for words in TYPED.values():
        assert " ".join(words.split()) in only
    assert "Which do you want to talk about first?" in only
    assert "Put a ring" not in only
    assert "next side" not in only


@pytest.mark.parametrize("kind", ["sheet", "large"])
def test_what_was_answered_stands_on_paper_without_how_to_answer(kind: str, sheet: Visit) -> None:
    """A hint stays where nothing was said, for whoever goes on by hand."""
    page = sheet.page
    hints = {
        "matters": say("prepare_matters_hint"),
        "like": say("prepare_like_hint"),
        "ask": say("prepare_ask_hint"),
        "writer-is": say("prepare_writer_is_hint"),
    }
    page.get_by_label(say("prepare_writer_helper")).check()
    page.evaluate(PUT, ["well", "Most days"])
    page.evaluate("kind => { document.documentElement.dataset.print = kind; }", kind)
    before = " ".join(" ".join(printed(sheet)).split())
    assert all(hint in before for hint in [*hints.values(), say("prepare_hard_hint")])
    for name in hints:
        page.evaluate(PUT, [name, f"Said of {name}"])
    page.locator("input[name=hard]").first.check()
    after = " ".join(" ".join(printed(sheet)).split())
    assert [name for name, hint in hints.items() if hint in after] == []
    assert say("prepare_hard_hint") not in after
    assert all(f"Said of {name}" in after for name in hints)
    assert say("prepare_well") in after


@pytest.mark.parametrize(
    "share",
    [
        *(1.0, 0.3),
        *(
            pytest.param(each, marks=pytest.mark.soak)
            for each in (0.8, 0.6, 0.5, 0.4, 0.25, 0.2, 0.1)
        ),
    ],
)
def test_a_full_sheet_says_what_goes_on_to_the_next_side(share: float, sheet: Visit) -> None:
    page = sheet.page
    fill_all(page)
    for field in page.locator(".front textarea").all():
        name, most = field.get_attribute("name"), int(field.get_attribute("maxlength") or 0)
        page.evaluate(PUT, [name, ("made up words " * 50)[: int(most * share)]])
    sheets = printed(sheet)
    titles = page.locator(".front .ask-title").all_text_contents()
    told = sheets[0].partition("Goes on on the next side: ")[2]
    assert told, "the first side says what comes"
    assert len(sheets) <= 6
    later = [title for title in titles if title not in sheets[0]]
    assert re.findall(r"\b[1-6]\b", told.partition("My test")[0]) == [each[0] for each in later]
    assert "My test results" in told
    whole = " ".join(sheets)
    assert whole.count("made up words made up") >= 10
    # Nothing was cut: the last words of each field are there.
    typed = page.locator("form textarea").evaluate_all("all => all.map((one) => one.value)")
    on_paper = "".join(whole.split())
    assert all("".join(text.split()) in on_paper for text in typed if text)


@pytest.mark.parametrize("kind", ["sheet", "large"])
def test_who_it_is_stands_on_a_filled_sheet_only_where_somebody_writes(
    kind: str, sheet: Visit
) -> None:
    page, who = sheet.page, say("prepare_writer_is")
    page.evaluate("kind => { document.documentElement.dataset.print = kind; }", kind)
    assert who in " ".join(printed(sheet)), "a blank one keeps it"
    page.evaluate(PUT, ["well", "Most days"])
    assert who not in " ".join(printed(sheet))
    page.get_by_label(say("prepare_writer_me"), exact=True).check()
    assert who not in " ".join(printed(sheet))
    page.evaluate("() => { document.documentElement.dataset.print = 'empty'; }")
    assert who in " ".join(printed(sheet))
    page.evaluate("kind => { document.documentElement.dataset.print = kind; }", kind)
    page.get_by_label(say("prepare_writer_helper")).check()
    assert who in " ".join(printed(sheet))


def test_an_empty_sheet_can_be_printed_when_something_is_written(sheet: Visit) -> None:
    fill(sheet.page)
    sheet.page.evaluate("() => { document.documentElement.dataset.print = 'empty'; }")
    front, _back = printed(sheet)
    assert "✓" not in front
    assert "Put a ring around" in front
    assert "Which do you want to talk about first?" not in front


@pytest.mark.parametrize("path", ["plan/prepare/large-print.html", ADDRESS])
def test_large_print_is_18_points_and_all_of_it(path: str, site: Site, visit: Visitor) -> None:
    seen = visit(site.address + path)
    if path == ADDRESS:
        fill(seen.page)
        seen.page.evaluate("() => { document.documentElement.dataset.print = 'large'; }")
    seen.page.emulate_media(media="print")
    sizes = seen.page.locator("main :is(p, label, legend, h1, h2, span, textarea)").evaluate_all(
        "all => all.filter((one) => one.checkVisibility() && !one.closest('.visually-hidden'))"
        ".map((one) => parseFloat(getComputedStyle(one).fontSize))"
    )
    assert min(sizes) >= 18 * 96 / 72 - 0.1
    words = " ".join(printed(seen))
    for title in seen.page.locator(".ask-title").all_text_contents()[:6]:
        assert title in words


def test_without_script_it_can_be_filled_in_and_printed(site: Site, visit: Visitor) -> None:
    seen = visit(site.address + ADDRESS, java_script_enabled=False)
    page = seen.page
    for name, text in TYPED.items():
        page.locator(f'[name="{name}"]').fill(text)
    page.locator('[name="hard"][value="pain"]').check()
    expect(page.locator(".js-only").filter(visible=True)).to_have_count(0)
    expect(page.locator(".unscripted")).to_be_visible()
    assert seen.overflow() == 0


def test_the_letter_is_one_side_with_gaps_to_fill(site: Site, visit: Visitor) -> None:
    seen = visit(site.address + "plan/letter/", java_script_enabled=False)
    (only,) = printed(seen)
    assert "Nobody reads your sheet before the visit" in only
    assert "What to bring" in only
    assert "For practices" not in only
    assert "Name of the practice" not in only
    seen = visit(site.address + "plan/letter/")
    seen.page.locator("#letter-practice").fill("Example Street Surgery")
    seen.page.locator("#letter-phone").fill("01632 960 001")
    (only,) = printed(seen)
    values = seen.page.locator("input").evaluate_all("all => all.map((one) => one.value)")
    assert values == ["Example Street Surgery", "", f"{site.address}plan/prepare/", "01632 960 001"]
    assert "Example Street Surgery" in only
    assert seen.page.evaluate(STORED) == '[{},{},""]'
    seen.page.reload()
    expect(seen.page.locator("#letter-practice")).to_have_value("")


def test_the_home_page_leads_to_it(site: Site, visit: Visitor) -> None:
    page = visit(site.address).page
    page.get_by_role("link", name="Start with six short questions").click()
    expect(page.locator("h1")).to_have_text("Before your visit")


def test_each_part_is_heard_as_it_was_when_last_read(
    site: Site, visit: Visitor, golden: Golden
) -> None:
    texts = []
    for path in PAGES:
        seen = visit(site.address + path, bypass_csp=True)
        texts.append("\n".join([f"## {path}", "", *spoken(seen.page, "main"), ""]))
    golden("spoken/prepare.txt", "\n".join(texts).replace(site.address, "https://example.org/"))


@pytest.fixture(scope="module")
def from_right(
    tmp_path_factory: pytest.TempPathFactory, served: Callable[[Path], str]
) -> Iterator[str]:
    """Build the pages in the made-up language that is written from right to left."""
    locale = tmp_path_factory.mktemp("locale")
    write_catalogues(locale)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogue, "FOLDER", locale)
        yield built_in(FROM_RIGHT, [], tmp_path_factory.mktemp("right"), served, {}).address


def test_from_right_to_left_it_works_and_the_file_too(
    from_right: str, visit: Visitor, tmp_path: Path
) -> None:
    seen = visit(f"{from_right}plan/prepare/index.html", width=320)
    expect(seen.page.locator("html")).to_have_attribute("dir", "rtl")
    fill(seen.page)
    assert list(faults_of(seen)) == []
    box = seen.page.locator('.answer:has([value="pain"][name=hard])')
    ring = box.locator("input").bounding_box()
    words = box.locator("span").bounding_box()
    assert ring is not None
    assert words is not None
    assert ring["x"] > words["x"]
    path = save(seen.page, tmp_path)
    assert plan_in(path).plan.language == FROM_RIGHT.tag
    assert 'dir="rtl"' in path.read_text(encoding="utf-8")
