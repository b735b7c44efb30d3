"""Percentages held against their counts."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decisionaid.exchange.percentages import (
    PercentageCheck,
    check_percentage,
    from_count,
    from_percentage,
)
from decisionaid.exchange.working import Group, Interval, Refused, Working
from decisionaid.model.shares import rounded
from decisionaid.read.figures.cells import Miss, read_figure

D = Decimal


def checked(percent: str, n: int, of: int) -> PercentageCheck:
    result = check_percentage(D(percent), Group(D(n), of))
    assert isinstance(result, PercentageCheck)
    return result


def test_a_misprint_is_caught_and_the_count_that_fits_is_named() -> None:
    """Printed in the abstract of doi 10.1302/0301-620X.92B9.24394."""
    found = checked("81.4", 911, 1217)
    assert not found.fits
    assert found.cell is None
    assert (found.counts, found.groups, found.slip) == ((991, 991), (1119, 1119), 991)
    assert "With 1 decimal that is 74.9 %, but 81.4 % is printed." in found.steps


def test_a_percentage_that_fits_gives_its_cell() -> None:
    found = checked("18.6", 226, 1217)
    assert found.fits
    assert found.cell == "226 of 1217"


def test_a_half_may_be_rounded_either_way() -> None:
    assert checked("12", 1, 8).fits
    assert checked("13", 1, 8).fits
    assert not checked("14", 1, 8).fits


def test_a_percentage_that_no_count_gives_is_said_to() -> None:
    found = checked("51.3", 1, 3)
    assert found.counts is None
    assert "No count of 3 people gives 51.3 %." in found.steps


@pytest.mark.parametrize(
    ("percent", "group", "words"),
    [
        ("101", Group(D(1), 10), "between 0 and 100"),
        ("10", Group(D(11), 10), "more than everyone"),
        ("10", Group(D("1.5"), 10), "cannot be counted"),
        ("10", Group(D(0), 0), "out of nobody"),
    ],
)
def test_what_cannot_be_is_refused(percent: str, group: Group, words: str) -> None:
    result = check_percentage(D(percent), group)
    assert isinstance(result, Refused)
    assert words in result.message


def test_a_percentage_keeps_its_printed_figures() -> None:
    working = from_percentage(D("81.0"), Interval(D("79.1"), D("83.5")))
    assert isinstance(working, Working)
    assert working.cell == "81.0 in 100 (79.1 to 83.5)"


def test_a_count_gets_no_interval_that_nobody_published() -> None:
    working = from_count(Group(D(226), 1217))
    assert isinstance(working, Working)
    assert working.cell == "226 of 1217"
    assert "Out of 100 people that is 19." in working.steps


@pytest.mark.long
@given(st.integers(1, 5000), st.integers(0, 3), st.data())
def test_a_rightly_rounded_percentage_always_fits(
    of: int, places: int, data: st.DataObject
) -> None:
    group = Group(D(data.draw(st.integers(0, of))), of)
    result = check_percentage(rounded(group.share * 100, places), group)
    assert isinstance(result, PercentageCheck)
    assert result.fits
    assert result.cell is not None
    assert not isinstance(read_figure(result.cell), Miss)


@given(st.integers(1, 3000), st.decimals(0, 100, places=1), st.data())
def test_the_counts_named_are_those_that_fit_and_no_others(
    of: int, percent: Decimal, data: st.DataObject
) -> None:
    n = data.draw(st.integers(0, of))
    found = check_percentage(percent, Group(D(n), of))
    assert isinstance(found, PercentageCheck)
    first, last = found.counts or (1, 0)
    other = data.draw(st.integers(0, of))
    again = check_percentage(percent, Group(D(other), of))
    assert isinstance(again, PercentageCheck)
    assert again.fits is (first <= other <= last)
