"""The YAML of the head as a tree of raw text with places: no types, no tags, no anchors.

Layer 2. PyYAML's event stream is read, not its values: ``country: NO`` stays "NO" and
``version: 1.0`` stays "1.0". Size, depth and the number of nodes are bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from decisionaid.diagnostics import Edit
from decisionaid.read.faults import BROKEN_HEAD, UNQUOTED_VALUE
from decisionaid.read.ledger import Ledger, quoted
from decisionaid.text import Span

MAX_HEAD = 64 * 1024
"""Characters of a head."""

MAX_DEPTH = 8
"""Levels of lists and keys within one another; the format needs four."""

MAX_NODES = 10_000
"""Keys, values and list items."""

_MAX_REPAIRS = 20
_KEY_AND_VALUE = re.compile(r"(\s*(?:- )?[A-Za-z0-9_-]+: +)(\S.*?)\s*$")
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Leaf:
    """A value as the author typed it; ``plain``: without quotes."""

    text: str
    span: Span
    plain: bool


@dataclass(slots=True)
class Sequence:
    """A list."""

    span: Span
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """Keys with their values, in order; a key that stands twice is there twice."""

    span: Span
    pairs: list[tuple[Leaf, Node]] = field(default_factory=list)


Node = Leaf | Sequence | Mapping


class _RefusedError(Exception):
    """The head cannot be read; the fault is reported already."""


def read_yaml(lines: list[str], first_line: int, ledger: Ledger) -> Mapping | None:
    """Return the head's keys, or None when it cannot be read and a diagnostic says so.

    A value with an unquoted colon is quoted for a second reading, so that all faults show at once.
    Faults: DA004, DA009.
    """
    if sum(map(len, lines)) > MAX_HEAD:
        span = Span.on_line(first_line, 1, 1)
        message = f"the head is longer than {MAX_HEAD // 1024} KB, the most that is read"
        ledger.fault(BROKEN_HEAD, span, message, "shorten the head")
        return None
    lines = list(lines)
    for _ in range(_MAX_REPAIRS):
        try:
            tree = _Tree(first_line, ledger).build("\n".join(lines) + "\n")
        except _RefusedError:
            return None
        except yaml.MarkedYAMLError as error:
            if not _repair(error, lines, first_line, ledger):
                _report(error, lines, first_line, ledger)
                return None
        except yaml.YAMLError:
            span = Span.on_line(first_line, 1, 1)
            ledger.fault(BROKEN_HEAD, span, "the head cannot be read", "write 'key: value' lines")
            return None
        else:
            return tree
    return None


def _repair(error: yaml.MarkedYAMLError, lines: list[str], first_line: int, ledger: Ledger) -> bool:
    # title: Ear infection: what helps      <- the second colon ends the title
    mark = error.problem_mark
    if mark is None or "mapping values are not allowed" not in str(error.problem):
        return False
    found = _KEY_AND_VALUE.match(lines[mark.line]) if mark.line < len(lines) else None
    if found is None or found[2][0] in "\"'{[":
        return False
    if mark.line and _uneven(_indent(lines[mark.line]), lines[mark.line - 1]):
        return False
    safe = found[2].replace("\\", "\\\\").replace('"', '\\"')
    span = Span.on_line(
        first_line + mark.line, found.start(2) + 1, found.start(2) + 1 + len(found[2])
    )
    ledger.fault(
        UNQUOTED_VALUE,
        span,
        f"the colon inside {quoted(found[2])} ends the value",
        f'put the value in quotes: {found[1].strip()} "{found[2].replace(chr(34), chr(39))}"',
        edits=() if " #" in found[2] else (Edit(span, f'"{safe}"'),),  # what follows is a note
    )
    lines[mark.line] = f'{found[1]}"{safe}"'
    return True


def _report(error: yaml.MarkedYAMLError, lines: list[str], first_line: int, ledger: Ledger) -> None:
    mark = error.problem_mark or error.context_mark
    row = min(mark.line, len(lines) - 1) if mark else 0
    column = mark.column + 1 if mark and mark.line < len(lines) else len(lines[row]) + 1
    problem = f"{error.problem} {error.context}"
    span = Span.on_line(first_line + row, column, column + 1)
    if (plain := _plainly(lines, row, first_line)) is not None:
        place, message, fix = plain
        ledger.fault(BROKEN_HEAD, place, message, fix)
        return
    for sign, message, fix in _PROBLEMS:
        if sign in problem:
            ledger.fault(BROKEN_HEAD, span, message, fix)
            return
    ledger.fault(
        BROKEN_HEAD,
        span,
        f"the head cannot be read from here: {quoted(lines[row])}",
        "write each line as 'key: value', with the keys of one level in one column",
    )


_GLUED = re.compile(r"\s*(?:- )?([A-Za-z-]+):([^\s:/].*)")
_QUOTES_WITHIN = re.compile(r"\s*(?:- )?[A-Za-z-]+: +\"(.*\".*)\"\s*$")
_SINGLE_WITHIN = re.compile(r".*: +'([^']*\w'\w[^']*)'.*")


def _plainly(lines: list[str], row: int, first_line: int) -> tuple[Span, str, str] | None:
    """Return place, message and fix of what a line shows by itself; None: the parser's words are as good.

    The parser sees a fault only where it can go no further, which may be a line below.
    """
    for at in (row, row - 1):
        if at < 0 or at >= len(lines):
            continue
        line = lines[at]
        span = Span.on_line(
            first_line + at, len(line) - len(line.lstrip()) + 1, len(line.rstrip()) + 1
        )
        if found := _GLUED.fullmatch(line.rstrip()):
            fix = f"write '{found[1]}: {quoted(found[2])[1:-1]}'"
            return span, f"no space stands behind the colon of '{found[1]}'", fix
        if found := _QUOTES_WITHIN.match(line):
            fix = f'write single ones within: "{quoted(found[1].replace(chr(34), chr(39)))[1:-1]}"'
            return span, "quotes stand within quotes, and end the value early", fix
        if found := _SINGLE_WITHIN.match(line):
            fix = f'put the value in straight double quotes: "{quoted(found[1])[1:-1]}"'
            return span, "an apostrophe ends this value early", fix
        if line.count("{") > line.count("}") and not lines[min(at + 1, len(lines) - 1)].startswith(
            "  }"
        ):
            return span, "a brace is opened and not closed in this line", "put '}' at its end"
        above = lines[at - 1] if at else ""
        indent = len(line) - len(line.lstrip())
        if at == row and line.strip() and _uneven(indent, above):
            fix = f"begin it below the first letter of the line above, with {_indent(above)} spaces"
            return span, "this line is moved in otherwise than the line above", fix
    return None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _uneven(indent: int, above: str) -> bool:
    """Whether a line is moved in by one space more or less than a line that holds a value."""
    _, colon, value = above.partition(":")
    return bool(colon and value.strip()) and abs(indent - _indent(above)) == 1


_PROBLEMS = (
    (
        "cannot start any token",
        "a value cannot begin with this character",
        "put the value in straight double quotes",
    ),
    (
        "quoted scalar",
        "a quote is opened and not closed",
        'close it with a straight double quote: "..."',
    ),
    (
        "flow mapping",
        "a brace is opened and not closed, or a comma is missing before this",
        "write {name: one value, other: another}, and put values with a comma in quotes",
    ),
    (
        "flow sequence",
        "a square bracket is opened and not closed",
        "put a value that begins with '[' in quotes",
    ),
    (
        "mapping values are not allowed",
        "a colon stands where no key can be",
        'put the value in quotes: "..."',
    ),
    (
        "could not find expected ':'",
        "this line has no key",
        "write it as 'key: value', or indent it if it goes on from the line above",
    ),
)


class _Tree:
    """Build the tree from the events, with a stack and not by recursion."""

    def __init__(self, first_line: int, ledger: Ledger) -> None:
        self.first_line = first_line
        self.ledger = ledger
        self.nodes = 0

    def build(self, text: str) -> Mapping:
        root = Sequence(Span.on_line(self.first_line, 1, 1))
        stack: list[Sequence | Mapping] = [root]
        key: list[Leaf | None] = [None]
        for event in self._events(text):
            if isinstance(event, yaml.CollectionEndEvent):
                stack.pop()
                key.pop()
                continue
            if not isinstance(event, yaml.NodeEvent):
                self._check_document(event)
                continue
            node = self._node(event)
            self._add(stack[-1], key, node)
            if not isinstance(node, Leaf):
                stack.append(node)
                key.append(None)
                if len(stack) > MAX_DEPTH:
                    self._refuse(node.span, f"more than {MAX_DEPTH} levels in the head")
        return self._top(root)

    def _events(self, text: str) -> Iterator[Any]:
        yield from yaml.parse(text, Loader=_LOADER)

    def _top(self, root: Sequence) -> Mapping:
        if not root.items or (isinstance(root.items[0], Leaf) and not root.items[0].text):
            return Mapping(root.span)
        if not isinstance(root.items[0], Mapping):
            self._refuse(root.items[0].span, "the head is not made of 'key: value' lines")
        top = root.items[0]
        assert isinstance(top, Mapping)  # noqa: S101 - the line above leaves nothing else
        return top

    def _check_document(self, event: Any) -> None:  # noqa: ANN401 - PyYAML's events have no common type
        marked = isinstance(event, yaml.DocumentStartEvent) and event.explicit
        if marked:
            self._refuse(self._span(event), "a second '---' or a directive stands in the head")

    def _add(self, parent: Sequence | Mapping, key: list[Leaf | None], node: Node) -> None:
        if isinstance(parent, Sequence):
            parent.items.append(node)
        elif key[-1] is not None:
            parent.pairs.append((key[-1], node))
            key[-1] = None
        elif isinstance(node, Leaf):
            key[-1] = node
        else:
            self._refuse(node.span, "a key cannot be a list or a group of keys")

    def _node(self, event: Any) -> Node:  # noqa: ANN401 - PyYAML's events have no common type
        self.nodes += 1
        span = self._span(event)
        if self.nodes > MAX_NODES:
            self._refuse(span, f"more than {MAX_NODES} keys and values in the head")
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            self._refuse(
                span, "a value begins with '&' or '*', which has a meaning of its own here"
            )
        if event.tag is not None:
            self._refuse(span, "a value begins with '!', which has a meaning of its own here")
        if isinstance(event, yaml.ScalarEvent):
            plain = not event.style  # libyaml says "" where the parser in Python says None
            text = event.value if plain else " ".join(event.value.split("\n")).strip()
            return Leaf(text, span, plain)
        return Sequence(span) if isinstance(event, yaml.SequenceStartEvent) else Mapping(span)

    def _span(self, event: Any) -> Span:  # noqa: ANN401 - PyYAML's events have no common type
        start, end = event.start_mark, event.end_mark
        return Span(
            start.line + self.first_line,
            start.column + 1,
            end.line + self.first_line,
            end.column + 1,
        )

    def _refuse(self, span: Span, message: str) -> None:
        self.ledger.fault(
            BROKEN_HEAD, span, message, "put the value in straight double quotes, or take it out"
        )
        raise _RefusedError
