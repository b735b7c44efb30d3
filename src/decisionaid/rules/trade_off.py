"""Rule on the trade-off step (DA415): it weighs what the sources compare, and the aid says that it computes.

Layer 2. What can be weighed is for ``values.trade_off`` to say; here it is said to the author.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.aid import Aid
from decisionaid.rules.rule import Rule, RuleContext, rule
from decisionaid.rules.walk import quoted
from decisionaid.values.trade_off import FEWEST_ROWS, Reason, TradeOff, trade_off_of
from decisionaid.values.weighted_view import MOST_ROWS

_WITHOUT: Final = "leave it out of 'trade-off:'"
_WORDS: Final = MappingProxyType[Reason, tuple[str, str]](
    {
        "too-few": (
            "the trade-off step has {n} outcome, which leaves nothing to weigh it against",
            f"name {FEWEST_ROWS} to {MOST_ROWS} outcomes, or take out 'trade-off:' and 'computes:'",
        ),
        "too-many": (
            f"the trade-off step has {{n}} outcomes, and a person is asked about at most {MOST_ROWS}",
            f"keep the {MOST_ROWS} that differ most between the options",
        ),
        "twice": ("the trade-off step names {names} twice", "name each outcome once"),
        "no-outcome": (
            "no outcome has the id {names}, which the trade-off step names",
            "write ids of outcomes with commas between them: 'trade-off: first-id, second-id'",
        ),
        "too-few-options": (
            "fewer than two options are offered, so there is nothing to weigh between them",
            "take out 'trade-off:' and 'computes:'",
        ),
        "for-some": (
            "what the trade-off step weighs is for some readers only: {names}",
            f"{_WITHOUT}, or name an outcome that is for everybody",
        ),
        "no-direction": (
            "{names} is neither good nor bad, so the trade-off step has no better end of it",
            f"{_WITHOUT}, or mark the outcome .good or .bad",
        ),
        "no-share": (
            "not every option that is offered has a share of people for {names}",
            f"{_WITHOUT}: what is not known cannot be weighed, and nothing stands in for it",
        ),
        "other-whole": (
            "{names} does not count people, and the trade-off step weighs shares of people",
            _WITHOUT,
        ),
        "not-compared": (
            "the source does not compare all options clearly for {names}",
            f"{_WITHOUT}, or write the comparison that the source prints, with its range",
        ),
        "times": (
            "the outcomes of the trade-off step were not all measured at one time: {names}",
            "name outcomes of one time, since a year more of one thing is no year of another",
        ),
        "denominators": (
            "the outcomes of the trade-off step are out of different numbers of people: {names}",
            "write their figures out of the same number: 'decisionaid fix' can do it",
        ),
        "one-sided": (
            "one option does at least as well as the others in all that is weighed: {names}",
            "name an outcome too in which another option does better, or take out 'trade-off:'",
        ),
    }
)


@rule(
    "DA415",
    "trade-off-cannot-be-weighed",
    Severity.ERROR,
    kind="auto",
    harm=Harm.MISLEADS,
    why="numbers made of figures that cannot be held against one another look exact and steer the person",
    unsafe=True,
    settled=True,
)
def trade_off_cannot_be_weighed(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """The trade-off step weighs shares of people that a source compares, and the aid says that it computes."""
    if aid.trade_off and aid.computes == "none":
        yield Finding(
            ("trade_off",),
            "the aid has a trade-off step, and says that it computes nothing",
            "add to the head: computes: arithmetic-display",
        )
    if not aid.trade_off and aid.computes != "none":
        yield Finding(
            ("computes",),
            "the aid says that it computes something, and has no trade-off step",
            "add to the head: 'trade-off: first-id, second-id'; or write 'computes: none'",
        )
    found = trade_off_of(aid)
    if isinstance(found, TradeOff):
        return
    for unfit in found:
        message, fix = _WORDS[unfit.reason]
        names = quoted(unfit.about) if unfit.about else "an option"
        yield Finding(("trade_off",), message.format(n=len(unfit.about), names=names), fix)


RULES: tuple[Rule, ...] = (trade_off_cannot_be_weighed,)
