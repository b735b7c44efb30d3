"""Check an aid: ``RULES`` lists every rule, one file per concern.

Layer 2: knows the models, not the reader nor the pages.

To add a rule: write the function in the file of its concern, add it to that file's ``RULES``, and
write its page in ``site/authors/rules``; the tests then hold the two together.
"""

from __future__ import annotations

from decisionaid.rules import (
    arithmetic,
    balance,
    decision,
    disclosure,
    evidence,
    numbers,
    prose_figures,
    values,
)
from decisionaid.rules.rule import Check, Rule, RuleContext, rule

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (
            *decision.RULES,
            *balance.RULES,
            *numbers.RULES,
            *arithmetic.RULES,
            *prose_figures.RULES,
            *values.RULES,
            *evidence.RULES,
            *disclosure.RULES,
        ),
        key=lambda each: each.code.number,
    )
)
"""Every rule of the catalogue, by number."""

__all__ = ["RULES", "Check", "Rule", "RuleContext", "rule"]
