"""The rule on arithmetic (DA312): no count above its group, no interval beside its figure.

Layer 2. Each fault in one amount is said in words; the rule below says where it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from decisionaid.diagnostics import Finding, Severity
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
from decisionaid.rules.places import measured_of, outcomes_of, sections_of
from decisionaid.rules.rule import Rule, RuleContext, rule
from decisionaid.text import Path

DENOMINATORS = (10, 100, 1000, 10000)
"""What a printed frequency may be out of."""


@rule(
    "DA312",
    "arithmetic",
    Severity.ERROR,
    why="a slip of one digit changes what a person decides",
    unsafe=True,
)
def arithmetic(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """Counts fit their group, intervals hold their figure, scores lie on their scale, tests add up."""
    for path, measured, _words in measured_of(aid):
        time = measured.time
        if isinstance(time, TimePoint) and time.high is not None and time.high <= time.low:
            yield Finding(
                (*path, "time"),
                f"the time runs backwards: {time.low} to {time.high} {time.unit}",
                f"write the shorter time first: '- Time: {time.high} to {time.low} {time.unit}'",
            )
    for path, outcome in outcomes_of(aid):
        for number, cell in enumerate(outcome.cells):
            if cell.figure is None:
                continue
            for fault in _faults(cell.figure, outcome.scale):
                yield _at((*path, "cells", number), fault)
        for number, comparison in enumerate(outcome.comparisons):
            if isinstance(comparison, PublishedRatio | PublishedDifference):
                for fault in _comparison_faults(comparison):
                    yield _at((*path, "comparisons", number), fault)
        for fault in _scale_faults(outcome.scale, outcome.matters_from):
            yield _at((*path, "scale"), fault)
    for path, test in sections_of(aid, TestSection):
        yield from _test_faults(path, test)


def _at(path: Path, fault: str) -> Finding:
    return Finding(path, fault, "compare this line with its source, and correct what was mistyped")


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
            if scale is not None and abs(points) > scale.high - scale.low:
                yield f"a change of {points} points is longer than the whole scale"
        case DifferenceFrom():
            yield from _difference(figure)
        case _:
            pass


def _share_faults(figure: Frequency | Counted | FewerThan | Rate | Spread) -> Iterator[str]:
    match figure:
        case Frequency(n=n, of=of, low=low, high=high):
            yield from _share(n, of)
            yield from _interval(n, low, high)
            if of not in DENOMINATORS:
                yield f"'{n} in {of}': a frequency is out of 10, 100, 1000 or 10000"
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


def _difference(figure: DifferenceFrom) -> Iterator[str]:
    if figure.of is not None and figure.amount > figure.of:
        yield f"{figure.amount} {figure.word} is more than all {figure.of}"
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


def _comparison_faults(comparison: PublishedRatio | PublishedDifference) -> Iterator[str]:
    middle = comparison.value if isinstance(comparison, PublishedRatio) else comparison.amount
    low, high = comparison.low, comparison.high
    if isinstance(comparison, PublishedRatio):
        if middle <= 0:
            yield f"a {comparison.measure} of {middle} cannot be: it is always above 0"
    elif low is not None and high is not None:
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
