"""Plans of made-up people, to try the page of a plan with.

Layer 2. What is said in them is invented. The names of options, the question and the examples of actions are
those of the aid itself, put in when the site is built. One file is one person: a plan as it stood earlier is the
same plan without what was said later, since nothing in a plan is ever overwritten.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from decisionaid.model.aid import Aid
from decisionaid.model.made_up import made_up_id
from decisionaid.model.plan.plan import Plan
from decisionaid.model.sections import OptionPlan, PlanSection
from decisionaid.plan.written import sealed

_FOLDER: Final = Path(__file__).resolve().parent / "made_up"

LANGUAGE: Final = "en"
"""The language they are in: on a site in another one there are none."""

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class MadeUpPlan:
    """A plan of nobody's, as it was on some day."""

    key: str
    """What it shows: ``knee_prepared``, ``knee_agreed``, ``budget``, and so on."""
    plan: Plan


def made_up_with(aid: Aid, source_sha256: str) -> Iterator[MadeUpPlan]:
    """Yield the plans in which something is decided with this aid, the earliest of each person first.

    A person who speaks of an option or of an example that the aid has not, has no plan.
    """
    for name in _names():
        data = _read(name)
        if _aids_in(data) != {aid.slug}:
            continue
        try:
            whole = _with_aid(data, aid, source_sha256)
        except KeyError:
            continue
        yield from _stages(name, whole)


def made_up_without_aid() -> Iterator[MadeUpPlan]:
    """Yield the plans that speak of no aid."""
    for name in _names():
        data = _read(name)
        if not _aids_in(data):
            yield from _stages(name, data)


def _names() -> list[str]:
    return sorted((each.stem for each in _FOLDER.glob("*.json")), key=lambda name: name != "knee")


def _read(name: str) -> Data:
    data: Data = json.loads((_FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return data


def _aids_in(data: Data) -> set[str]:
    return {each["aid"] for each in data.get("decisions", []) if each.get("aid")}


def _with_aid(data: Data, aid: Aid, source_sha256: str) -> Data:
    """Put in what the aid says.

    Raises:
        KeyError: it has no such option or example.
    """
    options = {each.id: each.name for each in aid.options if each.offered}
    examples = {
        f"{aid.slug}:{plan.id}/{id_}": text
        for section in aid.of(PlanSection)
        for plan in section.plans
        for id_, text in _ideas_of(plan)
    }
    shown = {
        "id": aid.slug,
        "version": aid.version or "",
        "source_sha256": source_sha256,
        "title": aid.title,
        "language": aid.language,
    }
    for decision in data["decisions"]:
        if decision.get("aid"):
            decision |= {"aid": shown, "question": aid.question or "", "shown": [*options.values()]}
            for each in decision["became"]:
                if "option" in each:
                    each["option_name"] = options[each["option"]]
    for entry in (*data.get("goals", []), *data.get("actions", [])):
        if example := entry["said"].get("example"):
            entry["said"]["words"] = examples[example]
    return data


def _ideas_of(plan: OptionPlan) -> Iterator[tuple[str, str]]:
    yield from ((goal.id, goal.text) for goal in plan.goals)
    yield from ((action.id, action.text) for action in plan.actions)


def _stages(name: str, data: Data) -> Iterator[MadeUpPlan]:
    stages: dict[str, str] = data.pop("stages")
    visits: list[Data] = data["visits"]
    order = [each["id"] for each in visits]
    for key, visit in stages.items():
        rev = order.index(visit) + 1
        said = _until(data, set(order[rev:]))
        said |= {
            "format": "decisionaid.plan/1",
            "id": made_up_id(name),
            "rev": rev,
            "created": f"{visits[0]['on']}T09:00:00Z",
            "updated": f"{visits[rev - 1]['on']}T12:00:00Z",
            "visits": visits[:rev],
        }
        named = json.dumps({**said, "people": []})
        people = [each for each in data["people"] if f'"{each["id"]}"' in named]
        yield MadeUpPlan(key, sealed({**said, "people": people}))


def _until(data: Data, later: set[str]) -> Data:
    """Return a plan without what was said at visits of these ids."""
    return {name: _without(each, later) for name, each in data.items()}


def _without(part: Any, later: set[str]) -> Any:  # noqa: ANN401 - JSON of any form
    """Return the same part without it; None: nothing of it had been said yet."""
    if isinstance(part, list):
        found = (_without(each, later) for each in part)
        return [each for each in found if each is not None]
    if not isinstance(part, dict):
        return part
    # Without the words that it is, an entry is not there; what is said of it later on can be missing.
    words = part.get("signs", part.get("said") if "id" in part and "about" not in part else None)
    first = words if isinstance(words, dict) else None
    if part.get("visit") in later or (first and first.get("visit") in later):
        return None
    made = {name: _without(each, later) for name, each in part.items()}
    return {name: each for name, each in made.items() if each is not None or part[name] is None}
