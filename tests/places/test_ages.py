"""How old an entry is: the cases that the scripts come to as well (``tests/runtime/place.test.ts``)."""

from __future__ import annotations

from datetime import date

import pytest

from decisionaid.model.freshness import freshness, months_after
from tests.conftest import Golden
from tests.places.ages import ages, example_place


def test_both_languages_are_held_to_the_same_cases(golden: Golden) -> None:
    golden("places/ages.json", ages())


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        ("2026-05-10", 6, "2026-11-10"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2023-08-31", 6, "2024-02-29"),
        ("2026-12-31", 1, "2027-01-31"),
        ("9999-12-01", 1, "9999-12-31"),
    ],
)
def test_months_later_is_the_same_day_or_the_last_of_its_month(
    day: str, months: int, then: str
) -> None:
    assert months_after(date.fromisoformat(day), months) == date.fromisoformat(then)


def test_an_entry_is_fresh_on_its_last_day_and_stale_on_the_next() -> None:
    place, checked = example_place(), date(2026, 5, 10)
    days = {
        date(2026, 11, 10): "fresh",
        date(2026, 11, 11): "stale",
        date(2027, 11, 10): "stale",
        date(2027, 11, 11): "old",
    }
    assert {day: freshness(checked, place, day) for day in days} == days
    assert freshness(checked, place, None) == "fresh"
