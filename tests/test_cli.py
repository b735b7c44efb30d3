"""The commands: what they say, where they say it, and with which exit code they end."""

from __future__ import annotations

import json
import os
import pty
import select
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
import rich_click as click

from decisionaid.cli import main
from decisionaid.commands.stop import was_interrupted
from tests.conftest import ROOT
from tests.rules.examples import SPECIMEN
from tests.site_examples import BROKEN, GOOD, files_in, write_aids

COMMANDS = ("new", "check", "build", "serve", "due", "inspect", "explain", "numbers", "sheet")


@dataclass(frozen=True)
class Ended:
    """What a command said, and its exit code."""

    returncode: int
    stdout: str
    stderr: str


def run(folder: Path, *arguments: str) -> Ended:
    """Run a command in this process, as if in a pipe with nothing to read."""
    said, told = TextIOWrapper(BytesIO(), "utf-8"), TextIOWrapper(BytesIO(), "utf-8")
    with (
        chdir(folder),
        pytest.MonkeyPatch.context() as patch,
        redirect_stdout(said),
        redirect_stderr(told),
    ):
        patch.setenv("COLUMNS", "100")
        patch.setattr(sys, "stdin", TextIOWrapper(BytesIO(), "utf-8"))
        with pytest.raises(SystemExit) as left:
            main(list(arguments))
    return Ended(int(left.value.code or 0), written(said), written(told))


def run_alone(folder: Path, *arguments: str) -> Ended:
    """Run a command in a process of its own, in a pipe."""
    ended = subprocess.run(
        [sys.executable, "-m", "decisionaid", *arguments],
        cwd=folder,
        env=os.environ | {"COLUMNS": "100"},
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        check=False,
    )
    return Ended(ended.returncode, ended.stdout, ended.stderr)


def written(stream: TextIOWrapper) -> str:
    """Return all that was written to a stream."""
    stream.seek(0)
    return stream.read()


