"""Asks the browser's half what records become: bundles `forms.ts` and runs it once in Node."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import hatch_build
from decisionaid.model.record import Record
from decisionaid.model.words import AidWords
from tests.conftest import ROOT


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
    (folder / "given.json").write_text(
        json.dumps({"words": words, "records": given}), encoding="utf-8"
    )
    _node(
        "node_modules/esbuild/bin/esbuild",
        ROOT / "tests" / "record" / "forms.ts",
        "--bundle",
        "--platform=node",
        "--format=esm",
        f"--outfile={folder / 'forms.mjs'}",
        "--log-level=warning",
    )
    _node(folder / "forms.mjs", folder / "given.json", folder / "made.json")
    made: list[dict[str, Any]] = json.loads((folder / "made.json").read_text("utf-8"))
    return made


def _node(*arguments: str | Path) -> None:
    command = [hatch_build.node(), *arguments]
    subprocess.run(command, cwd=ROOT / hatch_build.THEME, check=True, capture_output=True)
