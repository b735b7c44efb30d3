"""What holds of every page that is made here, and a few things that are looked up in the aid.

Layer 3. Each fact is an answer to an item for which no rule can find a fault. ``tests/quality/test_facts.py``
holds those of every page to be true on real pages.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from decisionaid.language import Words
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

Known = Callable[[Aid, ReadingLevel, Words], Fact]


def _always(name: str) -> Known:
    """Return what holds of every page, whatever the author wrote, by the name of its message."""
    return lambda _aid, _level, words: Fact("met", words.say(name))


def _experience(aid: Aid, _: ReadingLevel, words: Words) -> Fact:
    rows = [
        row
        for section in aid.of(CompareSection)
        for row in section.rows
        if row.kind == "experience"
    ]
    if not rows:
        return Fact("not-met", words.say("fact_experience_no_row"))
    offered = {option.id: option.name for option in aid.options if option.offered}
    silent = [name for id_, name in offered.items() if not any(_tells(row, id_) for row in rows)]
    if not silent:
        return Fact("met", words.say("fact_experience_each"))
    if len(silent) == len(offered):
        return Fact("not-met", words.say("fact_experience_none"))
    return Fact("partly", words.say("fact_experience_some", options=words.row(silent)))


def _tells(row: CompareRow, option: str) -> bool:
    return any(cell.option == option and isinstance(cell.content, CellWords) for cell in row.cells)


def _chances(aid: Aid, _: ReadingLevel, words: Words) -> Fact:
    shares = [
        sum(isinstance(cell.figure, _SHARES) for cell in outcome.cells) for outcome in aid.outcomes
    ]
    if any(options > 1 for options in shares):
        return Fact("met", words.say("fact_chances_beside"))
    if any(shares):
        return Fact("partly", words.say("fact_chances_one"))
    return Fact("not-met", words.say("fact_chances_none"))


def _delivery(aid: Aid, _: ReadingLevel, words: Words) -> Fact:
    if aid.delivery is None:
        return Fact("not-met", words.say("fact_delivery_unsaid"))
    return Fact("partly", words.say(f"fact_delivery_{aid.delivery}"))


def _reading_level(_: Aid, level: ReadingLevel, words: Words) -> Fact:
    if level.state == "assessed":
        return Fact("met", words.say("fact_reading-level_here"))
    if level.state == "too-short":
        return Fact("needs-a-person", words.say("fact_reading-level_short"))
    return Fact("needs-a-person", words.say("fact_reading-level_english"))


PLAIN_EASE: Final = 90
"""Flesch ease from which Scotland's auditors may see a reading age of 11: their published verdicts call
an ease of 81 an age of 12 to 13, and one of 71 an age of 14 to 15."""


def _plain_enough(aid: Aid, level: ReadingLevel, words: Words) -> Fact:
    score = level.whole.score if level.whole else None
    aim = aimed_age(aid)
    if score is None:
        return Fact("needs-a-person", words.say("fact_plain-enough_unknown"))
    if score.is_above(aim):
        return Fact("not-met", words.say("fact_plain-enough_no", age=round(score.age), aim=aim))
    if aim == AIMED_AGE and score.ease < PLAIN_EASE:
        ease = round(score.ease)
        said = words.say("fact_plain-enough_perhaps", ease=ease, least=PLAIN_EASE, aim=aim)
        return Fact("needs-a-person", said)
    return Fact("met", words.say("fact_plain-enough"))


FACTS: Final[Mapping[str, Known]] = MappingProxyType(
    {
        "supports": _always("fact_supports"),
        "same-rows": _always("fact_same-rows"),
        "same-look": _always("fact_same-look"),
        "both-ways": _always("fact_both-ways"),
        "three-ways": _always("fact_three-ways"),
        "own-words": _always("fact_own-words"),
        "who-decides": _always("fact_who-decides"),
        "steps": _always("fact_steps"),
        "summary": _always("fact_summary"),
        "without-script": _always("fact_without-script"),
        "papers": _always("fact_papers"),
        "paragraph": _always("fact_paragraph"),
        "experience": _experience,
        "chances": _chances,
        "reading-level": _reading_level,
        "delivery": _delivery,
        "plain-enough": _plain_enough,
    }
)
"""Every fact by the name that ``standards.yaml`` gives it."""
