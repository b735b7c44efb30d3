"""Rules on what a row compares (DA311, DA314, DA315, DA317): it has figures, and says if they differ.

Layer 2. What a figure says of itself is in ``numbers.py``, whether a comparison agrees with its figures
in ``comparing.py``.
"""

from __future__ import annotations

from collections.abc import Iterator

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.aid import Aid
from decisionaid.model.figure import (
    UNMEASURED,
    WITHOUT_MEASURE,
    Figure,
    NoDifferenceShown,
    NotFound,
    ReferenceCell,
    is_difference,
)
from decisionaid.model.outcome import Found, Outcome, Printed
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
        options = outcome.with_own_figures
        said = outcome.comparisons or outcome.groups_from_different_studies
        if len(options) < 2 or said:
            continue
        yield Finding(
            (*path, "comparisons"),
            f"'{outcome.label}' has figures for {quoted(options)} and does not say if they differ",
            f"add what the source prints: '- Difference: {options[1]} against {options[0]}: "
            "risk ratio ... (... to ...)', or '- Difference: not reported', "
            f"or '- Difference: {options[1]} against {options[0]}: differ' if it says so without a number, "
            "or '- Difference: not clear: reason', or '- Difference: not found: reason'",
        )


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
    """At least one option, or a published comparison, has something that was measured.

    Of an outcome for groups of readers, in one group: that it is not known for another is worth saying.
    """
    measured = {_thing(outcome) for outcome in aid.outcomes if _is_measured(outcome)}
    for path, outcome in readable_outcomes_of(aid):
        if outcome.cells and _thing(outcome) not in measured:
            sought = any(isinstance(each, NotFound) for each in outcome.figures)
            until = "take the outcome out until it is found; if nobody measured it, "
            yield Finding(
                (*path, "cells"),
                f"no option has a figure for '{outcome.label}'",
                f"add the line with the figure, or {until if sought else ''}"
                "move the outcome to the section 'What nobody knows {.uncertain}' as a sentence",
            )


def _thing(outcome: Outcome) -> str:
    """Return what an outcome shares with the rows of the same for other groups of readers."""
    return f"of groups: {outcome.label}" if outcome.stratum else f"id: {outcome.id}"


def _is_measured(outcome: Outcome) -> bool:
    """Whether a row has something that was measured, in a cell or between two."""
    in_cells = any(not isinstance(each, WITHOUT_MEASURE) for each in outcome.figures)
    return in_cells or any(isinstance(each, Printed) for each in outcome.comparisons)


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
            if isinstance(comparison, Found) and comparison.option is not None:
                yield from _unmeasured(outcome, comparison, at)
            elif len(outcome.with_own_figures) == 1:
                yield Finding(
                    at,
                    f"'{outcome.label}' speaks of a difference, but only '{outcome.with_own_figures[0]}' has a figure",
                    "add the figure of the other option, or say nothing of a difference in this outcome",
                )


def _unmeasured(outcome: Outcome, comparison: Found, at: Path) -> Iterator[Finding]:
    for number, cell in enumerate(outcome.cells):
        option, figure = cell.option, cell.figure
        if option in (comparison.option, comparison.against) and isinstance(figure, UNMEASURED):
            yield Finding(
                at,
                f"the source compared '{option}', but its figure for '{outcome.label}' "
                f"is '{figure.kind.replace('-', ' ')}'",
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
        cells = [
            ((*path, "cells", number), cell.figure) for number, cell in enumerate(outcome.cells)
        ]
        differences = [at for at, figure in cells if is_difference(figure)]
        references = [at for at, figure in cells if isinstance(figure, ReferenceCell)]
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
        elif references and not any(map(_stands_beside, outcome.figures)):
            yield Finding(
                references[0],
                f"in '{outcome.label}' nothing is measured from the 'reference'",
                "add the line with the difference: '| its-id | ... points lower (... lower to ... lower) |'",
            )


def _stands_beside(figure: Figure | None) -> bool:
    """Whether a reference may stand beside it: a difference, or what the source says in its place."""
    return is_difference(figure) or isinstance(figure, NoDifferenceShown | NotFound)


RULES: tuple[Rule, ...] = (
    difference_missing,
    nothing_measured,
    comparison_without_figures,
    reference_without_pair,
)
