"""A record of an earlier format is brought to that of today; one of a newer format is newer, and no more.

There is one format so far: the others here are made up, and `tests/runtime` makes up the same.
"""

import copy
import json
from typing import Any

import pytest

from decisionaid.model.canonical import record_checksum
from decisionaid.record.migrated import NOW, STEPS, migrated
from decisionaid.record.recovered import Recovered, recovered
from tests.record.five import FIVE, data_of, record_of


def _second(data: dict[str, Any]) -> dict[str, Any]:
    return {**data, "format": "decisionaid.record/2", "own": data["what_matters"]}


def _third(data: dict[str, Any]) -> dict[str, Any]:
    return {**data, "format": "decisionaid.record/3", "own": [data["own"]]}


MADE_UP = {1: _second, 2: _third}


@pytest.mark.parametrize("name", FIVE)
def test_what_a_page_wrote_in_this_format_is_read_as_it_was_written(name: str) -> None:
    data = data_of(name)
    assert record_checksum(data) == data["crc32"]
    assert migrated(copy.deepcopy(data)) == data
    assert recovered(json.dumps(data)) == Recovered(record_of(name), (), is_altered=False)


def test_there_is_a_step_from_each_format_to_the_next() -> None:
    assert set(STEPS) == set(range(1, NOW))


def test_steps_are_taken_one_after_the_other_and_leave_what_they_are_given() -> None:
    data = data_of("typical")
    before = copy.deepcopy(data)
    made = migrated(data, MADE_UP, 3)
    assert isinstance(made, dict)
    assert (made["format"], made["own"]) == ("decisionaid.record/3", [data["what_matters"]])
    assert data == before
    later = migrated(_second(data), MADE_UP, 3)
    assert later == made


@pytest.mark.parametrize("number", [2, 3, 10, 999_999_999])
def test_a_newer_format_is_newer_whatever_else_it_holds(number: int) -> None:
    data = {"format": f"decisionaid.record/{number}", "values": {"by": "another rule"}}
    assert migrated(data) == "newer"
    assert recovered(json.dumps(data)) == "newer"


@pytest.mark.parametrize(
    "data",
    [
        None, 7, "x", [], {}, {"format": 1}, {"format": "decisionaid.record/0"},
        {"format": "decisionaid.record/01"}, {"format": "decisionaid.record/1 "},
        {"format": "decisionaid.record/\u0967"}, {"format": "decisionaid.record/1234567890"},
        {"format": "decisionaid.plan/1"},
    ],
)  # fmt: skip
def test_what_has_no_format_of_ours_is_not_ours(data: object) -> None:
    assert migrated(data) == "not_ours"
