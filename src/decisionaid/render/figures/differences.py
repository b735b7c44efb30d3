"""Published differences in shares of people: out of how many they are shown, and if they add up.

Layer 2. "0.35 fewer in 100" is shown as 35 fewer in 10,000 where nothing else is shown out of fewer:
people come whole. The number is always the published one, in other people's words of the same size;
nothing is subtracted to get it, and nothing is rounded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TypeVar, cast

from decisionaid.model.figure import Bound, Counted, DifferenceFrom, Frequency, Rate, Spread
from decisionaid.model.outcome import Outcome, PublishedDifference
from decisionaid.model.shares import scaled

Difference = TypeVar("Difference", bound=PublishedDifference | DifferenceFrom | Spread | Rate)
AnyDifference = PublishedDifference | DifferenceFrom | Spread


def differences_of(outcome: Outcome) -> Iterator[AnyDifference]:
    """Yield the differences of a row that are shares of people: of its cells, then published ones."""
    yield from in_cells(outcome)
    yield from _published(outcome)


def in_cells(outcome: Outcome) -> Iterator[DifferenceFrom | Spread]:
    """Yield the cells of a row that are differences in people."""
    for cell in outcome.cells:
        match cell.figure:
            case DifferenceFrom(of=int()) | Spread(word=str()):
                yield cell.figure


def out_of(differences: Iterable[AnyDifference], steps: Iterable[int]) -> int:
    """Return the first of ``steps`` in which every amount and end is whole, or the last of them."""
    every = tuple(differences)
    last = 0
    for last in steps:
        if are_whole(every, last):
            break
    return last


def are_whole(differences: Iterable[AnyDifference], of: int) -> bool:
    """Return whether every amount and end is a whole number of people out of ``of``."""
    return all(
        amount * of % (each.of or 1) == 0 for each in differences for amount in _amounts(each)
    )


def are_seen(differences: Iterable[AnyDifference], of: int) -> bool:
    """Return whether every amount that is not zero is one person or more out of ``of``."""
    return not any(
        0 < abs(amount) * of < (each.of or 1) for each in differences for amount in _middle(each)
    )


def rescaled(difference: Difference, of: int) -> Difference:
    """Return the same figure out of ``of`` people; points, and an ``of`` of 0, are left alone."""
    if not of or difference.of in (None, of):
        return difference
    times = Decimal(of) / Decimal(difference.of or of)
    changed: dict[str, object] = {"of": of}
    for name in ("amount", "n", "low", "high"):
        end: Decimal | Bound | None = getattr(difference, name, None)
        if isinstance(end, Bound):
            changed[name] = end.model_copy(update={"amount": _plain(end.amount * times)})
        elif end is not None:
            changed[name] = _plain(end * times)
    # A copy of one of several classes is of the same one, which mypy cannot tell.
    return cast("Difference", difference.model_copy(update=changed))


def adds_up(outcome: Outcome, difference: PublishedDifference, denominator: int) -> bool:
    """Return whether the shares shown out of ``denominator`` differ by the published difference.

    True as well where a share of the two is not shown as a number, so that nothing can disagree.
    """
    shown = []
    for option in (difference.option, difference.against):
        cell = outcome.cell(option)
        if cell is None or not isinstance(cell.figure, Frequency | Counted):
            return True
        shown.append(scaled(cell.figure.n, cell.figure.of, denominator))
    amount = abs(difference.amount) * denominator / Decimal(difference.of or denominator)
    apart = shown[0] - shown[1]
    return abs(Decimal(apart if difference.word == "more" else -apart) - amount) <= Decimal("0.5")


def all_add_up(outcomes: Iterable[Outcome], denominator: int) -> bool:
    """Return whether every published difference of some rows agrees with the shares they show."""
    return all(
        each.adjusted or adds_up(outcome, each, denominator)
        for outcome in outcomes
        for each in _published(outcome)
    )


def _published(outcome: Outcome) -> Iterator[PublishedDifference]:
    for comparison in outcome.comparisons:
        if isinstance(comparison, PublishedDifference) and comparison.of is not None:
            yield comparison


def _amounts(difference: AnyDifference) -> Iterator[Decimal]:
    yield from _middle(difference)
    if not isinstance(difference, Spread):
        for end in (difference.low, difference.high):
            if end is not None:
                yield end.amount if isinstance(end, Bound) else end


def _middle(difference: AnyDifference) -> Iterator[Decimal]:
    """Yield the amount itself; of a range both ends are."""
    if isinstance(difference, Spread):
        yield from (difference.low, difference.high)
    else:
        yield difference.amount


def _plain(amount: Decimal) -> Decimal:
    """Return an amount without an exponent, such as 100 for 1E+2."""
    return Decimal(f"{amount.normalize():f}")
