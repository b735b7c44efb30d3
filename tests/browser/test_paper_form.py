"""With scripts off the aid is a form for paper: it asks all that the screen asks, and each answer has a place."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, Final

import pytest
from playwright.sync_api import Page

from decisionaid.model.aid import Aid
from decisionaid.model.sections import PicksQuestion, RankingQuestion, items_of
from decisionaid.render.pages.questions import DECIDERS, READINESS, ROLES, STAGES, leaning_rows
from tests.browser.conftest import Visitor
from tests.browser.figures_read import bare
from tests.browser.site_fixtures import Site, by_turns
from tests.english import say
from tests.our_aids import SLUGS

pytestmark = pytest.mark.long

OWN_PLACES: Final = 3
"""Places for own concerns that are printed empty; more are on paper once they are written in."""

# The controls of the form that a person answers with, by name: what they are and the words beside them.
ASKED = """(seenOnly) => {
  const found = {};
  const piecesOf = (node) => node.nodeType === Node.TEXT_NODE ? [node.data.trim()].filter(Boolean)
    : [...node.childNodes].flatMap(piecesOf);
  for (const one of document.querySelectorAll("form :is(input, textarea)")) {
    if (one.name === "" || one.dataset.view !== undefined || /^(hidden|file)$/.test(one.type)) continue;
    const label = one.closest("label"), place = label.getBoundingClientRect();
    if (seenOnly && !(label.checkVisibility() && place.width > 0 && place.height > 0)) continue;
    const words = label.cloneNode(true);
    words.querySelectorAll(".visually-hidden").forEach((each) => each.remove());
    (found[one.name] ??= []).push([one.type, one.value, piecesOf(words)]);
  }
  return found;
}"""
LEGENDS = """() => [...document.querySelectorAll("form fieldset:not(.trade-off *, .js-only *)")]
  .filter((one) => one.checkVisibility())
  .map((one) => {
    const words = one.querySelector("legend").cloneNode(true);
    words.querySelectorAll(".visually-hidden").forEach((each) => each.remove());
    return words.textContent;
  })"""


def asked(page: Page, *, seen_only: bool) -> Mapping[str, Sequence[Sequence[Any]]]:
    found: dict[str, list[list[Any]]] = page.evaluate(ASKED, seen_only)
    return {name: rows for name, rows in found.items() if not name.startswith("share.")}


def names_of(aid: Aid) -> Iterator[str]:
    """Yield what an aid has to ask for on paper, by the names of the controls; an order is written into boxes."""
    yield from ("filled_in_by.role", "filled_in_by.helper", "filled_in_by.view", "communication")
    yield from ("what_matters", "leaning", "stage", "role", "own_idea")
    yield from (f"readiness.{each}" for each in READINESS)
    yield from (f"own_question.{n}" for n in (1, 2, 3))
    for n in range(1, OWN_PLACES + 1):
        yield from (f"concern.{n}", f"concern.{n}.rating")
    for question in aid.values_questions:
        if isinstance(question, PicksQuestion):
            for n in range(1, len(question.items) + 1):
                yield from (f"values.{question.id}.{n}.most", f"values.{question.id}.{n}.least")
        else:
            is_order = isinstance(question, RankingQuestion)
            yield f"values.{question.id}.state" if is_order else f"values.{question.id}"


@pytest.mark.parametrize("slug", by_turns(SLUGS, begin=1, at_once=2))
def test_with_scripts_off_paper_asks_all_that_the_screen_asks(
    slug: str, site: Site, visit: Visitor
) -> None:
    on_screen = asked(visit(site.aid_address(slug)).page, seen_only=False)
    seen = visit(site.aid_address(slug), java_script_enabled=False)
    seen.page.emulate_media(media="print")
    on_paper = asked(seen.page, seen_only=True)
    legends = seen.page.evaluate(LEGENDS)
    printed = bare(seen.printed_text())
    more = {f"concern.{n}{part}" for n in (4, 5) for part in ("", ".rating")}
    assert on_paper == {name: rows for name, rows in on_screen.items() if name not in more}
    aid = site.aids[slug]
    assert set(names_of(aid)) - set(on_paper) == set()
    assert [each for each in legends if bare(each) not in printed] == []
    words = [each for rows in on_paper.values() for *_, pieces in rows for each in pieces]
    assert [each for each in words if bare(each) not in printed] == []
    assert list(unprinted(aid, printed)) == []


def unprinted(aid: Aid, printed: str) -> Iterator[str]:
    """Yield the questions and answers that are not on paper, or stand on it in another order."""
    for question in aid.values_questions:
        texts = [question.title, *(item.text for item in items_of(question))]
        yield from (each for each in texts if bare(each) not in printed)
    fixed = (
        *(say(f"role_{each}") for each in ROLES),
        *(say(f"stage_{each}") for each in STAGES),
        *(say(f"rolein_{each}") for each in DECIDERS),
        *(say(f"readiness_{each}") for each in READINESS),
        *(
            say(name)
            for name in ("role_legend", "helper", "helper_view", "what_matters", "leaning_legend")
        ),
        *(say("concern", n=n) for n in range(1, OWN_PLACES + 1)),
    )
    yield from (each for each in fixed if bare(each) not in printed)
    options = [bare(words) for _, words in leaning_rows(aid)]
    leaning = printed[printed.index(bare(say("leaning_legend"))) :]
    places = [leaning.index(each) for each in options]
    yield from (f"{one} after {other}" for one, other in pairwise(places) if one > other)
