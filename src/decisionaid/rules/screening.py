"""Rules on tests and screening (DA971 to DA975): what a test finds, what happens next, and what it finds for nothing.

Layer 2. That the four cells share a denominator and add up is in ``arithmetic.py``; that a test says
when, in whom and how surely it was measured is asked with the outcomes.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.aid import Aid
from decisionaid.model.figure import TO_FIND_OUT, Counted, Frequency, NotFound, NotKnown
from decisionaid.model.outcome import Outcome
from decisionaid.model.sections import TestCell, TestResult, TestSection
from decisionaid.rules.rule import Rule, RuleContext, rule
from decisionaid.rules.walk import outcomes_of, sections_of
from decisionaid.text import Path

TABLE = "| | Has the condition | Does not have it |"
"""The first line of a test's table, for messages."""

NEXT_STEPS = {
    "positive": ("yes", "### If the test says yes {#yes .positive}"),
    "negative": ("no", "### If the test says no {#no .negative}"),
}
"""For each kind of result, what the test says, and the heading that an author may paste."""

OVERDIAGNOSIS = (
    "### Finding something that would never have caused harm {#overdiagnosis .overdiagnosis}"
)


def _tests_anybody(aid: Aid) -> bool:
    return aid.kind in ("test", "screening")


@rule(
    "DA971",
    "test-missing",
    Severity.ERROR,
    kind="presence",
    harm=Harm.LEAVES_OUT,
    why="nobody can weigh a test without knowing how often it is right and how often it is wrong",
    gap=True,
    unsafe=True,
)
def no_test(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """An aid on a test or on screening says what the test finds."""
    if _tests_anybody(aid) and not any(True for _found in sections_of(aid, TestSection)):
        option = next((each.id for each in aid.options if each.kind == "active"), "its-id")
        yield Finding(
            ("kind",),
            f"this aid is about {'screening' if aid.kind == 'screening' else 'a test'}, "
            "and no section says what the test finds",
            f"add '## What the test finds {{.test option={option}}}' with '- Time:', '- People:', "
            f"'- Certainty:', '- Source:' and the table that begins '{TABLE}'",
        )


@rule(
    "DA972",
    "test-option-missing",
    Severity.ERROR,
    kind="auto",
    harm=Harm.MISLEADS,
    why="figures that belong to no option cannot be weighed against the other options",
    gap=True,
    unsafe=True,
)
def optionless_test(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """A test says which option it is, and that is one with the test.

    Waiting, doing nothing and what was used in studies have none. Carrying on as now may have one
    where no other option can be meant.
    """
    named = {test.option for _path, test in sections_of(aid, TestSection)}
    active = [each.id for each in aid.options if each.kind == "active" and each.id not in named]
    for path, test in sections_of(aid, TestSection):
        option = aid.option(test.option) if test.option else None
        without = ("wait", "none", "comparator", *(["as-now"] if active else []))
        if option is not None and option.kind in without:
            yield Finding(
                (*path, "option"),
                f"'{test.heading}' names '{option.name}', which is the option without the test",
                f"name the option that has it: {{.test option={active[0] if active else 'its-id'}}}",
            )
        if test.option is None:
            known = [option.id for option in aid.options if option.kind == "active"]
            yield Finding(
                (*path, "option"),
                f"'{test.heading}' does not say which option is the test",
                f"write it into its brace: {{.test option={known[0] if known else 'its-id'}}}",
            )


@rule(
    "DA973",
    "test-result-missing",
    Severity.ERROR,
    kind="presence",
    harm=Harm.LEAVES_OUT,
    why="a result is the start of something: further tests, treatment, or false comfort; and what is "
    "found for nothing is the harm that people are told of least",
    basis="IPDASi v4, items 2.4.2 to 2.4.4",
    gap=True,
    unsafe=True,
)
def result_missing(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """Each test says once what follows yes and what follows no; one says what is found for nothing."""
    tests = list(sections_of(aid, TestSection))
    for path, test in tests:
        for kind, (word, heading) in NEXT_STEPS.items():
            found = [n for n, result in enumerate(test.results) if result.kind == kind]
            if not found:
                yield Finding(
                    path,
                    f"'{test.heading}' does not say what happens if the test says {word}",
                    f"add '{heading}' and the next steps below it",
                )
            for number in found[1:]:
                yield Finding(
                    (*path, "results", number),
                    f"'{test.heading}' says twice what happens if the test says {word}",
                    "put both into one",
                    also=((*path, "results", found[0]),),
                )
        for number, result in enumerate(test.results):
            yield from _empty((*path, "results", number), result)
    kinds = {result.kind for _path, test in tests for result in test.results}
    if tests and _tests_anybody(aid) and "overdiagnosis" not in kinds:
        yield Finding(
            tests[0][0],
            "nothing says what it means to find something that would never have caused harm",
            f"add '{OVERDIAGNOSIS}' with what then happens, and link the outcome that counts it: "
            "about=its-outcome; or say that it is not known how often this happens",
        )


def _empty(path: Path, result: TestResult) -> Iterator[Finding]:
    if not result.body:
        yield Finding(
            path,
            f"nothing is written under '{result.heading}'",
            "say in a few short sentences what happens next",
        )


@rule(
    "DA974",
    "test-cells",
    Severity.ERROR,
    kind="auto",
    harm=Harm.MISLEADS,
    why="true and false results can only be seen together: one cell alone hides the other",
    gap=True,
    unsafe=True,
)
def cells_of_test(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """A test has its table, one row at least has figures, and a row is known or not known as a whole."""
    for path, test in sections_of(aid, TestSection):
        if not test.cells:
            yield Finding(
                (*path, "cells"),
                f"'{test.heading}' has no table",
                f"add '{TABLE}', the line '|---|---|---|', and a line each for yes and for no: "
                "'| Test says yes | ... in 1000 | ... in 1000 |'",
            )
        elif all(isinstance(cell, TO_FIND_OUT) for cell in test.cells):
            yield Finding(
                (*path, "cells", 0),
                f"no cell of '{test.heading}' has a figure",
                "write the row that the source prints, or take the section out and say under "
                "'What nobody knows {.uncertain}' that nobody has counted this",
            )
        else:
            yield from _half_known(path, test)


def _half_known(path: Path, test: TestSection) -> Iterator[Finding]:
    for row in (0, 2):
        pair = test.cells[row : row + 2]
        unknown = [row + n for n, cell in enumerate(pair) if isinstance(cell, TO_FIND_OUT)]
        if len(unknown) != 1 or None in pair:
            continue
        known = 2 * row + 1 - unknown[0]
        yield Finding(
            (*path, "cells", unknown[0]),
            "one cell of this row is not known and the other has a figure",
            _fix(test, test.cells[unknown[0]]),
            also=((*path, "cells", known),),
        )


def _fix(test: TestSection, unknown: TestCell | None) -> str:
    """Give the missing figure where the other three leave only one, or both cells to write."""
    others = [each for each in test.cells if isinstance(each, Frequency | Counted)]
    if len(others) == 3 and len({each.of for each in others}) == 1:
        left = others[0].of - sum(Decimal(each.n) for each in others)
        word = "of" if isinstance(others[0], Counted) else "in"
        if left >= 0:
            return f"the other three leave {left}: write '{left:f} {word} {others[0].of}'"
    words = "not found" if isinstance(unknown, NotFound) else "not known"
    reason = unknown.reason if isinstance(unknown, NotKnown | NotFound) else "reason"
    return f"write the figure, or '{words}: {reason}' in both cells of the row"


@rule(
    "DA975",
    "test-contradicts-outcome",
    Severity.ERROR,
    kind="auto",
    harm=Harm.MISLEADS,
    why="two figures of one page that cannot both be true make all of them doubtful",
    unsafe=True,
)
def contradicting_outcome(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """No more people are found for nothing than the test finds with the condition, at the same time."""
    outcomes = {outcome.id: (path, outcome) for path, outcome in outcomes_of(aid)}
    for path, test in sections_of(aid, TestSection):
        for result in test.results:
            if result.kind != "overdiagnosis":
                continue
            for name in result.about:
                if name in outcomes:
                    yield from _contradicted(path, test, *outcomes[name])


def _contradicted(path: Path, test: TestSection, at: Path, outcome: Outcome) -> Iterator[Finding]:
    found = test.cells[0] if test.cells else None
    cell = outcome.cell(test.option or "")
    figure = outcome.figure(test.option)
    if cell is None or outcome.time != test.time:
        return  # what is found for nothing in twenty years may be more than in one round
    if not isinstance(found, Frequency | Counted) or not isinstance(figure, Frequency | Counted):
        return
    if Decimal(figure.n) * found.of > Decimal(found.n) * figure.of:
        yield Finding(
            (*at, "cells", outcome.cells.index(cell)),
            f"'{outcome.label}' counts {_words(figure)}, but the test finds the condition in only "
            f"{_words(found)} at the same time",
            "compare both with their sources; if the outcome was counted over another time, say so "
            "in its '- Time:'",
            also=((*path, "cells", 0),),
        )


def _words(figure: Frequency | Counted) -> str:
    return f"{figure.n} {'of' if isinstance(figure, Counted) else 'in'} {figure.of}"


RULES: tuple[Rule, ...] = (
    no_test,
    optionless_test,
    result_missing,
    cells_of_test,
    contradicting_outcome,
)
