"""Rules on what matters to the person (DA401, DA866): all is asked, by a kind that serves.

Layer 2.
"""

from __future__ import annotations

from collections.abc import Iterator

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.aid import Aid
from decisionaid.model.outcome import Outcome
from decisionaid.model.sections import ImportanceQuestion, PicksQuestion, ValuesSection
from decisionaid.rules.rule import Rule, RuleContext, rule
from decisionaid.rules.walk import quoted, sections_of
from decisionaid.values.picks import FEWEST_ITEMS, MOST_ITEMS


@rule(
    "DA401",
    "outcome-not-asked-about",
    Severity.WARNING,
    kind="auto",
    harm=Harm.LEAVES_OUT,
    why="asking about some outcomes and not others tells the person which ones ought to matter",
    basis="IPDAS evidence update on values, Medical Decision Making 2021, volume 41 number 7",
    gap=True,
)
def outcome_not_asked_about(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """A question on what matters is about each key outcome; one row of a series stands for all."""
    sections = list(sections_of(aid, ValuesSection))
    if not aid.values_questions:
        yield Finding(
            sections[0][0] if sections else ("title",),
            "the aid does not ask what matters to the person",
            "add '## What matters to you {.values}' with a question for each outcome: "
            "'### Less pain {#less-pain .importance about=its-outcome}'",
        )
        return
    asked = _asked(aid)
    missing = [
        outcome
        for outcome in aid.outcomes
        if not outcome.more
        and outcome.direction != "about-the-study"
        and _names(outcome).isdisjoint(asked)
    ]
    if missing:
        ids = ", ".join(outcome.id for outcome in missing)
        yield Finding(
            sections[0][0],
            f"no question here is about {quoted(outcome.label for outcome in missing)}",
            f'name it in a question: about="{ids}"; or mark the outcome {{.more}} if it is not a key one',
        )


def _asked(aid: Aid) -> set[str]:
    """Return the ids asked about, with the series and estimates that these stand for."""
    ids: set[str] = set()
    for question in aid.values_questions:
        ids.update(question.about)
        for item in (*getattr(question, "items", ()), *getattr(question, "poles", ())):
            ids.update(item.about)
    return ids.union(*(_names(outcome) for outcome in aid.outcomes if outcome.id in ids))


def _names(outcome: Outcome) -> set[str]:
    """Return what an outcome may be reached by; a mark keeps series apart from ids."""
    names = {outcome.id}
    if outcome.series:
        names.add(f"series {outcome.series}")
    if outcome.estimate_of:
        names.add(outcome.estimate_of)
    return names


@rule(
    "DA866",
    "picks-would-tell-apart",
    Severity.NOTICE,
    kind="assist",
    harm=Harm.HARD_TO_USE,
    why="where each of many things can be rated as high as the next, the ratings do not tell what comes first",
)
def picks_would_tell_apart(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """Many things that can all be important are picked from, a few at a time, rather than rated one by one."""
    rated = [
        (*path, "questions", number)
        for path, section in sections_of(aid, ValuesSection)
        for number, question in enumerate(section.questions)
        if isinstance(question, ImportanceQuestion)
    ]
    has_picks = any(isinstance(each, PicksQuestion) for each in aid.values_questions)
    if has_picks or len(rated) < FEWEST_ITEMS:
        return
    first, *others = rated
    said = f"{FEWEST_ITEMS} to {MOST_ITEMS} items"
    yield Finding(
        first,
        f"{len(rated)} things are rated one by one, and all of them may come out as important",
        f"ask of them in one question '.picks' with {said}, or rate fewer than {FEWEST_ITEMS}",
        also=tuple(others),
    )


RULES: tuple[Rule, ...] = (outcome_not_asked_about, picks_would_tell_apart)
