"""Places are exact: what a span covers is what the author typed, down to a cell and a brace."""

import random

import pytest

from decisionaid.compiler import compile_aid
from decisionaid.model.aid import Aid
from decisionaid.read import Reading, read_aid
from decisionaid.read.ledger import Ledger
from decisionaid.read.text.markdown import parse_blocks
from decisionaid.read.text.read_blocks import read_blocks
from decisionaid.text import Path, Source, Span
from tests.read.examples import EXAMPLE, sources
from tests.test_fuzz import mutated

READING = read_aid(Source("example.md", EXAMPLE))
LINES = EXAMPLE.split("\n")


def covered(span: Span, text: str = EXAMPLE) -> str:
    """Return the text that a span covers."""
    lines = text.split("\n")
    if span.line == span.end_line:
        return lines[span.line - 1][span.column - 1 : span.end_column - 1]
    first = lines[span.line - 1][span.column - 1 :]
    last = lines[span.end_line - 1][: span.end_column - 1]
    return "\n".join([first, *lines[span.line : span.end_line - 1], last])


def aid_of(reading: Reading) -> Aid:
    assert reading.aid is not None
    return reading.aid


def section_of(role: str) -> int:
    return next(n for n, each in enumerate(aid_of(READING).sections) if each.role == role)


def test_the_example_is_read_without_a_diagnostic() -> None:
    assert READING.diagnostics == ()
    assert compile_aid(EXAMPLE).ok


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (("title",), "Example condition: what are the options?"),
        (("question",), '"What shall I do about my example condition?"'),
        (("who_for",), "Adults with an example condition"),
        (("dates", "review"), "2028-01-02"),
        (("sources", 0), "review-2020"),
        (("sources", 0, "doi"), "10.1000/example"),
        (("sources", 1, "year"), '"not known: it does not exist"'),
        (("strata", 0), "older"),
        (("opening", 0), "All figures on this page are made up, and [[ache-3m/tablets]] is one."),
    ],
)
def test_parts_of_the_head_and_opening_have_their_place(path: Path, text: str) -> None:
    assert text == covered(READING.spans.nearest(path))


def test_every_outcome_has_its_place_and_that_of_each_field_and_cell() -> None:
    number = section_of("outcomes")
    path = ("sections", number, "outcomes", 0)
    spans = READING.spans
    assert covered(spans.nearest(path)) == "Still aching"
    assert covered(spans.nearest((*path, "time"))) == "3 months"
    assert covered(spans.nearest((*path, "said_as"))) == "still ache / no longer ache"
    assert covered(spans.nearest((*path, "sources"))) == "review-2020"
    assert covered(spans.nearest((*path, "cells", 1))) == "111 in 1000 (90 to 137)"
    assert covered(spans.nearest((*path, "cells", 2))) == "not known: other trials"
    assert covered(spans.nearest((*path, "cells", 3))) == "160 in 1000"
    certainty = spans.nearest((*path, "certainty"))
    assert covered(certainty) == "moderate: one made-up grade"
    assert certainty.line < spans.nearest(path).line


def test_cells_of_compare_have_their_places_and_a_stroke_in_a_cell_moves_none() -> None:
    path = ("sections", section_of("compare"), "rows", 0)
    spans = READING.spans
    assert covered(spans.nearest(path)) == "What do I do?"
    assert covered(spans.nearest((*path, "cells", 1))) == r"Take one \| a day."
    assert covered(spans.nearest((*path, "cells", 2))) == "not applicable: it is not given"
    assert covered(spans.nearest((*path, "sources"))) == "review-2020, trial-2021"


def test_items_and_attributes_have_their_places() -> None:
    path = ("sections", section_of("values"), "questions", 1)
    spans = READING.spans
    assert covered(spans.nearest((*path, "poles", 1))) == "I would rather treat"
    assert covered(spans.nearest((*path, "poles", 1, "about"))) == "daily"
    assert covered(spans.nearest((*path, "about"))) == "harm-12m"


def test_a_fault_in_a_line_of_wide_characters_counts_characters() -> None:
    source = EXAMPLE.replace("| watch | 62 of 78 |", "| watch | 漢字🙂 of 78 |")
    (diagnostic,) = (d for d in compile_aid(source).diagnostics if d.code.number == "DA026")
    assert covered(diagnostic.span, source) == "漢字🙂 of 78"


def test_a_fault_on_the_second_line_of_an_indented_paragraph_has_its_column() -> None:
    source = EXAMPLE.replace("Call for help.", "Call for\n   help <b>now</b>.")
    places = [covered(d.span, source) for d in compile_aid(source, rules=()).diagnostics]
    assert places == ["<b>", "</b>"]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_any_system_give_the_same_aid_and_places(end: str) -> None:
    other = compile_aid(EXAMPLE.replace("\n", end))
    assert other.aid == compile_aid(EXAMPLE).aid
    assert other.diagnostics == ()


def test_an_aid_survives_json() -> None:
    for source in sources():
        aid = compile_aid(source).aid
        assert aid is not None
        assert aid == Aid.model_validate_json(aid.model_dump_json())


@pytest.mark.parametrize(
    "seeds", [range(100), pytest.param(range(100, 300), marks=pytest.mark.long)], ids=repr
)
def test_the_quick_ways_of_the_parser_give_the_same_blocks_as_the_book(seeds: range) -> None:
    for seed in seeds:
        source = mutated(random.Random(seed))  # noqa: S311 - not for secrets
        lines = source.replace("\t", " ").replace("\r", "\n").replace("\x00", " ").split("\n")
        quick, slow = Ledger(Source("a", source)), Ledger(Source("a", source))
        text = "\n".join(lines)
        by_the_book = read_blocks(lines, 1, slow, parse_blocks(text, quick=False))
        assert by_the_book == read_blocks(lines, 1, quick), f"seed {seed}"
        assert slow.diagnostics == quick.diagnostics, f"seed {seed}"
