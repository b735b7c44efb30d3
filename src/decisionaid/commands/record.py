"""The commands ``decisionaid record check | text | fhir | prsb | migrate``: what patients saved, read and handed on.

Layer 5.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from decisionaid.commands.record_run import Run, few, over, shown_name, write_made

if TYPE_CHECKING:
    from decisionaid.disk.record_inputs import Given
    from decisionaid.model.words import AidWords
    from decisionaid.record.recovered import Recovered

_INPUTS = click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
_AIDS = click.option(
    "--aids", "places", multiple=True, type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="A built site, a project or a folder of aids with the words of the aids; can be given again. "
    "Without it: build/site and this folder.",
)  # fmt: skip
_OUT = click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False),
    help="A folder for one new file each. Without it: standard output.",
)  # fmt: skip
_ASIDE = click.option(
    "--set-aside", "aside", type=click.Path(path_type=Path, file_okay=False),
    help="A folder for a copy of what could not be read, with reasons.ndjson.",
)  # fmt: skip


@click.group(epilog="Example: decisionaid record text my-answers-knee.html")
def record() -> None:
    """Read records that patients saved: check them, and turn them into text, FHIR or PRSB headings."""


@record.command(epilog="Example: decisionaid record check saved/ --aids build/site")
@_INPUTS
@_AIDS
@_ASIDE
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True,
              help="json: one line for each record.")  # fmt: skip
def check(inputs: tuple[str, ...], places: tuple[Path, ...], aside: Path | None, form: str) -> None:
    """Say of each record if it is as it was saved, and if its aid has all that it names.

    INPUT is a file, a folder, a token, or - for standard input.
    """
    from decisionaid.record.against import unknown_in  # noqa: PLC0415

    def checked(run: Run, given: Given, read: Recovered) -> None:
        words = run.words_for(read)
        unknown = unknown_in(read.record, words) if words else ()
        found = [
            *(["changed or cut since it was saved"] if read.is_altered else []),
            *([f"not recognised: {few(read.left)}"] if read.left else []),
            *([f"not in the aid: {few(unknown)}"] if unknown else []),
        ]
        run.counts["sound" if not found else "with faults"] += 1
        aid = read.record.aid
        if form == "json":
            data = {
                "input": given.name, "record": read.record.id, "rev": read.record.rev, "aid": aid.id,
                "version": aid.version, "words_found": words is not None,
                "altered": read.is_altered, "left_out": list(read.left), "unknown": list(unknown),
            }  # fmt: skip
            click.echo(json.dumps(data, ensure_ascii=False))
            return
        missing = "" if words else "; the words of its aid were not found"
        said = "; ".join(found) or "sound"
        click.echo(f"{shown_name(given.name)}: {said} ({aid.id} {aid.version}{missing})")

    over(inputs, places, None, aside, "", checked)


@record.command(epilog="Example: decisionaid record text saved/anna.html --aids build/site")
@_INPUTS
@_AIDS
@_OUT
@_ASIDE
@click.option("--form", type=click.Choice(("short", "long")), default="short", show_default=True,
              help="short: at most 900 ASCII characters.")  # fmt: skip
def text(
    inputs: tuple[str, ...], places: tuple[Path, ...], out: Path | None, aside: Path | None, form: str
) -> None:  # fmt: skip
    """Write each record as plain text for the clinical record, the same as the clinician's page copies.

    INPUT is a file, a folder, a token, or - for standard input. Several records are parted by an empty line.
    """
    from decisionaid.record.text_form import record_text  # noqa: PLC0415

    def made(read: Recovered, words: AidWords | None) -> str:
        return record_text(read.record, words, "long" if form == "long" else "short")

    def written(run: Run, given: Given, read: Recovered) -> None:
        if out is None and run.counts["read"]:
            click.echo()
        write_made(run, given, read, made)

    over(inputs, places, out, aside, ".txt", written)


@record.command(epilog="Example: decisionaid record fhir saved/ --aids build/site --out fhir/")
@_INPUTS
@_AIDS
@_OUT
@_ASIDE
def fhir(
    inputs: tuple[str, ...], places: tuple[Path, ...], out: Path | None, aside: Path | None
) -> None:
    """Write each record as a FHIR R4 document, one line of JSON each.

    INPUT is a file, a folder, a token, or - for standard input. It says what one person stated, and orders nothing.
    """
    from decisionaid.record.fhir import fhir_text  # noqa: PLC0415

    def written(run: Run, given: Given, read: Recovered) -> None:
        write_made(run, given, read, lambda read, words: fhir_text(read.record, words))

    over(inputs, places, out, aside, ".json", written)


@record.command(epilog="Example: decisionaid record prsb saved/ --aids build/site --out prsb/")
@_INPUTS
@_AIDS
@_OUT
@_ASIDE
def prsb(
    inputs: tuple[str, ...], places: tuple[Path, ...], out: Path | None, aside: Path | None
) -> None:
    """Write each record under PRSB's headings for shared decision making, one line of JSON each.

    INPUT is a file, a folder, a token, or - for standard input. What is mandatory there and missing is named.
    """
    from decisionaid.record.prsb import prsb_document, prsb_text  # noqa: PLC0415

    def written(run: Run, given: Given, read: Recovered) -> None:
        _document, missing = prsb_document(read.record, run.words_for(read))
        run.note(given, f"missing, and mandatory: {'; '.join(missing)}")
        write_made(run, given, read, lambda read, words: prsb_text(read.record, words))

    over(inputs, places, out, aside, ".json", written)


@record.command(epilog="Example: decisionaid record migrate old/ --out new/")
@_INPUTS
@_OUT
@_ASIDE
def migrate(inputs: tuple[str, ...], out: Path | None, aside: Path | None) -> None:
    """Write each record as JSON in the format of today, one line each.

    INPUT is a file, a folder, a token, or - for standard input. The files themselves stay as they are.
    """
    from decisionaid.record.written import written_today  # noqa: PLC0415

    def written(run: Run, given: Given, read: Recovered) -> None:
        write_made(run, given, read, lambda read, _words: written_today(read))

    over(inputs, (), out, aside, ".json", written)
