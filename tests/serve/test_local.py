"""A preview for a place: it follows the file of the place, and keeps the last good one while it has errors."""

from __future__ import annotations

import os
import re
import shutil
import threading
import time
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from decisionaid.cli import cli
from decisionaid.commands.serve import _told_of_place
from decisionaid.compiler.places import CompiledPlace
from decisionaid.disk.aid_folder import AidFiles
from decisionaid.disk.places import compile_place_file
from decisionaid.serve import Server
from decisionaid.serve.changes import ToldOfPlace
from decisionaid.serve.local import LocalPlace
from decisionaid.serve.preview import Preview
from tests.conftest import ROOT
from tests.site_examples import GOOD, write_aids

DAY = date(2026, 11, 29)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a project with one aid and a place that says nothing of it."""
    folder = tmp_path / "project"
    write_aids(folder / "aids", good=GOOD)
    (folder / "overlays").mkdir()
    text = (ROOT / "overlays/example-town.yaml").read_text("utf-8").split("\naids:")[0]
    (folder / "overlays/example-town.yaml").write_text(f"{text}\n", encoding="utf-8")
    return folder


def untold(_place: CompiledPlace) -> None:
    """Say nothing."""


def preview_of(project: Path, tmp_path: Path, told: ToldOfPlace = untold) -> Preview:
    """Return a preview for the place."""
    path = project / "overlays/example-town.yaml"
    first = compile_place_file(path, project / "aids", today=DAY)
    local = LocalPlace(path, project / "aids", first, told)
    return Preview(project, tmp_path / "handbook", lambda: DAY, local)


def written(path: Path, text: str) -> None:
    """Write a file so that its time is another one."""
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns + 1_000_000))


@pytest.mark.long
def test_the_list_and_the_plan_page_follow_the_file(project: Path, tmp_path: Path) -> None:
    preview = preview_of(project, tmp_path)
    path = project / "overlays/example-town.yaml"
    text = path.read_text("utf-8")
    assert b"Thursday lunch club" in preview.answer("/plan/near/").body
    assert b"Thursday lunch club" in preview.answer("/plan/place.js").body
    page = preview.answer("/plan/").body
    assert re.search(rb"<template data-place[^>]* data-currency=\W?GBP\b", page)
    before = preview.stamp()
    written(path, text.replace("Thursday lunch club", "Friday lunch club"))
    assert preview.stamp() != before
    assert b"Friday lunch club" in preview.answer("/plan/near/").body
    written(path, "place: [")
    assert b"Friday lunch club" in preview.answer("/plan/near/").body


def test_without_a_place_the_plan_page_asks_for_none(project: Path, tmp_path: Path) -> None:
    preview = Preview(project, tmp_path / "handbook", lambda: DAY)
    assert b"data-place" not in preview.answer("/plan/").body
    assert preview.answer("/plan/place.js").status == 404


def test_a_place_that_is_not_there_or_has_errors_is_not_served(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    result = CliRunner().invoke(cli, ["serve", "--place", "example-towm", "--port", "0"])
    assert result.exit_code != 0
    assert "Did you mean 'example-town'?" in result.output
    written(project / "overlays/example-town.yaml", "place: [")
    result = CliRunner().invoke(cli, ["serve", "--place", "example-town", "--port", "0"])
    assert result.exit_code != 0
    assert "DP001" in result.output


@pytest.mark.long
def test_a_place_with_an_error_stays_whole_as_it_last_was(project: Path, tmp_path: Path) -> None:
    """Also where the file can be read but for one value."""
    preview, path = preview_of(project, tmp_path), project / "overlays/example-town.yaml"
    text = path.read_text("utf-8").replace("Thursday lunch club", "Friday lunch club")
    written(path, text.replace("status: demonstration", "status: nearly"))
    assert b"Thursday lunch club" in preview.answer("/plan/near/").body
    written(path, text)
    assert b"Friday lunch club" in preview.answer("/plan/near/").body


def test_what_is_wrong_is_told_once_and_that_it_is_mended_too(project: Path) -> None:
    path = project / "overlays/example-town.yaml"
    text = path.read_text("utf-8")
    first = compile_place_file(path, project / "aids", today=DAY)
    told: list[CompiledPlace] = []
    local = LocalPlace(path, project / "aids", first, told.append)

    def last_of(count: int) -> CompiledPlace:
        local.tell(DAY)
        local.tell(DAY)
        assert len(told) == count
        return told[-1]

    local.tell(DAY)
    assert told == []
    written(path, text.replace("status: demonstration", "status: nearly"))
    assert "nearly" in last_of(1).diagnostics[0].message
    path.unlink()
    assert "not there any more" in last_of(2).diagnostics[0].message
    written(path, text)
    assert last_of(3).ok


def test_a_change_of_an_aid_that_the_place_speaks_of_is_told(project: Path) -> None:
    path = project / "overlays/example-town.yaml"
    written(path, path.read_text("utf-8") + "aids: {good: {}}\n")
    told: list[CompiledPlace] = []
    first = compile_place_file(path, project / "aids", today=DAY)
    local = LocalPlace(path, project / "aids", first, told.append)
    written(project / "aids/good/index.md", "No aid any more.")
    local.tell(DAY)
    assert len(told) <= 1
    shutil.rmtree(project / "aids/good")
    local.tell(DAY)
    assert not told[-1].ok


def test_an_error_in_the_place_is_said_while_it_is_served(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, told, stop = project / "overlays/example-town.yaml", threading.Event(), threading.Event()

    def of_place(place: CompiledPlace) -> None:
        _told_of_place(place)
        told.set()

    def of_aids(_aids: list[AidFiles], *, first: bool) -> None:
        del first

    with Server(preview_of(project, tmp_path, of_place), 0) as server:
        watcher = threading.Thread(target=server.watch, args=(of_aids, stop), daemon=True)
        watcher.start()
        time.sleep(1)
        assert not told.is_set()
        written(path, path.read_text("utf-8").replace("demonstration", "nearly"))
        assert told.wait(20)
        stop.set()
        watcher.join()
    said = capsys.readouterr().out
    assert "'nearly' is no value of 'status'" in said
    assert "overlays/example-town.yaml" in said
    assert "The place stays as it last was." in said
