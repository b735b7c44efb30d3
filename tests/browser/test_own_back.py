"""A person brings their own answers back, by each means, and of two sets chooses one; what is wrong changes nothing."""

from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from decisionaid.disk.aid_folder import compile_file
from decisionaid.disk.versions import words_now, words_text
from decisionaid.plan.code import short_code
from decisionaid.site import build_site
from tests.browser.back import SAYS, WINDOW, back_window, bring, brought
from tests.browser.conftest import Visitor
from tests.browser.desk import Handed, as_camera, as_file, drop, handed, link_to, paste, qr_picture
from tests.browser.handed_over import HandedOver
from tests.browser.probes import drawn_faults, spaced_faults
from tests.browser.site_fixtures import Site, by_turns
from tests.browser.spoken import spoken
from tests.browser.test_desk_ways import KEEP_TRACKS, STATES, filming
from tests.browser.test_hostile_files import BAD, INJECTED, MAILED, file, sealed
from tests.browser.visit import Visit, comes_to
from tests.browser.walk import open_ways
from tests.conftest import ROOT, Golden
from tests.english import script_texts
from tests.our_aids import CARPAL, EARS, KNEE
from tests.plans import plan_named

ANSWERS = """() => Object.entries(JSON.parse(
  Object.entries(sessionStorage).find(([name]) => name.startsWith("decisionaid.answers/"))?.[1] ?? '{"answers":{}}'
).answers).map(([name, values]) => `${name}=${values}`).sort()"""
MINE = "my own words: made up"
OTHER = "other words: made up"
PROBLEM = f"{WINDOW} .problem"
TITLE = f"{WINDOW} h3"
CHOICE = f"{WINDOW} [data-back-do={{}}]"


def answers(page: Page) -> list[str]:
    """Return the answers of the page as its tab keeps them."""
    found: list[str] = page.evaluate(ANSWERS)
    return found


@pytest.fixture
def mine(site: Site) -> Handed:
    """Give what a person handed over on one day."""
    return handed(site, EARS, 0, MINE)


@pytest.fixture
def other(site: Site) -> Handed:
    """Give what was handed over on another."""
    return handed(site, EARS, 1, OTHER)


@pytest.fixture
def summary(site: Site, visit: Visitor) -> Visit:
    """Give the summary of an aid that nobody has answered yet."""
    return visit(f"{site.aid_address(EARS)}#summary")


def typed(page: Page, text: str) -> None:
    """Type a code, or a link, and open it by keyboard alone."""
    back_window(page).locator("#code").fill(text)
    page.keyboard.press("Enter")


def grouped(token: str) -> str:
    """Return a token as somebody reads it off paper."""
    return " ".join(token[at : at + 4] for at in range(0, len(token), 4)).lower()


def by_drop(page: Page, path: Path) -> None:
    """Drop a file into the window."""
    back_window(page)
    drop(page, path, at=f"{WINDOW} .drop")


def by_paste(page: Page, link: str) -> None:
    """Paste a letter with a link in it."""
    back_window(page)
    paste(page, f"Here it is:\n{link}\n")


MEANS: Mapping[str, Callable[[Page, Handed, Site, Path], object]] = {
    "file": lambda page, each, _site, _path: bring(page, each.file()),
    "dropped": lambda page, _each, _site, path: by_drop(page, path),
    "link": lambda page, each, site, _path: typed(page, link_to(site, each.token)),
    "pasted": lambda page, each, site, _path: by_paste(page, link_to(site, each.token)),
    "code": lambda page, each, _site, _path: typed(page, grouped(each.token)),
    "picture": lambda page, each, site, _path: back_window(page)
    .locator("#picture")
    .set_input_files(as_file(qr_picture(link_to(site, each.token)))),
    "bare code in a picture": lambda page, each, _site, _path: bring(
        page, as_file(qr_picture(each.token))
    ),
}  # fmt: skip


@pytest.mark.parametrize("means", by_turns([*MEANS], at_once=4))
def test_answers_come_back_by_each_means(
    means: str, mine: Handed, site: Site, summary: Visit, tmp_path: Path
) -> None:
    page = summary.page
    path = tmp_path / "answers.json"
    path.write_text(mine.json, "utf-8")
    MEANS[means](page, mine, site, path)
    expect(page.locator(TITLE)).to_have_text(SAYS["done.title"])
    expect(page.locator(TITLE)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("[data-bring-back]")).to_be_focused()
    expect(page.locator("#summary")).to_contain_text(MINE)
    # What goes out again is the record that came in, but for its count and its day.
    open_ways(page)
    with page.expect_download() as download:
        page.locator("[data-save-file]").click()
    text = download.value.path().read_text("utf-8")
    assert f'"id":"{mine.data["id"]}"' in text.replace("\n", "")
    assert f'"rev":{mine.data["rev"] + 1}' in text.replace("\n", "")
    assert page.evaluate("() => location.href").endswith("#summary")
    assert (summary.complaints, list(summary.strangers(site.address))) == ([], [])


