"""Walk an aid's running words with their paths: what a reader reads as sentences.

Layer 2.
"""

from __future__ import annotations

from collections.abc import Iterator

from decisionaid.model.aid import Aid
from decisionaid.model.base import Part
from decisionaid.model.figure import InWords
from decisionaid.model.outcome import Cell, Outcome
from decisionaid.model.prose import FIGURE_NAME, ListItem, Paragraph, plain_text
from decisionaid.model.sections import (
    CellWords,
    CompareRow,
    ExampleAction,
    ExampleGoal,
    Item,
    NotOffered,
)
from decisionaid.rules.walk import outcomes_of
from decisionaid.text import Path

# Asking whether a part is of a model's class is dear where the answer is no (models are abstract
# classes), and most parts hold no words themselves: their class is looked up in these first.
_SPEAKING = frozenset({Paragraph, CellWords, Item, ExampleGoal, ExampleAction, Outcome})
_SOURCED = frozenset({Paragraph, ListItem, Item, CompareRow, NotOffered})

MAX_SEARCHED = 20_000
"""Characters of one paragraph that are searched; the reader refuses longer ones long before."""


def words_of(
    part: Part, path: Path = (), sourced: bool = False
) -> Iterator[tuple[Path, str, bool]]:
    """Yield an aid's running words with their path, and whether a source stands behind them.

    Cells with figures that are no words, names, headings and knowledge statements are left out: a false statement is
    there to be checked.
    """
    fields = vars(part)
    sourced = sourced or (type(part) in _SOURCED and bool(fields["sources"]))
    if type(part) not in _SPEAKING:
        yield from _words_below(fields, path, sourced)
        return
    match part:
        case Paragraph(inlines=inlines) | CellWords(inlines=inlines):
            yield path, plain_text(inlines), sourced
        case Item(text=text) | ExampleGoal(text=text) | ExampleAction(text=text):
            yield path, text, sourced
        case Outcome(note=note, fit=fit, figures=figures):
            yield from (
                ((*path, name), text, True) for name, text in (("note", note), ("fit", fit)) if text
            )
            yield from (
                ((*path, "cells", number, "text"), figure.text, True)
                for number, figure in enumerate(figures)
                if isinstance(figure, InWords)
            )


def _words_below(
    fields: dict[str, object], path: Path, sourced: bool
) -> Iterator[tuple[Path, str, bool]]:
    for name, value in fields.items():
        if isinstance(value, tuple):
            for number, each in enumerate(value):
                if isinstance(each, Part):
                    yield from words_of(each, (*path, name, number), sourced)
        elif not isinstance(value, str) and isinstance(value, Part):
            yield from words_of(value, (*path, name), sourced)


def without_names(words: str) -> str:
    """Return words without the figures that are named in them."""
    return FIGURE_NAME.sub("", words[:MAX_SEARCHED])


def names_a_figure(words: str) -> bool:
    """Tell whether words name a figure, which the page then says in full."""
    return FIGURE_NAME.search(words) is not None


def spoken(aid: Aid) -> tuple[tuple[Path, str, bool], ...]:
    """Return what ``words_of`` yields for an aid, for ``RuleContext.once``."""
    return tuple(words_of(aid))


def reasons_of(aid: Aid) -> Iterator[tuple[Path, str]]:
    """Yield the words that stand in the place of a value, in fields, cells and sources, with their path.

    Titles are left out: what a source calls itself is not the author's to change.
    """
    for number, stratum in enumerate(aid.strata):
        yield ("strata", number, "words"), stratum.words
    for number, work in enumerate(aid.sources):
        yield from _values(work, ("sources", number), ("people", "certainty", "note"))
    for path, outcome in outcomes_of(aid):
        yield from _values(outcome, path, ("time", "people", "certainty", "chosen"))
        for name, parts in (("cells", outcome.cells), ("comparisons", outcome.comparisons)):
            for number, part in enumerate(parts):
                at = (*path, name, number)
                yield from _worded(part.figure if isinstance(part, Cell) else part, at)


def _values(part: Part, path: Path, names: tuple[str, ...]) -> Iterator[tuple[Path, str]]:
    for name in names:
        yield from _worded(vars(part)[name], (*path, name))


def _worded(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif value is not None:
        fields = vars(value)
        words = (fields[name] for name in ("reason", "text", "words") if name in fields)
        yield from ((path, each) for each in words if each)
