"""Put the four cells of a test into whole numbers of one starting group that still add up.

Layer 2. The group is shown out of 10, 100, 1,000 or 10,000, chosen as for outcomes. Rounded one by
one the four cells may come to 1,001 of 1,000, so they are rounded together: each goes down, and
what is missing goes to those that lost most. No cell that is not zero is ever shown as zero; where
no step of the ladder can do that, the cells are shown as they were counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from decisionaid.model.figure import Counted, Frequency
from decisionaid.model.sections import TestCell
from decisionaid.model.shares import LADDER
from decisionaid.render.figures.denominators import needed_by

Amount = int | Decimal
"""People; a decimal only where the source prints one that no step of the ladder makes whole."""


@dataclass(frozen=True, slots=True)
class StartingGroup:
    """``of`` people followed through a test; amounts are None where nobody knows them.

    ``cells``: yes with, yes without, no with, no without the condition.
    """

    of: int
    cells: tuple[Amount | None, Amount | None, Amount | None, Amount | None]
    rounded: bool
    """Whether a cell is not exactly what its source printed."""

    @property
    def results(self) -> tuple[Amount | None, Amount | None]:
        """How many are told yes, how many no; a row that is not known is what the other leaves."""
        yes = _sum(self.cells[:2])
        no = _sum(self.cells[2:])
        if yes is None and no is not None:
            yes = self.of - no
        elif no is None and yes is not None:
            no = self.of - yes
        return yes, no

    @property
    def condition(self) -> tuple[Amount | None, Amount | None]:
        """How many have the condition, how many do not; None unless both rows say so."""
        return _sum(self.cells[0::2]), _sum(self.cells[1::2])


def starting_group(cells: Sequence[TestCell | None]) -> StartingGroup | None:
    """Return the group behind four cells; None when no cell has a figure."""
    four = (*cells, None, None, None, None)[:4]
    shares = [each if isinstance(each, Frequency | Counted) else None for each in four]
    known = [each for each in shares if each is not None]
    if not known:
        return None
    of = known[0].of
    amounts = [Decimal(each.n) for each in known]
    if len(known) < len(four):
        amounts.append(Decimal(of) - sum(amounts))
    step = _step(known, amounts, of)
    shown: list[Amount] = list(_together(amounts, of, step)) if step else list(amounts)
    values = iter(shown)
    a, b, c, d = (None if share is None else next(values) for share in shares)
    exact = step is None or all(each * step % of == 0 for each in amounts)
    return StartingGroup(step or of, (a, b, c, d), rounded=not exact)


def _step(known: list[Frequency | Counted], amounts: list[Decimal], of: int) -> int | None:
    """Return out of how many to show the cells; None: as they were counted."""
    counted = any(isinstance(each, Counted) for each in known)
    rest = [
        Counted(n=int(each), of=of) if counted else Frequency(n=each, of=of)
        for each in amounts[len(known) :]
    ]
    least = needed_by([*known, *rest])
    # Nobody counted 13 of 1,000 in a group of 623.
    most = of if counted else LADDER[-1]
    for step in sorted({least, *LADDER}):
        if least <= step <= most and all(
            bool(shown) == bool(amount)
            for shown, amount in zip(_together(amounts, of, step), amounts, strict=True)
        ):
            return step
    return None


def _together(amounts: list[Decimal], of: int, step: int) -> list[int]:
    """Round amounts of one whole so that they add up to ``step``, those that lose most going up."""
    scaled = [divmod(each * step, of) for each in amounts]
    shown = [int(whole) for whole, _left in scaled]
    by_loss = sorted(range(len(scaled)), key=lambda number: -scaled[number][1])
    for number in by_loss[: max(step - sum(shown), 0)]:
        shown[number] += 1
    return shown


def _sum(pair: Sequence[Amount | None]) -> Amount | None:
    known = [each for each in pair if each is not None]
    return sum(known[1:], known[0]) if len(known) == len(pair) else None
