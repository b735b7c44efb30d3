"""A second, simpler wording of what an author says: short lines, each with a picture at most.

Layer 1. It stands beside the plain words and in the place of none: whoever reads it is asked the same
questions, under the same ids. ``wordings`` has what can be done with the two.
"""

from __future__ import annotations

from typing import Any

from pydantic import SerializerFunctionWrapHandler, model_serializer

from decisionaid.model.base import Part
from decisionaid.model.prose import Block, Paragraph, Picture, Prose, Subheading


class EasyLine(Part):
    """One idea in a sentence or two, and the picture that shows it."""

    words: Paragraph
    picture: Picture | None = None


class Easy(Part):
    """``### Heading {.easy}`` with what stands below it."""

    heading: str
    lines: tuple[EasyLine, ...] = ()

    @property
    def prose(self) -> Prose:
        """The same as ordinary prose: its heading, then pictures and words."""
        blocks: list[Block] = [Subheading(text=self.heading)]
        for line in self.lines:
            if line.picture is not None:
                blocks.append(line.picture)
            blocks.append(line.words)
        return tuple(blocks)


class Worded(Part):
    """A part of an aid that can have a second wording."""

    easy: Easy | None = None

    @model_serializer(mode="wrap")
    def _as_data(self, written: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Leave the field out where there is nothing in it: aids without easy words stay as they are."""
        data: dict[str, Any] = written(self)
        if self.easy is None:
            data.pop("easy", None)
        return data
