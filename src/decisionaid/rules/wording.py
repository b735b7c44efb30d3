"""Rules on words (DA205, DA803): plain ones, and none that lean.

Layer 2. English only. They flag, and a person decides; each can be set aside with a reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.aid import Aid
from decisionaid.model.sections import KnowledgeSection
from decisionaid.rules.hard_to_read import QUOTED, aid_sentences
from decisionaid.rules.reading_level.necessary import NecessaryNames, explained_in
from decisionaid.rules.reading_level.sentences import Sentence
from decisionaid.rules.reading_level.word_lists import Listed, hard_words, loaded_words
from decisionaid.rules.rule import Rule, RuleContext, rule
from decisionaid.rules.walk import options_with_paths
from decisionaid.text import Path


def _role(aid: Aid, sentence: Sentence) -> str:
    return "head" if sentence.section is None else aid.sections[sentence.section].role


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
    if len(sentence.text) > QUOTED:
        return "leave it out"
    without = re.sub(rf"(?<!\w){re.escape(words)}(?!\w),? ?", "", sentence.text, count=1).strip()
    if not without or without == sentence.text:
        return "leave it out"
    return f"leave it out: '{without[:1].upper()}{without[1:]}'"


RULES: tuple[Rule, ...] = (
    loaded_wording,
    hard_word,
)
