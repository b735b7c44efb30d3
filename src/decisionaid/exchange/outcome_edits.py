"""Write what a table of outcomes wants into the lines of a source, and nothing else.

Layer 2. A line that says what it said stays byte for byte, comments and spacing included. Every line
remembers the cells of the table that it was made of, so a fault in it can be told as a fault of a cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from decisionaid.exchange.columns import (
    BRACES,
    DIRECTION,
    FIELDS,
    FIGURE,
    ID,
    LABEL,
    MORE,
    OPTION,
    SENSITIVE,
)
from decisionaid.exchange.outcome_lines import FieldLines, OutcomeLines, SectionLines
from decisionaid.exchange.outcome_rows import Said, Wanted, WantedSection
from decisionaid.exchange.table import OutcomeTable
from decisionaid.text import LINE_END, lines_in

_ON_GRID = re.compile(r"\{[^{}]*\s\.grid[\s}]")
_LINE = re.compile(rf"([^\r\n]*)({LINE_END}|\Z)")
_KEYS = {"Series": "series", "Estimate of": "estimate-of", "Stratum": "stratum"}
_BARE = re.compile(r"[\w-]+")
TABLE_HEAD = ("| option | figure |", "|---|---|")


@dataclass(frozen=True)
class CellText:
    """A cell of the table that a line was made of, and its text in that line."""

    place: str
    text: str


@dataclass(frozen=True)
class Line:
    """A line of the new source; ``ending`` None: a new line, which gets the file's own ending."""

    text: str
    ending: str | None = None
    cells: tuple[CellText, ...] = ()


def lines_of(text: str) -> list[Line]:
    """Cut a source into lines with their endings; a closing line end adds an empty line."""
    return [Line(found[1], found[2]) for found in _LINE.finditer(text)][: text_lines(text)]


def text_lines(text: str) -> int:
    """Count lines as ``Source.lines`` does."""
    return len(lines_in(text))


