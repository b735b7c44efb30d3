"""The roles of sections and the kinds of their parts, and which role a section without one was meant to have.

Layer 2. Pure. A role is told by what can stand in no other: a kind in the brace of a ``###``, a box to
tick, a goal, a table with an empty corner.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from decisionaid.read.text.attributes import Allowed
from decisionaid.read.text.blocks import Block, Heading, ItemList, Paragraph, Table

Role = Literal[
    "prose", "condition", "red-flags", "options", "compare", "outcomes", "test", "uncertain",
    "values", "knowledge", "questions", "support", "plan",
]  # fmt: skip
ROLES: tuple[Role, ...] = (
    "condition", "red-flags", "options", "compare", "outcomes", "test", "uncertain", "values",
    "knowledge", "questions", "support", "plan",
)  # fmt: skip
DIRECTIONS = ("good", "bad", "neutral", "about-the-study")
OPTION_KINDS = ("as-now", "wait", "none", "comparator")
QUESTION_KINDS = ("importance", "balance", "ranking", "choice", "picks")
RESULT_KINDS = ("positive", "negative", "overdiagnosis")

PARTS: dict[str, Allowed] = {
    "options": Allowed(
        "an option", classes=(*OPTION_KINDS, "not-offered"), keys=("name", "stratum")
    ),
    "outcomes": Allowed(
        "an outcome",
        classes=(*DIRECTIONS, "more", "sensitive", "grid"),
        keys=("series", "estimate-of", "stratum"),
    ),
    "test": Allowed("a test result", classes=RESULT_KINDS, keys=("about",)),
    "values": Allowed("a values question", classes=(*QUESTION_KINDS, "sensitive"), keys=("about",)),
    "knowledge": Allowed("a knowledge check", keys=("about",)),
    "plan": Allowed("a plan", keys=("option",)),
}
"""Roles under which each ``###`` is a part of its own, and what its brace may hold."""

EASY = Allowed("the heading of easy words", id=False, classes=("easy", "answered"))
EASY_PARTS = ("options", "values", "knowledge")
"""Roles under which each ``###`` can have easy words of its own; under others the section alone can."""

_BRACE = re.compile(r"\{([^{}]*)\}\s*$")
_CLASS = re.compile(r"(?<!\S)\.([a-z-]+)")
_KINDS: dict[str, Role] = {
    **dict.fromkeys((*OPTION_KINDS, "not-offered"), "options"),
    **dict.fromkeys(DIRECTIONS, "outcomes"),
    **dict.fromkeys(QUESTION_KINDS, "values"),
    **dict.fromkeys(RESULT_KINDS, "test"),
}
_ITEMS: tuple[tuple[re.Pattern[str], Role], ...] = (
    (re.compile(r"\[[ xX]\] .*\{#"), "knowledge"),
    (re.compile(r"(?:Goal|Action): .*\{#"), "plan"),
)
_EMPTY_CORNER = re.compile(r"\|\s*\|(?:[^|]+\|){2,}\s*")


def is_easy(heading: str) -> bool:
    """Tell whether a heading begins easy words."""
    brace = _BRACE.search(heading)
    return brace is not None and "easy" in _CLASS.findall(brace[1])


def role_of(below: Iterable[Block]) -> Role | None:
    """Return the only role in which what stands below a heading has a meaning; None: it may be prose."""
    for block in below:
        found: Role | None = None
        if isinstance(block, Heading):
            found = _of_brace(block.words.text)
        elif isinstance(block, Table) and _EMPTY_CORNER.fullmatch(block.lines[0][1].strip()):
            found = _of_rows(block)
        elif isinstance(block, ItemList) and block.items:
            found = _of_item(block)
        if found is not None:
            return found
    return None


def _of_rows(table: Table) -> Role:
    """Tell a table of outcomes, whose rows say if they are good or bad, from one that compares in words."""
    firsts = (line.strip().strip("|").partition("|")[0].strip() for _, line in table.lines[2:])
    return "outcomes" if any(_of_brace(each) == "outcomes" for each in firsts) else "compare"


def _of_brace(heading: str) -> Role | None:
    brace = _BRACE.search(heading)
    kinds = (_KINDS.get(name) for name in _CLASS.findall(brace[1] if brace else ""))
    return next((kind for kind in kinds if kind), None)


def _of_item(block: ItemList) -> Role | None:
    first = block.items[0].blocks[0] if block.items[0].blocks else None
    words = first.words.text if isinstance(first, Paragraph) else ""
    return next((role for pattern, role in _ITEMS if pattern.match(words)), None)
