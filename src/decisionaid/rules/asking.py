"""Rules on how things are asked (DA402, DA409): questions that do not lead, facts that can be looked up.

Layer 2. Leading questions are known in English only; aids in other languages are not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from decisionaid.diagnostics import Finding, Severity
from decisionaid.model.aid import Aid
from decisionaid.model.prose import FigureName, Prose, inlines_of, plain_text
from decisionaid.model.sections import BalanceQuestion, KnowledgeSection, ValuesSection
from decisionaid.rules.places import sections_of
from decisionaid.rules.rule import Rule, RuleContext, rule
from decisionaid.text import Path

_AUXILIARY = "do|does|did|is|are|was|were|would|should|could|can|will|have|has"
_LEADING: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), says)
    for pattern, says in (
        (rf"(?<!\w)(?:{_AUXILIARY}|wo|ca)n['’]t (?:you|it|that|this|we|they)\b", "expects a yes"),
        (
            rf", (?:(?:{_AUXILIARY}|wo|ca)n['’]t (?:you|it|they|we)|right|no|yes)(?=\?)",
            "expects a yes",
        ),
        (r"\b(?:do|would|will) you (?:not )?agree\b", "asks to agree"),
        (
            r"\b(?:surely|obviously|of course|as (?:you|we all) know)\b",
            "takes the answer for granted",
        ),
        (
            r"\b(?:given|knowing|considering|bearing in mind) (?:that|how)\b",
            "argues before it asks",
        ),
        (r"\b(?:even though|even if|despite|although)\b", "argues before it asks"),
    )
)
"""Wordings that lead to an answer, each with what it does."""


@rule(
    "DA402",
    "leading-question",
    Severity.WARNING,
    why="a question that leans brings back what the authors think, and the person takes it for their own view",
)
def leading_question(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """A question on what matters leads to no answer, and the two ends of a balance are two."""
    english = aid.language.casefold().startswith("en")
    for path, section in sections_of(aid, ValuesSection):
        for number, question in enumerate(section.questions):
            place = (*path, "questions", number)
            if english:
                yield from _leading((*place, "title"), question.title)
                yield from _leading_prose((*place, "question"), question.question)
            if isinstance(question, BalanceQuestion):
                yield from _one_sided(place, question)


def _leading_prose(path: Path, prose: Prose) -> Iterator[Finding]:
    for number, block in enumerate(prose):
        for inlines in inlines_of((block,)):
            yield from _leading((*path, number), plain_text(inlines))


def _leading(path: Path, text: str) -> Iterator[Finding]:
    for pattern, says in _LEADING:
        if found := pattern.search(text):
            words = found[0].lstrip(", ")
            yield Finding(
                path,
                f"this question leads to an answer: '{words}' {says}",
                "ask it openly: 'How important is it to you to ...?', or 'Which is closer to how you feel?'",
                words=words,
            )
            return


def _one_sided(path: Path, question: BalanceQuestion) -> Iterator[Finding]:
    ends = [frozenset(pole.toward) for pole in question.poles]
    if len(ends) == 2 and ends[0] and ends[0] == ends[1]:
        options = ", ".join(question.poles[0].toward)
        yield Finding(
            (*path, "poles", 1),
            f"both ends of '{question.title}' point to the same: {options}",
            "let one end point to another option, such as 'toward=as-now', or take 'toward' away from both",
            also=((*path, "poles", 0),),
        )


@rule(
    "DA409",
    "fact-not-in-aid",
    Severity.WARNING,
    why="a fact that was never told is a trap: the person learns that they failed, and not where to look",
)
def fact_not_in_aid(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """What a fact to check is about stands in the aid: it names an outcome or row, or the figure itself."""
    for path, section in sections_of(aid, KnowledgeSection):
        for number, check in enumerate(section.checks):
            if check.about or _names_figure(check.explanation):
                continue
            known = aid.outcomes[0].id if aid.outcomes else "its-outcome"
            yield Finding(
                (*path, "checks", number),
                f"nothing says where in the aid a reader finds if this is true: '{check.statement}'",
                f"name what it is about in its brace, such as {{#{check.id} about={known}}}, "
                "or the figure below its answers: '[[its-outcome/its-option]].'",
            )


def _names_figure(prose: Prose) -> bool:
    return any(isinstance(each, FigureName) for inlines in inlines_of(prose) for each in inlines)


RULES: tuple[Rule, ...] = (leading_question, fact_not_in_aid)
