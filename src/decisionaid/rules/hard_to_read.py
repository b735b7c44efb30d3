"""Rules on how hard an aid is to read (DA801, DA802, DA804, DA809): its level, and sentences that are too long.

Layer 2. English only: of an aid in another language DA801 says that nothing was assessed. They flag,
and a person decides; each can be set aside with a reason, but for DA809: of a text that is very hard
only people who tried it can say that it can be followed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.aid import Aid
from decisionaid.rules.reading_level import HARD_AGE, ReadingLevel, Scored, aimed_age, reading_level
from decisionaid.rules.reading_level.patient_text import patient_text
from decisionaid.rules.reading_level.sentences import LONG_SENTENCE, Sentence, sentences_in
from decisionaid.rules.rule import Rule, RuleContext, rule
from decisionaid.rules.walk import is_english
from decisionaid.text import Path

LONG_CELL = 12
"""Words of a cell in ``.compare`` that is no sentence; above this it can not be taken in at a glance."""

_FIELD_TEST = "field-test-patients"
"""The line of ``development`` that says so."""

QUOTED = 300
"""Characters of a sentence that a help repeats whole, and whose place is looked for."""

_SIMPLER = re.compile(
    r"(?:,|;) (?:and |but |so )?(?=(?:the|a|an|it|they|this|these|that|you|your|we|there|some|each) )"
)


def aid_sentences(aid: Aid) -> tuple[Sentence, ...]:
    """Return the sentences and fragments of an aid that a patient reads; none if not in English."""
    return tuple(sentences_in(patient_text(aid))) if is_english(aid) else ()


def aid_level(aid: Aid, context: RuleContext) -> ReadingLevel:
    """Return how hard an aid is to read, worked out once for the rules and the quality page."""
    return context.once(reading_level, aid, context.once(aid_sentences, aid))


@rule(
    "DA801",
    "reading-level-not-assessed",
    Severity.NOTICE,
    kind="auto",
    harm=Harm.HOUSEKEEPING,
    why="the formulas were made for English, and of another language they would give a false number",
)
def reading_level_not_assessed(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """The reading level of an aid in English is worked out; of any other language it is not."""
    if not is_english(aid):
        yield Finding(
            ("language",),
            f"the reading level is not assessed: the aid is in '{aid.language}'",
            "have it read by people who speak the language and do not read much, and write down "
            "what they did not understand",
        )


@rule(
    "DA802",
    "hard-to-read",
    Severity.WARNING,
    kind="assist",
    harm=Harm.HARD_TO_USE,
    why="in England 43 of 100 adults of working age read below the level of common health materials",
    basis="NHS content guide and PIF plain language guide: a reading age of 9 to 11",
    only=is_english,
)
def hard_to_read(aid: Aid, context: RuleContext) -> Iterator[Finding]:
    """The whole aid, and each section that is long enough, reads at an age of 11 or below.

    At 14 or below where the head says ``delivery: with-clinician``.
    """
    level = aid_level(aid, context)
    if level.whole is not None:
        yield from _hard(level.whole, aimed_age(aid), "the aid", ("title",))
    for section in level.sections:
        yield from _hard(section, aimed_age(aid), f"the section '{section.heading}'", section.path)


def _hard(scored: Scored, aim: int, what: str, path: Path) -> Iterator[Finding]:
    if scored.score is None or not scored.score.is_above(aim):
        return
    # Of few sentences the third hardest may be an easy one, and to name it would be a riddle.
    hard = [each for each in scored.worst[:3] if round(each.age) > aim] or scored.worst[:1]
    first = [f"'{_short(each.text)}'{_long_words(each.hardest)}" for each in hard]
    yield Finding(
        path,
        f"{what} reads at about age {round(scored.score.age)} "
        f"(Flesch ease {round(scored.score.ease)}), and the aim is {aim} or below",
        "make these easier first, one thing in each sentence, in short words: " + "; ".join(first),
        also=tuple(each.path for each in hard),
    )


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:80].rsplit(' ', 1)[0]} …"


def _long_words(words: Sequence[str]) -> str:
    return f" (long words: {', '.join(words)})" if words else ""


@rule(
    "DA804",
    "long-sentence",
    Severity.WARNING,
    kind="assist",
    harm=Harm.HARD_TO_USE,
    why="the end of a long sentence is read when its beginning is forgotten",
)
def long_sentence(aid: Aid, context: RuleContext) -> Iterator[Finding]:
    """No sentence has more than 20 words, and no cell that is not a sentence more than 12."""
    for sentence in context.once(aid_sentences, aid):
        count = len(sentence.words)
        if sentence.whole and count > LONG_SENTENCE:
            yield Finding(
                sentence.path,
                f"this sentence has {count} words, and {LONG_SENTENCE} are enough",
                _in_two(sentence.text),
                words=_place_of(sentence),
            )
        elif sentence.form == "cell" and not sentence.stopped and count > LONG_CELL:
            yield Finding(
                sentence.path,
                f"this cell has {count} words that are not a sentence, and {LONG_CELL} are enough",
                "say less, or write short sentences that end with a full stop",
                words=_place_of(sentence),
            )


def _place_of(sentence: Sentence) -> str:
    return sentence.text if len(sentence.text) <= QUOTED else ""


def _in_two(text: str) -> str:
    """Return what to do, with the sentence cut in two where that is safe."""
    middle = len(text) / 2
    cuts = [found for found in _SIMPLER.finditer(text) if 20 < found.start() < len(text) - 20]
    advice = "say one thing in each sentence, and aim for 12 words"
    if not cuts or len(text) > QUOTED:
        return f"make two or three of it: {advice}"
    cut = min(cuts, key=lambda found: abs(found.start() - middle))
    rest = text[cut.end() :]
    return f"{advice}: '{text[: cut.start()]}. {rest[:1].upper()}{rest[1:]}'"


@rule(
    "DA809",
    "very-hard-and-untried",
    Severity.WARNING,
    kind="attest",
    harm=Harm.HARD_TO_USE,
    why="a text as hard as this leaves many readers behind, and only people who tried it can show that it does not",
    basis="Healthcare Improvement Scotland audits aids: above a reading age of 14 not even with a professional",
    only=is_english,
)
def very_hard_and_untried(aid: Aid, context: RuleContext) -> Iterator[Finding]:
    """An aid that reads at an age above 14 was tried with patients, and where that is written is said."""
    whole = aid_level(aid, context).whole
    lines = {each.key: number for number, each in enumerate(aid.development)}
    number = lines.get(_FIELD_TEST)
    tried = number is not None and aid.development[number].is_proven
    if tried or whole is None or whole.score is None or not whole.score.is_above(HARD_AGE):
        return
    yield Finding(
        ("title",) if number is None else ("development", number),
        f"the aid reads at about age {round(whole.score.age)}, above {HARD_AGE}, and nothing says that "
        "patients have tried it",
        f"make it easier; or try it with patients, and write under 'development': '{_FIELD_TEST}: "
        "{done: yes, who: [adults with the condition], n: ..., date: YYYY-MM-DD, document: made/test.md}'",
    )


RULES: tuple[Rule, ...] = (
    reading_level_not_assessed,
    hard_to_read,
    long_sentence,
    very_hard_and_untried,
)
