"""``decisionaid check``: its order, mending, profiles, progress, and what it remembers between runs."""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from decisionaid.commands.check import PROFILES
from decisionaid.diagnostics import by_kind
from decisionaid.rules import standards
from tests.conftest import ROOT
from tests.site_examples import GOOD, write_aids
from tests.test_cli import Ended, run, run_on_terminal

SOURCE = ROOT / "aids/carpal-tunnel/index.md"
SLIP = ("{.outcomes}", "{.outcoems}")
FIGURE = ("62 of 78", "62 off 78")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder with one real aid, and a cache of its own beside it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    shutil.copytree(SOURCE.parent, tmp_path / "project/aids/carpal-tunnel")
    return tmp_path / "project"


def planted(project: Path, *faults: tuple[str, str]) -> Path:
    """Plant faults in the aid of a project; return its path."""
    path = project / "aids/carpal-tunnel/index.md"
    text = path.read_text(encoding="utf-8")
    for before, wrong in faults:
        assert before in text
        text = text.replace(before, wrong, 1)
    path.write_text(text, encoding="utf-8", newline="\n")
    old = time.time() - 60
    for each in path.parent.rglob("*"):
        os.utime(each, (old, old))
    return path


def found(ended: Ended) -> list[dict[str, object]]:
    """Return the diagnostics of a check as JSON."""
    return list(json.loads(ended.stdout)["diagnostics"])


def test_errors_come_before_warnings(project: Path) -> None:
    planted(project, FIGURE, ("# Carpal", "# Carpal\u00a0"), SLIP)
    every = found(run(project, "check", "--format", "json"))
    order = {"error": 0, "warning": 1, "notice": 2}
    ranks = [order[str(each["severity"])] for each in every]
    assert ranks == sorted(ranks)
    assert {0, 1} <= set(ranks)


def test_among_warnings_what_harms_more_comes_first_wherever_it_stands(project: Path) -> None:
    # a loaded word far below (leans) comes before an address without encryption (housekeeping)
    planted(
        project, ("url: https:", "url: http:"), ("{.support}\n", "{.support}\n\nYou should call.\n")
    )
    every = found(run(project, "check", "--format", "json"))
    assert [(each["code"], each["kind"], each["harm"]) for each in every] == [
        ("DA205", "assist", "leans"),
        ("DA038", "auto", "housekeeping"),
    ]
    assert int(str(every[0]["line"])) > int(str(every[1]["line"]))
    sarif = json.loads(run(project, "check", "--format", "sarif").stdout)
    rules = sarif["runs"][0]["tool"]["driver"]["rules"]
    assert [each["properties"]["kind"] for each in rules] == ["auto", "assist"]


def test_an_unsafe_error_comes_before_the_others(project: Path) -> None:
    # a time taken out far below (DA303 could mislead) comes before a role misspelt far above
    planted(project, ("{.options}", "{.optoins}"), ("- Time: 18 months\n", ""))
    every = found(run(project, "check", "--format", "json"))
    assert [each["code"] for each in every][:2] == ["DA303", "DA011"]
    assert int(str(every[0]["line"])) > int(str(every[1]["line"]))


def test_diff_shows_what_fix_would_do_and_changes_nothing(project: Path) -> None:
    path = planted(project, SLIP, FIGURE)
    before = path.read_bytes()
    shown = run(project, "check", "--diff")
    assert shown.returncode == 1
    assert shown.stdout.startswith("--- aids/carpal-tunnel/index.md\n+++ ")
    changed = [line for line in shown.stdout.splitlines() if re.match(r"[-+][^-+]", line)]
    assert len(changed) == 2
    assert "Nothing is changed yet" in shown.stderr
    assert path.read_bytes() == before
    patched = subprocess.run(
        ["git", "apply", "-p0", "-"], input=shown.stdout, cwd=project, text=True, check=False
    )
    assert patched.returncode == 0
    assert path.read_text("utf-8") == before.decode().replace(SLIP[1], SLIP[0])


