"""The clinician's page in WebKit and in Firefox: each way in brings the same record, and each way out takes it all."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.answers import OWN_WORDS, Answers
from tests.browser.desk import (
    PASTED,
    SAYS,
    SHEET,
    Handed,
    as_file,
    handed,
    link_to,
    qr_picture,
    written,
)
from tests.browser.engines.conftest import ENGINES, FIREFOX_ALONE
from tests.browser.engines.engine import Engine, Kind, empty, saved_in, until
from tests.browser.engines.firefox import Firefox
from tests.browser.engines.journey import IS_THERE, WAYS, Journey, one_of_each_kind
from tests.browser.engines.noted import COMPLAINTS
from tests.browser.engines.on_paper import seen_words, turn_to_paper
from tests.browser.site_fixtures import Site, by_turns
from tests.english import script_texts
from tests.our_aids import KNEE

OWN = "I want to dig my garden again"
DESK = 1280
OPENED = "(way) => document.querySelector('.sheet-file')?.textContent.includes(way)"
CLOSED = "() => document.querySelector('#sheet').childElementCount === 0"
UNHELD = "() => { document.activeElement?.blur(); }"
RECORD_TEXT = "() => document.querySelector('[data-record-text]').textContent"
HELD = """(text) => {
  const field = document.createElement("textarea");
  field.id = "held";
  field.value = text;
  document.body.append(field);
  field.focus();
  field.select();
}"""
IN_HELD = """() => document.querySelector("#held").value"""
GONE = """() => { document.querySelector("#held").remove(); }"""
SAID = "(selector, words) => document.querySelector(selector)?.textContent === words"
PASSPHRASE = "brown owl nine rivers"  # noqa: S105 - for made-up answers
UNFOLD = """() => { document.querySelector("[data-part=forms]").open = true; }"""


@pytest.fixture
def record(site: Site) -> Handed:
    """Return a record with words that only it has."""
    return handed(site, KNEE, 0, OWN)


def file_of(folder: Path, record: Handed) -> Path:
    """Write a record as bare JSON."""
    path = folder / "answers.json"
    path.write_text(record.json, "utf-8")
    return path


def sheet(engine: Engine, way: str) -> str:
    """Return the sheet of what came by a way, then close it."""
    until(engine, OPENED, way)
    said = str(engine.ask(SHEET))
    engine.click("[data-close]")
    until(engine, CLOSED)
    engine.ask(UNHELD)
    return said


# Each in one engine in each run, the other way in the other; the rest is for `make engines`.
@pytest.mark.parametrize("engine", by_turns(ENGINES, rest=pytest.mark.engines), indirect=True)
def test_each_way_in_brings_the_same_sheet(
    engine: Engine, site: Site, noted: Callable[[Path], str], record: Handed, tmp_path: Path
) -> None:
    address = f"{noted(site.folder)}clinician/"
    link = link_to(site, record.token).replace(site.address, noted(site.folder))
    picture = tmp_path / "photo.png"
    picture.write_bytes(as_file(qr_picture(link))["buffer"])

    engine.open(address, width=DESK)
    engine.choose_file("#record-file", file_of(tmp_path, record))
    expected = sheet(engine, "answers.json")
    assert OWN in expected
    found = {}
    engine.write("#code", record.token.lower())
    engine.press("Enter")
    found["typed"] = sheet(engine, "Code typed in")
    engine.choose_file("#picture", picture)
    found["picture"] = sheet(engine, "photo.png")
    engine.ask(HELD, f"Good morning, {link}")
    engine.press_with_control("c")
    engine.ask(GONE)
    engine.press_with_control("v")
    found["pasted by keys"] = sheet(engine, "Pasted")
    # Without its window, Firefox has a clipboard for text alone, and it hands on no event with files that a page made.
    if not isinstance(engine, Firefox):
        engine.ask(PASTED, [None, [["image.png", "image/png", list(picture.read_bytes())]]])
        found["a picture, pasted"] = sheet(engine, "image.png")
    complaints = engine.ask(COMPLAINTS)
    engine.go(link)
    found["link"] = sheet(engine, "Link")
    assert engine.ask("() => location.href") == address
    assert [name for name, said in found.items() if said != expected] == []
    assert [*complaints, *engine.ask(COMPLAINTS)] == []


@pytest.mark.parametrize(
    "engine", by_turns(ENGINES, begin=1, rest=pytest.mark.engines), indirect=True
)
def test_each_way_out_takes_all_of_it(
    engine: Engine, site: Site, noted: Callable[[Path], str], record: Handed, tmp_path: Path
) -> None:
    engine.open(f"{noted(site.folder)}clinician/", width=DESK)
    file = file_of(tmp_path, record)
    engine.choose_file("#record-file", file)
    until(engine, OPENED, "answers.json")
    engine.click("[data-copy]")
    text = engine.ask(RECORD_TEXT)
    engine.ask(HELD, "")
    engine.press_with_control("v")
    assert engine.ask(IN_HELD) == text
    engine.ask(GONE)
    engine.ask(UNFOLD)
    for form in ("fhir", "prsb"):
        empty(engine.downloads)
        engine.click(f"[data-form={form}]")
        saved = saved_in(engine.downloads, ".json")
        assert json.loads(saved.read_bytes()) == json.loads(written(form, file, site))
        assert saved.read_bytes() == written(form, file, site)
    turn_to_paper(engine)
    paper = seen_words(engine)
    assert OWN in paper
    for tool in ("Close and forget", "Open another", "Other systems", "Use the camera"):
        assert tool not in paper
    assert engine.ask(COMPLAINTS) == []


@pytest.mark.parametrize("kind", FIREFOX_ALONE)
def test_the_button_reads_what_was_copied_in_firefox(
    kind: Kind,
    engines: Callable[[Kind], Engine],
    site: Site,
    noted: Callable[[Path], str],
    record: Handed,
) -> None:
    engine = engines(kind)
    engine.open(f"{noted(site.folder)}clinician/", width=DESK)
    engine.ask("(text) => navigator.clipboard.writeText(text)", record.token)
    engine.click("[data-paste]")
    until(engine, OPENED, "Pasted")
    assert OWN in engine.ask(SHEET)
    assert engine.ask(COMPLAINTS) == []


@pytest.mark.engines
@pytest.mark.long
def test_what_is_locked_on_the_patients_page_is_opened_with_its_passphrase(
    engine: Engine, site: Site, noted: Callable[[Path], str]
) -> None:
    answers = Answers(site.aids[KNEE])
    walk = Journey(engine, answers, site.steps(KNEE), one_of_each_kind(answers))
    engine.open(f"{noted(site.folder)}aids/{KNEE}/")
    walk.to_summary()
    until(engine, IS_THERE, WAYS)
    engine.click(f"{WAYS} > summary")
    engine.click(".lock > summary")
    engine.write("#passphrase", PASSPHRASE)
    engine.press("Enter")
    until(engine, SAID, ".lock .way-message", script_texts("ways")["lock.done"])
    file = walk.save()
    assert OWN_WORDS[:20] not in file.read_text("utf-8")
    engine.go(f"{noted(site.folder)}clinician/")
    engine.choose_file("#record-file", file)
    until(engine, IS_THERE, "#passphrase")
    engine.write("#passphrase", PASSPHRASE[1:])
    engine.press("Enter")
    until(engine, SAID, "#passphrase-said", SAYS["passphrase.wrong"])
    # What was wrong is marked: the next letter takes its place.
    engine.type(PASSPHRASE)
    engine.press("Enter")
    until(engine, OPENED, file.name)
    assert OWN_WORDS in engine.ask(SHEET)
    assert engine.ask(COMPLAINTS) == []
