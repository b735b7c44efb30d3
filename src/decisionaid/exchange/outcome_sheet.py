"""Take the outcomes of an aid out into a table of outcomes, and turn a table of outcomes into the source it asks for.

Layer 2. Nothing here reads or writes an aid's file, and nothing here knows the grammar of a cell:
who imports compiles the new text and gives its diagnostics back, to be told by the table's cells.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from decisionaid.diagnostics import Diagnostic, Severity
from decisionaid.exchange.columns import MADE_FROM, Choices
from decisionaid.exchange.outcome_edits import Editor, Line, joined, main_ending
from decisionaid.exchange.outcome_lines import SectionLines, find_outcomes
from decisionaid.exchange.outcome_rows import (
    Wanted,
    WantedSection,
    table_from,
    too_long,
    wanted_from,
)
from decisionaid.exchange.table import CellFault, OutcomeTable
from decisionaid.exchange.wrong_cells import as_before
from decisionaid.model.aid import Aid
from decisionaid.text import Source, SpanMap


@dataclass(frozen=True)
class Original:
    """An aid as it was compiled; ``sha256`` are the first digits of the hash of its source."""

    source: Source
    aid: Aid
    spans: SpanMap
    sha256: str

    @property
    def choices(self) -> Choices:
        """What the drop-downs of a table offer."""
        found, _ = find_outcomes(self.source, self.aid, self.spans)
        return Choices(
            options=tuple(option.id for option in self.aid.all_options),
            sections=tuple(section.name for section in found),
            sources=tuple(source.id for source in self.aid.sources),
            strata=tuple(stratum.id for stratum in self.aid.strata),
            outcomes=tuple(outcome.id for outcome in self.aid.outcomes),
        )


@dataclass(frozen=True)
class Imported:
    """What a table makes of a source.

    ``text`` is the new source, None when the cells have faults. ``rest`` is it then with what the aid
    says now in each wrong cell, to find what else is wrong; None when there is no such text.
    ``notes`` say in words what the difference may not show well. ``lines`` know the cells they were made of.
    """

    text: str | None
    faults: tuple[CellFault, ...] = ()
    notes: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    rest: str | None = None


def export_outcomes(original: Original) -> OutcomeTable | str:
    """Return the table of an aid's outcomes, or why there can be none."""
    sections, why = find_outcomes(original.source, original.aid, original.spans)
    if why is not None:
        return why
    if not sections:
        return "the aid has no section of outcomes"
    table = table_from(sections, original.sha256)
    place = too_long(table)
    return f"the text for {place} is longer than a cell can be" if place else table


def import_outcomes(table: OutcomeTable, original: Original) -> Imported:
    """Return the source that a table asks for; only the lines that differ are written anew."""
    sections, why = find_outcomes(original.source, original.aid, original.spans)
    if why is not None:
        return Imported(None, (CellFault(original.source.name, why, "write it so first"),))
    wanted, faults = wanted_from(table, original.choices, sections)
    wrong = (*table.faults, *faults)
    if wrong:
        return _without_wrong_cells(table, wrong, original, sections)
    new, lines = _rewritten(table, original, sections, wanted)
    return Imported(new, (), tuple(_notes(table, original, sections, wanted)), tuple(lines))


def _rewritten(
    table: OutcomeTable,
    original: Original,
    sections: Sequence[SectionLines],
    wanted: dict[str, WantedSection],
) -> tuple[str, Sequence[Line]]:
    text = original.source.text
    lines = Editor(text, table).rewrite(sections, wanted)
    return joined(lines, main_ending(text)), lines


def _without_wrong_cells(
    table: OutcomeTable,
    wrong: tuple[CellFault, ...],
    original: Original,
    sections: Sequence[SectionLines],
) -> Imported:
    others = as_before(table, wrong, table_from(sections, ""))
    if others is None:
        return Imported(None, wrong)
    wanted, more = wanted_from(others, original.choices, sections)
    if more:
        return Imported(None, wrong)
    rest, lines = _rewritten(others, original, sections, wanted)
    return Imported(None, wrong, lines=tuple(lines), rest=rest)


def difference(old: Source, new: str) -> str:
    """Return the lines that change, as a unified difference; empty when none does."""
    before, after = old.lines, Source(old.name, new).lines
    lines = difflib.unified_diff(
        before, after, f"{old.name} (now)", f"{old.name} (sheet)", lineterm=""
    )
    return "".join(f"{line}\n" for line in lines)


