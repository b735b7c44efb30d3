"""Rules on what a figure says of itself (DA301, DA303 to DA305, DA308, DA316): whom, when, how sure, which scale.

Layer 2. What a row compares is in ``differences.py``, what the amounts themselves must obey in
``arithmetic.py``, figures in prose in ``prose_figures.py``.
"""

from __future__ import annotations

from collections.abc import Iterator

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.aid import Aid
from decisionaid.model.figure import (
    Counted,
    FewerThan,
    Frequency,
    ShareInWords,
    is_in_points,
)
from decisionaid.model.outcome import Certainty, Outcome
from decisionaid.rules.rule import Rule, RuleContext, rule
from decisionaid.rules.walk import NUMBERS_UPDATE, measured_of, outcomes_of, time_words

PEOPLE_AFFECTED = (Frequency, Counted, FewerThan, ShareInWords)
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
        counts = any(isinstance(each, PEOPLE_AFFECTED) for each in outcome.figures)
        if counts and outcome.said_as is None:
            yield Finding(
                (*path, "said_as"),
                f"the outcome '{outcome.label}' does not say how its figures are put in words",
                "add a line: '- Said as: have this / do not have this', with words that follow "
                "'of 1,000 people'",
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
    paths = {outcome.id: path for path, outcome in outcomes_of(aid)}
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
                also=((*paths[first.id], "time"),),
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
        points = any(map(is_in_points, (*outcome.figures, *outcome.comparisons)))
        if points and outcome.scale is None:
            yield Finding(
                (*path, "scale"),
                f"'{outcome.label}' is in points and does not say on which scale",
                "add a line: '- Scale: its name, ... to ..., lower is better'",
            )


RULES: tuple[Rule, ...] = (
    said_as_missing,
    time_missing,
    mixed_times,
    people_missing,
    certainty_missing,
    scale_missing,
)
