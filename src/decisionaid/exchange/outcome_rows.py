"""Turn the outcomes of an aid into rows, and rows into the outcomes that a person wants.

Layer 2. A section's own fields make one row with the id ``(all)``; each outcome makes one row for
each line of its table. What belongs to the outcome stands on its first row and is left blank on the
others, so it is changed in one place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from decisionaid.exchange.columns import (
    ALL,
    BRACES,
    CLOSED,
    FIGURE,
    ID,
    KEYS,
    LABEL,
    MADE_FROM,
    OPTION,
    OTHERS,
    REPEATED,
    SECTION,
    STRATUM,
    Choices,
)
from decisionaid.exchange.outcome_lines import FieldLines, OutcomeLines, SectionLines
from decisionaid.exchange.table import MAX_CELL, CellFault, OutcomeTable, Row, plain_table

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\ud800-\udfff]")
MAX_LINES_IN_CELL = 60


@dataclass(frozen=True)
class Said:
    """A text of the table and the row it stands on."""

    text: str
    row: int


@dataclass
class Wanted:
    """An outcome, or a section's own fields, as the table has it."""

    id: str
    row: int
    said: dict[str, Said] = field(default_factory=dict)
    """By the titles of columns, without those that stand on every row."""
    figures: list[tuple[Said, Said]] = field(default_factory=list)
    """Option and figure of each row, in order."""

    def text(self, title: str) -> str:
        """Return the text of a column; empty where there is none."""
        return self.said[title].text if title in self.said else ""


@dataclass
class WantedSection:
    """What a table wants of one section; ``own`` None: the table has no row ``(all)`` for it."""

    own: Wanted | None = None
    outcomes: list[Wanted] = field(default_factory=list)


def table_from(sections: Sequence[SectionLines], made_from: str) -> OutcomeTable:
    """Return the table of an aid; ``made_from`` is the hash of its source."""
    rows = [row for section in sections for row in _section_rows(section)]
    if rows:
        rows[0][MADE_FROM] = made_from
    return plain_table(rows)


def too_long(table: OutcomeTable) -> str | None:
    """Return the place of a text that is longer than a cell may be, or None."""
    return next(
        (
            table.place(row.number, title)
            for row in table.rows
            for title, text in row.values.items()
            if len(text) > MAX_CELL
        ),
        None,
    )


def _section_rows(section: SectionLines) -> Iterator[dict[str, str]]:
    yield {SECTION: section.name, ID: ALL, **_field_texts(section.fields)}
    for outcome in section.outcomes:
        yield from _outcome_rows(section.name, outcome)


def _outcome_rows(section: str, outcome: OutcomeLines) -> Iterator[dict[str, str]]:
    first = {SECTION: section, LABEL: outcome.label, **outcome.braces}
    first |= _field_texts(outcome.fields)
    lines = [{OPTION: each.option, FIGURE: each.figure} for each in outcome.figures] or [{}]
    for line in lines:
        yield {ID: outcome.id, **first, **{title: text for title, text in line.items() if text}}
        first = {}


def _field_texts(fields: Iterable[FieldLines]) -> dict[str, str]:
    texts: dict[str, str] = {}
    for each in fields:
        texts[each.name] = f"{texts[each.name]}\n{each.value}" if each.name in texts else each.value
    return {name: text for name, text in texts.items() if text}


def wanted_from(
    table: OutcomeTable, choices: Choices, sections: Sequence[SectionLines]
) -> tuple[dict[str, WantedSection], list[CellFault]]:
    """Return what the table wants of each section, and every fault of its cells."""
    faults = [fault for row in table.rows for fault in _row_faults(table, row, choices)]
    outcomes, own = _gathered(table, faults)
    home = {each.id: section.name for section in sections for each in section.outcomes}
    result = {section.name: WantedSection() for section in sections}
    for wanted in own:
        name = wanted.text(SECTION)
        if name in result:
            result[name].own = wanted
        elif not name:
            fix = f"write the heading of a section: {', '.join(result) or 'the aid has none'}"
            place = table.place(wanted.row, SECTION)
            faults.append(CellFault(place, f"a row '{ALL}' does not say of which section", fix))
    for wanted in outcomes:
        name = wanted.text(SECTION) or home.get(wanted.id, "")
        if name in result:
            result[name].outcomes.append(wanted)
        elif SECTION not in wanted.said and _SLUG.fullmatch(wanted.id):
            fix = "write the heading it shall stand under into the column 'Section'"
            place = table.place(wanted.row, SECTION)
            faults.append(
                CellFault(place, f"the outcome '{wanted.id}' is new and has no section", fix)
            )
    return result, faults


