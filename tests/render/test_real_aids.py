"""The pages of the aids in this repository; one of them is kept whole, for reading.

It and the page of the example in ``test_aid_page.py`` have all that a template can say of our aids, but
for what the gallery shows. So a change of one line is read in two places, and not once for each aid.
"""

import pytest

from decisionaid.compiler import compile_aid
from decisionaid.model.figure import NUMERIC
from decisionaid.model.outcome import Cited
from decisionaid.render import SiteView, render_aid_page, render_evidence_page
from decisionaid.render.outcomes.in_words import Figures
from tests.conftest import Golden
from tests.our_aids import SLUGS, STATINS, aid_of, source_of
from tests.render.page import Page, text

SITE = SiteView("../../")


def test_the_page_is_as_it_was_when_last_read(golden: Golden) -> None:
    # The digest of the source changes with every comma; the page need not be read for that.
    golden(f"aids/{STATINS}.html", render_aid_page(aid_of(STATINS), SITE, "0" * 16))


def test_the_aids_ask_in_at_least_three_ways_and_no_other_would_serve_better() -> None:
    asked = {slug: {each.kind for each in aid_of(slug).values_questions} for slug in SLUGS}
    assert len(set().union(*asked.values())) >= 3
    assert all(len(kinds) >= 2 for kinds in asked.values()), asked
    found = [
        each.code.number for slug in SLUGS for each in compile_aid(source_of(slug)).diagnostics
    ]
    assert "DA866" not in found


@pytest.mark.long
@pytest.mark.parametrize("slug", SLUGS)
def test_every_figure_and_every_source_is_on_the_page(slug: str) -> None:
    aid = aid_of(slug)
    page, figures = Page(render_aid_page(aid, SITE, "0" * 16)), Figures(aid)
    for row in aid.outcomes:
        shown = [text(node) for node in page.all(f"#outcome-{row.id} :is(.figure, .figure-line)")]
        measured = [cell for cell in row.cells if isinstance(cell.figure, NUMERIC)]
        if measured:
            for cell, words in zip(measured, shown, strict=True):
                figure = figures.shown(row, cell)
                assert (figure.number or figure.what) in words
        # Options without a figure are told of in one place, or each for itself.
        if len(measured) < len(row.cells):
            assert shown[len(measured) :] or page.all(f"#outcome-{row.id} .others")
        cited = row.sources.ids if isinstance(row.sources, Cited) else ()
        links = page.attributes(
            f"#outcome-{row.id} .about-figures a, #outcome-{row.id} .behind a", "href"
        )
        assert {f"evidence.html#source-{each}" for each in cited} <= set(links)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_link_to_the_evidence_page_leads_somewhere(slug: str) -> None:
    aid = aid_of(slug)
    links = Page(render_aid_page(aid, SITE, "0" * 16)).attributes(
        "a[href^='evidence.html#']", "href"
    )
    ids = Page(render_evidence_page(aid, SITE)).attributes("[id]", "id")
    assert {link.partition("#")[2] for link in links} <= set(ids)
