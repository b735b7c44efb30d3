"""Put two copies of one plan together, without a server and without losing a word of either.

Layer 2. A plan only ever grows: who has written in a copy of their own has added entries. So two copies are
put together as sets of entries, and come to the same plan in whatever order copies are put together. Where
one holds all that the other has, it is the one. Where both say another thing in one place that holds one
thing only, such as a telephone number, one of them stays, and the place is named for somebody to choose.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from decisionaid.model.canonical import canonical_json
from decisionaid.model.plan.plan import MAX_PLAN_BYTES, Plan
from decisionaid.model.record import ALTERED
from decisionaid.plan.altered import DOUBTFUL, beside_sound, laid_beside, parted
from decisionaid.plan.cutting import without
from decisionaid.plan.joining import Joining
from decisionaid.plan.merged_order import as_they_stand, numbered, sorts_as
from decisionaid.plan.reading import HEAD
from decisionaid.plan.stood import in_any_order
from decisionaid.plan.written import plan_data, plan_text, sealed

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
    copies = [numbered(plan_data(plan)) for plan in (one, other)]
    first, second = copies
    if first == second:
        return Merged(one)
    altered = [copy for copy in copies if _is_altered(copy)]
    vouched = [copy for copy in copies if not _is_altered(copy)]
    # A part vouches for no whole.
    is_vouched = bool(vouched) and (
        not all(copy.get("part") for copy in vouched) or all(copy.get("part") for copy in altered)
    )
    made = _beside(copies) if is_vouched else _together(first, second)
    whole = _whole(*made, is_altered=not is_vouched)
    if isinstance(whole, Refused):
        return whole
    # A copy that holds all stays as it is, to the byte.
    held = _but_check(numbered(plan_data(whole.plan)))
    for plan, copy in zip((other, one), copies[::-1], strict=True):
        if _is_altered(copy) != is_vouched and _but_check(copy) == held:
            return Merged(plan, whole.disputed)
    return whole


def _but_check(copy: Data) -> Data:
    return without(copy, "crc32")


def _is_altered(copy: Data) -> bool:
    return bool(copy["crc32"] == ALTERED)


def _beside(copies: Sequence[Data]) -> tuple[Data, Sequence[str]]:
    """Return what two copies come to of which one at least is sound, or has something out of sound ones.

    The sound ones come first, and then what changed ones add: so it is the same in every order.
    """
    apart = [({}, copy) if _is_altered(copy) else parted(copy) for copy in copies]
    sound = [copy for copy, _ in apart if copy]
    whole, disputed = _together(*sound) if len(sound) > 1 else (sound[0], ())
    beside = [beside_sound(whole, added) for _, added in apart]
    disputed = [*disputed, *(place for each in beside for place in each.disputed)]
    one, other = (each.added for each in beside)
    joining = Joining(one, other, is_first_part=False, is_second_part=False)
    added = joining.whole() if one and other else one or other
    parts = [copy["part"] for copy in copies if copy.get("part")]
    if whole.get("part"):
        whole = whole | {"part": max(parts, key=_PARTS.index)}
    return laid_beside(whole, added) if added else whole, [*disputed, *joining.disputed]


def _together(first: Data, second: Data) -> tuple[Data, Sequence[str]]:
    """Return what two copies come to that are both sound, or both changed."""
    is_part = [bool(copy.get("part")) for copy in (first, second)]
    joined = Joining(first, second, is_first_part=is_part[0], is_second_part=is_part[1])
    body = joined.whole()
    # What says the same in another order stands as the copy has it that was saved last.
    same = [data for data in (first, second) if _said_in(data) == _said_in(body)]
    if same:
        body = max(same, key=_saved)
    head: Data = {
        **{name: body[name] for name in ("format", "id") if name in body},
        "language": max(each["language"] for each in (first, second)),
        "rev": max(first.get("rev", 1), second.get("rev", 1)),
        "created": min(first["created"], second["created"]),
        "updated": max(first["updated"], second["updated"]),
    }
    if follows := max(each.get("follows") or "" for each in (first, second)):
        head["follows"] = follows
    if all(is_part):
        head["part"] = max(first["part"], second["part"], key=_PARTS.index)
    return without(body, "part", DOUBTFUL) | head, joined.disputed


def _whole(data: Data, disputed: Sequence[str], *, is_altered: bool) -> Merged | Refused:
    data = without(as_they_stand(data), "crc32")
    try:
        plan = sealed(data, is_altered=is_altered)
        if len(plan_text(plan).encode()) > MAX_PLAN_BYTES:
            return Refused("full")
        return Merged(plan, tuple(sorted({*disputed})))
    except ValueError as error:
        return Refused("full" if "too_long" in str(error) else "fault")


def _said_in(data: Data) -> str:
    """Return what a copy says, in whatever order."""
    return canonical_json(
        in_any_order({name: part for name, part in data.items() if name not in HEAD})
    )


def _saved(data: Data) -> tuple[int, str, bytes]:
    return data.get("rev", 1), data["updated"], sorts_as(data)
