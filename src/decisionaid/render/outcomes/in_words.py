"""All figures of an aid in words, and its outcomes as view models, each made once.

Layer 2. Which rows stand together is for ``groups`` to say. Longer than 300 lines: each figure is
made once for all pages, and what is made once stands in one class.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Final

from markupsafe import Markup

from decisionaid.model.aid import Aid, SourceWork
from decisionaid.model.clock import Clock
from decisionaid.model.figure import (
    Counted,
    DifferenceFrom,
    FewerThan,
    Figure,
    Frequency,
    NotKnown,
    Rate,
    Spread,
)
from decisionaid.model.outcome import Cell, Cited, Outcome, Sources
from decisionaid.model.readers import Readers
from decisionaid.model.sections import OutcomesSection
from decisionaid.render.figures.denominators import denominators, rate_denominator
from decisionaid.render.figures.differences import rescaled
from decisionaid.render.figures.figure_element import figure_element, legend
from decisionaid.render.figures.pictures import pictures_of, whole_of
from decisionaid.render.figures.printed import printed
from decisionaid.render.figures.shown import shown
from decisionaid.render.figures.shown_figure import ShownFigure, sentence_of
from decisionaid.render.outcomes.printed_comparisons import comparison_as_printed
from decisionaid.render.outcomes.sentences import about_the_same, comparison_lines, no_one_can_tell
from decisionaid.render.outcomes.unmeasured import in_full, in_one_line, is_without
from decisionaid.render.outcomes.views import OutcomeView
from decisionaid.render.words.clock_words import late_words
from decisionaid.render.words.phrases import sentence, unstopped
from decisionaid.render.words.prose import joined
from decisionaid.render.words.wording import (
    Naming,
    about_line,
    certainty_reason,
    gap,
    how_sure,
    people_line,
    scale_line,
    source_name,
    time_alone,
    time_line,
)

CURRENT: Final = Clock()

NEEDS_COMPARISON = 2
"""From this many options with figures on, silence about a comparison is a gap."""


class Figures:
    """All figures of one aid in words, each made once."""

    def __init__(self, aid: Aid, clock: Clock = CURRENT) -> None:
        """Choose the denominators of all rows; ``clock`` says which sources are late."""
        self.aid = aid
        self.clock = clock
        self.naming = Naming(aid)
        self.words = self.naming.words
        self.readers = Readers(aid)
        self.out_of = denominators(aid)
        """Out of how many people each row is shown that counts people, by outcome id."""
        self.whole = whole_of(aid.outcomes, self.out_of)
        """Out of how many most of them are."""
        self._rates_of = rate_denominator(aid)
        self._pictures = pictures_of(aid.outcomes, self.out_of)
        self._sources = {source.id: source for source in aid.sources}
        self._shown: dict[tuple[str, str], ShownFigure] = {}
        self._elements: dict[ShownFigure, Markup] = {}

    def name(self, option_id: str) -> str:
        """Return an option's name by its id, or the id itself."""
        return self.naming.name(option_id)

    def mark(self, option_id: str) -> str:
        """Return what sets an option apart, such as that it is not offered; mostly empty."""
        return self.naming.marks.get(option_id, "")

    def shown(self, outcome: Outcome, cell: Cell) -> ShownFigure:
        """Return one cell in words."""
        key = (outcome.id, cell.option)
        if key not in self._shown:
            figure = cell.figure
            if isinstance(figure, DifferenceFrom | Spread | Rate):
                raised = rescaled(figure, self._shown_out_of(outcome, figure))
                cell = Cell(option=cell.option, figure=raised)
            beside = self._beside.get(outcome.id, ())
            denominator = self.out_of.get(outcome.id, 0)
            self._shown[key] = shown(
                cell, outcome, self.naming, denominator, beside, self._pictures
            )
        return self._shown[key]

    def _shown_out_of(self, outcome: Outcome, figure: Figure) -> int:
        """Return out of how many a figure of a row is shown; 0 where it is of no number."""
        return self._rates_of if isinstance(figure, Rate) else self.out_of.get(outcome.id, 0)

    def sentence(self, outcome_id: str, option_id: str, *, starts: bool = True) -> str:
        """Return the sentence of a figure by its name, or an empty string when there is none."""
        outcome = self._rows.get(outcome_id)
        cell = outcome.cell(option_id) if outcome else None
        if outcome is None or cell is None:
            return ""
        return sentence_of(self.shown(outcome, cell), outcome, self.naming, starts=starts)

    def row(self, outcome_id: str) -> Outcome | None:
        """Return a row by its id."""
        return self._rows.get(outcome_id)

    @cached_property
    def _beside(self) -> dict[str, tuple[Outcome, ...]]:
        """The rows of a section that are shown out of as many people, by outcome id."""
        found: dict[str, tuple[Outcome, ...]] = {}
        for section in self.aid.of(OutcomesSection):
            alike: dict[int, list[Outcome]] = {}
            for row in section.outcomes:
                alike.setdefault(self.out_of.get(row.id, 0), []).append(row)
            found |= {row.id: tuple(rows) for rows in alike.values() for row in rows}
        return found

    @cached_property
    def _rows(self) -> dict[str, Outcome]:
        return {outcome.id: outcome for outcome in self.aid.outcomes}

    def view(self, outcome: Outcome, level: int) -> OutcomeView:
        """Return one outcome ready for the page, its heading at ``level``."""
        figures = [(cell.option, self.shown(outcome, cell)) for cell in outcome.cells]
        without = [
            shown
            for cell, (_, shown) in zip(outcome.cells, figures, strict=True)
            if is_without(cell.figure)
        ]
        measured = [pair for pair in figures if pair[1] not in without]
        about_study = outcome.direction == "about-the-study"
        return OutcomeView(
            id=outcome.id,
            label=outcome.label,
            level=level,
            about=self.about(outcome),
            late=self.late(outcome.sources),
            notes=tuple(self._notes(outcome, figures)),
            versions=self._versions(outcome),
            figures=joined(self._element(*pair) for pair in measured),
            columns=len(measured),
            others=in_one_line(outcome, self.naming),
            others_in_full=tuple(in_full(without, self.naming)),
            legend=self._legend(outcome, figures),
            warnings=tuple(self.warnings(outcome)),
            sure=how_sure(self.words, outcome),
            compared=() if about_study else tuple(self.compared(outcome)),
            no_one_can_tell=no_one_can_tell(outcome, self.naming, self.out_of.get(outcome.id, 0)),
            sources=tuple(self.source_names(outcome.sources)),
            source_words=self.source_words(outcome.sources),
            behind=tuple(self._behind(outcome)),
            words=tuple((self.name(each), shown.what) for each, shown in figures if about_study),
        )

    def _element(self, option: str, figure: ShownFigure) -> Markup:
        if figure not in self._elements:
            self._elements[figure] = figure_element(
                self.words, self.name(option), self.mark(option), figure
            )
        return self._elements[figure]

    def _legend(
        self, outcome: Outcome, figures: list[tuple[str, ShownFigure]], *, each_is_one: bool = False
    ) -> str:
        """Say whom a small figure stands for, where it is one person or where it is several."""
        array = next((figure.array for _, figure in figures if figure.array), None)
        if array is None or (array.each == 1) is not each_is_one:
            return ""
        one, many = self.naming.counted(outcome)
        return legend(self.words, array, one, many)

    def in_line(self, outcome: Outcome) -> Iterator[tuple[str, str, str]]:
        """Yield option, words for a line of text, and the sentence that is read aloud.

        The words are the number with its interval. Options without a figure share a line of their own
        (``unmeasured``); where no option has one, the words are why there is none.
        """
        shared = bool(in_one_line(outcome, self.naming))
        for cell in outcome.cells:
            if shared and is_without(cell.figure):
                continue
            figure = self.shown(outcome, cell)
            words = figure.short if figure.look == "figure" else figure.what
            if figure.look == "figure" and figure.range:
                words = self.words.say(
                    "in_line_range", figure=figure.short, range=figure.range_inside
                )
            yield self.name(cell.option), words, figure.spoken

    def about(self, outcome: Outcome) -> str:
        """Return when and in whom an outcome was measured, on one line."""
        if outcome.out_of_date:
            return time_alone(self.words, outcome.time)
        return about_line(self.words, outcome.time, outcome.people)

    def source_names(self, cited: Sources | None) -> Iterator[tuple[str, str]]:
        """Yield id and name of each source that the aid lists."""
        for each in cited.ids if isinstance(cited, Cited) else ():
            if each in self._sources:
                yield each, source_name(self.words, self._sources[each])

    def source_words(self, cited: Sources | None) -> str:
        """Say that the source is not known, or missing; empty when there is one."""
        match cited:
            case NotKnown(reason=reason):
                return self.words.say("source_not_known", reason=sentence(self.words, reason))
            case None:
                return gap(self.words, "source")
            case _:
                return ""

    def late(self, cited: Sources | None) -> str:
        """Say which of the cited sources are past their own review; empty where none is.

        Of an aid that has ended nothing is said: there are no figures to look at with more care.
        """
        if self.clock.state == "expired" or not isinstance(cited, Cited):
            return ""
        late = (each for each in cited.ids if each in self.clock.late_sources)
        return late_words(
            self.words, (self._sources[each] for each in late if each in self._sources)
        )

    def _notes(self, outcome: Outcome, figures: list[tuple[str, ShownFigure]]) -> Iterator[str]:
        if not outcome.out_of_date:
            if isinstance(outcome.time, NotKnown):
                yield time_line(self.words, outcome.time)
            if isinstance(outcome.people, NotKnown):
                yield people_line(self.words, outcome.people)
        if legend_of := self._legend(outcome, figures, each_is_one=True):
            yield legend_of
        if outcome.scale:
            yield scale_line(self.words, outcome.scale)
        if outcome.fit:
            yield self.words.say("fit", words=sentence(self.words, outcome.fit))
        if outcome.note:
            yield sentence(self.words, outcome.note)

    def _behind(self, outcome: Outcome) -> Iterator[str]:
        if reason := certainty_reason(self.words, outcome.certainty):
            yield unstopped(reason)
        for comparison in outcome.comparisons:
            if comparison.kind in ("ratio", "difference", "differ", "not-found"):
                yield comparison_as_printed(comparison, self.naming)
        for cell in outcome.cells:
            if self._is_shown_otherwise(outcome, cell.figure):
                name = self.name(cell.option)
                yield self.words.say(
                    "counted", option=name, printed=printed(self.words, cell.figure)
                )

    def _is_shown_otherwise(self, outcome: Outcome, figure: Figure | None) -> bool:
        """Return whether the page shows a share out of another number than its source printed."""
        match figure:
            case Counted():
                return True
            case Frequency(n=n) if n % 1 != 0:
                return True
            case Frequency() | FewerThan() | DifferenceFrom(of=int()) | Spread() | Rate():
                return self._shown_out_of(outcome, figure) not in (0, figure.of)
            case _:
                return False

    def lines(self, outcome: Outcome) -> tuple[str, ...]:
        """Return a sentence for each comparison that the author gives of a row."""
        return comparison_lines(outcome, self.naming, self.out_of.get(outcome.id, 0))

    def warnings(self, outcome: Outcome) -> Iterator[str]:
        """Yield what the figures of a row may not be held against: one another, or other rows."""
        if outcome.groups_from_different_studies:
            yield self.words.say("different_studies")
        if of := self.apart(outcome):
            yield self.words.say("other_whole", of=of, whole=self.whole)

    def apart(self, outcome: Outcome) -> int:
        """Return out of how many a row is shown where most rows are out of another number; else 0."""
        of = self.out_of.get(outcome.id, 0)
        counts = any(
            isinstance(cell.figure, Frequency | Counted | FewerThan | Spread)
            or (isinstance(cell.figure, DifferenceFrom) and cell.figure.of is not None)
            for cell in outcome.cells
        )
        return of if counts and of != self.whole else 0

    def compared(self, outcome: Outcome) -> Iterator[str]:
        """Yield what is said of how the options of a row compare, as sentences."""
        of = self.out_of.get(outcome.id, 0)
        yield from about_the_same(outcome, self.naming, of)
        yield from self.lines(outcome)
        if outcome.comparisons or outcome.groups_from_different_studies:
            return
        if len(outcome.with_own_figures) >= NEEDS_COMPARISON:
            yield gap(self.words, "comparison")

    def _versions(self, outcome: Outcome) -> str:
        """Say that two printings of the study differ, with both names; empty where there is one."""
        if not outcome.chosen:
            return ""
        reason = sentence(self.words, outcome.chosen)
        printings = self.words.listed(
            [source_name(self.words, each) for each in self._printings(outcome)]
        )
        if not printings:
            return self.words.say("versions", reason=reason)
        return self.words.say("versions_named", printings=printings, reason=reason)

    def _printings(self, outcome: Outcome) -> list[SourceWork]:
        """Return the cited sources that are printings of a study with another one, and the others."""
        cited = outcome.sources.ids if isinstance(outcome.sources, Cited) else ()
        studies = [
            self._sources[each].version_of or each for each in cited if each in self._sources
        ]
        return [
            printing
            for study in dict.fromkeys(studies)
            for printing in self._printings_of.get(study, ())
        ]

    @cached_property
    def _printings_of(self) -> dict[str, list[SourceWork]]:
        """The printings of each study that has more than one, by the id of the first."""
        found: dict[str, list[SourceWork]] = {}
        for source in self._sources.values():
            found.setdefault(source.version_of or source.id, []).append(source)
        return {study: printings for study, printings in found.items() if len(printings) > 1}
