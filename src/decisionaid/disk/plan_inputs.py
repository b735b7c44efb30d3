"""Plans from where somebody has them: files, folders, codes, standard input.

Layer 4.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

from decisionaid.disk.given import STDIN, Given, given, given_at, is_object
from decisionaid.plan.code import CodeRefused, plan_code_in_text, read_plan_code
from decisionaid.plan.reading import PlanRead, PlanRefused, read_plan
from decisionaid.plan.short import PlanShort

MOST_WITH_CODE: Final = 65_536
"""Signs of a text in which a code is looked for: a letter, and no book."""
_MOST_NAME: Final = 24


@dataclass(frozen=True, slots=True)
class PreparationRead(PlanRead):
    """A preparation that was read from a code: whole, but for names and numbers of people."""


GivenPlan = Given[PlanRead | PlanShort | PlanRefused | CodeRefused]
"""One thing that should be a plan, or the code of one."""


def has_code(place: str) -> bool:
    """Return whether a word of the command line has the code of a plan in it."""
    return plan_code_in_text(place) is not None


def plans_in(place: str, stdin: BinaryIO) -> Iterator[GivenPlan]:
    """Yield what one place holds; a place that is not there is a code itself."""
    if place == STDIN or os.path.lexists(place):
        yield from given_at(place, stdin, _is_line, _read)
    else:
        name = place if len(place) <= _MOST_NAME else f"{place[:_MOST_NAME]}..."
        yield given(name, place.encode("utf-8", "replace"), _read)


def _is_line(line: str) -> bool:
    """Return whether a line is a plan or a code by itself."""
    return is_object(line) or (
        len(line.split()) == 1 and len(line) <= MOST_WITH_CODE and has_code(line)
    )


def _read(text: str) -> PlanRead | PlanShort | PlanRefused | CodeRefused:
    read = read_plan(text)
    if isinstance(read, PlanRead) or read.fault != "not_ours" or len(text) > MOST_WITH_CODE:
        return read
    code = plan_code_in_text(text)
    if code is None:
        return read
    found = read_plan_code(code)
    return (
        found
        if isinstance(found, PlanShort | CodeRefused)
        else PreparationRead(found, (), is_altered=False)
    )
