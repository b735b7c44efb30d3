"""Tell how an aid stands against its own dates: the evidence clock.

Layer 1, pure. The day is given by whoever asks, never taken from the machine, so that a build can be
repeated; without a day only the status tells. A day that is named is still in time: an aid with
``review: 2028-11-22`` is overdue from the 23rd on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from decisionaid.model.aid import Aid, SourceWork
from decisionaid.model.clock_state import ClockState

DUE_DAYS: Final = 90
"""An aid is due from this many days before its review; our own choice, a quarter of a year to do it."""


@dataclass(frozen=True, slots=True)
class Clock:
    """How an aid stands on one day.

    ``late_sources`` are the ids of the sources that are past their own review. The figures that rest
    on them go on being shown, with a word that says so; an aid that has expired shows none.
    """

    state: ClockState = "current"
    late_sources: frozenset[str] = frozenset()

    @property
    def shows_figures(self) -> bool:
        """Whether its figures may still be shown."""
        return self.state not in ("expired", "withdrawn")


@dataclass(frozen=True, slots=True)
class Appointment:
    """A day by which something is to be looked at again.

    ``what`` is ``review`` or ``expires`` of the aid; or ``source``, and then ``source`` is its id; or
    ``waiver``, and then ``rule`` is the number of the rule that it sets aside.
    """

    what: Literal["review", "expires", "source", "waiver"]
    day: date
    source: str = ""
    rule: str = ""

    def days_left(self, today: date) -> int:
        """Return the days until then; negative when it is past."""
        return (self.day - today).days


def clock_of(aid: Aid, today: date | None) -> Clock:
    """Return how an aid stands; ``today`` None: by its status alone."""
    late = (each.id for each in aid.sources if source_state(each, today) == "overdue")
    return Clock(state_of(aid, today), frozenset(late))


def state_of(aid: Aid, today: date | None) -> ClockState:
    """Return the state of an aid; ``today`` None: by its status alone.

    A state says the worst that holds: what has expired is past its review, too.
    """
    if aid.status == "withdrawn":
        return "withdrawn"
    expires = aid.dates.expires
    if today is not None and expires is not None and today > expires:
        return "expired"
    return _state_by(aid.dates.review, today)


def source_state(source: SourceWork, today: date | None) -> ClockState:
    """Return ``current``, ``due`` or ``overdue``; a source has no end of its own."""
    return _state_by(source.review, today)


def appointments(aid: Aid) -> Iterator[Appointment]:
    """Yield the days that an aid has set itself; a withdrawn aid has none."""
    if aid.status == "withdrawn":
        return
    if aid.dates.review is not None:
        yield Appointment("review", aid.dates.review)
    if aid.dates.expires is not None:
        yield Appointment("expires", aid.dates.expires)
    for source in aid.sources:
        if source.review is not None:
            yield Appointment("source", source.review, source.id)
    for waiver in aid.waivers:
        ends = waiver.ends(aid.dates.review)
        if ends != aid.dates.review:  # those that end with the review are looked at in it
            yield Appointment("waiver", ends, rule=waiver.rule)


def _state_by(review: date | None, today: date | None) -> ClockState:
    if today is None or review is None:
        return "current"
    if today > review:
        return "overdue"
    return "due" if review - today <= timedelta(days=DUE_DAYS) else "current"
