"""Turn a published percentage into a cell, and hold it against the people it was counted from.

Layer 2. Pure. Papers do misprint: a percentage and its count that do not fit together are told,
with the numbers that would fit.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from decisionaid.exchange.working import (
    Group,
    Interval,
    Refused,
    Working,
    check_group,
    check_interval,
    people,
    plain,
    shown,
)
from decisionaid.model.shares import fits, half_a_digit, places_of, rounded

_ARITHMETIC = "arithmetic"


@dataclass(frozen=True)
class PercentageCheck:
    """Whether a percentage can have come from its count.

    ``counts`` are the first and the last count in the same group that would give the percentage, or
    None when none would; ``groups`` are the smallest and the largest group in which the same count
    would, or None.
    ``slip`` is the one fitting count that differs from the printed one in a single digit, or None.
    """

    steps: tuple[str, ...]
    counts: tuple[int, int] | None
    groups: tuple[int, int] | None
    slip: int | None
    cell: str | None
    """The count as a cell when it fits; None when it does not, since nobody knows which is right."""

    @property
    def fits(self) -> bool:
        """Whether the percentage can have come from the count."""
        return self.cell is not None


def from_percentage(percent: Decimal, interval: Interval | None = None) -> Working | Refused:
    """Turn a percentage from 0 to 100 into ``81.4 in 100``, with its printed figures kept."""
    fault = check_interval(percent, interval)
    if fault is not None:
        return fault
    values = (percent, *((interval.low, interval.high) if interval else ()))
    if not all(0 <= each <= 100 for each in values):
        return Refused(
            "a percentage of people lies between 0 and 100",
            "for a change of a score or a ratio, look for the numbers of people",
        )
    cell = f"{plain(percent)} in 100"
    if interval:
        cell += f" ({plain(interval.low)} to {plain(interval.high)})"
    notes = ["If the paper also prints how many of how many, check the two against each other."]
    if percent in (0, 100):
        notes.append(
            f"{plain(percent)} % may have been rounded: only write it when the count says so too."
        )
    return Working(
        steps=(f"{plain(percent)} % is {plain(percent)} of every 100 people.",),
        formula="people in 100 = percentage",
        source=_ARITHMETIC,
        cell=cell,
        of=100,
        cautions=tuple(notes),
    )


def from_count(counted: Group, of: int = 100) -> Working | Refused:
    """Turn ``226 of 1217`` into its cell and say what share it is; no interval is made up."""
    fault = check_group(counted, "the count") or _not_whole(counted)
    if fault is not None:
        return fault
    n = int(counted.n)
    share = counted.share
    return Working(
        steps=(
            f"{n} ÷ {counted.of} = {shown(share)}.",
            f"Out of {of} people that is {people(share, of)}.",
        ),
        formula="share = counted ÷ group",
        source=_ARITHMETIC,
        cell=f"{n} of {counted.of}",
        of=of,
        cautions=("The cell keeps the count; the page works out the denominator that it shows.",),
    )


def check_percentage(percent: Decimal, counted: Group) -> PercentageCheck | Refused:
    """Work a published percentage out again from its count.

    The percentage fits when the exact share lies within half of its last printed figure, so that
    either way of rounding a half passes: 226 of 1217 is 18.6 %, and 911 of 1217 is not 81.4 %.
    """
    fault = check_group(counted, "the count") or _not_whole(counted)
    if fault is not None:
        return fault
    if not 0 <= percent <= 100:
        return Refused(
            "a percentage of people lies between 0 and 100", "look at the number in the paper again"
        )
    n, of = int(counted.n), counted.of
    places, half = places_of(percent), Fraction(half_a_digit(percent))
    low, high = (Fraction(percent) - half) / 100, (Fraction(percent) + half) / 100
    steps = [f"{n} ÷ {of} × 100 = {shown(counted.share * 100)}."]
    again = plain(rounded(counted.share * 100, places))
    if fits(percent, n, of):
        steps.append(f"With {_places(places)} that is {again} %, as printed ({plain(percent)} %).")
        return PercentageCheck(tuple(steps), (n, n), (of, of), None, f"{n} of {of}")
    steps.append(f"With {_places(places)} that is {again} %, but {plain(percent)} % is printed.")
    counts = _whole_between(low * of, min(high, Fraction(1)) * of)
    groups = _whole_between(n / high, n / low) if n and low > 0 else None
    slip = _slip(n, counts)
    steps += _what_fits(n, of, plain(percent), counts, groups)
    if slip is not None:
        steps.append(f"{slip} and {n} differ in one digit, so one of them may be a misprint.")
    return PercentageCheck(tuple(steps), counts, groups, slip, None)


def _what_fits(
    n: int,
    of: int,
    percent: str,
    counts: tuple[int, int] | None,
    groups: tuple[int, int] | None,
) -> list[str]:
    lines = [
        f"{_range(counts)} of {of} would give {percent} %."
        if counts
        else f"No count of {of} people gives {percent} %."
    ]
    if groups:
        lines.append(f"{n} of {_range(groups)} would give {percent} % too.")
    return lines


def _not_whole(counted: Group) -> Refused | None:
    if counted.n == counted.n.to_integral_value():
        return None
    return Refused(f"{plain(counted.n)} people cannot be counted", "write whole people")


def _whole_between(low: Fraction, high: Fraction) -> tuple[int, int] | None:
    """Return the first and the last whole number from low to high, or None."""
    first, last = max(-((-low.numerator) // low.denominator), 0), high.numerator // high.denominator
    return (first, last) if first <= last else None


def _slip(n: int, counts: tuple[int, int] | None) -> int | None:
    """Return the only count of a few that differs from ``n`` in one digit."""
    if counts is None or counts[1] - counts[0] > 100:
        return None
    near = [each for each in range(counts[0], counts[1] + 1) if _one_digit_apart(str(each), str(n))]
    return near[0] if len(near) == 1 else None


def _one_digit_apart(one: str, other: str) -> bool:
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _range(ends: tuple[int, int]) -> str:
    return str(ends[0]) if ends[0] == ends[1] else f"{ends[0]} to {ends[1]}"


def _places(places: int) -> str:
    return "no decimals" if places == 0 else f"{places} decimal{'s' if places > 1 else ''}"
