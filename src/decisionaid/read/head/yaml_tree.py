"""The YAML of a head, or of a place, as a tree of raw text with places: no types, no tags, no anchors.

Layer 2. PyYAML's event stream is read, not its values: ``country: NO`` stays "NO" and
``version: 1.0`` stays "1.0". Size, depth and the number of nodes are bounded.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from decisionaid.read.head.broken_yaml import repair, report
from decisionaid.read.ledger import Ledger
from decisionaid.text import Span

_MAX_REPAIRS = 20
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
    """The text cannot be read; the fault is reported already."""


def read_yaml(lines: list[str], first_line: int, ledger: Ledger) -> Mapping | None:
    """Return the keys, or None when it cannot be read and a diagnostic says so.

    A value with an unquoted colon is quoted for a second reading, so that all faults show at once.
    Faults: DA004, DA009; of a place DP001, DP104.
    """
    keys = ledger.keys
    if sum(map(len, lines)) > keys.most:
        span = Span.on_line(first_line, 1, 1)
        message = f"{keys.what} is longer than {keys.most // 1024} KB, the most that is read"
        ledger.fault(keys.unreadable, span, message, f"shorten {keys.what}")
        return None
    lines = list(lines)
    for _ in range(_MAX_REPAIRS):
        try:
            tree = _Tree(first_line, ledger).build("\n".join(lines) + "\n")
        except _RefusedError:
            return None
        except yaml.MarkedYAMLError as error:
            if not repair(error, lines, first_line, ledger):
                report(error, lines, first_line, ledger)
                return None
        except yaml.YAMLError:
            span = Span.on_line(first_line, 1, 1)
            message = f"{keys.what} cannot be read"
            ledger.fault(keys.unreadable, span, message, "write 'key: value' lines")
            return None
        else:
            return tree
    return None


def check_yaml(lines: list[str], first_line: int, ledger: Ledger) -> bool:
    """Tell whether YAML can be read, without keeping any of it; if not, a diagnostic says why."""
    tree, depth = _Tree(first_line, ledger), 0
    try:
        for event in tree.events("\n".join(lines) + "\n"):
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if isinstance(event, yaml.NodeEvent):
                tree.node(event)
                depth += isinstance(event, yaml.CollectionStartEvent)
            if depth > ledger.keys.depth:
                message = f"more than {ledger.keys.depth} levels in {ledger.keys.what}"
                span = Span.on_line(first_line, 1, 1)
                ledger.fault(ledger.keys.unreadable, span, message, "write fewer levels")
                return False
    except _RefusedError:
        return False
    except yaml.MarkedYAMLError as error:
        report(error, lines, first_line, ledger)
        return False
    return True


class _Tree:
    """Build the tree from the events, with a stack and not by recursion."""

    def __init__(self, first_line: int, ledger: Ledger) -> None:
        self.first_line = first_line
        self.ledger = ledger
        self.keys = ledger.keys
        self.nodes = 0

    def build(self, text: str) -> Mapping:
        root = Sequence(Span.on_line(self.first_line, 1, 1))
        stack: list[Sequence | Mapping] = [root]
        key: list[Leaf | None] = [None]
        for event in self.events(text):
            if isinstance(event, yaml.CollectionEndEvent):
                stack.pop()
                key.pop()
                continue
            if not isinstance(event, yaml.NodeEvent):
                self._check_document(event)
                continue
            node = self.node(event)
            self._add(stack[-1], key, node)
            if not isinstance(node, Leaf):
                stack.append(node)
                key.append(None)
                if len(stack) > self.keys.depth:
                    levels = f"more than {self.keys.depth} levels in {self.keys.what}"
                    self._refuse(node.span, levels)
        return self._top(root)

    def events(self, text: str) -> Iterator[Any]:
        """Yield what the parser finds."""
        yield from yaml.parse(text, Loader=_LOADER)

    def _top(self, root: Sequence) -> Mapping:
        if not root.items or (isinstance(root.items[0], Leaf) and not root.items[0].text):
            return Mapping(root.span)
        if not isinstance(root.items[0], Mapping):
            self._refuse(root.items[0].span, f"{self.keys.what} is not made of 'key: value' lines")
        top = root.items[0]
        assert isinstance(top, Mapping)  # noqa: S101 - the line above leaves nothing else
        return top

    def _check_document(self, event: Any) -> None:  # noqa: ANN401 - PyYAML's events have no common type
        marked = isinstance(event, yaml.DocumentStartEvent) and event.explicit
        if marked:
            self._refuse(
                self._span(event), f"{self.keys.dashes} or a directive stands in {self.keys.what}"
            )

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

    def node(self, event: Any) -> Node:  # noqa: ANN401 - PyYAML's events have no common type
        """Return an event as a node; refuse one with a meaning beyond its words."""
        self.nodes += 1
        span = self._span(event)
        if self.nodes > self.keys.nodes:
            many = f"more than {self.keys.nodes} keys and values in {self.keys.what}"
            self._refuse(span, many)
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
            self.keys.unreadable,
            span,
            message,
            "put the value in straight double quotes, or take it out",
        )
        raise _RefusedError
