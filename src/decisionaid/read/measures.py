"""Read what the fields of an outcome say: time, people, certainty, scale and the like.

Layer 2. Pure: each function takes the words and returns the value, or text that says how to write it.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, cast

from decisionaid.model.figure import NotKnown
from decisionaid.model.outcome import (
    AtWords,
    Certainty,
    HowCertain,
    Lifetime,
    MattersFrom,
    People,
    SaidAs,
    Scale,
    SmallestThatMatters,
    Time,
    TimePoint,
    Words,
)

NUMBER = r"[0-9]{1,9}(?:\.[0-9]{1,9})?"
"""A number in a field or a cell: digits and a decimal point, without sign or thousands comma."""

UNITS = ("minutes", "hours", "days", "weeks", "months", "years")
_TIME = re.compile(rf"({NUMBER})(?: to ({NUMBER}))? (minute|hour|day|week|month|year)(s?)")
_SCALE = re.compile(rf"(\S.*), ({NUMBER}) to ({NUMBER}), (lower|higher) is better")
_POINTS = re.compile(rf"({NUMBER}) points?")
_LEVELS = ("high", "moderate", "low", "very low", "not graded")

TIME_FORM = (
    "write a number and minutes, hours, days, weeks, months or years, such as '2 to 3 days', "
    "or 'lifetime', or 'at: while on treatment', or 'not known: reason'"
)
CERTAINTY_FORM = "write high, moderate, low, very low, or 'not graded: reason'"


def after(text: str, opening: str) -> str | None:
    """Return what stands behind ``opening:``, or None when the text does not begin so."""
    head, colon, rest = text.partition(":")
    return rest.strip() if colon and head == opening else None


def not_known(text: str) -> NotKnown | None:
    """Read ``not known: reason``; None without a reason."""
    reason = after(text, "not known")
    return NotKnown(reason=reason) if reason else None


def read_time(text: str) -> Time | str:
    """Read a time, such as ``2 to 3 days``."""
    if text == "lifetime":
        return Lifetime()
    if found := _TIME.fullmatch(text):
        one = found[1] == "1" and found[2] is None
        if bool(found[4]) is not one:
            high = Decimal(found[2]) if found[2] else None
            return TimePoint(low=Decimal(found[1]), high=high, unit=cast("Any", f"{found[3]}s"))
    if words := after(text, "at"):
        return AtWords(words=words)
    return not_known(text) or TIME_FORM


def read_people(text: str) -> People:
    """Read who was studied; everything but ``not known: reason`` is words."""
    return not_known(text) or Words(text=text)


def read_certainty(text: str) -> HowCertain | str:
    """Read a certainty, such as ``high`` or ``not graded: one trial``."""
    if unknown := not_known(text):
        return unknown
    level, colon, reason = text.partition(":")
    level, reason = level.strip(), reason.strip()
    if level not in _LEVELS or (colon and not reason):
        return CERTAINTY_FORM
    if level == "not graded" and not reason:
        return "write why: 'not graded: reason'"
    return Certainty(level=cast("Any", level.replace(" ", "-")), reason=reason or None)


def read_said_as(text: str) -> SaidAs | str:
    """Read ``still have pain / have no pain``."""
    parts = [part.strip() for part in text.split(" / ")]
    if len(parts) == 2 and all(parts):
        return SaidAs(happens=parts[0], otherwise=parts[1])
    return (
        "write what happens, a slash between spaces, and what does not: 'have pain / have no pain'"
    )


def read_count(text: str) -> tuple[str, str] | str:
    """Read ``cancer, cancers``: what is counted, one and many."""
    parts = [part.strip() for part in text.split(",")]
    if len(parts) == 2 and all(parts):
        return parts[0], parts[1]
    return "write what is counted, one and many, with a comma: 'cancer, cancers'"


def read_scale(text: str) -> Scale | str:
    """Read ``WOMAC, 0 to 240, lower is better``."""
    found = _SCALE.fullmatch(text)
    if found and Decimal(found[2]) < Decimal(found[3]):
        return Scale(
            name=found[1],
            low=Decimal(found[2]),
            high=Decimal(found[3]),
            better=cast("Any", found[4]),
        )
    return "write its name, its ends and its good end: 'WOMAC, 0 to 240, lower is better'"


def read_matters_from(text: str) -> SmallestThatMatters | str:
    """Read ``12 points``, the smallest difference that people notice."""
    if found := _POINTS.fullmatch(text):
        return MattersFrom(points=Decimal(found[1]))
    return not_known(text) or "write '12 points' or 'not known: reason'"
