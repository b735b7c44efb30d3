"""Which outcomes of an aid a person may weigh against one another, and why those named cannot be.

Layer 1. Pure. A swing question says what lies between worst and best, so each row needs one share
of people for each option, of one study that compares them clearly, at one time for all rows: else
the answers would weigh chance, or other people, or other years. And rows that all point one way
are no trade-off. That this is so strict is our own rule.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from decisionaid.model.aid import Aid
from decisionaid.model.figure import Counted, Frequency, NotKnown
from decisionaid.model.outcome import Outcome
from decisionaid.model.sections import Option
from decisionaid.model.standing import standings
from decisionaid.values.numbers import tidy
from decisionaid.values.weighted_view import MOST_ROWS

FEWEST_ROWS: Final = 2
"""With fewer there is nothing to weigh against anything."""

Reason = Literal[
    "too-few",
    "too-many",
    "twice",
    "too-few-options",
    "no-outcome",
    "for-some",
    "no-direction",
    "no-share",
    "other-whole",
    "not-compared",
    "times",
    "denominators",
    "one-sided",
]
"""Why rows cannot be weighed. ``for-some``: a row or an option is for one group of readers.
``no-share``: an option has no share of people. ``other-whole``: it counts something other than people.
``not-compared``: the source does not compare all options clearly. ``times``, ``denominators``: they
differ from row to row. ``one-sided``: one option does at least as well as the others in all rows.
"""


@dataclass(frozen=True, slots=True)
class Unfit:
    """Why there is no trade-off step; ``about``: the outcomes that it is about, by id."""

    reason: Reason
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WeighedRow:
    """An outcome with the share of people of each option, 0 to 1, in the options' order."""

    outcome: Outcome
    better: Literal["more", "less"]
    shares: tuple[float, ...]

    @property
    def worst(self) -> int:
        """The place of the first option that has the worst share."""
        return self.shares.index(min(self.shares) if self.better == "more" else max(self.shares))

    @property
    def best(self) -> int:
        """The place of the first option that has the best share."""
        return self.shares.index(max(self.shares) if self.better == "more" else min(self.shares))


@dataclass(frozen=True, slots=True)
class TradeOff:
    """What is weighed, between the options that are offered, both in the aid's order."""

    options: tuple[Option, ...]
    rows: tuple[WeighedRow, ...]


def trade_off_of(aid: Aid) -> TradeOff | tuple[Unfit, ...]:
    """Return what the trade-off step of an aid weighs, or all that stands against it.

    An aid that names no outcomes has no such step, and nothing stands against it: that is ``()``.
    """
    if not aid.trade_off:
        return ()
    options = tuple(option for option in aid.options if option.offered)
    rows = [row for name in dict.fromkeys(aid.trade_off) if (row := aid.outcome(name))]
    unfit = [*_unfit_names(aid), *_unfit_options(options)]
    for row in rows:
        reason = _unfit_row(row, options)
        if reason:
            unfit.append(Unfit(reason, (row.id,)))
    if not unfit:
        unfit += _unfit_together(rows)
    if unfit:
        return tuple(unfit)
    weighed = tuple(_weighed(row, options) for row in rows)
    if _is_one_sided(weighed, len(options)):
        return (Unfit("one-sided", tuple(row.id for row in rows)),)
    return TradeOff(options, weighed)


def _unfit_names(aid: Aid) -> Iterator[Unfit]:
    names = aid.trade_off
    twice = tuple(dict.fromkeys(name for name in names if names.count(name) > 1))
    if twice:
        yield Unfit("twice", twice)
    unknown = tuple(name for name in names if aid.outcome(name) is None)
    if unknown:
        yield Unfit("no-outcome", unknown)
    if len(names) < FEWEST_ROWS:
        yield Unfit("too-few", names)
    if len(names) > MOST_ROWS:
        yield Unfit("too-many", names)


def _unfit_options(options: Sequence[Option]) -> Iterator[Unfit]:
    if len(options) < FEWEST_ROWS:
        yield Unfit("too-few-options")
    if any(option.stratum for option in options):
        yield Unfit("for-some")


def _unfit_row(row: Outcome, options: Sequence[Option]) -> Reason | None:
    if row.stratum:
        return "for-some"
    if row.direction not in ("good", "bad"):
        return "no-direction"
    figures = [_share_of(row, option) for option in options]
    shares = [each for each in figures if each is not None]
    if len(shares) < len(figures):
        return "no-share"
    if row.count or any(each.whole for each in shares):
        return "other-whole"
    compared = standings(row, [option.id for option in options])
    return None if len(compared) == len(options) else "not-compared"


def _unfit_together(rows: Sequence[Outcome]) -> Iterator[Unfit]:
    names = tuple(row.id for row in rows)
    times = [row.time for row in rows]
    if any(each is None or isinstance(each, NotKnown) or each != times[0] for each in times):
        yield Unfit("times", names)
    cells = [cell.figure for row in rows for cell in row.cells]
    if len({each.of for each in cells if isinstance(each, Frequency)}) > 1:
        yield Unfit("denominators", names)


def _share_of(row: Outcome, option: Option) -> Frequency | Counted | None:
    cell = row.cell(option.id)
    figure = cell.figure if cell else None
    return figure if isinstance(figure, Frequency | Counted) and figure.of > 0 else None


def _weighed(row: Outcome, options: Sequence[Option]) -> WeighedRow:
    figures = [_share_of(row, option) for option in options]
    shares = tuple(tidy(float(each.n) / each.of) for each in figures if each is not None)
    return WeighedRow(row, "more" if row.direction == "good" else "less", shares)


def _is_one_sided(rows: Sequence[WeighedRow], many: int) -> bool:
    def is_ahead(row: WeighedRow, place: int) -> bool:
        return row.shares[place] == row.shares[row.best]

    return any(all(is_ahead(row, place) for row in rows) for place in range(many))
