"""A wrong cell is named by sheet, cell and meaning, and stops the import."""

from __future__ import annotations

import pytest

from decisionaid.exchange.csv_file import read_csv, write_csv
from decisionaid.exchange.outcome_sheet import faults_of_cells, unwritten
from decisionaid.exchange.table import (
    MAX_BYTES,
    MAX_CELL,
    MAX_ROWS,
    CellFault,
    OutcomeTable,
    RawCells,
    letter,
    table_of,
)
from decisionaid.exchange.wrong_cells import in_order
from tests.exchange.sheets import SMALL, compiled, edited, exported, imported, original, row_of


def one_fault(*changes: tuple[str, str | None, str, str]) -> CellFault:
    """Return the one fault of a table in which cells were changed: outcome, option, title, text."""

    def change(rows: list[dict[str, str]]) -> None:
        for outcome, option, title, text in changes:
            row_of(rows, outcome, option)[title] = text

    result = imported(SMALL, edited(exported(SMALL), change))
    assert result.text is None
    (fault,) = result.faults
    assert fault.help
    return fault


@pytest.mark.parametrize(
    ("change", "place", "words"),
    [
        (("ache", "tablets", "Option", "pills"), "Outcomes!D4", "no option 'pills'"),
        (("ache", "tablets", "Option", "watch"), "Outcomes!D4", "already"),
        (("ache", None, "Direction", "better"), "Outcomes!L3", "no 'Direction' called 'better'"),
        (("ache", None, "Section", "Elsewhere"), "Outcomes!A3", "no section 'Elsewhere'"),
        (("falls", None, "Stratum", "young"), "Outcomes!O6", "no group of readers 'young'"),
        (("falls", None, "More", "perhaps"), "Outcomes!W6", "no 'More' called 'perhaps'"),
        (("ache", "tablets", "Time", "4 months"), "Outcomes!F4", "another 'Time' in Outcomes!F3"),
        (("ache", None, "Time", "4\nmonths"), "Outcomes!F3", "several lines"),
        (("ache", None, "Note", "a\u202eb"), "Outcomes!U3", "cannot be seen"),
        (("ache", None, "Note", "a" * (MAX_CELL + 1)), "Outcomes!U3", "more than"),
        (("ache", None, "Series", 'a" .good'), "Outcomes!M3", "quotes or braces"),
        (("(all)", None, "Figure", "1 in 100"), "Outcomes!E2", "a whole section has no 'Figure'"),
        (("falls", "others", "Outcome id", ""), "Outcomes!B7", "does not say whose it is"),
        (("falls", "others", "Outcome id", "Falls!"), "Outcomes!B7", "cannot be an id"),
        (("falls", "others", "Outcome id", "fresh"), "Outcomes!A7", "is new and has no section"),
        (("falls", "others", "Option", ""), "Outcomes!D7", "does not say of which option"),
    ],
)
def test_a_cell_that_cannot_be_is_named(
    change: tuple[str, str | None, str, str], place: str, words: str
) -> None:
    fault = one_fault(change)
    assert fault.place == place
    assert words in fault.message


def test_all_wrong_cells_are_named_at_once_row_by_row() -> None:
    def change(rows: list[dict[str, str]]) -> None:
        row_of(rows, "ache", "tablets")["Option"] = "pills"
        row_of(rows, "ache")["Time"] = "soon"
        row_of(rows, "ache")["Direction"] = "better"
        row_of(rows, "falls", "watch")["Figure"] = "11 %"

    table = edited(exported(SMALL), change)
    result = imported(SMALL, table)
    assert result.text is None
    assert [fault.place for fault in result.faults] == ["Outcomes!L3", "Outcomes!D4"]
    assert result.rest is not None
    found = faults_of_cells(compiled(SMALL).diagnostics, compiled(result.rest).diagnostics, result)
    places = [fault.place for fault in in_order([*result.faults, *found], table)]
    assert places == ["Outcomes!F3", "Outcomes!L3", "Outcomes!D4", "Outcomes!E6"]


def test_a_row_that_the_aid_does_not_have_has_nothing_to_stand_in_for_its_wrong_cell() -> None:
    def change(rows: list[dict[str, str]]) -> None:
        new = {
            "Section": "What happens",
            "Outcome id": "fresh",
            "Option": "pills",
            "Figure": "1 in 10",
        }
        rows.append(new)

    result = imported(SMALL, edited(exported(SMALL), change))
    assert (result.text, result.rest) == (None, None)


def test_somebody_with_a_sheet_is_sent_to_a_column_and_not_to_a_line() -> None:
    help_ = "add a line: '- Time: ... months', or '- Time: not known: reason'"
    table = exported(SMALL)
    (fault,) = in_order([CellFault("Outcomes!C3", "no time", help_)], table)
    assert fault.place == "Outcomes!F3"
    assert fault.help == "write into the column 'Time': '... months', or 'not known: reason'"
    elsewhere = CellFault("index.md:3:1", "no time", help_)
    assert in_order([elsewhere, fault], table) == [fault, elsewhere]


