"""What the body of an aid is made of: headings, paragraphs, lists and tables, each with its place.

Layer 2. Values only; ``read_blocks`` makes them.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from decisionaid.read.text.passages import Passage, Place
from decisionaid.text import Span


@dataclass(slots=True)
class Heading:
    """A heading; ``level`` is 1, 2 or 3."""

    level: int
    words: Passage


@dataclass(slots=True)
class Paragraph:
    """A paragraph, its inline marks unread."""

    words: Passage


@dataclass(slots=True)
class ListItem:
    """One item of a list."""

    place: Place
    blocks: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class ItemList:
    """A list."""

    numbered: bool
    place: Place
    items: list[ListItem] = field(default_factory=list)


@dataclass(slots=True)
class Row:
    """One line of a table; ``whole`` False: it has another number of cells than the first line."""

    span: Span
    cells: list[Passage]
    whole: bool = True


@dataclass(slots=True)
class Table:
    """The lines of a table: (line number, line); ``rows`` is filled in by ``tables.read_rows``."""

    lines: list[tuple[int, str]]
    rows: list[Row] | None = None

    @property
    def span(self) -> Span:
        """Where its first line stands."""
        return line_span(*self.lines[0])

    @property
    def whole(self) -> Span:
        """Where all of it stands."""
        first, last = line_span(*self.lines[0]), line_span(*self.lines[-1])
        return Span(first.line, first.column, last.end_line, last.end_column)


Block = Heading | Paragraph | ItemList | Table


def line_span(number: int, line: str) -> Span:
    """Return the span of a line's words, white space around them left out."""
    start = len(line) - len(line.lstrip()) + 1
    return Span.on_line(number, start, max(start, len(line.rstrip()) + 1))


def list_span(block: ItemList) -> Span:
    """Return the span of a list, from its first mark to its last word."""
    last = block.place
    queue = [block]
    for each in queue:
        for item in each.items:
            last = max(last, item.place)
            for inner in item.blocks:
                if isinstance(inner, ItemList):
                    queue.append(inner)
                elif isinstance(inner, Paragraph):
                    span = inner.words.span()
                    last = max(last, (span.end_line, span.end_column))
    return Span(block.place[0], block.place[1], last[0], last[1])
