"""What is still open in a plan: pointed at, never asked for, and no bar to saving or printing it.

Layer 2. A plan after a preparation alone is the person's own time: nothing in it is pointed at. The order is
that of the page, and nothing here depends on what anybody answered, only on whether something was written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import dropwhile
from typing import Final

from decisionaid.model.freshness import months_after
from decisionaid.model.plan.doing import Action
from decisionaid.model.plan.plan import Plan
from decisionaid.plan.current import signs_ticked, wordings_of
from decisionaid.plan.snapshots import apart_in
from decisionaid.plan.standing import is_to_be_asked, says_no, words_of_no
from decisionaid.plan.taken import (
    asked_to,
    doubted_goals,
    goal_now,
    open_actions,
    open_budget,
    open_goals,
    pulls_now,
    replaced_goals,
    taken_actions,
    who_does,
)
from decisionaid.plan.visits import own_voices, was_met_with_somebody

STALE_MONTHS: Final = 6
"""A service that nobody has checked for longer may have moved or ended: where the place did not say how long."""

COMPLETE_UP_TO: Final = "PL14"
"""A plan at which none of the pointers up to this one points is called complete."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """Something that is still open, and where it is written."""

    code: str
    """``PL01`` to ``PL30``; a code is never used for something else."""
    path: str
    """The part of the plan, such as ``actions/show``."""
    words: str = ""
    """The words that it is about, as they stand in the plan."""
    who: str = ""
    """The id of somebody it is about."""
    day: str = ""


def pointers_of(plan: Plan, today: str) -> tuple[Pointer, ...]:
    """Return all that is still open on a day (year-month-day), in the order of the page."""
    if not was_met_with_somebody(plan):
        return ()
    checks: tuple[Callable[[Plan, str], Iterator[Pointer]], ...] = (
        _signs,
        _what_matters,
        _wordings,
        _doubted,
        _nobody_asked,
        _no_goal,
        _who_and_when,
        _requests,
        _old_services,
        _absent,
        _idle_goals,
        _review,
        _if_worse,
        _agreement,
        _money,
        _pulling,
    )
    return tuple(pointer for check in checks for pointer in check(plan, today))


def is_complete(plan: Plan, today: str) -> bool:
    """Whether a plan that was talked about has all that ours should have: no pointer up to PL14."""
    return was_met_with_somebody(plan) and all(
        pointer.code > COMPLETE_UP_TO for pointer in pointers_of(plan, today)
    )


def _signs(plan: Plan, _today: str) -> Iterator[Pointer]:
    for said in signs_ticked(plan):
        yield Pointer("PL15", "about_me", said.words, said.by)


def _what_matters(plan: Plan, _today: str) -> Iterator[Pointer]:
    if not any(each.heading == "most_important" for each in plan.about_me):
        yield Pointer("PL01", "about_me")


def _wordings(plan: Plan, _today: str) -> Iterator[Pointer]:
    """Two copies say it in other words, or wrote it anew, and neither knew the other."""
    for heading in wordings_of(plan):
        yield Pointer("PL17", f"about_me/{heading}")
    for part in apart_in(plan):
        yield Pointer("PL17", part)


def _doubted(plan: Plan, _today: str) -> Iterator[Pointer]:
    """A goal was replaced in one copy, and in another one looked at later, or replaced as well."""
    for goal, _other in doubted_goals(plan):
        yield Pointer("PL18", f"goals/{goal.id}", goal.said.words)


def _nobody_asked(plan: Plan, _today: str) -> Iterator[Pointer]:
    replaced = replaced_goals(plan)
    for path, entries in (("goals", plan.goals), ("actions", plan.actions)):
        for each in entries:
            if each.mine == "not_asked" and not (path == "goals" and each.id in replaced):
                yield Pointer("PL02", f"{path}/{each.id}", each.said.words, each.said.by)


def _no_goal(plan: Plan, _today: str) -> Iterator[Pointer]:
    waits = any(
        decision.became and decision.became[-1].state in ("not_yet", "want_more")
        for decision in plan.decisions
    )
    if not waits and not any(goal.mine in ("said", "accepted") for goal in plan.goals):
        yield Pointer("PL03", "goals")


def _who_and_when(plan: Plan, _today: str) -> Iterator[Pointer]:
    for action in open_actions(plan):
        if _has_nobody(action):
            yield Pointer("PL04", f"actions/{action.id}", action.said.words)
    for goal in open_goals(plan):
        if not any(look.when for look in goal.looked):
            yield Pointer("PL05", f"goals/{goal.id}", goal.said.words)
    for action in open_actions(plan):
        if _has_no_time(action):
            yield Pointer("PL05", f"actions/{action.id}", action.said.words)


def _has_nobody(action: Action) -> bool:
    return who_does(action) is None and not asked_to(action)


def _has_no_time(action: Action) -> bool:
    return not any(deed.when or deed.often for deed in action.did)


def _requests(plan: Plan, _today: str) -> Iterator[Pointer]:
    for action in open_actions(plan):
        if action.asked and action.asked.agreed == "not_asked":
            yield Pointer("PL06", f"actions/{action.id}", action.asked.to)


def _old_services(plan: Plan, today: str) -> Iterator[Pointer]:
    for action in open_actions(plan):
        service = action.service
        if service is None:
            continue
        checked, months = date.fromisoformat(service.checked), service.stale_after or STALE_MONTHS
        if date.fromisoformat(today) > months_after(checked, months):
            yield Pointer("PL07", f"actions/{action.id}", service.name, day=service.checked)


def _absent(plan: Plan, _today: str) -> Iterator[Pointer]:
    """Somebody has a task who was not there when it was given, and nobody tells them."""
    for action in open_actions(plan):
        who = who_does(action)
        if who is None or who in own_voices(plan):
            continue
        told = any(each.tell for each in action.did if each.who == who)
        if not told and not _was_there_for(plan, action, who):
            yield Pointer("PL08", f"actions/{action.id}", action.said.words, who)


def _was_there_for(plan: Plan, action: Action, who: str) -> bool:
    """Somebody was there when a task was given to them, or when it was spoken of after that."""
    there = {visit.id: visit.there for visit in plan.visits}
    theirs = dropwhile(lambda each: each.who != who, action.did)
    return any(who in there.get(each.visit, ()) for each in theirs)


def _idle_goals(plan: Plan, _today: str) -> Iterator[Pointer]:
    served = {goal_now(plan, action.goal) for action in taken_actions(plan)}
    for goal in open_goals(plan):
        if goal.id not in served:
            yield Pointer("PL09", f"goals/{goal.id}", goal.said.words)


def _review(plan: Plan, today: str) -> Iterator[Pointer]:
    """A day that has come is not the next one."""
    review = plan.reviews[-1] if plan.reviews else None
    if review is None or review.when is None or (review.when.on or "9999") <= today:
        yield Pointer("PL10", "reviews")
    elif review.lead is None:
        yield Pointer("PL11", "reviews")


def _if_worse(plan: Plan, _today: str) -> Iterator[Pointer]:
    if not plan.if_worse:
        yield Pointer("PL12", "if_worse")


def _agreement(plan: Plan, _today: str) -> Iterator[Pointer]:
    voices = own_voices(plan)
    if is_to_be_asked(plan):
        yield Pointer("PL13", "agreed")
    if says_no(plan):
        yield Pointer("PL16", "agreed", next(iter(words_of_no(plan)), ""))
    if not any(copy.to in voices for copy in plan.copies):
        yield Pointer("PL14", "copies")


def _money(plan: Plan, _today: str) -> Iterator[Pointer]:
    """Of money that was refused or has ended nothing is left to do."""
    budget = open_budget(plan)
    if budget is None or budget.state == "refused":
        return
    if budget.left is not None and budget.left < 0:
        yield Pointer("PL20", "budgets")
    if budget.state == "agreed" and budget.signed_by is None:
        yield Pointer("PL21", "budgets")
    if budget.review is None:
        yield Pointer("PL22", "budgets")


def _pulling(plan: Plan, _today: str) -> Iterator[Pointer]:
    goals = {goal.id: goal for goal in open_goals(plan)}
    for goal in goals.values():
        for other in pulls_now(plan, goal):
            if other in goals and not goal.pull_words and not goals[other].pull_words:
                yield Pointer("PL30", f"goals/{goal.id}", goal.said.words)
