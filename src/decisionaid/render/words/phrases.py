"""Fit an author's words into a sentence: begin it, go on with it, end it.

Layer 2. For words of authors only; ours are whole messages and are never taken apart.
"""

from __future__ import annotations

import re
from typing import Final

from decisionaid.language import Words

STOPS: Final = ".\u3002\uff0e\u0964\u06d4\u0589\u1362"
"""Full stops, of whatever script the author writes."""
ENDS: Final = STOPS + "!?\u2026\uff01\uff1f\u061f\u037e\u1367"
"""Signs after which a sentence needs no full stop."""


def capital(text: str) -> str:
    """Begin an author's words with a capital letter, where the script has any."""
    return text[:1].upper() + text[1:]


def small(text: str, elsewhere: str = "") -> str:
    """Begin an author's words with a small letter, unless the first word is one that keeps its capital.

    So does an abbreviation or a name with a sign in it (``CT``, ``B12``, ``X-ray``), and a word that the
    author writes with a capital inside a sentence ``elsewhere``, and never without it (``Botox``).
    """
    first = _FIRST_WORD.match(text)
    if first is None or not text[:1].isupper():
        return text
    word = first[0]
    if (len(word) > 1 and not word[1].isalpha()) or any(each.isupper() for each in word[1:]):
        return text
    small_word = word[0].lower() + word[1:]
    inside = re.search(rf"[^\W\d_][,;:]? {re.escape(word)}\b", elsewhere)
    if inside and not re.search(rf"\b{re.escape(small_word)}\b", elsewhere):
        return text
    return small_word + text[len(word) :]


_FIRST_WORD: Final = re.compile(r"\w[\w-]*")


def sentence(words: Words, text: str) -> str:
    """Make a sentence of an author's words: a capital letter, and a full stop or their own mark."""
    text = capital(text.strip())
    return text if not text or text[-1] in ENDS else words.say("full_stop", words=text)


def unstopped(text: str) -> str:
    """Take the full stop off an author's words, so that a sentence can go on."""
    text = text.strip()
    return text[:-1] if text[-1:] and text[-1] in STOPS else text
