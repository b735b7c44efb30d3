"""The rule on answers (DA411): what is marked right does not contradict the figure that is shown below it.

Layer 2. English only. It looks at statements of a few shapes, and at figures that are shares of people:
"Everyone ...", "Nobody ...", "Most ...", "More than half ...", "Fewer than 20 in 100 ..." above one figure,
and "More ...", "Fewer ..." or "Only ..." above two figures of one outcome, of which the words name one
option. Where the words may speak of the other half of a figure, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.aid import Aid
from decisionaid.model.figure import Counted, Frequency
from decisionaid.model.outcome import Outcome
from decisionaid.model.prose import FigureName, Prose, inlines_of
from decisionaid.model.sections import Answer, KnowledgeCheck, Option
from decisionaid.rules.replacements import number_in
from decisionaid.rules.rule import Rule, RuleContext, rule
from decisionaid.rules.walk import checks_of, is_english

_ALL = re.compile(
    r"(?:everyone|everybody|all|each|every)\b(?! of these (?:options|trials))", re.IGNORECASE
)
_NONE = re.compile(r"(?:no ?one|nobody|none)\b", re.IGNORECASE)
_MOST = re.compile(r"(?:most|a majority)\b", re.IGNORECASE)
_BOUND = re.compile(
    r"(?P<way>more|fewer|less) than (?:(?P<part>half|a third|a quarter)"
    r"|(?P<n>[\d.]+|\w+) (?:in|of|out of) (?P<of>[\d,]+|\w+))\b",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"(?P<way>more|fewer|less)\b(?! than)", re.IGNORECASE)
_ONLY = re.compile(r"only\b", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:no|not|none|never|without|free)\b|n['’]t\b", re.IGNORECASE)
_WORD = re.compile(r"[a-z]{4,}")
_PARTS: Final = {"half": Fraction(1, 2), "a third": Fraction(1, 3), "a quarter": Fraction(1, 4)}
_TRUE: Final = ("true", "right", "yes")
_FALSE: Final = ("false", "wrong", "no")


@rule(
    "DA411",
    "answer-against-figure",
    Severity.ERROR,
    kind="assist",
    harm=Harm.MISLEADS,
    why="a person who read the figure rightly is told that they are wrong, and leaves with the false one",
    settled=True,
    only=is_english,
)
def answer_against_figure(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """The answer marked right is the one that the figures below it give."""
    for path, check in checks_of(aid):
        marked, holds = _marked(check.answers), _holds(aid, check)
        if marked is None or holds is None or marked is holds:
            continue
        right = next(at for at, answer in enumerate(check.answers) if answer.correct)
        yield Finding(
            (*path, "answers", right),
            f"by the figures below it this is {'true' if holds else 'false'}: '{check.statement}'",
            "put the '[x]' at the other answer, or correct the statement or the name of the figure",
            also=(path,),
        )


def _marked(answers: Sequence[Answer]) -> bool | None:
    """Return whether the answer marked right says that the statement is true; None: it says something else."""
    right = [answer.text.strip().casefold().rstrip(".") for answer in answers if answer.correct]
    if len(right) != 1 or len(answers) != 2:
        return None
    return True if right[0] in _TRUE else False if right[0] in _FALSE else None


def _holds(aid: Aid, check: KnowledgeCheck) -> bool | None:
    """Return whether the figures make the statement true; None: that cannot be told."""
    named = list(dict.fromkeys(_named(check.explanation)))
    shares = [_share(aid, each) for each in named]
    known = [share for share in shares if share is not None]
    of_one_outcome = len({each.outcome for each in named}) == 1
    if len(known) != len(named) or not of_one_outcome:
        return None
    if check.about and named[0].outcome not in check.about:
        return None  # DA409 says so
    outcome = next(each for each in aid.outcomes if each.id == named[0].outcome)
    if len(known) == 1:
        return _of_one(check.statement, known[0], outcome)
    if len(known) == 2:
        return _of_two(aid, check.statement, named, known, outcome)
    return None


def _counts_the_same(statement: str, outcome: Outcome) -> bool:
    """Whether a statement speaks of what the figure counts, and not of what happens otherwise."""
    if outcome.said_as is None or _DENIED.search(statement):
        return False
    said, happens, otherwise = (
        set(_WORD.findall(each.casefold()))
        for each in (statement, outcome.said_as.happens, outcome.said_as.otherwise)
    )
    return bool(said & happens) and not said & (otherwise - happens)


def _named(prose: Prose) -> Iterator[FigureName]:
    return (
        each for inlines in inlines_of(prose) for each in inlines if isinstance(each, FigureName)
    )


def _share(aid: Aid, name: FigureName) -> Fraction | None:
    outcome = aid.outcome(name.outcome)
    figure = outcome.figure(name.option) if outcome else None
    if isinstance(figure, Frequency | Counted) and figure.of >= figure.n and figure.of:
        return Fraction(figure.n) / figure.of
    return None


def _of_one(statement: str, share: Fraction, outcome: Outcome) -> bool | None:
    """Judge a statement on one share. "Everyone is free of pain" above "20 in 100 have pain" is false either way."""
    if _ALL.match(statement) or _NONE.match(statement):
        return None if share in (0, 1) else False
    if not _counts_the_same(statement, outcome):
        return None
    if found := _BOUND.match(statement):
        bound = _PARTS.get((found["part"] or "").lower()) or _typed(found["n"], found["of"])
        if bound is None or bound == share:
            return None
        return share > bound if found["way"].lower() == "more" else share < bound
    if _MOST.match(statement) and share != Fraction(1, 2):
        return share > Fraction(1, 2)
    return None


def _typed(n: str | None, of: str | None) -> Fraction | None:
    one, all_of_them = number_in(n or ""), number_in(of or "")
    return Fraction(one) / Fraction(all_of_them) if one and all_of_them else None


def _of_two(
    aid: Aid,
    statement: str,
    named: Sequence[FigureName],
    shares: Sequence[Fraction],
    outcome: Outcome,
) -> bool | None:
    """Judge "More people feel sick with tablets", where the words name one of the two options."""
    if _ONLY.match(statement) and _counts_the_same(statement, outcome):
        return False if min(shares) > 0 else None
    found = _COMPARED.match(statement)
    options = {option.id: option for option in aid.all_options}
    spoken = [
        each.option in options and _speaks_of(statement, options[each.option]) for each in named
    ]
    if found is None or spoken.count(True) != 1 or shares[0] == shares[1]:
        return None
    if not _counts_the_same(statement, outcome):
        return None
    own = spoken.index(True)
    more = shares[own] > shares[1 - own]
    return more if found["way"].lower() == "more" else not more


def _speaks_of(statement: str, option: Option) -> bool:
    return any(
        re.search(rf"\b{re.escape(name.casefold())}\b", statement.casefold())
        for name in (option.name, option.in_sentence or "")
        if name
    )


RULES: tuple[Rule, ...] = (answer_against_figure,)
