"""How long an aid is for a patient: words, screens of a phone and minutes, step by step.

Layer 1. Reckoned from the aid alone, as somebody meets it for the first time: folds closed, nothing
answered. The words that are the author's are counted; those that the page adds are reckoned by what
they come to for each part, and heights by what words take. Tests count and measure the pages
themselves in a browser (``tests/browser/test_path_length.py``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from math import ceil
from types import MappingProxyType
from typing import Final

from decisionaid.model.aid import Aid
from decisionaid.model.figure import NUMERIC
from decisionaid.model.grid import GridRow, grid_rows
from decisionaid.model.outcome import Outcome
from decisionaid.model.prose import FIGURE_NAME, Prose, Subheading, inlines_of, plain_text
from decisionaid.model.sections import (
    BalanceQuestion,
    ImportanceQuestion,
    KnowledgeSection,
    OptionsSection,
    OutcomesSection,
    PicksQuestion,
    ProseSection,
    QuestionsSection,
    RedFlagsSection,
    Section,
    TestSection,
    ValuesQuestion,
    ValuesSection,
)
from decisionaid.model.steps import place, steps_in
from decisionaid.model.wordings import HEAD, has_easy_words, in_easy_words, wordings_of
from decisionaid.text import Path

MOST_SCREENS: Final = 20
MOST_WORDS: Final = 1_800
"""Our own rule: about a quarter of an hour at the pace below, with the questions."""

WORDS_A_MINUTE: Final = 175
"""Most adults read 175 to 300 words of English non-fiction a minute, in silence (Brysbaert 2019, Journal
of Memory and Language 109, 104047, its summary); the slow end, since figures take time."""
MINUTES_A_QUESTION: Final = 0.2
"""Our own guess."""
QUESTIONS_ON_EVERY_PAGE: Final = 10
_A_FEEDBACK: Final = 6
"""Words that the page says of an answer before the aid's own: of the right one, and nearly so of another."""


@dataclass(frozen=True, slots=True)
class LongPart:
    """What takes words in a step; ``path`` is where it stands in the aid, ``name`` its own words."""

    path: Path
    name: str
    words: int


@dataclass(frozen=True, slots=True)
class StepLength:
    """One step: words in sight, and screens of a phone (390 by 844 pixels) with what stands around it."""

    step: str
    words: int
    screens: float
    parts: tuple[LongPart, ...]


@dataclass(frozen=True, slots=True)
class Length:
    """The whole path; the steps in their order."""

    steps: tuple[StepLength, ...]
    answered: int
    """Words that the page says after an answer to each fact to check; they stand in no step before it."""
    minutes: int
    """With what is said after answers; in steps of five, at least five."""

    @property
    def words(self) -> int:
        """Words in sight while nothing is unfolded."""
        return sum(each.words for each in self.steps)

    @property
    def screens(self) -> float:
        """Screens of a phone while nothing is unfolded."""
        return sum(each.screens for each in self.steps)

    def __str__(self) -> str:
        """Return it in words, such as ``about 19.5 screens of a phone, 1,760 words and 15 minutes``."""
        words = round(self.words, -1)
        return f"about {self.screens:.1f} screens of a phone, {words:,} words and {self.minutes} minutes"

    def with_parts(self) -> str:
        """Return it in words, with the parts that take most words, for authors."""
        parts = ", ".join(f"'{each.name}' {each.words}" for each in self.longest(3))
        return f"{self}. Most words: {parts}" if parts else f"{self}"

    def longest(self, most: int) -> list[LongPart]:
        """Return the parts that take most words, the longest first."""
        parts = [part for step in self.steps for part in step.parts]
        return sorted(parts, key=lambda each: -each.words)[:most]


@dataclass(frozen=True, slots=True)
class _Around:
    """What a step holds on every page, and how tall it is."""

    words: int
    screens: float
    """Of a step without words."""
    a_word: float
    """Screens that a word takes, with all that stands around words."""
    a_part: float = 0
    """Screens that each option or question takes besides."""


