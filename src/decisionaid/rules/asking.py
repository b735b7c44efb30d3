"""Rules on how things are asked (DA402, DA409, DA410, DA412): questions that do not lead, and facts.

Layer 2. Leading questions are known in English only; aids in other languages are not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.aid import Aid
from decisionaid.model.prose import FigureName, Prose, inlines_of, plain_text
from decisionaid.model.sections import (
    BalanceQuestion,
    ImportanceQuestion,
    KnowledgeSection,
    ValuesSection,
)
from decisionaid.rules.rule import Rule, RuleContext, rule
from decisionaid.rules.walk import NOTHING_NEW, is_english, quoted, sections_of
from decisionaid.text import Path

_AUXILIARY = "do|does|did|is|are|was|were|would|should|could|can|will|have|has"
Wordings = tuple[tuple[re.Pattern[str], str], ...]

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

_WANTING: Final = (
    (
        re.compile(
            r"(?<!\w )\b(?:do|would) you (?:really )?(?:want|like|wish) (?:to|less|fewer|more|no)\b",
            re.IGNORECASE,
        ),
        "is hardly answered with no",
    ),
)
"""Wordings that lead where people say how much something matters; an answer to choose may be no."""


@rule(
    "DA402",
    "leading-question",
    Severity.WARNING,
    kind="assist",
    harm=Harm.LEANS,
    why="a question that leans brings back what the authors think, and the person takes it for their own view",
)
def leading_question(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """A question on what matters leads to no answer, and the two ends of a balance are two."""
    english = is_english(aid)
    for path, section in sections_of(aid, ValuesSection):
        for number, question in enumerate(section.questions):
            at = (*path, "questions", number)
            if english:
                is_rated = isinstance(question, ImportanceQuestion)
                wordings = (*_LEADING, *_WANTING) if is_rated else _LEADING
                yield from _leading((*at, "title"), question.title, wordings)
                yield from _leading_prose((*at, "question"), question.question, wordings)
            if isinstance(question, BalanceQuestion):
                yield from _one_sided(at, question)
                if english:
                    yield from _points_to_what_it_refuses(aid, at, question)


def _leading_prose(path: Path, prose: Prose, wordings: Wordings) -> Iterator[Finding]:
    for number, block in enumerate(prose):
        for inlines in inlines_of((block,)):
            yield from _leading((*path, number), plain_text(inlines), wordings)


def _leading(path: Path, text: str, wordings: Wordings) -> Iterator[Finding]:
    for pattern, says in wordings:
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


_NO: Final = r"\b(?:no|not|without|avoid|never)\b(?: \w+){0,2}? "


def _points_to_what_it_refuses(
    aid: Aid, path: Path, question: BalanceQuestion
) -> Iterator[Finding]:
    """Find an end that says "without a splint" and points to the splint alone."""
    for number, pole in enumerate(question.poles):
        named = [
            option
            for option in aid.options
            if option.id in pole.toward and (option.in_sentence or option.name)
        ]
        if len(pole.toward) != 1 or not named or named[0].kind in NOTHING_NEW:
            continue
        name = re.sub(r"^(?:an?|the) ", "", (named[0].in_sentence or named[0].name).casefold())
        found = re.search(_NO + re.escape(name), pole.text.casefold())
        if found:
            yield Finding(
                (*path, "poles", number),
                f"these words are against '{named[0].name}', and point to it",
                "let it point to the option that the words speak for: 'toward=...'",
            )


@rule(
    "DA412",
    "one-end-points",
    Severity.WARNING,
    kind="auto",
    harm=Harm.LEANS,
    why="the answers of those who lean one way would stand beside an option, and those of the others beside none",
    settled=True,
)
def one_end_points(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """Both ends of a balance point to options, or neither does."""
    for path, section in sections_of(aid, ValuesSection):
        for number, question in enumerate(section.questions):
            if not isinstance(question, BalanceQuestion) or len(question.poles) != 2:
                continue
            points = [bool(pole.toward) for pole in question.poles]
            if points[0] is not points[1]:
                bare = points.index(False)
                at = (*path, "questions", number, "poles")
                yield Finding(
                    (*at, bare),
                    f"this end of '{question.title}' points to no option, and the other one does",
                    "say which option it points to, such as 'toward=as-now', or take 'toward' away from "
                    "the other",
                    also=((*at, 1 - bare),),
                )


def _turned_ends(question: ImportanceQuestion) -> str | None:
    """Return what is wrong with the words for the two ends of a scale of importance, or None."""
    low, high = question.low_end, question.high_end
    if not low or not high:
        return None
    least, most = (bool(_LITTLE.search(each)) for each in (low, high))
    if most and not least:
        return "stands at the end of 0, and the other end says less"
    if not least:
        return "is no word for 0: whoever does not mind has no answer"
    return None


_LITTLE: Final = re.compile(
    r"\b(?:not|no|none|nothing|least|never|un\w+|little)\b|n['’]t\b", re.IGNORECASE
)


@rule(
    "DA410",
    "unequal-ends",
    Severity.WARNING,
    kind="assist",
    harm=Harm.MISLEADS,
    why="a scale without an end for 'not at all' brings everybody to say that it matters, and one that "
    "runs backwards turns every answer round",
)
def unequal_ends(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """A scale of importance runs from not at all to very much, in this order. English only."""
    if not is_english(aid):
        return
    for path, section in sections_of(aid, ValuesSection):
        for number, question in enumerate(section.questions):
            if isinstance(question, ImportanceQuestion) and (wrong := _turned_ends(question)):
                yield Finding(
                    (*path, "questions", number, "ends", 0),
                    f"'{question.low_end}' {wrong}",
                    "write '- Not important to me {#low}' and below it '- Very important to me {#high}'",
                    words=question.low_end or "",
                )


@rule(
    "DA409",
    "fact-not-in-aid",
    Severity.WARNING,
    kind="auto",
    harm=Harm.HARD_TO_USE,
    why="a fact that was never told is a trap: the person learns that they failed, and not where to look",
)
def fact_not_in_aid(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """What a fact to check is about stands in the aid: it names an outcome or row, or the figure itself."""
    outcomes = {outcome.id for outcome in aid.outcomes}
    for path, section in sections_of(aid, KnowledgeSection):
        for number, check in enumerate(section.checks):
            named = _outcomes_named(check.explanation)
            about = set(check.about)
            if about and named and about | named <= outcomes and about.isdisjoint(named):
                yield Finding(
                    (*path, "checks", number),
                    f"this fact is about {quoted(check.about)}, and the figures below it are those of "
                    f"{quoted(sorted(named))}",
                    f"name a figure of what it is about: '[[{check.about[0]}/its-option]].'",
                )
            if check.about or named:
                continue
            yield Finding(
                (*path, "checks", number),
                f"nothing says where in the aid a reader finds if this is true: '{check.statement}'",
                f"name what it is about in its brace, such as {{#{check.id} about=its-outcome}}, "
                "or the figure below its answers: '[[its-outcome/its-option]].'",
            )


def _outcomes_named(prose: Prose) -> set[str]:
    return {
        each.outcome
        for inlines in inlines_of(prose)
        for each in inlines
        if isinstance(each, FigureName)
    }


RULES: tuple[Rule, ...] = (leading_question, unequal_ends, one_end_points, fact_not_in_aid)
