"""Figures with all that they are read with, for a reader who sees them apart from their page.

Layer 2. A row says what was measured, when and in whom, which way is better, how sure that is and
who found it; each figure in it what it counts, and its comparators stand beside it. A figure that
an author named in running words becomes a whole sentence, and its comparators follow.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from decisionaid.model.blocks import main_of
from decisionaid.model.figure import NUMERIC
from decisionaid.model.outcome import Cell, Outcome
from decisionaid.model.prose import Emphasis, FigureName, Inlines, Link, Prose, inlines_of
from decisionaid.model.sections import OutcomesSection
from decisionaid.model.sides import sides_beside
from decisionaid.model.words import FactFigure, FactWords
from decisionaid.render.outcomes.bundles import bundles
from decisionaid.render.outcomes.in_words import Figures
from decisionaid.render.outcomes.printed_comparisons import unsaid_ranges
from decisionaid.render.words.phrases import small, unstopped
from decisionaid.render.words.prose import FigureWords
from decisionaid.render.words.wording import aside, how_sure, scale_line

Side = Literal["good", "bad", "neutral"]


def whole_rows(figures: Figures) -> Iterator[FactWords]:
    """Yield every row."""
    aid = figures.aid
    mains = {row.id: main_of(row, aid).id for row in aid.outcomes}
    for section in aid.of(OutcomesSection):
        measured = [row for row in section.outcomes if row.direction != "about-the-study"]
        for bundle in bundles(measured):
            named = {row.id for row in bundle}
            same = {mains[each] for each in named}
            # A question that names one row of a series, or one of several sources, is about all.
            together = [row.id for row in aid.outcomes if row.id in named or mains[row.id] in same]
            yield from (_whole_row(row, together, figures) for row in bundle)


def in_full(figures: Figures, prose: Prose) -> FigureWords:
    """Return what says each figure that the prose names, with the comparators that it does not name."""
    named = {(each.outcome, each.option) for part in inlines_of(prose) for each in _names_in(part)}

    def said(outcome_id: str, option_id: str, *, starts: bool) -> str:
        outcome = figures.row(outcome_id)
        cell = outcome.cell(option_id) if outcome else None
        if outcome is None or cell is None:
            return ""
        beside = (
            each
            for each in _compared_with(figures, outcome, option_id)
            if (outcome_id, each.option) not in named
        )
        spoken = [unstopped(figures.shown(outcome, each).spoken) for each in (cell, *beside)]
        first = spoken[0] if starts else small(spoken[0])
        return figures.words.joined("two_sentences", [first, *spoken[1:]])

    return said


def _names_in(inlines: Inlines) -> Iterator[FigureName]:
    for each in inlines:
        if isinstance(each, FigureName):
            yield each
        elif isinstance(each, Emphasis | Link):
            yield from _names_in(each.inlines)


def _compared_with(figures: Figures, outcome: Outcome, option_id: str) -> Iterator[Cell]:
    """Yield the cells without which a figure looks like the work of its option: what else was done.

    The comparators of the row; without one, what carrying on as now is like.
    """
    kinds = {option.id: option.kind for option in figures.aid.all_options}
    measured = (cell for cell in outcome.cells if isinstance(cell.figure, NUMERIC))
    others = [cell for cell in measured if cell.option != option_id]
    comparators = [cell for cell in others if kinds.get(cell.option) == "comparator"]
    yield from comparators or [cell for cell in others if kinds.get(cell.option) == "as-now"]


def _whole_row(outcome: Outcome, together: Sequence[str], figures: Figures) -> FactWords:
    words = figures.words
    names = words.row([name for _, name in figures.source_names(outcome.sources)])
    notes = (
        *figures.warnings(outcome),
        *figures.compared(outcome),
        *unsaid_ranges(outcome, figures.naming, figures.out_of.get(outcome.id, 0)),
        figures.late(outcome.sources),
    )
    return FactWords(
        id=outcome.id,
        label=figures.naming.label(outcome),
        about=tuple(dict.fromkeys((outcome.id, *together))),
        stratum=outcome.stratum,
        direction=_direction(outcome),
        more=outcome.more,
        measured=figures.about(outcome),
        better=_better(outcome, figures),
        sure=how_sure(words, outcome),
        source=words.say("figures_source", sources=names)
        if names
        else figures.source_words(outcome.sources),
        notes=tuple(note for note in notes if note),
        figures=tuple(_figure(outcome, cell, figures) for cell in _in_order(outcome, figures)),
    )


def _in_order(outcome: Outcome, figures: Figures) -> Iterator[Cell]:
    """Yield a cell for each option on offer, empty where the row has none, then the other cells."""
    offered = [option.id for option in figures.aid.options if option.offered]
    for option in offered:
        yield outcome.cell(option) or Cell(option=option, figure=None)
    yield from (cell for cell in outcome.cells if cell.option not in offered)


def _figure(outcome: Outcome, cell: Cell, figures: Figures) -> FactFigure:
    shown = figures.shown(outcome, cell)
    name = aside(figures.words, figures.name(cell.option), figures.mark(cell.option))
    said = shown.said if shown.look == "figure" else shown.short
    offered = any(each.id == cell.option and each.offered for each in figures.aid.options)
    sides = sides_beside(outcome, cell.option) if offered else ()
    return FactFigure(option=name, said=said, range=shown.range, sides=sides)


def _direction(outcome: Outcome) -> Side:
    return "neutral" if outcome.direction == "about-the-study" else outcome.direction


def _better(outcome: Outcome, figures: Figures) -> str:
    if outcome.scale:
        return scale_line(figures.words, outcome.scale)
    return figures.words.say(f"better_{_direction(outcome)}")
