"""Put two copies of one plan together, without a server and without losing a word of either.

Layer 2. A plan only ever grows: who has written in a copy of their own has added entries. So two copies are
put together as sets of entries, and come to the same plan in whatever order copies are put together. Where
one holds all that the other has, it is the one. Where both say another thing in one place that holds one
thing only, such as a telephone number, one of them stays, and the place is named for somebody to choose.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from decisionaid.model.canonical import canonical_json, record_checksum
from decisionaid.model.plan.plan import MAX_PLAN_BYTES, Plan
from decisionaid.plan.cutting import without
from decisionaid.plan.written import plan_data, plan_text

_HEAD: Final = ("format", "id", "rev", "created", "updated", "language", "follows", "part", "crc32")
_PARTS: Final = ("addition", "request", "paper_review")
"""What two parts come to together; a whole plan and any part of it come to the plan."""
_GROWING: Final = ("asked",)
"""What is one thing and has entries of its own: what is said in it later stands behind it."""
_ANSWERS: Final = ("yes", "partly", "not_asked", "no")
_MARKS: Final = {
    "mine": (("said", "not_asked", "accepted", "declined"), {"yes": "accepted", "no": "declined"}),
    "agreed": (("not_asked", "yes", "no"), {"yes": "yes", "no": "no"}),
}
"""What marks what the person answered: what holds where nobody wrote down when, the last of these before all; and how
an answer is marked."""
_ANSWERED: Final = "answered"
_THERE: Final = "there"
_KEYS: Final = ("id", "heading")
"""What names an entry, where it has a name."""

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
    first, second = (_numbered(plan_data(plan)) for plan in (one, other))
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
        if isinstance(whole, Merged) and _but_check(_numbered(plan_data(whole.plan))) == _but_check(
            _numbered(plan_data(plan))
        ):
            return Merged(plan)
    return whole


def _but_check(data: Data) -> Data:
    return {name: part for name, part in data.items() if name != "crc32"}


def _numbered(data: Data) -> Data:
    """Return a plan in which each answer to the whole says which of its visit it is.

    So what was said after a no is told from what was said without one.
    """
    counts: Counter[str] = Counter()
    agreed = []
    for each in data.get("agreed", ()):
        agreed.append({"nth": counts[each["visit"]]} | each)
        counts[each["visit"]] += 1
    return data | ({"agreed": agreed} if agreed else {})


def _as_they_stand(data: Data) -> Data:
    """Return a plan in which an answer says which it is only where it does not stand as that."""
    counts: Counter[str] = Counter()
    agreed = []
    for each in data.get("agreed", ()):
        stands = each["nth"] == counts[each["visit"]]
        counts[each["visit"]] += 1
        agreed.append(without(each, "nth") if stands else each)
    return data | ({"agreed": agreed} if agreed else {})


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
    data = _as_they_stand(without(body, "part")) | head
    data["crc32"] = record_checksum(data)
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
        first, second, key=lambda data: (data.get("rev", 1), data["updated"], _sorts_as(data))
    )


def _holds(whole: Data, part: Data) -> bool:
    """Whether each entry of one copy stands in the other; what holds one thing only may have changed."""
    return all(
        _holds_list(whole.get(name, []), entries)
        for name, entries in part.items()
        if _is_entries(entries)
    ) and all(_holds(whole.get(name, {}), part[name]) for name in _GROWING if name in part)


def _holds_list(whole: Sequence[Any], part: Sequence[Any]) -> bool:
    named = {_key(each): each for each in whole if _key(each)}
    plain = {canonical_json(each) for each in whole if not _key(each)}
    for each in part:
        key = _key(each)
        if key is None:
            if canonical_json(each) not in plain:
                return False
        elif key not in named or not _holds(named[key], each):
            return False
    return True


def _key(entry: object) -> str | None:
    if not isinstance(entry, Mapping):
        return None
    return next((str(entry[name]) for name in _KEYS if name in entry), None)


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
            made[name] = max(one, other, key=_sorts_as)
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
    return max(whole, key=_sorts_as) if whole else sorted(names)


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
        key, name = _key(each), _name(each)
        if key is not None and name in found and found[name] != each:
            found[name] = _joined(found[name], each, f"{path}/{key}", disputed, days)
        else:
            found[name] = each
    places = {name: _place(each, days) for name, each in found.items()}
    # Of answers the place says all: which of its visit one is, or that of two the no is the last.
    is_placed = path == "agreed" or path.endswith(f"/{_ANSWERED}")
    written = () if is_placed else ([_name(each) for each in one], [_name(each) for each in other])
    return [found[name] for name in _in_order(places, *written)]


def _name(entry: object) -> str:
    """Return what tells an entry from all others of its list."""
    key = _key(entry)
    return f"={canonical_json(entry)}" if key is None else f"#{key}"


def _in_order(
    places: Mapping[str, tuple[str, str, bytes]], *written: Sequence[str]
) -> Iterator[str]:
    """Yield entries by the day and the visit at which they were said, and those of one visit as they were written.

    Where both copies put two entries of a visit in one order, it stays; where they do not, or only one copy has
    them both, the entry that can come next by what was written, and is the first by its place, comes next.
    """
    visits: dict[tuple[str, str], list[str]] = {}
    for name in sorted(places, key=places.__getitem__):
        on, visit, _ = places[name]
        visits.setdefault((on, visit), []).append(name)
    for names in visits.values():
        of_visit = {*names}
        before: dict[str, set[str]] = {name: set() for name in names}
        for copy in written:
            so_far: set[str] = set()
            # What a copy says twice was said last where it stands last.
            for name in reversed(dict.fromkeys(reversed(copy))):
                if name in of_visit:
                    before[name] |= so_far
                    so_far.add(name)
        left = list(names)
        while left:
            # Where the copies contradict each other, nothing is free, and the first by its place goes.
            free = next((name for name in left if not before[name] & of_visit), left[0])
            left.remove(free)
            of_visit.discard(free)
            yield free


def _sorts_as(data: object) -> bytes:
    """Return what sorts data as browsers sort its JSON."""
    return canonical_json(data).encode("utf-16-be", "surrogatepass")


def _place(entry: object, days: Mapping[str, str]) -> tuple[str, str, bytes]:
    """Return where an entry stands: by the day on which it was said, and else by what it says."""
    visits = sorted((days.get(visit, ""), visit) for visit in _visits_of(entry))
    on, visit = visits[0] if visits else ("", "")
    if isinstance(entry, Mapping) and "on" in entry and "kind" in entry:
        on = str(entry["on"])
    key = _key(entry)
    if key is not None:
        return on, visit, key.encode()
    # Of a yes and a no of one visit that no copy puts in order the no is the last, and holds.
    answer = entry.get("answer") if isinstance(entry, Mapping) else None
    nth = f"{entry['nth']:02}" if isinstance(entry, Mapping) and "nth" in entry else ""
    rank = f"{nth}{_ANSWERS.index(answer)}".encode("utf-16-be") if answer in _ANSWERS else b""
    return on, visit, rank + _sorts_as(entry)


def _visits_of(entry: object) -> Iterator[str]:
    if isinstance(entry, Mapping):
        for name, part in entry.items():
            if name == "visit" and isinstance(part, str):
                yield part
            else:
                yield from _visits_of(part)
    elif isinstance(entry, list):
        for part in entry:
            yield from _visits_of(part)
