"""What an outcome is: something measured, with its time, people, source and certainty.

Layer 1. A field that an author must write but may have left out is ``None`` here;
the rules refuse it (DA301 to DA308, DA501), so a page that shows it is a draft.
Longer than 300 lines: an outcome and the comparisons that it holds are one thing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Annotated, Final, Literal

from pydantic import Field

from decisionaid.model.base import Id, Part
from decisionaid.model.figure import (
    NUMERIC,
    Figure,
    NotFound,
    NotKnown,
    OutOfDate,
    is_in_points,
    is_own,
)

Unit = Literal["minutes", "hours", "days", "weeks", "months", "years"]
Direction = Literal["good", "bad", "neutral", "about-the-study"]
Level = Literal["high", "moderate", "low", "very-low", "not-graded"]


class TimePoint(Part):
    """``12 months`` or ``2 to 3 days``; ``high`` is None for a single time."""

    kind: Literal["time"] = "time"
    low: Decimal
    high: Decimal | None = None
    unit: Unit


class Lifetime(Part):
    """``lifetime``: over a whole life."""

    kind: Literal["lifetime"] = "lifetime"


class AtWords(Part):
    """``at: while on treatment``: where no number is apt."""

    kind: Literal["at"] = "at"
    words: str


Time = Annotated[TimePoint | Lifetime | AtWords | NotKnown, Field(discriminator="kind")]


class Words(Part):
    """Something said in words."""

    kind: Literal["words"] = "words"
    text: str


People = Annotated[Words | NotKnown, Field(discriminator="kind")]


class Certainty(Part):
    """How sure the reviewers are (GRADE level), or ``not-graded`` with the reason.

    ``reason`` None: none was given, which only a graded level allows.
    """

    kind: Literal["certainty"] = "certainty"
    level: Level
    reason: str | None = None


HowCertain = Annotated[Certainty | NotKnown, Field(discriminator="kind")]


class Cited(Part):
    """Ids of the sources, in the author's order."""

    kind: Literal["cited"] = "cited"
    ids: tuple[str, ...]


Sources = Annotated[Cited | NotKnown, Field(discriminator="kind")]


class SaidAs(Part):
    """Verb phrases after "159 of 1,000 children": what happens, and what happens otherwise."""

    happens: str
    otherwise: str


class PublishedRatio(Part):
    """``now against watch: risk ratio 0.70 (0.57 to 0.86)``, as published; never recomputed."""

    kind: Literal["ratio"] = "ratio"
    option: str
    against: str
    measure: Literal["risk ratio", "odds ratio", "hazard ratio", "rate ratio"]
    value: Decimal
    low: Decimal | None = None
    high: Decimal | None = None
    adjusted: bool = False


DifferenceWord = Literal["lower", "higher", "fewer", "more", "better", "worse"]

OPPOSITE: Final[Mapping[DifferenceWord, DifferenceWord]] = MappingProxyType(
    {
        "fewer": "more",
        "more": "fewer",
        "lower": "higher",
        "higher": "lower",
        "better": "worse",
        "worse": "better",
    }
)
"""The other direction of a difference."""


class PublishedDifference(Part):
    """``now against watch: 48 fewer in 1000 (...)`` or ``18.8 points higher (...)``, as published.

    ``word`` is the direction of ``amount``; ends of the interval carry their own sign
    relative to that word: negative means the opposite direction.
    ``of`` is None for points.
    """

    kind: Literal["difference"] = "difference"
    option: str
    against: str
    amount: Decimal
    word: DifferenceWord
    of: int | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    adjusted: bool = False


class NotClear(Part):
    """``not clear: reason``: compared, but the source does not let a difference be stated."""

    kind: Literal["not-clear"] = "not-clear"
    reason: str


class NotReported(Part):
    """``not reported``: the whole source was read, and it prints no comparison."""

    kind: Literal["not-reported"] = "not-reported"


class Differ(Part):
    """``now against watch: differ: P = 0.003``: by more than chance explains, and not by how much.

    ``groups differ: P < 0.001`` is of all groups together: ``option`` and ``against`` are None.
    ``reason`` is what the source prints; None: it prints no more.
    """

    kind: Literal["differ"] = "differ"
    option: str | None = None
    against: str | None = None
    reason: str | None = None


Comparison = Annotated[
    PublishedRatio | PublishedDifference | Differ | NotClear | NotReported | NotFound,
    Field(discriminator="kind"),
]
"""``NotFound``: the source may compare the options, and the author has not seen that it does."""

Printed = PublishedRatio | PublishedDifference
"""A comparison with a number."""

Found = Printed | Differ
"""A comparison in which the source found something, with or without a number."""


class Scale(Part):
    """``WOMAC, 0 to 240, lower is better``."""

    name: str
    low: Decimal
    high: Decimal
    better: Literal["lower", "higher"]


