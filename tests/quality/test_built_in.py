"""What no author can get wrong: parts that every page has, whatever stands in the source.

``codes`` in ``rules/standards.yaml`` names these tests for the numbers of the catalogue they prove.
"""

from __future__ import annotations

import re

import pytest

from tests.quality.test_facts import pages, rendered
from tests.render.page import Page

SOURCES = pytest.mark.parametrize(
    "source", [each[1] for each in pages()], ids=[each[0] for each in pages()]
)

STEPS = [
    "start",
    "options",
    "compare",
    "values",
    "side-by-side",
    "facts",
    "questions",
    "now",
    "summary",
]
"""The steps in their order; one without content is left out."""

VERDICTS = re.compile(
    r"\b(?:best|winner|wins|score|total|fits? you|match(?:es)?|recommended|suits you)\b",
    re.IGNORECASE,
)
"""Words by which a page would choose for the person."""


def names(page: Page, step: str) -> list[str]:
    """Return the names of what can be filled in on a step."""
    return page.attributes(f"#{step} input, #{step} textarea", "name")


@SOURCES
def test_a_person_can_always_say_in_their_own_words_what_matters(source: str) -> None:
    page = rendered(source)
    assert page.attributes("#values textarea", "name") == [
        "what_matters", "filled_in_by.view",
    ]  # fmt: skip
    assert page.attributes('#values input[type="text"]', "name") == [
        f"concern.{n}" for n in range(1, 6)
    ]
    assert not page.all("#values textarea[required], #values textarea[disabled]")


@SOURCES
def test_what_matters_stands_beside_the_options_and_nothing_is_called_best(source: str) -> None:
    page = rendered(source)
    steps = page.attributes("section.step", "id")
    if "side-by-side" in steps:
        assert steps.index("side-by-side") == steps.index("values") + 1
        step = page.one("#side-by-side")
        assert VERDICTS.findall(step.text(separator=" ")) == []
        assert not step.css("meter, progress, output, [data-score], [aria-sort]")
    assert not page.all("meter, progress")


@SOURCES
def test_the_steps_of_a_decision_stand_in_their_order(source: str) -> None:
    steps = rendered(source).attributes("section.step", "id")
    assert steps == [step for step in STEPS if step in steps]
    assert {"start", "values", "questions", "now", "summary"} <= set(steps)


@SOURCES
def test_there_is_a_summary_to_print_with_room_for_own_questions(source: str) -> None:
    page = rendered(source)
    assert page.one("#summary [data-print-summary]").text() == "Print my summary"
    assert [each for each in names(page, "questions") if each.startswith("own_question.")]
    assert "My questions" in page.texts("#summary .write-label")


@SOURCES
def test_a_person_is_asked_who_decides_and_if_they_have_support(source: str) -> None:
    page = rendered(source)
    assert "Who should make this decision?" in page.texts("#now legend")
    assert "readiness.supported" in names(page, "now")


@SOURCES
def test_not_sure_is_an_answer_to_every_question_on_what_matters(source: str) -> None:
    page = rendered(source)
    for question in page.all("fieldset.values-question"):
        answers = [each.attributes.get("value") for each in question.css("input[type=radio]")]
        assert "unsure" in answers, question.attributes["data-question"]
    assert page.all("#now input[name=leaning][value=unsure]")
    assert not page.all("input[required], textarea[required]")
