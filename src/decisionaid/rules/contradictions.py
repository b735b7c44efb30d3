"""The rule on contradictions (DA320): a clear comparison points the way of the figures of its row.

Layer 2. A page says "fewer" where the source's interval is clear, beside the figures of both options;
the two must not contradict each other. How large a difference may be is in ``comparing.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.aid import Aid
from decisionaid.model.figure import (
    Change,
    Counted,
    DifferenceFrom,
    Figure,
    Frequency,
    NoDifferenceShown,
    Rate,
    ReferenceCell,
    Score,
)
from decisionaid.model.outcome import (
    OPPOSITE,
    Differ,
    Outcome,
    PublishedDifference,
    PublishedRatio,
    Scale,
)
from decisionaid.rules.rule import Rule, RuleContext, rule
from decisionaid.rules.walk import outcomes_of
from decisionaid.text import Path

Published = PublishedRatio | PublishedDifference


@dataclass(frozen=True)
class _Amount:
    """What a cell says as one number; ``sort`` keeps shares, rates, points and differences apart."""

    sort: str
    value: Fraction


@rule(
    "DA320",
    "comparison-against-figures",
    Severity.ERROR,
    kind="auto",
    harm=Harm.MISLEADS,
    why="a page that says 'fewer' beside a figure that is larger contradicts itself",
)
def comparison_against_figures(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """A clear ``Difference`` points the way of the figures of its two options."""
    for path, outcome in outcomes_of(aid):
        for number, comparison in enumerate(outcome.comparisons):
            if isinstance(comparison, Differ):
                yield from _none_shown(outcome, comparison, path, number)
            elif isinstance(comparison, Published):
                yield from _faults(outcome, comparison, path, number)


def _faults(outcome: Outcome, comparison: Published, path: Path, number: int) -> Iterator[Finding]:
    at = (*path, "comparisons", number)
    also = tuple(
        (*path, "cells", index)
        for index, cell in enumerate(outcome.cells)
        if cell.option in (comparison.option, comparison.against)
    )
    direction = clear_direction(comparison, outcome.scale)
    figures = [_figure(outcome, each) for each in (comparison.option, comparison.against)]
    if direction and any(isinstance(each, NoDifferenceShown) for each in figures):
        yield from _none_shown(outcome, comparison, path, number)
        return
    one, other = (_amount(figure, outcome.scale) for figure in figures)
    if one is None or other is None or one.sort != other.sort:
        return
    gap = one.value - other.value
    if direction * gap < 0 and not _is_checked_by_size(comparison, one):
        yield Finding(
            at,
            f"'{comparison.option}' has the {'larger' if gap > 0 else 'smaller'} figure, and this says "
            f"'{_said(comparison)}'",
            f"if the options stand the wrong way round, write '- Difference: {_turned(comparison)}'; "
            "else correct what was mistyped",
            also=also,
        )


def _none_shown(
    outcome: Outcome, comparison: Published | Differ, path: Path, number: int
) -> Iterator[Finding]:
    """Yield that a difference was found, where a cell of its options says that none was shown."""
    pair = (comparison.option, comparison.against)
    cells = [
        (index, cell.figure)
        for index, cell in enumerate(outcome.cells)
        # Three groups can differ while two of them do not.
        if cell.option in pair or (pair[0] is None and len(outcome.cells) == len(pair))
    ]
    if any(isinstance(figure, NoDifferenceShown) for _index, figure in cells):
        yield Finding(
            (*path, "comparisons", number),
            f"the source found a difference, and a cell of '{outcome.label}' says that none was shown",
            "write what the source printed: '- Difference: not clear: reason', or in the cell "
            "'not found: the source prints only the comparison'",
            also=tuple((*path, "cells", index) for index, _figure in cells),
        )


def clear_direction(comparison: Published, scale: Scale | None) -> int:
    """Return 1 if the first option has clearly more, -1 if it has clearly less, 0 if it is not clear."""
    none = Decimal(1) if isinstance(comparison, PublishedRatio) else Decimal(0)
    low, high = comparison.low, comparison.high
    if low is None or high is None or (low - none) * (high - none) <= 0:
        return 0
    if isinstance(comparison, PublishedRatio):
        return 1 if low > none else -1
    return _sign(comparison.word, scale) * (1 if low > none else -1)


def _sign(word: str, scale: Scale | None) -> int:
    if word in ("better", "worse"):
        if scale is None:
            return 0
        return 1 if (word == "better") is (scale.better == "higher") else -1
    return 1 if word in ("more", "higher") else -1


def _figure(outcome: Outcome, option: str) -> Figure | None:
    cell = outcome.cell(option)
    return cell.figure if cell else None


def _amount(figure: Figure | None, scale: Scale | None) -> _Amount | None:
    match figure:
        case Frequency(n=n, of=of) if of >= n and of:
            return _Amount("share", Fraction(n) / of)
        case Counted(n=n, of=of) if of >= n and of:
            return _Amount("share", Fraction(n, of))
        case Rate(n=n, of=of, counts=counts) if of:
            return _Amount(f"rate of {counts}", Fraction(n) / of)
        case Score(points=points):
            return _Amount("points", Fraction(points))
        case Change(points=points, word=word) if scale is not None:
            return _Amount("change", Fraction(points) * _sign(word, scale))
        case DifferenceFrom(amount=amount, word=word):
            return _Amount("difference", Fraction(amount) * _sign(word, scale))
        case ReferenceCell():
            return _Amount("difference", Fraction(0))
        case _:
            return None


def _is_checked_by_size(comparison: Published, one: _Amount) -> bool:
    """Whether ``comparing.py`` holds this difference against the figures, sign and all."""
    return (
        isinstance(comparison, PublishedDifference)
        and comparison.of is not None
        and not comparison.adjusted
        and one.sort == "share"
    )


def _said(comparison: Published) -> str:
    if isinstance(comparison, PublishedRatio):
        return f"{comparison.measure} {comparison.value}"
    unit = "points " if comparison.of is None else ""
    behind = "" if comparison.of is None else f" in {comparison.of}"
    return f"{comparison.amount} {unit}{comparison.word}{behind}"


def _written(comparison: Published) -> str:
    """Write a comparison as an author does."""
    ends = ""
    if comparison.low is not None and comparison.high is not None:
        ends = f" ({_end(comparison, comparison.low)} to {_end(comparison, comparison.high)})"
    pair = f"{comparison.option} against {comparison.against}"
    adjusted = ", adjusted" if comparison.adjusted else ""
    return f"{pair}: {_said(comparison)}{ends}{adjusted}"


def _end(comparison: Published, end: Decimal) -> str:
    if isinstance(comparison, PublishedRatio):
        return str(end)
    return f"{abs(end)} {comparison.word if end >= 0 else OPPOSITE[comparison.word]}"


def _turned(comparison: Published) -> str:
    return _written(
        comparison.model_copy(update={"option": comparison.against, "against": comparison.option})
    )


RULES: tuple[Rule, ...] = (comparison_against_figures,)
