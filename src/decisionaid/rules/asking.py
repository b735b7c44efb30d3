"""Rules on how things are asked (DA402, DA409, DA410): questions that do not lead, two ends, and facts.

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
    Item,
)
from decisionaid.rules.rule import Rule, RuleContext, rule
from decisionaid.rules.two_wordings import in_both_wordings
from decisionaid.rules.walk import (
    NOTHING_NEW,
    checks_of,
    is_english,
    questions_of,
    questions_of_kind,
    quoted,
)
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
    only=is_english,
)
@in_both_wordings
def leading_question(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """A question on what matters leads to no answer. English only."""
    for path, question in questions_of(aid):
        is_rated = isinstance(question, ImportanceQuestion)
        wordings = (*_LEADING, *_WANTING) if is_rated else _LEADING
        yield from _leading((*path, "title"), question.title, wordings)
        yield from _leading_prose((*path, "question"), question.question, wordings)


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


_NO: Final = r"\b(?:no|not|without|avoid|never)\b(?: \w+){0,2}? "


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
    why="a scale without an end for 'not at all' brings everybody to say that it matters, one that runs "
    "backwards turns every answer round, and a balance of which one end points nowhere, or both to the "
    "same, counts for one side alone",
    settled=True,
)
def unequal_ends(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """The two ends of a question are two, and alike.

    A scale of importance runs from not at all to very much; its words are read in English. Both ends of a
    balance point to options or neither does, not to the same, and not to what their words are against.
    """
    scales = questions_of_kind(aid, ImportanceQuestion) if is_english(aid) else ()
    for path, scale in scales:
        if wrong := _turned_ends(scale):
            yield Finding(
                (*path, "ends", 0),
                f"'{scale.low_end}' {wrong}",
                "write '- Not important to me {#low}' and below it '- Very important to me {#high}'",
                words=scale.low_end or "",
            )
    for path, balance in questions_of_kind(aid, BalanceQuestion):
        if wrong_end := _of_two_ends(balance):
            number, message, advice = wrong_end
            at = (*path, "poles", number)
            yield Finding(at, message, advice, also=((*path, "poles", 1 - number),))
        for number, pole in enumerate(balance.poles):
            if name := _refused(aid, pole):
                yield Finding(
                    (*path, "poles", number),
                    f"these words are against '{name}', and point to it",
                    "let it point to the option that the words speak for: 'toward=...'",
                )


def _of_two_ends(question: BalanceQuestion) -> tuple[int, str, str] | None:
    """Return the end of a balance that is wrong beside the other, with what to say of it; None: none is."""
    ends = [frozenset(pole.toward) for pole in question.poles]
    bare = [number for number, end in enumerate(ends) if not end]
    if len(ends) != 2 or len(bare) == 2:
        return None
    if bare:
        return (
            bare[0],
            f"this end of '{question.title}' points to no option, and the other one does",
            "say which option it points to, such as 'toward=as-now', or take 'toward' away from the other",
        )
    if ends[0] != ends[1]:
        return None
    return (
        1,
        f"both ends of '{question.title}' point to the same: {', '.join(question.poles[0].toward)}",
        "let one end point to another option, such as 'toward=as-now', or take 'toward' away from both",
    )


def _refused(aid: Aid, pole: Item) -> str:
    """Return the option that an end points to alone and is against, as in "without a splint"; empty: none."""
    option = aid.option(pole.toward[0]) if len(pole.toward) == 1 else None
    if option is None or option.kind in NOTHING_NEW or not is_english(aid):
        return ""
    name = option.in_sentence or option.name
    bare = re.sub(r"^(?:an?|the) ", "", name.casefold())
    return name if re.search(_NO + re.escape(bare), pole.text.casefold()) else ""


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
    for path, check in checks_of(aid):
        named, about = _outcomes_named(check.explanation), set(check.about)
        if about and named and about | named <= outcomes and about.isdisjoint(named):
            yield Finding(
                path,
                f"this fact is about {quoted(check.about)}, and the figures below it are those of "
                f"{quoted(sorted(named))}",
                f"name a figure of what it is about: '[[{check.about[0]}/its-option]].'",
            )
        if not about | named:
            yield Finding(
                path,
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


RULES: tuple[Rule, ...] = (leading_question, unequal_ends, fact_not_in_aid)
