"""All that is compared as one table: the rows of words and the key outcomes, an option a column.

Layer 2. Longer than 300 lines: rows, columns and cells are one table. Rows stand in the
author's order, benefits and harms as they were declared, and the
options in theirs. The page's step "side by side" and the one-page grid are both made of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup, escape

from decisionaid.language import Words, without_isolates
from decisionaid.model.aid import Aid, Stratum
from decisionaid.model.blocks import main_of
from decisionaid.model.outcome import Outcome, TimePoint
from decisionaid.model.sections import (
    CompareRow,
    CompareSection,
    Option,
    OutcomesSection,
)
from decisionaid.model.standing import Standing, most_is, standings
from decisionaid.model.steps import is_key
from decisionaid.render.outcomes.bundles import bundles
from decisionaid.render.outcomes.cautions import cautions_of
from decisionaid.render.outcomes.frames import frame_of
from decisionaid.render.outcomes.in_words import Figures
from decisionaid.render.outcomes.said_once import SEVERAL
from decisionaid.render.pages.compare_words import compare_content
from decisionaid.render.pages.environment import EVIDENCE
from decisionaid.render.words.prose import ProseWriter
from decisionaid.render.words.wording import time_amount, time_words


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One option; ``mark`` says what sets it apart, such as that it is not offered; mostly empty."""

    id: str
    name: str
    mark: str
    comparator: bool


@dataclass(frozen=True, slots=True)
class TableCell:
    """What a row says of one option.

    ``look`` is ``figure``, ``words``, ``unknown``, ``gap``, or ``absent`` where a comparator has
    nothing to do with the row.
    """

    look: str
    words: Markup
    ends: str = ""
    """The range of a figure, where it has one."""
    stands: Standing | Literal[""] = ""
    """Where the option stands among those that the source compares clearly; mostly empty."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row; ``time`` is empty where the label says it already, or where the row has none."""

    id: str
    kind: Literal["compare", "outcome"]
    label: str
    """With the group of readers where the row is about one, and the source where sources differ."""
    time: str
    cells: tuple[TableCell, ...]
    """One for each column of the table."""
    about: tuple[str, ...]
    """Ids by which a question may name this row: its own first, then those of rows that go with it."""
    stratum: str | None
    """The group of readers the row is for; None: everybody."""
    made_of: Outcome | CompareRow
    readers: tuple[str, ...] = ()
    """The groups of readers that the row is for; empty: everybody."""
    frame: str = ""
    """What the figures of the row count; empty for words, and where there is no figure."""
    cautions: tuple[str, ...] = ()
    """What its figures may not be taken for."""
    most_is: Literal["good", "bad", ""] = ""
    """Whether it is good or bad to have the most; empty where it is neither, and for words."""

    @property
    def shows_most(self) -> bool:
        """Whether to say of the row if the most is good or bad: where it is known, and shown."""
        return self.most_is != "" and any(cell.stands for cell in self.cells)

    @property
    def is_unsaid(self) -> bool:
        """Whether nothing in the row says yet that the options cannot be compared in it."""
        return self.kind == "outcome" and not (
            self.cautions or any(cell.stands for cell in self.cells)
        )


@dataclass(frozen=True, slots=True)
class TableView:
    """The whole table."""

    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]

    @property
    def options(self) -> tuple[TableColumn, ...]:
        """The columns without the comparators, which nobody can choose."""
        return tuple(column for column in self.columns if not column.comparator)

    def cells_of(self, row: TableRow) -> Iterator[tuple[TableColumn, TableCell]]:
        """Yield the cells of the options, each with its column."""
        pairs = zip(self.columns, row.cells, strict=True)
        return ((column, cell) for column, cell in pairs if not column.comparator)

    @property
    def once(self) -> tuple[str, ...]:
        """What may be said once, since it holds for every row with figures, and there are several."""
        rows = [row for row in self.rows if any(cell.look == "figure" for cell in row.cells)]
        if len(rows) < SEVERAL:
            return ()
        first, *others = (row.cautions for row in rows)
        return tuple(each for each in first if all(each in other for other in others))

    def beside(self, row: TableRow) -> Iterator[tuple[TableColumn, TableCell]]:
        """Yield the comparators that the row has something to say of, each with its column.

        Without them a figure of an option could be taken for what the option does.
        """
        pairs = zip(self.columns, row.cells, strict=True)
        return ((each, cell) for each, cell in pairs if each.comparator and cell.look != "absent")


def table_of(
    figures: Figures,
    strata: Collection[str] | None = None,
    most: int | None = None,
    writer: ProseWriter | None = None,
) -> TableView:
    """Return the table of an aid.

    ``strata``: keep of the rows for one group only those for these groups; None: all of them.
    ``most``: so many rows at most, the first ones; None: all. ``writer`` None: links to sources
    lead to the evidence page beside the page that is written.
    Rows marked ``.more`` and rows about the study are left out. A comparator is a column only where
    one of the rows has a cell for it, and stands behind the options; those that are not offered
    keep their place and are marked.
    """
    writer = writer or ProseWriter(figures.aid, figures.sentence, EVIDENCE)
    found = [row for row in _rows(figures) if strata is None or _is_for(row.stratum, strata)]
    found = found[:most]
    columns = tuple(_columns(figures, found))
    rows = (_table_row(row, columns, figures, writer) for row in found)
    return TableView(columns, tuple(rows))


def time_beside(words: Words, label: str, outcome: Outcome) -> str:
    """Return the words of an outcome's time; empty when the label says it already."""
    time, said = outcome.time, time_words(words, outcome.time)
    in_label = time_amount(words, time) if isinstance(time, TimePoint) else said
    return "" if without_isolates(in_label) in without_isolates(label) else said


