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

pytestmark = pytest.mark.long  # many seconds in all; `make check` is for every commit

SETTINGS = (
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8"},
)


def built(folder: Path, number: int) -> dict[str, bytes]:
    """Copy the project's sources to a folder of its own and build them there, in other settings."""
    project = folder / ("somewhere" if number else "some/where/else")
    project.mkdir(parents=True)
    for name in ("aids", "site"):
        shutil.copytree(ROOT / name, project / name)
    shutil.copy(ROOT / "mkdocs.yml", project)
    kept = {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"}
    day = ("--today", "2026-12-01")  # or the aids would one day be past their end
    subprocess.run(
        [sys.executable, "-m", "decisionaid", "build", "--out", "out", *day],
        cwd=project,
        env=kept | SETTINGS[number],
        capture_output=True,
        check=True,
    )
    return files_in(project / "out")


def test_two_builds_of_the_same_sources_are_the_same_bytes_and_name_no_folder(
    tmp_path: Path,
) -> None:
    one, two = (built(tmp_path, number) for number in (0, 1))
    assert {"aids/knee-osteoarthritis/index.html", "authors/index.html"} < one.keys()
    assert one.keys() == two.keys()
    assert [name for name in one if one[name] != two[name]] == []
    place = str(tmp_path).encode()
    assert [name for name, data in one.items() if place in data] == []
