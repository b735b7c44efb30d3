"""A form that was filled in on paper is typed in by keyboard alone, and gives the record that the screen gives."""

import json
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any, Final

import pytest
from playwright.sync_api import FilePayload, Page, expect
from pypdf import PdfReader

from bench.typing_in import MOST_S, cost_of, fillings
from decisionaid.model.record import Record
from decisionaid.record.token import TokenRead, record_in_token
from tests.browser.back import bring
from tests.browser.conftest import Visitor
from tests.browser.figures_read import bare
from tests.browser.site_fixtures import Site, by_turns, crossed
from tests.browser.tokens import as_cameras_see, codes_in
from tests.browser.typed_in import FORM, SPARE, STATES, Filled, type_in
from tests.browser.visit import comes_to, words_of
from tests.browser.walk import open_ways
from tests.english import say, script_texts
from tests.our_aids import SLUGS, STATINS

pytestmark = pytest.mark.long

MOST_PRESSES: Final = 3
"""Key presses that an answer may cost; own words cost one for each letter."""

PUT: Final = """(answers) => {
  for (const [name, values] of answers) {
    for (const control of document.querySelectorAll(`form [name="${name}"]`)) {
      if (control.type === "radio" || control.type === "checkbox") {
        if (!values.includes(control.value)) continue;
        control.checked = true;
      } else control.value = values[0];
      control.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }
}"""


# Of what is printed, the numbers of the questions.
NUMBERS: Final = """(questions) => [...document.querySelectorAll(questions)]
  .filter((each) => each.checkVisibility()).map((each) => each.dataset.n)"""


def filled(form: Sequence[Mapping[str, Any]], turn: int) -> Filled:
    """Fill in a form so that each kind of question has each kind of answer in one of some turns."""
    made = Filled()
    for at, asked in enumerate(form):
        name, number, marks = asked["name"], asked["n"], asked["marks"]
        answers = [each for each in marks if each[1] not in STATES]
        states = [each for each in marks if each[1] in STATES]
        made.answers[number] = 1
        if name == "filled_in_by.role":
            answers, states = [answers[1 + turn % 2]], []
        match asked["kind"]:
            case "one":
                turns = [
                    answers[(at + turn) % len(answers)],
                    *states,
                    answers[-1],
                    None,
                    answers[0],
                ]
                chosen = turns[(at + turn) % len(turns)] if len(answers) > 1 else answers[0]
                if chosen:
                    made.keys[number] = chosen[0]
                    made.screen[name] = [chosen[1]]
            case "many":
                ticked = answers[turn % 2 :: 2]
                made.keys[number] = "".join(key for key, _ in ticked)
                made.answers[number] = len(ticked)
                made.screen.setdefault(name, []).extend(value for _, value in ticked)
            case "order":
                if turn % 3 == 2:
                    made.keys[number] = states[0][0]
                    made.screen[f"{name}.state"] = [states[0][1]]
                else:
                    order = asked["items"][::-1][: None if turn % 3 == 0 else 2]
                    made.keys[number] = "".join(key for key, _ in order)
                    made.answers[number] = len(order)
                    made.screen[name] = [",".join(value for _, value in order)]
            case "text":
                if name not in SPARE:
                    words = f"Words, for {name} & me; 2 of them"
                    made.keys[number] = words
                    made.screen[name] = [words]
    for asked in form:
        if asked["name"] in SPARE:
            made.screen.pop(asked["name"], None)
            made.keys.pop(asked["n"], None)
    return made


def on_screen(site: Site, slug: str, visit: Visitor, made: Filled) -> dict[str, Any]:
    """Return the record that the aid's own page gives."""
    page = visit(site.aid_address(slug), accept_downloads=True).page
    shares = page.locator("[data-share]").evaluate_all("(all) => all.map(({ name }) => name)")
    given = [*made.screen.items(), *((name, ["yes"]) for name in shares)]
    page.evaluate(PUT, given)
    page.goto(f"{site.aid_address(slug)}#summary")
    open_ways(page)
    with page.expect_download() as download:
        page.locator("[data-save-file]").filter(visible=True).click()
    text = download.value.path().read_text("utf-8")
    record: dict[str, Any] = json.loads(
        text.partition('id="decisionaid-record">')[2].partition("</script>")[0].replace("\n", "")
    )
    return record


