"""What the patient's page locks, the clinician's page opens with the passphrase, and with nothing else."""

import json
import re
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.answers import OWN_WORDS
from tests.browser.conftest import Visitor
from tests.browser.desk import (
    SAYS,
    as_file,
    drop,
    handed,
    opened_by_file,
    paste,
    qr_picture,
    saved_form,
    sheet_of,
    written,
)
from tests.browser.handed_over import HandedOver
from tests.browser.site_fixtures import Site, by_turns
from tests.browser.test_ways import saved, taken, to_summary
from tests.browser.tokens import record_in_file
from tests.browser.visit import Visit
from tests.english import script_texts
from tests.our_aids import EARS, KNEE

PASSPHRASE, OTHER = "brown owl nine rivers", "green fox ten lakes"  # for made-up answers
WAYS = script_texts("ways")
HERS, HIS = "the words of the first", "the words of the second"
FORM = "[data-passphrase] form"
# The walk to what is locked is made by one worker, once.
pytestmark = pytest.mark.xdist_group("desk-locked")
BUTTONS = ".open-one"
PROBLEM = "[data-problem]"


@dataclass(frozen=True)
class Locked:
    """One person's answers under a passphrase."""

    file: Path
    link: str
    record: Path
    """The same answers as bare JSON."""

    @property
    def token(self) -> str:
        """What the link carries."""
        return self.link.split("#")[1]


@pytest.fixture(scope="module")
def locked(
    chromium: Browser,
    site: Site,
    handed_over: Callable[[str], HandedOver],
    tmp_path_factory: pytest.TempPathFactory,
) -> Locked:
    """Lock what was said on the patient's page, and take it away by both ways."""
    folder = tmp_path_factory.mktemp("locked")
    with closing(chromium.new_context(accept_downloads=True)) as context:
        page = context.new_page()
        page.goto(site.aid_address(EARS))
        handed_over(EARS).resume(page)
        to_summary(page)
        open_file = saved(page, "[data-save-file]", folder)
        record = folder / "record.json"
        record.write_text(json.dumps(record_in_file(open_file, page)), "utf-8")
        page.locator(".lock > summary").click()
        page.locator("#passphrase").fill(PASSPHRASE)
        page.keyboard.press("Enter")
        expect(page.locator(".lock .way-message")).to_have_text(WAYS["lock.done"])
        (link,) = taken(page, "[data-copy-link]")
        apart = folder / "locked"
        apart.mkdir()
        return Locked(saved(page, "[data-save-file]", apart), link, record)


@pytest.fixture
def desk(site: Site, visit: Visitor) -> Visit:
    """Open the clinician's page."""
    return visit(f"{site.address}clinician/", width=1366, height=768, accept_downloads=True)


def give(page: Page, passphrase: str) -> None:
    """Give a passphrase where it is asked for."""
    expect(page.locator("#passphrase")).to_be_focused()
    page.locator("#passphrase").fill(passphrase)
    # Not by Enter: behind a scan it is the scanner's for half a second.
    page.locator(FORM).get_by_role("button", name="Open").click()


def scan(page: Page, text: str) -> None:
    """Type as a hand-held scanner does."""
    page.keyboard.type(text)
    page.keyboard.press("Enter")


def type_code(page: Page, text: str) -> None:
    """Type into the field for codes."""
    page.locator("#code").fill(text)
    page.locator("#code").press("Enter")


WAYS_IN: Mapping[str, Callable[[Page, Locked], object]] = {
    "the file, chosen": lambda page, it: page.locator("#record-file").set_input_files(it.file),
    "the file, dropped": lambda page, it: drop(page, it.file, at="h1"),
    "the link": lambda page, it: page.goto(it.link),
    "the link, dropped": lambda page, it: drop(page, text=it.link),
    "the link, pasted": lambda page, it: paste(page, f"Good morning,\n{it.link}\nThank you"),
    "the link, scanned": lambda page, it: scan(page, it.link),
    "the token, typed": lambda page, it: type_code(page, it.token.lower()),
    "a picture of its code": lambda page, it: page.locator("#picture").set_input_files(
        as_file(qr_picture(it.link))
    ),
}


@pytest.mark.parametrize("name", by_turns([*WAYS_IN], at_once=3))
def test_with_its_passphrase_what_was_locked_arrives_whole(
    name: str, site: Site, desk: Visit, locked: Locked
) -> None:
    page = desk.page
    WAYS_IN[name](page, locked)
    give(page, PASSPHRASE)
    assert OWN_WORDS in sheet_of(page)
    assert saved_form(page, "fhir") == written("fhir", locked.record, site)
    assert page.url == f"{site.address}clinician/"
    expect(page.locator(FORM)).to_have_count(0)
    assert PASSPHRASE not in page.content()
    assert locked.token[:40] not in page.content()
    page.get_by_role("button", name="Close and forget").click()
    content = page.content()
    assert [each for each in (PASSPHRASE, OWN_WORDS, locked.token[:40]) if each in content] == []
    kept = page.evaluate(
        "() => JSON.stringify([history.state, {...sessionStorage, ...localStorage}])"
    )
    assert kept == "[null,{}]"
    assert (desk.complaints, list(desk.strangers(site.address))) == ([], [])


