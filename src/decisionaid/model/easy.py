"""A second, simpler wording of what an author says: short lines, each with a picture at most.

Layer 1. It stands beside the plain words and in the place of none: whoever reads it is asked the same
questions, under the same ids. ``wordings`` has what can be done with the two.
"""

from __future__ import annotations

import re
from typing import Any, Final

from pydantic import SerializerFunctionWrapHandler, model_serializer

from decisionaid.model.base import Part
from decisionaid.model.prose import Block, Paragraph, Picture, Prose, Subheading, Text

_SENTENCE_END: Final = re.compile(r"(?<=[.?!\u3002\u061f])\s+")
_FIELDS: Final = ("easy", "easy_explanation", "who_for_easy", "not_for_easy", "opening_easy")
"""Fields of parts that hold easy words."""


class EasyLine(Part):
    """One idea in a sentence or two, and the picture that shows it."""

    words: Paragraph
    picture: Picture | None = None


class Easy(Part):
    """``### Heading {.easy}`` with what stands below it; of the head of an aid, sentences without a heading."""

    heading: str
    lines: tuple[EasyLine, ...] = ()

    @property
    def prose(self) -> Prose:
        """The same as ordinary prose: its heading, then pictures and words."""
        blocks: list[Block] = [Subheading(text=self.heading)] if self.heading else []
        for line in self.lines:
            if line.picture is not None:
                blocks.append(line.picture)
            blocks.append(line.words)
        return tuple(blocks)


def in_sentences(words: str | None) -> Easy | None:
    """Return easy words that stand in one line of the source, each sentence a line of its own; None: there are none."""
    if words is None:
        return None
    sentences = filter(None, _SENTENCE_END.split(words))
    lines = (EasyLine(words=Paragraph(inlines=(Text(text=each),))) for each in sentences)
    return Easy(heading="", lines=tuple(lines))


class MaybeEasy(Part):
    """What may hold easy words, under any of the names that they go by."""

    @model_serializer(mode="wrap")
    def _as_data(self, written: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Leave fields out where there is nothing in them: aids without easy words stay as they are."""
        data: dict[str, Any] = written(self)
        for name in _FIELDS:
            if name in data and data[name] is None:
                del data[name]
        return data


class Worded(MaybeEasy):
    """A part of an aid that can have a second wording."""

    easy: Easy | None = None
