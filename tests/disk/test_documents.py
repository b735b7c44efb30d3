"""A document that the record names stands in the aid's folder: hashed, bounded, never published."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from decisionaid.disk.aid_folder import AidFiles, aid_files, assessed
from decisionaid.disk.aid_pages import View
from decisionaid.disk.documents import MAX_DOCUMENT_BYTES
from tests.site_examples import GOOD, write_aids

DONE = "equality: {done: yes, who: [a team], date: 2026-01-05, document: made/equality.md}"
AID = GOOD.replace("option-order:", f"development:\n  {DONE}\noption-order:", 1)


def files_of(folder: Path) -> AidFiles:
    """Render the aid of a folder of aids."""
    return aid_files(folder / "one", folder, View())


@pytest.fixture
def aids(tmp_path: Path) -> Path:
    """Return a folder with one aid whose record names a document."""
    folder = write_aids(tmp_path / "aids", one=AID)
    (folder / "one/made").mkdir()
    return folder


def refusals(aid: AidFiles) -> list[tuple[str, str]]:
    """Return code and message of what stops the page."""
    return [
        (each.code.number, each.message)
        for each in aid.diagnostics
        if each.code.severity == "error"
    ]


def test_a_document_is_hashed_and_its_words_stay_in_the_folder(aids: Path) -> None:
    (aids / "one/made/equality.md").write_bytes(b"Said by A. Tester")
    aid = files_of(aids)
    assert refusals(aid) == []
    digest = hashlib.sha256(b"Said by A. Tester").hexdigest()[:16]
    assert digest.encode() in aid.files["aids/one/quality.html"]
    assert digest.encode() in aid.files["aids/one/quality.json"]
    assert not any(b"A. Tester" in data for data in aid.files.values())
    assert not any("made" in name for name in aid.files)


def test_a_later_change_of_a_document_shows(aids: Path) -> None:
    pages = []
    for words in (b"first", b"second"):
        (aids / "one/made/equality.md").write_bytes(words)
        pages.append(files_of(aids).files["aids/one/quality.json"])
    assert pages[0] != pages[1]


def test_a_document_that_is_not_there_stops_the_page_at_its_line(aids: Path) -> None:
    aid = files_of(aids)
    assert refusals(aid) == [("DA043", "there is no document 'made/equality.md'")]
    line = AID[: AID.index(DONE)].count("\n") + 1
    assert [each.span.line for each in aid.diagnostics if each.code.number == "DA043"] == [line]
    assert aid.files == {}


def test_a_link_out_of_the_folder_is_not_followed(aids: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("secret", encoding="utf-8")
    (aids / "one/made/equality.md").symlink_to(tmp_path / "secret.md")
    ((code, message),) = refusals(files_of(aids))
    assert (code, "lies outside" in message) == ("DA043", True)


def test_a_document_that_is_too_large_is_refused(aids: Path) -> None:
    with (aids / "one/made/equality.md").open("wb") as file:
        file.truncate(MAX_DOCUMENT_BYTES + 1)
    assert refusals(files_of(aids)) == [
        ("DA043", "the document 'made/equality.md' is larger than 10 MB")
    ]


def test_an_aid_that_has_errors_is_assessed_all_the_same(aids: Path) -> None:
    _source, compiled, quality = assessed(aids / "one/index.md")
    assert not compiled.ok
    assert quality is not None
    assert quality.slug == "one"