@pytest.mark.parametrize("name", ["the file, chosen", "the link, pasted"])
def test_another_passphrase_says_so_and_can_be_tried_again(
    name: str, site: Site, desk: Visit, locked: Locked
) -> None:
    page = desk.page
    before = opened_by_file(page, handed(site, KNEE, 0, HERS))
    page.evaluate("() => document.activeElement.blur()")
    page.get_by_role("button", name="Open another").click()
    WAYS_IN[name](page, locked)
    # Nobody takes the first one's answers for what is locked.
    expect(page.locator("#sheet")).to_be_empty()
    for wrong in (OTHER, "", PASSPHRASE[:-1]):
        give(page, wrong)
        expect(page.locator("#passphrase-said")).to_have_text(SAYS["passphrase.wrong"])
    assert OWN_WORDS not in page.content()
    assert desk.axe_faults("[data-passphrase]") == []
    # As somebody's keyboard puts it.
    give(page, f"  {PASSPHRASE} ")
    assert OWN_WORDS in sheet_of(page)
    page.locator(BUTTONS).first.click()
    expect(page.locator("#sheet")).to_contain_text(HERS)
    assert sheet_of(page) == before
    assert desk.complaints == []


def damaged(text: str, mark: str) -> str:
    """Return a text with one sign another, far behind a mark."""
    at = text.index(mark) + len(mark) + 120
    return f"{text[:at]}{'A' if text[at] != 'A' else 'B'}{text[at + 1 :]}"


def test_a_locked_file_that_was_damaged_or_cut_opens_nobody(
    site: Site, desk: Visit, locked: Locked, tmp_path: Path
) -> None:
    page = desk.page
    before = opened_by_file(page, handed(site, KNEE, 0, HERS))
    text = locked.file.read_text("utf-8")
    bad = tmp_path / "bad.html"
    bad.write_text(damaged(text, '"data":"'), "utf-8")
    page.locator("#record-file").set_input_files(bad)
    give(page, PASSPHRASE)
    # A wrong sign in a file and a wrong passphrase cannot be told apart, and it says both.
    expect(page.locator("#passphrase-said")).to_have_text(SAYS["passphrase.wrong"])
    page.get_by_role("button", name="Cancel").click()
    expect(page.locator(PROBLEM)).to_contain_text(SAYS["fault.locked"])
    assert page.evaluate("() => document.activeElement !== document.body")
    bad.write_text(text[: text.index('"data":"') + 200], "utf-8")
    page.locator("#record-file").set_input_files(bad)
    expect(page.locator(PROBLEM)).to_contain_text(SAYS["fault.damaged"])
    expect(page.locator(FORM)).to_have_count(0)
    # A code says by its check number that a sign is wrong, before anybody is asked for a passphrase.
    paste(page, damaged(locked.token, "2"))
    expect(page.locator(PROBLEM)).to_contain_text(SAYS["code.damaged"])
    expect(page.locator(FORM)).to_have_count(0)
    page.locator(BUTTONS).first.click()
    assert sheet_of(page) == before
    assert desk.complaints == []


def as_mail(html: bytes, encoding: str) -> bytes:
    """Return a letter with a page attached."""
    letter = EmailMessage()
    letter["Subject"] = "My answers"
    letter.set_content("Good morning")
    letter.add_attachment(
        html, maintype="text", subtype="html", filename="answers.html", cte=encoding
    )
    return letter.as_bytes()


MAILED: Mapping[str, Callable[[bytes], bytes]] = {
    "other ends of lines": lambda html: html.replace(b"\n", b"\r\n"),
    "a letter in base64": lambda html: as_mail(html, "base64"),
    "a letter in quoted-printable": lambda html: as_mail(html, "quoted-printable"),
    "handed on": lambda html: b"> " + html.replace(b"\n", b"\n> "),
    "curly quotes": lambda html: re.sub(rb'"(\w)', "\u201c\\1".encode(), html),
}


@pytest.mark.parametrize("name", by_turns([*MAILED], at_once=3))
def test_what_mail_does_to_a_locked_file_does_no_harm(
    name: str, site: Site, desk: Visit, locked: Locked, tmp_path: Path
) -> None:
    mailed = tmp_path / "mail.eml"
    mailed.write_bytes(MAILED[name](locked.file.read_bytes()))
    desk.page.locator("#record-file").set_input_files(mailed)
    give(desk.page, PASSPHRASE)
    assert OWN_WORDS in sheet_of(desk.page)
    assert saved_form(desk.page, "prsb") == written("prsb", locked.record, site)


def several(site: Site, locked: Locked, folder: Path) -> list[Path]:
    """Return two locked files, with an open one between them."""
    made = [folder / name for name in ("a-locked.html", "b-open.json", "c-locked.html")]
    made[0].write_bytes(locked.file.read_bytes())
    made[1].write_text(handed(site, KNEE, 0, HERS).json, "utf-8")
    made[2].write_bytes(locked.file.read_bytes())
    return made


