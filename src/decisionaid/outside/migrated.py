"""Bring data of an earlier format to the one of today.

Layer 1, pure. The number of the format is looked at before anything else: of a newer one nothing else is known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final, Literal

Step = Callable[[dict[str, Any]], dict[str, Any]]
"""From one format to the next: takes whole data, changes nothing of it, and says the next format."""

Migrated = dict[str, Any] | Literal["newer", "not_ours"]

_FORMAT: Final = re.compile(r"decisionaid\.([a-z]+)/([1-9][0-9]{0,8})", re.ASCII)


def migrated_as(name: str, data: object, steps: Mapping[int, Step], now: int) -> Migrated:
    """Return data of the formats ``decisionaid.<name>/<number>`` in that of today, or why it has none.

    Its check number is that of the data as it came: look at it before.
    """
    written = data.get("format") if isinstance(data, dict) else None
    found = _FORMAT.fullmatch(written) if isinstance(written, str) else None
    if found is None or found[1] != name or not isinstance(data, dict):
        return "not_ours"
    version = int(found[2])
    if version > now:
        return "newer"
    for number in range(version, now):
        data = steps[number](data)
    return data
