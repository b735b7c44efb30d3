"""What holds of every page that is made here, and a few things that are looked up in the aid.

Layer 3. Each fact is an answer to an item for which no rule can find a fault. ``tests/quality/test_facts.py``
holds those of every page to be true on real pages.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from decisionaid.model.aid import Aid
from decisionaid.model.figure import Counted, FewerThan, Frequency
from decisionaid.model.quality import Verdict
from decisionaid.model.sections import CellWords, CompareRow, CompareSection
from decisionaid.rules.reading_level import AIMED_AGE, ReadingLevel, aimed_age


class Fact(NamedTuple):
    """What is known of one thing."""

    verdict: Verdict
    words: str


_SHARES: Final = (Frequency, Counted, FewerThan)

Known = Callable[[Aid, ReadingLevel], Fact]


def _always(words: str) -> Known:
    """Return what holds of every page, whatever the author wrote."""
    return lambda _aid, _level: Fact("met", words)


def _experience(aid: Aid, _: ReadingLevel) -> Fact:
    rows = [
        row
        for section in aid.of(CompareSection)
        for row in section.rows
        if row.kind == "experience"
    ]
    if not rows:
        return Fact(
            "not-met", "No row of the comparison tells what it is like to live with an option."
        )
    offered = {option.id: option.name for option in aid.options if option.offered}
    silent = [name for id_, name in offered.items() if not any(_tells(row, id_) for row in rows)]
    if not silent:
        return Fact("met", "The comparison tells what it is like to live with each option.")
    if len(silent) == len(offered):
        return Fact(
            "not-met", "The comparison asks what it is like, and says of no option what was found."
        )
    return Fact("partly", f"The comparison does not say what it is like with: {', '.join(silent)}.")


def _tells(row: CompareRow, option: str) -> bool:
    return any(cell.option == option and isinstance(cell.content, CellWords) for cell in row.cells)


def _chances(aid: Aid, _: ReadingLevel) -> Fact:
    shares = [
        sum(isinstance(cell.figure, _SHARES) for cell in outcome.cells) for outcome in aid.outcomes
    ]
    if any(options > 1 for options in shares):
        return Fact("met", "Outcomes are given as how many of how many people, side by side.")
    if any(shares):
        words = "No outcome is given as how many of how many people for two options."
        return Fact("partly", words)
    return Fact("not-met", "No outcome is given as how many of how many people.")


def _delivery(aid: Aid, _: ReadingLevel) -> Fact:
    if aid.delivery is None:
        return Fact("not-met", "The head does not say if people are to go through it on their own.")
    how = "on their own" if aid.delivery == "self" else "together with a health professional"
    words = f"It is made for people to go through {how}. A study has to say who gave it to them, and when."
    return Fact("partly", words)


def _reading_level(_: Aid, level: ReadingLevel) -> Fact:
    if level.state == "assessed":
        return Fact("met", "It was worked out, and stands on this page.")
    if level.state == "too-short":
        return Fact("needs-a-person", "The text is too short for the formulas.")
    return Fact("needs-a-person", "The formulas were made for English.")


PLAIN_EASE: Final = 90
"""Flesch ease from which Scotland's auditors may see a reading age of 11: their published verdicts call
an ease of 81 an age of 12 to 13, and one of 71 an age of 14 to 15."""


def _plain_enough(aid: Aid, level: ReadingLevel) -> Fact:
    score = level.whole.score if level.whole else None
    aim = aimed_age(aid)
    if score is None:
        return Fact("needs-a-person", "There is no score.")
    if score.is_above(aim):
        words = f"It reads at about age {round(score.age)}, and what is asked is {aim} or below."
        return Fact("not-met", words)
    if aim == AIMED_AGE and score.ease < PLAIN_EASE:
        words = (
            f"Its Flesch ease is {round(score.ease)}. By another formula an ease below {PLAIN_EASE} is "
            f"called an age above {aim}, so auditors may not agree."
        )
        return Fact("needs-a-person", words)
    return Fact("met", "Its reading age was worked out, and is no higher than what is asked.")


FACTS: Final[Mapping[str, Known]] = MappingProxyType(
    {
        "supports": _always(
            "The first step says that the aid supports the talk and recommends no option."
        ),
        "same-rows": _always("One table asks the same of every option, in the same order."),
        "same-look": _always("All options have the same parts, letters and colours."),
        "both-ways": _always(
            "Each share of people is said both ways: who has it and who does not."
        ),
        "three-ways": _always(
            "Each share of people is shown as a number and in words, and as a picture unless it is too small to draw."
        ),
        "own-words": _always("A person can add in their own words what matters to them."),
        "who-decides": _always(
            "The page asks who decides, and if the person has the support they need."
        ),
        "steps": _always("The page leads through the decision in ordered steps."),
        "summary": _always(
            "The page makes a summary to print, and a person can add questions of their own."
        ),
        "without-script": _always("The page can be read without script, and printed."),
        "papers": _always("There is a page on screen, one in large print, and one sheet of paper."),
        "paragraph": _always(
            "The command 'decisionaid report --sundae' writes it from the source."
        ),
        "experience": _experience,
        "chances": _chances,
        "reading-level": _reading_level,
        "delivery": _delivery,
        "plain-enough": _plain_enough,
    }
)
"""Every fact by the name that ``standards.yaml`` gives it."""
