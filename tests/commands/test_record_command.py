"""``decisionaid record`` as a person uses it: files, folders and pipes, and what cannot be read set aside."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from decisionaid.commands.record import record
from decisionaid.compiler import compile_aid
from decisionaid.model.record import Record
from decisionaid.record.fhir import fhir_text
from decisionaid.record.prsb import prsb_text
from decisionaid.record.text_form import record_text
from decisionaid.record.token import token_of
from tests.conftest import ROOT
from tests.our_aids import KNEE, source_of
from tests.record.five import FIVE, WORDS, record_of

PAGE = ROOT / "site" / "authors" / "commands.md"
SAVED = {name: record_of(name) for name in FIVE}
TYPICAL = SAVED["typical"]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with a site, and with the records of five people and what is none."""
    monkeypatch.chdir(tmp_path)
    known = tmp_path / "build" / "site" / "aids" / KNEE
    known.mkdir(parents=True)
    known.joinpath("aid.json").write_text(json.dumps({"words": WORDS.model_dump(mode="json")}))
    saved = tmp_path / "saved"
    saved.mkdir()
    for name, each in SAVED.items():
        saved.joinpath(f"{name}.json").write_text(each.model_dump_json())
    return saved


def run(*arguments: object, given: str | None = None) -> Result:
    return CliRunner().invoke(record, [str(each) for each in arguments], input=given)


def lines_of(records: dict[str, Record]) -> str:
    return "\n".join(each.model_dump_json() for each in records.values())


def test_a_record_becomes_the_text_that_the_page_copies(place: Path) -> None:
    result = run("text", place / "typical.json")
    assert result.exit_code == 0, result.output
    assert result.stdout == record_text(TYPICAL, WORDS) + "\n"
    long = run("text", place / "typical.json", "--form", "long")
    assert long.stdout == record_text(TYPICAL, WORDS, "long") + "\n"


@pytest.mark.parametrize(("command", "make"), [("fhir", fhir_text), ("prsb", prsb_text)])
def test_a_record_becomes_one_line_of_json(command: str, make: object, place: Path) -> None:
    result = run(command, place / "typical.json")
    assert result.exit_code == 0, result.output
    assert callable(make)
    assert result.stdout == f"{make(TYPICAL, WORDS)}\n"


def test_prsb_names_what_is_mandatory_and_missing(place: Path) -> None:
    result = run("prsb", place / "typical.json")
    for named in ("Who the person is", "Recording the decision", "Problem list", "Contacts with"):
        assert named in result.stderr
    assert '"Shared decision status":"in progress"' in result.stdout
    assert "valid" not in result.stdout.lower().replace("invalid", "")


