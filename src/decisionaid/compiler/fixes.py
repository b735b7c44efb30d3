"""Mend in a source what is certain, and prove by compiling it again that nothing got worse.

Layer 3, pure: the edits come with the diagnostics, and here they are put into the text exactly; line
ends and all other characters stay as they are. Figures are never touched.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from decisionaid.compiler import Compiled, compile_aid
from decisionaid.diagnostics import Diagnostic, Edit
from decisionaid.model.aid import Aid
from decisionaid.text import LINE_END, Source, Span

MAX_ROUNDS: Final = 8
"""An edit may bare the next fault, such as a second tab on a line; after so many rounds it is enough."""

MAX_TRIALS: Final = 60
"""Edits that are tried one by one, when all of them together would make something worse."""

_LINE_END = re.compile(LINE_END)


@dataclass(frozen=True)
class Mended:
    """What mending makes of a source. ``mended`` are the diagnostics whose edits are in ``text``."""

    source: Source
    text: str
    mended: tuple[Diagnostic, ...]

    @property
    def difference(self) -> str:
        """The lines that change, as a unified difference; empty when none does."""
        after = Source(self.source.name, self.text)
        lines = difflib.unified_diff(
            self.source.lines, after.lines, self.source.name, self.source.name, lineterm=""
        )
        return "".join(f"{line}\n" for line in lines)


def mend(source: Source, *, today: date | None = None) -> Mended:
    """Return the source with every edit that is certain and makes nothing worse."""
    compiled = compile_aid(source, today=today)
    done: list[Diagnostic] = []
    trials = MAX_TRIALS
    for _ in range(MAX_ROUNDS):
        able = _apart(each for each in compiled.diagnostics if each.edits)
        groups = [able]
        after = _tried(compiled, able, today) if able else None
        if after is None:  # one of them does harm: find out which
            groups, trials = [[each] for each in able[:trials]], max(0, trials - len(able))
        fine = compiled
        taken: list[Diagnostic] = []
        for group in groups:
            better = after or _tried(compiled, [*taken, *group], today)
            if better is not None:
                fine, taken = better, [*taken, *group]
        if not taken:
            break
        compiled, done = fine, done + taken
    return Mended(source, compiled.source.text, tuple(done))


def _apart(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Leave out those whose edits would meet the edits of one before."""
    kept: list[Diagnostic] = []
    taken: list[tuple[tuple[int, int], tuple[int, int]]] = []
    for each in diagnostics:
        places = [_ends(edit.span) for edit in each.edits]
        if not any(
            start <= end_taken and start_taken <= end
            for start, end in places
            for start_taken, end_taken in taken
        ):
            kept.append(each)
            taken += places
    return kept


def _ends(span: Span) -> tuple[tuple[int, int], tuple[int, int]]:
    return (span.line, span.column), (span.end_line, span.end_column)


def _tried(before: Compiled, able: Sequence[Diagnostic], today: date | None) -> Compiled | None:
    """Return what compiling gives with the edits, or None when anything is worse than before."""
    old = before.source
    text = applied(old.text, [edit for each in able for edit in each.edits])
    after = compile_aid(Source(old.name, text, old.slug), today=today)
    if before.aid is None and after.aid is not None:
        return after  # what the head hid can be said now, and is no worse for that
    lost = before.aid is not None and after.aid is None
    moved = (
        before.aid is not None
        and after.aid is not None
        and _figures(before.aid) != _figures(after.aid)
    )
    fewer = len(after.diagnostics) < len(before.diagnostics)
    new = _counted(after.diagnostics) - _counted(before.diagnostics)
    return after if fewer and not (lost or moved or new) else None


def _counted(diagnostics: Iterable[Diagnostic]) -> Counter[str]:
    return Counter(each.code.number for each in diagnostics)


def _figures(aid: Aid) -> list[tuple[str, object]]:
    return [(cell.option, cell.figure) for outcome in aid.outcomes for cell in outcome.cells]


def applied(text: str, edits: Iterable[Edit]) -> str:
    """Return the text with edits put in; none of them may overlap another."""
    starts = [0, *(found.end() for found in _LINE_END.finditer(text))]
    parts: list[str] = []
    at = len(text)
    for span, new in sorted(edits, reverse=True):
        start = starts[span.line - 1] + span.column - 1
        end = starts[span.end_line - 1] + span.end_column - 1
        if not start <= end <= at:
            raise ValueError("edits overlap, or lie outside the text")
        parts += [text[end:at], new]
        at = start
    return "".join(reversed([*parts, text[:at]]))
