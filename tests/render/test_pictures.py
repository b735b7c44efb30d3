"""People are drawn in one form and on one whole, for benefit and harm alike, or not at all."""

from __future__ import annotations

from decimal import Decimal

import pytest

from decisionaid.model.aid import Aid
from decisionaid.model.figure import (
    Bound,
    Counted,
    DifferenceFrom,
    Figure,
    Rate,
    ReferenceCell,
    Score,
    Spread,
)
from decisionaid.model.outcome import Outcome
from decisionaid.model.sections import OutcomesSection
from decisionaid.render.figures.shown_figure import ShownFigure
from decisionaid.render.outcomes.in_words import Figures
from tests.render.examples import EXAMPLE, SCALE, frequency, outcome

D = Decimal
FEWER = DifferenceFrom(
    amount=D(3), word="fewer", of=1000,
    low=Bound(amount=D(5), word="fewer"), high=Bound(amount=D(1), word="fewer"),
)  # fmt: skip


def aid_of(*rows: Outcome) -> Aid:
    section = OutcomesSection(heading="H", outcomes=rows)
    return EXAMPLE.model_copy(update={"sections": (*EXAMPLE.sections[:3], section)})


def row(name: str, *figures: Figure, direction: str = "bad", **fields: object) -> Outcome:
    options = ("wait", "tablet")[: len(figures)]
    return outcome(name, *figures, options=options, direction=direction, **fields)


def shown(*rows: Outcome) -> dict[str, ShownFigure]:
    """Return the last figure of each row, as it is shown beside the others."""
    figures = Figures(aid_of(*rows))
    return {each.id: figures.shown(each, each.cells[-1]) for each in rows}


BENEFIT = row("benefit", frequency("441", 1000), frequency("310", 1000), direction="good")
HARM = row("harm", frequency("20", 1000), frequency("45", 1000))


def test_benefit_and_harm_are_drawn_out_of_the_same_number() -> None:
    coarse = row("benefit", frequency("44", 100), frequency("31", 100), direction="good")
    found = shown(coarse, row("harm", frequency("21", 1000), frequency("45", 1000)))
    assert {name: each.array.of for name, each in found.items() if each.array} == {
        "benefit": 1000,
        "harm": 1000,
    }


def test_where_one_has_dots_alone_the_other_has_so_too() -> None:
    few = row("harm", frequency("2", 1000), frequency("5", 1000))
    assert {each.array.is_dots_alone for each in shown(BENEFIT, HARM).values() if each.array} == {
        False
    }
    assert {each.array.is_dots_alone for each in shown(BENEFIT, few).values() if each.array} == {
        True
    }


def test_where_harm_cannot_be_drawn_nothing_is() -> None:
    counted = row("benefit", Counted(n=44, of=90), Counted(n=31, of=90), direction="good")
    found = shown(counted, row("harm", frequency("2", 10_000), frequency("5", 10_000)))
    assert found["harm"].short == "5 of 10,000"
    assert [each.array for each in found.values()] == [None, None]
    side = row("side", Counted(n=20, of=90), Counted(n=21, of=90))
    with_harm = shown(counted, side, row("harm", frequency("2", 10_000), frequency("5", 10_000)))
    drawn = {name for name, each in with_harm.items() if each.array}
    assert drawn == {"benefit", "side"}  # the row out of 10,000 says that it is apart


def test_nobody_is_drawn_out_of_more_than_a_thousand() -> None:
    found = shown(BENEFIT, row("harm", frequency("2", 10_000), frequency("5", 10_000)))
    assert [each.array for each in found.values()] == [None, None]


@pytest.mark.parametrize(
    "figure",
    [FEWER, Rate(n=D("1.6"), of=100), Spread(low=D(1), high=D(3), of=100, across="years")],
    ids=["difference", "rate", "range"],
)
def test_beside_shares_of_people_no_track_is_drawn_of_people(figure: Figure) -> None:
    alone = row("alone", ReferenceCell(), figure)
    assert shown(alone)["alone"].drawing is not None
    found = shown(BENEFIT, HARM, alone)
    assert found["alone"].drawing is None
    assert found["benefit"].array is not None


def test_scores_keep_their_track_beside_shares_of_people() -> None:
    score = row("score", Score(points=D(40)), Score(points=D(31)), scale=SCALE)
    assert shown(BENEFIT, HARM, score)["score"].drawing is not None


def test_what_is_behind_a_disclosure_does_not_keep_the_others_from_being_drawn() -> None:
    counted = [
        row(name, Counted(n=44, of=90), Counted(n=31, of=90), direction=side)
        for name, side in (("benefit", "good"), ("harm", "bad"))
    ]
    more = row("more", frequency("2", 10_000), frequency("5", 10_000), more=True)
    found = shown(*counted, more)
    assert {name for name, each in found.items() if each.array} == {"benefit", "harm"}