_AROUND: Final[Mapping[str, _Around]] = MappingProxyType(
    {
        "start": _Around(104, 1.12, 0.006),
        "options": _Around(26, 0.1, 0.007, 0.1),
        "compare": _Around(102, 0.52, 0.0076),
        "values": _Around(146, 1.05, 0.004, 0.2),
        "side-by-side": _Around(42, 1, 0),
        "facts": _Around(27, 0.7, 0.006),
        "questions": _Around(31, 1, 0.0038),
        "now": _Around(178, 0.57, 0.01),
        "summary": _Around(80, 1.2, 0),
    }
)
"""Measured on the four aids of this project, at 390 by 844 pixels."""

_GROUPS: Final = 29
"""Words around the groups of readers, where the aid has any."""
_A_FIGURE: Final = 22
"""Words in sight of one option's figure: its name, both frames, the range."""
_A_SENTENCE: Final = 28
"""Words in the place of a figure's name in prose: who, when, both frames, the range."""
_AN_OUTCOME: Final = 36
"""Words about an outcome's figures: when and in whom, how sure, what was compared."""
_OF_A_SECTION: Final = 2
"""Steps of the path to a section; longer ones lead to an option, a question or an outcome."""
_A_SCALE: Final = 5
"""Words of one scale; what is the same for scales in a row is said once."""
_A_BLOCK: Final = 22
"""Words around the items of a block to pick from."""
_EASY_LINE: Final = 0.03
"""Screens that a line of easy words takes besides its words, with its share of their heading."""
_EASY_PICTURE: Final = 0.075
"""The same of a picture beside one. Both measured with a made-up aid."""
_TALL_BLOCK: Final = 0.27
"""Screens that it takes besides its words; measured with six made-up items."""


def length_of(aid: Aid) -> Length:
    """Return how long an aid is; a step that its page does not have is left out."""
    placed = place(aid)
    open_rows = {id(row.part): row for row in grid_rows(aid) if isinstance(row.part, Outcome)}
    picks = [each for each in aid.values_questions if isinstance(each, PicksQuestion)]
    blocks = sum(len(each.items) for each in picks)
    steps = []
    for name in steps_in(aid, placed):
        parts = [
            part
            for index, section in placed[name]
            for part in _section(("sections", index), section, open_rows)
        ]
        parts += _on_first_page(aid) if name == "start" else []
        parts = [part for part in parts if part.words]
        around = _AROUND[name]
        words = around.words + sum(part.words for part in parts)
        counted = sum(len(part.path) > _OF_A_SECTION for part in parts)
        tall = around.screens + around.a_word * words + around.a_part * counted
        tall += _TALL_BLOCK * blocks if name == "values" else 0
        steps.append(StepLength(name, words, max(1, tall), tuple(parts)))
    asked = len(aid.values_questions) - len(picks) + blocks + QUESTIONS_ON_EVERY_PAGE
    answered = _after_answers(aid)
    words = sum(each.words for each in steps) + answered
    minutes = words / WORDS_A_MINUTE + asked * MINUTES_A_QUESTION
    return Length(tuple(steps), answered, max(5, 5 * ceil(minutes / 5)))


def easy_length_of(aid: Aid) -> Length | None:
    """Return how long an aid is for somebody who reads its easy words; None where it has none."""
    if not has_easy_words(aid):
        return None
    easy = in_easy_words(aid)
    length = length_of(easy)
    step_of = {index: name for name, parts in place(aid).items() for index, _section in parts}
    taller = dict.fromkeys(step_of.values(), 0.0)
    for each in wordings_of(aid):
        is_folded = each.is_section and _own(easy.sections[int(each.path[1])]) == 0
        if each.easy and not (is_folded or each.is_later):
            pictures = sum(line.picture is not None for line in each.easy.lines)
            room = _EASY_LINE * len(each.easy.lines) + _EASY_PICTURE * pictures
            step = "start" if each.role == HEAD else step_of[int(each.path[1])]
            taller[step] = taller.get(step, 0.0) + room
    steps = (
        replace(step, screens=step.screens + taller.get(step.step, 0)) for step in length.steps
    )
    return replace(length, steps=tuple(steps))


