"""Take the values of a place's file: lines, days, months, pence, yes and no, and marks of a draft.

Layer 2. A mark such as ``TO CHOOSE`` stands where a person has yet to choose or to check; it is no fault
here. Faults: DP103 to DP105, DP110.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final

from decisionaid.model.place import Answer, Wait
from decisionaid.read.head import yaml_tree
from decisionaid.read.head.head_group import Group
from decisionaid.read.key_codes import KeyCodes
from decisionaid.read.ledger import Ledger, listed, quoted
from decisionaid.read.place import faults
from decisionaid.read.suggest_ids import id_from, is_id

KEYS: Final = KeyCodes(
    what="the place",
    dashes="'---'",
    unreadable=faults.UNREADABLE,
    unknown=faults.UNKNOWN_KEY,
    missing=faults.MISSING_KEY,
    bad=faults.BAD_VALUE,
    twice=faults.TWICE,
    unvalued=faults.BAD_VALUE,
    quotes=faults.BAD_VALUE,
    unseen=faults.UNREADABLE,
    most=1_000_000,
    depth=9,  # the format needs seven
    nodes=300_000,
)

MARK: Final = re.compile(r"TO (?:CHOOSE|CHECK|SORT|REWRITE)\b.*|never")
"""What an import writes where a person has to choose or to check."""

EVIDENCE: Final = (
    "figures", "figure", "sources", "evidence", "outcomes", "outcome", "values", "compare", "certainty",
    "benefits", "harms", "risks", "order", "option-order", "rank", "score", "rating", "recommended",
    "recommend", "best", "preferred", "title", "question", "plan", "knowledge", "red-flags", "offered",
    "not-offered", "default", "highlight",
)  # fmt: skip
"""Keys by which a place would reach into an aid."""

MEANT: Final = {
    "getting-about": "moving", "mobility": "moving", "walking": "moving", "exercise": "moving",
    "mood": "low-mood", "depression": "low-mood", "anxiety": "worry", "stress": "worry",
    "loneliness": "lonely", "company": "lonely", "weight": "food-and-weight", "food": "food-and-weight",
    "benefits": "money", "debt": "money", "housing": "home", "fatigue": "tired", "breathing": "breath",
    "carers": "family", "jobs": "work",
}  # fmt: skip
"""Words that owners of lists use, and those of a plan that they mean."""

LINE: Final = 300
"""Characters of a line."""
FEW: Final = 40
"""Characters of a short value, such as a postcode."""

_PHONE: Final = re.compile(r"[+(]?[0-9][0-9 ()+-]{1,29}")
_WEB: Final = re.compile(
    r"https://[A-Za-z0-9.-]+\.[A-Za-z]{2,}(?::([0-9]{1,5}))?(/[^\s\"<>\\^`{|}]*)?"
)
_MOST_PORT: Final = 65_535
_SEEN: Final = "LNPS"
"""First letters of the categories of Unicode that stand by themselves: letters, digits, stops and signs."""

_BLANK: Final = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters and a sign without a shape."""

_MONTHS: Final = re.compile(r"([0-9]{1,2}) months?")
_WHOLE: Final = re.compile(r"0|[1-9][0-9]{0,8}")
_ANSWER: Final = re.compile(r"(yes|no|not known)(?:, (.+))?")


def line(group: Group, key: str, field: str | None = None, most: int = LINE) -> str:
    """Take words on one line; empty: there are none, or they are longer than ``most`` characters."""
    text = group.text(key, field)
    if text is None:
        return ""
    if not _is_seen(text):
        message = f"nothing of the value of '{key}' can be seen"
        group.bad(key, field, group.place(key), message, f"type the words again: {key}: words")
        return ""
    if len(text) <= most:
        return text
    message = f"the value of '{key}' is {len(text)} characters long, and {most} is the most"
    group.bad(key, field, group.place(key), message, "say it shortly")
    return ""


def _is_seen(text: str) -> bool:
    """Whether anything of a text is seen: marks that stand on nothing and letters without a shape are not."""
    return any(unicodedata.category(sign)[0] in _SEEN and sign not in _BLANK for sign in text)


def phone(group: Group, key: str = "phone") -> str:
    """Take a telephone number."""
    return group.matching(key, _PHONE, "write digits and spaces alone: phone: 01632 960 021") or ""


def web(group: Group, key: str = "web") -> str:
    """Take an address of a page."""
    text = line(group, key)
    found = _WEB.fullmatch(text)
    if found and found[1] and not 1 <= int(found[1]) <= _MOST_PORT:
        message = f"{quoted(text)} has the port {found[1]}, and there is no such port"
        fix = f"take ':{found[1]}' out, or write a port from 1 to {_MOST_PORT}"
        group.bad(key, None, group.place(key), message, fix)
        return ""
    if not text or found:
        return text
    message = f"{quoted(text)} is no address that a page may lead to"
    group.bad(key, None, group.place(key), message, "write one that begins with https://")
    return ""


def months(group: Group, key: str, most: int) -> int | None:
    """Take a number of months, from 1 to ``most``."""
    text = group.text(key)
    if text is None:
        return None
    found = _MONTHS.fullmatch(text)
    if found and 1 <= int(found[1]) <= most:
        return int(found[1])
    fix = f"write months, from 1 to {most}: {key}: 6 months"
    group.bad(key, None, group.place(key), f"{quoted(text)} is no value of '{key}'", fix)
    return None


