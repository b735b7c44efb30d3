"""What it is to set a rule aside in one aid: by whom, when, why, and until when.

Layer 1. A waiver is a decision of a named person, not a property of the aid, so it ends: the fault
that was right to keep this year may be wrong to keep next year.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from decisionaid.model.base import Part

WAIVER_YEARS: Final = 2
"""A waiver holds no longer than this, whenever the aid is reviewed; our own choice."""

FEWEST_CHARACTERS: Final = 20
"""A reason of fewer says nothing that a reader could weigh; our own choice."""


NO_NAME: Final = "Name, role"
"""What stands for a name in a line to be filled in; it is nobody's."""


def waiver_line(number: str, reason: str = "why it is right here") -> str:
    """Return how the waiver of a rule is written, to be filled in."""
    return f'{number}: {{by: "{NO_NAME}", date: 2026-01-15, reason: "{reason}"}}'


class Waiver(Part):
    """A rule set aside in one aid."""

    rule: str
    """Its number, such as ``DA204``."""
    by: str
    """The name of the person or team who decided, shown to everybody."""
    date: dt.date
    """When they decided."""
    reason: str

    def ends(self, review: dt.date | None) -> dt.date:
        """Return the last day on which it holds: that of the aid's review, two years at most.

        ``review`` None: the aid names no day for its review.
        """
        longest = _years_after(self.date, WAIVER_YEARS)
        return min(longest, review) if review else longest

    def has_ended(self, review: dt.date | None, today: dt.date | None) -> bool:
        """Tell whether it no longer holds; ``today`` None: nothing ends."""
        return today is not None and today > self.ends(review)


def _years_after(day: dt.date, years: int) -> dt.date:
    """Return the same day of a later year, and 1 March for a 29 February that is not there."""
    if day.year + years > dt.MAXYEAR:
        return dt.date.max
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return dt.date(day.year + years, 3, 1)
