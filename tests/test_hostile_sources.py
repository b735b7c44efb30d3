"""Whatever lies in a folder of aids is named within bounds; nothing is run, nothing is written.

Each check runs in a process of its own, whose memory and processor time the system itself bounds:
a source that would need more ends the process, and so fails the test on any machine.
"""

from __future__ import annotations

import json
import os
import random
import resource
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from decisionaid.compiler import MOST_OF_ONE_CODE
from decisionaid.compiler.fixes import applied
from decisionaid.diagnostics import Diagnostic, Edit
from decisionaid.disk import aid_folder
from decisionaid.disk.cache import Cache
from decisionaid.disk.checking import check_file
from decisionaid.disk.outcome_forms import in_form
from decisionaid.exchange.outcome_edits import lines_of
from decisionaid.read.text.characters import MAX_BYTES
from decisionaid.site import build_site
from decisionaid.text import Source, Span
from tests.conftest import ROOT
from tests.forked import run_bounded
from tests.site_examples import GOOD, PNG

pytestmark = pytest.mark.long  # many seconds in all; `make check` is for every commit

MEMORY = 768 * 1024 * 1024
"""Bytes of address space: some five times what a check of one aid takes."""

SECONDS = 60
"""Seconds of processor time, for a machine many times slower than most."""

HEAD = GOOD[: GOOD.index("\n---\n", 4) + 5]
BODY = GOOD[len(HEAD) :]


def head(lines: str) -> str:
    """Return an aid whose head ends with these lines."""
    return f"{HEAD[:-4]}{lines}\n---\n{BODY}"


def body(text: str) -> str:
    """Return an aid with a text in its first section."""
    return f"{HEAD}\n# Title\n\n{text}\n"


BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10)
)
RANDOM = random.Random(7).randbytes(100_000)  # noqa: S311 - not for secrets

TEXTS: dict[str, tuple[str | bytes, str]] = {
    "a head of 1 MB": (head(f"note: {'x' * 1_000_000}"), "DA002"),
    "a head of 300 kB": (head(f"note: {'x' * 300_000}"), "DA004"),
    "a head of many keys": (head("".join(f"k{n}: v\n" for n in range(6_000))), "DA004"),
    "aliases that multiply": (head(BOMB), "DA004"),
    "a merge key": (head("base: &b {a: 1}\nfunding: {<<: *b}"), "DA004"),
    "a tag that would run": (
        head('funding: !!python/object/apply:os.system ["touch run"]'),
        "DA004",
    ),
    "a tag of its own": (head("funding: !thing {a: b}"), "DA004"),
    "deep lists in the head": (head(f"funding: {'[' * 30_000}"), "DA004"),
    "deep groups in the head": (head(f"funding: {'{a: ' * 10_000}"), "DA004"),
    "deep keys in the head": (
        head("".join(f"{' ' * n}k:\n" for n in range(300))),
        "DA004",
    ),
    "several documents in the head": (head("--- \na: b\n--- \nc: d"), "DA022"),
    "deep lists": (body("".join(f"{'  ' * n}- a\n" for n in range(600))), "DA034"),
    "deep lists in one line": (body("- " * 100_000 + "a"), "DA034"),
    "deep quotes": (body("> " * 100_000), "DA022"),
    "brackets": (body("[" * 200_000), "DA101"),
    "stress": (body("*a **a " * 30_000), "DA101"),
    "bytes at random": (RANDOM, "DA001"),
    "bytes at random behind a head": (HEAD.encode() + RANDOM, "DA001"),
    "a picture": (PNG, "DA001"),
    "zeros": (bytes(100_000), "DA001"),
    "UTF-16": (GOOD.encode("utf-16"), "DA001"),
    "UTF-32": (GOOD.encode("utf-32"), "DA001"),
    "Latin-1": (GOOD.replace("Example", "Exämple").encode("latin-1"), "DA001"),
    "halves of characters": (GOOD.encode().replace(b"Example", b"\xed\xa0\x80"), "DA001"),
    "an overlong slash": (GOOD.encode().replace(b"Example", b"\xc0\xaf"), "DA001"),
    "a header of a table with 100,000 cells": (
        body(f"{'|a' * 100_000}|\n{'|-' * 100_000}|\n"),
        "DA030",
    ),
    "a table with 200,000 cells": (
        body(f"## C {{.compare}}\n\n| | a |\n|---|---|\n{'|b|c|' * 1}\n" + "| b | c |\n" * 40_000),
        "DA014",
    ),
    "a million headings": (body("# a\n" * 1_000_000), "DA002"),
    "100,000 headings": (body("## a\n\n" * 80_000), "DA101"),
    "letters of another alphabet, and a few of ours": (body(("а" * 50_000 + " a") * 4), "DA101"),
    "letters of two alphabets in turn": (body("aа" * 120_000), "DA046"),
    "marks piled upon each other": (body("a" + "\u0300" * 150_000), "DA046"),
    "an order of options without end": (
        GOOD.replace("option-order: ", f"option-order: {'least to ' * 5_000}"),
        "DA113",
    ),
    "a word without end and a cry": (body(f"### A {{#a}}\n\n{'a' * 200_000}!"), "DA101"),
    "framing without a figure": (body("up to 1 " * 50_000), "DA101"),
    "a line of 500 kB": (body("a" * 500_000), "DA101"),
    "nothing": (b"", "DA003"),
    "line ends alone": ("\r\n" * 100_000, "DA003"),
}
"""What an aid's file holds, and a code that must be among those named."""


