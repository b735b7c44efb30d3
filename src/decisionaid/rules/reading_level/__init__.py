"""How hard an aid is to read, and which of its words are hard or lean.

Layer 2. English only; of other languages nothing is said in numbers. Words go from the model to
``patient_text`` (what a patient reads), ``sentences`` (sentences and words), ``syllables`` and ``score``;
``word_lists`` finds listed words. The rules are in ``rules.hard_to_read`` and ``rules.wording``.
"""

from decisionaid.rules.reading_level.score import (
    AIMED_AGE,
    HARD_AGE,
    HardSentence,
    ReadingLevel,
    Score,
    Scored,
    aimed_age,
    reading_level,
)

__all__ = [
    "AIMED_AGE",
    "HARD_AGE",
    "HardSentence",
    "ReadingLevel",
    "Score",
    "Scored",
    "aimed_age",
    "reading_level",
]