def test_by_every_means_the_answers_are_the_same(
    mine: Handed, site: Site, visit: Visitor, tmp_path: Path
) -> None:
    found = {}
    for means in ("file", "code", "picture"):
        page = visit(f"{site.aid_address(EARS)}#summary").page
        MEANS[means](page, mine, site, tmp_path)
        expect(page.locator(TITLE)).to_have_text(SAYS["done.title"])
        found[means] = answers(page)
        page.context.close()
    assert found["file"] == found["code"] == found["picture"] != []


def test_a_code_before_the_camera_comes_back_and_the_camera_goes_off(
    site: Site, mine: Handed, started: Callable[..., Browser], tmp_path: Path
) -> None:
    film = tmp_path / "camera.y4m"
    as_camera(qr_picture(link_to(site, mine.token), 6), film)
    with closing(started(*filming(film))) as browser:
        seen = Visit(browser.new_page())
        seen.page.goto(f"{site.aid_address(EARS)}#summary")
        window = back_window(seen.page)
        seen.page.evaluate(KEEP_TRACKS, "at once")
        window.locator("[data-camera]").click()
        expect(seen.page.locator(TITLE)).to_have_text(SAYS["done.title"], timeout=30_000)
        assert seen.page.evaluate(STATES) == "ended"
        assert seen.page.locator("video").count() == 0
        expect(seen.page.locator("#summary")).to_contain_text(MINE)
        assert (seen.complaints, list(seen.strangers(site.address))) == ([], [])


def test_a_window_that_is_closed_has_no_camera(
    site: Site, started: Callable[..., Browser], tmp_path: Path
) -> None:
    film = tmp_path / "camera.y4m"
    as_camera(qr_picture("nothing of ours", 6), film)
    with closing(started(*filming(film))) as browser:
        page = browser.new_page()
        page.goto(f"{site.aid_address(EARS)}#summary")
        window = back_window(page)
        page.evaluate(KEEP_TRACKS, "at once")
        window.locator("[data-camera]").click()
        expect(page.locator("video")).to_be_visible()
        page.wait_for_function("() => document.querySelector('video').videoWidth > 0")
        page.keyboard.press("Escape")
        expect(page.locator(WINDOW)).to_be_hidden()
        assert page.evaluate(STATES) == "ended"


def test_from_the_first_step_a_link_leads_there(site: Site, visit: Visitor, mine: Handed) -> None:
    seen = visit(site.aid_address(EARS))
    page = seen.page
    before = len(seen.requests)
    page.get_by_role("link", name=SAYS["title"]).click()
    expect(page.locator(WINDOW)).to_be_visible()
    expect(page.locator("#back-title")).to_be_focused()
    asked = {url.rpartition("/")[2] for url in seen.requests[before:]}
    assert {"aid-back.js", "back-words.js"} <= asked
    # What reads pictures waits for one.
    assert "aid-pictures.js" not in asked
    brought(page, mine.file())
    expect(page.locator("#summary")).to_contain_text(MINE)
    assert seen.complaints == []


def test_a_page_that_is_loaded_again_opens_the_window_once_more_only_while_it_was_open(
    site: Site, visit: Visitor, mine: Handed
) -> None:
    page = visit(site.aid_address(EARS)).page
    page.get_by_role("link", name=SAYS["title"]).click()
    expect(page.locator(WINDOW)).to_be_visible()
    # A phone may drop the page while a file is chosen.
    page.reload()
    expect(page.locator(WINDOW)).to_be_visible()
    bring(page, mine.file())
    expect(page.locator(TITLE)).to_have_text(SAYS["done.title"])
    assert page.evaluate("() => location.hash") == "#summary"
    page.reload()
    expect(page.locator("#summary")).to_contain_text(MINE)
    expect(page.locator("[data-bring-back]")).to_be_visible()
    expect(page.locator(WINDOW)).to_have_count(0)
    # And its link leads there again.
    page.go_back()
    page.get_by_role("link", name=SAYS["title"]).click()
    expect(page.locator(WINDOW)).to_be_visible()
    page.keyboard.press("Escape")
    comes_to(page, "() => location.hash", "#summary")


