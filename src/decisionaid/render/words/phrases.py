"""Fit an author's words into a sentence: begin it, go on with it, end it.

Layer 2. For words of authors only; ours are whole messages and are never taken apart.
"""

from __future__ import annotations


def capital(text: str) -> str:
    """Begin an author's words with a capital letter, where the script has any."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """Begin an author's words with a small letter, unless they begin with an abbreviation (``CT``)."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def sentence(text: str) -> str:
    """Make a sentence of an author's words: a capital letter, and a full stop or their own mark."""
    text = capital(text.strip())
    return text if not text or text[-1] in ".!?" else f"{text}."


def unstopped(text: str) -> str:
    """Take the full stop off an author's words, so that a sentence can go on."""
    return text.strip().removesuffix(".")
