"""How somebody who is asked stands within a sentence: "the link worker", "my son", and a name as it is.

Layer 2. The same as ``plan/asked-words.ts``. Whom somebody asks is written in their own words, often as a list names
it. Only what is known to be a job or somebody near has a word put before it: a name has none, and neither has what
nobody can tell from a name.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from decisionaid.outside.tables import filled, table

_BEGINS_BELOW: Final = re.compile("[a-z]|[A-Z]{2}")


def asked_words(to: str) -> tuple[Literal["the", "my", ""], str]:
    """Return the word that is missing before whom somebody asks, and their words as they stand behind it.

    Of a job that is written as a name, with a capital letter, nothing is missing unless it is that job alone.
    """
    known = table("plan-text")["asked_words"]
    words = to.split(" ")
    lower = to.lower()
    is_job = (
        words[-1].lower() in known["jobs"] or words[-1].lower().removesuffix("s") in known["jobs"]
    )
    is_kin = lower in known["near"]
    if words[0].lower() in known["enough"] or not (is_job or is_kin):
        return "", to
    first: Literal["the", "my"] = "my" if is_kin else "the"
    if _BEGINS_BELOW.match(to):
        return first, to
    is_alone = len(words) == 1 or lower.removesuffix("s") in known["roles"]
    return (first, lower) if is_alone else ("", to)


def in_sentence(to: str) -> str:
    """Return whom somebody asks, as the text for others says it in English."""
    first, words = asked_words(to)
    return filled(table("plan-text")["asked_words"][first], words=words) if first else words
