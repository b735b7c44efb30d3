"""What a plan said when somebody said yes to it, as a check number: a yes is for the plan that was there.

Layer 2. The same as ``plan/stood.ts``. All parts count that are not named here, so a new part of the format counts
from the start. In which order entries stand does not. What was prepared at home later stands beside what was agreed.
"""

from __future__ import annotations

from typing import Any, Final
from zlib import crc32

from decisionaid.model.canonical import canonical_json
from decisionaid.model.plan.doing import Agreed
from decisionaid.model.plan.plan import Plan
from decisionaid.plan.cutting import without
from decisionaid.plan.merged_order import sorts_as
from decisionaid.plan.written import plan_data

NOT_AGREED_TO: Final = frozenset(
    ("format", "id", "rev", "created", "updated", "language", "follows", "part", "doubtful",
     "crc32", "people", "visits", "agreed", "copies")
)  # fmt: skip
"""What names a plan, who was there and when, the answers themselves, and who has a copy."""

UNDATED: Final = ("communication",)
"""What is no history, so of it nobody can tell if it was prepared later. So it is with which needs come first.

A need or a result of which nobody wrote down when it came in counts as one that had to be there.
"""

HALF: Final = 8

Data = dict[str, Any]


def is_as_it_stood(plan: Plan, agreed: Agreed) -> bool:
    """Whether a plan says what it said when this was answered; so it is where nobody wrote that down."""
    if agreed.stood is None:
        return True
    now = stood(plan, agreed.visit)
    whole = not prepared_behind(plan, agreed.visit)
    return now == agreed.stood if whole else now[:HALF] == agreed.stood[:HALF]


def stood(plan: Plan, visit: str) -> str:
    """Return the check number of all that a plan says to which somebody answers at a visit: 16 hex digits.

    The first eight are of what has a visit, without what was prepared behind that one; the others of the rest.
    """
    said = {name: part for name, part in plan_data(plan).items() if name not in NOT_AGREED_TO}
    undated: Data = {name: said.pop(name) for name in UNDATED if name in said}
    if needs := said.get("needs"):
        undated["first"] = sorted(each["id"] for each in needs if each.get("first"))
        said["needs"] = [without(each, "first") for each in needs]
    dated = _without(said, prepared_behind(plan, visit)) or {}
    return _check(dated) + _check(undated)


def prepared_behind(plan: Plan, visit: str) -> frozenset[str]:
    """Return the ids of the preparations behind a visit."""
    order = [each.id for each in sorted(plan.visits, key=lambda each: each.on)]
    later = {*order[order.index(visit) + 1 :]} if visit in order else set()
    return frozenset(each.id for each in plan.visits if each.kind == "preparation") & later


def in_any_order(part: Any) -> Any:  # noqa: ANN401 - JSON of any form
    """Return data in which no order of entries tells anything, and nothing stands twice."""
    if isinstance(part, dict):
        return {name: in_any_order(each) for name, each in part.items()}
    if not isinstance(part, list):
        return part
    made = [in_any_order(each) for each in part]
    if not any(isinstance(each, dict) for each in made):
        return made
    return [each for _, each in sorted({sorts_as(each): each for each in made}.items())]


def _check(data: Data) -> str:
    return f"{crc32(canonical_json(in_any_order(data)).encode()):08x}"


def _without(part: Any, visits: frozenset[str]) -> Any:  # noqa: ANN401 - JSON of any form
    """Return the same part without what was said at these visits; None: all of it was."""
    if isinstance(part, list):
        found = [_without(each, visits) for each in part]
        return [each for each in found if each is not None]
    if not isinstance(part, dict):
        return part
    words = part.get("said") if "id" in part else part.get("signs")
    if "about" in part:
        # What was ticked stays where it was put into words later.
        words = None
    at = words.get("visit") if isinstance(words, dict) else None
    if part.get("visit") in visits or at in visits:
        return None
    made = {name: _without(each, visits) for name, each in part.items()}
    # A heading, or a list, of which all was prepared is none.
    if "heading" in part and not made["said"]:
        return None
    return {
        name: each
        for name, each in made.items()
        if each is not None and not (each == [] and part[name] != [])
    } or None
