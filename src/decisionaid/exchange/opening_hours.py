"""Times of a feed in words: days of the week and hours.

Layer 2. Only what comes each week is said; what comes otherwise is marked for a person to check.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from decisionaid.outside.clean import line

_DAYS: Final = {
    "MO": "Mondays", "TU": "Tuesdays", "WE": "Wednesdays", "TH": "Thursdays", "FR": "Fridays",
    "SA": "Saturdays", "SU": "Sundays",
}  # fmt: skip
_TIME: Final = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])(?::[0-9]{2})?.*")
_MOST: Final = 300


def opening(schedules: Sequence[Mapping[str, object]], lost: Counter[str]) -> str:
    """Return all weekly times in words, such as ``Tuesdays and Fridays 10am to 11am``; empty: none."""
    said: list[str] = []
    is_sure = True
    for each in schedules:
        days = [_DAYS[day] for day in _codes(each.get("byday")) if day in _DAYS]
        hours = [_hour(each.get(key)) for key in ("opens_at", "closes_at")]
        weekly = _text(each.get("freq")).upper() in ("WEEKLY", "") and _text(
            each.get("interval")
        ) in ("", "1")
        words = " ".join(filter(None, (_and(days), " to ".join(filter(None, hours)))))
        if not weekly or not days:
            is_sure = False
            lost["times that are not each week"] += 1
            words = " ".join(filter(None, (_text(each.get("freq")).lower(), words)))
        said.append(words or _text(each.get("description")))
    text = "; ".join(dict.fromkeys(filter(None, said)))
    if not text:
        return "TO CHECK" if schedules else ""
    return (text if is_sure else f"TO CHECK: {text}")[:_MOST]


def _codes(value: object) -> list[str]:
    return [each.strip().upper() for each in _text(value).split(",")]


def _text(value: object) -> str:
    return line(value, 100) if isinstance(value, str) else ""


def _and(days: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(days[:-1]), *days[-1:]]))


def _hour(value: object) -> str:
    """Return an hour as people say it: ``10am``, ``6.30pm``; empty: it is none."""
    found = _TIME.fullmatch(_text(value))
    if found is None:
        return ""
    hour, minute = int(found[1]), found[2]
    minutes = "" if minute == "00" else f".{minute}"
    return f"{hour % 12 or 12}{minutes}{'am' if hour < 12 else 'pm'}"