def test_fix_and_diff_together_change_nothing(project: Path) -> None:
    path = planted(project, SLIP)
    before = path.read_bytes()
    assert run(project, "check", "--fix", "--diff").returncode == 1
    assert path.read_bytes() == before


def test_diff_ends_with_0_when_nothing_would_change(project: Path) -> None:
    shown = run(project, "check", "--diff")
    assert (shown.returncode, shown.stdout) == (0, "")


def test_fix_mends_what_is_certain_and_tells_the_rest(project: Path) -> None:
    path = planted(project, SLIP, FIGURE)
    path.chmod(0o640)
    fixed = run(project, "check", "--fix", "--format", "json")
    assert fixed.returncode == 1
    assert "Mended 1 fault in 1 file." in fixed.stderr
    assert {each["code"] for each in found(fixed) if each["severity"] == "error"} == {"DA026"}
    assert path.read_text("utf-8") == SOURCE.read_text("utf-8").replace(*FIGURE, 1)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [each.name for each in path.parent.iterdir() if each.name.startswith(".")] == []


def test_fix_keeps_line_ends_and_a_byte_order_mark(project: Path) -> None:
    path = planted(project, SLIP)
    old = b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n")
    path.write_bytes(old)
    assert run(project, "check", "--fix").returncode == 0
    assert path.read_bytes() == old.replace(b"{.outcoems}", b"{.outcomes}")


def test_the_summary_says_how_many_can_be_mended(project: Path) -> None:
    planted(project, SLIP)
    assert "; --fix can mend 1 of them." in run(project, "check").stdout


def test_programs_get_the_edits(project: Path) -> None:
    planted(project, SLIP)
    (edit,) = [each for each in found(run(project, "check", "--format", "json")) if each["edits"]]
    assert edit["edits"] == [
        {
            "line": edit["line"],
            "column": edit["column"],
            "end_line": edit["line"],
            "end_column": edit["end_column"],
            "text": "outcomes",
        }
    ]
    sarif = json.loads(run(project, "check", "--format", "sarif").stdout)
    (fix,) = [one for each in sarif["runs"][0]["results"] for one in each.get("fixes", ())]
    (change,) = fix["artifactChanges"]
    assert change["artifactLocation"]["uri"] == "aids/carpal-tunnel/index.md"
    assert change["replacements"][0]["insertedContent"] == {"text": "outcomes"}
    assert change["replacements"][0]["deletedRegion"]["startLine"] == edit["line"]


def test_a_profile_keeps_what_could_mislead_and_what_cannot_be_read(project: Path) -> None:
    planted(project, SLIP, ("- Certainty: moderate:", "- Certainty: moderat:"))
    every = {each["code"] for each in found(run(project, "check", "--format", "json"))}
    kept = {
        each["code"]
        for each in found(run(project, "check", "--format", "json", "--profile", "his"))
    }
    assert {"DA011", "DA029"} <= kept <= every


def test_a_profile_says_that_it_leaves_something_out(project: Path) -> None:
    text = planted(project).read_text("utf-8").replace("option-order:", "# option-order:")
    (project / "aids/carpal-tunnel/index.md").write_text(text, "utf-8")
    every = len(found(run(project, "check", "--format", "json")))
    ended = run(project, "check", "--profile", "hca", "--format", "json")
    left_out = every - len(found(ended))
    assert left_out > 0
    assert f"Not shown, because 'hca' does not ask for it: {left_out}." in ended.stderr


def test_a_failure_of_warnings_alone_says_why(project: Path) -> None:
    text = planted(project).read_text("utf-8").replace("option-order:", "# option-order:")
    (project / "aids/carpal-tunnel/index.md").write_text(text, "utf-8")
    ended = run(project, "check", "--strict")
    length, *said = ended.stderr.splitlines()
    assert (ended.returncode, said) == (
        1,
        ["There is no error. Warnings fail here because of --strict."],
    )
    again = run(project, "check")
    assert (again.returncode, again.stderr.splitlines()) == (0, [length])


