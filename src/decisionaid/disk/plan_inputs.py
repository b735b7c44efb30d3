"""Plans from where somebody has them: files, folders, standard input. One after the other, never all at once.

Layer 4. What comes from outside is bounded before it is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from decisionaid.disk.plain_files import read_plain
from decisionaid.plan.reading import PlanRead, PlanRefused, read_plan

MAX_FILE_BYTES: Final = 524_288
"""A file is not even read when it is larger; the same number as for records."""

STDIN: Final = "-"
KINDS: Final = (".html", ".htm", ".json", ".txt", ".eml")
"""Names in a folder that are looked at end so."""


@dataclass(frozen=True, slots=True)
class GivenPlan:
    """One thing that should be a plan: what it is called, and the plan or why there is none."""

    name: str
    read: PlanRead | PlanRefused


def plan_places(named: Sequence[str]) -> list[str]:
    """Return the files that files and folders name, in order, those of a folder by their names.

    Raises:
        FileNotFoundError: one is not there.
    """
    found: list[str] = []
    for place in named:
        path = Path(place)
        if path.is_dir():
            inside = (each for each in path.rglob("*") if each.suffix.lower() in KINDS)
            found += sorted(each.as_posix() for each in inside if each.is_file())
        elif place == STDIN or path.is_file():
            found.append(place)
        else:
            raise FileNotFoundError(place)
    return found


def plans_in(places: Sequence[str], stdin: BinaryIO) -> Iterator[GivenPlan]:
    """Yield what each place holds."""
    for place in places:
        if place == STDIN:
            yield _given("standard input", stdin.read(MAX_FILE_BYTES + 1))
        else:
            yield _given(place, read_plain(Path(place), MAX_FILE_BYTES + 1) or b"")


def _given(name: str, data: bytes) -> GivenPlan:
    if len(data) > MAX_FILE_BYTES:
        return GivenPlan(name, PlanRefused("too_large"))
    return GivenPlan(name, read_plan(data.decode("utf-8", "replace").removeprefix("\ufeff")))
