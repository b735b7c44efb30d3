"""The guide that goes out with a workbook, in plain words.

Layer 2. Its examples are made up and say so.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from decisionaid.exchange.columns import ALL, COLUMNS
from decisionaid.model.shares import DENOMINATORS_IN_WORDS

_OPENING: Final = (
    ("What this is", "The outcomes of one decision aid. Change them on the sheet 'Outcomes'."),
    (
        "",
        "Nothing changes in the aid until somebody imports the sheet and has seen the difference.",
    ),
    ("Rows", "An outcome has one row for each option that has a figure."),
    ("", "Its id stands on every row. All else about it stands on its first row, once."),
    ("", f"A row '{ALL}' holds what is the same for all outcomes of a section."),
    ("", "What is blank on an outcome's first row comes from the row '(all)' or from its source."),
    ("", "To add an outcome, write rows with a new id. To take one out, delete its rows."),
    (
        "Figures",
        "Write a figure as its source printed it. Do not work it out, and use no formulas.",
    ),
    ("", "Not known is not zero: write 'not known: ' and the reason. Do not leave a figure blank."),
    ("", "The figures below are made up, to show the form."),
)

_FIGURES: Final = (
    ("111 in 1000 (90 to 137)", f"So many of {DENOMINATORS_IN_WORDS} people, with its interval."),
    ("62 of 78", "People who were counted in a group."),
    ("fewer than 1 in 1000", "A bound. It is never shown as zero."),
    ("1.6 in 100 each year", "A rate for each year."),
    ("24 events in 50 people", "Events, when one person may have several."),
    ("12.5 points (10.0 to 15.0)", "A mean score. The column 'Scale' says of what."),
    ("4.0 points better", "A mean change since the start."),
    ("6 points lower (9 lower to 3 lower)", "A difference from the option that says 'reference'."),
    ("20 fewer in 1000", "The same for people."),
    ("10 to 30 in 100 across studies", "A range over studies. It is not an interval."),
    ("reference", "What the differences of the outcome are measured from."),
    ("no difference shown: reason", "It was measured, but no figures were printed."),
    ("not known: reason", "Nobody measured it."),
    ("not found: reason", "It may exist, but we have not got it."),
    ("not applicable: reason", "It cannot happen with this option."),
)


def guide_rows() -> Iterator[tuple[str, str]]:
    """Yield the rows of the guide, each with a word in front and a sentence."""
    yield from _OPENING
    yield from _FIGURES
    yield (
        "Columns",
        "Their order does not matter. A column that is taken out leaves the aid alone.",
    )
    for column in COLUMNS:
        yield column.title, column.words
