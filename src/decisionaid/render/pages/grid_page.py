"""Render the one-page grid: what is compared, on one sheet of A4, to read together in a consultation.

Layer 2. Which rows stand on it is decided in ``model.grid``. A comparator has no column, since
nobody can choose it; its figure stands under the name of the outcome, because without it a figure
of an option could be taken for what the option does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from decisionaid.language import Words
from decisionaid.model.aid import Aid
from decisionaid.model.claims import beside_two_figures, measured_from
from decisionaid.model.figure import NotApplicable, NotFound, NotKnown
from decisionaid.model.grid import UPRIGHT, columns_of, grid_rows
from decisionaid.model.outcome import Certainty, Cited, HowCertain
from decisionaid.model.sections import CellWords, CompareContent, CompareRow
from decisionaid.render.outcomes.in_words import Figures
from decisionaid.render.outcomes.printed_comparisons import compared_shortly
from decisionaid.render.pages.environment import EVIDENCE
from decisionaid.render.pages.page import SiteView, frame, laid_out
from decisionaid.render.pages.side_by_side import (
    TableCell,
    TableColumn,
    TableRow,
    TableView,
    table_of,
)
from decisionaid.render.words.prose import ProseWriter, one_by_one, said_with
from decisionaid.render.words.wording import gap, how_sure, source_name, time_first


@dataclass(frozen=True, slots=True)
class GridRowView:
    """One row; ``about`` is what must be known of all its figures."""

    id: str
    kind: str
    """``compare`` or ``outcome``."""
    label: str
    about: str
    beside: tuple[tuple[str, str, TableCell], ...]
    """Id, name and figure of each comparator that was measured."""
    cells: tuple[TableCell, ...]
    """One for each option, in the order of the aid."""


@dataclass(frozen=True, slots=True)
class GridView:
    """The whole grid; ``sources`` are the names of sources with the number by which a row cites each."""

    columns: tuple[TableColumn, ...]
    rows: tuple[GridRowView, ...]
    sources: Markup
    """Each leads to the evidence page; empty when no row cites any."""

    @property
    def has_ranges(self) -> bool:
        """Whether a figure has its range behind it."""
        return any(
            cell.ends
            for row in self.rows
            for cell in (*row.cells, *(each for _, _, each in row.beside))
        )


def render_grid(aid: Aid, site: SiteView, figures: Figures, table: TableView | None = None) -> str:
    """Return the page with the grid as HTML; ``table`` None: it is made for this page alone."""
    words = figures.words
    context = frame(aid, site) | {
        "aid": aid,
        "grid": grid_of(figures, table or table_of(figures)),
        "turned": "upright" if columns_of(aid) <= UPRIGHT else "on-side",
        "version": aid.version or gap(words, "version"),
        "date": words.day(aid.dates.evidence) or gap(words, "date"),
    }
    return laid_out("layout/grid.html", context)


def grid_of(figures: Figures, table: TableView) -> GridView:
    """Return the rows and columns of the grid out of all that the aid compares.

    ``table`` holds every row and every column, as ``table_of`` makes it when nothing is left out.
    """
    chosen = {row.id for row in grid_rows(figures.aid)}
    writer = ProseWriter(figures.aid, figures.sentence, EVIDENCE)
    numbers = _Numbers(figures)
    shown = (row for row in table.rows if row.id in chosen)
    rows = tuple(_row(row, table.columns, writer, numbers) for row in shown)
    columns = tuple(column for column in table.columns if not column.comparator)
    return GridView(columns, rows, numbers.listed())


class _Numbers:
    """Numbers the sources as rows cite them."""

    def __init__(self, figures: Figures) -> None:
        self.figures = figures
        self.words = figures.words
        self._sources = {source.id: source for source in figures.aid.sources}
        self._numbers: dict[str, int] = {}

    def cite(self, ids: Sequence[str]) -> str:
        """Return ``[1]``, or ``[1, 2]``; empty when the aid lists none of them."""
        known = [each for each in ids if each in self._sources]
        found = [self._numbers.setdefault(each, len(self._numbers) + 1) for each in known]
        return self._in_brackets(*found) if found else ""

    def listed(self) -> Markup:
        """Return the sources cited so far."""
        return one_by_one(
            self.words, (self._named(each, number) for each, number in self._numbers.items())
        )

    def _named(self, source: str, number: int) -> Markup:
        name = source_name(self.words, self._sources[source])
        link = Markup('<a href="{}#source-{}">{}</a>').format(EVIDENCE, source, name)
        return said_with(self.words, "after_one_another", a=self._in_brackets(number), b=link)

    def _in_brackets(self, *numbers: int) -> str:
        return self.words.say("grid_cite", numbers=self.words.row([str(each) for each in numbers]))


def _row(
    row: TableRow,
    columns: Sequence[TableColumn],
    writer: ProseWriter,
    numbers: _Numbers,
) -> GridRowView:
    pairs = list(zip(columns, row.cells, strict=True))
    cells = [cell for column, cell in pairs if not column.comparator]
    if isinstance(row.made_of, CompareRow):
        said = {each.option: each.content for each in row.made_of.cells}
        cells = [
            _words(numbers.words, said.get(column.id), writer)
            for column in columns
            if not column.comparator
        ]
    start = "" if isinstance(row.made_of, CompareRow) else measured_from(row.made_of)
    beside = tuple(
        (column.id, column.name, cell)
        for column, cell in pairs
        if column.comparator and cell.look != "absent" and column.id != start
    )
    return GridRowView(
        row.id,
        row.kind,
        row.label,
        numbers.words.joined("after_one_another", list(_about(row, numbers))),
        beside,
        tuple(cells),
    )


def _words(words: Words, content: CompareContent | None, writer: ProseWriter) -> TableCell:
    """Return what a row of words says of an option; why something is not known is in the aid."""
    match content:
        case CellWords(inlines=inlines):
            return TableCell("words", writer.inline(inlines))
        case NotKnown():
            return TableCell("unknown", escape(words.say("not_known")))
        case NotFound():
            return TableCell("unknown", escape(words.say("not_found")))
        case NotApplicable():
            return TableCell("words", escape(words.say("not_applicable_short")))
        case None:
            return TableCell("gap", escape(gap(words, "text")))


def _about(row: TableRow, numbers: _Numbers) -> Iterator[str]:
    """Yield what stands under the name of a row."""
    part, words = row.made_of, numbers.words
    if isinstance(part, CompareRow):
        yield from filter(None, (numbers.cite(part.sources),))
        return
    cited = part.sources.ids if isinstance(part.sources, Cited) else ()
    sure = _certainty(words, part.certainty, starts=not row.time) if how_sure(words, part) else ""
    time = time_first(words, part.time) if row.time else ""
    first = [each for each in (time, sure) if each]
    said = [each for each in (words.row(first) if first else "", numbers.cite(cited)) if each]
    if said:
        yield words.say("full_stop", words=words.joined("after_one_another", said))
    if row.frame:
        yield row.frame
    of, named = numbers.figures.out_of.get(part.id, 0), len(part.with_own_figures) > 2
    for each in beside_two_figures(part):
        shortly = compared_shortly(each, numbers.figures.naming, of, named=named)
        yield words.say("full_stop", words=shortly)
    yield from row.cautions


def _certainty(words: Words, certainty: HowCertain | None, *, starts: bool) -> str:
    form = "_first" if starts else ""
    match certainty:
        case Certainty(level=level):
            return words.say(f"certainty_{level}{form}")
        case NotKnown():
            return words.say(f"certainty_not_known{form}")
        case _:
            return gap(words, "certainty")
