"""Check a place: ``PLACE_RULES`` lists every rule, one file per concern.

Layer 2: knows the models, not the reader nor the pages.
"""

from __future__ import annotations

from decisionaid.rules.places import ages, fits_aids, plain_lines, ways_in
from decisionaid.rules.places.place_rule import PlaceContext, PlaceRule

PLACE_RULES: tuple[PlaceRule, ...] = tuple(
    sorted(
        (*fits_aids.RULES, *ways_in.RULES, *plain_lines.RULES, *ages.RULES),
        key=lambda rule: rule.code.number,
    )
)

__all__ = ["PLACE_RULES", "PlaceContext", "PlaceRule"]
