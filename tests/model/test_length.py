"""How long an aid is, as it is reckoned from the aid alone; browsers measure the pages themselves."""

from __future__ import annotations

import pytest

from decisionaid.compiler import compile_aid
from decisionaid.model.aid import Aid
from decisionaid.model.length import (
    MINUTES_A_QUESTION,
    MOST_SCREENS,
    MOST_WORDS,
    QUESTIONS_ON_EVERY_PAGE,
    WORDS_A_MINUTE,
    length_of,
)
from decisionaid.model.steps import STEPS
from decisionaid.text import Source
from tests.our_aids import SLUGS, aid_of
from tests.rules.examples import SPECIMEN

LONG = " ".join(["It is made up, to show how an aid is written."] * 400)
BODY = "You take the example treatment each day."
FOLDED = "It is made up, to show how an aid is written."


def specimen(before: str = "", after: str = "") -> Aid:
    """Read the small aid of the tests with some of its words changed; it stays without error."""
    text = SPECIMEN.read_text(encoding="utf-8")
    assert before in text
    changed = text.replace(before, after) if before else text
    aid = compile_aid(Source("aids/example/index.md", changed, slug="example")).aid
    assert aid is not None
    return aid


@pytest.mark.parametrize("slug", SLUGS)
def test_minutes_come_from_words_and_questions(slug: str) -> None:
    aid = aid_of(slug)
    length = length_of(aid)
    asked = len(aid.values_questions) + QUESTIONS_ON_EVERY_PAGE
    assert length.answered > 0
    minutes = (length.words + length.answered) / WORDS_A_MINUTE + asked * MINUTES_A_QUESTION
    assert minutes <= length.minutes < minutes + 5
    assert length.minutes % 5 == 0


def test_the_steps_are_those_of_the_page_in_their_order() -> None:
    length = length_of(aid_of(SLUGS[0]))
    assert tuple(each.step for each in length.steps) == STEPS
    assert all(each.screens >= 1 and each.words > 0 for each in length.steps)


def test_what_is_folded_away_takes_no_words_and_what_is_read_does() -> None:
    before = length_of(specimen())
    assert length_of(specimen(before=FOLDED, after=LONG)).words == before.words
    after = length_of(specimen(before=BODY, after=LONG))
    added = len(LONG.split()) - len(BODY.split())
    assert after.words == before.words + added
    assert after.screens > before.screens + added / 200
    assert after.minutes > before.minutes
    assert after.longest(1)[0].words >= added


def test_a_row_that_folds_takes_no_words() -> None:
    aid = aid_of("knee-osteoarthritis")
    rows = [
        outcome.model_copy(update={"grid": False}) if outcome.grid else outcome
        for outcome in aid.outcomes
    ]
    assert any(before.grid for before in aid.outcomes)
    marked = next(index for index, each in enumerate(aid.outcomes) if each.grid)
    rows[marked] = aid.outcomes[marked]
    sections = tuple(
        section.model_copy(update={"outcomes": tuple(row for row in rows if row.id in ids)})
        if (ids := {each.id for each in getattr(section, "outcomes", ())})
        else section
        for section in aid.sections
    )
    fewer = aid.model_copy(update={"sections": sections})
    assert length_of(fewer).words < length_of(aid).words - 100


def test_a_length_is_said_in_words() -> None:
    length = length_of(aid_of("carpal-tunnel"))
    assert f"{length}".startswith("about 19")
    assert f"{length}".endswith(" words and 15 minutes")
    first = length.longest(1)[0]
    assert f". Most words: '{first.name}' {first.words}, " in length.with_parts()


@pytest.mark.parametrize("slug", SLUGS)
def test_our_aids_are_within_their_length(slug: str) -> None:
    length = length_of(aid_of(slug))
    assert length.screens <= MOST_SCREENS * 1.03
    assert length.words <= MOST_WORDS * 1.03


def test_each_block_to_pick_from_takes_its_words_and_its_time() -> None:
    items = "".join(f"- Thing {n} {{#thing-{n}}}\n" for n in range(12))
    order = "### Put these in order {#order .ranking}"
    text = SPECIMEN.read_text(encoding="utf-8")
    asked = f"### Pick {{#pick .KIND}}\nWhich?\n\n{items}\n{order}"
    picks, ranking = (
        length_of(aid)
        for kind in ("picks", "ranking")
        if (
            aid := compile_aid(Source("x.md", text.replace(order, asked.replace("KIND", kind)))).aid
        )
    )
    assert picks.words - ranking.words == 12 * (22 + 5 * 2)
    assert picks.screens - ranking.screens > 12 * 0.27
    assert picks.minutes > ranking.minutes
