"""Rules on figures in prose (DA309, DA310): figures are typed once, in a cell, and named in words.

Layer 2. Found with care rather than zeal: ages, dates, durations and step counts are not figures.
The wording they look for is English; percentages are found in every language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from decisionaid.diagnostics import Finding, Severity
from decisionaid.model.aid import Aid
from decisionaid.model.base import Part
from decisionaid.model.outcome import Outcome
from decisionaid.model.prose import ListItem, Paragraph, plain_text
from decisionaid.model.sections import Action, CellWords, CompareRow, Goal, Item, NotOffered
from decisionaid.rules.rule import Rule, RuleContext, rule
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
_PERCENT = re.compile(rf"(?:{_NUMBER}) ?(?:%|per ?cent\b)", re.IGNORECASE)
_COUNTS = "two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|hundred|thousand"
_ONE_IN = re.compile(
    rf"\b(?:1|one) (?:in|out of)(?: every| each)? (?:{_COUNTS}|{_NUMBER})\b{_NOT_A_COUNT}",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    rf"(?:{_NUMBER}) ?(?:%|per ?cent) (?:reduction|increase|decrease|drop|rise|less|more|lower|higher|fewer)\b"
    rf"|\b(?:reduce|cut|lower|raise|increase|decrease)[sd]? [^.!?]{{0,60}}? by (?:{_NUMBER}) ?(?:%|per ?cent)"
    rf"|\b(?:twice|half|(?:{_COUNTS}|{_NUMBER}) times) as (?:likely|many|often|common|much|high)\b"
    rf"|\b(?:{_COUNTS}|{_NUMBER}) times (?:more|less|higher|lower|fewer)\b"
    r"|\b(?:double|halve|treble|triple)[sd]? (?:the |your |their )?(?:risk|chance)",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\[\[[^\]]*\]\]")
_DIGIT = re.compile(r"\d")

STEMS = (
    "one in", "one out", "twice as", "half as", "times", "double", "halve", "treble", "triple",
)  # fmt: skip
"""Words that misleading ways of putting numbers hold, if they hold no digit."""

_LETTERS = str.maketrans("ıİſ", "iis")
"""What a pattern that ignores case takes for a letter, and ``lower`` does not."""

MAX_SEARCHED = 20_000
"""Characters of one paragraph that are searched; the reader refuses longer ones long before."""


# Asking whether a part is of a model's class is dear where the answer is no (models are abstract
# classes), and most parts hold no words themselves: their class is looked up in these first.
_SPEAKING = frozenset({Paragraph, CellWords, Item, Goal, Action, Outcome})
_SOURCED = frozenset({Paragraph, ListItem, Item, CompareRow, NotOffered})


def words_of(
    part: Part, path: Path = (), sourced: bool = False
) -> Iterator[tuple[Path, str, bool]]:
    """Yield an aid's running words with their path, and whether a source stands behind them.

    Cells with figures, names, headings and knowledge statements are left out: a false statement is
    there to be checked.
    """
    fields = vars(part)
    sourced = sourced or (type(part) in _SOURCED and bool(fields["sources"]))
    if type(part) not in _SPEAKING:
        yield from _words_below(fields, path, sourced)
        return
    match part:
        case Paragraph(inlines=inlines) | CellWords(inlines=inlines):
            yield path, plain_text(inlines), sourced
        case Item(text=text) | Goal(text=text) | Action(text=text):
            yield path, text, sourced
        case Outcome(note=note, fit=fit):
            yield from (
                ((*path, name), text, True) for name, text in (("note", note), ("fit", fit)) if text
            )


def _words_below(
    fields: dict[str, object], path: Path, sourced: bool
) -> Iterator[tuple[Path, str, bool]]:
    for name, value in fields.items():
        if isinstance(value, tuple):
            for number, each in enumerate(value):
                if isinstance(each, Part):
                    yield from words_of(each, (*path, name, number), sourced)
        elif not isinstance(value, str) and isinstance(value, Part):
            yield from words_of(value, (*path, name), sourced)


def _text(words: str) -> str:
    return _NAMED.sub("", words[:MAX_SEARCHED])


def folded(text: str) -> str:
    """Return a text in small letters, with the letters that the patterns read in it."""
    return (text if text.isascii() else text.translate(_LETTERS)).lower()


def may_mislead(text: str) -> bool:
    """Tell whether a text can hold what DA309 looks for.

    Most prose cannot, and searching it with the patterns is most of the cost of all rules.
    """
    small = folded(text)
    return _DIGIT.search(text) is not None or any(stem in small for stem in STEMS)


@rule(
    "DA309",
    "misleading-number-words",
    Severity.ERROR,
    why="'1 in 20', 'twice as likely' and '30 % less' make the same risk look larger or smaller than it is",
    basis="Trevena and others 2013, BMC Medical Informatics and Decision Making 13(S2):S7",
)
def misleading_number_words(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """Prose uses no "1 in X", no relative change and no "times as likely"."""
    for path, words, _sourced in words_of(aid):
        text = _text(words)
        if not may_mislead(text):
            continue
        for found in [*_ONE_IN.finditer(text), *_RELATIVE.finditer(text)]:
            yield Finding(
                path,
                f"'{found[0]}' is a way of putting numbers that misleads",
                "name the figure instead: '[[outcome-id/option-id]]'; "
                "the page then shows how many of how many, in both ways",
            )


@rule(
    "DA310",
    "figure-in-prose",
    Severity.WARNING,
    why="a figure typed twice will one day differ, and one without a source cannot be checked",
)
def figure_in_prose(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """A figure in prose is the name of a cell, or stands in words with a source."""
    for path, words, sourced in words_of(aid):
        if sourced or not _DIGIT.search(words):
            continue
        text = _RELATIVE.sub("", _ONE_IN.sub("", _text(words)))  # DA309 has these
        for found in [*_SHARE.finditer(text), *_PERCENT.finditer(text)]:
            yield Finding(
                path,
                f"the figure '{found[0]}' stands in prose without a source",
                "name the cell that holds it: '[[outcome-id/option-id]]', or give the source at the "
                "end of the paragraph: '{source=its-id}'",
            )


RULES: tuple[Rule, ...] = (misleading_number_words, figure_in_prose)
