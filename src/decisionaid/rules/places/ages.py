"""Rules on the days of a place (DP120 to DP123): what is stale, what is old, what is still to come.

Layer 2. They go by the day they are given and stay silent without one; what a page then says is worked out
by the device (``model.freshness`` and its half in the scripts).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.freshness import freshness, is_old_wait
from decisionaid.model.place import WAIT_MONTHS, Place, Wait
from decisionaid.rules.places.place_rule import PlaceContext, PlaceRule, options_of, place_rule
from decisionaid.text import Path


def _checks(place: Place) -> Iterator[tuple[Path, str, date]]:
    """Yield every day of checking, with what it is about."""
    yield ("checked",), "what is said of options", place.checked
    for number, service in enumerate(place.services):
        if service.checked is not None:
            yield ("services", number, "checked"), f"'{service.id}'", service.checked
    for path, _aid, option in options_of(place):
        if option.checked is not None:
            yield (*path, "checked"), f"what is said of '{option.option}'", option.checked


def _waits(place: Place) -> Iterator[tuple[Path, str, Wait]]:
    for number, contact in enumerate(place.contacts):
        if contact.wait:
            yield ("contacts", number, "wait"), f"'{contact.id}'", contact.wait
    for number, service in enumerate(place.services):
        if service.wait:
            yield ("services", number, "wait"), f"'{service.id}'", service.wait
    for path, _aid, option in options_of(place):
        for number, provider in enumerate(option.providers):
            if provider.wait:
                yield (*path, "providers", number, "wait"), f"'{provider.name}'", provider.wait


@place_rule(
    "DP120",
    "place-stale",
    Severity.WARNING,
    harm=Harm.MISLEADS,
    why="groups move, numbers change, and people stand before a closed door",
)
def stale(place: Place, context: PlaceContext) -> Iterator[Finding]:
    """What is said was checked within the months that the place has set itself."""
    for path, what, day in _checks(place):
        if freshness(day, place, context.today) == "stale":
            yield Finding(
                path,
                f"{what} was checked on {day}, more than {place.stale_after} months ago, "
                "and people are told to ring first",
                "ring or go there, then write the day on which you did",
            )


@place_rule(
    "DP121",
    "place-old-wait",
    Severity.WARNING,
    harm=Harm.MISLEADS,
    why="a waiting time of another season can send people to the longer queue",
)
def old_wait(place: Place, context: PlaceContext) -> Iterator[Finding]:
    """Waiting times are of the last three months."""
    for path, what, wait in _waits(place):
        if is_old_wait(wait, context.today):
            yield Finding(
                path,
                f"the waiting time of {what} is that of {wait.as_of}, more than {WAIT_MONTHS} months ago",
                "ask for it anew, or write 'wait: not known'",
            )


@place_rule(
    "DP122",
    "place-checked-in-future",
    Severity.ERROR,
    harm=Harm.MISLEADS,
    why="nobody can have looked on a day that is still to come, and the entry would seem fresh for too long",
)
def checked_in_future(place: Place, context: PlaceContext) -> Iterator[Finding]:
    """No day of checking, and none of a waiting time, is still to come."""
    if context.today is None:
        return
    days = [*_checks(place)]
    days += [
        (path, f"the wait of {what}", wait.as_of)
        for path, what, wait in _waits(place)
        if wait.as_of
    ]
    for path, what, day in days:
        if day > context.today:
            yield Finding(
                path,
                f"{what} is dated {day}, which is still to come",
                f"write the day on which it was done, today being {context.today}",
            )


@place_rule(
    "DP123",
    "place-old",
    Severity.WARNING,
    harm=Harm.MISLEADS,
    why="an entry that nobody has looked at for so long cannot be put into a plan",
)
def old(place: Place, context: PlaceContext) -> Iterator[Finding]:
    """What is said was checked before it is taken out of plans."""
    for path, what, day in _checks(place):
        if freshness(day, place, context.today) == "old":
            yield Finding(
                path,
                f"{what} was checked on {day}, more than {place.remove_after} months ago, "
                "and nobody can put it into a plan any more",
                "ring or go there and write the day, or take the entry out",
            )


RULES: tuple[PlaceRule, ...] = (stale, old_wait, checked_in_future, old)
