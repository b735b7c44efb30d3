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
from decisionaid.model.shares import DENOMINATORS
from decisionaid.read.figures.as_printed import numbers_anew, words_anew
from decisionaid.read.figures.powers_of_ten import SHORTENED, power_of_ten

NUMBER = r"(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{1,9})?"
"""A number in a field or a cell: digits and a decimal point, without sign or thousands comma.

``02`` is none: it may be 0.2 that lost its point."""

OF = f"({'|'.join(map(str, reversed(DENOMINATORS)))})"
"""Out of how many people a cell may be, as one group of a pattern."""

UNITS = ("minutes", "hours", "days", "weeks", "months", "years")
_TIME = re.compile(rf"({NUMBER})(?: to ({NUMBER}))? (minute|hour|day|week|month|year)(s?)")
_SCALE = re.compile(rf"(\S.*), ({NUMBER}) to ({NUMBER}), (lower|higher) is better")
_POINTS = re.compile(rf"({NUMBER}) points?")
_LEVELS = ("high", "moderate", "low", "very low", "not graded")

TIME_FORM = (
    "write a number and minutes, hours, days, weeks, months or years, such as '... to ... days', "
    "or 'lifetime', or 'at: while on treatment', or 'not known: reason'"
)
CERTAINTY_FORM = "write high, moderate, low, very low, or 'not graded: reason'"


_NO_WORDS = re.compile(r"[\W_]*|n/?a\.?|ditto\.?|tbc\.?|tba\.?", re.IGNORECASE)
_NO_REASON = re.compile(
    r"[\d\W_]*|nil|none|unknown|not (?:known|found|applicable)|no reason|x+", re.IGNORECASE
)


def says_nothing(text: str) -> bool:
    """Tell whether a cell of words is empty, or as good as: ``-``, ``ditto``, ``n/a``."""
    return _NO_WORDS.fullmatch(text.strip()) is not None


def is_no_reason(text: str) -> bool:
    """Tell whether a reason gives none: ``not known: -``, ``not known: unknown``."""
    return says_nothing(text) or _NO_REASON.fullmatch(text.strip(" .")) is not None


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
    return not_known(text) or power_of_ten(text, _is_time) or _time_anew(text) or TIME_FORM


def _is_time(text: str) -> bool:
    return not isinstance(read_time(text), str)


def _time_anew(text: str) -> str | None:
    """Return how to write a time that comes near, without a change to its numbers; None: it does not."""
    anew = numbers_anew(words_anew(text.strip().rstrip(".")))
    anew = re.sub(r"(?<=\d) ?/ ?(?:(7)|(52)|(12))$", _shorthand, anew)
    anew = re.sub(r"^(?:at|after|within|in|by|for) ", "", anew, flags=re.IGNORECASE)
    anew = re.sub(
        r"(?<=\d)[ -]?(min|hr|h|d|day|wk|w|week|mth|mo|month|yr|y|year|hour|minute)s?\.?$",
        lambda found: f" {_UNIT[found[1].lower()]}s",
        anew,
        flags=re.IGNORECASE,
    )
    anew = re.sub(r"^1 (minute|hour|day|week|month|year)s$", r"1 \1", anew)
    if anew != text and _TIME.fullmatch(anew):
        return f"write it as '{anew}'"
    if found := re.fullmatch(r"(?i:(median|mean|average)[: ]+(?:of )?)(.+)", text):
        return f"write it as 'at: a {found[1].lower()} of {found[2]}'"
    if re.fullmatch(r"(?i:about|around|up to|at least|over|more than|less than) \d.*", text):
        return f"write it as 'at: {text}'"
    return None


def _shorthand(found: re.Match[str]) -> str:
    """Read ``6/52`` as nurses and doctors write six weeks."""
    return " days" if found[1] else " weeks" if found[2] else " months"


_UNIT = {
    "min": "minute", "minute": "minute", "h": "hour", "hr": "hour", "hour": "hour", "d": "day",
    "day": "day", "w": "week", "wk": "week", "week": "week", "mo": "month", "mth": "month",
    "month": "month", "y": "year", "yr": "year", "year": "year",
}  # fmt: skip
_NOTHING = re.compile(
    r"(?i:unknown|not known|not stated|not reported|not given|n/?[ak]|nr|none|nil|tb[acd])?[\s.?:\u2013\u2014-]*"
)
"""What authors write where they have nothing to say."""


