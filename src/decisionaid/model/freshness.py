"""Tell how old an entry of a place is: fresh, one to ring about first, or too old for a plan.

Layer 1, pure. ``theme/scripts/plan/place.ts`` is the same in the browser. The day is given by whoever asks.
An entry is fresh on the very day on which its months are over, and stale from the next day on.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import Literal

from decisionaid.model.place import WAIT_MONTHS, Place, Wait

Freshness = Literal["fresh", "stale", "old"]


def months_after(day: date, months: int) -> date:
    """Return the same day some months later, or the last day of a month that is too short for it.

    A day beyond the year 9999 is the last day that there is.
    """
    year, month = divmod(day.month - 1 + months, 12)
    if day.year + year > date.max.year:
        return date.max
    length = monthrange(day.year + year, month + 1)[1]
    return date(day.year + year, month + 1, min(day.day, length))


def freshness(checked: date, place: Place, today: date | None) -> Freshness:
    """Return how old an entry is that was checked on a day; ``today`` None: fresh."""
    if today is None:
        return "fresh"
    if today > months_after(checked, place.remove_after):
        return "old"
    return "stale" if today > months_after(checked, place.stale_after) else "fresh"


def is_old_wait(wait: Wait, today: date | None) -> bool:
    """Tell whether a waiting time is one to ask for again."""
    if today is None or wait.as_of is None:
        return False
    return today > months_after(wait.as_of, WAIT_MONTHS)
