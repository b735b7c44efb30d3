"""Rules on what figures say to a reader (DA313, DA323): how much points matter, and false precision.

Layer 2. For shares of people the page writes the sentence that says them; for points it needs the author.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.aid import Aid
from decisionaid.model.figure import Change, DifferenceFrom, Frequency, Score
from decisionaid.model.outcome import Outcome, Words
from decisionaid.rules.rule import Rule, RuleContext, rule
from decisionaid.rules.walk import NUMBERS_UPDATE, outcomes_of

_NUMBER: Final = r"(?P<number>\d{1,3}(?:,\d{3})+|\d{1,12})"
_STUDIES: Final = r"(?:trials?|study|studies|reviews?|years?)\b"
_PEOPLE: Final = "people|adults|children|babies|women|men|patients|participants|persons"

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
        if outcome.matters_from is None and outcome.scale is not None and _in_points(outcome):
            yield Finding(
                path,
                f"'{outcome.label}' does not say how many points people notice",
                "add a line: '- Matters from: ... points', or '- Matters from: not known: "
                "no study of this was found'",
            )


def _in_points(outcome: Outcome) -> bool:
    return any(
        isinstance(cell.figure, Score | Change)
        or (isinstance(cell.figure, DifferenceFrom) and cell.figure.of is None)
        for cell in outcome.cells
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

    Only where that line says how many people there were; the largest number is taken. Shares out of
    100 are left alone.
    """
    many = aid.people.many if aid.people else "people"
    for path, outcome in outcomes_of(aid):
        studied = _people(outcome, many)
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
                    f"write it out of {USUAL} in every line of the row: '{_in_usual(figure)}'; or as it "
                    f"was counted: '... of {studied}'; or keep it, if the source prints nothing else",
                )
                break


def _people(outcome: Outcome, many: str) -> int | None:
    """Return how many people a line such as "278 children in 1 study" counts; None: it does not say."""
    if not isinstance(outcome.people, Words):
        return None
    counted = (
        rf"(?<![\w.,]){_NUMBER} (?:(?!{_STUDIES})[^\W\d]+ ){{0,2}}(?:{_PEOPLE}|{re.escape(many)})\b"
    )
    found = re.finditer(counted, outcome.people.text, re.IGNORECASE)
    return max((int(each["number"].replace(",", "")) for each in found), default=None)


def _in_usual(figure: Frequency) -> str:
    def down(amount: Decimal) -> str:
        return f"{(amount * USUAL / figure.of).normalize():f}"

    text = f"{down(figure.n)} in {USUAL}"
    if figure.low is None or figure.high is None:
        return text
    return f"{text} ({down(figure.low)} to {down(figure.high)})"


RULES: tuple[Rule, ...] = (points_not_explained, finer_than_the_study)
