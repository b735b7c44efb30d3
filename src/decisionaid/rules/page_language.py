"""Rule on the words that every page has of its own (DA813): they are there in the aid's language.

Layer 2. English has them all, so of an aid in English no catalogue is read.
"""

from __future__ import annotations

from collections.abc import Iterator

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.aid import Aid
from decisionaid.rules.rule import Rule, RuleContext, rule
from decisionaid.rules.walk import is_english


@rule(
    "DA813",
    "own-words-in-english",
    Severity.ERROR,
    kind="auto",
    harm=Harm.LEAVES_OUT,
    why="someone who reads no English would not learn what a figure means, how sure it is, or that "
    "the aid is out of date",
    gap=True,
    unsafe=True,
)
def own_words_in_english(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """The words that pages have of their own can be said in the language of the aid."""
    if is_english(aid):
        return
    from decisionaid.language import has_full_catalogue  # noqa: PLC0415 - it loads CLDR

    if not has_full_catalogue(aid.language):
        yield Finding(
            ("language",),
            f"the aid is in '{aid.language}', and the pages' own words would stand in English "
            "between yours: English is the one language that has them all for now",
            "keep it as a draft, 'status: draft', until somebody has written them in this language; "
            "'Add a language' in the recipes for developers says how",
        )


RULES: tuple[Rule, ...] = (own_words_in_english,)