@dataclass(frozen=True, slots=True)
class _Row:
    """A row before its cells are written."""

    id: str
    made_of: Outcome | CompareRow
    together: tuple[str, ...] = ()
    """Ids of the rows that go with it."""
    stratum: str | None = None
    is_one_of_several: bool = False
    """Whether other sources estimate the same thing."""


def _rows(figures: Figures) -> Iterator[_Row]:
    same = _same_things(figures.aid)
    for section in figures.aid.sections:
        if isinstance(section, CompareSection):
            yield from (_Row(row.id, row) for row in section.rows)
        elif isinstance(section, OutcomesSection):
            measured = [row for row in section.outcomes if row.direction != "about-the-study"]
            for bundle in bundles(measured):
                yield from _bundle_rows(bundle, same[bundle[0].id], figures.aid.strata)


def _bundle_rows(
    bundle: list[Outcome], same: tuple[str, ...], strata: Sequence[Stratum]
) -> Iterator[_Row]:
    if not any(is_key(row) for row in bundle):
        return
    # A question that names one row of a series, or one of several sources, is about all of them.
    together = (*(row.id for row in bundle), *same)
    several = len(same) > 1
    groups = [stratum.id for stratum in strata] if bundle[0].stratum else []
    by_group = {row.stratum: row for row in bundle if row.stratum in groups}
    for group in groups:
        row = by_group.get(group)
        if row is not None and is_key(row):
            yield _Row(row.id, row, together, group, several)
    # All rows that are for everybody; and a draft may name a group that its head does not declare.
    for row in bundle:
        if row.stratum not in groups and is_key(row):
            yield _Row(row.id, row, together, row.stratum, several)


def _same_things(aid: Aid) -> Mapping[str, tuple[str, ...]]:
    """Return for each outcome the ids of all that estimate the same thing, its own among them."""
    by_main: dict[str, list[str]] = {}
    mains = {row.id: main_of(row, aid).id for row in aid.outcomes}
    for name, main in mains.items():
        by_main.setdefault(main, []).append(name)
    return {name: tuple(by_main[main]) for name, main in mains.items()}


def _is_for(stratum: str | None, strata: Collection[str]) -> bool:
    return stratum is None or stratum in strata


def _columns(figures: Figures, rows: Iterable[_Row]) -> Iterator[TableColumn]:
    measured = {
        cell.option
        for row in rows
        if isinstance(row.made_of, Outcome)
        for cell in row.made_of.cells
    }
    options = figures.aid.all_options
    studied = [each for each in options if each.kind == "comparator" and each.id in measured]
    for option in (*(each for each in options if each.kind != "comparator"), *studied):
        yield _column(option, figures)


def _column(option: Option, figures: Figures) -> TableColumn:
    return TableColumn(option.id, option.name, figures.mark(option.id), option.kind == "comparator")


def _table_row(
    row: _Row, columns: Sequence[TableColumn], figures: Figures, writer: ProseWriter
) -> TableRow:
    if isinstance(row.made_of, CompareRow):
        return TableRow(
            id=row.id,
            kind="compare",
            label=row.made_of.question,
            time="",
            cells=tuple(_compare_cells(figures.words, row.made_of, columns, writer)),
            about=tuple(dict.fromkeys((row.id, *row.together))),
            stratum=None,
            made_of=row.made_of,
        )
    outcome = row.made_of
    label = _label(row, outcome, figures)
    return TableRow(
        id=row.id,
        kind="outcome",
        label=label,
        time=time_beside(figures.words, label, outcome),
        cells=tuple(_outcome_cells(outcome, columns, figures)),
        about=tuple(dict.fromkeys((row.id, *row.together))),
        stratum=row.stratum,
        made_of=outcome,
        readers=(row.stratum,) if row.stratum else figures.readers.of(outcome.id),
        frame=frame_of(outcome, figures.naming),
        cautions=tuple(cautions_of(outcome, figures)),
        most_is=most_is(outcome),
    )


def _label(row: _Row, outcome: Outcome, figures: Figures) -> str:
    label = figures.naming.for_stratum(outcome.label, row.stratum)
    if not row.is_one_of_several:
        return label
    words = figures.words
    sources = words.row([name for _, name in figures.source_names(outcome.sources)])
    return words.say("side_source", label=label, source=sources) if sources else label


def _outcome_cells(
    outcome: Outcome, columns: Sequence[TableColumn], figures: Figures
) -> Iterator[TableCell]:
    stands = standings(outcome, [column.id for column in columns if not column.comparator])
    for column in columns:
        cell = outcome.cell(column.id)
        if cell is not None:
            figure = figures.shown(outcome, cell)
            own: Standing | Literal[""] = stands.get(column.id, "")
            yield TableCell(figure.look, escape(figure.short), figure.ends, own)
        else:
            yield _no_cell(figures.words, column)


def _compare_cells(
    words: Words, row: CompareRow, columns: Sequence[TableColumn], writer: ProseWriter
) -> Iterator[TableCell]:
    cells = {cell.option: cell.content for cell in row.cells}
    for column in columns:
        if column.id in cells:
            yield TableCell(*compare_content(words, cells[column.id], writer))
        else:
            yield _no_cell(words, column)


def _no_cell(words: Words, column: TableColumn) -> TableCell:
    """Return what stands where a row has nothing for an option: only a comparator may be left out."""
    if column.comparator:
        return TableCell("absent", escape(words.say("side_absent")))
    return TableCell("gap", escape(words.say("gap")))
