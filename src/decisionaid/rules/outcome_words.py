"""Rules on the words of an outcome (DA210, DA324 to DA326): they say what its mark, time and figures say.

Layer 2. DA210, DA324 and DA325 read English words; in an aid in another language DA210 and DA324
find nothing, and DA325 finds two halves that are the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.aid import Aid
from decisionaid.model.figure import Change
from decisionaid.model.outcome import Outcome, TimePoint
from decisionaid.rules.rule import Rule, RuleContext, rule
from decisionaid.rules.walk import NUMBERS_UPDATE, is_english, outcomes_of, time_words
from decisionaid.text import Path

_TIME = re.compile(
    r"\b(?:after|within|at|in the (?:next|first)|over|for)(?: about| around)? "
    r"(\d{1,3})(?: (?:to|or) (\d{1,3}))? (minute|hour|day|week|month|year)s?\b",
    re.IGNORECASE,
)
_HOURS: Final = {
    "minute": Decimal(1) / 60, "hour": Decimal(1), "day": Decimal(24), "week": Decimal(168),
    "month": Decimal(730), "year": Decimal(8760),
}  # fmt: skip
"""Hours of a unit; a month is a twelfth of a year."""

_CLOSE = Decimal("1.1")
"""Times that differ by less are the same said in another unit: 4 weeks and 1 month, 365 days and 1 year."""

_DENIED = re.compile(
    r"\b(?:no|none|not|never|without|free of|free from|fewer|less|half|neither|avoid\w*)\b[^,;]{0,20}$"
    r"|n['’]t\b[^,;]{0,20}$",
    re.IGNORECASE,
)
"""What takes back the words that follow it."""

_GONE = re.compile(
    r"^\W{0,2}(?:\w+ ){0,2}(?:gone|free|less|fewer|avoided|prevented)\b", re.IGNORECASE
)
"""What takes back the words in front of it."""

_POINTS_BACK = re.compile(
    r"(?:do|does|did|are|is|were|have) not|(?:have|has|had|are|is)? ?(?:none|neither)"
    r"(?: of (?:these|them|this|it|the two))?|(?:do|are) none of (?:these|them|this)"
    r"|(?:do|does) not have (?:it|this|them|these)",
    re.IGNORECASE,
)
"""What can only stand second, because it speaks of what was said before it."""

_HARM = re.compile(
    r"\b(?:dea(?:th|ths|d)|d(?:ie|ies|ied|ying)|strokes?|heart attacks?|bleed(?:s|ing)?|diabetes|cancers?"
    r"|(?:side|unwanted|adverse) effects?|complications?|infections?|(?:in )?pain|feel(?:ing)? sick|are sick"
    r"|being sick|vomit\w*|blood clots?|harm(?:s|ed)?|fractures?|broken bones?)\b",
    re.IGNORECASE,
)
"""What is bad for everybody; words that can be either, such as surgery, are left out."""

_HELP = re.compile(
    r"\b(?:alive|survive[ds]?|survival|(?:lives?|people) saved|recovered|cured|symptom-free|pain-free"
    r"|(?:get(?:ting)?|got|are|is|feel(?:ing)?) better|live(?= longer| on|$))\b|^better\b",
    re.IGNORECASE,
)


@rule(
    "DA324",
    "time-against-heading",
    Severity.ERROR,
    kind="assist",
    harm=Harm.MISLEADS,
    why="a reader takes the time from the heading, and the page compares and sorts by the other one",
    only=is_english,
)
def time_against_heading(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """A time in the heading of an outcome is the time of its figures."""
    for path, outcome in outcomes_of(aid):
        time = outcome.time
        found = _TIME.search(outcome.label)
        if found is None or not isinstance(time, TimePoint):
            continue
        unit = _HOURS[time.unit.removesuffix("s")]
        own = [each * unit for each in (time.low, time.high) if each is not None]
        said = [Decimal(each) * _HOURS[found[3].lower()] for each in found.groups()[:2] if each]
        if _same(min(own), min(said)) and _same(max(own), max(said)):
            continue
        yield Finding(
            (*path, "time"),
            f"the heading says '{found[0]}', and the time of the figures is {time_words(time)}",
            "look it up in the source, and write the same in both",
            also=(path,),
        )


def _same(one: Decimal, other: Decimal) -> bool:
    return max(one, other) <= min(one, other) * _CLOSE


@rule(
    "DA325",
    "said-as-turned",
    Severity.ERROR,
    kind="assist",
    harm=Harm.MISLEADS,
    why="the page puts the number before the first half; turned round, it says of those who stay well "
    "that they are the ones who fall ill",
    basis=NUMBERS_UPDATE,
)
def said_as_turned(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """The two halves of ``Said as:`` differ, and the first says what the number counts."""
    for path, outcome in outcomes_of(aid):
        said = outcome.said_as
        if said is None:
            continue
        happens, otherwise = said.happens.strip(), said.otherwise.strip()
        at = (*path, "said_as")
        if happens.casefold() == otherwise.casefold():
            yield Finding(
                at,
                f"both halves say the same: '{happens}'",
                f"say behind the stroke what happens otherwise: '- Said as: {happens} / do not'",
            )
        elif is_english(aid) and _is_turned(outcome, happens, otherwise):
            yield Finding(
                at,
                f"the first half says what the figures do not count: '{happens}'",
                f"if the figures count the second, write '- Said as: {otherwise} / {happens}'; else "
                "correct the heading or its mark",
            )


def _is_turned(outcome: Outcome, happens: str, otherwise: str) -> bool:
    """Whether the first half speaks of the second, or says by its words the other of good and bad."""
    if _POINTS_BACK.fullmatch(happens):
        return True
    wanted = {"bad": -1, "good": 1}.get(outcome.direction, 0)
    if not wanted or _lean(outcome.label) == -wanted:  # then it is the mark that is wrong: DA210
        return False
    return _lean(happens) == -wanted and _lean(otherwise) != -wanted


def _lean(words: str) -> int:
    """Return 1 for words of something good, -1 for something bad, 0 where it cannot be told."""
    for pattern, sign in ((_HARM, -1), (_HELP, 1)):
        if found := pattern.search(words):
            back = _DENIED.search(words[: found.start()]) or _GONE.search(words[found.end() :])
            return -sign if back else sign
    return 0


@rule(
    "DA210",
    "mark-against-words",
    Severity.WARNING,
    kind="assist",
    harm=Harm.LEANS,
    why="the page puts what is good beside what is bad by these marks, and a harm among the good things "
    "is one that nobody weighs",
    basis="IPDASi v4, items 1.1.4 and 1.1.5",
    settled=True,
)
def mark_against_words(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """An outcome marked good names nothing bad, and the other way round; a series has one mark."""
    series: dict[str, list[tuple[Path, Outcome]]] = {}
    for path, outcome in outcomes_of(aid):
        series.setdefault(outcome.series or f"{outcome.id} alone", []).append((path, outcome))
    for rows in series.values():
        other = [
            (*each, mark)
            for each in rows
            if (mark := _other_mark(each[1], english=is_english(aid)))
        ]
        for at, outcome, mark in other:
            yield Finding(
                at,
                f"'{outcome.label}' is marked .{outcome.direction}, and its words or its scale say .{mark}",
                f"write '.{mark}' in its brace; or, if that is wrong, say in the heading what is "
                "counted, such as 'No new strokes', and on which end of the scale people are better off",
            )
        if not other:
            yield from _mixed(rows)


def _mixed(rows: Sequence[tuple[Path, Outcome]]) -> Iterator[Finding]:
    """Find the outcomes of a series whose mark is not the most common one in it."""
    marks = [outcome.direction for _path, outcome in rows]
    usual = max(marks, key=marks.count)  # the first of the most common
    path, like = rows[marks.index(usual)]
    for at, outcome in rows:
        if outcome.direction != usual:
            yield Finding(
                at,
                f"'{outcome.label}' is marked .{outcome.direction}, and '{like.label}' of the same "
                f"series .{usual}",
                f"what is {usual} at one time is so at the other: write '.{usual}' here, or "
                f"'.{outcome.direction}' there",
                also=(path,),
            )


def _other_mark(outcome: Outcome, *, english: bool) -> str | None:
    """Return the mark that the words or the scale ask for, where it is another one.

    A change since the start is good or bad by its own word, whatever its scale.
    """
    lean = _lean(outcome.label) if english else 0
    if outcome.scale is not None:
        if lean > 0 or any(isinstance(cell.figure, Change) for cell in outcome.cells):
            return None
        lean = 1 if outcome.scale.better == "higher" else -1
    if lean < 0 and outcome.direction in ("good", "neutral"):
        return "bad" if outcome.scale is None or outcome.direction == "good" else None
    return "good" if lean > 0 and outcome.direction == "bad" else None


@rule(
    "DA326",
    "outcome-told-twice",
    Severity.ERROR,
    kind="auto",
    harm=Harm.MISLEADS,
    why="two rows of one name look like one, and a reader takes the figures of either",
    settled=True,
)
def outcome_told_twice(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """Two outcomes have the same heading only when each is for a group of its own, or estimates the other."""
    seen: dict[str, list[tuple[Path, Outcome]]] = {}
    for path, outcome in outcomes_of(aid):
        for at, other in seen.setdefault(outcome.label.casefold(), []):
            estimate = outcome.id == other.estimate_of or other.id == outcome.estimate_of
            apart = outcome.stratum and other.stratum and outcome.stratum != other.stratum
            if not estimate and not apart:
                yield Finding(
                    path,
                    f"two outcomes are called '{outcome.label}', and nothing tells them apart",
                    "say in each heading what is its own, such as its time: '... after 3 months'; or give "
                    "each its group: 'stratum=...'; or mark the second 'estimate-of="
                    + other.id
                    + "'",
                    also=(at,),
                )
                break
        seen[outcome.label.casefold()].append((path, outcome))


RULES: tuple[Rule, ...] = (
    mark_against_words,
    time_against_heading,
    said_as_turned,
    outcome_told_twice,
)
