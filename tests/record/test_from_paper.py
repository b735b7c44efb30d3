"""A record from paper, and a helper's own: what the first layout of a token has no place for.

``python -m tests.record.test_from_paper`` writes them into ``tests/golden/records/paper.json`` with their tokens, which
both languages read. They stay as they are: it is for a new layout alone.
"""

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from decisionaid.model.canonical import record_checksum
from decisionaid.model.record import Record
from decisionaid.model.words import AidWords
from decisionaid.outside.base41 import from_base41
from decisionaid.record.from_paper import unclear_in
from decisionaid.record.labels import labels_of
from decisionaid.record.recovered import Recovered, recovered
from decisionaid.record.said import unclear_places
from decisionaid.record.text_form import record_text
from decisionaid.record.token import TokenFault, TokenRead, record_in_token, token_of
from tests.record.made import put_on_paper
from tests.record.odd_aid import ODD

PATH: Final = Path(__file__).parents[1] / "golden/records/paper.json"
KEPT: Final = json.loads(PATH.read_text("utf-8")) if PATH.exists() else {"words": {}, "cases": []}


def made(words: AidWords, kept: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield records with every kind of answer as they would be from paper, or a helper's own."""
    for seed, case in enumerate(kept):
        record = json.loads(json.dumps(case["record"]))
        given = random.Random(seed)  # noqa: S311 - the same each time
        if seed % 3 == 2:
            record["kept_back"] = [each for each in record["kept_back"] if each != "filled_in_by"]
            record["filled_in_by"] = {"role": "helper", "helper": "my son", "view": ""}
        else:
            put_on_paper(given, record, words)
            for text in ("words", "written"):
                record["paper"][text] = given.choice(
                    ("", {"words": "Ana", "written": "2026-11-02"}[text])
                )
        # What is said of a fact at all has its label.
        record["words"] = labels_of(record, words)
        yield record | {"crc32": record_checksum(record)}


@pytest.mark.parametrize("case", KEPT["cases"])
def test_what_was_written_once_is_read_as_it_was(case: dict[str, Any]) -> None:
    words = AidWords.model_validate_json(json.dumps(KEPT["words"]))
    found = record_in_token(case["token"], lambda _aid, _hash: words)
    assert isinstance(found, TokenRead)
    assert found.record.model_dump(mode="json") == case["record"]
    again = record_in_token(token_of(found.record, words), lambda _aid, _hash: words)
    assert again == found
    payload = from_base41(case["token"][1:])
    assert payload is not None
    assert payload[0] == 2
    lost = record_in_token(case["token"], lambda _aid, _hash: None)
    assert isinstance(lost, TokenFault)
    # Of who typed it in nothing stands among what the person wrote, nor the day.
    paper = case["record"].get("paper", {"words": "", "written": ""})
    assert not {paper["words"], paper["written"]} - {""} & {*lost.own}


def test_there_are_many_of_both() -> None:
    records = [case["record"] for case in KEPT["cases"]]
    assert len(records) >= 30
    assert sum("paper" in each for each in records) >= 10
    assert sum(each["filled_in_by"]["role"] == "helper" for each in records) >= 10


def paper_record(**more: Any) -> Record:
    data: dict[str, Any] = {
        "format": "decisionaid.record/1", "id": "ab" * 16, "created": "2026-12-03T08:00:00Z",
        "updated": "2026-12-03T08:00:00Z", "day": "2026-12-03", "crc32": "0" * 8,
        "aid": {"id": "example", "version": "1", "source_sha256": "0" * 16, "title": "Example", "language": "en-GB"},
    }  # fmt: skip
    data |= more
    return Record.model_validate_json(json.dumps(data | {"crc32": record_checksum(data)}))


def test_a_record_from_the_screen_does_not_name_paper() -> None:
    """So its bytes and its check number are what they were before there was paper."""
    assert "paper" not in paper_record().model_dump(mode="json")
    assert "paper" not in json.loads(paper_record().model_dump_json())


@pytest.mark.parametrize("state", ["unreadable", "crossed_out"])
def test_what_nobody_could_read_is_no_number_and_is_not_unanswered(state: str) -> None:
    answer = {"kind": "importance", "id": "less-pain", "wording": "0" * 16, "state": state}
    paper = {"typed_by": "receptionist", "unclear": [{"place": "what_matters", "state": state}]}
    record = paper_record(values=[answer], paper=paper)
    assert list(unclear_in(record, state)) == ["values/less-pain", "what_matters"]
    text = record_text(record, None, "long")
    assert "From paper, typed in by reception" in text
    assert "Not answered" not in text
    with pytest.raises(ValueError, match="state"):
        paper_record(values=[answer | {"value": 7}], paper=paper)
    data = record.model_dump(mode="json")
    data["values"][0]["value"] = 7
    data["crc32"] = record_checksum(data)
    found = recovered(json.dumps(data))
    assert isinstance(found, Recovered)
    assert (found.record.values, found.left) == ((), ("values/less-pain",))


def test_places_of_a_form_are_places_of_the_model() -> None:
    unclear = [{"place": each, "state": "unreadable"} for each in unclear_places(ODD)]
    assert len(unclear) <= 120
    record = paper_record(paper={"unclear": unclear})
    assert record.paper is not None
    assert len(record.paper.unclear) == len(unclear)


if __name__ == "__main__":
    every = json.loads((PATH.parent / "every-kind.json").read_text("utf-8"))
    all_words = AidWords.model_validate_json(json.dumps(every["words"]))
    cases = [
        {"record": each, "token": token_of(Record.model_validate_json(json.dumps(each)), all_words)}
        for each in made(all_words, every["cases"])
    ]
    text = json.dumps({"words": every["words"], "cases": cases}, ensure_ascii=False, indent=1)
    PATH.write_text(f"{text}\n", "utf-8")
