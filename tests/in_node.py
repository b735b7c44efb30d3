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
from tests.node_asked import answer_of

PROGRAM = Path(__file__).with_suffix(".mjs")


def made_in_node(script: Path, given: object, folder: Path) -> Any:  # noqa: ANN401
    """Return what a script writes into its second argument of what stands in its first; ``folder`` is for both.

    A script that fails is a RuntimeError with what Node says of it.
    """
    from_, to = folder / "given.json", folder / "made.json"
    from_.write_text(json.dumps(given), encoding="utf-8")
    # What an earlier run left must not be taken for what this one made.
    to.unlink(missing_ok=True)
    answer = answer_of(PROGRAM, json.dumps([_bundled(script).as_uri(), str(from_), str(to)]))
    failed = json.loads(answer) if answer else "Node ended: what it said stands above"
    if failed:
        raise RuntimeError(failed)
    return json.loads(to.read_text("utf-8"))


@cache
def _bundled(script: Path) -> Path:
    """Bundle a script, which takes as long as to run it; the folder is gone when this process ends."""
    folder = TemporaryDirectory()
    atexit.register(folder.cleanup)
    made = Path(folder.name, "script.mjs")
    command: list[str | Path] = [
        hatch_build.node(),
        "node_modules/esbuild/bin/esbuild",
        script,
        "--bundle",
        "--platform=node",
        "--format=esm",
        f"--outfile={made}",
        "--log-level=warning",
    ]
    subprocess.run(command, cwd=ROOT / hatch_build.THEME, check=True, capture_output=True)
    return made
