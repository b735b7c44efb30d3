"""Render what stands at every address of a withdrawn aid: that it is, why, since when, what instead.

Layer 2. No figure, no question and no script: whoever kept a link, or holds a sheet of paper, finds
out that it is no longer to be used.
"""

from __future__ import annotations

from typing import Final

from decisionaid.language import words_in
from decisionaid.model.addresses import PAGES
from decisionaid.model.aid import Aid
from decisionaid.render.pages.page import SiteView, frame, laid_out
from decisionaid.render.words.phrases import sentence
from decisionaid.render.words.wording import gap

ADDRESSES: Final = PAGES
"""Every page that an aid has while it is in use."""


def render_withdrawn(aid: Aid, site: SiteView, successor: str | None = None) -> str:
    """Return the page as HTML.

    ``successor`` is the title of the aid of this site that takes its place; None: there is none, or it
    has no page, and then no link leads to it.
    """
    withdrawal = aid.withdrawn
    instead = withdrawal.instead if withdrawal and withdrawal.instead else ""
    elsewhere = instead.startswith("https:")
    words = words_in(aid.language)
    context = {
        "title": words.say("withdrawn_title", title=aid.title),
        "aid": aid,
        "since": words.day(withdrawal.date if withdrawal else None) or gap(words, "date"),
        "why": sentence(words, (withdrawal.reason if withdrawal else None) or "")
        or gap(words, "reason"),
        "address": instead if elsewhere else f"../{instead}/index.html" if successor else "",
        "successor": instead if elsewhere else successor or "",
    }
    return laid_out("layout/withdrawn.html", frame(aid, site) | {"notice": ""} | context)
