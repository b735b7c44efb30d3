"""Take an aid's outcomes to a spreadsheet file and back.

Layer 4. Compiles the aid before and after, so every figure goes through the same grammar and rules
as one typed by hand. An import proposes a source; writing it is a step of its own, and is refused
when the file has changed in between.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from decisionaid.compiler import compile_aid
from decisionaid.diagnostics import Diagnostic
from decisionaid.disk.outcome_forms import Written, as_written, is_broken, long_form
from decisionaid.disk.replace_text import ChangedError, replace_text
from decisionaid.disk.source_file import read_source
from decisionaid.exchange.csv_file import read_csv, write_csv
from decisionaid.exchange.outcome_sheet import (
    Imported,
    Original,
    difference,
    export_outcomes,
    faults_of_cells,
    import_outcomes,
    unwritten,
)
from decisionaid.exchange.table import MAX_BYTES, CellFault, OutcomeTable, RawCells, table_of
from decisionaid.exchange.workbook import SheetsMissing, read_xlsx, write_xlsx
from decisionaid.exchange.wrong_cells import in_order
from decisionaid.model.sections import TestSection
from decisionaid.text import Source

FORMS: Final = (".xlsx", ".csv")


class SheetError(Exception):
    """Something the caller can put right before a sheet can be made, read or written."""


@dataclass(frozen=True)
class Proposal:
    """What a sheet would make of an aid.

    ``text`` None: the sheet has faults that stop it. ``difference`` is empty when nothing changes.
    """

    path: Path
    source: Source
    text: str | None
    difference: str
    faults: tuple[CellFault, ...]
    notes: tuple[str, ...]

    @property
    def changed(self) -> bool:
        """Whether the aid would change."""
        return self.text is not None and self.text != self.source.text


def export(path: Path, form: str) -> bytes:
    """Return the outcomes of the aid at ``path`` as a file of ``form``, ``.xlsx`` or ``.csv``.

    Raises:
        SheetError: the aid cannot be read without faults, or openpyxl is missing.
        OSError: the file cannot be read.
    """
    original, _, _ = _original(path)
    table = export_outcomes(original)
    if isinstance(table, str):
        raise SheetError(f"{original.source.name}: {table}")
    if form == ".csv":
        return write_csv(table)
    try:
        return write_xlsx(table, original.choices)
    except SheetsMissing as error:
        raise SheetError(str(error)) from None


def left_out(path: Path) -> tuple[str, ...]:
    """Return the headings of the tests of an aid: their numbers are in no sheet.

    Raises:
        SheetError: the aid cannot be read without faults.
        OSError: the file cannot be read.
    """
    original, _, _ = _original(path)
    return tuple(each.heading for each in original.aid.sections if isinstance(each, TestSection))


def write_new(path: Path, data: bytes) -> None:
    """Write a file that is not there yet.

    Raises:
        SheetError: there is such a file, which may hold somebody's changes.
    """
    try:
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError:
        raise SheetError(
            f"'{path.as_posix()}' is there already and stays as it is. Name another with --out."
        ) from None


def propose(path: Path, sheet_path: Path) -> Proposal:
    """Return what the sheet at ``sheet_path`` would make of the aid at ``path``; writes nothing.

    Raises:
        SheetError: the aid cannot be read without faults, or openpyxl is missing.
        OSError: a file cannot be read.
    """
    original, before, written = _original(path)
    table = _read_table(sheet_path)
    if not isinstance(table, OutcomeTable):
        return Proposal(path, written.source, None, "", tuple(table), ())
    imported = import_outcomes(table, original)
    if imported.text is None:
        wrong = in_order(_all_wrong(imported, original, before), table)
        return Proposal(path, written.source, None, "", tuple(wrong), imported.notes)
    faults = _faults_after(table, imported, imported.text, original, before)
    stopped = any(fault.stops for fault in faults)
    text = as_written(written, original.source, imported.text)
    return Proposal(
        path,
        written.source,
        None if stopped else text,
        difference(written.source, text),
        tuple(in_order(faults, table)),
        imported.notes,
    )


def write(proposal: Proposal) -> None:
    """Put the proposed text into the aid's file, whole or not at all.

    Raises:
        SheetError: the sheet has faults, or the file has changed since it was read.
        OSError: the file cannot be written.
    """
    if proposal.text is None:
        raise SheetError("the sheet has faults, so nothing is written")
    try:
        replace_text(proposal.path, proposal.source.text, proposal.text)
    except ChangedError:
        raise SheetError(
            f"'{proposal.path.as_posix()}' has changed in between. Import the sheet again."
        ) from None


def _original(path: Path) -> tuple[Original, tuple[Diagnostic, ...], Written]:
    """Return the aid in the long form, which a sheet is made of, what is wrong with it, and as it is written."""
    source, faults = read_source(path, path.resolve().parent.name)
    compiled = compile_aid(source)
    broken = faults or is_broken(compiled)
    if compiled.aid is None or broken:
        raise SheetError(
            f"{source.name} cannot be read whole yet. "
            f"Mend first what this finds: decisionaid check {source.name}"
        )
    long = long_form(compiled)
    written = Written(source, long)
    if long.text != source.text:
        again = compile_aid(Source(source.name, long.text, source.slug))
        if again.aid != compiled.aid or again.aid is None:
            raise SheetError(
                f"{source.name}: its tables of outcomes cannot be taken apart. "
                f"Try first: decisionaid check {source.name} --fix --outcomes long"
            )
        made = Original(again.source, again.aid, again.spans, compiled.sha256)
        return made, again.diagnostics, written
    return (
        Original(source, compiled.aid, compiled.spans, compiled.sha256),
        compiled.diagnostics,
        written,
    )


def _read_table(path: Path) -> OutcomeTable | list[CellFault]:
    with path.open("rb") as file:
        data = file.read(MAX_BYTES + 1)
    raw: RawCells | CellFault
    if data.startswith(b"PK"):
        try:
            raw = read_xlsx(data)
        except SheetsMissing as error:
            raise SheetError(str(error)) from None
    elif path.suffix.lower() in {".csv", ".txt", ".tsv"}:
        raw = read_csv(data)
    else:
        fix = "save it as .xlsx or as 'CSV UTF-8' in a spreadsheet program"
        raw = CellFault(path.name, "this is neither an .xlsx nor a .csv file", fix)
    return [raw] if isinstance(raw, CellFault) else table_of(raw)


def _all_wrong(
    imported: Imported, original: Original, before: tuple[Diagnostic, ...]
) -> tuple[CellFault, ...]:
    """Return the faults of the cells, and what the compiler finds in the cells that are none of these."""
    if imported.rest is None:
        return imported.faults
    source = Source(original.source.name, imported.rest, original.source.slug)
    found = faults_of_cells(before, compile_aid(source).diagnostics, imported)
    told = {fault.place for fault in imported.faults}
    return (*imported.faults, *(each for each in found if each.place not in told))


def _faults_after(
    table: OutcomeTable,
    imported: Imported,
    text: str,
    original: Original,
    before: tuple[Diagnostic, ...],
) -> list[CellFault]:
    source = Source(original.source.name, text, original.source.slug)
    compiled = compile_aid(source)
    faults = faults_of_cells(before, compiled.diagnostics, imported)
    if compiled.aid is not None and not is_broken(compiled):
        after = Original(source, compiled.aid, compiled.spans, compiled.sha256)
        faults += unwritten(table, after)
    return faults
