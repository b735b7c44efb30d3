"""A record under the headings of PRSB's Shared Decision Making Standard 1.0, the same as ``handover/prsb.ts`` makes.

Layer 2. What a person stated alone is "in progress" and never "valid". What is mandatory and not there is named.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from decisionaid.model.canonical import canonical_json
from decisionaid.model.record import Record
from decisionaid.model.words import AidWords, FactFigure, FactWords
from decisionaid.outside.fhir_parts import one_line
from decisionaid.outside.headings import under
from decisionaid.outside.tables import filled, table
from decisionaid.record.fhir import questionnaire_url, questionnaire_version
from decisionaid.record.named import words_then
from decisionaid.record.text_lines import text_lines, whole_line
from decisionaid.record.text_pieces import Line

_Values = Mapping[str, Any]
_Lines = Mapping[str, Line]


def prsb_text(record: Record, words: AidWords | None) -> str:
    """Return all of it as canonical JSON, with the licence of the headings."""
    tables = table("prsb")
    document, missing = prsb_document(record, words)
    known = {name: tables[name] for name in ("format", "standard", "licence")}
    return canonical_json({**known, "document": document, "missing": missing})


def prsb_document(record: Record, words: AidWords | None) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return what stands under the headings, and what is missing."""
    tables = table("prsb")
    missing: list[str] = list(tables["always"])
    document = under(tables["headings"], _values_of(record, words), missing)
    return document or {}, tuple(missing)


def _values_of(record: Record, words: AidWords | None) -> _Values:
    tables, then = table("prsb"), words_then(record, words)
    lines = {each.id: each for each in text_lines(record, words, is_long=True, plain=one_line)}
    return {
        "status": tables["status"],
        "pre": _said_in(lines, tables["pre"]),
        "agenda": _said_in(lines, tables["agenda"]),
        "matters": _said_in(lines, tables["matters"]),
        "people": _people(record),
        "options": [_option(one_line(each.text), then.facts) for each in then.options]
        if then
        else [],
        "tools": [_tool(record)],
        "issues": _issues(lines),
    }


def _said_in(lines: _Lines, ids: Sequence[str]) -> list[str]:
    return [said for each in ids if (said := whole_line(lines[each]))]


def _people(record: Record) -> list[_Values]:
    tables, who = table("prsb"), record.filled_in_by
    person = {"role": tables["person"]}
    if who.role not in tables["people"]:
        return [person]
    other = {"role": tables["people"][who.role], "relationship": one_line(who.helper)}
    return [person, other]


def _option(name: str, facts: Sequence[FactWords]) -> _Values:
    tables = table("prsb")

    def rows(direction: str) -> list[str]:
        return [
            _fact(row, figure)
            for row in facts
            if row.direction == direction
            for figure in row.figures
            if one_line(figure.option) == name or one_line(figure.option).startswith(f"{name} (")
        ]

    said = filled(tables["option"], option=name)
    return {"option": said, "risks": rows("bad"), "benefits": rows("good")}


def _fact(row: FactWords, figure: FactFigure) -> str:
    """Return a figure with all that it is read with: it is never said without."""
    parts = (figure.range, row.measured, row.better, row.sure, row.source, *row.notes)
    read_with = "; ".join(filter(None, parts))
    message = table("prsb")["fact"]
    return one_line(filled(message, label=row.label, said=figure.said, read_with=read_with))


def _tool(record: Record) -> _Values:
    tables, aid = table("prsb"), record.aid
    version = questionnaire_version(aid.version, aid.source_sha256)
    return {
        "identifier": f"{questionnaire_url(aid.id)}|{version}",
        "name": one_line(filled(tables["tool_name"], title=aid.title, version=aid.version)),
        "type": tables["tool_type"],
        "mime": tables["tool_mime"],
    }


def _issues(lines: _Lines) -> list[_Values]:
    """Return the flags, then where the person is now as the details of an open decision."""
    flags = [{"flag": said} for each in lines["flags"].pieces if (said := each.form(0))]
    now = _said_in(lines, table("prsb")["now"])
    return [*flags, *([{"details": now}] if now else [])]