def run_on_terminal(
    folder: Path, typed: str, *arguments: str, **environment: str
) -> tuple[int, str]:
    """Run a command on a terminal of its own; return its exit code and all that was shown."""
    ours, theirs = pty.openpty()
    kept = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    process = subprocess.Popen(
        [sys.executable, "-m", "decisionaid", *arguments],
        cwd=folder,
        env=kept | {"COLUMNS": "100", "TERM": "xterm-256color"} | environment,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    os.write(ours, typed.encode())
    shown = b""
    while select.select([ours], [], [], 30)[0]:
        try:
            part = os.read(ours, 65536)
        except OSError:  # Linux says so when the other end is closed
            break
        if not part:
            break
        shown += part
    os.close(ours)
    return process.wait(timeout=30), shown.decode("utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a folder with one good aid."""
    write_aids(tmp_path / "aids", one=GOOD)
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example_that_starts_with_the_command(command: str, tmp_path: Path) -> None:
    shown = run(tmp_path, command, "--help")
    assert shown.returncode == 0
    assert f"Example: decisionaid {command}" in shown.stdout
    assert "\x1b" not in shown.stdout


@pytest.mark.long
def test_a_process_of_its_own_ends_with_the_code_and_says_the_same(tmp_path: Path) -> None:
    write_aids(tmp_path / "aids", bad=BROKEN)
    found, same = run_alone(tmp_path, "check"), run(tmp_path, "check")
    assert found.returncode == 1
    assert found == same


def test_help_of_all_names_every_command_and_loads_nothing_heavy(tmp_path: Path) -> None:
    shown = run(tmp_path, "--help")
    assert all(command in shown.stdout for command in COMMANDS)
    code = (
        "import sys; from decisionaid.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "print([m for m in ('pydantic', 'jinja2', 'markdown_it', 'yaml', 'mkdocs', 'openpyxl') if m in sys.modules])"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert loaded.stdout.splitlines()[-1] == "[]"


def test_help_has_colour_on_a_terminal(tmp_path: Path) -> None:
    assert "\x1b[" in run_on_terminal(tmp_path, "", "check", "--help")[1]


def test_a_clean_check_ends_with_0_and_warnings_fail_only_when_strict(project: Path) -> None:
    assert run(project, "check").returncode == 0
    strict = run(project, "check", "--strict")
    assert (strict.returncode, "because of --strict" in strict.stderr) == (1, True)


@pytest.mark.parametrize("place", ["aids", "aids/bad", "aids/bad/index.md"])
def test_check_takes_a_file_an_aids_folder_or_a_folder_of_aids(place: str, tmp_path: Path) -> None:
    write_aids(tmp_path / "aids", bad=BROKEN)
    found = run(tmp_path, "check", place)
    assert found.returncode == 1
    line = BROKEN.splitlines().index("## Your options {.optoins}") + 1
    assert f"aids/bad/index.md:{line}:" in found.stdout
    assert "error DA011 unknown-role" in found.stdout


def test_check_tells_programs_in_their_formats(tmp_path: Path) -> None:
    write_aids(tmp_path / "aids", bad=BROKEN)
    data = json.loads(run(tmp_path, "check", "--format", "json").stdout)
    assert data["counts"]["error"] >= 1
    sarif = json.loads(run(tmp_path, "check", "--format", "sarif").stdout)
    assert sarif["version"] == "2.1.0"
    assert run(tmp_path, "check", "--format", "github").stdout.startswith(
        ("::error ", "::warning ")
    )


@pytest.mark.long
def test_check_has_colour_on_a_terminal_and_none_when_told_so(project: Path) -> None:
    assert "\x1b[" in run_on_terminal(project, "", "check")[1]
    assert "\x1b[" not in run_on_terminal(project, "", "check", NO_COLOR="1")[1]


def test_the_day_for_the_rules_on_dates_can_be_named(project: Path) -> None:
    late = run(project, "check", "--today", "2040-01-01").stdout
    assert "expire" in late
    assert "expire" not in run(project, "check", "--today", "2026-03-02").stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["frobnicate"],
        ["check", "--format", "xml"],
        ["check", "nowhere"],
        ["check", "aids/one/index.md", "nowhere.md"],
        ["build", "--today", "tomorrow"],
        ["build", "--theme", "nowhere"],
        ["serve", "--today", "tomorrow"],
        ["build", "nowhere"],
        ["build", "--out", "aids"],
        ["inspect"],
        ["inspect", "nowhere"],
        ["explain", "DA999"],
        ["new", "No Slug"],
        ["new", "one"],
        ["serve", "nowhere"],
        ["serve", "--port", "70000"],
    ],
)
def test_a_wrong_command_line_ends_with_2_and_says_why_without_a_traceback(
    arguments: list[str], project: Path
) -> None:
    wrong = run(project, *arguments)
    assert wrong.returncode == 2
    assert wrong.stderr.strip()
    assert "Traceback" not in wrong.stderr


@pytest.mark.long
def test_a_fault_of_our_own_ends_with_3_and_asks_for_a_report(project: Path) -> None:
    code = (
        "import decisionaid.disk.aid_folder as f, sys\n"
        "def fail(*_, **__): raise ZeroDivisionError('made to fail')\n"
        "f.compile_file = fail\n"
        "from decisionaid.cli import main\n"
        "main(['check', '--no-cache'])"
    )
    failed = subprocess.run(
        [sys.executable, "-c", code], cwd=project, capture_output=True, text=True, check=False
    )
    assert failed.returncode == 3
    assert "a fault of decisionaid, not of your aid" in failed.stderr
    assert "made to fail" in failed.stderr


@pytest.mark.long
def test_a_reader_that_stops_early_is_no_fault(project: Path) -> None:
    write_aids(project / "aids", **{f"bad_{number}": BROKEN for number in range(40)})
    with subprocess.Popen(
        [sys.executable, "-m", "decisionaid", "check", "--format", "json"],
        cwd=project,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        assert process.stderr.read() == b""


def test_build_makes_the_site_and_says_that_there_is_no_handbook(project: Path) -> None:
    built = run(project, "build")
    assert (built.returncode, built.stderr) == (0, "")
    assert "Built 1 aid in build/site" in built.stdout
    assert "The handbook is left out: there is no mkdocs.yml" in built.stdout
    assert (project / "build/site/aids/one/index.html").is_file()
    assert [path.name for path in (project / "build").iterdir()] == ["site"]


def test_build_ends_with_1_for_an_aid_with_errors_and_builds_the_others(project: Path) -> None:
    write_aids(project / "aids", bad=BROKEN)
    built = run(project, "build", "--format", "json", "--aids-only")
    data = json.loads(built.stdout)
    assert built.returncode == 1
    assert (data["aids"], data["refused"], data["handbook"]) == (["one"], ["bad"], False)
    assert data["counts"]["error"] >= 1
    assert set(data["pages"]) >= {"index.html", "clinician/index.html", "aids/one/index.html"}


@pytest.mark.long
def test_build_shows_progress_on_a_terminal(project: Path) -> None:
    code, shown = run_on_terminal(project, "", "build", "--aids-only")
    assert code == 0
    assert "Building" in shown


def test_build_leaves_a_folder_alone_that_no_build_made(project: Path) -> None:
    (project / "letters").mkdir()
    (project / "letters/dear.txt").touch()
    assert run(project, "build", "--out", "letters").returncode == 2
    assert [path.name for path in (project / "letters").iterdir()] == ["dear.txt"]


@pytest.mark.long
def test_build_makes_the_handbook_and_says_what_mkdocs_refused(project: Path) -> None:
    (project / "site").mkdir()
    (project / "site/guide.md").write_text("# Guide\n\nWords.\n", encoding="utf-8")
    text = (ROOT / "mkdocs.yml").read_text("utf-8").split("\nnav:")[0]
    assert "{gallery: true}" in text
    text = text.replace("{gallery: true}", "{gallery: false}")  # it is slow
    (project / "mkdocs.yml").write_text(text + "\n", encoding="utf-8")
    built = run_alone(project, "build")
    assert (built.returncode, built.stderr) == (0, "")
    assert "left out" not in built.stdout
    assert (project / "build/site/guide/index.html").is_file()
    (project / "site/guide.md").write_text("# Guide\n\n[Lost](nowhere.md)\n", encoding="utf-8")
    refused = run_alone(project, "build")
    assert refused.returncode == 2
    assert "nowhere.md" in refused.stderr
    assert (project / "build/site/guide/index.html").is_file(), "the old site stays"


@pytest.mark.parametrize("stage", ["head", "model", "spans", "words", "html"])
def test_inspect_shows_each_stage_and_keeps_faults_out_of_it(stage: str, project: Path) -> None:
    shown = run(project, "inspect", "aids/one", "--stage", stage, "--format", "json")
    assert shown.returncode == 0
    assert json.loads(shown.stdout)
    assert "warning" in shown.stderr


def test_inspect_shows_where_each_part_was_written(project: Path) -> None:
    line = GOOD.splitlines().index("## Your options {.options}") + 1
    spans = run(project, "inspect", "aids/one", "--stage", "spans").stdout.splitlines()
    assert any(each.startswith(f"{line}:") and "sections/" in each for each in spans)


def test_inspect_ends_with_1_when_nothing_could_be_read(tmp_path: Path) -> None:
    (tmp_path / "empty.md").write_text("no head\n", encoding="utf-8")
    shown = run(tmp_path, "inspect", "empty.md")
    assert shown.returncode == 1
    assert "DA003" in shown.stderr


def test_explain_shows_the_page_of_a_code(tmp_path: Path) -> None:
    page = (ROOT / "site/authors/rules/DA302.md").read_text("utf-8")
    assert run(tmp_path, "explain", "da302").stdout == page
    data = json.loads(run(tmp_path, "explain", "DA302", "--format", "json").stdout)
    assert (data["code"], data["page"]) == ("DA302", page)


def test_explain_suggests_what_was_meant(tmp_path: Path) -> None:
    assert (
        "Did you mean 'unequal-denominators'?"
        in run(tmp_path, "explain", "unequal-denominator").stderr
    )


def test_new_writes_a_draft_that_check_accepts(tmp_path: Path) -> None:
    made = run(tmp_path, "new", "first-aid", "--title", "Example: what can I do?")
    assert (made.returncode, made.stderr) == (0, "")
    text = (tmp_path / "aids/first-aid/index.md").read_text("utf-8")
    assert "\n# Example: what can I do?\n" in text
    assert run(tmp_path, "check").returncode == 0
    assert run(tmp_path, "build").returncode == 0


def test_new_starts_from_the_template_that_is_named(tmp_path: Path) -> None:
    made = run(tmp_path, "new", "example-scan", "--template", "screening")
    assert made.returncode == 0
    text = (tmp_path / "aids/example-scan/index.md").read_text("utf-8")
    assert "\nkind: screening\n" in text
    assert "{.test option=screening}" in text


def test_new_says_what_to_do_next(tmp_path: Path) -> None:
    said = run(tmp_path, "new", "first-aid").stdout
    assert said.startswith("Wrote aids/first-aid/index.md\n")
    assert "decisionaid serve" in said
    assert "decisionaid check aids/first-aid/index.md" in said


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        (["Knee Pain!"], "decisionaid new knee-pain"),
        (["..."], "decisionaid new knee-pain"),
        ([], "decisionaid new first-aid"),
        (["--condition", "Sore knee"], "decisionaid new sore-knee"),
        (["one"], "'aids/one/index.md' is there already and stays as it is. Name another folder."),
    ],
)
def test_new_offers_a_name_that_will_do_and_writes_nothing(
    arguments: list[str], advice: str, project: Path
) -> None:
    before = files_in(project)
    refused = run(project, "new", *arguments)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert advice in refused.stderr
    assert files_in(project) == before


