"""Read the examples of a page on a rule of places, and set a fragment into the specimen place.

A fragment holds whole parts of ``place_specimen.yaml``: each takes the place of the part of its key, and a
part that the specimen does not have goes to the end. A part that is a comment alone is taken out.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

from decisionaid.compiler.places import CompiledPlace, compile_place
from decisionaid.model.aid import Aid
from decisionaid.model.sections import NotOffered, Option, OptionsSection
from decisionaid.read import read_aid
from decisionaid.text import Source

SPECIMEN = Path(__file__).with_name("place_specimen.yaml")
NAME = "overlays/example-town.yaml"
TODAY = date(2026, 6, 1)
"""A day on which everything in the specimen is fresh."""

_PART = re.compile(r"^(?:# )?([a-z][a-z-]*):", re.MULTILINE)


@cache
def example_aids() -> dict[str, Aid | None]:
    """Return an aid with an option that is not offered, and with one that was used in studies only."""
    text = SPECIMEN.with_name("specimen.md").read_text(encoding="utf-8")
    aid = read_aid(Source("aids/example/index.md", text, "example")).aid
    assert aid is not None
    more = (
        Option(
            id="surgery",
            name="Surgery",
            not_offered=NotOffered(reason="no longer advised", sources=()),
        ),
        Option(id="dummy", name="Dummy tablet", kind="comparator"),
    )
    sections = tuple(
        each.model_copy(update={"options": (*each.options, *more)})
        if isinstance(each, OptionsSection)
        else each
        for each in aid.sections
    )
    return {"example": aid.model_copy(update={"sections": sections})}


def whole_place(example: str) -> str:
    """Return the place that an example stands for."""
    parts = _parts(SPECIMEN.read_text(encoding="utf-8"))
    for key, lines in _parts(example).items():
        if lines.startswith("#"):
            parts.pop(key, None)
        else:
            parts[key] = lines
    return "".join(parts.values())


def _parts(text: str) -> dict[str, str]:
    found = list(_PART.finditer(text))
    ends = [*(each.start() for each in found[1:]), len(text)]
    parts: dict[str, str] = {}
    for each, end in zip(found, ends, strict=True):
        lines = text[each.start() : end]
        parts[each[1]] = parts.get(each[1], "") + (lines if lines.endswith("\n") else f"{lines}\n")
    return parts


def compiled_place(text: str, today: date | None = TODAY) -> CompiledPlace:
    """Compile a place beside the example aids."""
    return compile_place(Source(NAME, text, "example-town"), example_aids(), today=today)
