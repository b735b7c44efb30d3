"""Asks the browser's half what records become: bundles `forms.ts` and runs it once in Node."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from decisionaid.model.record import Record
from decisionaid.model.words import AidWords
from tests.conftest import ROOT
from tests.in_node import made_in_node


def forms_of(
    records: Sequence[tuple[Record, AidWords | None]], folder: Path
) -> list[dict[str, Any]]:
    """Return the forms of each record, made by the scripts; ``folder`` is for what passes between."""
    words: list[dict[str, Any]] = []
    places: dict[int, int] = {}
    for _, known in records:
        if known is not None and id(known) not in places:
            places[id(known)] = len(words)
            words.append(known.model_dump(mode="json"))
    given = [
        {
            "record": record.model_dump(mode="json"),
            "words": None if known is None else places[id(known)],
        }
        for record, known in records
    ]
    made: list[dict[str, Any]] = made_in_node(
        ROOT / "tests" / "record" / "forms.ts", {"words": words, "records": given}, folder
    )
    return made
