"""Asks the browser's half what becomes of data: bundles a script of the tests once, and runs it in Node."""

from __future__ import annotations

import atexit
import json
import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import hatch_build
from tests.conftest import ROOT


def made_in_node(script: Path, given: object, folder: Path) -> Any:  # noqa: ANN401
    """Return what a script writes into its second argument of what stands in its first; ``folder`` is for both."""
    (folder / "given.json").write_text(json.dumps(given), encoding="utf-8")
    _node(_bundled(script), folder / "given.json", folder / "made.json")
    return json.loads((folder / "made.json").read_text("utf-8"))


@cache
def _bundled(script: Path) -> Path:
    """Bundle a script, which takes as long as to run it; the folder is gone when this process ends."""
    folder = TemporaryDirectory()
    atexit.register(folder.cleanup)
    made = Path(folder.name, "script.mjs")
    _node(
        "node_modules/esbuild/bin/esbuild",
        script,
        "--bundle",
        "--platform=node",
        "--format=esm",
        f"--outfile={made}",
        "--log-level=warning",
    )
    return made


def _node(*arguments: str | Path) -> None:
    command = [hatch_build.node(), *arguments]
    subprocess.run(command, cwd=ROOT / hatch_build.THEME, check=True, capture_output=True)
