"""Where a piece of text is: the source, spans in it, and a map from paths to spans.

Layer 0. Lines and columns count from 1, columns count characters, ends are exclusive.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

Path = tuple[str | int, ...]
"""Names a part of an aid, such as ``("sections", 2, "outcomes", 0, "cells", 1)``."""


class Span(NamedTuple):  # hundreds are made for one aid, and these cost a third of a frozen class
    """A stretch of the source; ``end_column`` is the column after the last character."""

    line: int
    column: int
    end_line: int
    end_column: int

    @classmethod
    def on_line(cls, line: int, column: int, end_column: int) -> Span:
        """Return a span within one line."""
        return cls(line, column, line, max(end_column, column))


@dataclass(frozen=True)
class Source:
    """An aid's text and the name by which messages speak of it.

    ``name`` is a path as the person knows it, with forward slashes; ``slug`` the name of the aid's folder.
    """

    name: str
    text: str
    slug: str = "aid"

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines without their ends; a trailing line end adds no line."""
        return tuple(self.text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))

    def line(self, number: int) -> str:
        """Return a line by its number from 1, or an empty string beyond the end."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""


class SpanMap:
    """Where each part of an aid was written."""

    def __init__(self) -> None:
        """Start empty."""
        self._spans: dict[Path, Span] = {}

    def put(self, path: Path, span: Span) -> None:
        """Record where a part was written; the first record of a path stays."""
        self._spans.setdefault(path, span)

    def nearest(self, path: Path) -> Span:
        """Return the span of the path, or of the closest part around it, or the start of the file."""
        while path and path not in self._spans:
            path = path[:-1]
        return self._spans.get(path, Span.on_line(1, 1, 1))

    def exact(self, path: Path) -> Span | None:
        """Return the span of the path itself, or None."""
        return self._spans.get(path)

    def items(self) -> Iterator[tuple[Path, Span]]:
        """Yield every path with its span, in the order in which they were recorded."""
        yield from self._spans.items()
