"""View models of the outcomes: rows in groups, each with its figures and what stands behind them.

Layer 2. Rows of one series stand under one heading without being joined; rows for different
groups of readers stand side by side under the words of the group; other sources' estimates are
one line per source, never averaged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from markupsafe import Markup

from decisionaid.model.aid import Aid
from decisionaid.model.figure import NUMERIC, Counted, Figure, Frequency, NotKnown
from decisionaid.model.outcome import Cell, Cited, Outcome, Sources
from decisionaid.model.sections import OutcomesSection
from decisionaid.render.denominators import denominators
from decisionaid.render.figure_element import figure_element
from decisionaid.render.figures import ShownFigure, sentence_of, shown
from decisionaid.render.messages import say
from decisionaid.render.numerals import number, sentence
from decisionaid.render.printed import printed
from decisionaid.render.prose import joined
from decisionaid.render.sentences import comparison_as_printed, comparison_lines, no_one_can_tell
from decisionaid.render.wording import (
    Naming,
    certainty_line,
    certainty_reason,
    gap,
    people_line,
    scale_line,
    source_name,
    time_line,
)

NEEDS_COMPARISON = 2
"""From this many options with figures on, silence about a comparison is a gap."""


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """One outcome, ready for the page; empty words are not shown."""

    id: str
    label: str
    level: int
    about: str
    notes: tuple[str, ...]
    figures: Markup
    """One list item for each option."""
    columns: int
    legend: str
    warning: str
    sure: str
    compared: tuple[str, ...]
    no_one_can_tell: str
    sources: tuple[tuple[str, str], ...]
    """Id and name of each source."""
    source_words: str
    behind: tuple[str, ...]
    """Published comparisons and counts, as printed."""
    words: tuple[tuple[str, str], ...]
    """Option and words, for a row about the study; empty for the others."""


@dataclass(frozen=True, slots=True)
class EstimateView:
    """Another source's estimate: its name and one short figure for each option."""

    source: str
    about: str
    figures: tuple[tuple[str, str], ...]
    sure: str


@dataclass(frozen=True, slots=True)
class StratumView:
    """A row for one group of readers; ``row`` None: nobody measured this for the group."""

    words: str
    row: OutcomeView | None


@dataclass(frozen=True, slots=True)
class GroupView:
    """Rows that belong together: a single one, a series, strata, or estimates of the same thing."""

    kind: str
    id: str
    heading: str
    level: int
    rows: tuple[OutcomeView, ...] = ()
    strata: tuple[StratumView, ...] = ()
    estimates: tuple[EstimateView, ...] = ()


@dataclass(frozen=True, slots=True)
class OutcomeGroups:
    """The groups of one section: the key ones, those behind a disclosure, those about the study."""

    key: tuple[GroupView, ...]
    more: tuple[GroupView, ...] = ()
    more_words: str = ""
    about_study: tuple[OutcomeView, ...] = field(default=())


