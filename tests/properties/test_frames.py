"""No figure stands on any page without its frame.

With each figure stands what happens, of whom, when it was measured, which end of a scale is good, and
from which option a difference is measured: in the same row of a table, or beside the figure.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from decisionaid.compiler import compile_aid
from decisionaid.model.aid import Aid
from decisionaid.model.figure import NUMERIC, DifferenceFrom, NotKnown, ReferenceCell
from decisionaid.model.outcome import Outcome, is_said_by_label
from decisionaid.render import SiteView, render_aid_page, render_evidence_page
from decisionaid.render.outcomes.in_words import Figures
from decisionaid.render.pages.grid_page import render_grid
from decisionaid.render.words.wording import time_words
from tests.our_aids import SLUGS, aid_of
from tests.properties.pages import words
from tests.properties.random_aids import DrawnAid, source_of
from tests.properties.test_told_truthfully import holds

PLACES = {
    "the page": "#outcome-{id}",
    "side by side": '.side-table tr[data-about^="{id} "], .side-table tr[data-about="{id}"]',
    "the grid": "#grid-{id}",
    "the evidence": "#row-{id}",
}


def rows_of(aid: Aid) -> Iterator[tuple[str, Outcome, LexborNode]]:
    """Yield each place where the figures of a row stand: its name, the row, the element."""
    figures, site = Figures(aid), SiteView("../../")
    page = LexborHTMLParser(render_aid_page(aid, site, "0" * 16, figures))
    grid = LexborHTMLParser(render_grid(aid, site, figures))
    evidence = LexborHTMLParser(render_evidence_page(aid, site, figures))
    for outcome in aid.outcomes:
        if outcome.direction == "about-the-study" or not any(
            isinstance(cell.figure, NUMERIC) for cell in outcome.cells
        ):
            continue
        for name, selector in PLACES.items():
            for html in (page, grid, evidence):
                for found in html.css(selector.format(id=outcome.id)):
                    yield name, outcome, found


def missing(aid: Aid, outcome: Outcome, text: str) -> list[str]:
    """Return what a text does not say of the frame of a row's figures."""
    naming = Figures(aid).naming
    many = naming.counted(outcome)[1]
    kinds = {cell.figure.kind for cell in outcome.cells if cell.figure is not None}
    needed = []
    time = time_words(naming.words, outcome.time)
    if isinstance(outcome.time, NotKnown):
        needed.append(outcome.time.reason)  # a table says only that the time is not known
        text += outcome.time.reason if time.casefold() in text.casefold() else ""
    elif time.casefold() not in text.casefold():
        needed.append(time.removeprefix("at "))
    if outcome.said_as and kinds & {"frequency", "counted", "fewer-than", "difference-from"}:
        needed += [] if is_said_by_label(outcome) else [many, outcome.said_as.happens]
    if outcome.scale:
        needed.append(f"{outcome.scale.better}")
    reference = [each.option for each in outcome.cells if isinstance(each.figure, ReferenceCell)]
    if any(isinstance(cell.figure, DifferenceFrom) for cell in outcome.cells):
        needed += [naming.inside(each) for each in reference]
    return [each for each in needed if each.casefold() not in text.casefold()]


@pytest.mark.parametrize("slug", SLUGS)
def test_no_figure_stands_on_a_page_of_our_aids_without_its_frame(slug: str) -> None:
    aid = aid_of(slug)
    seen = set()
    for name, outcome, element in rows_of(aid):
        seen.add(name)
        assert missing(aid, outcome, words(element)) == [], (name, outcome.id, words(element))
    assert seen == set(PLACES)


def has_frames(drawn: DrawnAid) -> None:
    aid = compile_aid(source_of(drawn)).aid
    assert aid is not None
    for name, outcome, element in rows_of(aid):
        assert missing(aid, outcome, words(element)) == [], (name, outcome.id, words(element))


@pytest.mark.long
@pytest.mark.xdist_group("told-truthfully")  # the same aids
def test_no_figure_of_a_random_aid_stands_without_its_frame() -> None:
    holds(has_frames)
