"""Where a piece of text is: the source, spans in it, and a map from paths to spans.

Layer 0. Lines and columns count from 1, columns count characters, ends are exclusive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

BYTE_ORDER_MARK: Final = "\ufeff"
"""What some programs put before a text; it is no part of it."""

MARK_IN_BYTES: Final = BYTE_ORDER_MARK.encode()

LINE_END: Final = r"\r\r\n|\r\n|\r|\n"
"""The pattern of a line end; CR CR LF is what a file has whose ends were written for Windows twice."""

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
        return tuple(lines_in(self.text))

    def line(self, number: int) -> str:
        """Return a line by its number from 1, or an empty string beyond the end."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""


def lines_in(text: str) -> list[str]:
    """Return the lines of a text without their ends, whichever of the ends it has."""
    if "\r" in text:
        text = text.replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n")
    return text.split("\n")


def span_of_words(source: Source, span: Span, words: str) -> Span:
    """Return where words first stand within a span, white space aside; the span itself if they do not.

    They may not stand there as they are: stress and escapes are no part of what a reader reads.
    A word within a longer word is another word: "only" is not found in "commonly".
    """
    lines = source.lines[span.line - 1 : span.end_line]
    if not lines or not words.split():
        return span
    text = "\n".join(lines)
    end = len(text) - len(lines[-1]) + span.end_column - 1
    pattern = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, words.split())) + r"(?!\w)")
    found = pattern.search(text, span.column - 1, end)
    if found is None:
        return span
    return Span(*_place(text, found.start(), span.line), *_place(text, found.end(), span.line))


def _place(text: str, at: int, first: int) -> tuple[int, int]:
    """Return line and column of a position in lines that begin with the line ``first``."""
    before = text[:at]
    return first + before.count("\n"), at - before.rfind("\n")


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
