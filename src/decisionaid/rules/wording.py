"""Rules on wording (DA205, DA801 to DA804, DA809): plain words, short sentences, and none that lean.

Layer 2. English only: of an aid in another language DA801 says that nothing was assessed. They flag,
and a person decides; each can be set aside with a reason, but for DA809: of a text that is very hard
only people who tried it can say that it can be followed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.aid import Aid
from decisionaid.model.sections import KnowledgeSection
from decisionaid.rules.reading_level import (
    HARD_AGE,
    ReadingLevel,
    Scored,
    aimed_age,
    reading_level,
)
from decisionaid.rules.reading_level.necessary import NecessaryNames, explained_in
from decisionaid.rules.reading_level.patient_text import patient_text
from decisionaid.rules.reading_level.sentences import LONG_SENTENCE, Sentence, sentences_in
from decisionaid.rules.reading_level.word_lists import Listed, hard_words, loaded_words
from decisionaid.rules.rule import Rule, RuleContext, rule
from decisionaid.rules.walk import is_english, options_with_paths
from decisionaid.text import Path

LONG_CELL = 12
"""Words of a cell in ``.compare`` that is no sentence; above this it can not be taken in at a glance."""

_FIELD_TEST = "field-test-patients"
"""The line of ``development`` that says so."""

_QUOTED = 300
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


def _role(aid: Aid, sentence: Sentence) -> str:
    return "head" if sentence.section is None else aid.sections[sentence.section].role


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
)
def hard_to_read(aid: Aid, context: RuleContext) -> Iterator[Finding]:
    """The whole aid, and each section that is long enough, reads at an age of 11 or below.

    At 14 or below where the head says ``delivery: with-clinician``.
    """
    if not is_english(aid):
        return
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
    "DA803",
    "hard-word",
    Severity.WARNING,
    kind="assist",
    harm=Harm.HARD_TO_USE,
    why="a reader who does not know a word loses the sentence, and often does not ask",
    basis="PIF plain language guide",
)
def hard_word(aid: Aid, context: RuleContext) -> Iterator[Finding]:
    """Words that many readers do not know are swapped, or explained where they stand."""
    sentences = context.once(aid_sentences, aid)
    listed_words = hard_words()
    suspects = [each for each in sentences if listed_words.may_stand_in(each.stems)]
    if not suspects:
        return
    explained, names = explained_in(sentences), NecessaryNames(aid)
    found: dict[str, list[tuple[Path, str]]] = {}
    kinds: dict[str, Listed] = {}
    for sentence in suspects:
        named = names.places_in(sentence.stems)
        for place, each in listed_words.found_in(sentence.stems):
            if each.stems not in explained and place not in named:
                words = " ".join(sentence.words[place : place + len(each.stems)])
                found.setdefault(each.phrase, []).append((sentence.path, words))
                kinds[each.phrase] = each
    for phrase, places in found.items():
        yield _hard_word(kinds[phrase], places)


def _hard_word(listed: Listed, places: Sequence[tuple[Path, str]]) -> Finding:
    """Return one finding for a word, at the first of its places."""
    path, words = places[0]
    others = tuple(dict.fromkeys(other for other, _words in places if other != path))
    more = f" (here and in {len(others)} more)" if others else ""
    message = f"'{words}' is a word that many readers do not know{more}"
    help_ = f"write '{listed.instead}'"
    if listed.kind == "office":
        message = f"'{words}' can be said in a plainer way{more}"
    else:
        term = words if words.isupper() else listed.phrase
        help_ += (
            f", or put the plain words first and the term behind them: '{listed.instead} ({term})'"
        )
    return Finding(path, message, help_, also=others, words=words)


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
    return sentence.text if len(sentence.text) <= _QUOTED else ""


def _in_two(text: str) -> str:
    """Return what to do, with the sentence cut in two where that is safe."""
    middle = len(text) / 2
    cuts = [found for found in _SIMPLER.finditer(text) if 20 < found.start() < len(text) - 20]
    advice = "say one thing in each sentence, and aim for 12 words"
    if not cuts or len(text) > _QUOTED:
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
)
def very_hard_and_untried(aid: Aid, context: RuleContext) -> Iterator[Finding]:
    """An aid that reads at an age above 14 was tried with patients, and where that is written is said."""
    if not is_english(aid):
        return
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
        "{done: yes, who: [adults with the condition], n: 12, date: 2026-05-31, document: made/test.md}'",
    )


_SAYS = {
    "small": "can make something look smaller or easier than it is",
    "praise": "praises, and does not say what happens",
    "fear": "frightens, pities or blames",
    "crowd": "pushes the reader to do as others do",
    "directive": "tells the reader what to do",
}
_ELSEWHERE = frozenset({"uncertain", "questions", "support", "plan"})
"""Roles whose words are about research, or are the reader's own: only commands are looked for there."""


