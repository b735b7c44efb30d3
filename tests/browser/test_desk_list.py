"""Several patients at once: whose sheet is seen, what is closed, what goes by itself, before and after, examples."""

import json

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.conftest import Visitor
from tests.browser.desk import SAYS, Handed, handed, link_to, opened_by_file, paste, sheet_of
from tests.browser.site_fixtures import Site, by_turns, crossed
from tests.browser.visit import Visit, sheets_of
from tests.kinds_of_record import OWN
from tests.our_aids import EARS, KNEE

ONE, TWO, THREE = "the words of the first", "the words of the second", "the words of the third"
BUTTONS = ".open-one"
MOST_RECORD_TEXT = 900
SCREEN_HEIGHT = 768
KEPT = """async () => ({
  local: localStorage.length, session: sessionStorage.length, cookies: document.cookie,
  databases: (await indexedDB.databases()).length, history: JSON.stringify(history.state),
})"""
NOTHING = {"local": 0, "session": 0, "cookies": "", "databases": 0, "history": "null"}


@pytest.fixture
def desk(site: Site, visit: Visitor) -> Visit:
    """Open the clinician's page."""
    return visit(f"{site.address}clinician/", width=1366, height=768)


@pytest.fixture
def three(site: Site) -> tuple[Handed, Handed, Handed]:
    """Return three people's records."""
    return handed(site, KNEE, 0, ONE), handed(site, KNEE, 4, TWO), handed(site, EARS, 0, THREE)


def choose_all(page: Page, records: tuple[Handed, ...], *others: FilePayload) -> None:
    files = [record.file(f"{number}.json") for number, record in enumerate(records)]
    page.locator("#record-file").set_input_files([*files, *others])


# Whether the button of who is shown is whole within the row.
SEEN = """() => {
  const boxOf = (name) => document.querySelector(name).getBoundingClientRect();
  const [list, button] = [boxOf(".open-list ul"), boxOf(".open-one[aria-current]")];
  return button.left >= list.left && button.right <= list.right + 1 && button.bottom <= list.bottom + 1;
}"""


BAD: FilePayload = {"name": "bad.html", "mimeType": "text/html", "buffer": b"<p>Good morning</p>"}


def test_several_files_are_opened_at_once_and_a_bad_one_is_named(
    desk: Visit, three: tuple[Handed, ...]
) -> None:
    choose_all(desk.page, three, BAD)
    expect(desk.page.locator(BUTTONS)).to_have_count(3)
    problem = desk.page.locator("[data-problem]")
    expect(problem).to_contain_text("“bad.html”")
    expect(problem).to_contain_text(SAYS["fault.not_ours"])
    for number, words in enumerate((ONE, TWO, THREE)):
        desk.page.locator(BUTTONS).nth(number).click()
        expect(desk.page.locator("#sheet")).to_contain_text(words)
        expect(desk.page.locator(".sheet-file")).to_contain_text(f"“{number}.json”")
        expect(desk.page.locator(".sheet")).to_have_count(1)
        others = {ONE, TWO, THREE} - {words}
        assert not [each for each in others if each in desk.page.locator("#sheet").inner_text()]
        current = desk.page.locator(f"{BUTTONS}[aria-current=true]")
        expect(current).to_have_count(1)
        expect(current).to_contain_text(f"“{number}.json”")
        expect(desk.page.locator("#status")).to_contain_text(f"“{number}.json”")
    assert desk.complaints == []


def test_a_bad_one_leaves_those_open_as_they_were(desk: Visit, three: tuple[Handed, ...]) -> None:
    choose_all(desk.page, three)
    expect(desk.page.locator(BUTTONS)).to_have_count(3)
    before = sheet_of(desk.page)
    desk.page.locator("#record-file").set_input_files([BAD])
    expect(desk.page.locator("[data-problem]")).to_contain_text("“bad.html”")
    # Below the message stands nobody's sheet; all are one press away.
    expect(desk.page.locator("#sheet")).to_be_empty()
    expect(desk.page.locator(BUTTONS)).to_have_count(3)
    desk.page.locator(BUTTONS).first.click()
    assert sheet_of(desk.page) == before
    expect(desk.page.locator("[data-problem]")).to_be_empty()