def test_how_long_each_aid_is_is_said_beside_what_is_found(project: Path) -> None:
    planted(project)
    told = re.compile(
        r"aids/carpal-tunnel/index\.md: about \d+\.\d screens of a phone, [\d,]+ words and \d+ minutes\. "
        r"Most words: '.+' \d+, '.+' \d+, '.+' \d+\.\n"
    )
    first, known = run(project, "check"), run(project, "check")
    assert told.fullmatch(first.stderr), first.stderr
    assert known.stderr == first.stderr
    assert "screens" not in first.stdout
    assert run(project, "check", "--format", "json").stderr == ""


@pytest.mark.parametrize("day", ["tomorrow", "2026-13-01", "22/11/2026"])
def test_what_is_no_day_is_refused_with_one_that_is(project: Path, day: str) -> None:
    ended = run(project, "check", "--today", day)
    assert ended.returncode == 2
    assert f"'{day}' is no day: write year-month-day, such as 2026-11-22." in ended.stderr


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("carpal-tunel", "Did you mean 'aids/carpal-tunnel'?"),
        ("aids/carpal-tunel/index.md", "Did you mean 'aids/carpal-tunnel'?"),
        ("aids/knee", "In the folder 'aids' there are: carpal-tunnel"),
    ],
)
def test_a_place_that_is_not_there_is_answered_with_those_that_are(
    project: Path, place: str, words: str
) -> None:
    ended = run(project, "check", place)
    assert (ended.returncode, words in ended.stderr) == (2, True), ended.stderr


def test_in_a_folder_without_aids_a_command_says_where_to_go(tmp_path: Path) -> None:
    ended = run(tmp_path, "check")
    assert ended.returncode == 2
    assert "Go to the folder that has a folder 'aids'" in ended.stderr
    assert "decisionaid new first-aid" in ended.stderr


def test_the_profiles_of_the_command_are_those_of_the_standards() -> None:
    assert set(PROFILES) == set(standards.PROFILES)


@pytest.mark.long
def test_many_aids_show_progress_on_a_terminal_and_none_in_a_pipe(tmp_path: Path) -> None:
    write_aids(tmp_path / "aids", **{f"aid_{number}": GOOD for number in range(25)})
    assert "Checking" in run_on_terminal(tmp_path, "", "check", "--no-cache")[1]
    assert run(tmp_path, "check", "--no-cache").stderr == ""


def entries(project: Path) -> list[Path]:
    """Return the files of the cache."""
    return sorted((project.parent / "cache").rglob("*.json"))


def test_a_second_check_says_the_same_without_compiling(project: Path) -> None:
    planted(project, FIGURE, SLIP)
    first = run(project, "check", "--format", "json")
    assert len(entries(project)) == 1
    code = (
        "import sys; from decisionaid.cli import main\n"
        "try: main(['check', '--format', 'json'])\n"
        "except SystemExit: pass\n"
        "print([m for m in ('pydantic', 'markdown_it', 'jinja2', 'yaml') if m in sys.modules])"
    )
    second = subprocess.run(
        [sys.executable, "-c", code], cwd=project, capture_output=True, text=True, check=True
    )
    assert second.stdout == f"{first.stdout}[]\n"


