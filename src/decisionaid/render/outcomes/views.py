"""View models of the outcomes: what the page's template is given.

Layer 2. Empty words are not shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """One outcome, ready for the page."""

    id: str
    label: str
    level: int
    about: str
    late: str
    """That a source is past its own review."""
    notes: tuple[str, ...]
    """Behind a disclosure: what the scale means, whom the figures fit, and more."""
    versions: str
    """That two printings of the study differ, and which one was chosen, by its names."""
    figures: Markup
    """One list item for each option that has one."""
    columns: int
    """How many options have a figure; 0: nobody knows any."""
    others: str
    """Why the other options have none, in one line; empty where none has one."""
    others_in_full: tuple[tuple[str, str], ...]
    """Names of options, and the whole sentence that is true of them."""
    legend: str
    warnings: tuple[str, ...]
    """What its figures may not be held against."""
    sure: str
    compared: tuple[str, ...]
    no_one_can_tell: str
    sources: tuple[tuple[str, str], ...]
    """Id and name of each source."""
    source_words: str
    behind: tuple[str, ...]
    """Published comparisons and counts, as printed."""
    words: tuple[tuple[str, str], ...]
    """Option and words, for a row about the study; empty for the others."""


@dataclass(frozen=True, slots=True)
class EstimateView:
    """What one source says of one outcome, in short; ``full`` None: it has a row of its own above."""

    id: str
    label: str
    about: str
    figures: tuple[tuple[str, str, str], ...]
    """Option, words, and the sentence that is read aloud."""
    others: str
    """Why the options without a figure have none; empty where all have one, or none has."""
    warnings: tuple[str, ...]
    sure: str
    full: OutcomeView | None


@dataclass(frozen=True, slots=True)
class SourceView:
    """One source's estimates, its benefits and harms together."""

    sources: tuple[tuple[str, str], ...]
    """Id and name; more than one where an outcome cites several together."""
    source_words: str
    lines: tuple[EstimateView, ...]


@dataclass(frozen=True, slots=True)
class StratumView:
    """A row for one group of readers."""

    id: str
    words: str
    row: OutcomeView


@dataclass(frozen=True, slots=True)
class GroupView:
    """Rows that belong together: a single one, a series, strata, or what each source says."""

    kind: Literal["single", "series", "strata", "estimates"]
    id: str
    heading: str
    level: int
    readers: str = ""
    """Ids of the groups of readers it is for, parted by spaces; empty: for everybody."""
    hint: str = ""
    rows: tuple[OutcomeView, ...] = ()
    later: tuple[OutcomeView, ...] = ()
    """Rows of a series behind a disclosure."""
    later_words: str = ""
    strata: tuple[StratumView, ...] = ()
    sources: tuple[SourceView, ...] = ()


@dataclass(frozen=True, slots=True)
class OutcomeGroups:
    """The groups of one section: those in sight, and those behind a disclosure that names them."""

    open: tuple[GroupView, ...]
    folded: tuple[GroupView, ...] = ()
    about_study: tuple[OutcomeView, ...] = ()
    """Folded too."""
    folded_rows: int = 0
    once: tuple[str, ...] = ()
    """What is true of all its rows, and said before the first."""
    legend: str = ""
    """What one mark of their drawings stands for, where it is the same in all; empty where none of
    those in sight is drawn so."""
    folded_legend: str = ""
    """The same for those behind the disclosure."""
