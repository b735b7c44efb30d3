"""Read the braces at the end of a heading, a list item, a row or a paragraph: ``{#id .class key="a, b"}``.

Layer 2. Strict: an id, classes, and keys with a value, parted by spaces; values with spaces or commas
stand in straight double quotes. Faults: DA012, DA013, DA028, DA031.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from decisionaid.diagnostics import Edit
from decisionaid.read.faults import (
    DUPLICATE_FIELD,
    OPEN_BRACE,
    UNKNOWN_ATTRIBUTE,
    WRONG_QUOTES,
)
from decisionaid.read.ledger import Ledger, listed, quoted, to_paste
from decisionaid.read.suggest_ids import is_id
from decisionaid.read.text.passages import Passage
from decisionaid.text import Span

_LIKE = re.compile(r"\{ *(?:[#.][A-Za-z0-9]|[A-Za-z-]{1,30}=)")
_ROUND = re.compile(r"[(\[](#[a-z0-9-]+(?: [^()\[\]{}]*)?)[)\]]\s*$")
_LOOSE = re.compile(r"(?<!\S)([#.])( +)(?=[A-Za-z0-9])")
_CURLY = str.maketrans("“”„‟‘’‚", '"""""""')
_LISTS = ("about", "source", "toward")
"""Keys whose value can be several ids."""

_MEANT = {
    "benefit": "good", "benefits": "good", "positive": "good", "harm": "bad", "harms": "bad",
    "risk": "bad", "side-effect": "bad", "negative": "bad", "scale": "importance",
    "slider": "importance", "rating": "importance", "trade-off": "balance", "rank": "ranking",
    "best-worst": "picks", "most-least": "picks",
    "question": "choice", "no-treatment": "none", "nothing": "none", "waiting": "wait",
}  # fmt: skip
"""Words that authors write for a class."""

_PART = re.compile(
    r"\s*(?:#(?P<id>[^\s\"{}=]+)|\.(?P<cls>[^\s\"{}=#]+)|"
    r"(?P<key>[A-Za-z][A-Za-z-]*)=(?:\"(?P<quoted>[^\"]*)\"(?=\s|$)|(?P<list>[\w-]+(?:,\s*[\w-]+)+)(?=\s|$)|"
    r"(?P<words>\w[\w'-]*(?:[ ]+\w[\w'-]*(?![\w'=-]))+)(?=\s|$)|"
    r"(?P<bare>[^\s\"{}]*)(?=\s|$))|"
    r"(?P<junk>\S+))"
)


@dataclass(slots=True)
class Attributes:
    """What stood in the braces; empty when there were none."""

    id: Passage | None = None
    classes: dict[str, Passage] = field(default_factory=dict)
    keys: dict[str, tuple[Passage, Passage]] = field(default_factory=dict)
    """Name and value of each key, as passages."""
    inside: Passage | None = None
    """All that stands between the braces; None without braces."""

    def has(self, name: str) -> bool:
        """Tell whether a class is there."""
        return name in self.classes

    def value(self, key: str) -> Passage | None:
        """Return the value of a key, or None."""
        found = self.keys.get(key)
        return found[1] if found else None


@dataclass(frozen=True)
class Allowed:
    """What may stand in the braces of one place; ``place`` names it in messages."""

    place: str
    id: bool = True
    classes: tuple[str, ...] | None = ()
    """None: any, since the place judges them itself."""
    keys: tuple[str, ...] = ()
    instead: str = ""
    """What else to do about an id that has no meaning here, up to ``; otherwise ``."""


def split_attributes(
    words: Passage, ledger: Ledger, *, prose: bool = False
) -> tuple[Passage, Attributes]:
    """Return the words without their braces, and what stood in the braces.

    ``prose``: braces that do not look like attributes are words.
    """
    text = words.text
    if "{" not in text:
        found = _ROUND.search(text) if "(#" in text or "[#" in text else None
        return _round(words, found, ledger) if found else (words, Attributes())
    if text.rstrip().endswith("}"):
        start, end = text.rfind("{"), len(text.rstrip())
        looks = _LIKE.match(text, start)
        if start >= 0 and (looks or not prose):
            _check_earlier(words, start, ledger)
            inside = words.cut(start + 1, end - 1)
            return words.cut(0, start), _parse(inside, ledger)
        return words, Attributes()
    found = _LIKE.search(text)
    if found is None:
        return words, Attributes()
    return _open(words, found.start(), ledger)


def _round(words: Passage, found: re.Match[str], ledger: Ledger) -> tuple[Passage, Attributes]:
    # ### Pain relief and watching (#watch .as-now)
    ledger.fault(
        OPEN_BRACE,
        words.span(found.start(), found.start() + len(found[0].rstrip())),
        "these brackets stand where braces belong",
        f"write {{{to_paste(found[1])}}}",
        edits=(
            Edit(words.span(found.start(), found.start() + 1), "{"),
            Edit(words.span(found.end(1), found.end(1) + 1), "}"),
        ),
    )
    return words.cut(0, found.start()), _parse(words.cut(found.start(1), found.end(1)), ledger)


def _check_earlier(words: Passage, start: int, ledger: Ledger) -> None:
    earlier = _LIKE.search(words.text, 0, start)
    if earlier:
        ledger.fault(
            OPEN_BRACE,
            words.span(earlier.start(), start),
            "two braces stand here, and only the last is read",
            "put everything into one brace at the end of the line",
        )


def _open(words: Passage, start: int, ledger: Ledger) -> tuple[Passage, Attributes]:
    # ### Pain relief and watching {#watch .as-now
    close = words.text.find("}", start)
    end = len(words.text)
    if close < 0:
        fix = f"close it: {to_paste(words.text[start:])}}}"
        edits = (Edit(words.span(end, end), "}"),)
        message = "this brace is not closed"
        ledger.fault(OPEN_BRACE, words.span(start, end), message, fix, edits=edits)
        return words.cut(0, start), _parse(words.cut(start + 1), ledger)
    ledger.fault(
        OPEN_BRACE,
        words.span(start, end),
        f"words stand behind the brace: {quoted(words.text[close + 1 :].strip())}",
        f"put the brace at the end: '... {to_paste(words.text[start : close + 1])}'",
    )
    return words.cut(0, start), _parse(words.cut(start + 1, close), ledger)


def _parse(inside: Passage, ledger: Ledger) -> Attributes:
    text = inside.text
    plain = text.translate(_CURLY)
    if plain != text:
        ledger.fault(
            WRONG_QUOTES,
            inside.span(),
            "the quotes in this brace are curly",
            f"write straight ones: {{{to_paste(plain)}}}",
            edits=(Edit(inside.span(), plain),),
        )
    if loose := _LOOSE.search(plain):
        space = inside.span(loose.start(2), loose.end(2))
        fix = f"take it out: {{{to_paste(_LOOSE.sub(_joined, plain))}}}"
        edits = [Edit(inside.span(*each.span(2)), "") for each in _LOOSE.finditer(plain)]
        _unread(space, f"a space stands behind '{loose[1]}'", fix, ledger, edits)
        plain = _LOOSE.sub(lambda each: each[2] + each[1], plain)  # as long as before
    attributes = Attributes(inside=inside)
    for found in _PART.finditer(plain):
        _add(attributes, inside, found, ledger)
    return attributes


def _joined(loose: re.Match[str]) -> str:
    return loose[1]


def _add(attributes: Attributes, inside: Passage, found: re.Match[str], ledger: Ledger) -> None:
    kind = found.lastgroup or "junk"
    part = inside.cut(*found.span(kind))
    if kind == "id":
        if attributes.id is None:
            attributes.id = part
        else:
            _twice(part, "two ids stand in this brace", ledger)
    elif kind == "cls":
        if attributes.has(part.text):
            _twice(part, f"'.{part.text}' stands twice in this brace", ledger)
        else:
            attributes.classes[part.text] = part
    elif kind == "junk":
        message = f"{quoted(part.text)} cannot be read in a brace"
        if part.text:
            _unread(part, message, _fix(part, attributes), ledger)
    else:
        _add_key(attributes, inside.cut(*found.span("key")), part, kind, ledger)


def _add_key(
    attributes: Attributes, name: Passage, value: Passage, kind: str, ledger: Ledger
) -> None:
    if name.text in attributes.keys:
        _twice(name, f"'{name.text}=' stands twice in this brace", ledger)
        return
    if not value.text:
        _unread(name, f"'{name.text}=' has no value", f'write {name.text}="..."', ledger)
        return
    if kind == "list":
        fix = f'put the list into straight double quotes: {name.text}="{to_paste(value.text)}"'
        message = f"the list {quoted(value.text)} stands without quotes"
        _unread(value, message, fix, ledger, (Edit(value.span(), f'"{value.text}"'),))
    if kind == "words":
        _unquoted(name, value, ledger)
        if name.text in _LISTS:
            return
    attributes.keys[name.text] = (name, value)


def _unquoted(name: Passage, value: Passage, ledger: Ledger) -> None:
    # Seen: name=waiting and seeing, about=pain nausea
    text = to_paste(value.text)
    if name.text in _LISTS:
        message = f"the ids {quoted(text)} have no commas between them"
        fix = f'put commas between them and quotes around: {name.text}="{", ".join(text.split())}"'
        _unread(value, message, fix, ledger)
        return
    message = f"the words {quoted(text)} stand without quotes"
    fix = f'put them into straight double quotes: {name.text}="{text}"'
    _unread(value, message, fix, ledger, (Edit(value.span(), f'"{value.text}"'),))


def _fix(junk: Passage, before: Attributes) -> str:
    if before.id is not None and not before.classes and not before.keys and is_id(junk.text):
        return f"write a hyphen where an id has a space: '#{before.id.text[:64]}-{junk.text}'"
    # Seen: {#watch name='watching'}
    if "'" in junk.text:
        return 'use straight double quotes: name="..."'
    return f"write '#{junk.text[:40]}' for an id, '.{junk.text[:40]}' for a class, or key=\"value\""


def _twice(name: Passage, message: str, ledger: Ledger) -> None:
    ledger.fault(DUPLICATE_FIELD, name.span(), message, "keep one of the two")


def _unread(
    junk: Passage | Span, message: str, fix: str, ledger: Ledger, edits: Sequence[Edit] = ()
) -> None:
    span = junk if isinstance(junk, Span) else junk.span()
    ledger.fault(UNKNOWN_ATTRIBUTE, span, message, fix, edits=edits)


def check_allowed(attributes: Attributes, allowed: Allowed, ledger: Ledger) -> None:
    """Report ids, classes and keys that have no meaning in this place (DA012)."""
    if attributes.id is not None and not allowed.id:
        ledger.lost_ids.setdefault(attributes.id.text, attributes.id.span().line)
        _unread(
            attributes.id,
            f"{allowed.place} has no id",
            f"{allowed.instead}take out '#{attributes.id.text[:64]}'",
            ledger,
        )
    for name in attributes.classes.values() if allowed.classes is not None else ():
        if name.text not in (allowed.classes or ()):
            _unknown(name, ".", allowed.classes or (), allowed.place, ledger)
    for name, _ in attributes.keys.values():
        if name.text not in allowed.keys:
            _unknown(name, "", allowed.keys, allowed.place, ledger)


def _unknown(name: Passage, mark: str, known: Sequence[str], place: str, ledger: Ledger) -> None:
    end = "" if mark else "="
    otherwise = f"take out '{mark}{name.text[:64]}'"
    if known:
        otherwise += f"; {place} may have {listed(f'{mark}{each}{end}' for each in known)}"
    meant = _MEANT.get(name.text) if mark else None
    near = ledger.nearest(name.text, known) if meant not in known else None
    fix = f"did you mean '{mark}{near}{end}'?" if near else otherwise
    if meant in known:
        fix = f"did you mean '.{meant}'?"
    message = f"{place} has nothing called '{mark}{quoted(name.text)[1:-1]}{end}'"
    _unread(name, message, fix, ledger, ledger.respelt(name.span(), name.text, near, known))
