"""Rule on what a record can hold (DA414): nothing that an aid asks is lost when a person saves it.

Layer 2. The limits are those of the record itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model import record_limits as limits
from decisionaid.model.aid import Aid
from decisionaid.model.sections import (
    KnowledgeSection,
    PlanSection,
    QuestionsSection,
    RankingQuestion,
    RedFlagsSection,
    ValuesSection,
)
from decisionaid.rules.rule import Rule, RuleContext, rule
from decisionaid.rules.walk import quoted, sections_of
from decisionaid.text import Path


class _Asked(NamedTuple):
    """Parts of one kind that have their place in a record, with how many have room."""

    what: str
    paths: tuple[Path, ...]
    most: int


@rule(
    "DA414",
    "more-than-a-record-holds",
    Severity.ERROR,
    kind="auto",
    harm=Harm.LEAVES_OUT,
    why="what a person says beyond that would be lost when they save it, and the clinician would not see it",
    unsafe=True,
)
def more_than_a_record_holds(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """A record has room for all that a person can answer, tick, or put in order."""
    for what, paths, most in _asked(aid):
        if len(paths) > most:
            yield Finding(
                paths[most],
                f"the aid has {len(paths)} {what}, and a saved record holds {most}",
                f"take out {len(paths) - most} of them, or put some together",
            )
    for what, path, text, most in _texts(aid):
        if len(text) > most:
            yield Finding(
                path,
                f"{what} has {len(text)} characters, and a saved record holds {most}",
                "say it in fewer words",
            )


def _asked(aid: Aid) -> Iterator[_Asked]:
    yield _Asked(
        "warning signs",
        _of(
            ((*path, "flags"), section.flags) for path, section in sections_of(aid, RedFlagsSection)
        ),
        limits.MOST_WARNING_SIGNS,
    )
    values = list(sections_of(aid, ValuesSection))
    yield _Asked(
        "questions on what matters",
        _of(((*path, "questions"), section.questions) for path, section in values),
        limits.MOST_VALUES_QUESTIONS,
    )
    for path, section in values:
        for number, question in enumerate(section.questions):
            if isinstance(question, RankingQuestion):
                items = _of([((*path, "questions", number, "items"), question.items)])
                what = f"items to put in order under {quoted([question.title])}"
                yield _Asked(what, items, limits.MOST_RANKED)
    yield _Asked(
        "facts to check",
        _of(
            ((*path, "checks"), section.checks)
            for path, section in sections_of(aid, KnowledgeSection)
        ),
        limits.MOST_CHECKS,
    )
    yield _Asked(
        f"questions to ask, beside {limits.OWN_QUESTIONS} lines for the person's own",
        tuple(path for path, _text in _questions(aid)),
        limits.MOST_QUESTIONS,
    )
    yield _Asked(
        f"goals and actions, beside {limits.OWN_IDEAS} line for the person's own",
        tuple(path for path, _text in _ideas(aid)),
        limits.MOST_IDEAS,
    )


def _of(parts: Iterable[tuple[Path, tuple[object, ...]]]) -> tuple[Path, ...]:
    return tuple((*path, number) for path, each in parts for number in range(len(each)))


def _questions(aid: Aid) -> Iterator[tuple[Path, str]]:
    for path, section in sections_of(aid, QuestionsSection):
        for number, item in enumerate(section.items):
            yield (*path, "items", number), item.text


def _ideas(aid: Aid) -> Iterator[tuple[Path, str]]:
    for path, section in sections_of(aid, PlanSection):
        for number, plan in enumerate(section.plans):
            at = (*path, "plans", number)
            yield from (((*at, "goals", n), goal.text) for n, goal in enumerate(plan.goals))
            yield from (((*at, "actions", n), act.text) for n, act in enumerate(plan.actions))


def _texts(aid: Aid) -> Iterator[tuple[str, Path, str, int]]:
    """Yield what names a part in the record, with the characters that have room."""
    yield "the title", ("title",), aid.title or "", limits.LONGEST_TITLE
    for path, text in _questions(aid):
        yield "this question to ask", path, text, limits.LONGEST_QUESTION
    for path, text in _ideas(aid):
        yield "this goal or action", path, text, limits.LONGEST_IDEA


RULES: Final[tuple[Rule, ...]] = (more_than_a_record_holds,)
