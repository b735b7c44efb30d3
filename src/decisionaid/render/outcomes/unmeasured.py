"""The options of a row that have no figure: one short line that says why, and the same in full.

Layer 2. Options of which the same is true stand together, in the order of the aid. A row with a
figure says the rest in the line, and in full behind a disclosure. Where no option has a figure the
full sentences stand in the row: what nobody knows weighs no less than what somebody does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from decisionaid.model.figure import (
    Figure,
    NotApplicable,
    NotFound,
    NotInStudy,
    NotKnown,
    OutOfDate,
    ReferenceCell,
)
from decisionaid.model.outcome import Outcome
from decisionaid.render.figures.shown_figure import ShownFigure
from decisionaid.render.words.wording import Naming

WITHOUT: Final[dict[type[object], str]] = {
    NotInStudy: "others_not-in-study",
    NotKnown: "others_not-known",
    NotFound: "others_not-found",
    NotApplicable: "others_not-applicable",
    OutOfDate: "others_out-of-date",
    ReferenceCell: "others_reference",
}
"""What stands where a figure would, and the message that says it of several options."""


def is_without(figure: Figure | None) -> bool:
    """Return whether a cell only says why it has no figure."""
    return type(figure) in WITHOUT


def in_one_line(outcome: Outcome, naming: Naming) -> str:
    """Return why the options without a figure have none; empty where all have one, or none has."""
    say, row = naming.words.say, naming.words.row
    options: dict[type[object], list[str]] = {}
    for cell in outcome.cells:
        if is_without(cell.figure):
            options.setdefault(type(cell.figure), []).append(naming.inside(cell.option))
    count = sum(map(len, options.values()))
    if count in (0, len(outcome.cells)):
        return ""
    said = [
        say(
            WITHOUT[kind],
            options=say("other_options") if len(names) > 1 and len(names) == count else row(names),
        )
        for kind, names in options.items()
    ]
    return naming.words.joined("after_one_another", said)


def in_full(figures: Iterable[ShownFigure], naming: Naming) -> Iterator[tuple[str, str]]:
    """Yield names of options and the whole sentence that is true of them."""
    alike: dict[str, list[str]] = {}
    for figure in figures:
        alike.setdefault(figure.what, []).append(figure.option)
    for sentence, (first, *others) in alike.items():
        names = [naming.name(first), *(naming.inside(each) for each in others)]
        yield naming.words.listed(names), sentence
