"""The rule on chances in words (DA321): "rare" and "likely" are read as anything from 2 to 54 in 100.

Layer 2. English only: in an aid in another language it finds nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.aid import Aid
from decisionaid.model.prose import inlines_of, plain_text
from decisionaid.model.sections import BalanceQuestion, items_of
from decisionaid.rules.replacements import figures_to_name
from decisionaid.rules.rule import Rule, RuleContext, rule
from decisionaid.rules.running_words import names_a_figure, spoken, without_names
from decisionaid.rules.walk import is_english, questions_of
from decisionaid.text import Path

_HOW = r"(?:(?:very|quite|fairly|rather|extremely|more|less|most|least) )?"
_CHANCE = re.compile(
    rf"(?<!how )(?<!how very )\b{_HOW}(?:"
    r"rare(?:ly)?|uncommon(?:ly)?|(?<!in )common(?! (?:cold|sense|bile|carotid|ground|name|word)\b)"
    r"|commonly(?! (?:used|called|known|given|said|sold))|unlikely|(?<!as )likely|improbable"
    r"|hardly ever|seldom(?:ly)?|(?:almost|nearly) (?:always|never)|frequently|infrequent(?:ly)?"
    r")\b"
    r"|\b(?:risks?|chances?)(?: of [\w ]{1,40}?)? (?:is|are) (?:very |quite |extremely )?"
    r"(?:tiny|small|slight|low|high|big|large|minimal|negligible)\b"
    r"|(?<!at )(?<!at a )\b(?:(?:a|the) )?(?:(?:very|quite) )?"
    r"(?:tiny|small|slight|low|high|big|large|good|minimal|negligible) (?:risk|chance)s?\b",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"(?:more|less|most|least) ", re.IGNORECASE)
_FIGURE = re.compile(
    r"\d+(?:[.,]\d+)* (?:in|of|out of) (?:every )?\d|\d ?(?:%|per ?cent\b)|\d events?\b"
)
_SENTENCE = re.compile(r"[^.!?]*[.!?]*")

STEMS = (
    "rare",
    "common",
    "likely",
    "improbable",
    "risk",
    "chance",
    "hardly",
    "seldom",
    "almost",
    "nearly",
    "frequent",
)
"""Words of which one is in everything that the rule finds."""


@rule(
    "DA321",
    "chance-in-words",
    Severity.ERROR,
    kind="assist",
    harm=Harm.MISLEADS,
    why="'rare', 'common' and 'likely' mean very different numbers to different readers",
    basis="Trevena and others 2013, BMC Medical Informatics and Decision Making 13(S2):S7",
    only=is_english,
)
def chance_in_words(aid: Aid, context: RuleContext) -> Iterator[Finding]:
    """Prose says how many, and not only that something is rare, common or likely.

    What a person may wish for is a direction: "less likely to ache again", of an outcome with figures.
    """
    wishes = frozenset(_wishes(aid))
    for path, words, _sourced in context.once(spoken, aid):
        small = words.lower()
        if not any(stem in small for stem in STEMS) or names_a_figure(words):
            continue
        for sentence, found in _alone(without_names(words)):
            if path in wishes and _COMPARED.match(found):
                continue
            yield Finding(
                path,
                f"'{found}' says how often without a number",
                _instead(aid, sentence),
                words=found,
            )


def _wishes(aid: Aid) -> Iterator[Path]:
    """Yield the words of values questions that are about something, and point to no option and name none."""
    names = [option.name.lower() for option in aid.options]
    for at, question in questions_of(aid):
        if question.about:
            yield from (
                (*at, "question", place)
                for place, block in enumerate(question.question)
                if not _names_one(names, plain_text(next(inlines_of((block,)), ())))
            )
        kind = "poles" if isinstance(question, BalanceQuestion) else "items"
        for place, item in enumerate(items_of(question)):
            about = item.about or question.about
            if about and not item.toward and not _names_one(names, item.text):
                yield (*at, kind, place)


def _names_one(names: list[str], words: str) -> bool:
    return any(name in words.lower() for name in names)


def _alone(text: str) -> Iterator[tuple[str, str]]:
    """Yield the chances of sentences that hold no figure and are no question, with their sentence."""
    for sentence in _SENTENCE.findall(text):
        if sentence.rstrip().endswith("?") or _FIGURE.search(sentence):
            continue
        yield from ((sentence, found[0]) for found in _CHANCE.finditer(sentence))


def _instead(aid: Aid, sentence: str) -> str:
    without = "where there is no figure, write 'This can happen. We have not found how often.'"
    names = figures_to_name(aid, sentence)
    if names is None:
        return f"say how many of how many; {without}"
    return f"name the figures in its place, if they are of this: '{names}'; {without}"


RULES: tuple[Rule, ...] = (chance_in_words,)
