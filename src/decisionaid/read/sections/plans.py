"""Read ``.plan`` and ``.test``: what people do next, and what a test finds.

Layer 2. Faults: DA017, DA024 to DA030.
"""

from __future__ import annotations

from typing import Any, cast

from decisionaid.model.figure import Counted, Frequency, NotFound, NotKnown
from decisionaid.model.outcome import TimePoint
from decisionaid.model.sections import (
    AgreeADate,
    ExampleAction,
    ExampleGoal,
    OptionPlan,
    PlanSection,
    ReviewIn,
    TestResult,
    TestSection,
)
from decisionaid.read.faults import (
    BAD_FIELD_VALUE,
    BAD_FIGURE,
    DUPLICATE_FIELD,
    EMPTY_CELL,
    TABLE_SHAPE,
)
from decisionaid.read.figures.cells import Miss, read_figure
from decisionaid.read.figures.measures import read_time
from decisionaid.read.ledger import listed, quoted
from decisionaid.read.sections.drafts import Draft, Part
from decisionaid.read.sections.measuring import TEST_FIELDS, MeasuresReader
from decisionaid.read.sections.reading import Reader
from decisionaid.read.text.attributes import Allowed, check_allowed, split_attributes
from decisionaid.read.text.blocks import ItemList, Row, Table
from decisionaid.read.text.fields import Field, read_fields
from decisionaid.read.text.inlines import read_words
from decisionaid.read.text.passages import Passage
from decisionaid.read.text.tables import read_rows
from decisionaid.text import Path

_WHO = ("me", "carer", "team")
_GOAL = Allowed("a goal")
_ACTION = Allowed("an action", keys=("who", "when"))
_NO_BRACE = Allowed("'Review:'", id=False)
_PLAN_FIELDS = ("Goal", "Action", "Review")

TestFigure = Frequency | Counted | NotKnown | NotFound


def read_plan(reader: Reader, draft: Draft, heading: str, path: Path) -> PlanSection:
    """Return a section of plans."""
    plans = [
        _plan(reader, part, (*path, "plans", number)) for number, part in enumerate(draft.parts)
    ]
    return PlanSection(heading=heading, body=reader.body(draft.blocks, path), plans=tuple(plans))


def _plan(reader: Reader, part: Part, path: Path) -> OptionPlan:
    reader.span(path, part.words)
    goals: list[ExampleGoal] = []
    actions: list[ExampleAction] = []
    review: ReviewIn | AgreeADate | None = None
    for each in _fields(reader, part):
        bare, attributes = split_attributes(each.value, reader.ledger)
        if each.name == "Review":
            check_allowed(attributes, _NO_BRACE, reader.ledger)
            if review is not None or (*path, "review") in reader.ledger.unread:
                message, fix = "'Review:' stands twice", "keep one of the two"
                reader.ledger.fault(DUPLICATE_FIELD, each.whole, message, fix)
            else:
                review = _review(reader, bare, (*path, "review"))
            continue
        check_allowed(attributes, _GOAL if each.name == "Goal" else _ACTION, reader.ledger)
        text = read_words(bare, reader.ledger, f"'{each.name}:'")
        made = reader.ids.take(attributes, bare if bare.text else each.value, part.id)
        if each.name == "Goal":
            reader.span((*path, "goals", len(goals)), each.value)
            goals.append(ExampleGoal(id=made, text=text))
        else:
            reader.span((*path, "actions", len(actions)), each.value)
            when = attributes.value("when")
            who = _one_of(reader, attributes.value("who"), _WHO, "who")
            actions.append(
                ExampleAction(
                    id=made, text=text, who=cast("Any", who), when=when.text if when else None
                )
            )
    option = part.attributes.value("option")
    if option is not None:
        reader.span((*path, "option"), option)
    return OptionPlan(
        id=part.id,
        heading=read_words(part.words, reader.ledger, "the heading of a plan"),
        option=reader.names.option(option) if option else None,
        body=reader.body([b for b in part.blocks if not isinstance(b, ItemList)], path),
        goals=tuple(goals),
        actions=tuple(actions),
        review=review,
    )


def _fields(reader: Reader, part: Part) -> list[Field]:
    found: list[Field] = []
    for block in part.blocks:
        if isinstance(block, ItemList):
            found += read_fields(block, _PLAN_FIELDS, "a plan", reader.ledger, _PLAN_FIELDS)
    return [each for each in found if each.value.text]


def _one_of(reader: Reader, value: Passage | None, known: tuple[str, ...], key: str) -> str | None:
    if value is None or value.text in known:
        return value.text if value else None
    reader.ledger.fault(
        BAD_FIELD_VALUE,
        value.span(),
        f"{quoted(value.text)} is no value of '{key}='",
        f"write {listed(f'{key}={each}' for each in known)}",
    )
    return None


