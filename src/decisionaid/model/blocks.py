"""Which outcomes a page asks a reader to hold against one another, figure by figure: its blocks.

Layer 1. A block is one outcome with all that stands with it: the other times of its series, the
rows for other groups of readers, and what other sources say of it. All estimates of a section are
in one block with the outcomes they are of, because a page gathers them by source, benefits and
harms together.
"""

from __future__ import annotations

from collections.abc import Iterator

from decisionaid.model.aid import Aid
from decisionaid.model.outcome import Outcome
from decisionaid.model.sections import OutcomesSection


def blocks_of(aid: Aid) -> list[list[Outcome]]:
    """Return the outcomes of an aid in their blocks, both in the order of the aid."""
    leader = {row.id: row.id for row in aid.outcomes}

    def first_of(name: str) -> str:
        while leader[name] != name:
            name = leader[name]
        return name

    for key, name in _ties(aid):
        # The first row with a tie stands for all that have it.
        leader.setdefault(key, first_of(name))
        leader[first_of(name)] = first_of(key)
    blocks: dict[str, list[Outcome]] = {}
    for row in aid.outcomes:
        blocks.setdefault(first_of(row.id), []).append(row)
    return list(blocks.values())


def main_of(row: Outcome, aid: Aid) -> Outcome:
    """Return the outcome that a row is another source's estimate of; itself where there is none."""
    seen = {row.id}
    while row.estimate_of and row.estimate_of not in seen:
        seen.add(row.estimate_of)
        other = aid.outcome(row.estimate_of)
        if other is None:
            break
        row = other
    return row


def _ties(aid: Aid) -> Iterator[tuple[str, str]]:
    """Yield what ties rows to one another, with the id of each row that it ties.

    A slash cannot be part of an id, so no tie is taken for a row.
    """
    for number, section in enumerate(aid.of(OutcomesSection)):
        for row in section.outcomes:
            if row.series:
                yield f"series/{row.series}", row.id
            if row.stratum:
                yield f"groups/{number}/{row.label}", row.id
            if row.estimate_of:
                yield f"sources/{number}", row.id
                yield f"sources/{number}", main_of(row, aid).id
