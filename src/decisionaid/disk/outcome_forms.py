"""Write the outcomes of an aid as tables or in the long form, and prove that the aid stays the same.

Layer 4. Compiles before and after: a form is only offered where what was read of it is the same aid
with the same diagnostics.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from decisionaid.compiler import Compiled, compile_aid
from decisionaid.diagnostics import Severity
from decisionaid.exchange.fold_outcomes import folded_section
from decisionaid.exchange.outcome_edits import joined, lines_of, main_ending
from decisionaid.exchange.outcome_lines import find_outcomes
from decisionaid.exchange.section_lines import StudyRows
from decisionaid.exchange.study_lines import Unfolded, unfolded
from decisionaid.model.sections import OutcomesSection
from decisionaid.text import Source

Form = Literal["table", "long"]


@dataclass(frozen=True)
class Written:
    """A source as its author wrote it, and in the long form."""

    source: Source
    long: Unfolded


def in_form(source: Source, form: Form) -> str:
    """Return a source with its outcomes as tables, or each with a heading; as it was where that cannot be."""
    compiled = compile_aid(source)
    if compiled.aid is None or is_broken(compiled):
        return source.text
    text = long_form(compiled).text
    if form == "table":
        text = with_tables(Source(source.name, text, source.slug), {})
    return text if says_the_same(compiled, text) else source.text


def as_written(written: Written, long: Source, text: str) -> str:
    """Return a changed text of the long form with the tables that the author had.

    A section that has not changed stays byte for byte; ``long`` is the long form before the change.
    """
    if text == long.text:
        return written.source.text
    if not written.long.tables and written.long.text == written.source.text:
        return text
    old, new = _sections(long), _sections(Source(long.name, text, long.slug))
    as_was = _sections(written.source)
    if len(old) != len(new) or len(old) != len(as_was):
        return text
    changed = {n: had for n, had in written.long.tables.items() if old[n] != new[n]}
    folded = _sections(
        Source(long.name, with_tables(Source(long.name, text, long.slug), changed), long.slug)
        if changed
        else Source(long.name, text, long.slug)
    )
    parts = [as_was[n] if old[n] == new[n] else folded[n] for n in range(len(old))]
    made = _head(Source(long.name, text)) + "".join(parts)
    wanted = compile_aid(Source(long.name, text, long.slug))
    return made if says_the_same(wanted, made) else text


def _starts(source: Source) -> list[int]:
    compiled = compile_aid(source)
    count = len(compiled.aid.sections) if compiled.aid else 0
    return [compiled.spans.nearest(("sections", n)).line - 1 for n in range(count)]


def _sections(source: Source) -> list[str]:
    """Return the text of each section."""
    lines, starts = lines_of(source.text), _starts(source)
    return [
        joined(lines[start:end], "")
        for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)
    ]


def _head(source: Source) -> str:
    lines, starts = lines_of(source.text), _starts(source)
    return joined(lines[: starts[0]] if starts else lines, "")


def is_broken(compiled: Compiled) -> bool:
    """Whether something in the source was not understood, so that lines are not what they seem."""
    return any(
        each.code.severity is Severity.ERROR and each.code.number.startswith("DA0")
        for each in compiled.diagnostics
    )


def long_form(compiled: Compiled) -> Unfolded:
    """Return the source of an aid that was read whole, without tables of outcomes."""
    if compiled.aid is None:
        return Unfolded(compiled.source.text, {})
    return unfolded(compiled.source, compiled.aid, compiled.spans)


def with_tables(source: Source, before: Mapping[int, Sequence[StudyRows]] | None) -> str:
    """Return a source in the long form with tables in place of headings, section by section.

    ``before`` are the tables that sections had: then no other section gets any.
    """
    compiled = compile_aid(source)
    if compiled.aid is None or is_broken(compiled):
        return source.text
    found, why = find_outcomes(source, compiled.aid, compiled.spans)
    if why is not None:
        return source.text
    numbers = [
        n for n, each in enumerate(compiled.aid.sections) if isinstance(each, OutcomesSection)
    ]
    text = source.text
    for number, section in reversed(list(zip(numbers, found, strict=True))):
        tables = (before or {}).get(number, ())
        if before and not tables:
            continue
        lines = lines_of(text)
        made = folded_section(source.text, compiled.aid, section, tables)
        if made is None:
            continue
        lines[section.start : section.end] = made
        tried = joined(lines, main_ending(source.text))
        if says_the_same(compiled, tried):
            text = tried
    return text


def says_the_same(compiled: Compiled, text: str) -> bool:
    """Whether another text is read as the same aid."""
    source = compiled.source
    after = compile_aid(Source(source.name, text, source.slug))
    return after.aid == compiled.aid and _found(after) == _found(compiled)


def _found(compiled: Compiled) -> set[str]:
    # What stands above a table is told once, and of each outcome with a heading by itself.
    return {f"{each.code.number} {each.message}" for each in compiled.diagnostics}
