"""A folder of aids becomes a site: whole files, nothing stale, nothing from outside the folder."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from decisionaid.disk.aid_folder import compile_file
from decisionaid.disk.picture_format import kind_of
from decisionaid.disk.pictures import MAX_PICTURE_BYTES
from decisionaid.model.record import Record
from decisionaid.model.words import AidWords
from decisionaid.read.text.characters import MAX_BYTES
from decisionaid.site import Built, SiteError, build_site, replacing, write_new_aid
from tests.site_examples import BROKEN, GOOD, PICTURE, PNG, files_in, write_aids


def codes(built: Built) -> set[str]:
    return {each.code.number for each in built.diagnostics if each.code.severity == "error"}


def test_a_site_has_its_pages_its_data_and_what_they_load(tmp_path: Path) -> None:
    built = build_site(write_aids(tmp_path / "aids", one=GOOD), tmp_path / "out")
    made = set(files_in(tmp_path / "out"))
    assert {
        "index.html",
        "clinician/index.html",
        "plan/letter/index.html",
        "plan/prepare/index.html",
        "plan/prepare/large-print.html",
        "schema/record-1.json",
        "assets/page.css",
        "assets/aid.css",
        "assets/quality.css",
        "assets/aid.js",
        "assets/clinician.js",
        "assets/home.js",
        "aids/one/index.html",
        "aids/one/evidence.html",
        "aids/one/quality.html",
        "aids/one/quality.json",
        "aids/one/aid.json",
        "aids/one/questionnaire.json",
    } <= made
    assert set(built.pages) == {name for name in made if name.endswith(".html")}
    assert built.ok


@pytest.mark.long
def test_the_folder_may_be_a_project_or_the_folder_of_aids(tmp_path: Path) -> None:
    write_aids(tmp_path / "project" / "aids", one=GOOD)
    build_site(tmp_path / "project", tmp_path / "a")
    build_site(tmp_path / "project" / "aids", tmp_path / "b")
    assert files_in(tmp_path / "a") == files_in(tmp_path / "b")


def test_the_data_of_an_aid_holds_the_aid_and_its_words(tmp_path: Path) -> None:
    build_site(write_aids(tmp_path / "aids", one=GOOD), tmp_path / "out")
    data = json.loads((tmp_path / "out/aids/one/aid.json").read_text("utf-8"))
    assert list(data) == ["format", "sha256", "aid", "words"]
    assert data["format"] == "decisionaid.aid/1"
    words = AidWords.model_validate_json(json.dumps(data["words"]))
    assert (words.id, words.source_sha256) == ("one", data["sha256"])
    _source, compiled = compile_file(tmp_path / "aids/one/index.md")
    assert data["sha256"] == compiled.sha256
    assert compiled.aid is not None
    assert data["aid"] == compiled.aid.model_dump(mode="json")


def test_the_published_schema_is_that_of_the_record(tmp_path: Path) -> None:
    build_site(write_aids(tmp_path / "aids", one=GOOD), tmp_path / "out")
    schema = json.loads((tmp_path / "out/schema/record-1.json").read_text("utf-8"))
    assert schema["properties"].keys() == Record.model_fields.keys()


def test_an_aid_with_an_error_has_no_page_and_the_others_have(tmp_path: Path) -> None:
    aids = write_aids(tmp_path / "aids", bad=BROKEN, good=GOOD)
    built = build_site(aids, tmp_path / "out")
    assert built.refused == ["bad"]
    assert [card.slug for card in built.cards] == ["good"]
    assert sorted(each.name for each in (tmp_path / "out/aids").iterdir()) == ["good"]
    known = (tmp_path / "out/clinician/index.html").read_text("utf-8")
    assert "aids/good/aid.json" in known
    assert "aids/bad/" not in known


@pytest.mark.long
def test_the_page_of_an_aid_that_breaks_later_goes(tmp_path: Path) -> None:
    aids, out = write_aids(tmp_path / "aids", one=GOOD, two=GOOD), tmp_path / "out"
    build_site(aids, out)
    write_aids(aids, one=BROKEN)
    build_site(aids, out)
    assert not (out / "aids/one").exists()
    assert (out / "aids/two/index.html").is_file()


@pytest.mark.long
def test_the_pages_of_an_aid_that_is_no_more_go_and_other_files_stay(tmp_path: Path) -> None:
    aids, out = write_aids(tmp_path / "aids", one=GOOD, two=GOOD), tmp_path / "out"
    build_site(aids, out)
    (out / "aids/one/notes.txt").write_text("somebody's own", encoding="utf-8")
    (out / "own.html").write_text("somebody's own", encoding="utf-8")
    (aids / "one/index.md").unlink()
    build_site(aids, out)
    assert [each.name for each in (out / "aids/one").iterdir()] == ["notes.txt"]
    assert (out / "own.html").is_file()


@pytest.mark.long
def test_a_second_build_touches_no_file_that_stays_the_same(tmp_path: Path) -> None:
    aids, out = write_aids(tmp_path / "aids", one=GOOD, two=GOOD), tmp_path / "out"
    build_site(aids, out)
    for path in out.rglob("*"):
        os.utime(path, ns=(1, 1))
    write_aids(aids, two=GOOD.replace("You can talk with your pharmacist.", "Ask at the desk."))
    build_site(aids, out)
    changed = {
        path.relative_to(out).as_posix()
        for path in out.rglob("*")
        if path.is_file() and path.stat().st_mtime_ns != 1
    }
    assert "aids/two/index.html" in changed
    # They list the texts of all aids, or are kept on a device together with words of all aids.
    others = {name for name in changed if not name.startswith("aids/two/")}
    kept = {"clinician/worker.js", "plan/worker.js", "plan/index.html", "plan/prepare/index.html"}
    assert others == {"clinician/index.html", *kept}


def test_nothing_half_written_is_left_when_writing_fails(tmp_path: Path) -> None:
    aids, out = write_aids(tmp_path / "aids", one=GOOD), tmp_path / "out"
    (out / "aids/one/index.html").mkdir(parents=True)
    (out / "aids/one/index.html/in-the-way").touch()
    with pytest.raises(OSError, match=r"index\.html"):
        build_site(aids, out)
    assert list(out.rglob("*.part")) == []


@pytest.mark.long
def test_pictures_are_copied_and_stale_ones_go(tmp_path: Path) -> None:
    aids, out = write_aids(tmp_path / "aids", one=PICTURE), tmp_path / "out"
    (aids / "one/images").mkdir()
    (aids / "one/images/knee.png").write_bytes(PNG)
    (aids / "one/images/never-shown.png").write_bytes(PNG)
    assert build_site(aids, out).ok
    assert [each.name for each in (out / "aids/one/images").iterdir()] == ["knee.png"]
    assert (out / "aids/one/images/knee.png").read_bytes() == PNG
    write_aids(aids, one=GOOD)
    build_site(aids, out)
    assert not (out / "aids/one/images").exists()


def test_a_missing_picture_is_refused_where_it_is_shown(tmp_path: Path) -> None:
    built = build_site(write_aids(tmp_path / "aids", one=PICTURE), tmp_path / "out")
    (found,) = (each for each in built.diagnostics if each.code.number == "DA040")
    line = PICTURE.splitlines().index("![A made-up picture](images/knee.png)") + 1
    assert (found.span.line, built.refused) == (line, ["one"])


@pytest.mark.parametrize(
    "data", [b"GIF89a", b"<svg/>", b"\xff\xd8\xff", PNG + bytes(MAX_PICTURE_BYTES)]
)
def test_a_file_that_is_no_picture_of_its_name_or_too_large_is_refused(
    data: bytes, tmp_path: Path
) -> None:
    aids = write_aids(tmp_path / "aids", one=PICTURE)
    (aids / "one/images").mkdir()
    (aids / "one/images/knee.png").write_bytes(data)
    assert codes(build_site(aids, tmp_path / "out")) == {"DA041"}


def test_a_picture_that_links_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    aids = write_aids(tmp_path / "aids", one=PICTURE)
    (tmp_path / "private.png").write_bytes(PNG)
    (aids / "one/images").mkdir()
    (aids / "one/images/knee.png").symlink_to(tmp_path / "private.png")
    assert codes(build_site(aids, tmp_path / "out")) == {"DA041"}
    assert not (tmp_path / "out/aids/one").exists()


def test_an_aid_that_links_out_of_the_folder_is_refused_unread(tmp_path: Path) -> None:
    write_aids(tmp_path / "elsewhere", private=GOOD)
    aids = write_aids(tmp_path / "aids", one=GOOD)
    (aids / "two").symlink_to(tmp_path / "elsewhere/private")
    built = build_site(aids, tmp_path / "out")
    assert (built.refused, codes(built)) == (["two"], {"DA042"})
    assert built.sources[built.diagnostics[-1].source].text == ""


@pytest.mark.parametrize("name", ["Knee Pain", "knee_pain", "-knee", "knee--pain", "k" * 65])
def test_a_folder_whose_name_is_no_address_is_refused(name: str, tmp_path: Path) -> None:
    aids = write_aids(tmp_path / "aids", one=GOOD)
    (aids / "one").rename(aids / name)
    assert codes(build_site(aids, tmp_path / "out")) == {"DA042"}


def test_a_source_is_not_read_beyond_what_the_reader_takes(tmp_path: Path) -> None:
    aids = write_aids(tmp_path / "aids", one=GOOD + "x" * (2 * MAX_BYTES))
    built = build_site(aids, tmp_path / "out")
    assert "DA002" in codes(built)
    assert max(len(source.text) for source in built.sources.values()) <= MAX_BYTES + 4


def test_a_source_that_is_not_utf_8_is_refused_at_its_place(tmp_path: Path) -> None:
    aids = write_aids(tmp_path / "aids", one=GOOD)
    data = (aids / "one/index.md").read_bytes()
    (aids / "one/index.md").write_bytes(data.replace(b"Your options", b"Your \xfcptions"))
    (found,) = build_site(aids, tmp_path / "out").diagnostics
    line = GOOD.splitlines().index("## Your options {.options}") + 1
    assert (found.code.number, found.span.line, found.span.column) == ("DA001", line, 9)
    assert found.source.endswith("aids/one/index.md")


def test_without_aids_it_says_how_to_start(tmp_path: Path) -> None:
    with pytest.raises(SiteError, match="decisionaid new"):
        build_site(tmp_path, tmp_path / "out")


@pytest.mark.parametrize("out", [".", "aids", "aids/out", "aids/.."])
def test_a_site_never_goes_where_the_aids_are(out: str, tmp_path: Path) -> None:
    aids = write_aids(tmp_path / "aids", one=GOOD)
    before = files_in(tmp_path)
    with pytest.raises(SiteError, match="where the aids are"):
        build_site(aids, tmp_path / out)
    assert files_in(tmp_path) == before


def test_progress_is_told_before_each_aid(tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    aids = write_aids(tmp_path / "aids", b=GOOD, a=GOOD)
    build_site(aids, tmp_path / "out", progress=lambda *step: told.append(step))
    assert told == [(0, 2, "a"), (1, 2, "b")]


def test_replacing_leaves_a_folder_that_no_build_made_alone(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters/dear.txt").touch()
    with pytest.raises(SiteError, match="no build has made"), replacing(tmp_path / "letters"):
        pytest.fail("must not come here")
    assert (tmp_path / "letters/dear.txt").is_file()


def test_replacing_makes_one_folder_equal_to_the_other(tmp_path: Path) -> None:
    out = tmp_path / "out"
    build_site(write_aids(tmp_path / "aids", one=GOOD), out)
    with replacing(out) as new:
        (new / "deep/er").mkdir(parents=True)
        (new / "deep/er/file").write_text("new", encoding="utf-8")
    assert files_in(out) == {"deep/er/file": b"new"}
    assert [path.name for path in out.iterdir()] == ["deep"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["aids", "out"]


def build_half(new: Path) -> None:
    """Write a file, then fail."""
    (new / "half").touch()
    (new / "half").touch(exist_ok=False)


def test_replacing_keeps_the_old_site_when_a_build_fails(tmp_path: Path) -> None:
    out = tmp_path / "out"
    build_site(write_aids(tmp_path / "aids", one=GOOD), out)
    before = files_in(out)
    with pytest.raises(FileExistsError), replacing(out) as new:
        build_half(new)
    assert files_in(out) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["aids", "out"]


def test_a_new_aid_is_never_written_over_another(tmp_path: Path) -> None:
    path = write_new_aid(tmp_path, "one", "first")
    with pytest.raises(SiteError, match="stays as it is"):
        write_new_aid(tmp_path, "one", "second")
    assert path.read_text("utf-8") == "first"


@pytest.mark.parametrize("slug", ["../one", "one/two", "", "One", "."])
def test_a_new_aid_stays_in_its_folder(slug: str, tmp_path: Path) -> None:
    with pytest.raises(SiteError, match="cannot be part of an address"):
        write_new_aid(tmp_path / "aids", slug, "text")
    assert list(tmp_path.iterdir()) == []


def test_pictures_are_known_by_their_first_bytes() -> None:
    assert kind_of(PNG) == "PNG"
    assert kind_of(b"\xff\xd8\xff\xe0") == "JPEG"
    assert kind_of(b"RIFF\x00\x00\x00\x00WEBPVP8 ") == "WebP"
    assert kind_of(b"RIFF\x00\x00\x00\x00WAVEfmt ") is None