def whole(group: Group, key: str, least: int, most: int, example: str) -> int | None:
    """Take a whole number within bounds."""
    text = group.text(key)
    if text is None:
        return None
    if _WHOLE.fullmatch(text) and least <= int(text) <= most:
        return int(text)
    message = f"{quoted(text)} is no value of '{key}'"
    fix = f"write a whole number from {least} to {most}: {example}"
    group.bad(key, None, group.place(key), message, fix)
    return None


def answer(group: Group, key: str) -> Answer:
    """Take yes, no or not known, and the words behind a comma."""
    text = line(group, key)
    if not text:
        return Answer()
    found = _ANSWER.fullmatch(text)
    if found is None:
        message = f"{quoted(text)} is no value of '{key}'"
        fix = f'write yes, no or not known, and words behind it: {key}: "yes, ask first"'
        group.bad(key, None, group.place(key), message, fix)
        return Answer()
    asked = found[1].replace(" ", "-")
    return Answer.model_validate({"answer": asked, "words": found[2] or ""})


def many(group: Group, key: str, most: int, field: str | None = None) -> list[yaml_tree.Leaf]:
    """Take a list of short values; a value alone is a list of one."""
    node = group.node(key, field)
    if node is None:
        return []
    items = node.items if isinstance(node, yaml_tree.Sequence) else [node]
    found = [each for each in items if isinstance(each, yaml_tree.Leaf) and each.text.strip()]
    if len(found) < len(items):
        message = f"'{key}' is not a list of words"
        group.bad(key, field, node.span, message, f"write '{key}: [one, another]'")
        return []
    if len(found) > most:
        message = f"'{key}' has {len(found)} entries, and {most} is the most"
        group.bad(key, field, node.span, message, "keep those that matter most")
        return []
    return _each_once(group, key, found)


def _each_once(group: Group, key: str, leaves: Sequence[yaml_tree.Leaf]) -> list[yaml_tree.Leaf]:
    """Return the entries of a list, and report each that stands there again (DP105)."""
    first: dict[str, yaml_tree.Leaf] = {}
    for leaf in leaves:
        before = first.setdefault(leaf.text.strip(), leaf)
        if before is not leaf:
            message = f"{quoted(leaf.text.strip())} stands twice in '{key}'"
            group.ledger.fault(
                faults.TWICE, leaf.span, message, "keep one of the two", also=(before.span,)
            )
    return [*first.values()]


def words_of(group: Group, key: str, known: Sequence[str], most: int) -> tuple[str, ...]:
    """Take a list of words out of those known."""
    found: dict[str, None] = {}
    for leaf in many(group, key, most):
        word = leaf.text.strip()
        if word in known:
            found[word] = None
            continue
        near = MEANT.get(word.casefold()) or group.ledger.nearest(word, known)
        near = near if near in known else None
        fix = f"did you mean '{near}'?" if near else f"write one of: {listed(known)}"
        group.bad(key, None, leaf.span, f"{quoted(word)} is no value of '{key}'", fix)
    return tuple(found)


def wait(group: Group, key: str = "wait") -> Wait | None:
    """Take a waiting time: ``not known``, or weeks with the day of which that is true."""
    node = group.node(key)
    if node is None:
        return None
    if isinstance(node, yaml_tree.Leaf):
        if node.text.strip() == "not known":
            return Wait()
        message = f"{quoted(node.text)} is no waiting time"
        fix = "write 'wait: not known', or 'wait: {weeks: 5, as-of: 2026-11-02}'"
        group.bad(key, None, node.span, message, fix)
        return None
    inner = group.group(key)
    if inner is None:
        return None
    inner.need(("weeks", "as-of"))
    found = Wait(
        weeks=whole(inner, "weeks", 0, 520, "weeks: 5"),
        what=line(inner, "what"),
        as_of=inner.date("as-of"),
        source=line(inner, "source"),
    )
    inner.done(("weeks", "what", "as-of", "source"))
    return found


def is_marked(group: Group, key: str) -> bool:
    """Tell whether a value is a mark that something is still to be chosen or checked."""
    node = group.peek(key)
    return isinstance(node, yaml_tree.Leaf) and MARK.fullmatch(node.text.strip()) is not None


def own_id(ledger: Ledger, key: yaml_tree.Leaf, what: str) -> str:
    """Return the id of an entry, or one made of it when it is none."""
    if is_id(key.text) and len(key.text) <= 64:
        return key.text
    made = id_from(key.text, what)[:64].strip("-") or what
    message = f"{quoted(key.text)} is not an id: small letters, digits and single hyphens"
    ledger.fault(faults.BAD_VALUE, key.span, message, f"write '{made}'")
    return made


def named(group: Group, key: str) -> str | None:
    """Take the id of something else in the file; whether it is there is for a rule to say."""
    text = group.text(key)
    if text is None or (is_id(text) and len(text) <= 64):
        return text
    message = f"{quoted(text)} is not an id: small letters, digits and single hyphens"
    group.bad(key, None, group.place(key), message, f"write '{id_from(text, key)}'")
    return None


def refuse_evidence(group: Group, keys: Iterable[str] = EVIDENCE) -> None:
    """Refuse keys by which a place would reach into an aid (DP110)."""
    for key in keys:
        if span := group.misplaced(key):
            message = f"'{key}' is a matter of the aid, and the same in every place"
            fix = "take it out: a place says where and how to get something, and nothing else"
            group.ledger.fault(faults.TOUCHES_EVIDENCE, span, message, fix)