@pytest.mark.parametrize(
    ("seen", "now"),
    [
        ({"clock": "expired"}, None),
        ({"later": [{"after": "2026-11-28", "state": "expired", "said": "Ended."}]}, None),
        ({}, {"clock": "withdrawn", "source_sha256": "f" * 16}),
    ],
)
@pytest.mark.parametrize("command", ["prsb", "fhir", "text"])
def test_figures_that_may_not_be_used_any_more_are_written_nowhere(
    command: str,
    seen: dict[str, object],
    now: dict[str, object] | None,
    place: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    figure = WORDS.facts[0].figures[0].said
    long = ("--form", "long") if command == "text" else ()
    contradicting = place / "contradicting.json"
    before = run(command, contradicting, *long).stdout
    assert (figure in before) == (command == "prsb")
    monkeypatch.setenv("DECISIONAID_TODAY", "2026-11-29")
    words = WORDS.model_dump(mode="json") | {"gone": "Gone, as a made-up aid says."}
    aids = Path("build/site/aids") / KNEE
    (aids / "versions").mkdir()
    (aids / "versions" / f"{WORDS.source_sha256}.json").write_text(json.dumps(words | seen))
    (aids / "aid.json").write_text(json.dumps({"words": words | (seen if now is None else now)}))
    after = run(command, contradicting, *long)
    assert after.exit_code == 0, after.output
    told = [each.explanation for each in WORDS.checks]
    assert [each for each in (figure, *told) if each in after.stdout] == []
    assert any(each in before for each in (figure, *told))


def test_a_folder_goes_into_a_folder_one_file_each(place: Path) -> None:
    result = run("text", place, "--out", "texts")
    assert result.exit_code == 0, result.output
    assert sorted(each.stem for each in Path("texts").iterdir()) == sorted(SAVED)
    again = run("text", place, "--out", "texts")
    assert again.exit_code == 2
    assert "is there already" in again.output


def test_a_dash_is_standard_output_and_never_a_folder(place: Path) -> None:
    before = sorted(Path().rglob("*"))
    result = run("text", place, "--out", "-")
    assert (result.exit_code, result.stdout) == (0, run("text", place).stdout)
    aside = run("text", place, "--set-aside", "-")
    assert (aside.exit_code, aside.stdout) == (2, "")
    assert "--set-aside needs a name of its own" in aside.output
    assert sorted(Path().rglob("*")) == before


def test_what_cannot_be_read_is_named_and_set_aside_and_the_others_go_on(place: Path) -> None:
    place.joinpath("letter.html").write_text("Dear doctor")
    place.joinpath("cut.json").write_text(TYPICAL.model_dump_json()[:60])
    place.joinpath("picture.png").write_bytes(b"\x89PNG")
    place.joinpath("huge.txt").write_text("x" * 600_000)
    result = run("text", place, "--set-aside", "aside")
    assert result.exit_code == 1
    assert result.stdout.count("Nothing agreed.") == 5
    assert "letter.html: this is not a file that was saved from a decision aid" in result.stderr
    assert "Records sound: 5, with faults: 0, set aside: 3" in result.stderr
    reasons = [json.loads(e) for e in Path("aside/reasons.ndjson").read_text().splitlines()]
    assert {Path(each["input"]).name for each in reasons} == {"letter.html", "cut.json", "huge.txt"}
    kept = next(each["file"] for each in reasons if "letter" in each["input"])
    assert Path("aside", kept).read_text() == "Dear doctor"


def test_what_is_set_aside_never_takes_the_place_of_what_is_there(place: Path) -> None:
    inside = place / "sent"
    inside.mkdir()
    inside.joinpath("letter.html").write_text("Dear doctor")
    place.joinpath("letter.html").write_text("another letter")
    for _ in range(2):
        run("check", inside, "--set-aside", place)
    assert place.joinpath("letter.html").read_text() == "another letter"
    assert place.joinpath("letter-2.html").read_text() == "Dear doctor"
    assert place.joinpath("letter-3.html").read_text() == "Dear doctor"


@pytest.mark.parametrize("name", ["a\nb.json: sound", "a\x1b[2Jb", "a\u202eb", "a\rb"])
def test_a_name_of_a_file_writes_no_line_of_its_own(name: str, place: Path) -> None:
    place.joinpath(f"{name}.html").write_text("Dear doctor")
    place.joinpath(f"{name}.json").write_text(TYPICAL.model_dump_json())
    result = run("check", place)
    said = result.stdout + result.stderr
    assert len(said.splitlines()) == len(SAVED) + 3
    assert not [each for each in "\x1b\u202e\r" if each in said]


@pytest.mark.usefixtures("place")
def test_a_long_token_without_a_slash_is_no_name_of_a_file() -> None:
    for token in ("1" + "A1" * 2000, "2" + "0" * 6000):
        result = run("check", token)
        assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)
        assert "this token is" in result.stderr


def test_a_record_that_was_changed_is_read_and_said_to_be_changed(place: Path) -> None:
    text = TYPICAL.model_dump_json().replace("shops", "ships")
    place.joinpath("typical.json").write_text(text)
    result = run("text", place / "typical.json")
    assert result.exit_code == 1
    assert "changed or lost" in result.stderr
    assert "ships" in result.stdout


def test_a_pipe_takes_one_record_or_one_on_each_line(place: Path) -> None:
    one = run("text", "-", given=TYPICAL.model_dump_json())
    assert one.stdout == record_text(TYPICAL, WORDS) + "\n"
    block = '<script type="application/json" id="decisionaid-record">'
    page = f"<p>x</p>\n{block}\n{TYPICAL.model_dump_json()}\n</script>"
    assert run("text", "-", given=page).stdout == one.stdout
    many = run("fhir", "-", given=lines_of(SAVED) + "\nnot a record\n\n")
    assert many.exit_code == 1
    assert len(many.stdout.splitlines()) == 5
    assert "standard input, line 6" in many.stderr
    assert place.is_dir()


