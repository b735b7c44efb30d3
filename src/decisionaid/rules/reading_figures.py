"""Rules on what figures say to a reader (DA313, DA323): how much points matter, and false precision.

Layer 2. For shares of people the page writes the sentence that says them; for points it needs the author.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.aid import Aid
from decisionaid.model.figure import Frequency
from decisionaid.rules.rule import Rule, RuleContext, rule
from decisionaid.rules.studied import people_studied
from decisionaid.rules.walk import NUMBERS_UPDATE, outcomes_of

USUAL: Final = 100
"""Out of so many people a share may always be said: that is how shares are said, and nobody takes it for a count."""


@rule(
    "DA313",
    "points-not-explained",
    Severity.NOTICE,
    kind="assist",
    harm=Harm.HARD_TO_USE,
    why="a reader cannot tell if 5 points are much; the smallest difference that people notice says it",
    basis=NUMBERS_UPDATE,
)
def points_not_explained(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """An outcome in points says from how many points people notice a difference, or that it is not known."""
    for path, outcome in outcomes_of(aid):
        if outcome.matters_from is None and outcome.scale is not None and outcome.is_in_points:
            yield Finding(
                path,
                f"'{outcome.label}' does not say how many points people notice",
                "add a line: '- Matters from: ... points', or '- Matters from: not known: "
                "no study of this was found'",
            )


@rule(
    "DA323",
    "finer-than-the-study",
    Severity.WARNING,
    kind="assist",
    harm=Harm.MISLEADS,
    why="a share out of more people than were studied looks more exact than it can be",
)
def finer_than_the_study(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """No share is out of more people than its own line on people counts.

    Only where that line says how many people there were. Shares out of 100 are left alone.
    """
    for path, outcome in outcomes_of(aid):
        studied = people_studied(outcome, aid)
        for number, cell in enumerate(outcome.cells):
            figure = cell.figure
            if (
                isinstance(figure, Frequency)
                and studied is not None
                and figure.of > max(studied, USUAL)
            ):
                yield Finding(
                    (*path, "cells", number),
                    f"'{figure.n} in {figure.of}' is out of more people than the {studied} studied",
                    f"write it out of {USUAL} for every option of the outcome: '{_in_usual(figure)}'; or as it "
                    f"was counted: '... of {studied}'; or keep it, if the source prints nothing else",
                )
                break


def _in_usual(figure: Frequency) -> str:
    def down(amount: Decimal) -> str:
        return f"{(amount * USUAL / figure.of).normalize():f}"

    text = f"{down(figure.n)} in {USUAL}"
    if figure.low is None or figure.high is None:
        return text
    return f"{text} ({down(figure.low)} to {down(figure.high)})"


RULES: tuple[Rule, ...] = (points_not_explained, finer_than_the_study)
