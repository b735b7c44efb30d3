"""What a build writes to keep pages on a device: a list of the very bytes, and a version that stands in the pages."""

import hashlib
import json
import posixpath
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from decisionaid.serve.preview import Preview
from decisionaid.site import build_site
from tests.conftest import ROOT
from tests.our_aids import EARS, SLUGS
from tests.site_examples import DAY, GOOD, files_in, write_aids

# The site is built by one worker, once.
pytestmark = [pytest.mark.long, pytest.mark.xdist_group("offline-pages")]

FOLDERS = (*(f"aids/{slug}" for slug in SLUGS), "clinician", "plan")
Files = dict[str, bytes]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Files:
    folder = tmp_path_factory.mktemp("site")
    build_site(ROOT / "aids", folder)
    return files_in(folder)


def held_by(worker: bytes) -> dict[str, Any]:
    text = worker.decode("utf-8").split(";\n", 1)[0].removeprefix("const HELD=")
    held: dict[str, Any] = json.loads(text)
    return held


@pytest.mark.parametrize("folder", FOLDERS)
def test_each_name_in_a_list_is_a_file_of_the_site_with_its_hash(folder: str, built: Files) -> None:
    held = held_by(built[f"{folder}/worker.js"])
    for name, digest in {**held["whole"], **held["asked"]}.items():
        data = built[posixpath.normpath(posixpath.join(folder, name))]
        assert digest == hashlib.sha256(data).hexdigest()[:32], name
    assert not held["ended"]
    assert held["whole"].keys().isdisjoint(held["asked"])


@pytest.mark.parametrize("folder", FOLDERS)
def test_all_pages_of_a_folder_are_kept_and_all_that_they_may_load(
    folder: str, built: Files
) -> None:
    held = held_by(built[f"{folder}/worker.js"])
    kept = {posixpath.normpath(posixpath.join(folder, name)) for name in held["whole"]}
    asked = {posixpath.normpath(posixpath.join(folder, name)) for name in held["asked"]}
    pages = {name for name in built if name.startswith(f"{folder}/") and name.endswith(".html")}
    assert pages
    assert pages <= kept
    for page in pages:
        loaded = re.findall(
            r"""<(?:script|img)\b[^>]*?\ssrc=["']?([^"'\s>]+)""", built[page].decode()
        )
        paths = {
            posixpath.normpath(posixpath.join(posixpath.dirname(page), each)) for each in loaded
        }
        assert paths <= kept | asked, page


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_page_that_asks_to_be_kept_names_the_version_of_its_worker(
    folder: str, built: Files
) -> None:
    version = held_by(built[f"{folder}/worker.js"])["version"]
    assert re.fullmatch(r"[0-9a-f]{16}", version)
    stamps = {
        name: re.findall(r"data-version=(\w{16})>", data.decode())
        for name, data in built.items()
        if name.startswith(f"{folder}/") and name.endswith(".html")
    }
    named = {name: found for name, found in stamps.items() if found}
    assert f"{folder}/index.html" in named
    assert all(found == [version] for found in named.values())


def test_the_same_sources_give_the_same_workers_and_a_change_gives_another_to_its_aid_alone(
    tmp_path: Path, built: Files
) -> None:
    build_site(ROOT / "aids", tmp_path / "again")
    assert files_in(tmp_path / "again") == built
    aids = write_aids(tmp_path / "aids", one=GOOD, two=GOOD)
    build_site(aids, tmp_path / "out", today=DAY)
    before = files_in(tmp_path / "out")
    write_aids(aids, two=GOOD.replace("You can talk with your pharmacist.", "Ask at the desk."))
    build_site(aids, tmp_path / "out", today=DAY)
    after = files_in(tmp_path / "out")
    assert before["aids/one/worker.js"] == after["aids/one/worker.js"]
    for folder in ("aids/two", "clinician", "plan"):
        old, new = (held_by(each[f"{folder}/worker.js"]) for each in (before, after))
        assert old["version"] != new["version"]


@pytest.mark.parametrize("day", [date(2040, 1, 1), None])
def test_an_aid_that_has_ended_says_so_in_its_worker(day: date | None, tmp_path: Path) -> None:
    source = (ROOT / f"aids/{EARS}/index.md").read_text("utf-8")
    if day is None:
        withdrawn = "status: withdrawn\nwithdrawn: {date: 2026-11-25, reason: Made up}"
        source = source.replace("status: demonstration", withdrawn)
    build_site(write_aids(tmp_path / "aids", ears=source), tmp_path / "out", today=day)
    files = files_in(tmp_path / "out")
    held = held_by(files["aids/ears/worker.js"])
    assert held["ended"]
    assert "not to be used any more" in held["words"]["newer"]
    assert (
        held["whole"]["index.html"]
        == hashlib.sha256(files["aids/ears/index.html"]).hexdigest()[:32]
    )


def test_a_site_that_is_kept_on_no_device_takes_away_what_was_kept(tmp_path: Path) -> None:
    aids = write_aids(tmp_path / "aids", one=GOOD)
    build_site(aids, tmp_path / "out", today=DAY, offline=False)
    files = files_in(tmp_path / "out")
    workers = {name: data for name, data in files.items() if name.endswith("worker.js")}
    assert set(workers) == {"aids/one/worker.js", "clinician/worker.js", "plan/worker.js"}
    for data in workers.values():
        assert held_by(data)["version"] == ""
        assert held_by(data)["whole"] == {}
    assert [
        name
        for name, data in files.items()
        if name.endswith(".html") and b"id=offline-script" in data
    ] == []
    pages = [data.decode() for name, data in files.items() if name.endswith(".html")]
    assert all("worker-src 'none'" in page and "trusted-types 'none'" in page for page in pages)


def test_a_preview_is_never_kept_and_takes_away_what_a_build_left_at_its_address(
    tmp_path: Path,
) -> None:
    preview = Preview(write_aids(tmp_path / "aids", one=GOOD), tmp_path / "handbook")
    for address in ("/aids/one/worker.js", "/clinician/worker.js", "/plan/worker.js"):
        answer = preview.answer(address)
        assert answer.kind.startswith("text/javascript")
        assert held_by(answer.body)["version"] == ""
    assert b"id=offline-script" not in preview.answer("/aids/one/").body


def test_an_aid_that_is_gone_leaves_no_worker(tmp_path: Path) -> None:
    aids = write_aids(tmp_path / "aids", one=GOOD, two=GOOD)
    build_site(aids, tmp_path / "out")
    (aids / "two/index.md").unlink()
    build_site(aids, tmp_path / "out")
    assert not (tmp_path / "out/aids/two").exists()
