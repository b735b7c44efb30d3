"""Read the head of an aid: the lines between the two ``---``.

Layer 2. What is left out stays None for the rules; what is written but cannot be read is None too,
with a diagnostic here. Faults: DA003 to DA009, DA014 to DA016, DA038.
"""

from __future__ import annotations

import re
from typing import Any, get_args

from decisionaid.diagnostics import Edit
from decisionaid.model.aid import (
    Author,
    Computes,
    Condition,
    Counting,
    Dates,
    Delivery,
    Kind,
    Status,
    Stratum,
    Update,
    Withdrawal,
)
from decisionaid.model.easy import in_sentences
from decisionaid.read.faults import (
    BAD_HEAD_VALUE,
    BAD_ID,
    NO_HEAD,
    UNKNOWN_FORMAT,
    UNQUOTED_VALUE,
)
from decisionaid.read.head import yaml_tree
from decisionaid.read.head.development import read_development
from decisionaid.read.head.head_group import Group
from decisionaid.read.head.head_hints import version_hint
from decisionaid.read.head.source_works import read_sources
from decisionaid.read.head.waivers import hint as waiver_hint
from decisionaid.read.head.waivers import read_waivers
from decisionaid.read.head.yaml_tree import read_yaml
from decisionaid.read.ids import RESERVED
from decisionaid.read.ledger import Ledger, quoted, to_paste
from decisionaid.read.suggest_ids import id_from, is_id
from decisionaid.text import Span

FORMAT = "1"
KEYS = (
    "decisionaid", "question", "kind", "condition", "for", "for-easy", "not-for", "not-for-easy", "delivery",
    "people", "country", "language", "version", "status", "dates", "withdrawn", "update", "option-order", "strata",
    "authors", "funding", "computes", "trade-off", "sources", "waivers", "development",
)  # fmt: skip
_DATES = ("published", "evidence", "review", "expires")
_UPDATE = ("every", "when", "owner")
_WITHDRAWN = ("date", "reason", "instead")
_INSTEAD = re.compile(
    r"[a-z0-9]+(-[a-z0-9]+)*|https://[^\s/\"<>\\]+\.[^\s/\"<>\\]+(/[^\s\"<>\\]*)?"
)
_COUNTRY = re.compile(r"(?!UK|EN)[A-Z]{2}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")
_VERSION = re.compile(r"(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})")


def split_head(lines: list[str], ledger: Ledger) -> tuple[list[str], int] | None:
    """Return the lines of the head and the number of the first line after it, or None (DA003)."""
    first = lines[0].rstrip() if lines else ""
    if first != "---":
        at = next((n for n, line in enumerate(lines) if line.strip()), 0)
        if at and lines[at].rstrip() == "---":
            ledger.fault(
                NO_HEAD,
                Span.on_line(1, 1, 1),
                "the file does not begin with its head: empty lines stand above it",
                "take out the lines above the first '---'",
                edits=(Edit(Span(1, 1, at + 1, 1), ""),),
            )
            return None
        if re.fullmatch("[-\u2010-\u2015_* ]{1,40}", first):
            ledger.fault(
                NO_HEAD,
                Span.on_line(1, 1, len(first) + 1),
                f"the head begins with {quoted(first)}, which is not three hyphens",
                "write three hyphens in its place, and nothing else: '---'",
                edits=(Edit(Span.on_line(1, 1, len(first) + 1), "---"),),
            )
            return None
        ledger.fault(
            NO_HEAD,
            Span.on_line(1, 1, len(first) + 1),
            "the file does not begin with a head",
            "begin the first line with '---', then 'decisionaid: 1' and the other keys, "
            "and end the head with a line '---'",
        )
        return None
    for number in range(1, len(lines)):
        if lines[number].rstrip() == "---":
            return lines[1:number], number + 2
    body = next((n for n, line in enumerate(lines) if line.startswith("# ") and n), None)
    where = f", for instance above line {body + 1}" if body else ""
    ledger.fault(
        NO_HEAD, Span.on_line(1, 1, 4), "the head is not closed", f"end it with a line '---'{where}"
    )
    return None


def read_head(lines: list[str], ledger: Ledger) -> dict[str, Any] | None:
    """Return the parts of an ``Aid`` that stand in the head, or None when it cannot be read."""
    tree = read_yaml(lines, 2, ledger)
    if tree is None:
        return None
    head = Group(ledger, tree, (), "the head")
    if not _known_format(head):
        return None
    parts = _plain_parts(head) | _groups(head)
    parts["authors"] = _authors(head)
    parts["strata"] = _strata(head)
    parts["sources"] = read_sources(head)
    parts["waivers"] = read_waivers(head)
    parts["development"] = read_development(head)
    head.done(KEYS, waiver_hint)
    return {name: value for name, value in parts.items() if value is not None}


def _known_format(head: Group) -> bool:
    written = head.text("decisionaid")
    if written == FORMAT:
        return True
    if written is None:
        head.need(("decisionaid",), FORMAT)
        return True
    head.ledger.fault(
        UNKNOWN_FORMAT,
        head.place("decisionaid"),
        f"the aid is written for format {quoted(written)}, which this version cannot read",
        f"write 'decisionaid: {FORMAT}', or use a newer version of decisionaid",
    )
    return False


