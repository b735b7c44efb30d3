"""Draw the lines a diagnostic is about, with marks under the very characters.

Layer 0. ``^`` marks the fault, ``-`` what belongs to it. Marks are placed by display width: wide
characters take two columns, combining ones none. A long line is shown only around its marks.

    42 | | Infection | 1 in 100 | 3 in 1000 |
       |               --------   ^^^^^^^^^
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from decisionaid.text import Source, Span

WIDEST = 100
"""Columns of source shown; the gutter comes on top."""

MOST_LINES = 4
"""Lines of one frame: the fault's own, and the first few that belong to it."""


@dataclass(frozen=True)
class CodeFrame:
    """The drawn lines, and the width of the line numbers so that what follows can be aligned."""

    lines: tuple[str, ...]
    gutter: int


def code_frame(
    source: Source, span: Span, also: Sequence[Span] = (), *, paint: str | None = None
) -> CodeFrame:
    """Return the frame; ``paint`` is the ANSI code of the fault's marks, None for no colour."""
    marks = [(span, "^"), *((other, "-") for other in also)]
    numbers = [span.line]
    for other in also:
        if other.line not in numbers and len(numbers) < MOST_LINES:
            numbers.append(other.line)
    gutter = len(str(max(numbers)))
    empty = " " * gutter + " |"
    lines = [empty]
    for number in sorted(numbers):
        shown, under = _marked(source.line(number), [m for m in marks if m[0].line == number])
        lines.append(f"{number:>{gutter}} | {shown}".rstrip())
        lines.append(f"{empty} {_painted(under, paint)}")
    return CodeFrame(tuple(lines), gutter)


def _painted(under: str, paint: str | None) -> str:
    bare = under.lstrip(" ")
    return f"{under[: len(under) - len(bare)]}\x1b[{paint}m{bare}\x1b[0m" if paint else under


def _marked(line: str, marks: Sequence[tuple[Span, str]]) -> tuple[str, str]:
    """Return the line as shown, and the marks beneath it."""
    cells = [printable(character) for character in line]
    widths = [display_width(cell) for cell in cells]
    edges = [0]
    for width in widths:
        edges.append(edges[-1] + width)
    under = [" "] * (edges[-1] + 1)
    for span, mark in reversed(marks):  # the fault's own mark is drawn last, over the others
        start = edges[min(max(span.column - 1, 0), len(cells))]
        last = span.end_column - 1 if span.end_line == span.line else len(cells)
        end = edges[min(max(last, 0), len(cells))]
        for column in range(start, max(end, start + 1)):
            under[column] = mark
    first, last = _window(edges, marks)
    shown = "".join(cells[first:last])
    beneath = "".join(under[edges[first] : edges[last] + 1])
    if first > 0:
        shown, beneath = "…" + shown, " " + beneath
    if last < len(cells):
        shown, beneath = shown + "…", beneath[: display_width(shown)]
    return shown, beneath.rstrip()


def _window(edges: Sequence[int], marks: Sequence[tuple[Span, str]]) -> tuple[int, int]:
    """Return which characters of the line to show: all, or as many as fit around the fault."""
    count = len(edges) - 1
    if edges[-1] <= WIDEST:
        return 0, count
    fault = min(max(marks[0][0].column - 1, 0), count)
    first = fault
    while first > 0 and edges[fault] - edges[first - 1] <= WIDEST // 4:
        first -= 1
    last = first
    while last < count and edges[last + 1] - edges[first] <= WIDEST:
        last += 1
    while first > 0 and edges[last] - edges[first - 1] <= WIDEST:
        first -= 1
    return first, last


def printable(text: str) -> str:
    """Return text that is safe in a terminal: tabs as a space, other control characters replaced."""
    return "".join(
        " "
        if character in "\t\n\r\x0b\x0c\x85\u2028\u2029"
        else "\ufffd"
        if _unsafe(character)
        else character
        for character in text
    )


def _unsafe(character: str) -> bool:
    # Cf holds the controls that turn the direction of what follows, which can hide text
    category = unicodedata.category(character)
    return category in ("Cc", "Cs") or (category == "Cf" and character in _TURNING)


_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def display_width(text: str) -> int:
    """Return how many columns text takes in a terminal; it is the sum over its characters."""
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def visible(text: str) -> str:
    """Return lines in which characters that cannot be seen, such as a tab, are named in angle brackets."""
    return "".join(
        character if character == "\n" or character.isprintable() else f"<U+{ord(character):04X}>"
        for character in text
    )
