"""Take the keys of one group of a head, or of a place: each once, as text, and whatever is left is reported.

Layer 2. A value that was written but cannot be read is None, and its path is marked as unread.
Longer than 300 lines: all that can be taken from a group stands in one class.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from datetime import date

from decisionaid.diagnostics import Code, Edit
from decisionaid.read.head import yaml_tree
from decisionaid.read.head.head_hints import MEANT, NOTHING, date_hint
from decisionaid.read.ledger import Ledger, listed, quoted, to_paste
from decisionaid.read.text.characters import has_control
from decisionaid.text import Path, Span

_CURLY = "\u201c\u201d\u201e\u201f"
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Group:
    """One group of keys, such as the head itself or what stands under one source."""

    def __init__(self, ledger: Ledger, tree: yaml_tree.Mapping, path: Path, name: str) -> None:
        """Index the keys; a key that stands twice is reported and its second value is dropped."""
        self.ledger = ledger
        self.path = path
        self.name = name
        """What the group is called in messages, such as ``the head``."""
        self.span = tree.span
        self._values: dict[str, tuple[Span, yaml_tree.Node]] = {}
        for key, value in tree.pairs:
            if key.text in self._values:
                ledger.fault(
                    ledger.keys.twice,
                    key.span,
                    f"the key {quoted(key.text)} stands twice in {name}",
                    "keep one of the two",
                    also=(self._values[key.text][0],),
                )
            else:
                self._values[key.text] = (key.span, value)
        self._taken: set[str] = set()

    def node(self, key: str, field: str | None = None) -> yaml_tree.Node | None:
        """Take a value of any shape, or None when the key is absent or has no value."""
        self._taken.add(key)
        found = self._values.get(key)
        if found is None:
            return None
        span, node = found
        path = (*self.path, field or key.replace("-", "_"))
        self.ledger.spans.put(path, node.span if _written(node) else span)
        if _written(node):
            return node
        self.ledger.unread.add(path)
        self.ledger.fault(
            self.ledger.keys.unvalued,
            span,
            f"the key {quoted(key)} in {self.name} has no value",
            "write a value behind its colon; a value with a comma or a colon stands in quotes: "
            f'{key if len(key) < 40 else "key"}: "..."',
        )
        return None

    def peek(self, key: str) -> yaml_tree.Node | None:
        """Return a value without taking it; None: there is no such key."""
        found = self._values.get(key)
        return found[1] if found else None

    def text(self, key: str, field: str | None = None) -> str | None:
        """Take a value as the words the author typed."""
        node = self.node(key, field)
        if node is None:
            return None
        if not isinstance(node, yaml_tree.Leaf):
            self.bad(
                key,
                field,
                node.span,
                f"the value of '{key}' is a list or a group",
                f"write '{key}: words'",
            )
            return None
        if has_control(node.text):
            self.bad(
                key,
                field,
                node.span,
                f"the value of '{key}' holds a character that cannot be shown",
                "type the words again",
                self.ledger.keys.unseen,
            )
            return None
        text = " ".join(node.text.split())
        if node.plain and len(text) > 2 and text[0] in _CURLY and text[-1] in _CURLY:
            text = text[1:-1].strip()
            edits = (Edit(node.span, f'"{text}"'),) if not set(text) & set('"\\') else ()
            self.ledger.fault(
                self.ledger.keys.quotes,
                node.span,
                f"the quotes around {quoted(text)} are curly, and would be shown",
                f'write straight ones: {key}: "{to_paste(text)}"',
                edits=edits,
            )
        return text or None

    def words_or_none(self, key: str) -> str | None:
        """Take words, for which ``none`` is an answer and ``nil`` or ``N/A`` is not."""
        text = self.text(key)
        if text is None or not NOTHING.fullmatch(text):
            return text
        self.ledger.fault(
            self.ledger.keys.bad,
            self.place(key),
            f"{quoted(text)} is no value of '{key}'",
            f"write '{key}: none', or the words",
            edits=(Edit(self.place(key), "none"),) if text.lower() in {"no", "nil"} else (),
        )
        return "none"

    def choice(self, key: str, allowed: Sequence[str]) -> str | None:
        """Take a value that is one of a few words."""
        text = self.text(key)
        if text is None or text in allowed:
            return text
        meant = MEANT.get(text.lower())
        near = meant if meant in allowed else self.ledger.nearest(text, allowed)
        fix = f"did you mean '{near}'?" if near else f"write one of: {listed(allowed)}"
        message = f"{quoted(text)} is no value of '{key}'"
        edits = self.ledger.respelt(self.place(key), text, near, allowed)
        self.ledger.unread.add((*self.path, key.replace("-", "_")))
        self.ledger.fault(self.ledger.keys.bad, self.place(key), message, fix, edits=edits)
        return None

    def matching(
        self, key: str, pattern: re.Pattern[str], fix: str | Callable[[str], str]
    ) -> str | None:
        """Take a value that has a certain form; ``fix`` says how to write another."""
        text = self.text(key)
        if text is None or pattern.fullmatch(text):
            return text
        fix = fix if isinstance(fix, str) else fix(text)
        self.bad(key, None, self.place(key), f"{quoted(text)} is no value of '{key}'", fix)
        return None

    def date(self, key: str) -> date | None:
        """Take a date written as 2026-11-22."""
        text = self.text(key)
        if text is None:
            return None
        try:
            if _DATE.fullmatch(text):
                return date.fromisoformat(text)
        except ValueError:
            pass
        self.bad(
            key,
            None,
            self.place(key),
            f"{quoted(text)} is no date",
            date_hint(key, text),
        )
        return None

    def group(self, key: str, field: str | None = None) -> Group | None:
        """Take a group of keys within this one."""
        node = self.node(key, field)
        path = (*self.path, field or key.replace("-", "_"))
        if node is None:
            return None
        if isinstance(node, yaml_tree.Mapping):
            return Group(self.ledger, node, path, f"'{key}'")
        self.bad(
            key,
            field,
            node.span,
            f"'{key}' is not a group of keys",
            f"write '{key}: {{key: value}}'",
        )
        return None

    def each(
        self, key: str, example: str = "its-id: ..."
    ) -> list[tuple[yaml_tree.Leaf, yaml_tree.Node]]:
        """Take a group whose keys are the author's own ids; ``example`` is a line of it."""
        node = self.node(key)
        if node is None:
            return []
        if isinstance(node, yaml_tree.Mapping):
            return Group(self.ledger, node, (), f"'{key}'").pairs
        self.bad(
            key,
            None,
            node.span,
            f"'{key}' is not a group of keys",
            f"write below '{key}:' a line '  {example}'",
        )
        return []

    @property
    def pairs(self) -> list[tuple[yaml_tree.Leaf, yaml_tree.Node]]:
        """All keys and values, a key that stands twice once."""
        return [
            (yaml_tree.Leaf(key, span, plain=True), node)
            for key, (span, node) in self._values.items()
        ]

    def left(self) -> list[tuple[yaml_tree.Leaf, yaml_tree.Node]]:
        """Take all keys that were not taken yet."""
        found = [pair for pair in self.pairs if pair[0].text not in self._taken]
        self._taken.update(key.text for key, _node in found)
        return found

    def need(self, keys: Collection[str], example: str = "...") -> bool:
        """Report keys that are absent though the group makes no sense without them."""
        absent = [key for key in keys if key not in self._values]
        for key in absent:
            self.ledger.fault(
                self.ledger.keys.missing,
                self.span,
                f"{self.name} has no '{key}'",
                f"add it: '{key}: {example}'",
            )
        if absent and self.path:
            self.ledger.unread.add(self.path)
        return not absent

    def _cut_by_comma(self, key: str, value: yaml_tree.Leaf, rest: str, span: Span) -> None:
        # condition: {name: Example condition, mild, plain: example}
        whole = f"{value.text}, {rest}"
        self.ledger.fault(
            self.ledger.keys.unvalued,
            span,
            f"the comma before {quoted(rest)} ends the value of '{key}'",
            f'put the value in quotes: {key}: "{to_paste(whole)}"',
            edits=self._quoting(key, value, span),
        )

    def _quoting(self, key: str, value: yaml_tree.Leaf, rest: Span) -> tuple[Edit, ...]:
        """Return the edit that quotes a plain value with all the pieces behind it that have none."""
        end = rest
        keys = list(self._values)
        for following in keys[keys.index(key) + 1 :]:
            span, node = self._values[following]
            if following in self._taken or _written(node):
                break
            end = span
        whole = Span(value.span.line, value.span.column, end.end_line, end.end_column)
        text = self.ledger.source.line(whole.line)[whole.column - 1 : whole.end_column - 1]
        if not value.plain or whole.line != whole.end_line or set(text) & set('"\\'):
            return ()
        return (Edit(whole, f'"{text}"'),)

    def misplaced(self, key: str) -> Span | None:
        """Take a key that has no place here, whatever its value; return where it stands, or None."""
        if key not in self._values or key in self._taken:
            return None
        self._taken.add(key)
        return self._values[key][0]

    def place(self, key: str) -> Span:
        """Return where the value of a key stands."""
        return self._values[key][1].span

    def bad(
        self,
        key: str,
        field: str | None,
        span: Span,
        message: str,
        fix: str,
        code: Code | None = None,
    ) -> None:
        """Report a value that cannot be read; ``code`` None: under that of bad values."""
        self.ledger.unread.add((*self.path, field or key.replace("-", "_")))
        self.ledger.fault(code or self.ledger.keys.bad, span, message, fix)

    def done(self, known: Sequence[str], hint: Callable[[str], str | None] | None = None) -> None:
        """Report every key that was not taken."""
        before: tuple[str, yaml_tree.Node] | None = None
        for key, (span, node) in self._values.items():
            if key in self._taken:
                before = (key, node)
                continue
            if before and isinstance(before[1], yaml_tree.Leaf) and not _written(node):
                self._cut_by_comma(before[0], before[1], key, span)
                continue
            hinted = hint(key) if hint else None
            near = None if hinted else self.ledger.nearest(key, known)
            absent = near if near not in self._values else None
            self.ledger.fault(
                self.ledger.keys.unknown,
                span,
                f"{self.name} has a key that is not known: {quoted(key)}",
                hinted
                or (f"did you mean '{near}'?" if near else None)
                or f"take it out, or use one of: {', '.join(known)}",
                edits=self.ledger.respelt(span, key, absent, known),
            )


def _written(node: yaml_tree.Node) -> bool:
    if isinstance(node, yaml_tree.Leaf):
        return bool(node.text.strip())
    return bool(node.items if isinstance(node, yaml_tree.Sequence) else node.pairs)
