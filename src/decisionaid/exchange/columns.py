"""The columns of a table of outcomes: their titles, widths, and what a person writes into them.

Layer 2. A column is known by its title, so columns may be moved; one that is left out leaves what
the aid says alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

ALL: Final = "(all)"
"""Stands in the column of ids for the fields that hold for a whole section."""

DIRECTIONS: Final = ("good", "bad", "neutral", "about-the-study")
CERTAINTIES: Final = ("high", "moderate", "low", "very low", "not graded: ")
OTHERS: Final = "others"
YES: Final = "yes"

FIELDS: Final = (
    "Source", "Time", "People", "Count", "Fit", "Certainty", "Said as", "Difference", "Groups",
    "Scale", "Matters from", "Note", "Chosen",
)  # fmt: skip
"""The fields of an outcome, in the order in which they are written into an aid."""

REPEATED: Final = "Difference"
"""The one field that may stand several times: one line of its cell for each."""

SECTION, ID, LABEL, OPTION, FIGURE = "Section", "Outcome id", "Outcome", "Option", "Figure"
DIRECTION, SERIES, ESTIMATE, STRATUM = "Direction", "Series", "Estimate of", "Stratum"
MORE, SENSITIVE, MADE_FROM = "More", "Sensitive", "Made from"

KEYS: Final = (ID, OPTION, FIGURE)
"""These stand on every row; the others on the first row of their outcome."""

BRACES: Final = (DIRECTION, SERIES, ESTIMATE, STRATUM, MORE, SENSITIVE)
"""What an outcome has in the braces behind its name."""


@dataclass(frozen=True)
class Column:
    """One column: its title, its width in characters, and what it is for."""

    title: str
    width: int
    words: str


@dataclass(frozen=True)
class Choices:
    """The ids that an aid knows, for the drop-downs and for checking a table."""

    options: tuple[str, ...]
    sections: tuple[str, ...]
    sources: tuple[str, ...] = ()
    strata: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = field(default=())

    def of(self, title: str) -> tuple[str, ...]:
        """Return what a drop-down offers in a column, or nothing."""
        offered: Mapping[str, Sequence[str]] = {
            OPTION: (*self.options, OTHERS),
            SECTION: self.sections,
            DIRECTION: DIRECTIONS,
            STRATUM: self.strata,
            MORE: (YES,),
            SENSITIVE: (YES,),
            "Source": self.sources,
            "Certainty": CERTAINTIES,
            "Groups": ("from different studies",),
            ESTIMATE: self.outcomes,
        }
        return tuple(offered.get(title, ()))


CLOSED: Final = (OPTION, SECTION, DIRECTION, STRATUM, MORE, SENSITIVE)
"""Columns in which nothing but an offered value can stand."""

COLUMNS: Final = (
    Column(
        SECTION, 24, "The heading that the outcome stands under. It must be in the aid already."
    ),
    Column(ID, 22, f"The id of the outcome, on every row. '{ALL}' is for the whole section."),
    Column(LABEL, 30, "The name of the outcome, as people read it."),
    Column(OPTION, 18, "The id of an option, or 'others' for all options without a row."),
    Column(
        FIGURE,
        34,
        "The figure as its source printed it: '111 in 1000 (90 to 137)', '62 of 78', "
        "'12.5 points', 'not known: reason'.",
    ),
    Column("Time", 16, "When it was measured: '3 days', '2 to 3 days', 'at: while on treatment'."),
    Column("People", 26, "Who was studied, or 'not known: reason'."),
    Column("Source", 20, "The id of a source, or several with commas."),
    Column("Certainty", 18, "How sure: high, moderate, low, very low, or 'not graded: reason'."),
    Column(
        "Difference",
        34,
        "What the source compared: 'new against usual: risk ratio 0.50 (0.30 to 0.80)', "
        "'tablets against as-now: differ: P = ...', 'groups differ: P < ...', "
        "'not clear: reason', 'not found: reason' or 'not reported'. One line for each.",
    ),
    Column("Said as", 26, "What happens / what does not: 'have pain / have no pain'."),
    Column(DIRECTION, 12, "good, bad, neutral or about-the-study."),
    Column(SERIES, 12, "One word for the same thing at several times."),
    Column(ESTIMATE, 16, "The id of the outcome that another source estimates too."),
    Column(STRATUM, 12, "The id of a group of readers."),
    Column("Scale", 24, "The scale of scores: 'pain, 0 to 100, lower is better'."),
    Column("Matters from", 18, "The smallest difference that people notice: '12 points'."),
    Column("Count", 16, "What is counted if it is not people: 'tooth, teeth'."),
    Column("Groups", 16, "'from different studies', when the figures were not compared."),
    Column("Fit", 26, "How these people differ from the reader."),
    Column("Note", 30, "One sentence for the reader."),
    Column("Chosen", 20, "Why this printing of a study was chosen over another."),
    Column(MORE, 8, "'yes' when it stands behind the key outcomes."),
    Column(SENSITIVE, 10, "'yes' when a person may prefer not to answer."),
    Column(MADE_FROM, 18, "Leave it alone: it tells whether the aid has changed since."),
)
TITLES: Final = tuple(column.title for column in COLUMNS)
