"""Every planted fault is named at its line and column; ``python -m tests.planted_faults`` shows the table."""

from __future__ import annotations

from functools import cache

import pytest

from decisionaid.compiler import Compiled
from tests.planted_faults import FAULTS, Fault, aids, compiled, has_errors, planted, what_is_wrong


@cache
def clean(aid: str) -> Compiled:
    """Return an aid as it is."""
    return compiled(aid, aids()[aid])


def name_of(fault: Fault) -> str:
    return f"{fault.part}: {fault.what}"


@pytest.mark.parametrize("fault", FAULTS, ids=name_of)
def test_a_planted_fault_is_named_at_its_line_and_column(fault: Fault) -> None:
    found = [each for aid, text in aids().items() if (each := planted(fault, aid, text))]
    assert found, "no aid has a place for it"
    wrong = {each.aid: what_is_wrong(each, clean(each.aid)) for each in found}
    assert wrong == dict.fromkeys(wrong)


@pytest.mark.parametrize("aid", aids())
def test_an_aid_without_a_planted_fault_has_no_error(aid: str) -> None:
    assert not has_errors(clean(aid))


def test_there_are_more_than_a_hundred_different_faults_of_many_codes() -> None:
    assert len({name_of(fault) for fault in FAULTS}) == len(FAULTS) > 120
    assert len({fault.code for fault in FAULTS}) > 35
