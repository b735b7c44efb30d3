"""The nine steps of a patient's way through an aid, and which sections stand in which.

Layer 1. Sections keep their order within a step; prose without a role stays with what it follows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from decisionaid.model.aid import Aid
from decisionaid.model.outcome import Outcome
from decisionaid.model.sections import CompareSection, Section

STEPS: Final = (
    "start", "options", "compare", "values", "side-by-side", "facts", "questions", "now", "summary",
)  # fmt: skip
"""The steps in their fixed order; their names are addresses on the page."""

ALWAYS: Final = frozenset({"start", "values", "questions", "now", "summary"})
"""Steps that ask something on every page, whatever the author wrote."""

STEP_OF: Final[Mapping[str, str]] = MappingProxyType(
    {
        "condition": "start",
        "red-flags": "start",
        "options": "options",
        "compare": "compare",
        "outcomes": "compare",
        "test": "compare",
        "uncertain": "compare",
        "values": "values",
        "knowledge": "facts",
        "questions": "questions",
        "support": "questions",
        "plan": "now",
    }
)


def place(aid: Aid) -> dict[str, list[tuple[int, Section]]]:
    """Return the sections of each step with their index in the aid; empty for a step without any."""
    placed: dict[str, list[tuple[int, Section]]] = {name: [] for name in STEPS}
    step = "start"
    for index, section in enumerate(aid.sections):
        step = STEP_OF.get(section.role, step)
        placed[step].append((index, section))
    return placed


def steps_in(aid: Aid, placed: Mapping[str, Sequence[object]]) -> list[str]:
    """Return the steps that have something to show or to ask; ``placed`` is what ``place`` gives."""
    return [name for name in STEPS if name in ALWAYS or placed[name] or _is_compared(aid, name)]


def _is_compared(aid: Aid, name: str) -> bool:
    """Return whether this is the step "side by side" and the aid has something to put into it."""
    if name != "side-by-side":
        return False
    has_words = any(section.rows for section in aid.of(CompareSection))
    return has_words or any(is_key(outcome) for outcome in aid.outcomes)


def is_key(outcome: Outcome) -> bool:
    """Return whether an outcome is one of the key ones, which stand in every table."""
    return not outcome.more and outcome.direction != "about-the-study"
