"""Read an aid's source into an ``Aid``: every fault at once, each at its place.

Layer 2: knows the models, not the rules nor the pages. ``read_aid`` is the only way in; the steps
are characters, head, comments, blocks, outline, sections.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from decisionaid.diagnostics import Diagnostic
from decisionaid.model.aid import Aid
from decisionaid.model.sections import Section
from decisionaid.read.faults import FAULTS
from decisionaid.read.head.read_head import is_published, read_head, split_head
from decisionaid.read.ids import Ids
from decisionaid.read.ledger import Ledger
from decisionaid.read.names import Names
from decisionaid.read.sections.drafts import Outline
from decisionaid.read.sections.easy import read_easy
from decisionaid.read.sections.measuring import MeasuresReader
from decisionaid.read.sections.outline import Outliner
from decisionaid.read.sections.prose import ProseReader
from decisionaid.read.sections.read_section import read_section
from decisionaid.read.sections.reading import Reader
from decisionaid.read.suggest_ids import id_from, is_id
from decisionaid.read.text.characters import plain_lines, too_large
from decisionaid.read.text.comments import without_comments
from decisionaid.read.text.left_marks import report_left_marks
from decisionaid.read.text.lookalikes import report_lookalikes
from decisionaid.read.text.pasted import with_lists
from decisionaid.read.text.read_blocks import read_blocks
from decisionaid.text import Path, Source, SpanMap

__all__ = ["FAULTS", "Reading", "read_aid"]


@dataclass(frozen=True)
class Reading:
    """What reading gave.

    ``aid`` is None when the head cannot be read. ``unread`` are parts that were written but could
    not be read: a diagnostic says so already, so rules have nothing to add about them.
    """

    aid: Aid | None
    diagnostics: tuple[Diagnostic, ...]
    spans: SpanMap
    unread: frozenset[Path]
    rows: frozenset[Path]
    """Outcomes that were written as rows of a table: messages speak of row and column."""


def read_aid(source: Source) -> Reading:
    """Read a source. Nothing is raised for what an author may have written."""
    ledger = Ledger(source)
    aid = _read(ledger)
    found = {(d.code.number, d.span, d.message): d for d in reversed(ledger.diagnostics)}
    ordered = sorted(found.values(), key=lambda each: each.sort_key)
    unread, rows = frozenset(ledger.unread), frozenset(ledger.rows)
    return Reading(aid, tuple(ordered), ledger.spans, unread, rows)


def _read(ledger: Ledger) -> Aid | None:
    if too_large(ledger):
        return None
    lines = plain_lines(ledger)
    report_lookalikes(lines, ledger)
    apart = split_head(lines, ledger)
    if apart is None:
        return None
    head_lines, first_line = apart
    head = read_head(head_lines, ledger)
    if head is None:
        return None
    body = lines[first_line - 1 :]
    body = without_comments(body, first_line, ledger, published=is_published(head))
    report_left_marks(head_lines, 2, ledger, body=False)
    report_left_marks(body, first_line, ledger, body=True)
    body = with_lists(body, first_line, ledger)
    names = Names(
        ledger,
        sources=dict.fromkeys(work.id for work in head["sources"]),
        strata=dict.fromkeys(stratum.id for stratum in head["strata"]),
        labels={
            words.casefold(): work.id
            for work in head["sources"]
            for words in (work.title, work.short)
            if words
        },
    )
    ids = Ids(ledger)
    blocks = read_blocks(body, first_line, ledger)
    outline = Outliner(ledger, ids, names).read(blocks, first_line)
    reader = Reader(ledger, ids, names, ProseReader(ledger, names))
    return _aid(reader, head, outline)


def _aid(reader: Reader, head: dict[str, Any], outline: Outline) -> Aid:
    measuring = MeasuresReader(reader, head["sources"])
    sections: list[Section] = [
        read_section(reader, draft, ("sections", number), measuring)
        for number, draft in enumerate(outline.sections)
    ]
    slug = reader.ledger.source.slug
    opening = reader.prose.read(outline.opening, ("opening",))
    if opening:
        reader.ledger.spans.put(("opening",), reader.ledger.spans.nearest(("opening", 0)))
    return Aid(
        slug=slug if is_id(slug) else id_from(slug, "aid"),
        title=outline.title,
        opening=opening,
        opening_easy=read_easy(reader, outline.easy, (), "opening_easy"),
        sections=tuple(sections),
        **head,
    )