def told_by_the_compiler(*change: str) -> list[tuple[str, str, bool]]:
    outcome, option, title, text = change

    def write(rows: list[dict[str, str]]) -> None:
        row_of(rows, outcome, option or None)[title] = text

    result = imported(SMALL, edited(exported(SMALL), write))
    assert result.text is not None
    faults = faults_of_cells(compiled(SMALL).diagnostics, compiled(result.text).diagnostics, result)
    return [(fault.place, fault.code, fault.stops) for fault in faults]


@pytest.mark.parametrize(
    ("change", "place", "code"),
    [
        (("ache", "tablets", "Figure", "11 %"), "Outcomes!E4", "DA026"),
        (("ache", "tablets", "Figure", ""), "Outcomes!E4", "DA025"),
        (("ache", "", "Time", "soon"), "Outcomes!F3", "DA029"),
        (("(all)", "", "Certainty", "sure"), "Outcomes!I2", "DA029"),
        (("ache", "", "Difference", "better"), "Outcomes!J3", "DA029"),
        (("ache", "", "Outcome", "<b>Aching</b>"), "Outcomes!C3", "DA021"),
    ],
)
def test_what_the_compiler_finds_is_told_by_the_cell(
    change: tuple[str, ...], place: str, code: str
) -> None:
    assert (place, code, True) in told_by_the_compiler(*change)


def test_what_was_wrong_before_is_not_blamed_on_the_sheet() -> None:
    assert told_by_the_compiler("ache", "tablets", "Figure", "112 in 1000 (90 to 137)") == []
    assert any(each.code.severity == "error" for each in compiled(SMALL).diagnostics)


def test_a_text_that_markdown_takes_for_something_else_is_named() -> None:
    """A line that begins with a stroke goes on with the table, and so is no longer a name."""

    def change(rows: list[dict[str, str]]) -> None:
        row_of(rows, "ache")["Outcome"] = "Aching"

    table = edited(exported(SMALL), change)
    (fault,) = unwritten(table, original(SMALL))
    assert fault.place == "Outcomes!C3"
    assert "'Aching'" in fault.message


def csv_fault(text: str | bytes) -> CellFault:
    raw = read_csv(text.encode() if isinstance(text, str) else text)
    if isinstance(raw, CellFault):
        return raw
    table = table_of(raw)
    return table.faults[0] if isinstance(table, OutcomeTable) else table[0]


TITLES = "Outcome id,Option,Figure"


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        (b"\xff\xfe", "Outcomes", "not text in UTF-8"),
        (b"a" * (MAX_BYTES + 1), "Outcomes", "larger than"),
        ("a\0b", "Outcomes", "no text"),
        ("", "Outcomes!A1", "lacks 'Outcome id' and 'Option' and 'Figure'"),
        ("Outcome id,Option", "Outcomes!A1", "lacks 'Figure'"),
        (f"{TITLES},Figur", "Outcomes!D1", "no column 'Figur'"),
        (f"{TITLES},Figure", "Outcomes!D1", "stands twice"),
        (f"{TITLES}\na,b,c,d", "Outcomes!D2", "without a title"),
        (f"{TITLES}\na,b,=1+1", "Outcomes!C2", "a formula"),
        (f"{TITLES}\na,b, =1+1", "Outcomes!C2", "a formula"),
        (f'{TITLES}\na,b,"open', "Outcomes!A2", "quotes"),
        (f"{TITLES}\na,b,{'c' * (MAX_CELL + 1)}", "Outcomes!C2", "more than"),
        (f"{TITLES}{chr(10)}" + "a,b,c\n" * MAX_ROWS, "Outcomes", "rows"),
        (TITLES + ",x" * 61, "Outcomes!BI1", "columns"),
    ],
)
def test_a_text_from_a_stranger_that_will_not_do_is_refused(
    text: str | bytes, place: str, words: str
) -> None:
    fault = csv_fault(text)
    assert (fault.place, words in fault.message) == (place, True), fault


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_other_delimiters_of_spreadsheet_programs_are_read(delimiter: str) -> None:
    raw = read_csv(delimiter.join(["Outcome id", "Option", "Figure"]).encode())
    assert isinstance(raw, RawCells)
    assert isinstance(table_of(raw), OutcomeTable)


def test_no_cell_of_a_csv_file_can_be_taken_for_a_formula() -> None:
    def change(rows: list[dict[str, str]]) -> None:
        row_of(rows, "ache")["Note"] = "=1+1"
        row_of(rows, "falls")["Note"] = "@cmd"

    raw = write_csv(edited(exported(SMALL), change)).decode("utf-8-sig")
    assert "'=1+1" in raw
    assert "'@cmd" in raw
    assert ",=1+1" not in raw


def test_columns_have_the_letters_of_a_spreadsheet() -> None:
    assert [letter(n) for n in (0, 25, 26, 51, 52, 701, 702)] == [
        "A", "Z", "AA", "AZ", "BA", "ZZ", "AAA",
    ]  # fmt: skip
