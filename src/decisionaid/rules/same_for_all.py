"""Rules on what is the same for all options (DA203, DA206, DA209): rows, look, and what it is like.

Layer 2. That no row leaves an option out is DA201; that all of them are in one table is the page's doing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.aid import Aid
from decisionaid.model.figure import NotApplicable
from decisionaid.model.prose import Emphasis, Inline, Inlines, Text, inlines_of, plain_text
from decisionaid.model.sections import CompareCell, CompareSection, Option
from decisionaid.rules.rule import Rule, RuleContext, rule
from decisionaid.rules.two_wordings import in_both_wordings
from decisionaid.rules.walk import offered_of, quoted, rows_of, sections_of
from decisionaid.text import Path

EVEN_HANDED = "NICE standards framework for shared-decision-making support tools 2021, even-handed display and framing"

EXPERIENCE_ROW = "| What is it like from day to day? {#daily .experience} |"
"""The beginning of a row that an author may paste."""


_LOUD: Final = re.compile(
    r"\b\w{1,40}!+|\b[A-Z]{2,}(?:[ ,]+[A-Z]{2,})+\b"
    "|[\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]"
)
"""Cries, words in capitals one after the other, arrows and little pictures."""


@dataclass(frozen=True)
class _Part:
    """What is said of one option, in runs of words, each with its place."""

    name: str
    runs: tuple[tuple[Path, Inlines], ...]

    @property
    def stressed(self) -> tuple[Path, str] | None:
        """The first words that are stressed, with their place."""
        return next(
            (
                (path, words)
                for path, inlines in self.runs
                for inline in inlines
                if (words := _stands_out(inline))
            ),
            None,
        )


def _stands_out(inline: Inline) -> str:
    """Return the words of an inline that are louder than plain ones; empty: none."""
    words = plain_text((inline,))
    if isinstance(inline, Emphasis):
        return words
    found = _LOUD.search(words)
    return found[0].strip() if found else ""


def _offered(aid: Aid) -> dict[str, Option]:
    return {option.id: option for option in aid.options if option.offered}


def _applies(cell: CompareCell) -> bool:
    """Whether the question of the row is one for this option; a cell that nobody could read may be."""
    return not isinstance(cell.content, NotApplicable)


@rule(
    "DA203",
    "row-of-one-option",
    Severity.WARNING,
    kind="auto",
    harm=Harm.LEANS,
    why="a question that only one option can answer is a page about that option, not a comparison",
    basis="IPDASi v4, item 2.1.1",
)
def row_of_one_option(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """A row that compares the options asks what at least two of those offered can answer.

    Outcomes are left out: that a harm of an operation is not applicable to waiting is worth saying.
    """
    offered = _offered(aid)
    for path, row in rows_of(aid):
        cells = [cell for cell in row.cells if cell.option in offered]
        asked = [cell for cell in cells if _applies(cell)]
        if len(cells) > 1 and len(asked) == 1:
            only = asked[0].option
            others = quoted(cell.option for cell in cells if cell.option != only)
            yield Finding(
                path,
                f"the row '{row.question}' is about the option '{offered[only].name}' alone",
                "ask what each option can answer, such as 'What do I do?' or 'How long does it "
                f"take?', and write words for {others}: 'Nothing new.'; or put what stands here "
                f"under the heading of '{offered[only].name}'",
            )


@rule(
    "DA206",
    "emphasis-on-one-option",
    Severity.ERROR,
    kind="auto",
    harm=Harm.LEANS,
    why="what stands out is read first and believed more, so one option would be shown louder than the rest",
    basis=EVEN_HANDED,
)
@in_both_wordings
def emphasis_on_one_option(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """No offered option has stressed words where another has none: in a row, and in what it is."""
    offered = _offered(aid)
    for path, row in rows_of(aid):
        parts = [
            _Part(offered[cell.option].name, ((at, cell.content.inlines),))
            for number, cell in enumerate(row.cells)
            if cell.option in offered
            and cell.content is not None
            and cell.content.kind == "cell-words"
            and (at := (*path, "cells", number))
        ]
        yield from _louder(parts, f"in the row '{row.question}'")
    texts = [_Part(option.name, tuple(_runs(path, option))) for path, option in offered_of(aid)]
    yield from _louder(texts, "where the options are described")


def _runs(path: Path, option: Option) -> Iterator[tuple[Path, Inlines]]:
    yield path, (Text(text=option.name),)
    for number, block in enumerate(option.body):
        for inlines in inlines_of((block,)):
            yield (*path, "body", number), inlines


def _louder(parts: Sequence[_Part], where: str) -> Iterator[Finding]:
    quiet = [part.name for part in parts if part.stressed is None]
    for part in parts:
        if quiet and part.stressed:
            path, words = part.stressed
            yield Finding(
                path,
                f"{where}, '{words}' stands out for '{part.name}', and nothing does for {quoted(quiet)}",
                "write it in plain letters"
                if _LOUD.fullmatch(words)
                else f"take the stars away: '{words}'",
                words=words,
            )


@rule(
    "DA209",
    "experience-missing",
    Severity.ERROR,
    kind="presence",
    harm=Harm.LEAVES_OUT,
    why="people choose between lives, not only between chances, and cannot picture a life that nobody tells of",
    basis="IPDASi v4, item 1.2.1",
    gap=True,
)
def experience_missing(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """A row says what it is like to live with each offered option, or that it is not known."""
    offered = _offered(aid)
    sections = [each for each in sections_of(aid, CompareSection) if each[1].rows]
    if not offered or not sections:
        return  # DA104 and DA201 say so
    rows = [(path, row) for path, row in rows_of(aid) if row.kind == "experience"]
    if not rows:
        columns = sections[0][1].rows[0].cells
        unknown = " | ".join("not known: nobody asked people" for _cell in columns)
        yield Finding(
            sections[0][0],
            "no row says what it is like to live with each option",
            "mark the row that does with {.experience}, or add what people say, or at least: "
            f"'{EXPERIENCE_ROW} {unknown} |'",
        )
        return
    for option in offered.values():
        cells = [cell for _path, row in rows for cell in row.cells if cell.option == option.id]
        if cells and not any(_applies(cell) for cell in cells):
            yield Finding(
                rows[0][0],
                f"every row on what it is like is 'not applicable' to '{option.name}'",
                "living with an option is always like something: write what people say, or "
                "'not known: nobody asked people'",
            )


RULES: tuple[Rule, ...] = (row_of_one_option, emphasis_on_one_option, experience_missing)
