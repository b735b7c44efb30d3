"""What a person kept back is in no form of their record, even where a file says it and holds it all the same."""

import json
from collections.abc import Callable
from typing import Any, get_args

import pytest

from decisionaid.model.record import PartName, Record, is_told_by
from decisionaid.record.fhir import fhir_text
from decisionaid.record.prsb import prsb_text
from decisionaid.record.recovered import Recovered, recovered
from decisionaid.record.text_form import record_text
from decisionaid.record.written import written_today
from tests.model.test_record_golden import sealed
from tests.record.five import WORDS, record_of

FULLEST = record_of("fullest").model_dump(mode="json")
EMPTY = {name: Record.model_fields[name].get_default() for name in get_args(PartName)}
FORMS: dict[str, Callable[[Record], str]] = {
    "short": lambda record: record_text(record, WORDS, "short"),
    "long": lambda record: record_text(record, WORDS, "long"),
    "fhir": lambda record: fhir_text(record, WORDS),
    "prsb": lambda record: prsb_text(record, WORDS),
}


def read(data: dict[str, Any]) -> Recovered:
    found = recovered(json.dumps(data, default=lambda part: part.model_dump(mode="json")))
    assert isinstance(found, Recovered)
    return found


def kept_back(name: str) -> Record:
    """Return the fullest record as a page hands it over when this part is kept back."""
    words = {place: each for place, each in FULLEST["words"].items() if place.split("/")[0] != name}
    noted = [each for each in FULLEST["noted"] if not is_told_by([name], each["kind"])]
    changes = {"kept_back": [name], name: EMPTY[name], "words": words, "noted": noted}
    return sealed(
        Record.model_validate_json(
            json.dumps(FULLEST | changes, default=lambda part: part.model_dump(mode="json"))
        )
    )


@pytest.mark.parametrize("name", get_args(PartName))
def test_a_file_that_holds_what_it_keeps_back_says_no_more_than_one_that_does_not(
    name: str,
) -> None:
    found = read(FULLEST | {"kept_back": [name]})
    clean = kept_back(name)
    resealed = found.record.model_copy(update={"crc32": clean.crc32})
    for each, made in FORMS.items():
        assert made(resealed) == made(clean), each
    left = json.loads(written_today(found)) | {"crc32": clean.crc32}
    assert left == clean.model_dump(mode="json")


@pytest.mark.parametrize("name", get_args(PartName))
@pytest.mark.parametrize("form", ["long", "fhir", "prsb"])
def test_not_shared_is_never_read_as_not_answered(name: str, form: str) -> None:
    kept = kept_back(name)
    unanswered = sealed(kept.model_copy(update={"kept_back": ()}))
    assert FORMS[form](kept).replace(kept.crc32, "") != FORMS[form](unanswered).replace(
        unanswered.crc32, ""
    )


def test_a_quoted_concern_that_is_kept_back_is_in_no_form() -> None:
    (mine, *_) = (each["text"] for each in FULLEST["own_concerns"])
    noted = [{"kind": kind, "text": f"You said: “{mine}”."} for kind in ("alike", "order")]
    told = read(FULLEST | {"noted": noted})
    assert all(mine in form(told.record) for name, form in FORMS.items() if name != "short")
    both: tuple[list[Any], ...] = (list(FULLEST["own_concerns"]), [])
    for held in both:
        kept = read(
            FULLEST | {"noted": noted[:1], "own_concerns": held} | {"kept_back": ["own_concerns"]}
        )
        assert kept.record.noted == ()
        assert [name for name, form in FORMS.items() if mine in form(kept.record)] == []
    kept = read(FULLEST | {"noted": noted, "kept_back": ["own_concerns"]})
    assert [name for name, form in FORMS.items() if mine in form(kept.record)] == []


STATES = ("unanswered", "unsure", "not_applicable", "prefer_not_to_say")


@pytest.mark.parametrize("part", ["values", "knowledge", "own_concerns", "readiness", "leaning"])
@pytest.mark.parametrize("form", ["fhir", "long"])
def test_each_state_without_an_answer_is_said_as_itself(part: str, form: str) -> None:
    said = {}
    for state in STATES:
        data = json.loads(json.dumps(FULLEST))
        answer = data[part] if part == "leaning" else data[part][0]
        value = {
            "leaning": "option",
            "knowledge": "answer",
            "own_concerns": "value",
            "readiness": "yes",
        }.get(part)
        name = value or next(
            each for each in ("value", "order", "chosen", "blocks") if each in answer
        )
        answer |= {"state": state, name: [] if isinstance(answer[name], list) else None}
        record = sealed(Record.model_validate_json(json.dumps(data | {"noted": []})))
        said[state] = FORMS[form](record).replace(record.crc32, "")
    assert len(set(said.values())) == len(STATES)
