"""Which figures are drawn: people in one form, on one whole, for benefit and harm alike, or none.

Layer 2. Whoever sees two drawings compares them. People that were counted are drawn as people, and
every drawing is all people; where one side, the good or the bad, could not be drawn at all, none is.
Beside shares of people no track is drawn of a difference, a range or a rate: a track that ends at
the largest of them would look as full as all people.
"""

from __future__ import annotations

import collections
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from decisionaid.model.figure import Counted, FewerThan, Frequency
from decisionaid.model.outcome import Outcome
from decisionaid.model.shares import scaled
from decisionaid.render.figures.icons import DOTS


@dataclass(frozen=True, slots=True)
class Pictures:
    """What is drawn of people in one step."""

    people: bool
    """Whether shares of people are drawn, up to a thousand."""
    tracks: bool
    """Whether differences, ranges and rates of people have a track."""
    dots: bool
    """Whether a dot stands for each person on a small screen too."""


def whole_of(rows: Iterable[Outcome], out_of: Mapping[str, int]) -> int:
    """Return out of how many most rows of a step are shown, the smaller of two; 0 without people.

    Rows that stand behind a disclosure count only where all do.
    """
    counting = [row for row in rows if out_of.get(row.id)]
    found = collections.Counter(out_of[row.id] for row in _key(counting))
    return min(found, key=lambda of: (-found[of], of), default=0)


def pictures_of(rows: Iterable[Outcome], out_of: Mapping[str, int]) -> Pictures:
    """Return what is drawn of people; ``out_of`` says out of how many each row is shown."""
    with_shares = [row for row in rows if any(True for _ in _shares(row))]
    if not with_shares:
        return Pictures(people=False, tracks=True, dots=False)
    drawn = [row for row in with_shares if out_of.get(row.id, 0) <= DOTS]
    sides = {row.direction for row in _key(with_shares)}
    if not sides <= {row.direction for row in drawn}:
        return Pictures(people=False, tracks=False, dots=False)
    dots = any(needs_dots(row, out_of.get(row.id, 0)) for row in drawn)
    return Pictures(people=True, tracks=False, dots=dots)


def needs_dots(outcome: Outcome, denominator: int) -> bool:
    """Return whether an option of a row would be less than one of a hundred figures, or all but it."""
    each = denominator // 100
    found = (
        scaled(share.n, share.of, denominator)
        for share in _shares(outcome)
        if not isinstance(share, FewerThan)
    )
    return any(0 < n < each or denominator - each < n < denominator for n in found)


def _key(rows: list[Outcome]) -> list[Outcome]:
    return [row for row in rows if not row.more] or rows


def _shares(outcome: Outcome) -> Iterator[Frequency | Counted | FewerThan]:
    for cell in outcome.cells:
        if isinstance(cell.figure, Frequency | Counted | FewerThan):
            yield cell.figure
