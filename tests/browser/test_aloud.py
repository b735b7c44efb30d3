"""A step is read aloud by a voice of the device alone, and nothing that is hidden or that somebody said.

There is no voice in a browser without a window: ``speech`` stands in for it.
"""

import re
from collections.abc import Callable, Sequence
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from decisionaid.language import words_in
from decisionaid.model.aid import Aid
from decisionaid.model.prose import plain_text
from decisionaid.model.wordings import has_easy_words, in_easy_words, in_plain_words
from decisionaid.render import SiteView, body_of, page_context
from decisionaid.render.listening.said import for_the_browser, listening_in
from decisionaid.render.listening.sentences import SCREEN, Element, elements_of, heard_in
from tests.browser.answers import OWN_WORDS
from tests.browser.bundled import bundled
from tests.browser.conftest import Visitor
from tests.browser.site_fixtures import Site, by_turns
from tests.browser.speech import LOCAL, REMOTE, spoken, with_voices
from tests.browser.visit import comes_to
from tests.english import script_texts
from tests.our_aids import EARS, KNEE, SLUGS

SAYS = script_texts("aloud")
BUTTON = "[data-aloud] button"
PANEL = "section.aloud"
MOST_SENTENCES: Final = 200

# What is folded, and what waits for an answer: who helps, and more places for words of one's own. What
# scripts say beside a figure, that it is more or less than the others, the compiler does not write.
OPEN = """() => {
  const section = document.querySelector("[data-current]");
  for (const each of section.querySelectorAll("details")) each.open = true;
  section.querySelector("[value=patient_with_help]")?.click();
  // Whoever helps reads one of two hints, by what they say they do: the compiler hears both.
  for (const each of section.querySelectorAll(".for-helper")) each.style.display = "block";
  for (const each of section.querySelectorAll("[name^='concern.'][type=text]")) each.value = "-";
  section.querySelector("[data-all-rows]:not([hidden])")?.click();
  for (const each of section.querySelectorAll(".stands")) each.remove();
}"""
SENTENCES = """(words) => read.step
  .sentencesOf(document.querySelector("[data-current]"), words)
  .map(({ text, isHeading, begins }) => [text, isHeading, begins])"""


def opened(site: Site, visit: Visitor, slug: str, step: str = "start") -> Page:
    """Open a step of an aid in a browser with one voice of its own."""
    page = visit("about:blank").page
    with_voices(page, f"{site.aid_address(slug)}#{step}")
    return page


def begin(page: Page) -> None:
    """Press the button, and wait for the first words."""
    page.locator(BUTTON).click()
    page.wait_for_function("() => heard.spoken.length > 0")


def press(page: Page, name: str) -> None:
    """Press a button of the reading by its words."""
    page.locator(PANEL).get_by_role("button", name=SAYS[name], exact=True).click()


def read_on(page: Page, is_there: Callable[[Sequence[str]], bool]) -> None:
    """Press for the next sentence until what was said is as wanted; no step has more sentences than are pressed for."""
    for _ in range(MOST_SENTENCES):
        if is_there(spoken(page)):
            return
        press(page, "next_heard")
    pytest.fail(f"never read: the last was {spoken(page)[-1]!r}")


def step_of(aid: Aid, step: str) -> Element:
    """Return a step as the compiler writes it."""
    body = body_of(page_context(aid, SiteView("../../"), "0" * 16))
    steps = elements_of(body).inside()
    return next(each for each in steps if each.attributes.get("data-step") == step)


@pytest.mark.parametrize("slug", by_turns(SLUGS, begin=1))
def test_the_page_reads_what_the_compiler_hears_in_each_step(
    slug: str, site: Site, visit: Visitor
) -> None:
    """Two walks, one table: with nothing folded they find the same sentences."""
    aid = site.aids[slug]
    page = visit(site.aid_address(slug), width=1280).page
    page.evaluate(bundled({"step": "scripts/aloud/step.ts"}))
    words = words_in(aid.language)
    # Easy words of the head are lines on the page, and one text in an aid that has no other words.
    lines_of_head = {
        plain_text(line.words.inlines)
        for easy in (aid.who_for_easy, aid.not_for_easy)
        for line in (easy.lines if easy else ())
    }
    # Of two wordings the page reads the one that is shown, and the compiler hears an aid with that one alone.
    for wording in (in_plain_words(aid), in_easy_words(aid))[: 1 + has_easy_words(aid)]:
        if wording != aid:
            page.locator("[name=easy]").set_checked(wording == in_easy_words(aid))
        for step in site.steps(slug):
            page.evaluate("(step) => { location.hash = step; }", step)
            page.wait_for_selector(f"#{step}[data-current]")
            page.evaluate(OPEN)
            read = [tuple(each) for each in page.evaluate(SENTENCES, for_the_browser(words))]
            heard = heard_in(step_of(wording, step), listening_in(words), SCREEN)
            told = [
                (each.text, each.is_heading, each.begins or each.text in lines_of_head)
                for each in heard
            ]
            assert read == told, step
        page.evaluate("() => { location.hash = 'start'; }")


