"""Every figure in the demonstration aids is the figure that its source printed.

``figures.yaml`` beside this file holds what was read; the aids are compiled and compared with it.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from decisionaid.compiler import compile_aid
from decisionaid.model.aid import Aid
from decisionaid.model.figure import (
    Change,
    Counted,
    DifferenceFrom,
    Events,
    Figure,
    Frequency,
    NotKnown,
    Score,
    Spread,
)
from decisionaid.model.outcome import (
    Certainty,
    Cited,
    Outcome,
    PublishedDifference,
    PublishedRatio,
    TimePoint,
    Words,
)
from decisionaid.text import Source

HERE = Path(__file__).parent
AIDS = HERE.parent.parent / "aids"

Fact = tuple[object, ...]
"""A figure boiled down to its kind and its numbers, the same from the aid and from the evidence."""

SAID_SO = {
    "not-known": "unknown",
    "not-found": "unknown",
    "not-in-study": "unknown",
    "not-applicable": "not_applicable",
    "reference": "reference",
    "no-difference-shown": "no_difference",
}
"""Kinds of cell without a number, and the key they have in the evidence."""


def _decisions() -> dict[str, Any]:
    data = yaml.safe_load((HERE / "figures.yaml").read_text(encoding="utf-8"))
    return {decision["id"]: decision for decision in data["decisions"]}


DECISIONS = _decisions()
ROWS = [
    pytest.param(slug, row, id=f"{slug}/{row['id']}")
    for slug, decision in DECISIONS.items()
    for row in decision["outcomes"]
    if row["seen"]
]
COUNTED_ROWS = [
    pytest.param(slug, row, id=f"{slug}/{row['id']}")
    for slug, decision in DECISIONS.items()
    for row in decision["outcomes"]
    if row["seen"] and "people" in row
]


@cache
def aid_of(slug: str) -> Aid:
    path = AIDS / slug / "index.md"
    source = Source(f"aids/{slug}/index.md", path.read_text(encoding="utf-8"), slug)
    compiled = compile_aid(source)
    assert compiled.aid is not None, compiled.diagnostics
    return compiled.aid


def outcome_of(slug: str, outcome_id: str) -> Outcome:
    outcome = aid_of(slug).outcome(outcome_id)
    assert outcome is not None, f"{slug} has no row {outcome_id}"
    return outcome


def _number(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def printed(value: dict[str, Any]) -> Fact:
    """Boil down what stands in the evidence."""
    kind = next(iter(value))
    if kind in SAID_SO.values():
        return (kind,)
    if kind == "range":
        return (kind, *map(_number, value["range"]), _number(value["of"]))
    keys = {
        "n": ("n", "of", "low", "high"),
        "mean": ("mean", "sd"),
        "events": ("events", "people"),
        "difference": ("difference", "low", "high", "of"),
    }[kind]
    return (kind, *(_number(value.get(key)) for key in keys))


def shown(figure: Figure | None) -> Fact:
    """Boil down what stands in the aid."""
    assert figure is not None
    if figure.kind in SAID_SO:
        return (SAID_SO[figure.kind],)
    match figure:
        case Frequency():
            return ("n", figure.n, _number(figure.of), figure.low, figure.high)
        case Counted():
            return ("n", _number(figure.n), _number(figure.of), None, None)
        case Score():
            return ("mean", figure.points, figure.sd)
        case DifferenceFrom():
            ends = (end and _signed(end.amount, end.word) for end in (figure.low, figure.high))
            return ("difference", _signed(figure.amount, figure.word), *ends, _number(figure.of))
        case _:
            return _shown_seldom(figure)


def _shown_seldom(figure: Figure) -> Fact:
    match figure:
        case Change(word="better"):
            return ("mean", figure.points, None)
        case Events():
            return ("events", _number(figure.events), _number(figure.people))
        case Spread():
            return ("range", figure.low, figure.high, _number(figure.of))
    raise AssertionError(figure)


def _signed(amount: Decimal, word: str) -> Decimal:
    return -amount if word in ("lower", "fewer") else amount


@pytest.mark.parametrize("slug", DECISIONS)
def test_an_aid_shows_every_row_that_was_read_and_no_other(slug: str) -> None:
    read = {row["id"] for row in DECISIONS[slug]["outcomes"] if row["seen"]}
    assert read == {outcome.id for outcome in aid_of(slug).outcomes}


@pytest.mark.parametrize(("slug", "row"), ROWS)
def test_every_cell_holds_what_the_source_printed(slug: str, row: dict[str, Any]) -> None:
    outcome = outcome_of(slug, row["id"])
    expected = {option: printed(value) for option, value in row["options"].items()}
    # A comparator has a line only where it has a figure, so what is unknown of one has no cell.
    options = {option.id for option in aid_of(slug).options}
    cells = {cell.option for cell in outcome.cells}
    for option in [option for option in expected if option not in options | cells]:
        assert expected.pop(option) == ("unknown",)
    actual = {cell.option: shown(cell.figure) for cell in outcome.cells}
    for option in set(actual) - set(expected):
        assert actual.pop(option)[0] in ("unknown", "not_applicable"), option
    assert expected == actual


@pytest.mark.parametrize(("slug", "row"), ROWS)
def test_a_published_comparison_is_shown_as_published(slug: str, row: dict[str, Any]) -> None:
    outcome = outcome_of(slug, row["id"])
    actual = [
        compared(comparison)
        for comparison in outcome.comparisons
        if isinstance(comparison, PublishedRatio | PublishedDifference)
    ]
    printed_difference = row.get("difference")
    if printed_difference is None:
        assert actual == []
    else:
        option, against = printed_difference["between"]
        measure = printed_difference["measure"]
        of = _number(printed_difference.get("of"))
        numbers = [_number(printed_difference.get(key)) for key in ("value", "low", "high")]
        kind = measure if measure.endswith("ratio") else "difference"
        assert actual == [(option, against, kind, of, *numbers)]


def compared(comparison: PublishedRatio | PublishedDifference) -> Fact:
    """Boil down a published comparison: signed, below zero is fewer or lower."""
    pair = (comparison.option, comparison.against)
    if isinstance(comparison, PublishedRatio):
        numbers = (comparison.value, comparison.low, comparison.high)
        return (*pair, comparison.measure, None, *numbers)
    amounts = (comparison.amount, comparison.low, comparison.high)
    ends = (None if amount is None else _signed(amount, comparison.word) for amount in amounts)
    return (*pair, "difference", _number(comparison.of), *ends)


@pytest.mark.parametrize(("slug", "row"), ROWS)
def test_a_grade_is_shown_only_where_it_was_read(slug: str, row: dict[str, Any]) -> None:
    aid, outcome = aid_of(slug), outcome_of(slug, row["id"])
    source = aid.source(row["source"])
    assert source is not None
    certainty = outcome.certainty or source.certainty
    grade = row["certainty"]["grade"] if row["certainty"].get("seen", True) else "not_graded"
    assert isinstance(certainty, Certainty)
    assert grade.replace("_", "-") == certainty.level


@pytest.mark.parametrize(("slug", "row"), ROWS)
def test_a_row_has_the_source_direction_and_group_it_was_read_for(
    slug: str, row: dict[str, Any]
) -> None:
    outcome = outcome_of(slug, row["id"])
    assert Cited(ids=(row["source"],)) == outcome.sources
    assert row["direction"] == outcome.direction
    assert row.get("stratum") == outcome.stratum


@pytest.mark.parametrize(("slug", "row"), COUNTED_ROWS)
def test_the_people_of_a_row_are_those_the_source_counted(slug: str, row: dict[str, Any]) -> None:
    studies = row["people"]["studies"]
    study = "study" if studies == 1 else "studies"
    expected = f"{row['people']['people']:,} children in {studies} {study}"
    assert Words(text=expected) == outcome_of(slug, row["id"]).people


@pytest.mark.parametrize(("slug", "row"), ROWS)
def test_a_time_in_numbers_is_the_time_the_source_printed(slug: str, row: dict[str, Any]) -> None:
    time = outcome_of(slug, row["id"]).time
    if isinstance(time, TimePoint):
        numbers = [str(end) for end in (time.low, time.high) if end is not None]
        digits = [word for word in row["time"].split() if word.isdigit()]
        assert digits == numbers
        assert time.unit.removesuffix("s") in row["time"]
    else:
        assert time is not None


@pytest.mark.parametrize("slug", DECISIONS)
def test_every_source_of_an_aid_is_the_work_that_was_read(slug: str) -> None:
    read = {work["id"]: work for work in DECISIONS[slug]["sources"]}
    aid = aid_of(slug)
    assert set(read) == {work.id for work in aid.sources}
    for work in aid.sources:
        facts = read[work.id]
        assert facts["title"] == work.title
        assert facts["publisher"] == work.publisher
        assert {work.url, work.doi} - {None}
        assert {work.url, work.doi} <= {facts.get("url"), facts.get("doi"), None}
        year = None if isinstance(work.year, NotKnown) else work.year
        assert facts["year"] == year
