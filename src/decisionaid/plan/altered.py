"""What a copy that was changed on the way adds to a sound one, and how the plan goes on telling the two apart.

Layer 2. The same as ``plan/altered.ts`` in the browser. Nobody knows which of its words were changed. So it never
changes what a sound copy says: what that says nothing of is put beside it, and named in ``doubtful`` of the plan until
somebody says anew if this is the plan. By these names the two are taken apart again whenever another copy comes in:
so the same comes of it as if the sound copies had been put together first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from zlib import crc32

from decisionaid.model.canonical import canonical_json
from decisionaid.model.plan.plan import Plan
from decisionaid.plan.cutting import without
from decisionaid.plan.merged_order import NOWHERE, PLACED, Place, key_of, name_of, once, place_of
from decisionaid.plan.reading import HEAD

DOUBTFUL: Final = "doubtful"

_HELD: Final = (
    "agreed", "became", "budgets", "confidence", "did", "importance", "looked", "reviews", "said", "shared",
    "taken_back",
)  # fmt: skip
"""Lists of which the last entry holds: nothing is put behind it at a visit that the sound copy has."""

_ANSWERED: Final = "answered"
"""What the person answered to something marks it, so an answer changes what the sound copy says."""

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Beside:
    """What a copy adds, without all that the sound one says or that would take the place of that."""

    added: Data
    disputed: tuple[str, ...]
    """Where that was, as paths."""


def doubtful_places(plan: Plan) -> list[str]:
    """Return where a plan says what came out of a copy that was changed, as paths; of what has no name its list."""
    return list(dict.fromkeys(each.partition("/=")[0] for each in plan.doubtful))


def parted(data: Data) -> tuple[Data, Data]:
    """Return what a plan has out of sound copies, and what it has beside that."""
    names = frozenset(data.get(DOUBTFUL, ()))
    if not names:
        return data, {}
    head = {name: part for name, part in data.items() if name in HEAD and name != DOUBTFUL}
    sound, added = _parted(
        {name: part for name, part in data.items() if name not in HEAD}, "", names
    )
    return head | sound, added


def _parted(data: Data, path: str, names: frozenset[str]) -> tuple[Data, Data]:
    sound: Data = {}
    added: Data = {}
    for name, part in data.items():
        here = _in(path, name)
        if here in names:
            added[name] = part
        elif _is_entries(part):
            kept, beside = _parted_list(part, here, names)
            sound |= {name: kept} if kept else {}
            added |= {name: beside} if beside else {}
        elif isinstance(part, dict):
            sound[name], more = _parted(part, here, names)
            added |= {name: more} if more else {}
        else:
            sound[name] = part
    return sound, added


def _parted_list(
    entries: Sequence[Data], path: str, names: frozenset[str]
) -> tuple[list[Data], list[Data]]:
    sound: list[Data] = []
    added: list[Data] = []
    for each in entries:
        here = f"{path}/{_named(each)}"
        if here in names:
            added.append(each)
        elif key_of(each) is None:
            sound.append(each)
        else:
            kept, more = _parted(each, here, names)
            sound.append(kept)
            if more:
                added.append(_with_key(each, more))
    return sound, added


def beside_sound(sound: Data, altered: Data) -> Beside:
    """Return what of an altered copy, or of what one added, can be put to a sound one."""
    pruning = _Pruning({each["id"] for each in sound.get("visits", ())})
    body = {name: part for name, part in altered.items() if name not in HEAD}
    added = pruning.beside(sound, body, "")
    return Beside(added, tuple(sorted(pruning.disputed)))


class _Pruning:
    """What is left of an altered copy; where something of it is not, that place is noted."""

    def __init__(self, visits: set[str]) -> None:
        """The visits of the sound copy."""
        self.visits = visits
        self.disputed: set[str] = set()

    def beside(self, sound: Data, altered: Data, path: str) -> Data:
        made: Data = {}
        for name, theirs in altered.items():
            mine, here = sound.get(name), _in(path, name)
            if mine == theirs:
                continue
            if _is_entries(theirs):
                if left := list(self._in_list(mine or [], theirs, here)):
                    made[name] = left
            elif isinstance(mine, dict) and isinstance(theirs, dict) and name == "asked":
                if more := self.beside(mine, theirs, here):
                    made[name] = more
            elif mine is None and isinstance(theirs, dict) and self._is_new(theirs.get("visit")):
                made[name] = theirs
            else:
                self.disputed.add(here)
        return made

    def _in_list(self, mine: Sequence[Data], theirs: Sequence[Data], path: str) -> Iterator[Data]:
        name = path.rsplit("/", 1)[-1]
        known = {name_of(each): each for each in mine}
        is_less = any(each not in theirs for each in mine)
        # What it says twice it says once, where it stands last.
        last = {name_of(each): each for each in theirs}
        for each in (last[name] for name in once([name_of(each) for each in theirs])):
            key, there = key_of(each), known.get(name_of(each))
            if there is not None:
                if more := self.beside(there, without(each, *_KEYS), f"{path}/{key or ''}"):
                    yield _with_key(each, more)
                continue
            visit = _visit_of(each)
            is_said_before = visit in self.visits
            if is_said_before or name == _ANSWERED or (visit is None and key is None and is_less):
                self.disputed.add(path if key is None else f"{path}/{key}")
            # Beside what is there it can stand, where not the last one holds.
            if name != _ANSWERED and not (is_said_before and name in _HELD):
                # What comes first is what the last sheet says.
                yield without(each, "first") if path == "needs" else each

    def _is_new(self, visit: object) -> bool:
        return visit is not None and visit not in self.visits


def laid_beside(sound: Data, added: Data) -> Data:
    """Return a sound plan with what was added beside it, which is named; the order of copies is in nothing of it."""
    visits = (*added.get("visits", ()), *sound.get("visits", ()))
    laying = _Laying(
        {each["id"]: each["on"] for each in visits},
        {each["id"] for each in sound.get("visits", ())},
    )
    made = laying.laid(sound, added, "")
    return made | {DOUBTFUL: sorted(laying.names)}


class _Laying:
    def __init__(self, days: Mapping[str, str], known: set[str]) -> None:
        """The days of all visits, and the visits of the sound copy."""
        self._days = days
        self._known = known
        self.names: set[str] = set()

    def laid(self, sound: Data, added: Data, path: str) -> Data:
        made = {**sound}
        for name, theirs in added.items():
            mine, here = sound.get(name), _in(path, name)
            if _is_entries(theirs):
                made[name] = self._list(mine or [], theirs, here)
            elif isinstance(mine, dict):
                made[name] = self.laid(mine, theirs, here)
            else:
                made[name] = theirs
                self.names.add(here)
        return made

    def _list(self, mine: Sequence[Data], theirs: Sequence[Data], path: str) -> list[Data]:
        found = {name_of(each): each for each in mine}
        sound: list[str] = once([name_of(each) for each in mine])
        added: list[str] = []
        for each in theirs:
            name = name_of(each)
            if name in found and key_of(each) is not None:
                more = without(each, *_KEYS)
                found[name] = self.laid(found[name], more, f"{path}/{key_of(each)}")
            else:
                found[name] = each
                added.append(name)
                self.names.add(f"{path}/{_named(each)}")
        places = {name: place_of(each, self._days) for name, each in found.items()}
        sorted_ = sorted(places, key=places.__getitem__)
        if path.rsplit("/", 1)[-1] in PLACED:
            return [found[name] for name in sorted_]
        groups: dict[tuple[str, str], list[str]] = {}
        for name in sorted_:
            on, visit, _ = places[name]
            groups.setdefault((on, visit), []).append(name)
        made = [
            name
            for (_, visit), names in groups.items()
            for name in self._at(visit, {*names}, sound, added, places)
        ]
        return [found[name] for name in made]

    def _at(
        self,
        visit: str,
        names: set[str],
        sound: Sequence[str],
        added: Sequence[str],
        places: Mapping[str, Place],
    ) -> list[str]:
        """Return what the sound copy has in its order, and behind it what was added."""
        first = [name for name in sound if name in names]
        then = [name for name in added if name in names]
        if visit == NOWHERE or visit in self._known:
            then.sort(key=places.__getitem__)
        return [*first, *then]


_KEYS: Final = ("id", "heading")


def _in(path: str, name: str) -> str:
    return f"{path}/{name}" if path else name


def _named(entry: Data) -> str:
    """Return what names an entry in a path: its own name, or the check number of what it says."""
    key = key_of(entry)
    return f"={crc32(canonical_json(entry).encode()):08x}" if key is None else key


def _with_key(entry: Data, more: Data) -> Data:
    return {name: entry[name] for name in _KEYS if name in entry} | more


def _visit_of(each: Data) -> str | None:
    """Return the visit of an entry, or of the words in it; None: it names none."""
    parts = (each, each.get("said"), each.get("signs"), each.get("means"))
    return next(
        (part["visit"] for part in parts if isinstance(part, dict) and "visit" in part), None
    )


def _is_entries(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(each, Mapping) for each in value)
