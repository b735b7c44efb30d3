"""Rules on balance (DA201, DA202): the same questions are answered for every option, good and bad.

Layer 2.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.aid import Aid
from decisionaid.model.sections import CompareSection, OptionsSection, TestSection
from decisionaid.model.sides import Side, shows
from decisionaid.rules.rule import Rule, RuleContext, rule
from decisionaid.rules.walk import (
    lacks_natural_course,
    offered_of,
    outcomes_of,
    sections_of,
)
from decisionaid.text import Path


@rule(
    "DA201",
    "missing-cell",
    Severity.ERROR,
    kind="auto",
    harm=Harm.LEAVES_OUT,
    why="a reader takes a gap to mean that nothing happens, when it only means that nobody wrote it down",
    basis="IPDASi v4, items 1.1.4 and 1.1.5",
    gap=True,
    unsafe=True,
)
def missing_cell(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """Every option has a cell in every outcome and in every row that compares the options."""
    for path, outcome in outcomes_of(aid):
        for option in aid.options:
            if outcome.cell(option.id) is None:
                yield Finding(
                    (*path, "cells"),
                    f"the outcome '{outcome.label}' says nothing about the option '{option.name}'",
                    f"add a line: '| {option.id} | not known: reason |', with the figure if there is "
                    "one; or for all options left: '| others | not known: reason |'",
                )
    compare = list(sections_of(aid, CompareSection))
    if aid.options and not any(section.rows for _path, section in compare):
        yield Finding(
            compare[0][0] if compare else ("title",),
            "no table says what each option is like",
            "add '## Compare the options {.compare}' with a table: '| | "
            + " | ".join(option.id for option in aid.options)
            + " |'",
        )
    for path, section in compare:
        yield from _missing_in_rows(aid, path, section)


def _missing_in_rows(aid: Aid, path: Path, section: CompareSection) -> Iterator[Finding]:
    for option in aid.options:
        without = [
            (number, row)
            for number, row in enumerate(section.rows)
            if all(cell.option != option.id for cell in row.cells)
        ]
        if section.rows and len(without) == len(section.rows):  # the column: one cause, once
            yield Finding(
                (*path, "rows"),
                f"the table '{section.heading}' has no column for the option '{option.name}'",
                f"add a column '{option.id}' with a cell in each of the {len(without)} rows; "
                "a cell may be 'not known: reason'",
            )
            continue
        for number, row in without:
            yield Finding(
                (*path, "rows", number),
                f"the row '{row.question}' says nothing about the option '{option.name}'",
                f"add a cell for '{option.id}': words, or 'not known: reason'",
            )


_SIDES: Final[tuple[tuple[Side, str, str], ...]] = (
    ("good", "help", ".good"), ("bad", "harm", ".bad"),
)  # fmt: skip


@rule(
    "DA202",
    "one-sided-option",
    Severity.ERROR,
    kind="auto",
    harm=Harm.LEANS,
    why="an option shown only from its good or only from its bad side is a recommendation in disguise",
    basis="IPDASi v4, items 1.1.4 and 1.1.5",
    gap=True,
    unsafe=True,
)
def one_sided_option(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """Each offered option has at least one outcome with a good side and one with a bad side.

    Good side: any entry for it in a good outcome; or, in a bad one, a figure that is less bad than
    another option's (fewer people in pain is how most benefits are counted), "not applicable" where
    it can happen with another option, or an honest "not known", "not found" or "no difference
    shown", because the page then says that it may help or harm. Bad side: the mirror image.
    Neutral outcomes count as neither. What DA106 and DA201 say of an option is not said again here.
    """
    outcomes = [outcome for _path, outcome in outcomes_of(aid)]
    if not outcomes:
        if aid.options and not any(True for _found in sections_of(aid, TestSection)):
            sections = list(sections_of(aid, OptionsSection))
            yield Finding(
                sections[0][0] if sections else ("title",),
                "no outcome says what can happen with the options",
                "add '## What can happen {.outcomes}' and under it one '### Outcome {#its-id .bad}' "
                "for each thing that matters, with its table of figures",
            )
        return
    for path, option in offered_of(aid):
        if lacks_natural_course(aid, option):
            continue
        for side, word, mark in _SIDES:
            if not any(shows(outcome, option.id, side) for outcome in outcomes):
                yield Finding(
                    path,
                    f"no outcome says how the option '{option.name}' could {word}",
                    f"add an outcome marked {{{mark}}} with a line for '{option.id}'; "
                    f"'| {option.id} | not known: reason |' is an honest answer",
                )


RULES: tuple[Rule, ...] = (missing_cell, one_sided_option)
