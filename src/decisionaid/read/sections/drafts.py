"""A body whose sections and parts have been told apart, and nothing more: what the section readers read.

Layer 2. Values only; ``outline`` makes them.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from decisionaid.read.sections.roles import Role
from decisionaid.read.text.attributes import Attributes
from decisionaid.read.text.blocks import Block, ItemList, Row
from decisionaid.read.text.passages import Passage


@dataclass(slots=True)
class StudyTable:
    """A table of outcomes: its first line, and the fields right above it."""

    header: Row
    rows: list[Row]
    fields: list[ItemList]


@dataclass(slots=True)
class RowOfTable:
    """A row, and the table it stands in."""

    row: Row
    table: StudyTable


@dataclass(slots=True)
class EasyDraft:
    """A heading ``{.easy}`` with what stands below it."""

    words: Passage
    blocks: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class Part:
    """A ``###`` heading with what stands below it, or a row of a table of outcomes."""

    words: Passage
    attributes: Attributes
    id: str
    kind: str
    """Its direction or kind, or an empty string where the role has none."""
    blocks: list[Block] = field(default_factory=list)
    row: RowOfTable | None = None
    easy: EasyDraft | None = None
    answered: EasyDraft | None = None
    """Of a fact to check: the easy words of what is shown once it is answered."""


@dataclass(slots=True)
class CompareRowDraft:
    """A row of ``.compare`` whose first cell has been read."""

    row: Row
    words: Passage
    attributes: Attributes
    id: str


@dataclass(slots=True)
class Draft:
    """A section whose parts have been told apart, and nothing more."""

    role: Role
    words: Passage
    attributes: Attributes
    blocks: list[Block] = field(default_factory=list)
    """What stands before the first part."""
    parts: list[Part] = field(default_factory=list)
    header: Row | None = None
    rows: list[CompareRowDraft] = field(default_factory=list)
    easy: EasyDraft | None = None


@dataclass(slots=True)
class Outline:
    """The whole body."""

    title: str
    opening: list[Block] = field(default_factory=list)
    easy: EasyDraft | None = None
    """Of the opening."""
    sections: list[Draft] = field(default_factory=list)
