"""Read the rows of one table of outcomes into what each row says of its outcome.

Layer 2. What stands above the table holds for each row that does not say otherwise.
Faults: DA024 to DA030, with row and column in their words.
"""

from __future__ import annotations

from decisionaid.model.figure import NotFound
from decisionaid.model.outcome import Cell, Differ, NotClear, NotReported
from decisionaid.read.sections.drafts import Part, StudyTable
from decisionaid.read.sections.figure_table import Above, read_row_cells
from decisionaid.read.sections.measuring import Measures, MeasuresReader
from decisionaid.read.sections.reading import Reader
from decisionaid.read.sections.said_above import SaidAbove
from decisionaid.read.sections.study_columns import InCell, cells_of, read_columns, unread
from decisionaid.text import Path


class StudyReader:
    """Reads the rows of one table."""

    def __init__(
        self, reader: Reader, measuring: MeasuresReader, table: StudyTable, above: SaidAbove
    ) -> None:
        """Keep the tools, what stands above the table, and what its columns are."""
        self.reader = reader
        self.measuring = measuring
        self.above = above
        self.fields = table.fields
        self.columns = read_columns(table, reader.names)

    def read(self, part: Part, path: Path) -> tuple[Measures, tuple[Cell, ...]]:
        """Return what a row says itself, and its cells."""
        if part.row is None:
            return Measures(), ()
        apart = cells_of(part.row, self.columns)
        measures = Measures()
        for field, column in apart.fields:
            with self._in_cell(part, column.head.text):
                self.measuring.read_cell(field, measures, column.pair)
        _once(measures)
        above = Above(self.above.answers, self.above.used_answers)
        cells = read_row_cells(
            self.reader, part, apart.figures, (path, above), lambda name: self._in_cell(part, name)
        )
        if unread(part.row, self.columns):
            self.reader.ledger.unread.add((*path, "cells"))
        return measures, cells

    def _in_cell(self, part: Part, column: str) -> InCell:
        return InCell(self.reader.ledger, part.words.text, column)


def _once(measures: Measures) -> None:
    """Keep an answer in place of a comparison once, where columns for several pairs give the same."""
    said = measures.values.get("comparisons")
    if said:
        answers = (Differ, NotClear, NotReported, NotFound)
        measures.values["comparisons"] = [
            each
            for n, each in enumerate(said)
            if not (isinstance(each, answers) and each in said[:n])
        ]
