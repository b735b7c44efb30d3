"""How a published comparison contradicts the figures of its row: it points the other way, or none was shown.

Layer 2, for DA319 (``comparing.py``). A page says "fewer" where the source's interval is clear, beside
the figures of both options; the two must not contradict each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

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
    Found,
    Outcome,
    Printed,
    PublishedDifference,
    PublishedRatio,
    Scale,
)


@dataclass(frozen=True)
class _Amount:
    """What a cell says as one number; ``sort`` keeps shares, rates, points and differences apart."""

    sort: str
    value: Fraction


@dataclass(frozen=True)
class Fault:
    """What is wrong with a comparison, what to do, and the options whose cells it is about."""

    message: str
    help: str
    options: tuple[str, ...]


def turned(outcome: Outcome, comparison: Printed) -> Fault | None:
    """Say that a clear comparison points the other way than its figures; None: it does not.

    A difference between two shares is held against them by its size, sign and all.
    """
    pair = (comparison.option, comparison.against)
    one, other = (_amount(outcome.figure(each), outcome.scale) for each in pair)
    if one is None or other is None or one.sort != other.sort:
        return None
    gap = one.value - other.value
    against = clear_direction(comparison, outcome.scale) * gap < 0
    if not against or _is_checked_by_size(comparison, one):
        return None
    return Fault(
        f"'{comparison.option}' has the {'larger' if gap > 0 else 'smaller'} figure, and this says "
        f"'{_said(comparison)}'",
        f"if the options stand the wrong way round, write '- Difference: {_turned(comparison)}'; "
        "else correct what was mistyped",
        pair,
    )


def none_shown(outcome: Outcome, comparison: Found) -> Fault | None:
    """Say that a difference was found, where a cell of its options says that none was shown."""
    pair = _of_whom(outcome, comparison)
    cells = [cell for cell in outcome.cells if cell.option in pair]
    if not any(isinstance(cell.figure, NoDifferenceShown) for cell in cells):
        return None
    return Fault(
        f"the source found a difference, and a cell of '{outcome.label}' says that none was shown",
        "write what the source printed: '- Difference: not clear: reason', or in the cell "
        "'not found: the source prints only the comparison'",
        pair,
    )


def _of_whom(outcome: Outcome, comparison: Found) -> tuple[str, ...]:
    """Return the options that are said to differ clearly; three groups can differ while two do not."""
    if isinstance(comparison, Differ):
        every = tuple(cell.option for cell in outcome.cells)
        named = tuple(filter(None, (comparison.option, comparison.against)))
        return named or (every if len(every) == 2 else ())
    pair = (comparison.option, comparison.against)
    return pair if clear_direction(comparison, outcome.scale) else ()


def clear_direction(comparison: Printed, scale: Scale | None) -> int:
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


def _is_checked_by_size(comparison: Printed, one: _Amount) -> bool:
    """Whether ``comparing.py`` holds this difference against the figures, sign and all."""
    return (
        isinstance(comparison, PublishedDifference)
        and comparison.of is not None
        and not comparison.adjusted
        and one.sort == "share"
    )


def _said(comparison: Printed) -> str:
    if isinstance(comparison, PublishedRatio):
        return f"{comparison.measure} {comparison.value}"
    unit = "points " if comparison.of is None else ""
    behind = "" if comparison.of is None else f" in {comparison.of}"
    return f"{comparison.amount} {unit}{comparison.word}{behind}"


def _written(comparison: Printed) -> str:
    """Write a comparison as an author does."""
    ends = ""
    if comparison.low is not None and comparison.high is not None:
        ends = f" ({_end(comparison, comparison.low)} to {_end(comparison, comparison.high)})"
    pair = f"{comparison.option} against {comparison.against}"
    adjusted = ", adjusted" if comparison.adjusted else ""
    return f"{pair}: {_said(comparison)}{ends}{adjusted}"


def _end(comparison: Printed, end: Decimal) -> str:
    if isinstance(comparison, PublishedRatio):
        return str(end)
    return f"{abs(end)} {comparison.word if end >= 0 else OPPOSITE[comparison.word]}"


def _turned(comparison: Printed) -> str:
    return _written(
        comparison.model_copy(update={"option": comparison.against, "against": comparison.option})
    )
