"""Which rows of an aid stand on its one-page grid, and whether they have room there.

Layer 1, because a rule tells the author and a page shows the reader the same rows. The room is
reckoned from the number of letters, in columns as wide as those of ``components/grid/style.css``,
set in a wide typeface: what has room here has room on the sheet. Printing every grid is a test.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from decisionaid.model.aid import Aid
from decisionaid.model.base import Part
from decisionaid.model.figure import InWords
from decisionaid.model.grid_choice import choose
from decisionaid.model.grid_text import about_texts, figure_text, label_text
from decisionaid.model.outcome import Cited, Outcome
from decisionaid.model.prose import plain_text
from decisionaid.model.sections import CellWords, CompareRow, CompareSection, OutcomesSection
from decisionaid.text import Path

MOST_ROWS: Final = 8
MOST_WORDS: Final = 420
"""Three minutes of reading aloud, at 140 words a minute: slow, because it is mostly figures."""
UPRIGHT: Final = 3
"""Up to so many options the sheet stands upright; with more it lies on its side."""

FIGURE_LINES: Final = 2
FIGURE_WORDS: Final = 4
"""Such as "about 159 of 1,000"."""
WORDS_AROUND: Final = 90
"""What stands on every sheet: its head, the lines to write on, the names of the sources."""

_LINE: Final = 4.5
"""Millimetres of one line of 10.5 points."""
_ROW: Final = 2.2
"""Millimetres that a row takes beside its lines."""
_LETTER: Final = 1.95
_BOLD: Final = 2.1
_TITLE: Final = 3.4
"""Millimetres of a letter, and of one in bold, of 10.5 points; and of one of the title."""
_EDGES: Final = 3.0
"""Millimetres of a cell's width in which nothing stands."""
_AROUND: Final = 23.0
_AROUND_ON_SIDE: Final = 20.0
"""Millimetres of height for the lines to write on, at their least, and for what is between parts."""


@dataclass(frozen=True)
class Sheet:
    """One sheet of A4, in millimetres without its margins, and its columns."""

    width: float
    height: float
    label: float
    """How wide the first column is."""
    options: int
    """How many options share what the first and the last column leave."""

    @property
    def label_letters(self) -> int:
        """Letters on a line of the name of a row."""
        return int((self.label - _EDGES) / _BOLD)

    @property
    def about_letters(self) -> int:
        """Letters on a line of what stands under the name."""
        return int((self.label - _EDGES) / _LETTER)

    @property
    def cell_letters(self) -> int:
        """Letters on a line of a cell; four is where even a word of common length breaks."""
        wide = (self.width - self.label - _MINE) / max(self.options, 1)
        return max(int((wide - _EDGES) / _LETTER), 4)


_MINE: Final = 22.0
"""Millimetres of the column "Matters to me"."""


@dataclass(frozen=True)
class GridRow:
    """A row that may stand on the grid."""

    path: Path
    part: Outcome | CompareRow
    lines: int
    words: int

    @property
    def height(self) -> float:
        """Millimetres."""
        return self.lines * _LINE + _ROW

    @property
    def id(self) -> str:
        """The id of the outcome or of the row."""
        return self.part.id

    @property
    def direction(self) -> str:
        """Whether it is good or bad when it happens; empty for a row of words."""
        return self.part.direction if isinstance(self.part, Outcome) else ""


def sheet_of(options: int) -> Sheet:
    """Return the sheet for an aid of so many options; comparators have no column."""
    if options <= UPRIGHT:
        return Sheet(190, 277, 74 if options == UPRIGHT else 84, options)
    return Sheet(277, 191, 100, options)


def grid_rows(aid: Aid) -> tuple[GridRow, ...]:
    """Return the rows of the grid in the author's order: those marked ``.grid``, if any is.

    Else those that ``grid_choice`` takes, as many as have room.
    """
    if marked := marked_rows(aid):
        return marked
    key = tuple(_candidates(aid, _is_key))
    room = room_of(aid, key)

    def fit(rows: Sequence[GridRow]) -> bool:
        return len(rows) <= MOST_ROWS and height_of(rows) <= room and words_of(rows) <= MOST_WORDS

    return choose(aid, key, fit)


def marked_rows(aid: Aid) -> tuple[GridRow, ...]:
    """Return the rows that the author marked, whether or not they have room."""
    return tuple(_candidates(aid, lambda part: part.grid))


