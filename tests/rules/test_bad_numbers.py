"""Numbers that mislead or cannot be right are refused at their words, with what to paste instead.

The cases are in ``bad_numbers.md`` beside this file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from decisionaid.compiler import compile_aid
from decisionaid.diagnostics import Diagnostic
from decisionaid.text import Source
from tests.conftest import ROOT
from tests.rules.examples import SPECIMEN

TEXT = SPECIMEN.read_text(encoding="utf-8")
_CHANGE = re.compile(r"^- `([^`]+)` → (?:`([^`]+)`|``)$", re.MULTILINE)
_EXPECTED = re.compile(r"^- (DA\d{3}) at `([^`]+)`: paste `(.+)`$", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    """A line of the specimen, what stands in its place, and the answers: code, words, what to paste."""

    name: str
    old: str
    new: str
    expected: tuple[tuple[str, str, str], ...]


def cases() -> list[Case]:
    text = Path(__file__).with_name("bad_numbers.md").read_text(encoding="utf-8")
    found = []
    for part in text.split("## Case: ")[1:]:
        name, _, body = part.partition("\n")
        change = _CHANGE.search(body)
        assert change, name
        found.append(Case(name, change[1], change[2] or "", tuple(_EXPECTED.findall(body))))
        assert found[-1].expected, name
        assert len(body.strip().splitlines()) == 1 + len(found[-1].expected), name
    return found


def words_at(each: Diagnostic, source: Source) -> str:
    """Return the words that a diagnostic points at, on one line."""
    line = source.line(each.span.line)
    return line[each.span.column - 1 : each.span.end_column - 1]


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_a_bad_number_is_refused_at_its_words_with_what_to_paste(case: Case) -> None:
    assert TEXT.count(case.old) == 1
    result = compile_aid(TEXT.replace(case.old, case.new))
    told = [(each.code.number, words_at(each, result.source)) for each in result.diagnostics]
    for code, words, paste in case.expected:
        assert (code, words) in told
        helps = [each.help for each in result.diagnostics if each.code.number == code]
        assert any(paste in text for text in helps), helps


def test_words_are_found_over_the_end_of_a_line() -> None:
    text = TEXT.replace("You can talk with your health team.", "It was so in\n1 in\n20 of them.")
    (found,) = compile_aid(text).diagnostics
    line = text.splitlines().index("1 in") + 1
    assert (found.code.number, *found.span) == ("DA309", line, 1, line + 1, 3)


def test_words_with_stress_in_them_are_shown_with_their_whole_paragraph() -> None:
    text = TEXT.replace("You can talk with your health team.", "It was so in **1** in 20 of them.")
    (found,) = compile_aid(text).diagnostics
    line = text.splitlines().index("It was so in **1** in 20 of them.") + 1
    assert (found.code.number, *found.span) == ("DA309", line, 1, line, 34)


LEFT_ALONE = (
    "How common is it to feel sick?",
    "Ask how likely it is for you.",
    "A common cold is another thing.",
    "What the two have in common is said above.",
    "People at low risk were left out.",
    "It is rare, with [[sick/treatment]].",
    "The odds and ends stay here.",
    "Both halves of the tablet are alike. Double vision was not counted.",
    "At half past ten, take 1 of 2 tablets.",
    "In 2024 the page had 12 pictures, and the tablet costs £2.",
    "Age 18 to 65, for 6 to 12 weeks, 3 times a day.",
    "Of all, 991 of 1,217 (81.4 %) were content. {source=example-2024}",
    "Of all, 62 of 78 (79 %) were content. {source=example-2024}",
    "Of all, 1 of 8 (12 % or 13 %) were content. {source=example-2024}",
)


@pytest.mark.parametrize("words", LEFT_ALONE)
def test_what_is_no_bad_number_is_left_alone(words: str) -> None:
    result = compile_aid(TEXT.replace("You can talk with your health team.", words))
    assert [(each.code.number, each.message) for each in result.diagnostics] == []


def test_chances_in_words_and_odds_are_looked_for_in_english_aids_only() -> None:
    text = TEXT.replace("You can talk with your health team.", "Odds er common og likely.")
    told = [
        {each.code.number for each in compile_aid(source).diagnostics}
        for source in (text, text.replace("language: en-GB", "language: nb"))
    ]
    assert told == [{"DA309", "DA321"}, {"DA801", "DA813"}]


@pytest.mark.parametrize(
    "path", sorted((ROOT / "aids").glob("*/index.md")), ids=lambda path: path.parent.name
)
def test_a_real_aid_has_no_number_that_misleads(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    codes = {each.code.number for each in compile_aid(text).diagnostics}
    printed_so = {"DA323"}  # a review that prints every share out of 1,000, of fewer people too
    assert {code for code in codes if code.startswith("DA3")} - printed_so == set()
