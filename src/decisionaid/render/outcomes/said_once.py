"""What is true of all rows of a section in the same words, said once before the first of them.

Layer 2. That a certainty was not graded, or that a comparison was not found, is as true of twelve
rows as of one; so is whom one mark of a drawing stands for. What a source found, such as how sure
it is or that a study could not tell, stays with its figures.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from decisionaid.model.figure import NotFound
from decisionaid.model.outcome import Certainty, NotReported, Outcome
from decisionaid.render.outcomes.in_words import NEEDS_COMPARISON, Figures
from decisionaid.render.outcomes.views import OutcomeView
from decisionaid.render.words.wording import certainty_line

SEVERAL = 2
"""Of so many rows what is true of all is said once."""


def said_once(rows: Sequence[Outcome], figures: Figures) -> tuple[str, ...]:
    """Return the sentences on what is missing that are true of all rows, and of several."""
    rows = [row for row in rows if not row.out_of_date]
    if len(rows) < SEVERAL:
        return ()
    said = (_ungraded(rows, figures), _uncompared(rows, figures))
    return tuple(each for each in said if each)


def same_legend(views: Iterable[OutcomeView]) -> str:
    """Return what one mark of the drawings stands for, where it is the same in several rows."""
    found = [view.legend for view in views if view.legend]
    return found[0] if len(found) >= SEVERAL and len(set(found)) == 1 else ""


def without(view: OutcomeView, once: Sequence[str], legend: str = "") -> OutcomeView:
    """Return a row that leaves out what is said once for all."""
    return replace(
        view,
        legend="" if view.legend == legend else view.legend,
        sure="" if view.sure in once else view.sure,
        compared=tuple(each for each in view.compared if each not in once),
    )


def _ungraded(rows: Sequence[Outcome], figures: Figures) -> str:
    if not all(_is_silent(row) for row in rows):
        return ""
    return _only(certainty_line(figures.words, row.certainty) for row in rows)


def _is_silent(row: Outcome) -> bool:
    known = isinstance(row.certainty, Certainty) and row.certainty.level != "not-graded"
    return not known and row.certainty is not None


def _uncompared(rows: Sequence[Outcome], figures: Figures) -> str:
    """Return that no comparison was found or printed; rows with one figure have none to tell of."""
    told = [row for row in rows if _has_several_figures(row) or row.comparisons]
    silent = (NotFound, NotReported)
    if len(told) < SEVERAL or not all(
        row.comparisons and all(isinstance(each, silent) for each in row.comparisons)
        for row in told
    ):
        return ""
    return _only(said for row in told for said in figures.lines(row))


def _has_several_figures(row: Outcome) -> bool:
    return len(row.with_numbers) >= NEEDS_COMPARISON


def _only(said: Iterable[str]) -> str:
    """Return the one sentence that is said every time; empty where there are several."""
    found = set(said)
    return found.pop() if len(found) == 1 else ""
