"""An answer has a value when it was answered, and only then; `tests/runtime` reads the same cases."""

import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from decisionaid.model.record import Record
from tests.model.test_record_golden import MUCH_SAID, sealed

CASES: list[dict[str, Any]] = json.loads(
    Path(__file__).with_name("states.json").read_text(encoding="utf-8")
)
ASKED = {"id": "example-question", "wording": "0" * 16}


def spoken(case: dict[str, Any]) -> str:
    """Return a record as JSON in which one answer is that of the case."""
    record = sealed(MUCH_SAID).model_dump(mode="json")
    for name in ("stratum", "leaning"):
        if name in case:
            record[name] = case[name]
    for name in ("values", "knowledge", "readiness"):
        if name in case:
            record[name] = [({} if name == "readiness" else ASKED) | case[name]]
    return json.dumps(record)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["says"])
def test_a_state_never_contradicts_its_value(case: dict[str, Any]) -> None:
    if case["sound"]:
        Record.model_validate_json(spoken(case))
        return
    with pytest.raises(ValidationError, match="the state is '"):
        Record.model_validate_json(spoken(case))


MUCH = json.loads(sealed(MUCH_SAID).model_dump_json())
REFUSED = {
    "a record that does not say its format": {k: v for k, v in MUCH.items() if k != "format"},
    "an item twice in an order": MUCH
    | {"values": [ASKED | {"kind": "ranking", "state": "answered", "order": ["work", "work"]}]},
    "a question answered twice": MUCH | {"values": [ASKED | {"kind": "importance"}] * 2},
    "a fact judged twice": MUCH | {"knowledge": [ASKED] * 2},
    "a part that is kept back and there": MUCH | {"kept_back": ["what_matters"]},
    "a part that is kept back and was asked for": MUCH
    | {"kept_back": ["readiness"], "readiness": [{"id": "sure"}]},
    "a part that is kept back and told of": MUCH
    | {"kept_back": ["leaning"], "leaning": {"state": "unanswered"}},
    "a part that is kept back twice": MUCH | {"kept_back": ["ideas"] * 2, "ideas": []},
    "what nobody can keep back": MUCH | {"kept_back": ["aid"]},
    "a label of what is no place": MUCH | {"words": {"wait": "Wait and see"}},
}


@pytest.mark.parametrize("says", REFUSED)
def test_the_model_refuses_what_the_browser_leaves_out(says: str) -> None:
    Record.model_validate_json(json.dumps(MUCH))
    with pytest.raises(ValidationError):
        Record.model_validate_json(json.dumps(REFUSED[says]))