def _after_answers(aid: Aid) -> int:
    """Return the words that the page says once each fact to check is answered."""
    facts = (each for each in aid.sections if isinstance(each, KnowledgeSection))
    return sum(_A_FEEDBACK + _of(check.explanation) for part in facts for check in part.checks)


def _on_first_page(aid: Aid) -> Iterator[LongPart]:
    """Yield what the head of the source says on the first step."""
    yield LongPart(("title",), aid.title, _said(aid.title))
    yield LongPart(("question",), aid.question or "", _said(aid.question))
    yield LongPart(("opening",), aid.title, _of(aid.opening))
    yield LongPart(("who_for",), aid.who_for or "", _said(aid.who_for))
    yield LongPart(("not_for",), aid.not_for or "", _said(aid.not_for))
    for number, each in enumerate(aid.strata):
        yield LongPart(("strata", number), each.words, _said(each.words) + _GROUPS * (number == 0))


def _section(path: Path, section: Section, open_rows: Mapping[int, GridRow]) -> Iterator[LongPart]:
    """Yield what takes words in a section; what is folded takes only its heading."""
    yield LongPart(path, section.heading, _said(section.heading) + _own(section))
    match section:
        case OptionsSection(options=options):
            for number, option in enumerate(options):
                if option.kind != "comparator":
                    words = _said(option.name) + _of(option.body)
                    yield LongPart((*path, "options", number), option.name, words)
        case ValuesSection(questions=questions):
            for number, question in enumerate(questions):
                yield LongPart((*path, "questions", number), question.title, _question(question))
        case KnowledgeSection(checks=checks):
            for number, check in enumerate(checks):
                words = _said(check.statement, *(each.text for each in check.answers))
                yield LongPart((*path, "checks", number), check.statement, words)
        case OutcomesSection(outcomes=outcomes):
            rows = (open_rows.get(id(each)) for each in outcomes)
            for row, outcome in zip(rows, outcomes, strict=True):
                if row is not None:
                    yield LongPart(row.path, outcome.label, _outcome(outcome))
        case _:
            return


def _own(section: Section) -> int:
    """Return the words of a section's own text that are not folded."""
    match section:
        case RedFlagsSection(flags=said) | QuestionsSection(items=said):
            return _of(section.body) + _said(*(each.text for each in said))
        case TestSection(results=results):
            return _of(section.body, *(each.body for each in results)) + 4 * _A_FIGURE
        case (
            ProseSection()
            | OptionsSection()
            | ValuesSection()
            | KnowledgeSection()
            | OutcomesSection()
        ):
            return _of(section.body)
        case _:
            return 0


def _question(question: ValuesQuestion) -> int:
    own = _said(question.title) + _of(question.question) + _A_SCALE
    match question:
        case ImportanceQuestion():
            return own
        case BalanceQuestion(poles=items):
            return own + _said(*(each.text for each in items))
        case PicksQuestion(items=items):
            # Each item is in three blocks and twice in each, and there are as many blocks as items.
            return own + 6 * _said(*(each.text for each in items)) + _A_BLOCK * len(items)
        case _:
            return own + _said(*(each.text for each in question.items))


def _outcome(outcome: Outcome) -> int:
    figures = sum(isinstance(cell.figure, NUMERIC) for cell in outcome.cells)
    return _said(outcome.label) + _AN_OUTCOME + figures * _A_FIGURE


def _said(*texts: str | None) -> int:
    return sum(len(text.split()) for text in texts if text)


def _of(*prose: Prose) -> int:
    texts = [plain_text(each) for part in prose for each in inlines_of(part)]
    texts += [block.text for part in prose for block in part if isinstance(block, Subheading)]
    figures = sum(len(FIGURE_NAME.findall(text)) for text in texts)
    return _said(*(FIGURE_NAME.sub(" ", text) for text in texts)) + figures * _A_SENTENCE
