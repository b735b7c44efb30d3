"""What a sum gives: its working in words, or the reason why it cannot be done.

Layer 2. Values only. Numbers are exact (``Fraction`` inside, ``Decimal`` outside) until they are
shown; halves are rounded away from zero, as a reader does by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

from decisionaid.model.shares import DENOMINATORS, rounded

PRINTED_FIRST = (
    "If the paper prints these people itself, use the paper's number: it was made from figures that "
    "were not rounded yet."
)
BASELINE_UNSURE = (
    "The interval says how unsure the comparison is; how unsure the baseline is, is not in it."
)

_NUMBER = re.compile(r"-?\d{1,9}(?:\.\d{1,9})?")
_ANEW = (
    (r"[\u2010-\u2015\u2212](?=\d)", "-"),
    (r"(?<=\d)[\u00b7\u0387\u2219\u22c5](?=\d)|(?<=\d),(?=\d{1,2}$)|(?<=\b0),(?=\d)", "."),
    (r"^(-?)\.(?=\d)", r"\g<1>0."),
    (r"(?<=\d)[, ](?=\d{3}(?!\d))", ""),
)
"""What is put in place of what in a number that comes near; its value stays."""
_SIGN = re.compile(r"(?<=\d) ?%$")
_ONE_COMMA = re.compile(r"^\D?[1-9]\d{0,2},\d{3}$")
"""``1,250``: one and a quarter where it was printed with a decimal comma, else more than a thousand."""
_SHOWN_DIGITS = 6
_MAX_PLACES = 9  # decimals that a cell may have


@dataclass(frozen=True)
class Refused:
    """Why a sum cannot be done with these numbers, and what to do instead."""

    message: str
    help: str


@dataclass(frozen=True)
class Working:
    """A published number as people in a group.

    ``cell`` is ready for the table of an outcome, ``baseline_cell`` is the one it is to be compared
    with (None when no baseline was needed). ``difference`` is what the paper compared, ready for the
    field ``Difference:`` behind the names of the options (None when nothing was compared).
    ``of`` is the denominator of both cells.
    """

    steps: tuple[str, ...]
    formula: str
    source: str
    cell: str
    of: int
    baseline_cell: str | None = None
    difference: str | None = None
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Interval:
    """A 95 % interval as printed."""

    low: Decimal
    high: Decimal


@dataclass(frozen=True)
class Group:
    """``n`` of ``of`` people; for a baseline ``n`` may have decimals, as in 15.9 of 100."""

    n: Decimal
    of: int

    @property
    def share(self) -> Fraction:
        """The part of the group, from 0 to 1 when the group can be."""
        return Fraction(self.n) / self.of


def parse_number(text: str, *, percent: bool = False) -> Decimal | Refused:
    """Read a number as printed, such as ``0.70``; no thousands comma, at most nine digits a side.

    ``percent``: it is asked for in percent, so a sign behind it changes nothing.
    """
    if _NUMBER.fullmatch(text):
        return Decimal(text)
    return Refused(f"'{text[:40]}' is not a number that can be read", _number_form(text, percent))


def _number_form(text: str, percent: bool) -> str:
    """Say how to write a number that comes near, and no other number: 80 % is 0.80."""
    bare = _SIGN.sub("", text.strip())
    anew = None if _ONE_COMMA.search(bare) else _number_anew(bare)
    if anew and not percent and bare != text.strip():
        anew = plain(Decimal(anew).scaleb(-2))
    if anew and _NUMBER.fullmatch(anew):
        return f"write '{anew}'"
    return "write digits and a decimal point, and nothing else"


def _number_anew(text: str) -> str | None:
    """Return a number as it can be read, with its value unchanged; None: it cannot be."""
    anew = text.strip()
    for pattern, into in _ANEW:
        anew = re.sub(pattern, into, anew)
    return anew if _NUMBER.fullmatch(anew) else None


def parse_group(text: str, *, counted: bool = False) -> Group | Refused:
    """Read ``159/1000``: how many of how many; of ``counted`` people no percentage is a form."""
    first, _, second = text.partition("/")
    n = parse_number(first.strip())
    if isinstance(n, Refused) or not re.fullmatch(r"\d{1,9}", second.strip()):
        return Refused(
            f"'{text[:40]}' does not say how many of how many",
            "a percentage is no count: copy the two numbers of people, or give '--percent' alone"
            if counted and "%" in text
            else _group_form(text),
        )
    return Group(n, int(second))


def _group_form(text: str) -> str:
    """Say how to write a group that comes near, and no other number."""
    n, of = ["...", "..."]
    if found := re.fullmatch(r"([^%]+)%(?: ?(?:/|of|in|out of|per) ?\d[\d, ]*)?", text.strip()):
        if percent := _number_anew(found[1]):
            n, of = percent, "100"
    elif found := re.fullmatch(r"(.+?) ?(?:/|of|in|out of|per) ?(\d[\d, ]*)", text.strip()):
        count, group = _number_anew(found[1]), _number_anew(found[2])
        if count and group and group.isdigit():
            n, of = count, group
    return f"write both with a slash: '{n}/{of}'"


def check_group(group: Group, name: str) -> Refused | None:
    """Refuse a group that cannot be: nobody in it, or more people than it has."""
    if group.of == 0:
        return Refused(f"{name} is out of nobody", "write how many people there were")
    if group.n < 0:
        return Refused(f"{name} is below zero", f"write how many people: '.../{group.of}'")
    if group.n > group.of:
        return Refused(
            f"{name} is {plain(group.n)} of {group.of}, which is more than everyone",
            "look at the two numbers in the paper again",
        )
    return None


def check_interval(value: Decimal, interval: Interval | None) -> Refused | None:
    """Refuse an interval that is turned round, or does not hold its own estimate."""
    if interval is None:
        return None
    low, high = plain(interval.low), plain(interval.high)
    if interval.low > interval.high:
        return Refused(
            f"the interval runs from {low} down to {high}",
            f"write the lower end first: {high} {low}",
        )
    if not interval.low <= value <= interval.high:
        return Refused(
            f"{plain(value)} does not lie between {low} and {high}",
            "look at the three numbers in the paper again: one of them is another row's, or misprinted",
        )
    return None


def plain(number: Decimal) -> str:
    """Write a number as it was printed, without an exponent and with its closing zeros."""
    return format(number, "f")


def shown(value: Fraction) -> str:
    """Write an exact number with at most six figures; ``about`` says that figures were left off."""
    with localcontext() as context:
        context.prec = _SHOWN_DIGITS
        context.rounding = ROUND_HALF_UP
        rounded = Decimal(value.numerator) / Decimal(value.denominator)
    text = plain(rounded)
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text if Fraction(rounded) == value else f"about {text}"


def people(share: Fraction, of: int) -> str:
    """Write a share as people out of ``of``: whole, or with decimals where whole would mislead.

    What is not zero is not written as 0, and what is not everyone not as everyone.
    """
    exact = share * of
    for places in range(_MAX_PLACES + 1):
        number = rounded(exact, places)
        if (number == 0) is (exact == 0) and (number == of) is (exact == of):
            return plain(number)
    return plain(rounded(exact, _MAX_PLACES))


def choose_of(shares: Iterable[Fraction], compared: tuple[Fraction, ...], first: int = 100) -> int:
    """Return the smallest denominator, from ``first`` on, that misleads nobody.

    In it no share that is not zero rounds to 0, none that is not everyone rounds to everyone, and
    shares that were ``compared`` and differ do not look the same. 10,000 when there is none.
    """
    wanted = tuple(shares)
    for of in DENOMINATORS:
        if of < first:
            continue
        whole = all(
            (rounded(share * of) == 0) is (share == 0)
            and (rounded(share * of) == of) is (share == 1)
            for share in wanted
        )
        apart = len({rounded(share * of) for share in compared}) == len(set(compared))
        if whole and apart:
            return of
    return DENOMINATORS[-1]


def people_in(share: Fraction, of: int) -> str:
    """Write ``48 in 1000``."""
    return f"{people(share, of)} in {of}"


def cell_of(risks: list[Fraction], of: int) -> str:
    """Write the cell; an estimate below half a person is a bound, never zero."""
    if risks[0] != 0 and rounded(risks[0] * of) == 0:
        return f"fewer than 1 in {of}"
    cell = people_in(risks[0], of)
    if len(risks) == 3:
        cell += f" ({people(risks[1], of)} to {people(risks[2], of)})"
    return cell
