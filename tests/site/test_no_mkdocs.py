"""Aids are built where MkDocs, its theme and its Markdown are not installed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from decisionaid.site import build_site
from tests.site_examples import GOOD, files_in, write_aids

WITHOUT = """\
import sys

for name in ("mkdocs", "markdown", "material", "pymdownx"):
    sys.modules[name] = None  # as if it were not installed

from decisionaid.cli import main

main(sys.argv[1:])
"""


def run_without(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command of ours in a Python that has none of MkDocs."""
    command = [sys.executable, "-c", WITHOUT, *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.long
def test_aids_are_built_the_same_without_mkdocs(tmp_path: Path) -> None:
    write_aids(tmp_path / "aids", one=GOOD)
    run = run_without(tmp_path, "build", "--aids-only", "--out", "out")
    assert (run.returncode, run.stderr) == (0, "")
    build_site(tmp_path / "aids", tmp_path / "expected")
    assert files_in(tmp_path / "out") == files_in(tmp_path / "expected")


@pytest.mark.long
def test_the_whole_build_says_plainly_that_the_handbook_is_left_out(tmp_path: Path) -> None:
    write_aids(tmp_path / "aids", one=GOOD)
    (tmp_path / "mkdocs.yml").write_text("site_name: Example\n", encoding="utf-8")
    run = run_without(tmp_path, "build", "--out", "out")
    assert run.returncode == 0, run.stderr
    assert "The handbook is left out: MkDocs with Material is not installed" in run.stdout
    assert (tmp_path / "out/aids/one/index.html").is_file()
