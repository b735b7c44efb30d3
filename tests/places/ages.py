"""Days of checking, months, and what an entry is on a day: one list for both languages."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from decisionaid.model.freshness import freshness, is_old_wait, months_after
from decisionaid.model.place import Place, Wait
from tests.rules.place_examples import SPECIMEN, compiled_place

DAYS = (
    "2024-01-31", "2024-02-29", "2025-02-28", "2025-08-31", "2026-05-10", "2026-12-31", "2099-11-30",
    "9999-06-15",
)  # fmt: skip
MONTHS = ((1, 2), (6, 18), (12, 60))


def example_place() -> Place:
    """Return the place that the examples of rules are set into."""
    place = compiled_place(SPECIMEN.read_text(encoding="utf-8")).place
    assert place is not None
    return place


def ages() -> list[dict[str, Any]]:
    """Return each case with what our half makes of it."""
    found: list[dict[str, Any]] = []
    for day in DAYS:
        for stale, remove in MONTHS:
            checked = date.fromisoformat(day)
            place = example_place().model_copy(
                update={"stale_after": stale, "remove_after": remove}
            )
            ends = (months_after(checked, stale), months_after(checked, remove))
            for end in ends:
                for more in (0, 1):
                    if end == date.max and more:
                        continue
                    today = end + timedelta(days=more)
                    wait = Wait(weeks=1, as_of=checked)
                    found.append(
                        {
                            "checked": day,
                            "stale_after": stale,
                            "remove_after": remove,
                            "day": today.isoformat(),
                            "is": freshness(checked, place, today),
                            "old_wait": is_old_wait(wait, today),
                            "ends": [each.isoformat() for each in ends],
                        }
                    )
    return found
