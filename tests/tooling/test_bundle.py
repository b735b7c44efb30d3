"""The build hook makes the browser's files, the same each time, and only when it can."""

import gzip
import hashlib
import json
import shutil
from pathlib import Path

import pytest
from hatchling.metadata.core import ProjectMetadata
from hatchling.plugin.manager import PluginManager

import hatch_build


def digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files_in(folder)
    }


def files_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def copy_of_theme(root: Path, target: Path) -> Path:
    """Copy what the bundler reads; packages are linked, they are the same ones."""
    theme = target / hatch_build.THEME
    skipped = shutil.ignore_patterns("node_modules", "generated")
    shutil.copytree(root / hatch_build.THEME, theme, ignore=skipped)
    (theme / "node_modules").symlink_to(root / hatch_build.THEME / "node_modules")
    return target


@pytest.mark.long
def test_two_bundles_in_different_folders_are_the_same_bytes(root: Path, tmp_path: Path) -> None:
    folders = [copy_of_theme(root, tmp_path / name) for name in ("one", "a deeper/second one")]
    for folder in folders:
        hatch_build.bundle(folder)
    first, second = (digests((folder / hatch_build.BUNDLE).parent) for folder in folders)
    made = {
        "page.css",
        "aid.css",
        "aid.js",
        "aid-groups.js",
        "aid-plain.js",
        "aid-picks.js",
        "aid-picks-statement.js",
        "picks.css",
        "aid-statement.js",
        "aid-aloud.js",
        "aid-picks-aloud.js",
        "first.js",
        "home.js",
        "clock.js",
        "licences.txt",
        "clinician.js",
        "clinician-more.js",
        "code-pictures.js",
        "clinician-forms.js",
        "workbench/workbench.js",
    }
    assert made - set(first) == set()
    assert first == second


@pytest.mark.long
def test_no_path_of_the_machine_gets_into_the_bundle(root: Path, tmp_path: Path) -> None:
    folder = copy_of_theme(root, tmp_path / "here")
    hatch_build.bundle(folder)
    for made in files_in((folder / hatch_build.BUNDLE).parent):
        assert str(tmp_path) not in made.read_text(encoding="utf-8"), made.name


def test_a_source_archive_with_a_bundle_is_taken_as_it_is(root: Path, tmp_path: Path) -> None:
    bundle = tmp_path / hatch_build.BUNDLE
    bundle.parent.mkdir(parents=True)
    bundle.write_text("made before", encoding="utf-8")
    metadata = ProjectMetadata(str(root), PluginManager())
    hook = hatch_build.BundleHook(str(tmp_path), {}, None, metadata, str(tmp_path), "wheel")
    hook.initialize("standard", {"force_include": {}})
    assert bundle.read_text(encoding="utf-8") == "made before"


MOST_FOR_VALUES = 2_500
"""Bytes, packed; the parts that are left of 40 kB for a whole page are needed for much else."""


def test_what_answers_come_to_stays_small_by_itself(root: Path, tmp_path: Path) -> None:
    """Patients load it on a phone, and each page has little room."""
    room = root / hatch_build.THEME / "scripts" / "values"
    bundled = tmp_path / "values.js"
    options = {
        "stdin": {
            "contents": "".join(f'export * from "./{path.name}";' for path in files_in(room)),
            "resolveDir": str(room),
        },
        "bundle": True,
        "format": "iife",
        "globalName": "values",
        "minify": True,
        "outfile": str(bundled),
        "target": "es2020",
    }
    hatch_build.run_node(root, "-e", f"require('esbuild').buildSync({json.dumps(options)})")
    script = bundled.read_bytes()
    assert b"weightedView" in script
    assert len(gzip.compress(script, compresslevel=9)) <= MOST_FOR_VALUES


@pytest.mark.parametrize("leads_somewhere", [True, False])
def test_packages_behind_a_link_are_used_and_never_emptied(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    leads_somewhere: bool,
) -> None:
    """Npm deletes all that `node_modules` holds, behind a link too."""
    ran: list[tuple[str, ...]] = []
    monkeypatch.setattr(hatch_build, "run_node", lambda _root, *given: ran.append(given))
    theme, others = tmp_path / "own" / hatch_build.THEME, tmp_path / "others"
    theme.mkdir(parents=True)
    for name in ("package.json", "package-lock.json", ".npmrc"):
        (theme / name).write_text("{}", encoding="utf-8")
    if leads_somewhere:
        others.mkdir()
        (others / ".installed").write_text("of another lock file", encoding="utf-8")
    (theme / "node_modules").symlink_to(others)
    monkeypatch.setattr(hatch_build, "__file__", str(tmp_path / "own" / "hatch_build.py"))
    assert hatch_build.main([]) == 1
    assert ran == []
    said = capsys.readouterr().err
    assert f"is a link to {others}" in said
    assert "npm would empty that folder" in said
    if leads_somewhere:
        digest = hatch_build.lock_digest(tmp_path / "own")
        (others / ".installed").write_text(digest, encoding="utf-8")
        hatch_build.install(tmp_path / "own")
        assert ran == []
