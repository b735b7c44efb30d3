"""Render the page of a plan, which two people fill in at one screen, and print blank where there is no script.

Layer 2.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Final

from decisionaid.language import Words, words_in
from decisionaid.render.pages.page import SiteView, frame, kept_offline, laid_out, messages_block
from decisionaid.render.pages.plan_words import PLAN_WORDS
from decisionaid.render.pages.site_pages import AidCard

PLAN_EXAMPLES: Final = "examples.js"
"""Beside the page: the made-up plans to try it with."""


def render_plan_page(
    cards: Sequence[AidCard], site: SiteView, *, has_examples: bool = False
) -> str:
    """Return the page of a plan; it asks for the scripts of ``cards`` alone, each when it is needed.

    ``has_examples``: a script with made-up plans stands beside it.
    """
    context = {
        "examples": PLAN_EXAMPLES if has_examples else "",
        "aids": sorted({card.slug for card in cards}),
        "plan_words": PLAN_WORDS,
        "second": "plan-more",
        "third": "code-pictures",
        "fourth": "plan-forms",
        "keep": "" if site.kiosk else "keep",
        "messages": messages_block("plan", words_in(site.language)),
    } | kept_offline(site, "worker.js")
    return laid_out("layout/plan.html", frame(None, site) | context)


def plan_examples_script(examples: Iterable[tuple[str, str]], page: Words) -> str:
    """Return the script that hands made-up plans to the page of a plan.

    ``examples`` are what each shows and its JSON; they are named in the language of the page.
    """
    named = ",".join(
        f'{{"name":{json.dumps(page.say(f"plan_example_{key}"), ensure_ascii=False)},"plan":{plan}}}'
        for key, plan in examples
    )
    event = f'new CustomEvent("decisionaid-plan-examples",{{detail:[{named}]}})'
    return f"document.currentScript?.dispatchEvent({event});\n"
