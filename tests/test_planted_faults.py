"""Every planted fault is named at its line and column; ``python -m tests.planted_faults`` shows the table."""

from __future__ import annotations

import pytest

from tests.planted_faults import (
    FAULTS,
    NAMES,
    Fault,
    Planted,
    aids,
    findings,
    planted,
    what_is_wrong,
)

pytestmark = pytest.mark.long  # many seconds in all; `make check` is for every commit

BRINGING = [fault for fault in FAULTS if fault.brings]


def name_of(fault: Fault) -> str:
    return f"{fault.part}: {fault.what}"


@pytest.mark.parametrize("aid", NAMES)
def test_nothing_at_all_is_found_in_an_aid_without_a_planted_fault(aid: str) -> None:
    assert findings(aid, aids()[aid]) == []


def places_for(fault: Fault, many: int | None = None) -> list[Planted]:
    """Plant a fault in each aid that has a place for it, or in so many of them by turns."""
    found = [each for aid, text in aids().items() if (each := planted(fault, aid, text))]
    begin = FAULTS.index(fault) % max(len(found), 1)
    return [*found[begin:], *found[:begin]][:many]


@pytest.mark.parametrize("many", [1, pytest.param(None, marks=pytest.mark.soak)])
@pytest.mark.parametrize("fault", FAULTS, ids=name_of)
def test_a_planted_fault_is_named_at_its_line_and_column_and_nothing_else_is(
    fault: Fault, many: int | None
) -> None:
    """In one aid in `make test`, by turns; in each of them in `make soak`."""
    found = places_for(fault, many)
    assert found, "no aid has a place for it"
    wrong = {each.aid: what_is_wrong(each) for each in found}
    assert wrong == dict.fromkeys(wrong)


@pytest.mark.parametrize("fault", BRINGING, ids=name_of)
def test_what_a_fault_is_said_to_bring_with_it_comes_in_some_aid(fault: Fault) -> None:
    missed = set(fault.brings)
    for each in places_for(fault):
        missed -= {code for code, _line, _column in findings(each.aid, each.text)}
        if not missed:
            break
    assert missed == set()


def test_most_faults_bring_nothing_with_them() -> None:
    assert len(BRINGING) < len(FAULTS) / 3


def test_there_are_more_than_a_hundred_different_faults_of_many_codes() -> None:
    assert len({name_of(fault) for fault in FAULTS}) == len(FAULTS) > 150
    assert len({fault.code for fault in FAULTS}) > 35
