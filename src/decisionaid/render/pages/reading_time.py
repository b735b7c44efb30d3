"""How long an aid takes: its words in sight at the pace of a slow reader, and its questions.

Layer 2. What is folded away is not counted. The words that are the author's are counted in the aid,
those that the page adds by what they come to for each part; a test counts the words of whole pages.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil
from typing import Final

from decisionaid.model.aid import Aid
from decisionaid.model.figure import NUMERIC
from decisionaid.model.grid import grid_rows
from decisionaid.model.outcome import Outcome
from decisionaid.model.prose import Prose, inlines_of, plain_text
from decisionaid.model.sections import (
    BalanceQuestion,
    CellWords,
    CompareSection,
    ImportanceQuestion,
    KnowledgeSection,
    OptionsSection,
    OutcomesSection,
    ProseSection,
    QuestionsSection,
    RedFlagsSection,
    SupportSection,
    TestSection,
    ValuesQuestion,
    ValuesSection,
)
from decisionaid.render.pages.side_by_side import is_key

WORDS_A_MINUTE: Final = 175
"""Most adults read 175 to 300 words of non-fiction a minute, in silence (Brysbaert 2019, Journal of
Memory and Language 109, 104047); the slow end, since figures take time."""
MINUTES_A_QUESTION: Final = 0.2
"""Our own guess."""
QUESTIONS_ON_EVERY_PAGE: Final = 10

_ON_EVERY_PAGE: Final = 680
"""Words of the page itself: its questions, hints and buttons."""
_A_FIGURE: Final = 22
"""Words in sight of one option's figure: its name, both frames, the range."""
_AN_OUTCOME: Final = 36
"""Words about an outcome's figures: when and in whom, how sure, what was compared."""
_A_CELL: Final = 4
_A_LABEL: Final = 10
"""Words of a figure in the table of all that is compared, and what stands with the name of its row."""
_A_SCALE: Final = 24
_STATES: Final = 8
"""Words of the places of a scale, and of the other answers."""


def minutes_needed(aid: Aid) -> int:
    """Return about how many minutes an aid takes, in steps of five."""
    asked = len(aid.values_questions) + QUESTIONS_ON_EVERY_PAGE
    minutes = words_in_sight(aid) / WORDS_A_MINUTE + asked * MINUTES_A_QUESTION
    return max(5, 5 * ceil(minutes / 5))


def words_in_sight(aid: Aid) -> int:
    """Return about how many words of the aid's page stand in sight while nothing is unfolded."""
    texts = (
        aid.title,
        aid.question,
        aid.who_for,
        aid.not_for,
        *(each.words for each in aid.strata),
    )
    return (
        _ON_EVERY_PAGE
        + _said(filter(None, texts))
        + _of(aid.opening)
        + sum(_section(aid, index) for index in range(len(aid.sections)))
        + sum(_outcome(row.part) for row in grid_rows(aid) if isinstance(row.part, Outcome))
        + _table(aid)
    )


def _said(texts: Iterable[str]) -> int:
    return sum(len(text.split()) for text in texts)


def _of(*prose: Prose) -> int:
    return _said(plain_text(each) for part in prose for each in inlines_of(part))


def _section(aid: Aid, index: int) -> int:
    """Return the words of a section that are not folded away; its figures are counted elsewhere."""
    section = aid.sections[index]
    own = _said((section.heading,)) + _of(section.body)
    match section:
        case RedFlagsSection(flags=flags) | QuestionsSection(items=flags):
            return own + _said(each.text for each in flags)
        case OptionsSection(options=options):
            told = [each for each in options if each.kind != "comparator"]
            return own + _said(each.name for each in told) + _of(*(each.body for each in told))
        case ValuesSection(questions=questions):
            return own + sum(_question(each) for each in questions)
        case KnowledgeSection(checks=checks):
            answers = (answer.text for check in checks for answer in check.answers)
            return own + _said(each.statement for each in checks) + _said(answers)
        case TestSection(results=results):
            return own + 4 * _A_FIGURE + _of(*(each.body for each in results))
        case ProseSection() | SupportSection() | OutcomesSection():
            return own
        case _:
            return _said((section.heading,))


def _question(question: ValuesQuestion) -> int:
    own = _said((question.title,)) + _of(question.question) + _STATES
    match question:
        case ImportanceQuestion():
            return own + _A_SCALE
        case BalanceQuestion(poles=items):
            return own + _said(each.text for each in items) + _A_SCALE
        case _:
            return own + _said(each.text for each in question.items)


def _outcome(outcome: Outcome) -> int:
    figures = sum(isinstance(cell.figure, NUMERIC) for cell in outcome.cells)
    return _said((outcome.label,)) + _AN_OUTCOME + figures * _A_FIGURE


def _table(aid: Aid) -> int:
    """Return the words of all that is compared as one table."""
    options = _said(each.name for each in aid.options)
    words = [row for section in aid.of(CompareSection) for row in section.rows]
    figures = [outcome for outcome in aid.outcomes if is_key(outcome)]
    contents = (cell.content for row in words for cell in row.cells)
    return (
        (len(words) + len(figures)) * options
        + _said(row.question for row in words)
        + _said(plain_text(each.inlines) for each in contents if isinstance(each, CellWords))
        + sum(_said((each.label,)) + _A_LABEL + _A_CELL * len(aid.options) for each in figures)
    )