def test_whoever_goes_back_is_on_the_step_before_and_not_behind_the_window(
    site: Site, visit: Visitor, mine: Handed
) -> None:
    page = visit(site.aid_address(EARS)).page
    page.get_by_role("link", name=SAYS["title"]).click()
    expect(page.locator(WINDOW)).to_be_visible()
    page.go_back()
    expect(page.locator(WINDOW)).to_be_hidden()
    expect(page.locator("[data-step=start] h1")).to_be_focused()
    page.evaluate("() => { location.hash = 'summary'; }")
    brought(page, mine.file())
    page.locator("[data-see]").click()
    expect(page.locator("dialog .sheet")).to_be_visible()
    page.go_back()
    expect(page.locator("dialog .sheet")).to_have_count(0)
    expect(page.locator("[data-step=start] h1")).to_be_focused()


def test_of_a_code_a_screenshot_can_be_chosen_too(
    site: Site, summary: Visit, visit: Visitor
) -> None:
    back_window(summary.page)
    desks = [visit(f"{site.address}{path}/").page for path in ("clinician", "plan")]
    for page in (summary.page, *desks):
        picture = page.locator("#picture")
        assert picture.get_attribute("accept") == "image/*"
        # With it a phone opens its camera, and shows none of the pictures that it has.
        assert picture.get_attribute("capture") is None, page.url


def rated(mine: Handed) -> str:
    """Return what is said of the first number that somebody gave."""
    first = next(each for each in mine.data["values"] if each["kind"] == "importance")
    return script_texts("aid")["side.own_rated"].replace("{n}", str(first["value"]))


BESIDE = """(said) => {
  const side = [...document.querySelectorAll(".own-back .keep-apart span")].find((each) => each.textContent === said);
  const words = document.createRange();
  words.selectNodeContents(side);
  return Math.round(side.getBoundingClientRect().right - words.getBoundingClientRect().right);
}"""


def test_from_right_to_left_what_was_said_stands_at_the_side_where_its_line_begins(
    mine: Handed, other: Handed, summary: Visit
) -> None:
    page = summary.page
    page.evaluate("() => { document.documentElement.dir = 'rtl'; }")
    brought(page, mine.file())
    bring(page, other.file())
    expect(page.locator(f"{WINDOW} .keep-apart")).to_be_visible()
    assert page.evaluate(BESIDE, rated(mine)) == 0


def two_sets(page: Page, mine: Handed, other: Handed) -> tuple[list[str], list[str]]:
    """Bring one set back, and open another; return what the page had, and what the other holds."""
    brought(page, other.file())
    theirs = answers(page)
    # As if somebody had said it here.
    brought(page, mine.file())
    ours = answers(page)
    page.reload()
    page.evaluate("() => { location.hash = 'summary'; }")
    bring(page, other.file())
    expect(page.locator(TITLE)).to_have_text(SAYS["choose.title"])
    expect(page.locator(TITLE)).to_be_focused()
    assert ours != theirs
    assert answers(page) == ours
    return ours, theirs


def test_two_sets_stand_side_by_side_by_what_is_not_the_same(
    mine: Handed, other: Handed, summary: Visit
) -> None:
    page = summary.page
    ours, theirs = two_sets(page, mine, other)
    alike = {each.partition("=")[0] for each in set(ours) & set(theirs)}
    names = {each.partition("=")[0] for each in {*ours, *theirs}}
    rows = page.locator(f"{WINDOW} .keep-apart > li")
    expect(rows).to_have_count(len(names - alike))
    assert alike
    row = rows.filter(has_text=MINE)
    here, there = row.locator("> div").all()
    assert here.inner_text().split("\n") == [f"{SAYS['choose.here']}:", MINE]
    assert there.inner_text().split("\n") == [f"{SAYS['choose.there']}:", OTHER]
    # A number says of what it is one, as in the summary.
    assert rated(mine) in page.locator(f"{WINDOW} .keep-apart").inner_text()
    # The day and the time of what was opened, once.
    assert page.locator(WINDOW).inner_text().count("at 09:00") == 1
    assert list(summary.axe_faults(WINDOW)) == []
    assert summary.complaints == []


