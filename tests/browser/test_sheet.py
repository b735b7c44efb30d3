"""The clinician's sheet: one screen of 1366 x 768 and one side of A4 for every kind of record, and what it does."""

import copy
import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from decisionaid.language import catalogue
from decisionaid.model.canonical import record_checksum
from tests.browser.conftest import Visitor
from tests.browser.figures_read import bare
from tests.browser.made_up_site import MadeUpSite, built_in
from tests.browser.probes import drawn_faults, faults_of, spaced_faults
from tests.browser.site_fixtures import Site, by_turns
from tests.browser.spoken import spoken
from tests.browser.visit import Visit, sheets_of
from tests.browser.visit import words_of as read_words
from tests.conftest import Golden
from tests.kinds_of_record import KINDS, LONG_OWN, QUESTIONS, as_full_as_can_be, record_of
from tests.language.made_up import FROM_RIGHT, write_catalogues
from tests.language.made_up_pages import NOW, cases
from tests.our_aids import EARS, KNEE, SLUGS

SCREEN: Mapping[str, Any] = {"width": 1366, "height": 768}
FULL = "as full as can be"
AGAINST = "(the leaning goes against this)"
MOST_WORDS = 200
LONG = "in plain words and without haste, " * 4

# Words that are seen on the sheet: those of figures and of the text for the record, with what the aid says of
# facts and of warning signs; what the person wrote; and all the rest.
WORDS = """([theirs, signs]) => {
  const counts = { figures: 0, theirs: 0, rest: 0 };
  const walker = document.createTreeWalker(document.querySelector(".sheet"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement, text = node.data.trim();
    const isSeen = element.checkVisibility({ visibilityProperty: true });
    if (!text || !isSeen || element.closest(".visually-hidden")) continue;
    const n = text.split(/\\s+/).length;
    const own = [...theirs].find((each) => text.replace(/[“”]/g, "").startsWith(each.slice(0, 12)));
    const named = signs.filter((each) => text.includes(each.replace(/\\.$/, "")));
    const sign = named.join(" ").split(/\\s+/).filter(Boolean).length;
    if (element.closest(".sheet-row, .sheet-facts small, .aid-says, .record-text")) counts.figures += n;
    else if (own) counts.theirs += n;
    else { counts.figures += sign; counts.rest += n - sign; }
  }
  return counts;
}"""


def words_of(folder: Path, slug: str) -> dict[str, Any]:
    words: dict[str, Any] = json.loads((folder / f"aids/{slug}/aid.json").read_text("utf-8"))[
        "words"
    ]
    return words


def made(kind: str, words: Mapping[str, Any], **change: Any) -> dict[str, Any]:
    return as_full_as_can_be(words) if kind == FULL else record_of(kind, words, **change)


def opened(seen: Visit, record: Mapping[str, Any]) -> Visit:
    """Open a record in the page."""
    file = {
        "name": "answers.json",
        "mimeType": "application/json",
        "buffer": json.dumps(record).encode(),
    }
    seen.page.locator("#record-file").set_input_files(file)  # type: ignore[arg-type]
    expect(seen.page.locator(".sheet")).to_be_visible()
    return seen


@pytest.mark.parametrize("slug", SLUGS)
def test_every_kind_of_record_is_one_screen_one_sheet_and_two_hundred_words(
    slug: str, site: Site, visit: Visitor
) -> None:
    words = words_of(site.folder, slug)
    seen = visit(f"{site.address}clinician/", **SCREEN)
    found = {}
    for kind in (*KINDS, FULL):
        record = made(kind, words)
        page = opened(seen, record).page
        height = page.evaluate("() => document.documentElement.scrollHeight")
        last = page.locator(".record-text, [data-copy], .sheet-stated, .sheet-folds").evaluate_all(
            "all => Math.max(...all.map((one) => one.getBoundingClientRect().bottom + scrollY))"
        )
        theirs = [
            record["what_matters"],
            *(each["text"] for each in record["questions"]),
            *(each["text"] for each in record["own_concerns"]),
        ]
        signs = [each["text"] for each in words["red_flags"] if each["id"] in record["red_flags"]]
        counts = page.evaluate(WORDS, [[each for each in theirs if each], signs])
        flags = page.locator(".flags li").count()
        found[kind] = (
            height <= 768,
            last <= 768,
            seen.overflow(),
            flags <= 5,
            counts["rest"] + counts["theirs"] <= MOST_WORDS,
        )
        # What the leaning goes against is not behind a fold alone.
        said = page.locator("[data-part=matters]").text_content() or ""
        if AGAINST in said:
            expect(
                page.locator("[data-part=matters] > ul").get_by_text(AGAINST).first
            ).to_be_visible()
        assert len(sheets_of(seen).pages) == 1, kind
        page.locator("[data-close]").click()
    assert {kind: each for kind, each in found.items() if each != (True, True, 0, True, True)} == {}
    assert seen.complaints == []


