"""Files from outside and what stands in storage are not trusted: a bad one gets a plain message."""

import base64
import json
import quopri
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import FilePayload, Page, expect

from decisionaid.model.canonical import record_checksum
from tests.browser.answers import OWN_WORDS, Answers
from tests.browser.conftest import Visitor
from tests.browser.handed_over import HandedOver
from tests.browser.site_fixtures import Site, by_turns
from tests.browser.visit import Visit
from tests.browser.walk import Walk
from tests.english import script_texts
from tests.our_aids import EARS

START = '<script type="application/json" id="decisionaid-record">'
SAYS = script_texts("clinician")
INJECTED = (
    '<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>'
    "</script><script>window.hurt=1</script>"
)
OVERRIDE = "\u202e"


@pytest.fixture
def saved_text(handed_over: Callable[[str], HandedOver]) -> str:
    """Return the file that was saved from the aid about ears."""
    return handed_over(EARS).file.read_text(encoding="utf-8")


@pytest.fixture
def record(saved_text: str) -> dict[str, Any]:
    """Return the record in the saved file as data."""
    block = saved_text.partition(START)[2].partition("</script>")[0]
    data: dict[str, Any] = json.loads(block)
    return data


@pytest.fixture
def sheet(site: Site, visit: Visitor) -> Visit:
    """Open the clinician's page."""
    return visit(f"{site.address}clinician/", width=1280, height=900)


def file(content: str | bytes, name: str = "answers.html") -> FilePayload:
    """Return a file to choose."""
    data = content if isinstance(content, bytes) else content.encode()
    kind = "application/json" if name.endswith(".json") else "text/html"
    return {"name": name, "mimeType": kind, "buffer": data}


def sealed(record: dict[str, Any]) -> str:
    """Return a record as JSON with a checksum that fits, as somebody who means harm would."""
    return json.dumps({**record, "crc32": record_checksum(record)})


def choose(page: Page, content: str | bytes, name: str = "answers.html") -> None:
    """Choose a file on the clinician's page."""
    page.locator("#record-file").set_input_files(file(content, name))


def test_the_checksum_made_here_is_the_one_that_the_page_makes(record: dict[str, Any]) -> None:
    assert json.loads(sealed(record))["crc32"] == record["crc32"]


def cut(text: str) -> str:
    return text[: text.index(START) + len(START) + 400]


def renumbered(text: str) -> str:
    return text.replace("decisionaid.record/1", "decisionaid.record/2")


BAD: dict[str, tuple[Callable[[str], str | bytes], str]] = {
    "another page": (lambda _: "<!doctype html><p>Good morning</p>", "not_ours"),
    "an empty file": (lambda _: "", "not_ours"),
    "a picture": (lambda _: b"\x89PNG\r\n\x1a\n\x00\xff\xfe" * 50, "not_ours"),
    "other JSON": (lambda _: '{"format": "something.else/1"}', "not_ours"),
    "JSON nested deep": (lambda _: "[" * 60_000, "not_ours"),
    "a large file": (lambda text: text + " " * 600_000, "too_large"),
    "a file cut in its record": (cut, "damaged"),
    "a file cut before its record": (lambda text: text[: text.index(START) - 40], "damaged"),
    "a newer format": (renumbered, "newer"),
    "two files in one": (lambda text: text + text, "two"),
    "a file, and another that is cut": (lambda text: text + cut(text), "two"),
}


