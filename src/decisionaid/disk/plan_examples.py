"""Made-up plans beside the page of a plan: those of each demonstration aid, and those that speak of none.

Layer 4.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from decisionaid.language import words_in
from decisionaid.model.aid import Aid
from decisionaid.plan.made_up import LANGUAGE, MadeUpPlan, made_up_with, made_up_without_aid
from decisionaid.plan.written import plan_text
from decisionaid.render import AidCard, has_practice, plan_examples_script

PLAN_EXAMPLES: Final = "plan/examples.js"


def plan_examples_with(aid: Aid, source_sha256: str) -> tuple[tuple[str, str], ...]:
    """Return what each made-up plan of a demonstration aid shows, and its JSON; empty: the aid has none."""
    if not has_practice(aid.status):
        return ()
    return tuple(_named(each) for each in made_up_with(aid, source_sha256))


def plan_examples_of(cards: Sequence[AidCard], language: str) -> str:
    """Return the script with the made-up plans of a site; empty: it has none.

    Beside aids for use nobody's plan is invented, and what people say in them is in one language.
    """
    words = words_in(language)
    is_theirs = words.language.partition("-")[0] == LANGUAGE
    if not is_theirs or not any(has_practice(card.status) for card in cards):
        return ""
    made = [each for card in cards for each in card.plan_examples]
    made += [_named(each) for each in made_up_without_aid()]
    return plan_examples_script(made, words)


def _named(each: MadeUpPlan) -> tuple[str, str]:
    return each.key, plan_text(each.plan)
