"""Give each question of an aid's form a number, and each answer a letter, by which paper is typed in.

Layer 2. The marks are part of the form itself: its page, its large print and the page where a form is typed
in all have the same ones, because they are made of the same body. They are seen on paper alone.

The places for own concerns that an empty form does not show have the last numbers, so the numbers of an
empty form have no gap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from markupsafe import Markup

LETTERS: Final = "ABCDEFGHJKLMQRSTVWYZ1234567890"
"""The marks of answers: no I and no O, which look like figures, and none of those below."""

STATES: Final = {"unsure": "U", "not_applicable": "N", "prefer_not_to_say": "P"}
"""The marks of what is no answer of the aid: the same wherever they stand."""

PLACES_ON_PAPER: Final = 3
"""Places for own concerns on an empty form, as the page's style says; it has more once more are written on screen."""

_ASKED: Final = re.compile(
    r"(stratum|communication|red_flags|what_matters|questions|leaning|stage|role|ideas|own_idea)$"
    r"|(filled_in_by|values|concern|knowledge|own_question|readiness)\."
)
"""Names of the controls whose answers go into a record."""

_TAG: Final = re.compile(
    r"<fieldset\b|</fieldset>|<legend(?!\s+class=\"visually-hidden)|<label class=\"field\"|<label\b"
    r"|visually-hidden\">[^<]*</legend>\s*<p(?= class=\"hint\")"
    r"|<li data-item=\"[^\"]*\"|<input\b[^>]*>|<textarea\b[^>]*>|class=\"scale scale-[a-z]+\""
)
_CONCERN: Final = re.compile(r"concern\.(\d+)")
_NAME: Final = re.compile(r'\bname="([^"]*)"')
_VALUE: Final = re.compile(r'\bvalue="([^"]*)"')
_TYPE: Final = re.compile(r'\btype="(?:radio|checkbox)"')


def marked(body: str) -> Markup:
    """Return the body of an aid's page with ``data-n`` on its questions and ``data-k`` on their answers."""
    parts, last = list[str](), 0
    for at, mark in sorted(_Marks().of(body)):
        parts += [body[last:at], mark]
        last = at
    return Markup("".join([*parts, body[last:]]))  # noqa: S704 - the body is markup already


@dataclass
class _Marks:
    """A walk through a form, from question to question."""

    number: int = 0
    """Of the last question."""
    letters: int = 0
    """How many letters it has used up."""
    unit: int | None = None
    """Where the number of the next question goes, once it is known to be one."""
    label: int | None = None
    """Where the letter of the next answer goes."""
    is_numbered: bool = False
    """Whether its answers are numbers that are seen: they are their own marks."""
    spare: list[int] = field(default_factory=list)
    """Where the numbers go of what an empty form does not show: no number is missing on that."""

    def of(self, body: str) -> Iterator[tuple[int, str]]:
        """Yield where something is to be put in, and what."""
        for tag in _TAG.finditer(body):
            text = tag[0]
            if text == "</fieldset>":
                self.unit = None
            elif text.startswith("<fieldset") or text == '<label class="field"':
                self.unit, self.letters, self.is_numbered = tag.end(), 0, False
            elif text == "<legend" or text.startswith("visually-hidden"):
                # What is not seen on paper has no number before it: there the first words below have, or the fieldset.
                self.unit = self.unit and tag.end()
            elif text == "<label":
                self.label = tag.end()
            elif text.startswith("class="):
                self.is_numbered = "scale-importance" in text
            elif text.startswith("<li"):
                yield tag.end(), self.letter()
            else:
                yield from self.control(text)
        yield from ((at, f' data-n="{n}"') for n, at in enumerate(self.spare, self.number + 1))

    def control(self, text: str) -> Iterator[tuple[int, str]]:
        """Yield the marks that a control brings: the first of a question its number too."""
        name, value = (found[1] if (found := each.search(text)) else "" for each in (_NAME, _VALUE))
        if not _ASKED.match(name):
            return
        if self.unit is not None:
            if (place := _CONCERN.match(name)) and int(place[1]) > PLACES_ON_PAPER:
                self.spare.append(self.unit)
            else:
                self.number += 1
                yield self.unit, f' data-n="{self.number}"'
            self.unit = None
        if not _TYPE.search(text) or self.label is None:
            return
        if value in STATES:
            yield self.label, f' data-k="{STATES[value]}"'
        elif not self.is_numbered:
            yield self.label, self.letter()
        self.label = None

    def letter(self) -> str:
        """Return the next letter as an attribute."""
        self.letters += 1
        return f' data-k="{LETTERS[self.letters - 1]}"'
