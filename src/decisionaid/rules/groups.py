"""Rules on groups of readers and of people studied (DA327, DA328): figures are for those who read them.

Layer 2. DA328 reads English words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.aid import Aid
from decisionaid.model.outcome import Outcome, Words
from decisionaid.model.readers import Readers
from decisionaid.rules.rule import Rule, RuleContext, rule
from decisionaid.rules.walk import is_english, options_with_paths, outcomes_of, questions_of, quoted
from decisionaid.text import Path


@rule(
    "DA327",
    "group-mismatch",
    Severity.WARNING,
    kind="auto",
    harm=Harm.MISLEADS,
    why="a person who says which group they are in must find figures for it, and none of an option they cannot have",
    settled=True,
)
def group_mismatch(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """Where groups of readers have figures each has some, and an option for one group has none in another.

    Figures of the same thing for two groups stand together, under one name. A question that weighs
    several things has two for somebody.
    """
    outcomes = list(outcomes_of(aid))
    used = {outcome.stratum for _path, outcome in outcomes}
    used |= {option.stratum for option in aid.all_options}
    for number, stratum in enumerate(aid.strata):
        if stratum.id not in used and len(used - {None}) > 1:
            yield Finding(
                ("strata", number),
                f"no outcome and no option is for the group '{stratum.id}'",
                f"give its figures: 'stratum={stratum.id}' in the brace of an outcome; or take the group out",
            )
    yield from _without_a_row(aid, outcomes)
    for path, option in options_with_paths(aid):
        for _path, outcome in outcomes:
            elsewhere = option.stratum and outcome.stratum not in (None, option.stratum)
            if elsewhere and option.id in outcome.with_numbers:
                yield Finding(
                    path,
                    f"'{option.name}' is for the group '{option.stratum}' alone, and has a figure in "
                    f"'{outcome.label}' for '{outcome.stratum}'",
                    f"take 'stratum={option.stratum}' away, or write in that outcome "
                    f"'| {option.id} | not applicable: only for the other group |'",
                )
                break
    yield from _apart(outcomes)
    yield from _asked_of_nobody(aid)


def _asked_of_nobody(aid: Aid) -> Iterator[Finding]:
    """Find questions that weigh several things of which no group of readers has two."""
    readers = Readers(aid)
    for path, question in questions_of(aid):
        if readers.of_question(question) is None:
            yield Finding(
                path,
                f"'{question.title}' weighs things of which no group of readers has two",
                "add an item that both groups have, or ask each group in a question of its own",
            )


def _apart(outcomes: Sequence[tuple[Path, Outcome]]) -> Iterator[Finding]:
    """Find two groups whose figures of the same thing do not stand together: name, place, or both differ."""
    of_groups = [(n, each) for n, (_path, each) in enumerate(outcomes) if each.stratum]
    for at, outcome in of_groups:
        others = [(n, each) for n, each in of_groups if each.stratum != outcome.stratum]
        if any(_together(outcomes, at, n) for n, _each in others):
            continue
        for n, other in others:
            if n < at and _same_thing(outcome, other):
                yield Finding(
                    outcomes[at][0],
                    f"'{outcome.label}' is for the group '{outcome.stratum}', '{other.label}' for "
                    f"'{other.stratum}', and they do not stand together: the page shows each as for its "
                    "group alone",
                    "give both one name, without words for the group, and put them into one section",
                    also=(outcomes[n][0],),
                )
                break


def _together(outcomes: Sequence[tuple[Path, Outcome]], one: int, other: int) -> bool:
    """Whether two outcomes have one name and stand in one section."""
    (path, outcome), (other_path, other_outcome) = outcomes[one], outcomes[other]
    return path[:2] == other_path[:2] and outcome.label == other_outcome.label


def _same_thing(one: Outcome, other: Outcome) -> bool:
    """Whether two outcomes say the same in words, of the same time, on the same side."""
    said = (one.said_as, one.scale)
    return (
        said != (None, None)
        and said == (other.said_as, other.scale)
        and one.time is not None
        and (one.time, one.direction) == (other.time, other.direction)
    )


def _without_a_row(aid: Aid, outcomes: list[tuple[Path, Outcome]]) -> Iterator[Finding]:
    """Find outcomes for several groups that leave one out: with one alone, they are for that group."""
    groups: dict[str, dict[str, Path]] = {}
    for path, outcome in outcomes:
        if outcome.stratum:
            groups.setdefault(outcome.label, {}).setdefault(outcome.stratum, path)
    for label, rows in groups.items():
        without = [each.id for each in aid.strata if each.id not in rows]
        if len(rows) > 1 and without:
            yield Finding(
                next(iter(rows.values())),
                f"'{label}' has a row for {quoted(rows)}, and none for {quoted(without)}",
                f"add one with 'stratum={without[0]}' in its brace; where nobody measured it in that "
                "group: '| others | not known: reason |'",
            )


_YOUNG: Final = re.compile(
    r"\b(?:child(?:ren)?|bab(?:y|ies)|infants?|toddlers?|newborns?|teenagers?)\b", re.IGNORECASE
)
_GROWN: Final = re.compile(r"\b(?:adults?|men|women|older people|pensioners?)\b", re.IGNORECASE)


@rule(
    "DA328",
    "people-of-another-age",
    Severity.WARNING,
    kind="assist",
    harm=Harm.MISLEADS,
    why="a figure measured in adults need not be true of children, nor the other way round",
    basis="IPDASi v4, item 3.2.2",
    only=is_english,
)
def people_of_another_age(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """Figures come from people of the age the aid is for, or a ``Fit:`` says that they do not. English only."""
    if aid.people is None:
        return
    counted = f"{aid.people.one} {aid.people.many}"
    young, grown = _YOUNG.search(counted), _GROWN.search(counted)
    if bool(young) == bool(grown):
        return
    own, other = (_YOUNG, _GROWN) if young else (_GROWN, _YOUNG)
    for path, outcome in outcomes_of(aid):
        people = outcome.people.text if isinstance(outcome.people, Words) else ""
        found = other.search(people)
        if found and not own.search(people) and not outcome.fit:
            yield Finding(
                (*path, "people"),
                f"the aid counts {aid.people.many}, and these figures are of {found[0]}",
                "compare it with the source; if it is so, say in one sentence what that means: "
                f"'- Fit: The study was done in {found[0].lower()}.'",
                words=found[0],
            )


RULES: tuple[Rule, ...] = (group_mismatch, people_of_another_age)
