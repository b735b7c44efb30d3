"""Weights from an order alone: how much each place would weigh, if no more is known than the order.

Layer 1. Pure. The formula is the rank order centroid: the middle of all weights that fit the order. Its
paper has not been read here; what items weigh that were left out of the order is our own rule. These
weights are for talking about an order. They never make a view of options: who puts things in order
is not told how much lies between worst and best.
"""

from __future__ import annotations

from collections.abc import Sequence

from decisionaid.values.numbers import tidy, total


def order_weights(items: Sequence[str], order: Sequence[str]) -> list[float] | None:
    """Return the weight of each item, in the order of the items, from an order that may stop early.

    Place k of n weighs ``(1/k + 1/(k+1) + ... + 1/n) / n``, so all places together weigh 1, but for the
    rounding. Items behind the end of the order share what is left equally. None: nothing was put in
    order, or the order names an item twice or one that is not there.
    """
    if not order or len(set(order)) < len(order) or not set(order) <= set(items):
        return None
    many = len(items)
    places = [
        total(1 / each for each in range(place, many + 1)) / many for place in range(1, many + 1)
    ]
    left = places[len(order) :]
    rest = total(left) / len(left) if left else 0.0
    return [tidy(places[order.index(item)] if item in order else rest) for item in items]
