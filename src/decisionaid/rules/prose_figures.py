"""Rules on figures in prose (DA309, DA310): figures are typed once, in a cell, and named in words.

Layer 2. Found with care rather than zeal: ages, dates, durations and step counts are not figures.
The wording they look for is English; percentages are found in every language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.aid import Aid
from decisionaid.model.shares import as_frequency
from decisionaid.rules.replacements import (
    COUNTS,
    cell_with_share,
    figures_to_name,
    number_in,
)
from decisionaid.rules.rule import Rule, RuleContext, rule
from decisionaid.rules.running_words import spoken, without_names
from decisionaid.rules.walk import is_english
from decisionaid.text import Path

_NUMBER = r"(?<![\w.,])\d{1,3}(?:,\d{3})+|(?<![\w.,])\d{1,9}(?:\.\d{1,9})?"
_NOT_A_COUNT = (
    r"(?!\w|[,.]\d)(?!\s*(?:minute|hour|day|night|week|month|year|time|visit|session|step|page|"
    r"tablet|dose|meal)s?\b)"
)
_SHARE = re.compile(
    rf"(?<!step )(?<!page )(?<!part )({_NUMBER}) (?:in|of|out of) (?:every |each |all )?"
    rf"(?!(?:19|20)\d\d\b)({_NUMBER}){_NOT_A_COUNT}",
    re.IGNORECASE,
)
_OF_SO_MANY = re.compile(
    rf"\b(?:of|out of|for|among) (?:every )?(10|100|1,?000|10,?000)(?: \w+){{0,2}}, (?:about )?"
    rf"({_NUMBER}){_NOT_A_COUNT}",
    re.IGNORECASE,
)
_IN_WORDS = re.compile(
    r"\b(two|three|four|five|six|seven|eight|nine|ten|twenty|fifty) (?:in|out of|of) (?:every )?"
    r"(five|ten|twenty|fifty|a hundred|hundred|a thousand)\b"
    r"|\b(?:one|two|three|four) (?:thirds?|quarters?|fifths?) of\b(?! the (?:day|time|night|tablet|dose))"
    r"|\ba (?:third|quarter|fifth|tenth) of (?:all |the )?(?:people|adults|children|women|men|patients|those)\b",
    re.IGNORECASE,
)
_PERCENT = re.compile(rf"(?:{_NUMBER}) ?(?:%|per ?cent\b)", re.IGNORECASE)
_COUNTS = "|".join(word for word in COUNTS if word != "one")
_ONE_IN = re.compile(
    rf"\b(?:1|one) (?:in|out of)(?: every| each)? ({_COUNTS}|{_NUMBER})\b{_NOT_A_COUNT}",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    rf"(?:{_NUMBER}) ?(?:%|per ?cent) (?:reduction|increase|decrease|drop|rise|less|more|lower|higher|fewer)\b"
    r"|\b(?:reduc|cut|lower|rais|increas|decreas)(?:e[sd]?|s|ed|t?ing)? "
    rf"[^.!?]{{0,60}}? by (?:(?:{_NUMBER}) ?(?:%|per ?cent)|half|(?:a|one) (?:half|third|quarter))"
    r"|\bcut(?:s|ting)? [^.!?]{0,60}? in half"
    rf"|\b(?:twice|half|(?:{_COUNTS}|{_NUMBER}) times) as (?:likely|many|often|common|much|high)\b"
    rf"|\b(?:{_COUNTS}|{_NUMBER}) times (?:more|less|higher|lower|fewer)\b"
    r"|\b(?:double|halve|treble|triple|quadruple)[sd]? (?:the |your |their )?(?:risk|chance)s?"
    r"|\bhalves? (?:the|your|their|its|how)\b"
    r"|\b(?:double[sd]|treble[sd]|triple[sd]|quadruple[sd]|halved)\b",
    re.IGNORECASE,
)
_TERMS = re.compile(
    r"\b(?:numbers? needed to (?:treat|harm|screen)|NNTs?|NNHs?|relative risks?"
    r"|absolute risk reductions?|(?:risk|odds|hazard|rate) ratios?"
    r"|(?<!at )(?<!against the )odds(?! and ends))\b",
    re.IGNORECASE,
)
"""Words of papers that readers take for something else; English, as "odds" is a word elsewhere."""

_PEOPLE = r"(?:people|adults|children|men|women|patients)"
_FRAMED = re.compile(
    r"\b(?:up to|as (?:many|few|much|little|low|high) as|only|just|merely|a mere|no (?:more|less|fewer) than) "
    rf"(?:about )?(?:{_NUMBER})(?: {_PEOPLE})? ?"
    rf"(?:(?:in|of|out of) (?:every )?(?:{_NUMBER}){_NOT_A_COUNT}|%|per ?cent\b|(?:more|fewer) {_PEOPLE}\b)",
    re.IGNORECASE,
)
"""A figure with words that make it large or small."""

_DIGIT = re.compile(r"\d")

STEMS = (
    "1 in", "1 out", "one in", "one out", "%", "cent", " by half", " by a ", " by one ", "in half",
    "twice as", "half as", "times", "double", "halve", "treble", "triple", "quadruple",
    "up to ", "as many as", "as few as", "as much as", "as little as", "as low as", "as high as", "only ",
    "just ", "mere", "no more than", "no less than", "no fewer than",
    "needed to",     "nnt", "nnh", "relative risk", "risk reduction", " ratio", "odds",
)  # fmt: skip
"""Words and signs of which one is in everything that DA309 finds."""

_LETTERS = str.maketrans("ıİſ", "iis")
"""What a pattern that ignores case takes for a letter, and ``lower`` does not."""


def folded(text: str) -> str:
    """Return a text in small letters, with the letters that the patterns read in it."""
    return (text if text.isascii() else text.translate(_LETTERS)).lower()


def may_mislead(text: str) -> bool:
    """Tell whether a text can hold what DA309 looks for.

    Most prose cannot, and searching it with the patterns is most of the cost of all rules.
    """
    small = folded(text)
    return any(stem in small for stem in STEMS)


@rule(
    "DA309",
    "misleading-number-words",
    Severity.ERROR,
    kind="assist",
    harm=Harm.MISLEADS,
    why="'1 in 20', 'twice as likely', '30 % less' and odds make the same risk look larger or smaller than it is",
    basis="Trevena and others 2013, BMC Medical Informatics and Decision Making 13(S2):S7",
)
def misleading_number_words(aid: Aid, context: RuleContext) -> Iterator[Finding]:
    """Prose uses no "1 in X", no relative change, no "times as likely", no ratio and no odds."""
    english = is_english(aid)
    for path, words, _sourced in context.once(spoken, aid):
        text = without_names(words)
        if not may_mislead(text):
            continue
        for found in _ONE_IN.finditer(text):
            yield _misleading(path, found[0], _instead_of_one_in(aid, path, text, found))
        for found in _FRAMED.finditer(text) if english else ():
            yield _misleading(path, found[0], _instead_of_framed(found[0]))
        for found in [*_RELATIVE.finditer(text), *(_TERMS.finditer(text) if english else ())]:
            yield _misleading(path, found[0], _instead_of_relative(aid, text, found[0]))


def _misleading(path: Path, words: str, instead: str) -> Finding:
    message = f"'{words}' is a way of putting numbers that misleads"
    return Finding(path, message, instead, words=words)


def _instead_of_one_in(aid: Aid, path: Path, text: str, found: re.Match[str]) -> str:
    of = number_in(found[1])
    if of is None:
        return _instead_of_relative(aid, text, found[0])
    share = as_frequency(Decimal(1), of)
    if share.startswith("1 in "):  # our denominators too are "1 in X" to a reader
        share = f"10 in {of * 10:f}"
    name = cell_with_share(aid, 1 / Fraction(of), text)
    if name is not None:
        return f"write '{share}' in place of it, or name the figure: '{name}'"
    write = f"write '{share}' in place of it"
    if path[-1] in ("note", "fit", "text"):  # the outcome has its source already
        return write
    return f"{write}, and give {_its_source(path)}"


def _instead_of_framed(words: str) -> str:
    bare = _FRAMING.sub("", words)
    return f"leave the judgement to the reader: '{bare}', with its range if the source prints one"


_FRAMING = re.compile(r"^(?:up to|as \w+ as|only|just|merely|a mere|no \w+ than) ", re.IGNORECASE)


def _instead_of_relative(aid: Aid, text: str, words: str) -> str:
    names = figures_to_name(aid, text, ratio_in(words))
    if names is None:
        return (
            "say how many of how many have it with each option: add an outcome with these figures, "
            "and name them here: '[[outcome-id/option-id]]'"
        )
    return f"name the figures in its place, if they are of this: '{names}'; the page then says how many of how many"


_LESS = re.compile(r"less|lower|fewer|reduc|decreas|drop|cut")
_RATIOS = (
    (re.compile(r"twice|doubl"), Fraction(2)),
    (re.compile(r"half|halve"), Fraction(1, 2)),
    (re.compile(r"trebl|tripl"), Fraction(3)),
    (re.compile(r"quadrupl"), Fraction(4)),
)
_PARTS = {"third": Fraction(1, 3), "quarter": Fraction(1, 4)}


def ratio_in(words: str) -> Fraction | None:
    """Return the ratio that a relative change stands for: 0.7 for "30 % less"; None if it says none."""
    small = folded(words)
    part = next((size for name, size in _PARTS.items() if name in small), None)
    if percent := _PERCENT.search(small):
        number = number_in(_amount(percent[0]))
        part = None if number is None else Fraction(number) / 100
    if part is not None:
        return 1 - part if _LESS.search(small) else 1 + part
    if times := re.search(r"([\w.,]+) times", small):
        number = number_in(times[1])
        return None if number is None else Fraction(number)
    return next((ratio for pattern, ratio in _RATIOS if pattern.search(small)), None)


def _amount(percentage: str) -> str:
    return re.sub(r"[^\d.,]", "", percentage)


def _its_source(path: Path) -> str:
    """Say where the source goes; which one it is, only the author knows."""
    return f"the source {_place_of_source(path)}: '{{source=its-id}}'"


def _place_of_source(path: Path) -> str:
    """Say where the source of some words is written: a cell has it in the first cell of its row."""
    if "cells" in path:
        return "in the first cell of the row"
    return "at the end of the item" if "items" in path else "at the end of the paragraph"


@rule(
    "DA310",
    "figure-in-prose",
    Severity.WARNING,
    kind="assist",
    harm=Harm.MISLEADS,
    why="a figure typed twice will one day differ, and one without a source cannot be checked",
)
def figure_in_prose(aid: Aid, context: RuleContext) -> Iterator[Finding]:
    """A figure in prose is the name of a cell, or stands in words with a source."""
    for path, words, sourced in context.once(spoken, aid):
        if sourced or not (_DIGIT.search(words) or _may_count(words)):
            continue
        text = without_names(words)
        for pattern in (_ONE_IN, _RELATIVE, _FRAMED):  # DA309 has these
            text = pattern.sub("", text)
        patterns = (_SHARE, _OF_SO_MANY, _IN_WORDS, _PERCENT)
        for found in (each for pattern in patterns for each in pattern.finditer(text)):
            yield Finding(
                path,
                f"the figure '{found[0]}' stands in prose without a source",
                _instead_of_figure(aid, path, text, found),
                words=found[0],
            )


def _may_count(words: str) -> bool:
    small = folded(words)
    return any(stem in small for stem in (" of", " in "))


def _instead_of_figure(aid: Aid, path: Path, text: str, found: re.Match[str]) -> str:
    written = tuple(each for each in found.groups() if each) or (_amount(found[0]), "100")
    if found.re is _OF_SO_MANY:
        written = written[::-1]
    n, of = (
        (number_in(each.removeprefix("a ")) for each in written)
        if len(written) == 2
        else (None, None)
    )
    name = None
    if n is not None and of is not None:
        name = cell_with_share(aid, Fraction(n) / Fraction(of), text)
    named = f"name the cell that holds it: '{name or '[[outcome-id/option-id]]'}'"
    return f"{named}, or give {_its_source(path)}"


RULES: tuple[Rule, ...] = (misleading_number_words, figure_in_prose)