def test_a_token_is_read_as_an_argument_in_a_link_in_a_letter_and_on_each_line(place: Path) -> None:
    told = token_of(TYPICAL, WORDS)
    wanted = record_text(TYPICAL, WORDS) + "\n"
    link = f"https://clinic.example/clinician/#{told}"
    assert run("text", told).stdout == wanted
    assert run("text", link).stdout == wanted
    place.joinpath("letter.txt").write_text(f"Dear doctor, this is my code:\n{link}\nYours")
    assert run("text", place / "letter.txt").stdout == wanted
    many = run("fhir", "-", given=f"{told}\n{told[:-4]}\n{TYPICAL.model_dump_json()}\n")
    assert many.exit_code == 1
    first, second = many.stdout.splitlines()
    assert first == second
    assert "standard input, line 2" in many.stderr


def test_a_token_without_the_words_of_its_aid_says_what_it_needs(place: Path) -> None:
    result = run("text", token_of(TYPICAL, WORDS), "--aids", place)
    assert result.exit_code == 1
    assert f"a token of the aid {KNEE}, version {WORDS.version}" in result.stderr
    locked = run("text", "2" + token_of(TYPICAL, WORDS)[1:])
    assert "locked with a passphrase" in locked.stderr


def test_check_says_if_a_record_is_as_it_was_saved_and_names_what_its_aid_has(
    place: Path,
) -> None:
    assert run("check", place).exit_code == 0
    other = TYPICAL.model_dump(mode="json")
    other["values"][0]["id"] = "made-up"
    place.joinpath("typical.json").write_text(json.dumps(other))
    result = run("check", place / "typical.json", "--format", "json")
    assert result.exit_code == 1
    told = json.loads(result.stdout)
    assert told["altered"] is True
    assert told["unknown"] == ["values/made-up"]
    assert told["words_found"] is True


def test_migrate_writes_the_record_of_today(place: Path) -> None:
    result = run("migrate", place / "typical.json")
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout) == TYPICAL.model_dump(mode="json")


def test_migrate_fills_in_what_an_older_file_lacks(place: Path) -> None:
    data = TYPICAL.model_dump(mode="json")
    old = {name: value for name, value in data.items() if name not in ("kept_back", "noted")}
    place.joinpath("old.json").write_text(json.dumps(old))
    result = run("migrate", place / "old.json")
    made = json.loads(result.stdout)
    assert made["kept_back"] == []
    # It is not as it was sealed, and must not look as if it were.
    assert (made["crc32"] == "0" * 8) is (result.exit_code == 1)


@pytest.mark.parametrize("is_todays", [True, False])
def test_the_words_of_that_very_text_are_found_in_sources_too(
    is_todays: bool, tmp_path: Path
) -> None:
    todays = compile_aid(source_of(KNEE)).sha256
    data = TYPICAL.model_dump(mode="json")
    data["aid"]["source_sha256"] = todays if is_todays else "0" * 16
    one = tmp_path / "one.json"
    one.write_text(json.dumps(data))
    result = run("check", one, "--aids", ROOT / "aids", "--format", "json")
    assert json.loads(result.stdout)["words_found"] is is_todays


@pytest.mark.parametrize("command", ["check", "text", "fhir", "prsb", "migrate"])
def test_a_place_that_is_not_there_is_a_wrong_command_line(command: str) -> None:
    result = run(command, "nowhere.html")
    assert result.exit_code == 2
    assert "there is no file or folder" in result.output


@pytest.mark.parametrize("command", ["check", "text", "fhir", "prsb", "migrate"])
def test_help_has_an_example_and_the_handbook_describes_the_command(command: str) -> None:
    result = run(command, "--help")
    assert f"Example: decisionaid record {command}" in " ".join(result.output.split())
    assert f"record {command}" in PAGE.read_text("utf-8")
