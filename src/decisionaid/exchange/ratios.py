"""Turn a published risk ratio, odds ratio or hazard ratio into people in a group.

Layer 2. Pure. Each function gives its working and the cell to paste, or says why it cannot.
A ratio says nothing without a baseline: the risk of the people it is compared with. The ends of an
interval are turned in the same way as the estimate; that leaves out how sure the baseline is
(Cochrane Handbook 5.1, section 12.5.4.5).
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, localcontext
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
    people_in,
    plain,
    shown,
)
from decisionaid.model.shares import LADDER, rounded

MAX_RATIO = 1000
"""Larger ratios are slips of the keyboard."""

SAME_ALL_THE_TIME = "It takes for granted that the ratio was the same all that time; look whether the paper says so."

_POWER_DIGITS = 50

Turn = Callable[[Decimal], Fraction]
"""Turns a published value into the risk it means for the group that had the option."""


def from_risk_ratio(
    value: Decimal, baseline: Group, interval: Interval | None = None, of: int | None = None
) -> Working | Refused:
    """Turn a risk ratio (relative risk) into people: risk = baseline risk x RR.

    Cochrane Handbook for Systematic Reviews of Interventions 5.1, section 12.5.4.2.
    Refused: a ratio with which more than everyone would have the outcome.
    """
    faults = _ratio_fault("risk ratio", value, baseline, interval)
    if faults is not None:
        return faults
    p0 = baseline.share
    largest = max([value, *([interval.high] if interval else [])])
    if p0 * Fraction(largest) > 1:
        return Refused(
            f"a baseline of {plain(baseline.n)} of {baseline.of} times {plain(largest)} would be "
            "more than everyone",
            "the ratio was not found in people with such a high baseline: take a lower baseline, or "
            "the odds ratio if the paper prints one",
        )
    return _ratio(
        "risk ratio",
        (value, interval, baseline, of),
        lambda ratio: p0 * Fraction(ratio),
        lambda ratio: f"{shown(p0)} × {plain(ratio)}",
        ("risk = baseline risk × RR", "Cochrane Handbook 5.1, section 12.5.4.2"),
    )


def from_odds_ratio(
    value: Decimal, baseline: Group, interval: Interval | None = None, of: int | None = None
) -> Working | Refused:
    """Turn an odds ratio into people: risk = OR x p / (1 - p + OR x p), p being the baseline risk.

    Cochrane Handbook 5.1, section 12.5.4.3; Grant, BMJ 2014;348:f7450.
    """
    faults = _ratio_fault("odds ratio", value, baseline, interval)
    if faults is not None:
        return faults
    p0 = baseline.share

    def turn(ratio: Decimal) -> Fraction:
        odds = Fraction(ratio) * p0
        return odds / (1 - p0 + odds)

    return _ratio(
        "odds ratio",
        (value, interval, baseline, of),
        turn,
        lambda r: f"{plain(r)} × {shown(p0)} ÷ (1 − {shown(p0)} + {plain(r)} × {shown(p0)})",
        (
            "risk = OR × baseline risk ÷ (1 − baseline risk + OR × baseline risk)",
            "Cochrane Handbook 5.1, section 12.5.4.3; Grant, BMJ 2014;348:f7450",
        ),
    )


def from_hazard_ratio(
    value: Decimal,
    baseline: Group,
    time: str,
    interval: Interval | None = None,
    of: int | None = None,
) -> Working | Refused:
    """Turn a hazard ratio into people at one time: risk = 1 - (1 - p) ** HR.

    ``time`` is the time at which the baseline was found, such as ``2 years``; the result holds for
    that time only. Skoetz and others, GRADE guidelines 27, J Clin Epidemiol 2020;118:124-131.
    The power is worked out to 50 figures.
    """
    faults = _ratio_fault("hazard ratio", value, baseline, interval)
    if faults is not None:
        return faults
    if not time.strip():
        return Refused(
            "a hazard ratio needs the time of its baseline",
            "say after what time so many people had it: '... years'",
        )
    p0 = baseline.share

    def turn(ratio: Decimal) -> Fraction:
        with localcontext() as context:
            context.prec = _POWER_DIGITS
            stay = (Decimal(baseline.of) - baseline.n) / Decimal(baseline.of)
            return 1 - Fraction(stay**ratio)

    return _ratio(
        "hazard ratio",
        (value, interval, baseline, of),
        turn,
        lambda ratio: f"1 − (1 − {shown(p0)}) to the power of {plain(ratio)}",
        (
            "risk = 1 − (1 − baseline risk) to the power of HR",
            "Skoetz and others, GRADE guidelines 27, J Clin Epidemiol 2020;118:124-131",
        ),
        (
            f"It holds for {time.strip()} only, the time of the baseline: write 'Time: {time.strip()}'.",
            SAME_ALL_THE_TIME,
        ),
    )


def _ratio_fault(
    name: str, value: Decimal, baseline: Group, interval: Interval | None
) -> Refused | None:
    fault = check_group(baseline, "the baseline") or check_interval(value, interval)
    if fault is not None:
        return fault
    if baseline.n == 0:
        return Refused(
            "nobody in the baseline had it, and a ratio of nothing is nothing",
            "take a baseline from a larger group, or the numbers of the group itself",
        )
    if baseline.n == baseline.of and name != "risk ratio":
        return Refused(
            f"everyone in the baseline had it, so the {name} can say nothing",
            "take a baseline from a larger group, or the numbers of the group itself",
        )
    for each in (value, *((interval.low, interval.high) if interval else ())):
        if each <= 0:
            return Refused(
                f"a {name} of {plain(each)} cannot be: it is always above zero",
                "look for more figures behind the point in the paper: 0.00 was rounded",
            )
        if each > MAX_RATIO:
            return Refused(
                f"a {name} of {plain(each)} is larger than {MAX_RATIO}",
                "look at the number in the paper again",
            )
    return None


def _ratio(
    name: str,
    given: tuple[Decimal, Interval | None, Group, int | None],
    turn: Turn,
    words: Callable[[Decimal], str],
    formula: tuple[str, str],
    cautions: tuple[str, ...] = (),
) -> Working:
    value, interval, baseline, wanted = given
    values = (value, *((interval.low, interval.high) if interval else ()))
    risks = [turn(each) for each in values]
    before = baseline.share
    of = wanted or choose_of([before, *risks], (before, risks[0]), _first(baseline))
    names = ("", "The lower end: ", "The upper end: ")
    steps = [f"The baseline: {plain(baseline.n)} ÷ {baseline.of} = {shown(before)}."]
    steps += [
        f"{name_}{words(each)} = {shown(risk)}, which is {shown(risk * of)} in {of}, "
        f"written as {cell_of([risk], of) if each is value else people_in(risk, of)}."
        for name_, each, risk in zip(names, values, risks, strict=False)
    ]
    ratio = f"{name} {plain(value)}"
    if interval:
        ratio += f" ({plain(interval.low)} to {plain(interval.high)})"
    notes = [PRINTED_FIRST, *([BASELINE_UNSURE] if interval else []), *cautions]
    if before != risks[0] and rounded(before * of) == rounded(risks[0] * of):
        notes.append(f"In {of} the two groups look the same; a larger denominator shows more.")
    return Working(
        steps=tuple(steps),
        formula=formula[0],
        source=formula[1],
        cell=cell_of(risks, of),
        of=of,
        baseline_cell=people_in(before, of),
        difference=ratio,
        cautions=tuple(notes),
    )


def _first(baseline: Group | None) -> int:
    """The denominator to begin with: the baseline's own, if an aid can have it, else 100."""
    own = baseline.of if baseline else 0
    return own if own in LADDER else 100
