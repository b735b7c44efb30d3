"""From right to left the same is said as from left to right: signs of direction are not words."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from decisionaid.language import without_isolates
from decisionaid.model.aid import Aid
from decisionaid.render import Figures, SiteView, render_aid_page, render_grid
from tests.our_aids import SLUGS, aid_of

SITE = SiteView("../../")


def in_language(slug: str, language: str) -> Aid:
    """Return an aid as it is in a language without words of its own, which are then in English."""
    return aid_of(slug).model_copy(update={"language": language, "status": "draft"})


def said(page: str) -> str:
    """Return what a page says, without its data."""
    tree = LexborHTMLParser(page)
    for node in tree.css("script"):
        node.decompose()
    assert tree.body
    return " ".join(without_isolates(tree.body.text(separator="", strip=False)).split())


@pytest.mark.long
@pytest.mark.parametrize("slug", SLUGS)
def test_a_page_says_the_same_in_both_directions(slug: str) -> None:
    one, other = (in_language(slug, tag) for tag in ("xx", "ar"))
    assert said(render_aid_page(one, SITE, "0" * 64)) == said(
        render_aid_page(other, SITE, "0" * 64)
    )
    assert said(render_grid(one, SITE, Figures(one))) == said(
        render_grid(other, SITE, Figures(other))
    )
