"""View model of what a test finds: four groups of one starting group, and what each result means.

Layer 2. The four figures share one denominator. Where a row is not known cell by cell, its
total is what is left of the whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from decisionaid.model.figure import Counted, Frequency, NotKnown
from decisionaid.model.outcome import Cited
from decisionaid.model.sections import TestCell, TestSection
from decisionaid.render.figures import share_words
from decisionaid.render.messages import say
from decisionaid.render.numerals import number, sentence
from decisionaid.render.prose import ProseWriter
from decisionaid.render.wording import (
    Naming,
    certainty_line,
    certainty_reason,
    gap,
    people_line,
    time_line,
)


@dataclass(frozen=True, slots=True)
class TestRow:
    """One result of the test: its words, its two cells and its total; ``looks`` as in ``ShownFigure``."""

    words: str
    cells: tuple[tuple[str, str], ...]
    total: str


@dataclass(frozen=True, slots=True)
class TestView:
    """A test, ready for the page."""

    caption: str
    about: str
    sure: str
    cites: Markup
    columns: tuple[str, ...]
    rows: tuple[TestRow, ...]


def view_test(section: TestSection, naming: Naming, writer: ProseWriter) -> TestView:
    """Return a test section ready for the page."""
    _, many = naming.counted()
    of = next((cell.of for cell in section.cells if isinstance(cell, Frequency | Counted)), 0)
    cells = (*section.cells, None, None, None, None)[:4]
    names = section.rows or (gap("text"), gap("text"))
    totals = _totals(cells, of)
    rows = tuple(
        TestRow(
            names[row],
            tuple(_cell(cell) for cell in cells[2 * row : 2 * row + 2]),
            "" if totals[row] is None else share_words(totals[row] or 0, of, of),
        )
        for row in (0, 1)
    )
    cited = section.sources.ids if isinstance(section.sources, Cited) else ()
    return TestView(
        caption=say("test_people", n=number(of), many=many) if of else section.heading,
        about=" · ".join((time_line(section.time), people_line(section.people))),
        sure=f"{certainty_line(section.certainty)} {certainty_reason(section.certainty)}".strip(),
        cites=writer.cites(cited),
        columns=section.columns or (gap("text"), gap("text")),
        rows=rows,
    )


def _cell(cell: TestCell | None) -> tuple[str, str]:
    match cell:
        case Frequency(n=n, of=of):
            return "figure", share_words(n, of, of)
        case Counted(n=count, of=of):
            return "figure", share_words(count, of, of)
        case NotKnown(reason=reason):
            return "unknown", say("not_known_compare", reason=sentence(reason))
        case _:
            return "gap", gap("figure")


def _totals(cells: tuple[TestCell | None, ...], of: int) -> list[Decimal | None]:
    """Return the total of each row; one unknown row is what the other leaves."""
    totals: list[Decimal | None] = []
    for row in (0, 2):
        pair = [each for each in cells[row : row + 2] if isinstance(each, Frequency | Counted)]
        whole = len(pair) == 2
        totals.append(Decimal(sum(Decimal(each.n) for each in pair)) if whole else None)
    first, second = totals
    if first is None and second is not None:
        totals[0] = of - second
    elif second is None and first is not None:
        totals[1] = of - first
    return totals