@pytest.mark.parametrize("slug", [KNEE])
def test_sentences_are_read_in_order_with_their_voice_and_the_one_that_is_read_is_shown(
    slug: str, site: Site, visit: Visitor
) -> None:
    page = opened(site, visit, slug, "options")
    page.evaluate("() => { heard.ends = false; }")
    begin(page)
    first = page.evaluate("() => heard.spoken[0]")
    assert first == {"text": "Step 2 of 9", "lang": "en-GB", "rate": 1, "voice": LOCAL["name"]}
    for text in (
        "What are the options?",
        "Carry on as now",
        "You go on with what you do now for your knee.",
    ):
        page.evaluate("() => heard.end()")
        page.wait_for_function("(text) => heard.spoken.at(-1).text === text", arg=text)
        expect(page.locator(".aloud-said")).to_contain_text(text)
        expect(page.locator("[data-read]")).to_have_count(1)
        expect(page.locator("[data-read]")).to_contain_text(text)
        marked = page.evaluate("() => [...CSS.highlights.get('decisionaid-aloud')].map(String)")
        assert [each.strip() for each in marked] == [text]
    expect(page.locator("[data-read]")).to_be_in_viewport()


def test_nothing_that_is_folded_or_hidden_or_in_another_step_is_read(
    site: Site, visit: Visitor
) -> None:
    page = visit("about:blank").page
    page.clock.install()
    with_voices(page, f"{site.aid_address(KNEE)}#compare")
    folded = page.locator("#compare details:not([open])").all_text_contents()
    begin(page)
    page.clock.run_for(20 * 60 * 1000)
    expect(page.locator(PANEL)).to_have_count(0)
    said = spoken(page)
    assert said[0].startswith("Step 3 of 9")
    # A figure is heard in whole sentences, once, and not as its picture, which is hidden from a listener.
    assert [
        each for each in said if each.startswith("With painkillers, about 60 of 100 people")
    ] != []
    assert "60 of 100" not in said
    assert any("KOOS4: a scale from 0 to 100." in each for each in folded)
    for word in ("KOOS4: a scale", "Dummy treatment: 5 in 10", "Continue", "Back"):
        assert [each for each in said if each.startswith(word)] == []
    # All that is open is read: what the last fold of the step is called is the end.
    last = page.locator("#compare details > summary").filter(visible=True).last
    assert said[-1] in " ".join(last.inner_text().split())


def test_what_is_opened_is_read_and_what_is_folded_meanwhile_is_left_out(
    site: Site, visit: Visitor
) -> None:
    page = opened(site, visit, KNEE, "options")
    page.evaluate("() => { heard.ends = false; }")
    fold = page.locator("#options details.more")
    fold.evaluate("(each) => { each.open = true; }")
    begin(page)
    read_on(page, lambda said: "Used in studies only" in said[-1])
    fold.evaluate("(each) => { each.open = false; }")
    # Its name, and what it holds, can still be seen.
    press(page, "next_heard")
    assert spoken(page)[-1].startswith("Dummy treatment;")
    press(page, "next_heard")
    assert spoken(page)[-1].startswith("From least to most treatment")
    # What is folded while it is read itself is not read to its end.
    fold.evaluate("(each) => { each.open = true; }")
    press(page, "back_heard")
    inside = spoken(page)[-1]
    assert not inside.startswith(("Dummy treatment;", "From least to most treatment"))
    fold.evaluate("(each) => { each.open = false; }")
    page.wait_for_function("(inside) => heard.spoken.at(-1).text !== inside", arg=inside)
    assert spoken(page)[-1].startswith("From least to most treatment")


