"""A test in a browser that fails is run once more where CI is set, and is listed; no other test is."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.browser.unsteady import SEEN
from tests.conftest import ROOT

pytestmark = [pytest.mark.long, pytest.mark.xdist_group("unsteady")]

IN_BROWSER = ROOT / "tests/browser/unsteady.py"


@dataclass(frozen=True)
class Run:
    """A run of tests that has ended."""

    said: str
    seen: list[str]
    """What its tests noted, in order."""

    def count(self, line: str) -> int:
        """Return how often a test or a fixture of the folder of the browser noted something."""
        return self.seen.count(f"tests.browser.unsteady {line}")


def run_of(folder: Path, *options: str, **changed: str) -> Run:
    """Run the tests that fail at first, and a copy of them that stands elsewhere."""
    elsewhere = Path(shutil.copy(IN_BROWSER, folder / "test_elsewhere.py"))
    seen = folder / "seen"
    # The run is one of its own, and not a part of the one that starts it.
    inherited = {name: each for name, each in os.environ.items() if not name.startswith("PYTEST")}
    env: Mapping[str, str] = {**inherited, "CI": "", SEEN: str(seen), **changed}
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *options]
    done = subprocess.run(
        [*command, str(IN_BROWSER), str(elsewhere)],
        cwd=ROOT,
        env=env,
        text=True,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1, done.stdout + done.stderr
    return Run(done.stdout, seen.read_text(encoding="utf-8").splitlines())


@pytest.fixture(scope="module")
def in_ci(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Run them as `make test` does in CI."""
    options = ("--numprocesses=1", "--dist=loadgroup", "--rerun-show-tracebacks")
    return run_of(tmp_path_factory.mktemp("unsteady"), *options, CI="true")


def test_a_test_in_a_browser_that_fails_is_run_once_more_in_ci(in_ci: Run) -> None:
    assert [in_ci.count(each) for each in ("before", "at first", "late", "always")] == [1, 2, 2, 2]
    assert [in_ci.count(each) for each in ("set up", "after")] == [1, 1]


def test_a_test_without_a_browser_is_never_run_once_more(in_ci: Run) -> None:
    elsewhere = [each for each in in_ci.seen if not each.startswith("tests.browser.")]
    names = [each.partition(" ")[2] for each in elsewhere]
    assert sorted(names) == sorted({*names})
    assert {"before", "at first", "late", "always", "after"} <= {*names}
    assert "set up" not in names
    assert "3 failed, 6 passed, 1 error, 3 rerun" in in_ci.said


def test_what_tests_share_is_made_once_and_ended_once(in_ci: Run) -> None:
    for each in ("session", "file"):
        assert [in_ci.count(f"{each} {what}") for what in ("begins", "ends")] == [1, 1]
    whole = "tests.browser.unsteady"
    assert in_ci.seen.index(f"{whole} after") < in_ci.seen.index(f"{whole} file ends")


def test_outside_ci_nothing_is_run_once_more(tmp_path: Path) -> None:
    run = run_of(tmp_path, "-p", "no:xdist")
    assert [run.count(each) for each in ("at first", "late", "always")] == [1, 1, 1]
    assert "RERUN" not in run.said


def test_the_last_lines_in_ci_name_each_test_that_was_run_once_more(
    in_ci: Run, tmp_path: Path
) -> None:
    """With what became of it; what it failed of stands above."""
    log, make = tmp_path / "log", tmp_path / "make"
    log.write_text(in_ci.said, encoding="utf-8")
    make.write_text(f"#!/bin/sh\ncat '{log}'\nexit 2\n", encoding="utf-8")
    make.chmod(0o755)
    env = {**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    above, _, summary = said_in_ci(env).partition("\nSummary\n")
    assert above.count("assert note") >= 4
    counts, _, unsteady = summary.partition("Unsteady tests:\n")
    assert "3 rerun" in counts
    path = "tests/browser/unsteady.py::test"
    assert unsteady.splitlines() == [
        f"  {path}_fails_always: failed, then failed",
        f"  {path}_fails_at_first: failed, then passed",
        f"  {path}_is_set_up_late: failed, then passed",
    ]
    log.write_text(in_ci.said.replace("\nRERUN", "\nPASSED"), encoding="utf-8")
    assert "Unsteady" not in said_in_ci(env)


def said_in_ci(env: Mapping[str, str]) -> str:
    """Return what CI says, with another `make` on its path."""
    command = [ROOT / ".ci" / "run"]
    done = subprocess.run(command, env=env, text=True, capture_output=True, check=False)
    assert done.returncode == 2
    return done.stdout
