"""Score how hard an aid is to read: a smoke alarm, and no proof that anybody understands it.

Layer 2. English only. Flesch Reading Ease (Flesch 1948) is 206.835 - 1.015 x words per sentence
- 84.6 x syllables per word; Flesch-Kincaid grade (Kincaid and others 1975) is 0.39 x words per sentence
+ 11.8 x syllables per word - 15.59. A school grade of the United States and 5 years make a reading
age. Fewer than 100 words or 10 sentences give no number.

Names that an aid cannot do without (its condition, its options, medical terms in brackets behind plain
words) count once: later ones lengthen a sentence, and their syllables count no more. The score
with every name is kept beside it, so that nothing hides behind the names.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import Literal, NamedTuple

from decisionaid.model.aid import Aid
from decisionaid.rules.reading_level.necessary import NecessaryNames, Stems, terms_in
from decisionaid.rules.reading_level.patient_text import patient_text
from decisionaid.rules.reading_level.sentences import WHOLE_FROM, Sentence, sentences_in
from decisionaid.rules.reading_level.syllables import syllables
from decisionaid.rules.walk import is_english
from decisionaid.text import Path

LEAST_WORDS = 100
LEAST_SENTENCES = 10
AIMED_AGE = 11
"""Years: the upper end of 9 to 11, which the NHS content guide and PIF aim for; grade 6."""

HARD_AGE = 14
"""Years: the limit where a professional explains it (Healthcare Improvement Scotland); grade 9."""

WORST = 5
LONG_WORD = 3
"""Syllables from which a word is a long one."""

_YEARS_BEFORE_GRADE_1 = 5
_SMOG_SENTENCES = 30


class Counted(NamedTuple):
    """A sentence with the syllables of its words, and what of them belongs to names and terms."""

    sentence: Sentence
    syllables: tuple[int, ...]
    total: int
    long_words: int
    names: tuple[tuple[int, Stems], ...]
    """Names of the aid, each with the place of its first word."""
    terms: tuple[tuple[int, Stems], ...]
    """Terms in brackets behind plain words, in the same way."""


def counted(sentence: Sentence, names: NecessaryNames) -> Counted:
    """Count one sentence."""
    counts = tuple(map(syllables, sentence.words))
    long_words = sum([each >= LONG_WORD for each in counts])
    found = tuple(names.found_in(sentence.stems)) if names.may_stand_in(sentence.stems) else ()
    terms = tuple(terms_in(sentence)) if "(" in sentence.text else ()
    return Counted(sentence, counts, sum(counts), long_words, found, terms)


@dataclass(frozen=True)
class Score:
    """What one text scores; ``age`` and ``grade`` in years, ``ease`` higher is easier.

    ``smog`` is the grade of the stricter SMOG formula; None below 30 sentences, for which it was not
    made. ``long_words`` are those of three or more syllables.
    """

    words: int
    sentences: int
    long_words: int
    words_per_sentence: float
    ease: float
    grade: float
    age: float
    smog: float | None

    def is_above(self, age: int) -> bool:
        """Whether the reading age, in whole years, is above this one."""
        return round(self.age) > age


@dataclass(frozen=True)
class HardSentence:
    """A sentence, where it stands, and what it would score alone; ``hardest`` are its longest words."""

    path: Path
    text: str
    words: int
    grade: float
    hardest: tuple[str, ...]

    @property
    def age(self) -> float:
        """The reading age of this sentence alone, in years."""
        return max(self.grade, 0) + _YEARS_BEFORE_GRADE_1


@dataclass(frozen=True)
class Scored:
    """The score of an aid or of one section; ``score`` None: too short to be scored.

    ``worst`` are the hardest sentences, hardest first; none of a section that is not hard.
    """

    path: Path
    heading: str
    words: int
    sentences: int
    score: Score | None
    with_every_name: Score | None
    worst: tuple[HardSentence, ...]


@dataclass(frozen=True)
class ReadingLevel:
    """How hard an aid is to read.

    ``state``: ``assessed``; ``too-short`` (below 100 words or 10 sentences); ``not-assessed``, which is
    every language but English. Without ``assessed`` there is no number anywhere in ``whole``.
    ``sections`` are those long enough to be scored.
    """

    language: str
    state: Literal["assessed", "too-short", "not-assessed"]
    whole: Scored | None
    sections: tuple[Scored, ...]

    def as_json(self) -> dict[str, object]:
        """Return plain data for a report or a page."""
        return asdict(self)


def aimed_age(aid: Aid) -> int:
    """Return the reading age that an aid should not exceed, given how people go through it."""
    return HARD_AGE if aid.delivery == "with-clinician" else AIMED_AGE


def reading_level(aid: Aid, sentences: Sequence[Sentence] | None = None) -> ReadingLevel:
    """Return how hard an aid is to read; ``sentences`` are those of the aid if known already."""
    if not is_english(aid):
        return ReadingLevel(aid.language, "not-assessed", None, ())
    if sentences is None:
        sentences = tuple(sentences_in(patient_text(aid)))
    names = NecessaryNames(aid)
    every = [counted(each, names) for each in sentences if each.whole]
    whole = scored((), aid.title, every)
    state: Literal["assessed", "too-short"] = "assessed" if whole.score else "too-short"
    return ReadingLevel(aid.language, state, whole, tuple(_sections(aid, every)))


def _sections(aid: Aid, every: Iterable[Counted]) -> Iterator[Scored]:
    for number, group in groupby(every, key=lambda each: each.sentence.section):
        if number is not None:
            found = scored(("sections", number), aid.sections[number].heading, list(group))
            if found.score:
                yield found


def scored(path: Path, heading: str, every: Sequence[Counted]) -> Scored:
    """Return the score of some sentences."""
    words = sum([len(each.syllables) for each in every])
    if words < LEAST_WORDS or len(every) < LEAST_SENTENCES:
        return Scored(path, heading, words, len(every), None, None, ())
    once = score(every, _repeated(every))
    # Of a section they are asked for only when it is hard, and finding them is a third of the work.
    worst = _worst(every) if not path or once.is_above(AIMED_AGE) else ()
    return Scored(path, heading, words, len(every), once, score(every), worst)


def _repeated(every: Sequence[Counted]) -> list[int]:
    """Return the syllables of each word of a name that stood before, and of a term in brackets."""
    seen: set[Stems] = set()
    found: list[int] = []
    for each in every:
        if not each.names and not each.terms:
            continue
        places: set[int] = set()
        for start, name in each.names:
            if name in seen:
                places.update(range(start, start + len(name)))
            seen.add(name)
        for start, term in each.terms:
            places.update(range(start, start + len(term)))
        found += [each.syllables[place] for place in sorted(places)]
    return found


def score(every: Sequence[Counted], left_out: Sequence[int] = ()) -> Score:
    """Return the score of sentences; ``left_out`` are the syllables of words that do not count.

    Words that do not count still lengthen their sentence.
    """
    words = sum([len(each.syllables) for each in every])
    heard = sum([each.total for each in every]) - sum(left_out)
    share = heard / max(words - len(left_out), 1)
    per_sentence = words / max(len(every), 1)
    long_words = sum([each.long_words for each in every])
    long_words -= sum([each >= LONG_WORD for each in left_out])
    grade = _grade(per_sentence, share)
    return Score(
        words=words,
        sentences=len(every),
        long_words=long_words,
        words_per_sentence=round(per_sentence, 1),
        ease=round(206.835 - 1.015 * per_sentence - 84.6 * share, 1),
        grade=round(grade, 1),
        age=round(max(grade, 0) + _YEARS_BEFORE_GRADE_1, 1),
        smog=_smog(long_words, len(every)),
    )


def _grade(words_per_sentence: float, syllables_per_word: float) -> float:
    return 0.39 * words_per_sentence + 11.8 * syllables_per_word - 15.59


def _smog(long_words: int, sentences: int) -> float | None:
    if sentences < _SMOG_SENTENCES:
        return None
    return round(1.0430 * math.sqrt(long_words * 30 / sentences) + 3.1291, 1)


def _worst(every: Sequence[Counted]) -> tuple[HardSentence, ...]:
    """Return the hardest sentences, hardest first; a sentence that stands twice is named once."""
    found: dict[str, tuple[float, int]] = {}
    for place, each in enumerate(every):
        words = len(each.syllables)
        if words >= WHOLE_FROM:  # three words can be hard for the formula, but not for a reader
            grade = _grade(words, each.total / words)
            found.setdefault(each.sentence.text, (-grade, place))
    hardest = sorted(found.values())[:WORST]
    return tuple(_hard(every[place], -grade) for grade, place in hardest)


def _hard(each: Counted, grade: float) -> HardSentence:
    words = zip(each.sentence.words, each.syllables, strict=True)
    long_words = sorted(
        {word for word, count in words if count >= LONG_WORD},
        key=lambda word: (-syllables(word), word),
    )
    sentence = each.sentence
    return HardSentence(
        sentence.path, sentence.text, len(each.syllables), round(grade, 1), tuple(long_words[:3])
    )
