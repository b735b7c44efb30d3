"""The commands ``decisionaid sheet export`` and ``decisionaid sheet import``.

Layer 5. An import shows what would change; only ``--write`` changes it.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from decisionaid.commands.aids import meant
from decisionaid.commands.stop import CLEAN, FOUND, Stop, dumped

if TYPE_CHECKING:
    from decisionaid.disk.sheet_files import Proposal

_FORMAT = click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True,
    help="text for people, json for programs.",
)  # fmt: skip


@click.group(epilog="Example: decisionaid sheet export aids/knee-pain")
def sheet() -> None:
    """Take the outcomes of an aid to a spreadsheet, and back."""


@sheet.command("export", epilog="Example: decisionaid sheet export aids/knee-pain --out knee.xlsx")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path),
              help="Where the sheet goes: a new file that ends in .xlsx or .csv. "
              "Without it: the aid's name and -outcomes.xlsx.")  # fmt: skip
@_FORMAT
def export_(file: Path, out: Path | None, form: str) -> None:
    """Write the outcomes of one aid into a new sheet, with a guide and drop-downs.

    FILE is an aid's source or its folder. No file is written over.
    """
    from decisionaid.disk import sheet_files as sheets  # noqa: PLC0415

    path = _aid(file)
    target = out or Path(f"{path.resolve().parent.name}-outcomes.xlsx")
    if target.suffix.lower() not in sheets.FORMS:
        raise Stop(
            f"'{target.as_posix()}' must end in .xlsx or .csv, such as --out {target.stem}.xlsx"
        )
    try:
        sheets.write_new(target, sheets.export(path, target.suffix.lower()))
        left_out = sheets.left_out(path)
    except sheets.SheetError as error:
        raise Stop(str(error)) from None
    if form == "json":
        made = {"format": "decisionaid.sheet-export/1", "file": path.as_posix()}
        told = {**made, "out": target.as_posix(), "left_out": list(left_out)}
        click.echo(dumped(told), nl=False)
        return
    click.echo(f"Wrote {target.as_posix()}")
    for heading in left_out:
        click.echo(f"Not in it: the numbers of '{heading}'. Compare them on the evidence page.")
    click.echo(f"Bring it back: decisionaid sheet import {path.as_posix()} {target.as_posix()}")


@sheet.command(
    "import", epilog="Example: decisionaid sheet import aids/knee-pain knee.xlsx --write"
)
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("sheet_file", metavar="SHEET", type=click.Path(path_type=Path))
@click.option("--write", "writing", is_flag=True, help="Change the aid, too.")
@_FORMAT
def import_(file: Path, sheet_file: Path, form: str, *, writing: bool) -> None:
    """Show what a sheet would change in an aid; with --write, change it.

    FILE is the aid's source or its folder, SHEET an .xlsx or .csv file.
    A wrong cell is named, and then nothing is written.
    """
    from decisionaid.disk import sheet_files as sheets  # noqa: PLC0415

    path = _aid(file)
    if not sheet_file.is_file():
        raise Stop(f"there is no file '{sheet_file.as_posix()}'")
    try:
        proposal = sheets.propose(path, sheet_file)
        written = writing and proposal.changed
        if written:
            sheets.write(proposal)
    except sheets.SheetError as error:
        raise Stop(str(error)) from None
    if form == "json":
        click.echo(dumped(_fields(proposal, written=written)), nl=False)
    else:
        _tell(proposal, written=written)
    sys.exit(CLEAN if proposal.text is not None else FOUND)


def _aid(file: Path) -> Path:
    path = file / "index.md" if file.is_dir() else file
    if not path.is_file():
        raise Stop(f"there is no aid at '{file.as_posix()}'{meant(file)}")
    return path


def _fields(proposal: Proposal, *, written: bool) -> dict[str, object]:
    return {
        "format": "decisionaid.sheet-import/1",
        "file": proposal.path.as_posix(),
        "changed": proposal.changed,
        "written": written,
        "faults": [
            {
                "place": fault.place,
                "message": fault.message,
                "help": fault.help,
                "code": fault.code or None,
                "stops": fault.stops,
            }
            for fault in proposal.faults
        ],
        "notes": list(proposal.notes),
        "difference": proposal.difference,
    }


def _tell(proposal: Proposal, *, written: bool) -> None:
    for fault in proposal.faults:
        kind = "error" if fault.stops else "warning"
        click.echo(f"{fault.place}: {' '.join(filter(None, (kind, fault.code)))}: {fault.message}")
        click.echo(f"   = help: {fault.help}")
    for note in proposal.notes:
        click.echo(f"Note: {note}")
    if proposal.difference:
        click.echo(proposal.difference, nl=False)
    if proposal.text is None:
        click.echo("Nothing is written, because of the errors above.")
    elif not proposal.changed:
        click.echo("The sheet and the aid say the same.")
    elif written:
        click.echo(f"Wrote {proposal.path.as_posix()}")
    else:
        click.echo("Nothing is written yet. To change the aid, add --write.")
