"""Whole journeys through each aid, from its first page to the saved file, in each way of reading.

At 400 % with wide letters, in forced colours, from right to left, with no script, and printed.
The way by pointer and by keys alone is in ``test_thread.py``, what is heard in
``test_journeys_spoken.py``, and other engines are in ``engines``.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from decisionaid.language import catalogue
from tests.browser.answers import OWN_IDEA, OWN_QUESTION, OWN_WORDS, Answers, Choose, Write
from tests.browser.conftest import Visitor
from tests.browser.figures_read import bare, unread
from tests.browser.handed_over import HandedOver
from tests.browser.made_up_site import MadeUpSite, built_in
from tests.browser.probes import SPACED
from tests.browser.site_fixtures import Site, by_turns
from tests.browser.test_thread import missing, with_file
from tests.browser.visit import UNFOLD, Visit
from tests.browser.walk import KeyboardWalk, Walk, words_of
from tests.language.made_up import FROM_RIGHT, write_catalogues
from tests.language.made_up_pages import cases
from tests.our_aids import SLUGS

pytestmark = pytest.mark.long

ZOOMED: Mapping[str, Any] = {"width": 320, "height": 256}
"""A window of 1280 by 1024 at 400 %."""
FORCED: Mapping[str, Any] = {"forced_colors": "active"}

# All that a person can see of each step with all of it open, piece by piece, but for what is left out.
SEEN = """async (leftOut) => {
  document.querySelectorAll("main details").forEach((one) => { one.open = true; });
  const found = [];
  for (const step of document.querySelectorAll("[data-step]")) {
    location.hash = step.id;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const walker = document.createTreeWalker(step, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (node.data.trim() && element.checkVisibility({ visibilityProperty: true })
        && !element.closest(leftOut)) found.push([step.id, node.data.trim()]);
    }
  }
  return found;
}"""
# On paper nothing can be pressed. Beside each question the figures of the comparison stand once more.
LEFT_OUT = (
    ".visually-hidden, .figure-spoken, .js-only, .screen-only, .step-count, .step-nav, .paper-links,"
    " .feedback-lead, .ranking-state, .clear-answer, .about-figures > summary, .all-details, .question-facts, .message"
)


def each_step(walk: Walk) -> Iterator[str]:
    """Answer in every step and go on; yield each step once it is answered, the summary last."""
    for step, following in zip(walk.steps, walk.steps[1:], strict=False):
        walk.expect_at(step)
        walk.answer(step)
        yield step
        walk.go_on(step)
        expect(walk.step(following).locator("h1")).to_be_focused()
    yield walk.steps[-1]


def walked_by_keys(seen: Visit, answers: Answers, folder: Path) -> Path:
    """Go through an aid by keys alone, to the saved file and on to the page's end; return the file."""
    walk = KeyboardWalk(seen.page, answers)
    wide = {step: seen.overflow() for step in each_step(walk)}
    assert missing(answers.words, words_of(seen.page.locator("#summary"))) == []
    file = walk.save(folder)
    walk.to_the_end()
    assert walk.faults == []
    assert {step: by for step, by in wide.items() if by} == {}
    assert seen.complaints == []
    return file


@pytest.mark.parametrize("slug", by_turns(SLUGS))
def test_at_400_percent_with_wide_letters_all_is_reached_by_keys(
    slug: str, site: Site, visit: Visitor, tmp_path: Path
) -> None:
    seen = visit(site.aid_address(slug), **ZOOMED)
    seen.page.evaluate(SPACED)
    answers = Answers(site.aids[slug])
    sheet = with_file(visit, site, walked_by_keys(seen, answers, tmp_path))
    assert missing(answers.said, words_of(sheet.page.locator("#sheet"))) == []


@pytest.mark.parametrize("slug", by_turns(SLUGS, begin=1))
def test_in_forced_colours_all_is_reached_by_keys(
    slug: str, site: Site, visit: Visitor, tmp_path: Path
) -> None:
    seen = visit(site.aid_address(slug), **FORCED)
    answers = Answers(site.aids[slug])
    sheet = with_file(visit, site, walked_by_keys(seen, answers, tmp_path))
    assert missing(answers.said, words_of(sheet.page.locator("#sheet"))) == []


@pytest.fixture
def from_right(
    slug: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    served: Callable[[Path], str],
) -> MadeUpSite:
    """Build an aid in the made-up language that is written from right to left."""
    (locale := tmp_path / "locale").mkdir()
    write_catalogues(locale)
    monkeypatch.setattr(catalogue, "FOLDER", locale)
    chosen = [case for case in cases() if case.name == slug]
    return built_in(FROM_RIGHT, chosen, tmp_path / "right", served, {})


@pytest.mark.parametrize("slug", by_turns(SLUGS, begin=3))
def test_from_right_to_left_all_is_reached_by_keys(
    slug: str, from_right: MadeUpSite, visit: Visitor, tmp_path: Path
) -> None:
    seen = visit(f"{from_right.address}aids/{slug}/index.html")
    expect(seen.page.locator("html")).to_have_attribute("dir", "rtl")
    answers = Answers(from_right.aids[slug])
    file = walked_by_keys(seen, answers, tmp_path)
    sheet = visit(f"{from_right.address}clinician/index.html")
    sheet.page.locator("#record-file").set_input_files(file)
    expect(sheet.page.locator("#sheet h2").first).to_be_visible()
    sheet.page.evaluate(UNFOLD)
    assert missing(answers.words, words_of(sheet.page.locator("#sheet"))) == []


@pytest.mark.parametrize("slug", by_turns(SLUGS, begin=2))
def test_without_script_what_is_filled_in_is_on_the_paper(
    slug: str, site: Site, visit: Visitor
) -> None:
    seen = visit(site.aid_address(slug), java_script_enabled=False)
    answers = Answers(site.aids[slug])
    chosen = [deed for deeds in answers.by_step.values() for deed in deeds]
    for deed in chosen:
        match deed:
            # What goes into the summary is asked only where a script makes one.
            case Choose(name=name) if not name.startswith("share."):
                place = f'input[name="{name}"][value="{deed.value}"]'
                seen.page.locator(place).locator("xpath=ancestor::label").click()
                expect(seen.page.locator(place)).to_be_checked()
            case Write(name=name, text=text):
                seen.page.locator(f'[name="{name}"]').fill(text)
    printed = bare(seen.printed_text())
    own = [bare(words) for words in (OWN_WORDS, OWN_QUESTION, OWN_IDEA)]
    assert missing(own, printed) == []
    assert list(unread(answers.aid, printed)) == []
    assert seen.complaints == []


@pytest.mark.parametrize("slug", by_turns(SLUGS, begin=1))
def test_what_is_printed_says_all_that_the_screen_does_with_all_open(
    slug: str, site: Site, visit: Visitor, handed_over: Callable[[str], HandedOver]
) -> None:
    handed = handed_over(slug)
    seen = visit(f"{site.aid_address(slug)}#values")
    handed.resume(seen.page)
    printed = bare(seen.printed_text())
    pieces = seen.page.evaluate(SEEN, LEFT_OUT)
    assert {step for step, _ in pieces} == set(site.steps(slug))
    assert [each for each in pieces if bare(each[1]) not in printed] == []
    assert missing([bare(words) for words in handed.answers.words], printed) == []
