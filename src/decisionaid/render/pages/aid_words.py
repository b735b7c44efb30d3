"""Gather what the clinician's page needs to know about an aid: every word it may have to show.

Layer 2. Published inside ``aid.json``; figures are spelled out, so that the browser computes none.
"""

from __future__ import annotations

from collections.abc import Iterator

from decisionaid.model.aid import Aid
from decisionaid.model.clock import clock_of
from decisionaid.model.sections import (
    ExampleAction,
    ExampleGoal,
    Item,
    KnowledgeSection,
    PlanSection,
    QuestionsSection,
    RedFlagsSection,
)
from decisionaid.model.words import AidWords, CheckWords, LabelledItem, QuestionWords
from decisionaid.render.outcomes.in_words import Figures
from decisionaid.render.outcomes.whole_rows import in_full, whole_rows
from decisionaid.render.pages.questions import (
    balance_places,
    check_wording,
    question_items,
    question_wording,
)
from decisionaid.render.words.clock_words import (
    came_out_on,
    clock_words,
    later_words,
    until_words,
)
from decisionaid.render.words.prose import ProseWriter


def aid_words(aid: Aid, sha256: str, figures: Figures | None = None) -> AidWords:
    """Return the words of an aid; ``sha256`` is the digest of the source the aid was read from.

    ``figures`` None: they are put into words for this alone.
    """
    figures = figures or Figures(aid)
    # Without a day the figures know of none, and a withdrawn aid is withdrawn all the same.
    clock = figures.clock if aid.status != "withdrawn" else clock_of(aid, None)
    writer = ProseWriter(aid, figures.sentence, "")
    came_out = came_out_on(aid)
    flags = (flag for section in aid.of(RedFlagsSection) for flag in section.flags)
    to_ask = (item for section in aid.of(QuestionsSection) for item in section.items)
    return AidWords(
        id=aid.slug,
        version=aid.version or "",
        title=aid.title,
        question=aid.question or "",
        language=aid.language,
        evidence=aid.dates.evidence.isoformat() if aid.dates.evidence else "",
        status=aid.status,
        computes=aid.computes,
        clock=clock.state,
        clock_words=clock_words(aid, clock),
        came_out=came_out.isoformat() if came_out else "",
        later=tuple(later_words(aid, clock)),
        until=until_words(figures.words, aid, clock),
        gone=figures.words.say("out_of_date"),
        source_sha256=sha256,
        options=tuple(
            LabelledItem(id=option.id, text=option.name) for option in aid.options if option.offered
        ),
        strata=tuple(LabelledItem(id=each.id, text=each.words) for each in aid.strata),
        red_flags=_labelled(flags),
        questions=tuple(_questions(figures, writer)),
        checks=tuple(_checks(figures, writer)),
        to_ask=_labelled(to_ask),
        ideas=tuple(_ideas(aid)),
        facts=() if clock.state == "withdrawn" else tuple(whole_rows(figures)),
    )


def _labelled(items: Iterator[Item]) -> tuple[LabelledItem, ...]:
    return tuple(LabelledItem(id=item.id, text=item.text) for item in items)


def _questions(figures: Figures, writer: ProseWriter) -> Iterator[QuestionWords]:
    for question in figures.aid.values_questions:
        yield QuestionWords(
            id=question.id,
            kind=question.kind,
            title=question.title,
            question=writer.words(question.question),
            wording=question_wording(question, writer),
            items=question_items(figures.words, question),
            places=balance_places(figures.words, question),
            about=question.about,
            sensitive=question.sensitive,
        )


def _checks(figures: Figures, writer: ProseWriter) -> Iterator[CheckWords]:
    for section in figures.aid.of(KnowledgeSection):
        for check in section.checks:
            whole = ProseWriter(figures.aid, in_full(figures, check.explanation), "")
            yield CheckWords(
                id=check.id,
                statement=check.statement,
                wording=check_wording(check, writer),
                answers=tuple(LabelledItem(id=each.id, text=each.text) for each in check.answers),
                correct=tuple(answer.id for answer in check.answers if answer.correct),
                explanation=whole.words(check.explanation),
            )


def _ideas(aid: Aid) -> Iterator[LabelledItem]:
    for section in aid.of(PlanSection):
        for plan in section.plans:
            ideas: tuple[ExampleGoal | ExampleAction, ...] = (*plan.goals, *plan.actions)
            for idea in ideas:
                yield LabelledItem(id=f"{plan.id}/{idea.id}", text=idea.text)
