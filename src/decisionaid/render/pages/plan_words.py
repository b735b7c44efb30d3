"""Write ``plan-words.js``: what the page of a plan has to know about one aid, as a script.

Layer 2. That page fetches no data: a plan that is open there may be of anybody, and nothing of it is to leave
the page. It holds the words of every text of the aid, which codes are read with, and of today's text what
is no person's answer: examples of goals and actions for each option, and the signs to get help by.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Final

from decisionaid.model.aid import Aid
from decisionaid.model.sections import OptionPlan, PlanSection, RedFlagsSection, ReviewIn
from decisionaid.model.words import AidWords
from decisionaid.render.outcomes.in_words import Figures
from decisionaid.render.words.prose import ProseWriter

PLAN_WORDS: Final = "plan-words.js"


def plan_words_script(
    figures: Figures, words: AidWords, versions: Iterable[bytes], notice: str
) -> str:
    """Return the script that hands an aid to the page that asked for it.

    ``versions`` are the words of all its texts, as JSON. ``notice`` is what its status asks to be said.
    """
    aid = figures.aid
    writer = ProseWriter(aid, figures.sentence, "")
    condition = (aid.condition.plain or aid.condition.name) if aid.condition else ""
    about = {
        "condition": condition or "",
        "notice": notice,
        "signs": list(_signs(aid, writer)),
        "plans": [_plan(plan) for section in aid.of(PlanSection) for plan in section.plans],
    }
    said = json.dumps(about, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    texts = ",".join(each.decode("utf-8").strip() for each in versions)
    detail = f'{{"words":{words.model_dump_json()},"versions":[{texts}],"about":{said}}}'
    event = f'new CustomEvent("decisionaid-plan-words",{{detail:{detail}}})'
    return f"document.currentScript?.dispatchEvent({event});\n"


def _signs(aid: Aid, writer: ProseWriter) -> Iterator[dict[str, object]]:
    """Yield the signs that need help now; what can wait is told apart by the aid, and is not theirs."""
    for section in aid.of(RedFlagsSection):
        if section.when == "now" and section.flags:
            yield {
                "heading": section.heading,
                "body": writer.words(section.body),
                "flags": [flag.text for flag in section.flags],
            }


def _plan(plan: OptionPlan) -> dict[str, object]:
    review = plan.review
    return {
        "id": plan.id,
        "option": plan.option,
        "goals": [{"id": goal.id, "text": goal.text} for goal in plan.goals],
        "actions": [
            {"id": each.id, "text": each.text, "who": each.who or "", "when": each.when or ""}
            for each in plan.actions
        ],
        "review": (
            {"amount": float(review.amount), "unit": review.unit}
            if isinstance(review, ReviewIn)
            else None
        ),
    }
