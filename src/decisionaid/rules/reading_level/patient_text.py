"""Gather what a patient reads of an aid, each piece with its path and what it is.

Layer 2. Left out are sources, the head's words on authors and dates, and figures, whose words are
ours: a name such as ``[[pain/now]]`` is not the author's sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from decisionaid.model.aid import Aid
from decisionaid.model.easy import Easy
from decisionaid.model.figure import (
    InWords,
    NoDifferenceShown,
    NotApplicable,
    NotFound,
    NotKnown,
)
from decisionaid.model.outcome import Outcome
from decisionaid.model.prose import Prose, plain_text
from decisionaid.model.sections import (
    CompareSection,
    ExampleAction,
    ExampleGoal,
    Item,
    KnowledgeSection,
    OptionPlan,
    OptionsSection,
    Section,
    TestSection,
    ValuesQuestion,
)
from decisionaid.text import Path

Form = Literal["prose", "item", "cell", "statement", "aside", "label"]
"""What a piece of text is.

``prose`` are paragraphs; ``item`` are items of lists, questions, goals and actions; ``cell`` are words
in a cell of ``.compare``; ``statement`` is a fact to check, which may be false on purpose; ``aside`` is
about a study (notes, how its people differ); ``label`` are headings, names and reasons of a few words.
"""


class Stretch(NamedTuple):
    """One piece of text that a patient reads; ``section`` None: of the head or the opening."""

    path: Path
    text: str
    form: Form
    section: int | None


Pieces = Iterator[tuple[Path, str, Form]]

_REASONED = (NotKnown, NotFound, NotApplicable, NoDifferenceShown)


def patient_text(aid: Aid) -> tuple[Stretch, ...]:
    """Return every piece of text that a patient reads, in the order of the page."""
    opening = (
        *_prose(aid.opening, ("opening",)),
        *_easy(aid.opening_easy, ("opening_easy",)),
    )
    found = [Stretch(*piece, None) for piece in (*_head(aid), *opening)]
    for number, section in enumerate(aid.sections):
        path: Path = ("sections", number)
        found += [Stretch(*piece, number) for piece in _section(section, path)]
    return tuple(each for each in found if each.text)


def _head(aid: Aid) -> Pieces:
    yield ("title",), aid.title, "label"
    yield ("question",), aid.question or "", "item"
    yield ("who_for",), aid.who_for or "", "label"
    yield from _easy(aid.who_for_easy, ("who_for_easy",))
    yield ("not_for",), aid.not_for or "", "label"
    yield from _easy(aid.not_for_easy, ("not_for_easy",))
    for number, stratum in enumerate(aid.strata):
        yield ("strata", number), stratum.words, "label"


def _section(section: Section, path: Path) -> Pieces:
    yield (*path, "heading"), section.heading, "label"
    yield from _prose(section.body, (*path, "body"))
    yield from _easy(section.easy, (*path, "easy"))
    match section.role:
        case "options":
            yield from _options(section, path)
        case "compare":
            yield from _compare(section, path)
        case "outcomes":
            for number, outcome in enumerate(section.outcomes):
                yield from _outcome(outcome, (*path, "outcomes", number))
        case "test":
            yield from _test(section, path)
        case "red-flags":
            yield from _items(section.flags, (*path, "flags"))
        case "uncertain" | "questions":
            yield from _items(section.items, (*path, "items"))
        case _:
            yield from _asked(section, path)


def _asked(section: Section, path: Path) -> Pieces:
    """Yield the text of the sections that ask something of the reader."""
    match section.role:
        case "values":
            for number, question in enumerate(section.questions):
                yield from _question(question, (*path, "questions", number))
        case "knowledge":
            yield from _knowledge(section, path)
        case "plan":
            for number, plan in enumerate(section.plans):
                yield from _plan(plan, (*path, "plans", number))
        case _:
            pass


def _items(items: Iterable[Item | ExampleGoal | ExampleAction], path: Path) -> Pieces:
    for number, item in enumerate(items):
        yield (*path, number), item.text, "item"


def _prose(prose: Prose, path: Path, form: Form = "prose") -> Pieces:
    for number, block in enumerate(prose):
        at = (*path, number)
        match block.kind:
            case "paragraph":
                yield at, plain_text(block.inlines), form
            case "list":
                for index, item in enumerate(block.items):
                    yield from _prose(item.blocks, (*at, "items", index, "blocks"), "item")
            case "subheading":
                yield at, block.text, "label"
            case "picture":
                yield at, block.description, "label"


def _easy(easy: Easy | None, path: Path) -> Pieces:
    if easy is None:
        return
    yield path, easy.heading, "label"
    for number, line in enumerate(easy.lines):
        at = (*path, "lines", number)
        if line.picture is not None:
            yield at, line.picture.description, "label"
        yield at, plain_text(line.words.inlines), "prose"


def _options(section: OptionsSection, path: Path) -> Pieces:
    for number, option in enumerate(section.options):
        at = (*path, "options", number)
        yield at, option.name, "label"
        if option.in_sentence and option.in_sentence.casefold() not in option.name.casefold():
            yield (*at, "in_sentence"), option.in_sentence, "label"
        yield from _prose(option.body, (*at, "body"))
        yield from _easy(option.easy, (*at, "easy"))
        if option.not_offered:
            yield (*at, "not_offered"), option.not_offered.reason, "label"


def _compare(section: CompareSection, path: Path) -> Pieces:
    for number, row in enumerate(section.rows):
        at = (*path, "rows", number)
        yield at, row.question, "item"
        for index, cell in enumerate(row.cells):
            content = cell.content
            if content is None:
                continue
            if content.kind == "cell-words":
                yield (*at, "cells", index), plain_text(content.inlines), "cell"
            else:
                yield (*at, "cells", index), content.reason, "label"


def _outcome(outcome: Outcome, path: Path) -> Pieces:
    yield path, outcome.label, "label"
    if outcome.said_as:
        yield (*path, "said_as"), outcome.said_as.happens, "label"
        yield (*path, "said_as"), outcome.said_as.otherwise, "label"
    yield (*path, "fit"), outcome.fit or "", "aside"
    yield (*path, "note"), outcome.note or "", "aside"
    said: set[str] = set()  # a line `others` gives its reason to many cells
    for index, cell in enumerate(outcome.cells):
        figure = cell.figure
        if type(figure) in _REASONED and isinstance(figure, _REASONED):  # quick to say no
            if figure.reason not in said:
                said.add(figure.reason)
                yield (*path, "cells", index), figure.reason, "label"
        elif type(figure) is InWords:
            yield (*path, "cells", index), figure.text, "label"


def _test(section: TestSection, path: Path) -> Pieces:
    for words in (*(section.columns or ()), *(section.rows or ())):
        yield path, words, "label"
    for number, result in enumerate(section.results):
        at = (*path, "results", number)
        yield at, result.heading, "label"
        yield from _prose(result.body, (*at, "body"))


def _question(question: ValuesQuestion, path: Path) -> Pieces:
    yield path, question.title, "label"
    yield from _prose(question.question, (*path, "question"))
    yield from _easy(question.easy, (*path, "easy"))
    if question.kind == "importance":
        yield path, question.low_end or "", "label"
        yield path, question.high_end or "", "label"
        return
    if question.kind == "balance":
        yield from _items(question.poles, (*path, "poles"))
    else:
        yield from _items(question.items, (*path, "items"))


def _knowledge(section: KnowledgeSection, path: Path) -> Pieces:
    for number, check in enumerate(section.checks):
        at = (*path, "checks", number)
        yield at, check.statement, "statement"
        yield from _prose(check.body, (*at, "body"), "statement")
        yield from _easy(check.easy, (*at, "easy"))
        for index, answer in enumerate(check.answers):
            yield (*at, "answers", index), answer.text, "label"
        yield from _prose(check.explanation, (*at, "explanation"))
        yield from _easy(check.easy_explanation, (*at, "easy_explanation"))


def _plan(plan: OptionPlan, path: Path) -> Pieces:
    yield path, plan.heading, "label"
    yield from _prose(plan.body, (*path, "body"))
    yield from _items(plan.goals, (*path, "goals"))
    yield from _items(plan.actions, (*path, "actions"))
