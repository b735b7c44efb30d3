"""Rules on options left out, on the same for all, on how sure and how fine figures are, and on how things are asked."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from decisionaid.model.aid import Aid, SourceWork, Update
from decisionaid.model.development import Attestation
from decisionaid.model.figure import (
    Change,
    Figure,
    Frequency,
    NotApplicable,
    NotFound,
    NotKnown,
    Score,
)
from decisionaid.model.outcome import (
    Certainty,
    Cited,
    MattersFrom,
    NotReported,
    PublishedRatio,
    Scale,
    Words,
)
from decisionaid.model.prose import Emphasis, FigureName, Link, Paragraph, Text
from decisionaid.model.sections import (
    BalanceQuestion,
    CellWords,
    CompareCell,
    CompareContent,
    CompareRow,
    CompareSection,
    ImportanceQuestion,
    Item,
    KnowledgeCheck,
    KnowledgeSection,
    NotOffered,
    Option,
    OptionsSection,
    Section,
    SupportSection,
    ValuesSection,
)
from decisionaid.rules import RULES, RuleContext
from decisionaid.rules.process import ASKED
from tests.rules.example_aid import (
    PAIN,
    SICK,
    example_aid,
    found,
    frequency,
    outcome,
    prose,
    sections,
)

WORDS = CellWords(inlines=(Text(text="Nothing new."),))
LOUD = CellWords(inlines=(Text(text="Take it "), Emphasis(inlines=(Text(text="each day"),))))
APART = NotApplicable(reason="there is nothing to take")


def row(
    *contents: CompareContent, kind: str = "other", ids: tuple[str, ...] = ("as-now", "treatment")
) -> CompareRow:
    cells = tuple(
        CompareCell(option=each, content=c) for each, c in zip(ids, contents, strict=True)
    )
    return CompareRow.model_validate(
        {"id": kind, "question": "What is it?", "kind": kind, "cells": cells}
    )


def with_section(section: Section) -> Aid:
    """Return the example with one section in the place of the one with its role, or at its end."""
    kept = [each for each in sections(PAIN, SICK) if each.role != section.role]
    return example_aid(sections=(*kept, section))


def with_rows(*rows: CompareRow) -> Aid:
    return with_section(CompareSection(heading="Compare", rows=rows))


def with_options(*options: Option) -> Aid:
    return with_section(OptionsSection(heading="Options", options=options))


NOW = Option(id="as-now", name="Carry on", kind="as-now", body=prose("Nothing new."))
TREATMENT = Option(id="treatment", name="Treatment", body=prose("You take it."))


# --- DA107 -------------------------------------------------------------------------------------------


def left_out(*sources: str) -> Option:
    reason = NotOffered(reason="no longer advised", sources=sources)
    return Option(id="surgery", name="Surgery", not_offered=reason, body=prose("You have it."))


def test_what_is_left_out_says_on_whose_word() -> None:
    (one,) = found(with_options(NOW, TREATMENT, left_out()), "DA107")
    assert one.path == ("sections", 5, "options", 2)
    assert "{source=its-id}" in one.help  # on whose word, only the author knows
    assert found(with_options(NOW, TREATMENT, left_out("example-2024")), "DA107") == []


def test_a_published_aid_says_what_was_left_out_and_a_demonstration_need_not() -> None:
    assert found(example_aid(), "DA107") == []
    (one,) = found(example_aid(status="published"), "DA107")
    assert one.message == "the aid does not say which options were considered and left out"
    published = with_options(NOW, TREATMENT, left_out("example-2024"))
    assert found(published.model_copy(update={"status": "published"}), "DA107") == []


# --- DA203 -------------------------------------------------------------------------------------------


def test_a_row_that_only_one_option_can_answer_is_warned_of() -> None:
    (one,) = found(with_rows(row(APART, WORDS)), "DA203")
    assert "about the option 'Treatment' alone" in one.message
    assert found(with_rows(row(APART, NotFound(reason="not seen"))), "DA203") != []


@pytest.mark.parametrize(
    "other", [WORDS, NotKnown(reason="nobody asked"), NotFound(reason="not seen")]
)
def test_not_known_is_an_answer_to_the_question_of_a_row(other: CompareContent) -> None:
    assert found(with_rows(row(other, WORDS)), "DA203") == []


def test_a_row_that_no_option_can_answer_is_not_about_one_alone() -> None:
    assert found(with_rows(row(APART, APART)), "DA203") == []


def test_what_is_not_offered_does_not_make_a_row_one_for_all() -> None:
    ids = ("as-now", "treatment", "surgery")
    rows = CompareSection(heading="Compare", rows=(row(APART, WORDS, WORDS, ids=ids),))
    aid = with_options(NOW, TREATMENT, left_out("example-2024"))
    kept = tuple(each for each in aid.sections if each.role != "compare")
    assert len(found(aid.model_copy(update={"sections": (*kept, rows)}), "DA203")) == 1


# --- DA206 -------------------------------------------------------------------------------------------


def test_stressed_words_for_one_option_alone_are_refused_in_a_row() -> None:
    (one,) = found(with_rows(row(WORDS, LOUD)), "DA206")
    assert one.path[-2:] == ("cells", 1)
    assert one.words == "each day"
    assert found(with_rows(row(LOUD, LOUD)), "DA206") == []
    assert found(with_rows(row(NotKnown(reason="nobody asked"), LOUD)), "DA206") == []


def test_stressed_words_for_one_option_alone_are_refused_where_it_is_described() -> None:
    loud = TREATMENT.model_copy(update={"body": (Paragraph(inlines=LOUD.inlines),)})
    (one,) = found(with_options(NOW, loud), "DA206")
    assert one.path == ("sections", 5, "options", 1, "body", 0)
    assert "nothing does for 'Carry on'" in one.message
    both = NOW.model_copy(update={"body": (Paragraph(inlines=LOUD.inlines),)})
    assert found(with_options(both, loud), "DA206") == []


# --- DA209 -------------------------------------------------------------------------------------------


def test_one_row_says_what_it_is_like_with_every_option() -> None:
    (one,) = found(with_rows(row(WORDS, WORDS)), "DA209")
    assert one.help.count("not known: nobody asked people") == 2
    assert found(with_rows(row(WORDS, WORDS, kind="experience")), "DA209") == []


def test_not_known_says_what_it_is_like_and_not_applicable_does_not() -> None:
    unknown = NotKnown(reason="nobody asked")
    assert found(with_rows(row(unknown, unknown, kind="experience")), "DA209") == []
    (one,) = found(with_rows(row(APART, WORDS, kind="experience")), "DA209")
    assert "'Carry on'" in one.message
    both = (row(APART, WORDS, kind="experience"), row(WORDS, APART, kind="experience"))
    assert found(with_rows(*both), "DA209") == []


def test_an_aid_without_rows_is_told_so_once() -> None:
    assert found(with_rows(), "DA209") == []


# --- DA313, DA323 ------------------------------------------------------------------------------------

SCALE = Scale(name="pain", low=Decimal(0), high=Decimal(100), better="lower")
POINTS = {
    "as-now": Score(points=Decimal(40)),
    "treatment": Score(points=Decimal(30)),
}


def test_points_say_how_many_people_notice_or_that_it_is_not_known() -> None:
    noticed = (MattersFrom(points=Decimal(9)), NotKnown(reason="nobody asked"))
    bare = outcome("points", POINTS, scale=SCALE)
    assert len(found(example_aid(bare), "DA313")) == 1
    for each in noticed:
        told = outcome("points", POINTS, scale=SCALE, matters_from=each)
        assert found(example_aid(told), "DA313") == []


def test_a_change_is_in_points_and_a_share_is_not() -> None:
    better: dict[str, Figure] = {
        "as-now": Change(points=Decimal(4), word="better"),
        "treatment": SCORE_UNKNOWN,
    }
    assert len(found(example_aid(outcome("change", better, scale=SCALE)), "DA313")) == 1
    assert found(example_aid(PAIN), "DA313") == []


def test_points_without_a_scale_are_left_to_the_rule_on_scales() -> None:
    assert found(example_aid(outcome("points", POINTS)), "DA313") == []


SCORE_UNKNOWN = NotKnown(reason="nobody measured it")
FINE = {"as-now": frequency(400, 1000), "treatment": frequency(200, 1000)}


@pytest.mark.parametrize(
    ("people", "findings"),
    [
        ("278 children in 1 study", 1),
        ("809 adults in 3 trials", 1),
        ("999 older people", 1),
        ("1,000 adults", 0),
        ("2,000 adults in 5 trials, 300 women among them", 0),
        ("5 trials in adults aged 18 to 65", 0),
        ("people over 65 years of age", 0),
        ("adults", 0),
    ],
)
def test_shares_are_out_of_no_more_people_than_were_studied(people: str, findings: int) -> None:
    aid = example_aid(outcome("fine", FINE, people=Words(text=people)))
    assert len(found(aid, "DA323")) == findings


def test_the_share_out_of_a_hundred_is_given_to_paste_with_its_range() -> None:
    fine = Frequency(n=Decimal(216), of=1000, low=Decimal(150), high=Decimal(305))
    aid = example_aid(
        outcome("fine", {"as-now": fine, "treatment": fine}, people=Words(text="278 adults"))
    )
    (one,) = found(aid, "DA323")
    assert "'21.6 in 100 (15 to 30.5)'" in one.help


def test_a_share_out_of_a_hundred_is_usual_whatever_the_study() -> None:
    aid = example_aid(PAIN.model_copy(update={"people": Words(text="78 adults in 1 trial")}))
    assert found(aid, "DA323") == []


# --- DA402, DA409 ------------------------------------------------------------------------------------


def asking(text: str, **changes: object) -> Aid:
    question = ImportanceQuestion(id="q", title="Less pain", question=prose(text))
    aid = with_section(ValuesSection(heading="What matters", questions=(question,)))
    return aid.model_copy(update=changes)


@pytest.mark.parametrize(
    "text",
    [
        "Don't you want less pain?",
        "Wouldn\u2019t it be good to have less pain?",
        "Less pain is what you want, isn't it?",
        "You want less pain, right?",
        "Do you agree that pain is what matters most?",
        "Surely you want less pain?",
        "Given that treatment helps, how much does pain matter?",
        "How much does it matter, even though it is small?",
        "Do you want to have less pain?",
        "Pain is common. Would you really like less pain?",
    ],
)
def test_a_question_that_leads_is_warned_of(text: str) -> None:
    (one,) = found(asking(text), "DA402")
    assert one.path == ("sections", 5, "questions", 0, "question", 0)
    assert one.words in text


@pytest.mark.parametrize(
    "text",
    [
        "How important is it to you to have less pain?",
        "How important is it to you that the treatment isn't an operation?",
        "Which is closer to how you feel?",
        "How much does it matter to you if your right hand hurts?",
        "What is on your mind? You do not have to say.",
        "How soon do you want to be back at work?",
    ],
)
def test_an_open_question_is_not(text: str) -> None:
    assert found(asking(text), "DA402") == []


def test_questions_in_other_languages_are_not_looked_at() -> None:
    assert found(asking("Surely?", language="cy"), "DA402") == []
    assert len(found(asking("Surely?", language="en-US"), "DA402")) == 1


@pytest.mark.parametrize(
    ("first", "second", "findings"),
    [
        (("treatment",), ("treatment",), 1),
        (("treatment",), ("as-now",), 0),
        (("treatment", "as-now"), ("as-now",), 0),
        ((), (), 0),
    ],
)
def test_the_ends_of_a_balance_point_to_different_options(
    first: tuple[str, ...], second: tuple[str, ...], findings: int
) -> None:
    poles = (Item(id="a", text="One", toward=first), Item(id="b", text="Two", toward=second))
    question = BalanceQuestion(id="q", title="Which", poles=poles)
    aid = with_section(ValuesSection(heading="What matters", questions=(question,)))
    assert len(found(aid, "DA410")) == findings


def checked(**changes: object) -> Aid:
    check = KnowledgeCheck(id="k", statement="All are free of pain.").model_copy(update=changes)
    return with_section(KnowledgeSection(heading="Facts", checks=(check,)))


def test_a_fact_says_where_in_the_aid_it_stands() -> None:
    (one,) = found(checked(explanation=prose("Some still have pain.")), "DA409")
    assert "{#k about=its-outcome}" in one.help
    named = Paragraph(inlines=(FigureName(outcome="pain", option="treatment"),))
    assert found(checked(explanation=(named,)), "DA409") == []
    assert found(checked(about=("pain",)), "DA409") == []


# --- DA504, DA514, DA713, DA717 ----------------------------------------------------------------------


def test_a_published_aid_says_what_was_done_and_what_was_not() -> None:
    said = tuple(Attestation(key=key, done="no") for key in ASKED)
    assert found(example_aid(), "DA717") == []
    (silent,) = found(example_aid(status="published"), "DA717")
    assert (silent.path, silent.help.count("{done: no}")) == (("status",), len(ASKED))
    assert found(example_aid(status="published", development=said), "DA717") == []
    (partly,) = found(example_aid(status="published", development=said[1:]), "DA717")
    assert "asking patients what they need for this decision" in partly.message
    unsearched = tuple(each for each in said if each.key != "evidence-method")
    (silent_on_evidence,) = found(example_aid(status="published", development=unsearched), "DA717")
    assert "'evidence-method: {done: no}'" in silent_on_evidence.help
    assert (partly.path, partly.help.count("{done: no}")) == (("development",), 1)


@pytest.mark.parametrize(
    ("done", "today", "findings"),
    [
        (date(2023, 6, 1), date(2026, 6, 1), 0),
        (date(2023, 5, 31), date(2026, 6, 1), 1),
        (date(2024, 2, 29), date(2027, 2, 28), 0),
        (date(2024, 2, 29), date(2027, 3, 1), 1),
        (date(2000, 1, 1), None, 0),
    ],
)
def test_what_was_done_speaks_for_an_aid_for_three_years(
    done: date, today: date | None, findings: int
) -> None:
    told = Attestation(
        key="review-patients", done="yes", who=("a group",), n=4, date=done, document="made/a.md"
    )
    unproved = told.model_copy(update={"document": None})
    old = example_aid(development=(unproved, told))
    context = RuleContext(today)
    rule = next(each for each in RULES if each.code.number == "DA718")
    paths = [each.path for each in rule.check(old, context)]
    assert paths == [("development", 1, "date")] * findings


UNGRADED = Certainty(level="not-graded", reason="one trial")


@pytest.mark.parametrize(
    ("changes", "findings"),
    [
        ({"certainty": UNGRADED}, 1),
        ({"certainty": NotKnown(reason="not read")}, 1),
        ({"certainty": Certainty(level="very-low")}, 0),
        ({"certainty": None}, 0),
        ({"certainty": Certainty(level="not-graded")}, 0),
    ],
)
def test_figures_have_a_range_or_a_grade(changes: dict[str, object], findings: int) -> None:
    bare = PAIN.model_copy(update=changes)
    assert len(found(example_aid(bare), "DA504")) == findings


def test_not_graded_is_an_honest_answer_beside_figures_that_have_a_range_or_a_grade() -> None:
    bare = PAIN.model_copy(update={"certainty": UNGRADED})
    assert found(example_aid(bare, SICK), "DA504") == []
    assert (
        len(found(example_aid(bare, SICK.model_copy(update={"certainty": UNGRADED})), "DA504")) == 1
    )


def test_a_range_of_a_figure_or_of_a_comparison_says_how_sure_it_is() -> None:
    ranged = Frequency(n=Decimal(40), of=100, low=Decimal(30), high=Decimal(50))
    cells = {"as-now": ranged, "treatment": frequency(20)}
    assert found(example_aid(outcome("pain", cells, certainty=UNGRADED)), "DA504") == []
    ratio = PublishedRatio(
        option="treatment", against="as-now", measure="risk ratio",
        value=Decimal("0.5"), low=Decimal("0.4"), high=Decimal("0.6"),
    )  # fmt: skip
    compared = PAIN.model_copy(update={"certainty": UNGRADED, "comparisons": (ratio,)})
    assert found(example_aid(compared), "DA504") == []
    alone = PAIN.model_copy(update={"certainty": UNGRADED, "comparisons": (NotReported(),)})
    assert len(found(example_aid(alone), "DA504")) == 1


def test_many_bare_outcomes_are_told_once_and_counted() -> None:
    bare = [PAIN.model_copy(update={"id": f"pain-{n}", "certainty": UNGRADED}) for n in range(5)]
    (one,) = found(example_aid(*bare), "DA504")
    assert "'pain-0', 'pain-1' and 'pain-2', and of 2 more" in one.message
    assert len(one.also) == 4


def two_printings(*outcomes: str, chosen: str | None = None) -> Aid:
    first = SourceWork(id="example-2024", title="First", year=2024, doi="10.1000/a")
    second = SourceWork(
        id="example-2025", title="Second", year=2025, doi="10.1000/b", version_of="example-2024"
    )
    rows = [
        PAIN.model_copy(update={"id": f"row-{n}", "sources": Cited(ids=(name,)), "chosen": chosen})
        for n, name in enumerate(outcomes)
    ]
    return example_aid(*rows, sources=(first, second))


@pytest.mark.parametrize("cited", ["example-2024", "example-2025"])
def test_of_two_printings_the_choice_is_explained(cited: str) -> None:
    (one,) = found(two_printings(cited), "DA514")
    assert "'example-2024' and 'example-2025'" in one.message
    assert found(two_printings(cited, chosen="it is more complete"), "DA514") == []


def test_a_study_in_two_printings_is_told_once() -> None:
    (one,) = found(two_printings("example-2024", "example-2025", "example-2024"), "DA514")
    assert len(one.also) == 2


def test_a_study_with_one_printing_needs_no_choice() -> None:
    assert found(example_aid(), "DA514") == []


def test_a_published_aid_has_an_address_for_those_who_find_a_mistake() -> None:
    link = Link(address="mailto:name@example.org", inlines=(Text(text="Tell us"),))
    support = SupportSection(heading="Help", body=(Paragraph(inlines=(link,)),))
    bare = SupportSection(heading="Help", body=prose("Ask your team."))
    assert found(example_aid(), "DA713") == []
    owner = Update(every="24 months", when="A new review", owner="Joint team")
    (one,) = found(example_aid(status="published", update=owner), "DA713")
    assert "how to reach Joint team" in one.message
    for section, findings in ((bare, 1), (support, 0)):
        aid = with_section(section).model_copy(update={"status": "published"})
        assert len(found(aid, "DA713")) == findings


def test_a_link_inside_stressed_words_is_an_address() -> None:
    link = Link(address="tel:+441632960000", inlines=(Text(text="Call us"),))
    body = (Paragraph(inlines=(Emphasis(strong=True, inlines=(link,)),)),)
    aid = with_section(SupportSection(heading="Help", body=body))
    assert found(aid.model_copy(update={"status": "published"}), "DA713") == []
