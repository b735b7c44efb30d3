"""What a cell of an outcome may say, one class for each line of the cell grammar.

Layer 1. Numbers are kept as they were printed (``Decimal``); what is shown is computed later.
Not known, not found, not applicable and zero are four different things, so they are four classes.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from decisionaid.model.base import Part


class Frequency(Part):
    """``111 in 1000 (90 to 137)``: n of every ``of`` people, with a 95 % interval on the same ``of``.

    ``19 in 100 of the cancers found``: of another whole than the people, in the author's words.
    """

    kind: Literal["frequency"] = "frequency"
    n: Decimal
    of: int
    low: Decimal | None = None
    high: Decimal | None = None
    whole: str | None = None


class Counted(Part):
    """``62 of 78``: people counted in one group; groups of a row may differ in size.

    ``62 of 78 of the cancers found``: of another whole than the people.
    """

    kind: Literal["counted"] = "counted"
    n: int
    of: int
    whole: str | None = None


class FewerThan(Part):
    """``fewer than 1 in 1000``: an upper bound, never shown as zero."""

    kind: Literal["fewer-than"] = "fewer-than"
    n: Decimal
    of: int


class Rate(Part):
    """``1.6 in 100 each year``: events for every ``of`` people a year, not a share of people.

    ``1.6 people in 100 each year``: first events, so each person is counted once; still no share.
    """

    kind: Literal["rate"] = "rate"
    counts: Literal["events", "people"] = "events"
    n: Decimal
    of: int
    low: Decimal | None = None
    high: Decimal | None = None


class Events(Part):
    """``24 events in 50 people``: events, of which one person may have several; ``people`` None when not printed."""

    kind: Literal["events"] = "events"
    events: int
    people: int | None = None


class Score(Part):
    """``32.7 points (29.8 to 35.6)``: a mean on the outcome's scale; ``people`` is the size of the group."""

    kind: Literal["score"] = "score"
    points: Decimal
    low: Decimal | None = None
    high: Decimal | None = None
    sd: Decimal | None = None
    people: int | None = None


class Change(Part):
    """``16.0 points better``: a mean change since the start, in the direction the word says."""

    kind: Literal["change"] = "change"
    points: Decimal
    word: Literal["better", "worse"]
    low: Decimal | None = None
    high: Decimal | None = None


class Bound(Part):
    """One end of the interval of a difference, with its own word."""

    amount: Decimal
    word: Literal["lower", "higher", "fewer", "more"]


class DifferenceFrom(Part):
    """``12 points lower (15 lower to 10 lower)``, ``20 fewer in 1000``: from the option whose cell is ``reference``.

    ``of`` is None for points; ``low`` and ``high`` are the ends as printed.
    """

    kind: Literal["difference-from"] = "difference-from"
    amount: Decimal
    word: Literal["lower", "higher", "fewer", "more"]
    of: int | None = None
    low: Bound | None = None
    high: Bound | None = None


class Spread(Part):
    """``10 to 34 in 100 across studies``: a range over studies or years, not an interval.

    ``as printed``: the source prints a range and does not say of what.
    ``word`` is None for a share of people, or says that the range is of differences.
    """

    kind: Literal["spread"] = "spread"
    low: Decimal
    high: Decimal
    of: int
    across: Literal["studies", "years", "not-said"]
    word: Literal["fewer", "more"] | None = None

    @property
    def behind(self) -> str:
        """What an author writes behind the range."""
        return "as printed" if self.across == "not-said" else f"across {self.across}"


Share = Literal[
    "half", "one-third", "two-thirds", "one-quarter", "three-quarters", "one-fifth", "two-fifths",
    "three-fifths", "four-fifths", "one-tenth", "three-tenths", "seven-tenths", "nine-tenths",
]  # fmt: skip


class ShareInWords(Part):
    """``two-thirds``, ``more than half``: a share of people that a source says in words, without a number."""

    kind: Literal["share-in-words"] = "share-in-words"
    share: Share
    word: Literal["about", "almost", "fewer than", "more than"] | None = None


class NoDifferenceShown(Part):
    """``no difference shown: reason``: measured, but no figures were printed."""

    kind: Literal["no-difference-shown"] = "no-difference-shown"
    reason: str


class ReferenceCell(Part):
    """``reference``: what the differences of the row are measured from."""

    kind: Literal["reference"] = "reference"


class NotKnown(Part):
    """``not known: reason``: nobody measured it."""

    kind: Literal["not-known"] = "not-known"
    reason: str


class NotFound(Part):
    """``not found: reason``: it may exist, the author has not got it."""

    kind: Literal["not-found"] = "not-found"
    reason: str


class NotApplicable(Part):
    """``not applicable: reason``: it cannot happen under this option."""

    kind: Literal["not-applicable"] = "not-applicable"
    reason: str


class NotInStudy(Part):
    """``not in this study``: the study of the row had no group with this option; it claims nothing more."""

    kind: Literal["not-in-study"] = "not-in-study"


class OutOfDate(Part):
    """Stands in place of a figure of an aid that has ended; no author writes it, see ``model.ended``."""

    kind: Literal["out-of-date"] = "out-of-date"


class InWords(Part):
    """Words in place of a figure; only for outcomes that are ``.about-the-study``."""

    kind: Literal["in-words"] = "in-words"
    text: str


Figure = Annotated[
    Frequency
    | Counted
    | FewerThan
    | Rate
    | Events
    | Score
    | Change
    | DifferenceFrom
    | Spread
    | ShareInWords
    | NoDifferenceShown
    | ReferenceCell
    | NotKnown
    | NotFound
    | NotApplicable
    | NotInStudy
    | OutOfDate
    | InWords,
    Field(discriminator="kind"),
]

NUMERIC = (
    Frequency, Counted, FewerThan, Rate, Events, Score, Change, DifferenceFrom, Spread, ShareInWords,
)  # fmt: skip
"""The kinds of figure that hold a number."""

TO_FIND_OUT = (NotKnown, NotFound)
"""Nobody can say it now: nobody measured it, or the author has not got it."""

CANNOT_HAPPEN = (NotApplicable, NotInStudy)
"""Nobody says that it happens with this option: it cannot, or no group of the study had it."""

UNMEASURED = (NotKnown, *CANNOT_HAPPEN)
"""The study of the row has no number for this option, and none can be looked up there."""

WITHOUT_MEASURE = (*UNMEASURED, NotFound, ReferenceCell)
"""What makes no row of evidence by itself: a row of these alone measures nothing that can be shown."""


def is_difference(figure: object) -> bool:
    """Return whether a figure says how far an option is from the ``reference`` of its row."""
    return isinstance(figure, DifferenceFrom) or (
        isinstance(figure, Spread) and figure.word is not None
    )


def is_own(figure: object) -> bool:
    """Return whether a figure is a number of its option alone, and no difference from another."""
    return isinstance(figure, NUMERIC) and not is_difference(figure)


def is_in_points(figure: object) -> bool:
    """Return whether a figure, or a published difference, is in points of a scale."""
    return isinstance(figure, Score | Change) or getattr(figure, "of", 0) is None
