"""Which side of an option an outcome shows: how it could help, or how it could harm.

Layer 1, because rules ask for both sides of every option, and the one-page grid is chosen so that
it shows them.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final, Literal

from decisionaid.model.figure import (
    CANNOT_HAPPEN,
    NUMERIC,
    TO_FIND_OUT,
    Change,
    Counted,
    DifferenceFrom,
    Events,
    FewerThan,
    Figure,
    Frequency,
    NoDifferenceShown,
    NotApplicable,
    Rate,
    ReferenceCell,
    Score,
    Share,
    ShareInWords,
    Spread,
    is_difference,
)
from decisionaid.model.outcome import Outcome

Side = Literal["good", "bad"]

BOTH_SIDES: Final[tuple[tuple[Side, Side], ...]] = (("bad", "good"), ("good", "bad"))
"""Each side with the other one."""


def shows(outcome: Outcome, option: str, side: Side) -> bool:
    """Whether this outcome shows the side of the option.

    What cannot happen with an option, and can with another, is a side of it: a harm that it spares
    people, or a good thing that it cannot give.
    """
    if outcome.direction not in ("good", "bad"):
        return False
    cell = outcome.cell(option)
    if cell is None or any(each.figure is None for each in outcome.cells):
        return True  # missing or unreadable: a diagnostic of its own says so
    figure = cell.figure
    if isinstance(figure, (*TO_FIND_OUT, NoDifferenceShown)):
        return True
    if isinstance(figure, NotApplicable):
        others = (each.figure for each in outcome.cells if each.option != option)
        can_happen = any(not isinstance(each, CANNOT_HAPPEN) for each in others)
        return side != outcome.direction and can_happen
    if not isinstance(figure, (*NUMERIC, ReferenceCell)):
        return False
    if side == outcome.direction:
        return True
    own = _goodness(outcome, figure)
    amounts = [_goodness(outcome, cell.figure) for cell in outcome.cells if cell.option != option]
    known = [amount for amount in amounts if amount is not None]
    if is_difference(figure):
        known.append(Decimal(0))  # what it is measured from
    if own is None or not known:
        return False
    return own > min(known) if side == "good" else own < max(known)


def sides_beside(outcome: Outcome, option: str) -> tuple[Side, ...]:
    """Return how the figure of an option stands beside the others of its row: better than one, worse than one.

    Alone, a figure shows the side of its outcome; without one, or where all are the same, it shows none.
    """
    if outcome.direction not in ("good", "bad"):
        return ()
    cell = outcome.cell(option)
    own = _goodness(outcome, cell.figure) if cell else None
    if cell is None or own is None:
        return ()
    others = (_goodness(outcome, each.figure) for each in outcome.cells if each.option != option)
    known = [amount for amount in others if amount is not None]
    if is_difference(cell.figure):
        known.append(Decimal(0))  # what it is measured from
    if not known:
        return (outcome.direction,)
    found: dict[Side, bool] = {"good": own > min(known), "bad": own < max(known)}
    return tuple(side for side, is_shown in found.items() if is_shown)


def _goodness(outcome: Outcome, figure: Figure | None) -> Decimal | None:
    """Return a number that is larger the better it is, to compare cells of one outcome; None: none.

    It never leaves this file: nothing on a page is ordered by it.
    """
    if isinstance(figure, Change):
        return figure.points if figure.word == "better" else -figure.points
    amount = _amount(figure)
    if amount is None:
        return None
    more_is_better = outcome.direction == "good"
    if outcome.scale is not None:
        more_is_better = outcome.scale.better == "higher"
    return amount if more_is_better else -amount


_PARTS: Final[dict[Share, tuple[int, int]]] = {
    "half": (1, 2), "one-third": (1, 3), "two-thirds": (2, 3), "one-quarter": (1, 4),
    "three-quarters": (3, 4), "one-fifth": (1, 5), "two-fifths": (2, 5), "three-fifths": (3, 5),
    "four-fifths": (4, 5), "one-tenth": (1, 10), "three-tenths": (3, 10), "seven-tenths": (7, 10),
    "nine-tenths": (9, 10),
}  # fmt: skip


def _amount(figure: Figure | None) -> Decimal | None:
    match figure:
        case Frequency(n=n, of=of) | Rate(n=n, of=of) | FewerThan(n=n, of=of):
            return n / max(of, 1)
        case Counted(n=count, of=group):
            return Decimal(count) / max(group, 1)
        case Events(events=events, people=people):
            return Decimal(events) / (people or 1)
        case Score(points=points):
            return points
        case DifferenceFrom(amount=amount, word=word):
            return amount if word in ("higher", "more") else -amount
        case ReferenceCell():
            return Decimal(0)
        case Spread(low=low, high=high, word=None, of=of):
            return (low + high) / 2 / max(of, 1)
        case Spread(low=low, high=high, word=word):
            return (low + high) / (2 if word == "more" else -2)
        case ShareInWords(share=share):
            part, whole = _PARTS[share]
            return Decimal(part) / whole
        case _:
            return None
