"""The minutes that an aid takes come from the words in sight on its page."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from decisionaid.compiler import compile_aid
from decisionaid.model.aid import Aid
from decisionaid.render import SiteView, render_aid_page
from decisionaid.render.pages.reading_time import (
    MINUTES_A_QUESTION,
    QUESTIONS_ON_EVERY_PAGE,
    WORDS_A_MINUTE,
    minutes_needed,
    words_in_sight,
)
from decisionaid.text import Source
from tests.our_aids import SLUGS, aid_of
from tests.rules.examples import SPECIMEN

UNSEEN = ".visually-hidden, .figure-spoken, .unscripted, .paper-only, [hidden], svg, .feedback"


def counted(aid: Aid) -> int:
    """Count the words of the steps that are seen while nothing is unfolded."""
    page = LexborHTMLParser(render_aid_page(aid, SiteView(""), ""))
    for details in page.css("details"):
        for child in list(details.iter()):
            if child.tag != "summary":
                child.decompose()
    for node in page.css(UNSEEN):
        node.decompose()
    steps = page.css("form#aid section.step")
    return sum(len(step.text(separator=" ").split()) for step in steps)


def read(text: str) -> Aid:
    """Read an aid that is without error."""
    aid = compile_aid(Source("aids/example/index.md", text, slug="example")).aid
    assert aid is not None
    return aid


@pytest.mark.long
def test_the_words_that_are_reckoned_are_those_of_the_page() -> None:
    for aid in (read(SPECIMEN.read_text(encoding="utf-8")), *map(aid_of, SLUGS)):
        assert words_in_sight(aid) == pytest.approx(counted(aid), rel=0.12), aid.slug
        words = counted(aid) / WORDS_A_MINUTE
        asked = len(aid.values_questions) + QUESTIONS_ON_EVERY_PAGE
        minutes = words + asked * MINUTES_A_QUESTION
        assert minutes - 3 <= minutes_needed(aid) <= minutes + 7.5, aid.slug


def test_what_is_folded_away_takes_no_time_and_what_is_read_does() -> None:
    text = SPECIMEN.read_text(encoding="utf-8")
    long = " ".join(["It is made up, to show how an aid is written."] * 400)
    folded = text.replace("It is made up, to show how an aid is written.", long)
    assert words_in_sight(read(folded)) == words_in_sight(read(text))
    option = text.replace("You take the example treatment each day.", long)
    assert minutes_needed(read(option)) > minutes_needed(read(text))