@pytest.fixture
def aids(tmp_path: Path) -> Path:
    """Give a folder of aids with one good aid, ``good``."""
    (tmp_path / "aids/good").mkdir(parents=True)
    (tmp_path / "aids/good/index.md").write_text(GOOD, encoding="utf-8", newline="\n")
    return tmp_path / "aids"


def bounded(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command within bounds of memory and processor time."""
    return run_bounded(folder, *arguments, memory=MEMORY, seconds=SECONDS)


def files(folder: Path) -> list[str]:
    """Return the names of all that lies in a folder."""
    return sorted(each.relative_to(folder).as_posix() for each in folder.rglob("*"))


def check_of(aids: Path) -> dict[str, set[str]]:
    """Check a folder of aids; return the codes named, by file. Nothing may have been written."""
    before = files(aids.parent)
    ended = bounded(aids.parent, "check", "--format", "json", "--no-cache")
    assert (ended.stderr, ended.returncode in {0, 1}) == ("", True)
    assert files(aids.parent) == before
    found: dict[str, set[str]] = {}
    for each in json.loads(ended.stdout)["diagnostics"]:
        found.setdefault(each["file"], set()).add(each["code"])
        assert each["code"] != "DA099", each["message"]
        assert len(each["message"]) + len(each["help"]) < 2_000
    return found


@pytest.mark.parametrize("name", TEXTS)
def test_a_hostile_text_is_named_in_bounded_time_and_memory(name: str, aids: Path) -> None:
    text, code = TEXTS[name]
    (aids / "bad").mkdir()
    data = text if isinstance(text, bytes) else text.encode()
    (aids / "bad/index.md").write_bytes(data)
    assert code in check_of(aids)["aids/bad/index.md"]


def test_what_was_found_in_a_hostile_text_can_be_shown_to_a_person(aids: Path) -> None:
    (aids / "bad").mkdir()
    text = GOOD + "\n\x1b]0;owned\x07 \u202e " + "a\tb" * 50_000 + "\n"
    (aids / "bad/index.md").write_text(text, encoding="utf-8", newline="\n")
    shown = bounded(aids.parent, "check", "--no-cache")
    assert shown.returncode == 1
    assert not any(ord(each) < 32 and each != "\n" for each in shown.stdout)
    assert "\u202e" not in shown.stdout
    assert len(shown.stdout) < 200_000


def test_the_same_fault_in_thousands_of_lines_is_listed_as_often_as_anybody_reads(
    aids: Path,
) -> None:
    long = in_form(Source("index.md", GOOD, "good"), "long")
    head, table, rest = long.partition("| option | figure |\n|---|---|\n")
    assert table
    rows = "".join(f"| nobody-{number} | 5 in 100 |\n" for number in range(6_000))
    path = aids / "good" / "index.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(head + table + rows + rest, encoding="utf-8")
    found = check_file(path, today=None).diagnostics
    unknown = [each for each in found if each.code.number == "DA017"]
    assert len(unknown) == MOST_OF_ONE_CODE
    assert unknown[-1].message.endswith("(5500 more of DA017 are not listed)")
    assert "not listed" not in unknown[-2].message


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\r\r\n", "\n", "mixed"])
def test_line_ends_of_any_kind_change_nothing(ends: str, aids: Path) -> None:
    expected = [(each.code.number, *each.span) for each in found_in(aids / "good/index.md")]
    lines = GOOD.split("\n")
    mixed = "".join(line + ("\n", "\r\n")[n % 2] for n, line in enumerate(lines))
    text = mixed if ends == "mixed" else GOOD.replace("\n", ends)
    (aids / "good/index.md").write_bytes(text.encode())
    assert [(e.code.number, *e.span) for e in found_in(aids / "good/index.md")] == expected


def test_fixes_and_sheets_count_lines_as_the_reader_does() -> None:
    text = "one\r\r\ntwo\tthree\r\r\n\r\r\nfour"
    assert Source("index.md", text).lines == ("one", "two\tthree", "", "four")
    assert applied(text, [Edit(Span.on_line(2, 4, 5), " ")]) == text.replace("\t", " ")
    assert [line.text for line in lines_of(text)] == ["one", "two\tthree", "", "four"]


@pytest.mark.parametrize("linked", ["index.md", ""])
def test_a_second_name_for_the_text_of_another_aid_is_refused(linked: str, aids: Path) -> None:
    other = aids / "other"
    if linked:
        other.mkdir()
    (other / linked).symlink_to(Path("../good" if linked else "good") / linked)
    (found,) = found_in(other / "index.md")
    assert (found.code.number, found.message) == (
        "DA042",
        "the file is a link to that of the folder 'good'",
    )
    assert found.message not in [each.message for each in found_in(aids / "good/index.md")]
    assert build_site(aids, aids.parent / "site").refused == ["other"]


def found_in(path: Path) -> tuple[Diagnostic, ...]:
    return check_file(path, today=None)[1]


def pipe(place: Path) -> None:
    os.mkfifo(place)


def linked_pipe(place: Path) -> None:
    pipe(place.parent / "pipe")
    place.symlink_to("pipe")


def linked_to(target: str) -> Callable[[Path], None]:
    return lambda place: place.symlink_to(target)


INSTEAD: dict[str, tuple[Callable[[Path], None], str]] = {
    "a pipe": (pipe, "DA001"),
    "a folder": (Path.mkdir, "DA001"),
    "a link to a pipe beside it": (linked_pipe, "DA001"),
    "a link to a device without end": (linked_to("/dev/zero"), "DA042"),
    "a link to secrets": (linked_to("/etc/passwd"), "DA042"),
    "a link to the project": (linked_to("../../secret.md"), "DA042"),
    "a link to itself": (linked_to("index.md"), "DA001"),
    "a link to nothing": (linked_to("nowhere.md"), "DA001"),
}


@pytest.mark.parametrize("name", INSTEAD)
def test_what_is_no_plain_file_of_the_folder_is_named_and_never_read(name: str, aids: Path) -> None:
    make, code = INSTEAD[name]
    (aids.parent / "secret.md").write_text("a secret\n", encoding="utf-8")
    (aids / "bad").mkdir()
    make(aids / "bad/index.md")
    found = check_of(aids)
    assert found["aids/bad/index.md"] == {code}
    alone = bounded(aids.parent, "check", "aids/bad/index.md", "--no-cache")
    assert "secret\n" not in alone.stdout
    assert "root:" not in alone.stdout
    built = bounded(aids.parent, "build", "--aids-only", "--format", "json")
    assert json.loads(built.stdout)["refused"] == ["bad"]


def test_a_folder_that_is_a_link_out_of_the_aids_is_refused(aids: Path) -> None:
    (aids.parent / "elsewhere").mkdir()
    (aids.parent / "elsewhere/index.md").write_text(GOOD, encoding="utf-8")
    (aids / "bad").symlink_to("../elsewhere")
    assert check_of(aids)["aids/bad/index.md"] == {"DA042"}


SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"


def written(data: bytes) -> Callable[[Path], None]:
    def write(place: Path) -> None:
        place.write_bytes(data)

    return write


def picture_of(width: int, height: int) -> bytes:
    """Return the beginning of a PNG that says it is so large."""
    head = b"IHDR" + width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x02\0\0\0"
    return b"\x89PNG\r\n\x1a\n" + b"\0\0\0\x0d" + head


def sparse(place: Path) -> None:
    with place.open("wb") as file:
        file.write(PNG)
        file.truncate(20 * 1024**3)


PICTURES: dict[str, tuple[Callable[[Path], None], str]] = {
    "words": (written(b"words"), "DA041"),
    "a drawing that can run": (written(SVG), "DA041"),
    "a picture of 40,000 by 40,000 points": (written(picture_of(40_000, 40_000)), "DA041"),
    "a picture of no points": (written(picture_of(0, 64)), "DA041"),
    "a page": (written(b"<!DOCTYPE html><script>alert(1)</script>"), "DA041"),
    "another kind of picture": (written(b"\xff\xd8\xff\xe0"), "DA041"),
    "nothing": (written(b""), "DA041"),
    "20 GB": (sparse, "DA041"),
    "a pipe": (pipe, "DA040"),
    "a folder": (Path.mkdir, "DA040"),
    "a device without end": (linked_to("/dev/zero"), "DA041"),
    "a link to secrets": (linked_to("/etc/passwd"), "DA041"),
    "a link to itself": (linked_to("a.png"), "DA040"),
}


@pytest.mark.parametrize("name", PICTURES)
def test_what_is_no_picture_is_named(name: str, aids: Path) -> None:
    make, code = PICTURES[name]
    (aids / "bad/images").mkdir(parents=True)
    text = GOOD.replace("{.condition}\n", "{.condition}\n\n![A hand](images/a.png)\n", 1)
    assert text != GOOD
    (aids / "bad/index.md").write_text(text, encoding="utf-8", newline="\n")
    make(aids / "bad/images/a.png")
    assert code in check_of(aids)["aids/bad/index.md"]


@pytest.mark.parametrize(
    "name", ["../secret.png", "/etc/passwd", "images/../../secret.png", "~/a.png"]
)
def test_a_picture_cannot_be_named_outside_its_folder(name: str, aids: Path) -> None:
    (aids.parent / "secret.png").write_bytes(PNG)
    (aids / "bad").mkdir()
    text = GOOD.replace("{.condition}\n", f"{{.condition}}\n\n![A hand]({name})\n", 1)
    (aids / "bad/index.md").write_text(text, encoding="utf-8", newline="\n")
    assert "DA022" in check_of(aids)["aids/bad/index.md"]


def test_a_file_that_grows_while_it_is_read_is_read_to_its_bound_only(aids: Path) -> None:
    path = aids / "good/index.md"
    with path.open("ab") as file:
        file.truncate(30 * 1024**3)
    assert check_of(aids)["aids/good/index.md"] <= {"DA001", "DA002"}
    assert path.stat().st_size > MAX_BYTES


def test_a_file_that_changes_while_it_is_checked_is_not_remembered_as_what_it_was(
    aids: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, cache = aids / "good/index.md", Cache(tmp_path / "cache", "mark")
    real = aid_folder.compile_file

    def changing(place: Path, **day: None) -> object:
        place.write_text("no head\n", encoding="utf-8")
        return real(place, **day)

    with monkeypatch.context() as patch:
        patch.setattr(aid_folder, "compile_file", changing)
        source, found, _length = check_file(path, today=None, cache=cache)
    assert (source.text, [each.code.number for each in found]) == ("no head\n", ["DA003"])
    path.write_text(GOOD, encoding="utf-8", newline="\n")
    assert "DA003" not in {e.code.number for e in check_file(path, today=None, cache=cache)[1]}


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Path]:
    """Give a place that an aid may try to make."""
    place = tmp_path / "run"
    yield place
    assert not place.exists()


@pytest.mark.parametrize(
    "words",
    [
        "{{{{ cycler.__init__.__globals__.os.system('touch {place}') }}}}",
        "{{% import 'os' %}}",
        "$(touch {place})",
        "`touch {place}`",
        "!!python/object/apply:os.system ['touch {place}']",
    ],
)
def test_nothing_an_aid_says_is_run(words: str, aids: Path, running: Path) -> None:
    text = GOOD.replace("\nfunding: none", f'\nfunding: "{words.format(place=running)}"', 1)
    (aids / "good/index.md").write_text(text, encoding="utf-8", newline="\n")
    built = bounded(aids.parent, "build", "--aids-only", "--format", "json")
    assert built.returncode in {0, 1}
    bounded(aids.parent, "check", "--no-cache")


def test_the_bounds_hold() -> None:
    greedy = "x = bytearray(2_000_000_000)"
    command = [sys.executable, "-c", greedy]
    limits = lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))  # noqa: E731
    ended = subprocess.run(command, capture_output=True, check=False, preexec_fn=limits, cwd=ROOT)
    assert ended.returncode != 0


def test_a_command_that_needs_more_than_its_bounds_is_ended(aids: Path) -> None:
    """Of memory it cannot even start; of time it gets a second, and has the work of several."""
    small = run_bounded(aids.parent, "check", "--no-cache", memory=1, seconds=SECONDS)
    assert small.returncode not in {0, 1}
    (aids / "good/index.md").write_bytes(str(TEXTS["a table with 200,000 cells"][0]).encode())
    slow = run_bounded(aids.parent, "check", "--no-cache", memory=MEMORY, seconds=1)
    assert slow.returncode in {-signal.SIGXCPU, -signal.SIGKILL}
    assert (slow.stdout, slow.stderr) == ("", "")
