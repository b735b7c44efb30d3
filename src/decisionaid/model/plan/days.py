"""The days in a plan that no calendar has, such as the thirtieth of February.

Layer 1. Their form alone lets them pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

from decisionaid.model.base import Part

_DAYS: Final = ("on", "start", "end", "signed_on", "checked")
_DIGITS: Final = re.compile("[0-9]+")
_TIMES: Final = ("created", "updated")


def days_of_no_calendar(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield the places and the words of days that no calendar has, in a plan or a part of one."""
    if isinstance(value, tuple):
        for place, each in enumerate(value):
            yield from days_of_no_calendar(each, f"{path}/{getattr(each, 'id', place)}")
    elif isinstance(value, Part):
        for name in type(value).model_fields:
            part = getattr(value, name)
            here = f"{path}/{name}" if path else name
            is_text = isinstance(part, str)
            if is_text and name in (*_DAYS, *_TIMES) and not _is_time(part):
                yield here, part
            elif not is_text:
                yield from days_of_no_calendar(part, here)


def _is_time(written: str) -> bool:
    """Whether there is such a day, and such a time where one is written."""
    try:
        # Not read as ISO 8601, of which some versions of Python take 24 o'clock.
        year, month, day, *time = map(int, _DIGITS.findall(written))
        hour, minute, second = time or (0, 0, 0)
        datetime(year, month, day, hour, minute, second, tzinfo=UTC)
    except ValueError:
        return False
    return True
