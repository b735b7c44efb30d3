"""Choose out of how many people each figure is shown: 10, 100, 1,000 or 10,000.

Layer 2. One step of the page holds all outcomes, benefits and harms, so they share one denominator
wherever their counts can bear it; those of a block (``model.blocks``) share one in any case. What
was printed is kept, and stands with the source.

The choice for a block rests on three things: a figure that is not zero never looks like zero (nor
like everybody), figures that differ never look the same, and whole numbers are not made coarser
than they were printed. A count comes before all three: it is shown out of no more people than it
was counted in, so figures that differ by less may look the same, and the page says so. 440 in 1,000
and 310 in 1,000 become 44 and 31 of 100; 159 in 1,000 stays. A published difference beside the
figures is shown out of the same number, which is raised where only so the three agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from decisionaid.model.aid import Aid
from decisionaid.model.blocks import blocks_of
from decisionaid.model.figure import Counted, FewerThan, Frequency, Rate, Spread
from decisionaid.model.outcome import Outcome
from decisionaid.model.shares import (
    DENOMINATORS,
    LADDER,
    printed_to,
    rounds_to_all_or_none,
    scaled,
)
from decisionaid.render.figures.differences import (
    all_add_up,
    are_seen,
    are_whole,
    differences_of,
    in_cells,
    out_of,
)

Share = Frequency | Counted | FewerThan


def denominators(aid: Aid) -> dict[str, int]:
    """Return out of how many people each outcome that counts people is shown, by outcome id."""
    blocks = blocks_of(aid)
    beside_shares = any(_has_shares(rows) for rows in blocks)
    needs = [_Need.of_rows(rows, beside_shares=beside_shares) for rows in blocks]
    chosen: dict[str, int] = {}
    left = [need for need in needs if need.least]
    while left:
        # Whoever counted the fewest people says how far the others can go with them.
        bound = min(need.most for need in left)
        of = max(need.least for need in left if need.least <= bound)
        chosen |= {row.id: of for need in left if need.least <= bound for row in need.rows}
        left = [need for need in left if need.least > bound]
    return chosen


def rate_denominator(aid: Aid) -> int:
    """Return out of how many all rates of an aid are shown: the largest one printed; 0 without any."""
    figures = (cell.figure for row in aid.outcomes for cell in row.cells)
    return max((each.of for each in figures if isinstance(each, Rate)), default=0)


@dataclass(frozen=True, slots=True)
class _Need:
    """Out of how many people a block has to be shown at least, and can be at most; 0: it counts none."""

    rows: Sequence[Outcome]
    least: int
    most: int

    @staticmethod
    def of_rows(rows: list[Outcome], *, beside_shares: bool) -> _Need:
        """Work out what a block needs; ``beside_shares``: its step has shares of people as well."""
        shares = list(shares_of(rows))
        ranges = [_needed_by_range(each) for each in _ranges_of(rows)]
        counts = [_finest(share) for share in shares if isinstance(share, Counted)]
        borne = max(step for step in LADDER if step <= min([LADDER[-1], *counts]))
        least = max([_agreeing(rows, needed_by(shares)) if shares else 0, *ranges])
        if least:
            least = max(least, min(_seen_in_cells(rows), borne))
        else:
            least = _needed_by_differences(rows, beside_shares=beside_shares)
        return _Need(rows, least, max(borne, least))


def _has_shares(rows: Iterable[Outcome]) -> bool:
    rows = list(rows)
    return any(True for _ in shares_of(rows)) or any(True for _ in _ranges_of(rows))


def _ranges_of(rows: Iterable[Outcome]) -> Iterator[Spread]:
    """Yield the ranges of shares of people."""
    for row in rows:
        for cell in row.cells:
            if isinstance(cell.figure, Spread) and cell.figure.word is None:
                yield cell.figure


def _needed_by_range(spread: Spread) -> int:
    """Return the smallest denominator that keeps both ends whole, and none above the printed one."""
    steps = (step for step in DENOMINATORS if step < spread.of)
    ends = (spread.low, spread.high)
    return next(
        (step for step in steps if not any(end * step % spread.of for end in ends)), spread.of
    )


def _seen_in_cells(rows: list[Outcome]) -> int:
    """Return out of how many the differences that stand in cells are a whole person or more."""
    found = [each for row in rows for each in in_cells(row)]
    return next((step for step in DENOMINATORS if are_seen(found, step)), LADDER[-1])


def _needed_by_differences(rows: list[Outcome], *, beside_shares: bool) -> int:
    """Return out of how many differences without shares are shown; 0 when there are none.

    By themselves they are whole people. Beside shares they keep decimals, which is less than a
    denominator that would take the shares out of a reader's grasp, but are a whole person or more.
    """
    differences = [each for row in rows for each in differences_of(row)]
    if not differences:
        return 0
    printed = max(each.of or 0 for each in differences)
    steps = [printed, *(step for step in LADDER if step > printed)]
    if beside_shares:
        return next((step for step in steps if are_seen(differences, step)), steps[-1])
    return out_of(differences, steps)


def _agreeing(rows: list[Outcome], step: int) -> int:
    """Return the first denominator from ``step`` on that suits the published differences too.

    The best one has them in whole people and in agreement with the shares that it shows; the next
    best one in agreement. Where neither can be had without false precision, ``step`` stays.
    """
    differences = [each for row in rows for each in differences_of(row)]
    if not differences:
        return step
    steps = [step, *(each for each in LADDER if each > step)]
    possible = [each for each in steps if can_be_raised(shares_of(rows), each)] or [step]
    agreeing = [each for each in possible if all_add_up(rows, each)]
    whole = [each for each in agreeing if are_whole(differences, each)]
    return (whole or agreeing or [step])[0]


def needed_by(shares: list[Share]) -> int:
    """Return the smallest denominator that shows these shares truly; 0 when there are none.

    None goes beyond what the counts among them can bear: where that is too coarse, the last of these.
    """
    if not shares:
        return 0
    if all(isinstance(share, Frequency) and _is_of_ten(share) for share in shares):
        return 10
    steps = [step for step in LADDER if step <= min(_most(share) for share in shares)]
    step = next((each for each in steps if _true_at(each, shares)), steps[-1])
    if not _has_one_end(step, shares):
        return step
    finest = min(_printed_to(share) for share in shares)
    finer = (each for each in steps if step < each <= finest and not _has_one_end(each, shares))
    return next(finer, step)


def _most(share: Share) -> int:
    """Return the largest denominator for a share beside others: a count goes no further than its people.

    "0 of 35" out of 1,000 would be people whom nobody saw. Where some have it and some have not, the
    first denominator with room for all of them shows each: in that a difference of one is seen.
    """
    if not isinstance(share, Counted):
        return LADDER[-1]
    if 0 < share.n < share.of:
        return next((step for step in LADDER if step >= share.of), LADDER[-1])
    return max(share.of, LADDER[0])


def _printed_to(share: Share) -> int:
    """Return out of how many a share was printed or counted, decimals included."""
    return _finest(share) if isinstance(share, Counted) else printed_to(share.n, share.of)


def _has_one_end(step: int, shares: list[Share]) -> bool:
    """Return whether an interval would look as if it had one end: 43.6 to 44.3 of 100 as 44 to 44."""
    return any(
        isinstance(share, Frequency)
        and share.low is not None
        and share.high is not None
        and share.low < share.high
        and scaled(share.low, share.of, step) == scaled(share.high, share.of, step)
        for share in shares
    )


def can_be_raised(shares: Iterable[Share], denominator: int) -> bool:
    """Return whether these shares were measured finely enough for the denominator.

    "6 in 10" stays: 60 of 100 would look more precise than what was printed. A count may go
    to a hundred, and beyond only as far as the people it was counted in.
    """
    return all(denominator <= _finest(share) for share in shares)


def _finest(share: Share) -> int:
    return max(share.of, 100) if isinstance(share, Counted) else share.of


def shares_of(outcomes: Iterable[Outcome]) -> Iterator[Share]:
    """Yield the figures that are shares of people."""
    for outcome in outcomes:
        for cell in outcome.cells:
            if isinstance(cell.figure, Share):
                yield cell.figure


def _true_at(step: int, shares: list[Share]) -> bool:
    return all(_keeps(step, share) for share in shares) and not _look_alike(step, shares)


def _keeps(step: int, share: Share) -> bool:
    """Nothing printed is lost: no false zero, no false "all", no whole number made coarser, no bound moved."""
    if isinstance(share, FewerThan):
        return step >= share.of and share.n * step % share.of == 0
    for value in _values(share):
        if rounds_to_all_or_none(value, share.of, step):
            return False
        if isinstance(share, Frequency) and step < share.of and value * step % share.of:
            return False
        if (
            isinstance(share, Counted)
            and step * 10 <= share.of
            and not _near(value, share.of, step)
        ):
            return False
    return True


def _near(value: Decimal, of: int, step: int) -> bool:
    """Return whether rounding moves a count by no more than a tenth: 698 of 855,832 is not 1 of 1,000."""
    return abs(scaled(value, of, step) * of - value * step) * 10 <= value * step


def _look_alike(step: int, shares: list[Share]) -> bool:
    seen: dict[int, Decimal] = {}
    for share in shares:
        if isinstance(share, FewerThan):
            continue
        exact = Decimal(share.n) / share.of
        if seen.setdefault(scaled(share.n, share.of, step), exact) != exact:
            return True
    return False


def _values(share: Frequency | Counted) -> list[Decimal]:
    if isinstance(share, Counted):
        return [Decimal(share.n)]
    return [value for value in (share.n, share.low, share.high) if value is not None]


def _is_of_ten(share: Frequency) -> bool:
    return share.of == 10 and all(value % 1 == 0 for value in _values(share))
