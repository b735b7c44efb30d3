"""Write many diagnostics shortly: each kind once, with its first place, what to write, and how many there are.

Layer 0. A fresh draft has the same gap in each of its outcomes; a screen of it tells more than ten do.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from decisionaid.diagnostics import Diagnostic, Severity
from decisionaid.diagnostics.code_frame import printable
from decisionaid.diagnostics.formats import diagnostic_text, listed_lines, painted_head, summary
from decisionaid.text import Source

FEW: Final = 6
"""So many diagnostics are told in full: they fit on a screen or two."""

LONG: Final = "decisionaid check --long"


def as_kinds(
    diagnostics: Sequence[Diagnostic], sources: Mapping[str, Source], *, colour: bool
) -> str:
    """Return each kind with its first place, in the order of the diagnostics, and what they are in all.

    The first, which is the worst, is told in full, with its lines.
    """
    kinds: dict[tuple[str, Severity], list[Diagnostic]] = {}
    for each in diagnostics:
        kinds.setdefault((each.code.number, each.code.severity), []).append(each)
    parts: list[str] = []
    for first, *others in kinds.values():
        if not parts:
            text = diagnostic_text(first, sources.get(first.source), colour=colour)
        else:
            help_ = f"  = help: {printable(first.help)}\n" if first.help else ""
            text = f"{painted_head(first, colour=colour)}\n{help_}"
        if others:
            text += f"  = and {_others(first, others)}\n"
        parts.append(text)
    of = f"They are of {len(kinds)} kinds" if len(kinds) > 1 else "They are all of one kind"
    more = f"{of}. Each with its lines, and why it matters: {LONG}\n" if diagnostics else ""
    return "\n".join([*parts, f"{summary(diagnostics)}\n{more}"])


def _others(first: Diagnostic, others: Sequence[Diagnostic]) -> str:
    """Say how many more of a kind there are, and where."""
    here = [each for each in others if each.source == first.source]
    elsewhere = {each.source for each in others} - {first.source}
    said = f"{len(others)} more of this kind"
    if here:
        lines = listed_lines([each.span for each in here])
        same = all(each.span.line == first.span.line for each in here)
        said += ", in the same line" if same else f", in {lines}"
    if elsewhere:
        files = f"{len(elsewhere)} other file{'s' * (len(elsewhere) != 1)}"
        said += f", and {len(others) - len(here)} in {files}" if here else f", in {files}"
    return said
