"""Links from a result of a test to the outcomes and rows it is about, with their figures in words.

Layer 2. What finding a harmless thing does to people is measured in outcomes, often by sources
that disagree: each is named with its own source, and none is worked out here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from decisionaid.model.blocks import main_of
from decisionaid.model.outcome import Outcome
from decisionaid.model.sections import CompareSection, TestResult, TestSection
from decisionaid.render.outcomes.in_words import Figures


@dataclass(frozen=True, slots=True)
class LinkView:
    """A place on the page and what it says about the test; ``words`` empty where it is words only."""

    address: str
    label: str
    words: str = ""
    sources: str = ""


def links_of(result: TestResult, section: TestSection, figures: Figures) -> Iterator[LinkView]:
    """Yield a link for each thing that a result is about."""
    rows = {row.id: row.question for each in figures.aid.of(CompareSection) for row in each.rows}
    results = {
        each.id: each.heading for test in figures.aid.of(TestSection) for each in test.results
    }
    for name in result.about:
        outcome = figures.row(name)
        if outcome is not None:
            yield _link(outcome, section.option, figures)
        elif name in rows:
            yield LinkView(f"#row-{name}", rows[name])
        elif name in results:
            yield LinkView(f"#result-{name}", results[name])


def _link(outcome: Outcome, option: str | None, figures: Figures) -> LinkView:
    # Another source's estimate stands in the row it is an estimate of.
    place = main_of(outcome, figures.aid).id
    names = figures.words.listed([name for _id, name in figures.source_names(outcome.sources)])
    words = _words(outcome, option, figures) if option is not None else ""
    return LinkView(f"#outcome-{place}", figures.naming.label(outcome), words, names)


def _words(outcome: Outcome, option: str, figures: Figures) -> str:
    cell = outcome.cell(option)
    if cell is None:
        return ""
    figure = figures.shown(outcome, cell)
    if figure.other:
        return figures.words.say("full_stop", words=figures.sentence(outcome.id, option))
    if not figure.number:
        return figure.what
    return figures.words.say("full_stop", words=figure.said)
