"""The commands ``decisionaid record check | text | fhir | prsb | migrate``: what patients saved, read and handed on.

Layer 5.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from decisionaid.commands.record_run import RecordRun
from decisionaid.commands.run import ASIDE, FORMAT, INPUTS, OUT, faults_of, few, shown_name

if TYPE_CHECKING:
    from decisionaid.disk.record_inputs import GivenRecord
    from decisionaid.model.words import AidWords
    from decisionaid.record.recovered import Recovered

_AIDS = click.option(
    "--aids", "places", multiple=True, type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="A built site, a project or a folder of aids with the words of the aids; can be given again. "
    "Without it: build/site and this folder.",
)  # fmt: skip


@click.group(epilog="Example: decisionaid record text my-answers-knee.html")
def record() -> None:
    """Read records that patients saved: check them, and turn them into text, FHIR or PRSB headings."""


@record.command(epilog="Example: decisionaid record check saved/ --aids build/site")
@INPUTS
@_AIDS
@ASIDE
@FORMAT
def check(inputs: tuple[str, ...], places: tuple[Path, ...], aside: Path | None, form: str) -> None:
    """Say of each record if it is as it was saved, and if its aid has all that it names.

    INPUT is a file, a folder, a token, or - for standard input.
    """
    from decisionaid.model.made_up import is_made_up  # noqa: PLC0415
    from decisionaid.record.against import unknown_in  # noqa: PLC0415

    run = RecordRun(places, aside=aside)
    for given, read in run.records(inputs):
        words = run.words_for(read)
        unknown = unknown_in(read.record, words) if words else ()
        found = [
            *(["changed or cut since it was saved"] if read.is_altered else []),
            *([f"not recognised: {few(read.left)}"] if read.left else []),
            *([f"not in the aid: {few(unknown)}"] if unknown else []),
        ]
        run.count(is_sound=not found)
        aid = read.record.aid
        if form == "json":
            data = {
                "input": given.name, "record": read.record.id, "rev": read.record.rev, "aid": aid.id,
                "version": aid.version, "words_found": words is not None,
                "made_up": is_made_up(read.record), "altered": read.is_altered,
                "left_out": list(read.left), "unknown": list(unknown),
            }  # fmt: skip
            click.echo(json.dumps(data, ensure_ascii=False))
            continue
        missing = "" if words else "; the words of its aid were not found"
        nobodys = "made up for practice; " if is_made_up(read.record) else ""
        said = f"{nobodys}{'; '.join(found) or 'sound'}"
        click.echo(f"{shown_name(given.name)}: {said} ({aid.id} {aid.version}{missing})")
    run.leave()


@record.command(epilog="Example: decisionaid record text saved/anna.html --aids build/site")
@INPUTS
@_AIDS
@OUT
@ASIDE
@click.option("--form", type=click.Choice(("short", "long")), default="short", show_default=True,
              help="short: at most 900 ASCII characters.")  # fmt: skip
def text(
    inputs: tuple[str, ...], places: tuple[Path, ...], out: Path | None, aside: Path | None, form: str
) -> None:  # fmt: skip
    """Write each record as plain text for the clinical record, the same as the clinician's page copies.

    INPUT is a file, a folder, a token, or - for standard input. Several records are parted by an empty line.
    """
    from decisionaid.record.text_form import record_text  # noqa: PLC0415

    def made(_given: GivenRecord, read: Recovered, words: AidWords | None) -> str:
        return run.parting() + record_text(
            read.record, words, "long" if form == "long" else "short"
        )

    run = RecordRun(places, out, aside, ".txt")
    _write_each(run, inputs, made)


@record.command(epilog="Example: decisionaid record fhir saved/ --aids build/site --out fhir/")
@INPUTS
@_AIDS
@OUT
@ASIDE
def fhir(
    inputs: tuple[str, ...], places: tuple[Path, ...], out: Path | None, aside: Path | None
) -> None:
    """Write each record as a FHIR R4 document, one line of JSON each.

    INPUT is a file, a folder, a token, or - for standard input. It says what one person stated, and orders nothing.
    """
    from decisionaid.record.fhir import fhir_text  # noqa: PLC0415

    run = RecordRun(places, out, aside, ".json")
    _write_each(run, inputs, lambda _, read, words: fhir_text(read.record, words))


@record.command(epilog="Example: decisionaid record prsb saved/ --aids build/site --out prsb/")
@INPUTS
@_AIDS
@OUT
@ASIDE
def prsb(
    inputs: tuple[str, ...], places: tuple[Path, ...], out: Path | None, aside: Path | None
) -> None:
    """Write each record under PRSB's headings for shared decision making, one line of JSON each.

    INPUT is a file, a folder, a token, or - for standard input. What is mandatory there and missing is named.
    """
    from decisionaid.record.prsb import prsb_document, prsb_text  # noqa: PLC0415

    def made(given: GivenRecord, read: Recovered, words: AidWords | None) -> str:
        _document, missing = prsb_document(read.record, words)
        run.note(given, f"missing, and mandatory: {'; '.join(missing)}")
        return prsb_text(read.record, words)

    run = RecordRun(places, out, aside, ".json")
    _write_each(run, inputs, made)


@record.command(epilog="Example: decisionaid record migrate old/ --out new/")
@INPUTS
@OUT
@ASIDE
def migrate(inputs: tuple[str, ...], out: Path | None, aside: Path | None) -> None:
    """Write each record as JSON in the format of today, one line each.

    INPUT is a file, a folder, a token, or - for standard input. The files themselves stay as they are.
    """
    from decisionaid.record.written import written_today  # noqa: PLC0415

    run = RecordRun((), out, aside, ".json")
    _write_each(run, inputs, lambda _given, read, _words: written_today(read))


def _write_each(
    run: RecordRun,
    inputs: tuple[str, ...],
    make: Callable[[GivenRecord, Recovered, AidWords | None], str],
) -> None:
    """Write what is made of each record, say what it lacks, and leave."""
    for given, read in run.records(inputs):
        run.judge(given, faults_of(read))
        run.write(given, f"{make(given, read, run.words_for(read))}\n")
    run.leave()
