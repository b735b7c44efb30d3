"""The same sources give the same bytes: in any folder, time zone, language and order of hashing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.site_examples import files_in

SETTINGS = (
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8"},
)


def built(folder: Path, number: int, *options: str) -> dict[str, bytes]:
    """Copy the project's sources to a folder of its own and build them there, in other settings."""
    project = folder / ("somewhere" if number else "some/where/else")
    project.mkdir(parents=True)
    for name in ("aids", "site"):
        shutil.copytree(ROOT / name, project / name)
    shutil.copy(ROOT / "mkdocs.yml", project)
    kept = {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"}
    day = ("--today", "2026-12-01")  # or the aids would one day be past their end
    subprocess.run(
        [sys.executable, "-m", "decisionaid", "build", "--out", "out", *day, *options],
        cwd=project,
        env=kept | SETTINGS[number],
        capture_output=True,
        check=True,
    )
    return files_in(project / "out")


@pytest.mark.parametrize("options", [["--aids-only"], []], ids=["aids", "with the handbook"])
def test_two_builds_of_the_same_sources_are_the_same_bytes(
    options: list[str], tmp_path: Path
) -> None:
    one, two = (built(tmp_path, number, *options) for number in (0, 1))
    assert one.keys() == two.keys()
    assert [name for name in one if one[name] != two[name]] == []


def test_no_file_names_the_folder_it_was_built_in(tmp_path: Path) -> None:
    place = str(tmp_path).encode()
    assert [name for name, data in built(tmp_path, 0, "--aids-only").items() if place in data] == []
