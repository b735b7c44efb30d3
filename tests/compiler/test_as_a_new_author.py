"""An aid of six options, twelve outcomes of three studies and two groups of readers, from one page of the handbook.

``six_options.md`` was begun with ``decisionaid new`` and written with nothing but *A first aid in ten
minutes*; its condition and all its figures are made up.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from decisionaid.compiler import compile_aid
from decisionaid.compiler.starter import Beginning, starter
from decisionaid.diagnostics import worst_first
from decisionaid.diagnostics.by_kind import as_kinds
from decisionaid.diagnostics.formats import as_text
from decisionaid.disk.outcome_forms import in_form
from decisionaid.text import Source

TEXT = Path(__file__).with_name("six_options.md").read_text(encoding="utf-8")
DRAFT = Beginning(
    condition="Example condition",
    first_option="Carry on as now",
    second_option="Exercises",
    further_options=("Splint", "Cream", "Injection", "Operation"),
)


def test_what_one_page_tells_is_enough_for_an_aid_with_nothing_to_say_of_it() -> None:
    compiled = compile_aid(TEXT, today=date(2026, 11, 28))
    assert [(each.span.line, each.code.number, each.message) for each in compiled.diagnostics] == []
    aid = compiled.aid
    assert aid is not None
    counts = [len(each) for each in (aid.options, aid.outcomes, aid.sources, aid.strata)]
    assert counts == [6, 12, 3, 2]


@pytest.mark.long
def test_it_stays_the_same_with_each_outcome_under_a_heading_and_in_tables_again() -> None:
    long = in_form(Source("index.md", TEXT), "long")
    again = in_form(Source("index.md", long), "table")
    assert long.count("\n") > TEXT.count("\n") + 100
    assert long != again
    assert compile_aid(TEXT).aid == compile_aid(long).aid == compile_aid(again).aid


def test_a_fresh_draft_of_six_options_is_told_on_a_screen_or_two() -> None:
    source = Source("index.md", starter(DRAFT, today=date(2026, 11, 28)))
    found = worst_first(compile_aid(source).diagnostics)
    named = {source.name: source}
    short, long = (form(found, named, colour=False).count("\n") for form in (as_kinds, as_text))
    assert short < 60
    assert long > 3 * short
