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
