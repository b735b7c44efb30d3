"""Figures of the same thing for two groups of readers stand together. All figures are made up."""

from __future__ import annotations

import pytest

from decisionaid.compiler import compile_aid
from tests.rules.examples import SPECIMEN

TEXT = SPECIMEN.read_text(encoding="utf-8").replace(
    "funding: none\n",
    "funding: none\nstrata: {long: I have had it for more than a year, short: I have had it for less}\n",
)
TABLE = """## In each group {.outcomes}

- Source: example-2024
- Certainty: high
- People: 90 adults in 1 trial
- Time: 12 months
- Difference: not reported

| | Said as | as-now | treatment |
|---|---|---|---|
"""
SHORT = (
    "| Better {#short .good .more stratum=short} | get better / do not | 20 of 45 | 30 of 45 |\n"
)
LONG = "| Better {#long .good .more stratum=long} | get better / do not | 10 of 45 | 12 of 45 |\n"
OTHER = "| Itching {#itching .bad .more} | itch / do not | 10 of 45 | 12 of 45 |\n"


def findings(rows: str) -> list[tuple[str, int]]:
    source = TEXT.replace("## What nobody knows", f"{TABLE}{rows}\n## What nobody knows")
    return [(each.code.number, len(each.also)) for each in compile_aid(source).diagnostics]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (SHORT + LONG, []),
        (LONG + SHORT + OTHER, []),
        (SHORT + LONG.replace("Better", "Better after a year"), [("DA327", 1)]),
        (SHORT + OTHER + LONG, []),
        (SHORT + LONG.replace("get better / do not", "walk again / do not"), []),
    ],
)
def test_the_same_of_two_groups_has_one_name(rows: str, expected: list[tuple[str, int]]) -> None:
    assert findings(rows) == expected


ORDER = """### Put these in order {#first .ranking}
Which matters most to you?

- Less pain {#first-pain about=long}
- To have time {#first-time about=short}

"""


@pytest.mark.parametrize(("more", "count"), [("", 1), ("- To be free {#first-free}\n", 0)])
def test_what_no_group_can_weigh_is_named(more: str, count: int) -> None:
    """With a third thing for everybody, each group has two to put in order."""
    apart = SHORT.replace("Better", "Better soon").replace("get better", "are soon better")
    questions = ORDER.replace("about=short}\n", f"about=short}}\n{more}")
    source = TEXT.replace("## Check the facts", f"{questions}## Check the facts")
    source = source.replace("## What nobody knows", f"{TABLE}{apart}{LONG}\n## What nobody knows")
    found = [
        each.code.number
        for each in compile_aid(source).diagnostics
        if "weighs things of which no group" in each.message
    ]
    assert found == ["DA327"] * count
