"""Letters twice as large on a phone: no word is broken, and nothing is wider than the window."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visitor
from tests.browser.site_fixtures import Site, by_turns
from tests.browser.test_side_by_side import go_to, say
from tests.our_aids import SLUGS

STEPS = ("start", "options", "compare", "values", "side-by-side", "facts", "questions", "now")
TWICE = """() => { document.documentElement.style.fontSize = "200%"; }"""
# Words that stand on more than one line. Only at a hyphen or a stroke may a line end within a word.
BROKEN = """(id) => {
  const texts = document.createTreeWalker(document.getElementById(id), NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const broken = [];
  while (texts.nextNode()) {
    const { currentNode: text } = texts;
    if (!text.parentElement.checkVisibility()) continue;
    if (text.parentElement.closest(".visually-hidden, .figure-spoken, thead")) continue;
    for (const { 0: word, index } of text.data.matchAll(/[\\p{L}\\p{N}]+/gu)) {
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      if (lines.size > 1) broken.push(word);
    }
  }
  return broken;
}"""
TOO_WIDE = "() => document.documentElement.scrollWidth - innerWidth"
# The second answer of all that is asked, so that what is chosen is bold and what follows is seen.
ANSWER_ALL = """() => {
  const groups = Map.groupBy(document.querySelectorAll("#aid [type=radio]"), ({ name }) => name);
  for (const [name, inputs] of groups) if (!name.startsWith("side-")) inputs.at(1).click();
}"""


def faults_in(page: Page) -> dict[str, object]:
    """Return the broken words of each step, and how much it is too wide."""
    found: dict[str, object] = {}
    for step in STEPS:
        go_to(page, step)
        broken, wide = page.evaluate(BROKEN, step), page.evaluate(TOO_WIDE)
        if broken or wide > 0:
            found[step] = (broken, wide)
    return found


@pytest.mark.parametrize("slug", by_turns(SLUGS, at_once=2))
def test_no_word_is_broken_in_letters_twice_as_large(slug: str, site: Site, visit: Visitor) -> None:
    page = visit(site.aid_address(slug), width=390, height=844).page
    page.evaluate(TWICE)
    assert faults_in(page) == {}
    say(page, {"filled_in_by.role": "patient_with_help"})
    page.evaluate(ANSWER_ALL)
    assert faults_in(page) == {}
