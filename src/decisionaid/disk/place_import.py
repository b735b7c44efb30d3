"""Make a draft of a place out of a feed, or bring an earlier one up to date, and say what was lost.

Layer 4. A first import writes a draft. A second shows what would change, and what a person has set stays.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from decisionaid.disk.place_update import Updated, updated
from decisionaid.disk.plain_files import open_plain
from decisionaid.exchange.feed import FeedFault, entries
from decisionaid.exchange.open_referral import Draft, draft_of, postcode_of, why_not
from decisionaid.exchange.place_draft import fields_of, head_lines, service_id, service_lines
from decisionaid.model.place import MAX_SERVICES
from decisionaid.read.place.read_place import why_not_yaml
from decisionaid.rules.places.plain_lines import promise_in
from decisionaid.text import Source

MOST_BYTES: Final = 900_000
"""Bytes of a draft; a place may have a little more, for what its owner writes."""

MOST_NAMED: Final = 20

TOO_MANY: Final = "more than a place can hold: choose by postcode"

_FAULTS: Final = {
    "not-text": "The file is not text in UTF-8 from entry {n} on; what stands before it was read.",
    "no-list": "There is no list of services in the file.",
    "cut": "The file ends in the middle of entry {n}; what stands before it was read.",
    "too-large": "Entry {n} is larger than 256 KB and was left out.",
    "broken": "Entry {n} is no JSON that can be read and was left out.",
}
_MARKS: Final = ("TO CHOOSE", "TO CHECK", "TO SORT", "TO REWRITE", "never")


class NoFeedError(Exception):
    """Nothing can be imported; the message is for people."""


@dataclass
class Imported:
    """What an import found; ``text`` is the whole draft."""

    read: int = 0
    drafts: list[Draft] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    lost: Counter[str] = field(default_factory=Counter)
    faults: list[FeedFault] = field(default_factory=list)
    text: str = ""
    change: Updated | None = None
    """What it changes in an earlier draft; None: there was none."""

    @property
    def failed(self) -> bool:
        """Whether nothing could be read at all."""
        return not self.read


def import_feed(
    path: Path, name: str, today: str, areas: Sequence[str], before: str | None
) -> Imported:
    """Read a saved feed.

    Args:
        path: the file; it is named in each service by its name alone.
        name: the id of the place.
        today: year-month-day, for the head of a new draft.
        areas: beginnings of postcodes; only services there are taken, or all where none is given.
        before: the text of an earlier draft, or None.

    Raises:
        NoFeedError: it is no plain file, or the earlier draft cannot be brought up to date.
        OSError: the file cannot be read.
    """
    found = _read(path, areas)
    drafts = {each.origin: each for each in found.drafts}
    if before is not None:
        found.change = updated(before, drafts, path.name, MOST_BYTES)
        found.left_out[TOO_MANY] += found.change.no_room
        found.text = found.change.text
        if why_not_yaml(Source(name, found.text, name)) is not None:
            message = "the earlier draft is not written as an import writes it, and stays as it is"
            raise NoFeedError(message)
        return found
    parts, taken = [head_lines(name, today)], set[str]()
    size = len(parts[0].encode("utf-8"))
    for draft in drafts.values():
        made = service_id(draft, taken)
        lines = service_lines(made, fields_of(draft, path.name))
        size += len(lines.encode("utf-8"))
        if len(taken) >= MAX_SERVICES or size > MOST_BYTES:
            found.left_out[TOO_MANY] += len(drafts) - len(taken)
            break
        taken.add(made)
        parts.append(lines)
    if not taken:
        parts[0] = parts[0].removesuffix("services:\n")
    found.text = "".join(parts)
    return found


def _read(path: Path, areas: Sequence[str]) -> Imported:
    found, seen = Imported(), set[bytes]()
    outward = {area.upper().strip() for area in areas}
    opened = open_plain(path)
    if opened is None:
        message = f"'{path.as_posix()}' is no file but a folder, a pipe, a device or nothing at all"
        raise NoFeedError(message)
    with opened as stream:
        for entry in entries(stream):
            if isinstance(entry, FeedFault):
                if len(found.faults) < MOST_NAMED:
                    found.faults.append(entry)
                found.left_out["not readable"] += entry.entry > 0
                continue
            found.read += 1
            why = why_not(entry) or _elsewhere(entry, outward) or _again(entry, seen)
            if why or not isinstance(entry, dict):
                known = why in found.left_out or len(found.left_out) < MOST_NAMED
                found.left_out[why if known else "other reasons"] += 1
            elif len(found.drafts) >= MAX_SERVICES:
                found.left_out[TOO_MANY] += 1
            else:
                found.drafts.append(draft_of(entry, found.lost, promise_in))
    return found


def _elsewhere(entry: object, outward: set[str]) -> str:
    postcode = postcode_of(entry) if outward and isinstance(entry, dict) else ""
    is_elsewhere = postcode and postcode.upper().split(" ")[0] not in outward
    return "elsewhere, by their postcode" if is_elsewhere else ""


def _again(entry: object, seen: set[bytes]) -> str:
    """Remember an entry by its id, shortly; return in words that it was there before, if it was."""
    origin = str(entry.get("id")) if isinstance(entry, dict) else ""
    key = hashlib.blake2b(origin.encode("utf-8", "replace"), digest_size=8).digest()
    if key in seen:
        return "listed twice"
    seen.add(key)
    return ""


def report(found: Imported, name: str) -> str:
    """Return in plain words what was read, what is left to do, and what was lost."""
    lines = [f"Read {_many(found.read, 'entry', 'entries')} of {name}."]
    lines += [_FAULTS[each.wrong].format(n=each.entry) for each in found.faults]
    if found.left_out:
        lines += ["", "Left out:", *_counted(found.left_out)]
    to_do = Counter(
        {mark: found.text.count(f": {mark}") + found.text.count(f': "{mark}') for mark in _MARKS}
    )
    if to_do.total():
        lines += ["", "For you to do in the draft:", *_counted(to_do)]
    if found.lost.total():
        lines += ["", "Changed, or in the feed and not in the draft:", *_counted(found.lost)]
    return "\n".join(lines) + "\n"


def _counted(counts: Counter[str]) -> Iterator[str]:
    for words, number in sorted(counts.items(), key=lambda each: (-each[1], each[0])):
        if number:
            yield f"  {number:>6}  {words}"


def _many(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
