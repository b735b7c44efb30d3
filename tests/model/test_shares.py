"""Shares of people: the one rounding, and the one ladder of denominators."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest

from decisionaid.model.shares import (
    DENOMINATORS_IN_WORDS,
    LADDER,
    as_frequency,
    half_a_digit,
    rounded,
    scaled,
)


def test_halves_are_rounded_upwards() -> None:
    assert scaled(Decimal("0.5"), 100, 100) == 1
    assert scaled(Decimal("2.5"), 100, 100) == 3


def test_halves_are_rounded_away_from_zero() -> None:
    assert [rounded(Fraction(n, 2)) for n in (1, 3, 5, -1)] == [1, 2, 3, -1]


@pytest.mark.parametrize("n", ["0", "1", "12.5", "62", "333.3", "0.05", "77.777777777"])
@pytest.mark.parametrize("of", [78, 100, 999, 1000, 10000])
@pytest.mark.parametrize("denominator", LADDER)
def test_whole_numbers_are_rounded_as_decimals_are(n: str, of: int, denominator: int) -> None:
    exact = Decimal(n) * denominator / of
    whole = int(exact.quantize(Decimal(1), rounding=ROUND_HALF_UP))
    assert scaled(Decimal(n), of, denominator) == whole
    assert rounded(Fraction(n) * denominator / of) == whole


@pytest.mark.parametrize(
    ("n", "of", "words"),
    [
        (1, 20, "5 in 100"),
        (1, 1000, "1 in 1000"),
        (1, 3, "about 33 in 100"),
        (1, 30, "about 33 in 1000"),
        (1, 50_000, "fewer than 1 in 10000"),
    ],
)
def test_a_share_is_written_as_an_author_writes_it(n: int, of: int, words: str) -> None:
    assert as_frequency(n, of) == words


def test_a_printed_number_is_known_to_half_of_its_last_digit() -> None:
    assert [half_a_digit(Decimal(text)) for text in ("81.4", "12")] == [
        Decimal("0.05"),
        Decimal("0.5"),
    ]


def test_the_denominators_have_one_sentence() -> None:
    assert DENOMINATORS_IN_WORDS == "10, 100, 1000 or 10000"