def test_what_was_opened_is_chosen_and_what_was_here_can_be_had_again(
    mine: Handed, other: Handed, summary: Visit
) -> None:
    page = summary.page
    ours, theirs = two_sets(page, mine, other)
    page.locator(CHOICE.format("use_there")).click()
    expect(page.locator(TITLE)).to_have_text(SAYS["done.title"])
    assert answers(page) == theirs
    # Closed and opened, and after an answer that was changed: it is still there.
    page.keyboard.press("Escape")
    page.locator("[name='concern.1']").evaluate(
        "(one) => { one.value = 'new: made up'; one.dispatchEvent(new Event('input', { bubbles: true })); }"
    )
    changed = answers(page)
    page.locator("[data-bring-back]").click()
    page.locator("[data-back-other]").click()
    expect(page.locator(f"{WINDOW} .keep-apart")).to_contain_text("new: made up")
    page.locator(CHOICE.format("use_before")).click()
    expect(page.locator(f"{WINDOW} .back-outcome")).to_contain_text(SAYS["done.before"])
    assert answers(page) == ours
    # And so is what gave way for it.
    page.locator("[data-back-other]").click()
    page.locator(CHOICE.format("use_before")).click()
    comes_to(page, ANSWERS, changed)
    assert summary.complaints == []


def test_what_is_here_is_chosen_and_what_was_opened_can_be_looked_at_again(
    mine: Handed, other: Handed, summary: Visit
) -> None:
    page = summary.page
    ours, theirs = two_sets(page, mine, other)
    page.locator(CHOICE.format("use_here")).click()
    expect(page.locator(TITLE)).to_have_text(SAYS["left.title"])
    assert answers(page) == ours
    page.locator("[data-back-other]").click()
    page.locator(CHOICE.format("use_there")).click()
    comes_to(page, ANSWERS, theirs)


def test_nothing_is_chosen_and_nothing_changes(mine: Handed, other: Handed, summary: Visit) -> None:
    page = summary.page
    ours, _ = two_sets(page, mine, other)
    page.locator(CHOICE.format("cancel")).click()
    expect(page.locator(WINDOW)).to_be_hidden()
    expect(page.locator("[data-bring-back]")).to_be_focused()
    assert answers(page) == ours
    bring(page, other.file())
    expect(page.locator(TITLE)).to_have_text(SAYS["choose.title"])
    page.keyboard.press("Escape")
    assert answers(page) == ours
    back_window(page)
    expect(page.locator("[data-back-other]")).to_have_count(0)


def test_what_is_here_can_be_saved_first(
    mine: Handed, other: Handed, summary: Visit, site: Site, visit: Visitor, tmp_path: Path
) -> None:
    page = summary.page
    ours, _ = two_sets(page, mine, other)
    with page.expect_download() as download:
        page.locator(CHOICE.format("save")).click()
    download.value.save_as(tmp_path / "first.html")
    expect(page.locator(f"{WINDOW} [role=status]")).to_contain_text("Saved as")
    page.locator(CHOICE.format("use_there")).click()
    again = visit(f"{site.aid_address(EARS)}#summary").page
    brought(again, tmp_path / "first.html")
    assert answers(again) == ours


def test_who_leaves_is_asked_while_what_gave_way_stands_nowhere_else(
    mine: Handed, summary: Visit
) -> None:
    page = summary.page
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    page.locator("[name='what_matters']").evaluate(
        "(one) => { one.value = 'here: made up'; one.dispatchEvent(new Event('input', { bubbles: true })); }"
    )
    bring(page, mine.file())
    page.locator(CHOICE.format("use_there")).click()
    page.locator("[data-back-done]").click()
    page.close(run_before_unload=True)
    page.wait_for_timeout(300)
    assert asked == ["beforeunload"]
    # Cleared, it is gone with the answers.
    page.locator("[data-clear]").filter(visible=True).first.click()
    page.get_by_role("button", name=script_texts("aid")["clear.yes"]).click()
    comes_to(page, ANSWERS, [])
    page.evaluate("() => { location.hash = 'summary'; }")
    back_window(page)
    expect(page.locator("[data-back-other]")).to_have_count(0)
    assert "here: made up" not in page.content()


def test_the_same_answers_are_said_to_be_here_already(mine: Handed, summary: Visit) -> None:
    page = summary.page
    brought(page, mine.file())
    ours = answers(page)
    typed(page, mine.token)
    expect(page.locator(TITLE)).to_have_text(SAYS["same.title"])
    assert answers(page) == ours


KEPT = "[data-where][data-kept=saved]"


def test_answers_that_are_kept_on_the_device_say_since_when_and_what_is_chosen_is_kept(
    mine: Handed, other: Handed, site: Site, visit: Visitor
) -> None:
    page = visit(site.aid_address(EARS)).page
    page.locator("[data-keep] button").first.click()
    page.evaluate("() => { location.hash = 'summary'; }")
    brought(page, mine.file())
    expect(page.locator(KEPT)).to_have_count(1)
    bring(page, other.file())
    since = SAYS["choose.here_since"].partition("{")[0]
    expect(page.locator(WINDOW)).to_contain_text(since)
    page.locator(CHOICE.format("use_there")).click()
    expect(page.locator(KEPT)).to_have_count(1)
    expect(page.locator("#summary")).to_contain_text(OTHER)
    theirs = answers(page)
    page.reload()
    expect(page.locator(KEPT)).to_have_count(1)
    assert answers(page) == theirs


