"""Hold a published ratio, or a difference in points, against the two figures of its row.

Layer 2, shared by DA319. How far a ratio of single groups may lie from one that was pooled over
studies is our own judgement: it may lie anywhere in the printed range, and where none is printed a
quarter off. That is wide on purpose: what lies outside was mistyped or stands at the wrong option.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Final

from decisionaid.model.figure import Change, Counted, Figure, Frequency, Rate, Score
from decisionaid.model.outcome import Outcome, PublishedDifference, PublishedRatio
from decisionaid.model.shares import half_a_digit

WITHOUT_RANGE: Final = Fraction(5, 4)
"""So many times too large or too small may a ratio be that is printed without a range."""

Share = Frequency | Counted


def figures_of(
    outcome: Outcome, comparison: PublishedRatio | PublishedDifference
) -> tuple[Figure | None, Figure | None]:
    """Return the figures of the option and of what it is compared with; None where there is none."""
    first, second = (
        cell.figure if (cell := outcome.cell(option)) else None
        for option in (comparison.option, comparison.against)
    )
    return first, second


def ratio_at_odds(outcome: Outcome, ratio: PublishedRatio) -> Fraction | None:
    """Return the ratio that the two figures make, where it cannot be the printed one; None: it can be.

    None as well where the figures make no ratio, or one that was adjusted.

    Hazard ratios, and rate ratios beside shares of people, are no ratio of these figures and pass.
    """
    first, second = figures_of(outcome, ratio)
    ends = _ends(ratio, first, second)
    if ratio.adjusted or ends is None or ratio.value <= 0:
        return None
    if ratio.low is not None and ratio.high is not None and ratio.low > ratio.high:
        return None  # DA312 says so
    least, most = ends
    low, high = (
        (Fraction(ratio.value) / WITHOUT_RANGE, Fraction(ratio.value) * WITHOUT_RANGE)
        if ratio.low is None or ratio.high is None
        else (_low(ratio.low), _high(ratio.high))
    )
    if least <= high and (most is None or most >= low):
        return None
    return least if most is None else (least + most) / 2


def _low(end: Decimal) -> Fraction:
    return Fraction(end - half_a_digit(end))


def _high(end: Decimal) -> Fraction:
    return Fraction(end + half_a_digit(end))


def _ends(
    ratio: PublishedRatio, first: Figure | None, second: Figure | None
) -> tuple[Fraction, Fraction | None] | None:
    """Return the smallest and the largest ratio that the figures can have; None at the end: no largest."""
    kinds = (Frequency, Counted) if ratio.measure in ("risk ratio", "odds ratio") else (Rate,)
    if ratio.measure == "hazard ratio":
        return None
    if not isinstance(first, kinds) or not isinstance(second, kinds):
        return None
    one, other = _range(first), _range(second)
    if one is None or other is None:
        return None
    if ratio.measure == "odds ratio":
        if one[1] >= 1 or other[1] >= 1:
            return None
        one, other = (_odds(one), _odds(other))
    if not other[1]:
        return None
    return one[0] / other[1], (one[1] / other[0] if other[0] > 0 else None)


def _odds(ends: tuple[Fraction, Fraction]) -> tuple[Fraction, Fraction]:
    return ends[0] / (1 - ends[0]), ends[1] / (1 - ends[1])


def _range(figure: Figure) -> tuple[Fraction, Fraction] | None:
    """Return between what a printed share or rate lies; people who were counted are exact."""
    if isinstance(figure, Counted):
        return (Fraction(figure.n, figure.of),) * 2 if figure.of > 0 else None
    if isinstance(figure, Frequency | Rate) and figure.of > 0:
        half = half_a_digit(figure.n)
        return Fraction(max(figure.n - half, Decimal(0))) / figure.of, (
            Fraction(figure.n + half) / figure.of
        )
    return None


def points_apart(outcome: Outcome, difference: PublishedDifference) -> Decimal | None:
    """Return how many points the first figure is above the second, where that cannot be the printed difference.

    None: it can be, or the two are no scores of one kind.
    """
    if difference.of is not None or difference.adjusted or outcome.scale is None:
        return None
    first, second = figures_of(outcome, difference)
    better = 1 if outcome.scale.better == "higher" else -1
    one, other = (_points(figure, better) for figure in (first, second))
    if one is None or other is None or type(first) is not type(second):
        return None
    up = difference.word in ("higher", "more")
    if difference.word in ("better", "worse"):
        up = (difference.word == "better") is (better == 1)
    printed = difference.amount if up else -difference.amount
    slack = sum((half_a_digit(each) for each in (one, other, difference.amount)), Decimal(0))
    return one - other if abs(one - other - printed) > slack else None


def _points(figure: Figure | None, better: int) -> Decimal | None:
    if isinstance(figure, Score):
        return figure.points
    if isinstance(figure, Change):
        return figure.points * (better if figure.word == "better" else -better)
    return None
