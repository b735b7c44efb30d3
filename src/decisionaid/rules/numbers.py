"""Rules on numbers (DA301, DA303 to DA305, DA308, DA311, DA314 to DA317): of whom, when and how sure.

Layer 2. What the amounts themselves must obey is in ``arithmetic.py``, figures in prose in ``prose_figures.py``.
"""

from __future__ import annotations

from collections.abc import Iterator

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.aid import Aid
from decisionaid.model.figure import (
    NUMERIC,
    Change,
    Counted,
    DifferenceFrom,
    FewerThan,
    Frequency,
    NoDifferenceShown,
    NotApplicable,
    NotFound,
    NotKnown,
    ReferenceCell,
    Score,
)
from decisionaid.model.outcome import (
    Certainty,
    Outcome,
    PublishedDifference,
    PublishedRatio,
)
from decisionaid.rules.rule import Rule, RuleContext, rule
from decisionaid.rules.walk import (
    NUMBERS_UPDATE,
    measured_of,
    outcomes_of,
    quoted,
    readable_outcomes_of,
    time_words,
)
from decisionaid.text import Path

PEOPLE_AFFECTED = (Frequency, Counted, FewerThan)
"""Figures that are shown in both frames, so many people do and so many do not."""


@rule(
    "DA301",
    "said-as-missing",
    Severity.ERROR,
    kind="presence",
    harm=Harm.MISLEADS,
    why="'159 of 1,000 still have pain' alone sounds worse than with '841 have no pain' beside it; "
    "without your words the page cannot say both",
    gap=True,
    unsafe=True,
)
def said_as_missing(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """An outcome that counts people says in words what happens and what happens otherwise."""
    for path, outcome in outcomes_of(aid):
        counts = any(isinstance(cell.figure, PEOPLE_AFFECTED) for cell in outcome.cells)
        if counts and outcome.said_as is None:
            yield Finding(
                (*path, "said_as"),
                f"the outcome '{outcome.label}' does not say how its figures are put in words",
                "add a line, with words that follow 'of 1,000 people': "
                "'- Said as: have this / do not have this'",
            )


@rule(
    "DA303",
    "time-missing",
    Severity.ERROR,
    kind="auto",
    harm=Harm.MISLEADS,
    why="'2 in 100' means one thing within a week and another within ten years",
    basis=NUMBERS_UPDATE,
    gap=True,
    unsafe=True,
)
def time_missing(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """Every outcome and every test says when it was measured."""
    for path, measured, words in measured_of(aid):
        if measured.time is None:
            yield Finding(
                (*path, "time"),
                f"'{words}' does not say when it was measured",
                "add a line: '- Time: ... months', or '- Time: at: while on treatment', "
                "or '- Time: not known: reason'",
            )


@rule(
    "DA304",
    "mixed-times",
    Severity.ERROR,
    kind="auto",
    harm=Harm.MISLEADS,
    why="side by side, figures from different times look like different effects",
    basis=NUMBERS_UPDATE,
    unsafe=True,
)
def mixed_times(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """Rows of a series differ in time; what other sources estimate is shown with its own."""
    places = {outcome.id: path for path, outcome in outcomes_of(aid)}
    seen: dict[tuple[str, str, str], Outcome] = {}
    for path, outcome in outcomes_of(aid):
        if outcome.series is None or outcome.estimate_of is not None or outcome.time is None:
            continue
        key = (outcome.series, outcome.stratum or "", outcome.time.model_dump_json())
        first = seen.setdefault(key, outcome)
        if first is not outcome:
            yield Finding(
                (*path, "time"),
                f"'{outcome.label}' and '{first.label}' stand in the series '{outcome.series}' "
                f"with the same time, {time_words(outcome.time)}",
                "give each row of a series its own time, or say with estimate-of= that both "
                "sources measured the same thing",
                also=((*places[first.id], "time"),),
            )


@rule(
    "DA305",
    "people-missing",
    Severity.ERROR,
    kind="presence",
    harm=Harm.MISLEADS,
    why="a figure is only true of the people it was counted in",
    basis=NUMBERS_UPDATE,
    gap=True,
    unsafe=True,
)
def people_missing(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """Every outcome and every test says who was studied, itself or through its section or source."""
    for path, measured, words in measured_of(aid):
        if measured.people is None:
            yield Finding(
                (*path, "people"),
                f"'{words}' does not say which people were studied",
                "add a line: '- People: ... adults in ... trials', or '- People: not known: reason'",
            )


@rule(
    "DA308",
    "certainty-missing",
    Severity.ERROR,
    kind="presence",
    harm=Harm.MISLEADS,
    why="without it a guess and a solid finding look the same",
    basis="IPDASi v4, item 2.2.4",
    gap=True,
    unsafe=True,
)
def certainty_missing(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """Every outcome and every test says how sure its source is, or why there is no grade."""
    for path, measured, words in measured_of(aid):
        certainty = measured.certainty
        if certainty is None:
            yield Finding(
                (*path, "certainty"),
                f"'{words}' does not say how certain its figures are",
                "add a line: '- Certainty: ...' with the grade in the source, high, moderate, low or "
                "very low; or '- Certainty: not graded: reason'",
            )
        elif certainty == Certainty(level="not-graded"):
            yield Finding(
                (*path, "certainty"),
                f"'{words}' is not graded, and no reason is given",
                "say why: '- Certainty: not graded: reason'",
            )


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
            isinstance(each, NotKnown | NotApplicable | ReferenceCell) for each in figures
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
            place = (*path, "comparisons", number)
            if isinstance(comparison, PublishedRatio | PublishedDifference):
                yield from _unmeasured(outcome, comparison, place)
            elif len(_with_figures(outcome)) == 1:
                only = _with_figures(outcome)[0]
                yield Finding(
                    place,
                    f"'{outcome.label}' speaks of a difference, but only '{only}' has a figure",
                    "add the line of the other option, or take out the line 'Difference'",
                )


def _unmeasured(
    outcome: Outcome, comparison: PublishedRatio | PublishedDifference, place: Path
) -> Iterator[Finding]:
    for option in (comparison.option, comparison.against):
        cell = outcome.cell(option)
        if cell is not None and isinstance(cell.figure, NotKnown | NotApplicable):
            number = outcome.cells.index(cell)
            yield Finding(
                place,
                f"the source compared '{option}', but its figure for '{outcome.label}' "
                f"is '{cell.figure.kind.replace('-', ' ')}'",
                f"add the figure: '| {option} | ... in 100 |', or '| {option} | not found: the source "
                "prints only the comparison |'",
                also=((*place[:-2], "cells", number),),
            )


@rule(
    "DA316",
    "scale-missing",
    Severity.ERROR,
    kind="presence",
    harm=Harm.MISLEADS,
    why="points mean nothing until a reader knows how far they go and which end is good",
    gap=True,
)
def scale_missing(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """An outcome in points says on which scale."""
    for path, outcome in outcomes_of(aid):
        points = any(
            isinstance(cell.figure, Score | Change)
            or (isinstance(cell.figure, DifferenceFrom) and cell.figure.of is None)
            for cell in outcome.cells
        )
        if points and outcome.scale is None:
            yield Finding(
                (*path, "scale"),
                f"'{outcome.label}' is in points and does not say on which scale",
                "add a line: '- Scale: its name, ... to ..., lower is better'",
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
        places = {
            kind: [
                (*path, "cells", number)
                for number, cell in enumerate(outcome.cells)
                if isinstance(cell.figure, kind)
            ]
            for kind in (DifferenceFrom, ReferenceCell)
        }
        differences, references = places[DifferenceFrom], places[ReferenceCell]
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
    said_as_missing,
    time_missing,
    mixed_times,
    people_missing,
    certainty_missing,
    difference_missing,
    nothing_measured,
    comparison_without_figures,
    scale_missing,
    reference_without_pair,
)
