"""Give each question of an aid's form a number, and each answer a letter, by which paper is typed in.

Layer 2. The marks are part of the form itself: its page, its large print and the page where a form is typed
in all have the same ones, because they are made of the same body. They are seen on paper alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from markupsafe import Markup

LETTERS: Final = "ABCDEFGHJKLMQRSTVWYZ1234567890"
"""The marks of answers: no I and no O, which look like figures, and none of those below."""

STATES: Final = {"unsure": "U", "not_applicable": "N", "prefer_not_to_say": "P"}
"""The marks of what is no answer of the aid: the same wherever they stand."""

_ASKED: Final = re.compile(
    r"(stratum|communication|red_flags|what_matters|questions|leaning|stage|role|ideas|own_idea)$"
    r"|(filled_in_by|values|concern|knowledge|own_question|readiness)\."
)
"""Names of the controls whose answers go into a record."""

_TAG: Final = re.compile(
    r"<fieldset\b|</fieldset>|<legend(?!\s+class=\"visually-hidden)|<label class=\"field\"|<label\b|<li data-item=\"[^\"]*\"|<input\b[^>]*>"
    r"|<textarea\b[^>]*>"
)
_NAME: Final = re.compile(r'\bname="([^"]*)"')
_VALUE: Final = re.compile(r'\bvalue="([^"]*)"')


def marked(body: str) -> Markup:
    """Return the body of an aid's page with ``data-n`` on its questions and ``data-k`` on their answers."""
    added = dict(_marks(body))
    parts, last = list[str](), 0
    for at in sorted(added):
        parts += [body[last:at], added[at]]
        last = at
    return Markup("".join([*parts, body[last:]]))  # noqa: S704 - the body is markup already


def _marks(body: str) -> Iterator[tuple[int, str]]:
    """Yield where something is to be put in, and what."""
    number, letter = 0, 0
    unit: int | None = None
    label: int | None = None
    for tag in _TAG.finditer(body):
        text = tag[0]
        if text == "</fieldset>":
            unit = None
        elif text.startswith("<fieldset") or text == '<label class="field"':
            unit, letter = tag.end(), 0
        elif text == "<legend":
            # What is not seen on paper has no number before it: there the fieldset has.
            unit = unit and tag.end()
        elif text == "<label":
            label = tag.end()
        elif text.startswith("<li"):
            yield tag.end(), f' data-k="{LETTERS[letter]}"'
            letter += 1
        else:
            name, value = (
                found[1] if (found := each.search(text)) else "" for each in (_NAME, _VALUE)
            )
            if not _ASKED.match(name):
                continue
            if unit is not None:
                number += 1
                yield unit, f' data-n="{number}"'
                unit = None
            if 'type="radio"' not in text and 'type="checkbox"' not in text:
                continue
            if value in STATES:
                mark = STATES[value]
            else:
                mark = LETTERS[letter]
                letter += 1
            # On a scale of numbers the number is the mark.
            if label is not None and not value.lstrip("-").isdecimal():
                yield label, f' data-k="{mark}"'
            elif label is not None and _is_balance(body, tag.start()):
                yield label, f' data-k="{mark}"'
            label = None


def _is_balance(body: str, at: int) -> bool:
    """Return whether a place of a scale is one between two ends, where no number is seen."""
    return body.rfind('class="scale scale-balance"', 0, at) > body.rfind(
        'class="scale scale-importance"', 0, at
    )
