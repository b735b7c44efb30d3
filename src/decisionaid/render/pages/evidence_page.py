"""Render the evidence page: every figure as printed and as shown, every source, who made the aid.

Layer 2.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from decisionaid.model.aid import Aid
from decisionaid.model.figure import NotKnown
from decisionaid.model.outcome import HowCertain, MattersFrom, Outcome
from decisionaid.model.sections import OutcomesSection, TestSection
from decisionaid.render.figures.printed import printed
from decisionaid.render.outcomes.in_words import Figures
from decisionaid.render.outcomes.screening import NodeView, TestView, view_test
from decisionaid.render.outcomes.sentences import comparison_as_printed
from decisionaid.render.pages.environment import templates
from decisionaid.render.pages.page import SiteView, frame
from decisionaid.render.pages.provenance import paper_head, source_views, statements
from decisionaid.render.words.messages import say
from decisionaid.render.words.numerals import number, sentence
from decisionaid.render.words.wording import (
    Naming,
    certainty_line,
    certainty_reason,
    people_line,
    scale_line,
    time_line,
)

Pair = tuple[str, tuple[str, ...]]
"""A name and what is said under it."""


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One outcome: its figures as (option, as printed, as shown), its facts, its sources."""

    id: str
    label: str
    figures: tuple[tuple[str, str, str], ...]
    facts: tuple[Pair, ...]
    sources: tuple[tuple[str, str], ...]
    source_words: str
    ended: bool
    """Whether its figures are out of date: then each is said to be so, once."""


@dataclass(frozen=True, slots=True)
class EvidencePart:
    """The rows under one heading of the aid."""

    heading: str
    rows: tuple[EvidenceRow, ...]


def render_evidence_page(aid: Aid, site: SiteView, figures: Figures | None = None) -> str:
    """Return the evidence page as HTML; ``figures`` None: they are put into words for it alone."""
    figures = figures or Figures(aid)
    context = {
        "aid": aid,
        "parts": tuple(_parts(aid, figures)),
        "statements": statements(aid, site.today),
        "sources": source_views(aid, figures.clock),
        "paper_head": paper_head(aid),
    }
    return (
        templates(site.theme)
        .get_template("layout/evidence.html")
        .render(frame(aid, site), **context)
    )


def _parts(aid: Aid, figures: Figures) -> Iterator[EvidencePart]:
    for section in aid.sections:
        if isinstance(section, OutcomesSection):
            rows = tuple(_row(outcome, aid, figures) for outcome in section.outcomes)
            yield EvidencePart(section.heading, rows)
        elif isinstance(section, TestSection):
            yield EvidencePart(section.heading, (_test_row(section, figures),))


def _row(outcome: Outcome, aid: Aid, figures: Figures) -> EvidenceRow:
    shown = []
    for cell in outcome.cells:
        figure = figures.shown(outcome, cell)
        words = figure.short if figure.look == "figure" else figure.what
        shown.append((figures.name(cell.option), printed(cell.figure), words))
    strata = {stratum.id: stratum.words for stratum in aid.strata}
    group = strata.get(outcome.stratum or "", outcome.stratum or "")
    ended = outcome.out_of_date
    facts: list[Pair] = [
        (say("row_group"), _some(group)),
        (say("row_time"), (time_line(outcome.time),)),
        (say("row_people"), () if ended else (people_line(outcome.people),)),
        (say("row_certainty"), () if ended else _certainty(outcome.certainty)),
        (say("row_comparison"), tuple(_comparisons(outcome, figures.naming))),
        (say("row_said_as"), _said_as(outcome)),
        (say("row_count"), _some(", ".join(outcome.count or ()))),
        (say("row_scale"), _some(scale_line(outcome.scale))),
        (say("row_matters"), _some(_matters(outcome))),
        (say("row_fit"), _some(outcome.fit)),
        (say("row_note"), _some(outcome.note)),
        (say("row_late"), _some(figures.late(outcome.sources))),
        (say("row_chosen"), _some(outcome.chosen)),
    ]
    return EvidenceRow(
        id=outcome.id,
        label=outcome.label,
        figures=tuple(shown),
        facts=tuple((name, words) for name, words in facts if words),
        sources=tuple(figures.source_names(outcome.sources)),
        source_words=figures.source_words(outcome.sources),
        ended=ended,
    )


def _said_as(outcome: Outcome) -> tuple[str, ...]:
    """Return both wordings: a row of ranges or ratios shows them nowhere else."""
    said_as = outcome.said_as
    return (said_as.happens, said_as.otherwise) if said_as else ()


def _test_row(section: TestSection, figures: Figures) -> EvidenceRow:
    test = view_test(section, figures)
    nodes = [(row.words, node) for row in test.branches for node in row.cells]
    cells = (*section.cells, None, None, None, None)[: len(nodes)]
    facts: list[Pair] = [(say("row_time"), (time_line(section.time),))]
    if not section.out_of_date:
        facts.append((say("row_people"), (people_line(section.people),)))
        facts.append((say("row_certainty"), _certainty(section.certainty)))
    if late := figures.late(section.sources):
        facts.append((say("row_late"), (late,)))
    return EvidenceRow(
        id=test.id,
        label=section.heading,
        figures=tuple(
            (f"{words}: {node.label}", printed(cell), _as_shown(node, test))
            for (words, node), cell in zip(nodes, cells, strict=True)
        ),
        facts=tuple(facts),
        sources=test.sources,
        source_words=test.source_words,
        ended=section.out_of_date,
    )


def _as_shown(node: NodeView, test: TestView) -> str:
    """Return a cell of a test as the aid shows it, with the group it is of."""
    if node.look != "figure":
        return node.number
    return say("share", n=node.number, of=test.of)


def _certainty(certainty: HowCertain | None) -> tuple[str, ...]:
    lines = (certainty_line(certainty), certainty_reason(certainty))
    return tuple(line for line in lines if line)


def _some(words: str | None) -> tuple[str, ...]:
    return (sentence(words),) if words else ()


def _comparisons(outcome: Outcome, naming: Naming) -> Iterator[str]:
    for comparison in outcome.comparisons:
        yield comparison_as_printed(comparison, naming)


def _matters(outcome: Outcome) -> str:
    match outcome.matters_from:
        case MattersFrom(points=points):
            return say("points", n=number(points))
        case NotKnown(reason=reason):
            return say("not_known_compare", reason=sentence(reason))
        case _:
            return ""