def _review(reader: Reader, value: Passage, path: Path) -> ReviewIn | AgreeADate | None:
    reader.span(path, value)
    if value.text == "agree a date":
        return AgreeADate()
    time = read_time(value.text)
    if isinstance(time, TimePoint) and time.high is None:
        return ReviewIn(amount=time.low, unit=time.unit)
    reader.ledger.unread.add(path)
    reader.ledger.fault(
        BAD_FIELD_VALUE,
        value.span(),
        f"{quoted(value.text)} is no value of 'Review:'",
        "write a time, such as '... days', or 'agree a date'",
    )
    return None


def read_test(
    reader: Reader, draft: Draft, heading: str, path: Path, measuring: MeasuresReader
) -> TestSection:
    """Return a section on what a test finds."""
    lists = [block for block in draft.blocks if isinstance(block, ItemList)]
    tables = [block for block in draft.blocks if isinstance(block, Table)]
    words = [block for block in draft.blocks if not isinstance(block, ItemList | Table)]
    measures = measuring.inherited(measuring.read(lists, TEST_FIELDS, "a test"))
    measuring.put(measures, path)
    option = draft.attributes.value("option")
    if option is not None:
        reader.span((*path, "option"), option)
    for extra in tables[1:]:
        reader.misplaced(extra, "below another one in a test", "keep one table for each test")
    grid = _grid(reader, tables[0], path) if tables else {}
    return TestSection(
        heading=heading,
        option=reader.names.option(option) if option else None,
        body=reader.body(words, path),
        results=tuple(
            _result(reader, part, (*path, "results", number))
            for number, part in enumerate(draft.parts)
        ),
        **grid,
        **measures.values,
    )


def _grid(reader: Reader, table: Table, path: Path) -> dict[str, Any]:
    rows = read_rows(table, reader.ledger)
    if len(rows) != 3 or len(rows[0].cells) != 3 or rows[0].cells[0].text:
        reader.ledger.fault(
            TABLE_SHAPE,
            table.whole,
            "the table of a test has an empty corner, two columns and two rows",
            "write '| | Has the condition | Does not have it |', its ruler, and a line each "
            "for a positive and a negative result",
        )
        reader.ledger.unread.add((*path, "cells"))
        return {}
    labels = [*rows[0].cells[1:], *(row.cells[0] for row in rows[1:])]
    names = [read_words(each, reader.ledger, "a label") for each in labels]
    for label, name in zip(labels, names, strict=True):
        if not name:
            message = "a row or column of this table has no words"
            reader.ledger.fault(EMPTY_CELL, label.span(), message, "write what it stands for")
    cells: list[TestFigure | None] = []
    for row in rows[1:]:
        for number in (1, 2):
            at = (*path, "cells", len(cells))
            given = row.cells[number] if number < len(row.cells) else None
            cells.append(_cell(reader, row, given, at))
    return {
        "columns": (names[0], names[1]),
        "rows": (names[2], names[3]),
        "cells": tuple(cells),
    }


def _cell(reader: Reader, row: Row, cell: Passage | None, path: Path) -> TestFigure | None:
    reader.ledger.spans.put(path, cell.span() if cell and cell.text else row.span)
    if cell is None:  # the row is too short, and that is reported
        reader.ledger.unread.add(path)
        return None
    if not cell.text:
        fix = "write a figure, or 'not known: reason'"
        reader.ledger.fault(EMPTY_CELL, cell.span(), "a cell of this row is empty", fix)
    else:
        figure = read_figure(read_words(cell, reader.ledger, "a cell"))
        if isinstance(figure, TestFigure) and getattr(figure, "whole", None) is None:
            return figure
        fix = "write '... in 1000', '... of ...', 'not known: reason' or 'not found: reason'"
        miss = Miss(f"{quoted(cell.text)} has no place in the table of a test", fix)
        miss = figure if isinstance(figure, Miss) else miss
        if not reader.ledger.told_in(cell.span()):
            reader.ledger.fault(BAD_FIGURE, cell.span(), miss.message, miss.fix)
    reader.ledger.unread.add(path)
    return None


def _result(reader: Reader, part: Part, path: Path) -> TestResult:
    reader.span(path, part.words)
    value = part.attributes.value("about")
    if value is not None:
        reader.span((*path, "about"), value)
    return TestResult(
        id=part.id,
        kind=cast("Any", part.kind or "overdiagnosis"),
        heading=read_words(part.words, reader.ledger, "a heading"),
        about=reader.names.about(value, (*path, "about")),
        body=reader.body(part.blocks, path),
    )