def _gathered(table: OutcomeTable, faults: list[CellFault]) -> tuple[list[Wanted], list[Wanted]]:
    """Put the rows of each outcome together; rows ``(all)`` belong together by their section."""
    outcomes: dict[str, Wanted] = {}
    own: dict[str, Wanted] = {}
    for row in table.rows:
        name = row.get(ID)
        if not name:
            continue
        if name == ALL:
            wanted = own.setdefault(row.get(SECTION), Wanted(ALL, row.number))
        else:
            wanted = outcomes.setdefault(name, Wanted(name, row.number))
        _add_texts(table, row, wanted, faults)
        if name != ALL and (row.get(OPTION) or row.get(FIGURE)):
            _add_figure(table, row, wanted, faults)
    return list(outcomes.values()), list(own.values())


def _add_texts(table: OutcomeTable, row: Row, wanted: Wanted, faults: list[CellFault]) -> None:
    for title, text in row.values.items():
        if title in KEYS or title == MADE_FROM:
            continue
        before = wanted.said.get(title)
        if before is None:
            wanted.said[title] = Said(text, row.number)
        elif before.text != text:
            faults.append(
                CellFault(
                    table.place(row.number, title),
                    f"'{wanted.id}' has another '{title}' in {table.place(before.row, title)}",
                    "write it once, on the first row of the outcome, and clear this cell",
                )
            )


def _add_figure(table: OutcomeTable, row: Row, wanted: Wanted, faults: list[CellFault]) -> None:
    option = Said(row.get(OPTION), row.number)
    same = next((each for each, _ in wanted.figures if each.text == option.text), None)
    if not option.text:
        faults.append(
            CellFault(
                table.place(row.number, OPTION),
                f"a figure of '{wanted.id}' does not say of which option",
                "write the id of an option, or 'others'",
            )
        )
    elif same is not None:
        faults.append(
            CellFault(
                table.place(row.number, OPTION),
                f"'{wanted.id}' has a row for '{option.text}' in {table.place(same.row, OPTION)} already",
                "keep one of the two rows",
            )
        )
    else:
        wanted.figures.append((option, Said(row.get(FIGURE), row.number)))


def _row_faults(table: OutcomeTable, row: Row, choices: Choices) -> Iterator[CellFault]:
    name = row.get(ID)
    if not name and set(row.values) - {MADE_FROM}:
        fix = "write the id of its outcome on every row"
        yield CellFault(table.place(row.number, ID), "this row does not say whose it is", fix)
    elif name and name != ALL and (not _SLUG.fullmatch(name) or len(name) > 64):
        fix = "use small letters, digits and single hyphens, such as 'pain-3-days'"
        yield CellFault(table.place(row.number, ID), f"'{name[:64]}' cannot be an id", fix)
    for title, text in row.values.items():
        yield from _text_faults(table.place(row.number, title), title, text)
        yield from _choice_faults(table.place(row.number, title), title, text, choices)
    if name == ALL:
        for title in (LABEL, OPTION, FIGURE, *BRACES):
            if row.get(title):
                place = table.place(row.number, title)
                fix = "clear the cell, or write the id of an outcome into this row"
                yield CellFault(place, f"a whole section has no '{title}'", fix)


def _text_faults(place: str, title: str, text: str) -> Iterator[CellFault]:
    lines = text.count("\n") + 1
    if len(text) > MAX_CELL:
        yield CellFault(place, f"this cell has more than {MAX_CELL} characters", "shorten it")
    elif lines > (MAX_LINES_IN_CELL if title == REPEATED else 1):
        yield CellFault(place, "this cell has several lines", "write it on one line")
    elif _CONTROL.search(text):
        fix = "type the words again instead of pasting them"
        yield CellFault(place, "this cell holds a character that cannot be seen", fix)
    elif title in BRACES and re.search(r'["{}]', text):
        yield CellFault(place, f"'{title}' cannot hold quotes or braces", "write plain words")


def _choice_faults(place: str, title: str, text: str, choices: Choices) -> Iterator[CellFault]:
    offered = choices.of(title)
    if title in CLOSED and text not in offered:
        known = ", ".join(each for each in offered if each != OTHERS) or "nothing"
        fix = f"the aid knows {known}" + (" and 'others'" if title == OPTION else "")
        yield CellFault(place, f"there is no {_thing(title)} '{text[:64]}'", fix)


def _thing(title: str) -> str:
    return {OPTION: "option", SECTION: "section", STRATUM: "group of readers"}.get(
        title, f"'{title}' called"
    )