def _plain_parts(head: Group) -> dict[str, Any]:
    return {
        "question": head.text("question"),
        "kind": head.choice("kind", get_args(Kind)),
        "who_for": head.text("for", "who_for"),
        "who_for_easy": in_sentences(head.text("for-easy", "who_for_easy")),
        "not_for": head.text("not-for"),
        "not_for_easy": in_sentences(head.text("not-for-easy", "not_for_easy")),
        "delivery": head.choice("delivery", get_args(Delivery)),
        "country": head.matching("country", _COUNTRY, _country),
        "language": head.matching("language", _LANGUAGE, "write it as 'language: en-GB'"),
        "version": head.matching("version", _VERSION, version_hint),
        "status": head.choice("status", get_args(Status)),
        "option_order": head.text("option-order"),
        "funding": head.words_or_none("funding"),
        "computes": head.choice("computes", get_args(Computes)),
        "trade_off": _ids(head.text("trade-off")),
    }


def _ids(text: str | None) -> tuple[str, ...] | None:
    """Return ids with commas between them; a rule says which of them name no outcome."""
    return None if text is None else tuple(filter(None, map(str.strip, text.split(","))))


def _country(text: str) -> str:
    if text.lower() in {"uk", "united kingdom", "great britain", "england", "scotland", "wales"}:
        return 'write: country: "GB"'
    return (
        'write its two capital letters: country: "GB" is for the United Kingdom, "DE" for Germany'
    )


def _groups(head: Group) -> dict[str, Any]:
    parts: dict[str, Any] = {}
    if group := head.group("condition"):
        name, plain = group.text("name"), group.text("plain")
        group.done(("name", "plain"))
        if group.need(("name", "plain")) and name and plain:
            parts["condition"] = Condition(name=name, plain=plain)
        else:
            head.ledger.unread.add(("condition",))
    if group := head.group("people"):
        one, many = group.text("one"), group.text("many")
        group.done(("one", "many"))
        if group.need(("one", "many")) and one and many:
            parts["people"] = Counting(one=one, many=many)
        else:
            head.ledger.unread.add(("people",))
    if group := head.group("dates"):
        parts["dates"] = Dates(**{name: group.date(name) for name in _DATES})
        group.done(_DATES)
    if group := head.group("withdrawn"):
        parts["withdrawn"] = _withdrawal(group)
    if group := head.group("update"):
        parts["update"] = Update(**{name: group.text(name) for name in _UPDATE})
        group.done(_UPDATE)
    return parts


def _withdrawal(group: Group) -> Withdrawal:
    """Return why an aid is withdrawn; a rule refuses what is left out."""
    instead = group.matching(
        "instead",
        _INSTEAD,
        "write the folder of another aid, such as 'knee-pain', "
        "or an address that begins with https",
    )
    found = Withdrawal(date=group.date("date"), reason=group.text("reason"), instead=instead)
    group.done(_WITHDRAWN)
    return found


def _authors(head: Group) -> tuple[Author, ...]:
    node = head.node("authors")
    if node is None:
        return ()
    if not isinstance(node, yaml_tree.Sequence):
        fix = "write below it a line '  - {name: Name or team, role: editor, interests: none}'"
        head.bad("authors", None, node.span, "'authors' is not a list", fix)
        return ()
    authors: list[Author] = []
    for item in node.items:
        path = ("authors", len(authors))
        if not isinstance(item, yaml_tree.Mapping):
            head.ledger.unread.add(("authors",))
            head.ledger.fault(
                BAD_HEAD_VALUE,
                item.span,
                "this author is not written as a group of keys",
                "write '- {name: Name or team, role: editor, interests: none}'",
            )
            continue
        head.ledger.spans.put(path, item.span)
        group = Group(head.ledger, item, path, "an author")
        name, role, interests = (
            group.text("name"),
            group.text("role"),
            group.words_or_none("interests"),
        )
        group.done(("name", "role", "interests"))
        group.need(("name",))
        authors.append(Author(name=name or "", role=role, interests=interests))
    return tuple(authors)


def _strata(head: Group) -> tuple[Stratum, ...]:
    strata: dict[str, Stratum] = {}
    for key, node in head.each("strata"):
        path = ("strata", len(strata))
        head.ledger.spans.put(path, key.span)
        if not isinstance(node, yaml_tree.Leaf) or not node.text:
            head.ledger.fault(
                UNQUOTED_VALUE,
                key.span,
                f"the group {quoted(key.text)} has no words",
                f"write what a person says of themselves: '{to_paste(key.text)}: I have ...'",
            )
        words = " ".join(node.text.split()) if isinstance(node, yaml_tree.Leaf) else ""
        made = _answer_id(head.ledger, key)
        strata.setdefault(made, Stratum(id=made, words=words))
    return tuple(strata.values())


def _answer_id(ledger: Ledger, key: yaml_tree.Leaf) -> str:
    """Return an id that stands among answers, where some words mean something else (DA016)."""
    if key.text not in RESERVED:
        return checked_id(ledger, key)
    made = f"{key.text}-1"
    message = f"'{key.text}' has a meaning of its own and cannot be an id"
    ledger.fault(BAD_ID, key.span, message, f"write '{made}'")
    return made


def checked_id(ledger: Ledger, key: yaml_tree.Leaf) -> str:
    """Return an id of the head, or one made of it when it is none (DA016)."""
    if is_id(key.text):
        return key.text
    made = id_from(key.text, "id")
    ledger.fault(
        BAD_ID,
        key.span,
        f"{quoted(key.text)} is not an id: small letters, digits and single hyphens",
        f"write '{made}'",
    )
    return made


def is_published(parts: dict[str, Any]) -> bool:
    """Tell whether the head calls the aid published."""
    return bool(parts.get("status") == "published")
