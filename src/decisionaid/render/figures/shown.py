"""The one source of every figure's words: what a cell says on the page, in prose and in tables.

Layer 2. A cell becomes a number in large words, what happens, the other frame computed from the
same whole numbers, an interval in words, a drawing where one can be made, and one sentence that
holds all of it for those who listen. People are drawn only where shares of people were printed;
scores, changes, differences, ranges and rates are drawn on a track, events not at all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from decisionaid.model.figure import (
    Change,
    Counted,
    DifferenceFrom,
    Events,
    FewerThan,
    Figure,
    Frequency,
    InWords,
    NoDifferenceShown,
    NotApplicable,
    NotFound,
    NotInStudy,
    NotKnown,
    OutOfDate,
    Rate,
    ReferenceCell,
    Score,
    Spread,
)
from decisionaid.model.outcome import Cell, Outcome
from decisionaid.render.figures import measured, of_people, without_number
from decisionaid.render.figures.drawings import drawing_of, is_of_people
from decisionaid.render.figures.pictures import Pictures
from decisionaid.render.figures.shown_figure import Place, ShownFigure
from decisionaid.render.words.wording import Naming, gap


def shown(
    cell: Cell,
    outcome: Outcome,
    naming: Naming,
    denominator: int,
    beside: Sequence[Outcome] = (),
    pictures: Pictures | None = None,
) -> ShownFigure:
    """Return the words of one cell; ``denominator`` 0 where the row has no shares of people.

    ``beside``: the rows that its drawing is to be compared with. ``pictures``: what is drawn of people
    in its step; None where it stands by itself.
    """
    place = Place(naming, outcome, cell.option, denominator, pictures)
    if cell.figure is None:
        what = gap(naming.words, "figure")
        spoken = place.speaker.labelled(what)
        short = naming.words.say("gap")
        return ShownFigure(cell.option, "gap", short, what, said=what, spoken=spoken)
    figure = _SHOWN[type(cell.figure)](cell.figure, place)
    if pictures and not pictures.tracks and is_of_people(cell.figure):
        return figure
    drawing = drawing_of(cell.figure, outcome, naming.words, beside)
    return figure if drawing is None else replace(figure, drawing=drawing)


_SHOWN: dict[type[Figure], Callable[[Any, Place], ShownFigure]] = {
    Frequency: of_people.frequency,
    Counted: of_people.counted,
    FewerThan: of_people.fewer_than,
    Rate: measured.rate,
    Events: measured.events,
    Score: measured.score,
    Change: measured.change,
    DifferenceFrom: measured.difference,
    Spread: measured.spread,
    NoDifferenceShown: without_number.no_difference,
    ReferenceCell: without_number.reference,
    NotKnown: without_number.not_known,
    NotFound: without_number.not_found,
    NotInStudy: without_number.not_in_study,
    NotApplicable: without_number.not_applicable,
    OutOfDate: without_number.out_of_date,
    InWords: without_number.in_words,
}
