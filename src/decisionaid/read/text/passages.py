"""Words of the source together with the place of each character.

Layer 2. A passage of several lines (a paragraph) knows where each of its lines begins, so that a
place inside it is exact whatever indentation or list marks stood before the lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from decisionaid.text import Span

Place = tuple[int, int]
"""Line and column, both from 1."""


@dataclass(slots=True)  # never changed; not frozen, since hundreds are made for one aid
class Passage:
    """Text and, for each of its lines, the place of that line's first character."""

    text: str
    places: tuple[Place, ...]

    def place(self, offset: int) -> Place:
        """Return the place of the character at an offset; the length itself is the end."""
        if len(self.places) == 1:
            line, column = self.places[0]
            return line, column + offset
        number = self.text.count("\n", 0, offset)
        line, column = self.places[number]
        return line, column + offset - (self.text.rfind("\n", 0, offset) + 1)

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """Return where a part of it stands, or all of it."""
        if end is None:
            end = len(self.text)
        if len(self.places) == 1:
            line, column = self.places[0]
            return Span(line, column + start, line, column + end)
        first, last = self.place(start), self.place(end)
        return Span(first[0], first[1], last[0], last[1])

    def cut(self, start: int, end: int | None = None) -> Passage:
        """Return a part of it, without white space around it."""
        piece = self.text[start:end]
        left = piece.lstrip()
        start += len(piece) - len(left)
        piece = left.rstrip()
        if len(self.places) == 1:
            line, column = self.places[0]
            return Passage(piece, ((line, column + start),))
        first = self.text.count("\n", 0, start)
        later = self.places[first + 1 : first + 1 + piece.count("\n")]
        return Passage(piece, (self.place(start), *later))

    def split(self, separator: str) -> Iterator[Passage]:
        """Yield the parts between separators, without white space around them."""
        start = 0
        for found in re.finditer(re.escape(separator), self.text):
            yield self.cut(start, found.start())
            start = found.end()
        yield self.cut(start)
