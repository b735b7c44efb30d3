"""Read what stands above outcomes and holds for all of them: their fields, and answers without a number.

Layer 2. Beside the fields of an outcome a list above several may say ``Not in this study: as-now`` and,
for an option or for ``others``, an answer: ``others: not known: the trials were different ones``.
Faults: DA017, DA025, DA026, DA028, DA030.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from decisionaid.model.figure import NUMERIC, Figure, InWords, NotInStudy
from decisionaid.read.faults import BAD_FIGURE, DUPLICATE_FIELD, EMPTY_CELL, MISPLACED
from decisionaid.read.figures.cells import Miss, read_figure
from decisionaid.read.figures.measures import is_no_reason
from decisionaid.read.ledger import quoted
from decisionaid.read.sections.figure_table import OTHERS, Line
from decisionaid.read.sections.measuring import FIELDS, Measures, MeasuresReader
from decisionaid.read.sections.reading import Reader
from decisionaid.read.text.blocks import ItemList, ListItem, Paragraph
from decisionaid.read.text.inlines import read_words
from decisionaid.read.text.passages import Passage
from decisionaid.text import Span

NOT_IN_STUDY = "Not in this study"


@dataclass
class SaidAbove:
    """Fields and answers that hold for several outcomes, and which of them were of use."""

    measures: Measures = field(default_factory=Measures)
    answers: dict[str, Line] = field(default_factory=dict)
    """For an option or ``others``: what stands where an outcome has no cell for it."""
    used: set[str] = field(default_factory=set)
    used_answers: set[str] = field(default_factory=set)
    whole: bool = True
    """False: an option that is answered here could not be told, so a cell below may only seem to be missing."""

    def report_unused(self, reader: Reader) -> None:
        """Report what no outcome below takes from here."""
        for name in self.measures.spans.keys() - self.used:
            reader.ledger.fault(
                MISPLACED,
                self.measures.spans[name],
                "no outcome below uses this field of the section",
                "take it out here, or take it out of an outcome that shall use this one",
            )
        for name in self.answers.keys() - self.used_answers:
            reader.ledger.fault(
                MISPLACED,
                self.answers[name].span,
                f"every outcome below has a figure of its own for '{name}'",
                "take it out here",
            )


def read_above(reader: Reader, measuring: MeasuresReader, lists: Iterable[ItemList]) -> SaidAbove:
    """Return what some lists say of the outcomes below."""
    said = SaidAbove()
    fields: list[ItemList] = []
    for block in lists:
        kept = [item for item in block.items if not _answered(reader, item, said)]
        if kept:
            fields.append(ItemList(block.numbered, block.place, kept))
    said.measures = measuring.read(fields, FIELDS, "an outcome")
    return said


def _answered(reader: Reader, item: ListItem, said: SaidAbove) -> bool:
    """Read an item that is an answer; False: it is a field."""
    first = item.blocks[0] if item.blocks else None
    if len(item.blocks) != 1 or not isinstance(first, Paragraph):
        return False
    text = first.words.text
    name, colon, _ = text.partition(":")
    name = name.strip()
    if not colon:
        return False
    value = first.words.cut(text.index(":") + 1)
    names = reader.names
    if name == NOT_IN_STUDY:
        _not_in_study(reader, first.words, value, said)
        return True
    if name != OTHERS and name not in names.options and name not in names.comparators:
        return False
    _keep(reader, name, Line(_answer(reader, value), value.span()), first.words, said)
    return True


def _not_in_study(reader: Reader, words: Passage, value: Passage, said: SaidAbove) -> None:
    if not value.text:
        fix = f"write the ids of options: '{NOT_IN_STUDY}: first-id, second-id'"
        reader.ledger.fault(EMPTY_CELL, words.span(), f"'{NOT_IN_STUDY}:' names no option", fix)
        return
    for each in reader.names.many(value):
        option = OTHERS if each.text == OTHERS else reader.names.option(each)
        said.whole = said.whole and option is not None
        if option is not None:
            _keep(reader, option, Line(NotInStudy(), each.span()), each, said)


def _keep(reader: Reader, name: str, line: Line, words: Passage, said: SaidAbove) -> None:
    if name in said.answers:
        reader.ledger.fault(
            DUPLICATE_FIELD,
            words.span(),
            f"'{name}' is answered twice here",
            "keep one of the two",
            also=(said.answers[name].span,),
        )
        return
    said.answers[name] = line


def _answer(reader: Reader, value: Passage) -> Figure | None:
    """Read an answer without a number; None, reported, for what is none."""
    span: Span = value.span()
    if not value.text:
        fix = "write 'not in this study', or 'not known: reason'"
        reader.ledger.fault(EMPTY_CELL, span, "this option has no answer", fix)
        return None
    words = read_words(value, reader.ledger, "an answer")
    figure = read_figure(words)
    if isinstance(figure, Miss):
        reader.ledger.fault(BAD_FIGURE, span, figure.message, figure.fix)
        return None
    if isinstance(figure, (*NUMERIC, InWords)):
        fix = "write it into the cell of each outcome that has it"
        message = f"a figure belongs to one outcome, and {quoted(words)} would stand in all below"
        reader.ledger.fault(BAD_FIGURE, span, message, fix)
        return None
    if is_no_reason(getattr(figure, "reason", None) or "reason"):
        fix = f"say why, as to a patient: '{words.split(':')[0]}: nobody measured it'"
        reader.ledger.fault(BAD_FIGURE, span, f"{quoted(words)} gives no reason", fix)
        return None
    return figure
