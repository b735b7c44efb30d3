"""Where an option stands in a row: with which of the compared options it is most, in between, or least.

Layer 1. It goes by published comparisons that ``model.claims`` calls clear, and by nothing else: no
cell is held against another one, and nothing is concluded from two comparisons. It says of how
many people something is, or how many points, and never which option is better.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from types import MappingProxyType
from typing import Final, Literal

from decisionaid.model.claims import claim_of, claim_of_cell, measured_from
from decisionaid.model.figure import Change, DifferenceFrom, Score
from decisionaid.model.outcome import Comparison, Outcome, PublishedDifference, PublishedRatio

Standing = Literal["most", "between", "fewest", "highest", "lowest"]
"""``highest`` and ``lowest`` are of points, ``most`` and ``fewest`` of people and all else."""

Pair = tuple[str, str]
"""Two options; the first has more than the second."""

_UP: Final = MappingProxyType(
    {"more": True, "higher": True, "better": True, "fewer": False, "lower": False, "worse": False}
)


def standings(outcome: Outcome, options: Collection[str]) -> dict[str, Standing]:
    """Return where options stand in a row; one of which that cannot be said is left out.

    Only those among ``options`` count that a clear comparison names. Each has to be compared with
    all the others: with two comparisons of three options, nobody knows how two of them compare.
    """
    if outcome.groups_from_different_studies or outcome.direction == "about-the-study":
        return {}
    pairs = {pair for pair in _pairs(outcome) if set(pair) <= set(options)}
    if any((less, more) in pairs for more, less in pairs):
        return {}  # two sources that do not agree
    compared = {option for pair in pairs for option in pair}
    top, bottom = _ends(outcome)
    found: dict[str, Standing] = {}
    for option in compared:
        others = compared - {option}
        below = {less for more, less in pairs if more == option}
        above = {more for more, less in pairs if less == option}
        if below | above == others:
            found[option] = "between" if below and above else top if below else bottom
    return found


def most_is(outcome: Outcome) -> Literal["good", "bad", ""]:
    """Return whether it is good or bad to have the most in a row; empty where it is neither."""
    if outcome.direction not in ("good", "bad"):
        return ""
    if _are_changes(outcome):
        return "good"
    if outcome.scale is not None:
        return "good" if outcome.scale.better == "higher" else "bad"
    return outcome.direction


def _ends(outcome: Outcome) -> tuple[Standing, Standing]:
    if _are_changes(outcome):
        return "most", "fewest"
    in_points = outcome.scale is not None or any(
        isinstance(cell.figure, Score) for cell in outcome.cells
    )
    return ("highest", "lowest") if in_points else ("most", "fewest")


def _pairs(outcome: Outcome) -> Iterator[Pair]:
    for each in outcome.comparisons:
        if (
            isinstance(each, PublishedRatio | PublishedDifference)
            and claim_of(each, outcome.certainty) == "clear"
        ):
            up = _is_up(each, outcome)
            if up is not None:
                yield (each.option, each.against) if up else (each.against, each.option)
    start = measured_from(outcome)
    for cell in outcome.cells:
        figure = cell.figure
        if (
            start
            and isinstance(figure, DifferenceFrom)
            and claim_of_cell(figure, outcome.certainty) == "clear"
        ):
            yield (cell.option, start) if _UP[figure.word] else (start, cell.option)


def _is_up(comparison: Comparison, outcome: Outcome) -> bool | None:
    """Return whether the first option of a clear comparison has more; None: the words do not tell."""
    if isinstance(comparison, PublishedRatio):
        return comparison.low is not None and comparison.low > 1
    if not isinstance(comparison, PublishedDifference):
        return None
    up, scale = _UP[comparison.word], outcome.scale
    is_of_worth = comparison.word in ("better", "worse")
    if not _are_changes(outcome):
        if not is_of_worth:
            return up
        return None if scale is None else up == (scale.better == "higher")
    # Beside changes for the better, the most is the largest one.
    if any(
        isinstance(each.figure, Change) and each.figure.word == "worse" for each in outcome.cells
    ):
        return None
    if is_of_worth:
        return up
    return None if scale is None else up == (scale.better == "higher")


def _are_changes(outcome: Outcome) -> bool:
    return any(isinstance(cell.figure, Change) for cell in outcome.cells)