@pytest.mark.parametrize("name", by_turns([*BAD], at_once=4))
def test_a_bad_file_gets_a_plain_message_and_no_other_sheet_stands_below_it(
    name: str, saved_text: str, sheet: Visit
) -> None:
    spoil, fault = BAD[name]
    choose(sheet.page, spoil(saved_text))
    expect(sheet.page.locator("main")).to_contain_text(SAYS[f"fault.{fault}"])
    assert sheet.page.locator("#sheet").inner_text().strip() == ""
    choose(sheet.page, saved_text)
    expect(sheet.page.locator("#sheet")).to_contain_text(OWN_WORDS)
    expect(sheet.page.locator("main")).not_to_contain_text(SAYS[f"fault.{fault}"])
    choose(sheet.page, spoil(saved_text), "somebody-else.html")
    expect(sheet.page.locator("main")).to_contain_text(SAYS[f"fault.{fault}"])
    expect(sheet.page.locator("[data-problem]")).to_contain_text("“somebody-else.html”")
    expect(sheet.page.locator("#sheet")).to_be_empty()
    expect(sheet.page.locator("[data-print]")).to_be_hidden()
    assert sheet.complaints == []


def test_a_file_with_one_letter_changed_is_shown_and_said_to_be_altered(
    saved_text: str, sheet: Visit
) -> None:
    choose(sheet.page, saved_text.replace("holiday?", "hpliday?"))
    expect(sheet.page.locator("#sheet")).to_contain_text(SAYS["note.altered"])
    expect(sheet.page.locator("#sheet")).to_contain_text(OWN_WORDS)


MAILED: dict[str, Callable[[str], str]] = {
    "quoted": lambda text: re.sub("(?m)^", "> ", text),
    "base64": lambda text: base64.encodebytes(text.encode()).decode(),
    "quoted-printable": lambda text: quopri.encodestring(text.encode()).decode(),
    "curly quotes": lambda text: re.sub('"([^"]*)"', "“\\1”", text),
}


@pytest.mark.parametrize("name", by_turns([*MAILED], at_once=2))
def test_a_file_that_mail_changed_as_a_whole_is_shown_as_it_was(
    name: str, saved_text: str, sheet: Visit
) -> None:
    choose(sheet.page, MAILED[name](saved_text))
    expect(sheet.page.locator("#sheet")).to_contain_text(OWN_WORDS)
    expect(sheet.page.locator("#sheet")).not_to_contain_text(SAYS["note.altered"])
    assert sheet.complaints == []


def test_a_file_that_mail_cut_is_shown_and_its_missing_parts_are_named(
    saved_text: str, sheet: Visit
) -> None:
    choose(sheet.page, saved_text[: saved_text.index('"knowledge":')])
    expect(sheet.page.locator("#sheet")).to_contain_text(SAYS["note.altered"])
    expect(sheet.page.locator("#sheet")).to_contain_text("knowledge, questions, leaning")


def test_an_answer_to_an_older_wording_is_shown_in_the_words_they_saw(
    record: dict[str, Any], sheet: Visit
) -> None:
    rated = record["values"][0]
    rated["wording"] = "f" * 16
    record["words"][f"values/{rated['id']}"] = "Asked otherwise"
    choose(sheet.page, sealed(record), "answers.json")
    expect(sheet.page.locator("[data-part=matters]")).to_contain_text(
        "Asked otherwise (in an older"
    )
    expect(sheet.page.locator(".sheet-note").first).to_contain_text("One answer is to words")


def test_a_sheet_is_headed_by_its_file_and_goes_before_the_next_one_is_read(
    saved_text: str, sheet: Visit
) -> None:
    choose(sheet.page, saved_text, "answers of Ana <b>.html")
    head = sheet.page.locator("#sheet .sheet > :first-child .sheet-file")
    expect(head).to_have_text(
        re.compile(r"^File “answers of Ana <b>\.html”, opened \d+ \w+ \d{4}, \d\d:\d\d$")
    )
    # A second file that never ends: nothing of the first may be seen meanwhile.
    sheet.page.evaluate("() => { Blob.prototype.text = () => new Promise(() => {}); }")
    choose(sheet.page, saved_text, "the next.html")
    expect(sheet.page.locator("#sheet")).to_be_empty()
    assert sheet.complaints == []


def test_a_warning_sign_that_cannot_be_read_is_a_flag(record: dict[str, Any], sheet: Visit) -> None:
    record["red_flags"] = ["Not an id!"]
    choose(sheet.page, sealed(record), "answers.json")
    expect(sheet.page.locator(".flags li").first).to_have_text(SAYS["flag.red_unread"])