def test_a_label_stands_on_its_own_sheet_and_nowhere_else(
    site: Site, desk: Visit, three: tuple[Handed, ...]
) -> None:
    page = desk.page
    choose_all(page, three)
    page.get_by_role("button", name="Add a label").click()
    page.get_by_label("Label, such as").press_sequentially("AB 10:20", delay=90)
    page.keyboard.press("Enter")
    expect(page.locator(".sheet-label-shown")).to_have_text("AB 10:20")
    page.locator(BUTTONS).nth(1).click()
    expect(page.locator("#sheet")).to_contain_text(TWO)
    expect(page.locator("#sheet")).not_to_contain_text("AB 10:20")
    page.locator(BUTTONS).nth(0).click()
    expect(page.locator("#sheet")).to_contain_text(ONE)
    expect(page.locator(".sheet-label-shown")).to_have_text("AB 10:20")
    assert "AB 10:20" not in page.locator("[data-record-text]").inner_text()
    assert (page.evaluate(KEPT), page.url) == (NOTHING, f"{site.address}clinician/")
    assert [url for url in desk.requests if "AB" in url] == []


def test_closing_one_leaves_the_others_and_closing_all_leaves_nothing(
    desk: Visit, three: tuple[Handed, ...]
) -> None:
    page = desk.page
    choose_all(page, three)
    expect(page.locator(BUTTONS)).to_have_count(3)
    page.locator("[data-close]").click()
    expect(page.locator("#sheet")).to_have_text(
        "Closed. Nothing of it was kept. The others are open: choose one above."
    )
    expect(page.locator(BUTTONS)).to_have_count(2)
    assert ONE not in page.content()
    page.locator(BUTTONS).first.click()
    expect(page.locator("#sheet")).to_contain_text(TWO)
    page.locator("[data-close-all]").click()
    assert_nothing(page)


def assert_nothing(page: Page) -> None:
    """Find nothing of anybody in the page."""
    expect(page.locator("#sheet")).to_be_empty()
    expect(page.locator(BUTTONS)).to_have_count(0)
    content = page.content()
    assert [each for each in (ONE, TWO, THREE) if each in content] == []


def test_all_goes_when_nobody_is_there_and_a_warning_comes_first(
    site: Site, visit: Visitor, three: tuple[Handed, ...]
) -> None:
    page = visit("about:blank", width=1366, height=768).page
    page.clock.install()
    page.goto(f"{site.address}clinician/")
    choose_all(page, three)
    expect(page.locator(BUTTONS)).to_have_count(3)
    page.clock.fast_forward("08:30")
    expect(page.get_by_role("alertdialog")).to_have_count(0)
    page.clock.fast_forward("00:40")
    expect(page.get_by_role("alertdialog")).to_be_visible()
    stay = page.get_by_role("button", name="Stay")
    expect(stay).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("alertdialog")).to_have_count(0)
    expect(page.locator("#sheet")).to_contain_text(ONE)
    page.clock.fast_forward("09:10")
    expect(page.get_by_role("alertdialog")).to_be_visible()
    page.clock.fast_forward("01:10")
    expect(page.locator("[data-problem]")).to_contain_text("10 minutes")
    expect(page.get_by_role("alertdialog")).to_have_count(0)
    assert_nothing(page)


def test_a_device_that_slept_shows_nobody_when_it_wakes(
    site: Site, visit: Visitor, three: tuple[Handed, ...]
) -> None:
    page = visit("about:blank", width=1366, height=768).page
    page.clock.install()
    page.goto(f"{site.address}clinician/")
    choose_all(page, three)
    expect(page.locator(BUTTONS)).to_have_count(3)
    # All at once, as after a sleep: the warning had no time to be seen.
    page.clock.fast_forward("03:00:00")
    page.mouse.click(5, 5)
    assert_nothing(page)


def test_leaving_leaves_nothing_for_the_way_back(
    site: Site, desk: Visit, three: tuple[Handed, ...]
) -> None:
    choose_all(desk.page, three)
    expect(desk.page.locator(BUTTONS)).to_have_count(3)
    desk.page.goto(site.address)
    desk.page.go_back()
    assert_nothing(desk.page)


def test_before_and_after_of_one_person_say_what_changed(site: Site, desk: Visit) -> None:
    page = desk.page
    before, after = handed(site, KNEE, 1), handed(site, KNEE, 2)
    assert before.data["id"] == after.data["id"]
    # The later one was opened first: their own numbers say which is which.
    choose_all(page, (after, before))
    expect(page.locator(BUTTONS)).to_have_count(2)
    page.locator(".returning > summary").click()
    expect(page.get_by_text(SAYS["change.same_record"])).to_be_visible()
    page.get_by_role("button", name="Before and after").click()
    row = page.locator(
        ".changes-table tr", has=page.get_by_role("rowheader", name="Where they are")
    )
    expect(row.locator("td").first).to_contain_text(SAYS["sheet.leaning_unsure"])
    expect(row.locator("td").last).to_contain_text("Leans to")
    heads = page.locator(".changes-table thead th").all_inner_texts()
    assert ("1.json" in heads[1], "0.json" in heads[2]) == (True, True)
    words = page.locator("#sheet").inner_text()
    assert not [each for each in ("better", "worse", "improved", "score", "%") if each in words]
    assert desk.axe_faults("#sheet") == []
    page.get_by_role("button", name="Back to the sheet").click()
    expect(page.locator(".sheet-file")).to_be_visible()


