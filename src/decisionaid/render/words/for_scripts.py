"""What scripts say, and how they write dates and choose plural forms: one JSON block a page.

Layer 2. Keys are those of ``schema/messages.json``; a message of the catalogue is named after its
kind of page and its key, ``clinician-fault-damaged`` for ``fault.damaged``. A text has places such as
``{n}``. A text that depends on a value is ``{"by": "n", "forms": {"i": ..., "x": ...}}``, and one
that goes on after it is a list of both. Under ``date`` stands a date with its places and, parted by
strokes, the months; under ``plurals`` which plural form goes with each number.
"""

from __future__ import annotations

from typing import Final, Literal

from decisionaid.language import Words
from decisionaid.language.patterns import Choice, Pattern, Place, words_chosen

Page = Literal[
    "aid",
    "ways",
    "back",
    "aloud",
    "keep",
    "keep_plan",
    "kiosk",
    "clinician",
    "home",
    "prepare",
    "plan",
    "typing",
    "invite",
]
PAGES: Final[tuple[Page, ...]] = (
    "aid", "ways", "back", "aloud", "keep", "keep_plan", "kiosk", "clinician", "home",
    "prepare", "plan", "typing", "invite",
)  # fmt: skip

DATED: Final = ("aid", "ways", "back", "keep", "clinician", "prepare", "plan", "typing")
"""The pages whose scripts write dates."""

CATEGORIES: Final = {"zero": "z", "one": "i", "two": "t", "few": "f", "many": "m", "other": "o"}
"""A letter for each plural form; ``x`` is for all that has none of its own."""
NUMBERS: Final = 200
"""Plural forms of whole numbers are told up to this; from a hundred on they come again each hundred."""


def messages_for(page: Page, words: Words) -> dict[str, object]:
    """Return what the scripts of a kind of page need to say all they say in one language.

    Raises:
        ValueError: a message chooses by a word, which scripts cannot: they choose by numbers.
    """
    prefix = f"{page}-"
    own = {name: said for name, said in words.messages.items() if name.startswith(prefix)}
    if by_words := [name for name, said in own.items() if words_chosen(said)]:
        raise ValueError(f"scripts choose by numbers alone, and these by words: {by_words}")
    said = {
        name.removeprefix(prefix).replace("-", "."): as_data(pattern)
        for name, pattern in own.items()
    }
    if any(not isinstance(each, str) for each in said.values()):
        said["plurals"] = plurals(words)
    if page in DATED:
        said["date"] = "|".join((words.date_pattern, *words.months))
    return said


def plurals(words: Words) -> str:
    """Return a letter for the plural form of each number from 0 on."""
    return "".join(CATEGORIES[words.category(number)] for number in range(NUMBERS))


def as_data(pattern: Pattern) -> object:
    """Return a message as the browser fills it in; ``said`` in ``handover/messages.ts`` does that."""
    parts: list[object] = []
    for part in pattern:
        said = _part(part)
        if isinstance(said, str) and parts and isinstance(parts[-1], str):
            parts[-1] += said
        else:
            parts.append(said)
    return parts[0] if len(parts) == 1 else parts or ""


def _part(part: str | Place | Choice) -> object:
    match part:
        case str():
            return part
        case Place(name=name):
            return f"{{{name}}}"
        case Choice(name=name, forms=forms, other=other):
            own = {key: form for key, form in forms.items() if key != other} | {"x": forms[other]}
            said = {CATEGORIES.get(key, key): as_data(form) for key, form in own.items()}
            return {"by": name, "forms": said}
