"""No figure of an aid can be changed or taken out unnoticed: each is held against the evidence.

Every number in a cell and in a ``Difference`` of the real aids is changed by one in its last digit,
and every such line is taken out. Each time the compiler refuses the aid, or its rows are no longer
those of ``figures.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from decisionaid.compiler import compile_aid
from decisionaid.diagnostics import Severity
from decisionaid.disk.outcome_forms import in_form
from decisionaid.model.aid import Aid
from decisionaid.model.figure import Events
from decisionaid.model.outcome import Outcome, PublishedDifference, PublishedRatio
from decisionaid.read import read_aid
from decisionaid.text import Source
from tests.evidence.test_figures import AIDS, DECISIONS, Fact, compared, printed, shown
from tests.planted import AidText

pytestmark = pytest.mark.long  # many seconds in all; `make check` is for every commit

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_FIGURE = re.compile(r"^(?:\d|fewer than \d|reference|no difference shown)")


@dataclass(frozen=True)
class Changed:
    """An aid with one figure changed or one line out; ``what`` says which."""

    what: str
    text: str


def lines_with_figures(aid: AidText) -> Iterator[tuple[int, int]]:
    """Yield each line that holds a figure or a published comparison, and where its value begins."""
    for section in aid.outcomes:
        for outcome in section.outcomes:
            for number in range(outcome.heading, outcome.end):
                line = aid.lines[number]
                cell = re.match(r"\| [\w-]+ \| ", line)
                if cell and _FIGURE.match(line[cell.end() :]):
                    yield number, cell.end()
                elif said := re.match(r"- Difference: [\w-]+ against [\w-]+: ", line):
                    yield number, said.end()


def changes(aid: AidText) -> Iterator[Changed]:
    for number, start in lines_with_figures(aid):
        line = aid.lines[number]
        yield Changed(f"line {number + 1} out: {line}", aid.without(number))
        for found in _NUMBER.finditer(line, start):
            digit = str((int(found[0][-1]) + 1) % 10)
            other = f"{line[: found.end() - 1]}{digit}{line[found.end() :]}"
            yield Changed(f"line {number + 1}: {other}", aid.changed(number, other))


def is_as_read(aid: Aid, row: dict[str, Any]) -> bool:
    """Whether a row holds the cells and the comparison that were read, and nothing else."""
    outcome = aid.outcome(row["id"])
    return (
        outcome is not None
        and set(_said(outcome)) == set(_read(row, aid, outcome))
        and _comparisons(outcome) == _comparison_read(row)
        and _groups_are_noted(row, outcome)
    )


def _groups_are_noted(row: dict[str, Any], outcome: Outcome) -> bool:
    """Whether the size of each group behind a mean is one that the note on the row tells."""
    told = _NUMBER.findall(row.get("note", ""))
    sizes = (getattr(cell.figure, "people", None) for cell in outcome.cells)
    return all(
        size is None or str(size) in told or isinstance(cell.figure, Events)
        for cell, size in zip(outcome.cells, sizes, strict=True)
    )


def _said(outcome: Outcome) -> Iterator[tuple[str, Fact]]:
    return ((cell.option, shown(cell.figure)) for cell in outcome.cells)


def _read(row: dict[str, Any], aid: Aid, outcome: Outcome) -> Iterator[tuple[str, Fact]]:
    written = {cell.option for cell in outcome.cells}
    for option, value in row["options"].items():
        fact = printed(value)
        if (
            option in written
            or any(option == each.id for each in aid.options)
            or fact != ("unknown",)
        ):
            yield option, fact
    for cell in outcome.cells:
        if cell.option not in row["options"]:
            fact = shown(cell.figure)
            yield cell.option, fact if fact[0] in ("unknown", "not_applicable") else ("extra",)


def _comparisons(outcome: Outcome) -> list[Fact]:
    return [
        compared(each)
        for each in outcome.comparisons
        if isinstance(each, PublishedRatio | PublishedDifference)
    ]


def _comparison_read(row: dict[str, Any]) -> list[Fact]:
    read = row.get("difference")
    if read is None:
        return []
    fact = printed({"difference": read["value"], **read})
    kind = read["measure"] if read["measure"].endswith("ratio") else "difference"
    _name, value, low, high, of = fact
    return [(*read["between"], kind, of, value, low, high)]


def unnoticed(slug: str, changed: Changed) -> bool:
    """Whether an aid compiles, and each of its rows is still as it was read."""
    source = Source(f"aids/{slug}/index.md", changed.text, slug)
    # Rules change nothing of what is read, and take half of the time: they come last.
    read = read_aid(source)
    if read.aid is None or any(each.code.severity is Severity.ERROR for each in read.diagnostics):
        return False
    rows = [row for row in DECISIONS[slug]["outcomes"] if row["seen"]]
    return all(is_as_read(read.aid, row) for row in rows) and compile_aid(source).ok


@pytest.mark.parametrize("slug", DECISIONS)
def test_no_figure_can_be_changed_or_taken_out_unnoticed(slug: str) -> None:
    written = (AIDS / slug / "index.md").read_text(encoding="utf-8")
    assert unnoticed(slug, Changed("as it is", written))
    # In the long form each figure stands on a line of its own.
    text = in_form(Source("index.md", written), "long")
    assert unnoticed(slug, Changed("as it is", text))
    every = list(changes(AidText(text)))
    assert len(every) >= LEAST
    assert [each.what for each in every if unnoticed(slug, each)] == []


LEAST = 60
"""Fewer changes than this in an aid mean that the search for its figures no longer finds them."""
