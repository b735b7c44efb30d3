"""The rule on chances in words (DA321): "rare" and "likely" are read as anything from 2 to 54 in 100.

Layer 2. English only: in an aid in another language it finds nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.aid import Aid
from decisionaid.rules.replacements import figures_to_name
from decisionaid.rules.rule import Rule, RuleContext, rule
from decisionaid.rules.running_words import names_a_figure, spoken, without_names

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
)
def chance_in_words(aid: Aid, context: RuleContext) -> Iterator[Finding]:
    """Prose says how many, and not only that something is rare, common or likely."""
    if not aid.language.lower().startswith("en"):
        return
    for path, words, _sourced in context.once(spoken, aid):
        small = words.lower()
        if not any(stem in small for stem in STEMS) or names_a_figure(words):
            continue
        for sentence, found in _alone(without_names(words)):
            yield Finding(
                path,
                f"'{found}' says how often without a number",
                _instead(aid, sentence),
                words=found,
            )


def _alone(text: str) -> Iterator[tuple[str, str]]:
    """Yield the chances of sentences that hold no figure and are no question, with their sentence."""
    for sentence in _SENTENCE.findall(text):
        if sentence.rstrip().endswith("?") or _FIGURE.search(sentence):
            continue
        yield from ((sentence, found[0]) for found in _CHANCE.finditer(sentence))


def _instead(aid: Aid, sentence: str) -> str:
    without = "where there is no figure, write 'This can happen. We have not found how often.'"
    names = figures_to_name(aid, sentence, any_row=False)
    if names is None:
        return f"say how many of how many; {without}"
    return f"name the figures in its place, if they are of this: '{names}'; {without}"


RULES: tuple[Rule, ...] = (chance_in_words,)