@pytest.mark.parametrize("slug", by_turns([KNEE, EARS]))
def test_notes_above_the_sheet_are_reckoned_with(slug: str, site: Site, visit: Visitor) -> None:
    words = words_of(site.folder, slug)
    seen = visit(f"{site.address}clinician/", **SCREEN)
    too_high = {}
    for kind in (*KINDS, FULL):
        record = made(kind, words)
        older = record | {"aid": record["aid"] | {"version": "0.9.0"}}
        # Altered, of an older version, and with parts that nobody knows.
        for note, each in {
            "older": older | {"crc32": record_checksum(older)},
            "altered": record | {"crc32": "12345678"},
            "all": older | {"crc32": "12345678", "more": 1},
        }.items():
            page = opened(seen, each).page
            assert page.locator(".sheet-note").count() == (3 if note == "all" else 1)
            height = page.evaluate("() => document.documentElement.scrollHeight")
            if height > SCREEN["height"] or len(sheets_of(seen).pages) != 1:
                too_high[kind, note] = height
            page.locator("[data-close]").click()
    assert too_high == {}


def test_paper_has_own_words_flags_leaning_and_own_questions_in_full_and_counts_what_it_lacks(
    site: Site, visit: Visitor
) -> None:
    words = words_of(site.folder, KNEE)
    seen = opened(visit(f"{site.address}clinician/", **SCREEN), made("fullest", words))
    (printed,) = seen.printed()
    for each in (
        LONG_OWN,
        *QUESTIONS,
        words["options"][-1]["text"],
        "Warning sign ticked",
        "Said no to",
    ):
        assert bare(each) in bare(printed)
    # Its beginning does not stand there a second time.
    assert printed.count("I have kept an allotment") == LONG_OWN.count("I have kept an allotment")
    assert "Not on this paper: " in printed
    lacking = len(words["facts"]) - seen.page.locator(".sheet-facts > .sheet-row").count()
    assert bare(f"{lacking} rows of figures") in bare(printed)
    assert "For the record" not in printed
    # What has room is on paper, and then nothing is missed but rows of figures.
    opened(seen, made("typical", words))
    (printed,) = seen.printed()
    assert bare("Not on this paper: 15 rows of figures.") in bare(printed)
    assert "In the visit" in printed


def test_all_that_was_said_is_in_sight_or_behind_a_fold(site: Site, visit: Visitor) -> None:
    words = words_of(site.folder, EARS)
    record = as_full_as_can_be(words)
    page = opened(visit(f"{site.address}clinician/", **SCREEN), record).page
    for fold in page.locator(".sheet details > summary").all():
        fold.press("Enter")
    shown = " ".join(page.locator(".sheet").inner_text().split())
    texts = [
        record["what_matters"],
        record["filled_in_by"]["view"],
        record["filled_in_by"]["helper"],
    ]
    texts += [
        each["text"]
        for part in ("questions", "own_concerns", "noted", "ideas")
        for each in record[part]
    ]
    texts += [each["statement"] for each in words["checks"]]
    texts += [each["label"] for each in words["facts"]]
    assert [each for each in texts if " ".join(each.split()) not in shown] == []


