"""The rule on what is put away (DA211): the harms of an option are not all folded away while its good is shown.

Layer 2.
"""

from __future__ import annotations

from collections.abc import Iterator

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.aid import Aid
from decisionaid.model.figure import NUMERIC, ReferenceCell
from decisionaid.model.outcome import Outcome
from decisionaid.model.sides import BOTH_SIDES, Side, shows
from decisionaid.rules.rule import Rule, RuleContext, rule
from decisionaid.rules.walk import offered_of, one_of_these, outcomes_of


@rule(
    "DA211",
    "side-put-away",
    Severity.WARNING,
    kind="auto",
    harm=Harm.LEANS,
    why="most readers never open what is folded away, and see an option from one side",
    basis="IPDASi v4, item 2.1.1",
    settled=True,
)
def side_put_away(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """Of each offered option the key outcomes show both sides, as all outcomes together do."""
    every = [outcome for _path, outcome in outcomes_of(aid)]
    key = [outcome for outcome in every if not outcome.more]
    for path, option in offered_of(aid):
        for side, other in BOTH_SIDES:
            away = _away(every, key, option.id, side)
            if away and any(shows(outcome, option.id, other) for outcome in key):
                yield Finding(
                    path,
                    f"all that is {side} about '{option.name}' is folded away, and what is {other} is not",
                    f"take '.more' out of the brace of one of these: "
                    f"{one_of_these([outcome.label for outcome in away])}",
                )


def _away(every: list[Outcome], key: list[Outcome], option: str, side: Side) -> list[Outcome]:
    """Return the outcomes that show a side of an option, where all of them are folded away."""
    if any(shows(outcome, option, side) for outcome in key):
        return []
    away = [outcome for outcome in every if outcome.more and shows(outcome, option, side)]
    return sorted(
        away, key=lambda each: not _has_figure(each, option)
    )  # what is known stands first


def _has_figure(outcome: Outcome, option: str) -> bool:
    return isinstance(outcome.figure(option), (*NUMERIC, ReferenceCell))


RULES: tuple[Rule, ...] = (side_put_away,)