def test_a_bare_record_is_read_too(record: dict[str, Any], sheet: Visit) -> None:
    choose(sheet.page, sealed(record), "answers.json")
    expect(sheet.page.locator("#sheet")).to_contain_text(OWN_WORDS)


def test_a_file_may_be_dropped(saved_text: str, sheet: Visit) -> None:
    sheet.page.locator("[data-drop]").evaluate(
        """(zone, text) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([text], "answers.html", { type: "text/html" }));
          for (const type of ["dragenter", "dragover", "drop"]) {
            zone.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
          }
        }""",
        saved_text,
    )
    expect(sheet.page.locator("#sheet")).to_contain_text(OWN_WORDS)


def test_an_unknown_aid_is_said_and_only_the_file_is_shown(
    record: dict[str, Any], site: Site, sheet: Visit
) -> None:
    record["aid"] |= {"id": "another-aid", "title": "An aid from elsewhere"}
    choose(sheet.page, sealed(record), "answers.json")
    expect(sheet.page.locator("main")).to_contain_text(
        SAYS["note.unknown_aid"].format(title="An aid from elsewhere")
    )
    expect(sheet.page.locator("#sheet")).to_contain_text(OWN_WORDS)
    titles = [record["words"][f"values/{each['id']}"] for each in record["values"]]
    for title in titles:
        expect(sheet.page.locator("#sheet")).to_contain_text(title)
    assert list(sheet.strangers(site.address)) == []
    assert not any("another-aid" in url for url in sheet.requests)
    assert sheet.complaints == []


def test_an_aid_that_has_changed_since_is_said(record: dict[str, Any], sheet: Visit) -> None:
    record["aid"]["version"] = "0.9.0"
    choose(sheet.page, sealed(record), "answers.json")
    expect(sheet.page.locator("main")).to_contain_text("they used version 0.9.0")


@pytest.mark.parametrize("key", ["__proto__", "constructor", "toString"])
def test_names_that_every_object_has_do_no_harm(
    key: str, record: dict[str, Any], sheet: Visit
) -> None:
    record["aid"]["id"] = "constructor"
    record["leaning"]["option"] = key.lower().strip("_")
    record["red_flags"] = ["constructor"]
    record[key] = {"hurt": 1}
    choose(sheet.page, sealed(record), "answers.json")
    expect(sheet.page.locator("main")).to_contain_text(
        re.compile(re.escape(SAYS["fault.damaged"]) + "|In their words")
    )
    assert sheet.page.evaluate("() => ({}).hurt") is None
    assert sheet.complaints == []


def test_markup_in_a_file_is_shown_as_text(record: dict[str, Any], sheet: Visit) -> None:
    record["what_matters"] = INJECTED
    record["aid"]["title"] = INJECTED
    record["questions"] = [{"id": None, "text": INJECTED}]
    record["filled_in_by"]["helper"] = INJECTED
    choose(sheet.page, sealed(record), "answers.json")
    expect(sheet.page.locator("#sheet")).to_contain_text(INJECTED)
    assert sheet.page.locator("#sheet :is(img, script)").count() == 0
    assert sheet.page.evaluate("() => window.hurt") is None
    assert sheet.complaints == []


def test_marks_that_turn_text_around_reach_no_other_text(
    record: dict[str, Any], sheet: Visit
) -> None:
    record["what_matters"] = f"before {OVERRIDE}after"
    record["filled_in_by"]["helper"] = f"{OVERRIDE}{OVERRIDE}friend"
    choose(sheet.page, sealed(record), "answers.json")
    expect(sheet.page.locator("#sheet")).to_contain_text("before")
    assert OVERRIDE not in sheet.page.locator("#sheet").inner_text()