class Figures:
    """All figures of one aid in words, each made once."""

    def __init__(self, aid: Aid) -> None:
        """Choose the denominators of all rows."""
        self.aid = aid
        self.naming = Naming(aid)
        self._denominators = denominators(aid)
        self._marks = {
            option.id: say("mark_comparator" if option.kind == "comparator" else "mark_not_offered")
            for option in aid.all_options
            if not option.offered
        }
        self._sources = {source.id: source for source in aid.sources}
        self._shown: dict[tuple[str, str], ShownFigure] = {}
        self._elements: dict[ShownFigure, Markup] = {}

    def name(self, option_id: str) -> str:
        """Return an option's name by its id, or the id itself."""
        return self.naming.name(option_id)

    def shown(self, outcome: Outcome, cell: Cell) -> ShownFigure:
        """Return one cell in words."""
        key = (outcome.id, cell.option)
        if key not in self._shown:
            denominator = self._denominators.get(outcome.id, 0)
            self._shown[key] = shown(cell, outcome, self.naming, denominator)
        return self._shown[key]

    def short(self, outcome: Outcome, option_id: str) -> str:
        """Return the short words of an option's figure; a row without its cell has a gap."""
        cell = outcome.cell(option_id)
        return self.shown(outcome, cell).short if cell else say("gap")

    def sentence(self, outcome_id: str, option_id: str) -> str:
        """Return the sentence of a figure by its name, or an empty string when there is none."""
        outcome = self._rows.get(outcome_id)
        cell = outcome.cell(option_id) if outcome else None
        if outcome is None or cell is None:
            return ""
        return sentence_of(self.shown(outcome, cell), outcome, self.naming)

    def brief(self, outcome_id: str, option_id: str) -> str:
        """Return the short words of a figure and the option's name, for readers in a hurry."""
        outcome = self._rows.get(outcome_id)
        if outcome is None:
            return ""
        short = self.short(outcome, option_id)
        return say("brief", figure=short, option=self.naming.inside(option_id))

    def row(self, outcome_id: str) -> Outcome | None:
        """Return a row by its id."""
        return self._rows.get(outcome_id)

    @cached_property
    def _rows(self) -> dict[str, Outcome]:
        return {outcome.id: outcome for outcome in self.aid.outcomes}

    def view(self, outcome: Outcome, level: int) -> OutcomeView:
        """Return one outcome ready for the page, its heading at ``level``."""
        figures = [(cell.option, self.shown(outcome, cell)) for cell in outcome.cells]
        about_study = outcome.direction == "about-the-study"
        return OutcomeView(
            id=outcome.id,
            label=outcome.label,
            level=level,
            about=_about(outcome),
            notes=tuple(_notes(outcome)),
            figures=joined(self._element(*pair) for pair in figures),
            columns=len(figures),
            legend=self._legend(outcome, figures),
            warning=say("different_studies") if outcome.groups_from_different_studies else "",
            sure=certainty_line(outcome.certainty),
            compared=() if about_study else tuple(_compared(outcome, self.naming)),
            no_one_can_tell=no_one_can_tell(outcome, self.naming),
            sources=tuple(self.source_names(outcome.sources)),
            source_words=self.source_words(outcome.sources),
            behind=tuple(self._behind(outcome)),
            words=tuple((self.name(each), shown.what) for each, shown in figures if about_study),
        )

    def groups(self, section: OutcomesSection, level: int) -> OutcomeGroups:
        """Return the rows of a section in groups; ``level`` is the level of their headings."""
        rows = [row for row in section.outcomes if row.direction != "about-the-study"]
        about = [row for row in section.outcomes if row.direction == "about-the-study"]
        key: list[list[Outcome]] = []
        more: list[list[Outcome]] = []
        for bundle in _bundles(rows):
            (more if all(row.more for row in bundle) else key).append(bundle)
        return OutcomeGroups(
            key=tuple(self._group(each, level) for each in key),
            more=tuple(self._group(each, level) for each in more),
            more_words=say("more", n=sum(map(len, more))),
            about_study=tuple(self.view(row, level) for row in about),
        )

    def _element(self, option: str, figure: ShownFigure) -> Markup:
        if figure not in self._elements:
            mark = self._marks.get(option, "")
            self._elements[figure] = figure_element(self.name(option), mark, figure)
        return self._elements[figure]

    def _legend(self, outcome: Outcome, figures: list[tuple[str, ShownFigure]]) -> str:
        array = next((figure.array for _, figure in figures if figure.array), None)
        if array is None:
            return ""
        one, many = self.naming.counted(outcome)
        if array.each == 1:
            return say("each_stands_one", one=one)
        return say("each_stands", each=number(array.each), many=many)

    def _group(self, rows: list[Outcome], level: int) -> GroupView:
        first = rows[0]
        if any(row.stratum for row in rows):
            return GroupView(
                "strata", first.id, first.label, level, strata=tuple(self._strata(rows, level + 1))
            )
        if first.estimate_of or any(row.estimate_of for row in rows):
            main = self.view(first, level)
            others = tuple(self._estimate(row) for row in rows[1:])
            return GroupView("estimates", first.id, "", level, rows=(main,), estimates=others)
        if len(rows) > 1:
            views = tuple(self.view(row, level + 1) for row in rows)
            return GroupView("series", first.id, say("series", n=len(rows)), level, rows=views)
        return GroupView("single", first.id, "", level, rows=(self.view(first, level),))

    def _strata(self, rows: list[Outcome], level: int) -> Iterator[StratumView]:
        by_id = {row.stratum: row for row in rows}
        for stratum in self.aid.strata:
            row = by_id.pop(stratum.id, None)
            view = self.view(row, level) if row else None
            yield StratumView(say("stratum", words=sentence(stratum.words)), view)
        for name, row in by_id.items():
            # A draft may name a group that its head does not declare.
            yield StratumView(say("stratum", words=str(name)), self.view(row, level))

    def _estimate(self, outcome: Outcome) -> EstimateView:
        names = (name for _, name in self.source_names(outcome.sources))
        sources = ", ".join(names) or self.source_words(outcome.sources)
        about = _about(outcome)
        figures = tuple(
            (self.name(cell.option), self.shown(outcome, cell).short) for cell in outcome.cells
        )
        return EstimateView(sources, about, figures, certainty_line(outcome.certainty))

    def source_names(self, cited: Sources | None) -> Iterator[tuple[str, str]]:
        """Yield id and name of each source that the aid lists."""
        for each in cited.ids if isinstance(cited, Cited) else ():
            if each in self._sources:
                yield each, source_name(self._sources[each])

    def source_words(self, cited: Sources | None) -> str:
        """Say that the source is not known, or missing; empty when there is one."""
        match cited:
            case NotKnown(reason=reason):
                return say("source_not_known", reason=sentence(reason))
            case None:
                return gap("source")
            case _:
                return ""

    def _behind(self, outcome: Outcome) -> Iterator[str]:
        if reason := certainty_reason(outcome.certainty):
            yield reason.removesuffix(".")
        for comparison in outcome.comparisons:
            if comparison.kind in ("ratio", "difference"):
                yield comparison_as_printed(comparison, self.naming)
        for cell in outcome.cells:
            if self._is_shown_otherwise(outcome, cell.figure):
                name = self.name(cell.option)
                yield say("counted", option=name, printed=printed(cell.figure))
        if outcome.chosen:
            yield say("versions", reason=sentence(outcome.chosen))

    def _is_shown_otherwise(self, outcome: Outcome, figure: Figure | None) -> bool:
        """Return whether the page shows a share out of another number than its source printed."""
        if isinstance(figure, Frequency):
            of = self._denominators.get(outcome.id, figure.of)
            return of != figure.of or figure.n % 1 != 0
        return isinstance(figure, Counted)


