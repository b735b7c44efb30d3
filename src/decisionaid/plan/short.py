"""What the code on the person's paper copy holds of a plan, ``decisionaid.plan-short/1``, and a review from it.

Layer 2. The same as ``plan/short.ts``. The goals that are open, the actions that are open and the last review, in
words, with who and when, and the id and the save of the plan. It is never the plan: opened, a review begins.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from decisionaid.model.plan.plan import Plan
from decisionaid.model.plan.said import Visit
from decisionaid.plan.cutting import Data, only, part_of, without
from decisionaid.plan.snapshots import written_after
from decisionaid.plan.taken import last_deed, last_look, open_actions, open_goals, who_does
from decisionaid.plan.written import plan_data, sealed

FORMAT: Final = "decisionaid.plan-short/1"


@dataclass(frozen=True, slots=True)
class Left:
    """How many entries had no room in a code, of those that are open; the later ones."""

    goals: int = 0
    actions: int = 0
    reviews: int = 0

    @property
    def is_any(self) -> bool:
        """Whether anything is missing."""
        return self.goals + self.actions + self.reviews > 0


@dataclass(frozen=True, slots=True)
class PlanShort:
    """What stood on paper at one save of a plan; it is no copy of it."""

    on_paper: Plan
    """Each goal with one look and each action with one deed, as they stood last, and the last review. It is only to
    be shown: it must not be saved, merged or called a plan. Before that review stand the visits alone of those that it
    stood beside."""
    left: Left = Left()


def short_data(plan: Plan, left: Left) -> Data:
    """Return the short form of a plan without its later entries, as many as ``left`` says."""
    data = plan_data(plan)
    goals = [goal.id for goal in open_goals(plan)]
    actions = [action.id for action in open_actions(plan)]
    kept = {*goals[: len(goals) - left.goals]}
    entries = {
        "goals": [_goal(plan, data, name) for name in goals if name in kept],
        "actions": [
            _action(plan, data, name, kept) for name in actions[: len(actions) - left.actions]
        ],
        "reviews": [] if left.reviews else _reviews(plan, data),
    }
    made = part_of(data, entries)
    # What somebody is to themselves says nothing, and must not keep all else out of a code.
    made["people"] = [
        without(each, "job") if each["role"] == "me" else each for each in made["people"]
    ]
    return made


def ways_to_shorten(plan: Plan) -> Iterator[Left]:
    """Yield what may be left out, from nothing to all: the later actions first, then goals, then the review."""
    actions, goals = len(open_actions(plan)), len(open_goals(plan))
    yield from (Left(0, number) for number in range(actions + 1))
    yield from (Left(number, actions) for number in range(1, goals + 1))
    if plan.reviews:
        yield Left(goals, actions, 1)


def review_from_paper(short: PlanShort, visit: Visit, now: str) -> Plan:
    """Return what is written on: goals and actions as they were said, and a visit at which nothing was said yet.

    ``visit`` is of today, with an id of its own; ``now`` is in UTC to the second. It has the id of the plan, so
    that what is added comes to it when the plan itself is found. How things stood is not in it: nobody said it today.

    Raises:
        ValueError: somebody was there whom the paper does not name.
    """
    data = plan_data(short.on_paper)
    entries = {
        "goals": [only(each, "id", "said", "mine") for each in data.get("goals", ())],
        "actions": [only(each, "id", "goal", "said", "mine") for each in data.get("actions", ())],
    }
    begun = part_of(data, entries)
    begun["people"] = data["people"]
    begun["visits"] = [
        *begun.get("visits", ()),
        visit.model_dump(mode="json", exclude_defaults=True),
    ]
    begun |= {"rev": data.get("rev", 1) + 1, "updated": now, "part": "paper_review"}
    return sealed(begun)


def _entry(data: Mapping[str, Any], name: str, id_: str) -> Mapping[str, Any]:
    entry: Mapping[str, Any] = next(each for each in data[name] if each["id"] == id_)
    return entry


def _goal(plan: Plan, data: Data, id_: str) -> Data:
    goal = next(each for each in plan.goals if each.id == id_)
    made = only(_entry(data, "goals", id_), "id", "said", "mine")
    look = last_look(goal)
    if look is None:
        return made
    when = [each.when for each in goal.looked if each.when][-1:]
    told: Data = {"visit": look.visit, "status": look.status}
    if when:
        told["when"] = when[0].model_dump(mode="json", exclude_defaults=True)
    return made | {"looked": [told]}


def _reviews(plan: Plan, data: Data) -> list[Data]:
    """Return the last review, and before it the visits alone of those beside which one from the paper is written.

    So whoever writes the next review at the paper takes the place of all that stood on it, and of none that another
    copy wrote since.
    """
    given: list[Data] = data.get("reviews", [])
    # A short form holds no more of them already.
    if not given or (
        all(each.keys() == {"visit"} for each in given[:-1]) and "after" not in given[-1]
    ):
        return given
    known = [*written_after(plan, plan.reviews)]
    known.remove(given[-1]["visit"])
    return [*({"visit": each} for each in known), without(given[-1], "after")]


def _action(plan: Plan, data: Data, id_: str, goals: set[str]) -> Data:
    action = next(each for each in plan.actions if each.id == id_)
    made = only(_entry(data, "actions", id_), "id", "goal", "said", "mine")
    if made.get("goal") not in goals:
        made.pop("goal", None)
    deed = last_deed(action)
    if deed is None:
        return made
    told: Data = {"visit": deed.visit, "status": deed.status}
    if who := who_does(action):
        told["who"] = who
    for time in [each for each in action.did if each.when or each.often][-1:]:
        if time.when:
            told["when"] = time.when.model_dump(mode="json", exclude_defaults=True)
        if time.often:
            told["often"] = time.often
    return made | {"did": [told]}
