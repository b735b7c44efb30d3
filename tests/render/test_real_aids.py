"""The pages of the aids in this repository, kept for reading."""

from pathlib import Path

import pytest

from decisionaid.compiler import compile_aid
from decisionaid.model.aid import Aid
from decisionaid.model.outcome import Cited
from decisionaid.render import SiteView, render_aid_page, render_evidence_page
from decisionaid.render.outcomes.in_words import Figures
from decisionaid.text import Source
from tests.conftest import ROOT, Golden
from tests.render.page import Page, text

SLUGS = sorted(path.parent.name for path in (ROOT / "aids").glob("*/index.md"))
SITE = SiteView("../../")


def aid_of(slug: str, root: Path) -> Aid:
    name = f"aids/{slug}/index.md"
    aid = compile_aid(Source(name, (root / name).read_text(encoding="utf-8"), slug)).aid
    assert aid is not None
    return aid


@pytest.mark.parametrize("slug", SLUGS)
def test_the_page_is_as_it_was_when_last_read(slug: str, root: Path, golden: Golden) -> None:
    # The digest of the source changes with every comma; the page need not be read for that.
    golden(f"aids/{slug}.html", render_aid_page(aid_of(slug, root), SITE, "0" * 16))


@pytest.mark.parametrize("slug", SLUGS)
def test_every_figure_and_every_source_is_on_the_page(slug: str, root: Path) -> None:
    aid = aid_of(slug, root)
    page, figures = Page(render_aid_page(aid, SITE, "0" * 16)), Figures(aid)
    for row in aid.outcomes:
        shown = [text(node) for node in page.all(f"#outcome-{row.id} :is(.figure, .figure-line)")]
        assert len(shown) == len(row.cells)
        for cell, words in zip(row.cells, shown, strict=True):
            figure = figures.shown(row, cell)
            assert (figure.number or figure.what) in words
        cited = row.sources.ids if isinstance(row.sources, Cited) else ()
        links = page.attributes(f"#outcome-{row.id} .behind a", "href")
        assert {f"evidence.html#source-{each}" for each in cited} <= set(links)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_link_to_the_evidence_page_leads_somewhere(slug: str, root: Path) -> None:
    aid = aid_of(slug, root)
    links = Page(render_aid_page(aid, SITE, "0" * 16)).attributes(
        "a[href^='evidence.html#']", "href"
    )
    ids = Page(render_evidence_page(aid, SITE)).attributes("[id]", "id")
    assert {link.partition("#")[2] for link in links} <= set(ids)
