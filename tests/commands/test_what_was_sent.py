"""``decisionaid record`` and ``decisionaid plan`` take what was sent in the same way, whatever it is."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.plans import plan_text
from tests.record.five import record_of
from tests.test_cli import Ended, run, run_on_terminal


@dataclass(frozen=True)
class Kind:
    """A group of commands, and the text of one thing that it reads."""

    name: str
    text: str

    @property
    def says(self) -> str:
        """Return how a count of such things begins."""
        return f"{self.name.capitalize()}s"


# On one line, as it may stand among others.
PLAN = json.dumps(json.loads(plan_text("budget")), separators=(",", ":"), ensure_ascii=False)
KINDS = (Kind("record", record_of("typical").model_dump_json()), Kind("plan", PLAN))
both = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
on_posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")


def alone(folder: Path, *arguments: str, given: str = "") -> Ended:
    """Run the command in a process of its own, at the end of a pipe: one that waits for ever fails."""
    ended = subprocess.run(
        [sys.executable, "-m", "decisionaid", *arguments],
        cwd=folder, input=given.encode("utf-8"), capture_output=True, timeout=60, check=False,
    )  # fmt: skip
    return Ended(ended.returncode, ended.stdout.decode("utf-8"), ended.stderr.decode("utf-8"))


def reasons(folder: Path) -> list[dict[str, Any]]:
    lines = (folder / "reasons.ndjson").read_text(encoding="utf-8").splitlines()
    return [json.loads(each) for each in lines]


@pytest.mark.long
@both
@on_posix
@pytest.mark.parametrize("name", ["pipe.ndjson", "pipe.json", "pipe"])
def test_a_pipe_is_named_and_never_waited_for(name: str, kind: Kind, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / name)
    (tmp_path / "sound.json").write_text(kind.text, encoding="utf-8")
    ended = alone(tmp_path, kind.name, "check", name, "sound.json", "--set-aside", "aside")
    assert ended.returncode == 1
    assert f"{name}: this is a pipe, a device" in ended.stderr
    assert "sound.json: sound" in ended.stdout
    assert f"{kind.says} sound: 1, with faults: 0, set aside: 1" in ended.stderr
    assert [each["file"] for each in reasons(tmp_path / "aside")] == [None]


@pytest.mark.long
@both
@on_posix
def test_a_device_and_what_leads_nowhere_are_named_in_a_folder_too(
    kind: Kind, tmp_path: Path
) -> None:
    sent = tmp_path / "sent"
    (sent / "folder.json").mkdir(parents=True)
    os.mkfifo(sent / "pipe.jsonl")
    (sent / "itself.json").symlink_to("itself.json")
    (sent / "nowhere.html").symlink_to("gone.html")
    (sent / "zero.ndjson").symlink_to("/dev/zero")
    ended = alone(tmp_path, kind.name, "check", "sent", "/dev/zero")
    assert ended.returncode == 1
    assert ended.stderr.count("this is a pipe, a device or a link that leads nowhere") == 5
    assert "folder.json" not in ended.stderr


@pytest.mark.long
@both
@on_posix
def test_a_pipe_on_standard_input_is_read(kind: Kind, tmp_path: Path) -> None:
    one = alone(tmp_path, kind.name, "check", "-", given=kind.text)
    assert (one.returncode, "standard input, line 1: sound" in one.stdout) == (0, True)
    lines = f"{kind.text}\nno such thing\n\n{kind.text}\n"
    many = alone(tmp_path, kind.name, "check", "-", given=lines)
    assert many.returncode == 1
    assert len(many.stdout.splitlines()) == 2
    assert "standard input, line 2: " in many.stderr
    (tmp_path / "many.ndjson").write_text(lines, encoding="utf-8")
    kept = alone(tmp_path, kind.name, "check", "many.ndjson", "--set-aside", "aside")
    assert kept.stdout == many.stdout.replace("standard input", "many.ndjson")
    assert [each["file"] for each in reasons(tmp_path / "aside")] == ["many-line-2.ndjson"]


@both
@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="only Linux has such a file")
def test_a_file_that_cannot_be_read_is_named_and_the_others_go_on(
    kind: Kind, tmp_path: Path
) -> None:
    (tmp_path / "sound.json").write_text(kind.text, encoding="utf-8")
    ended = run(tmp_path, kind.name, "check", "/proc/self/mem", "sound.json")
    assert ended.returncode == 1
    assert "/proc/self/mem: this could not be read" in ended.stderr
    assert "sound.json: sound" in ended.stdout


@both
@pytest.mark.parametrize("name", ["x" * 300, f"a/{'y' * 5000}.json", "", "nowhere\x1b[2J.json"])
def test_a_name_that_no_file_can_have_is_a_wrong_command_line(
    name: str, kind: Kind, tmp_path: Path
) -> None:
    ended = run(tmp_path, kind.name, "check", name)
    assert ended.returncode == 2
    assert ended.stderr.startswith("decisionaid: there is no file or folder '")
    assert len(ended.stderr.splitlines()) == 1
    assert "\x1b" not in ended.stderr
    assert len(ended.stderr) < 500


@both
def test_a_folder_without_anything_to_read_is_a_wrong_command_line(
    kind: Kind, tmp_path: Path
) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    ended = run(tmp_path, kind.name, "check", ".")
    assert ended.returncode == 2
    assert "no file there has a name that ends in .html" in ended.stderr


@both
@on_posix
@pytest.mark.parametrize("name", ["a\nb.json: sound", "a\x1b[2Jb", "a\u202eb", "a\rb", "a\udcffb"])
def test_a_name_of_a_file_writes_no_line_of_its_own(name: str, kind: Kind, tmp_path: Path) -> None:
    sent = tmp_path / "sent"
    sent.mkdir()
    (sent / f"{name}.html").write_text("Dear doctor", encoding="utf-8")
    (sent / f"{name}.json").write_text(kind.text, encoding="utf-8")
    ended = run(tmp_path, kind.name, "check", "sent", "--set-aside", "aside")
    assert len(ended.stdout.splitlines()) == 1
    assert len(ended.stderr.splitlines()) == 2
    assert not [each for each in "\x1b\u202e\r" if each in ended.stdout + ended.stderr]
    (kept,) = reasons(tmp_path / "aside")
    assert (tmp_path / "aside" / kept["file"]).read_text(encoding="utf-8") == "Dear doctor"


@both
def test_what_is_set_aside_never_takes_the_place_of_what_is_there(
    kind: Kind, tmp_path: Path
) -> None:
    sent = tmp_path / "sent"
    (sent / "again").mkdir(parents=True)
    (sent / "again" / "letter.html").write_text("Dear doctor", encoding="utf-8")
    (sent / "again" / f"a.{'b' * 200}.html").write_text("Dear nurse", encoding="utf-8")
    (sent / "letter.html").write_text("another letter", encoding="utf-8")
    for _ in range(2):
        ended = run(tmp_path, kind.name, "check", "sent/again", "--set-aside", "sent")
        assert ended.returncode == 1
    assert (sent / "letter.html").read_text(encoding="utf-8") == "another letter"
    for number in (2, 3):
        assert (sent / f"letter-{number}.html").read_text(encoding="utf-8") == "Dear doctor"
    assert len(reasons(sent)) == 4


@both
def test_names_that_differ_in_capitals_alone_become_two_files(kind: Kind, tmp_path: Path) -> None:
    for name in ("one/a.json", "two/A.json"):
        place = tmp_path / name
        place.parent.mkdir()
        place.write_text(kind.text, encoding="utf-8")
    ended = run(tmp_path, kind.name, "text", "one", "two", "--out", "texts")
    assert ended.returncode == 0, ended.stderr
    assert sorted(each.name for each in (tmp_path / "texts").iterdir()) == ["A-2.txt", "a.txt"]


@both
def test_a_file_that_is_too_large_is_named(kind: Kind, tmp_path: Path) -> None:
    (tmp_path / "huge.json").write_text("x" * 600_000, encoding="utf-8")
    ended = run(tmp_path, kind.name, "check", "huge.json")
    assert ended.returncode == 1
    assert "huge.json: this is too large" in ended.stderr


@pytest.mark.long
@both
@on_posix
def test_somebody_who_has_seen_enough_ends_it_without_a_fault(kind: Kind, tmp_path: Path) -> None:
    (tmp_path / "many.ndjson").write_text(f"{kind.text}\n" * 400, encoding="utf-8")
    command = [sys.executable, "-m", "decisionaid", kind.name, "text", "many.ndjson"]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.wait(60) == 0
        assert process.stderr.read() == b""


@pytest.mark.long
@both
@on_posix
def test_on_a_terminal_it_shows_how_far_it_is(kind: Kind, tmp_path: Path) -> None:
    (tmp_path / "many.ndjson").write_text(f"{kind.text}\n" * 300, encoding="utf-8")
    shown = run_on_terminal(tmp_path, "", kind.name, "check", "many.ndjson")[1]
    # It is drawn ten times a second, whatever the number is then.
    assert re.search(r"many\.ndjson, number \d+0\b", shown)
