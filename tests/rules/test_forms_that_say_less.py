"""What the rules make of forms that say less than a figure: differ, ranges of differences, words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from decisionaid.model.figure import (
    DifferenceFrom,
    Figure,
    NoDifferenceShown,
    NotInStudy,
    NotKnown,
    Rate,
    ReferenceCell,
    ShareInWords,
    Spread,
)
from decisionaid.model.outcome import Differ, Outcome, PublishedRatio
from decisionaid.model.sides import shows
from tests.rules.example_aid import SICK, codes, example_aid, found, frequency, outcome

D = Decimal
FEWER = Spread(low=D(2), high=D(3), of=100, across="studies", word="fewer")
PAIR = Differ(option="treatment", against="as-now", reason="P = 0.003")


def row(now: Figure, treatment: Figure, **fields: object) -> Outcome:
    return outcome("pain", {"as-now": now, "treatment": treatment}, **fields)


def found_in(one: Outcome, number: str) -> int:
    return len(found(example_aid(one, SICK), number))


def test_a_range_of_differences_is_measured_from_a_reference_and_needs_no_comparison() -> None:
    whole = row(ReferenceCell(), FEWER, comparisons=())
    assert codes(example_aid(whole, SICK)) == []
    assert found_in(row(NotKnown(reason="nobody counted"), FEWER), "DA317") == 1
    assert found_in(row(FEWER, FEWER, comparisons=()), "DA311") == 0


@pytest.mark.parametrize(("word", "good"), [("fewer", True), ("more", False)])
def test_a_range_of_differences_is_good_or_bad_by_its_word(word: str, good: bool) -> None:
    apart = FEWER.model_copy(update={"word": word})
    bad = row(ReferenceCell(), apart, direction="bad")
    assert shows(bad, "treatment", "good") is good
    alike = row(
        ReferenceCell(),
        DifferenceFrom(amount=D(2), word=apart.word or "more", of=100),
        direction="bad",
    )
    assert shows(alike, "treatment", "good") is good


@pytest.mark.parametrize("said", [PAIR, Differ()])
def test_that_options_differ_answers_the_question_if_they_do(said: Differ) -> None:
    assert codes(example_aid(row(frequency(50), frequency(30), comparisons=(said,)), SICK)) == []


@pytest.mark.parametrize("said", [PAIR, Differ()])
def test_options_that_differ_have_figures_and_none_says_that_no_difference_was_shown(
    said: Differ,
) -> None:
    alone = row(NotInStudy(), frequency(30), comparisons=(said,))
    assert found_in(alone, "DA315") == 1
    none = row(NoDifferenceShown(reason="the paper says so"), frequency(30), comparisons=(said,))
    assert found_in(none, "DA319") == 1


def test_shares_in_words_are_asked_what_happens_and_if_they_differ() -> None:
    words = row(
        ShareInWords(share="half"), ShareInWords(share="one-third"), said_as=None, comparisons=()
    )
    assert {"DA301", "DA311"} <= set(codes(example_aid(words, SICK)))
    bad = row(ShareInWords(share="half"), ShareInWords(share="one-third"), direction="bad")
    assert shows(bad, "treatment", "good")
    assert not shows(bad, "as-now", "good")


def test_a_rate_of_people_is_not_held_against_a_rate_of_events() -> None:
    clear = PublishedRatio(
        option="treatment", against="as-now", measure="rate ratio", value=D("0.5"),
        low=D("0.4"), high=D("0.6"), adjusted=True,
    )  # fmt: skip
    events = Rate(n=D(2), of=100)
    people = Rate(n=D(4), of=100, counts="people")
    assert found_in(row(events, people, comparisons=(clear,)), "DA319") == 0
    same = people.model_copy(update={"n": D(1)})
    assert found_in(row(same, people, comparisons=(clear,)), "DA319") == 1