def make_record(page: Page) -> dict[str, Any]:
    """Make the record by keyboard, and return the one in the file that is saved."""
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#typing-save")).to_be_visible()
    page.locator("#typing-save").focus()
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    text = download.value.path().read_text("utf-8")
    record: dict[str, Any] = json.loads(
        text.partition('id="decisionaid-record">')[2].partition("</script>")[0].replace("\n", "")
    )
    return record


def said(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return a record without what names it and where it came from; on paper nothing is pointed out."""
    left = ("id", "rev", "created", "updated", "day", "crc32", "paper", "noted")
    return {name: part for name, part in record.items() if name not in left}


@pytest.mark.parametrize(("slug", "turn"), crossed(SLUGS, range(5), every=14))
def test_what_is_typed_in_is_the_record_that_the_screen_gives(
    slug: str, turn: int, site: Site, visit: Visitor
) -> None:
    form = visit(site.aid_address(slug), java_script_enabled=False).page.evaluate(FORM)
    made = filled(form, turn)
    seen = visit(f"{site.aid_address(slug)}from-paper.html", width=1280, accept_downloads=True)
    presses = type_in(seen.page, made)
    kinds = {each["n"]: each["kind"] for each in form}
    shown = [each["n"] for each in form if each["name"] not in SPARE]
    assert list(presses) == ["head", *shown, "review"]
    dear = {
        n: count
        for n, count in presses.items()
        if kinds.get(n) != "text" and count > MOST_PRESSES * max(made.answers.get(n, 1), 1)
    }
    assert dear == {}
    record = make_record(seen.page)
    assert said(record) == said(on_screen(site, slug, visit, made))
    assert record["paper"] == {
        "typed_by": "unanswered", "words": "", "written": "", "unclear": [],
    }  # fmt: skip
    Record.model_validate_json(json.dumps(record))
    assert seen.complaints == []


@pytest.mark.parametrize(("slug", "large"), crossed(SLUGS, (False, True), every=4))
def test_the_numbers_on_an_empty_form_have_no_gap_and_are_the_lines_that_are_typed_in(
    slug: str, large: bool, site: Site, visit: Visitor
) -> None:
    name = "large-print.html" if large else ""
    paper = visit(f"{site.aid_address(slug)}{name}", java_script_enabled=False).page
    paper.emulate_media(media="print")
    printed = paper.evaluate(NUMBERS, "form [data-n]")
    assert printed == [f"{n}" for n in range(1, len(printed) + 1)]
    page = visit(f"{site.aid_address(slug)}from-paper.html", width=1280).page
    lines = page.locator(".typing-row").filter(visible=True).locator("b")
    assert lines.all_text_contents() == printed


def test_more_own_words_than_an_empty_form_has_room_for_are_typed_in_by_their_numbers(
    site: Site, visit: Visitor
) -> None:
    """Somebody wrote four on the screen, printed them, and answered the rest by hand."""
    paper = visit(site.aid_address(SLUGS[0])).page
    empty = paper.evaluate(FORM)
    for n in range(1, 5):
        paper.evaluate(PUT, [[f"concern.{n}", [f"Concern {n}"]]])
    paper.emulate_media(media="print")
    last = len(empty) - len(SPARE)
    # No other number is another one for it.
    more = [f"{last + 1}", f"{last + 2}"]
    numbers = paper.evaluate(NUMBERS, "form [data-n]")
    assert sorted(map(int, numbers)) == list(range(1, last + 3))
    seen = visit(f"{site.aid_address(SLUGS[0])}from-paper.html", width=1280, accept_downloads=True)
    page = seen.page
    spare = page.locator(".typing-spare")
    expect(spare.locator("summary")).to_have_text(
        script_texts("typing")["spare"].replace("{from}", more[0]).replace("{to}", f"{last + 4}")
    )
    # The last line leads past it, and back, until it is opened.
    page.locator(f"#typed-{last}").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#typing-review")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(spare.locator("summary")).to_be_focused()
    page.keyboard.press("Enter")
    page.locator(f"#typed-{last}").focus()
    for keys in ("", "Concern 4", "7", "", ""):
        page.keyboard.type(keys)
        page.keyboard.press("Enter")
    expect(page.locator("#typing-review")).to_be_focused()
    assert list(seen.axe_faults("#typing")) == []
    page.keyboard.press("Enter")
    record = make_record(page)
    (own,) = [each for each in record["own_concerns"] if each["text"]]
    assert own == {"text": "Concern 4", "state": "answered", "value": 7}
    page.get_by_role("button", name="type in another form").click()
    expect(spare).not_to_have_attribute("open", "")
    assert seen.complaints == []


@pytest.mark.parametrize("slug", by_turns(SLUGS, begin=2))
def test_a_form_is_typed_in_within_two_minutes(slug: str, site: Site, visit: Visitor) -> None:
    """Reckoned by a published model from the keys that the browser had: see ``bench.typing_in``."""
    paper = visit(site.aid_address(slug), java_script_enabled=False).page
    costs = {}
    for name, made in fillings(paper).items():
        page = visit(f"{site.aid_address(slug)}from-paper.html", width=1280).page
        costs[name] = cost_of(page, made)
    none, few, every = costs.values()
    assert none.letters == 0 < few.letters < every.letters
    assert none.seconds < few.seconds <= MOST_S
    # With each line of own words filled it takes longer: what is above is those words, letter by letter.
    assert every.seconds - every.seconds_of_letters <= none.seconds + 10 <= MOST_S


def unclear_on(form: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    """Yield keys for each question of a form on which nothing can be made out, by its number."""
    for at, asked in enumerate(form):
        mark = "?x"[at % 2]
        is_box = asked["kind"] == "many"
        yield asked["n"], f"{asked['marks'][0][0]}{mark}" if is_box else mark


@pytest.mark.parametrize("slug", by_turns(SLUGS))
def test_what_nobody_could_read_has_a_state_of_its_own_wherever_it_goes(
    slug: str, site: Site, visit: Visitor
) -> None:
    form = visit(site.aid_address(slug), java_script_enabled=False).page.evaluate(FORM)
    seen = visit(f"{site.aid_address(slug)}from-paper.html", width=1280, accept_downloads=True)
    made = Filled(keys=dict(unclear_on(form)))
    presses = type_in(seen.page, made)
    assert max(presses.values()) <= MOST_PRESSES
    record = make_record(seen.page)
    states = {"unreadable", "crossed_out"}
    picks = [each for answer in record["values"] for each in answer.get("blocks", ())]
    stated = [
        record["leaning"], *record["knowledge"], *record["readiness"],
        *(each for each in record["values"] if each["kind"] != "picks"),
        *(block[end] for block in picks for end in ("most", "least")),
    ]  # fmt: skip
    assert {each["state"] for each in stated} == states
    places = {each["place"] for each in record["paper"]["unclear"]}
    assert places >= {
        "filled_in_by/role", "filled_in_by/helper", "filled_in_by/view", "what_matters", "own_ideas/1",
        "leaning/stage", "leaning/role", "communication/large_print", "own_questions/3", "own_concerns/3",
    }  # fmt: skip
    assert {place.split("/")[0] for place in places} >= {"red_flags", "questions", "ideas"}
    address = seen.page.locator("#typing-open").get_attribute("href")
    assert address is not None
    words = site.words(slug)
    read = record_in_token(address.partition("#")[2], lambda _aid, _hash: words)
    assert isinstance(read, TokenRead)
    assert read.record == Record.model_validate_json(json.dumps(record))
    seen.page.locator("#typing-open").focus()
    seen.page.keyboard.press("Enter")
    sheet = seen.page.locator("#sheet")
    expect(sheet).to_contain_text("From paper")
    # Nobody said who typed.
    assert "reception" not in sheet.inner_text()
    expect(sheet).to_contain_text("could not be read: ask")
    expect(sheet).to_contain_text("ask about warning signs")
    assert "Not answered" not in sheet.inner_text()
    assert (
        "not answered"
        not in sheet.locator("textarea, pre, .record-text").first.inner_text().lower()
    )
    assert seen.complaints == []
    # On the aid's own page nothing of it can be brought back: nobody could read an answer.
    other = visit(site.aid_address(slug), accept_downloads=True).page
    other.goto(f"{site.aid_address(slug)}#summary")
    file = FilePayload(
        name="paper.html", mimeType="application/json", buffer=json.dumps(record).encode()
    )
    expect(bring(other, file).locator(".problem")).to_contain_text(
        script_texts("back")["fault.empty"]
    )
    other.keyboard.press("Escape")
    role = other.locator("[name='filled_in_by.role']").first
    role.evaluate("(one) => one.click()")
    open_ways(other)
    with other.expect_download() as download:
        other.locator("[data-save-file]").filter(visible=True).click()
    assert record["id"] not in download.value.path().read_text("utf-8")


def test_what_became_of_a_box_is_said_without_a_full_stop_before_the_colon(
    site: Site, visit: Visitor
) -> None:
    page = visit(f"{site.aid_address(STATINS)}from-paper.html", width=1280).page
    signs = page.locator(".typed-marks").first
    signs.focus()
    page.keyboard.type("a?")
    said = page.locator(f"#{signs.get_attribute('id')}-said")
    expect(said).to_contain_text(": could not be read")
    expect(said).not_to_contain_text(".:")


def test_a_key_that_is_no_answer_is_told_and_nothing_is_made_of_it(
    site: Site, visit: Visitor
) -> None:
    page = visit(f"{site.aid_address(SLUGS[0])}from-paper.html", width=1280).page
    number = page.locator(".typed-marks").nth(1)
    number.focus()
    page.keyboard.type("$")
    page.keyboard.press("Enter")
    expect(number).to_be_focused()
    expect(number).to_have_attribute("aria-invalid", "true")
    expect(page.locator(f"#{number.get_attribute('id')}-said")).to_contain_text("is no answer here")
    page.locator("#typing-review").click()
    expect(number).to_be_focused()
    expect(page.locator(".typing-after")).to_contain_text("1 line has keys that are no answer")
    expect(page.locator("#typing-open")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(number).to_have_value("")
    page.keyboard.press("ArrowUp")
    expect(page.locator(".typed-marks").nth(0)).to_be_focused()
    page.keyboard.press("Shift+Enter")
    expect(page.locator("#typed-written")).to_be_focused()


def test_two_ticks_where_one_answer_stands_are_told_with_how_to_type_them(
    site: Site, visit: Visitor
) -> None:
    page = visit(f"{site.aid_address(SLUGS[0])}from-paper.html", width=1280).page
    line = page.locator(".typing-row.of-one .typed-marks").first
    said = page.locator(f"#{line.get_attribute('id')}-said")
    line.focus()
    page.keyboard.type("AB")
    page.keyboard.press("Enter")
    expect(line).to_have_attribute("aria-invalid", "true")
    expect(said).to_have_text(script_texts("typing")["two"].replace("{typed}", "AB"))
    assert "type ?" in script_texts("typing")["two"]
    # What is no answer at all is told as before.
    line.fill("A$")
    page.keyboard.press("Enter")
    expect(said).to_contain_text("is no answer here")
    # As it says.
    line.fill("?")
    page.keyboard.press("Enter")
    expect(line).not_to_have_attribute("aria-invalid", "true")
    expect(said).to_have_text(script_texts("typing")["unreadable"])


def test_another_form_finds_nothing_of_the_one_before(site: Site, visit: Visitor) -> None:
    seen = visit(f"{site.aid_address(SLUGS[0])}from-paper.html", width=1280)
    page = seen.page
    area = page.locator("textarea").first
    area.fill("Keep me walking")
    # On paper stands what was typed in, to hold against the form, and not that the page needs scripts.
    printed = seen.printed_text()
    assert "Keep me walking" in printed
    assert say("typing_no_script") not in printed
    page.locator("#typing-review").click()
    page.get_by_role("button", name="Make the record").click()
    page.get_by_role("button", name="type in another form").click()
    page.get_by_role("button", name="Clear it").click()
    expect(area).to_have_value("")
    expect(page.locator("#typed-by")).to_be_focused()
    assert "Keep me walking" not in page.content()
    assert "Keep me walking" not in seen.printed_text()
    stores = "() => [localStorage.length, sessionStorage.length, document.cookie]"
    assert page.evaluate(stores) == [0, 0, ""]


def test_a_form_that_nobody_goes_on_with_is_cleared_after_a_warning(
    site: Site, visit: Visitor
) -> None:
    seen = visit("about:blank", width=1280)
    page = seen.page
    page.clock.install()
    page.goto(f"{site.aid_address(SLUGS[0])}from-paper.html")
    page.clock.run_for(11 * 60_000)
    expect(page.locator(".idle")).to_have_count(0)
    page.locator("#typed-by").select_option("nurse")
    page.locator("#typed-who").fill("Made up")
    area = page.locator("#typing textarea").first
    area.fill("Keep me walking")
    page.locator("#typing-review").click()
    page.clock.run_for(9 * 60_000 + 2000)
    stay = page.get_by_role("button", name="Stay")
    expect(stay).to_be_focused()
    assert list(seen.axe_faults()) == []
    stay.click()
    page.clock.run_for(5 * 60_000)
    expect(area).to_have_value("Keep me walking")
    area.focus()
    page.clock.run_for(11 * 60_000)
    expect(area).to_have_value("")
    expect(page.locator("#typed-by")).to_have_value("unanswered")
    expect(page.locator("#typed-who")).to_have_value("")
    expect(page.locator("#typing .message")).to_contain_text(
        "all that was typed in has been cleared"
    )
    area.focus()
    page.keyboard.press("Escape")
    assert "Keep me walking" not in page.content()
    assert (
        page.locator("#typing textarea").evaluate_all(
            "(all) => all.map((one) => one.value).join('')"
        )
        == ""
    )
    assert page.evaluate(
        "() => window.dispatchEvent(new Event('beforeunload', { cancelable: true }))"
    )


@pytest.mark.parametrize(("slug", "large"), crossed(SLUGS, (False, True), every=4))
def test_paper_carries_the_marks_that_are_typed(
    slug: str, large: bool, site: Site, visit: Visitor
) -> None:
    """With scripts on or off: the number of each question, the letter of each answer, and the form's own name."""
    name = "large-print.html" if large else ""
    for scripts in (True, False):
        seen = visit(f"{site.aid_address(slug)}{name}", java_script_enabled=scripts)
        seen.page.emulate_media(media="print")
        shown = seen.page.evaluate(
            """() => [...document.querySelectorAll("form [data-n], form [data-k]")]
              .filter((each) => each.checkVisibility())
              .map((each) => [each.dataset.n ?? each.dataset.k, getComputedStyle(each, "::before").content])"""
        )
        assert len(shown) > 100
        assert [each for each in shown if each[1] != f'"{each[0]}"'] == []
        # A number stands beside words, not on a line of its own above them.
        assert seen.page.locator("form fieldset[data-n]:has(> .hint)").count() == 0
        printed = bare(seen.printed_text())
        assert (
            bare(f"Form {site.aids[slug].version} · {site.words(slug).source_sha256[:8]}")
            in printed
        )


@pytest.mark.parametrize("slug", by_turns(SLUGS, begin=2, at_once=2))
def test_the_letter_has_the_code_of_its_address_and_none_where_there_is_no_address(
    slug: str, site: Site, visit: Visitor
) -> None:
    seen = visit(f"{site.aid_address(slug)}invitation.html", width=1280)
    expect(seen.page.locator("#letter-address")).to_have_value(site.aid_address(slug))
    expect(seen.page.locator(".square-code")).to_be_visible()
    # A practice finds what goes with the letter, and takes the form for no other print of the letter.
    for name, leads in (
        ("The form that goes with it", "index"),
        ("The form in large print", "large-print"),
    ):
        expect(seen.page.get_by_role("link", name=name)).to_have_attribute("href", f"{leads}.html")
    # Printed, at its real size, it leads where the letter says: as it is, crooked, blurred and pale.
    sheets = seen.page.pdf(format="A4", prefer_css_page_size=True)
    (side,) = words_of(PdfReader(BytesIO(sheets)))
    assert bare(site.aids[slug].title) in bare(side)
    unread = [
        name for name, each in as_cameras_see(sheets) if codes_in(each) != [site.aid_address(slug)]
    ]
    assert unread == []
    # With the address of the practice's own site it is that one's.
    seen.page.locator("#letter-address").fill("https://aids.example.org/one/")
    (clean, *_) = as_cameras_see(seen.page.pdf(format="A4", prefer_css_page_size=True))
    assert codes_in(clean[1]) == ["https://aids.example.org/one/"]
    seen.page.locator("#letter-address").fill("")
    expect(seen.page.locator(".square-code")).to_have_count(0)
    seen.page.goto((site.folder / "aids" / slug / "invitation.html").as_uri())
    expect(seen.page.locator("#letter-address")).to_have_value("")
    expect(seen.page.locator(".square-code")).to_have_count(0)


def test_a_helpers_own_record_is_never_taken_for_the_persons(site: Site, visit: Visitor) -> None:
    slug = SLUGS[0]
    seen = visit(f"{site.aid_address(slug)}#as-helper", accept_downloads=True)
    page = seen.page
    assert page.locator('[name="filled_in_by.role"][value=helper]').is_checked()
    expect(page.locator(".for-helper")).to_be_visible()
    expect(page.locator(".helper .for-person").first).to_be_hidden()
    page.evaluate(PUT, [["what_matters", ["I cannot lift him any more."]]])
    page.goto(f"{site.aid_address(slug)}#summary")
    open_ways(page)
    # That it is a helper's own cannot be kept back: it would be taken for the person's.
    parts = page.locator("[data-share-part], [name^='part.']").evaluate_all(
        "(all) => all.map(({ value, name }) => `${name}=${value}`)"
    )
    assert not [each for each in parts if "filled_in_by" in each]
    with page.expect_download() as download:
        page.locator("[data-save-file]").filter(visible=True).click()
    file = download.value.path()
    record = json.loads(
        file.read_text("utf-8")
        .partition('id="decisionaid-record">')[2]
        .partition("</script>")[0]
        .replace("\n", "")
    )
    assert record["filled_in_by"]["role"] == "helper"
    handed: FilePayload = {
        "name": "helper.html", "mimeType": "text/html", "buffer": file.read_bytes(),
    }  # fmt: skip
    clinic = visit(f"{site.address}clinician/index.html", width=1280).page
    clinic.locator("#record-file").set_input_files([handed])
    sheet = clinic.locator("#sheet")
    expect(sheet).to_contain_text("A helper’s own views: none of it is what the person said")
    expect(sheet).to_contain_text("In a helper’s own words, not the person’s")
    expect(sheet).not_to_contain_text("Stated by the person")
    plan = visit(f"{site.address}plan/index.html", width=1280).page
    plan.locator("input[type=file]").first.set_input_files([handed])
    expect(plan.locator("body")).to_contain_text("nothing of it goes into this plan")
    expect(plan.locator("body")).not_to_contain_text("I cannot lift him any more.")


HELPS: Final = "[name='filled_in_by.role'][value={}]"
OTHERS: Final = "#as-helper > .message"
SAVED_AS: Final = (
    f"() => JSON.parse(sessionStorage.getItem('decisionaid.answers/{SLUGS[0]}'))?.saved ?? null"
)


def to_helpers_address(page: Page) -> None:
    """Follow the link for a helper's own answers in a tab that shows the aid already."""
    page.evaluate("() => { location.hash = '#as-helper'; }")


def test_the_link_for_a_helper_works_in_a_tab_that_shows_the_aid(
    site: Site, visit: Visitor
) -> None:
    page = visit(site.aid_address(SLUGS[0]), accept_downloads=True).page
    # What the person saved and took back again is no part of it, and neither is what names their file.
    page.evaluate(PUT, [["what_matters", ["Mine."]]])
    page.evaluate("() => { location.hash = '#summary'; }")
    open_ways(page)
    with page.expect_download():
        page.locator("[data-save-file]").filter(visible=True).click()
    page.wait_for_function(SAVED_AS)
    page.evaluate(PUT, [["what_matters", [""]]])
    to_helpers_address(page)
    expect(page.locator(HELPS.format("helper"))).to_be_checked()
    expect(page.locator(OTHERS)).to_be_hidden()
    comes_to(page, SAVED_AS, None)
    # Cleared, by the person or in another tab, it goes on being the helper's.
    page.evaluate(PUT, [["what_matters", ["Made up."]]])
    page.evaluate("() => { location.hash = '#summary'; }")
    page.locator("[data-clear]").first.click()
    page.get_by_role("button", name=script_texts("aid")["clear.yes"]).click()
    expect(page.locator("[name=what_matters]").first).to_have_value("")
    expect(page.locator(HELPS.format("helper"))).to_be_checked()
    page.reload()
    expect(page.locator(HELPS.format("helper"))).to_be_checked()


def test_the_link_for_a_helper_makes_nothing_of_the_persons_answers(
    site: Site, visit: Visitor
) -> None:
    page = visit(site.aid_address(SLUGS[0])).page
    # It is seen without the second script.
    page.route("**/*-statement.js", lambda route: route.abort())
    page.evaluate(PUT, [["what_matters", ["Made up."]]])
    to_helpers_address(page)
    expect(page.locator(OTHERS)).to_be_visible()
    page.unroute("**/*-statement.js")
    page.goto(site.aid_address(SLUGS[0]))
    to_helpers_address(page)
    expect(page.locator(OTHERS)).to_be_in_viewport()
    expect(page.locator("#status")).to_have_text(page.locator(OTHERS).inner_text())
    assert page.locator("[name='filled_in_by.role']:checked").count() == 0
    page.reload()
    expect(page.locator(OTHERS)).to_be_visible()
    assert page.locator("[name='filled_in_by.role']:checked").count() == 0
    # Said there and answered there: now it is the helper's page.
    page.locator("[data-clear]").first.click()
    page.get_by_role("button", name=script_texts("aid")["clear.yes"]).click()
    expect(page.locator(HELPS.format("helper"))).to_be_checked()
    expect(page.locator(OTHERS)).to_be_hidden()
    expect(page.locator("[name=what_matters]").first).to_have_value("")
