"""Where options stand in a row: by clear published comparisons alone, figures made up."""

from decimal import Decimal

import pytest

from decisionaid.model.figure import Bound, Change, DifferenceFrom, ReferenceCell, Score
from decisionaid.model.outcome import (
    Cell,
    Certainty,
    Comparison,
    Level,
    Outcome,
    PublishedDifference,
    PublishedRatio,
    Scale,
)
from decisionaid.model.standing import most_is, standings

OPTIONS = ("as-now", "tablets", "operation")


def ratio(option: str, against: str, low: str | None, high: str | None) -> PublishedRatio:
    """Return a made-up risk ratio."""
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    return PublishedRatio(
        option=option,
        against=against,
        measure="risk ratio",
        value=Decimal(low or "0.5"),
        low=ends[0],
        high=ends[1],
    )


def row(*comparisons: Comparison, level: Level = "low", **more: object) -> Outcome:
    """Return a made-up outcome that is bad when it happens."""
    given = {"id": "aching", "label": "Aching", "direction": "bad"} | more
    return Outcome(certainty=Certainty(level=level), comparisons=comparisons, **given)  # type: ignore[arg-type]


def test_a_range_on_one_side_says_with_which_option_it_is_most() -> None:
    clear = row(ratio("tablets", "as-now", "0.35", "0.71"))
    assert standings(clear, OPTIONS) == {"tablets": "fewest", "as-now": "most"}


@pytest.mark.parametrize(
    "unclear",
    [
        row(ratio("tablets", "as-now", "0.8", "1.2")),
        row(ratio("tablets", "as-now", None, None)),
        row(ratio("tablets", "as-now", "0.35", "0.71"), level="very-low"),
        row(ratio("tablets", "as-now", "0.35", "0.71"), groups_from_different_studies=True),
        row(ratio("tablets", "dummy", "0.35", "0.71")),
        row(ratio("tablets", "as-now", "0.3", "0.7"), ratio("as-now", "tablets", "0.3", "0.7")),
        row(),
    ],
    ids=["no side", "no range", "very low", "other studies", "dummy", "two ways", "none"],
)
def test_where_the_source_does_not_say_it_clearly_nothing_is_said(unclear: Outcome) -> None:
    assert standings(unclear, OPTIONS) == {}


def test_in_between_is_who_has_one_on_each_side() -> None:
    three = row(
        ratio("tablets", "as-now", "0.4", "0.6"),
        ratio("operation", "as-now", "0.1", "0.2"),
        ratio("operation", "tablets", "0.3", "0.5"),
    )
    assert standings(three, OPTIONS) == {
        "as-now": "most",
        "tablets": "between",
        "operation": "fewest",
    }


def test_nothing_is_concluded_from_two_comparisons() -> None:
    chain = row(
        ratio("tablets", "as-now", "0.4", "0.6"), ratio("operation", "tablets", "0.3", "0.5")
    )
    assert standings(chain, OPTIONS) == {"tablets": "between"}
    star = row(ratio("tablets", "as-now", "0.4", "0.6"), ratio("operation", "as-now", "0.3", "0.5"))
    assert standings(star, OPTIONS) == {"as-now": "most"}


def points(word: str) -> PublishedDifference:
    """Return a made-up difference in points, clear as printed."""
    ten, low, high = Decimal(10), Decimal(5), Decimal(15)
    return PublishedDifference(
        option="tablets",
        against="as-now",
        amount=ten,
        word=word,  # type: ignore[arg-type]
        low=low,
        high=high,
    )


SCALE = Scale(name="Example scale", low=Decimal(0), high=Decimal(100), better="lower")
SCORES = (
    Cell(option="as-now", figure=Score(points=Decimal(40))),
    Cell(option="tablets", figure=Score(points=Decimal(30))),
)
CHANGES = (
    Cell(option="as-now", figure=Change(points=Decimal(10), word="better")),
    Cell(option="tablets", figure=Change(points=Decimal(20), word="better")),
)


@pytest.mark.parametrize("word", ["better", "lower"])
def test_points_are_the_lowest_where_lower_is_better(word: str) -> None:
    scores = row(points(word), scale=SCALE, cells=SCORES)
    assert standings(scores, OPTIONS) == {"tablets": "lowest", "as-now": "highest"}
    assert most_is(scores) == "bad"
    assert standings(row(points("better"), cells=SCORES), OPTIONS) == {}


@pytest.mark.parametrize("word", ["better", "lower"])
def test_of_changes_for_the_better_the_most_is_the_largest(word: str) -> None:
    changes = row(points(word), scale=SCALE, cells=CHANGES)
    assert standings(changes, OPTIONS) == {"tablets": "most", "as-now": "fewest"}
    assert most_is(changes) == "good"


def test_differences_in_cells_are_from_the_starting_point() -> None:
    low, high = (Bound(amount=Decimal(end), word="fewer") for end in (10, 30))
    fewer = DifferenceFrom(amount=Decimal(20), word="fewer", of=1000, low=low, high=high)
    cells = (
        Cell(option="as-now", figure=ReferenceCell()),
        Cell(option="tablets", figure=fewer),
    )
    assert standings(row(cells=cells), OPTIONS) == {"tablets": "fewest", "as-now": "most"}


def test_the_most_is_good_or_bad_or_neither() -> None:
    ways = [most_is(row(direction=each)) for each in ("good", "bad", "neutral")]
    assert ways == ["good", "bad", ""]
