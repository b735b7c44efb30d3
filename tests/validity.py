"""Ask the HTML validator html-validate about built pages: content model, ids, names, ARIA."""

import json
from collections.abc import Sequence
from pathlib import Path

import hatch_build
from tests.node_asked import answer_of

ROOT = Path(__file__).resolve().parent.parent
CONFIG = Path(__file__).with_name("htmlvalidate.json")
PROGRAM = Path(__file__).with_name("validity.mjs")
LIBRARY = ROOT / hatch_build.THEME / "node_modules" / "html-validate" / "dist" / "esm" / "index.js"


def html_faults(*paths: Path) -> Sequence[str]:
    """Return one line for each fault in these HTML files, in their order; none if valid."""
    if not paths:
        message = "no file to validate"
        raise ValueError(message)
    asked = json.dumps([str(path.resolve(strict=True)) for path in paths])
    answer = answer_of(PROGRAM, asked, CONFIG, LIBRARY)
    if not answer:
        message = "the HTML validator did not run: what it said stands above"
        raise RuntimeError(message)
    return [
        f"{file['filePath']}:{fault['line']}:{fault['column']} {fault['ruleId']} {fault['message']}"
        for file in json.loads(answer)
        for fault in file["messages"]
    ]
