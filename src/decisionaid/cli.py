"""The command line: ``decisionaid`` with its commands, from ``new`` and ``check`` to ``record``.

Layer 5; nothing but this and ``commands`` prints. Exit codes: 0 clean, 1 something was found, 2 a
wrong command line, 3 a fault of our own, 130 stopped by the person. What a command needs is imported
when it runs, so that help is quick.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

import rich_click as click

from decisionaid import __version__
from decisionaid.commands.aids import TODAY, day, exit_code, sources_in
from decisionaid.commands.audio import audio
from decisionaid.commands.check import check
from decisionaid.commands.due import due
from decisionaid.commands.new import new
from decisionaid.commands.numbers import numbers
from decisionaid.commands.on_terminal import has_colour, reported
from decisionaid.commands.place import place, place_of
from decisionaid.commands.plan import plan
from decisionaid.commands.record import record
from decisionaid.commands.release import release
from decisionaid.commands.report import report
from decisionaid.commands.serve import serve
from decisionaid.commands.sheet import sheet
from decisionaid.commands.stop import (
    CLEAN,
    FOUND,
    INTERNAL,
    INTERRUPTED,
    WRONG,
    Stop,
    dumped,
    was_interrupted,
)
from decisionaid.commands.streams import hold_everything

if TYPE_CHECKING:
    from decisionaid.compiler.places import CompiledPlace
    from decisionaid.site import Built

STAGES: Final = ("head", "model", "spans", "html", "words")


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Start with: decisionaid new first-aid",
)
@click.version_option(__version__, prog_name="decisionaid")
def cli() -> None:
    """Write decision aids as text, and make accessible pages of them."""


@cli.command(epilog="Example: decisionaid build --out build/site")
@click.argument("folder", type=click.Path(path_type=Path), default=Path())
@click.option("--out", type=click.Path(path_type=Path), default=Path("build/site"), show_default=True,
              help="Where the site goes.")  # fmt: skip
@click.option("--aids-only", is_flag=True, help="Leave the handbook out.")
@click.option("--theme", type=click.Path(path_type=Path), metavar="FOLDER",
              help="Templates and custom properties in the place of ours.")  # fmt: skip
@click.option("--place", "place_name", metavar="NAME",
              help="Also say what can be had in a place: the file overlays/NAME.yaml.")  # fmt: skip
@click.option("--hosting", type=click.Path(path_type=Path, file_okay=False), metavar="FOLDER",
              help="Also write the headers to send for web servers that read them from outside the site.")  # fmt: skip
@click.option("--strict", is_flag=True, help="Let warnings fail too.")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text",
              show_default=True, help="How to say what was built.")  # fmt: skip
@TODAY
def build(  # noqa: PLR0913 - they are the options
    folder: Path, out: Path, theme: Path | None, hosting: Path | None, form: str,
    today: datetime | None, *, place_name: str | None, aids_only: bool, strict: bool,
) -> None:  # fmt: skip
    """Build the site: the pages of every aid, the home page, the clinician's page, the handbook.

    FOLDER holds the folder aids and, when there is a handbook, mkdocs.yml.
    An aid with errors gets no page; the others are built. One that has ended keeps its page, without figures.
    """
    from decisionaid.site import SiteError, write_hosting  # noqa: PLC0415

    try:
        local = place_of(folder, place_name, day(today)) if place_name else None
        built, left_out = _build(folder, out, day(today), theme, local, aids_only=aids_only)
    except SiteError as error:
        raise Stop(str(error)) from None
    if hosting:
        write_hosting(hosting)
    handbook = not aids_only and left_out is None
    _tell_built(built, out, left_out, form, handbook=handbook)
    sys.exit(exit_code(built.diagnostics, strict=strict))


@cli.command(epilog="Example: decisionaid inspect aids/knee-pain/index.md --stage spans")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--stage", type=click.Choice(STAGES), default="model", show_default=True,
              help="What the compiler made of the text: its head, the whole model, where each part "
              "was written, the page, or the words for the clinician's page.")  # fmt: skip
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text",
              show_default=True, help="json puts the page into a JSON string.")  # fmt: skip
def inspect(file: Path, stage: str, form: str) -> None:
    """Show what the compiler made of one aid. What is wrong with it goes to standard error."""
    from decisionaid.compiler.inspect import shown  # noqa: PLC0415
    from decisionaid.disk.aid_folder import compile_file  # noqa: PLC0415

    (path,) = sources_in([file])
    source, compiled = compile_file(path, today=None)
    if compiled.diagnostics:
        click.echo(
            reported(compiled.diagnostics, {source.name: source}, "text", err=True), err=True
        )
    text = shown(compiled, stage, as_json=form == "json")
    if text is None:
        sys.exit(FOUND)
    click.echo(text, nl=False)
    sys.exit(exit_code(compiled.diagnostics, strict=False))


@cli.command(epilog="Example: decisionaid explain DA302")
@click.argument("code", metavar="CODE")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text",
              show_default=True)  # fmt: skip
def explain(code: str, form: str) -> None:
    """Say what a code such as DA302 finds, why it matters, and what to write instead."""
    from decisionaid.compiler import explain as pages  # noqa: PLC0415

    try:
        text = pages.explain(code)
    except LookupError as error:
        raise Stop(str(error.args[0])) from None
    if form == "json":
        number = text.split(maxsplit=2)[1]
        found = pages.all_codes()[number]
        fields = {"code": number, "name": found.name, "severity": found.severity, "why": found.why}
        click.echo(dumped({**fields, "basis": found.basis, "page": text}), nl=False)
    elif has_colour(sys.stdout):
        from rich.console import Console  # noqa: PLC0415
        from rich.markdown import Markdown  # noqa: PLC0415

        Console().print(Markdown(text))
    else:
        click.echo(text, nl=False)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave with its exit code."""
    hold_everything()
    try:
        code = cli.main(args=arguments, standalone_mode=False) or CLEAN
        sys.stdout.flush()
    except (click.Abort, KeyboardInterrupt) as error:
        if was_interrupted(error):
            click.echo("decisionaid: stopped, as you asked.", err=True)
            code = INTERRUPTED
        else:
            click.echo("decisionaid: there is nothing more to read, so it stops here.", err=True)
            code = FOUND
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except BrokenPipeError:
        code = _seen_enough()
    except SystemExit as error:
        # The command line's library leaves so when a pipe breaks, with the code of what was found.
        if isinstance(error.__context__, BrokenPipeError):
            code = _seen_enough()
        else:
            code = error.code if isinstance(error.code, int) else CLEAN
    except OSError as error:
        click.echo(f"decisionaid: {error.strerror or error}: {error.filename or ''}", err=True)
        code = WRONG
    except Exception:  # noqa: BLE001 - said as what it is, never blamed on the author
        traceback.print_exc()
        click.echo(
            "decisionaid: this is a fault of decisionaid, not of your aid. "
            "Please report it, with the lines above.",
            err=True,
        )
        code = INTERNAL
    sys.exit(code)


