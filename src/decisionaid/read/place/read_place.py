"""Read the file of a place.

Layer 2. ``read_place`` is the only way in. Faults: DP001 to DP110.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final, get_args

from decisionaid.diagnostics import Diagnostic
from decisionaid.model.currency import POUNDS, Currency
from decisionaid.model.place import Owner, Place, Status
from decisionaid.read.head.head_group import Group
from decisionaid.read.head.yaml_tree import check_yaml, read_yaml
from decisionaid.read.ledger import Ledger, quoted
from decisionaid.read.place import keys
from decisionaid.read.place.faults import BAD_VALUE, UNREADABLE
from decisionaid.read.place.options import read_aids
from decisionaid.read.place.services import read_contacts, read_services
from decisionaid.read.text.characters import has_control
from decisionaid.text import BYTE_ORDER_MARK, Path, Source, Span, SpanMap

MAX_PLACE_BYTES: Final = 1_000_000
"""The largest file of a place that is read, in bytes of UTF-8."""

PLACE: Final = (
    "place", "name", "status", "country", "language", "currency", "owner", "checked", "stale-after", "remove-after",
    "contacts", "letters-from", "services", "aids",
)  # fmt: skip
_NEEDED: Final = {
    "place": "example-town",
    "name": "Example Town",
    "status": "draft",
    "country": "GB",
    "language": "en-GB",
    "owner": "{name: ..., contact: ...}",
    "checked": "2026-11-10",
    "stale-after": "6 months",
    "remove-after": "18 months",
}
_COUNTRY: Final = re.compile(r"(?!UK|EN)[A-Z]{2}")
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")
_UNSEEN: Final = re.compile(f"[\u00ad\u200b\u2060{BYTE_ORDER_MARK}]")
_START: Final = Span.on_line(1, 1, 1)


@dataclass(frozen=True)
class PlaceReading:
    """What reading a place gave; ``place`` None: nothing could be read, and a diagnostic says why."""

    place: Place | None
    diagnostics: tuple[Diagnostic, ...]
    spans: SpanMap
    unread: frozenset[Path]
    """Parts that were written but could not be read; rules stay silent about them."""


def read_place(source: Source) -> PlaceReading:
    """Read a place. Nothing is raised for what its owner may have written.

    The id of the place is the name of its file, ``source.slug``.
    """
    ledger = Ledger(source, keys.KEYS)
    place = _read(ledger)
    found = {(d.code.number, d.span, d.message): d for d in reversed(ledger.diagnostics)}
    ordered = tuple(sorted(found.values(), key=lambda each: each.sort_key))
    return PlaceReading(place, ordered, ledger.spans, frozenset(ledger.unread))


def why_not_yaml(source: Source) -> Diagnostic | None:
    """Return why a place's file cannot be read at all, or None; nothing of it is kept in memory."""
    ledger = Ledger(source, keys.KEYS)
    lines = _plain_lines(ledger)
    if lines is not None and not ledger.diagnostics:
        check_yaml(lines, 1, ledger)
    return ledger.diagnostics[0] if ledger.diagnostics else None


def _read(ledger: Ledger) -> Place | None:
    lines = _plain_lines(ledger)
    tree = read_yaml(lines, 1, ledger) if lines is not None else None
    return _place(Group(ledger, tree, (), "the place")) if tree else None


def _plain_lines(ledger: Ledger) -> list[str] | None:
    """Return the lines, and report each that holds a character that cannot be seen (DP001)."""
    if len(ledger.source.text.encode("utf-8", "replace")) > MAX_PLACE_BYTES:
        message = f"the file is larger than {MAX_PLACE_BYTES:,} bytes, the most that is read"
        ledger.fault(UNREADABLE, _START, message, "keep the services that people of this place use")
        return None
    lines = list(ledger.source.lines)
    for at, text in enumerate(lines):
        if text.isprintable():
            continue
        wrong = next((n for n, sign in enumerate(text) if has_control(sign) and sign != "\t"), None)
        if wrong is not None:
            ledger.fault(
                UNREADABLE,
                Span.on_line(at + 1, wrong + 1, wrong + 2),
                f"a character that cannot be shown (U+{ord(text[wrong]):04X}) stands here",
                "delete it and type the words again",
            )
        plain = "".join(" " if has_control(sign) and sign != "\t" else sign for sign in text)
        lines[at] = _UNSEEN.sub(" ", plain)
    return lines


def _place(group: Group) -> Place:
    for key, example in _NEEDED.items():
        if not group.need((key,), example):
            group.ledger.unread.add((key.replace("-", "_"),))
    stale, remove = keys.months(group, "stale-after", 12), keys.months(group, "remove-after", 60)
    if stale and remove and remove <= stale:
        message = f"entries would be taken out after {remove} months, before they are {stale} old"
        fix = "write more months than those of 'stale-after'"
        group.bad("remove-after", None, group.place("remove-after"), message, fix)
        remove = None
    found = Place(
        id=_id(group),
        name=keys.line(group, "name", most=keys.FEW),
        status=group.choice("status", get_args(Status)) or "draft",  # type: ignore[arg-type]
        country=group.matching("country", _COUNTRY, "write its two capital letters: country: GB")
        or "GB",
        language=group.matching("language", _LANGUAGE, "write it as 'language: en-GB'") or "en-GB",
        currency=group.choice("currency", get_args(Currency)) or POUNDS,  # type: ignore[arg-type]
        owner=_owner(group),
        checked=group.date("checked") or date.min,
        stale_after=stale or 6,
        remove_after=remove or 18,
        contacts=read_contacts(group),
        letters_from=keys.named(group, "letters-from"),
        services=read_services(group),
        aids=read_aids(group),
    )
    keys.refuse_evidence(group)
    group.done(PLACE)
    return found


def _id(group: Group) -> str:
    """Return the id of the place, which is the name of its file."""
    own = group.ledger.source.slug
    written = keys.named(group, "place")
    if written and written != own:
        group.ledger.fault(
            BAD_VALUE,
            group.place("place"),
            f"the place is called {quoted(written)}, and its file '{own}.yaml'",
            f"write 'place: {own}', or give the file the other name",
        )
    return own


def _owner(group: Group) -> Owner:
    inner = group.group("owner") if group.peek("owner") else None
    if inner is None:
        return Owner(name="", contact="")
    inner.need(("name", "contact"))
    found = Owner(name=keys.line(inner, "name"), contact=keys.line(inner, "contact"))
    inner.done(("name", "contact"))
    return found
