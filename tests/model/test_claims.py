"""What a comparison may claim, and what bare figures on the grid may not be taken for."""

from decimal import Decimal
from typing import Any

import pytest

from decisionaid.model.claims import Caution, Claim, caution_of, claim_of, claim_of_cell
from decisionaid.model.figure import Bound, DifferenceFrom, NotFound
from decisionaid.model.outcome import (
    Certainty,
    Comparison,
    Differ,
    NotClear,
    NotReported,
    PublishedDifference,
    PublishedRatio,
)
from tests.render.examples import frequency, outcome

VERY_LOW = Certainty(level="very-low", reason="made up")
HIGH = Certainty(level="high")
D = Decimal
PAIR: dict[str, Any] = {"option": "tablet", "against": "wait"}


def difference(low: str | None = None, high: str | None = None) -> PublishedDifference:
    ends: Any = {"low": D(low) if low else None, "high": D(high) if high else None}
    return PublishedDifference(**PAIR, amount=D(20), word="fewer", of=1000, **ends)


def ratio(low: str | None = None, high: str | None = None) -> PublishedRatio:
    ends: Any = {"low": D(low) if low else None, "high": D(high) if high else None}
    return PublishedRatio(**PAIR, measure="risk ratio", value=D("0.9"), **ends)


CLEAR, OPEN, BARE = difference("10", "30"), difference("-10", "50"), difference()
NOT_CLEAR, SILENT = NotClear(reason="made up"), NotReported()
UNSEEN = NotFound(reason="made up")
TESTED, TOGETHER = Differ(**PAIR, reason="P = 0.003"), Differ()

CLAIMS: list[tuple[Comparison, Claim, Claim]] = [
    # comparison, with high certainty, with very low certainty
    (CLEAR, "clear", "very-unsure"),
    (ratio("0.8", "0.95"), "clear", "very-unsure"),
    (OPEN, "open", "open"),
    (difference("0", "30"), "open", "open"),
    (ratio("0.8", "1"), "open", "open"),
    (BARE, "no-range", "very-unsure"),
    (ratio(), "no-range", "very-unsure"),
    (TESTED, "unsized", "very-unsure"),
    (TOGETHER, "unsized", "very-unsure"),
    (NOT_CLEAR, "open", "open"),
    (SILENT, "not-reported", "not-reported"),
    (UNSEEN, "not-found", "not-found"),
]


@pytest.mark.parametrize(("comparison", "claim", "unsure"), CLAIMS)
def test_what_a_comparison_may_claim(comparison: Comparison, claim: Claim, unsure: Claim) -> None:
    assert claim_of(comparison, HIGH) == claim_of(comparison, None) == claim
    assert claim_of(comparison, VERY_LOW) == unsure


CAUTIONS: list[tuple[tuple[Comparison, ...], Caution]] = [
    ((CLEAR,), ""),
    ((CLEAR, SILENT), ""),
    ((BARE,), "no-range"),
    ((BARE, BARE), "no-range"),
    ((OPEN,), "open"),
    ((NOT_CLEAR,), "open"),
    ((CLEAR, OPEN), "partly"),
    ((BARE, OPEN), "partly"),
    ((CLEAR, BARE), "partly-no-range"),
    ((TESTED,), "unsized"),
    ((TOGETHER, TESTED), "unsized"),
    ((TESTED, OPEN), "partly"),
    ((TESTED, CLEAR), "partly-unsized"),
    ((TOGETHER, BARE), "partly-unsized"),
    ((SILENT,), "unsaid"),
    ((UNSEEN,), "unsaid"),
    ((), "unsaid"),
]


@pytest.mark.parametrize(("comparisons", "caution"), CAUTIONS)
def test_only_an_interval_or_the_source_says_that_a_study_could_not_tell(
    comparisons: tuple[Comparison, ...], caution: Caution
) -> None:
    figures = frequency("50", 1000), frequency("30", 1000)
    row = outcome("row", *figures, None, comparisons=comparisons, certainty=HIGH)
    assert caution_of(row) == caution


def test_very_low_certainty_is_said_beside_bare_figures() -> None:
    figures = frequency("50", 1000), frequency("30", 1000)
    row = outcome("row", *figures, None, comparisons=(CLEAR,), certainty=VERY_LOW)
    assert caution_of(row) == "very-unsure"


def cell(low: Bound | None, high: Bound | None) -> DifferenceFrom:
    return DifferenceFrom(amount=D(20), word="fewer", of=1000, low=low, high=high)


@pytest.mark.parametrize(
    ("figure", "claim"),
    [
        (cell(None, None), "no-range"),
        (cell(Bound(amount=D(9), word="fewer"), Bound(amount=D(30), word="fewer")), "clear"),
        (cell(Bound(amount=D(9), word="more"), Bound(amount=D(30), word="fewer")), "open"),
        (cell(Bound(amount=D(0), word="fewer"), Bound(amount=D(30), word="fewer")), "open"),
    ],
)
def test_a_cell_that_is_a_difference_claims_no_more_than_its_interval(
    figure: DifferenceFrom, claim: Claim
) -> None:
    assert claim_of_cell(figure, HIGH) == claim
    row = outcome("row", figure, None, None, comparisons=(), certainty=HIGH)
    assert caution_of(row) == ("" if claim == "clear" else claim)