def refused(page: Page, said: str) -> None:
    """See that a message is there, and that nothing is to be chosen."""
    expect(page.locator(PROBLEM)).to_contain_text(said)
    expect(page.locator(TITLE)).to_have_count(0)
    expect(page.locator(PROBLEM)).to_contain_text("nothing has changed")


@pytest.mark.parametrize("name", by_turns([*BAD], begin=4, at_once=4))
def test_of_a_bad_file_nothing_changes(
    name: str, mine: Handed, summary: Visit, handed_over: Callable[[str], HandedOver]
) -> None:
    page = summary.page
    brought(page, mine.file())
    ours = answers(page)
    spoil, fault = BAD[name]
    bring(page, file(spoil(handed_over(EARS).file.read_text("utf-8"))))
    refused(page, SAYS[f"fault.{fault}"])
    assert answers(page) == ours
    assert summary.complaints == []


@pytest.mark.parametrize("name", by_turns([*MAILED], begin=2, at_once=2))
def test_a_file_that_mail_changed_as_a_whole_comes_back_as_it_was(
    name: str, summary: Visit, handed_over: Callable[[str], HandedOver]
) -> None:
    text = handed_over(EARS).file.read_text("utf-8")
    said = brought(summary.page, file(MAILED[name](text)))
    assert SAYS["done.altered"] not in said
    assert SAYS["done.partly"] not in said


def test_hostile_words_stay_words(mine: Handed, summary: Visit) -> None:
    page = summary.page
    brought(page, mine.file())
    hostile = {**mine.data, "what_matters": INJECTED, "words": {"leaning/watch": INJECTED}}
    bring(page, file(sealed(hostile), "hostile.json"))
    expect(page.locator(f"{WINDOW} .keep-apart")).to_contain_text("<img src=x")
    page.locator(CHOICE.format("use_there")).click()
    expect(page.locator("#summary")).to_contain_text("<img src=x")
    assert page.evaluate("() => window.hurt") is None
    assert summary.complaints == []


def others_of(site: Site, mine: Handed) -> Mapping[str, tuple[Any, str]]:
    """Return what is somebody else's or another thing: what is opened, and what is said of it."""
    carpal = handed(site, CARPAL, 0)
    helper = {"role": "helper", "helper": "", "view": ""}
    return {
        "a file of another aid": (carpal.file(), carpal.data["aid"]["title"]),
        "a code of another aid": (carpal.token, CARPAL),
        "the code of a plan": (short_code(plan_named("knee-agreed")).code, SAYS["fault.plan"]),
        "a plan": (file('{"format": "decisionaid.plan/1"}', "plan.json"), SAYS["fault.plan"]),
        "a helper's own": (
            file(sealed({**mine.data, "filled_in_by": helper}), "helper.json"),
            SAYS["fault.helper"],
        ),
        "made up": (
            file(sealed({**mine.data, "id": "0" * 16 + mine.data["id"][:16]}), "made-up.json"),
            SAYS["fault.made_up"],
        ),
        "a damaged code": (mine.token[:-9] + "000000000", SAYS["code.damaged"]),
        "no code": ("good morning", SAYS["code.not_ours"]),
        "two codes": (f"{mine.token}\n{carpal.token}", SAYS["code.two"]),
        "none": (" ", SAYS["code.empty"]),
        "a picture without one": (as_file(qr_picture("nothing")), SAYS["code.not_ours"]),
    }


@pytest.mark.long
def test_what_is_anothers_or_another_thing_says_what_it_is_and_where_it_opens(
    site: Site, mine: Handed, other: Handed, summary: Visit
) -> None:
    page = summary.page
    brought(page, mine.file())
    ours = answers(page)
    for name, (what, said) in others_of(site, other).items():
        if isinstance(what, str):
            paste(back_window(page).page, what) if what.strip() else typed(page, what)
        else:
            bring(page, what)
        expect(page.locator(PROBLEM), name).to_contain_text(said)
        expect(page.locator(TITLE)).to_have_count(0)
        assert answers(page) == ours, name
        leads = {"aid": "index.html", "plan": "plan/index.html", "helper": "#as-helper"}
        for word, address in leads.items():
            if word in name.split("'")[0].split():
                link = page.locator(f"{PROBLEM} a")
                assert (link.get_attribute("href") or "").endswith(address), name
    assert summary.complaints == []