def test_the_text_is_copied_by_its_button_and_by_a_key(site: Site, visit: Visitor) -> None:
    seen = visit(
        f"{site.address}clinician/", **SCREEN, permissions=["clipboard-read", "clipboard-write"]
    )
    page = opened(seen, made("typical", words_of(site.folder, KNEE))).page
    text = page.locator(".record-text").evaluate("(one) => one.textContent")
    expect(page.locator(".sheet-record h3")).to_have_text(
        f"For the record ({len(text)} characters)"
    )
    assert len(text) <= 900
    assert text.isascii()
    said = page.locator(".record-copied")

    def held() -> str:
        value: str = page.evaluate("() => navigator.clipboard.readText()")
        page.evaluate("() => navigator.clipboard.writeText('')")
        return value

    page.get_by_role("button", name="Copy").click()
    expect(said).to_have_text("Copied")
    expect(page.get_by_role("status")).to_have_text("Copied")
    assert held() == text
    # The focus is on the button, then nowhere, then in what may not be disturbed.
    page.keyboard.press("c")
    expect(said).to_have_text("Copied")
    assert held() == text
    page.locator("#sheet-title").focus()
    page.keyboard.press("c")
    assert held() == text
    for keys in ("Shift+C", "Control+c", "Alt+c"):
        page.evaluate("() => getSelection().removeAllRanges()")
        page.keyboard.press(keys)
        assert held() == "", keys
    page.evaluate("() => document.querySelector('main').append(document.createElement('textarea'))")
    page.locator("main textarea").press("c")
    expect(page.locator("main textarea")).to_have_value("c")
    assert held() == ""
    # It can be turned off, and stays so for the next file.
    page.get_by_role("checkbox", name="or key C").uncheck()
    page.locator("#sheet-title").focus()
    page.keyboard.press("c")
    assert held() == ""
    opened(seen, made("sparse", words_of(site.folder, KNEE)))
    expect(page.get_by_role("checkbox", name="or key C")).not_to_be_checked()
    assert seen.complaints == []


def test_where_copying_is_not_allowed_the_text_is_selected(site: Site, visit: Visitor) -> None:
    seen = visit(f"{site.address}clinician/", **SCREEN)
    page = opened(seen, made("typical", words_of(site.folder, KNEE))).page
    page.evaluate(
        "() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }"
    )
    page.get_by_role("button", name="Copy").click()
    expect(page.locator(".record-copied")).to_have_text("Selected. Copy it with Ctrl and C.")
    selected = page.evaluate("() => getSelection().toString()")
    assert selected.split() == page.locator(".record-text").inner_text().split()


def test_an_older_record_stands_beside_what_the_aid_says_today(
    site: Site, visit: Visitor, tmp_path: Path, served: Callable[[Path], str]
) -> None:
    words = words_of(site.folder, KNEE)
    then = copy.deepcopy(words) | {"source_sha256": "feedfeedfeedfeed", "version": "0.9.0"}
    figure = then["facts"][0]["figures"][1]
    now, figure["said"] = figure["said"], "14 points better since the start, on average"
    # A site that has the words of an earlier text too.
    folder = tmp_path / "site"
    shutil.copytree(site.folder, folder)
    (folder / f"aids/{KNEE}/versions/{then['source_sha256']}.json").write_text(
        json.dumps(then), encoding="utf-8"
    )
    place = folder / "clinician/index.html"
    page_as_built = place.read_text(encoding="utf-8")
    text = page_as_built.replace(
        f'["{words["source_sha256"]}"]', f'["{words["source_sha256"]}", "{then["source_sha256"]}"]'
    )
    assert text != page_as_built
    place.write_text(text, encoding="utf-8")
    seen = opened(visit(f"{served(folder)}clinician/", **SCREEN), made("typical", then))
    page = seen.page
    row = page.locator(".sheet-row").first
    expect(row.locator(".sheet-figures")).to_contain_text("14 points better")
    expect(row.locator(".sheet-today")).to_contain_text(
        f"Today the aid says: {words['facts'][0]['label']}"
    )
    expect(row.locator(".sheet-today")).to_contain_text(now)
    expect(page.locator(".sheet-note")).to_contain_text("used version 0.9.0")
    expect(page.locator(".sheet-today")).to_have_count(1)
    assert len(sheets_of(seen).pages) == 1
    assert seen.complaints == []