def test_records_of_two_ids_are_compared_only_when_somebody_says_so(
    desk: Visit, three: tuple[Handed, ...]
) -> None:
    page = desk.page
    choose_all(page, three)
    page.locator(".returning > summary").click()
    expect(page.get_by_text(SAYS["change.same_person"])).to_be_visible()
    # Of the other aid there is nothing to compare.
    expect(page.locator("#same-person option")).to_have_count(1)
    page.get_by_role("button", name="Before and after").click()
    expect(page.locator("#sheet")).to_contain_text(SAYS["change.by_hand"])
    page.locator(BUTTONS).nth(2).click()
    expect(page.locator("#sheet")).to_contain_text(THREE)
    expect(page.locator("#same-person")).to_have_count(0)


def test_the_same_record_by_two_ways_is_open_once(site: Site, desk: Visit) -> None:
    record = handed(site, KNEE, 0, ONE)
    opened_by_file(desk.page, record)
    paste(desk.page, link_to(site, record.token))
    expect(desk.page.locator("#sheet")).to_contain_text(ONE)
    expect(desk.page.locator(BUTTONS)).to_have_count(0)


@pytest.mark.parametrize("slug", [EARS, KNEE])
def test_each_example_says_that_it_is_made_up_and_shows_what_it_is_for(
    slug: str, site: Site, desk: Visit
) -> None:
    page = desk.page
    page.get_by_role("button", name="Try it with an example").click()
    page.get_by_label("Decision aid").select_option(site.aids[slug].title)
    page.get_by_role("button", name="Open all").click()
    text = (site.folder / "aids" / slug / "practice.json").read_text("utf-8")
    names = [each["name"] for each in json.loads(text)["examples"]]
    expect(page.locator(BUTTONS)).to_have_count(len(names))
    shown = {}
    for number, name in enumerate(names):
        page.locator(BUTTONS).nth(number).click()
        expect(page.locator(".sheet-file")).to_contain_text(name)
        expect(page.locator(".sheet-note").first).to_have_text(SAYS["practice.note"])
        record_text = page.locator("[data-record-text]").inner_text()
        assert record_text.startswith("MADE UP FOR PRACTICE")
        assert len(record_text) <= MOST_RECORD_TEXT, name
        assert SAYS["note.altered"] not in page.locator("#sheet").inner_text()
        shown[name] = page.locator(".sheet").inner_text()
    said = {
        "A warning sign, and not ready": "arning sign",
        "Not sure, and wants advice": "dvice",
        "A helper who sees it differently": "help",
    }
    assert [name for name, words in said.items() if words not in shown[name]] == []
    assert desk.complaints == []


def test_an_example_is_never_taken_for_a_patient_whichever_way_it_comes(
    site: Site, desk: Visit
) -> None:
    page = desk.page
    examples = json.loads((site.folder / f"aids/{KNEE}/practice.json").read_text("utf-8"))
    # The same answers, of a person.
    same = examples["examples"][0]["record"] | {"id": "7" * 32}
    page.locator("#record-file").set_input_files(
        {"name": "same.json", "mimeType": "application/json", "buffer": json.dumps(same).encode()}
    )
    expect(page.locator(".sheet")).to_be_visible()
    expect(page.locator(".made-up")).to_have_count(0)

    def open_example() -> None:
        if page.locator("[data-examples]").is_hidden():
            page.get_by_role("button", name="Open another").click()
        page.get_by_role("button", name="Try it with an example").click()
        page.get_by_label("Decision aid").select_option(site.aids[KNEE].title)
        page.locator(".panel-list [data-example]").first.click()
        expect(page.locator(".made-up .sheet-note").first).to_have_text(SAYS["practice.note"])

    open_example()
    expect(page.locator(BUTTONS)).to_have_count(2)
    # Nobody handed it over more than once, and nobody is asked to say so.
    expect(page.locator(".returning")).to_have_count(0)
    page.locator(BUTTONS).first.click()
    expect(page.locator(".sheet-file")).to_contain_text("“same.json”")
    expect(page.locator(".made-up")).to_have_count(0)
    expect(page.locator(".returning")).to_have_count(0)
    assert not page.locator("[data-record-text]").inner_text().startswith("MADE UP")
    # The same example is still opened once, and as a file it is an example too.
    open_example()
    expect(page.locator(BUTTONS)).to_have_count(2)
    page.get_by_role("button", name="Open another").click()
    example = json.dumps(examples["examples"][0]["record"]).encode()
    page.locator("#record-file").set_input_files(
        {"name": "example.json", "mimeType": "application/json", "buffer": example}
    )
    expect(page.locator(".made-up .sheet-note").first).to_have_text(SAYS["practice.note"])
    expect(page.locator(BUTTONS)).to_have_count(2)
    assert desk.complaints == []


