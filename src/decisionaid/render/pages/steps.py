"""Spread the sections of an aid over the nine steps of its page.

Layer 2. Sections keep their order within a step; prose without a role stays with what it follows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from decisionaid.language import Words, words_in
from decisionaid.model.aid import Aid
from decisionaid.model.sections import Section
from decisionaid.model.steps import place, steps_in

LEADS: Final[Mapping[str, str]] = MappingProxyType(
    {"options": "options", "values": "values", "facts": "knowledge", "questions": "questions"}
)
"""Steps whose heading is the author's: the heading of the first section of this role."""


@dataclass(frozen=True, slots=True)
class PlacedSection:
    """A section and its index in the aid; ``lead`` when its heading is the step's own."""

    index: int
    section: Section
    lead: bool

    @property
    def level(self) -> int:
        """The level of headings inside it."""
        return 2 if self.lead else 3


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the page."""

    id: str
    title: str
    heading: str
    count: str
    """Such as "Step 3 of 8"."""
    sections: tuple[PlacedSection, ...]
    back: str
    """Id of the step before; empty for the first."""
    onward: str
    """Id of the step after; empty for the last."""


def steps_of(aid: Aid) -> tuple[Step, ...]:
    """Return the steps of an aid's page that have something to show or to ask."""
    placed = place(aid)
    names = steps_in(aid, placed)
    words, steps = words_in(aid.language), []
    for number, name in enumerate(names, 1):
        lead = _lead(name, placed[name])
        sections = tuple(
            PlacedSection(index, section, section is lead) for index, section in placed[name]
        )
        steps.append(
            Step(
                id=name,
                title=words.say(f"step_{name}"),
                heading=_heading(words, aid, name, lead),
                count=words.say("step_of", n=number, of=len(names)),
                sections=sections,
                back=names[number - 2] if number > 1 else "",
                onward=names[number] if number < len(names) else "",
            )
        )
    return tuple(steps)


def _lead(name: str, sections: list[tuple[int, Section]]) -> Section | None:
    role = LEADS.get(name)
    return next((section for _, section in sections if section.role == role), None)


def _heading(words: Words, aid: Aid, name: str, lead: Section | None) -> str:
    if name == "start":
        return aid.title
    if lead is not None:
        return lead.heading
    return (
        words.say(f"h_{name}")
        if name in {"compare", "values", "now", "summary"}
        else words.say(f"step_{name}")
    )
