"""Let a rule look at an aid in plain words and in easy ones.

Layer 2, shared by the rules whose checks hold parts against one another: what is balanced in one wording
need not be so in the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import wraps
from types import MappingProxyType
from typing import Final

from decisionaid.diagnostics import Finding
from decisionaid.model.aid import Aid
from decisionaid.model.wordings import has_easy_words, in_easy_words
from decisionaid.rules.rule import Check, RuleContext
from decisionaid.text import Path

_EASY: Final = MappingProxyType(
    {
        "body": "easy",
        "question": "easy",
        "explanation": "easy_explanation",
        "who_for": "who_for_easy",
        "not_for": "not_for_easy",
        "opening": "opening_easy",
    }
)
"""Where the easy words stand of the plain ones in a part, see ``model.wordings``."""


def in_both_wordings(check: Check) -> Check:
    """Return a check that looks at the easy words too, where there are some, and says a thing once."""

    @wraps(check)
    def looks(aid: Aid, context: RuleContext) -> Iterator[Finding]:
        found = tuple(check(aid, context))
        yield from found
        if not context.once(has_easy_words, aid):
            return
        for each in check(context.once(in_easy_words, aid), context):
            if each not in found:
                yield replace(
                    each,
                    path=_in_easy(each.path),
                    message=f"in easy words: {each.message}",
                    also=tuple(map(_in_easy, each.also)),
                )

    return looks


def _in_easy(path: Path) -> Path:
    """Return where the easy words stand; a path to other parts stays."""
    at = next((number for number, step in enumerate(path) if step in _EASY), None)
    return path if at is None else (*path[:at], _EASY[str(path[at])])
