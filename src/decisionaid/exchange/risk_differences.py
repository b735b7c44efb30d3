"""Turn a published difference of risks into people in a group.

Layer 2. Pure. Gives its working and the cell to paste, or says why it cannot.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from decisionaid.exchange.working import (
    BASELINE_UNSURE,
    PRINTED_FIRST,
    Group,
    Interval,
    Refused,
    Working,
    cell_of,
    check_group,
    check_interval,
    choose_of,
    people,
    people_in,
    plain,
)
from decisionaid.model.shares import LADDER, places_of


def from_risk_difference(
    value: Decimal,
    baseline: Group | None = None,
    interval: Interval | None = None,
    of: int | None = None,
) -> Working | Refused:
    """Turn a risk difference, as a share from -1 to 1, into people; below zero means fewer.

    Without a baseline the cell is a difference and stands beside a cell ``reference``.
    Cochrane Handbook 5.1, section 12.5.4.0: a difference of -0.133 is 133 fewer in 1000.
    """
    ends = [interval.low, interval.high] if interval else []
    fault = check_interval(value, interval)
    if fault is None and baseline is not None:
        fault = check_group(baseline, "the baseline")
    if fault is not None:
        return fault
    if any(abs(each) > 1 for each in (value, *ends)):
        return Refused(
            f"a risk difference of {plain(max((value, *ends), key=abs))} is more than everyone",
            "write it as a share; if these are percentage points, "
            f"{plain(value)} are {plain(value.scaleb(-2))}",
        )
    exact = [Fraction(each) for each in (value, *ends)]
    shares = [abs(each) for each in exact]
    first = _first_of_difference(value, baseline)
    compared: tuple[Fraction, ...] = ()
    if baseline is not None:
        after = [baseline.share + each for each in exact]
        if not all(0 <= each <= 1 for each in after):
            return Refused(
                f"a baseline of {plain(baseline.n)} of {baseline.of} leaves no room for this difference",
                "look at the two numbers in the paper again",
            )
        shares += [baseline.share, *after]
        compared = (baseline.share, after[0])
    chosen = of or choose_of(shares, compared, first)
    return _difference(value, interval, baseline, chosen)


def _difference(
    value: Decimal, interval: Interval | None, baseline: Group | None, of: int
) -> Working:
    ends = (interval.low, interval.high) if interval else ()
    fewer = value < 0
    difference = f"{_amount(value, of, fewer=fewer)} in {of}"
    if ends:
        difference += f" ({' to '.join(_amount(each, of, fewer=fewer) for each in ends)})"
    steps = [f"A difference of {plain(value)} times {of} people is {difference.split(' (')[0]}."]
    cell, baseline_cell = difference, "reference"
    if baseline is not None:
        before = baseline.share
        risks = [before + Fraction(each) for each in (value, *ends)]
        steps += [
            f"The baseline is {plain(baseline.n)} of {baseline.of}: {people_in(before, of)}.",
            f"Together: {people_in(risks[0], of)}.",
        ]
        cell, baseline_cell = cell_of(risks, of), people_in(before, of)
    return Working(
        steps=tuple(steps),
        formula="risk = baseline risk + RD" if baseline else "people = RD × group",
        source="Cochrane Handbook 5.1, section 12.5.4.0",
        cell=cell,
        of=of,
        baseline_cell=baseline_cell,
        difference=difference,
        cautions=(PRINTED_FIRST, BASELINE_UNSURE) if baseline and ends else (PRINTED_FIRST,),
    )


def _amount(value: Decimal, of: int, *, fewer: bool) -> str:
    """Write ``48 fewer``; the word of the estimate is used where there is no difference at all."""
    share = Fraction(value)
    word = "fewer" if share < 0 or (share == 0 and fewer) else "more"
    return f"{people(abs(share), of)} {word}"


def _first_of_difference(value: Decimal, baseline: Group | None) -> int:
    """The baseline's own denominator, or the one that keeps the printed figures: 1000 for -0.133."""
    if baseline is not None and baseline.of in LADDER:
        return baseline.of
    printed: int = 10 ** places_of(value)
    return min(max(printed, LADDER[0]), LADDER[-1])
