"""The command line: ``decisionaid`` with its commands, from ``new`` and ``check`` to ``record``.

Layer 5; nothing but this and ``commands`` prints. Exit codes: 0 clean, 1 something was found, 2 a
wrong command line, 3 a fault of our own, 130 stopped by the person. What a command needs is imported
when it runs, so that help is quick.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NoReturn

import rich_click as click

from decisionaid import __version__
from decisionaid.commands.aids import exit_code, sources_in
from decisionaid.commands.audio import audio
from decisionaid.commands.build import build
from decisionaid.commands.bundle import bundle
from decisionaid.commands.check import check
from decisionaid.commands.due import due
from decisionaid.commands.new import new
from decisionaid.commands.numbers import numbers
from decisionaid.commands.on_terminal import has_colour, reported
from decisionaid.commands.place import place
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

STAGES: Final = ("head", "model", "spans", "html", "words")


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Start with: decisionaid new first-aid",
)
@click.version_option(__version__, prog_name="decisionaid")
def cli() -> None:
    """Write decision aids as text, and make accessible pages of them."""


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


for command in (
    new, build, check, serve, due, numbers, report, sheet, audio, release, record, plan, place, bundle,
):  # fmt: skip
    cli.add_command(command)
