"""Tell what the lines of a section are: runs of one kind, items of a list, and the heads of tables.

Layer 2. Pure. Knows how lines look, and no grammar of what stands in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from decisionaid.exchange.columns import FIELDS, OTHERS, REPEATED

NOT_IN_STUDY = "Not in this study"
ANSWER = "not in this study"
UNPAIRED = re.compile(r"not (?:clear|found):|not reported$|groups differ(?:$|:)")
"""What stands in place of a difference and names no options."""

PAIR = re.compile(r"(\S+) against (\S+?): *(.*)")
ITEM = re.compile(r" {0,3}[-*+][ \t]+(.*)")
FIELD = re.compile(r"([^:\n]{1,60}?) ?:(?=\s|$)\s*(.*)")
_STROKE = re.compile(r"(?<!\\)\|")
_HEADING = re.compile(r" {0,3}###[ \t]")
_BRACE = re.compile(r"\s*\{[^{}]*\}\s*$")


@dataclass
class Above:
    """What stands above a table: fields with their lines, and answers for options."""

    fields: dict[str, list[str]] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Head:
    """The first line of a table of outcomes: what each column after the first is called."""

    names: tuple[str, ...]
    pairs: tuple[tuple[str, str] | None, ...]


@dataclass(frozen=True)
class StudyRows:
    """A table of outcomes as it stood: its columns, its rows by their ids, and what stood above."""

    lines: tuple[str, str]
    """Its first line and its ruler."""
    head: Head
    rows: Mapping[str, str]
    above: Above


def is_bare(text: str) -> bool:
    """Whether a difference names no options and is no answer in place of one."""
    return not PAIR.fullmatch(text) and not UNPAIRED.match(text)


def head_of(cells: Sequence[str], options: set[str]) -> Head:
    """Return what the columns of a table of outcomes are."""
    names: list[str] = []
    pairs: list[tuple[str, str] | None] = []
    for text in cells[1:]:
        name, _, between = (part.strip() for part in text.partition(":"))
        of_field = next((each for each in FIELDS if each.casefold() == name.casefold()), text)
        names.append(text if text in options else of_field)
        first, against, second = between.partition(" against ")
        pairs.append((first.strip(), second.strip()) if against else None)
    two = [each for each in names if each in options and each != OTHERS]
    pair = (two[1], two[0]) if len(two) == 2 else None
    return Head(
        tuple(names),
        tuple(
            (found or pair) if name == REPEATED else None
            for name, found in zip(names, pairs, strict=True)
        ),
    )


def cells_in(line: str) -> list[str]:
    """Return the cells of a row, a stroke within one still behind its backslash."""
    return [cell.strip() for cell in _STROKE.split(line)[1:-1]] or [""]


def items_in(lines: Sequence[str]) -> Iterator[str]:
    """Yield the items of a list, each on one line."""
    words: list[str] = []
    for line in lines:
        item = ITEM.fullmatch(line)
        if item and words:
            yield " ".join(words)
            words = []
        words.append(item[1].strip() if item else line.strip())
    if words:
        yield " ".join(words).strip()


def runs_of(lines: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """Yield what the lines are, run by run: ``heading``, ``list``, ``table``, ``comment``, ``blank``, ``words``."""
    kinds: list[str] = []
    inside = False
    for number, line in enumerate(lines):
        before = kinds[-1] if kinds else ""
        if inside or line.lstrip().startswith("<!--"):
            inside = "-->" not in line
            kinds.append("comment")
        elif not line.strip():
            kinds.append("blank")
        elif number == 0 or _HEADING.match(line):
            kinds.append("heading")
        elif line.lstrip().startswith("|"):
            kinds.append("table")
        elif ITEM.fullmatch(line) or before == "list":
            kinds.append("list")
        else:
            kinds.append("words")
    start = 0
    for number in range(1, len(kinds) + 1):
        if number == len(kinds) or kinds[number] != kinds[start] or kinds[number] == "heading":
            yield kinds[start], start, number
            start = number
