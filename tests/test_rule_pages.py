"""Every rule page is a test: its first example is refused with the very message it shows, its second is not.

``make golden`` writes the messages anew; read the difference.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from decisionaid.compiler import Compiled, compile_aid
from decisionaid.diagnostics.formats import diagnostic_text
from decisionaid.text import Source
from tests.conftest import ROOT, Golden
from tests.rules.examples import EXAMPLE_NAME, SPECIMEN, read_rule_page, whole_source

WITHOUT_EXAMPLE = {
    "DA002",
    "DA020",
    "DA040",
    "DA041",
    "DA042",
    "DA043",
    "DA044",
    "DA099",
    "DA864",
    "DA865",
}
"""What is too large for a page, is not in the text but in the folder, or no author can cause."""

ALSO = {"DA045": {"DA207"}, "DA801": {"DA813"}, "DA813": {"DA801"}}
"""What else an example must bring about: a waiver that has ended brings back what it set aside, and
of an aid that is not in English two things are told."""

EVERY_PAGE = sorted((ROOT / "site" / "authors" / "rules").glob("DA*.md"))
PAGES = [path for path in EVERY_PAGE if path.stem not in WITHOUT_EXAMPLE]
TODAY = date(2026, 6, 1)
"""For the rules about the clock; the specimen was published before and is reviewed later."""


def compiled(text: str) -> tuple[Source, Compiled]:
    """Compile an example; it stands for a file of this name."""
    source = Source(EXAMPLE_NAME, text, slug="example")
    return source, compile_aid(source, today=TODAY)


def test_every_page_has_its_examples_unless_there_can_be_none() -> None:
    bare = {path.stem for path in EVERY_PAGE if "```" not in path.read_text(encoding="utf-8")}
    assert bare == WITHOUT_EXAMPLE


def test_the_specimen_behind_the_examples_has_no_fault() -> None:
    _source, result = compiled(SPECIMEN.read_text(encoding="utf-8"))
    assert [(each.code.number, each.message) for each in result.diagnostics] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_wrong_example_is_refused_with_the_message_shown(path: Path, golden: Golden) -> None:
    page = read_rule_page(path)
    source, result = compiled(whole_source(page.wrong))
    assert {each.code.number for each in result.diagnostics} == {page.number} | ALSO.get(
        page.number, set()
    )
    said = "\n".join(diagnostic_text(each, source, colour=False) for each in result.diagnostics)
    golden(path, page.with_message(said))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_right_example_has_no_fault(path: Path) -> None:
    page = read_rule_page(path)
    _source, result = compiled(whole_source(page.right))
    assert [(each.code.number, each.message) for each in result.diagnostics] == []


def test_a_waiver_for_a_rule_about_the_clock_is_not_unused_without_a_date() -> None:
    head = SPECIMEN.read_text(encoding="utf-8").replace("year: 2024", "year: 2012")
    text = head.replace(
        "funding: none\n",
        "funding: none\nwaivers:\n  DA502: {by: Example team, date: 2026-01-02, "
        "reason: Searched in January and found nothing newer}\n",
    )
    source = Source(EXAMPLE_NAME, text, slug="example")
    found = [compile_aid(source, today=today).diagnostics for today in (None, TODAY)]
    assert found == [(), ()]
