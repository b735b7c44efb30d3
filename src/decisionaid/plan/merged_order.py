"""In which order the entries of two copies of a plan stand when they are put together.

Layer 2. By the day and the visit at which something was said, then as it was written, and else by what it says; which
copy came first is in none of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from decisionaid.model.canonical import canonical_json
from decisionaid.plan.cutting import without

PLACED: Final = ("visits", "agreed", "answered", "taken_back")
"""Visits, and lists of answers: the place of one says all."""

_ANSWERS: Final = ("yes", "partly", "not_asked", "no")
_KEYS: Final = ("id", "heading")
"""What names an entry, where it has a name."""

NOWHERE: Final = ""
"""In the place of a visit, where an entry has none."""

Place = tuple[str, str, bytes]
"""The day, the visit, and what sorts an entry among those of one visit."""

Data = dict[str, Any]


def numbered(data: Data) -> Data:
    """Return a plan in which each answer to the whole says which of its visit it is.

    So what was said after a no is told from what was said without one.
    """
    counts: Counter[str] = Counter()
    agreed = []
    for each in data.get("agreed", ()):
        agreed.append({"nth": counts[each["visit"]]} | each)
        counts[each["visit"]] += 1
    return data | ({"agreed": agreed} if agreed else {})


def as_they_stand(data: Data) -> Data:
    """Return a plan in which an answer says which it is only where it does not stand as that."""
    counts: Counter[str] = Counter()
    agreed = []
    for each in data.get("agreed", ()):
        stands = each["nth"] == counts[each["visit"]]
        counts[each["visit"]] += 1
        agreed.append(without(each, "nth") if stands else each)
    return data | ({"agreed": agreed} if agreed else {})


def key_of(entry: object) -> str | None:
    """Return what names an entry; None: it has no name."""
    if not isinstance(entry, Mapping):
        return None
    return next((str(entry[name]) for name in _KEYS if name in entry), None)


def name_of(entry: object) -> str:
    """Return what tells an entry from all others of its list."""
    key = key_of(entry)
    return f"={canonical_json(entry)}" if key is None else f"#{key}"


def once(names: Sequence[str]) -> list[str]:
    """Return names once each: what a copy says twice was said last where it stands last."""
    return list(dict.fromkeys(reversed(names)))[::-1]


def in_order(names: Sequence[str], written: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield entries that were said at no visit, in the order of both copies as far as they agree.

    Where they do not, or only one copy has them both, the entry that can come next by what was written, and is the
    first of ``names``, comes next.
    """
    before: dict[str, set[str]] = {name: set() for name in names}
    for copy in written:
        so_far: set[str] = set()
        for name in copy:
            before[name] |= so_far
            so_far.add(name)
    left = list(names)
    while left:
        # Where the copies contradict each other, nothing is free, and the first by its place goes.
        free = next((name for name in left if before[name].isdisjoint(left)), left[0])
        left.remove(free)
        yield free


def sorts_as(data: object) -> bytes:
    """Return what sorts data as browsers sort its JSON."""
    return canonical_json(data).encode("utf-16-be", "surrogatepass")


def place_of(entry: object, days: Mapping[str, str]) -> Place:
    """Return where an entry stands: by the day and the visit at which it was said, and else by what it says."""
    visit = visit_of(entry)
    on = days.get(visit, "")
    if isinstance(entry, Mapping) and "on" in entry and "kind" in entry:
        on, visit = str(entry["on"]), NOWHERE
    key = key_of(entry)
    if key is not None:
        return on, visit, key.encode()
    # Of a yes and a no of one visit that no copy puts in order the no is the last, and holds.
    answer = entry.get("answer") if isinstance(entry, Mapping) else None
    nth = f"{entry['nth']:02}" if isinstance(entry, Mapping) and "nth" in entry else ""
    rank = f"{nth}{_ANSWERS.index(answer)}".encode("utf-16-be") if answer in _ANSWERS else b""
    return on, visit, rank + sorts_as(entry)


def visit_of(entry: object) -> str:
    """Return the visit at which an entry itself was said, whatever was said of it later; ``NOWHERE``: it has none.

    A need is what was ticked, and its words may come later.
    """
    if not isinstance(entry, Mapping):
        return NOWHERE
    if "about" in entry:
        return str(entry.get("visit", NOWHERE))
    parts = (entry, entry.get("said"), entry.get("signs"), entry.get("means"))
    visits = (part["visit"] for part in parts if isinstance(part, Mapping) and "visit" in part)
    return str(next(visits, NOWHERE))