def read_people(text: str) -> People | str:
    """Read who was studied; everything but ``not known: reason`` and a bare ``unknown`` is words."""
    if _NOTHING.fullmatch(text):
        return "write 'not known: reason', or how many people in how many studies"
    if SHORTENED.match(text) and (power := power_of_ten(text)):
        return power
    return not_known(text) or Words(text=text)


def read_certainty(text: str) -> HowCertain | str:
    """Read a certainty, such as ``high`` or ``not graded: one trial``."""
    if unknown := not_known(text):
        return unknown
    level, colon, reason = text.partition(":")
    level, reason = level.strip(), reason.strip()
    if level not in _LEVELS or (colon and not reason):
        return _certainty_anew(text) or CERTAINTY_FORM
    if level == "not graded" and not reason:
        return "write why: 'not graded: reason'"
    return Certainty(level=cast("Any", level.replace(" ", "-")), reason=reason or None)


_SIGNS = re.compile("[\u2295\u25cf\u2a01]")
"""The filled circles that stand for a grade."""
_GRADE = re.compile(r"\b(?:very[ -]low|low|moderate|medium|high)\b", re.IGNORECASE)
_BETWEEN_GRADES = re.compile(r"[\s/,\u2010-\u2015-]|\bto\b|\bor\b|\band\b", re.IGNORECASE)
_MARKS = re.compile(r"[a-z\d*\u2020\u2021\u00a7\u00b6\u00b2\u00b3\u00b9\u2070-\u2079](?:[\s,;]+.)*")
"""Marks of footnotes, such as ``a,b``."""


def _certainty_anew(text: str) -> str | None:
    """Return how to write a certainty that comes near; None: it does not."""
    graded = [_grade(each) for each in _GRADE.findall(text)]
    if (stars := len(_SIGNS.findall(text))) and len(text) < 40:
        graded.append(("very low", "low", "moderate", "high")[min(stars, 4) - 1])
        text = " ".join(_GRADE.findall(text)) or graded[-1]
        if len(set(graded)) == 1:
            return f"write it as '{graded[0]}'"
    if len(set(graded)) > 1 and not _BETWEEN_GRADES.sub("", _GRADE.sub("", text)):
        grades = " or ".join(f"'{each}'" for each in dict.fromkeys(graded))
        return f"write the one grade that the source gives this outcome: {grades}"
    if _NOTHING.fullmatch(text):
        return "write 'not graded: reason', or 'not known: reason' if it may have been graded"
    found = re.fullmatch(
        r"(?i:(high|moderate|medium|very[ -]low|low|not graded))"
        r"(?i:[ -](?:certainty|quality|confidence|evidence)){0,2}"
        r"(?:[ :;,(\u2013\u2014-]+(.*?)\)?|([^\w\s]|[\u00b2\u00b3\u00b9\u2070-\u2079])+)?",
        text,
    )
    if found is None:
        return None
    level, reason = _grade(found[1]), found[2] or found[3]
    if level != "not graded" and reason and _MARKS.fullmatch(reason):
        return f"write it as '{level}'; or, with what its mark refers to, as '{level}: ...'"
    said = f": {reason}" if reason else ": reason" if level == "not graded" else ""
    return f"write it as '{level}{said}'"


def _grade(word: str) -> str:
    return word.lower().replace("-", " ").replace("medium", "moderate")


def read_said_as(text: str) -> SaidAs | str:
    """Read ``still have pain / have no pain``."""
    parts = [part.strip() for part in text.split(" / ")]
    if len(parts) == 2 and all(parts):
        return SaidAs(happens=parts[0], otherwise=parts[1])
    for mark in ("/", " or ", ";", ","):
        if len(halves := [part.strip() for part in text.split(mark)]) == 2 and all(halves):
            return f"write a slash between spaces: '{halves[0]} / {halves[1]}'"
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
    return "write its name, its ends and its good end: 'its name, ... to ..., lower is better'"


def read_matters_from(text: str) -> SmallestThatMatters | str:
    """Read ``12 points``, the smallest difference that people notice."""
    if found := _POINTS.fullmatch(text):
        return MattersFrom(points=Decimal(found[1]))
    if unknown := not_known(text):
        return unknown
    points = numbers_anew(text)
    return (
        f"write '{points if re.fullmatch(NUMBER, points) else '...'} points' or 'not known: reason'"
    )
