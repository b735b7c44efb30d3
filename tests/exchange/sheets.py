"""Aids and tables of outcomes for the tests of the round trip; every figure of the example is made up."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from decisionaid.compiler import Compiled, compile_aid
from decisionaid.disk.outcome_forms import long_form
from decisionaid.exchange.columns import TITLES
from decisionaid.exchange.outcome_sheet import Imported, Original, export_outcomes, import_outcomes
from decisionaid.exchange.table import OutcomeTable, Row, plain_table
from decisionaid.text import Source
from tests.conftest import ROOT

AIDS = [
    path
    for path in sorted((ROOT / "aids").glob("*/index.md"))
    if "{.outcomes}" in path.read_text(encoding="utf-8")
]
"""Those of our aids that have outcomes, which are what a sheet holds."""
EXAMPLE = ROOT / "tests" / "read" / "example.md"

HEAD = """---
decisionaid: 1
question: "What shall I do about my example condition?"
kind: treatment
condition: {name: Example condition, plain: example ache}
for: Adults with an example condition
people: {one: person, many: people}
version: 1.0.0
status: draft
strata: {older: I am 60 or older}
sources:
  review: {short: Example review, title: A made-up review, year: 2020, url: "https://example.org/a"}
  trial: {short: Example trial, title: A made-up trial, year: 2021, url: "https://example.org/b"}
---

# Example condition: all figures are made up

## Options {.options}

### Watching {#watch .as-now}
Nothing new.

### Tablets {#tablets}
One a day.

### Rest {#rest}
A day in bed.

### Dummy {#dummy .comparator}
Nothing in it.

"""
BODY = """## What happens {.outcomes}

Some words first.

- Source: review
- Certainty: low: one made-up
  grade

<!-- - Time: never -->

### Aching \\* still {#ache .bad series=ache}

- Time: 3 months
- Said as: still ache / no longer ache
- Difference: tablets against watch: risk ratio 0.70
  (0.57 to 0.86)
- Difference: not clear: a second line

<!-- a comment
| watch | 1 in 100 |
-->

| option | figure |
|:--|--:|
|watch|159 in 1000|
| tablets |   111 in 1000 (90 to 137)   |
| others | not known: =other \\| trials |

### Falling {#falls .bad .more stratum=older}

- Time: at: -1 and after

| option | figure |
|---|---|
| watch | 24 events in 50 people |
| others | not known: +nobody @looked |

## What happens {.outcomes}

### Sleeping {#sleep .good .sensitive estimate-of=ache}

- Source: trial
- Time: 1 week

| option | figure |
|---|---|
| watch | 3 in 10 |
| tablets | 40 in 100 |

## What nobody knows {.uncertain}

- Who gains. {#who}
"""
SMALL = HEAD + BODY


@cache
def compiled(text: str) -> Compiled:
    return compile_aid(Source("index.md", text, "example"))


def original(text: str) -> Original:
    made = compiled(text)
    assert made.aid is not None
    reading = [each for each in made.diagnostics if each.code.number < "DA1"]
    assert [each for each in reading if each.code.severity == "error"] == []
    return Original(made.source, made.aid, made.spans, made.sha256)


@cache
def text_of(path: Path) -> str:
    """Return the source of an aid in the long form, of which sheets are made."""
    return long_form(compiled(path.read_text(encoding="utf-8"))).text


@cache
def exported(text: str) -> OutcomeTable:
    table = export_outcomes(original(text))
    assert isinstance(table, OutcomeTable)
    return table


def imported(text: str, table: OutcomeTable) -> Imported:
    return import_outcomes(table, original(text))


def edited(table: OutcomeTable, change: Callable[[list[dict[str, str]]], None]) -> OutcomeTable:
    """Return a table whose rows were changed, numbered anew."""
    rows = [dict(row.values) for row in table.rows]
    change(rows)
    return plain_table(rows)


def row_of(rows: list[dict[str, str]], outcome: str, option: str | None = None) -> dict[str, str]:
    """Return the row of an outcome and option, or the outcome's first row."""
    return next(
        row
        for row in rows
        if row.get("Outcome id") == outcome and option in {None, row.get("Option")}
    )


def without(table: OutcomeTable, *titles: str) -> OutcomeTable:
    """Return a table that lacks some columns."""
    rows = tuple(
        Row(row.number, {k: v for k, v in row.values.items() if k not in titles})
        for row in table.rows
    )
    letters = {title: table.letters[title] for title in TITLES if title not in titles}
    return OutcomeTable(rows, letters)
