"""A number with a power of ten, or one that a spreadsheet shortened, is named; no digit is made up."""

from __future__ import annotations

import pytest

from decisionaid.model.outcome import Words
from decisionaid.read.figures.cells import Miss, read_figure
from decisionaid.read.figures.comparisons import read_comparison
from decisionaid.read.figures.measures import read_people, read_time


def fix_of(text: str) -> str:
    found = read_figure(text)
    assert isinstance(found, Miss)
    return found.fix


@pytest.mark.parametrize(
    ("cell", "fix"),
    [
        ("3 in 10^3", "write it as '3 in 1000'"),
        ("3 in 10**3", "write it as '3 in 1000'"),
        ("12 of 1.5 x 10^2", "write it as '12 of 150'"),
        ("2*10^1 points", "write it as '20 points'"),
        ("10^9", "write '10^9' with all its digits: '1000000000'"),
        ("2.5 × 10^-3", "write '2.5 × 10^-3' with all its digits: '0.0025'"),
    ],
)
def test_a_power_of_ten_is_written_in_full(cell: str, fix: str) -> None:
    assert fix_of(cell) == fix


@pytest.mark.parametrize(
    "cell", ["1e3", "1E+03", "1.5E+02 of 1E+03", "3 in 1e3", "5 in 1000 (1e0 to 9)"]
)
def test_of_a_shortened_number_none_is_made(cell: str) -> None:
    fix = fix_of(cell)
    assert "shortened" in fix
    assert "1000'" not in fix
    assert "decimal point" not in fix


@pytest.mark.parametrize("cell", ["10⁹", "3 in 10³", "3 × 10³ of 9000"])
def test_a_raised_digit_behind_a_ten_is_not_taken_away(cell: str) -> None:
    fix = fix_of(cell)
    assert "may be a power of ten" in fix
    assert "write it as" not in fix


@pytest.mark.parametrize("cell", ["1e400 in 100", "10^400", "10^9999 of 100", "9" * 19 + "e9 of 1"])
def test_a_huge_power_is_not_worked_out(cell: str) -> None:
    assert len(fix_of(cell)) < 200


def test_what_is_compared_and_when_have_the_same_help() -> None:
    assert read_comparison("a against b: 2 fewer in 10^3") == (
        "write it as 'a against b: 2 fewer in 1000'"
    )
    assert "shortened" in str(read_comparison("a against b: risk ratio 1e0 (1e-1 to 2)"))
    assert read_time("10^1 months") == "write it as '10 months'"
    assert "shortened" in str(read_people("1.2E+03 adults in 1 trial"))


def test_words_that_have_a_power_of_ten_stay_words() -> None:
    words = "42 adults with fewer than 150 × 10^9 platelets in a litre"
    assert read_people(words) == Words(text=words)
