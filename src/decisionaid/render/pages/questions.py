"""View models of what is asked: values questions, knowledge checks, and the fixed questions.

Layer 2. Each question carries a digest of its wording, so that a record can tell later whether
the question is still the one that was answered. Longer than 300 lines: the fixed questions and the
author's are shown by the same words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, get_args

from markupsafe import Markup, escape

from decisionaid.language import Words, words_in
from decisionaid.model.aid import Aid
from decisionaid.model.easy import Worded
from decisionaid.model.figure import NoDifferenceShown, NotFound, NotInStudy, NotKnown, OutOfDate
from decisionaid.model.outcome import Outcome
from decisionaid.model.prose import Paragraph
from decisionaid.model.readers import Readers
from decisionaid.model.record import Communication
from decisionaid.model.sections import (
    BalanceQuestion,
    ImportanceQuestion,
    Item,
    KnowledgeCheck,
    PicksQuestion,
    ValuesQuestion,
    items_of,
)
from decisionaid.model.words import QuestionItem, wording_digest
from decisionaid.render.outcomes.frames import frame_of
from decisionaid.render.outcomes.in_words import Figures
from decisionaid.render.pages.side_by_side import time_beside
from decisionaid.render.words.prose import ProseWriter, joined, said_with
from decisionaid.values.picks import blocks_of_picks

Row = tuple[str, str]
"""The value of an answer and its words."""

ROLES = ("patient", "patient_with_help", "carer", "helper")
COMMUNICATION: tuple[str, ...] = get_args(Communication)
STAGES = (
    "decided_for_now", "leaning", "need_time", "want_advice", "want_other_help", "rather_not_decide",
)  # fmt: skip
DECIDERS = ("myself", "together", "clinician", "someone_else", "unsure")
READINESS = ("sure", "informed", "clear", "supported")

_WITHOUT_FIGURE: dict[type, str] = {
    NotKnown: "facts_unknown",
    NotFound: "facts_not_found",
    NotInStudy: "facts_not_in_study",
    NoDifferenceShown: "facts_no_difference",
    OutOfDate: "facts_out_of_date",
    type(None): "facts_gap",
}
"""How the facts of a row name the options that have no figure there."""


LONG_LIST = 3
"""From this many options on, "the other options" is easier to read than their names."""


class BlockItem(NamedTuple):
    """An item to pick, where it stands in a block."""

    id: str
    text: str
    about: str


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One values question, ready for the page."""

    id: str
    kind: str
    title: str
    wording: str
    asked: Markup
    hint: Markup
    easy: Markup
    """The same in easy words; empty where there are none."""
    items: tuple[Row, ...]
    """Poles, choices, items to order or to pick; for importance the two end labels."""
    blocks: tuple[tuple[BlockItem, ...], ...]
    """The items of each block to pick from; empty for other kinds."""
    scale: Markup
    """The places of a scale with the words a screen reader adds; empty for other kinds."""
    states: tuple[Row, ...]
    about: str
    """Ids of the rows that the question is about, parted by spaces."""
    items_about: tuple[str, ...]
    """The same of each item."""
    sensitive: bool
    """The answer leaves the page only if the person ticks that it may."""
    readers: str
    """Ids of the groups of readers it is for, parted by spaces; empty: for everybody."""
    item_readers: Mapping[str, str]
    """The same of each item that is for fewer people than the question, by its id."""
    toward: str
    """The options that each place of a balance or each choice points to: a stroke between places, spaces within."""
    facts: tuple[Markup, ...]
    """What the figures of each outcome say, in short, and which options have none, and why."""

    @property
    def ends(self) -> tuple[str, ...]:
        """What the two ends of a scale are called."""
        return (self.items[0][1], self.items[-1][1]) if self.items else ()

    def for_some(self, item: str) -> Markup:
        """Return the attribute that says for which groups of readers an answer is."""
        readers = self.item_readers.get(item)
        return Markup(' data-for="{}"').format(readers) if readers else Markup()


SHORT_ANSWERS, SHORT_LETTERS = 2, 10


@dataclass(frozen=True, slots=True)
class CheckView:
    """One knowledge check, ready for the page."""

    id: str
    statement: str
    wording: str
    body: Markup
    answers: tuple[tuple[str, str, bool], ...]
    answer: str
    """The right answer in words."""
    explanation: Markup
    easy: Markup
    """Its body in easy words; empty where there are none."""
    readers: str = ""
    """As of a values question."""

    @property
    def is_short(self) -> bool:
        """Whether its answers, two of a word or two each, stand beside one another."""
        return len(self.answers) <= SHORT_ANSWERS and all(
            len(words) <= SHORT_LETTERS for _, words, _ in self.answers
        )


def is_sensitive(question: ValuesQuestion, figures: Figures) -> bool:
    """Return whether a question, or an outcome that it or an item of it is about, is sensitive."""
    rows = (figures.row(each) for each in _about(question))
    return question.sensitive or any(row.sensitive for row in rows if row is not None)


