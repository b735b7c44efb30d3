"""Outcomes out to a table of outcomes and back: nothing is lost, and nothing else changes."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from functools import cache, partial

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from decisionaid.disk.outcome_forms import in_form
from decisionaid.exchange.csv_file import guarded, read_csv, unguarded, write_csv
from decisionaid.exchange.outcome_sheet import difference, faults_of_cells, unwritten
from decisionaid.exchange.table import OutcomeTable, RawCells, table_of
from decisionaid.exchange.workbook import read_xlsx, write_xlsx
from decisionaid.site.gallery import all_examples
from tests.exchange.sheets import (
    AIDS,
    EXAMPLE,
    SMALL,
    compiled,
    edited,
    exported,
    imported,
    original,
    row_of,
    text_of,
    without,
)

# Each is made when a test asks for it: to make all takes longer than to find all other tests.
TEXTS: dict[str, Callable[[], str]] = {
    path.parent.name: partial(text_of, path) for path in [*AIDS, EXAMPLE]
}
TEXTS |= {
    each.name: partial(in_form, each.source, "long")
    for each in all_examples()
    if "{.outcomes}" in each.source.text  # every form of a figure, as the gallery shows it
}
TEXTS["small"] = lambda: SMALL
TEXTS["small with other line ends"] = lambda: SMALL.replace("\n", "\r\n")
TEXTS["small without a last line end"] = lambda: SMALL.rstrip("\n")


@cache
def text_named(name: str) -> str:
    return TEXTS[name]()


def through_a_file(table: OutcomeTable, text: str, form: str) -> OutcomeTable:
    choices = original(text).choices
    raw = read_xlsx(write_xlsx(table, choices)) if form == "xlsx" else read_csv(write_csv(table))
    assert isinstance(raw, RawCells), raw
    read = table_of(raw)
    assert isinstance(read, OutcomeTable), read
    return read


@pytest.mark.long
@pytest.mark.parametrize("form", ["xlsx", "csv"])
@pytest.mark.parametrize("name", TEXTS)
def test_a_sheet_that_nobody_changed_changes_nothing(name: str, form: str) -> None:
    text = text_named(name)
    table = exported(text)
    read = through_a_file(table, text, form)
    assert [row.values for row in read.rows] == [row.values for row in table.rows]
    result = imported(text, read)
    assert result.faults == ()
    assert result.notes == ()
    assert result.text == text


def test_every_figure_of_an_aid_is_in_its_sheet() -> None:
    for path in AIDS:
        made = original(text_of(path))
        cells = {
            (row.get("Outcome id"), row.get("Option"))
            for row in exported(text_of(path)).rows
            if row.get("Figure")
        }
        for outcome in made.aid.outcomes:
            for cell in outcome.cells:
                pairs = {(outcome.id, cell.option), (outcome.id, "others")}
                assert pairs & cells, (outcome.id, cell.option)


def test_an_aid_taken_apart_says_each_thing_once() -> None:
    rows = [dict(row.values) for row in exported(SMALL).rows]
    assert row_of(rows, "(all)")["Certainty"] == "low: one made-up grade"
    ache = row_of(rows, "ache")
    assert ache["Outcome"] == r"Aching \* still"
    assert ache["Difference"] == (
        "tablets against watch: risk ratio 0.70 (0.57 to 0.86)\nnot clear: a second line"
    )
    assert set(row_of(rows, "ache", "tablets")) == {"Outcome id", "Option", "Figure"}
    assert row_of(rows, "ache", "others")["Figure"] == "not known: =other | trials"
    assert [row["Section"] for row in rows if "Section" in row].count("What happens (2)") == 2


def changed_lines(text: str, table: OutcomeTable) -> list[str]:
    result = imported(text, table)
    assert result.text is not None, result.faults
    assert unwritten(table, original(result.text)) == []
    shown = difference(original(text).source, result.text).splitlines()[2:]
    return [line for line in shown if line[:1] in "+-"]


def test_one_figure_changed_is_one_line_changed() -> None:
    def change(rows: list[dict[str, str]]) -> None:
        row_of(rows, "ache", "tablets")["Figure"] = "112 in 1000 (90 to 137)"

    assert changed_lines(SMALL, edited(exported(SMALL), change)) == [
        "-| tablets |   111 in 1000 (90 to 137)   |",
        "+| tablets | 112 in 1000 (90 to 137) |",
    ]


def test_a_field_that_is_new_stands_in_its_place_and_a_cleared_one_is_gone() -> None:
    def change(rows: list[dict[str, str]]) -> None:
        row_of(rows, "ache")["People"] = "200 people of a made-up trial"
        del row_of(rows, "ache")["Said as"]
        row_of(rows, "(all)")["Fit"] = "They were older."

    assert changed_lines(SMALL, edited(exported(SMALL), change)) == [
        "+- Fit: They were older.",
        "-- Said as: still ache / no longer ache",
        "+- People: 200 people of a made-up trial",
    ]


def test_a_comparison_can_be_changed_alone() -> None:
    def change(rows: list[dict[str, str]]) -> None:
        row_of(rows, "ache")["Difference"] = "not reported"

    assert changed_lines(SMALL, edited(exported(SMALL), change)) == [
        "-- Difference: tablets against watch: risk ratio 0.70",
        "-  (0.57 to 0.86)",
        "-- Difference: not clear: a second line",
        "+- Difference: not reported",
    ]


def test_a_comparison_that_was_not_found_goes_out_and_comes_back() -> None:
    written = SMALL.replace(
        "- Difference: not clear: a second line", "- Difference: not found: we read the summary"
    )
    rows = [dict(row.values) for row in exported(written).rows]
    assert row_of(rows, "ache")["Difference"].split("\n")[1] == "not found: we read the summary"
    assert imported(written, exported(written)).text == written

    def change(rows: list[dict[str, str]]) -> None:
        row_of(rows, "ache")["Difference"] = "not found: we read the abstract"

    assert changed_lines(SMALL, edited(exported(SMALL), change))[-1] == (
        "+- Difference: not found: we read the abstract"
    )


def test_a_heading_is_written_anew_only_when_it_says_something_else() -> None:
    def change(rows: list[dict[str, str]]) -> None:
        row_of(rows, "falls")["Outcome"] = "Falling over"
        row_of(rows, "falls")["Direction"] = "neutral"
        row_of(rows, "falls")["Series"] = "two words"
        del row_of(rows, "falls")["More"]

    assert changed_lines(SMALL, edited(exported(SMALL), change)) == [
        "-### Falling {#falls .bad .more stratum=older}",
        '+### Falling over {#falls .neutral series="two words" stratum=older}',
    ]


def test_a_heading_written_anew_stays_on_the_one_page_grid() -> None:
    text = SMALL.replace("{#ache .bad ", "{#ache .bad .grid ")

    def change(rows: list[dict[str, str]]) -> None:
        row_of(rows, "ache")["Outcome"] = "Still aching"

    result = imported(text, edited(exported(text), change))
    assert result.faults == ()
    assert "### Still aching {#ache .bad series=ache .grid}" in (result.text or "")


def test_rows_can_be_added_and_taken_out() -> None:
    def change(rows: list[dict[str, str]]) -> None:
        rows.remove(row_of(rows, "falls", "others"))
        at = rows.index(row_of(rows, "falls", "watch"))
        rows.insert(at + 1, {"Outcome id": "falls", "Option": "tablets", "Figure": "20 events"})

    assert changed_lines(SMALL, edited(exported(SMALL), change)) == [
        "-| others | not known: +nobody @looked |",
        "+| tablets | 20 events |",
    ]


def test_an_outcome_can_be_added_to_a_section() -> None:
    def change(rows: list[dict[str, str]]) -> None:
        rows.append(
            {
                "Outcome id": "new-one",
                "Section": "What happens (2)",
                "Outcome": "Something new",
                "Direction": "good",
                "Time": "2 weeks",
                "Option": "watch",
                "Figure": "not known: a | b",
            }
        )

    table = edited(exported(SMALL), change)
    assert changed_lines(SMALL, table) == [
        "+### Something new {#new-one .good}",
        "+",
        "+- Time: 2 weeks",
        "+",
        "+| option | figure |",
        "+|---|---|",
        r"+| watch | not known: a \| b |",
        "+",
    ]
    assert "New: new-one." in imported(SMALL, table).notes


def test_an_outcome_that_was_taken_out_is_named() -> None:
    def change(rows: list[dict[str, str]]) -> None:
        rows[:] = [row for row in rows if row["Outcome id"] != "falls"]

    result = imported(SMALL, edited(exported(SMALL), change))
    assert result.text is not None
    assert "{#falls" not in result.text
    assert any(note.startswith("Taken out: falls.") for note in result.notes)


def test_an_outcome_can_move_to_another_section() -> None:
    def change(rows: list[dict[str, str]]) -> None:
        row_of(rows, "falls")["Section"] = "What happens (2)"

    result = imported(SMALL, edited(exported(SMALL), change))
    assert result.text is not None
    sections = original(result.text).aid.sections
    ids = [
        [each.id for each in section.outcomes] for section in sections if section.role == "outcomes"
    ]
    assert ids == [["ache"], ["falls", "sleep"]]


def test_a_column_that_is_left_out_leaves_the_aid_alone() -> None:
    table = without(
        exported(SMALL), "Section", "Time", "Difference", "Direction", "Outcome", "More"
    )
    own = tuple(row for row in table.rows if row.get("Outcome id") != "(all)")
    assert imported(SMALL, OutcomeTable(own, table.letters)).text == SMALL


def test_a_sheet_of_an_older_text_is_told_to_be_one() -> None:
    notes = imported(SMALL.replace("3 months", "4 months"), exported(SMALL)).notes
    assert any("has changed since" in note for note in notes)
    bare = imported(SMALL, without(exported(SMALL), "Made from")).notes
    assert any("does not say which text" in note for note in bare)


def test_the_same_sheet_gives_the_same_bytes() -> None:
    table, choices = exported(SMALL), original(SMALL).choices
    assert write_xlsx(table, choices) == write_xlsx(copy.deepcopy(table), choices)
    assert write_csv(table) == write_csv(copy.deepcopy(table))


@given(st.text(alphabet="'=+-@\t\ra1", max_size=6))
def test_a_guard_against_formulas_always_comes_off_again(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert guarded(text)[:1] not in tuple("=+-@\t\r")


PLAIN = st.from_regex(r"[a-z][a-z,=+'| ]{0,20}[a-z]", fullmatch=True)
ODD = st.from_regex(r"[a-z=+@'\-\"<>&|_*~`#\[\]\\x0-9;,.:() ]{1,20}", fullmatch=True)
REASON = st.integers(0, 99).flatmap(lambda n: ODD if n == 0 else PLAIN)
FIGURE = st.one_of(
    st.builds("{} in 1000".format, st.integers(0, 1000)),
    st.builds("{} in 100".format, st.decimals(0, 100, places=1)),
    st.builds("{} of 78".format, st.integers(0, 78)),
    st.builds("{} points better".format, st.decimals(0, 50, places=1)),
    st.builds("not known: {}".format, REASON),
    st.builds("not applicable: {}".format, REASON),
)


@st.composite
def tables(draw: st.DrawFn, text: str) -> OutcomeTable:
    """Draw a table that a person may have made of the exported one."""
    rows = [dict(row.values) for row in exported(text).rows]
    firsts: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        firsts.setdefault(f"{row['Outcome id']}{row.get('Section', '')}" if row["Outcome id"] == "(all)"
                          else row["Outcome id"], []).append(row)  # fmt: skip
    groups = list(firsts.values())
    for group in groups:
        first = group[0]
        for title in draw(
            st.lists(st.sampled_from(["Time", "Note", "Fit", "People", "Certainty"]), max_size=2)
        ):
            value = draw(st.one_of(st.none(), st.builds("words {}".format, REASON)))
            value = {"Time": "3 days", "Certainty": "high"}.get(title, value) if value else None
            first.pop(title, None)
            if value:
                first[title] = value
        if first["Outcome id"] != "(all)":
            first["Direction"] = draw(st.sampled_from(["good", "bad", first["Direction"]]))
            for row in group:
                if draw(st.booleans()) and row.get("Figure"):
                    row["Figure"] = draw(FIGURE)
    return edited(exported(text), lambda all_: all_.__setitem__(
        slice(None), [row for group in draw(st.permutations(groups)) for row in group]
    ))  # fmt: skip


def outside_outcomes(text: str) -> str:
    return re.sub(
        r"(?ms)^## [^\n]*\{\.outcomes\}.*?(?=^## (?![^\n]*\{\.outcomes\})|\Z)", "<>", text
    )


@pytest.mark.long
@settings(max_examples=40)
@given(st.data(), st.sampled_from(sorted(TEXTS)))
def test_whatever_is_changed_in_a_sheet_the_aid_then_says_or_the_cell_is_named(
    data: st.DataObject, name: str
) -> None:
    text = text_named(name)
    table = data.draw(tables(text))
    result = imported(text, table)
    assert result.text is not None, result.faults
    assert outside_outcomes(result.text) == outside_outcomes(text)
    made = compiled(result.text)
    unread = [
        fault
        for fault in faults_of_cells(compiled(text).diagnostics, made.diagnostics, result)
        if fault.stops and fault.code < "DA1"
    ]
    event("a cell is named" if unread else "the aid says it")
    if unread:
        assert [fault for fault in unread if not fault.place.startswith("Outcomes!")] == []
        return
    assert unwritten(table, original(result.text)) == []
    after = exported(result.text)
    assert said(after) == said(table)


def said(table: OutcomeTable) -> dict[str, list[dict[str, str]]]:
    """What a table says, by outcome."""
    by: dict[str, list[dict[str, str]]] = {}
    for row in table.rows:
        values = {k: v.strip() for k, v in row.values.items() if k != "Made from" and v.strip()}
        key = row.get("Outcome id")
        by.setdefault(key + row.get("Section") if key == "(all)" else key, []).append(values)
    return by
