"""The rule on arithmetic (DA312): no count above its group, no interval beside its figure.

Layer 2. Each fault in one amount is said in words; the rule below says where it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.aid import Aid
from decisionaid.model.figure import (
    Change,
    Counted,
    DifferenceFrom,
    FewerThan,
    Figure,
    Frequency,
    Rate,
    Score,
    Spread,
)
from decisionaid.model.outcome import (
    MattersFrom,
    PublishedDifference,
    PublishedRatio,
    Scale,
    TimePoint,
)
from decisionaid.model.sections import TestSection
from decisionaid.model.shares import DENOMINATORS, DENOMINATORS_IN_WORDS
from decisionaid.rules.agreeing import beyond_all
from decisionaid.rules.rule import Rule, RuleContext, rule
from decisionaid.rules.walk import figures_of, measured_of, outcomes_of, printed_of, sections_of
from decisionaid.text import Path


@rule(
    "DA312",
    "arithmetic",
    Severity.ERROR,
    kind="auto",
    harm=Harm.MISLEADS,
    why="a slip of one digit changes what a person decides",
    unsafe=True,
)
def arithmetic(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """Counts fit their groups, intervals hold their figure, scores lie on their scale, tests add up."""
    for path, measured, _words in measured_of(aid):
        if isinstance(measured.time, TimePoint):
            yield from _time_faults((*path, "time"), measured.time)
    for path, outcome, figure in figures_of(aid):
        for fault in _faults(figure, outcome.scale):
            yield _at(path, fault, better_figure(figure, outcome.scale))
    for path, outcome, printed in printed_of(aid):
        within = list(_comparison_faults(printed, outcome.scale))
        for fault in within or filter(None, [beyond_all(outcome, printed)]):
            yield _at(path, fault, NOT_FOUND_COMPARISON)
    for path, outcome in outcomes_of(aid):
        for fault in _scale_faults(outcome.scale, outcome.matters_from):
            yield _at((*path, "scale"), fault)
    for path, test in sections_of(aid, TestSection):
        yield from _test_faults(path, test)


NOT_FOUND = (
    "if the source prints it so, write 'not found: the source prints a figure that cannot be right'"
)
NOT_FOUND_COMPARISON = (
    "if the source prints it so, write '- Difference: not found: the source prints a difference that "
    "cannot be right'"
)


def _at(path: Path, fault: str, instead: str = "") -> Finding:
    compare = "compare this line with its source, and correct what was mistyped"
    return Finding(path, fault, f"{compare}; {instead}" if instead else compare)


_IN_A_YEAR = {"minutes": 525_600, "hours": 8_760, "days": 365, "weeks": 52, "months": 12,
              "years": 1}  # fmt: skip
LONGEST = 120
"""Years: nobody is followed for longer than a life."""


def _time_faults(path: Path, time: TimePoint) -> Iterator[Finding]:
    """Yield what cannot be true of a time: it runs backwards, is none at all, or longer than a life."""
    if time.high is not None and time.high <= time.low:
        turned = f"write the shorter time first: '- Time: {time.high} to {time.low} {time.unit}'"
        if time.high == time.low:
            unit = time.unit.removesuffix("s") if time.low == 1 else time.unit
            turned = f"write it once: '- Time: {time.low} {unit}'"
        yield Finding(
            path, f"the time runs backwards: {time.low} to {time.high} {time.unit}", turned
        )
    elif max(time.low, time.high or time.low) > LONGEST * _IN_A_YEAR[time.unit]:
        yield Finding(
            path,
            f"{time.high or time.low} {time.unit} are longer than a life",
            "compare this line with its source; what holds for a whole life is '- Time: lifetime'",
        )
    elif time.low == 0 and time.high is None:
        yield Finding(
            path,
            f"nothing happens to people within 0 {time.unit}",
            "compare this line with its source; if it was measured at once, say when: '- Time: at: ...'",
        )


def better_figure(figure: Figure, scale: Scale | None) -> str:
    """Return what an author may paste for a figure that cannot be right."""
    match figure:
        case Counted(n=n, of=of) if n > of:
            return f"is it the other way round? '{of} of {n}'"
        case Frequency(n=n, of=of, low=Decimal() as low, high=Decimal() as high) if (
            high <= n <= low <= of
        ):
            return f"is it the other way round? '{n} in {of} ({high} to {low})'"
        case Rate(n=n, of=of, low=Decimal() as low, high=Decimal() as high) if high <= n <= low:
            people = " people" if figure.counts == "people" else ""
            return f"is it the other way round? '{n}{people} in {of} each year ({high} to {low})'"
        case Score(points=n, low=Decimal() as low, high=Decimal() as high) if high <= n <= low:
            return f"is it the other way round? '{n} points ({high} to {low})'"
        case Spread(low=low, high=high, of=of) if high < low <= of:
            word = f" {figure.word}" if figure.word else ""
            turned = f"{high} to {low}{word} in {of} {figure.behind}"
            return f"is it the other way round? '{turned}'"
        case Score(points=n) if scale is not None and not scale.low <= n <= scale.high:
            ends = f"... to {scale.high}" if n < scale.low else f"{scale.low} to ..."
            return (
                f"or the scale is longer: '- Scale: {scale.name}, {ends}, {scale.better} is better'"
            )
        case _:
            return NOT_FOUND


def _faults(figure: Figure, scale: Scale | None) -> Iterator[str]:
    """Yield what cannot be true of a figure, in words."""
    match figure:
        case Frequency() | Counted() | FewerThan() | Rate() | Spread():
            yield from _share_faults(figure)
        case Score(points=points, low=low, high=high):
            yield from _interval(points, low, high)
            yield from _on_scale((points, low, high), scale)
        case Change(points=points, low=low, high=high):
            yield from _interval(points, low, high)
            yield from _longer_than_all((points, low, high), None, scale)
        case DifferenceFrom(amount=amount, of=of, low=first, high=last):
            ends = (each.amount for each in (first, last) if each is not None)
            yield from _longer_than_all((amount, *ends), of, scale)
            yield from _difference(figure)
        case _:
            pass


def _share_faults(figure: Frequency | Counted | FewerThan | Rate | Spread) -> Iterator[str]:
    match figure:
        case Frequency(n=n, of=of, low=low, high=high):
            yield from _share(n, of)
            yield from _interval(n, low, high)
            if of not in DENOMINATORS:
                yield f"'{n} in {of}': a frequency is out of {DENOMINATORS_IN_WORDS}"
            if high is not None and high > of:
                yield f"the interval goes up to {high}, more than all {of}"
        case Counted(n=count, of=group):
            yield from _share(Decimal(count), group)
        case FewerThan(n=n, of=of):
            yield from _share(n, of)
            if n <= 0:
                yield "'fewer than 0' cannot be"
        case Rate(n=n, low=low, high=high):
            yield from _interval(n, low, high)
        case Spread(low=low, high=high, of=of):
            if low >= high:
                yield f"the range runs backwards: {low} to {high}"
            yield from _share(high, of)


def _share(n: Decimal, of: int) -> Iterator[str]:
    if n > of:
        yield f"{n} is more than all {of}"
    elif of <= 0:
        yield f"'{n} of {of}' counts nobody"


def _interval(middle: Decimal, low: Decimal | None, high: Decimal | None) -> Iterator[str]:
    if low is None or high is None:
        return
    if low > high:
        yield f"the interval runs backwards: {low} to {high}"
    elif not low <= middle <= high:
        yield f"the interval {low} to {high} does not hold the figure {middle}"


def _on_scale(amounts: tuple[Decimal | None, ...], scale: Scale | None) -> Iterator[str]:
    if scale is None or scale.low >= scale.high:
        return
    for amount in amounts:
        if amount is not None and not scale.low <= amount <= scale.high:
            yield f"{amount} points is not on the scale {scale.name}, {scale.low} to {scale.high}"


def _longer_than_all(
    amounts: Iterable[Decimal | None], of: int | None, scale: Scale | None
) -> Iterator[str]:
    """Yield the first amount or end of a difference that is more than all people, or than the scale."""
    if of is None and (scale is None or scale.low >= scale.high):
        return
    longest = Decimal(of) if of is not None else scale.high - scale.low if scale else Decimal(0)
    over = next((abs(each) for each in amounts if each is not None and abs(each) > longest), None)
    if over is None:
        return
    if of is not None:
        yield f"a difference of {over} in {of} is more than all {of}"
    else:
        yield f"a difference of {over} points is longer than the whole scale"


def _difference(figure: DifferenceFrom) -> Iterator[str]:
    if figure.low is None or figure.high is None:
        return
    ends = [_signed(bound.amount, bound.word) for bound in (figure.low, figure.high)]
    if not min(ends) <= _signed(figure.amount, figure.word) <= max(ends):
        yield (
            f"the interval {figure.low.amount} {figure.low.word} to {figure.high.amount} "
            f"{figure.high.word} does not hold the figure {figure.amount} {figure.word}"
        )


def _signed(amount: Decimal, word: str) -> Decimal:
    return amount if word in ("higher", "more") else -amount


def _comparison_faults(
    comparison: PublishedRatio | PublishedDifference, scale: Scale | None
) -> Iterator[str]:
    middle = comparison.value if isinstance(comparison, PublishedRatio) else comparison.amount
    low, high = comparison.low, comparison.high
    if isinstance(comparison, PublishedRatio):
        if middle <= 0:
            yield f"a {comparison.measure} of {middle} cannot be: it is always above 0"
    else:
        yield from _longer_than_all((middle, low, high), comparison.of, scale)
    if isinstance(comparison, PublishedDifference) and low is not None and high is not None:
        low, high = min(low, high), max(low, high)  # "5 lower to 2 higher" may start at either end
    yield from _interval(middle, low, high)
    if comparison.option == comparison.against:
        yield f"'{comparison.option}' is compared with itself"


def _scale_faults(scale: Scale | None, matters: object) -> Iterator[str]:
    if scale is None:
        return
    if scale.low >= scale.high:
        yield f"the scale runs backwards: {scale.low} to {scale.high}"
    elif isinstance(matters, MattersFrom) and matters.points > scale.high - scale.low:
        yield f"'matters from {matters.points} points' is longer than the whole scale"


def _test_faults(path: Path, test: TestSection) -> Iterator[Finding]:
    """Four cells: they share one denominator, and when all are known they add up to it."""
    cells = [
        (number, cell)
        for number, cell in enumerate(test.cells)
        if isinstance(cell, Frequency | Counted)
    ]
    for number, cell in cells:
        for fault in _faults(cell, None):
            yield _at((*path, "cells", number), fault)
    if not cells:
        return
    first, rest = cells[0], cells[1:]
    for number, cell in rest:
        if cell.of != first[1].of:
            yield Finding(
                (*path, "cells", number),
                f"the cells of a test share one denominator, and these are out of {first[1].of} and {cell.of}",
                f"write every cell out of {max(first[1].of, cell.of)}",
                also=((*path, "cells", first[0]),),
            )
            return
    total = sum((Decimal(cell.n) for _number, cell in cells), Decimal(0))
    whole = first[1].of
    if total > whole or (len(cells) == 4 and total != whole):
        yield Finding(
            (*path, "cells", cells[-1][0]),
            f"the cells of '{test.heading}' add up to {total}, not to {whole}",
            f"compare the four cells with the source: together they are all {whole} people",
            also=tuple((*path, "cells", number) for number, _cell in cells[:-1]),
        )


RULES: tuple[Rule, ...] = (arithmetic,)
