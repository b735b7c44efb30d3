"""Read the record of how an aid was made, ``development:`` in the head.

Layer 2. Whether a line says enough to count is for the rules (DA715, DA716).
"""

from __future__ import annotations

import re
from typing import Final, get_args

from decisionaid.model.development import ACTIVITIES, Attestation, Done
from decisionaid.read.faults import BAD_HEAD_VALUE, UNKNOWN_KEY
from decisionaid.read.head import yaml_tree
from decisionaid.read.head.head_group import Group
from decisionaid.read.head.head_hints import same_words
from decisionaid.read.ledger import quoted

KEYS: Final = ("done", "who", "n", "date", "document", "summary")
MOST_PEOPLE: Final = 999_999

_COUNT: Final = re.compile(r"[1-9][0-9]{0,5}")
_NAME: Final = r"[A-Za-z0-9_][A-Za-z0-9._ -]{0,79}"
_DOCUMENT: Final = re.compile(
    rf"10\.[0-9]{{4,9}}/[^\s\"<>]{{1,200}}"
    rf"|https://[^\s/\"<>\\]+\.[^\s/\"<>\\]+(/[^\s\"<>\\]*)?"
    rf"|{_NAME}(/{_NAME}){{0,3}}"
)
"""A DOI, an encrypted address, or the path of a file that cannot lead out of a folder."""


def read_development(head: Group) -> tuple[Attestation, ...]:
    """Return the lines of the record in the author's order."""
    found: dict[str, Attestation] = {}
    for key, node in head.each("development"):
        path = ("development", len(found))
        if key.text not in ACTIVITIES:
            meant = same_words(key.text, tuple(ACTIVITIES))
            fix = head.ledger.did_you_mean(
                meant or key.text, tuple(ACTIVITIES), f"use one of: {', '.join(ACTIVITIES)}"
            )
            message = f"'development' has a key that is not known: {quoted(key.text)}"
            head.ledger.fault(UNKNOWN_KEY, key.span, message, fix)
            continue
        if not isinstance(node, yaml_tree.Mapping):
            message = f"'{key.text}' is not a group of keys"
            fix = f"write '{key.text}: {{done: no}}', or yes with who, date and document"
            head.ledger.fault(BAD_HEAD_VALUE, node.span, message, fix)
            continue
        head.ledger.spans.put(path, key.span)
        group = Group(head.ledger, node, path, f"'{key.text}'")
        found[key.text] = _attestation(key.text, group)
    return tuple(found.values())


def _attestation(key: str, group: Group) -> Attestation:
    """Return one line; one that does not say whether it was done claims nothing."""
    group.need(("done",), "no")
    done = group.choice("done", get_args(Done))
    count = group.matching("n", _COUNT, f"write how many people, from 1 to {MOST_PEOPLE}: 'n: ...'")
    parts = {
        "who": _who(group),
        "n": int(count) if count else None,
        "date": group.date("date"),
        "document": group.matching(
            "document",
            _DOCUMENT,
            "write a file in the folder of the aid, such as 'made/review.md', a DOI, "
            "or an address that begins with https",
        ),
        "summary": group.text("summary"),
    }
    group.done(KEYS)
    return Attestation.model_validate({"key": key, "done": done or "no", **parts})


def _who(group: Group) -> tuple[str, ...]:
    """Return roles or names, written as a list or as one."""
    node = group.node("who")
    written = node.items if isinstance(node, yaml_tree.Sequence) else [node] if node else []
    words = [" ".join(each.text.split()) for each in written if isinstance(each, yaml_tree.Leaf)]
    if node is None or (all(words) and len(words) == len(written)):
        return tuple(words)
    fix = "write 'who: [parents, a family doctor]'"
    group.bad("who", None, node.span, "'who' is no list of roles", fix)
    return ()