TOO_MUCH: dict[str, Callable[[dict[str, Any]], object]] = {
    "a long text": lambda record: record.update(what_matters="x" * 1501),
    "many questions": lambda record: record.update(questions=[{"id": None, "text": "x"}] * 31),
    "a number out of range": lambda record: record["values"][0].update(value=11),
    "a part of another kind": lambda record: record.update(leaning=[]),
    "a part too many": lambda record: record.update(extra=1),
    "no date": lambda record: record.pop("updated"),
}


@pytest.mark.parametrize("name", TOO_MUCH)
def test_a_record_that_breaks_its_schema_is_shown_in_part_or_refused(
    name: str, record: dict[str, Any], sheet: Visit
) -> None:
    TOO_MUCH[name](record)
    choose(sheet.page, sealed(record), "answers.json")
    expect(sheet.page.locator("main")).to_contain_text(
        re.compile(re.escape(SAYS["fault.damaged"]) + "|were not recognised")
    )
    expect(sheet.page.locator("#sheet")).not_to_contain_text("x" * 1501)
    assert sheet.complaints == []


STORED = {
    "no JSON": "{",
    "a list": "[]",
    "null": "null",
    "of another page": '{"format":"decisionaid.answers/1","aid":"other","answers":{}}',
    "a newer format": '{"format":"decisionaid.answers/9"}',
    "large": "x" * 100_000,
    "deep": "[" * 60_000,
}


@pytest.mark.parametrize("name", by_turns([*STORED], at_once=4))
def test_whatever_stands_in_storage_the_page_works(name: str, site: Site, visit: Visitor) -> None:
    seen = visit(site.aid_address(EARS))
    walk = Walk(seen.page, Answers(site.aids[EARS]))
    walk.answer("start")
    store(seen.page, STORED[name])
    seen.page.reload()
    expect(seen.page.locator("body")).to_contain_text("could not be read")
    walk.expect_at("start")
    walk.answer("start")
    assert seen.complaints == []


def test_hostile_answers_in_storage_are_left_out(site: Site, visit: Visitor) -> None:
    seen = visit(site.aid_address(EARS))
    walk = Walk(seen.page, Answers(site.aids[EARS]))
    walk.answer("start")
    stored = json.loads(seen.page.evaluate("() => Object.values(sessionStorage)[0]"))
    question = f"values.{walk.answers.importance[0].id}"
    stored["answers"] |= {
        question: ["4711"],
        "leaning": [INJECTED],
        "what_matters": [INJECTED],
        "own_question.1": {"length": 5},
        "constructor": ["x"],
        "knowledge.none": None,
    }
    # `__proto__` as a name of its own, which a dict of Python writes as any other.
    stored["answers"]["__proto__"] = {"hurt": ["1"]}
    seen.page.goto(f"{site.aid_address(EARS)}#summary")
    store(seen.page, json.dumps(stored))
    seen.page.reload()
    expect(seen.page.locator("body")).to_contain_text("Some of what was kept")
    expect(seen.page.locator("#summary")).to_contain_text(INJECTED)
    expect(seen.page.locator("#summary")).not_to_contain_text("4711")
    assert seen.page.locator("#summary :is(img, script)").count() == 0
    assert seen.page.evaluate("() => window.hurt ?? ({}).hurt") is None
    assert seen.complaints == []


def store(page: Page, text: str) -> None:
    """Put a text in the place of what the page keeps."""
    page.evaluate(
        "(text) => { for (const key of Object.keys(sessionStorage)) sessionStorage[key] = text; }",
        text,
    )


def test_a_browser_that_keeps_nothing_is_said(site: Site, visit: Visitor, tmp_path: Path) -> None:
    seen = visit("about:blank")
    seen.page.add_init_script(
        "Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('denied'); } })"
    )
    seen.page.goto(site.aid_address(EARS))
    expect(seen.page.locator("body")).to_contain_text("cannot be kept in this browser")
    walk = Walk(seen.page, Answers(site.aids[EARS]))
    walk.to_summary()
    assert OWN_WORDS.split("<")[0] in walk.save(tmp_path).read_text(encoding="utf-8")
    assert seen.complaints == []
