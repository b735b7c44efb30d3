"""The choice between two wordings: on a phone, without scripts, on paper, kept, and in no record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from bench.path_length import PHONE, steps_of, total
from decisionaid.compiler import compile_aid
from decisionaid.language import words_in
from decisionaid.model.aid import Aid
from decisionaid.model.length import easy_length_of, length_of
from decisionaid.render.listening.said import for_the_browser
from decisionaid.site import build_site
from tests.browser.answers import Answers
from tests.browser.bundled import bundled
from tests.browser.conftest import Visitor
from tests.browser.probes import drawn_faults, spaced_faults
from tests.browser.site_fixtures import by_turns, crossed
from tests.browser.speech import spoken, with_voices
from tests.browser.test_aloud import SENTENCES, begin
from tests.browser.test_plan_arc import record_in
from tests.browser.visit import comes_to
from tests.browser.walk import Walk, words_of
from tests.easy_example import PICTURED, write_easy
from tests.english import say, script_texts

SWITCH = '[name="easy"]'
PLAIN = "You take the example treatment each day."
EASY = "You take it each day."
OF_ITS_OWN = {"id", "created", "updated", "crc32"}
"""What each saved file has of its own."""
STEPS = ("start", "options", "compare", "values", "facts", "questions")


@dataclass(frozen=True)
class Built:
    """The made-up aid with easy words, and where its page is."""

    address: str
    aid: Aid

    def at(self, step: str) -> str:
        """Return the address of a step."""
        return f"{self.address}#{step}"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, served: Callable[[Path], str]) -> Built:
    """Build the aid with its pictures."""
    folder = tmp_path_factory.mktemp("easy")
    assert build_site(write_easy(folder / "aids"), folder / "out").ok
    aid = compile_aid(PICTURED).aid
    assert aid is not None
    return Built(f"{served(folder / 'out')}aids/easy/", aid)


def shown(page: Page) -> tuple[bool, bool]:
    """Return whether the plain and the easy words of an option are in sight."""
    return page.get_by_text(PLAIN).first.is_visible(), page.get_by_text(EASY).is_visible()


def test_the_words_change_at_once_and_every_answer_stays(built: Built, visit: Visitor) -> None:
    seen = visit(built.at("values"))
    page = seen.page
    page.locator('[name="values.less-pain"][value="7"]').check()
    page.goto(built.at("start"))
    loaded = len([each for each in seen.requests if each.startswith(built.address)])
    page.locator(SWITCH).check()
    page.goto(built.at("options"))
    assert shown(page) == (False, True)
    asked = [each for each in seen.requests if each.startswith(built.address)][loaded:]
    assert {each.rpartition("/")[2] for each in asked} <= {"ring.png"}
    page.reload()
    assert shown(page) == (False, True)
    assert page.locator('[name="values.less-pain"][value="7"]').is_checked()
    page.goto(built.at("start"))
    page.locator(SWITCH).uncheck()
    page.goto(built.at("options"))
    assert shown(page) == (True, False)
    assert page.locator('[name="values.less-pain"][value="7"]').is_checked()
    assert seen.complaints == []


def test_the_choice_is_no_answer_and_is_cleared_with_the_answers(
    built: Built, visit: Visitor
) -> None:
    page = visit(built.address).page
    page.locator(SWITCH).check()
    kept = "() => Object.fromEntries(Object.entries(sessionStorage))"
    assert page.evaluate(kept) == {"decisionaid.easy/easy": "yes"}
    # Nothing would be lost, so nobody is asked.
    asked = "() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))"
    assert page.evaluate(asked) is False
    page.locator("[data-clear]").first.click()
    page.get_by_role("button", name=script_texts("aid")["clear.yes"]).click()
    expect(page.locator(SWITCH)).not_to_be_checked()
    assert page.evaluate(kept) == {}


def test_the_choice_is_kept_with_the_answers_and_comes_back_with_them(
    built: Built, visit: Visitor
) -> None:
    page = visit(built.address).page
    page.locator(SWITCH).check()
    page.locator("[data-keep] button").click()
    page.locator('[name="filled_in_by.role"]').first.check()
    expect(page.locator("[data-where]")).to_have_attribute("data-kept", "saved")
    other = page.context.new_page()
    other.goto(built.address)
    # Nothing of what is kept is shown before somebody says that it is theirs.
    expect(other.locator(".keep-box")).to_be_visible()
    expect(other.locator(SWITCH)).not_to_be_checked()
    other.locator("[data-keep-do=open]").click()
    expect(other.locator(SWITCH)).to_be_checked()
    expect(other.get_by_text("Then call for help.")).to_be_visible()
    other.reload()
    expect(other.locator(SWITCH)).to_be_checked()
    # Another wording is another thing to keep, and nobody's answer: no tab is told that its answers changed.
    expect(other.locator("[data-where]")).to_have_attribute("data-kept", "saved")
    other.locator(SWITCH).uncheck()
    expect(other.locator("[data-where]")).to_have_attribute("data-kept", "saved")
    kept = "() => JSON.parse(JSON.parse(localStorage.getItem('decisionaid.kept/easy')).state)"
    other.wait_for_function(f"() => ({kept})().easy === undefined")
    assert page.locator("#aid > .message, .keep-box").count() == 0
    third = page.context.new_page()
    third.goto(built.address)
    third.locator("[data-keep-do=open]").click()
    expect(third.locator(SWITCH)).not_to_be_checked()
    # It is cleared with what is kept.
    third.locator(SWITCH).check()
    third.wait_for_function(f"() => ({kept})().easy === true")
    third.locator("[data-clear]").first.click()
    third.get_by_role("button", name=script_texts("aid")["clear.yes"]).click()
    expect(third.locator(SWITCH)).not_to_be_checked()
    assert third.evaluate("() => Object.keys(sessionStorage)") == []


def test_who_reads_the_easy_words_reads_them_in_the_large_print_too(
    built: Built, visit: Visitor
) -> None:
    seen = visit(built.address)
    page = seen.page
    page.locator(SWITCH).check()
    page.goto(f"{built.address}large-print.html")
    assert shown(page) == (False, True)
    assert EASY in seen.printed_text()
    page.locator(SWITCH).uncheck()
    page.goto(built.at("options"))
    assert shown(page) == (True, False)
    page.go_back()
    assert shown(page) == (True, False)
    assert seen.complaints == []


def test_whom_it_is_for_is_said_in_easy_words_too(built: Built, visit: Visitor) -> None:
    page = visit(built.address).page
    plain = page.get_by_text("Adults with the example condition", exact=True)
    easy = page.get_by_text("They have the example condition.", exact=True)
    both = (True, False)
    for choice in (False, True):
        page.locator(SWITCH).set_checked(choice)
        assert (plain.is_visible(), easy.is_visible()) == (both if not choice else both[::-1])
    # Each sentence is a line.
    lines = page.locator(".facts .easy-words").first.locator(".easy-line")
    assert lines.all_inner_texts() == ["It is for adults.", "They have the example condition."]


def test_what_stands_below_the_title_is_said_in_easy_words_too(
    built: Built, visit: Visitor
) -> None:
    page = visit(built.address).page
    plain = page.get_by_text("All figures in this aid are made up.", exact=True)
    easy = page.get_by_text("All figures are made up.", exact=True)
    for choice in (False, True):
        page.locator(SWITCH).set_checked(choice)
        assert (plain.is_visible(), easy.is_visible()) == (not choice, choice)
    # The choice stands below it, and the words above do not move it.
    assert page.locator(".easy-words:visible").first.evaluate(
        "(one) => Boolean(one.compareDocumentPosition(document.querySelector('.easy-switch')) & 4)"
    )


def test_what_is_said_once_a_fact_is_answered_is_said_in_easy_words(
    built: Built, visit: Visitor
) -> None:
    page = visit(built.address).page
    page.locator(SWITCH).check()
    page.goto(built.at("facts"))
    easy = page.locator("[data-feedback] .easy-words")
    expect(easy).to_be_hidden()
    page.locator('[name="knowledge.all-free"][value="true"]').check()
    expect(easy).to_be_visible()
    expect(easy).to_contain_text("Some still have pain.")
    expect(easy).to_contain_text("20 of 100 people")
    expect(page.locator("[data-feedback] .plain-words")).to_be_hidden()
    page.goto(built.at("start"))
    page.locator(SWITCH).uncheck()
    page.goto(built.at("facts"))
    expect(easy).to_be_hidden()
    expect(page.locator("[data-feedback] .plain-words")).to_be_visible()


def test_who_listens_hears_all_of_what_the_choice_means(built: Built, visit: Visitor) -> None:
    page = visit(built.address).page
    name = f"{say('easy_words_and_pictures')} {say('easy_words_hint')}"
    expect(page.get_by_role("checkbox", name=name, exact=True)).to_have_count(1)


def test_no_picture_of_the_other_wording_is_fetched(built: Built, visit: Visitor) -> None:
    seen = visit(built.address)
    for step in STEPS:
        seen.page.goto(built.at(step))
        seen.page.wait_for_load_state("networkidle")
    assert [each for each in seen.requests if each.endswith(".png")] == []


def test_the_record_is_the_same_whichever_words_were_read(
    built: Built, visit: Visitor, tmp_path: Path
) -> None:
    found: list[tuple[str, dict[str, Any]]] = []
    for easy in (False, True):
        seen = visit(built.address)
        seen.page.locator(SWITCH).set_checked(easy)
        walk = Walk(seen.page, Answers(built.aid))
        walk.to_summary()
        # What to do about the sign that was ticked is said in the words that were read.
        told = seen.page.locator(f"[data-part=flags] > .{'easy' if easy else 'plain'}-words")
        expect(told).to_be_visible()
        told.evaluate("(each) => each.remove()")
        summary = words_of(seen.page.locator("#summary"))
        record = record_in(walk.save(tmp_path / str(easy)))
        found.append((summary, {name: record[name] for name in record.keys() - OF_ITS_OWN}))
        assert seen.complaints == []
    assert found[0] == found[1]


@pytest.mark.parametrize("easy", [False, True], ids=["plain", "easy"])
def test_without_scripts_both_wordings_can_be_read(
    easy: bool, built: Built, visit: Visitor
) -> None:
    page = visit(built.address, java_script_enabled=False).page
    page.locator(SWITCH).set_checked(easy)
    assert shown(page) == (not easy, easy)


def test_a_browser_that_cannot_tell_shows_both_and_offers_no_choice(
    built: Built, visit: Visitor
) -> None:
    page = visit(built.address, bypass_csp=True, java_script_enabled=False).page

    def older(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace(":has(*)", ":has-not(*)"))

    page.route(built.address, older)
    page.reload()
    assert shown(page) == (True, True)
    expect(page.locator(SWITCH)).to_be_hidden()


@pytest.mark.parametrize(("name", "easy"), crossed(("", "large-print.html"), (False, True)))
def test_paper_shows_the_words_that_were_chosen(
    name: str, easy: bool, built: Built, visit: Visitor
) -> None:
    seen = visit(f"{built.address}{name}")
    seen.page.locator(SWITCH).set_checked(easy)
    words = seen.printed_text()
    assert (PLAIN in words, EASY in words) == (not easy, easy)
    assert say("easy_words_and_pictures") not in words
    # The figures of both wordings are the same sentences.
    assert words.count("still have pain") > 1
    if easy:
        drawn = "() => [...document.images].every((each) => each.complete && each.naturalWidth > 0)"
        assert seen.page.evaluate(drawn)


@pytest.mark.parametrize("width", by_turns((320, 1280)))
def test_easy_words_are_without_fault(width: int, built: Built, visit: Visitor) -> None:
    seen = visit(built.address, width=width)
    seen.page.locator(SWITCH).check()
    for step in STEPS:
        seen.page.goto(built.at(step))
        assert list(seen.axe_faults(f"#{step}")) == [], step
        assert [*drawn_faults(seen), *spaced_faults(seen)] == [], step


def test_the_switch_is_reached_and_pressed_by_key(built: Built, visit: Visitor) -> None:
    page = visit(built.address).page
    page.locator(SWITCH).focus()
    page.keyboard.press("Space")
    expect(page.get_by_text("Then call for help.")).to_be_visible()
    page.keyboard.press("Space")
    expect(page.get_by_text("Then call for help.")).to_be_hidden()


def test_the_choice_is_as_wide_as_the_text_below_it(built: Built, visit: Visitor) -> None:
    page = visit(built.address, width=1280).page
    sides = "(one) => [one.getBoundingClientRect().left, one.getBoundingClientRect().right].map(Math.round)"
    assert page.locator(".easy-switch").evaluate(sides) == page.locator(".facts").evaluate(sides)


def test_the_choice_is_seen_in_forced_colours(built: Built, visit: Visitor) -> None:
    seen = visit(built.address, width=320, forced_colors="active")
    seen.page.locator(SWITCH).check()
    for part in (".easy-switch", ".care-card .easy-words"):
        assert list(seen.axe_faults(part)) == []
    width = "(box) => parseFloat(getComputedStyle(box).borderTopWidth)"
    assert seen.page.locator(".easy-switch").evaluate(width) >= 1


def test_from_right_to_left_the_picture_stands_at_the_right_of_its_words(
    built: Built, visit: Visitor
) -> None:
    seen = visit(built.address)
    seen.page.locator(SWITCH).check()
    places = []
    for direction in ("ltr", "rtl"):
        seen.page.evaluate("(to) => { document.documentElement.dir = to; }", direction)
        line = seen.page.locator(".easy-line:has(img):visible").first
        picture, words = line.locator("img").bounding_box(), line.locator("p").bounding_box()
        assert picture is not None
        assert words is not None
        places.append(picture["x"] < words["x"])
        assert seen.overflow() == 0
    assert places == [True, False]


def test_who_listens_hears_one_wording_and_what_each_picture_shows(
    built: Built, visit: Visitor
) -> None:
    page = visit(built.at("values")).page
    heard = page.locator('[data-question="less-pain"]').aria_snapshot()
    assert "How important is it to you to have less pain?" in heard
    assert "You may have pain now or later." not in heard
    page.goto(built.at("start"))
    page.locator(SWITCH).check()
    page.goto(built.at("values"))
    heard = page.locator('[data-question="less-pain"]').aria_snapshot()
    # The question keeps its name: it is the one on the summary and on the clinician's sheet.
    assert 'group "Less pain"' in heard
    assert "How important is it to you to have less pain?" not in heard
    assert 'img "A made-up drawing of a ring"' in heard
    assert "You may have pain now or later." in heard


def test_what_is_read_aloud_is_the_wording_that_is_shown(built: Built, visit: Visitor) -> None:
    page = visit(built.address).page
    page.evaluate(bundled({"step": "scripts/aloud/step.ts"}))
    for easy in (False, True):
        page.goto(built.at("start"))
        page.locator(SWITCH).set_checked(easy)
        page.goto(built.at("options"))
        page.wait_for_selector("#options[data-current]")
        read = [each[0] for each in page.evaluate(SENTENCES, for_the_browser(words_in("en-GB")))]
        assert (PLAIN in read, EASY in read) == (not easy, easy)


def test_to_change_the_words_ends_what_is_read_of_the_others(built: Built, visit: Visitor) -> None:
    page = visit("about:blank").page
    with_voices(page, built.at("start"))
    page.evaluate("() => { heard.ends = false; }")
    begin(page)
    switch = page.locator(SWITCH)
    texts = ("Call for help if this is true for you.", "Then call for help.")
    for easy in (True, False):
        switch.set_checked(easy)
        expect(page.locator(".aloud")).to_have_count(0)
        comes_to(page, "() => heard.isSpeaking()", expected=False)
        page.evaluate("() => { heard.spoken.length = 0; heard.ends = true; }")
        begin(page)
        seen = "(text) => heard.spoken.some((each) => each.text.includes(text))"
        page.wait_for_function(seen, arg=texts[easy], timeout=20_000)
        assert texts[not easy] not in " ".join(spoken(page))


def test_what_check_says_of_the_length_in_easy_words_is_what_is_measured(
    built: Built, visit: Visitor
) -> None:
    page = visit(built.address, width=PHONE[0], height=PHONE[1]).page
    lengths = []
    for choice in (True, False):
        page.goto(built.at("start"))
        page.locator(SWITCH).set_checked(choice)
        lengths.append(steps_of(page))
    easy, plain = lengths
    reckoned = length_of(built.aid), easy_length_of(built.aid)
    assert reckoned[1] is not None
    more = {
        before.step: after.words - before.words
        for before, after in zip(reckoned[0].steps, reckoned[1].steps, strict=True)
    }
    measured = {step: easy[step].words - plain[step].words for step in plain}
    assert sum(map(abs, measured.values())) > 20
    assert more == pytest.approx(measured, abs=12)
    taller = reckoned[1].screens - reckoned[0].screens
    assert taller == pytest.approx(total(easy).screens - total(plain).screens, abs=0.3)
