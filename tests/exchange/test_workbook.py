"""The workbook: what a person finds in it, and what is refused in one from a stranger."""

from __future__ import annotations

import io
import re
import sys
import zipfile
from datetime import date

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from decisionaid.exchange.columns import COLUMNS, TITLES
from decisionaid.exchange.marked_cells import marked_inside
from decisionaid.exchange.table import MAX_BYTES, CellFault, RawCells
from decisionaid.exchange.workbook import MAX_UNPACKED, SheetsMissing, read_xlsx, write_xlsx
from tests.exchange.sheets import SMALL, edited, exported, original, row_of

DATA = write_xlsx(exported(SMALL), original(SMALL).choices)


def opened(data: bytes = DATA) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def page_of(book: openpyxl.Workbook) -> Worksheet:
    page = book["Outcomes"]
    assert isinstance(page, Worksheet)
    return page


def saved(book: openpyxl.Workbook) -> bytes:
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def refusal(data: bytes) -> CellFault:
    fault = read_xlsx(data)
    assert isinstance(fault, CellFault), fault
    return fault


def test_the_sheet_comes_first_then_the_guide_and_the_lists_are_hidden() -> None:
    states = [(name, opened()[name].sheet_state) for name in opened().sheetnames]
    assert states == [("Outcomes", "visible"), ("Guide", "visible"), ("Lists", "hidden")]


def test_titles_are_locked_and_everything_below_is_open() -> None:
    page = page_of(opened())
    assert page.protection.sheet
    assert not page.protection.password
    assert all(page.cell(1, n).protection.locked for n in range(1, len(COLUMNS) + 1))
    assert not any(cell.protection.locked for row in page.iter_rows(min_row=2) for cell in row)


def test_drop_downs_offer_what_the_aid_knows() -> None:
    book = opened()
    lists = {
        str(column[0].value): [cell.value for cell in column[1:] if cell.value]
        for column in book["Lists"].iter_cols()
    }
    assert lists["Option"] == ["watch", "tablets", "rest", "dummy", "others"]
    assert lists["Source"] == ["review", "trial"]
    assert lists["Direction"] == ["good", "bad", "neutral", "about-the-study"]
    assert "high" in lists["Certainty"]
    rules = page_of(book).data_validations.dataValidation
    columns = {TITLES[ord(str(rule.sqref)[0]) - 65]: rule.showErrorMessage for rule in rules}
    assert columns["Option"] is True
    assert columns["Certainty"] is False, "a reason may follow"


def test_the_guide_explains_every_column() -> None:
    guide = opened()["Guide"]
    first = [row[0].value for row in guide.iter_rows()]
    assert [title for title in TITLES if title not in first] == []
    assert any("made up" in str(row[1].value) for row in guide.iter_rows())


def test_no_cell_is_a_formula_whatever_its_text() -> None:
    def change(rows: list[dict[str, str]]) -> None:
        row_of(rows, "ache")["Note"] = "=HYPERLINK(1)"
        row_of(rows, "falls")["Note"] = "#N/A and _x0041_"
        row_of(rows, "sleep")["Note"] = "#N/A"

    table = edited(exported(SMALL), change)
    data = write_xlsx(table, original(SMALL).choices)
    kinds = {cell.data_type for row in page_of(opened(data)).iter_rows() for cell in row}
    assert kinds <= {"s", "n"}
    raw = read_xlsx(data)
    assert isinstance(raw, RawCells)
    notes = [row[TITLES.index("Note")] for row in raw.rows]
    assert [note for note in notes[1:] if note] == [
        "=HYPERLINK(1)", "#N/A and _x0041_", "#N/A",
    ]  # fmt: skip


def test_the_file_does_not_say_when_it_was_made() -> None:
    with zipfile.ZipFile(io.BytesIO(DATA)) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml")
    assert f"{date.today().year}".encode() not in core  # noqa: DTZ011 - any clock will do


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("=1+1", "a formula stands"),
        (date(2026, 3, 12), "made a date"),
        ("a" * 9000, "more than"),
    ],
)
def test_a_cell_that_holds_no_words_is_named(value: object, words: str) -> None:
    book = opened()
    page_of(book)["E3"].value = value
    page_of(book)["F3"].value = "=2+2"
    raw = read_xlsx(saved(book))
    assert isinstance(raw, RawCells)
    assert [fault.place for fault in raw.faults] == ["Outcomes!E3", "Outcomes!F3"]
    assert words in raw.faults[0].message
    assert raw.rows[2][4:6] == ["", ""]


RAISED = InlineFont(vertAlign="superscript")
STRUCK = InlineFont(strike=True)