def test_a_change_of_the_text_the_day_a_picture_or_the_folder_is_seen(project: Path) -> None:
    path = planted(
        project, ("## About this aid\n", "## About this aid\n\n![A hand](images/hand.png)\n")
    )
    assert "DA040" in run(project, "check").stdout
    (path.parent / "images").mkdir(exist_ok=True)
    (path.parent / "images/hand.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"made up")
    assert "DA040" not in run(project, "check").stdout
    (path.parent / "images/hand.png").unlink()
    assert "DA040" in run(project, "check").stdout
    assert "expire" in run(project, "check", "--today", "2040-01-01").stdout
    planted(project, FIGURE)
    assert "DA026" in run(project, "check").stdout


@pytest.mark.long
@pytest.mark.parametrize(
    "spoilt",
    [
        b"",
        b"not json",
        b"[]",
        b"\xff\xfe",
        b'{"format": "decisionaid.checked/2"}',
        b"[" * 100_000,
        b'{"a": ' * 20_000,
    ],
)
def test_a_spoilt_entry_counts_as_not_there(project: Path, spoilt: bytes) -> None:
    planted(project, FIGURE)
    first = run(project, "check", "--format", "json")
    (entry,) = entries(project)
    good = entry.read_bytes()
    entry.write_bytes(spoilt)
    assert run(project, "check", "--format", "json") == first
    assert entry.read_bytes() == good


@pytest.mark.long
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"key": "', '"key": "0'),
        ('"format": "decisionaid.checked/2"', '"format": "decisionaid.checked/0"'),
        ('"error"', '"fatal"'),
        ('"auto"', '"proved"'),
        ('"misleads"', '"kills"'),
        ('"unsafe": ', '"unsafe": 1, "was": '),
        ('"span": [', '"span": [-1, '),
        ('"also": []', '"also": [[1, 2]]'),
        ('"message": "', '"message": 7, "was": "'),
    ],
)
def test_an_entry_of_another_form_counts_as_not_there(
    project: Path, before: str, after: str
) -> None:
    planted(project, FIGURE)
    first = run(project, "check", "--format", "json")
    (entry,) = entries(project)
    good = entry.read_text("utf-8")
    assert before in good
    entry.write_text(good.replace(before, after), "utf-8")
    assert run(project, "check", "--format", "json") == first
    assert entry.read_text("utf-8") == good


def test_no_cache_remembers_nothing(project: Path) -> None:
    planted(project, FIGURE)
    assert run(project, "check", "--no-cache").returncode == 1
    assert entries(project) == []


def test_a_cache_that_cannot_be_written_is_no_fault(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    planted(project, FIGURE)
    (project.parent / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(project.parent / "file"))
    ended = run(project, "check")
    assert (ended.returncode, len(ended.stderr.splitlines())) == (1, 1)


def test_nothing_is_written_into_the_project(project: Path) -> None:
    planted(project, FIGURE)
    before = sorted(project.rglob("*"))
    run(project, "check")
    assert sorted(project.rglob("*")) == before


@pytest.mark.long
def test_several_checks_at_once_say_the_same(project: Path) -> None:
    planted(project, FIGURE)
    command = [sys.executable, "-m", "decisionaid", "check", "--format", "json"]
    running = [
        subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, text=True) for _ in range(3)
    ]
    told = {process.communicate()[0] for process in running}
    assert len(told) == 1
    assert found(Ended(1, told.pop(), ""))
    assert len(entries(project)) == 1


def test_many_messages_are_told_by_kind_and_in_full_when_asked(project: Path) -> None:
    path = planted(project, FIGURE)
    text = re.sub(r"(\| \d+) of (?=\d)", r"\1 off ", path.read_text("utf-8"))
    path.write_text(text, encoding="utf-8", newline="\n")
    every = found(run(project, "check", "--format", "json"))
    assert len(every) > by_kind.FEW
    short, long = run(project, "check").stdout, run(project, "check", "--long").stdout
    assert len(short.splitlines()) * 2 < len(long.splitlines())
    for code in {str(each["code"]) for each in every}:
        assert len(re.findall(rf": (?:error|warning|notice) {code} ", short)) == 1
    assert "--long" in short.splitlines()[-1]
    assert f"Found {len(every)} errors in 1 file" in short


def test_few_messages_are_told_in_full_and_by_kind_when_asked(project: Path) -> None:
    planted(project, FIGURE)
    assert run(project, "check").stdout == run(project, "check", "--long").stdout
    assert "They are all of one kind" in run(project, "check", "--short").stdout


def test_forms_for_programs_hold_everything_so_they_are_never_short(project: Path) -> None:
    ended = run(project, "check", "--short", "--format", "json")
    assert ended.returncode == 2
    assert "--long and --short go with text" in ended.stderr
