"""The words about an aid that the clinician's page shows."""

import pytest

from decisionaid.model.sections import ImportanceQuestion, ValuesSection
from decisionaid.model.words import QuestionWords
from decisionaid.render import aid_words
from decisionaid.render.words.phrases import small
from tests.conftest import Golden
from tests.render.examples import EXAMPLE, words

SHA = "0123456789abcdef"
WORDS = aid_words(EXAMPLE, SHA)


def test_the_words_are_as_they_were_when_last_read(golden: Golden) -> None:
    """Digests are stored in records: a change here makes answers look reworded."""
    golden("render/example-words.json", WORDS.model_dump(mode="json"))


def question(title: str, text: str) -> QuestionWords:
    asked = ImportanceQuestion(id="q", title=title, question=words(text))
    section = ValuesSection(heading="H", questions=(asked,))
    (made,) = aid_words(EXAMPLE.model_copy(update={"sections": (section,)}), SHA).questions
    return made


def test_a_digest_changes_with_the_words_and_with_nothing_else() -> None:
    first = question("Less pain", "How important is it?")
    assert question("Less pain", "How important is it?").wording == first.wording
    assert question("Less pain", "How important is it to you?").wording != first.wording
    assert question("No pain", "How important is it?").wording != first.wording


def test_only_offered_options_are_named() -> None:
    assert [option.id for option in WORDS.options] == ["wait", "tablet"]


def test_each_fact_has_one_text_for_each_option_and_none_is_empty() -> None:
    assert all(len(fact.figures) == len(WORDS.options) for fact in WORDS.facts)
    assert all(text for fact in WORDS.facts for text in fact.figures)
    assert WORDS.facts[0].figures == ("159 of 1,000", "111 of 1,000")
    assert WORDS.facts[2].figures == ("not known", "about 79 of 100")


def test_facts_are_the_first_eight_key_rows() -> None:
    key = [
        row.id for row in EXAMPLE.outcomes if not row.more and row.direction != "about-the-study"
    ]
    assert [fact.id for fact in WORDS.facts] == key[:8]


def test_the_explanation_gives_its_figure_in_brief() -> None:
    (check,) = WORDS.checks
    assert check.correct == ("false",)
    assert check.explanation.startswith("111 of 1,000 with a tablet")


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("A tablet", "a tablet"),
        ("X-ray of the knee", "X-ray of the knee"),
        ("B12 injections", "B12 injections"),
        ("C-section", "C-section"),
        ("CT scan", "CT scan"),
        ("Botox injections", "Botox injections"),
        ("Splint at night", "splint at night"),
    ],
)
def test_a_name_keeps_its_capital_inside_a_sentence(text: str, inside: str) -> None:
    elsewhere = "You have Botox put into the muscle. Splint or not: you can wear a splint at night."
    assert small(text, elsewhere) == inside