def _about(outcome: Outcome) -> str:
    parts = (time_line(outcome.time), people_line(outcome.people))
    return " · ".join(part.removesuffix(".") for part in parts)


def _bundles(rows: Iterable[Outcome]) -> Iterator[list[Outcome]]:
    """Bundle rows that stand next to each other and belong together."""
    bundle: list[Outcome] = []
    for row in rows:
        if bundle and _belongs(row, bundle[0]):
            bundle.append(row)
            continue
        if bundle:
            yield bundle
        bundle = [row]
    if bundle:
        yield bundle


def _belongs(row: Outcome, first: Outcome) -> bool:
    if row.stratum and first.stratum:
        return row.label == first.label and row.stratum != first.stratum
    if row.stratum or first.stratum:
        return False
    if row.estimate_of:
        return row.estimate_of in (first.id, first.estimate_of)
    return row.series is not None and row.series == first.series and row.more == first.more


def _notes(outcome: Outcome) -> Iterator[str]:
    if outcome.scale:
        yield scale_line(outcome.scale)
    if outcome.fit:
        yield say("fit", words=sentence(outcome.fit))
    if outcome.note:
        yield sentence(outcome.note)


def _compared(outcome: Outcome, naming: Naming) -> Iterator[str]:
    yield from comparison_lines(outcome, naming)
    if outcome.comparisons or outcome.groups_from_different_studies:
        return
    measured = [
        cell.figure
        for cell in outcome.cells
        if isinstance(cell.figure, NUMERIC) and cell.figure.kind != "difference-from"
    ]
    if len(measured) >= NEEDS_COMPARISON:
        yield gap("comparison")
