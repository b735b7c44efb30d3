"""What a values question and a named figure say of options without a figure."""

from __future__ import annotations

from decisionaid.model.figure import Figure, NoDifferenceShown, NotApplicable, NotFound, NotKnown
from decisionaid.model.sections import ImportanceQuestion
from decisionaid.render.outcomes.in_words import Figures
from decisionaid.render.pages.questions import view_question
from decisionaid.render.words.prose import ProseWriter
from tests.render.examples import EXAMPLE, frequency, outcome
from tests.render.page import Page, text


def facts(*figures: Figure | None) -> str:
    section = next(each for each in EXAMPLE.sections if each.role == "outcomes")
    row = outcome("row", *figures)
    sections = tuple(
        each.model_copy(update={"outcomes": (row,)}) if each is section else each
        for each in EXAMPLE.sections
    )
    made = Figures(EXAMPLE.model_copy(update={"sections": sections}))
    question = ImportanceQuestion(id="q", title="Q", about=("row",))
    writer = ProseWriter(made.aid, made.sentence, "evidence.html")
    (line,) = view_question(question, made, writer).facts
    return text(Page(line).one("body")).partition("): ")[2]


FRAME = "How many people have the bad thing."


def test_not_known_not_found_and_no_difference_are_said_apart() -> None:
    assert facts(NotKnown(reason="nobody asked"), NotFound(reason="not seen"), None) == (
        "Not known: Carry on as now. Not found: A tablet. Figure missing: An operation."
    )
    assert facts(NoDifferenceShown(reason="in words only"), frequency("5", 100), None) == (
        f"{FRAME} A tablet 5 of 100. No difference shown: Carry on as now. Figure missing: An operation."
    )


def test_options_of_one_kind_are_named_together() -> None:
    missing = NotFound(reason="not seen")
    assert facts(missing, missing, frequency("5", 100)) == (
        f"{FRAME} An operation 5 of 100. Not found: Carry on as now and A tablet."
    )


def test_what_does_not_apply_is_not_called_unknown() -> None:
    assert facts(NotApplicable(reason="no tablet is taken"), frequency("5", 100), None) == (
        f"{FRAME} A tablet 5 of 100. Figure missing: An operation."
    )


def test_a_named_figure_that_was_not_found_says_so() -> None:
    figures = Figures(EXAMPLE)
    assert figures.sentence("rates", "tablet") == (
        "Example outcome rates, with a tablet: We have not found this number. "
        "The source prints a ratio"
    )
