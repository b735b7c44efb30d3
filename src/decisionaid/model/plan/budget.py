"""A personal health budget: lines in whole pence, and sums that are exact by construction.

Layer 1. A line is so many times so much within the period; how often is words, and nothing is ever turned
from weeks into years, so that no sum is a rounding of ours.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from decisionaid.model.base import Id, Part
from decisionaid.model.currency import POUNDS, Currency
from decisionaid.model.plan.said import After, Day, Said, When
from decisionaid.model.record import Line

Pence = Annotated[int, Field(ge=0, le=100_000_000)]
"""Whole pence, or whole cents, up to a million of the larger unit."""


class BudgetLine(Part):
    """Something that is paid for, and the goal that it serves."""

    id: Id
    what: Line
    goal: Id | None = None
    each: Pence
    """What it costs once."""
    times: Annotated[int, Field(ge=1, le=10_000)]
    """How many times within the period."""
    often: Line = ""
    """The rhythm in words; it is not worked with."""
    held: Literal["direct_payment", "notional", "third_party", "not_said"] = "not_said"
    supplier: Line = ""

    @property
    def pence(self) -> int:
        """What the line comes to, exactly."""
        return self.each * self.times


class Budget(Part):
    """Money for the goals of a plan, as it stood at one visit; the last one holds."""

    visit: Id
    after: After = ()
    currency: Currency = POUNDS
    """Of every sum in it."""
    state: Literal["indicative", "proposed", "agreed", "refused", "ended"]
    amount: Pence | None = None
    """What there is; None: not known yet."""
    start: Day | None = None
    end: Day | None = None
    needs: Said | None = None
    lines: Annotated[tuple[BudgetLine, ...], Field(max_length=30)] = ()
    set_aside: Pence = 0
    """Kept for what may come, such as a helper who falls ill."""
    not_funded: Annotated[tuple[Line, ...], Field(max_length=12)] = ()
    """What is not covered, each with the reason."""
    risks: Said | None = None
    helper: Id | None = None
    coordinator: Id | None = None
    signed_by: Id | None = None
    signed_on: Day | None = None
    conditions: Line = ""
    why_refused: Line = ""
    """Why all of it was refused; it is told where the state says so."""
    appeal: Line = ""
    """Whom to ask when it is refused, and how."""
    review: When | None = None

    @property
    def spent(self) -> int:
        """What the lines and what is set aside come to, in pence, exactly."""
        return sum(line.pence for line in self.lines) + self.set_aside

    @property
    def left(self) -> int | None:
        """What is left of the amount, in pence, below zero when the lines come to more; None: not known."""
        return None if self.amount is None else self.amount - self.spent
