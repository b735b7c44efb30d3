"""Bring a record of an earlier format to the one of today.

Layer 2, pure. The same as ``record/migrated.ts`` in the browser. There is one format so far, so there is
no step; the table is here so that the first one has its place, and its tests, before it is needed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from decisionaid.outside.migrated import Migrated, Step, migrated_as

NOW: Final = 1
"""The number of the format that is written."""

STEPS: Final[Mapping[int, Step]] = {}
"""Steps by the number of the format that they begin with."""


def migrated(data: object, steps: Mapping[int, Step] = STEPS, now: int = NOW) -> Migrated:
    """Return a record in the format of today, or why it has none."""
    return migrated_as("record", data, steps, now)
