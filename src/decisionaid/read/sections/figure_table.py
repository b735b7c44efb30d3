"""Read the table of an outcome into one cell for each option, ``others`` spread out.

Layer 2. Faults: DA017, DA024, DA025, DA026, DA028, DA030.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass

from decisionaid.model.figure import (
    Counted,
    Figure,
    Frequency,
    InWords,
    NoDifferenceShown,
    NotApplicable,
    NotFound,
    NotInStudy,
    NotKnown,
)
from decisionaid.model.outcome import Cell
from decisionaid.read.faults import BAD_FIGURE, DUPLICATE_FIELD, EMPTY_CELL, MISPLACED, TABLE_SHAPE
from decisionaid.read.figures.cells import Miss, read_figure
from decisionaid.read.figures.measures import is_no_reason
from decisionaid.read.ledger import quoted
from decisionaid.read.sections.drafts import Part
from decisionaid.read.sections.reading import Reader
from decisionaid.read.text.blocks import Row, Table
from decisionaid.read.text.inlines import read_words
from decisionaid.read.text.passages import Passage
from decisionaid.read.text.tables import read_rows
from decisionaid.text import Path, Span

OTHERS = "others"
_HEADER = ("option", "figure")
_SPREADABLE = (NotKnown, NotFound, NotInStudy, NotApplicable, NoDifferenceShown, InWords)


@dataclass(slots=True)
class Line:
    """One line: its figure (None: unreadable) and where the figure stands."""

    figure: Figure | None
    span: Span


@dataclass
class Above:
    """The answers that stand above several outcomes, and those of them that were of use."""

    answers: Mapping[str, Line]
    used: set[str]


def read_row_cells(
    reader: Reader,
    part: Part,
    figures: Sequence[tuple[Passage, Passage]],
    place: tuple[Path, Above],
    within: Callable[[str], AbstractContextManager[None]],
) -> tuple[Cell, ...]:
    """Return the cells of a row of a table of outcomes; ``within`` names a column in faults.

    An empty cell takes the answer above for its option, if there is one.
    """
    path, above = place
    lines: dict[str, Line] = {}
    for name, cell in figures:
        option = name.text
        if not cell.text and (
            option in above.answers or option == OTHERS or option in reader.names.comparators
        ):
            continue
        with within(option):
            figure = _figure(reader, part, option, cell)
            lines[option] = Line(figure, cell.span())
            if option == OTHERS:
                _only_spreadable(reader, lines[option])
    return _in_order(reader, lines, path, above)


def read_cells(
    reader: Reader, part: Part, tables: list[Table], path: Path, above: Above
) -> tuple[Cell, ...]:
    """Return the cells of an outcome, in the options' order, then those of comparators."""
    if not tables:
        return ()
    for extra in tables[1:]:
        reader.misplaced(
            extra, "below another one under an outcome", "put its lines into the first"
        )
    header, *rows = read_rows(tables[0], reader.ledger) or [Row(tables[0].span, [])]
    _check_header(reader, header)
    lines: dict[str, Line] = {}
    names: dict[str, Span] = {}
    missed = False
    for row in rows:
        missed |= not _read_line(reader, part, row, lines, names)
    cells = _in_order(reader, lines, path, above)
    if missed:
        reader.ledger.unread.add((*path, "cells"))
    return cells


def _check_header(reader: Reader, header: Row) -> None:
    if tuple(cell.text for cell in header.cells) != _HEADER and header.whole:
        reader.ledger.fault(
            TABLE_SHAPE,
            header.span,
            "the first line of a table of figures is always the same",
            "write '| option | figure |'",
        )