def faults_of_cells(
    before: Iterable[Diagnostic], after: Iterable[Diagnostic], imported: Imported
) -> list[CellFault]:
    """Tell what the new source says wrong that the old one did not, by the cells it comes from."""
    known = Counter(_kind(each) for each in before)
    faults = []
    for each in after:
        if known[_kind(each)] > 0:
            known[_kind(each)] -= 1
            continue
        stops = each.code.severity is Severity.ERROR
        place = _place(each, imported.lines)
        faults.append(CellFault(place, each.message, each.help, each.code.number, stops))
    return faults


def _kind(diagnostic: Diagnostic) -> tuple[str, str]:
    """What a diagnostic says without its numbers: '1 week, not 3 months' stays the fault it was."""
    return diagnostic.code.number, re.sub(r"\d+", "0", diagnostic.message)


def unwritten(table: OutcomeTable, after: Original) -> list[CellFault]:
    """Tell where the new source, read again, does not say what the table says.

    Markdown can take a text for something else; then the cell is told and nothing may be written.
    """
    sections, why = find_outcomes(after.source, after.aid, after.spans)
    again = table_from(sections, "")
    asked, _ = wanted_from(table, after.choices, sections)
    got, _ = wanted_from(again, after.choices, sections)
    faults = [] if why is None else [CellFault(after.source.name, why, "look at the sheet again")]
    for name in asked:
        faults += _unlike(table, asked[name], got.get(name, WantedSection()))
    return faults


def _unlike(table: OutcomeTable, asked: WantedSection, got: WantedSection) -> list[CellFault]:
    found = {each.id: each for each in got.outcomes}
    pairs = [(each, found.get(each.id)) for each in asked.outcomes]
    if asked.own is not None:
        pairs.append((asked.own, got.own))
    return [
        CellFault(
            table.place(one.row, title),
            f"the aid would not say '{one.text(title)[:60]}' as it stands here",
            "write it in plain words, without marks that Markdown knows",
        )
        for one, other in pairs
        for title in _titles_unlike(table, one, other)
    ]


def _titles_unlike(table: OutcomeTable, one: Wanted, other: Wanted | None) -> list[str]:
    if other is None:
        return ["Outcome id"]
    titles = [
        title
        for title in table.letters
        if title not in {"Section", MADE_FROM} and one.text(title) != other.text(title)
    ]
    mine = [(option.text, figure.text) for option, figure in one.figures]
    theirs = [(option.text, figure.text) for option, figure in other.figures]
    return titles if mine == theirs else [*titles, "Figure"]


def _place(diagnostic: Diagnostic, lines: Sequence[Line]) -> str:
    span = diagnostic.span
    own = f"{diagnostic.source}:{span.line}:{span.column}"
    if not 0 < span.line <= len(lines) or not lines[span.line - 1].cells:
        return own
    line = lines[span.line - 1]
    touched = []
    for cell in line.cells:
        start = line.text.find(cell.text) + 1
        end = start + len(cell.text)
        if cell.text and start <= span.column and span.end_column <= end:
            return cell.place
        if cell.text and start < span.end_column and span.column < end:
            touched.append(cell)
    # A whole line of a table is at fault for its figure, a whole heading for its id.
    row = line.text.lstrip().startswith("|")
    return line.cells[-1].place if row else (*touched, line.cells[0])[0].place


def _notes(
    table: OutcomeTable,
    original: Original,
    sections: Sequence[SectionLines],
    wanted: dict[str, WantedSection],
) -> Iterable[str]:
    made_from = {row.get(MADE_FROM) for row in table.rows} - {""}
    if not made_from:
        yield "The sheet does not say which text of the aid it was made from."
    elif made_from != {original.sha256}:
        yield (
            "The aid has changed since the sheet was made. Read the difference with care: it may "
            "take those changes back."
        )
    before = [each.id for section in sections for each in section.outcomes]
    after = [each.id for section in wanted.values() for each in section.outcomes]
    if gone := [each for each in before if each not in after]:
        yield f"Taken out: {', '.join(gone)}. What links to them must change too."
    if new := [each for each in after if each not in before]:
        yield f"New: {', '.join(new)}."