def test_several_are_asked_for_in_turn_and_who_is_open_can_be_seen_meanwhile(
    site: Site, desk: Visit, locked: Locked, tmp_path: Path
) -> None:
    page = desk.page
    page.locator("#record-file").set_input_files(several(site, locked, tmp_path))
    expect(page.locator(FORM)).to_contain_text("“a-locked.html”")
    expect(page.locator(BUTTONS)).to_have_count(1)
    expect(page.locator("[data-close-all]")).to_be_visible()
    page.get_by_role("button", name="Cancel").click()
    expect(page.locator(FORM)).to_contain_text("“c-locked.html”")
    expect(page.locator("#passphrase")).to_have_value("")
    give(page, PASSPHRASE)
    expect(page.locator(BUTTONS)).to_have_count(2)
    expect(page.locator(PROBLEM)).to_contain_text("“a-locked.html”")
    expect(page.locator(PROBLEM)).not_to_contain_text("“c-locked.html”")
    page.locator(BUTTONS).last.click()
    assert OWN_WORDS in sheet_of(page)
    assert desk.complaints == []


def test_what_is_left_locked_is_named_when_somebody_else_is_looked_at(
    site: Site, desk: Visit, locked: Locked, tmp_path: Path
) -> None:
    page = desk.page
    page.locator("#record-file").set_input_files(several(site, locked, tmp_path))
    expect(page.locator(FORM)).to_be_visible()
    page.locator(BUTTONS).first.click()
    assert HERS in sheet_of(page)
    expect(page.locator(FORM)).to_have_count(0)
    for name in ("“a-locked.html”", "“c-locked.html”"):
        expect(page.locator(PROBLEM)).to_contain_text(name)
    expect(page.locator(PROBLEM)).to_contain_text(SAYS["fault.locked"])


def test_a_passphrase_that_a_program_types_is_no_scan(desk: Visit, locked: Locked) -> None:
    page = desk.page
    page.locator("#record-file").set_input_files(locked.file)
    expect(page.locator("#passphrase")).to_be_focused()
    # Without a pause between letters, as a scanner does.
    page.keyboard.type(OTHER)
    page.keyboard.press("Enter")
    expect(page.locator("#passphrase-said")).to_have_text(SAYS["passphrase.wrong"])
    expect(page.locator("#passphrase")).to_have_value(OTHER)
    page.keyboard.type(PASSPHRASE)
    expect(page.locator("#passphrase")).to_have_value(PASSPHRASE)
    page.keyboard.press("Enter")
    assert OWN_WORDS in sheet_of(page)
    page.get_by_role("button", name="Add a label").click()
    page.keyboard.type("Mr AB at 10:20")
    expect(page.locator(".sheet-label-shown")).to_have_text("Mr AB at 10:20")
    page.keyboard.press("ArrowLeft")
    page.keyboard.type("ten past ")
    page.keyboard.type("!")
    expect(page.locator("#label")).to_have_value("Mr AB at 10:2ten past !0")


@pytest.mark.parametrize("meanwhile", ["nothing typed", "a drop", "closed"])
def test_while_a_passphrase_is_asked_for_something_else_takes_its_place(
    meanwhile: str, desk: Visit, locked: Locked, site: Site
) -> None:
    page = desk.page
    opened_by_file(page, handed(site, KNEE, 0, HERS))
    page.get_by_role("button", name="Open another").click()
    page.locator("#record-file").set_input_files(locked.file)
    expect(page.locator(FORM)).to_be_visible()
    if meanwhile == "nothing typed":
        page.locator("[data-code] button").evaluate("(press) => press.click()")
        expect(page.locator(PROBLEM)).to_contain_text(SAYS["code.empty"])
    elif meanwhile == "a drop":
        drop(page, text="good morning")
        expect(page.locator(PROBLEM)).to_contain_text(SAYS["code.not_ours"])
    else:
        page.locator("[data-close-all]").click()
        expect(page.locator(PROBLEM)).to_be_empty()
    # A form whose answer nobody waits for would take a passphrase and do nothing.
    expect(page.locator(FORM)).to_have_count(0)
    expect(page.locator("#sheet")).to_be_empty()
    if meanwhile != "closed":
        expect(page.locator(PROBLEM)).to_contain_text(SAYS["fault.locked"])


def test_a_passphrase_that_is_right_too_late_opens_nobody(desk: Visit, locked: Locked) -> None:
    page = desk.page
    page.evaluate(SLOW_KEY)
    page.locator("#record-file").set_input_files(locked.file)
    give(page, PASSPHRASE)
    expect(page.locator("#passphrase-said")).to_have_text(SAYS["passphrase.trying"])
    page.get_by_role("button", name="Cancel").click()
    page.evaluate("() => go()")
    page.wait_for_timeout(1500)
    expect(page.locator("#sheet")).to_be_empty()
    assert OWN_WORDS not in page.content()
    assert PASSPHRASE not in page.content()


SLOW_KEY = """() => {
  const real = crypto.subtle.deriveKey.bind(crypto.subtle);
  const held = new Promise((go) => { globalThis.go = go; });
  crypto.subtle.deriveKey = async (...all) => { await held; return real(...all); };
}"""
