"""Bring the services of an earlier draft up to date with a feed, and show what changes.

Layer 4. The text of the file is changed line by line, so that comments, contacts and aids stay as they are.
What a person has set is never touched: ``checked``, ``checked-by``, ``helps-with``, ``kind``, ``join`` and
``access``, and whatever a mark of the feed would take the place of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import yaml

from decisionaid.exchange.open_referral import Draft
from decisionaid.exchange.place_draft import INDENT, fields_of, service_id, service_lines
from decisionaid.model.place import MAX_SERVICES

KEPT: Final = ("checked", "checked-by", "helps-with", "kind", "join", "access")
"""What is a person's own, once it is no mark."""

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_MARK: Final = re.compile(r"TO (?:CHOOSE|CHECK|SORT|REWRITE)\b.*|never", re.DOTALL)
_KEY: Final = re.compile(r"( +)([A-Za-z0-9-]+):(?: |$)")


@dataclass
class Updated:
    """A new text, and what is otherwise in it, as lines for a person."""

    text: str
    added: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    changed: dict[str, list[str]] = field(default_factory=dict)
    """Lines with ``-`` and ``+`` by the id of the service."""
    unread: list[str] = field(default_factory=list)
    """Services that are written in one line, which cannot be brought up to date."""

    no_room: int = 0
    """New services for which a place has no room."""

    @property
    def is_same(self) -> bool:
        """Whether nothing would change."""
        return not (self.added or self.changed)

    def shown(self) -> str:
        """Return the difference in plain lines."""
        lines = [f"+ {made} (new in the feed)" for made in self.added]
        for made, difference in self.changed.items():
            lines += [f"  {made}:", *(f"    {line}" for line in difference)]
        lines += [f"? {made} is no longer in the feed, and stays as it is" for made in self.gone]
        lines += [f"? {made} is written in one line, and stays as it is" for made in self.unread]
        return "".join(f"{line}\n" for line in lines)


@dataclass
class _Block:
    """The lines of one service: the line with its id, then each key with its lines, and what follows."""

    made: str
    first: str
    parts: list[tuple[str, str]]
    """Keys with their lines; comments and empty lines have an empty key."""


def updated(text: str, drafts: Mapping[str, Draft], feed: str, most: int) -> Updated:
    """Return a draft that is up to date with a feed; ``drafts`` are by the id of their entry.

    Nothing is added beyond ``most`` bytes and ``MAX_SERVICES``.

    ``text`` is one that was read as a place without a fault of its YAML.
    """
    before, blocks, after = _taken_apart(text)
    found = Updated(text)
    taken, known = {each.made for each in blocks}, set[str]()
    written: list[str] = []
    for block in blocks:
        origin = _origin(block)
        draft = drafts.get(origin) if origin else None
        known.add(origin)
        if origin and draft is None:
            found.gone.append(block.made)
        if draft is not None:
            _bring(block, fields_of(draft, feed), found)
        elif not block.parts:
            found.unread.append(block.made)
        written += [block.first, *(lines for _key, lines in block.parts)]
    size = len(text.encode("utf-8"))
    for origin, draft in drafts.items():
        if origin in known:
            continue
        made = service_id(draft, taken)
        lines = service_lines(made, fields_of(draft, feed))
        size += len(lines.encode("utf-8"))
        if size > most or len(taken) >= MAX_SERVICES:
            found.no_room += 1
            continue
        taken.add(made)
        found.added.append(made)
        written.append(lines)
    if found.added and not blocks:
        before = before if before.rstrip().endswith("services:") else f"{before}\nservices:\n"
    found.text = text if found.is_same else f"{before}{''.join(written)}{after}"
    return found


def _taken_apart(text: str) -> tuple[str, list[_Block], str]:
    """Return what stands before the services, the services, and what stands behind them."""
    lines = text.splitlines(keepends=True)
    start = next(
        (n + 1 for n, each in enumerate(lines) if re.match(r"services:\s*(#.*)?$", each)), None
    )
    if start is None:
        return text if text.endswith("\n") else f"{text}\n", [], ""
    end = next((n for n in range(start, len(lines)) if re.match(r"[^\s#]", lines[n])), len(lines))
    # What stands above the next part belongs to that.
    while (
        end > start
        and re.match(r"\s*(#.*)?$", lines[end - 1])
        and not lines[end - 1].startswith(" ")
    ):
        end -= 1
    if end and end == len(lines) and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    return "".join(lines[:start]), list(_blocks(lines[start:end])), "".join(lines[end:])


def _blocks(lines: list[str]) -> Iterator[_Block]:
    block: _Block | None = None
    outer = next((len(found[1]) for each in lines if (found := _KEY.match(each))), 2)
    for each in lines:
        found = _KEY.match(each)
        if found and len(found[1]) == outer:
            if block:
                yield block
            block = _Block(found[2], each, [])
        elif block is None:
            block = _Block("", each, [])
        elif found and (not block.parts or len(found[1]) <= _inner(block)):
            block.parts.append((found[2], each))
        elif block.parts and each.strip() and not each.strip().startswith("#"):
            key, so_far = block.parts[-1]
            block.parts[-1] = (key, so_far + each)
        else:
            block.parts.append(("", each))
    if block:
        yield block


def _inner(block: _Block) -> int:
    """Return how far the keys of a service are moved in."""
    return next((len(each) - len(each.lstrip()) for key, each in block.parts if key), 99)


def _value(lines: str) -> Any:  # noqa: ANN401 - whatever stands behind the colon
    """Return what stands behind the colon as words, lists and groups; None: it cannot be read alone."""
    try:
        found = yaml.load(lines.strip(), Loader=_LOADER)  # noqa: S506 - words alone are made
    except yaml.YAMLError:
        return None
    return next(iter(found.values()), None) if isinstance(found, dict) else None


def _origin(block: _Block) -> str:
    lines = next((lines for key, lines in block.parts if key == "from"), "")
    found = _value(lines)
    return str(found.get("id", "")) if isinstance(found, dict) else ""


def _is_mark(value: object) -> bool:
    return isinstance(value, str) and _MARK.fullmatch(value) is not None


def _bring(block: _Block, fields: Mapping[str, str], found: Updated) -> None:
    """Write what the feed says now into a service, where it is not a person's own."""
    here = {key: at for at, (key, _lines) in enumerate(block.parts) if key}
    difference: list[str] = []
    for key, line in fields.items():
        if key in here and block.parts[here[key]][1].strip() == line:
            continue
        new = _value(line)
        if key not in here:
            if not _is_mark(new) and key not in KEPT:
                difference.append(f"+ {line}")
                block.parts.append((key, f"{INDENT}{line}\n"))
            continue
        at = here[key]
        old = _value(block.parts[at][1])
        own = not _is_mark(old) and (key in KEPT or _is_mark(new))
        if key == "from" or own or old == new or old is None:
            continue
        margin = block.parts[at][1][: _inner(block)]
        difference += [f"- {block.parts[at][1].strip()}", f"+ {line}"]
        block.parts[at] = (key, f"{margin}{line}\n")
    if difference:
        found.changed[block.made] = difference
