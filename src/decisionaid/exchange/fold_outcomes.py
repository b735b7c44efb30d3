"""Put outcomes with headings into tables, one for each study: outcomes down, options and fields across.

Layer 2. Works on a source in the long form. What all rows say stands above their table, what differs
is a column. An outcome that a row cannot hold whole, such as one with a comment, keeps its heading.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from decisionaid.exchange.columns import FIELDS, OTHERS, REPEATED
from decisionaid.exchange.outcome_edits import Line, lines_of
from decisionaid.exchange.outcome_lines import OutcomeLines, SectionLines
from decisionaid.exchange.section_lines import ANSWER, NOT_IN_STUDY, PAIR, UNPAIRED, StudyRows
from decisionaid.model.aid import Aid

_BEFORE = ("Source", "Time", "People", "Count", "Certainty", "Said as", "Scale", "Matters from")
"""Fields whose columns stand before the options, in this order; the others stand behind."""

_BEHIND = ("Groups", "Fit", "Note", "Chosen")
_NO_NUMBER = re.compile(r"(?:not known|not found|not applicable|no difference shown): .*|" + ANSWER)
_STROKE = re.compile(r"(?<!\\)\|")
_HEADING = re.compile(r" {0,3}#{2,3}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*")


@dataclass
class _Row:
    """An outcome as a row: its first cell, its fields and its figures, options spread out."""

    id: str
    first: str
    fields: dict[str, list[str]]
    figures: dict[str, str]
    key: object = None
    """Rows that stand together and have the same one can share a table."""


@dataclass
class _Layout:
    """What stands above a table and which columns it has."""

    above: list[str] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    usual: dict[str, str] = field(default_factory=dict)
    """What stands above and most rows say; the other rows say theirs in a column."""


def folded_section(
    text: str, aid: Aid, section: SectionLines, before: Sequence[StudyRows] = ()
) -> list[Line] | None:
    """Return a section with tables in place of headings; None where there is nothing to put into one.

    ``before`` are the tables that the section had: what was in one stays in one, even alone.
    """
    lines = lines_of(text)
    rows = [_row(lines, aid, section, each, before) for each in section.outcomes]
    parts: list[tuple[list[_Row], list[OutcomeLines]]] = []
    for _key, run in groupby(
        zip(rows, section.outcomes, strict=True), key=lambda each: each[0].key if each[0] else None
    ):
        found = list(run)
        together = [row for row, _ in found if row is not None]
        layout = _layout(aid, together, before) if len(together) == len(found) else None
        if layout is None or (len(found) < 2 and not before):
            parts += [([], [outcome]) for _, outcome in found]
        else:
            parts.append((together, [outcome for _, outcome in found]))
    if not any(together for together, _ in parts):
        return None
    return _written(lines, aid, section, parts, before)


def _written(
    lines: list[Line],
    aid: Aid,
    section: SectionLines,
    parts: Sequence[tuple[list[_Row], list[OutcomeLines]]],
    before: Sequence[StudyRows],
) -> list[Line]:
    listed = {n for each in section.fields for n in range(each.start, each.end)}
    out = [lines[n] for n in range(section.start, section.body) if n not in listed]
    for together, outcomes in parts:
        while out and not out[-1].text.strip():
            out.pop()
        out.append(Line(""))
        layout = _layout(aid, together, before) if together else None
        if layout is None:
            for outcome in outcomes:
                out += _with_fields(lines, section, outcome)
            continue
        if layout.above:
            out += [*map(Line, layout.above), Line("")]
        out += map(Line, _table(layout, together, before))
    closing = lines[section.start : section.end]
    while out and not out[-1].text.strip():
        out.pop()
    return out + closing[len(_without_blank(closing)) :]


def _without_blank(lines: Sequence[Line]) -> list[Line]:
    kept = list(lines)
    while kept and not kept[-1].text.strip():
        kept.pop()
    return kept


def _with_fields(
    lines: Sequence[Line], section: SectionLines, outcome: OutcomeLines
) -> Iterator[Line]:
    """Yield an outcome that keeps its heading, with the fields of the section among its own."""
    own = {each.name for each in outcome.fields}
    more = [Line(f"- {each.name}: {each.value}") for each in section.fields if each.name not in own]
    at = min((each.start for each in outcome.fields), default=None)
    for number in range(outcome.start, outcome.end):
        if number == at:
            yield from more
        yield lines[number]
        if at is None and number == outcome.start and more:
            yield from (Line(""), *more)


def _row(
    lines: Sequence[Line],
    aid: Aid,
    section: SectionLines,
    outcome: OutcomeLines,
    before: Sequence[StudyRows],
) -> _Row | None:
    """Return an outcome as a row; None when its heading has to stay."""
    said = {n for each in outcome.fields for n in range(each.start, each.end)}
    said |= set(range(*outcome.table)) if outcome.table else set()
    rest = (n for n in range(outcome.start + 1, outcome.end) if n not in said)
    heading = _HEADING.fullmatch(lines[outcome.start].text)
    if outcome.table is None or heading is None or any(lines[n].text.strip() for n in rest):
        return None
    fields: dict[str, list[str]] = {}
    for each in outcome.fields:
        fields.setdefault(each.name, []).append(each.value)
    for each in section.fields:
        if not any(own.name == each.name for own in outcome.fields):
            fields.setdefault(each.name, []).append(each.value)
    figures = {each.option: each.figure for each in outcome.figures}
    others = figures.pop(OTHERS, None)
    for option in aid.options:
        if others is not None:
            figures.setdefault(option.id, others)
    if len({value for value in fields.get(REPEATED, []) if UNPAIRED.match(value)}) > 1:
        return None
    had = next((n for n, table in enumerate(before) if outcome.id in table.rows), None)
    if before and had is None:
        return None  # it had a heading, or is new
    ids = frozenset(each.id for each in aid.options if each.id in figures)
    key = (had if had is not None else tuple(fields.get("Source", ())), ids)
    return _Row(outcome.id, heading[1], fields, figures, key)


def _layout(aid: Aid, rows: Sequence[_Row], before: Sequence[StudyRows]) -> _Layout | None:
    """Tell what stands above some rows and what is a column; None when no table can hold them."""
    if not rows:
        return None
    had = next((table for table in before if any(row.id in table.rows for row in rows)), None)
    names = set(had.head.names) if had else set()
    layout = _Layout()
    apart: list[str] = []
    for name in FIELDS:
        said = [row.fields.get(name, []) for row in rows]
        if not any(said):
            continue
        if all(each == said[0] for each in said) and name not in names:
            layout.above += [f"- {name}: {value}" for value in said[0]]
            continue
        apart.append(name)
        usual = _usual(said) if had is None or name in had.above.fields else None
        if usual is not None and name != REPEATED:
            layout.usual[name] = usual
            layout.above.append(f"- {name}: {usual}")
    options, answers = _options(aid, rows, names)
    if options is None:
        return None
    layout.above += answers
    differences = _differences(rows, options) if REPEATED in apart else []
    layout.columns = [
        *(each for each in _BEFORE if each in apart),
        *options,
        *differences,
        *(each for each in _BEHIND if each in apart),
    ]
    if not layout.columns:
        return None
    if had is not None:
        order = [_column(*each) for each in zip(had.head.names, had.head.pairs, strict=True)]
        layout.columns.sort(key=lambda each: order.index(each) if each in order else len(order))
    two = [each for each in layout.columns if each in options]
    usual_pair = f"{REPEATED}: {two[1]} against {two[0]}" if len(two) == 2 else ""
    layout.heads = [REPEATED if each == usual_pair else each for each in layout.columns]
    return layout


def _usual(said: Sequence[Sequence[str]]) -> str | None:
    """Return what more than half of the rows say of a field, if each row says something."""
    if not all(said):
        return None
    value, count = Counter(each[0] for each in said).most_common(1)[0]
    return value if count * 2 > len(said) else None


def _column(name: str, pair: tuple[str, str] | None) -> str:
    return f"{REPEATED}: {pair[0]} against {pair[1]}" if name == REPEATED and pair else name


def _options(aid: Aid, rows: Sequence[_Row], names: set[str]) -> tuple[list[str] | None, list[str]]:
    """Return the options that are columns, and the lines above that answer for the others."""
    columns: list[str] = []
    same: dict[str, str] = {}
    for option in aid.all_options:
        said = [row.figures.get(option.id) for row in rows]
        first = said[0]
        if all(each is None for each in said):
            continue
        alike = first is not None and all(each == first for each in said)
        if alike and first is not None and _NO_NUMBER.fullmatch(first) and option.id not in names:
            same[option.id] = first
        elif None in said and option.kind != "comparator":
            return None, []
        else:
            columns.append(option.id)
    # An empty cell of a comparator means that it has none, so nothing may stand above for it.
    lines = [f"- {NOT_IN_STUDY}: {', '.join(ids)}"] if (ids := _unstudied(aid, same)) else []
    same = {option: text for option, text in same.items() if option not in ids}
    every = {each.id for each in aid.options} - set(columns) - set(ids)
    if len(same) > 1 and set(same) == every and len(set(same.values())) == 1:
        return columns, [*lines, f"- {OTHERS}: {next(iter(same.values()))}"]
    return columns, [*lines, *(f"- {option}: {text}" for option, text in same.items())]


def _unstudied(aid: Aid, same: Mapping[str, str]) -> list[str]:
    return [each.id for each in aid.options if same.get(each.id) == ANSWER]


def _differences(rows: Sequence[_Row], options: Sequence[str]) -> list[str]:
    """Return the columns of differences: one for each pair of options."""
    pairs: list[str] = []
    for row in rows:
        for value in row.fields.get(REPEATED, []):
            found = PAIR.fullmatch(value)
            if found and not UNPAIRED.match(value):
                column = f"{REPEATED}: {found[1]} against {found[2]}"
                pairs += [column] if column not in pairs else []
    if pairs:
        return pairs
    two = len(options) == 2
    return [f"{REPEATED}: {options[1]} against {options[0]}" if two else REPEATED]


def _table(layout: _Layout, rows: Sequence[_Row], before: Sequence[StudyRows]) -> Iterator[str]:
    first = f"| | {' | '.join(layout.heads)} |"
    same = (table.lines for table in before if _same_cells(table.lines[0], first))
    yield from next(same, (first, f"{'|---' * (len(layout.heads) + 1)}|"))
    kept = {name: line for table in before for name, line in table.rows.items()}
    for row in rows:
        cells = [_escaped(row.first), *(_cell(row, each, layout) for each in layout.columns)]
        line = "|" + "".join(f" {cell} |" if cell else " |" for cell in cells)
        old = kept.get(row.id, "")
        yield old if _same_cells(old, line) else line


def _same_cells(one: str, other: str) -> bool:
    return [each.strip() for each in _STROKE.split(one)] == [
        each.strip() for each in _STROKE.split(other)
    ]


def _cell(row: _Row, column: str, layout: _Layout) -> str:
    if not column.startswith(REPEATED):
        text = row.fields[column][0] if row.fields.get(column) else row.figures.get(column, "")
        return "" if text == layout.usual.get(column) else _escaped(text)
    differences = [each for each in layout.columns if each.startswith(REPEATED)]
    for value in row.fields.get(REPEATED, []):
        found = PAIR.fullmatch(value)
        if UNPAIRED.match(value) or not found:
            if column == differences[0]:
                return _escaped(value)
        elif column == f"{REPEATED}: {found[1]} against {found[2]}":
            return _escaped(found[3])
    return ""


def _escaped(text: str) -> str:
    return _STROKE.sub(r"\\|", text)
