"""View model of the trade-off step: what a person may weigh, each row with its change from worst to best.

Layer 2. The figures are said as the page says them elsewhere; the numbers beside them are for the script,
which works out what the answers come to. An aid whose rows cannot be weighed has no such step.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from decisionaid.render.outcomes.frames import frame_of
from decisionaid.render.outcomes.in_words import Figures
from decisionaid.render.pages.side_by_side import time_beside
from decisionaid.values.trade_off import TradeOff, WeighedRow, trade_off_of


@dataclass(frozen=True, slots=True)
class TradeOffRow:
    """One outcome that is weighed."""

    id: str
    label: str
    """With its time."""
    change: str
    """From the worst figure to the best, in words."""
    frame: str
    """What the two figures count."""
    better: str
    figures: str
    """The share of each option, 0 to 1, parted by spaces, in the options' order."""


@dataclass(frozen=True, slots=True)
class TradeOffView:
    """All that is weighed; ``options`` are pairs of an id and a name, as JSON, in the aid's order."""

    options: str
    rows: tuple[TradeOffRow, ...]


def view_trade_off(figures: Figures) -> TradeOffView | None:
    """Return the trade-off step of an aid; None where it has none."""
    found = trade_off_of(figures.aid)
    if figures.aid.computes == "none" or not isinstance(found, TradeOff):
        return None
    options = [(option.id, option.name) for option in found.options]
    return TradeOffView(
        json.dumps(options, ensure_ascii=False, separators=(",", ":")),
        tuple(_row(row, found, figures) for row in found.rows),
    )


def _row(row: WeighedRow, found: TradeOff, figures: Figures) -> TradeOffRow:
    words, outcome = figures.words, row.outcome
    label = figures.naming.label(outcome)
    if time := time_beside(words, label, outcome):
        label = words.say("fact_label", label=label, time=time)
    return TradeOffRow(
        id=outcome.id,
        label=label,
        change=words.say(
            "trade_change",
            worst=_short(row, row.worst, found, figures),
            best=_short(row, row.best, found, figures),
        ),
        frame=frame_of(outcome, figures.naming),
        better=row.better,
        figures=" ".join(f"{share:g}" for share in row.shares),
    )


def _short(row: WeighedRow, place: int, found: TradeOff, figures: Figures) -> str:
    """Say the figure of the option at a place."""
    cell = row.outcome.cell(found.options[place].id)
    return figures.shown(row.outcome, cell).short if cell else ""
