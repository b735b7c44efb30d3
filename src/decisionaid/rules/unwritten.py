"""The rule on what is left to its author (DA113): ``[Write ...]``, cells not looked up yet, and notes in brackets.

Layer 2. ``decisionaid new`` puts such words wherever an author has something to say, so that a gap
can be seen on the page and is named here with its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.aid import Aid
from decisionaid.model.base import Part
from decisionaid.rules.rule import Rule, RuleContext, rule
from decisionaid.rules.walk import questions_of
from decisionaid.text import Path

SIGN = "[Write "
LATER = "not looked up yet"
_GAP = re.compile(r"\[Write (?P<what>[^\[\]]{1,300})\]")
_LEFT: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (
        re.compile(r"\[Write [^\[\]]*$"),
        "words that told you what to write are left",
        "take away all from '[Write' to where your own words begin",
    ),
    (
        re.compile(r"(?<!\[)\[[0-9]{1,3}(?:[,;\u2013-] ?[0-9]{1,3}){0,9}\]"),
        "the mark of a footnote is left",
        "take it out, and name the source at the end of the paragraph: {source=its-id}",
    ),
    (
        re.compile(
            r"(?<!\[)\[(?:[A-Z]{1,3}: |(?i:check|ask|add|ref|source|citation needed|nb)\b|\?)[^\[\]]*\]"
        ),
        "a note is left",
        "take it out, or put it on a line of its own: <!-- ... -->",
    ),
    (
        re.compile(r"(?<!\[)\[[a-z0-9-]{1,64}/[a-z0-9-]{1,64}\](?!\])"),
        "the name of a figure stands in one bracket, and is shown as it is",
        "put it in two: [{found}]",
    ),
)
"""What stands in a bracket and was never meant for a reader: how it looks, what it is, what to do."""

_ANY = re.compile(
    r"\[(?:Write |[0-9?]|[A-Za-z]{1,8}[: ]|[A-Z]{1,3}:|[a-z0-9-]+/)|ref\]|nb\]|" + re.escape(LATER)
)
"""Found quickly in the whole of an aid that may hold one of these."""

_ASKS = ("?", "\u037e", "\u061f", "\u055e", "\u1367", "\uff1f")
"""Question marks: of Latin, Greek, Arabic, Armenian, Ethiopic and wide scripts."""

_EXAMPLE = re.compile(r", for instance: (?P<words>.+)")


@rule(
    "DA113",
    "not-written-yet",
    Severity.ERROR,
    kind="auto",
    harm=Harm.LEAVES_OUT,
    why="words that were meant for the author tell a reader nothing",
    gap=True,
    unsafe=True,
)
def not_written_yet(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """Nothing stands in the aid that a template left to its author, and every question asks something."""
    yield from _unasked(aid)
    known = aid.model_dump_json()  # quicker than to walk an aid that has none
    if not _ANY.search(known):
        return
    rows: set[Path] = set()
    for path, text in _texts_of(aid, ()):
        if text.strip(". ") == LATER and "cells" in path:
            rows.add(path[: path.index("cells")])
        yield from _left(path, text)
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


def _unasked(aid: Aid) -> Iterator[Finding]:
    """Yield the questions on what matters that have a name and nothing else: people cannot answer a name."""
    for path, question in questions_of(aid):
        if not question.question and not question.title.endswith(_ASKS):
            yield Finding(
                path,
                f"nobody has written this yet: the question of '{question.title}'",
                "write it below the heading, in full: 'How important is it to you to ...?'",
            )


def _left(path: Path, text: str) -> Iterator[Finding]:
    """Yield the notes and marks in brackets that a text still holds."""
    for pattern, what, fix in _LEFT:
        for found in pattern.finditer(text):
            shown = found[0] if len(found[0]) <= 60 else f"{found[0][:59]}…"
            yield Finding(
                path, f"{what}: {shown}", fix.replace("{found}", found[0]), words=found[0]
            )


def _texts_of(part: Part, path: Path) -> Iterator[tuple[Path, str]]:
    """Yield every text of an aid that holds such words, with its path."""
    for name, value in vars(part).items():
        yield from _texts_in(value, (*path, name))


def _texts_in(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        if "[" in value or LATER in value:
            yield path, value
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            yield from _texts_in(each, (*path, number))
    elif isinstance(value, Part):
        yield from _texts_of(value, path)


RULES: tuple[Rule, ...] = (not_written_yet,)
