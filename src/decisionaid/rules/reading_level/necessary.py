"""Names that an aid cannot do without: its condition, its options, and terms explained in brackets.

Layer 2. A name counts in full where it first stands. After that a reader knows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from decisionaid.model.aid import Aid
from decisionaid.rules.reading_level.sentences import Sentence, stem, words_in

Stems = tuple[str, ...]

_BRACKETS = re.compile(r"\(([^()]{1,60})\)")
_MOST_WORDS = 4
"""Words of a term in brackets; more of them are an aside."""


class NecessaryNames:
    """The names of one aid, as stems."""

    def __init__(self, aid: Aid) -> None:
        """Take the names from the aid's head and its options."""
        names = [name for each in aid.all_options for name in (each.name, each.in_sentence or "")]
        if aid.condition:
            names += [aid.condition.name, aid.condition.plain]
        self._names = {tuple(map(stem, words_in(name))) for name in names} - {()}
        self._firsts = frozenset(name[0] for name in self._names)
        self._lengths = sorted({len(name) for name in self._names}, reverse=True)

    def may_stand_in(self, stems: Stems) -> bool:
        """Whether a name can stand in a sentence: quick, and sometimes wrongly True."""
        return not self._firsts.isdisjoint(stems)

    def found_in(self, stems: Stems) -> Iterator[tuple[int, Stems]]:
        """Yield the names in a sentence with their place, the longest first; they do not overlap."""
        free = 0
        for place, each in enumerate(stems):
            if place < free or each not in self._firsts:
                continue
            for length in self._lengths:
                name = stems[place : place + length]
                if name in self._names:
                    yield place, name
                    free = place + len(name)
                    break

    def places_in(self, stems: Stems) -> frozenset[int]:
        """Return the places of all words in a sentence that belong to a name."""
        return frozenset(
            place
            for start, name in self.found_in(stems)
            for place in range(start, start + len(name))
        )


def terms_in(sentence: Sentence) -> Iterator[tuple[int, Stems]]:
    """Yield the terms in brackets of a sentence, with the place of their first word."""
    place = end = 0
    for found in _BRACKETS.finditer(sentence.text):
        place += len(words_in(sentence.text[end : found.start()]))
        stems = tuple(map(stem, words_in(found[1])))
        if 1 <= len(stems) <= _MOST_WORDS and sentence.stems[place : place + len(stems)] == stems:
            yield place, stems
        place, end = place + len(stems), found.end()


def explained_in(sentences: Iterable[Sentence]) -> set[Stems]:
    """Return the terms that stand in brackets behind plain words, or in front of them, anywhere."""
    found: set[Stems] = set()
    for sentence in sentences:
        for start, term in terms_in(sentence):
            found.add(term)
            stems = sentence.stems[max(start - 3, 0) : start]
            found.update(stems[-length:] for length in range(1, len(stems) + 1))
    return found
