"""Which outcomes a page asks a reader to hold against one another."""

from __future__ import annotations

from typing import Any

from decisionaid.model.aid import Aid
from decisionaid.model.blocks import blocks_of
from decisionaid.model.outcome import Outcome
from decisionaid.model.sections import OutcomesSection


def row(name: str, **fields: Any) -> Outcome:
    return Outcome(id=name, label=fields.pop("label", name), direction="bad", **fields)


def blocks(*sections: tuple[Outcome, ...]) -> list[list[str]]:
    made = tuple(OutcomesSection(heading="H", outcomes=rows) for rows in sections)
    aid = Aid(slug="a", title="A", sections=made)
    return [[each.id for each in block] for block in blocks_of(aid)]


def test_a_row_by_itself_is_a_block() -> None:
    assert blocks((row("a"), row("b"))) == [["a"], ["b"]]


def test_times_of_a_series_are_a_block_even_across_sections() -> None:
    assert blocks((row("a", series="s"), row("b")), (row("c", series="s"),)) == [["a", "c"], ["b"]]


def test_rows_for_groups_are_a_block_with_what_they_are_called() -> None:
    old, young = (row(each, label="Pain", stratum=each) for each in ("old", "young"))
    other = row("other", label="Sleep", stratum="old")
    assert blocks((old, young, other)) == [["old", "young"], ["other"]]


def test_all_estimates_of_a_section_are_a_block_with_what_they_are_of() -> None:
    rows = (row("help"), row("harm"), row("else"))
    estimates = (row("harm-two", estimate_of="harm"), row("help-two", estimate_of="help"))
    assert blocks((*rows, *estimates)) == [["help", "harm", "harm-two", "help-two"], ["else"]]


def test_an_estimate_of_a_time_is_in_a_block_with_the_other_times() -> None:
    rows = (row("a", series="s"), row("b", series="s"), row("c", estimate_of="b"))
    assert blocks(rows) == [["a", "b", "c"]]


def test_estimates_in_a_circle_or_of_nothing_have_a_block_of_their_own() -> None:
    circle = (row("a", estimate_of="b"), row("b", estimate_of="a"), row("c", estimate_of="gone"))
    assert [sorted(each) for each in blocks(circle)] == [["a", "b", "c"]]
