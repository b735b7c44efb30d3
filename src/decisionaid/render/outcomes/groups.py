"""View models of the outcomes of a section in their groups.

Layer 2. Which rows belong together is decided in ``bundles``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from decisionaid.model.blocks import main_of
from decisionaid.model.outcome import Outcome
from decisionaid.model.sections import OutcomesSection
from decisionaid.render.outcomes.bundles import (
    bundles,
    by_source,
    differ_in_people,
    split_estimates,
)
from decisionaid.render.outcomes.in_words import Figures
from decisionaid.render.outcomes.said_once import said_once, same_legend, without
from decisionaid.render.outcomes.unmeasured import in_one_line
from decisionaid.render.outcomes.views import (
    EstimateView,
    GroupView,
    OutcomeGroups,
    OutcomeView,
    SourceView,
    StratumView,
)
from decisionaid.render.words.phrases import sentence
from decisionaid.render.words.wording import how_sure

TIMES_AT_ONCE = 3
"""More times of a series than this have a disclosure of their own (three are taken in at once)."""


def groups_of(
    section: OutcomesSection, figures: Figures, level: int, chosen: Collection[str]
) -> OutcomeGroups:
    """Return the rows of a section in groups; ``level`` is the level of the headings in sight.

    Behind the disclosure, where the section is named again, headings are one level lower.

    ``chosen`` are the ids of the rows that stand in sight, those of the one-page grid. What belongs
    to one of them stands with it, other times of a series behind a disclosure of its own.
    """
    return _Grouping(figures, level, chosen).of(section)


class _Grouping:
    """Makes the groups of one section."""

    def __init__(self, figures: Figures, level: int, chosen: Collection[str]) -> None:
        self.figures = figures
        self.aid = figures.aid
        self.level = level
        self.chosen = chosen
        self.once: tuple[str, ...] = ()
        self.legend = ""
        self._views: dict[str, OutcomeView] = {}

    def of(self, section: OutcomesSection) -> OutcomeGroups:
        rows = [row for row in section.outcomes if row.direction != "about-the-study"]
        about = [row for row in section.outcomes if row.direction == "about-the-study"]
        self.once = said_once(rows, self.figures)
        self._views = {row.id: self.figures.view(row, self.level) for row in rows}
        self.legend = same_legend(self._views.values())
        own, estimates = split_estimates(rows)
        parts = list(bundles(own))
        if estimates:
            mains = {main_of(row, self.aid).id for row in estimates}
            # After the last outcome they are of; at the end where that stands in another section.
            places = [n for n, bundle in enumerate(parts, 1) if mains & _ids(bundle)]
            parts.insert(max(places, default=len(parts)), list(estimates))
        shown = tuple(self._group(each, self.level) for each in parts if self._is_chosen(each))
        folded = [each for each in parts if not self._is_chosen(each)]
        return OutcomeGroups(
            open=shown,
            folded=tuple(self._group(each, self.level + 1) for each in folded),
            about_study=tuple(self.figures.view(row, self.level + 1) for row in about),
            folded_rows=sum(map(len, folded)) + len(about),
            once=self.once,
            legend=self._legend(each for each in parts if self._is_chosen(each)),
            folded_legend=self._legend(folded),
        )

    def _legend(self, parts: Iterable[Sequence[Outcome]]) -> str:
        """Return what one mark stands for, where a row of these parts is drawn with such marks."""
        drawn = any(self._views[row.id].legend for part in parts for row in part)
        return self.legend if drawn else ""

    def _view(self, row: Outcome, level: int) -> OutcomeView:
        return replace(without(self._views[row.id], self.once, self.legend), level=level)

    def _is_chosen(self, bundle: Sequence[Outcome]) -> bool:
        """Return whether a bundle is in sight; estimates that disagree go with what they are of."""
        mains = (main_of(row, self.aid) if row.estimate_of else row for row in bundle)
        return any(row.id in self.chosen for row in mains)

    def _group(self, rows: list[Outcome], level: int) -> GroupView:
        first = rows[0]
        if first.estimate_of and len(rows) == sum(bool(row.estimate_of) for row in rows):
            return self._estimates(rows, level)
        if any(row.stratum for row in rows):
            strata = tuple(self._strata(rows, level + 1))
            return GroupView(
                "strata", first.id, first.label, level, self._readers(rows), strata=strata
            )
        if len(rows) > 1:
            return self._series(rows, level)
        view = self._view(first, level)
        return GroupView("single", first.id, "", level, self._readers(rows), rows=(view,))

    def _readers(self, rows: Sequence[Outcome]) -> str:
        return " ".join(self.figures.readers.of_all(row.id for row in rows))

    def _series(self, rows: list[Outcome], outer: int) -> GroupView:
        # One time alone in sight has no heading above it.
        ids = [row.id for row in rows]
        chosen = ([each for each in ids if each in self.chosen] or ids)[:TIMES_AT_ONCE]
        level = outer + (len(chosen) > 1)
        views = tuple(self._view(row, level) for row in rows)
        first = tuple(view for view in views if view.id in chosen)
        later = tuple(view for view in views if view not in first)
        return GroupView(
            "series",
            rows[0].id,
            self.figures.words.say("series", n=len(rows)),
            outer,
            self._readers(rows),
            hint=self.figures.words.say(
                "series_hint_people" if differ_in_people(rows) else "series_hint"
            ),
            rows=first,
            later=later,
            later_words=self.figures.words.say("more_times", n=len(later)),
        )

    def _strata(self, rows: list[Outcome], level: int) -> Iterator[StratumView]:
        by_id = {row.stratum: row for row in rows}
        for stratum in (each for each in self.aid.strata if each.id in by_id):
            view = self._view(by_id.pop(stratum.id), level)
            words = self.figures.words.say(
                "stratum", words=sentence(self.figures.words, stratum.words)
            )
            yield StratumView(stratum.id, words, view)
        for name, row in by_id.items():
            # A draft may name a group that its head does not declare.
            words = self.figures.words.say("stratum", words=str(name))
            yield StratumView(str(name), words, self._view(row, level))

    def _estimates(self, rows: Sequence[Outcome], level: int) -> GroupView:
        sources = tuple(self._source(each, level) for each in by_source(rows, self.aid))
        return GroupView(
            "estimates",
            rows[0].id,
            self.figures.words.say("estimates"),
            level,
            hint=self.figures.words.say("estimates_hint"),
            sources=sources,
        )

    def _source(self, rows: Sequence[Outcome], level: int) -> SourceView:
        cited = rows[0].sources
        return SourceView(
            sources=tuple(self.figures.source_names(cited)),
            source_words=self.figures.source_words(cited),
            lines=tuple(self._estimate(row, level) for row in rows),
        )

    def _estimate(self, row: Outcome, level: int) -> EstimateView:
        full = self._view(row, level) if row.estimate_of else None
        sure = how_sure(self.figures.words, row)
        return EstimateView(
            id=row.id,
            label=self.figures.naming.label(row),
            about=self.figures.about(row),
            figures=tuple(self.figures.in_line(row)),
            others=in_one_line(row, self.figures.naming),
            warnings=tuple(self.figures.warnings(row)),
            sure="" if sure in self.once else sure,
            full=full,
        )


def _ids(rows: Sequence[Outcome]) -> set[str]:
    return {row.id for row in rows}
