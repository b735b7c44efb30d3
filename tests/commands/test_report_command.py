"""``decisionaid report`` as a person uses it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from decisionaid.commands.report import report
from decisionaid.model.quality import Quality
from tests.conftest import ROOT
from tests.rules.examples import SPECIMEN

TEXT = SPECIMEN.read_text(encoding="utf-8")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return the folder of one aid."""
    folder = tmp_path / "example"
    folder.mkdir()
    (folder / "index.md").write_text(TEXT, encoding="utf-8")
    return folder


def run(*arguments: object, today: str = "2026-06-01") -> Result:
    return CliRunner().invoke(report, [*map(str, arguments), "--today", today])


def test_it_says_what_is_open_before_what_is_met_and_that_it_is_no_certificate(place: Path) -> None:
    result = run(place)
    assert result.exit_code == 0, result.output
    lines = result.output.splitlines()
    assert lines[2].startswith("By its own check this aid meets ")
    open_ = next(n for n, line in enumerate(lines) if line.startswith("  not met: "))
    met = next(n for n, line in enumerate(lines) if line.startswith("  met: "))
    assert open_ < met
    assert "not a certificate" in lines[-1]


def test_our_own_reading_is_marked_wherever_it_stands(place: Path) -> None:
    output = run(place / "index.md").output
    assert "3.5.1* Patients were asked" in output
    assert re.search(r"met: 1\.1\.1, ", output)
    assert output.count("* our own reading of this item, not checked against the original") == 4


def test_a_program_gets_the_whole_of_it(place: Path) -> None:
    data = json.loads(run(place, "--format", "json").output)
    assert data["format"] == "decisionaid.quality/1"
    quality = Quality.model_validate_json(json.dumps(data))
    assert sum(len(each.items) for each in quality.standards) == 102


def test_a_study_gets_its_paragraph_with_every_item_on_the_aid(place: Path) -> None:
    output = run(place, "--sundae").output
    items = re.findall(r"\(SUNDAE-(\d+)\)$", output, re.MULTILINE)
    assert items == ["3", "4", "7", "8", "9", "10", "11", "12", "13"]
    assert "Should I have the example treatment?" in output
    assert "version 1.0.0, published 2026-01-15, at [address]" in output
    assert "It shows 2 options: 'Carry on as now' and 'Example treatment'." in output
    data = json.loads(run(place, "--sundae", "--format", "json").output)
    assert len(data["items"]) == 9


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("", "It was given to people ["),
        ("delivery: self\n", "It is made for people to go through on their own. It was given"),
        ("delivery: with-clinician\n", "It is made to be gone through together with a health prof"),
    ],
)
def test_a_study_is_told_how_the_aid_is_meant_to_be_used(
    place: Path, line: str, words: str
) -> None:
    text = TEXT.replace("funding: none\n", f"funding: none\n{line}", 1)
    (place / "index.md").write_text(text, encoding="utf-8")
    (said,) = [each for each in run(place, "--sundae").output.splitlines() if "SUNDAE-13" in each]
    assert said.startswith(words)
    assert "by whom, when, where and with what help" in said


def test_what_nobody_speaks_of_is_followed_by_how_to_say_it(place: Path) -> None:
    lines = run(place).output.splitlines()
    silent = next(n for n, line in enumerate(lines) if line.startswith("The authors do not say: "))
    assert "write each under 'development:' in the head" in lines[silent + 1]


@pytest.mark.parametrize(
    ("asked", "words"), [(1, "1 question to ask,"), (2, "2 questions to ask,")]
)
def test_a_study_is_told_how_many_questions_there_are(place: Path, asked: int, words: str) -> None:
    items = "\n".join(f"- What {number}? {{#ask-{number}}}" for number in range(asked))
    text = re.sub(
        r"^(## .*\{\.questions\}\n\n)(?:- .*\n)+", rf"\g<1>{items}\n", TEXT, flags=re.MULTILINE
    )
    (place / "index.md").write_text(text, encoding="utf-8")
    assert f"finds {words} can add" in run(place, "--sundae").output


def test_a_study_is_told_what_was_done_and_what_was_not(place: Path) -> None:
    record = (
        "development:\n"
        "  needs-patients: {done: yes, who: [adults], n: 9, date: 2026-01-05, document: 10.1000/x}\n"
        "  equality: {done: no}\n  feedback: {done: planned}\n"
    )
    (place / "index.md").write_text(
        TEXT.replace("funding: none\n", f"funding: none\n{record}", 1), encoding="utf-8"
    )
    (said,) = [each for each in run(place, "--sundae").output.splitlines() if "SUNDAE-7" in each]
    assert "asking patients what they need for this decision by adults, 9 people" in said
    assert "Planned: a way for users to send feedback" in said
    assert "Not done: looking at whom the aid may leave out" in said
    assert "Not reported: asking health professionals" in said


def test_the_real_aids_say_that_nobody_tested_them() -> None:
    for path in sorted((ROOT / "aids").glob("*/index.md")):
        quality = json.loads(run(path, "--format", "json", today="2026-11-22").output)
        done = {each["key"]: each["done"] for each in quality["development"]}
        assert set(done.values()) == {"no"}
        assert all(each["summary"] for each in quality["development"])


def test_an_aid_with_errors_is_reported_and_fails(place: Path) -> None:
    (place / "index.md").write_text(TEXT.replace("funding: none\n", ""), encoding="utf-8")
    result = run(place)
    assert result.exit_code == 1
    assert "not met: 2.3.1" in result.output


def test_what_cannot_be_read_gets_a_plain_word(place: Path) -> None:
    assert run(place / "nothing.md").exit_code == 2
    (place / "index.md").write_text("no head", encoding="utf-8")
    result = run(place)
    assert (result.exit_code, "cannot be read" in result.output) == (2, True)


def test_nothing_an_author_wrote_moves_the_terminal(place: Path) -> None:
    hostile = TEXT.replace("# The example condition", "# The \x1b[31mexample condition")
    (place / "index.md").write_text(hostile, encoding="utf-8")
    assert "\x1b" not in run(place).output
    assert "\x1b" not in run(place, "--sundae").output
