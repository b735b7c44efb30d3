"""What a copy that was changed on the way adds to a sound one.

Layer 2. The same as ``plan/altered.ts`` in the browser. Nobody knows which of its words were changed. So of what
the sound copy says nothing gives way, and nothing is put behind it at a visit that the sound copy has: there
somebody has to choose. What was said at other visits comes in, and so do entries that stand beside others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from decisionaid.plan.merged_order import key_of
from decisionaid.plan.reading import HEAD

_HELD: Final = (
    "agreed",
    "answered",
    "became",
    "budgets",
    "confidence",
    "did",
    "importance",
    "looked",
    "reviews",
    "said",
    "shared",
    "taken_back",
)
"""Lists of which the last entry holds, or that answer something."""

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Beside:
    """The copy without what would take the place of what the sound one says."""

    left: Data
    disputed: tuple[str, ...]
    """Where that was, as paths."""


def beside_sound(sound: Data, altered: Data) -> Beside:
    """Return what of an altered copy can be put to a sound one."""
    disputed: list[str] = []
    visits = {each["id"] for each in sound.get("visits", ())}
    left = _beside(sound, altered, "", visits, disputed)
    return Beside(left, tuple(sorted({*disputed})))


def _beside(sound: Data, altered: Data, path: str, visits: set[str], disputed: list[str]) -> Data:
    made: Data = {}
    for name, theirs in altered.items():
        mine = sound.get(name)
        here = f"{path}/{name}" if path else name
        if not path and name in HEAD:
            made[name] = theirs if mine is None else mine
        elif mine == theirs:
            made[name] = theirs
        elif isinstance(theirs, list) and any(isinstance(each, dict) for each in theirs):
            made[name] = _in_list(mine or [], theirs, here, visits, disputed)
        elif isinstance(mine, dict) and isinstance(theirs, dict) and name == "asked":
            made[name] = _beside(mine, theirs, here, visits, disputed)
        elif (
            mine is None
            and isinstance(theirs, dict)
            and theirs.get("visit") is not None
            and theirs["visit"] not in visits
        ):
            made[name] = theirs
        else:
            disputed.append(here)
    return made


def _in_list(
    mine: Sequence[Data],
    theirs: Sequence[Data],
    path: str,
    visits: set[str],
    disputed: list[str],
) -> list[Data]:
    made: list[Data] = []
    name = path.rsplit("/", 1)[-1]
    for each in theirs:
        key = key_of(each)
        known = next(
            (one for one in mine if (one == each if key is None else key_of(one) == key)), None
        )
        if known is not None:
            made.append(_beside(known, each, f"{path}/{key or ''}", visits, disputed))
            continue
        visit = _visit_of(each)
        is_replaced = visit is None and key is None and any(one not in theirs for one in mine)
        is_said_before = visit in visits
        if is_replaced or is_said_before:
            disputed.append(path if key is None else f"{path}/{key}")
        # Beside what is there it can stand, where not the last one holds.
        if not (is_said_before and name in _HELD):
            made.append(each)
    return made


def _visit_of(each: Data) -> str | None:
    """Return the visit of an entry, or of the words in it; None: it names none."""
    parts = (each, each.get("said"), each.get("signs"))
    return next(
        (part["visit"] for part in parts if isinstance(part, dict) and "visit" in part), None
    )