def test_a_helpers_own_answers_come_back_on_a_helpers_page_alone(
    site: Site, visit: Visitor, mine: Handed
) -> None:
    helper = {"role": "helper", "helper": "", "view": ""}
    helpers = file(sealed({**mine.data, "filled_in_by": helper}), "helper.json")
    page = visit(f"{site.aid_address(EARS)}#summary").page
    bring(page, helpers)
    page.get_by_role("link", name=SAYS["fault.helper.link"]).click()
    expect(page.locator(WINDOW)).to_be_hidden()
    expect(page.locator("#as-helper [value=helper]")).to_be_checked()
    page.evaluate("() => { location.hash = 'summary'; }")
    bring(page, mine.file())
    refused(page, SAYS["fault.person"])
    assert SAYS["done.helper"] in brought(page, helpers)
    assert "filled_in_by.role=helper" in answers(page)


def test_what_was_not_shared_and_what_came_from_paper_is_said(mine: Handed, summary: Visit) -> None:
    paper = {"typed_by": "nurse", "words": "", "written": "", "unclear": []}
    data = {**mine.data, "what_matters": "", "kept_back": ["what_matters"], "paper": paper}
    said = brought(summary.page, file(sealed(data), "paper.json"))
    assert SAYS["done.from_paper"] in said
    name = script_texts("aid")["part.what_matters"]
    assert SAYS["done.not_shared"].replace("{parts}", name) in said
    summary.page.evaluate("() => { location.hash = 'summary'; }")
    open_ways(summary.page)
    with summary.page.expect_download() as download:
        summary.page.locator("[data-save-file]").click()
    # It is another record than the one that was typed in from paper.
    assert mine.data["id"] not in download.value.path().read_text("utf-8")


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, str]:
    """Build a site, and one whose aid was released before a question changed; give both, and its name."""
    folder = tmp_path_factory.mktemp("changed")
    aid = folder / "aids" / EARS
    aid.mkdir(parents=True)
    source, compiled = compile_file(ROOT / "aids" / EARS / "index.md")
    assert compiled.aid is not None
    (aid / "index.md").write_text(source.text, "utf-8")
    assert build_site(folder / "aids", folder / "before").ok
    kept = aid / "versions" / f"{compiled.sha256}.json"
    kept.parent.mkdir()
    kept.write_text(words_text(words_now(compiled.aid, compiled.sha256)), "utf-8")
    question = compiled.aid.values_questions[0]
    asked = "that your child has less pain in the next days?"
    text = source.text.replace(asked, asked.replace("days", "few days"), 1)
    assert text != source.text
    (aid / "index.md").write_text(text, "utf-8")
    assert build_site(folder / "aids", folder / "after").ok
    return folder / "before", folder / "after", question.title


@pytest.mark.parametrize("means", by_turns(["file", "code"]))
def test_of_an_earlier_text_what_changed_is_named_and_only_that_is_asked_again(
    means: str, changed: tuple[Path, Path, str], served: Callable[[Path], str], visit: Visitor
) -> None:
    before, after, title = changed
    then = Site(before, served(before), {})
    mine = handed(then, EARS, 0, MINE)
    page = visit(f"{then.aid_address(EARS)}#summary").page
    brought(page, mine.file())
    was = answers(page)
    seen = visit(f"{served(after)}aids/{EARS}/index.html#summary")
    MEANS[means](seen.page, mine, then, after)
    expect(seen.page.locator(TITLE)).to_have_text(SAYS["done.title"])
    outcome = seen.page.locator(f"{WINDOW} .back-outcome")
    expect(outcome).to_contain_text(SAYS["done.reasked"].replace("{questions}", title))
    expect(outcome).to_contain_text(SAYS["done.older_aid"])
    now = answers(seen.page)
    assert len(was) - len(now) == 1
    assert set(now) < set(was)
    # What was answered then is said in words, here and beside the question as it is asked now.
    line = SAYS["done.before_line"].replace("{answer}", rated(mine))
    expect(outcome.locator(".back-before li")).to_have_count(1)
    expect(outcome.locator(".back-before li")).to_contain_text(line)
    beside = seen.page.locator("[data-answered-before]")
    assert beside.all_text_contents() == [line]
    gone = (set(was) - set(now)).pop().partition("=")[0]
    asked = seen.page.locator("fieldset:has([data-answered-before])")
    assert asked.locator(f"[name='{gone}']").count() > 0
    seen.page.locator("[data-back-done]").click()
    seen.page.locator("[data-clear]").filter(visible=True).first.click()
    seen.page.get_by_role("button", name=script_texts("aid")["clear.yes"]).click()
    expect(beside).to_have_count(0)
    assert seen.complaints == []