def test_what_a_person_wrote_and_chose_is_not_read(site: Site, visit: Visitor) -> None:
    page = visit("about:blank").page
    page.clock.install()
    with_voices(page, f"{site.aid_address(KNEE)}#values")
    page.locator("[name=what_matters]").fill(OWN_WORDS)
    page.locator("[name='concern.1']").fill(OWN_WORDS)
    page.locator("[name='values.less-pain'][value='7']").check(force=True)
    said: list[str] = []
    for step in ("values", "side-by-side", "summary"):
        page.evaluate("(step) => { location.hash = step; }", step)
        page.wait_for_selector(f"#{step}[data-current]")
        page.clock.run_for(2000)
        page.locator(BUTTON).click()
        page.wait_for_selector(PANEL)
        page.clock.run_for(20 * 60 * 1000)
        said = spoken(page)
    expect(page.locator("#summary")).to_contain_text(OWN_WORDS)
    assert any("What matters most to you?" in each for each in said)
    assert [each for each in said if OWN_WORDS in each or "you said" in each.lower()] == []


@pytest.mark.parametrize(
    "how", by_turns(["button", "Escape", "offer", "step", "hidden", "leaves"], at_once=3)
)
def test_it_stops_at_once(how: str, site: Site, visit: Visitor) -> None:
    page = opened(site, visit, EARS, "options")
    page.evaluate("() => { heard.ends = false; }")
    begin(page)
    match how:
        case "button":
            press(page, "stop")
            expect(page.locator(BUTTON)).to_be_focused()
        case "Escape":
            page.keyboard.press("Escape")
        case "offer":
            page.locator(BUTTON).click()
        case "step":
            page.evaluate("() => { location.hash = 'compare'; }")
            page.wait_for_selector("#compare[data-current]")
        case "hidden":
            page.evaluate(
                "() => { Object.defineProperty(document, 'hidden', { value: true });"
                " document.dispatchEvent(new Event('visibilitychange')); }"
            )
        case _:
            page.evaluate("() => dispatchEvent(new PageTransitionEvent('pagehide'))")
    comes_to(page, "() => heard.isSpeaking()", expected=False)
    expect(page.locator(PANEL)).to_have_count(0)
    expect(page.locator("[data-read]")).to_have_count(0)
    assert page.evaluate("() => CSS.highlights.size") == 0
    count = len(spoken(page))
    page.wait_for_timeout(1000)
    assert len(spoken(page)) == count
    expect(page.locator(BUTTON)).to_have_text("Read this step aloud")


def test_it_pauses_goes_on_steps_and_changes_its_speed_by_keyboard_alone(
    site: Site, visit: Visitor
) -> None:
    page = opened(site, visit, EARS, "options")
    page.evaluate("() => { heard.ends = false; }")
    page.locator(BUTTON).focus()
    page.keyboard.press("Enter")
    page.wait_for_function("() => heard.spoken.length === 1")
    # The buttons come next after the one that was pressed.
    names = []
    for _ in range(5):
        page.keyboard.press("Tab")
        names.append(page.evaluate("() => document.activeElement.textContent"))
    assert names[:3] == [SAYS["pause"], SAYS["back"], SAYS["next"]]
    assert names[4] == SAYS["stop"]
    for _ in range(2):
        page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    second = spoken(page)[-1]
    page.keyboard.press("Enter")
    third = spoken(page)[-1]
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    assert spoken(page)[-1] == second != third
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    comes_to(page, "() => heard.isSpeaking()", expected=False)
    expect(page.locator(":focus")).to_have_text(SAYS["go_on"])
    page.keyboard.press("Enter")
    assert spoken(page)[-1] == second
    page.locator(f"{PANEL} select").select_option(label=SAYS["fast"])
    last = page.evaluate("() => heard.spoken.at(-1)")
    assert (last["text"], last["rate"]) == (second, 1.3)


def test_the_pages_own_announcements_are_quiet_while_a_voice_speaks(
    site: Site, visit: Visitor
) -> None:
    page = opened(site, visit, EARS, "options")
    page.evaluate("() => { heard.ends = false; }")
    begin(page)
    status = page.locator("#status")
    expect(status).to_have_attribute("aria-live", "off")
    press(page, "pause")
    expect(status).not_to_have_attribute("aria-live", re.compile(""))
    press(page, "go_on")
    press(page, "stop")
    expect(status).not_to_have_attribute("aria-live", re.compile(""))


