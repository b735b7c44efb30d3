"""Plans of all kinds, made at random: other words, more entries, things not said."""

from __future__ import annotations

from random import Random
from typing import Any, Final

from pydantic import ValidationError

from decisionaid.model.plan.plan import Plan
from tests.plan.test_merging import written_on
from tests.plans import SOUND, plan_data, plan_of

WORDS: Final = (
    "Walk to school, and back; slowly",
    'A \\ backslash, a "quote" and {who} {words}',
    "Two\nlines\tof it",
    "שלום עולם",
    "👩‍👧 with a rest 🙂 " * 12,
    "Ça va, naïve café – “so”",
    "x" * 600,
    "…",
)  # fmt: skip
JOBS: Final = ("my daughter", "My Mum", "mystery visitor", "", "practice nurse", "my")


def random_plan(rng: Random) -> Plan:
    """Return a plan that could have been written."""
    data = plan_data(rng.choice(SOUND))
    for _ in range(rng.randint(0, 12)):
        before = plan_of(data).model_dump(mode="json", exclude_defaults=True)
        _change(data, rng)
        try:
            plan_of(data)
        except ValidationError:
            data = before
    plan = plan_of(data)
    has_gp = {person.id for person in plan.people} >= {"me", "gp"}
    is_grown = has_gp and plan.actions and plan.goals and plan.reviews and plan.agreed
    return written_on(plan, rng, "r") if is_grown and plan.actions[0].did else plan


def _change(data: dict[str, Any], rng: Random) -> None:
    places = [*_with_words(data)]
    match rng.randint(0, 9):
        case 0 | 1:
            rng.choice(places)["words"] = rng.choice(WORDS)
        case 2:
            rng.choice(data["people"])["job"] = rng.choice(JOBS)
        case 3:
            name = rng.choice(["reviews", "if_worse", "agreed", "decisions", "actions", "about_me"])
            data[name] = []
        case 4:
            for action in data.get("actions", [])[:1]:
                for deed in action["did"]:
                    deed.pop(rng.choice(["who", "when", "often"]), None)
        case 5:
            more = [dict(each) for each in data.get("actions", [])[:1]] * rng.randint(1, 12)
            for n, each in enumerate(more):
                data["actions"].append(each | {"id": f"more-{n}-{rng.randrange(10**6)}"})
        case _:
            rng.choice([_take_back, _say_at_home, _say_goal_anew, _look_at_goal])(data, rng)


def _take_back(data: dict[str, Any], rng: Random) -> None:
    back = {"visit": rng.choice(data["visits"])["id"], "by": "me"}
    for action in data.get("actions", []):
        if "asked" in action and rng.random() < 1 / 2:
            action["asked"]["taken_back"] = [back]
            action["did"] = action.get("did", [])[: rng.randint(0, 1)]


def _say_goal_anew(data: dict[str, Any], rng: Random) -> None:
    goal = rng.choice(data["goals"])
    mine = rng.choice(["said", "said", "not_asked", "accepted", "declined"])
    by = "me" if mine == "said" else rng.choice(data["people"])["id"]
    said = {"words": rng.choice(WORDS), "by": by, "visit": data["visits"][-1]["id"]}
    made = {"id": f"anew-{rng.randrange(10**6)}", "said": said, "mine": mine}
    data["goals"].append(made | {"replaces": goal["id"]})


def _look_at_goal(data: dict[str, Any], rng: Random) -> None:
    status = rng.choice(["open", "met", "partly", "not_met", "dropped"])
    look = {"visit": data["visits"][-1]["id"], "status": status}
    rng.choice(data["goals"]).setdefault("looked", []).append(look)


def _say_at_home(data: dict[str, Any], rng: Random) -> None:
    visit = f"home-{rng.randrange(10**6)}"
    at = {"id": visit, "kind": "preparation", "on": f"2026-11-{rng.randint(10, 30)}"}
    data["visits"].insert(0, at | {"there": ["me"], "typed_by": "me", "record": "ab" * 16})
    said = {"words": rng.choice(WORDS), "by": "me", "visit": visit}
    about = {each["heading"]: each for each in data.setdefault("about_me", [])}
    if "most_important" not in about:
        data["about_me"].append({"heading": "most_important", "said": [said]})
    else:
        about["most_important"]["said"].insert(rng.randint(0, 1), said)


def _with_words(value: Any) -> list[dict[str, Any]]:  # noqa: ANN401
    if isinstance(value, dict):
        own = [value] if "words" in value and "by" in value else []
        return own + [each for part in value.values() for each in _with_words(part)]
    return [each for part in value for each in _with_words(part)] if isinstance(value, list) else []
