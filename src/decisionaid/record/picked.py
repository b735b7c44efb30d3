"""The order that picks of most and least give: for showing only, and no number stands beside an item.

Layer 2. The same as ``handover/picks.ts`` in the browser.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from decisionaid.model.record import PickedBlock
from decisionaid.values.picks import Picks, best_minus_worst


@dataclass(frozen=True, slots=True)
class PickedOrder:
    """Items with their places, most first; alike have one place, and what no whole block had has none."""

    places: tuple[tuple[str, int], ...]
    counted: int
    """In how many blocks both were picked."""


def picked_order(blocks: Sequence[PickedBlock]) -> PickedOrder:
    """Return the order of what was picked."""
    # The first ones of all blocks are all items, each once; a file may lack some.
    items = [block.items[at] for at in range(5) for block in blocks if at < len(block.items)]
    picks = [Picks(block.items, block.most.item, block.least.item) for block in blocks]
    counts = best_minus_worst(list(dict.fromkeys(items)), picks)
    known = [(each.id, each.net) for each in counts if each.net is not None]
    places = [(id_, 1 + sum(other > net for _, other in known)) for id_, net in known]
    return PickedOrder(
        tuple(sorted(places, key=lambda place: place[1])), sum(each.most for each in counts)
    )