@pytest.mark.parametrize("inline", [False, True])
@pytest.mark.parametrize(
    ("parts", "message"),
    [
        (["36 of 199", TextBlock(RAISED, "2")], "raised characters stand in this cell: '2'"),
        (
            ["1", TextBlock(InlineFont(vertAlign="subscript"), "0"), " in 100"],
            "lowered characters stand in this cell: '0'",
        ),
        (
            ["do ", TextBlock(STRUCK, "not "), "ache"],
            "struck-out characters stand in this cell: 'not'",
        ),
    ],
)
def test_raised_and_struck_out_characters_are_refused_by_cell(
    parts: list[str | TextBlock], message: str, *, inline: bool
) -> None:
    book = opened()
    page_of(book)["E3"].value = CellRichText(*parts)
    page_of(book)["F3"].value = CellRichText("plain ", TextBlock(InlineFont(b=True), "bold"))
    raw = read_xlsx(with_shared_strings(saved(book)) if not inline else saved(book))
    assert isinstance(raw, RawCells)
    assert [(fault.place, fault.message) for fault in raw.faults] == [("Outcomes!E3", message)]
    assert raw.rows[2][4:6] == ["", "plain bold"]


def test_a_cell_that_is_struck_out_as_a_whole_is_refused() -> None:
    book = opened()
    page_of(book)["E3"].value = "36 of 199"
    page_of(book)["E3"].font = Font(strike=True)
    page_of(book)["E4"].font = Font(vertAlign="superscript")
    page_of(book)["E4"].value = 2
    page_of(book)["E5"].font = Font(strike=True)
    page_of(book)["E5"].value = None
    raw = read_xlsx(saved(book))
    assert isinstance(raw, RawCells)
    assert [fault.place for fault in raw.faults] == ["Outcomes!E3", "Outcomes!E4"]


def test_what_nobody_sees_in_a_cell_or_beside_it_is_named() -> None:
    book = opened()
    page = page_of(book)
    page["E3"].font = Font(color="FFFFFFFF")
    page["E3"].value = "36 of 199"
    page["E4"].comment = Comment("should be 25", "somebody")
    page["E4"].value = "20 of 199"
    page.row_dimensions[5].hidden = True
    page["E6"].font = Font(color="FFFFFFFF")
    page["E6"].fill = PatternFill("solid", fgColor="FF003366")
    page["E6"].value = "white on blue"
    raw = read_xlsx(saved(book))
    assert isinstance(raw, RawCells)
    assert [(fault.place, fault.message.split(",")[0]) for fault in raw.faults] == [
        ("Outcomes!E3", "white characters stand in this cell: '36 of 199'"),
        ("Outcomes!E4", "a comment stands at this cell"),
        ("Outcomes!B5", "this row is hidden"),
    ]
    assert "'should be 25'" in raw.faults[1].message


def test_what_stands_in_a_hidden_column_is_named_once() -> None:
    book = opened()
    page = page_of(book)
    page.column_dimensions["E"].hidden = True
    page.column_dimensions["G"].hidden = True
    raw = read_xlsx(saved(book))
    assert isinstance(raw, RawCells)
    assert [(fault.place, fault.message.split(",")[0]) for fault in raw.faults] == [
        ("Outcomes!E1", "this column is hidden"),
        ("Outcomes!G1", "this column is hidden"),
    ]


def test_a_column_without_a_width_is_as_good_as_hidden() -> None:
    sheet = (
        b"<worksheet><cols><col min='2' max='3' width='0'/><col min='x' max='9' width='y'/></cols>"
        b"<sheetData><row r='1'><c r='A1'><v>1</v></c><c r='B1'/><c r='C1'><v>3</v></c></row>"
        b"<row r='2' ht='0'><c r='A2'><v>1</v></c></row></sheetData></worksheet>"
    )
    found = [
        (fault.place, fault.message.split(",")[0]) for fault in marked_inside(io.BytesIO(sheet))
    ]
    assert found == [("{}!C1", "this column is hidden"), ("{}!A2", "this row is hidden")]


def test_a_format_that_shows_nothing_of_a_cell_is_named() -> None:
    book = opened()
    page = page_of(book)
    page["E3"].value, page["E3"].number_format = "36 of 199", ";;;"
    page["E4"].value, page["E4"].number_format = 7, ";;;"
    page["E5"].value, page["E5"].number_format = "20 of 199", "0;-0"
    raw = read_xlsx(saved(book))
    assert isinstance(raw, RawCells)
    assert [fault.message for fault in raw.faults] == [
        "the format of this cell hides what it holds: '36 of 199'",
        "the format of this cell hides what it holds: '7'",
    ]


def test_a_sheet_that_nobody_sees_is_not_read() -> None:
    book = opened()
    page_of(book).sheet_state = "hidden"
    fault = read_xlsx(saved(book))
    assert isinstance(fault, CellFault)
    assert "hidden" in fault.message


