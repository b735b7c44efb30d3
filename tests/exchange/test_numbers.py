"""Published numbers as people in a group, held against worked examples that are in print."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decisionaid.exchange.ratios import from_hazard_ratio, from_odds_ratio, from_risk_ratio
from decisionaid.exchange.risk_differences import from_risk_difference
from decisionaid.exchange.working import (
    Group,
    Interval,
    Refused,
    Working,
    parse_group,
    parse_number,
    people,
    shown,
)
from decisionaid.model.figure import FewerThan, Frequency
from decisionaid.model.shares import rounded
from decisionaid.read.figures.cells import Miss, read_figure
from decisionaid.read.figures.comparisons import read_comparison

D = Decimal


def worked(result: Working | Refused) -> Working:
    assert isinstance(result, Working), result
    return result


def refused(result: object) -> str:
    assert isinstance(result, Refused), result
    assert result.help
    return result.message


def test_a_risk_ratio_gives_what_the_cochrane_handbook_gives() -> None:
    """Section 12.5.4.2: RR 0.92 and a risk of 0.3 are 24 fewer in 1000."""
    working = worked(from_risk_ratio(D("0.92"), Group(D(300), 1000)))
    assert (working.baseline_cell, working.cell) == ("300 in 1000", "276 in 1000")


def test_an_odds_ratio_gives_what_the_cochrane_handbook_gives() -> None:
    """Section 12.5.4.3: OR 0.73 and a risk of 0.3 are 62 fewer in 1000."""
    working = worked(from_odds_ratio(D("0.73"), Group(D(300), 1000)))
    assert (working.baseline_cell, working.cell) == ("300 in 1000", "238 in 1000")


def test_an_odds_ratio_is_the_relative_risk_of_grant_times_the_baseline() -> None:
    """BMJ 2014;348:f7450: RR = OR / (1 - p0 + p0 x OR)."""
    ratio, p0 = Fraction("0.8"), Fraction("0.25")
    expected = rounded(ratio / (1 - p0 + p0 * ratio) * p0 * 10000)
    working = worked(from_odds_ratio(D("0.8"), Group(D(25), 100), of=10000))
    assert working.cell == f"{expected} in 10000"


def test_a_risk_difference_gives_what_the_cochrane_handbook_gives() -> None:
    """Section 12.5.4.0: -0.133 is 133 fewer in 1000."""
    assert worked(from_risk_difference(D("-0.133"))).cell == "133 fewer in 1000"


def test_a_hazard_ratio_of_one_half_takes_the_square_root_of_those_who_stay_free() -> None:
    """1 - (1 - 0.19) ** 0.5 = 0.1, without any rounding on the way."""
    working = worked(from_hazard_ratio(D("0.5"), Group(D(19), 100), "2 years"))
    assert working.cell == "10 in 100"
    assert any("'Time: 2 years'" in each for each in working.cautions)


def test_the_ends_of_an_interval_are_turned_like_the_estimate() -> None:
    interval = Interval(D("0.57"), D("0.86"))
    working = worked(from_risk_ratio(D("0.70"), Group(D(159), 1000), interval))
    assert working.cell == "111 in 1000 (91 to 137)"
    assert working.difference == "risk ratio 0.70 (0.57 to 0.86)"


def test_a_difference_with_a_baseline_gives_both_cells_and_the_comparison() -> None:
    interval = Interval(D("-0.069"), D("0.010"))
    working = worked(from_risk_difference(D("-0.048"), Group(D(159), 1000), interval))
    assert working.baseline_cell == "159 in 1000"
    assert working.cell == "111 in 1000 (90 to 169)"
    assert working.difference == "48 fewer in 1000 (69 fewer to 10 more)"


def test_a_working_names_every_number_its_formula_and_its_source() -> None:
    working = worked(from_risk_ratio(D("0.70"), Group(D(159), 1000)))
    assert working.steps == (
        "The baseline: 159 ÷ 1000 = 0.159.",
        "0.159 × 0.70 = 0.1113, which is 111.3 in 1000, written as 111 in 1000.",
    )
    assert "RR" in working.formula
    assert "Cochrane Handbook" in working.source


def test_an_estimate_below_one_person_is_a_bound_and_not_zero() -> None:
    working = worked(from_risk_ratio(D("0.1"), Group(D(1), 1000), of=1000))
    assert working.cell == "fewer than 1 in 1000"
    assert working.steps[-1].endswith("written as fewer than 1 in 1000.")


def test_without_a_denominator_the_smallest_that_misleads_nobody_is_taken() -> None:
    working = worked(from_risk_ratio(D("0.5"), Group(D(3), 1000)))
    assert (working.of, working.cell) == (1000, "2 in 1000")
    rarer = worked(from_risk_ratio(D("0.1"), Group(D(3), 1000)))
    assert (rarer.of, rarer.cell, rarer.baseline_cell) == (10000, "3 in 10000", "30 in 10000")


def test_groups_that_look_the_same_are_said_to() -> None:
    working = worked(from_risk_ratio(D("0.99"), Group(D(10), 100), of=100))
    assert working.baseline_cell == working.cell
    assert any("look the same" in each for each in working.cautions)


ONE = Group(D(159), 1000)


@pytest.mark.parametrize(
    ("result", "words"),
    [
        (from_risk_ratio(D("0.7"), Group(D(0), 100)), "nobody in the baseline"),
        (from_risk_ratio(D("0.7"), Group(D(101), 100)), "more than everyone"),
        (from_risk_ratio(D("0.7"), Group(D(1), 0)), "out of nobody"),
        (from_risk_ratio(D("0.7"), Group(D(-1), 10)), "below zero"),
        (from_risk_ratio(D(3), Group(D(400), 1000)), "more than everyone"),
        (
            from_risk_ratio(D(1), Group(D(400), 1000), Interval(D("0.5"), D(3))),
            "more than everyone",
        ),
        (from_risk_ratio(D(0), ONE), "always above zero"),
        (from_risk_ratio(D("-0.5"), ONE), "always above zero"),
        (from_risk_ratio(D(1001), Group(D(1), 100000)), "larger than 1000"),
        (from_risk_ratio(D("0.7"), ONE, Interval(D("0.9"), D("0.5"))), "down to"),
        (from_risk_ratio(D("0.7"), ONE, Interval(D("0.8"), D("0.9"))), "does not lie between"),
        (from_odds_ratio(D("0.7"), Group(D(10), 10)), "everyone in the baseline"),
        (from_hazard_ratio(D("0.7"), Group(D(10), 10), "1 year"), "everyone in the baseline"),
        (from_hazard_ratio(D("0.7"), ONE, " "), "needs the time"),
        (from_risk_difference(D("-4.8")), "more than everyone"),
        (from_risk_difference(D("-0.2"), ONE), "leaves no room"),
        (parse_number("1,000"), "not a number"),
        (parse_number("1e9"), "not a number"),
        (parse_number("9" * 5000), "not a number"),
        (parse_group("159"), "how many of how many"),
        (parse_group("159/1e3"), "how many of how many"),
    ],
)
def test_what_cannot_be_is_refused_in_plain_words(result: object, words: str) -> None:
    assert words in refused(result)


def test_a_number_that_was_cut_says_about() -> None:
    assert [shown(Fraction(1, 3)), shown(Fraction(1, 4))] == ["about 0.333333", "0.25"]


def test_people_are_never_rounded_to_nobody_or_everybody() -> None:
    assert people(Fraction(4, 10000), 100) == "0.04"
    assert people(Fraction(9996, 10000), 100) == "99.96"
    assert people(Fraction(0), 100) == "0"


ratios = st.decimals(D("0.01"), D(20), places=2)
baselines = st.builds(
    lambda of, part: Group(D(max(1, min(of - 1, of * part // 1000))), of),
    st.integers(2, 20000),
    st.integers(1, 999),
)


@pytest.mark.long
@given(ratios, ratios, ratios, baselines, st.sampled_from([None, 10, 100, 1000, 10000]))
def test_every_cell_is_one_that_an_aid_can_read(
    one: Decimal, two: Decimal, three: Decimal, baseline: Group, of: int | None
) -> None:
    low, value, high = sorted((one, two, three))
    interval = Interval(low, high)
    for result in (
        from_risk_ratio(value, baseline, interval, of),
        from_odds_ratio(value, baseline, interval, of),
        from_hazard_ratio(value, baseline, "1 year", interval, of),
    ):
        if isinstance(result, Refused):
            continue
        figure = read_figure(result.cell)
        assert isinstance(figure, Frequency | FewerThan), result.cell
        assert figure.n > 0
        if isinstance(figure, Frequency):
            assert figure.low is not None
            assert figure.high is not None
            assert 0 < figure.low <= figure.n <= figure.high <= figure.of
        assert not isinstance(read_figure(result.baseline_cell or ""), Miss)
        assert not isinstance(read_comparison(f"a against b: {result.difference}"), str)


differences = st.decimals(D(-1), D(1), places=3)


@given(differences, differences, differences, st.one_of(st.none(), baselines))
def test_every_difference_is_one_that_an_aid_can_read(
    one: Decimal, two: Decimal, three: Decimal, baseline: Group | None
) -> None:
    low, value, high = sorted((one, two, three))
    result = from_risk_difference(value, baseline, Interval(low, high))
    if isinstance(result, Working):
        assert not isinstance(read_figure(result.cell), Miss), result.cell
        assert not isinstance(read_comparison(f"a against b: {result.difference}"), str)
