"""Render the large print: the whole aid in 18 points and one column, on screen and on paper.

Layer 2. It has the very body of the aid page, so no figure and no word can differ from it; only
the style does, in ``styles/large-print.css``. It loads no script: every step stands open, with
the forms to fill in by hand.
"""

from __future__ import annotations

from markupsafe import Markup

from decisionaid.render.pages.page import laid_out


def render_large_print(context: dict[str, object], body: Markup) -> str:
    """Return the page as HTML; ``page_context`` and ``body_of`` give what the aid page is made of."""
    return laid_out("layout/large-print.html", context, body=body)
