"""A record as text for the clinical record: ASCII, the same bytes as ``handover/record-text.ts`` makes each time.

Layer 2. The short form has at most 900 signs. What gives way, and in which order, stands in
``theme/schema/record-text.json``, and the text says what it left out. Never left out: the first 200 signs of
their own words, flags, leaning and their first three questions. Flags are said in fewer words before any of
their own words go; where even those have no room, the questions and names are cut with a mark, and what matters
in their own words last.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from decisionaid.model.record import Record
from decisionaid.model.words import AidWords
from decisionaid.outside.tables import filled, table
from decisionaid.record.text_lines import text_lines
from decisionaid.record.text_pieces import Line

Form = Literal["short", "long"]


@dataclass(frozen=True, slots=True)
class _Step:
    """One piece, by its line and its place there, that goes one form further; and what that leaves out."""

    piece: tuple[int, int]
    order: int
    left: str


def record_text(record: Record, words: AidWords | None, form: Form = "short") -> str:
    """Return what a record says as text; ``words`` None: in the words of the record itself."""
    tables = table("record-text")
    most: int = tables["most"]
    whole = text_lines(record, words, is_long=form == "long")
    text = _written(whole, (), is_cut=False)
    if form == "long" or len(text) <= most:
        return text
    steps = _steps_of(whole)
    for done in range(1, len(steps) + 1):
        text = _written(whole, steps[:done], is_cut=False)
        if len(text) <= most:
            return text
    for room in tables["limits"]:
        cut = text_lines(record, words, is_long=False, room=tuple(room))
        text = _written(cut, _steps_of(cut), is_cut=True)
        if len(text) <= most:
            return text
    return text


def _steps_of(lines: Sequence[Line]) -> list[_Step]:
    """Return all that can give way, in the order in which it does."""
    steps = [
        _Step((row, place), gives.order, gives.left)
        for row, line in enumerate(lines)
        for place, piece in enumerate(line.pieces)
        for gives in piece.gives
    ]
    return sorted(steps, key=lambda step: step.order)


def _written(lines: Sequence[Line], steps: Sequence[_Step], *, is_cut: bool) -> str:
    gone = Counter(step.piece for step in steps)
    said = []
    for row, line in enumerate(lines):
        items = [piece.form(gone[row, place]) for place, piece in enumerate(line.pieces)]
        items = [item for item in items if item]
        if items:
            said.append(filled(line.message, items=line.join.join(items)))
    return "\n".join([*said, *_left_line(steps, is_cut=is_cut)])


def _left_line(steps: Sequence[_Step], *, is_cut: bool) -> list[str]:
    """Return what was left out, in the order in which it gave way."""
    tables = table("record-text")
    if is_cut:
        return [filled(tables["left_cut"], mark=tables["mark"])]
    names = tables["left_out"] | {"own": tables["left_words"]}
    counts = Counter(step.left for step in steps)
    items = [
        filled(tables["left_item"], name=names[left], n=counts[left])
        if counts[left] > 1
        else names[left]
        for left in tables["gives"]
        # What is only said in fewer words leaves nothing out.
        if counts[left] and left in names
    ]
    return [filled(tables["left"], items=", ".join(items))] if items else []
