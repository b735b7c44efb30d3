"""Asks the browser's half what becomes of data: bundles a script of the tests and runs it once in Node."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import hatch_build
from tests.conftest import ROOT


def made_in_node(script: Path, given: object, folder: Path) -> Any:  # noqa: ANN401
    """Return what a script writes into its second argument of what stands in its first; ``folder`` is for both."""
    (folder / "given.json").write_text(json.dumps(given), encoding="utf-8")
    _node(
        "node_modules/esbuild/bin/esbuild",
        script,
        "--bundle",
        "--platform=node",
        "--format=esm",
        f"--outfile={folder / 'script.mjs'}",
        "--log-level=warning",
    )
    _node(folder / "script.mjs", folder / "given.json", folder / "made.json")
    return json.loads((folder / "made.json").read_text("utf-8"))


def _node(*arguments: str | Path) -> None:
    command = [hatch_build.node(), *arguments]
    subprocess.run(command, cwd=ROOT / hatch_build.THEME, check=True, capture_output=True)
