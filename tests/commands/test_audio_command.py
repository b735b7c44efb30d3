"""``decisionaid audio`` as a person uses it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from decisionaid.cli import cli
from decisionaid.commands.audio import audio
from decisionaid.disk.aid_folder import aid_files
from decisionaid.disk.aid_pages import View
from tests.rules.examples import SPECIMEN

TEXT = SPECIMEN.read_text(encoding="utf-8")
TODAY = "2026-06-01"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return the folder of one aid."""
    folder = tmp_path / "example"
    folder.mkdir()
    (folder / "index.md").write_text(TEXT, encoding="utf-8")
    return folder


def run(*arguments: object, today: str = TODAY) -> Result:
    return CliRunner().invoke(audio, [*map(str, arguments), "--today", today])


@pytest.mark.long
def test_it_prints_what_a_build_puts_beside_the_aid(place: Path) -> None:
    result = run(place)
    assert result.exit_code == 0, result.output
    files = aid_files(place, place.parent, View()).files
    assert result.stdout == files["aids/example/audio.txt"].decode("utf-8")
    assert run(place / "index.md").stdout == result.stdout
    assert "[long pause]" in result.stdout.splitlines()


def test_it_writes_a_new_file_and_none_over_another(place: Path, tmp_path: Path) -> None:
    out = tmp_path / "example.txt"
    result = run(place, "-o", out)
    assert (result.exit_code, result.stdout) == (0, f"Wrote {out.as_posix()}\n")
    assert out.read_text("utf-8") == run(place).stdout
    out.write_text("mine", encoding="utf-8")
    again = run(place, "--out", out)
    assert again.exit_code == 2
    assert "is there already" in again.output
    assert out.read_text("utf-8") == "mine"


def test_a_dash_is_standard_output_and_no_file(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.iterdir())
    result = run(place, "-o", "-")
    assert (result.exit_code, result.stdout) == (0, run(place).stdout)
    assert sorted(tmp_path.iterdir()) == before


def test_an_aid_that_has_ended_has_no_figures_and_is_not_to_be_recorded(place: Path) -> None:
    before, after = (run(place, today=day).stdout for day in (TODAY, "2099-01-01"))
    assert " of 100 " in before
    assert " of 100 " not in after
    assert "Do not record this." in after
    assert "Do not record this." not in before


def test_a_withdrawn_aid_says_why_and_has_no_figures(place: Path) -> None:
    source = place / "index.md"
    withdrawn = (
        "status: withdrawn\nwithdrawn:\n  date: 2026-05-01\n  reason: a new trial came out\n"
    )
    source.write_text(TEXT.replace(_status_line(), withdrawn, 1), encoding="utf-8")
    said = run(place).stdout
    assert "a new trial came out" in said.lower()
    assert " of 100 " not in said


def _status_line() -> str:
    return next(line for line in TEXT.splitlines(keepends=True) if line.startswith("status:"))


def test_an_aid_with_errors_is_not_recorded(place: Path) -> None:
    (place / "index.md").write_text(TEXT.replace(" in 100", " in none"), encoding="utf-8")
    result = run(place)
    assert result.exit_code == 2
    assert "decisionaid check says which" in " ".join(result.output.replace("│", " ").split())
    assert result.stdout == ""


def test_where_there_is_no_aid_that_is_said(tmp_path: Path) -> None:
    result = run(tmp_path / "nothing")
    assert result.exit_code == 2
    assert "there is no aid at" in result.output


def test_its_help_has_an_example() -> None:
    shown = CliRunner().invoke(cli, ["audio", "--help"])
    assert "decisionaid audio aids/knee-pain" in shown.output