def _about(question: ValuesQuestion) -> tuple[str, ...]:
    """Return the ids that a question, or an item of it, is about."""
    return (*question.about, *(each for item in items_of(question) for each in item.about))


def question_items(words: Words, question: ValuesQuestion) -> tuple[QuestionItem, ...]:
    """Return the items of a question with their words; importance has its two ends."""
    match question:
        case ImportanceQuestion(low_end=low, high_end=high):
            return (
                QuestionItem(
                    id="low", text=words.say("end_low", words=low or words.say("ends_low"))
                ),
                QuestionItem(
                    id="high", text=words.say("end_high", words=high or words.say("ends_high"))
                ),
            )
        case _:
            items = items_of(question)
    return tuple(
        QuestionItem(id=item.id, text=item.text, about=item.about, toward=item.toward)
        for item in items
    )


def _blocks(question: ValuesQuestion) -> Iterator[tuple[Item, ...]]:
    """Yield the items that stand together to be picked from."""
    if not isinstance(question, PicksQuestion):
        return
    items = {item.id: item for item in question.items}
    for block in blocks_of_picks(tuple(items)) or ():
        yield tuple(items[each] for each in block)


def _toward(question: ValuesQuestion) -> str:
    """Return to which options the items point; empty where none does."""
    toward = [" ".join(item.toward) for item in items_of(question)]
    if isinstance(question, BalanceQuestion):
        # Three places on each side, and the middle, which is neither end.
        toward = [*toward[:1] * 3, "", *toward[1:] * 3]
    return "|".join(toward) if any(toward) else ""


def question_wording(question: ValuesQuestion, writer: ProseWriter) -> str:
    """Return the digest of a question: its title, its words and its items, in order and in their blocks."""
    items = (f"{item.id}: {item.text}" for item in question_items(writer.own, question))
    said = (writer.words(question.question), *_easy_words(question, writer))
    blocks = (" ".join(item.id for item in block) for block in _blocks(question))
    return wording_digest(question.kind, question.title, *said, *items, *blocks)


def check_wording(check: KnowledgeCheck, writer: ProseWriter) -> str:
    """Return the digest of a knowledge check: its statement, its words, its answers, which is right.

    An answer that the aid took for right once is not held against one that was mended since.
    """
    answers = (f"{answer.id}: {answer.text}" for answer in check.answers)
    right = (answer.id for answer in check.answers if answer.correct)
    said = (writer.words(check.body), *_easy_words(check, writer))
    return wording_digest(check.statement, *said, *answers, *right)


def _easy_words(part: Worded, writer: ProseWriter) -> Iterator[str]:
    """Yield the easy words of a question: who answered may have read these."""
    if part.easy is not None:
        yield writer.words(part.easy.prose)


def view_question(question: ValuesQuestion, figures: Figures, writer: ProseWriter) -> QuestionView:
    """Return a values question ready for the page."""
    first, rest = question.question[:1], question.question[1:]
    if first and isinstance(first[0], Paragraph):
        asked = writer.inline(first[0].inlines) + writer.cites(first[0].sources)
    else:
        asked, rest = Markup(), question.question
    items = tuple((item.id, item.text) for item in question_items(figures.words, question))
    sensitive = is_sensitive(question, figures)
    readers = figures.readers.of_question(question) or ()
    return QuestionView(
        id=question.id,
        kind=question.kind,
        title=question.title,
        wording=question_wording(question, writer),
        asked=asked,
        hint=writer.plain(rest, question.easy),
        easy=writer.easy(question.easy),
        items=items,
        blocks=tuple(
            tuple(BlockItem(item.id, item.text, " ".join(item.about)) for item in block)
            for block in _blocks(question)
        ),
        scale=joined(_places(figures.words, question)),
        states=tuple(_states(figures.words, sensitive=sensitive)),
        about=" ".join(question.about),
        items_about=tuple(" ".join(item.about) for item in items_of(question)),
        sensitive=sensitive,
        readers=" ".join(readers),
        item_readers={
            item.id: " ".join(groups)
            for item in items_of(question)
            if (groups := figures.readers.of_all(item.about or item.toward)) and groups != readers
        },
        toward=_toward(question),
        facts=tuple(_facts(question.about, figures)),
    )


def view_check(check: KnowledgeCheck, writer: ProseWriter, readers: Readers) -> CheckView:
    """Return a knowledge check ready for the page."""
    words, right = writer.own, [answer.text for answer in check.answers if answer.correct]
    return CheckView(
        id=check.id,
        statement=check.statement,
        wording=check_wording(check, writer),
        body=writer.plain(check.body, check.easy),
        answers=tuple((answer.id, answer.text, answer.correct) for answer in check.answers),
        answer=words.say("answer_is", answer=words.either(right)),
        explanation=writer.plain(check.explanation, check.easy_explanation)
        + writer.easy(check.easy_explanation),
        easy=writer.easy(check.easy),
        readers=" ".join(readers.of_all(check.about)),
    )


def rows(words: Words, message: str, names: tuple[str, ...]) -> tuple[Row, ...]:
    """Return the answers of a fixed question with their words; ``message`` is such as ``like_{}``."""
    return tuple((name, words.say(message.format(name))) for name in names)


