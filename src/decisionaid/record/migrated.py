"""Bring a record of an earlier format to the one of today.

Layer 2, pure. The same as ``record/migrated.ts`` in the browser. There is one format so far, so there is
no step; the table is here so that the first one has its place, and its tests, before it is needed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final, Literal

Step = Callable[[dict[str, Any]], dict[str, Any]]
"""From one format to the next: takes whole data, changes nothing of it, and says the next format."""

NOW: Final = 1
"""The number of the format that is written."""

STEPS: Final[Mapping[int, Step]] = {}
"""Steps by the number of the format that they begin with."""

_FORMAT: Final = re.compile(r"decisionaid\.record/([1-9][0-9]{0,8})", re.ASCII)


def migrated(
    data: object, steps: Mapping[int, Step] = STEPS, now: int = NOW
) -> dict[str, Any] | Literal["newer", "not_ours"]:
    """Return a record in the format of today, or why it has none.

    Its check number is that of the data as it came: look at it before.
    """
    name = data.get("format") if isinstance(data, dict) else None
    found = _FORMAT.fullmatch(name) if isinstance(name, str) else None
    if found is None or not isinstance(data, dict):
        return "not_ours"
    version = int(found[1])
    if version > now:
        return "newer"
    for number in range(version, now):
        data = steps[number](data)
    return data