def test_it_is_offered_only_where_the_device_has_a_voice_of_its_own_for_the_language(
    site: Site, visit: Visitor
) -> None:
    for voices, is_offered in (
        ([], False),
        ([REMOTE], False),
        ([LOCAL | {"lang": "cy-GB"}], False),
        ([LOCAL | {"localService": None}], False),
        ([LOCAL | {"lang": "en_US"}], True),
        ([REMOTE, LOCAL], True),
    ):
        page = visit("about:blank").page
        with_voices(page, site.aid_address(EARS), voices)
        expect(page.locator(BUTTON)).to_be_visible(visible=is_offered)


def test_a_voice_that_arrives_late_is_offered_and_one_that_goes_is_said(
    site: Site, visit: Visitor
) -> None:
    page = visit("about:blank").page
    with_voices(page, f"{site.aid_address(EARS)}#options", [])
    expect(page.locator(BUTTON)).to_be_hidden()
    page.evaluate("(voices) => heard.tell(voices)", [REMOTE, LOCAL])
    expect(page.locator(BUTTON)).to_be_visible()
    begin(page)
    assert {each["voice"] for each in page.evaluate("() => heard.spoken")} == {LOCAL["name"]}
    page.evaluate("(voices) => heard.tell(voices)", [REMOTE])
    expect(page.locator(".aloud-note")).to_have_text(SAYS["gone"])
    assert {each["voice"] for each in page.evaluate("() => heard.spoken")} == {LOCAL["name"]}


@pytest.mark.parametrize(
    ("error", "key"),
    [("synthesis-failed", "failed"), ("audio-busy", "failed"), ("not-allowed", "blocked")],
)
def test_a_voice_that_fails_is_said_plainly_and_can_be_tried_again(
    error: str, key: str, site: Site, visit: Visitor
) -> None:
    page = opened(site, visit, EARS, "options")
    page.evaluate("(error) => { heard.error = error; }", error)
    page.locator(BUTTON).click()
    expect(page.locator(".aloud-note")).to_have_text(SAYS[key])
    expect(page.locator("#status")).to_have_text(SAYS[key])
    page.evaluate("() => { heard.error = null; heard.ends = false; }")
    press(page, "go_on")
    assert spoken(page) == ["Step 2 of 9", "Step 2 of 9"]
    expect(page.locator(".aloud-note")).to_have_text(SAYS["answers"])


def test_nothing_is_fetched_before_it_is_wanted_and_what_cannot_be_fetched_is_said(
    site: Site, visit: Visitor
) -> None:
    seen = visit("about:blank")
    page = seen.page
    page.route("**/aid-aloud.js", lambda route: route.abort())
    with_voices(page, f"{site.aid_address(EARS)}#options")
    assert [url for url in seen.requests if "aloud" in url] == []
    page.locator(BUTTON).click()
    expect(page.locator("#status")).to_have_text(script_texts("aid")["later.aloud"])
    expect(page.locator("[data-aloud]")).to_contain_text(script_texts("aid")["later.aloud"])
    page.unroute("**/aid-aloud.js")
    begin(page)
    expect(page.locator("[data-aloud]")).to_have_text(SAYS["stop_step"])
    assert spoken(page)[0] == "Step 2 of 9"
    # One file for all aids and one for the language: nothing in an address says what was read.
    asked = {url.removeprefix(site.address) for url in seen.requests if "aloud" in url}
    assert asked == {"assets/aid-aloud.js", f"aids/{EARS}/aloud-words.js"}


def test_it_works_from_a_disk(site: Site, visit: Visitor) -> None:
    page = visit("about:blank").page
    with_voices(page, (site.folder / "aids" / EARS / "index.html").as_uri() + "#options")
    begin(page)
    assert spoken(page)[0] == "Step 2 of 9"


def test_without_scripts_and_on_paper_there_is_no_button(site: Site, visit: Visitor) -> None:
    page = visit(site.aid_address(EARS), java_script_enabled=False).page
    expect(page.locator(BUTTON)).to_be_hidden()
    page = opened(site, visit, EARS, "options")
    expect(page.locator(BUTTON)).to_be_visible()
    begin(page)
    page.emulate_media(media="print")
    expect(page.locator(BUTTON)).to_be_hidden()
    expect(page.locator(PANEL)).to_be_hidden()


