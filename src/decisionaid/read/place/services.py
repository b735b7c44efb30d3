"""Read the services of a place, and whom to ring there.

Layer 2. Faults: DP102 to DP106.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, get_args

from decisionaid.model.place import (
    MAX_SERVICES,
    NEEDS,
    Access,
    Contact,
    Cost,
    FeedEntry,
    Join,
    Kind,
    Service,
    Where,
)
from decisionaid.read.head import yaml_tree
from decisionaid.read.head.head_group import Group
from decisionaid.read.ledger import quoted
from decisionaid.read.place import keys
from decisionaid.read.place.faults import BAD_VALUE, TOO_MANY

SERVICE: Final = (
    "name", "what", "helps-with", "kind", "run-by", "for", "join", "cost", "where", "open", "access",
    "languages", "wait", "phone", "web", "checked", "checked-by", "from",
)  # fmt: skip
CONTACT: Final = ("name", "phone", "open", "wait")
_MAY_BE_MARKED: Final = (
    "what",
    "helps-with",
    "kind",
    "join",
    "cost",
    "open",
    "access",
    "wait",
    "checked",
)
_WHERE: Final = ("name", "address", "postcode", "online")
_ACCESS: Final = ("step-free", "toilet", "parking", "hearing-loop", "bsl")
_COST: Final = ("pence", "each", "help")
_POUNDS: Final = re.compile(r"£? ?([0-9]{1,4})(?:[.,]([0-9]{2}))?")
_NEEDS: Final = tuple(each.replace("_", "-") for each in NEEDS)


def read_services(place: Group) -> tuple[Service, ...]:
    """Return the services in the order in which they are written, at most ``MAX_SERVICES``."""
    entries = place.each("services", "lunch-club: {name: Lunch club, ...}")
    if len(entries) > MAX_SERVICES:
        place.ledger.fault(
            TOO_MANY,
            entries[MAX_SERVICES][0].span,
            f"the place has {len(entries)} services, and {MAX_SERVICES} is the most",
            "keep those that people of this place use, or make two places",
        )
    found: list[Service] = []
    for key, node in entries[:MAX_SERVICES]:
        path = ("services", len(found))
        place.ledger.spans.put(path, key.span)
        made = keys.own_id(place.ledger, key, "service")
        if not isinstance(node, yaml_tree.Mapping):
            _not_a_group(place, key)
            found.append(Service(id=made, name=made, what=""))
            continue
        group = Group(place.ledger, node, path, f"the service '{made}'")
        found.append(_service(group, made))
    return tuple(found)


def read_contacts(place: Group) -> tuple[Contact, ...]:
    """Return whom to ring, in the order in which they are written."""
    found: list[Contact] = []
    for key, node in place.each("contacts", "surgery: {name: ..., phone: ...}")[:40]:
        path = ("contacts", len(found))
        place.ledger.spans.put(path, key.span)
        made = keys.own_id(place.ledger, key, "contact")
        if not isinstance(node, yaml_tree.Mapping):
            _not_a_group(place, key)
            continue
        group = Group(place.ledger, node, path, f"the contact '{made}'")
        group.need(("name", "phone"))
        contact = Contact(
            id=made,
            name=keys.line(group, "name") or made,
            phone=keys.phone(group),
            open=keys.line(group, "open"),
            wait=keys.wait(group),
        )
        group.done(CONTACT)
        found.append(contact)
    return tuple(found)


def _not_a_group(place: Group, key: yaml_tree.Leaf) -> None:
    message = f"nothing is said of {quoted(key.text)}"
    fix = f"write below it lines such as '    name: ...'; '{key.text[:40]}' is its id"
    place.ledger.fault(BAD_VALUE, key.span, message, fix)


def _service(group: Group, made: str) -> Service:
    marked = tuple(key for key in _MAY_BE_MARKED if keys.is_marked(group, key))
    for key in marked:
        group.text(key)
    group.need(("name", "what", "helps-with", "kind", "join", "cost", "checked"))
    found = {
        "id": made,
        "name": keys.line(group, "name") or made,
        "what": keys.line(group, "what"),
        "run_by": keys.line(group, "run-by"),
        "who_for": keys.line(group, "for", "who_for"),
        "where": _where(group),
        "languages": tuple(
            leaf.text.strip()[: keys.FEW] for leaf in keys.many(group, "languages", 12)
        ),
        "phone": keys.phone(group),
        "web": keys.web(group),
        "checked_by": keys.line(group, "checked-by"),
        "origin": _origin(group),
        "unsettled": marked,
    }
    found |= {key: value for key, value in _markable(group, marked).items() if value is not None}
    keys.refuse_evidence(group)
    group.done(SERVICE)
    return Service.model_validate(found)


def _markable(group: Group, marked: tuple[str, ...]) -> dict[str, object]:
    """Return the values that an import may have marked; what is marked is left as if not said."""
    readers: dict[str, Callable[[], object]] = {
        "helps-with": lambda: tuple(
            each.replace("-", "_") for each in keys.words_of(group, "helps-with", _NEEDS, 16)
        ),
        "kind": lambda: group.choice("kind", get_args(Kind)),
        "join": lambda: group.choice("join", get_args(Join)),
        "cost": lambda: _cost(group),
        "open": lambda: keys.line(group, "open"),
        "access": lambda: _access(group),
        "wait": lambda: keys.wait(group),
        "checked": lambda: group.date("checked"),
    }
    return {key.replace("-", "_"): read() for key, read in readers.items() if key not in marked}


def _cost(group: Group) -> Cost | None:
    node = group.peek("cost")
    if not isinstance(node, yaml_tree.Mapping):
        return _plain_cost(group)
    inner = group.group("cost")
    if inner is None or not inner.need(("pence",), "450"):
        return None
    pence = keys.whole(inner, "pence", 1, 1_000_000, "pence: 450, which is £4.50")
    found = {"each": keys.line(inner, "each", most=keys.FEW), "help": keys.line(inner, "help")}
    inner.done(_COST)
    return Cost(kind="pence", pence=pence, **found) if pence else None


def _plain_cost(group: Group) -> Cost | None:
    text = group.text("cost")
    if text is None or text in ("free", "not known"):
        return Cost.model_validate({"kind": text.replace(" ", "-")}) if text else None
    pounds = _POUNDS.fullmatch(text)
    pence = int(pounds[1]) * 100 + int(pounds[2] or 0) if pounds else 0
    paste = f"cost: {{pence: {pence or 450}, each: session}}"
    fix = (
        f"write whole pence: {paste}"
        if pence
        else f"write free, not known, or whole pence: {paste}"
    )
    group.bad("cost", None, group.place("cost"), f"{quoted(text)} is no value of 'cost'", fix)
    return None


def _where(group: Group) -> Where:
    inner = group.group("where") if group.peek("where") else None
    if inner is None:
        return Where()
    found = Where(
        name=keys.line(inner, "name"),
        address=keys.line(inner, "address"),
        postcode=keys.line(inner, "postcode", most=keys.FEW),
        online=keys.line(inner, "online"),
    )
    inner.done(_WHERE)
    return found


def _access(group: Group) -> Access | None:
    inner = group.group("access") if group.peek("access") else None
    if inner is None:
        return None
    found = {key.replace("-", "_"): keys.answer(inner, key) for key in _ACCESS}
    made = Access(transport=keys.line(inner, "transport"), **found)
    inner.done((*_ACCESS, "transport"))
    return made


def _origin(group: Group) -> FeedEntry | None:
    inner = group.group("from", "origin") if group.peek("from") else None
    if inner is None or not inner.need(("id",)):
        return None
    made = FeedEntry(feed=keys.line(inner, "feed"), id=keys.line(inner, "id"))
    inner.done(("feed", "id"))
    return made
