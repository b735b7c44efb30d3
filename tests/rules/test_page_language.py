"""An aid whose language has no words of pages is a draft, and nothing is loaded to know it of English."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from decisionaid.compiler import Compiled, compile_aid
from decisionaid.language import catalogue
from decisionaid.text import Source
from tests.language.catalogues import folder_of
from tests.rules.examples import SPECIMEN

TEXT = SPECIMEN.read_text(encoding="utf-8")
WITHDRAWN = 'status: withdrawn\nwithdrawn: {date: 2026-05-01, reason: "There is a newer one"}'


def compiled(status: str, language: str) -> Compiled:
    head = TEXT.replace("status: demonstration", status)
    text = head.replace("language: en-GB", f"language: {language}")
    return compile_aid(Source("index.md", text, "example"), today=date(2026, 6, 1))


def told(status: str, language: str) -> list[str]:
    """Return how bad it is that pages have no words in the language, each time it is told."""
    found = compiled(status, language).diagnostics
    return [str(each.code.severity) for each in found if each.code.number == "DA813"]


@pytest.mark.parametrize("language", ["cy", "ar", "zh-Hant-TW", "enm"])
def test_people_are_shown_no_aid_without_words_in_its_language(language: str) -> None:
    """A demonstration counts as published: people read it, and others copy from it."""
    for status in ("status: published", "status: demonstration"):
        assert told(status, language) == ["error"]
        assert not compiled(status, language).ok


def test_a_draft_is_told_so_and_has_its_pages() -> None:
    assert told("status: draft", "cy") == ["warning"]
    assert compiled("status: draft", "cy").ok


def test_a_withdrawn_aid_is_left_alone() -> None:
    assert told(WITHDRAWN, "cy") == []


@pytest.mark.parametrize("language", ["en", "en-GB", "en-US"])
def test_an_aid_in_english_has_all_words(language: str) -> None:
    assert told("status: published", language) == []


def test_a_waiver_does_not_publish_such_an_aid() -> None:
    waiver = '{by: "Ann Example, editor", date: 2026-01-15, reason: "Nobody minds the English"}'
    result = compiled(f"status: published\nwaivers: {{DA813: {waiver}}}", "cy")

    assert {"DA813", "DA035"} <= {each.code.number for each in result.diagnostics}


def test_a_language_with_all_words_is_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = folder_of(
        tmp_path, en="yes = Yes\nno = No\n", cy="yes = Ie\nno = Na\n", fr="yes = Oui\n"
    )
    monkeypatch.setattr(catalogue, "FOLDER", folder)

    assert told("status: published", "cy-GB") == []
    assert told("status: published", "fr") == ["error"]


def test_english_is_the_one_language_with_all_words_as_the_message_and_the_handbook_say() -> None:
    """When there is another, the message, DA813.md and the line on ``language`` in format.md change."""
    assert [path.name for path in catalogue.FOLDER.iterdir()] == ["en"]


@pytest.mark.long
def test_no_language_is_loaded_to_check_an_aid_in_english(tmp_path: Path) -> None:
    path = tmp_path / "index.md"
    path.write_text(TEXT, encoding="utf-8")
    code = (
        "import sys\n"
        "from decisionaid.compiler import compile_aid\n"
        "from decisionaid.text import Source\n"
        "found = compile_aid(Source('index.md', open(sys.argv[1], encoding='utf-8').read(), 'a'))\n"
        "print(found.ok, [m for m in ('babel', 'fluent', 'decisionaid.language') if m in sys.modules])"
    )
    command = [sys.executable, "-c", code, str(path)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert said == "True []\n"
