"""What an aid asks has its place in a record, and one thing more than that is refused (DA414)."""

from __future__ import annotations

import json

import pytest

from decisionaid.compiler import compile_aid
from decisionaid.model import record_limits as limits
from decisionaid.model.aid import Aid
from decisionaid.model.record import RankingAnswer
from decisionaid.model.sections import (
    ExampleAction,
    ExampleGoal,
    ImportanceQuestion,
    Item,
    KnowledgeCheck,
    KnowledgeSection,
    OptionPlan,
    PlanSection,
    QuestionsSection,
    RankingQuestion,
    RedFlagsSection,
    Section,
    ValuesSection,
)
from decisionaid.render import SiteView, render_aid_page
from tests.rules.example_aid import example_aid, found
from tests.rules.examples import SPECIMEN


def items(count: int) -> tuple[Item, ...]:
    return tuple(Item(id=f"item-{n}", text=f"Example thing {n}") for n in range(count))


def signs(count: int) -> tuple[Section, ...]:
    first, second = items(count)[:1], items(count)[1:]
    return (
        RedFlagsSection(heading="Now", flags=first),
        RedFlagsSection(heading="Soon", when="soon", flags=second),
    )


def values(count: int) -> tuple[Section, ...]:
    each = (ImportanceQuestion(id=f"asked-{n}", title=f"Example {n}") for n in range(count))
    return (ValuesSection(heading="Values", questions=tuple(each)),)


def ranked(count: int) -> tuple[Section, ...]:
    question = RankingQuestion(id="order", title="In order", items=items(count))
    return (ValuesSection(heading="Values", questions=(question,)),)


def checks(count: int) -> tuple[Section, ...]:
    each = (KnowledgeCheck(id=f"fact-{n}", statement=f"Example {n}") for n in range(count))
    return (KnowledgeSection(heading="Facts", checks=tuple(each)),)


def to_ask(count: int) -> tuple[Section, ...]:
    return (QuestionsSection(heading="Ask", items=items(count)),)


def ideas(count: int) -> tuple[Section, ...]:
    actions = tuple(ExampleAction(id=f"act-{n}", text="Rest") for n in range(count - 1))
    goals = (ExampleGoal(id="goal", text="Walk"),)
    plan = OptionPlan(id="plan", heading="Plan", goals=goals, actions=actions)
    return (PlanSection(heading="Plan", plans=(plan,)),)


ASKED = [
    (signs, 30, "warning signs"),
    (values, 40, "questions on what matters"),
    (ranked, 20, "items to put in order under 'In order'"),
    (checks, 40, "facts to check"),
    (to_ask, 27, "questions to ask, beside 3 lines for the person's own"),
    (ideas, 29, "goals and actions, beside 1 line for the person's own"),
]


@pytest.mark.parametrize(("made", "most", "what"), ASKED, ids=lambda each: str(each)[:20])
def test_one_thing_more_than_a_record_holds_is_refused_where_it_stands(
    made: object, most: int, what: str
) -> None:
    assert callable(made)
    assert found(example_aid(sections=made(most)), "DA414") == []
    (one,) = found(example_aid(sections=made(most + 1)), "DA414")
    assert one.message == f"the aid has {most + 1} {what}, and a saved record holds {most}"
    assert one.path[-1] in (most, most - 1)  # in the last of several lists


def test_the_limits_are_those_of_the_record() -> None:
    order = [f"item-{n}" for n in range(limits.MOST_RANKED)]
    answer = {"id": "order", "wording": "0" * 16, "state": "answered"}
    assert RankingAnswer.model_validate_json(_json({**answer, "order": order})).order
    with pytest.raises(ValueError, match="at most 20"):
        RankingAnswer.model_validate_json(_json({**answer, "order": [*order, "more"]}))


def _json(data: object) -> str:
    return json.dumps(data)


@pytest.mark.parametrize("length", [300, 301])
def test_words_that_a_record_would_cut_are_refused(length: int) -> None:
    long = "a" * length
    sections: tuple[Section, ...] = (
        QuestionsSection(heading="Ask", items=(Item(id="ask", text=long),)),
        PlanSection(
            heading="Plan",
            plans=(OptionPlan(id="p", heading="P", goals=(ExampleGoal(id="g", text=long),)),),
        ),
    )
    paths = [each.path for each in found(example_aid(title=long, sections=sections), "DA414")]
    places = [
        ("title",),
        ("sections", 0, "items", 0),
        ("sections", 1, "plans", 0, "goals", 0),
    ]
    assert paths == (places if length > 300 else [])


def test_the_page_has_as_many_lines_for_own_words_as_are_counted_on() -> None:
    aid = compile_aid(SPECIMEN.read_text(encoding="utf-8")).aid
    assert isinstance(aid, Aid)
    page = render_aid_page(aid, SiteView("../../"), "0" * 16)
    assert page.count('name="own_question.') == limits.OWN_QUESTIONS
    assert page.count('name="own_idea') == limits.OWN_IDEAS
