"""Compile every case of the text files beside this one, and compare what comes out.

A case is a heading ``## Case: ...`` with a block ``aid`` and blocks that say what is expected:
``diagnostics`` (line:column-end, code, message, and the help below it) and ``json PATH`` (that part
of the aid). A case without a block ``diagnostics`` expects none. A source that does not begin with
``---`` gets the head below, and its lines count from 1 behind it. ``make golden`` writes the
expected blocks anew.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from decisionaid.compiler import compile_aid
from decisionaid.diagnostics import Diagnostic

Json = Any
FOLDER = Path(__file__).resolve().parent
HEAD = """---
decisionaid: 1
question: What shall I do about my example condition?
strata:
  older: I am over 60
sources:
  example-2020: {title: A made-up review}
  other-2021: {title: A made-up trial, people: "100 people in a made-up trial", certainty: low}
---
"""
_BLOCK = re.compile(r"^(`{3,})(\w+)(?: (\S+))?\n(.*?)^\1$\n?", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Case:
    """One case: where it stands in its file, its source, and what is expected."""

    file: Path
    name: str
    source: str
    expected: tuple[tuple[str, str, str], ...]
    """Kind, path and text of each expected block."""


def cases() -> Iterator[Case]:
    """Yield the cases of all files."""
    for file in sorted(FOLDER.glob("*.md")):
        for part in re.split(
            r"^(?=## Case: )", file.read_text(encoding="utf-8"), flags=re.MULTILINE
        )[1:]:
            name, _, text = part.partition("\n")
            blocks = [(m[2], m[3] or "", m[4]) for m in _BLOCK.finditer(text)]
            assert blocks, f"{file.name}: the case '{name}' has no block"
            assert blocks[0][0] == "aid", f"{file.name}: the case '{name}' begins with no aid"
            yield Case(file, name.removeprefix("## Case: "), blocks[0][2], tuple(blocks[1:]))


def compiled(source: str) -> tuple[Json, str]:
    """Return the aid as JSON data, and the diagnostics as lines."""
    head = "" if source.startswith("---") else HEAD
    result = compile_aid(head + source, rules=())
    lines = [_line(each, head.count("\n")) for each in result.diagnostics]
    return result.aid and _said(result.aid.model_dump(mode="json")), "".join(lines)


def _said(part: Json) -> Json:
    """Leave out what is absent or False, so that a case shows what its author wrote."""
    if isinstance(part, dict):
        return {name: _said(each) for name, each in part.items() if each not in (None, False, [])}
    return [_said(each) for each in part] if isinstance(part, list) else part


def _line(each: Diagnostic, above: int) -> str:
    span = each.span
    end = f"{span.end_column}"
    if span.end_line != span.line:
        end = f"{span.end_line - above}:{end}"
    place = f"{span.line - above}:{span.column}-{end}"
    return f"{place} {each.code.number} {each.message}\n    {each.help}\n"


def part_of(aid: Json, path: str) -> Json:
    """Return a part of the aid by its path, such as ``sections/1/outcomes/0``."""
    for step in path.split("/"):
        aid = aid[int(step) if isinstance(aid, list) else step]
    return aid


def fresh(case: Case) -> list[tuple[str, str, str]]:
    """Return the expected blocks as they come out now."""
    aid, lines = compiled(case.source)
    blocks = [
        ("json", path, json.dumps(part_of(aid, path), ensure_ascii=False, indent=1) + "\n")
        for kind, path, _ in case.expected
        if kind == "json"
    ]
    return [*([("diagnostics", "", lines)] if lines else []), *blocks]


def write_anew(case: Case) -> None:
    """Write the expected blocks of one case into its file."""
    text = case.file.read_text(encoding="utf-8")
    start = text.index(f"## Case: {case.name}\n")
    source = f"aid\n{case.source}"
    at = text.index(source, start) + len(source)
    behind = text.index("\n", at) + 1
    end = text.find("\n## Case: ", behind)
    end = len(text) if end < 0 else end
    blocks = [
        f"\n```{kind}{' ' + path if path else ''}\n{block}```\n"
        for kind, path, block in fresh(case)
    ]
    case.file.write_text(text[:behind] + "".join(blocks) + text[end:], encoding="utf-8")


ALL = list(cases())


@pytest.mark.golden
@pytest.mark.parametrize("case", ALL, ids=[f"{c.file.stem}: {c.name}" for c in ALL])
def test_a_case_compiles_to_what_its_file_says(case: Case, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--golden"):
        write_anew(case)
        return
    aid, lines = compiled(case.source)
    said = {(kind, path): block for kind, path, block in case.expected}
    assert said.get(("diagnostics", ""), "") == lines
    for (kind, path), block in said.items():
        if kind == "json":
            assert json.loads(block) == part_of(aid, path)
