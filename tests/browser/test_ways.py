"""The ways to hand over what was said: each carries the same record, and nothing that is kept back.

Codes are read from pictures and sheets by a reader that is none of ours, tokens by the scripts of the
clinician's page with the words that the site publishes.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from decisionaid.model.record import Record
from tests.browser.answers import OWN_IDEA, OWN_QUESTION, OWN_WORDS, Answers
from tests.browser.back import SAYS as BACK
from tests.browser.back import bring, brought
from tests.browser.conftest import Visitor
from tests.browser.handed_over import HandedOver
from tests.browser.probes import drawn_faults, spaced_faults
from tests.browser.site_fixtures import Site, by_turns, crossed
from tests.browser.test_path_length import STEP_SCREENS
from tests.browser.test_side_by_side import say
from tests.browser.tokens import (
    as_cameras_see,
    codes_in,
    record_in,
    record_in_file,
    screenshot,
    words_published,
)
from tests.browser.visit import Visit, words_of
from tests.browser.walk import Walk, open_ways
from tests.english import script_texts
from tests.our_aids import CARPAL, EARS, KNEE, SLUGS, STATINS

SAYS = script_texts("ways")
NAMES = {
    key.removeprefix("part."): text
    for key, text in script_texts("aid").items()
    if key.startswith("part.")
}
PASSPHRASE = "brown owl nine rivers"  # noqa: S105 - for made-up answers
# What is copied and what is shared, in place of the clipboard and the sheet of the device.
TAKEN = """() => {
  window.taken = [];
  Object.defineProperty(navigator, "clipboard", { configurable: true, value: {
    writeText: async (text) => void taken.push(text),
  }});
}"""
SHARES = """() => {
  window.shared = [];
  navigator.canShare = ({ files }) => files !== undefined;
  navigator.share = async (what) => void shared.push({
    name: what.files[0].name, type: what.files[0].type, text: await what.files[0].text(),
  });
}"""
PRINT = "() => { document.documentElement.dataset.print = 'summary'; }"
PRINTED_SIDE = "(code) => code.getBoundingClientRect().width / 96 * 25.4"


@pytest.fixture
def at_summary(
    site: Site, visit: Visitor, handed_over: Callable[[str], HandedOver]
) -> Callable[..., Visit]:
    """Give the summary of an aid in which all kinds of answers were given, its ways there."""

    def give(slug: str, *, address: str = "", **options: Any) -> Visit:
        seen = visit(address or site.aid_address(slug), **options)
        handed_over(slug).resume(seen.page)
        to_summary(seen.page)
        return seen

    return give


def to_summary(page: Page) -> None:
    """Go to the summary and wait until all of it has come."""
    page.evaluate("() => { location.hash = 'summary'; }")
    expect(page.locator("[data-more-ways]")).to_be_visible()
    expect(page.locator(".paper-code .square-code, .way .hint:text('too long')")).to_have_count(1)


def taken(page: Page, *buttons: str) -> list[str]:
    """Press buttons that copy; return what was copied."""
    page.evaluate(TAKEN)
    open_ways(page)
    for each in buttons:
        page.locator(each).click()
    texts: list[str] = page.evaluate("() => taken")
    return texts


def saved(page: Page, button: str, folder: Path) -> Path:
    """Press a button that saves; return the file."""
    open_ways(page)
    with page.expect_download() as download:
        page.locator(button).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def printed(page: Page) -> bytes:
    """Print the summary alone on A4, as its button does."""
    page.evaluate(PRINT)
    return page.pdf(format="A4", prefer_css_page_size=True)


def text_of(sheets: bytes) -> str:
    """Return the words of what was printed."""
    return " ".join(words_of(PdfReader(BytesIO(sheets))))


@pytest.mark.parametrize("slug", by_turns(SLUGS))
def test_each_way_carries_the_same_record(
    slug: str, site: Site, at_summary: Callable[..., Visit], tmp_path: Path
) -> None:
    seen = at_summary(slug)
    page, words = seen.page, words_published(site.folder, slug)
    record = record_in_file(saved(page, "[data-save-file]", tmp_path), page)
    assert record is not None
    hint = page.locator(".way", has=page.locator("[data-show-token]")).locator(".hint")
    signs = hint.inner_text().removeprefix(SAYS["code.line"]).strip()
    page.locator("[data-show-token]").click()
    link, token, text = taken(page, "[data-copy-link]", "[data-copy-token]", "[data-copy-text]")
    typed = page.locator(".token").inner_text()
    page.locator("[data-show-code]").click()
    (scanned,) = codes_in(screenshot(page, ".code-on-screen .square-code"))
    assert link == f"{site.address}clinician/#{token}" == scanned
    assert typed.replace(" ", "") == token
    # Before it was shown it said how much that is to type.
    assert re.findall(r"\d+", signs.replace(",", "")) == [str(len(token))]
    for carried in (link, token, typed.lower(), text, scanned):
        assert record_in(page, carried, words) == record
    assert OWN_WORDS in text
    plain = saved(page, "[data-save-text]", tmp_path)
    assert plain.suffix == ".txt"
    assert plain.read_text("utf-8") == text
    # One record by whatever way: nothing was answered between.
    assert record["rev"] == 2
    assert Record.model_validate_json(json.dumps(record)).kept_back == ()
    assert seen.complaints == []
    assert seen.strangers(site.address) == []


@pytest.mark.parametrize("slug", by_turns(SLUGS, begin=2))
def test_the_code_on_paper_is_read_from_poor_pictures(
    slug: str, site: Site, at_summary: Callable[..., Visit]
) -> None:
    page = at_summary(slug).page
    (link,) = taken(page, "[data-copy-link]")
    sheets = printed(page)
    unread = [name for name, each in as_cameras_see(sheets) if codes_in(each) != [link]]
    assert unread == []
    page.emulate_media(media="print")
    assert page.locator(".paper-code .square-code").evaluate(PRINTED_SIDE) == pytest.approx(
        45, abs=0.01
    )
    said = text_of(sheets)
    assert "this square code holds what is on this page" in said
    assert f"{site.address}clinician/".replace("/", "") in said.replace(" ", "").replace("/", "")


@pytest.mark.parametrize("slug", SLUGS)
def test_the_words_beside_the_page_are_those_that_the_site_publishes(slug: str, site: Site) -> None:
    script = (site.folder / "aids" / slug / "words.js").read_text("utf-8")
    detail = json.loads(script.split("{detail:", 1)[1].removesuffix("}));\n"))
    published = json.loads((site.folder / "aids" / slug / "aid.json").read_text("utf-8"))["words"]
    assert json.dumps(detail["aid"]) == json.dumps(published)
    # Tokens go by the same ones: nothing has to be told twice.
    assert set(detail) == {"aid", "messages", "language", "direction"}


def test_a_passphrase_locks_the_link_and_the_file_and_nothing_else(
    site: Site, at_summary: Callable[..., Visit], tmp_path: Path
) -> None:
    seen = at_summary(STATINS)
    page, words = seen.page, words_published(site.folder, STATINS)
    (open_token,) = (t.split("#")[1] for t in taken(page, "[data-copy-link]"))
    page.locator(".lock > summary").click()
    page.locator("#passphrase").fill("too short")
    page.locator(".lock").get_by_role("button", name=SAYS["lock.do"]).click()
    expect(page.locator(".lock .way-message")).to_contain_text("at least 12")
    page.locator("#passphrase").fill(PASSPHRASE)
    page.keyboard.press("Enter")
    expect(page.locator(".lock .way-message")).to_have_text(SAYS["lock.done"])
    (link,) = taken(page, "[data-copy-link]")
    assert link.split("#")[1].startswith("2")
    assert record_in(page, link, words) == {"fault": "locked"}
    record = record_in(page, link, words, PASSPHRASE)
    assert record == record_in(page, open_token, words)
    path = saved(page, "[data-save-file]", tmp_path)
    assert record_in_file(path, page, PASSPHRASE) == record
    assert record_in_file(path, page, "another owl, nine rivers") is None
    text = path.read_text("utf-8")
    assert [
        each for each in (OWN_WORDS[:10], OWN_QUESTION, OWN_IDEA, open_token) if each in text
    ] == []
    assert "nobody can help" in text
    # Whoever saved it can open it here again.
    window = bring(page, path)
    window.locator("#back-passphrase").fill("another owl, nine rivers")
    page.keyboard.press("Enter")
    expect(window.locator("#back-passphrase-said")).to_have_text(BACK["passphrase.wrong"])
    window.locator("#back-passphrase").fill(PASSPHRASE)
    page.keyboard.press("Enter")
    expect(window.locator("h3")).to_have_text(BACK["same.title"])
    page.keyboard.press("Escape")
    page.get_by_role("button", name=SAYS["lock.undo"]).click()
    expect(page.locator(".lock .way-message")).to_have_text(SAYS["lock.undone"])
    (link,) = taken(page, "[data-copy-link]")
    assert link.split("#")[1].startswith("1")
    assert seen.complaints == []


def test_an_answer_that_changes_under_a_passphrase_never_goes_out_open(
    site: Site, at_summary: Callable[..., Visit]
) -> None:
    page = at_summary(EARS).page
    open_ways(page)
    page.locator(".lock > summary").click()
    page.locator("#passphrase").fill(PASSPHRASE)
    page.keyboard.press("Enter")
    expect(page.locator(".lock .way-message")).to_have_text(SAYS["lock.done"])
    page.locator("[data-more-ways]").evaluate(
        "(fold) => { fold.previousElementSibling.open = true; }"
    )
    page.locator("[data-part-shared=ideas]").uncheck()
    (link,) = taken(page, "[data-copy-link]")
    record = record_in(page, link, words_published(site.folder, EARS), PASSPHRASE)
    assert record["kept_back"] == ["ideas"]


@pytest.fixture
def own_words(site: Site) -> Mapping[str, str]:
    """Words of the walk through the knee aid that stand in one part alone, by the part."""
    answers = Answers(site.aids[KNEE])
    first = answers.importance[0]
    return {
        "filled_in_by": "my sister Ana",
        "communication": "Large print",
        "red_flags": answers.flags[0].text,
        "values": f"{first.title}: 7 of 10",
        "what_matters": OWN_WORDS,
        "knowledge": answers.said_of_checks[0].statement,
        "questions": OWN_QUESTION,
        "leaning": "I lean to:",
        "readiness": "Do you feel sure about what to do?",
        "ideas": OWN_IDEA,
    }


def share_choice(page: Page) -> Iterator[str]:
    """Open the choice of what to share; yield the parts that it offers."""
    fold = page.locator("[data-ways] details.more").first
    if fold.get_attribute("open") is None:
        fold.locator("> summary").click()
    yield from page.locator("[data-part-shared]").evaluate_all(
        "all => all.map(({ dataset }) => dataset.partShared)"
    )


def test_what_is_kept_back_is_in_nothing_that_is_handed_over(
    site: Site, at_summary: Callable[..., Visit], own_words: Mapping[str, str], tmp_path: Path
) -> None:
    seen = at_summary(KNEE)
    page, words = seen.page, words_published(site.folder, KNEE)
    assert list(share_choice(page)) == list(own_words)
    expect(page.locator(".share-told")).to_have_text(SAYS["share.all"])
    for part, said in own_words.items():
        page.locator(f"[data-part-shared={part}]").uncheck()
        token, text = taken(page, "[data-copy-link]", "[data-copy-text]")
        record = Record.model_validate_json(json.dumps(record_in(page, token, words)))
        assert record.kept_back == (part,)
        summary = page.locator("[data-module=summary]").inner_text()
        for shown in (text, summary):
            assert said not in shown, part
            assert f"I have not shared: {NAMES[part]}" in shown
        page.locator(f"[data-part-shared={part}]").check()
    for part in own_words:
        page.locator(f"[data-part-shared={part}]").uncheck()
    file = saved(page, "[data-save-file]", tmp_path).read_text("utf-8")
    (text,) = taken(page, "[data-copy-text]")
    page.locator("[data-see]").click()
    preview = page.locator("dialog").inner_text()
    page.keyboard.press("Escape")
    sheets = text_of(printed(page))
    for name, shown in (("file", file), ("text", text), ("preview", preview), ("paper", sheets)):
        found = [said for said in own_words.values() if said in shown]
        assert found == [], name
    assert json.dumps(OWN_WORDS)[1:-1] not in file
    assert seen.complaints == []


def test_what_was_kept_back_stays_so_after_a_reload_and_in_a_file_and_is_cleared_with_the_answers(
    site: Site, at_summary: Callable[..., Visit], tmp_path: Path, visit: Visitor
) -> None:
    page = at_summary(EARS).page
    assert "leaning" in list(share_choice(page))
    page.locator("[data-part-shared=leaning]").uncheck()
    expect(page.locator("#status")).to_contain_text(NAMES["leaning"])
    file = saved(page, "[data-save-file]", tmp_path)
    page.reload()
    to_summary(page)
    list(share_choice(page))
    expect(page.locator("[data-part-shared=leaning]")).not_to_be_checked()
    # What the page itself shows goes by all answers.
    other = visit(f"{site.aid_address(EARS)}#summary").page
    brought(other, file)
    assert "leaning" not in list(share_choice(other))
    page.locator("[data-clear]").filter(visible=True).first.click()
    page.get_by_role("button", name="Yes, clear them").click()
    to_step = page.evaluate("() => ({ ...sessionStorage })")
    assert to_step == {}
    page.goto(f"{site.aid_address(EARS)}#summary")
    expect(page.locator("[data-module=summary]")).to_contain_text("You have not answered yet")
    expect(page.locator(".square-code")).to_have_count(0)
    expect(page.locator("[data-see]")).to_be_disabled()


def test_when_answers_are_cleared_no_code_of_them_is_left_in_the_page(
    at_summary: Callable[..., Visit],
) -> None:
    page = at_summary(EARS).page
    open_ways(page)
    page.locator("[data-show-code]").click()
    page.locator("[data-show-token]").click()
    token = page.locator(".token").inner_text().replace(" ", "")
    page.locator("[data-clear]").filter(visible=True).first.click()
    page.get_by_role("button", name="Yes, clear them").click()
    expect(page.locator(".square-code")).to_have_count(0)
    expect(page.locator(".token")).to_have_count(0)
    assert token[:40] not in page.content()


@pytest.mark.parametrize("slug", by_turns(SLUGS, begin=3))
def test_the_preview_is_the_sheet_that_the_clinician_gets(
    slug: str, site: Site, at_summary: Callable[..., Visit], visit: Visitor, tmp_path: Path
) -> None:
    page = at_summary(slug, width=1280).page
    file = saved(page, "[data-save-file]", tmp_path)
    page.locator("[data-see]").click()
    expect(page.locator("dialog h2").first).to_be_focused()
    preview = page.locator("dialog .sheet").inner_text()
    page.keyboard.press("Escape")
    expect(page.locator("[data-see]")).to_be_focused()
    expect(page.locator(".sheet")).to_have_count(0)
    clinician = visit(f"{site.address}clinician/", width=1280).page
    clinician.locator("#record-file").set_input_files(file)
    expect(clinician.locator(".sheet")).to_be_visible()
    # A label and what the page can save are the clinician's own, and no part of what is handed over.
    clinician.locator("[data-slot=label]").evaluate("(slot) => slot.replaceChildren()")
    clinician.locator("[data-part=forms]").evaluate("(fold) => fold.remove()")
    sheet = clinician.locator(".sheet").inner_text()
    # The first line says which file was opened when: a minute may have gone.
    assert preview.split("\n", 1)[1] == sheet.split("\n", 1)[1]


def test_from_a_disk_the_code_holds_the_bare_token_and_there_is_no_link(
    site: Site, at_summary: Callable[..., Visit]
) -> None:
    address = (site.folder / "aids" / CARPAL / "index.html").as_uri()
    seen = at_summary(CARPAL, address=address)
    page = seen.page
    open_ways(page)
    expect(page.locator("[data-copy-link]")).to_be_hidden()
    assert SAYS["link.alone"] in page.locator("#summary").inner_text()
    page.locator("[data-show-token]").click()
    page.locator("[data-show-code]").click()
    (scanned,) = codes_in(screenshot(page, ".code-on-screen .square-code"))
    assert scanned == page.locator(".token").inner_text().replace(" ", "")
    assert "site that this aid comes from" in text_of(printed(page))
    assert seen.complaints == []


def test_what_is_too_long_for_a_code_says_so_and_goes_by_all_other_ways(
    site: Site, at_summary: Callable[..., Visit], tmp_path: Path
) -> None:
    page = at_summary(EARS).page
    page.evaluate("() => { location.hash = 'values'; }")
    long = " ".join(f"{n * 7919 % 10007:x}{n * 104729 % 99991:x}" for n in range(165))[:1490]
    page.locator("[name=what_matters]").fill(long)
    page.evaluate("() => { location.hash = 'summary'; }")
    open_ways(page)
    expect(page.locator(".way .hint").get_by_text(SAYS["long"])).to_be_visible()
    expect(page.locator("[data-show-code]")).to_be_disabled()
    expect(page.locator(".square-code")).to_have_count(0)
    (link,) = taken(page, "[data-copy-link]")
    record = record_in_file(saved(page, "[data-save-file]", tmp_path), page)
    assert record_in(page, link, words_published(site.folder, EARS)) == record
    assert "square code" not in text_of(printed(page))


def test_where_the_ways_cannot_be_fetched_that_is_said_and_the_summary_can_be_printed(
    site: Site, visit: Visitor
) -> None:
    page = visit(site.aid_address(EARS)).page
    page.route("**/words.js", lambda route: route.abort())
    Walk(page, Answers(site.aids[EARS])).answer("start")
    page.goto(f"{site.aid_address(EARS)}#summary")
    message = page.locator("[data-ways] .message")
    expect(message).to_contain_text("could not be loaded")
    page.evaluate("() => { window.prints = 0; window.print = () => { window.prints += 1; }; }")
    page.locator("[data-print-summary]").click()
    page.wait_for_function("() => prints === 1")
    page.unroute("**/words.js")
    message.get_by_role("button").click()
    expect(page.locator("[data-more-ways]")).to_be_visible()
    expect(page.locator(".paper-code .square-code")).to_have_count(1)


def test_words_of_another_text_of_the_aid_are_not_taken(site: Site, visit: Visitor) -> None:
    page = visit(site.aid_address(EARS)).page
    words = (site.folder / "aids" / EARS / "words.js").read_text("utf-8")
    digest = words_published(site.folder, EARS)["source_sha256"]
    changed = words.replace(digest, "0" * 16)
    page.route("**/words.js", lambda route: route.fulfill(body=changed))
    Walk(page, Answers(site.aids[EARS])).answer("start")
    page.goto(f"{site.aid_address(EARS)}#summary")
    button = page.locator("[data-ways] .message").get_by_role("button")
    expect(button).to_be_visible()
    page.unroute("**/words.js")
    with page.expect_event("load"):
        button.click()
    expect(page.locator("[data-more-ways]")).to_be_visible()


def test_the_device_is_asked_with_which_app_to_send_the_file(
    site: Site, visit: Visitor, handed_over: Callable[[str], HandedOver]
) -> None:
    page = visit(site.aid_address(EARS)).page
    handed_over(EARS).resume(page)
    page.evaluate(SHARES)
    to_summary(page)
    open_ways(page)
    page.locator("[data-send]").click()
    expect(page.locator(".ways .way-message")).to_have_text(SAYS["send.done"])
    (shared,) = page.evaluate("() => shared")
    assert shared["type"] == "text/html"
    assert shared["name"].startswith("my-answers-")
    assert "decisionaid-record" in shared["text"]


def test_what_cannot_be_copied_is_marked_for_the_person_to_copy(
    at_summary: Callable[..., Visit],
) -> None:
    page = at_summary(EARS).page
    page.evaluate(
        "() => Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject() } })"
    )
    open_ways(page)
    page.locator("[data-copy-link]").click()
    field = page.locator(".to-copy")
    expect(field).to_be_focused()
    expect(page.locator(".ways .way-message")).to_have_text(SAYS["copied.not"])
    marked = "(field) => field.value.slice(field.selectionStart, field.selectionEnd)"
    assert "/clinician/#1" in field.evaluate(marked)


@pytest.mark.parametrize("colours", [{}, {"color_scheme": "dark"}, {"forced_colors": "active"}])
def test_a_code_on_the_screen_is_black_on_white_in_every_colour_scheme(
    colours: Mapping[str, Any], at_summary: Callable[..., Visit]
) -> None:
    seen = at_summary(EARS, **colours)
    open_ways(seen.page)
    seen.page.locator("[data-show-code]").click()
    picture = screenshot(seen.page, ".code-on-screen .square-code").convert("L")
    assert len(codes_in(picture)) == 1
    width, height = picture.size
    around = [picture.getpixel((x, y)) for x in (4, width // 2, width - 5) for y in (4, height - 5)]
    assert set(around) == {255}


@pytest.mark.parametrize(("slug", "width"), crossed(SLUGS, (320, 1280), every=8))
def test_the_ways_are_without_fault(
    slug: str, width: int, at_summary: Callable[..., Visit]
) -> None:
    seen = at_summary(slug, width=width)
    page = seen.page
    assert page.evaluate("() => document.documentElement.scrollHeight / innerHeight") <= (
        STEP_SCREENS if width > 320 else 2 * STEP_SCREENS
    )
    list(share_choice(page))
    open_ways(page)
    for each in ("[data-show-code]", "[data-show-token]", ".lock > summary"):
        page.locator(each).click()
    assert list(seen.axe_faults()) == []
    assert [*drawn_faults(seen), *spaced_faults(seen)] == []
    page.locator("[data-see]").click()
    assert list(seen.axe_faults("dialog")) == []
    assert seen.overflow() == 0
    assert page.locator("dialog").evaluate("(one) => one.scrollWidth - one.clientWidth") <= 0
    assert seen.complaints == []


@pytest.mark.parametrize("slug", by_turns(SLUGS, at_once=2))
def test_with_everything_answered_the_summary_is_five_screens(
    slug: str, at_summary: Callable[..., Visit]
) -> None:
    page = at_summary(slug).page
    height = "() => document.documentElement.scrollHeight / innerHeight"
    assert page.evaluate(height) <= STEP_SCREENS


def test_a_summary_that_was_one_sheet_is_one_with_its_code(site: Site, visit: Visitor) -> None:
    for slug in SLUGS:
        page = visit(site.aid_address(slug)).page
        rated = [each.id for each in site.aids[slug].values_questions if each.kind == "importance"]
        say(page, {f"values.{name}": "8" for name in rated[:4]})
        to_summary(page)
        with_code = printed(page)
        assert sheets_in(with_code) == 1
        assert codes_in(next(as_cameras_see(with_code))[1]) != []


def sheets_in(sheets: bytes) -> int:
    """Return how many sheets were printed."""
    return len(PdfReader(BytesIO(sheets)).pages)
