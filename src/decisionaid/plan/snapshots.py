"""What is written whole each time, money and the next review: which of them hold, and where copies wrote two apart.

Layer 2. The same as ``plan/snapshots.ts``. A later one takes the place of those that whoever wrote it had before them.
One out of a copy that did not know another one takes the place of none: both are shown, and somebody says which holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeVar

from decisionaid.model.plan.budget import Budget
from decisionaid.model.plan.doing import Review
from decisionaid.model.plan.plan import Plan
from decisionaid.plan.current import wordings_of
from decisionaid.plan.visits import has_missed, visits_in_order

BUDGETS: Final = "budgets"
REVIEWS: Final = "reviews"

Snapshot = TypeVar("Snapshot", Budget, Review)


def held_of(plan: Plan, all_: Sequence[Snapshot]) -> tuple[Snapshot, ...]:
    """Return those in whose place no other one was written, in their order; the last one is always among them."""
    return tuple(
        each
        for each in all_
        if each is all_[-1]
        or not any(_takes_place(plan, all_, later, each) for later in all_ if later is not each)
    )


def _takes_place(plan: Plan, all_: Sequence[Snapshot], later: Snapshot, before: Snapshot) -> bool:
    order = [id(each) for each in all_]
    is_behind = order.index(id(later)) > order.index(id(before))
    visits = visits_in_order(plan)
    place = {visit.id: at for at, visit in enumerate(visits)}
    at, then = place.get(later.visit, 0), place.get(before.visit, 0)
    if at == then:
        return is_behind and not visits[at].apart
    if later.after:
        return _has_known(all_, later, before, is_apart=visits[then].apart)
    # Nobody wrote down which it is written after: as far as the names of the visits tell.
    return is_behind and not (at > then and has_missed(visits[: at + 1], visits[at], visits[then]))


def _has_known(
    all_: Sequence[Snapshot], later: Snapshot, before: Snapshot, *, is_apart: bool
) -> bool:
    """Whether one was written after another one of an earlier visit, of which it knew as many as it names it.

    Where two copies went on from that visit nobody can tell which these were, unless they were all of them.
    """
    known = later.after.count(before.visit)
    of_visit = [id(each) for each in all_ if each.visit == before.visit]
    return known >= len(of_visit) or (not is_apart and of_visit.index(id(before)) < known)


def written_after(plan: Plan, all_: Sequence[Snapshot]) -> tuple[str, ...]:
    """Return what one that is written now is written after; of the first one there is nothing.

    The visits of those that hold, each as often as there is one of it.
    """
    held = {each.visit for each in held_of(plan, all_)} if all_ else set()
    return tuple(each.visit for each in all_ if each.visit in held)


def apart_in(plan: Plan) -> tuple[str, ...]:
    """Return of what more than one holds, ``budgets`` and ``reviews``: two copies wrote them apart."""
    counts = {
        BUDGETS: len(held_of(plan, plan.budgets)),
        REVIEWS: len(held_of(plan, plan.reviews)),
    }
    return tuple(name for name, count in counts.items() if count > 1)


def two_of(plan: Plan) -> tuple[str, ...]:
    """Return what stands in two ways, so that somebody has to choose: headings of what was said, and such parts."""
    return (*wordings_of(plan), *apart_in(plan))
