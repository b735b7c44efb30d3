"""Tell a slip of the fingers from another word, so that only a slip is mended without a person.

Layer 2. ``antibitoics`` for ``antibiotics`` is a slip; ``untreated`` for ``treated``, ``smith-2018``
for ``smith-2019`` and ``not`` for ``now`` are other words, and a figure would change its owner.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable

SHORTEST = 5
"""Letters a word has at least, if a slip in it is certain: short words are near to many others."""

_LIKE = 0.7


def is_slip(word: str, near: str, known: Iterable[str]) -> bool:
    """Tell whether ``word`` can only mean ``near`` among the known words.

    Capitals aside, one letter is wrong, missing, doubled, or changed places with the next; the first letter, all
    digits and the number of hyphens are the same; and no other known word is like it.
    """
    if word.casefold() == near.casefold():
        return True
    return (
        min(len(word), len(near)) >= SHORTEST
        and word[:1] == near[:1]
        and re.findall(r"\d", word) == re.findall(r"\d", near)
        and word.count("-") == near.count("-")
        and _one_apart(word, near)
        and difflib.get_close_matches(word, list(known), n=2, cutoff=_LIKE) == [near]
    )


def _one_apart(word: str, near: str) -> bool:
    """Whether one letter put in, taken out, changed or swapped with its neighbour makes them equal."""
    same = 0
    while same < min(len(word), len(near)) and word[same] == near[same]:
        same += 1
    left, right = word[same:], near[same:]
    swapped = len(left) > 1 and left[1::-1] + left[2:] == right
    return left[1:] == right[1:] or left == right[1:] or left[1:] == right or swapped
