"""Put two copies of one plan together, without a server and without losing a word of either.

Layer 2. A plan only ever grows: who has written in a copy of their own has added entries. So two copies are
put together as sets of entries, and come to the same plan in whatever order copies are put together. Where
one holds all that the other has, it is the one. Where both say another thing in one place that holds one
thing only, such as a telephone number, one of them stays, and the place is named for somebody to choose.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from decisionaid.model.canonical import canonical_json, record_checksum
from decisionaid.model.plan.plan import MAX_PLAN_BYTES, Plan
from decisionaid.model.record import ALTERED
from decisionaid.plan.altered import beside_sound
from decisionaid.plan.cutting import without
from decisionaid.plan.joining import Joining
from decisionaid.plan.merged_order import as_they_stand, numbered, sorts_as
from decisionaid.plan.standing import to_be_asked_anew
from decisionaid.plan.stood import in_any_order
from decisionaid.plan.written import is_altered, plan_data, plan_text

_HEAD: Final = ("format", "id", "rev", "created", "updated", "language", "follows", "part", "crc32")
_PARTS: Final = ("addition", "request", "paper_review")
"""What two parts come to together; a whole plan and any part of it come to the plan."""
Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Merged:
    """One plan out of two copies."""

    plan: Plan
    disputed: tuple[str, ...] = ()
    """Places in which both say another thing, as paths; the plan has one of them."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Two copies that cannot be one plan; the open one stays as it is."""

    reason: str
    """``other``: another plan. ``full``: together they hold more than a plan may. ``fault``: what one
    says cannot be together with what the other says."""


def merged(one: Plan, other: Plan) -> Merged | Refused:
    """Return what two copies of a plan come to together."""
    if one.id != other.id:
        return Refused("other")
    # Of a copy that was changed on the way nothing takes the place of what a sound one says. A part vouches for no
    # whole.
    for sound, altered in ((one, other), (other, one)):
        if is_altered(altered) and not is_altered(sound) and (not sound.part or altered.part):
            return _merged_beside(sound, altered)
    first, second = (numbered(plan_data(plan)) for plan in (one, other))
    if first == second:
        return Merged(one)
    joined = Joining(first, second, is_first_part=bool(one.part), is_second_part=bool(other.part))
    body, disputed = joined.whole(), joined.disputed
    # What says the same in another order stands as the copy has it that was saved last.
    same = [data for data in (first, second) if _said_in(data) == _said_in(body)]
    if same:
        body = max(same, key=_saved)
    whole = _whole(body, first, second, disputed)
    # A copy that holds all stays as it is, to the byte.
    for plan in (other, one):
        if isinstance(whole, Merged) and _but_check(numbered(plan_data(whole.plan))) == _but_check(
            numbered(plan_data(plan))
        ):
            return Merged(plan, disputed)
    return whole


def _merged_beside(sound: Plan, altered: Plan) -> Merged | Refused:
    """Return what a sound copy comes to with an altered one: what that adds comes in, and the person is asked anew."""
    first = numbered(plan_data(sound))
    beside = beside_sound(first, numbered(plan_data(altered)))
    joined = Joining(first, beside.left, is_first_part=False, is_second_part=True)
    body = joined.whole()
    if _said_in(body) == _said_in(first):
        return Merged(sound, beside.disputed)
    whole = _whole(body, first, beside.left, beside.disputed)
    if isinstance(whole, Refused):
        return whole
    data = plan_data(whole.plan)
    agreed = [*data.get("agreed", ()), *to_be_asked_anew(whole.plan)]
    return _whole(numbered(data | {"agreed": agreed}), first, beside.left, whole.disputed)


def _but_check(data: Data) -> Data:
    return {name: part for name, part in data.items() if name != "crc32"}


def _whole(body: Data, first: Data, second: Data, disputed: Sequence[str]) -> Merged | Refused:
    head: Data = {
        **{name: body[name] for name in ("format", "id") if name in body},
        "language": max(each["language"] for each in (first, second)),
        "rev": max(first.get("rev", 1), second.get("rev", 1)),
        "created": min(first["created"], second["created"]),
        "updated": max(first["updated"], second["updated"]),
    }
    if follows := max(each.get("follows") or "" for each in (first, second)):
        head["follows"] = follows
    if first.get("part") and second.get("part"):
        head["part"] = max(first["part"], second["part"], key=_PARTS.index)
    data = as_they_stand(without(body, "part")) | head
    altered = any(each["crc32"] == ALTERED for each in (first, second))
    data["crc32"] = ALTERED if altered else record_checksum(data)
    try:
        plan = Plan.model_validate_json(json.dumps(data))
        if len(plan_text(plan).encode()) > MAX_PLAN_BYTES:
            return Refused("full")
        return Merged(plan, tuple(sorted(disputed)))
    except ValueError as error:
        return Refused("full" if "too_long" in str(error) else "fault")


def _said_in(data: Data) -> str:
    """Return what a copy says, in whatever order."""
    return canonical_json(
        in_any_order({name: part for name, part in data.items() if name not in _HEAD})
    )


def _saved(data: Data) -> tuple[int, str, bytes]:
    return data.get("rev", 1), data["updated"], sorts_as(data)
