"""Plans from where somebody has them: files, folders, standard input.

Layer 4.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from decisionaid.disk.given import Given, given_at, is_object
from decisionaid.plan.reading import PlanRead, PlanRefused, read_plan

GivenPlan = Given[PlanRead | PlanRefused]
"""One thing that should be a plan."""


def plans_in(place: str, stdin: BinaryIO) -> Iterator[GivenPlan]:
    """Yield what one place holds."""
    return given_at(place, stdin, is_object, read_plan)
