"""How much of an aid a record can hold: read from the record's own fields, where it stands once.

Layer 1. The page counts on it that everything it asks has its place in a saved file.
"""

from __future__ import annotations

from typing import Final

from decisionaid.model.base import Part
from decisionaid.model.record import AidReference, QuestionToAsk, RankingAnswer, Record, TakenIdea

OWN_QUESTIONS: Final = 3
"""Lines for a person's own questions, which the page puts below the aid's; a test counts them there."""

OWN_IDEAS: Final = 1
"""Lines for an idea of one's own, below the aid's goals and actions."""


def _most(part: type[Part], name: str) -> int:
    """Return how many items or characters a field of the record holds."""
    for each in part.model_fields[name].metadata:
        found = getattr(each, "max_length", None)
        if isinstance(found, int):
            return found
    message = f"'{name}' of a record has no limit"
    raise LookupError(message)


MOST_WARNING_SIGNS: Final = _most(Record, "red_flags")
MOST_VALUES_QUESTIONS: Final = _most(Record, "values")
MOST_RANKED: Final = _most(RankingAnswer, "order")
MOST_OWN_CONCERNS: Final = _most(Record, "own_concerns")
MOST_CHECKS: Final = _most(Record, "knowledge")
MOST_QUESTIONS: Final = _most(Record, "questions") - OWN_QUESTIONS
MOST_IDEAS: Final = _most(Record, "ideas") - OWN_IDEAS
LONGEST_TITLE: Final = _most(AidReference, "title")
LONGEST_QUESTION: Final = _most(QuestionToAsk, "text")
LONGEST_IDEA: Final = _most(TakenIdea, "text")
