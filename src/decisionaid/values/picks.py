"""Picks of what matters most and what matters least: the blocks that are shown, and the count of picks.

Layer 1. Pure. Three items on a screen and two picks from them are asked instead of a rating where
everything would be rated ten. Counting best minus worst is after Flynn and Marley, "Best-worst
scaling: theory and methods". That the blocks are the turns of one block, how many
items may be asked about, and that half a block counts for nothing are our own rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from decisionaid.values.numbers import tidy

FEWEST_ITEMS: Final = 6
"""With fewer, an order by buttons is shorter."""

MOST_ITEMS: Final = 12
"""There are as many blocks as items, and nobody is asked more than so many."""

SIZES: Final = (3, 4, 5)
"""How many items a block may have."""


@dataclass(frozen=True, slots=True)
class Picks:
    """What a person picked in one block; None: nothing was picked, for whatever reason."""

    block: tuple[str, ...]
    most: str | None = None
    least: str | None = None


@dataclass(frozen=True, slots=True)
class CountedPicks:
    """How often an item was picked, out of the blocks with both picks that it stood in."""

    id: str
    most: int
    least: int
    shown: int
    net: float | None
    """``(most - least) / shown``, -1 to 1; None: no block with both picks had the item. That is not 0."""


def blocks_of_picks(items: Sequence[str], size: int = 3) -> list[tuple[str, ...]] | None:
    """Return the blocks to pick from, as many as there are items; always the same ones.

    Each item is in ``size`` blocks, and once in each place of a block. Two items meet ``size * (size -
    1) / (items - 1)`` times on average. Where one block can be turned so that all pairs meet equally
    often, they do; else some meet once more than others. Halfway each item has been shown, so that who
    stops early has said something of all. None: the items are fewer than 6, more than
    12 or not told apart, or the size is not 3, 4 or 5.
    """
    many = len(items)
    if not FEWEST_ITEMS <= many <= MOST_ITEMS or size not in SIZES or len(set(items)) < many:
        return None
    first = _evenest(many, size)
    shown = [0] * many
    left = [[(place + turn) % many for place in first] for turn in range(many)]
    blocks = []
    while left:
        # The one with the items that were shown least so far; of several, the first turn.
        block = min(left, key=lambda places: sum(shown[place] for place in places))
        left.remove(block)
        for place in block:
            shown[place] += 1
        blocks.append(tuple(items[place] for place in block))
    return blocks


def _evenest(many: int, size: int) -> list[int]:
    """Return the places of the first block: of those whose turns make pairs meet most evenly, the first."""
    best: list[int] = []
    least = size
    for mask in range(1, 1 << many, 2):
        places = [place for place in range(many) if mask >> place & 1]
        if len(places) == size and (spread := _spread(places, many)) < least:
            best, least = places, spread
    return best


def _spread(places: Sequence[int], many: int) -> int:
    """Return how far the most and the fewest times differ that two items meet."""
    meet = [sum((place + gap) % many in places for place in places) for gap in range(1, many)]
    return max(meet) - min(meet)


def best_minus_worst(items: Sequence[str], picks: Sequence[Picks]) -> list[CountedPicks]:
    """Count the picks for each item, in the order of the items.

    A block counts only when one item was picked as most and another as least: one that was left out,
    or half of one, is no zero for anybody.
    """
    both = [each for each in picks if _has_both(each)]
    counted = []
    for item in items:
        shown = sum(item in each.block for each in both)
        most = sum(item == each.most for each in both)
        least = sum(item == each.least for each in both)
        net = tidy((most - least) / shown) if shown else None
        counted.append(CountedPicks(item, most, least, shown, net))
    return counted


def _has_both(picks: Picks) -> bool:
    return picks.most != picks.least and picks.most in picks.block and picks.least in picks.block
