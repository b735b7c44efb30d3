"""Find listed words and phrases in a sentence: hard words with plain ones, and words that lean.

Layer 2. The lists are ``plain_words.txt`` and ``loaded_words.txt`` beside this file; both are our
own. A sentence is looked through once, however long the lists are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from decisionaid.rules.reading_level.sentences import stem, words_in


@dataclass(frozen=True)
class Listed:
    """A word or phrase of a list; ``instead`` is what to write, ``-`` when it is to be left out."""

    phrase: str
    instead: str
    kind: str
    stems: tuple[str, ...]

    @property
    def key(self) -> int:
        """The place of its longest word, by which it is looked up: "is" and "a" stand everywhere."""
        return max(range(len(self.stems)), key=lambda place: len(self.stems[place]))


@dataclass(frozen=True)
class WordList:
    """A list, by the longest word of each phrase, with the place of that word; longer phrases first."""

    by_key: Mapping[str, tuple[tuple[int, Listed], ...]]
    keys: frozenset[str] = field(repr=False)

    @property
    def phrases(self) -> tuple[Listed, ...]:
        """Everything in the list."""
        return tuple(listed for found in self.by_key.values() for _key, listed in found)

    def may_stand_in(self, stems: Sequence[str]) -> bool:
        """Whether something of the list can stand in a sentence: quick, and sometimes wrongly True."""
        return not self.keys.isdisjoint(stems)

    def found_in(self, stems: Sequence[str]) -> Iterator[tuple[int, Listed]]:
        """Yield what stands in a sentence, given as stems, with its place; phrases do not overlap."""
        free = 0
        for place, each in enumerate(stems):
            if each not in self.keys:
                continue
            for key, listed in self.by_key[each]:
                start = place - key
                end = start + len(listed.stems)
                if start >= free and tuple(stems[start:end]) == listed.stems:
                    yield start, listed
                    free = end
                    break


@cache
def word_list(name: str) -> WordList:
    """Return the list in the file of this name."""
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    kind = ""
    found: dict[str, list[Listed]] = {}
    for line in text.splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
        elif "|" in line and not line.startswith("#"):
            phrase, _, instead = (part.strip() for part in line.partition("|"))
            stems = tuple(map(stem, words_in(phrase)))
            listed = Listed(phrase, instead, kind, stems)
            found.setdefault(stems[listed.key], []).append(listed)
    ordered = {
        word: tuple((each.key, each) for each in sorted(all_of_it, key=lambda one: -len(one.stems)))
        for word, all_of_it in found.items()
    }
    return WordList(ordered, frozenset(ordered))


def hard_words() -> WordList:
    """Return the words that many readers do not know."""
    return word_list("plain_words.txt")


def loaded_words() -> WordList:
    """Return the words that lean, of kinds ``small``, ``praise``, ``fear``, ``crowd``, ``directive``."""
    return word_list("loaded_words.txt")
