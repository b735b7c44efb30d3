"""The words about an aid that the clinician's page shows."""

import pytest

from decisionaid.model.aid import Aid
from decisionaid.model.outcome import Outcome, SaidAs
from decisionaid.model.prose import FigureName, Paragraph, Text
from decisionaid.model.sections import (
    Answer,
    ImportanceQuestion,
    KnowledgeCheck,
    KnowledgeSection,
    Option,
    OptionsSection,
    OutcomesSection,
    ValuesSection,
)
from decisionaid.model.words import QuestionWords
from decisionaid.render import aid_words
from decisionaid.render.outcomes.in_words import Figures
from decisionaid.render.outcomes.whole_rows import in_full
from decisionaid.render.words.phrases import small
from tests.conftest import Golden
from tests.render.examples import EXAMPLE, frequency, outcome, words

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


def wording_of_check(right: str) -> str:
    answers = tuple(Answer(id=each, text=each, correct=each == right) for each in ("most", "few"))
    check = KnowledgeCheck(id="c", statement="Most get well.", answers=answers)
    section = KnowledgeSection(heading="H", checks=(check,))
    (made,) = aid_words(EXAMPLE.model_copy(update={"sections": (section,)}), SHA).checks
    return made.wording


def test_a_digest_of_a_fact_changes_with_the_answer_that_is_right() -> None:
    assert wording_of_check("most") == wording_of_check("most")
    assert wording_of_check("most") != wording_of_check("few")


def test_only_offered_options_are_named() -> None:
    assert [option.id for option in WORDS.options] == ["wait", "tablet"]


FACTS = {fact.id: fact for fact in WORDS.facts}


def said(name: str) -> list[str]:
    return [figure.said for figure in FACTS[name].figures]


def test_each_row_has_a_figure_for_each_option_and_none_is_empty() -> None:
    names = [option.text for option in WORDS.options]
    for fact in WORDS.facts:
        assert [figure.option for figure in fact.figures][: len(names)] == names
        assert all(figure.said for figure in fact.figures)


def test_a_figure_says_what_it_counts_and_a_row_all_that_it_is_read_with() -> None:
    assert said("soon")[:2] == [
        "159 of 1,000 people have the bad thing",
        "111 of 1,000 people have the bad thing",
    ]
    soon = FACTS["soon"]
    assert soon.figures[1].range == "It could be 90 to 137"
    assert soon.measured == "At 2 to 3 days · 900 people in 2 trials"
    assert soon.better == "Less of this is better."
    assert soon.sure.startswith("We are moderately") or "moderate" in soon.sure
    assert soon.source.startswith("Source: ")
    assert any("fewer" in note.lower() for note in soon.notes), soon.notes


def test_a_score_has_its_direction_and_events_have_their_people() -> None:
    assert FACTS["scores"].better.endswith("A lower number is better.")
    assert "6 events in 50 people" in said("events")[1]


def test_every_row_that_was_measured_is_there_in_the_authors_order() -> None:
    measured = [row.id for row in EXAMPLE.outcomes if row.direction != "about-the-study"]
    assert [name for name in FACTS if name in measured] == measured
    for fact in WORDS.facts:
        if fact.id not in measured:
            assert {figure.said for figure in fact.figures} == {"not known"}


def test_a_comparator_stands_beside_the_options_and_is_marked() -> None:
    row = outcome(
        "beside",
        frequency("44", 100),
        frequency("31", 100),
        options=("tablet", "dummy"),
        said_as=SaidAs(happens="ache less", otherwise="do not"),
    )
    dummy = Option(id="dummy", name="A dummy tablet", kind="comparator")
    aid = with_row(row, dummy)
    fact = aid_words(aid, SHA).facts[0]
    assert [figure.option for figure in fact.figures][-1] == (
        "A dummy tablet (in studies only, not offered)"
    )
    assert fact.figures[-1].said == "31 of 100 people ache less"
    named = FigureName(outcome="beside", option="tablet")
    whole = in_full(Figures(aid), (Paragraph(inlines=(named,)),))
    first, second = whole("beside", "tablet", starts=True).split(". ")
    assert first.startswith("With a tablet, 44 of 100 people ache less at 1 year")
    assert second.startswith("With a dummy tablet")
    assert "31 of 100 people ache less at 1 year" in second
    both = (named, Text(text=" "), FigureName(outcome="beside", option="dummy"))
    alone = in_full(Figures(aid), (Paragraph(inlines=both),))
    assert "31 of 100" not in alone("beside", "tablet", starts=True)


def with_row(row: Outcome, comparator: Option) -> Aid:
    """Return the example with one row of outcomes, and one more thing that it is compared with."""
    sections = tuple(
        each.model_copy(update={"outcomes": (row,)})
        if isinstance(each, OutcomesSection)
        else each.model_copy(update={"options": (*each.options, comparator)})
        if isinstance(each, OptionsSection)
        else each
        for each in EXAMPLE.sections
    )
    return EXAMPLE.model_copy(update={"sections": sections})


def test_the_explanation_gives_its_figure_with_what_happens_its_time_and_its_comparator() -> None:
    (check,) = WORDS.checks
    assert check.correct == ("false",)
    first, second = check.explanation.split(". ")[:2]
    assert first.startswith("With a tablet, 111 of 1,000 people have the bad thing at 2 to 3 days")
    assert "159 of 1,000 people have the bad thing at 2 to 3 days" in second


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
