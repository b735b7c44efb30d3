"""Ask the HTML validator html-validate about built pages: content model, ids, names, ARIA."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

import hatch_build

ROOT = Path(__file__).resolve().parent.parent
CONFIG = Path(__file__).with_name("htmlvalidate.json")
PROGRAM = ROOT / hatch_build.THEME / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"


def html_faults(*paths: Path) -> Sequence[str]:
    """Return one line for each fault in these HTML files, in their order; none if valid."""
    if not paths:
        message = "no file to validate"
        raise ValueError(message)
    options = ("--config", CONFIG, "--formatter", "json")
    command: list[str | Path] = [hatch_build.node(), PROGRAM, *options, *paths]
    run = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    if run.returncode not in {0, 1} or not run.stdout.strip():
        message = f"the HTML validator did not run: {run.stderr or run.stdout}"
        raise RuntimeError(message)
    return [
        f"{file['filePath']}:{fault['line']}:{fault['column']} {fault['ruleId']} {fault['message']}"
        for file in json.loads(run.stdout)
        for fault in file["messages"]
    ]
