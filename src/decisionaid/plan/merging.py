"""Put two copies of one plan together, without a server and without losing a word of either.

Layer 2. A plan only ever grows: who has written in a copy of their own has added entries. So two copies are
put together as sets of entries, and come to the same plan in whatever order copies are put together. Where
one holds all that the other has, it is the one. Where both say another thing in one place that holds one
thing only, such as a telephone number, one of them stays, and the place is named for somebody to choose.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from decisionaid.model.canonical import canonical_json, record_checksum
from decisionaid.model.plan.plan import MAX_PLAN_BYTES, Plan
from decisionaid.model.record import ALTERED
from decisionaid.plan.altered import beside_sound
from decisionaid.plan.cutting import without
from decisionaid.plan.merged_order import (
    as_they_stand,
    in_order,
    key_of,
    name_of,
    numbered,
    place_of,
    sorts_as,
)
from decisionaid.plan.standing import to_be_asked_anew
from decisionaid.plan.written import is_altered, plan_data, plan_text

_HEAD: Final = ("format", "id", "rev", "created", "updated", "language", "follows", "part", "crc32")
_PARTS: Final = ("addition", "request", "paper_review")
"""What two parts come to together; a whole plan and any part of it come to the plan."""
_GROWING: Final = ("asked",)
"""What is one thing and has entries of its own: what is said in it later stands behind it."""
_MARKS: Final = {
    "mine": (("said", "not_asked", "accepted", "declined"), {"yes": "accepted", "no": "declined"}),
    "agreed": (("not_asked", "yes", "no"), {"yes": "yes", "no": "no"}),
}
"""What marks what the person answered: what holds where nobody wrote down when, the last of these before all; and how
an answer is marked."""
_ANSWERED: Final = "answered"
_THERE: Final = "there"
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
    has_first, has_second = _holds(second, first), _holds(first, second)
    if has_first and has_second and first == second:
        return Merged(one)
    disputed: list[str] = []
    body = (
        _later(first, second)
        if has_first and has_second
        else second
        if has_first
        else first
        if has_second
        else _joined(first, second, "", disputed, _days(first) | _days(second))
    )
    whole = _whole(body, first, second, disputed)
    # A copy that holds all stays as it is, to the byte.
    for plan in (other, one):
        if isinstance(whole, Merged) and _but_check(numbered(plan_data(whole.plan))) == _but_check(
            numbered(plan_data(plan))
        ):
            return Merged(plan)
    return whole


def _merged_beside(sound: Plan, altered: Plan) -> Merged | Refused:
    """Return what a sound copy comes to with an altered one: what that adds comes in, and the person is asked anew."""
    first = numbered(plan_data(sound))
    beside = beside_sound(first, numbered(plan_data(altered)))
    if _holds(first, beside.left):
        return Merged(sound, beside.disputed)
    body = _joined(first, beside.left, "", [], _days(first) | _days(beside.left))
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
        **{name: body[name] for name in ("format", "id", "language") if name in body},
        "rev": max(first.get("rev", 1), second.get("rev", 1)),
        "created": min(first["created"], second["created"]),
        "updated": max(first["updated"], second["updated"]),
    }
    if follows := first.get("follows") or second.get("follows"):
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


def _days(data: Data) -> dict[str, str]:
    return {visit["id"]: visit["on"] for visit in data.get("visits", [])}


def _later(first: Data, second: Data) -> Data:
    """Both hold the same entries, in another order or with another word: the later copy."""
    return max(
        first, second, key=lambda data: (data.get("rev", 1), data["updated"], sorts_as(data))
    )


def _holds(whole: Data, part: Data) -> bool:
    """Whether each entry of one copy stands in the other; what holds one thing only may have changed."""
    return all(
        _holds_list(whole.get(name, []), entries)
        for name, entries in part.items()
        if _is_entries(entries)
    ) and all(_holds(whole.get(name, {}), part[name]) for name in _GROWING if name in part)


def _holds_list(whole: Sequence[Any], part: Sequence[Any]) -> bool:
    named = {key_of(each): each for each in whole if key_of(each)}
    plain = {canonical_json(each) for each in whole if not key_of(each)}
    for each in part:
        key = key_of(each)
        if key is None:
            if canonical_json(each) not in plain:
                return False
        elif key not in named or not _holds(named[key], each):
            return False
    return True


def _joined(
    first: Data, second: Data, path: str, disputed: list[str], days: Mapping[str, str]
) -> Data:
    made: Data = {}
    for name in dict.fromkeys((*first, *second)):
        if not path and name in _HEAD:
            made[name] = first.get(name, second.get(name))
            continue
        here = f"{path}/{name}" if path else name
        one, other = first.get(name), second.get(name)
        if one == other:
            made[name] = one
        elif _is_entries(one) or _is_entries(other):
            made[name] = _joined_list(one or [], other or [], here, disputed, days)
        elif one is None or other is None:
            made[name] = other if one is None else one
        elif name == _THERE:
            made[name] = _all_there(one, other)
        elif name in _GROWING:
            made[name] = _joined(one, other, here, disputed, days)
        elif path and name in _MARKS:
            continue
        else:
            disputed.append(here)
            made[name] = max(one, other, key=sorts_as)
    _mark(made, first, second, path, disputed)
    return made


def _mark(made: Data, first: Data, second: Data, path: str, disputed: list[str]) -> None:
    """Mark what was asked by what the person answered last, and where nobody wrote down when, by the no.

    A question that nobody has asked is no answer, and leaves that of the other copy.
    """
    name = "agreed" if path.endswith("/asked") else "mine"
    answered = [each.get(_ANSWERED, []) for each in (first, second)]
    given = [each[name] for each in (first, second) if name in each]
    ranks, marks = _MARKS[name]
    if made.get(_ANSWERED):
        made[name] = marks[made[_ANSWERED][-1]["answer"]]
    elif given:
        made[name] = max(given, key=ranks.index)
    is_told = all(answered) and answered[0][-1]["visit"] != answered[1][-1]["visit"]
    if len({*given} - {"not_asked"}) > 1 and not is_told:
        disputed.append(f"{path}/{name}")


def _all_there(one: list[str], other: list[str]) -> list[str]:
    """Return who was there: a part of a plan says it of those whom it names alone."""
    names = {*one, *other}
    whole = [each for each in (one, other) if {*each} == names]
    return max(whole, key=sorts_as) if whole else sorted(names)


def _is_entries(value: object) -> bool:
    """Whether it is a list of entries; a list of names, such as the options that were shown, is one thing."""
    return isinstance(value, list) and any(isinstance(each, Mapping) for each in value)


def _joined_list(
    one: Sequence[Any],
    other: Sequence[Any],
    path: str,
    disputed: list[str],
    days: Mapping[str, str],
) -> list[Any]:
    found: dict[str, Any] = {}
    for each in (*one, *other):
        key, name = key_of(each), name_of(each)
        if key is not None and name in found and found[name] != each:
            found[name] = _joined(found[name], each, f"{path}/{key}", disputed, days)
        else:
            found[name] = each
    places = {name: place_of(each, days) for name, each in found.items()}
    # Of answers the place says all: which of its visit one is, or that of two the no is the last.
    is_placed = path == "agreed" or path.endswith(f"/{_ANSWERED}")
    written = (
        () if is_placed else ([name_of(each) for each in one], [name_of(each) for each in other])
    )
    return [found[name] for name in in_order(places, *written)]