def test_each_example_is_one_screen_and_one_sheet_of_paper(site: Site, desk: Visit) -> None:
    page = desk.page
    too_high = {}
    for slug in sorted(site.aids):
        path = site.folder / "aids" / slug / "practice.json"
        if not path.is_file():
            continue
        for number in range(len(json.loads(path.read_text("utf-8"))["examples"])):
            page.get_by_role("button", name="Try it with an example").click()
            page.get_by_label("Decision aid").select_option(site.aids[slug].title)
            expect(page.locator("#practice-aid option:checked")).to_have_text(site.aids[slug].title)
            page.locator(".panel-list [data-example]").nth(number).click()
            expect(page.locator(".made-up .sheet-note").first).to_have_text(SAYS["practice.note"])
            height = page.evaluate("() => document.documentElement.scrollHeight")
            if height > SCREEN_HEIGHT or len(sheets_of(desk).pages) != 1:
                too_high[slug, number] = height
            page.get_by_role("button", name="Close and forget").click()
    assert too_high == {}


@pytest.mark.parametrize("count", by_turns([2, 6, 40], begin=2))
def test_the_sheet_keeps_its_screen_however_many_are_open(
    count: int, site: Site, desk: Visit
) -> None:
    page = desk.page
    many = [handed(site, (KNEE, EARS)[n % 3 // 2], 4, f"{n} {OWN}") for n in range(count)]
    choose_all(page, tuple(many))
    expect(page.locator(BUTTONS)).to_have_count(count)
    for number in (0, count - 1):
        page.locator(BUTTONS).nth(number).click()
        expect(page.locator("#sheet")).to_contain_text(f"“{number} I look")
        # One of them is somebody else's at another time: who asks for it has a line more, until it is closed.
        expect(page.locator(".returning > summary")).to_be_visible()
        assert page.evaluate("() => document.documentElement.scrollHeight") == SCREEN_HEIGHT
        assert page.evaluate(SEEN)
    for each in page.locator(BUTTONS).all()[:5]:
        each.focus()
        assert page.evaluate(SEEN.replace("[aria-current]", ":focus"))
    assert desk.overflow() == 0


def test_by_keyboard_alone_a_list_is_gone_through(desk: Visit, three: tuple[Handed, ...]) -> None:
    page = desk.page
    choose_all(page, three)
    expect(page.locator(BUTTONS)).to_have_count(3)
    page.locator(BUTTONS).nth(2).focus()
    page.keyboard.press("Enter")
    expect(page.locator("#sheet")).to_contain_text(THREE)
    expect(page.locator("#sheet-title")).to_be_focused()
    # Back over what the sheet is done with, to who is open.
    for _ in range(20):
        page.keyboard.press("Shift+Tab")
        if page.locator(BUTTONS).nth(2).evaluate("(one) => one === document.activeElement"):
            break
    expect(page.locator(BUTTONS).nth(2)).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#sheet")).to_contain_text(TWO)


@pytest.mark.parametrize(("colours", "width"), crossed(("none", "active"), (320, 1366)))
def test_the_page_is_without_fault_in_all_its_states(
    width: int, colours: str, site: Site, visit: Visitor, three: tuple[Handed, ...]
) -> None:
    seen = visit(f"{site.address}clinician/", width=width, height=768, forced_colors=colours)
    page = seen.page
    assert_fits(seen)
    if width == 1366:
        assert page.evaluate("() => document.querySelector('.clinician-open').scrollHeight") < 768
    page.get_by_role("button", name="Try it with an example").click()
    expect(page.locator("[data-example]").first).to_be_visible()
    assert_fits(seen)
    page.get_by_role("button", name="Cancel").click()
    choose_all(page, three, BAD)
    expect(page.locator(BUTTONS)).to_have_count(3)
    page.get_by_role("button", name="Open another").click()
    page.get_by_role("button", name="Add a label").click()
    assert_fits(seen)
    page.locator(".returning > summary").click()
    page.get_by_role("button", name="Before and after").click()
    expect(page.locator(".changes-table")).to_be_visible()
    assert_fits(seen)


def assert_fits(seen: Visit) -> None:
    """Find no fault, and nothing wider than the window."""
    # Axe takes the colours that a style asks for, and not those that are forced in their place.
    if not seen.page.evaluate("() => matchMedia('(forced-colors: active)').matches"):
        assert seen.axe_faults() == []
    assert seen.page.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0
