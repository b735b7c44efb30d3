"""``decisionaid place`` and ``--place`` as a person uses them."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from decisionaid.cli import cli
from decisionaid.disk.place_update import KEPT
from tests.conftest import ROOT
from tests.our_aids import KNEE
from tests.places.hostile_feeds import GOOD

TODAY = ("--today", "2026-11-29")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go to a project with one aid and the demonstration place, of which only that aid's part is left."""
    shutil.copytree(ROOT / "aids" / KNEE, tmp_path / "aids" / KNEE)
    (tmp_path / "overlays").mkdir()
    text = (ROOT / "overlays/example-town.yaml").read_text(encoding="utf-8")
    head, aids = text.split("\naids:\n")
    knee = aids.split(f"  {KNEE}:\n")[1].split("  statins")[0]
    (tmp_path / "overlays/example-town.yaml").write_text(
        f"{head}\naids:\n  {KNEE}:\n{knee}", encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, [str(each) for each in arguments])


def test_check_of_a_project_reads_its_places_too(project: Path) -> None:
    path = project / "overlays/example-town.yaml"
    path.write_text(
        path.read_text("utf-8").replace("painkillers:", "painkilers:"), encoding="utf-8"
    )
    for command in (("check",), ("place", "check"), ("check", "overlays/example-town.yaml")):
        result = run(*command, *TODAY)
        assert result.exit_code == 1, result.output
        assert "overlays/example-town.yaml:" in result.output
        assert "error DP112 place-unknown-option" in result.output
        assert "did you mean 'painkillers'?" in result.output
    found = json.loads(run("place", "check", "--format", "json", *TODAY).stdout)
    assert found["counts"]["error"] == 1


def test_check_of_one_aid_leaves_places_alone(project: Path) -> None:
    (project / "overlays/example-town.yaml").write_text("nothing", encoding="utf-8")
    assert "DP001" not in run("check", f"aids/{KNEE}", *TODAY).output
    assert "DP001" in run("check", *TODAY).output


@pytest.mark.long
def test_a_site_is_built_for_a_place_and_not_with_errors_in_it(project: Path) -> None:
    result = run("build", "--aids-only", "--place", "example-town", *TODAY)
    assert result.exit_code == 0, result.output
    assert "DP120" in result.output
    assert "Example Town" in (project / f"build/site/aids/{KNEE}/index.html").read_text("utf-8")
    path = project / "overlays/example-town.yaml"
    path.write_text(path.read_text("utf-8").replace("here: yes", "here: perhaps"), encoding="utf-8")
    refused = run("build", "--aids-only", "--out", "other", "--place", "example-town", *TODAY)
    assert refused.exit_code == 1
    assert "error DP104" in refused.output
    assert not (project / "other").exists()


def test_a_place_that_is_not_there_is_answered_with_the_nearest(project: Path) -> None:
    assert project.is_dir()
    result = run("build", "--aids-only", "--place", "exampel-town", *TODAY)
    assert result.exit_code == 2
    assert (
        "there is no place 'overlays/exampel-town.yaml'. Did you mean 'example-town'?"
        in result.output
    )
    assert run("place", "check", "overlays/none.yaml").exit_code == 2


def test_an_import_writes_a_draft_then_shows_and_then_changes(project: Path) -> None:
    (project / "feed.json").write_text(json.dumps([GOOD]), encoding="utf-8")
    arguments = ("place", "import", "feed.json", "--out", "overlays/new-town.yaml", *TODAY)
    first = run(*arguments)
    assert (first.exit_code, "Wrote the draft overlays/new-town.yaml" in first.output) == (0, True)
    draft = project / "overlays/new-town.yaml"
    before = draft.read_text("utf-8")
    assert "says the same as the feed" in run(*arguments).output
    (project / "feed.json").write_text(
        json.dumps([GOOD | {"name": "Other club"}]), encoding="utf-8"
    )
    shown = run(*arguments)
    assert (shown.exit_code, draft.read_text("utf-8")) == (1, before)
    assert '+ name: "Other club"' in shown.output
    written = run(*arguments, "--write")
    assert written.exit_code == 0
    # No more is promised than what is kept: a name that somebody had put right is the feed's again.
    assert f"What you had set in {', '.join(KEPT)} stays" in written.output
    assert draft.read_text("utf-8") == before.replace("Example club", "Other club")


def test_what_cannot_be_read_stays_as_it_is(project: Path) -> None:
    (project / "feed.json").write_text("[]", encoding="utf-8")
    draft = project / "overlays/example-town.yaml"
    draft.write_text("place: *a\n", encoding="utf-8")
    result = run("place", "import", "feed.json", "--out", draft, "--write", *TODAY)
    assert result.exit_code == 2
    assert "cannot be read, so it stays as it is: line 1" in result.output
    assert draft.read_text("utf-8") == "place: *a\n"
    (project / "feed.json").write_text("{}", encoding="utf-8")
    nothing = run("place", "import", "feed.json", "--out", "overlays/x.yaml", *TODAY)
    assert nothing.exit_code == 1
    assert "There is no list of services in the file." in nothing.output
    assert not (project / "overlays/x.yaml").exists()


def test_explain_knows_the_codes_of_places() -> None:
    result = run("explain", "DP113")
    assert result.exit_code == 0
    assert result.output.startswith("# DP113 place-lifts-option")


def test_what_is_no_file_and_what_is_no_name_is_said_at_once(project: Path) -> None:
    os.mkfifo(project / "pipe.json")
    for feed in ("pipe.json", "aids", "none.json"):
        result = run("place", "import", feed, "--out", "overlays/x.yaml", *TODAY)
        assert result.exit_code == 2
        assert "is no file but a folder, a pipe, a device or nothing at all" in result.output
    named = run("place", "import", "none.json", "--out", "overlays/My Town.yaml", *TODAY)
    assert named.exit_code == 2
    assert "such as 'my-town.yaml'" in named.output
