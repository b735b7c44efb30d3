"""Read a plan from outside: found in a file, kept where that is safe, and refused with its place where it is not.

Layer 2. The same as ``plan/reading.ts`` in the browser. A plan tells what people said and agreed, so less is kept
than of a record. A note that has not its form is left out and named. Of what others rest on, of which the last
one holds, or of what takes the place of something else, nothing is left out: without a newer entry an older
one would speak in its place. Such a plan is refused whole, and so is one that claims of somebody what cannot be.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Final, Literal

from pydantic import TypeAdapter, ValidationError

from decisionaid.model.plan.faults import PlanFault, faults_in
from decisionaid.model.plan.plan import MAX_PLAN_BYTES, Plan, PlanForm
from decisionaid.outside.clean import line, sentences, whole_pairs
from decisionaid.outside.found import Fault, Found, Kind, found_in
from decisionaid.outside.migrated import Migrated, Step, migrated_as
from decisionaid.plan.cutting import without
from decisionaid.plan.written import plan_data, sealed

NOW: Final = 1
"""The number of the format that is written."""

STEPS: Final[Mapping[int, Step]] = {}
"""Steps by the number of the format that they begin with; there is one format so far."""

HEAD: Final = (
    "format", "id", "rev", "created", "updated", "language", "follows", "part", "doubtful", "crc32",
)  # fmt: skip

HELD: Final = (
    "people",
    "visits",
    "conditions",
    "needs",
    "decisions",
    "goals",
    "actions",
    "budgets",
    "agreed",
    "shared",
    "reviews",
)
"""Parts of which nothing may be missing."""

NOTES: Final = (
    "communication",
    "about_me",
    "going_well",
    "strengths",
    "questions",
    "by_myself",
    "learnt",
    "results",
    "write_down",
    "if_worse",
    "copies",
)
"""Parts whose entries stand for themselves."""

BEFORE_A_CUT: Final = frozenset(("people", "visits", "decisions", "goals", "actions"))
"""What stands whole in a plan that was cut, or it is not read."""

MOST_NAME: Final = 80
"""Characters of the name of a part that are shown."""

_ID: Final = re.compile("[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
_MOST_ID: Final = 64
_NUMBER: Final = re.compile(
    r'"format"[ \t\r\n]*:[ \t\r\n]*"decisionaid\.plan/([1-9][0-9]{0,8})"', re.ASCII
)
"""Looked for in a plan that is too large to be parsed."""
_LONGEST: Final = 10**9


def _migrated(data: object) -> Migrated:
    return migrated_as("plan", data, STEPS, NOW)


PLAN: Final = Kind("plan", r"decisionaid plan\b", MAX_PLAN_BYTES, _migrated)


@dataclass(frozen=True, slots=True)
class PlanRead:
    """A plan that is whole and safe to show, and what it lacks."""

    plan: Plan
    left: tuple[str, ...] = ()
    """Parts that were left out, as paths made safe to show."""
    is_altered: bool = False
    """Whether something was changed or lost on the way: the check number does not fit."""


@dataclass(frozen=True, slots=True)
class PlanRefused:
    """Why nothing of a file is taken, and where."""

    fault: Fault | Literal["doubled", "form", "claim"]
    """``doubled``: a name stands twice in one part. ``form``: a part that nothing may be missing of has not its
    form. ``claim``: it says of somebody what cannot be."""
    place: str = ""
    claims: tuple[PlanFault, ...] = ()
    """All that cannot be, by their places."""


def read_plan(text: str) -> PlanRead | PlanRefused:
    """Return the plan in the text of a file, or why it is not taken."""
    found = found_in(text, PLAN)
    if not isinstance(found, Found):
        return PlanRefused("newer" if found == "too_large" and _is_newer(text) else found)
    if found.doubled:
        return PlanRefused("doubled", _shown(found.doubled[0]))
    left: list[str] = []
    data = _known(found.data, left)
    if found.is_mended and not _is_cut_behind(data, left):
        return PlanRefused("damaged")
    for name in HELD:
        if (place := _fault_in(name, data)) is not None:
            return PlanRefused("form", place)
    for name in NOTES:
        _keep_sound(name, data, left)
    return _whole(data, tuple(left), found.is_altered)


def _is_newer(text: str) -> bool:
    """Whether a text says of itself that it is a plan of a newer format; nothing else of it is looked at.

    Within what somebody said a quote is always escaped, so it is the plan that says so.
    """
    number = _NUMBER.search(text)
    return number is not None and int(number[1]) > NOW


def _known(data: Mapping[str, Any], left: list[str]) -> dict[str, Any]:
    """Return the parts that a plan has, every text of them safe to show."""
    fields = (*HEAD, *HELD, *NOTES)
    unknown = [name for name in data if name not in fields]
    left += map(_shown, sorted(unknown, key=lambda name: name.encode("utf-16-be", "surrogatepass")))
    return {name: _cleaned(part) for name, part in data.items() if name in fields}


def _cleaned(data: Any) -> Any:  # noqa: ANN401
    match data:
        case dict():
            return {name: _cleaned(each) for name, each in data.items()}
        case list():
            return [_cleaned(each) for each in data]
        case str():
            return sentences(data, _LONGEST)
        case _:
            return data


def _is_cut_behind(data: dict[str, Any], left: list[str]) -> bool:
    """Name the part where a plan was cut, and leave it out if nothing of it may be missing.

    Return whether enough stands before it.
    """
    last = next(reversed(data), "")
    if not data.keys() - {last} >= BEFORE_A_CUT:
        return False
    if last in HELD:
        del data[last]
    left.append(last)
    return True


def _fault_in(name: str, data: Mapping[str, Any]) -> str | None:
    """Return where a part has not its form; None: nowhere."""
    if name not in data:
        return None
    entries = data[name]
    if isinstance(entries, list):
        for place, each in enumerate(entries):
            if not _fits(name, [each]):
                return f"{name}/{_named(each, place)}"
    return None if _fits(name, entries) else name


def _named(entry: object, place: int) -> str:
    name = entry.get("id") if isinstance(entry, dict) else None
    is_id = isinstance(name, str) and len(name) <= _MOST_ID and _ID.fullmatch(name)
    return str(name) if is_id else str(place)


def _keep_sound(name: str, data: dict[str, Any], left: list[str]) -> None:
    """Leave out the entries of a part that have not their form."""
    if name not in data:
        return
    entries = data[name]
    if isinstance(entries, list):
        sound = [_fits(name, [each]) for each in entries]
        data[name] = [each for each, is_sound in zip(entries, sound, strict=True) if is_sound]
        left += [f"{name}/{place}" for place, is_sound in enumerate(sound) if not is_sound]
    if not _fits(name, data[name]):
        del data[name]
        left.append(name)


def _fits(name: str, part: object) -> bool:
    try:
        _adapter(name).validate_json(json.dumps(part), strict=True)
    except ValidationError:
        return False
    return True


@cache
def _adapter(name: str) -> TypeAdapter[Any]:
    field = PlanForm.model_fields[name]
    form: Any = Annotated[field.annotation, *field.metadata]
    return TypeAdapter(form)


def _whole(data: dict[str, Any], left: tuple[str, ...], is_altered: bool) -> PlanRead | PlanRefused:
    if is_altered:
        # Of what was changed once more nobody knows which of it was sound.
        data = without(data, "doubtful")
    try:
        form = PlanForm.model_validate_json(json.dumps(data | {"crc32": "0" * 8}))
    except ValidationError:
        # All that is left is what names a plan, and without it nobody knows whose it is.
        return PlanRefused("damaged")
    if claims := faults_in(form):
        in_order = tuple(sorted(claims, key=lambda each: (each.path, each.name, each.about)))
        return PlanRefused("claim", in_order[0].path, in_order)
    return PlanRead(sealed(plan_data(form), is_altered=is_altered), left, is_altered)


def _shown(name: str) -> str:
    return line(whole_pairs(name), MOST_NAME)