def test_what_was_answered_before_stands_beside_its_question_after_the_page_is_loaded_again(
    changed: tuple[Path, Path, str], served: Callable[[Path], str], visit: Visitor
) -> None:
    before, after, _ = changed
    then = Site(before, served(before), {})
    mine = handed(then, EARS, 0, MINE)
    seen = visit(f"{served(after)}aids/{EARS}/index.html#summary")
    page = seen.page
    brought(page, mine.file())
    was = answers(page)
    line = script_texts("keep")["earlier.line"].replace("{answer}", rated(mine))
    asked = page.locator("fieldset:has([data-answered-before])")
    # It is in this tab, and stays there as often as the page is loaded.
    for _ in range(2):
        page.reload()
        expect(asked.locator("[data-answered-before]")).to_have_text([line])
        assert answers(page) == was
    # It is no answer: the question is still asked, and answered anew the line is not said again.
    assert asked.locator("input:checked").count() == 0
    asked.locator("input[type=radio]").first.evaluate("(one) => one.click()")
    held = f"() => !sessionStorage.getItem('+decisionaid.answers/{EARS}').includes('\"left\":[[')"
    comes_to(page, held, expected=True)
    page.reload()
    page.wait_for_selector("html.js:not(.opening)")
    comes_to(page, "() => document.querySelectorAll('[data-answered-before]').length", 0)
    assert len(answers(page)) == len(was) + 1
    assert seen.complaints == []


@pytest.fixture(scope="module")
def kiosk(tmp_path_factory: pytest.TempPathFactory, served: Callable[[Path], str]) -> str:
    """Build the aids for devices that many people use."""
    folder = tmp_path_factory.mktemp("kiosk")
    build_site(ROOT / "aids", folder, kiosk=True)
    return served(folder)


def test_on_a_kiosk_answers_come_in_and_nothing_of_them_stays_once_nobody_is_there(
    kiosk: str, mine: Handed, other: Handed, visit: Visitor
) -> None:
    page = visit("about:blank").page
    page.on("dialog", lambda dialog: pytest.fail(f"asked: {dialog.type}"))
    page.clock.install()
    page.goto(f"{kiosk}aids/{EARS}/")
    page.get_by_role("link", name=SAYS["title"]).click()
    window = page.locator(WINDOW)
    expect(window).to_contain_text(SAYS["about.shared"])
    typed(page, mine.token)
    expect(page.locator(TITLE)).to_have_text(SAYS["done.title"])
    bring(page, other.file())
    expect(page.locator(TITLE)).to_have_text(SAYS["choose.title"])
    # Only paper and a code leave such a device.
    expect(page.locator(CHOICE.format("save"))).to_have_count(0)
    page.locator(CHOICE.format("use_there")).click()
    assert page.evaluate("() => Object.keys(sessionStorage).length") == 0
    assert page.evaluate("async () => (await indexedDB.databases()).length") == 0
    page.clock.run_for(4 * 60_000 + 2000)
    expect(page.get_by_role("button", name=script_texts("kiosk")["idle.stay"])).to_be_focused()
    page.clock.run_for(2 * 60_000)
    page.wait_for_url(f"{kiosk}index.html")
    page.goto(f"{kiosk}aids/{EARS}/")
    page.wait_for_selector("html.js:not(.opening)")
    page.get_by_role("link", name=SAYS["title"]).click()
    expect(page.locator(WINDOW)).to_be_visible()
    expect(page.locator("[data-back-other]")).to_have_count(0)
    text = page.content()
    assert [each for each in (MINE, OTHER, mine.token[:40]) if each in text] == []


def test_a_kiosk_that_lets_go_holds_nothing_of_what_was_not_chosen(
    kiosk: str, mine: Handed, other: Handed, visit: Visitor
) -> None:
    page = visit(f"{kiosk}aids/{EARS}/#summary").page
    brought(page, mine.file())
    brought(page, other.file())
    page.evaluate("() => window.dispatchEvent(new Event('decisionaid-let-go'))")
    page.evaluate("() => { location.hash = 'summary'; }")
    back_window(page)
    expect(page.locator("[data-back-other]")).to_have_count(0)
    text = page.content()
    assert [each for each in (MINE, OTHER) if each in text] == []


def test_where_its_scripts_cannot_be_fetched_that_is_said_and_pressing_again_tries_again(
    summary: Visit, mine: Handed
) -> None:
    page = summary.page
    page.route("**/back-words.js", lambda route: route.abort())
    page.locator("[data-bring-back]").click()
    message = page.locator(".back-opener .way-message")
    expect(message).to_have_text(script_texts("ways")["back.late"])
    page.unroute("**/back-words.js")
    page.locator("[data-bring-back]").click()
    expect(page.locator(WINDOW)).to_be_visible()
    brought(page, mine.file())
    expect(message).to_have_text("")