class Editor:
    """Makes the new lines of a source."""

    def __init__(self, text: str, asked: OutcomeTable) -> None:
        """Keep the old lines, and the table of outcomes by which cells are named."""
        self.old = lines_of(text)
        self.asked = asked

    def rewrite(
        self, sections: Sequence[SectionLines], wanted: Mapping[str, WantedSection]
    ) -> list[Line]:
        """Return all lines of the new source."""
        moved = {each.id: each for section in sections for each in section.outcomes}
        lines: list[Line] = []
        at = 0
        for section in sections:
            lines += self.old[at : section.start]
            lines += self._section(section, wanted[section.name], moved)
            at = section.end
        return lines + self.old[at:]

    def _section(
        self, section: SectionLines, wanted: WantedSection, known: Mapping[str, OutcomeLines]
    ) -> list[Line]:
        head = self.old[section.start : section.body]
        if wanted.own is not None:
            head = self._fields(section.start, section.body, section.fields, wanted.own)
        blocks = [self._outcome(each, known.get(each.id)) for each in wanted.outcomes]
        if [each.id for each in wanted.outcomes] == [each.id for each in section.outcomes]:
            return [*head, *(line for block in blocks for line in block)]
        closing = _closing(self.old[section.start : section.end])
        parts = [_without_closing(block) for block in (head, *blocks)]
        together = list(parts[0])
        for part in parts[1:]:
            together += [Line(""), *part]
        return together + closing

    def _outcome(self, wanted: Wanted, old: OutcomeLines | None) -> list[Line]:
        if old is None:
            return self._new_outcome(wanted)
        body = self._fields(old.start, old.end, old.fields, wanted, old)
        heading = self._heading(wanted, old)
        return [heading, *body[1:]]

    def _heading(self, wanted: Wanted, old: OutcomeLines | None) -> Line:
        """Return the heading; a column that the table lacks leaves what the aid says."""
        label = self._now(wanted, LABEL, old.label if old else "")
        braces = {t: self._now(wanted, t, old.braces.get(t, "") if old else "") for t in BRACES}
        cells = [self._cell(wanted, ID, f"#{wanted.id}"), self._cell(wanted, LABEL, label)]
        parts = [f"#{wanted.id}"]
        for title, text in braces.items():
            if not text:
                continue
            cells.append(self._cell(wanted, title, text))
            parts.append(_brace(title, text))
        same = old is not None and label == old.label and braces == {
            title: old.braces.get(title, "") for title in BRACES
        }  # fmt: skip
        kept = self.old[old.start] if old is not None else None
        if kept is not None and _ON_GRID.search(kept.text):
            parts.append(".grid")  # no column says it, so no table can take it away
        if same and kept is not None:
            return Line(kept.text, kept.ending, tuple(cells))
        return Line(f"### {label} {{{' '.join(parts)}}}", None, tuple(cells))

    def _now(self, wanted: Wanted, title: str, before: str) -> str:
        return wanted.text(title) if self.asked.has(title) else before

    def _cell(self, wanted: Wanted, title: str, text: str) -> CellText:
        said = wanted.said.get(title)
        return CellText(self.asked.place(said.row if said else wanted.row, title), text)

    def _fields(
        self,
        start: int,
        end: int,
        fields: Sequence[FieldLines],
        wanted: Wanted,
        old: OutcomeLines | None = None,
    ) -> list[Line]:
        """Return the lines from start to end with the fields that are wanted, and the table."""
        edits: dict[int, list[Line]] = {}
        after: dict[int, list[Line]] = {}
        for name in FIELDS:
            if self.asked.has(name):
                mine = [each for each in fields if each.name == name]
                self._field(name, mine, wanted, (start, fields), edits, after)
        if old is not None:
            self._table(wanted, old, edits, after)
        lines: list[Line] = []
        for number in range(start, end):
            lines += edits.get(number, [self.old[number]])
            lines += after.get(number, [])
        return lines

    def _field(
        self,
        name: str,
        mine: Sequence[FieldLines],
        wanted: Wanted,
        place: tuple[int, Sequence[FieldLines]],
        edits: dict[int, list[Line]],
        after: dict[int, list[Line]],
    ) -> None:
        values = [each for each in wanted.text(name).split("\n") if each]
        new = [Line(f"- {name}: {v}", None, (self._cell(wanted, name, v),)) for v in values]
        if values == [each.value for each in mine]:
            for each, line in zip(mine, new, strict=True):
                for number in range(each.start, each.end):
                    kept = self.old[number]
                    edits[number] = [Line(kept.text, kept.ending, line.cells)]
            return
        for each in mine:
            edits.update(_gone(range(each.start, each.end)))
        if mine:
            edits[mine[0].start] = new
        elif new:
            start, fields = place
            before = [f for f in fields if FIELDS.index(f.name) < FIELDS.index(name)]
            if before:
                after.setdefault(max(f.end for f in before) - 1, []).extend(new)
            elif fields:
                first = min(f.start for f in fields)
                after.setdefault(first - 1, []).extend(new)
            elif after.get(start):
                after[start].extend(new)
            else:
                after[start] = [Line(""), *new]

    def _table(
        self,
        wanted: Wanted,
        old: OutcomeLines,
        edits: dict[int, list[Line]],
        after: dict[int, list[Line]],
    ) -> None:
        rows = [self._figure(option, figure) for option, figure in wanted.figures]
        if old.table is None:
            if rows:
                last = max(n for n in range(old.start, old.end) if self.old[n].text.strip())
                table = [Line(""), *map(Line, TABLE_HEAD), *rows]
                after.setdefault(last, []).extend(table)
            return
        if not rows:
            edits.update(_gone(range(*old.table)))
            return
        kept = {each.option: each for each in old.figures}
        lines = []
        for (option, figure), row in zip(wanted.figures, rows, strict=True):
            same = kept.get(option.text)
            if same is not None and same.figure == figure.text:
                line = self.old[same.line]
                row = Line(line.text, line.ending, row.cells)  # noqa: PLW2901
            lines.append(row)
        body = [each.line for each in old.figures]
        if [each.option for each in old.figures] == [o.text for o, _ in wanted.figures]:
            edits.update({n: [line] for n, line in zip(body, lines, strict=True)})
            return
        edits.update(_gone(body))
        if body:
            edits[body[0]] = lines
        else:
            after.setdefault(old.table[1] - 1, []).extend(lines)

    def _figure(self, option: Said, figure: Said) -> Line:
        words = figure.text.replace("|", "\\|")
        cells = (
            CellText(self.asked.place(option.row, OPTION), option.text),
            CellText(self.asked.place(figure.row, FIGURE), words),
        )
        return Line(f"| {option.text} | {words} |", None, cells)

    def _new_outcome(self, wanted: Wanted) -> list[Line]:
        fields = [
            Line(f"- {name}: {value}", None, (self._cell(wanted, name, value),))
            for name in FIELDS
            for value in wanted.text(name).split("\n")
            if value
        ]
        rows = [self._figure(option, figure) for option, figure in wanted.figures]
        lines = [self._heading(wanted, None)]
        if fields:
            lines += [Line(""), *fields]
        if rows:
            lines += [Line(""), *map(Line, TABLE_HEAD), *rows]
        return [*lines, Line("")]


def _gone(numbers: Iterable[int]) -> dict[int, list[Line]]:
    return {number: [] for number in numbers}


def _brace(title: str, text: str) -> str:
    if title == DIRECTION:
        return f".{text}"
    if title in {MORE, SENSITIVE}:
        return f".{title.lower()}"
    return f"{_KEYS[title]}={text}" if _BARE.fullmatch(text) else f'{_KEYS[title]}="{text}"'


def _closing(lines: Sequence[Line]) -> list[Line]:
    return list(lines[len(_without_closing(lines)) :])


def _without_closing(lines: Sequence[Line]) -> list[Line]:
    kept = list(lines)
    while kept and not kept[-1].text.strip():
        kept.pop()
    return kept


def joined(lines: Iterable[Line], ending: str) -> str:
    """Put lines together; new ones, and an old last one that is no longer last, get ``ending``."""
    every = list(lines)
    ends = [line.ending or ending for line in every]
    if every:
        ends[-1] = every[-1].ending or ""
    return "".join(line.text + end for line, end in zip(every, ends, strict=True))


def main_ending(text: str) -> str:
    """Return the line ending that most lines of a source have."""
    counts = dict.fromkeys(("\n", "\r\n", "\r", "\r\r\n"), 0)
    for line in lines_of(text):
        if line.ending:
            counts[line.ending] += 1
    return max(counts, key=lambda each: counts[each])
