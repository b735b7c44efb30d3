"""Figures in prose are found; ages, dates, durations and steps are not taken for figures."""

from __future__ import annotations

import re
import sys

import pytest

from decisionaid.model.figure import InWords
from decisionaid.model.prose import FigureName, Paragraph, Text
from decisionaid.model.sections import (
    CellWords,
    CompareCell,
    CompareRow,
    CompareSection,
    Item,
    ProseSection,
    QuestionsSection,
)
from decisionaid.rules.prose_figures import folded, may_mislead
from tests.rules.example_aid import (
    PAIN,
    SICK,
    codes,
    example_aid,
    found,
    frequency,
    outcome,
    prose,
    sections,
)


def saying(*paragraphs: str) -> list[str]:
    """Return the codes of an aid that says this in a section of prose."""
    return codes(example_aid(opening=prose(*paragraphs)))


@pytest.mark.parametrize(
    "words",
    [
        "Sessions last for 4 to 6 weeks, and 1 to 3 more follow later.",
        "Children under 2, and adults aged 18 to 65.",
        "A fever over 37.5 °C. The page is from 3 in 2015.",
        "Work after about 6 to 12 weeks, 1 in 2 days at first.",
        "Take 1 of 2 tablets. This is step 2 of 8.",
        "Call 999. It is open 24 hours a day, from 9 to 5.",
        "Fewer than half of the children still have pain.",
    ],
)
def test_what_is_not_a_figure_is_left_alone(words: str) -> None:
    assert saying(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Of those who start, 10 in 100 feel sick.",
        "About 1,200 of 10,000 people.",
        "12 out of every 1000 people have it.",
        "Some 8 % feel sick.",
        "Some 8 per cent feel sick.",
    ],
)
def test_a_figure_in_prose_is_found(words: str) -> None:
    assert saying(words) == ["DA310"]


@pytest.mark.parametrize(
    "words",
    [
        "1 in 20 people feel sick.",
        "One in ten people feels sick.",
        "It gives a 30 % reduction.",
        "It reduces the number of strokes by 30 per cent.",
        "You are twice as likely to feel sick.",
        "Three times more people feel sick.",
        "It halves the risk.",
    ],
)
def test_misleading_number_words_are_refused(words: str) -> None:
    assert saying(words) == ["DA309"]


def test_a_source_stands_behind_a_figure_but_not_behind_one_in_x() -> None:
    texts = ("10 in 100 feel sick.", "1 in 10 feels sick.")
    opening = tuple(
        Paragraph(inlines=(Text(text=text),), sources=("example-2024",)) for text in texts
    )
    aid = example_aid(opening=opening)
    assert codes(aid) == ["DA309"]
    assert [finding.path for finding in found(aid, "DA309")] == [("opening", 1)]


def test_the_name_of_a_cell_is_not_a_figure_in_prose() -> None:
    opening = (Paragraph(inlines=(FigureName(outcome="pain-1-in-2", option="as-now"),)),)
    assert codes(example_aid(opening=opening)) == []


def test_figures_are_found_in_lists_and_notes_with_their_place() -> None:
    note = "1 in 10 had it before."
    row = outcome("pain", {"as-now": frequency(4), "treatment": frequency(2)}, note=note)
    ask = QuestionsSection(heading="Ask", items=(Item(id="ask", text="Is it 5 in 100 for me?"),))
    aid = example_aid(sections=(*sections(row, SICK), ask))
    assert [finding.path for finding in found(aid, "DA309")] == [
        ("sections", 4, "outcomes", 0, "note")
    ]
    assert [finding.path for finding in found(aid, "DA310")] == [("sections", 6, "items", 0)]


def test_the_help_names_the_place_where_the_source_is_written() -> None:
    said = "Of these people, 7 in 100 drop out."
    row = CompareRow(
        id="daily",
        question="What is it like?",
        cells=(CompareCell(option="as-now", content=CellWords(inlines=(Text(text=said),))),),
    )
    ask = QuestionsSection(heading="Ask", items=(Item(id="ask", text=said),))
    compare = CompareSection(heading="Compare", rows=(row,))
    aid = example_aid(sections=(*sections(PAIN, SICK), ask, compare), opening=prose(said))
    assert {
        each.help.partition("give the source ")[2].partition(":")[0] for each in found(aid, "DA310")
    } == {
        "at the end of the paragraph",
        "at the end of the item",
        "in the first cell of the row",
    }


def test_a_note_says_one_in_x_otherwise_and_has_its_source_already() -> None:
    row = outcome(
        "pain", {"as-now": frequency(4), "treatment": frequency(2)}, note="1 in 40 had it before."
    )
    assert [each.help for each in found(example_aid(row, SICK), "DA309")] == [
        "write '25 in 1000' in place of it"
    ]


def test_a_note_on_an_outcome_has_the_source_of_the_outcome() -> None:
    row = outcome(
        "pain", {"as-now": frequency(4), "treatment": frequency(2)}, note="Before, 5 in 100 had it."
    )
    assert codes(example_aid(row, SICK)) == []


def test_the_words_of_a_cell_are_read_like_a_note_of_its_outcome() -> None:
    words = outcome(
        "changed", {"as-now": InWords(text="1 in 20"), "treatment": InWords(text="one")}
    )
    aid = example_aid(PAIN, words.model_copy(update={"direction": "about-the-study"}))
    (one,) = found(aid, "DA309")
    assert one.path[-3:] == ("cells", 0, "text")
    assert one.help == "write '5 in 100' in place of it"
    assert found(aid, "DA310") == []


def test_a_section_before_the_rest_keeps_its_place() -> None:
    first = ProseSection(heading="First", body=prose("All is well.", "Then 5 in 100."))
    aid = example_aid(sections=sections(PAIN, SICK, before=(first,)))
    assert [finding.path for finding in found(aid, "DA310")] == [("sections", 0, "body", 1)]


@pytest.mark.long
def test_every_letter_that_the_patterns_read_is_folded_to_it() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    for letter in "abcdefghijklmnopqrstuvwxyz":
        read = re.findall(letter, every, re.IGNORECASE)
        assert {folded(each) for each in read} == {letter}


@pytest.mark.parametrize(
    "words",
    [
        "One in every twenty.",
        "one out of ten",
        "TWICE AS LIKELY",
        "Half as many people.",
        "Three times as often.",
        "ten tımeſ more",
        "It doubles the risk.",
        "It halved the chance.",
        "It trebles your risk, or triples it.",
        "It cut the risk by ٣%.",
    ],
)
def test_no_misleading_words_escape_the_search_for_their_stems(words: str) -> None:
    assert may_mislead(words)


def test_plain_prose_is_not_searched_further() -> None:
    assert not may_mislead("Some people have pain in the knee, and it can come and go.")
