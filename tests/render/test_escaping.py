"""Whatever an author writes is shown as words: it never becomes markup."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from decisionaid.model.aid import Aid
from decisionaid.model.outcome import Outcome
from decisionaid.render import (
    SiteView,
    card_of,
    render_aid_page,
    render_clinician_page,
    render_evidence_page,
    render_home,
)
from tests.render.examples import EXAMPLE
from tests.render.page import Page

HOSTILE = (
    '<script id="planted">alert(1)</script>',
    '"><img class="planted" src=x onerror=alert(1)>',
    "' onmouseover='alert(1)' class='planted",
    "</title></textarea></script><b class=planted>",
    "{{ 7 * 7 }}{% for x in y %}{1}{a}",
    "<!-- ]]> &lt;b class=planted&gt; \x00\u202e",
)

CHOSEN = frozenset(
    {"kind", "role", "id", "slug", "status", "direction", "computes", "level", "unit", "read", "who", "word",
     "measure", "better", "when_", "across", "series", "stratum", "estimate_of", "option", "against",
     "counts", "share", "outcome", "sources", "ids", "about", "toward", "published", "language", "doi", "code"}
)  # fmt: skip
"""Fields with a fixed set of words, ids, and what is not shown."""


def hostile_aid(plant: Callable[[str], str]) -> Aid:
    def copy(part: BaseModel) -> BaseModel:
        updates = {}
        for name, value in part:
            if name in CHOSEN and not isinstance(value, BaseModel):
                continue
            updates[name] = change(value)
        if isinstance(part, Outcome):
            # Long words change which rows have room on the grid, and stand in sight.
            updates["grid"] = not part.more
        return part.model_copy(update=updates)

    def change(value: object) -> object:
        if isinstance(value, BaseModel):
            return copy(value)
        if isinstance(value, tuple):
            return tuple(change(each) for each in value)
        return (
            plant(value) if isinstance(value, str) and value not in {"now", "soon", "me"} else value
        )

    aid = copy(EXAMPLE)
    assert isinstance(aid, Aid)
    return aid


def pages(aid: Aid) -> list[Page]:
    site, cards = SiteView("../../"), [card_of(aid)]
    return [
        Page(render_aid_page(aid, site, "0" * 16)),
        Page(render_evidence_page(aid, site)),
        Page(render_home(cards, site)),
        Page(render_clinician_page(cards, site)),
    ]


def shape(page: Page) -> list[tuple[str, frozenset[str]]]:
    """Return the elements of a page and the names of their attributes, in order."""
    return [(node.tag or "", frozenset(node.attributes)) for node in page.all("*")]


SHAPES = [shape(page) for page in pages(hostile_aid(lambda text: text))]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_in_every_text_leave_the_page_as_it_was(words: str) -> None:
    aid = hostile_aid(lambda text: f"{text} {words}")
    assert [shape(page) for page in pages(aid)] == SHAPES


@pytest.mark.long
@settings(max_examples=40)
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00"), max_size=20))
def test_any_words_in_every_text_leave_the_page_as_it_was(words: str) -> None:
    aid = hostile_aid(lambda text: f"{text}{words}")
    assert [shape(page) for page in pages(aid)] == SHAPES


def test_hostile_words_are_shown_as_they_were_written() -> None:
    page, *_ = pages(EXAMPLE.model_copy(update={"title": HOSTILE[0]}))
    assert page.texts("#start-title") == [HOSTILE[0]]


def test_data_blocks_cannot_be_ended_from_within() -> None:
    card = card_of(EXAMPLE.model_copy(update={"title": HOSTILE[3]}))
    (aid,) = Page(render_clinician_page([card], SiteView("../"))).json("script#known-aids")
    assert aid["title"] == HOSTILE[3]
