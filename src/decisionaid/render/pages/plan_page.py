"""Render the page of a plan, which two people fill in at one screen, and print blank where there is no script.

Layer 2.
"""

from __future__ import annotations

from collections.abc import Sequence

from decisionaid.language import words_in
from decisionaid.render.pages.page import SiteView, frame, laid_out, messages_block
from decisionaid.render.pages.plan_words import PLAN_WORDS
from decisionaid.render.pages.site_pages import AidCard


def render_plan_page(cards: Sequence[AidCard], site: SiteView) -> str:
    """Return the page of a plan; it asks for the scripts of ``cards`` alone, each when it is needed."""
    context = {
        "aids": sorted({card.slug for card in cards}),
        "plan_words": PLAN_WORDS,
        "second": "plan-more",
        "third": "code-pictures",
        "messages": messages_block("plan", words_in(site.language)),
    }
    return laid_out("layout/plan.html", frame(None, site) | context)