@pytest.mark.long
def test_new_asks_on_a_terminal_for_what_was_not_said(tmp_path: Path) -> None:
    answers = (
        "9", "medicine", "Example condition", "Typed title", "", "Carry on", "", "Example cream",
        "", "Example author",
    )  # fmt: skip
    typed = "".join(f"{each}\n" for each in answers)
    code, shown = run_on_terminal(tmp_path, typed, "new", "first-aid", "--question", "Shall I?")
    assert code == 0, shown
    assert "Answer with a number from 1 to 6" in shown
    assert "For instance: Parents of a child with an ear infection" in shown
    text = (tmp_path / "aids/first-aid/index.md").read_text("utf-8")
    assert "\n# Typed title\n" in text
    assert 'question: "Shall I?"' in text
    assert 'condition: {name: "Example condition", plain: "Example condition"}' in text
    assert "\n# for: Adults with ...\n" in text
    assert "### Carry on {#carry-on .as-now}" in text
    assert "### The medicine {#the-medicine}" in text
    assert "### Example cream {#example-cream}" in text
    assert '- {name: "Example author", role: author}' in text


@pytest.mark.long
def test_new_offers_a_title_and_a_name_made_of_the_condition(tmp_path: Path) -> None:
    typed = "1\nSore knee\n\n\n\n\n\n\n\nNo Name\n\n"
    code, shown = run_on_terminal(tmp_path, typed, "new")
    assert code == 0, shown
    assert "[Sore knee: what can I do?]" in shown
    assert "A folder's name has small letters, digits and single hyphens: no-name" in shown
    assert "\n# Sore knee: what can I do?\n" in (tmp_path / "aids/sore-knee/index.md").read_text(
        "utf-8"
    )