@pytest.mark.parametrize("width", by_turns((320, 1280)))
def test_the_window_is_without_fault(
    width: int, site: Site, mine: Handed, other: Handed, visit: Visitor
) -> None:
    seen = visit(f"{site.aid_address(EARS)}#summary", width=width)
    page = seen.page
    wide = "(one) => one.scrollWidth - one.clientWidth"

    def sound() -> None:
        assert list(seen.axe_faults(WINDOW)) == []
        assert [*drawn_faults(seen), *spaced_faults(seen)] == []
        assert page.locator(WINDOW).evaluate(wide) <= 0
        assert seen.overflow() == 0

    back_window(page)
    sound()
    bring(page, file("x"))
    expect(page.locator(PROBLEM)).not_to_be_empty()
    sound()
    brought(page, mine.file())
    bring(page, other.file())
    expect(page.locator(CHOICE.format("use_there"))).to_be_visible()
    sound()
    page.locator(CHOICE.format("use_there")).click()
    expect(page.locator("[data-back-other]")).to_be_visible()
    sound()
    # On paper stands the summary, and nothing of the window.
    assert SAYS["done.title"] not in seen.printed_text()
    assert seen.complaints == []


def test_by_keyboard_alone_two_sets_are_seen_and_one_is_chosen(
    mine: Handed, other: Handed, summary: Visit
) -> None:
    page = summary.page
    brought(page, mine.file())
    page.keyboard.press("Enter")
    expect(page.locator("#back-title")).to_be_focused()
    stops = []
    for _ in range(8):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("() => document.activeElement.id"))
        if stops[-1] == "code":
            break
    assert stops == ["", "record-file", "code"]
    page.keyboard.insert_text(other.token)
    page.keyboard.press("Enter")
    expect(page.locator(TITLE)).to_be_focused()
    for _ in range(9):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.dataset.backDo") == "use_there":
            break
    page.keyboard.press("Enter")
    expect(page.locator(TITLE)).to_have_text(SAYS["done.title"])
    expect(page.locator(TITLE)).to_be_focused()
    expect(page.locator("#summary")).to_contain_text(OTHER)


def test_the_window_is_heard_as_it_was_when_last_read(
    site: Site, mine: Handed, other: Handed, visit: Visitor, golden: Golden
) -> None:
    page = visit("about:blank", bypass_csp=True).page
    page.goto(f"{site.aid_address(EARS)}#summary")
    heard = {}
    back_window(page)
    heard["ways in"] = spoken(page, WINDOW)
    bring(page, file("x"))
    expect(page.locator(PROBLEM)).not_to_be_empty()
    heard["what is none of ours"] = spoken(page, PROBLEM)
    brought(page, mine.file())
    bring(page, other.file())
    expect(page.locator(CHOICE.format("use_there"))).to_be_visible()
    heard["two sets"] = spoken(page, WINDOW)
    page.locator(CHOICE.format("use_there")).click()
    expect(page.locator("[data-back-other]")).to_be_visible()
    heard["what came of it"] = spoken(page, WINDOW)
    texts = ["\n".join([f"## {part}", "", *said, ""]) for part, said in heard.items()]
    golden("spoken/own-back.txt", "\n".join(texts))


@pytest.mark.long
def test_a_page_in_one_file_brings_answers_back_too(
    site: Site, visit: Visitor, tmp_path: Path
) -> None:
    from tests.browser.test_one_file import MOST, bundled  # noqa: PLC0415 - it runs a command

    path = tmp_path / f"{KNEE}.html"
    path.write_bytes(bundled(MOST, str(ROOT / "aids" / KNEE)))
    mine = handed(site, KNEE, 0, MINE)
    seen = visit(f"{path.as_uri()}#summary")
    page = seen.page
    typed(page, mine.token)
    expect(page.locator(TITLE)).to_have_text(SAYS["done.title"])
    first = answers(page)
    page.locator("[data-back-done]").click()
    back_window(page).locator("#picture").set_input_files(as_file(qr_picture(mine.token)))
    expect(page.locator(TITLE)).to_have_text(SAYS["same.title"])
    bring(page, file('{"format": "decisionaid.plan/1"}', "plan.json"))
    refused(page, SAYS["fault.plan"])
    # It is a file: there is no page of a plan beside it.
    expect(page.locator(f"{PROBLEM} a")).to_have_count(0)
    assert answers(page) == first
    assert seen.complaints == []
