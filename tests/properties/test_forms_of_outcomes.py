"""An aid is the same aid in whichever form its outcomes are written: with headings, in tables, or mixed.

The mixture is written here, and not by the program that turns one form into another.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from decisionaid.compiler import Compiled, compile_aid
from decisionaid.disk.outcome_forms import in_form
from decisionaid.model.outcome import PublishedRatio
from decisionaid.read.sections.measuring import FIELDS
from decisionaid.text import Source
from tests.properties.random_aids import DrawnAid, DrawnRow, aids, source_of
from tests.rules.examples import SPECIMEN

SOURCE = "Source: example-review"
ANSWERS = (
    "not known:",
    "not found:",
    "not applicable:",
    "no difference shown:",
    "not in this study",
)


def compiled(text: str) -> Compiled:
    return compile_aid(Source("aids/example/index.md", text, "example"))


def told(each: Compiled) -> set[str]:
    return {f"{d.code.number} {d.message}" for d in each.diagnostics}


EXTRAS = (
    "Note: a made-up note",
    "Note: another note",
    "Fit: They were made up",
    "Chosen: it is the later one",
    "Count: thing, things",
)
"""Fields that other random aids do without, as words that a page only repeats."""
MARKS = (".more", ".grid", ".sensitive")


def with_all_fields(draw: Any, aid: DrawnAid) -> DrawnAid:  # noqa: ANN401
    """Return an aid in whose rows every field and every mark of an outcome may stand."""

    def more_of(row: DrawnRow) -> DrawnRow:
        extras = draw(
            st.lists(st.sampled_from(EXTRAS), unique_by=lambda each: each[:4], max_size=3)
        )
        if any(" of the " in cell for _, cell in row.cells):
            extras = [each for each in extras if not each.startswith("Count")]
        marks = draw(st.lists(st.sampled_from(MARKS), unique=True, max_size=2))
        kept = [each for each in marks if each not in row.marks]
        return replace(row, fields=(*row.fields, *extras), marks=(*row.marks, *kept))

    return replace(aid, sections=tuple(tuple(map(more_of, rows)) for rows in aid.sections))


def spread(aid: DrawnAid, row: DrawnRow) -> dict[str, str]:
    """Return a cell for each option that the row says something of."""
    cells = dict(row.cells)
    for option in aid.options:
        if row.others and option.kind != "comparator":
            cells.setdefault(option.id, row.others)
    return cells


def first_cell(row: DrawnRow) -> str:
    return f"{row.label} {{{' '.join([f'#{row.id}', f'.{row.direction}', *row.marks])}}}"


def with_heading(row: DrawnRow) -> list[str]:
    lines = [f"### {first_cell(row)}", "", f"- {SOURCE}", *(f"- {each}" for each in row.fields), ""]
    lines += ["| option | figure |", "|---|---|"]
    lines += [f"| {option} | {cell} |" for option, cell in row.cells]
    return [*lines, *([f"| others | {row.others} |"] if row.others else []), ""]


def as_table(draw: Any, aid: DrawnAid, rows: list[DrawnRow]) -> list[str]:  # noqa: ANN401
    """Write rows as a table, with some of what they share above it and the columns in any order."""
    fields = [dict(each.split(": ", 1) for each in (*row.fields, SOURCE)) for row in rows]
    cells = [spread(aid, row) for row in rows]
    above: list[str] = []
    columns: list[tuple[str, list[str]]] = []
    for name in dict.fromkeys(name for each in fields for name in each):
        said = [each.get(name, "") for each in fields]
        if len(set(said)) == 1 and draw(st.booleans()):
            above.append(f"- {name}: {said[0]}")
        elif all(said) and draw(st.booleans()):  # a row says otherwise
            above.append(f"- {name}: {said[0]}")
            columns.append((name, ["" if each == said[0] else each for each in said]))
        elif name == "Difference":
            pairs = dict.fromkeys(each.split(": ")[0] for each in said if " against " in each)
            plain = [each if " against " not in each else "" for each in said]
            columns += [
                (f"Difference: {pair}", [x.removeprefix(f"{pair}: ") if pair in x else "" for x in said])
                for pair in pairs
            ]  # fmt: skip
            columns += [("difference", plain)] if any(plain) else []
        else:
            columns.append((draw(st.sampled_from((name, name.lower()))), said))
    for option in aid.options:
        said = [each.get(option.id, "") for each in cells]
        if not any(said):
            continue
        if len(set(said)) == 1 and said[0].startswith(ANSWERS) and draw(st.booleans()):
            above.append(f"- {option.id}: {said[0]}")
        else:
            columns.append((option.id, said))
    columns = draw(st.permutations(columns))
    lines = [*above, "", f"| | {' | '.join(head for head, _ in columns)} |"] if columns else above
    lines.append("|---" * (len(columns) + 1) + "|")
    for number, row in enumerate(rows):
        lines.append(f"| {first_cell(row)} | {' | '.join(said[number] for _, said in columns)} |")
    return [*lines, ""]


@st.composite
def mixtures(draw: st.DrawFn) -> tuple[DrawnAid, str]:
    """Draw an aid, and its source with its outcomes in a mixture of forms."""
    aid = with_all_fields(draw, draw(aids()))
    long = source_of(aid)
    start, end = long.index("## Section"), long.index("## What matters")
    lines: list[str] = []
    for number, section in enumerate(aid.sections):
        lines += [f"## Section {('bak', 'bel', 'bim')[number]} {{.outcomes}}", ""]
        left = list(section)
        while left:
            some = draw(st.integers(1, len(left)))
            if draw(st.booleans()):
                lines += as_table(draw, aid, left[:some])
            else:
                lines += [line for row in left[:some] for line in with_heading(row)]
            left = left[some:]
    return aid, long[:start] + "\n".join(lines) + "\n" + long[end:]


@pytest.mark.long
@pytest.mark.parametrize("examples", [20, pytest.param(600, marks=pytest.mark.soak)])
def test_any_mixture_of_forms_is_the_aid_of_its_long_form(examples: int) -> None:
    settings(max_examples=examples)(given(mixtures())(is_that_of_its_long_form))()


def is_that_of_its_long_form(drawn: tuple[DrawnAid, str]) -> None:
    aid, mixed = drawn
    long, other = compiled(source_of(aid)), compiled(mixed)
    assert other.aid == long.aid, mixed
    assert told(other) == told(long), mixed


@pytest.mark.long
@pytest.mark.parametrize("examples", [12, pytest.param(400, marks=pytest.mark.soak)])
def test_one_form_becomes_the_other_without_loss(examples: int) -> None:
    settings(max_examples=examples)(given(mixtures())(goes_there_and_back))()


def goes_there_and_back(drawn: tuple[DrawnAid, str]) -> None:
    aid, mixed = drawn
    source = Source("aids/example/index.md", mixed, "example")
    wanted = compiled(mixed).aid
    long = in_form(source, "long")
    assert "\n| | " not in long[long.index("## Section") :], "a table of outcomes is left"
    assert compiled(long).aid == wanted
    table = in_form(Source(source.name, long, source.slug), "table")
    assert compiled(table).aid == wanted
    alike = any(
        set(spread(aid, one)) == set(spread(aid, other))
        for rows in aid.sections
        for one, other in pairwise(rows)
    )
    if alike:
        assert "\n| | " in table[table.index("## Section") :], "no table is made"


@pytest.mark.long
def test_the_mixtures_hold_every_field_and_every_mark_in_tables() -> None:
    """What no mixture has, the two tests above cannot miss."""
    heads: set[str] = set()
    marks: set[str] = set()

    def gather(drawn: tuple[DrawnAid, str]) -> None:
        for line in drawn[1].splitlines():
            if line.startswith("| | "):
                heads.update(each.strip().partition(":")[0].casefold() for each in line.split("|"))
            elif line.startswith("| Outcome"):
                marks.update(re.findall(r"[{ ](\.[a-z]+|[a-z-]+=)", line.split("}")[0]))

    settings(max_examples=150, derandomize=True, phases=(Phase.generate,))(
        given(mixtures())(gather)
    )()
    assert {each.casefold() for each in FIELDS} <= heads
    assert {".good", ".bad", ".neutral", *MARKS, "series=", "stratum="} <= marks


def test_a_difference_that_names_no_options_is_of_the_last_column_against_the_first() -> None:
    row = (
        "| Itching {#itching .bad .more} | itch / do not itch | 10 in 100 | 20 in 100 | risk ratio"
    )
    rows = {
        "as-now | treatment": f"{row} 2.00 (1.50 to 2.67) |",
        "treatment | as-now": f"{row} 2.00 (1.50 to 2.67) |",
    }
    pairs = []
    for options, cells in rows.items():
        table = (
            "## From one trial {.outcomes}\n\n- Source: example-2024\n- Certainty: low\n"
            "- People: 900 adults in 1 trial\n- Time: 3 months\n\n"
            f"| | Said as | {options} | Difference |\n|---|---|---|---|---|\n{cells}\n\n"
        )
        text = SPECIMEN.read_text(encoding="utf-8")
        aid = compiled(text.replace("## What nobody knows", f"{table}## What nobody knows")).aid
        assert aid is not None
        (ratio,) = aid.outcomes[-1].comparisons
        assert isinstance(ratio, PublishedRatio)
        pairs.append((ratio.option, ratio.against))
    assert pairs == [("treatment", "as-now"), ("as-now", "treatment")]
