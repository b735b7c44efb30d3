"""Ask the HTML validator html-validate about built pages: content model, ids, names, ARIA."""

import atexit
import json
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import IO

import hatch_build

ROOT = Path(__file__).resolve().parent.parent
CONFIG = Path(__file__).with_name("htmlvalidate.json")
PROGRAM = Path(__file__).with_name("validity.mjs")
LIBRARY = ROOT / hatch_build.THEME / "node_modules" / "html-validate" / "dist" / "esm" / "index.js"


def html_faults(*paths: Path) -> Sequence[str]:
    """Return one line for each fault in these HTML files, in their order; none if valid."""
    if not paths:
        message = "no file to validate"
        raise ValueError(message)
    asked, answers = _started()
    asked.write(f"{json.dumps([str(path.resolve(strict=True)) for path in paths])}\n")
    asked.flush()
    answer = answers.readline()
    if not answer:
        message = "the HTML validator did not run: what it said stands above"
        raise RuntimeError(message)
    return [
        f"{file['filePath']}:{fault['line']}:{fault['column']} {fault['ruleId']} {fault['message']}"
        for file in json.loads(answer)
        for fault in file["messages"]
    ]


@cache
def _started() -> tuple[IO[str], IO[str]]:
    """Start the validator, once; it ends when this process does."""
    process = subprocess.Popen(
        [hatch_build.node(), PROGRAM, CONFIG, LIBRARY],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert process.stdin is not None
    assert process.stdout is not None
    atexit.register(process.communicate)
    return process.stdin, process.stdout
