"""Rules on what a row compares (DA311, DA314, DA315, DA317): it has figures, and says if they differ.

Layer 2. What a figure says of itself is in ``numbers.py``, whether a comparison agrees with its figures
in ``comparing.py``.
"""

from __future__ import annotations

from collections.abc import Iterator

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.aid import Aid
from decisionaid.model.figure import (
    NUMERIC,
    DifferenceFrom,
    NoDifferenceShown,
    NotApplicable,
    NotFound,
    NotInStudy,
    NotKnown,
    ReferenceCell,
)
from decisionaid.model.outcome import Outcome, PublishedDifference, PublishedRatio
from decisionaid.rules.rule import Rule, RuleContext, rule
from decisionaid.rules.walk import quoted, readable_outcomes_of
from decisionaid.text import Path


@rule(
    "DA311",
    "difference-missing",
    Severity.ERROR,
    kind="presence",
    harm=Harm.LEAVES_OUT,
    why="two figures side by side are read as a difference, and only the source can say if there is one",
    gap=True,
)
def difference_missing(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """Where two or more options have figures, the source's own comparison is given, or its absence."""
    for path, outcome in readable_outcomes_of(aid):
        options = _with_figures(outcome)
        if len(options) < 2 or outcome.comparisons or outcome.groups_from_different_studies:
            continue
        yield Finding(
            (*path, "comparisons"),
            f"'{outcome.label}' has figures for {quoted(options)} and does not say if they differ",
            f"add what the source prints: '- Difference: {options[1]} against {options[0]}: "
            "risk ratio ... (... to ...)', or '- Difference: not reported', "
            "or '- Difference: not clear: reason', or '- Difference: not found: reason'",
        )


def _with_figures(outcome: Outcome) -> list[str]:
    """Return the options that have a figure of their own; a difference is not one."""
    return [
        cell.option
        for cell in outcome.cells
        if isinstance(cell.figure, NUMERIC) and not isinstance(cell.figure, DifferenceFrom)
    ]


@rule(
    "DA314",
    "nothing-measured",
    Severity.ERROR,
    kind="auto",
    harm=Harm.LEAVES_OUT,
    why="a row of unknowns looks like evidence, with a source and a time; it is not",
    gap=True,
)
def nothing_measured(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """At least one option, or a published comparison, has something that was measured."""
    for path, outcome in readable_outcomes_of(aid):
        figures = [cell.figure for cell in outcome.cells]
        published = any(
            isinstance(each, PublishedRatio | PublishedDifference) for each in outcome.comparisons
        )
        unknown = all(
            isinstance(each, NotKnown | NotInStudy | NotApplicable | ReferenceCell)
            for each in figures
        )
        if figures and unknown and not published:
            yield Finding(
                (*path, "cells"),
                f"no option has a figure for '{outcome.label}'",
                "add the line with the figure, or move the outcome to the section "
                "'What nobody knows {.uncertain}' as a sentence",
            )


@rule(
    "DA315",
    "comparison-without-figures",
    Severity.ERROR,
    kind="auto",
    harm=Harm.MISLEADS,
    why="a comparison whose figures are gone is a sign that a line was lost",
)
def comparison_without_figures(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """A ``Difference`` has its figures: no option in it is "not known", and there are two to compare."""
    for path, outcome in readable_outcomes_of(aid):
        for number, comparison in enumerate(outcome.comparisons):
            at = (*path, "comparisons", number)
            if isinstance(comparison, PublishedRatio | PublishedDifference):
                yield from _unmeasured(outcome, comparison, at)
            elif len(_with_figures(outcome)) == 1:
                only = _with_figures(outcome)[0]
                yield Finding(
                    at,
                    f"'{outcome.label}' speaks of a difference, but only '{only}' has a figure",
                    "add the figure of the other option, or say nothing of a difference in this outcome",
                )


def _unmeasured(
    outcome: Outcome, comparison: PublishedRatio | PublishedDifference, at: Path
) -> Iterator[Finding]:
    for option in (comparison.option, comparison.against):
        cell = outcome.cell(option)
        if cell is not None and isinstance(cell.figure, NotKnown | NotInStudy | NotApplicable):
            number = outcome.cells.index(cell)
            yield Finding(
                at,
                f"the source compared '{option}', but its figure for '{outcome.label}' "
                f"is '{cell.figure.kind.replace('-', ' ')}'",
                f"add the figure: '| {option} | ... in 100 |', or '| {option} | not found: the source "
                "prints only the comparison |'",
                also=((*at[:-2], "cells", number),),
            )


@rule(
    "DA317",
    "reference-without-pair",
    Severity.ERROR,
    kind="auto",
    harm=Harm.MISLEADS,
    why="a difference from nothing, or a starting point that nothing is measured from, says nothing",
)
def reference_without_pair(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """A row with differences has one ``reference``, and a ``reference`` has differences."""
    for path, outcome in readable_outcomes_of(aid):
        paths = {
            kind: [
                (*path, "cells", number)
                for number, cell in enumerate(outcome.cells)
                if isinstance(cell.figure, kind)
            ]
            for kind in (DifferenceFrom, ReferenceCell)
        }
        differences, references = paths[DifferenceFrom], paths[ReferenceCell]
        if differences and not references:
            yield Finding(
                differences[0],
                f"'{outcome.label}' has a difference, but no option is what it is measured from",
                "add the line of the option it is compared with: '| its-id | reference |'",
            )
        elif len(references) > 1:
            yield Finding(
                references[1],
                f"'{outcome.label}' has more than one 'reference'",
                "keep the one that the differences are measured from; split the outcome if there are two",
                also=(references[0],),
            )
        elif references and not differences and not _measured(outcome):
            yield Finding(
                references[0],
                f"in '{outcome.label}' nothing is measured from the 'reference'",
                "add the line with the difference: '| its-id | ... points lower (... lower to ... lower) |'",
            )


def _measured(outcome: Outcome) -> bool:
    """Whether a cell of the row holds what a reference may stand beside without a difference."""
    return any(isinstance(cell.figure, NoDifferenceShown | NotFound) for cell in outcome.cells)


RULES: tuple[Rule, ...] = (
    difference_missing,
    nothing_measured,
    comparison_without_figures,
    reference_without_pair,
)
