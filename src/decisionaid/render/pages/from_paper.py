"""Render the page where a form that was filled in on paper is typed in, and the letter that invites to an aid.

Layer 2. What is asked stands in the page as the very form of the aid, so that nothing can be missing or
worded otherwise; the script lists it in one line for each question.
"""

from __future__ import annotations

from typing import Final, cast

from markupsafe import Markup

from decisionaid.language import Words
from decisionaid.render.pages.aid_script import script_for
from decisionaid.render.pages.page import SiteView, laid_out, messages_block
from decisionaid.render.pages.prepare_page import letter

_KEYS: Final = (
    "letters", "unsure", "not_applicable", "private", "unreadable", "crossed_out", "enter", "back", "undo",
)  # fmt: skip
"""The keys that are told on the page, by what each does."""


def render_from_paper(context: dict[str, object], body: Markup) -> str:
    """Return the page as HTML; ``page_context`` and ``body_of`` give what the aid page is made of."""
    words = cast("Words", context["words"])
    return laid_out(
        "layout/from-paper.html",
        context,
        body=body,
        keys=tuple(
            (words.say(f"typing_press_{each}"), words.say(f"typing_key_{each}")) for each in _KEYS
        ),
        ways="from-paper",
        messages=messages_block("typing", words),
        aid_messages=messages_block("aid", words, script_for(body).unsaid),
    )


def render_invitation(context: dict[str, object]) -> str:
    """Return the letter that invites somebody to an aid, with a square code of its address."""
    words = cast("Words", context["words"])
    return laid_out(
        "layout/invitation.html",
        context,
        **letter(words, cast("SiteView", context["site"])),
        messages=messages_block("invite", words),
    )
