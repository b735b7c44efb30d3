"""Each aid in WebKit and in Firefox, in short: answers, reload, summary, file, paper, clinician."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.answers import OWN_WORDS, Answers
from tests.browser.engines.engine import Engine, until
from tests.browser.engines.journey import SHOWN, WORDS, Journey, one_of_each_kind
from tests.browser.engines.noted import COMPLAINTS
from tests.browser.engines.on_paper import seen_words, turn_to_paper
from tests.browser.figures_read import bare, unread
from tests.browser.site_fixtures import Site, by_turns
from tests.our_aids import SLUGS

OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
SHEET = "() => document.querySelector('#sheet h2') !== null"
TO_PRINT_SUMMARY = "() => { document.documentElement.dataset.print = 'summary'; }"


@pytest.mark.parametrize("slug", by_turns(SLUGS, begin=2, rest=pytest.mark.engines))
def test_what_is_said_stays_is_saved_printed_and_reaches_the_clinician(
    slug: str, engine: Engine, site: Site, noted: Callable[[Path], str]
) -> None:
    address = noted(site.folder)
    answers = Answers(site.aids[slug])
    walk = Journey(engine, answers, site.steps(slug), one_of_each_kind(answers))
    said = [OWN_WORDS, answers.aid.options[1].name]
    complaints = []

    engine.open(f"{address}aids/{slug}/")
    walk.to_summary()
    complaints += engine.ask(COMPLAINTS)
    engine.reload()
    until(engine, SHOWN, "summary")
    assert list(walk.lost()) == []
    summary = until(engine, WORDS, "#summary")
    assert [words for words in said if words not in summary] == []
    assert engine.ask(OVERFLOW) == 0
    saved = walk.save()
    assert re.fullmatch(rf"my-answers-{slug}-\d{{4}}-\d\d-\d\d\.html", saved.name)
    assert '"what_matters"' in saved.read_text(encoding="utf-8")

    turn_to_paper(engine)
    printed = seen_words(engine)
    assert list(unread(answers.aid, printed)) == []
    assert bare(OWN_WORDS) in bare(printed)
    engine.ask(TO_PRINT_SUMMARY)
    summary = seen_words(engine)
    assert OWN_WORDS in summary
    assert len(summary) < len(printed) / 4
    complaints += engine.ask(COMPLAINTS)

    engine.go(f"{address}clinician/")
    engine.choose_file("#record-file", saved)
    until(engine, SHEET)
    sheet = engine.ask(WORDS, "#sheet")
    assert [words for words in said if words not in sheet] == []
    complaints += engine.ask(COMPLAINTS)
    assert complaints == []
