"""FHIR that two independent validators take, and that holds what neither of them looks at."""

from __future__ import annotations

import itertools
import json
import re
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest
from fhir.resources.R4B.bundle import Bundle
from fhir.resources.R4B.questionnaire import Questionnaire

import hatch_build
from decisionaid.outside.fhir_parts import uuid_of
from decisionaid.outside.tables import table
from decisionaid.record.fhir import fhir_bundle
from decisionaid.record.fhir_questionnaire import AidDates, questionnaire
from tests.conftest import ROOT
from tests.model.test_record_golden import RECORDS
from tests.our_aids import SLUGS
from tests.record.five import FIVE, WORDS, record_of
from tests.record.made import random_records, words_of
from tests.record.odd_aid import ODD

LIBRARY: Final = ROOT / hatch_build.THEME / "node_modules" / "fhir"
AIDS: Final = (*SLUGS, ODD.id)
DATES: Final = AidDates(date(2026, 11, 20), date(2026, 11, 20), date(2029, 11, 20))
INSTANT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


@pytest.fixture(scope="module")
def asked() -> dict[str, dict[str, Any]]:
    """Return the Questionnaire of each aid."""
    return {slug: questionnaire(words_of(slug), DATES) for slug in AIDS}


@pytest.fixture(scope="module")
def said() -> list[dict[str, Any]]:
    """Return documents of records of all kinds."""
    known = [(record_of(name), WORDS) for name in FIVE]
    golden = [(record, None) for record in RECORDS.values()]
    return [fhir_bundle(*each) for each in (*known, *golden, *random_records(100))]


@pytest.mark.long
def test_the_structure_is_that_of_r4(
    asked: dict[str, dict[str, Any]], said: list[dict[str, Any]]
) -> None:
    for each in asked.values():
        Questionnaire.model_validate(each)
    for each in said:
        Bundle.model_validate(each)


def test_the_codes_are_those_that_r4_requires(
    asked: dict[str, dict[str, Any]], said: list[dict[str, Any]], tmp_path: Path
) -> None:
    assert faults([*asked.values(), *said], tmp_path) == []


def test_both_validators_find_what_is_planted(said: list[dict[str, Any]], tmp_path: Path) -> None:
    broken = json.loads(json.dumps(said[0]))
    broken["entry"][0]["resource"]["status"] = "live"
    assert faults([broken], tmp_path) != []
    broken["entry"][0]["resource"] |= {"status": "final", "unheard": 1}
    with pytest.raises(ValueError, match="unheard"):
        Bundle.model_validate(broken)


