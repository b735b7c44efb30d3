"""The rule on groups against the people studied (DA329), and how a line ``People:`` is read for it.

Layer 2. ``People:`` is words, so only what is plain in them is taken: numbers that stand before people.
Where the words may mean something else, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.aid import Aid
from decisionaid.model.figure import Counted, Events, Figure, Score
from decisionaid.model.outcome import Outcome, Words
from decisionaid.rules.rule import Rule, RuleContext, rule
from decisionaid.rules.walk import outcomes_of

_NUMBER = r"\d{1,3}(?:[,\u00a0 ]\d{3})+|\d{1,9}"
_BETWEEN = (
    r"(?:(?!(?:(?:trial|stud|review|cohort|report|centre|hospital|group|year|month|week|day|million"
    r"|thousand)\w*|in|and|or|to)\b)[^\W\d]+ ){0,2}"
)
_PEOPLE = r"people|persons|adults|children|babies|women|men|patients|participants"
_EACH_OF = re.compile(
    r" in each of (?:the )?(?P<groups>two|three|four|\d) (?:groups|arms|trials|studies)\b",
    re.IGNORECASE,
)
_SPELLED = {"two": 2, "three": 3, "four": 4}
_NOT_ALL = re.compile(
    r"\b(?:each|every|per|at least|over|more than|about|some)\b(?! of them)", re.IGNORECASE
)
"""Behind such words a number is not all who were studied."""
_SOME_OF_THEM = re.compile(r"\b(?:of whom|of them|of these|includ\w+|among them)\b", re.IGNORECASE)
_IN_SEVERAL = re.compile(
    r"\b(?:in turn|cross-?over|both|same|twice|themselves|one after (?:the )?other)\b",
    re.IGNORECASE,
)
"""Words for people who are in more than one group."""
_ELSEWHERE = re.compile(r"\b(?:another|others?|a second|the second)\b", re.IGNORECASE)
"""Words for people who are counted apart, perhaps in letters."""
_AGES = re.compile(
    rf"\b(?:aged?|ages|between|from)(?: [^\W\d]+)? (?:{_NUMBER})"
    rf"(?: ?(?:to|and|or|[-\u2013]) ?(?:(?:{_NUMBER})|older|over|more))?\b|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_NO_PEOPLE = (
    r"(?:trial|stud|review|cohort|report|registr|centre|center|hospital|clinic|countr|group|arm|year"
    r"|month|week|day|comparison)\w*"
)
"""What else a line counts, beside people."""


def people_studied(outcome: Outcome, aid: Aid) -> int | None:
    """Return how many people "278 children in 1 study" counts; None: it does not say, or not plainly.

    Of an outcome that counts something else, such as knees, it is the number of these.
    """
    if not isinstance(outcome.people, Words):
        return None
    many = aid.people.many if aid.people else "people"
    nouns = rf"{_PEOPLE}|{re.escape(many)}"
    if outcome.count is not None:
        nouns = "|".join(map(re.escape, filter(None, outcome.count)))
    counted = re.compile(
        rf"(?<![\w.,])(?P<numbers>(?:{_NUMBER})(?: and (?:{_NUMBER}))?) {_BETWEEN}(?:{nouns})\b",
        re.IGNORECASE,
    )
    text, times = outcome.people.text, 1
    if found := _EACH_OF.search(text):
        groups = found["groups"].lower()
        times = _SPELLED.get(groups) or int(groups)
        text = text[: found.start()] + text[found.end() :]
    if _NOT_ALL.search(text) or _ELSEWHERE.search(text) or _has_more_numbers(text, counted):
        return None
    sizes = [
        int(re.sub(r"\D", "", number)) * times
        for each in counted.finditer(text)
        for number in each["numbers"].split(" and ")
    ]
    together = max if _SOME_OF_THEM.search(text) else sum
    return together(sizes) if sizes else None


def _has_more_numbers(text: str, counted: re.Pattern[str]) -> bool:
    """Whether numbers stand beside those that were taken: "and 100 in another", "2 x", "200 eyes of".

    Not where they are said to be some of the same people, or count no people.
    """
    if _SOME_OF_THEM.search(text):
        return False
    rest = _AGES.sub("", counted.sub("", text))
    rest = re.sub(
        rf"(?:{_NUMBER})[ -]{_BETWEEN}(?:{_PEOPLE}|{_NO_PEOPLE})\b", "", rest, flags=re.IGNORECASE
    )
    return re.search(r"\d", rest) is not None


@rule(
    "DA329",
    "more-than-studied",
    Severity.ERROR,
    kind="assist",
    harm=Harm.MISLEADS,
    why="a group that is larger than its study was mistyped, or comes from another study",
)
def more_than_studied(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """The groups of a row are no more people together than its line on people counts.

    Not where the figures come from different studies, or where people are in more than one group.
    """
    for path, outcome in outcomes_of(aid):
        studied = people_studied(outcome, aid)
        people = outcome.people
        if studied is None or not isinstance(people, Words) or _IN_SEVERAL.search(people.text):
            continue
        groups = [(number, size) for number, cell in enumerate(outcome.cells)
                  if (size := _group_of(cell.figure))]  # fmt: skip
        together = sum(size for _number, size in groups)
        if together > studied and not outcome.groups_from_different_studies:
            yield Finding(
                (*path, "cells", groups[-1][0]),
                f"the groups of '{outcome.label}' are {together:,} people together, and 'People:' "
                f"counts {studied:,}",
                "compare the groups and the line 'People:' with the source; that line counts all who "
                "were studied, and where the source says that they were in more than one group, so "
                "does the line: '..., who had each in turn'",
                also=((*path, "people"), *((*path, "cells", number) for number, _ in groups[:-1])),
            )


def _group_of(figure: Figure | None) -> int:
    """Return how many people stand behind a figure, 0 where it does not say."""
    match figure:
        case Counted(of=size):
            return size
        case Score(people=int() as size) | Events(people=int() as size):
            return size
        case _:
            return 0


RULES: tuple[Rule, ...] = (more_than_studied,)
