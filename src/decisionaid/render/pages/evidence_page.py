"""Render the evidence page: every figure as printed and as shown, every source, who made the aid.

Layer 2.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from decisionaid.language import Words
from decisionaid.model.aid import Aid
from decisionaid.model.figure import NotKnown
from decisionaid.model.outcome import HowCertain, MattersFrom, Outcome
from decisionaid.model.sections import OutcomesSection, TestSection
from decisionaid.render.figures.printed import printed
from decisionaid.render.outcomes.frames import frame_of
from decisionaid.render.outcomes.in_words import Figures
from decisionaid.render.outcomes.printed_comparisons import comparison_as_printed
from decisionaid.render.outcomes.screening import NodeView, TestView, view_test
from decisionaid.render.pages.page import SiteView, frame, laid_out
from decisionaid.render.pages.provenance import paper_head, source_views, statements
from decisionaid.render.words.phrases import sentence
from decisionaid.render.words.wording import (
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
    return laid_out("layout/evidence.html", _context(aid, site, figures or Figures(aid)))


def evidence_inside(aid: Aid, site: SiteView, figures: Figures) -> Markup:
    """Return what the evidence page says, as a part of the aid page in one file."""
    inside = laid_out("layout/evidence-inside.html", _context(aid, site, figures))
    return Markup(inside)  # noqa: S704 - the template has escaped what it was given


def _context(aid: Aid, site: SiteView, figures: Figures) -> dict[str, object]:
    return frame(aid, site) | {
        "aid": aid,
        "parts": tuple(_parts(aid, figures)),
        "statements": statements(aid, site.today),
        "sources": source_views(aid, figures.clock),
        "paper_head": paper_head(aid),
    }


def _parts(aid: Aid, figures: Figures) -> Iterator[EvidencePart]:
    for section in aid.sections:
        if isinstance(section, OutcomesSection):
            rows = tuple(_row(outcome, aid, figures) for outcome in section.outcomes)
            yield EvidencePart(section.heading, rows)
        elif isinstance(section, TestSection):
            yield EvidencePart(section.heading, (_test_row(section, figures),))


def _row(outcome: Outcome, aid: Aid, figures: Figures) -> EvidenceRow:
    words, shown = figures.words, []
    for cell in outcome.cells:
        figure = figures.shown(outcome, cell)
        said = figure.short if figure.look == "figure" else figure.what
        shown.append((figures.name(cell.option), printed(words, cell.figure), said))
    strata = {stratum.id: stratum.words for stratum in aid.strata}
    group = strata.get(outcome.stratum or "", outcome.stratum or "")
    ended = outcome.out_of_date
    facts: list[Pair] = [
        (words.say("row_group"), _some(words, group)),
        (words.say("row_time"), (time_line(words, outcome.time),)),
        (words.say("row_people"), () if ended else (people_line(words, outcome.people),)),
        (words.say("row_certainty"), () if ended else _certainty(words, outcome.certainty)),
        (words.say("row_comparison"), tuple(_comparisons(outcome, figures))),
        (words.say("row_frame"), _ours(frame_of(outcome, figures.naming))),
        (words.say("row_said_as"), _said_as(outcome)),
        (
            words.say("row_count"),
            _some(words, words.row([each for each in outcome.count or () if each])),
        ),
        (words.say("row_scale"), _ours(scale_line(words, outcome.scale))),
        (words.say("row_matters"), _ours(_matters(words, outcome))),
        (words.say("row_fit"), _some(words, outcome.fit)),
        (words.say("row_note"), _some(words, outcome.note)),
        (words.say("row_late"), _ours(figures.late(outcome.sources))),
        (words.say("row_chosen"), _some(words, outcome.chosen)),
    ]
    return EvidenceRow(
        id=outcome.id,
        label=outcome.label,
        figures=tuple(shown),
        facts=tuple((name, said) for name, said in facts if said),
        sources=tuple(figures.source_names(outcome.sources)),
        source_words=figures.source_words(outcome.sources),
        ended=ended,
    )


def _said_as(outcome: Outcome) -> tuple[str, ...]:
    """Return both wordings: a row of ranges or ratios shows them nowhere else."""
    said_as = outcome.said_as
    return (said_as.happens, said_as.otherwise) if said_as else ()


def _test_row(section: TestSection, figures: Figures) -> EvidenceRow:
    test, words = view_test(section, figures), figures.words
    nodes = [(row.words, node) for row in test.branches for node in row.cells]
    cells = (*section.cells, None, None, None, None)[: len(nodes)]
    facts: list[Pair] = [(words.say("row_time"), (time_line(words, section.time),))]
    if not section.out_of_date:
        facts.append((words.say("row_people"), (people_line(words, section.people),)))
        facts.append((words.say("row_certainty"), _certainty(words, section.certainty)))
    if test.apart:
        facts.append((words.say("row_comparison"), (test.apart,)))
    if late := figures.late(section.sources):
        facts.append((words.say("row_late"), (late,)))
    return EvidenceRow(
        id=test.id,
        label=section.heading,
        figures=tuple(
            (
                words.say("named", name=name, what=node.label),
                printed(words, cell),
                _as_shown(words, node, test),
            )
            for (name, node), cell in zip(nodes, cells, strict=True)
        ),
        facts=tuple(facts),
        sources=test.sources,
        source_words=test.source_words,
        ended=section.out_of_date,
    )


def _as_shown(words: Words, node: NodeView, test: TestView) -> str:
    """Return a cell of a test as the aid shows it, with the group it is of."""
    if node.look != "figure":
        return node.number
    return words.say("share", n=node.number, of=test.of)


def _certainty(words: Words, certainty: HowCertain | None) -> tuple[str, ...]:
    lines = (certainty_line(words, certainty), certainty_reason(words, certainty))
    return tuple(line for line in lines if line)


def _some(words: Words, said: str | None) -> tuple[str, ...]:
    """Return an author's words as a sentence, if there are any."""
    return (sentence(words, said),) if said else ()


def _ours(said: str) -> tuple[str, ...]:
    return (said,) if said else ()


def _comparisons(outcome: Outcome, figures: Figures) -> Iterator[str]:
    yield from figures.warnings(outcome)
    for comparison in outcome.comparisons:
        yield comparison_as_printed(comparison, figures.naming)


def _matters(words: Words, outcome: Outcome) -> str:
    match outcome.matters_from:
        case MattersFrom(points=points):
            return words.say("full_stop", words=words.say("points", n=points))
        case NotKnown(reason=reason):
            return words.say("not_known_compare", reason=sentence(words, reason))
        case _:
            return ""
