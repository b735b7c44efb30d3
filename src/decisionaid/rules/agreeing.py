"""Hold a published ratio, or a difference in points, against the two figures of its row.

Layer 2, shared by DA312 and DA319. How far a ratio of single groups may lie from one that was pooled over
studies is our own judgement: it may lie anywhere in the printed range, and where none is printed a
quarter off. That is wide on purpose: what lies outside was mistyped or stands at the wrong option.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Final

from decisionaid.model.figure import (
    Change,
    Counted,
    FewerThan,
    Figure,
    Frequency,
    Rate,
    Score,
    Spread,
)
from decisionaid.model.outcome import Outcome, PublishedDifference, PublishedRatio
from decisionaid.model.shares import half_a_digit

WITHOUT_RANGE: Final = Fraction(5, 4)
"""So many times too large or too small may a ratio be that is printed without a range."""

Share = Frequency | Counted


def pair_of(
    outcome: Outcome, comparison: PublishedRatio | PublishedDifference
) -> tuple[Figure | None, Figure | None]:
    """Return the figures of the option and of what it is compared with; None where there is none."""
    return outcome.figure(comparison.option), outcome.figure(comparison.against)


def ratio_at_odds(outcome: Outcome, ratio: PublishedRatio) -> Fraction | None:
    """Return the ratio that the two figures make, where it cannot be the printed one; None: it can be.

    None as well where the figures make no ratio, or one that was adjusted.

    Hazard ratios, and rate ratios beside shares of people, are no ratio of these figures and pass.
    """
    first, second = pair_of(outcome, ratio)
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
    first, second = pair_of(outcome, difference)
    better = 1 if outcome.scale.better == "higher" else -1
    one, other = (_points(figure, better) for figure in (first, second))
    if one is None or other is None or type(first) is not type(second):
        return None
    printed = _upwards(difference, better)
    slack = sum((half_a_digit(each) for each in (one, other, difference.amount)), Decimal(0))
    return one - other if abs(one - other - printed) > slack else None


def _upwards(difference: PublishedDifference, better: int) -> Decimal:
    """Return by how many points the option lies higher; ``better`` is 1 where more points are better."""
    up = difference.word in ("higher", "more")
    if difference.word in ("better", "worse"):
        up = (difference.word == "better") is (better == 1)
    return difference.amount if up else -difference.amount


def _points(figure: Figure | None, better: int) -> Decimal | None:
    if isinstance(figure, Score):
        return figure.points
    if isinstance(figure, Change):
        return figure.points * (better if figure.word == "better" else -better)
    return None


def beyond_all(outcome: Outcome, comparison: PublishedRatio | PublishedDifference) -> str | None:
    """Say where a comparison leads from one of its figures, if nothing can be there; None: it can be.

    Fewer than nobody, more than everybody, or off the scale. Ends of ranges are let alone: a source
    reckons them so that they may lie beyond. Two figures that DA319 holds together are left to it.
    An adjusted ratio holds for a baseline that the source does not print, so it leads nowhere.
    """
    if isinstance(comparison, PublishedRatio) and comparison.adjusted:
        return None
    pair = pair_of(outcome, comparison)
    if not comparison.adjusted and any(
        all(isinstance(each, kinds) for each in pair) for kinds in (Share, Score, Change)
    ):
        return None
    for figure, option, sign in zip(
        pair, (comparison.option, comparison.against), (-1, 1), strict=True
    ):
        if figure is not None and (fault := _leads_off(outcome, comparison, figure, sign)):
            return (
                f"{_said(comparison)} cannot be beside {written(figure)} with '{option}': {fault}"
            )
    return None


def _leads_off(
    outcome: Outcome, comparison: PublishedRatio | PublishedDifference, figure: Figure, sign: int
) -> str | None:
    """Say what the other figure would be; ``sign`` is 1 for a step to the option, -1 for one back."""
    if isinstance(comparison, PublishedRatio) or comparison.of is not None:
        ends = _shares(figure)
        if ends is None:
            return None
        if isinstance(comparison, PublishedRatio):
            return _times(ends, comparison, sign)
        slack = Fraction(half_a_digit(comparison.amount)) / comparison.of if comparison.of else 0
        up = sign if comparison.word == "more" else -sign
        step = Fraction(comparison.amount) / (comparison.of or 1) * up
        if ends[1] + step + slack < 0:
            return "none can be fewer than there are"
        return "that is more than all" if ends[0] + step - slack > 1 else None
    return _off_scale(outcome, comparison, figure, sign)


def _times(ends: tuple[Fraction, Fraction], ratio: PublishedRatio, sign: int) -> str | None:
    """Not back from the option, where what was adjusted for may be the reason; other ratios never lead so far."""
    if sign < 0 or ratio.measure != "risk ratio":
        return None
    least = Fraction(max(ratio.value - half_a_digit(ratio.value), Decimal(0)))
    return "that is more than all" if ends[0] * least > 1 else None


def _off_scale(
    outcome: Outcome, difference: PublishedDifference, figure: Figure, sign: int
) -> str | None:
    scale = outcome.scale
    if scale is None or scale.low >= scale.high:
        return None
    better = 1 if scale.better == "higher" else -1
    points = _points(figure, better)
    if points is None:
        return None
    other = points + sign * _upwards(difference, better)
    slack = half_a_digit(points) + half_a_digit(difference.amount)
    length = scale.high - scale.low
    low, high = (scale.low, scale.high) if isinstance(figure, Score) else (-length, length)
    if low - slack <= other <= high + slack:
        return None
    return f"that leaves the scale {scale.name}, {scale.low} to {scale.high}"


def _shares(figure: Figure) -> tuple[Fraction, Fraction] | None:
    """Return between what the share of people lies; None: the figure is no share."""
    match figure:
        case Frequency() | Counted():
            return _range(figure)
        case FewerThan(n=n, of=of) if of > 0:
            return Fraction(0), Fraction(n) / of
        case Spread(low=low, high=high, of=of) if of > 0:
            return Fraction(low) / of, Fraction(high) / of
        case _:
            return None


def _said(comparison: PublishedRatio | PublishedDifference) -> str:
    if isinstance(comparison, PublishedRatio):
        return f"a {comparison.measure} of {comparison.value}"
    if comparison.of is None:
        return f"{comparison.amount} points {comparison.word}"
    return f"{comparison.amount} {comparison.word} in {comparison.of}"


def written(figure: Figure) -> str:
    """Write a figure for a message."""
    match figure:
        case Frequency(n=n, of=of):
            return f"{n} in {of}"
        case Counted(n=count, of=group):
            return f"{count} of {group}"
        case FewerThan(n=n, of=of):
            return f"fewer than {n} in {of}"
        case Spread(low=low, high=high, of=of):
            return f"{low} to {high} in {of}"
        case Rate(n=n, of=of):
            return f"{n} in {of} each year"
        case Score(points=points):
            return f"{points} points"
        case Change(points=points, word=word):
            return f"{points} points {word}"
        case _:
            return figure.kind
