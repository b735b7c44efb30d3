"""Copies of one plan that went different ways: every list is written in, at visits of their own and at shared ones.

Clocks are wrong, the same words are said in two copies, and what another program wrote has an order of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from random import Random
from typing import Any, Final

from pydantic import ValidationError

from decisionaid.model.plan.plan import Plan, PlanForm
from decisionaid.plan.stood import stood
from decisionaid.plan.written import plan_data as plan_data_of
from decisionaid.plan.written import sealed
from tests.plans import plan_data, plan_of

Data = dict[str, Any]

LISTS: Final = tuple(
    name
    for name, field in PlanForm.model_fields.items()
    if str(field.annotation).startswith("tuple")
    and name not in ("people", "visits", "agreed", "doubtful")
)
"""Every list of the format that a copy can go on writing in."""


def begun(rng: Random) -> Plan:
    """Return the plan that all copies go on from; some of what is said at its last visit is in it."""
    data = plan_data("knee-agreed")
    data["visits"].append(
        {"id": "v-03-base", "kind": "visit", "on": "2027-01-10", "there": ["me", "gp"],
         "typed_by": "me"}
    )  # fmt: skip
    for _ in range(rng.randint(0, 2)):
        write(data, rng.choice(LISTS), "v-03-base", rng)
    return plan_of(data)


def three_apart(rng: Random) -> list[Plan]:
    """Return three copies; sometimes one goes on from another, and sometimes one holds all of another."""
    plan = begun(rng)
    copies = [written_on(plan, rng, tag) for tag in "abc"]
    if rng.random() < 1 / 3:
        copies[1] = written_on(copies[0], rng, "d")
    if rng.random() < 1 / 6:
        copies[2] = plan
    return copies


def three_with_altered(rng: Random) -> list[Plan]:
    """Return three such copies of which somebody changed one on its way, or two."""
    copies = three_apart(rng)
    for place in rng.sample(range(3), rng.randint(1, 2)):
        copies[place] = altered_on_the_way(copies[place], rng)
    return copies


def altered_on_the_way(plan: Plan, rng: Random) -> Plan:
    """Return a copy as it is read from a file in which somebody changed something, anywhere, or nothing that counts."""
    data = plan_data_of(plan)
    for _ in range(rng.randint(0, 6)):
        before = json.dumps(data)
        at, place = rng.choice(list(_places_in(data)))
        alter(at, place, rng)
        try:
            plan_of(data)
        except ValidationError:
            data = json.loads(before)
    return sealed(data, is_altered=True)


def _places_in(part: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 - JSON of any form
    named = part.items() if isinstance(part, dict) else enumerate(part)
    for place, each in named:
        if place not in _HEAD:
            yield part, place
            if isinstance(each, dict | list):
                yield from _places_in(each)


_HEAD: Final = ("format", "id", "part", "crc32")


def alter(at: Any, place: Any, rng: Random) -> None:  # noqa: ANN401 - JSON of any form
    """Change one thing of a plan: leave it out, say it otherwise, or put it in another order or in twice."""
    part = at[place]
    match part:
        case _ if rng.random() < 1 / 6:
            del at[place]
        case bool():
            at[place] = not part
        case int():
            at[place] = rng.randint(0, 10)
        case str():
            at[place] = rng.choice(["me", "gp", "yes", "no", f"altered {rng.randrange(6)}"])
        case list() if rng.random() < 1 / 2:
            rng.shuffle(part)
        case list() if part:
            more = json.loads(json.dumps(rng.choice(part)))
            if isinstance(more, dict):
                more |= {"words": f"altered {rng.randrange(6)}"} if "words" in more else {}
                more |= {"id": f"t-{rng.randrange(10)}"} if "id" in more else {}
            part.insert(rng.randint(0, len(part)), more)
        case _:
            pass


def written_on(plan: Plan, rng: Random, tag: str) -> Plan:
    """Return a copy in which somebody went on, at the last visit or at visits of their own."""
    data = plan_data_of(plan)
    visits = ["v-03-base", "visit"][: rng.randint(0, 2)]
    for n in range(rng.randint(0, 2)):
        visit = f"{rng.choice(['v-04', 'v-05', 'x'])}-{tag}{n}"
        data["visits"].append(
            {"id": visit, "kind": rng.choice(["visit", "between", "link_worker", "preparation"]),
             "on": f"2027-0{rng.randint(1, 3)}-1{rng.randint(0, 2)}", "there": ["me", "gp"],
             "typed_by": "me"}
        )  # fmt: skip
        visits.append(visit)
    for visit in visits:
        for _ in range(rng.randint(1, 3)):
            before = plan_data_of(plan_of(data))
            write(data, rng.choice(LISTS), visit, rng)
            try:
                plan_of(data)
            except ValidationError:
                data = before
        if rng.random() < 1 / 2:
            answer_whole(data, visit, rng)
    if visits:
        data |= {"rev": data.get("rev", 1) + rng.randint(1, 3)}
        data["updated"] = f"2027-10-{rng.randint(10, 28)}T10:00:00Z"
    return plan_of(data)


def answer_whole(data: Data, visit: str, rng: Random) -> None:
    """Let the person say if this is their plan; our own pages write down what it said then."""
    answer = rng.choice(["yes", "yes", "partly", "no", "not_asked"])
    said = {"visit": visit, "by": "me", "answer": answer}
    if answer in ("yes", "partly") and rng.random() < 2 / 3:
        said["stood"] = stood(plan_of(data), visit)
    data["agreed"].append(said)


def write(data: Data, name: str, visit: str, rng: Random) -> None:
    """Write something into one list; few words, so that two copies say the same now and then."""
    said = {"words": f"words {rng.randrange(6)}", "by": "me", "visit": visit}
    id_ = f"{name[:1]}-{rng.randrange(10**6)}"
    if name in _WRITERS:
        _WRITERS[name](data, said, rng, id_)
    else:
        list_ = data.setdefault(name, [])
        list_.append(_entry(name, said, rng, id_, list_))


def _entry(name: str, said: Data, rng: Random, id_: str, before: Sequence[Data]) -> Data:
    """Return an entry of a list in which each stands for itself; ``before``: what is in it."""
    visit, some = said["visit"], rng.randrange(6)
    known = [each["visit"] for each in before[-1:] if "visit" in each] or [visit]
    after: Data = {"after": known} if rng.random() < 2 / 3 else {}
    made: dict[str, Data] = {
        "conditions": {"id": id_, "name": f"name {some}"},
        "if_worse": {"signs": said, "call": f"01632 960 00{some}"},
        "budgets": {"visit": visit, "state": "proposed", "amount": some * 100} | after,
        "shared": {"with_whom": f"Name {some}", "parts": "all", "answer": rng.choice(["yes", "no"]),
                   "visit": visit},
        "copies": {"to": "me", "form": rng.choice(["paper", "file", "text"]), "visit": visit},
        "reviews": {"visit": visit, "lead": "gp", "when": {"words": f"words {some}"}} | after,
        "results": {"what": "Blood", "found": f"{some}"}
        | ({"means": said | {"by": "gp"}} if rng.random() < 1 / 2 else {})
        | ({"visit": visit} if rng.random() < 2 / 3 else {}),
    }  # fmt: skip
    return made.get(name, said)


def write_ways(data: Data, _said: Data, rng: Random, _id: str) -> None:
    """Say anew how the person likes information."""
    data["communication"] = rng.sample(["large_print", "audio", "easy_read"], rng.randint(1, 2))


def write_about(data: Data, said: Data, rng: Random, _id: str) -> None:
    """Say something under a heading."""
    heading = rng.choice(["most_important", "support", "wellness"])
    for each in data["about_me"]:
        if each["heading"] == heading:
            each["said"].append(said)
            return
    data["about_me"].append({"heading": heading, "said": [said]})


def write_need(data: Data, said: Data, rng: Random, id_: str) -> None:
    """Tick what is hard, or say that it comes first or does not any more."""
    if data.get("needs") and rng.random() < 1 / 3:
        need = rng.choice(data["needs"])
        need["first"] = not need.get("first", False)
        return
    about = rng.choice(["pain", "sleep"])
    # A sheet names what was ticked by its subject, so two copies may tick one thing.
    name = about if rng.random() < 1 / 3 else id_
    made = {"id": name, "about": about}
    words = {"said": said} if rng.random() < 1 / 2 else {}
    when = {"visit": said["visit"]} if rng.random() < 2 / 3 else {}
    others = [each for each in data.get("needs", ()) if each["id"] != name]
    if len(others) == len(data.get("needs", ())):
        data["needs"] = [*others, made | words | when]


def write_decision(data: Data, said: Data, rng: Random, id_: str) -> None:
    """Say what became of a decision, or of a new one."""
    state = rng.choice(["not_yet", "want_more", "rather_not"])
    became = {"visit": said["visit"], "state": state, "by": ["me"]}
    if rng.random() < 2 / 3:
        rng.choice(data["decisions"]).setdefault("became", []).append(became)
        return
    made = {"id": id_, "question": f"Question {rng.randrange(6)}", "became": [became]}
    data["decisions"].append(made)


def write_goal(data: Data, said: Data, rng: Random, id_: str) -> None:
    """Add a goal, or say something of one that is there."""
    visit, goal = said["visit"], rng.choice(data["goals"])
    match rng.randint(0, 7):
        case 0:
            data["goals"].append({"id": id_, "said": said})
        case 6 | 7:
            first = data["goals"][0]["id"]
            data["goals"].append({"id": id_, "said": said, "replaces": first})
        case 1:
            data["goals"].append({"id": id_, "said": said | {"by": "gp"}, "mine": "not_asked"})
        case 2:
            status = rng.choice(["open", "partly", "met"])
            goal.setdefault("looked", []).append({"visit": visit, "status": status})
        case 3:
            rated = {"visit": visit, "state": "answered", "value": rng.randrange(11)}
            goal.setdefault(rng.choice(["importance", "confidence"]), []).append(rated)
        case 4:
            goal.setdefault("helps", said)
        case _:
            goal["said"] = goal["said"] | {"words": f"altered {rng.randrange(6)}"}


def write_action(data: Data, said: Data, rng: Random, id_: str) -> None:
    """Add a step, or say something of one that is there."""
    visit, action = said["visit"], rng.choice(data["actions"])
    match rng.randint(0, 4):
        case 0:
            data["actions"].append({"id": id_, "said": said})
        case 1:
            did = {"visit": visit, "status": rng.choice(["doing", "done", "stopped"])}
            action.setdefault("did", []).append(did)
        case 2:
            action["help"] = f"help {rng.randrange(6)}"
        case 3 if "asked" in action:
            back = {"visit": visit, "by": "me"}
            action["asked"].setdefault("taken_back", []).append(back)
        case _ if "asked" in action:
            may = {*action["asked"].get("may_share", ()), rng.choice(["goal", "needs", "contact"])}
            action["asked"]["may_share"] = sorted(may, key=lambda _: rng.random())


_WRITERS: Final = {
    "communication": write_ways,
    "about_me": write_about,
    "needs": write_need,
    "decisions": write_decision,
    "goals": write_goal,
    "actions": write_action,
}
