"""An aid on a test is refused without its four cells, its next steps and what is found for nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from decisionaid.model.aid import Aid
from decisionaid.model.figure import Counted, NotKnown
from decisionaid.model.outcome import Certainty, Cited, Outcome, TimePoint, Words
from decisionaid.model.sections import OptionsSection
from decisionaid.model.sections import TestCell as CellOfTest
from decisionaid.model.sections import TestResult as ResultOfTest
from decisionaid.model.sections import TestSection as SectionOfTest
from tests.rules.example_aid import (
    SICK,
    codes,
    example_aid,
    found,
    frequency,
    outcome,
    prose,
    sections,
)

UNKNOWN = NotKnown(reason="not printed")
CELLS: tuple[CellOfTest, ...] = tuple(frequency(n, 1000) for n in (8, 70, 2, 920))
YES = ResultOfTest(id="yes", kind="positive", heading="If yes", body=prose("More tests."))
NO = ResultOfTest(id="no", kind="negative", heading="If no", body=prose("Nothing more."))
OVER = ResultOfTest(
    id="over",
    kind="overdiagnosis",
    heading="For nothing",
    about=("extra",),
    body=prose("Some are."),
)
ONE_YEAR = TimePoint(low=Decimal(12), unit="months")


def aid_on_test(*outcomes: Outcome, kind: str = "screening", **changes: object) -> Aid:
    """Return an aid on a test without faults; with fields of its test changed."""
    test = SectionOfTest.model_validate(
        {
            "heading": "What the test finds",
            "option": "treatment",
            "time": ONE_YEAR,
            "people": Words(text="Adults"),
            "sources": Cited(ids=("example-2024",)),
            "certainty": Certainty(level="high"),
            "cells": CELLS,
            "results": (YES, NO, OVER),
        }
        | changes
    )
    return example_aid(kind=kind, sections=(*sections(*(outcomes or (SICK,))), test))


def told(aid: Aid, number: str) -> list[str]:
    return [f"{each.message}: {each.help}" for each in found(aid, number)]


def test_a_whole_aid_on_a_test_has_no_fault() -> None:
    for kind in ("test", "screening"):
        assert codes(aid_on_test(kind=kind)) == codes(example_aid(SICK))


@pytest.mark.parametrize("kind", ["test", "screening"])
def test_an_aid_on_a_test_says_what_it_finds(kind: str) -> None:
    (finding,) = found(example_aid(kind=kind), "DA971")
    assert finding.path == ("kind",)
    assert "{.test option=treatment}" in finding.help


@pytest.mark.parametrize("kind", ["treatment", "care"])
def test_other_aids_need_no_test(kind: str) -> None:
    assert found(example_aid(kind=kind), "DA971") == []


def test_a_test_names_its_option() -> None:
    (finding,) = found(aid_on_test(option=None), "DA972")
    assert finding.path[-1] == "option"
    assert "option=treatment" in finding.help


@pytest.mark.parametrize("kind", ["as-now", "wait", "none"])
def test_a_test_is_not_the_option_without_it(kind: str) -> None:
    aid = aid_on_test(option="as-now")
    parts = [
        section.model_copy(
            update={
                "options": tuple(
                    each.model_copy(update={"kind": kind}) if each.id == "as-now" else each
                    for each in section.options
                )
            }
        )
        if isinstance(section, OptionsSection)
        else section
        for section in aid.sections
    ]
    (finding,) = found(aid.model_copy(update={"sections": tuple(parts)}), "DA972")
    assert "the option without the test" in finding.message
    assert "option=treatment" in finding.help


def test_a_test_that_people_have_now_may_be_what_carrying_on_is() -> None:
    now = aid_on_test(option="as-now")
    own = aid_on_test()
    (test,) = own.of(SectionOfTest)
    both = now.model_copy(update={"sections": (*now.sections, test)})
    assert found(both, "DA972") == []


def test_next_steps_are_written_once_for_each_result() -> None:
    assert "says no" in told(aid_on_test(results=(YES, OVER)), "DA973")[0]
    assert "says yes" in told(aid_on_test(results=(NO, OVER)), "DA973")[0]
    twice = YES.model_copy(update={"id": "again"})
    (finding,) = found(aid_on_test(results=(YES, NO, twice, OVER)), "DA973")
    assert "twice" in finding.message
    assert [each[-1] for each in (finding.path, *finding.also)] == [2, 0]


def test_a_result_without_words_is_refused_at_its_place() -> None:
    empty = NO.model_copy(update={"body": ()})
    (finding,) = found(aid_on_test(results=(YES, empty, OVER)), "DA973")
    assert finding.path[-2:] == ("results", 1)


def test_what_is_found_for_nothing_is_said_in_every_aid_on_a_test() -> None:
    assert ".overdiagnosis" in told(aid_on_test(results=(YES, NO)), "DA973")[0]
    assert found(aid_on_test(kind="treatment", results=(YES, NO)), "DA973") == []


@pytest.mark.parametrize(
    ("cells", "fix"),
    [
        ((frequency(8, 1000), frequency(70, 1000), UNKNOWN, frequency(920, 1000)), "'2 in 1000'"),
        ((Counted(n=8, of=90), Counted(n=7, of=90), UNKNOWN, Counted(n=70, of=90)), "'5 of 90'"),
        (
            (UNKNOWN, frequency(70, 1000), UNKNOWN, UNKNOWN),
            "'not known: not printed' in both cells",
        ),
    ],
)
def test_a_row_is_known_or_not_known_as_a_whole(cells: tuple[CellOfTest, ...], fix: str) -> None:
    (words,) = told(aid_on_test(cells=cells), "DA974")
    assert fix in words


def test_a_row_that_nobody_counted_is_allowed() -> None:
    for cells in ((*CELLS[:2], UNKNOWN, UNKNOWN), (UNKNOWN, UNKNOWN, *CELLS[2:])):
        assert found(aid_on_test(cells=cells), "DA974") == []


def test_a_test_has_a_table_and_a_figure_in_it() -> None:
    assert "has no table" in told(aid_on_test(cells=()), "DA974")[0]
    assert "has a figure" in told(aid_on_test(cells=(UNKNOWN,) * 4), "DA974")[0]


@pytest.mark.parametrize(
    ("amount", "time", "faults"),
    [
        (9, ONE_YEAR, 1),
        (8, ONE_YEAR, 0),
        (9, TimePoint(low=Decimal(20), unit="years"), 0),
    ],
)
def test_no_more_are_found_for_nothing_than_are_found(
    amount: int, time: TimePoint, faults: int
) -> None:
    cells = {"as-now": frequency(0, 1000), "treatment": frequency(amount, 1000)}
    aid = aid_on_test(SICK, outcome("extra", cells, time=time))
    findings = found(aid, "DA975")
    assert len(findings) == faults
    assert [each.path[-2:] for each in findings] == [("cells", 1)] * faults