def with_shared_strings(data: bytes) -> bytes:
    """Write the rich texts of a workbook as spreadsheet programs do, in one list of strings."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {part.filename: archive.read(part) for part in archive.infolist()}
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    strings = f'<sst xmlns="{main}"></sst>'
    page = parts["xl/worksheets/sheet1.xml"].decode()
    found = re.findall(
        r'(<c r="[A-Z]+[0-9]+"[^>]*?) t="inlineStr"><is>(.*?)</is></c>', page, re.DOTALL
    )
    assert found, page[:400]
    for count, (opening, text) in enumerate(found):
        old = f'{opening} t="inlineStr"><is>{text}</is></c>'
        page = page.replace(old, f'{opening} t="s"><v>{count}</v></c>')
        strings = strings.replace("</sst>", f"<si>{text}</si></sst>")
    assert "inlineStr" not in page
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    override = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/></Types>'
    types = parts["[Content_Types].xml"].decode()
    assert "sharedStrings" not in types
    parts["[Content_Types].xml"] = types.replace("</Types>", override).encode()
    parts["xl/sharedStrings.xml"] = strings.encode()
    parts["xl/worksheets/sheet1.xml"] = page.encode()
    return packed(**parts)


def test_a_copy_of_the_sheet_that_says_something_else_is_not_passed_over() -> None:
    book = opened()
    copy = book.copy_worksheet(page_of(book))
    copy.title = "Outcomes (2)"
    assert isinstance(read_xlsx(saved(book)), RawCells)
    copy["E3"].value = "36 of 199"
    assert "the sheet 'Outcomes (2)' holds outcomes too" in refusal(saved(book)).message


def test_a_sheet_of_other_things_is_let_alone() -> None:
    book = opened()
    book.create_sheet("My notes")["A1"].value = "ask again"
    assert isinstance(read_xlsx(saved(book)), RawCells)


def test_no_more_than_a_hundred_wrong_cells_are_named() -> None:
    book = opened()
    for row in range(2, 9):
        for column in range(1, 26):
            page_of(book).cell(row, column).value = "=1"
    raw = read_xlsx(saved(book))
    assert isinstance(raw, RawCells)
    assert len(raw.faults) == 100


def test_numbers_that_a_spreadsheet_made_of_words_are_read_as_written() -> None:
    book = opened()
    page = page_of(book)
    page["E3"].value, page["E4"].value, page["E5"].value = 12, 12.5, True
    raw = read_xlsx(saved(book))
    assert isinstance(raw, RawCells)
    assert [row[4] for row in raw.rows[2:5]] == ["12", "12.5", "yes"]


@pytest.mark.long
def test_a_row_far_below_or_a_column_far_out_is_refused_at_once() -> None:
    book = opened()
    page_of(book)["A1000000"].value = "far"
    assert "rows" in refusal(saved(book)).message
    book = opened()
    page_of(book).cell(2, 61).value = "out"
    assert "columns" in refusal(saved(book)).message


def test_a_workbook_without_the_sheet_is_refused() -> None:
    book = opened()
    page_of(book).title = "Else"
    assert "no sheet 'Outcomes'" in refusal(saved(book)).message


def packed(**parts: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return data.getvalue()


def test_a_file_that_unpacks_into_much_more_is_refused_before_it_is_unpacked() -> None:
    assert "unpacks" in refusal(packed(a=b"\0" * (MAX_UNPACKED + 1))).message
    assert "unpacks" in refusal(packed(**{f"a{n}": b"" for n in range(300)})).message


def test_entities_are_refused() -> None:
    with zipfile.ZipFile(io.BytesIO(DATA)) as archive:
        parts = {part.filename: archive.read(part) for part in archive.infolist()}
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    assert "no workbook needs" in refusal(packed(**{**parts, "xl/workbook.xml": bomb})).message
    wide = bomb.decode().encode("utf-16")
    assert "no workbook needs" in refusal(packed(**{**parts, "xl/workbook.xml": wide})).message


@pytest.mark.parametrize("data", [b"", b"PK", b"a" * (MAX_BYTES + 1), packed(a=b"<a/>")])
def test_what_is_no_workbook_gets_a_plain_word(data: bytes) -> None:
    fault = refusal(data)
    assert fault.place == "Outcomes"
    assert fault.help


@given(st.integers(0, len(DATA) - 1), st.binary(min_size=1, max_size=8))
def test_a_damaged_workbook_never_breaks_the_reader(at: int, noise: bytes) -> None:
    assert isinstance(read_xlsx(DATA[:at] + noise + DATA[at + len(noise) :]), RawCells | CellFault)


def test_without_openpyxl_the_caller_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(SheetsMissing, match="install decisionaid"):
        read_xlsx(DATA)