def _seen_enough() -> int:
    """End well for a reader who has seen enough, and keep Python from complaining when it closes the stream."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return CLEAN


def _build(
    folder: Path,
    out: Path,
    today: date | None,
    theme: Path | None,
    local: CompiledPlace | None,
    *,
    aids_only: bool,
) -> tuple[Built, str | None]:
    """Build what was asked for; also return why the handbook is left out, or None."""
    from decisionaid.commands.progress import showing  # noqa: PLC0415
    from decisionaid.site import SiteError, aids_of, build_site, replacing  # noqa: PLC0415
    from decisionaid.site.handbook import HandbookError, build_handbook, why_left_out  # noqa: PLC0415
    from decisionaid.site.own_theme import OwnThemeError, read_theme  # noqa: PLC0415

    aids, place = aids_of(folder), local.place if local else None
    try:
        look = read_theme(theme) if theme else None
    except OwnThemeError as error:
        raise SiteError(str(error)) from None
    with showing(sys.stderr, "Building") as progress:
        if aids_only:
            built = build_site(aids, out, today=today, progress=progress, theme=look, place=place)
            return _with_place(built, local), None
        left_out = why_left_out(folder)
        with replacing(out) as new:
            if left_out is None:
                progress(0, 0, "the handbook")
                try:
                    build_handbook(folder, new)
                except HandbookError as error:
                    raise SiteError(f"The handbook could not be built.\n{error}") from error
            built = build_site(
                aids,
                new,
                today=today,
                progress=progress,
                handbook=left_out is None,
                theme=look,
                place=place,
            )
        return _with_place(built, local), left_out


def _with_place(built: Built, local: CompiledPlace | None) -> Built:
    """Note what was found in the place that the site is built for."""
    if local and local.diagnostics:
        built.diagnostics += local.diagnostics
        built.sources[local.source.name] = local.source
    return built


def _tell_built(
    built: Built, out: Path, left_out: str | None, form: str, *, handbook: bool
) -> None:
    from decisionaid.diagnostics.formats import as_json  # noqa: PLC0415

    if form == "json":
        found = json.loads(as_json(built.diagnostics))
        made = {
            "format": "decisionaid.build/1",
            "out": out.as_posix(),
            "aids": sorted(card.slug for card in built.cards),
            "refused": built.refused,
            "pages": built.pages,
            "handbook": handbook,
        }
        click.echo(
            dumped({**made, "counts": found["counts"], "diagnostics": found["diagnostics"]}),
            nl=False,
        )
        return
    if built.diagnostics:
        click.echo(reported(built.diagnostics, built.sources, "text"))
    if left_out:
        click.echo(f"The handbook is left out: {left_out}.")
    if built.refused:
        click.echo(f"No page, because of errors: {', '.join(built.refused)}")
    click.echo(
        f"Built {len(built.cards)} aid{'s' if len(built.cards) != 1 else ''} in {out.as_posix()}"
    )


for command in (
    new, check, serve, due, numbers, report, sheet, audio, release, record, plan, place,
):  # fmt: skip
    cli.add_command(command)