@pytest.mark.parametrize("command", [["check"], ["report"], ["sheet", "export"]])
def test_the_name_of_an_aid_without_its_folder_is_answered_with_the_place(
    command: list[str], project: Path
) -> None:
    refused = run(project, *command, "one")
    assert refused.returncode == 2
    assert "Did you mean 'aids/one'?" in refused.stderr


MINUS = "\u22123 in 100 \U0001f642"


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "utf-8"])
@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_no_stream_that_cannot_hold_a_character_breaks_a_command(
    form: str, encoding: str, project: Path
) -> None:
    path = project / "aids/one/index.md"
    text = SPECIMEN.read_text(encoding="utf-8")
    assert "40 in 100" in text
    path.write_text(text.replace("40 in 100", MINUS, 1), encoding="utf-8")
    said = TextIOWrapper(BytesIO(), encoding)
    told = TextIOWrapper(BytesIO(), encoding)
    with (
        chdir(project),
        redirect_stdout(said),
        redirect_stderr(told),
        pytest.raises(SystemExit) as left,
    ):
        main(["check", "--format", form])
    assert left.value.code == 1
    text = written(said)
    if form in ("json", "sarif"):
        text = json.dumps(json.loads(text), ensure_ascii=False)
    text = text.replace("\\u2212", "\u2212").replace("\\ud83d\\ude42", "\U0001f642")
    assert MINUS in text
    assert "fault of decisionaid" not in written(told)


@pytest.mark.long
@pytest.mark.parametrize(
    "arguments",
    [("build", "--aids-only"), ("due",), ("report", "aids/one"), ("explain", "DA302"),
     ("inspect", "aids/one/index.md"), ("check", "--diff"), ("sheet", "export", "aids/one")],
    ids=" ".join,
)  # fmt: skip
def test_no_command_is_broken_by_a_stream_of_few_characters(
    arguments: tuple[str, ...], project: Path
) -> None:
    path = project / "aids/one/index.md"
    text = path.read_text(encoding="utf-8").replace("# ", "# \u2212\U0001f642 ")
    path.write_text(text, encoding="utf-8")
    ended = subprocess.run(
        [sys.executable, "-m", "decisionaid", *arguments],
        cwd=project,
        env=os.environ | {"PYTHONUTF8": "0", "PYTHONIOENCODING": "cp1252"},
        capture_output=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert ended.returncode in (0, 1), ended.stderr
    assert b"Traceback" not in ended.stderr


def test_ctrl_c_ends_a_command_with_a_word_and_the_code_of_an_interrupt(project: Path) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("decisionaid.disk.checking.check_file", interrupted)
        ended = run(project, "check")
    assert (ended.returncode, ended.stdout) == (130, "")
    assert ended.stderr.strip() == "decisionaid: stopped, as you asked."


def test_ctrl_c_at_a_question_is_told_from_the_end_of_what_there_is_to_read() -> None:
    for error, told in ((KeyboardInterrupt, True), (EOFError, False)):
        with pytest.raises(click.Abort) as stopped:  # noqa: PT012 - as a question raises it
            try:
                raise error
            except (KeyboardInterrupt, EOFError):
                raise click.Abort from None
        assert was_interrupted(stopped.value) is told
