"""What is said of a record or a plan that is made up, in each form it takes: the same as ``record/made-up.ts``.

Layer 1. It stands before all else, so that no part of a form goes anywhere without it.
"""

from __future__ import annotations

from decisionaid.model.made_up import Named, is_made_up
from decisionaid.outside.tables import filled, table


def mark_of(each: Named) -> str:
    """Return what has to be said first; empty: a person said it."""
    return str(table("made-up")["mark"]) if is_made_up(each) else ""


def marked(each: Named, text: str) -> str:
    """Return a text with the mark before it, where it needs one."""
    mark = mark_of(each)
    return filled(table("made-up")["before"], mark=mark, text=text) if mark else text
