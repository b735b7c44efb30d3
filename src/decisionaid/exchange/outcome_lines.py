"""Find the lines of ``.outcomes`` in a source: which line says what.

Layer 2. Works on a source that was read without faults of reading, with the aid and the places that
came of it, so the few forms of line are known to be right; what still differs is told, not guessed.
Line numbers count from 0 here, ends are exclusive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from decisionaid.exchange.columns import (
    DIRECTION,
    ESTIMATE,
    FIELDS,
    MORE,
    SENSITIVE,
    SERIES,
    STRATUM,
    YES,
)
from decisionaid.model.aid import Aid
from decisionaid.model.outcome import Outcome
from decisionaid.model.sections import OutcomesSection
from decisionaid.text import Path, Source, SpanMap

_HEADING = re.compile(r" {0,3}(#{2,3})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*")
_ITEM = re.compile(r" {0,3}[-*+][ \t]+(.*)")
_FIELD = re.compile(r"([^:\n]{1,60}?) ?:(?=\s|$)")
_STROKE = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True)
class FieldLines:
    """A field: its name, its words on one line, and the lines it takes."""

    name: str
    value: str
    start: int
    end: int


@dataclass(frozen=True)
class FigureLine:
    """A line of the table of figures; the figure without the backslash before a stroke."""

    option: str
    figure: str
    line: int


@dataclass(frozen=True)
class OutcomeLines:
    """An outcome: what it says as it is written, and the lines from its heading to its end."""

    id: str
    label: str
    braces: Mapping[str, str]
    """Direction, series and the like, by the titles of their columns."""
    fields: tuple[FieldLines, ...]
    figures: tuple[FigureLine, ...]
    table: tuple[int, int] | None
    """The first line of the table and the line after it; None without a table."""
    start: int
    end: int


@dataclass(frozen=True)
class SectionLines:
    """A section of outcomes; ``name`` is its heading, with a number where two are the same."""

    name: str
    fields: tuple[FieldLines, ...]
    outcomes: tuple[OutcomeLines, ...]
    start: int
    end: int

    @property
    def body(self) -> int:
        """The line at which the first outcome begins, or the end."""
        return self.outcomes[0].start if self.outcomes else self.end


def find_outcomes(
    source: Source, aid: Aid, spans: SpanMap
) -> tuple[tuple[SectionLines, ...], str | None]:
    """Return the sections of outcomes, and what a table of outcomes cannot hold in words (None: nothing)."""
    lines = source.lines
    starts = [spans.nearest(("sections", n)).line - 1 for n in range(len(aid.sections))]
    ends = [*starts[1:], len(lines)]
    found: list[SectionLines] = []
    names: list[str] = []
    for number, section in enumerate(aid.sections):
        if not isinstance(section, OutcomesSection):
            continue
        heading = _HEADING.fullmatch(lines[starts[number]])
        if heading is None or heading[1] != "##":
            return (), f"the heading in line {starts[number] + 1} is not written with ##"
        same = names.count(section.heading)
        names.append(section.heading)
        name = f"{section.heading} ({same + 1})" if same else section.heading
        places = [
            spans.nearest(("sections", number, "outcomes", n)).line - 1
            for n in range(len(section.outcomes))
        ]
        outcomes = []
        for n, outcome in enumerate(section.outcomes):
            end = [*places[1:], ends[number]][n]
            path = ("sections", number, "outcomes", n)
            read = _outcome(lines, outcome, (places[n], end), spans, path)
            if isinstance(read, str):
                return (), read
            outcomes.append(read)
        body = places[0] if places else ends[number]
        fields = tuple(_fields(lines, starts[number] + 1, body))
        found.append(SectionLines(name, fields, tuple(outcomes), starts[number], ends[number]))
    return tuple(found), None


def _outcome(
    lines: tuple[str, ...], outcome: Outcome, place: tuple[int, int], spans: SpanMap, path: Path
) -> OutcomeLines | str:
    start, end = place
    heading = _HEADING.fullmatch(lines[start])
    if heading is None or heading[1] != "###":
        return f"the heading in line {start + 1} is not written with ###"
    label = heading[2]
    if label.endswith("}"):
        label = label[: label.rfind("{")].rstrip()
    table, figures = _table(lines, start + 1, end)
    cells = {cell.option: number for number, cell in enumerate(outcome.cells)}
    for figure in figures:
        number = cells.get(figure.option)
        if number is not None and spans.nearest((*path, "cells", number)).line != figure.line + 1:
            return f"line {figure.line + 1} is not read as a line of a table"
    fields = tuple(_fields(lines, start + 1, end))
    return OutcomeLines(outcome.id, label, _braces(outcome), fields, figures, table, start, end)


def _braces(outcome: Outcome) -> dict[str, str]:
    said = {
        DIRECTION: outcome.direction,
        SERIES: outcome.series,
        ESTIMATE: outcome.estimate_of,
        STRATUM: outcome.stratum,
        MORE: YES if outcome.more else None,
        SENSITIVE: YES if outcome.sensitive else None,
    }
    return {title: text for title, text in said.items() if text}


def _outside_comments(lines: tuple[str, ...], start: int, end: int) -> Iterator[tuple[int, str]]:
    inside = False
    for number in range(start, end):
        line = lines[number]
        if not inside and line.lstrip().startswith("<!--"):
            inside = True
        if inside:
            inside = "-->" not in line
            yield number, ""
            continue
        yield number, line


def _fields(lines: tuple[str, ...], start: int, end: int) -> Iterator[FieldLines]:
    """Yield the fields of lists; lines that go on with an item belong to it."""
    words: list[str] = []
    first = start
    for number, line in [*_outside_comments(lines, start, end), (end, "")]:
        item = _ITEM.fullmatch(line)
        goes_on = bool(words and line.strip()) and not item and line.lstrip()[:1] not in "|#"
        if words and not goes_on:
            yield from _field(words, first, number)
            words = []
        if item:
            words, first = [item[1].strip()], number
        elif goes_on:
            words.append(line.strip())


def _field(words: list[str], start: int, end: int) -> Iterator[FieldLines]:
    text = " ".join(words)
    found = _FIELD.match(text)
    if found and found[1] in FIELDS:
        yield FieldLines(found[1], text[found.end() :].strip(), start, end)


def _table(
    lines: tuple[str, ...], start: int, end: int
) -> tuple[tuple[int, int] | None, tuple[FigureLine, ...]]:
    numbers = [
        number
        for number, line in _outside_comments(lines, start, end)
        if line.lstrip().startswith("|")
    ]
    if not numbers:
        return None, ()
    figures = []
    for number in numbers[2:]:
        cells = [cell.strip() for cell in _STROKE.split(lines[number])[1:-1]]
        option, figure = (*cells, "", "")[:2]
        figures.append(FigureLine(option, figure.replace("\\|", "|"), number))
    return (numbers[0], numbers[-1] + 1), tuple(figures)
