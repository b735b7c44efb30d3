"""``decisionaid sheet`` as a person uses it, and what it does to files."""

from __future__ import annotations

import json
import re
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from decisionaid.commands.sheet import sheet
from decisionaid.disk import sheet_files as sheets
from tests.conftest import ROOT
from tests.exchange.sheets import SMALL

PAGE = ROOT / "site" / "authors" / "commands.md"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with one aid."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "aids" / "example"
    folder.mkdir(parents=True)
    (folder / "index.md").write_bytes(SMALL.encode())
    return folder / "index.md"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(sheet, [str(each) for each in arguments])


def test_an_export_writes_a_new_file_and_says_how_to_bring_it_back(place: Path) -> None:
    result = run("export", "aids/example")
    assert result.exit_code == 0, result.output
    assert Path("example-outcomes.xlsx").is_file()
    assert "sheet import aids/example/index.md example-outcomes.xlsx" in result.output
    assert place.read_bytes() == SMALL.encode()


def test_an_export_never_writes_over_a_file(place: Path) -> None:
    Path("a.csv").write_text("somebody's work")
    result = run("export", place, "--out", "a.csv")
    assert result.exit_code == 2
    assert Path("a.csv").read_text() == "somebody's work"


def test_an_export_names_the_numbers_that_no_sheet_holds(place: Path) -> None:
    test = (
        "| Test says yes | 8 in 1000 | 70 in 1000 |\n| Test says no | 2 in 1000 | 920 in 1000 |\n"
    )
    table = f"| | Has it | Does not |\n|---|---|---|\n{test}"
    place.write_text(
        f"{SMALL}\n## What the test finds {{.test option=tablets}}\n\n{table}", "utf-8"
    )
    result = run("export", "aids/example", "--out", "a.csv")
    assert result.exit_code == 0, result.output
    assert "Not in it: the numbers of 'What the test finds'." in result.output
    made = json.loads(run("export", "aids/example", "--out", "b.csv", "--format", "json").output)
    assert made["left_out"] == ["What the test finds"]


def test_all_wrong_cells_come_at_once_and_each_says_what_to_write(place: Path) -> None:
    run("export", place, "--out", "a.xlsx")
    book = openpyxl.load_workbook("a.xlsx")
    page = book["Outcomes"]
    page["E3"], page["D4"], page["E4"], page["F3"] = "=1", "pills", "11 %", "soon"
    book.save("a.xlsx")
    result = run("import", place, "a.xlsx", "--write")
    assert result.exit_code == 1
    places = re.findall(r"^(Outcomes![A-Z]+[0-9]+): error", result.output, re.MULTILINE)
    assert places == ["Outcomes!E3", "Outcomes!F3", "Outcomes!D4", "Outcomes!E4"]
    assert result.output.count("= help: ") == 4
    assert place.read_bytes() == SMALL.encode()


def test_a_sheet_brought_back_at_once_says_the_same(place: Path) -> None:
    for name in ("a.xlsx", "a.csv"):
        run("export", place, "--out", name)
        result = run("import", place, name, "--write")
        assert (result.exit_code, result.output) == (0, "The sheet and the aid say the same.\n")
    assert place.read_bytes() == SMALL.encode()


def change_csv(place: Path, before: str, after: str) -> None:
    run("export", place, "--out", "a.csv")
    text = Path("a.csv").read_text("utf-8-sig")
    assert before in text
    Path("a.csv").write_text(text.replace(before, after), encoding="utf-8", newline="")


def test_an_import_shows_the_difference_and_writes_only_when_it_is_told_to(place: Path) -> None:
    change_csv(place, "111 in 1000", "112 in 1000")
    shown = run("import", place, "a.csv")
    assert shown.exit_code == 0, shown.output
    assert "+| tablets | 112 in 1000 (90 to 137) |" in shown.output
    assert place.read_bytes() == SMALL.encode()
    written = run("import", place, "a.csv", "--write", "--format", "json")
    fields = json.loads(written.output)
    assert (fields["changed"], fields["written"], fields["faults"]) == (True, True, [])
    line, other = (
        "| tablets |   111 in 1000 (90 to 137)   |",
        "| tablets | 112 in 1000 (90 to 137) |",
    )
    assert place.read_text() == SMALL.replace(line, other)
    assert [each.name for each in place.parent.iterdir()] == ["index.md"]


def test_line_ends_and_a_byte_order_mark_stay(place: Path) -> None:
    data = b"\xef\xbb\xbf" + SMALL.replace("\n", "\r\n").encode()
    place.write_bytes(data)
    change_csv(place, "3 months", "4 months")
    assert run("import", place, "a.csv", "--write").exit_code == 0
    assert place.read_bytes() == data.replace(b"3 months", b"4 months")


def test_a_wrong_cell_is_named_and_nothing_is_written(place: Path) -> None:
    change_csv(place, "111 in 1000 (90 to 137)", "11 %")
    result = run("import", place, "a.csv", "--write")
    assert result.exit_code == 1
    assert "Outcomes!E4: error DA026: '11 %' is not a figure that can be read" in result.output
    assert "Nothing is written" in result.output
    assert place.read_bytes() == SMALL.encode()
    fields = json.loads(run("import", place, "a.csv", "--format", "json").output)
    assert fields["faults"][0]["place"] == "Outcomes!E4"
    assert fields["faults"][0]["stops"] is True


def test_an_aid_that_changed_in_between_is_not_written_over(place: Path) -> None:
    change_csv(place, "3 months", "4 months")
    proposal = sheets.propose(place, Path("a.csv"))
    place.write_text(SMALL + "\n")
    with pytest.raises(sheets.SheetError, match="has changed in between"):
        sheets.write(proposal)
    assert place.read_text() == SMALL + "\n"


def test_an_aid_that_cannot_be_read_whole_has_no_sheet(place: Path) -> None:
    place.write_text(SMALL.replace("3 months", "soon"))
    result = run("export", place)
    assert result.exit_code == 2
    assert not Path("example-outcomes.xlsx").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("export", "nowhere"),
        ("export", "aids/example", "--out", "a.ods"),
        ("import", "aids/example", "nothing.csv"),
    ],
)
def test_a_wrong_command_line_ends_with_two(place: Path, arguments: tuple[str, ...]) -> None:
    assert place.is_file()
    assert run(*arguments).exit_code == 2


def test_a_file_of_another_kind_is_refused_in_plain_words(place: Path) -> None:
    Path("a.pdf").write_bytes(b"%PDF")
    result = run("import", place, "a.pdf")
    assert result.exit_code == 1
    assert "a.pdf: error: this is neither an .xlsx nor a .csv file" in result.output


@pytest.mark.parametrize("name", sorted(sheet.commands))
def test_the_commands_page_names_every_option_of_a_command_and_no_other(name: str) -> None:
    section = PAGE.read_text("utf-8").split(f"\n## sheet {name}\n")[1].split("\n## ")[0]
    real = {opt for each in sheet.commands[name].params for opt in each.opts if opt[:2] == "--"}
    assert set(re.findall(r"--[a-z][a-z-]*", section)) == real
