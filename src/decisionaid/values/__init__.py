"""What answers on what matters come to, worked out: blocks and counts of picks, weights, a weighted view.

Layer 1. Pure. The scripts' folder ``values`` is the other half: both come to the same from the same
answers, and ``tests/values`` holds them to it. Nothing here knows a word of a page, and nothing puts
options in an order. Only the answers to swing questions can make a view of options, and only by
``weighted_view``; see ``site/developers/values.md``.
"""