def _read_line(
    reader: Reader, part: Part, row: Row, lines: dict[str, Line], names: dict[str, Span]
) -> bool:
    """Read one line; False when its option is not known."""
    name = row.cells[0] if row.cells else Passage("", ((row.span.line, row.span.column),))
    option: str | None = OTHERS
    if not name.text:
        reader.ledger.fault(
            EMPTY_CELL, name.span(), "this line names no option", "write its id: '| watch | ... |'"
        )
        return False
    if name.text != OTHERS:
        option = reader.names.option(name, comparators=True)
    figure = row.cells[1] if len(row.cells) > 1 else None
    line = Line(
        _figure(reader, part, row.cells[0].text, figure),
        figure.span() if figure and figure.text else row.span,
    )
    if option is None or (option != name.text and option in lines):
        return False
    if option in lines:
        reader.ledger.fault(
            DUPLICATE_FIELD,
            name.span(),
            f"'{option}' has two lines in this table",
            "keep one of the two",
            also=(names[option],),
        )
        return True
    if option == OTHERS:
        _only_spreadable(reader, line)
    names[option] = name.span()
    lines[option] = line
    return True


def _only_spreadable(reader: Reader, line: Line) -> None:
    """Report a figure that would stand for several options."""
    if line.figure is not None and not isinstance(line.figure, _SPREADABLE):
        reader.ledger.fault(
            BAD_FIGURE,
            line.span,
            "a figure belongs to one option, and 'others' stands for several",
            "write a line for each option that has this figure",
        )
        line.figure = None


def _figure(reader: Reader, part: Part, option: str, cell: Passage | None) -> Figure | None:
    if cell is None:
        return None
    if not cell.text:
        reader.ledger.fault(
            EMPTY_CELL,
            cell.span(),
            f"the cell of '{option[:64]}' is empty",
            "write a figure, or 'not known: reason' if nobody measured it, or "
            "'not found: reason' if you have not got it",
        )
        return None
    words = read_words(cell, reader.ledger, "a cell")
    figure = read_figure(words)
    if not isinstance(figure, Miss):
        if is_no_reason(getattr(figure, "reason", None) or "reason"):
            reader.ledger.fault(
                BAD_FIGURE,
                cell.span(),
                f"{quoted(words)} gives no reason",
                f"say why, as to a patient: '{words.split(':')[0]}: nobody measured it'",
            )
            return None
        return figure
    if part.kind == "about-the-study" and words:
        return InWords(text=words)
    if words and not reader.ledger.told_in(cell.span()):
        reader.ledger.fault(BAD_FIGURE, cell.span(), figure.message, figure.fix)
    return None


def whole_of(reader: Reader, part: Part, cells: tuple[Cell, ...], path: Path) -> str | None:
    """Return the whole that the shares of a row are of, where it is not the aid's people."""
    shares = [
        (number, cell.figure.whole)
        for number, cell in enumerate(cells)
        if isinstance(cell.figure, Frequency | Counted)
    ]
    wholes = dict.fromkeys(whole for _number, whole in shares)
    if len(wholes) > 1:
        other = next(number for number, whole in shares if whole != shares[0][1])
        said = " and ".join(
            "the people of the aid" if each is None else quoted(each) for each in wholes
        )
        reader.ledger.fault(
            BAD_FIGURE,
            reader.ledger.spans.exact((*path, "cells", other)) or part.words.span(),
            f"the figures of one row are shares of {said}, and cannot be compared",
            "write an outcome for each whole",
        )
    return next(filter(None, wholes), None)


def _in_order(reader: Reader, lines: dict[str, Line], path: Path, above: Above) -> tuple[Cell, ...]:
    names = reader.names
    cells: list[Cell] = []
    own = lines.get(OTHERS)
    spread = False
    comparators = (each for each in names.comparators if each in lines or each in above.answers)
    for option in (*names.options, *comparators):
        line = lines.get(option)
        if line is None and own is not None and option in names.options:
            line, spread = own, True
        elif line is None:
            said = option if option in above.answers else OTHERS
            line = above.answers.get(said)
            above.used.add(said)
        if line is None:
            continue
        at = (*path, "cells", len(cells))
        reader.ledger.spans.put(at, line.span)
        if line.figure is None:
            reader.ledger.unread.add(at)
        cells.append(Cell(option=option, figure=line.figure))
    if own is not None and not spread:
        reader.ledger.fault(
            MISPLACED,
            own.span,
            f"no option is left for {quoted(OTHERS)}",
            "take this line out",
        )
    return tuple(cells)
