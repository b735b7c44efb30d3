"""A token in a link, and found again in a letter, in a link, or in what a scanner or a person typed.

Layer 2. The same as ``record/token-text.ts`` in the browser.
"""

from __future__ import annotations

from typing import Final

from decisionaid.outside.code_in_text import CodeKind, code_in_text, is_whole
from decisionaid.record.token import LOCKED, MOST_SIGNS, NEWER, OPEN, PLAN

_TOKEN: Final = CodeKind((OPEN, LOCKED), NEWER, MOST_SIGNS)
_PLAN: Final = CodeKind((f"{PLAN}1",), tuple(f"{PLAN}{n}" for n in range(2, 10)), MOST_SIGNS)


def link_of(page: str, token: str) -> str:
    """Return the link to a page that opens a token."""
    return f"{page.partition('#')[0]}#{token}"


def token_in_text(text: str) -> str | None:
    """Return the token in a text; None where there is none. What it holds is still to be read."""
    return code_in_text(text, _TOKEN)


def is_plan_code(text: str) -> bool:
    """Return whether a text is the code of a plan, sound or not, or holds a sound one."""
    code = code_in_text(text, _PLAN)
    if code is None:
        return False
    return (
        code.startswith(_PLAN.newer)
        or is_whole(code, 2)
        or text.lstrip().upper().startswith(code[:2])
    )