@pytest.mark.parametrize("slug", by_turns(SLUGS, begin=1, at_once=2))
def test_on_paper_what_is_cut_on_the_screen_stands_whole_in_its_place(
    slug: str, site: Site, visit: Visitor
) -> None:
    questions = [
        {
            "id": None,
            "text": f"Question {n} of mine {long}?",
        }
        for n, long in enumerate(["", LONG, "", "", ""], start=1)
    ]
    record = made("typical", words_of(site.folder, slug), questions=questions)
    seen = opened(visit(f"{site.address}clinician/", **SCREEN), record)
    expect(seen.page.locator("[data-part=questions] .cut-short")).to_have_count(1)
    (sheet,) = read_words(sheets_of(seen))
    at = [sheet.find(f"{each['text']}") for each in questions]
    assert -1 not in at, sheet
    assert at == sorted(at), sheet
    assert [sheet.count(f"Question {n} of mine") for n in range(1, 6)] == [1] * 5


# The part of the sheet that has the focus; nothing outside of it.
STOP = """() => {
  const here = document.activeElement;
  const place = here.closest(".sheet [data-part], .say-first, .sheet-facts, .sheet-record");
  return place ? (place.dataset.part ?? place.className) : "";
}"""

LOOKS: Mapping[str, Mapping[str, Any]] = {
    "screen": SCREEN,
    "phone": {"width": 390, "height": 844},
    "narrow": {"width": 320, "height": 640},
    "at 400 %": {"width": 341, "height": 192},
    "forced": {**SCREEN, "forced_colors": "active"},
    "dark": {**SCREEN, "color_scheme": "dark"},
}


@pytest.mark.parametrize("look", by_turns([*LOOKS], at_once=3))
def test_the_fullest_sheet_is_without_fault(look: str, site: Site, visit: Visitor) -> None:
    seen = opened(
        visit(f"{site.address}clinician/", **LOOKS[look]),
        as_full_as_can_be(words_of(site.folder, KNEE)),
    )
    # Of colours that the person's own system has chosen nothing is to be said.
    faults = drawn_faults if look == "forced" else faults_of
    assert list(faults(seen)) == []
    seen.page.evaluate(
        "() => document.querySelectorAll('.sheet details').forEach((one) => { one.open = true; })"
    )
    assert list(faults(seen)) == []
    assert list(spaced_faults(seen)) == []


def test_tab_goes_through_the_sheet_in_the_order_of_reading(site: Site, visit: Visitor) -> None:
    page = opened(
        visit(f"{site.address}clinician/", **SCREEN), made("fullest", words_of(site.folder, KNEE))
    ).page
    expect(page.locator("#sheet-title")).to_be_focused()
    stops = []
    for _ in range(16):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(STOP))
    seen = [each for each in dict.fromkeys(stops) if each]
    assert seen == [
        "say-first",
        "questions",
        "matters",
        "now",
        "misunderstood",
        "sheet-facts",
        "sheet-record",
        "noted",
        "helper",
        "about",
        "talk",
        "forms",
    ]


def test_the_sheet_from_right_to_left_is_without_fault_and_one_sheet(
    tmp_path_factory: pytest.TempPathFactory, served: Callable[[Path], str], visit: Visitor
) -> None:
    locale = tmp_path_factory.mktemp("locale")
    write_catalogues(locale)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogue, "FOLDER", locale)
        chosen = [case for case in cases() if case.name == KNEE]
        made_up: MadeUpSite = built_in(
            FROM_RIGHT, chosen, tmp_path_factory.mktemp("right"), served, {}
        )
    seen = visit(f"{made_up.address}clinician/index.html", **SCREEN)
    opened(seen, made("typical", words_of(made_up.folder, KNEE)))
    expect(seen.page.locator("html")).to_have_attribute("dir", "rtl")
    expect(seen.page.locator(".record-text")).to_have_attribute("dir", "ltr")
    assert list(faults_of(seen)) == []
    # Its letters are wider than ours: a line more than the screen has.
    assert seen.page.evaluate("() => document.documentElement.scrollHeight") <= 768 + 24
    assert len(sheets_of(seen).pages) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_the_sheet_is_heard_as_it_was_when_last_read(
    kind: str, site: Site, visit: Visitor, golden: Golden
) -> None:
    seen = visit("about:blank", bypass_csp=True, **SCREEN)
    seen.page.clock.set_fixed_time(NOW.isoformat())
    seen.page.goto(f"{site.address}clinician/")
    opened(seen, made(kind, words_of(site.folder, KNEE)))
    golden(f"spoken/sheet/{kind}.txt", "\n".join([*spoken(seen.page, "#sheet"), ""]))
