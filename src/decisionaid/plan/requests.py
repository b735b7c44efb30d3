"""A request to somebody else, such as a link worker, as a file, and the answer that comes back as an addition.

Layer 2. The same as ``plan/requests.ts``. Without the person's yes there is none. It holds that one
action, the people whom it names, and nothing else but for what the person said may go with it. ``request_text.py``
makes it text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from decisionaid.model.plan.doing import Action, Asked
from decisionaid.model.plan.plan import Plan
from decisionaid.model.plan.said import SAYS_FOR_THEMSELVES
from decisionaid.plan.current import needs_later, own_about_me, said_now
from decisionaid.plan.cutting import PEOPLE, Data, names_in, only, part_of, without
from decisionaid.plan.taken import answer_to, goal_now
from decisionaid.plan.written import is_in_doubt, plan_data, sealed

TAKEN: Final = ("said", "accepted")
_NOT_ADDED: Final = ("people", "visits", "agreed", "shared", "copies", "communication")
"""What is told otherwise, and what is not theirs to add who answer."""


def request_of(action: Action) -> Asked | None:
    """Return what may be said of a request; None: nobody is asked, or the person has not said yes, or took it back."""
    asked = action.asked
    if asked is None or answer_to(asked) != "yes" or action.mine not in TAKEN:
        return None
    kept_back = {
        **({} if "reason" in asked.may_share else {"reason": None}),
        **({} if "contact" in asked.may_share else {"contact_me_by": ""}),
    }
    return asked.model_copy(update=kept_back)


@dataclass(frozen=True, slots=True)
class NoRequest:
    """Why there is no request."""

    reason: Literal["unknown", "not_taken", "no_request", "no", "not_asked", "taken_back"]
    """``unknown``: the plan has no such action. ``not_taken``: the person has not taken it. ``no_request``: nobody is
    asked. ``no`` and ``not_asked``: the person did not say yes. ``taken_back``: they said yes and took it back."""


def request_file(plan: Plan, action_id: str) -> Plan | NoRequest:
    """Return the plan cut to one request, with the same id, or why there is none.

    It holds the action, the people and visits that it names, and what the person said may go with it. Names and
    numbers are in it only for the person, and only if they may be reached.
    """
    found = asked_in(plan, action_id)
    if isinstance(found, NoRequest):
        return found
    data, asked = plan_data(plan), request_of(found)
    may = asked.may_share if asked else ()
    action = next(each for each in data["actions"] if each["id"] == action_id)
    # What is asked is one thing: where a part of it is kept back, the rest of it is written anew.
    shared = asked.model_dump(mode="json", exclude_defaults=True) if asked else {}
    later = needs_later(plan)
    goals = _goal_of(plan, data, found) if "goal" in may else []
    # In the words in which it stands by now, and in no others.
    kept = without(action, "decision", "goal") | {"asked": shared}
    for goal in goals:
        kept["goal"] = goal["id"]
    entries = {
        "about_me": _about_me(plan) if "about_me" in may else [],
        "needs": [
            without(each, "condition", "visit")
            for each in data.get("needs", [])
            if each["id"] not in later
        ]
        if "needs" in may
        else [],
        "goals": goals,
        "actions": [kept],
    }
    made = _with_named(part_of(data, entries))
    if "contact" in may:
        mine = next(each for each in data["people"] if each["role"] == "me")
        made["people"] = [mine if each["id"] == mine["id"] else each for each in made["people"]]
    return sealed(made | {"part": "request"}, is_altered=is_in_doubt(plan))


def _with_named(made: Data) -> Data:
    """Return a part that tells of nobody but the person and those whom what is in it names.

    Who else was there is left out. Who typed for them stays, without what they are to the person.
    """
    kept = {name: part for name, part in made.items() if name not in ("people", "visits")}
    named = {*names_in(kept, PEOPLE)} | {
        each["id"] for each in made["people"] if each["role"] == "me"
    }
    voices = {each["id"] for each in made["people"] if each["role"] in SAYS_FOR_THEMSELVES}
    visits = [
        each | {"there": _there(each["there"], named, voices)} for each in made.get("visits", ())
    ]
    told = {*names_in(visits, PEOPLE)}
    people = [
        each if each["id"] in named else without(each, "job")
        for each in made["people"]
        if each["id"] in named | told
    ]
    return made | {"people": people} | ({"visits": visits} if visits else {})


def _there(there: list[str], named: set[str], voices: set[str]) -> list[str]:
    # Words of the person are theirs where somebody was there to say them.
    told = named if any(each in named & voices for each in there) else named | voices
    return [each for each in there if each in told]


def answer_of(request: Plan, answered: Plan) -> Plan:
    """Return what was added to a request, as an addition to the plan: new visits, and new entries at them.

    ``answered`` is the request with more in it. What was asked is left out: it is the person's, and stands in the
    plan. Put together with the plan it adds what is new and changes nothing.
    """
    data = plan_data(answered)
    known = {visit.id for visit in request.visits}
    asked = {action.id for action in request.actions}
    data["actions"] = [
        without(each, "asked", "goal") if each["id"] in asked else each for each in data["actions"]
    ]
    lists = [name for name, part in data.items() if isinstance(part, list)]
    made = part_of(data, {name: data[name] for name in lists if name not in _NOT_ADDED})
    # A visit at which nothing was written is told all the same, and people as they are told now.
    told = {each["id"] for each in made.get("visits", ())} | {
        visit.id for visit in answered.visits if visit.id not in known
    }
    made["visits"] = [each for each in data.get("visits", ()) if each["id"] in told]
    made["people"] = data["people"]
    return sealed(made | {"part": "addition"}, is_altered=is_in_doubt(answered))


def asked_in(plan: Plan, action_id: str) -> Action | NoRequest:
    """Return the action of a request to which the person said yes, or why there is none."""
    action = next((each for each in plan.actions if each.id == action_id), None)
    if action is None:
        return NoRequest("unknown")
    if action.mine not in TAKEN:
        return NoRequest("not_taken")
    if action.asked is None:
        return NoRequest("no_request")
    answer = answer_to(action.asked)
    return action if answer == "yes" else NoRequest(answer)


def _about_me(plan: Plan) -> list[Data]:
    """Return what holds of what the person said of themselves: what it stands in the place of is nobody else's."""
    own = (
        each.model_copy(update={"said": said_now(plan, each.said)}) for each in own_about_me(plan)
    )
    return [each.model_dump(mode="json", exclude_defaults=True) for each in own]


def _goal_of(plan: Plan, data: Data, action: Action) -> list[Data]:
    """Return the goal of an action, in the person's words and no more; none if they have not taken it."""
    return [
        only(each, "id", "said", "mine")
        for each in data.get("goals", [])
        if each["id"] == goal_now(plan, action.goal) and each.get("mine", "said") in TAKEN
    ]
