"""Rule on what a new aid leaves to its author: ``[Write ...]``, and cells not looked up yet.

Layer 2. ``decisionaid new`` puts such words wherever an author has something to say, so that a gap
can be seen on the page and is named here with its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from decisionaid.diagnostics import Finding, Severity
from decisionaid.model.aid import Aid
from decisionaid.model.base import Part
from decisionaid.rules.rule import Rule, RuleContext, rule
from decisionaid.text import Path

SIGN = "[Write "
LATER = "not looked up yet"
_GAP = re.compile(r"\[Write (?P<what>[^\[\]]{1,300})\]")
_EXAMPLE = re.compile(r", for instance: (?P<words>.+)")


@rule(
    "DA113",
    "not-written-yet",
    Severity.ERROR,
    why="words that were meant for the author tell a reader nothing",
    gap=True,
    unsafe=True,
)
def not_written_yet(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """Nothing stands in the aid that a template left to its author."""
    known = aid.model_dump_json()  # quicker than to walk an aid that has none
    if SIGN not in known and LATER not in known:
        return
    rows: set[Path] = set()
    for path, text in _texts_of(aid, ()):
        if text.strip(". ") == LATER and "cells" in path:
            rows.add(path[: path.index("cells")])
        for gap in _GAP.finditer(text):
            what = gap["what"]
            example = _EXAMPLE.search(what)
            task = what[: example.start()] if example else what.rstrip(".")
            yield Finding(
                path,
                f"nobody has written this yet: {task}",
                f"put your own words in its place, for instance: '{example['words']}'"
                if example
                else "put your own words in its place, and take the brackets away",
                words=gap[0],
            )
    for row in sorted(rows, key=str):
        yield Finding(
            row,
            "a cell of this row has not been looked up yet",
            "write the figure or the words that the source has, or 'not known: nobody measured it'",
        )


def _texts_of(part: Part, path: Path) -> Iterator[tuple[Path, str]]:
    """Yield every text of an aid that holds such words, with its path."""
    for name, value in vars(part).items():
        yield from _texts_in(value, (*path, name))


def _texts_in(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        if SIGN in value or LATER in value:
            yield path, value
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            yield from _texts_in(each, (*path, number))
    elif isinstance(value, Part):
        yield from _texts_of(value, path)


RULES: tuple[Rule, ...] = (not_written_yet,)