class MattersFrom(Part):
    """``12 points``: the smallest difference that people notice."""

    kind: Literal["matters-from"] = "matters-from"
    points: Decimal


SmallestThatMatters = Annotated[MattersFrom | NotKnown, Field(discriminator="kind")]


class Cell(Part):
    """One option's figure for one outcome; ``figure`` None: it could not be read, and a diagnostic says so."""

    option: str
    figure: Figure | None


class Outcome(Part):
    """One thing measured, at one time, in one group of people, from one set of sources."""

    id: Id
    label: str
    direction: Direction
    time: Time | None = None
    people: People | None = None
    count: tuple[str, str] | None = None
    """What is counted if not the aid's people: (one, many), such as ("cancer", "cancers").

    The first is empty where only a cell says it, as in ``19 in 100 of the cancers found``.
    """
    fit: str | None = None
    """One sentence on how these people differ from the reader."""
    sources: Sources | None = None
    certainty: HowCertain | None = None
    said_as: SaidAs | None = None
    comparisons: tuple[Comparison, ...] = ()
    groups_from_different_studies: bool = False
    scale: Scale | None = None
    matters_from: SmallestThatMatters | None = None
    note: str | None = None
    chosen: str | None = None
    """Why this printing of a study was chosen over another (``version-of``)."""
    series: str | None = None
    estimate_of: str | None = None
    stratum: str | None = None
    more: bool = False
    sensitive: bool = False
    grid: bool = False
    """Marked for the one-page grid, see ``model.grid``."""
    cells: tuple[Cell, ...] = ()
    """One cell for each option (``others`` already spread out), in the aid's option order, then comparators."""

    @property
    def out_of_date(self) -> bool:
        """Whether its figures are withdrawn, see ``model.ended``."""
        return bool(self.cells) and isinstance(self.cells[0].figure, OutOfDate)

    def cell(self, option: str) -> Cell | None:
        """Return the cell of an option, or None when the row has none for it."""
        return next((cell for cell in self.cells if cell.option == option), None)

    def figure(self, option: str | None) -> Figure | None:
        """Return what the row says of an option; None: nothing, or nothing that could be read."""
        return next((cell.figure for cell in self.cells if cell.option == option), None)

    @property
    def figures(self) -> tuple[Figure | None, ...]:
        """What the row says, cell by cell."""
        return tuple(cell.figure for cell in self.cells)

    @property
    def with_numbers(self) -> tuple[str, ...]:
        """The options of which the row has a number."""
        return tuple(cell.option for cell in self.cells if isinstance(cell.figure, NUMERIC))

    @property
    def with_own_figures(self) -> tuple[str, ...]:
        """The options of which the row has a number that is no difference from another."""
        return tuple(cell.option for cell in self.cells if is_own(cell.figure))

    @property
    def is_in_points(self) -> bool:
        """Whether a figure of an option is in points of a scale."""
        return any(map(is_in_points, self.figures))

    @property
    def is_readable(self) -> bool:
        """Whether every cell could be read; one that could not has a diagnostic of its own."""
        return None not in self.figures


def is_said_by_label(outcome: Outcome) -> bool:
    """Return whether the label says by itself what happens, and to what if that is not a person.

    It does when every longer word of it stands there, as those of "have a heart attack" in "Heart attack",
    and neither of the two turns it round: below "Fewer headaches", "20 of 100" would be read as of those
    who have fewer.
    """
    counted = next(filter(None, outcome.count or ()), "")
    if counted.casefold() not in outcome.label.casefold():
        return False
    if outcome.said_as is None:
        return True
    longer = [each for each in outcome.said_as.happens.casefold().split() if len(each) >= _LONGER]
    label = outcome.label.casefold()
    alike = _turned(outcome.label) == _turned(outcome.said_as.happens)
    return alike and bool(longer) and all(each in label for each in longer)


def _turned(words: str) -> bool:
    """Return whether words say that something does not happen, or happens less."""
    return any(
        each.startswith(_TURNING) or each in _NONE for each in _WORD.findall(words.casefold())
    )


_WORD: Final = re.compile(r"\w+")
_NONE: Final = frozenset(
    {"no", "non", "not", "none", "nobody", "never", "neither", "nor", "free", "cannot"}
)
_TURNING: Final = (
    "without",
    "fewer",
    "less",
    "avoid",
    "prevent",
    "escap",
    "spar",
    "reduc",
    "lower",
    "stop",
    "gone",
)
"""Words, and how words begin, that turn round what is named beside them; other languages are drafts so far."""
_LONGER: Final = 5
"""Letters of a word that says what a row is about; "have" and "say" do not."""


def is_clear(comparison: PublishedRatio | PublishedDifference) -> bool:
    """Return whether the whole interval lies on one side of no difference; False without an interval."""
    none = Decimal(1) if isinstance(comparison, PublishedRatio) else Decimal(0)
    if comparison.low is None or comparison.high is None:
        return False
    return (comparison.low - none) * (comparison.high - none) > 0
