"""Walk an aid with the path of each part, and name parts in messages.

Layer 2, shared by the rules. A path is what ``SpanMap`` looks up to find file, line and column.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeVar

from decisionaid.model.aid import Aid
from decisionaid.model.base import Part
from decisionaid.model.figure import NotApplicable
from decisionaid.model.outcome import AtWords as AtTime
from decisionaid.model.outcome import Lifetime, Outcome, Time, TimePoint
from decisionaid.model.sections import Option, OutcomesSection, TestSection
from decisionaid.text import Path

S = TypeVar("S", bound=Part)

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
    return ((path, outcome) for path, outcome in outcomes_of(aid) if is_readable(outcome))


def is_readable(outcome: Outcome) -> bool:
    """Return whether every cell of an outcome could be read."""
    return all(cell.figure is not None for cell in outcome.cells)


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


def says_nothing(aid: Aid, option: str) -> bool:
    """Whether every outcome calls this option "not applicable"; False when there is no outcome.

    A cell that is missing or cannot be read does not count: it has a diagnostic of its own.
    """
    cells = [outcome.cell(option) for outcome in aid.outcomes]
    return bool(cells) and all(
        cell is not None and isinstance(cell.figure, NotApplicable) for cell in cells
    )


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