def faults(resources: list[dict[str, Any]], folder: Path) -> list[str]:
    """Ask the npm package about resources."""
    (folder / "fhir.json").write_text(json.dumps(resources), encoding="utf-8")
    program = Path(__file__).parent / "fhir-validity.mjs"
    command = [hatch_build.node(), program, LIBRARY, folder / "fhir.json"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return done.stdout.splitlines()


def walk(items: list[dict[str, Any]], above: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    for item in items:
        yield above, item
        yield from walk(item.get("item", []), item["linkId"])


def test_a_link_id_stands_once_in_a_questionnaire(asked: dict[str, dict[str, Any]]) -> None:
    for each in asked.values():
        links = [item["linkId"] for _, item in walk(each["item"])]
        assert len(links) == len(set(links))
        assert all(re.fullmatch(r"[a-z0-9_/-]+", link) for link in links)


def test_a_code_has_one_meaning_in_an_aid(asked: dict[str, dict[str, Any]]) -> None:
    for each in asked.values():
        meant: dict[tuple[str, str], str] = {}
        for _, item in walk(each["item"]):
            for option in item.get("answerOption", ()):
                coding = option["valueCoding"]
                key = (coding["system"], coding["code"])
                assert meant.setdefault(key, coding["display"]) == coding["display"]


@pytest.mark.long
def test_every_answer_is_one_that_the_aid_offers() -> None:
    """Where the words of the aid are known: each link, where it stands, and each code."""
    asked = {id(words): questionnaire(words, DATES) for words in (WORDS, *map(words_of, AIDS))}
    for record, words in (
        *((record_of(name), WORDS) for name in FIVE),
        *random_records(200),
    ):
        if words is None or words.source_sha256 != record.aid.source_sha256:
            continue
        known = {item["linkId"]: (above, item) for above, item in walk(asked[id(words)]["item"])}
        response = resource(fhir_bundle(record, words), "QuestionnaireResponse")
        for above, item in walk(response["item"]):
            place, question = known[item["linkId"]]
            assert place == above
            offered = [option["valueCoding"] for option in question.get("answerOption", ())]
            answers = item.get("answer", [])
            assert question.get("repeats") or len(answers) < 2
            for answer in answers:
                if "valueCoding" in answer:
                    assert answer["valueCoding"] in offered, item
                else:
                    assert question["type"] in ("string", "text")


def resource(bundle: dict[str, Any], kind: str) -> dict[str, Any]:
    (found,) = (e["resource"] for e in bundle["entry"] if e["resource"]["resourceType"] == kind)
    assert isinstance(found, dict)
    return found


def test_states_are_never_numbers_and_never_merged() -> None:
    record, words = next(
        (record, words)
        for record, words in random_records(60)
        if words and not record.kept_back and {v.state for v in record.values} >= {"unsure", "unanswered"}
    )  # fmt: skip
    response = resource(fhir_bundle(record, words), "QuestionnaireResponse")
    items = {item["linkId"]: item for _, item in walk(response["item"])}
    for answer in record.values:
        item = items[f"values/{answer.id}"]
        if answer.kind in ("ranking", "picks"):
            item = items.get(f"values/{answer.id}/state", item)
        if answer.state == "unanswered":
            assert item["extension"][0]["valueCode"] == "unanswered"
            assert "answer" not in item
        elif answer.state != "answered":
            assert item["answer"][0]["valueCoding"]["code"] == f"state/{answer.state}"
    assert "valueInteger" not in json.dumps(response)
    assert "valueDecimal" not in json.dumps(response)


def test_what_was_kept_back_is_not_unanswered() -> None:
    bundle = fhir_bundle(RECORDS["kept-back"], None)
    items = {i["linkId"]: i for _, i in walk(resource(bundle, "QuestionnaireResponse")["item"])}
    for part in RECORDS["kept-back"].kept_back:
        assert items[part]["extension"][0]["valueCode"] == table("fhir")["not_shared"]


def test_references_resolve_and_times_have_a_zone(said: list[dict[str, Any]]) -> None:
    for bundle in said:
        urls = [entry["fullUrl"] for entry in bundle["entry"]]
        assert bundle["entry"][0]["resource"]["resourceType"] == "Composition"
        assert len(set(urls)) == len(urls)
        for found in named(bundle, "reference"):
            assert found in urls
        for name in ("timestamp", "authored", "date", "recorded"):
            for found in named(bundle, name):
                assert INSTANT.fullmatch(str(found))


def named(data: object, name: str) -> Iterator[object]:
    """Yield every value of a field, wherever it stands."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key == name:
                yield value
            yield from named(value, name)
    elif isinstance(data, list):
        for each in data:
            yield from named(each, name)


def test_nothing_is_empty_and_nothing_claims_more_than_base_r4(said: list[dict[str, Any]]) -> None:
    for bundle in said:
        assert not any(value in ("", [], {}, None) for value in values_in(bundle))
        text = json.dumps(bundle)
        # No profile: `meta` has nothing but the label of what is made up, as the golden records of nobody's are.
        assert text.count('"meta"') == text.count('"HTEST"')
        assert '"profile"' not in text
        assert '"intent"' not in text
        assert '"status": "final"' not in text


def values_in(data: object) -> Iterator[object]:
    children = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    for each in children:
        yield each
        yield from values_in(each)


def test_the_narrative_is_text_and_nothing_else(said: list[dict[str, Any]]) -> None:
    for bundle in said:
        for div in named(bundle, "div"):
            tree = ET.fromstring(str(div))  # noqa: S314 - our own text
            tags = {each.tag.rpartition("}")[2] for each in tree.iter()}
            assert tags == {"div", "p"}


def test_each_save_is_another_document_and_the_same_save_the_same() -> None:
    record = record_of("typical")
    again = record.model_copy(update={"rev": record.rev + 1})
    names = ("Bundle", "Composition", "QuestionnaireResponse", "Provenance")
    ids = [uuid_of(each, name) for each, name in itertools.product((record, again), names)]
    assert len(set(ids)) == len(ids)
    assert uuid_of(record, "Bundle") == ids[0]
    four = "[0-9a-f]{4}"
    form = re.compile(f"{four}{four}-{four}-8[0-9a-f]{{3}}-a[0-9a-f]{{3}}-{four}{four}{four}")
    assert all(form.fullmatch(each) for each in ids)
