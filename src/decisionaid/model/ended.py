"""Take the figures out of an aid that has ended, so that no page of it can show one.

Layer 1, pure. It is done to the aid and not to its pages: whatever is made of what is left, a page, a
sheet of paper or data for a program, has no number to show. What helps a person without being a
figure stays: warning signs, questions, the plan, and where to get help.
"""

from __future__ import annotations

import re
from typing import Any, Final

from decisionaid.model.aid import Aid
from decisionaid.model.base import Part
from decisionaid.model.figure import OutOfDate
from decisionaid.model.outcome import Cell, Outcome
from decisionaid.model.prose import FIGURE_NAME, ListItem, Paragraph, inlines_of, plain_text
from decisionaid.model.sections import (
    CellWords,
    CompareRow,
    Item,
    KnowledgeCheck,
    KnowledgeSection,
    Section,
    TestSection,
    UncertainSection,
)

_KEPT: Final = frozenset({"red-flags", "questions", "support", "plan"})
"""Roles of sections that hold no figures of the evidence; a temperature among warning signs stays."""

_NUMBER: Final = r"\d[\d.,]*"
_FIGURE: Final = re.compile(
    rf"{_NUMBER}\s?(?:%|per ?cent\b)|{_NUMBER} (?:in|of|out of) (?:every |each |all )?{_NUMBER}",
    re.IGNORECASE,
)
_DIGIT: Final = re.compile(r"\d")
_TEST_CELLS: Final = 4

_OF_MEASURES: Final = dict.fromkeys(
    ("people", "fit", "certainty", "scale", "matters_from", "note", "chosen")
)
"""What is said of figures, and holds figures itself."""


def without_figures(aid: Aid) -> Aid:
    """Return the aid with ``OutOfDate`` in the place of each figure, and nothing said about them.

    Beside the cells, words go that have a source and a digit, and any that give a share or a
    percentage: they, too, were true when they were written. So do facts to check that rest on a
    figure, since nobody may be told that they are wrong by an answer that is out of date. All other
    ids stay, so links and answers hold.
    """
    measured = {outcome.id for outcome in aid.outcomes}
    sections = tuple(
        each if each.role in _KEPT else _without(_unchecked(each, measured), sourced=False)
        for each in aid.sections
    )
    sources = tuple(
        each.model_copy(update={"people": None, "certainty": None, "note": None})
        for each in aid.sources
    )
    opening = {
        "opening": _each(aid.opening, sourced=False),
        "opening_easy": aid.opening_easy and _without(aid.opening_easy, sourced=False),
    }
    return aid.model_copy(update={"sections": sections, "sources": sources, **opening})


def _without(part: Any, *, sourced: bool) -> Any:  # noqa: ANN401 - the same class as it is given
    """Return a part without figures; ``sourced``: a source stands behind its words."""
    match part:
        case Outcome():
            cells = (Cell(option=cell.option, figure=OutOfDate()) for cell in part.cells)
            return part.model_copy(
                update={**_OF_MEASURES, "cells": tuple(cells), "comparisons": ()}
            )
        case TestSection():
            gone = {"cells": (OutOfDate(),) * _TEST_CELLS, "people": None, "certainty": None}
            return _below(part.model_copy(update=gone), sourced=False)
        case Paragraph(inlines=inlines) | CellWords(inlines=inlines):
            sourced = sourced or (isinstance(part, Paragraph) and bool(part.sources))
            if not _has_figure(plain_text(inlines), sourced=sourced):
                return part
            return part.model_copy(update={"inlines": (OutOfDate(),)})
        case UncertainSection():
            items = (each for each in part.items if not _says_figure(each))
            return _below(part.model_copy(update={"items": tuple(items)}), sourced=False)
        case _:
            return _below(part, sourced=sourced or _is_sourced(part))


def _below(part: Part, *, sourced: bool) -> Part:
    changed = {
        name: _each(value, sourced=sourced)
        if isinstance(value, tuple)
        else _without(value, sourced=sourced)
        for name, value in vars(part).items()
        if isinstance(value, tuple | Part)
    }
    return part.model_copy(update=changed)


def _each(values: tuple[Any, ...], *, sourced: bool) -> tuple[Any, ...]:
    return tuple(
        _without(each, sourced=sourced) if isinstance(each, Part) else each for each in values
    )


def _unchecked(section: Section, measured: set[str]) -> Section:
    """Return a section without the facts to check that rest on figures."""
    if not isinstance(section, KnowledgeSection):
        return section
    kept = (each for each in section.checks if not _rests_on_figures(each, measured))
    return section.model_copy(update={"checks": tuple(kept)})


def _rests_on_figures(check: KnowledgeCheck, measured: set[str]) -> bool:
    words = " ".join(map(plain_text, inlines_of((*check.body, *check.explanation))))
    return (
        bool(measured & set(check.about))
        or "[[" in words
        or bool(_FIGURE.search(f"{check.statement} {words}"))
    )


def _is_sourced(part: Part) -> bool:
    return isinstance(part, ListItem | CompareRow) and bool(part.sources)


def _says_figure(item: Item) -> bool:
    return _has_figure(item.text, sourced=bool(item.sources))


def _has_figure(words: str, *, sourced: bool) -> bool:
    # The names of figures hold digits, and become words that say the figure is out of date.
    words = FIGURE_NAME.sub("", words)
    return bool(_DIGIT.search(words) if sourced else _FIGURE.search(words))
