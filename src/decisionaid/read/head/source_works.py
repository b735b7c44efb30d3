"""Read the sources of the head: the works that figures and words come from.

Layer 2. ``certainty`` and ``people`` of a source hold where an outcome says nothing else.
"""

from __future__ import annotations

import re
from typing import Any

from decisionaid.model.aid import SourceWork
from decisionaid.model.figure import NotKnown
from decisionaid.read.faults import BAD_HEAD_VALUE, BAD_ID, UNENCRYPTED_SOURCE, UNKNOWN_SOURCE
from decisionaid.read.figures.measures import not_known, read_certainty, read_people
from decisionaid.read.head import yaml_tree
from decisionaid.read.head.head_group import Group
from decisionaid.read.head.head_hints import doi_hint, source_key_hint, url_hint
from decisionaid.read.ledger import quoted, to_paste
from decisionaid.read.suggest_ids import id_from, is_id

KEYS = (
    "short", "authors", "title", "publisher", "year", "doi", "url", "where", "read", "people",
    "certainty", "version-of", "checked", "review", "note",
)  # fmt: skip
READ = ("whole", "abstract", "part", "quoted")
_DOI = re.compile(r"10\.[0-9]{4,9}/[^\s\"<>]+")
_URL = re.compile(r"https?://[^\s/\"<>\\]+\.[^\s/\"<>\\]+(/[^\s\"<>\\]*)?")
_YEAR = re.compile(r"(1[5-9]|20)[0-9][0-9]")


def read_sources(head: Group) -> tuple[SourceWork, ...]:
    """Return the sources in the author's order."""
    works: dict[str, SourceWork] = {}
    pairs = head.each("sources")
    known = [key.text for key, _ in pairs]
    for key, node in pairs:
        path = ("sources", len(works))
        head.ledger.spans.put(path, key.span)
        if not is_id(key.text):
            fix = f"write '{id_from(key.text, 'source')}'"
            message = f"{quoted(key.text)} is not an id: small letters, digits and single hyphens"
            head.ledger.fault(BAD_ID, key.span, message, fix)
        made = key.text if is_id(key.text) else id_from(key.text, "source")
        if not isinstance(node, yaml_tree.Mapping):
            fix = f"write below '{made}:' lines such as '    title: ...'"
            message = f"the source {quoted(key.text)} says nothing"
            head.ledger.fault(BAD_HEAD_VALUE, key.span, message, fix)
            head.ledger.unread.add(path)
        if made not in works:
            tree = node if isinstance(node, yaml_tree.Mapping) else yaml_tree.Mapping(key.span)
            group = Group(head.ledger, tree, path, f"the source '{made}'")
            works[made] = SourceWork(id=made, **_parts(group, known))
            group.done(KEYS, source_key_hint)
    return tuple(works.values())


def _parts(group: Group, known: list[str]) -> dict[str, Any]:
    return {
        "short": group.text("short"),
        "authors": group.text("authors"),
        "title": group.text("title"),
        "publisher": group.text("publisher"),
        "year": _year(group),
        "doi": _doi(group),
        "url": _url(group),
        "where": group.text("where"),
        "read": group.choice("read", READ),
        "people": _people(group),
        "certainty": _certainty(group),
        "version_of": _version_of(group, known),
        "checked": group.date("checked"),
        "review": group.date("review"),
        "note": group.text("note"),
    }


def _year(group: Group) -> int | NotKnown | None:
    text = group.text("year")
    if text is None:
        return None
    if _YEAR.fullmatch(text):
        return int(text)
    if reason := not_known(text):
        return reason
    fix = "write four digits, or 'not known: reason' in quotes"
    group.bad("year", None, group.place("year"), f"{quoted(text)} is no year", fix)
    return None


def _doi(group: Group) -> str | None:
    text = group.matching("doi", _DOI, doi_hint)
    if (*group.path, "doi") in group.ledger.unread:
        # A source with a DOI that cannot be read is not told that nobody can look it up.
        group.ledger.unread.add((*group.path, "url"))
    return text


def _url(group: Group) -> str | None:
    text = group.matching("url", _URL, url_hint)
    if text and text.startswith("http:"):
        group.ledger.fault(
            UNENCRYPTED_SOURCE,
            group.place("url"),
            f"the address {quoted(text)} is not encrypted",
            f"try if '{to_paste('https' + text[4:])}' leads to the same page",
        )
    return text


def _people(group: Group) -> Any:  # noqa: ANN401 - a part of a model, given to the model
    text = group.text("people")
    read = read_people(text) if text else None
    if text and isinstance(read, str):
        group.bad(
            "people", None, group.place("people"), f"{quoted(text)} says nothing of people", read
        )
        return None
    return read


def _certainty(group: Group) -> Any:  # noqa: ANN401 - a part of a model, given to the model
    text = group.text("certainty")
    read = read_certainty(text) if text else None
    if text and isinstance(read, str):
        place = group.place("certainty")
        group.bad("certainty", None, place, f"{quoted(text)} is no certainty", read)
        return None
    return read


def _version_of(group: Group, known: list[str]) -> str | None:
    text = group.text("version-of")
    if text is None or text in known:
        return text
    fix = group.ledger.did_you_mean(text, known, "write the id of a source of this head")
    group.bad(
        "version-of", None, group.place("version-of"), f"no source has the id {quoted(text)}", fix,
        UNKNOWN_SOURCE,
    )  # fmt: skip
    return None
