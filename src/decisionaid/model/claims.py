"""What a comparison may claim: the one table that page, large print, grid and evidence go by.

Layer 1. "The study could not tell" is a finding, so it may be said only where a published interval
holds no difference, or the source says so itself. A difference that is printed without a range is
neither clear nor open: the page says what was printed, and that there is no range.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from decisionaid.model.figure import DifferenceFrom, ReferenceCell, is_difference
from decisionaid.model.outcome import (
    Certainty,
    Comparison,
    Differ,
    HowCertain,
    NotClear,
    NotReported,
    Outcome,
    PublishedDifference,
    PublishedRatio,
    is_clear,
)

Claim = Literal["clear", "very-unsure", "no-range", "unsized", "open", "not-reported", "not-found"]
"""``clear``: the whole interval lies on one side of no difference. ``very-unsure``: it may be so, and
the certainty is very low. ``no-range``: printed, without an interval. ``unsized``: the source says
that there is a difference, and neither how large nor which way. ``open``: the study could not
tell. ``not-reported``: the source does not compare. ``not-found``: nobody has seen if it does.
"""

Caution = Literal[
    "",
    "different",
    "open",
    "partly",
    "very-unsure",
    "no-range",
    "partly-no-range",
    "unsized",
    "partly-unsized",
    "unsaid",
]
"""What bare figures in a row may not be taken for: compared groups, or a clear difference."""

_COMPARED: Final = frozenset({"clear", "very-unsure", "no-range", "unsized", "open"})


def claim_of(comparison: Comparison, certainty: HowCertain | None) -> Claim:
    """Return what a published comparison may claim, in a row of this certainty."""
    match comparison:
        case PublishedRatio() | PublishedDifference():
            has_range = comparison.low is not None and comparison.high is not None
            return _claim(certainty, has_range=has_range, clear=is_clear(comparison))
        case Differ():
            claim = _claim(certainty, has_range=False, clear=False)
            return "unsized" if claim == "no-range" else claim
        case NotClear():
            return "open"
        case NotReported():
            return "not-reported"
        case _:
            return "not-found"


def claim_of_cell(figure: DifferenceFrom, certainty: HowCertain | None) -> Claim:
    """Return what a cell may claim that is itself a difference from another option."""
    low, high = figure.low, figure.high
    if low is None or high is None:
        return _claim(certainty, has_range=False, clear=False)
    clear = low.word == high.word and bool(low.amount and high.amount)
    return _claim(certainty, has_range=True, clear=clear)


def caution_of(outcome: Outcome) -> Caution:
    """Return what has to be said beside the figures of a row; empty when they differ clearly.

    ``partly``: of some options the study could not tell. ``partly-no-range``: some differences are
    printed without a range. ``partly-unsized``: of some only that they differ. ``unsaid``: the author
    gives no comparison.
    """
    if outcome.groups_from_different_studies:
        return "different"
    claims = set(_claims(outcome))
    if not claims:
        # A range of differences is itself what the source says of how the options differ.
        return "unsaid" if len(outcome.with_own_figures) > 1 else ""
    if len(claims) == 1:
        (only,) = claims
        return _ALONE[only]
    if "open" in claims:
        return "partly"
    if "unsized" in claims:
        return "partly-unsized"
    return "partly-no-range" if "no-range" in claims else "very-unsure"


_ALONE: Final[dict[Claim, Caution]] = {
    "clear": "", "very-unsure": "very-unsure", "no-range": "no-range", "unsized": "unsized", "open": "open",
}  # fmt: skip


def printed_without_range(
    outcome: Outcome,
) -> Iterator[PublishedRatio | PublishedDifference]:
    """Yield the comparisons of a row that may be told only as they are printed."""
    for each in outcome.comparisons:
        if (
            isinstance(each, PublishedRatio | PublishedDifference)
            and claim_of(each, outcome.certainty) == "no-range"
        ):
            yield each


def printed_with_range(outcome: Outcome) -> Iterator[PublishedRatio | PublishedDifference]:
    """Yield the comparisons of a row that a source prints with their ranges."""
    for each in outcome.comparisons:
        if isinstance(each, PublishedRatio | PublishedDifference) and not (
            each.low is None or each.high is None
        ):
            yield each


def beside_two_figures(outcome: Outcome) -> Iterator[PublishedRatio | PublishedDifference]:
    """Yield those whose two options both have a figure of their own in the row.

    Readers hold the two figures against each other, so the comparison belongs beside them.
    """
    own = set(outcome.with_own_figures)
    for each in printed_with_range(outcome):
        if {each.option, each.against} <= own:
            yield each


def measured_from(outcome: Outcome) -> str:
    """Return the option that the differences in a row are from; empty where it has none."""
    if not any(map(is_difference, outcome.figures)):
        return ""
    starts = (each.option for each in outcome.cells if isinstance(each.figure, ReferenceCell))
    return next(starts, "")


def _claims(outcome: Outcome) -> Iterator[Claim]:
    for comparison in outcome.comparisons:
        claim = claim_of(comparison, outcome.certainty)
        if claim in _COMPARED:
            yield claim
    for cell in outcome.cells:
        if isinstance(cell.figure, DifferenceFrom):
            yield claim_of_cell(cell.figure, outcome.certainty)


def _claim(certainty: HowCertain | None, *, has_range: bool, clear: bool) -> Claim:
    if has_range and not clear:
        return "open"
    if isinstance(certainty, Certainty) and certainty.level == "very-low":
        return "very-unsure"
    return "clear" if has_range else "no-range"
