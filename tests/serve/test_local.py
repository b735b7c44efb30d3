"""A preview for a place: it follows the file of the place, and keeps the last good one while it has errors."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from decisionaid.cli import cli
from decisionaid.disk.places import compile_place_file
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


def preview_of(project: Path, tmp_path: Path) -> Preview:
    """Return a preview for the place."""
    path = project / "overlays/example-town.yaml"
    first = compile_place_file(path, project / "aids", today=DAY).place
    assert first is not None
    local = LocalPlace(path, project / "aids", first)
    return Preview(project, tmp_path / "handbook", lambda: DAY, local)


def written(path: Path, text: str) -> None:
    """Write a file so that its time is another one."""
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns + 1_000_000))


def test_the_list_and_the_plan_page_follow_the_file(project: Path, tmp_path: Path) -> None:
    preview = preview_of(project, tmp_path)
    path = project / "overlays/example-town.yaml"
    text = path.read_text("utf-8")
    assert b"Thursday lunch club" in preview.answer("/plan/near/").body
    assert b"Thursday lunch club" in preview.answer("/plan/place.js").body
    assert b'<template data-place data-currency="GBP">' in preview.answer("/plan/").body
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
