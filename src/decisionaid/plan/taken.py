"""What the person has taken as theirs: goals, actions, requests and money, and which of them are open.

Layer 2. The same as ``plan/taken.ts``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations
from typing import Final, Literal

from decisionaid.model.plan.budget import Budget
from decisionaid.model.plan.doing import Action, Asked, Did, Goal, Looked
from decisionaid.model.plan.faults import PROFESSIONALS
from decisionaid.model.plan.plan import Plan
from decisionaid.plan.visits import has_known, visits_in_order

_ENDED: Final = ("done", "stopped", "refused")
"""That somebody was seen for a request ends nothing: what it was for goes on until somebody says otherwise."""

_CLOSED: Final = ("met", "dropped")

_TAKEN: Final = ("said", "accepted")


def last_look(goal: Goal) -> Looked | None:
    """Return how a goal stood when somebody last looked; None: nobody has."""
    return goal.looked[-1] if goal.looked else None


def last_deed(action: Action) -> Did | None:
    """Return how an action stands; None: nothing was said of it."""
    return action.did[-1] if action.did else None


def replaced_goals(plan: Plan) -> dict[str, str]:
    """Return the ids of the goals in whose place another one stands, each with the id of that one.

    What nobody has taken stands in the place of no goal that the person took. Neither does what was said in the place
    of a goal at which somebody looked later, or may have: whoever did had another copy, in which it stood. See
    ``doubted_goals``.
    """
    anew: dict[str, list[Goal]] = {}
    for goal, before in _said_anew(plan):
        if goal.replaces is not None and not _is_looked_at_since(plan, before, goal):
            anew.setdefault(goal.replaces, []).append(goal)
    # Where two copies said one goal anew, what was for it is for the one that nobody has closed.
    return {
        id_: next((each.id for each in reversed(all_) if not _is_over(each, anew)), all_[-1].id)
        for id_, all_ in anew.items()
    }


def _is_over(goal: Goal, anew: Mapping[str, Sequence[Goal]]) -> bool:
    """Whether somebody closed a goal, or all that was said in its place."""
    later = anew.get(goal.id, ())
    return all(_is_over(each, anew) for each in later) if later else _is_closed(goal)


def _is_closed(goal: Goal) -> bool:
    look = last_look(goal)
    return look is not None and look.status in _CLOSED


def doubted_goals(plan: Plan) -> tuple[tuple[Goal, Goal], ...]:
    """Return each two open goals of which two copies of the plan say that the one holds, and that the other does.

    One was looked at after the other was said in its place, or both were said in the place of a third one. Which of
    them holds is for somebody to say: they close one of them, or look at both at one visit.
    """
    return (*_looked_at_all_the_same(plan), *_said_anew_twice(plan))


def _said_anew_twice(plan: Plan) -> list[tuple[Goal, Goal]]:
    opened = {goal.id: goal for goal in open_goals(plan)}
    visits = {visit.id: visit for visit in plan.visits}
    anew = [goal for goal, _ in _said_anew(plan)]
    found = []
    for one, other in combinations(anew, 2):
        both = [opened.get(goal_now(plan, each.id) or "") for each in (one, other)]
        # What one copy says at one visit it says beside each other.
        is_of_one = one.said.visit == other.said.visit and not visits[one.said.visit].apart
        if one.replaces != other.replaces or is_of_one or both[0] is None or both[1] is None:
            continue
        looked = [{each.visit for each in goal.looked} for goal in both if goal]
        if both[0] is not both[1] and not any(
            _may_be_since(plan, {visit}, one) and _may_be_since(plan, {visit}, other)
            for visit in looked[0] & looked[1]
        ):
            found.append((both[0], both[1]))
    return found


def _looked_at_all_the_same(plan: Plan) -> list[tuple[Goal, Goal]]:
    opened, goals = {goal.id for goal in open_goals(plan)}, {goal.id: goal for goal in plan.goals}
    found = []
    for goal, before in _said_anew(plan):
        other = goals.get(goal_now(plan, goal.id) or "")
        if (
            other
            and before
            and {before.id, other.id} <= opened
            and _is_looked_at_since(plan, before, goal)
            and not _are_looked_at_together(plan, (before, other), goal)
        ):
            found.append((before, other))
    return found


def _said_anew(plan: Plan) -> list[tuple[Goal, Goal | None]]:
    """Return the goals that were said in the place of another one, with that, as far as the person has taken them."""
    goals = {goal.id: goal for goal in plan.goals}
    pairs = [(goal, goals.get(goal.replaces)) for goal in plan.goals if goal.replaces is not None]
    return [
        (goal, before)
        for goal, before in pairs
        if goal.mine in _TAKEN or before is None or before.mine not in _TAKEN
    ]


def _is_looked_at_since(plan: Plan, before: Goal | None, goal: Goal) -> bool:
    looked = {each.visit for each in before.looked} if before else frozenset[str]()
    return _may_be_since(plan, looked, goal)


def _are_looked_at_together(plan: Plan, both: tuple[Goal, Goal], goal: Goal) -> bool:
    """Whether somebody who knew both looked at them: at a visit behind the one at which the other was said."""
    one, other = ({each.visit for each in of.looked} for of in both)
    return _may_be_since(plan, one & other, goal)


def _may_be_since(plan: Plan, looked: AbstractSet[str], goal: Goal) -> bool:
    """Whether one of these visits was behind the one at which a goal was said, as far as anybody can tell.

    Of two visits of one day it may be either, unless whoever began the one at which the goal was said knew the other.
    """
    if not looked:
        return False
    visits = visits_in_order(plan)
    place = {visit.id: at for at, visit in enumerate(visits)}
    said = place.get(goal.said.visit, -1)
    before = visits[: said + 1]
    return any(
        place[each] > said
        or (
            place[each] < said
            and visits[place[each]].on == visits[said].on
            and not has_known(before, visits[said], visits[place[each]])
        )
        for each in looked
        if each in place
    )


def goal_now(plan: Plan, id_: str | None) -> str | None:
    """Return the goal in whose words one stands by now: itself, or the last one that was said in its place.

    What was for a goal in its old words, such as a step, is for it in its new ones.
    """
    later, at = replaced_goals(plan), id_
    while at is not None and at in later:
        at = later[at]
    return at


def open_goals(plan: Plan) -> tuple[Goal, ...]:
    """Return the goals that the person has taken, and that are neither met, dropped nor replaced.

    One that is not met yet stays open until somebody closes it.
    """
    replaced = replaced_goals(plan)
    return tuple(
        goal
        for goal in plan.goals
        if goal.mine in _TAKEN and goal.id not in replaced and not _is_closed(goal)
    )


def pulls_now(plan: Plan, goal: Goal) -> tuple[str, ...]:
    """Return the goals that one was marked as pulling against, in the words in which both stand by now."""
    marked = (
        goal_now(plan, other)
        for each in plan.goals
        if goal_now(plan, each.id) == goal.id
        for other in each.pulls_against
    )
    return tuple(dict.fromkeys(other for other in marked if other and other != goal.id))


def open_actions(plan: Plan) -> tuple[Action, ...]:
    """Return the actions that the person has taken, and that have not come to an end."""
    return tuple(
        action
        for action in plan.actions
        if action.mine in _TAKEN
        and ((deed := last_deed(action)) is None or deed.status not in _ENDED)
    )


def taken_actions(plan: Plan) -> tuple[Action, ...]:
    """Return the actions that the person has taken."""
    return tuple(action for action in plan.actions if action.mine in _TAKEN)


def open_budget(plan: Plan) -> Budget | None:
    """Return the budget that holds; None: there is none, or it has ended."""
    last = plan.budgets[-1] if plan.budgets else None
    return None if last is None or last.state == "ended" else last


def answer_to(asked: Asked) -> Literal["yes", "no", "not_asked", "taken_back"]:
    """Return what the person says to a request by now; a yes that they took back is none."""
    return "taken_back" if asked.agreed == "yes" and asked.taken_back else asked.agreed


def asked_to(action: Action) -> str:
    """Return whom the person agreed to ask for it, in their words; empty: nobody, or they took it back."""
    is_agreed = action.asked is not None and answer_to(action.asked) == "yes"
    return action.asked.to if action.asked and is_agreed else ""


def who_does(action: Action) -> str | None:
    """Return who was named last for an action; None: nobody has been."""
    return next((deed.who for deed in reversed(action.did) if deed.who), None)


def professionals(plan: Plan) -> frozenset[str]:
    """Return the ids of those who help as their work, whether they were ever there or are only named.

    Of ``other`` nobody said what they are; they are one where they do what an example of an aid gives to the team.
    What somebody suggested is of the kind ``team`` too, and may be for a son: it tells nothing of who does it.
    """
    for_team = {
        who_does(action)
        for action in taken_actions(plan)
        if action.kind == "team" and action.said.example
    }
    return frozenset(
        each.id
        for each in plan.people
        if each.role in PROFESSIONALS or (each.role == "other" and each.id in for_team)
    )