def strata_rows(aid: Aid) -> tuple[Row, ...]:
    """Return the groups of readers whose figures differ, and the other answers; empty without groups."""
    words = words_in(aid.language)
    groups = tuple((stratum.id, stratum.words) for stratum in aid.strata)
    states = (
        ("unsure", words.say("unsure")),
        ("prefer_not_to_say", words.say("prefer_not_to_say")),
    )
    return groups + states if groups else ()


def leaning_rows(aid: Aid) -> tuple[Row, ...]:
    """Return the options a person can lean to, in the declared order, and the other answers."""
    words = words_in(aid.language)
    offered = tuple((option.id, option.name) for option in aid.options if option.offered)
    states = (
        ("unsure", words.say("leaning_unsure")),
        ("prefer_not_to_say", words.say("prefer_not_to_say")),
    )
    return offered + states


def balance_places(words: Words, question: ValuesQuestion) -> tuple[str, ...]:
    """Return the words of the seven places of a balance; none for other kinds."""
    if not isinstance(question, BalanceQuestion):
        return ()
    poles = [item.text for item in items_of(question)] or [""]
    sides = [*[poles[0]] * 3, *[poles[-1]] * 4]
    return tuple(
        words.say(f"balance_{abs(value)}", pole=pole)
        for value, pole in zip(range(-3, 4), sides, strict=True)
    )


def _places(words: Words, question: ValuesQuestion) -> Iterator[Markup]:
    """Yield the places of a scale as elements; not in a template, since a page has a hundred."""
    match question:
        case ImportanceQuestion():
            yield from _numbers(words, f"values.{question.id}", question.low_end, question.high_end)
        case BalanceQuestion():
            for value, said in zip(range(-3, 4), balance_places(words, question), strict=True):
                yield _place(f"values.{question.id}", value, _unseen(said))
        case _:
            return


def concern_scale(words: Words, n: int) -> Markup:
    """Return the same scale for what a person wrote themselves, in place ``n``."""
    return joined(_numbers(words, f"concern.{n}.rating"))


def state_rows(words: Words) -> tuple[Row, ...]:
    """Return the answers that are no number, all of them."""
    return tuple(_states(words, sensitive=True))


def _numbers(
    words: Words, name: str, low_end: str | None = None, high_end: str | None = None
) -> Iterator[Markup]:
    ends = {0: low_end or words.say("ends_low"), 10: high_end or words.say("ends_high")}
    for value in range(11):
        end = ends.get(value)
        aside = _unseen(words.say("after_number", words=end)) if end else ""
        yield _place(name, value, Markup(f"<span>{value}</span>{aside}"))  # noqa: S704


def _place(name: str, value: int, words: Markup) -> Markup:
    # An id is made of small letters, digits and hyphens; the words are markup already.
    return Markup(  # noqa: S704
        f'<label><input type="radio" name="{name}" value="{value}">{words}</label>\n'
    )


def _unseen(words: str) -> Markup:
    return Markup(f'<span class="visually-hidden">{escape(words)}</span>')  # noqa: S704 - escaped


def _states(words: Words, *, sensitive: bool) -> Iterator[Row]:
    yield "unsure", words.say("unsure")
    yield "not_applicable", words.say("not_applicable")
    if sensitive:
        yield "prefer_not_to_say", words.say("prefer_not_to_say")


def _facts(about: tuple[str, ...], figures: Figures) -> Iterator[Markup]:
    for name in about:
        outcome = figures.row(name)
        if outcome is not None:
            yield _fact_line(outcome, figures)


def _without(words: Words, message: str, names: list[str], others: int) -> str:
    """Name the options without a figure; a long list of all the others says no more than that."""
    if message == "facts_unknown" and len(names) == others >= LONG_LIST:
        return words.say("facts_unknown_others")
    return words.say(message, options=words.listed(names))


def _fact_line(outcome: Outcome, figures: Figures) -> Markup:
    known: list[Row] = []
    without: dict[str, list[str]] = {}
    for cell in outcome.cells:
        figure, name = figures.shown(outcome, cell), figures.name(cell.option)
        if figure.look == "figure":
            known.append((name, figure.short))
        elif message := _WITHOUT_FIGURE.get(type(cell.figure)):
            without.setdefault(message, []).append(name)
    words, others = figures.words, len(outcome.cells) - len(known)
    said: list[str] = []
    if known:
        said += filter(None, [frame_of(outcome, figures.naming)])
        each = (words.say("fact_figure", option=name, figure=short) for name, short in known)
        said.append(words.say("full_stop", words=words.joined("one_by_one", list(each))))
    said += [_without(words, message, names, others) for message, names in without.items()]
    label = figures.naming.label(outcome)
    if time := time_beside(words, label, outcome):
        label = words.say("fact_label", label=label, time=time)
    marked = Markup("<strong>{}</strong>").format(label)
    told = words.joined("after_one_another", said)
    return said_with(words, "named", name=marked, what=told)
