"""The visits of a plan: their order, the last ones, who was there, and what whoever began one knew.

Layer 2. The same as ``plan/visits.ts``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from decisionaid.model.plan.faults import PROFESSIONALS
from decisionaid.model.plan.plan import Plan
from decisionaid.model.plan.said import SAYS_FOR_THEMSELVES, Visit

OWN_TIME: Final = ("preparation", "between")


def last_visit(plan: Plan) -> Visit | None:
    """Return the visit of the latest day, of one day the one that was written last; None: none yet."""
    return visits_in_order(plan)[-1] if plan.visits else None


def visits_in_order(plan: Plan) -> tuple[Visit, ...]:
    """Return the visits by their day; those of one day as they were written."""
    return tuple(sorted(plan.visits, key=lambda visit: visit.on))


_RECORD_VISIT: Final = "r-"
"""How the name of answers begins that were put in as a visit of their own: of one day they stand before the others."""

_NUMBERED: Final = re.compile(r"[vz]-([0-9][0-9])-")


def last_visits(plan: Plan) -> tuple[Visit, ...]:
    """Return the last visit, and those which whoever began it may not have known.

    A visit of ours is numbered behind all that its copy held: where there are more, another copy had them. Answers that
    were put in are no such visits. Of its day these are all that it need not have known, of earlier days those that it
    cannot have known: another copy had them, and what was answered last was for none of what they say.
    """
    visits = _until_met(plan)
    if not visits:
        return ()
    *before, last = visits
    unknown = (
        visit for visit in before if visit.kind != "preparation" and has_missed(visits, last, visit)
    )
    return (*unknown, last)


def has_missed(visits: Sequence[Visit], last: Visit, before: Visit) -> bool:
    """Whether whoever began a visit cannot have known an earlier one, or of its day need not have known it.

    ``visits``: in their order, the later one the last.
    """
    if before.on == last.on:
        return not has_known(visits, last, before)
    return 0 < _number(last) <= _number(before)


def has_known(visits: Sequence[Visit], last: Visit, before: Visit) -> bool:
    """Whether whoever began a visit knew another one of its day; ``visits``: in their order, the later one the last."""
    number = _number(last)
    counted = sum(not visit.id.startswith(_RECORD_VISIT) for visit in visits)
    return number >= counted and number > _number(before)


def _until_met(plan: Plan) -> tuple[Visit, ...]:
    """Return the visits up to the last one that is no preparation: what is prepared later stands beside the plan."""
    visits = visits_in_order(plan)
    met = [place for place, visit in enumerate(visits) if visit.kind != "preparation"]
    return visits[: met[-1] + 1] if met else visits


def visit_held(plan: Plan) -> Visit | None:
    """Return the last visit that is no preparation, else the last preparation; None: none yet."""
    visits = _until_met(plan)
    return visits[-1] if visits else None


def prepared_since(plan: Plan) -> Visit | None:
    """Return the preparation after the last visit, of which nothing was talked about yet; None: there is none."""
    last = last_visit(plan)
    return None if last == visit_held(plan) else last


def _number(visit: Visit) -> int:
    found = _NUMBERED.match(visit.id)
    return int(found[1]) if found else 0


def own_voices(plan: Plan) -> frozenset[str]:
    """Return the ids of those whose words are the person's own."""
    return frozenset(each.id for each in plan.people if each.role in SAYS_FOR_THEMSELVES)


def was_met_with_somebody(plan: Plan) -> bool:
    """Whether there was a visit beside what the person did alone."""
    return any(visit.kind not in OWN_TIME for visit in plan.visits)


def alone_at(plan: Plan) -> frozenset[str]:
    """Return the ids of the visits that were nobody's but the person's own time: there a sign is ticked."""
    return frozenset(visit.id for visit in plan.visits if visit.kind in OWN_TIME)


def is_met(plan: Plan, visit: Visit) -> bool:
    """Whether a professional was there; who comes with the person is none, and neither is who nobody named as one."""
    there = {each.role for each in plan.people if each.id in visit.there}
    return visit.kind not in OWN_TIME and not there.isdisjoint(PROFESSIONALS)
