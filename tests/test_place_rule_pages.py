"""Every page on a rule of places is a test: its first example is refused with the message it shows.

``make golden`` writes the messages anew; read the difference.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from decisionaid.diagnostics.formats import diagnostic_text
from decisionaid.read.place.faults import PLACE_FAULTS
from decisionaid.rules.places import PLACE_RULES
from tests.conftest import ROOT, Golden
from tests.rules.place_examples import SPECIMEN, compiled_place, whole_place

WITHOUT_EXAMPLE = {"DP106", "DP127"}
"""What is too large for a page."""

_FENCE = re.compile(r"^```(\S*)[^\n]*\n(.*?)^```$", re.DOTALL | re.MULTILINE)
EVERY_PAGE = sorted((ROOT / "site" / "authors" / "rules").glob("DP*.md"))
PAGES = [path for path in EVERY_PAGE if path.stem not in WITHOUT_EXAMPLE]


def blocks_of(path: Path) -> tuple[str, str, str]:
    """Return the wrong example, the message and the right one."""
    found = [(each[1], each[2]) for each in _FENCE.finditer(path.read_text(encoding="utf-8"))]
    assert [name for name, _block in found] == ["yaml", "diagnostic", "yaml"], path.name
    wrong, message, right = (block for _name, block in found)
    return wrong, message, right


def test_every_code_of_places_has_its_page() -> None:
    codes = {*PLACE_FAULTS, *(rule.code.number for rule in PLACE_RULES)}
    assert {path.stem for path in EVERY_PAGE} == codes
    assert len(codes) == len(PLACE_FAULTS) + len(PLACE_RULES) == 24
    bare = {path.stem for path in EVERY_PAGE if "```" not in path.read_text(encoding="utf-8")}
    assert bare == WITHOUT_EXAMPLE


def test_the_specimen_behind_the_examples_has_no_fault() -> None:
    assert compiled_place(SPECIMEN.read_text(encoding="utf-8")).diagnostics == ()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_wrong_example_is_refused_with_the_message_shown(path: Path, golden: Golden) -> None:
    wrong, message, _right = blocks_of(path)
    result = compiled_place(whole_place(wrong))
    assert {each.code.number for each in result.diagnostics} == {path.stem}
    said = "\n".join(
        diagnostic_text(each, result.source, colour=False) for each in result.diagnostics
    )
    old, new = (f"```diagnostic\n{each}```" for each in (message, said))
    golden(path, path.read_text(encoding="utf-8").replace(old, new))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_right_example_has_no_fault(path: Path) -> None:
    _wrong, _message, right = blocks_of(path)
    found = compiled_place(whole_place(right)).diagnostics
    assert [(each.code.number, each.message) for each in found] == []
