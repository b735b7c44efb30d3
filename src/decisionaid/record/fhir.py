"""A record as a FHIR R4 document, the same bytes as ``handover/fhir.ts`` writes.

Layer 2. Base resources only, and no codes but ours. It says what one person stated. It orders nothing,
agrees nothing, and names nobody.
"""

from __future__ import annotations

from collections.abc import Sequence

from decisionaid.model.canonical import canonical_json
from decisionaid.model.record import Record
from decisionaid.model.words import AidWords
from decisionaid.outside.clean import line
from decisionaid.outside.fhir_parts import (
    URIS,
    Resource,
    document_of,
    narrative,
    one_line,
    urn,
    uuid_of,
)
from decisionaid.outside.made_up import marked
from decisionaid.outside.tables import filled, table
from decisionaid.record.fhir_answers import answer_items
from decisionaid.record.text_lines import text_lines, whole_line


def fhir_text(record: Record, words: AidWords | None) -> str:
    """Return the document as canonical JSON."""
    return canonical_json(fhir_bundle(record, words))


def fhir_bundle(record: Record, words: AidWords | None) -> Resource:
    """Return a document Bundle: Composition, QuestionnaireResponse and Provenance."""
    names = ("Composition", "QuestionnaireResponse", "Provenance")
    composition, response, provenance = (uuid_of(record, name) for name in names)
    resources = [
        _composition(record, words, composition, response),
        _response(record, words, response),
        _provenance(record, provenance, [composition, response]),
    ]
    return document_of(record, record.updated, resources)


def _who(record: Record) -> dict[str, str]:
    tables = table("fhir")
    names = {"carer": "carer", "helper": "own_helper"}
    who: dict[str, str] = tables[names.get(record.filled_in_by.role, "person")]
    return who


def questionnaire_url(aid: str) -> str:
    """Return the name of an aid's Questionnaire."""
    return filled(table("fhir")["aid"], id=aid)


def questionnaire_version(version: str, sha256: str) -> str:
    """Return the version of an aid's Questionnaire: one version number can have two texts."""
    return filled(table("fhir")["version"], version=version, hash=sha256)


def _response(record: Record, words: AidWords | None, id_: str) -> Resource:
    aid = record.aid
    version = questionnaire_version(aid.version, aid.source_sha256)
    return {
        "resourceType": "QuestionnaireResponse",
        "id": id_,
        **_note_if_altered(record, words),
        "identifier": {"system": URIS, "value": urn(id_)},
        "questionnaire": f"{questionnaire_url(aid.id)}|{version}",
        "status": "completed",
        "subject": table("fhir")["person"],
        "authored": record.updated,
        "author": _who(record),
        "source": _who(record),
        "item": answer_items(record, words),
    }


def _note_if_altered(record: Record, words: AidWords | None) -> Resource:
    """Return what says that answers were altered, or came from paper, for who reads them without the document."""
    lines = text_lines(record, words, is_long=True, plain=one_line)
    said = [each.whole for each in lines if each.id in ("altered", "paper") and each.whole]
    return {"text": narrative(said)} if said else {}


def _composition(record: Record, words: AidWords | None, id_: str, response: str) -> Resource:
    tables = table("fhir")
    lines = {each.id: each for each in text_lines(record, words, is_long=True, plain=one_line)}
    sections: list[Resource] = []
    for section in tables["sections"]:
        said = [whole_line(lines[each]) for each in section["lines"]]
        if shown := [each for each in said if each]:
            sections.append({"title": section["title"], "text": narrative(shown)})
    sections.append({"title": tables["answers"], "entry": [{"reference": urn(response)}]})
    return {
        "resourceType": "Composition",
        "id": id_,
        "identifier": {"system": URIS, "value": urn(id_)},
        "status": "preliminary",
        "type": {"text": tables["type"]},
        "subject": tables["person"],
        "date": record.updated,
        "author": [_who(record)],
        "title": marked(record, filled(tables["title"], title=line(record.aid.title))),
        "section": sections,
    }


def _provenance(record: Record, id_: str, targets: Sequence[str]) -> Resource:
    tables, aid = table("fhir"), record.aid
    agents: list[Resource] = [{"type": {"text": tables["author"]}, "who": _who(record)}]
    if record.filled_in_by.role == "patient_with_help":
        agents.append({"type": {"text": tables["assistant"]}, "who": tables["helper"]})
    if record.paper is not None:
        texts = table("record-paper")
        typist = texts["typed_by"][record.paper.typed_by]
        if record.paper.words:
            words = line(record.paper.words)
            typist = filled(texts["said"]["named"], who=typist, words=words)
        agents.append({"type": {"text": tables["typist"]}, "who": {"display": typist}})
    source = {"system": tables["source"], "value": aid.source_sha256}
    what = {"identifier": source, "display": f"{line(aid.title)} {line(aid.version)}"}
    return {
        "resourceType": "Provenance",
        "id": id_,
        "target": [{"reference": urn(each)} for each in targets],
        "recorded": record.updated,
        "agent": agents,
        "entity": [{"role": "source", "what": what}],
    }
