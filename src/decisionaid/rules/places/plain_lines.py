"""Rules on the words of a place: it promises nothing, and its lines are short (DP118, DP125).

Layer 2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.place import MAX_LOCAL_LINE, Place
from decisionaid.rules.places.place_rule import PlaceContext, PlaceRule, options_of, place_rule
from decisionaid.text import Path

PROMISES: Final = re.compile(
    r"\d[\d,.]*\s?(?:%|per ?cent\b)|\b(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten)"
    r" (?:in|out of) (?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|a hundred)\b(?! weeks?| months?)"
    r"|\b(?:percent(?:age)?|half of|most (?:people|patients)|best|better than|recommend\w*|safe(?:r|st|ly)?"
    r"|effective\w*|proven|guarantee\w*|cures?|success(?:ful\w*)?|works? (?:well|better|best)|ideal"
    r"|(?:top|highly)[- ]rated|leading|number one|risk[- ]free|you should|must (?:have|choose|take))\b",
    re.IGNORECASE,
)
"""Words that say how well something works, or that somebody ought to have it."""


def promise_in(text: str) -> str:
    """Return the first words of a text that promise something; empty: none do."""
    found = PROMISES.search(text)
    return found[0] if found else ""


def _texts(place: Place) -> Iterator[tuple[Path, str]]:
    for path, _aid, option in options_of(place):
        yield (*path, "say"), option.say
        for number, provider in enumerate(option.providers):
            yield (*path, "providers", number, "travel"), provider.travel
            yield (*path, "providers", number, "name"), provider.name
    for number, service in enumerate(place.services):
        if "what" not in service.unsettled:
            yield ("services", number, "what"), service.what
        yield ("services", number, "who_for"), service.who_for
        yield ("services", number, "cost", "help"), service.cost.help


@place_rule(
    "DP118",
    "place-promises",
    Severity.ERROR,
    harm=Harm.LEANS,
    why="how well something works is said by the aid, with its source, and by nothing else on the page",
    kind="assist",
)
def promises(place: Place, _context: PlaceContext) -> Iterator[Finding]:
    """A place says where and when, and not how well something works."""
    for path, text in _texts(place):
        if words := promise_in(text):
            yield Finding(
                path,
                f"'{words}' says how well something works, or that people ought to have it",
                "say what happens there, where and when, and leave the rest to the aid",
                words=words,
            )


@place_rule(
    "DP125",
    "place-long-line",
    Severity.ERROR,
    harm=Harm.LEANS,
    why="an option with a long line stands out from those beside it",
)
def long_line(place: Place, _context: PlaceContext) -> Iterator[Finding]:
    """The line under an option is short, the name of the place with it."""
    room = MAX_LOCAL_LINE - len(f"{place.name}: ")
    for path, _aid, option in options_of(place):
        if len(option.say) > room:
            yield Finding(
                (*path, "say"),
                f"the line has {len(option.say)} characters, and {room} is the most beside '{place.name}:'",
                "say where and how in one short sentence",
            )


RULES: tuple[PlaceRule, ...] = (promises, long_line)
