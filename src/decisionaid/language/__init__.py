"""The words of pages, sheets and records in the language of their aid.

Layer 0. A catalogue (``locale/<language>/*.ftl``) holds the words; ``Words`` says them, with numbers,
dates and lists as the language writes them. What an author reads in a terminal stays English.
"""

from decisionaid.language.catalogue import ENGLISH, has_full_catalogue
from decisionaid.language.formats import ISOLATE, POP, Shown, text_direction, without_isolates
from decisionaid.language.words import Value, Words, words_in

__all__ = [
    "ENGLISH",
    "ISOLATE",
    "POP",
    "Shown",
    "Value",
    "Words",
    "has_full_catalogue",
    "text_direction",
    "without_isolates",
    "words_in",
]
