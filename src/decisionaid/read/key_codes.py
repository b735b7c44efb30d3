"""Under which codes faults of keys are told: those of an aid's head, or those of a place's file.

Layer 2. Both are YAML of the same kind, read by the same code; what they are called and how much of them
is read differs.
"""

from __future__ import annotations

from dataclasses import dataclass

from decisionaid.diagnostics import Code
from decisionaid.read.faults import (
    BAD_HEAD_VALUE,
    BROKEN_HEAD,
    DUPLICATE_FIELD,
    MISSING_KEY,
    NOT_TEXT,
    UNKNOWN_KEY,
    UNQUOTED_VALUE,
    WRONG_QUOTES,
)


@dataclass(frozen=True, slots=True)
class KeyCodes:
    """One kind of YAML text: its name in messages, its codes, and the most that is read of it."""

    what: str
    """What the text is called, such as ``the head``."""
    dashes: str
    """What a line of dashes in it is called."""
    unreadable: Code
    unknown: Code
    missing: Code
    bad: Code
    twice: Code
    unvalued: Code
    quotes: Code
    unseen: Code
    """For a character that cannot be shown."""
    most: int
    """Characters."""
    depth: int
    """Levels of lists and keys within one another."""
    nodes: int
    """Keys, values and list items."""


HEAD = KeyCodes(
    what="the head",
    dashes="a second '---'",
    unreadable=BROKEN_HEAD,
    unknown=UNKNOWN_KEY,
    missing=MISSING_KEY,
    bad=BAD_HEAD_VALUE,
    twice=DUPLICATE_FIELD,
    unvalued=UNQUOTED_VALUE,
    quotes=WRONG_QUOTES,
    unseen=NOT_TEXT,
    most=64 * 1024,
    depth=8,  # the format needs four
    nodes=10_000,
)
"""The head of an aid."""
