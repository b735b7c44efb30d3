"""Render what stands at every address of a withdrawn aid: that it is, why, since when, what instead.

Layer 2. No figure, no question and no script: whoever kept a link, or holds a sheet of paper, finds
out that it is no longer to be used.
"""

from __future__ import annotations

from typing import Final

from decisionaid.model.aid import Aid
from decisionaid.render.pages.environment import templates
from decisionaid.render.pages.page import SiteView, frame
from decisionaid.render.words.messages import say
from decisionaid.render.words.numerals import day, sentence
from decisionaid.render.words.wording import gap

ADDRESSES: Final = (
    "index.html", "large-print.html", "grid.html", "evidence.html", "quality.html",
)  # fmt: skip
"""Every page that an aid has while it is in use."""


def render_withdrawn(aid: Aid, site: SiteView, successor: str | None = None) -> str:
    """Return the page as HTML.

    ``successor`` is the title of the aid of this site that takes its place; None: there is none, or it
    has no page, and then no link leads to it.
    """
    withdrawal = aid.withdrawn
    instead = withdrawal.instead if withdrawal and withdrawal.instead else ""
    elsewhere = instead.startswith("https:")
    context = {
        "title": say("withdrawn_title", title=aid.title),
        "aid": aid,
        "since": day(withdrawal.date if withdrawal else None) or gap("date"),
        "why": sentence((withdrawal.reason if withdrawal else None) or "") or gap("reason"),
        "address": instead if elsewhere else f"../{instead}/index.html" if successor else "",
        "successor": instead if elsewhere else successor or "",
    }
    page = templates(site.theme).get_template("layout/withdrawn.html")
    return page.render(frame(aid, site) | {"notice": ""}, **context)
