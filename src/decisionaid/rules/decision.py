"""Rules on the decision and its options (DA101 to DA107, DA110, DA112): what is decided, by whom, between what.

Layer 2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.aid import Aid
from decisionaid.model.sections import ConditionSection, OptionsSection, RedFlagsSection
from decisionaid.model.waiver import waiver_line
from decisionaid.rules.rule import Rule, RuleContext, rule
from decisionaid.rules.walk import (
    NOTHING_NEW,
    lacks_natural_course,
    offered_of,
    options_with_paths,
    sections_of,
)

_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+\S")


@rule(
    "DA101",
    "condition-missing",
    Severity.ERROR,
    kind="presence",
    harm=Harm.LEAVES_OUT,
    why="a reader first has to see that this is about their own health problem",
    basis="IPDASi v4, item 1.1.1",
    gap=True,
)
def condition_missing(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """The head names the condition, and one section says what it is."""
    if aid.condition is None:
        yield Finding(
            ("condition",),
            "the head does not name the condition",
            "add to the head: condition: {name: Medical name, plain: the plain name}",
        )
    sections = list(sections_of(aid, ConditionSection))
    if not sections:
        yield Finding(
            ("title",),
            "no section says what the condition is",
            "add a section: '## What is it? {.condition}' with a few short sentences",
        )
    for path, section in sections:
        if not section.body:
            yield Finding(
                path,
                f"nothing is written under '{section.heading}'",
                "say in a few short sentences what the condition is and what it is like",
            )


@rule(
    "DA102",
    "decision-question",
    Severity.ERROR,
    kind="presence",
    harm=Harm.LEAVES_OUT,
    why="people often do not notice that there is a decision to make unless it is put as a question",
    basis="IPDASi v4, item 1.1.2",
    gap=True,
)
def decision_question(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """The decision is one sentence that ends in a question mark."""
    question = (aid.question or "").strip()
    if not question:
        yield Finding(
            ("question",),
            "the head does not say what is to be decided",
            'add to the head: question: "Shall I have ... or ...?"',
        )
    elif not question.endswith(("?", "？", "؟", "\u037e")):
        yield Finding(
            ("question",),
            f"the decision is not a question: '{question}'",
            f'end it in a question mark: question: "{question.rstrip(".!")}?"',
        )
    elif _SENTENCE_END.search(question):
        yield Finding(
            ("question",),
            f"the decision is more than one sentence: '{question}'",
            "keep the one sentence that is the question; the rest belongs under the title",
        )


@rule(
    "DA103",
    "who-it-is-for",
    Severity.ERROR,
    kind="auto",
    harm=Harm.LEAVES_OUT,
    why="figures from other people can mislead, so a reader must see at once whether they are meant",
    gap=True,
)
def who_it_is_for(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """The head says who the aid is for, who it is not for, and what the people counted are called."""
    if not aid.who_for:
        yield Finding(
            ("who_for",),
            "the head does not say who the aid is for",
            "add to the head: for: Adults with ...",
        )
    if not aid.not_for:
        yield Finding(
            ("not_for",),
            "the head does not say who the aid is not for",
            "add to the head: not-for: People who ...",
        )
    if aid.people is None:
        yield Finding(
            ("people",),
            "the head does not say what the people counted are called",
            "add to the head: people: {one: person, many: people}",
        )


@rule(
    "DA104",
    "too-few-options",
    Severity.ERROR,
    kind="auto",
    harm=Harm.LEAVES_OUT,
    why="with fewer than two options that are both described there is nothing to decide",
    basis="IPDASi v4, item 1.1.3",
    gap=True,
)
def too_few_options(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """At least two options are offered, and each says what it is."""
    sections = list(sections_of(aid, OptionsSection))
    path = sections[0][0] if sections else ("title",)
    offered = [option for option in aid.options if option.offered]
    if len(offered) < 2:
        found = f"only '{offered[0].name}' is offered" if offered else "no option is offered"
        yield Finding(
            path,
            f"{found}, and a decision needs at least two",
            "add options under '## Your options {.options}': '### Name of the option {#its-id}'",
        )
    for path, option in options_with_paths(aid):
        if not option.body:
            yield Finding(
                path,
                f"the option '{option.name}' does not say what it is",
                "write one or two lines under its heading: what happens, and who does it",
            )


@rule(
    "DA105",
    "no-way-to-do-nothing-new",
    Severity.ERROR,
    kind="auto",
    harm=Harm.LEANS,
    why="doing nothing new is always possible, and leaving it out pushes people towards treatment",
    basis="IPDASi v4, item 1.1.3",
    gap=True,
)
def no_way_to_do_nothing_new(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """One offered option is to carry on as now, to wait, or to have none of it."""
    offered = list(offered_of(aid))
    if offered and not any(option.kind in NOTHING_NEW for _path, option in offered):
        yield Finding(
            offered[0][0][:2],
            "no option is to do nothing new",
            "mark the one that is with {.as-now}, {.wait} or {.none}, or add it: "
            "'### Carry on as now {#as-now .as-now}'",
        )


@rule(
    "DA106",
    "natural-course-missing",
    Severity.ERROR,
    kind="presence",
    harm=Harm.LEAVES_OUT,
    why="nobody can weigh a treatment without knowing what happens without it, "
    "even if the answer is that it is not known",
    gap=True,
)
def natural_course_missing(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """For each option of doing nothing new, some outcome has a figure or an honest unknown."""
    for path, option in offered_of(aid):
        if lacks_natural_course(aid, option):
            yield Finding(
                path,
                f"no outcome says what happens with the option '{option.name}'",
                f"give a figure in an outcome: '| {option.id} | ... in 100 |', "
                f"or say why there is none: '| {option.id} | not known: nobody measured it |'",
            )


@rule(
    "DA107",
    "options-left-out",
    Severity.WARNING,
    kind="assist",
    harm=Harm.LEAVES_OUT,
    why="an option that is left out in silence cannot be asked about, and leaving out is a way to steer",
    basis="NICE standards framework for shared-decision-making support tools 2021, essential content",
)
def options_left_out(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """What is not offered says on whose word; a published aid says what else was considered.

    If every reasonable option is there is for somebody who knows the guideline: with a waiver
    they say that there was nothing to leave out.
    """
    left_out = [(path, option) for path, option in options_with_paths(aid) if option.not_offered]
    for path, option in left_out:
        if option.not_offered and not option.not_offered.sources:
            yield Finding(
                path,
                f"'{option.name}' is not offered, and nothing says on whose word",
                "name the guideline or study behind the reason, by its id below 'sources:': "
                f"'- Not offered: {option.not_offered.reason} {{source=its-id}}'",
            )
    sections = list(sections_of(aid, OptionsSection))
    if aid.status == "published" and sections and not left_out:
        yield Finding(
            sections[0][0],
            "the aid does not say which options were considered and left out",
            "compare the list with a guideline and add what it has beyond: '### Name {#its-id "
            ".not-offered}' with '- Not offered: reason {source=its-id}'; if there is nothing, say so "
            "in the head below 'waivers:': "
            + waiver_line("DA107", "compared with guideline ..., nothing left out"),
        )


@rule(
    "DA110",
    "kind-missing",
    Severity.ERROR,
    kind="auto",
    harm=Harm.LEAVES_OUT,
    why="treatments, tests, screening and care need different things on the page",
    gap=True,
)
def kind_missing(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """The head says what kind of decision it is."""
    if aid.kind is None:
        yield Finding(
            ("kind",),
            "the head does not say what kind of decision this is",
            "add to the head: kind: treatment (or test, screening, care)",
        )


@rule(
    "DA112",
    "warning-signs-missing",
    Severity.ERROR,
    kind="presence",
    harm=Harm.LEAVES_OUT,
    why="somebody who needs help today must not spend the evening reading about options",
    gap=True,
)
def warning_signs_missing(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """A section lists the signs that need help now or soon, or says why there are none."""
    sections = list(sections_of(aid, RedFlagsSection))
    if not sections:
        yield Finding(
            ("title",),
            "no section says when to get help",
            "add '## If you need help now {.red-flags when=now}' with what to do and a list of "
            "signs, or with 'not applicable: reason' alone",
        )
    for path, section in sections:
        if not section.flags and section.not_applicable is None:
            yield Finding(
                path,
                f"'{section.heading}' lists no signs",
                "add a list: '- You have ... {#its-id}', or write only 'not applicable: reason'",
            )


RULES: tuple[Rule, ...] = (
    condition_missing,
    decision_question,
    who_it_is_for,
    too_few_options,
    no_way_to_do_nothing_new,
    natural_course_missing,
    options_left_out,
    kind_missing,
    warning_signs_missing,
)
