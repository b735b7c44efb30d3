"""Walk an aid with the path of each part, and name parts in messages.

Layer 2, shared by the rules. A path is what ``SpanMap`` looks up to find file, line and column.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeVar

from decisionaid.model.aid import Aid
from decisionaid.model.base import Part
from decisionaid.model.figure import Figure, NotApplicable
from decisionaid.model.outcome import AtWords as AtTime
from decisionaid.model.outcome import Comparison, Found, Lifetime, Outcome, Printed, Time, TimePoint
from decisionaid.model.sections import (
    CompareRow,
    CompareSection,
    KnowledgeCheck,
    KnowledgeSection,
    Option,
    OutcomesSection,
    TestSection,
    ValuesQuestion,
    ValuesSection,
)
from decisionaid.text import Path

S = TypeVar("S", bound=Part)
Q = TypeVar("Q", bound=Part)

NOTHING_NEW = ("as-now", "wait", "none")
"""The kinds of option that are ways of doing nothing new."""


NUMBERS_UPDATE = (
    "IPDAS evidence update on numbers, Medical Decision Making 2021, volume 41 number 7"
)
"""The basis of the rules on how numbers are put."""


def sections_of(aid: Aid, kind: type[S]) -> Iterator[tuple[Path, S]]:
    """Yield the sections of one class with their paths."""
    for index, section in enumerate(aid.sections):
        if type(section) is kind:  # quicker than `isinstance` to say no, as in `Aid.of`
            yield ("sections", index), section


def outcomes_of(aid: Aid) -> Iterator[tuple[Path, Outcome]]:
    """Yield every outcome with its path."""
    for path, section in sections_of(aid, OutcomesSection):
        for index, outcome in enumerate(section.outcomes):
            yield (*path, "outcomes", index), outcome


def readable_outcomes_of(aid: Aid) -> Iterator[tuple[Path, Outcome]]:
    """Yield the outcomes of which every cell could be read, for rules that look across a row.

    A cell that is empty or unreadable has a diagnostic of its own, and one fault is told once.
    """
    return ((path, outcome) for path, outcome in outcomes_of(aid) if outcome.is_readable)


def figures_of(aid: Aid) -> Iterator[tuple[Path, Outcome, Figure]]:
    """Yield what each cell of an outcome says, with its path and its outcome; what could not be read is left out."""
    for path, outcome in outcomes_of(aid):
        for number, cell in enumerate(outcome.cells):
            if cell.figure is not None:
                yield (*path, "cells", number), outcome, cell.figure


def comparisons_of(aid: Aid) -> Iterator[tuple[Path, Outcome, Comparison]]:
    """Yield every comparison with its path and its outcome."""
    for path, outcome in outcomes_of(aid):
        for number, comparison in enumerate(outcome.comparisons):
            yield (*path, "comparisons", number), outcome, comparison


def found_of(aid: Aid) -> Iterator[tuple[Path, Outcome, Found]]:
    """Yield the comparisons in which a source found something."""
    return ((at, row, each) for at, row, each in comparisons_of(aid) if isinstance(each, Found))


def printed_of(aid: Aid) -> Iterator[tuple[Path, Outcome, Printed]]:
    """Yield the comparisons with a number."""
    return ((at, row, each) for at, row, each in comparisons_of(aid) if isinstance(each, Printed))


def rows_of(aid: Aid) -> Iterator[tuple[Path, CompareRow]]:
    """Yield every row of words that compares the options, with its path."""
    for path, section in sections_of(aid, CompareSection):
        for number, row in enumerate(section.rows):
            yield (*path, "rows", number), row


def questions_of(aid: Aid) -> Iterator[tuple[Path, ValuesQuestion]]:
    """Yield every question on what matters, with its path."""
    for path, section in sections_of(aid, ValuesSection):
        for number, question in enumerate(section.questions):
            yield (*path, "questions", number), question


def questions_of_kind(aid: Aid, kind: type[Q]) -> Iterator[tuple[Path, Q]]:
    """Yield the questions of one kind on what matters, with their path."""
    return ((path, each) for path, each in questions_of(aid) if isinstance(each, kind))


def checks_of(aid: Aid) -> Iterator[tuple[Path, KnowledgeCheck]]:
    """Yield every fact to check, with its path."""
    for path, section in sections_of(aid, KnowledgeSection):
        for number, check in enumerate(section.checks):
            yield (*path, "checks", number), check


def measured_of(aid: Aid) -> Iterator[tuple[Path, Outcome | TestSection, str]]:
    """Yield whatever holds figures, outcomes and tests, with its path and its words."""
    for path, outcome in outcomes_of(aid):
        yield path, outcome, outcome.label
    for path, test in sections_of(aid, TestSection):
        yield path, test, test.heading


def options_with_paths(aid: Aid) -> Iterator[tuple[Path, Option]]:
    """Yield every option, comparators among them, with its path."""
    for index, section in enumerate(aid.sections):
        if section.role == "options":
            for number, option in enumerate(section.options):
                yield ("sections", index, "options", number), option


def offered_of(aid: Aid) -> Iterator[tuple[Path, Option]]:
    """Yield every option that is offered, with its path."""
    return ((path, option) for path, option in options_with_paths(aid) if option.offered)


def lacks_natural_course(aid: Aid, option: Option) -> bool:
    """Whether an option of doing nothing new has "not applicable" in every outcome, of which there are some.

    A cell that is missing or cannot be read does not count: it has a diagnostic of its own.
    """
    figures = [outcome.figure(option.id) for outcome in aid.outcomes]
    says_nothing = bool(figures) and all(isinstance(each, NotApplicable) for each in figures)
    return says_nothing and option.kind in NOTHING_NEW


def quoted(words: Iterable[str]) -> str:
    """Join words for a message: ``'a', 'b' and 'c'``."""
    each = [f"'{word}'" for word in words]
    return " and ".join([", ".join(each[:-1]), each[-1]] if len(each) > 1 else each)


NAMED: Final = 3
"""So many of several outcomes are named in one message; the others are counted."""


def one_of_these(words: Sequence[str]) -> str:
    """Name things to choose from: all of a few, or the first and how many more there are."""
    more = len(words) - NAMED
    few = quoted(words[:NAMED])
    return few if more <= 0 else f"{few} (and {more} more, which are not listed here)"


def time_words(time: Time | None) -> str:
    """Return a time as an author writes it, for messages."""
    match time:
        case TimePoint(low=low, high=None, unit=unit):
            return f"{low} {unit if low != 1 else unit.removesuffix('s')}"
        case TimePoint(low=low, high=high, unit=unit):
            return f"{low} to {high} {unit}"
        case Lifetime():
            return "lifetime"
        case AtTime(words=words):
            return f"at: {words}"
        case _:
            return "no time"


def is_english(aid: Aid) -> bool:
    """Whether the aid is in English, of any country."""
    return aid.language.lower().split("-")[0] == "en"


def is_published(aid: Aid) -> bool:
    """Whether people are told to rely on the aid."""
    return aid.status == "published"
