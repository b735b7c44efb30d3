"""A part of a plan as a plan of its own: the entries that are wanted, and the people and visits that they name.

Layer 2. The same as ``plan/cutting.ts``. Entries are taken as they stand, so that a part and the plan that it was
cut from come to that plan when they are put together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

_HEAD: Final = ("format", "id", "rev", "created", "updated", "language")
PEOPLE: Final = ("by", "who", "tell", "lead", "there", "typed_by")

Data = dict[str, Any]


def part_of(data: Mapping[str, Any], entries: Mapping[str, Sequence[Any]]) -> Data:
    """Return a plan with these entries alone, by the names of its lists; empty lists are left out.

    ``data`` is the whole plan, as ``plan_data`` gives it. Nobody's name and number is in the part.
    """
    kept = {name: list(each) for name, each in entries.items() if each}
    named = {*names_in(list(kept.values()), ("visit",))}
    # Which record was put in is no part of what anybody said.
    visits = [without(each, "record") for each in data.get("visits", ()) if each["id"] in named]
    people = {*names_in([*kept.values(), visits], PEOPLE)}
    made: Data = {name: data[name] for name in _HEAD if name in data}
    made["people"] = [
        without(each, "name", "contact")
        for each in data["people"]
        if each["role"] == "me" or each["id"] in people
    ]
    return made | ({"visits": visits} if visits else {}) | kept


def without(entry: Mapping[str, Any], *names: str) -> Data:
    """Return an entry without some of its fields."""
    return {name: part for name, part in entry.items() if name not in names}


def only(entry: Mapping[str, Any], *names: str) -> Data:
    """Return an entry with some of its fields alone."""
    return {name: part for name, part in entry.items() if name in names}


def names_in(value: object, fields: Iterable[str]) -> Iterator[str]:
    """Yield the ids in fields of these names, wherever they stand."""
    if isinstance(value, Mapping):
        for name, part in value.items():
            if name in fields and isinstance(part, str):
                yield part
            elif name in fields and isinstance(part, list):
                yield from part
            else:
                yield from names_in(part, fields)
    elif isinstance(value, list):
        for each in value:
            yield from names_in(each, fields)