@rule(
    "DA205",
    "loaded-words",
    Severity.WARNING,
    kind="assist",
    harm=Harm.LEANS,
    why="a word that praises, belittles, frightens or commands is a recommendation in disguise",
    basis="IPDASi v4, item 2.1.1",
)
def loaded_wording(aid: Aid, context: RuleContext) -> Iterator[Finding]:
    """Words lean neither towards an option nor away from it, and tell nobody what to do.

    Not looked at: signs of an emergency, where a command is right, and facts to check that are false
    on purpose.
    """
    listed_words = loaded_words()
    sentences = context.once(aid_sentences, aid)
    suspects = [each for each in sentences if listed_words.may_stand_in(each.stems)]
    if not suspects:
        return
    names = NecessaryNames(aid)
    own = {path for path, _option in options_with_paths(aid)}
    for sentence in suspects:
        is_name = sentence.path in own or sentence.path[-1] == "in_sentence"
        named = frozenset() if is_name else names.places_in(sentence.stems)
        for place, each in listed_words.found_in(sentence.stems):
            if place in named or not _leans(aid, sentence, each):
                continue
            if not is_name or each.kind in _IN_NO_NAME:
                yield _loaded(sentence, place, each)


_IN_NO_NAME = frozenset({"praise", "crowd", "directive", "fear"})
"""Kinds that have no place even in what an option is called; "minor surgery" is a name."""


def _leans(aid: Aid, sentence: Sentence, each: Listed) -> bool:
    role = _role(aid, sentence)
    if role == "red-flags" or (
        sentence.form == "statement" and not _is_said_to_be_true(aid, sentence)
    ):
        return False
    if each.kind in ("directive", "crowd"):
        return role != "questions"
    about_evidence = sentence.form == "aside" or (
        "cells" in sentence.path[:-1] and (sentence.form == "label")
    )
    return role not in _ELSEWHERE and not about_evidence


def _is_said_to_be_true(aid: Aid, sentence: Sentence) -> bool:
    """Whether a fact to check is marked as true, so that the page itself says it."""
    section = None if sentence.section is None else aid.sections[sentence.section]
    if not isinstance(section, KnowledgeSection) or "checks" not in sentence.path:
        return False
    check = section.checks[int(sentence.path[sentence.path.index("checks") + 1])]
    return any(each.correct and each.text.strip().casefold() == "true" for each in check.answers)


def _loaded(sentence: Sentence, place: int, each: Listed) -> Finding:
    words = " ".join(sentence.words[place : place + len(each.stems)])
    return Finding(
        sentence.path, f"'{words}' {_SAYS[each.kind]}", _instead(sentence, words, each), words=words
    )


def _instead(sentence: Sentence, words: str, each: Listed) -> str:
    if each.instead.startswith('"'):
        instead = each.instead.strip('"')
        return f"write '{instead}' in its place"
    if each.instead != "-":
        return each.instead
    if len(sentence.text) > _QUOTED:
        return "leave it out"
    without = re.sub(rf"(?<!\w){re.escape(words)}(?!\w),? ?", "", sentence.text, count=1).strip()
    if not without or without == sentence.text:
        return "leave it out"
    return f"leave it out: '{without[:1].upper()}{without[1:]}'"


RULES: tuple[Rule, ...] = (
    loaded_wording,
    reading_level_not_assessed,
    hard_to_read,
    hard_word,
    long_sentence,
    very_hard_and_untried,
)
