# ruff: noqa: E501 - rows of tables are as long as they are
"""Outcomes in tables: to the long form and back, and through a sheet that knows only the long form."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from decisionaid.commands.check import check
from decisionaid.commands.sheet import sheet
from decisionaid.compiler import compile_aid
from decisionaid.disk.outcome_forms import in_form
from decisionaid.text import Source
from tests.exchange.sheets import AIDS, HEAD, SMALL

TABLES = (
    HEAD
    + """## What happens {.outcomes}

Some words first.

<!-- a comment -->

- Source: review
- Certainty: low
- Not in this study: rest

|  | Time | Said as | tablets | watch | Difference | Note |
|---|:--|---|---|---|---|---|
| Aching \\| now {#ache .bad .grid series=ache} | 3 months | still ache / do not ache | 20 in 100 | 10 in 100 | risk ratio 0.50 | |
| Aching {#ache-2 .bad series=ache} | 1 year | still ache / do not ache | 30 in 100 | 20 in 100 |  not reported | a \\| b |

- Source: trial
- Certainty: high
- others: not known: nobody asked

| | Time | Said as | tablets | dummy |
|---|---|---|---|---|
| Sick {#sick .bad} | 1 year | are sick / are well | 2 of 80 | |
| Well {#well .good} | 1 year | are well / are not well | 70 of 80 | 66 of 79 |

### Sleeping {#sleep .good}

- Source: trial
- Time: 1 week
- Said as: sleep / do not sleep

| option | figure |
|---|---|
| watch | 3 in 10 |
| others | not in this study |

## What nobody knows {.uncertain}

- Who gains. {#who}
"""
)


def aid_of(text: str) -> object:
    return compile_aid(Source("index.md", text, "example")).aid


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with one aid whose outcomes stand in tables."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "aids" / "example"
    folder.mkdir(parents=True)
    (folder / "index.md").write_bytes(TABLES.encode())
    return folder / "index.md"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(sheet, [str(each) for each in arguments])


def through_a_sheet(old: str, new: str) -> Result:
    run("export", "aids/example", "--out", "sheet.csv")
    path = Path("sheet.csv")
    text = path.read_text(encoding="utf-8-sig")
    assert text.count(old) == 1, text
    path.write_text(text.replace(old, new), encoding="utf-8-sig")
    return run("import", "aids/example", "sheet.csv", "--write")


@pytest.mark.parametrize("form", ["table", "long"])
@pytest.mark.parametrize("text", [TABLES, SMALL, TABLES.replace("\n", "\r\n")])
def test_an_aid_stays_the_same_in_either_form(text: str, form: str) -> None:
    made = in_form(Source("index.md", text, "example"), "table" if form == "table" else "long")
    assert aid_of(made) == aid_of(text)
    assert ("\n| | " in made.replace("\r", "")) is (form == "table" and text != SMALL)
    assert made.count("\r") == text.count("\r\n") * 0 + made.count("\n") * ("\r" in text)


@pytest.mark.long
@pytest.mark.parametrize("path", AIDS, ids=lambda path: path.parent.name)
def test_our_aids_stand_in_the_form_that_is_shorter(path: Path) -> None:
    source = Source("index.md", path.read_text(encoding="utf-8"), "example")
    long = in_form(source, "long")
    assert aid_of(long) == aid_of(source.text)
    assert len(long.split("\n")) > len(source.lines)
    tables = in_form(Source("index.md", long, "example"), "table")
    assert len(tables.split("\n")) >= len(source.lines)


def test_a_sheet_that_nobody_changed_changes_no_table(place: Path) -> None:
    run("export", "aids/example", "--out", "sheet.csv")
    result = run("import", "aids/example", "sheet.csv", "--write")
    assert result.output == "The sheet and the aid say the same.\n"
    assert place.read_bytes() == TABLES.encode()


def test_one_figure_changed_in_a_sheet_is_one_row_changed(place: Path) -> None:
    result = through_a_sheet("30 in 100", "31 in 100")
    assert result.exit_code == 0, result.output
    changed = place.read_text(encoding="utf-8").split("\n")
    before = TABLES.split("\n")
    assert len(changed) == len(before)
    differs = [
        n for n, line in enumerate(changed) if line.replace(" ", "") != before[n].replace(" ", "")
    ]
    assert [changed[n] for n in differs] == [
        "| Aching {#ache-2 .bad series=ache} | 1 year | still ache / do not ache | 31 in 100 | 20 in 100 | not reported | a \\| b |"
    ]


def test_a_wrong_cell_of_a_row_is_named_and_nothing_is_written(place: Path) -> None:
    result = through_a_sheet("70 of 80", "70 %")
    assert result.exit_code == 1
    assert "error DA026: '70 %' is not a figure that can be read" in result.output
    assert place.read_bytes() == TABLES.encode()


def test_a_field_that_no_column_has_gets_one(place: Path) -> None:
    result = through_a_sheet("are sick / are well", "are ill / are well")
    assert result.exit_code == 0, result.output
    assert "| Sick {#sick .bad} | 1 year | are ill / are well | 2 of 80 | |" in place.read_text(
        encoding="utf-8"
    )


def test_the_form_is_shown_first_and_written_when_asked(place: Path) -> None:
    shown = CliRunner().invoke(check, ["--diff", "--outcomes", "long", "aids/example"])
    assert shown.exit_code == 1
    assert "+### Sick {#sick .bad}" in shown.output
    assert place.read_bytes() == TABLES.encode()
    CliRunner().invoke(check, ["--fix", "--outcomes", "long", "--no-cache", "aids/example"])
    long = place.read_text(encoding="utf-8")
    assert "\n| | " not in long
    assert aid_of(long) == aid_of(TABLES)
    alone = CliRunner().invoke(check, ["--outcomes", "long", "aids/example"])
    assert alone.exit_code == 2


SAYS_LESS = TABLES.replace("| risk ratio 0.50 |", "| differ: P = 0.003 |").replace(
    """| | Time | Said as | tablets | dummy |
|---|---|---|---|---|
| Sick {#sick .bad} | 1 year | are sick / are well | 2 of 80 | |
| Well {#well .good} | 1 year | are well / are not well | 70 of 80 | 66 of 79 |
""",
    """| | Time | Said as | tablets | dummy | watch | Difference: tablets against dummy |
|---|---|---|---|---|---|---|
| Sick {#sick .bad} | 1 year | are sick / are well | a third | half | two-thirds | groups differ: P < 0.001 |
| Well {#well .good} | 1 year | were large / were small | 7 of 8 of the cuts | 6 of 7 of the cuts | 5 of 9 of the cuts | differ |
| Dead {#dead .bad} | 1 year | die / live | 2 to 3 fewer in 100 as printed | 1 to 2 fewer in 100 across studies | reference | |
""",
)


def test_forms_that_say_less_than_a_figure_stand_in_tables_too() -> None:
    source = Source("index.md", SAYS_LESS, "example")
    assert "groups differ" in SAYS_LESS
    assert "differ: P = 0.003" in SAYS_LESS
    long = in_form(source, "long")
    assert "- Difference: tablets against dummy: differ\n" in long
    assert "- Difference: groups differ: P < 0.001\n" in long
    assert "- Difference: watch against tablets: differ: P = 0.003\n" in long
    assert "\n| | " not in long
    assert aid_of(long) == aid_of(SAYS_LESS)
    table = in_form(Source("index.md", long, "example"), "table")
    assert "\n| | " in table
    assert aid_of(table) == aid_of(SAYS_LESS)


def test_a_figure_that_is_of_another_whole_goes_through_a_sheet(place: Path) -> None:
    place.write_bytes(SAYS_LESS.encode())
    through_a_sheet("7 of 8 of the cuts", "8 of 8 of the cuts")
    text = place.read_text(encoding="utf-8")
    assert "8 of 8 of the cuts" in text
    assert aid_of(text) == aid_of(SAYS_LESS.replace("7 of 8", "8 of 8"))