def room_of(aid: Aid, rows: Iterable[GridRow]) -> float:
    """Return the millimetres of height that an aid's sheet has for rows, beside their sources."""
    sheet = sheet_of(columns_of(aid))
    cited = {each for row in rows for each in _sources_of(row.part)}
    sources = " ".join(
        f"[1] {each.short or each.title} (2000);" for each in aid.sources if each.id in cited
    )
    names = (each.name for each in aid.all_options if each.kind != "comparator")
    bold = int(sheet.cell_letters * _LETTER / _BOLD)
    lines = (
        1.5 * _lines(aid.title, int(sheet.width / _TITLE)),
        1.2 * _lines(aid.question or "", int(sheet.width / _BOLD)),
        _lines(f"{_HEAD} {aid.version}", int(sheet.width / _LETTER)),
        max([_lines(_CORNER, sheet.about_letters), *(_lines(name, bold) for name in names)]),
        _lines(sources, int(sheet.width / _LETTER)),
    )
    around = _AROUND if columns_of(aid) <= UPRIGHT else _AROUND_ON_SIDE
    return sheet.height - around - _LINE * sum(lines)


_HEAD: Final = (
    "Demonstration, not for clinical use. This supports your talk and does not recommend an option. "
    "Version, evidence to 30 May 2000."
)


_CORNER: Final = "In brackets: how low or how high it could be. Not to be used after 30 May 2000."
"""What stands beside the names of the options, over the names of the rows."""


def height_of(rows: Iterable[GridRow]) -> float:
    """Return how many millimetres the rows take."""
    return sum(row.height for row in rows)


def words_of(rows: Iterable[GridRow]) -> int:
    """Return about how many words are read aloud with these rows."""
    return WORDS_AROUND + sum(row.words for row in rows)


def columns_of(aid: Aid) -> int:
    """Return how many options have a column; a comparator has none, since nobody can choose it."""
    return sum(option.kind != "comparator" for option in aid.all_options)


def _candidates(aid: Aid, wanted: Callable[[Outcome | CompareRow], bool]) -> Iterator[GridRow]:
    sheet = sheet_of(columns_of(aid))
    for index, section in enumerate(aid.sections):
        if isinstance(section, CompareSection):
            for number, row in enumerate(section.rows):
                if wanted(row):
                    yield _compare_row(("sections", index, "rows", number), row, sheet)
        elif isinstance(section, OutcomesSection):
            for number, outcome in enumerate(section.outcomes):
                if wanted(outcome):
                    path = ("sections", index, "outcomes", number)
                    yield _outcome(path, outcome, sheet, aid)


def _compare_row(path: Path, row: CompareRow, sheet: Sheet) -> GridRow:
    texts = [_cell_text(cell.content) for cell in row.cells]
    tall = max((_lines(text, sheet.cell_letters) for text in texts), default=1)
    words = len(row.question.split()) + sum(len(text.split()) for text in texts)
    return GridRow(path, row, max(tall, _lines(row.question, sheet.label_letters)), words)


def _outcome(
    path: Path,
    outcome: Outcome,
    sheet: Sheet,
    aid: Aid,
) -> GridRow:
    texts = [cell.figure.text for cell in outcome.cells if isinstance(cell.figure, InWords)]
    texts += [figure_text(cell.figure) for cell in outcome.cells]
    tall = max([FIGURE_LINES, *(_lines(text, sheet.cell_letters) for text in texts)])
    label, abouts = label_text(aid, outcome), about_texts(aid, outcome)
    header = _lines(label, sheet.label_letters)
    header += sum(_lines(about, sheet.about_letters) for about in abouts)
    words = len(" ".join((label, *abouts, *texts)).split()) + columns_of(aid) * FIGURE_WORDS
    return GridRow(path, outcome, max(tall, header), words)


def _sources_of(part: Outcome | CompareRow) -> tuple[str, ...]:
    if isinstance(part, CompareRow):
        return part.sources
    return part.sources.ids if isinstance(part.sources, Cited) else ()


def _cell_text(content: Part | None) -> str:
    if isinstance(content, CellWords):
        return plain_text(content.inlines)
    return "does not apply"


def _lines(text: str, letters: int) -> int:
    """Return the lines that a text takes; a word that does not fit begins the next line."""
    lines, used = 1, 0
    for word in text.split():
        if used and used + 1 + len(word) > letters:
            lines, used = lines + 1, 0
        lines += max(ceil(len(word) / letters) - 1, 0)
        used += len(word) + bool(used)
    return lines


def _is_key(part: Outcome | CompareRow) -> bool:
    """Return whether a row is a key one; a row of words says something of some option."""
    if isinstance(part, CompareRow):
        return any(isinstance(cell.content, CellWords) for cell in part.cells)
    return not (part.more or part.estimate_of or part.direction == "about-the-study")