@pytest.mark.parametrize(
    ("width", "scheme"), by_turns([pytest.param(320, "dark"), pytest.param(1280, "light")])
)
def test_what_is_shown_while_it_reads_is_without_fault_and_covers_no_focus(
    width: int, scheme: str, site: Site, visit: Visitor
) -> None:
    seen = visit("about:blank", width=width, height=700, color_scheme=scheme)
    page = seen.page
    with_voices(page, f"{site.aid_address(KNEE)}#compare")
    page.evaluate("() => { heard.ends = false; }")
    begin(page)
    assert list(seen.axe_faults()) == []
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    # The last of the page to have the focus, and whatever is focused on the way back, is above the buttons.
    for each in (".footer a >> nth=-1", "#compare [data-continue]", "#compare summary >> nth=2"):
        page.locator(each).focus()
        page.wait_for_timeout(100)
        top, bottom = page.evaluate(
            "() => [document.activeElement.getBoundingClientRect().bottom,"
            " document.querySelector('section.aloud').getBoundingClientRect().top]"
        )
        assert top <= bottom, each
    # A figure is there to be heard alone: what is seen of it is marked.
    read_on(page, lambda said: said[-1].startswith("With painkillers, about 60 of 100"))
    figure = page.locator("[data-read]")
    expect(figure).to_contain_text("60 of 100")
    assert figure.bounding_box()["width"] > 50  # type: ignore[index]
    page.wait_for_function(
        "() => document.querySelector('[data-read]').getBoundingClientRect().bottom"
        " <= document.querySelector('section.aloud').getBoundingClientRect().top + 1"
    )
    outline = "(each) => { const s = getComputedStyle(each); return [s.opacity, s.outlineStyle, s.outlineWidth]; }"
    assert figure.evaluate(outline) == ["1", "solid", "3px"]


def test_a_move_of_the_page_is_gentle_and_none_for_whom_movement_is_too_much(
    site: Site, visit: Visitor
) -> None:
    for motion, behaviour in (("no-preference", "smooth"), ("reduce", "auto")):
        page = visit("about:blank", reduced_motion=motion).page
        with_voices(page, f"{site.aid_address(KNEE)}#compare")
        page.evaluate(
            "() => { heard.ends = false; window.moves = [];"
            " window.scrollBy = ({ behavior }) => window.moves.push(behavior); }"
        )
        begin(page)
        for _ in range(15):
            press(page, "next_heard")
        assert set(page.evaluate("() => moves")) == {behaviour}


def test_words_in_another_language_have_their_own_voice_where_there_is_one(
    site: Site, visit: Visitor
) -> None:
    arabic, english = LOCAL | {"lang": "ar-EG", "name": "Arabic"}, LOCAL | {"lang": "en-US"}
    page = visit("about:blank").page
    with_voices(page, f"{site.aid_address(EARS)}#options", [arabic])
    expect(page.locator(BUTTON)).to_be_hidden()
    page.evaluate(
        "() => { heard.ends = false; Object.assign(document.documentElement, { lang: 'ar', dir: 'rtl' });"
        " const [first, second] = document.querySelectorAll('#options .option p');"
        " first.textContent = 'هل هذا لك؟ نعم.'; second.lang = 'en'; }"
    )
    page.evaluate("(voices) => heard.tell(voices)", [arabic, english])
    begin(page)
    read_on(page, lambda said: len(said) >= 9)
    told = {each["text"]: each for each in page.evaluate("() => heard.spoken")}
    assert {told[each]["voice"] for each in ("هل هذا لك؟", "نعم.")} == {"Arabic"}
    voices = [each["voice"] for each in told.values()]
    assert set(voices) == {"Arabic", LOCAL["name"]}
    # Its buttons and words fit, from right to left too.
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    # Where the voice for those words goes, that of the page reads on.
    page.evaluate("(voices) => heard.tell(voices)", [arabic])
    page.evaluate("() => heard.end()")
    page.wait_for_function("(count) => heard.spoken.length > count", arg=len(told))
    assert page.evaluate("() => heard.spoken.at(-1).voice") == "Arabic"


def test_a_browser_whose_voices_fail_has_its_page_all_the_same(site: Site, visit: Visitor) -> None:
    page = visit("about:blank").page
    page.add_init_script(
        "Object.defineProperty(window, 'speechSynthesis', { value:"
        " { addEventListener() {}, getVoices() { throw new Error('no voices'); } } });"
    )
    page.goto(f"{site.aid_address(EARS)}#options")
    expect(page.locator("#options[data-current]")).to_be_visible()
    expect(page.locator(BUTTON)).to_be_hidden()
    page.locator("#options [data-continue]").click()
    expect(page.locator("#compare[data-current]")).to_be_visible()
