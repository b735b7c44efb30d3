"""Check an aid: ``RULES`` lists every rule, one file per concern.

Layer 2: knows the models, not the reader nor the pages.

To add a rule: write the function in the file of its concern, add it to that file's ``RULES``, and
write its page in ``site/authors/rules``; the tests then hold the two together.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from decisionaid.rules import (
    answers,
    arithmetic,
    asking,
    balance,
    chances_in_words,
    cited,
    clock,
    comparing,
    decision,
    differences,
    disclosure,
    easy_words,
    equal_detail,
    evidence,
    grid,
    grounds,
    groups,
    hard_to_read,
    leading_positions,
    length,
    links,
    numbers,
    one_denominator,
    outcome_words,
    page_language,
    percentages,
    process,
    prose_figures,
    put_away,
    reading_figures,
    record_limits,
    same_for_all,
    screening,
    studied,
    trade_off,
    unwritten,
    values,
    wording,
)
from decisionaid.rules.rule import Check, Rule, RuleContext, rule

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (
            *decision.RULES,
            *unwritten.RULES,
            *balance.RULES,
            *equal_detail.RULES,
            *same_for_all.RULES,
            *numbers.RULES,
            *differences.RULES,
            *one_denominator.RULES,
            *reading_figures.RULES,
            *arithmetic.RULES,
            *studied.RULES,
            *comparing.RULES,
            *prose_figures.RULES,
            *chances_in_words.RULES,
            *percentages.RULES,
            *values.RULES,
            *trade_off.RULES,
            *asking.RULES,
            *record_limits.RULES,
            *wording.RULES,
            *hard_to_read.RULES,
            *easy_words.RULES,
            *evidence.RULES,
            *grounds.RULES,
            *clock.RULES,
            *disclosure.RULES,
            *grid.RULES,
            *length.RULES,
            *process.RULES,
            *screening.RULES,
            *leading_positions.RULES,
            *links.RULES,
            *cited.RULES,
            *groups.RULES,
            *answers.RULES,
            *put_away.RULES,
            *outcome_words.RULES,
            *page_language.RULES,
        ),
        key=lambda each: each.code.number,
    )
)
"""Every rule of the catalogue, by number."""

RETIRED: Final[Mapping[str, str]] = MappingProxyType(
    {"DA320": "DA319", "DA412": "DA410", "DA503": "DA717", "DA861": "DA862"}
)
"""Numbers of rules that are no more, each with the rule that finds the same; none is given away again."""

__all__ = ["RETIRED", "RULES", "Check", "Rule", "RuleContext", "rule"]
