"""The command line: ``decisionaid new | check | build | serve | inspect | explain | numbers | sheet``.

Layer 5; nothing but this and ``commands`` prints. Exit codes: 0 clean, 1 something was found, 2 a
wrong command line, 3 a fault of our own. What a command needs is imported when it runs, so that help is quick.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

import rich_click as click

from decisionaid import __version__
from decisionaid.commands.numbers import numbers
from decisionaid.commands.sheet import sheet
from decisionaid.commands.stop import CLEAN, FOUND, INTERNAL, WRONG, Stop, dumped

if TYPE_CHECKING:
    from decisionaid.diagnostics import Diagnostic
    from decisionaid.site import Built
    from decisionaid.text import Source

FORMATS: Final = ("text", "json", "sarif", "github")
STAGES: Final = ("head", "model", "spans", "html", "words")

_DAY = click.DateTime(formats=["%Y-%m-%d"])
_TODAY = click.option(
    "--today",
    type=_DAY,
    metavar="YYYY-MM-DD",
    help="The day the rules about dates go by. Without it they use today's.",
)


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Start with: decisionaid new first-aid",
)
@click.version_option(__version__, prog_name="decisionaid")
def cli() -> None:
    """Write decision aids as text, and make accessible pages of them."""


@cli.command(epilog="Example: decisionaid new knee-pain --title 'Knee pain: what can I do?'")
@click.argument("slug")
@click.option("--folder", type=click.Path(path_type=Path), default=Path("aids"), show_default=True,
              help="The folder of aids.")  # fmt: skip
@click.option("--title", help="The title of the page.")
@click.option("--question", help="The decision, as one question.")
@click.option("--condition", help="The condition, in words patients use.")
@click.option("--for", "who_for", help="Who the aid is for.")
@click.option("--option", "second_option", help="The option beside carrying on as now.")
@click.option("--author", help="Who writes it.")
def new(slug: str, folder: Path, **told: str | None) -> None:
    """Start an aid: write a draft with every part in its place and every gap marked.

    SLUG is the name of its folder and its address, such as knee-pain.
    On a terminal it asks for what the options do not say; nothing is ever written over.
    """
    from decisionaid.site import SiteError, write_new_aid  # noqa: PLC0415
    from decisionaid.starter import Beginning, starter  # noqa: PLC0415

    if (folder / slug / "index.md").exists():
        raise Stop(
            f"'{(folder / slug / 'index.md').as_posix()}' is there already and stays as it is."
        )
    words = {name: text for name, text in told.items() if text}
    if sys.stdin.isatty() and sys.stdout.isatty():
        words |= _asked({name for name in told if name not in words})
    try:
        path = write_new_aid(folder, slug, starter(Beginning(**words), today=_local_today()))
    except SiteError as error:
        raise Stop(str(error)) from None
    click.echo(f"Wrote {path.as_posix()}")
    click.echo(f"What is missing: decisionaid check {path.as_posix()}")
    click.echo("See it: decisionaid serve")


@cli.command(epilog="Example: decisionaid check aids/knee-pain --format json")
@click.argument("places", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE or FOLDER]...")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True,
              help="text for people, json for programs, sarif and github for code hosts.")  # fmt: skip
@click.option("--strict", is_flag=True, help="Let warnings fail too.")
@_TODAY
def check(places: Sequence[Path], form: str, today: datetime | None, *, strict: bool) -> None:
    """Check aids and say everything that is wrong with them. Without a place: the folder aids."""
    from decisionaid.aid_folder import compile_file  # noqa: PLC0415

    diagnostics: list[Diagnostic] = []
    sources: dict[str, Source] = {}
    for path in _sources_in(places or [Path("aids")]):
        source, compiled = compile_file(path, today=_day(today))
        sources[source.name] = source
        diagnostics += compiled.diagnostics
    click.echo(_report(diagnostics, sources, form), nl=False)
    sys.exit(_exit_code(diagnostics, strict=strict))


@cli.command(epilog="Example: decisionaid build --out build/site")
@click.argument("folder", type=click.Path(path_type=Path), default=Path())
@click.option("--out", type=click.Path(path_type=Path), default=Path("build/site"), show_default=True,
              help="Where the site goes.")  # fmt: skip
@click.option("--aids-only", is_flag=True, help="Leave the handbook out.")
@click.option("--strict", is_flag=True, help="Let warnings fail too.")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text",
              show_default=True, help="How to say what was built.")  # fmt: skip
@_TODAY
def build(
    folder: Path, out: Path, form: str, today: datetime | None, *, aids_only: bool, strict: bool
) -> None:
    """Build the site: the pages of every aid, the home page, the clinician's page, the handbook.

    FOLDER holds the folder aids and, when there is a handbook, mkdocs.yml.
    An aid with errors gets no page; the others are built.
    """
    from decisionaid.site import SiteError  # noqa: PLC0415

    try:
        built, left_out = _build(folder, out, _day(today), aids_only=aids_only)
    except SiteError as error:
        raise Stop(str(error)) from None
    handbook = not aids_only and left_out is None
    _tell_built(built, out, left_out, form, handbook=handbook)
    sys.exit(_exit_code(built.diagnostics, strict=strict))


@cli.command(epilog="Example: decisionaid serve --port 8080")
@click.argument("folder", type=click.Path(path_type=Path), default=Path())
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True,
              help="0 takes a free one.")  # fmt: skip
@click.option("--open/--no-open", "opened", default=None, help="Open a browser, or do not.")
def serve(folder: Path, port: int, *, opened: bool | None) -> None:
    """Show the site in a browser, and follow every change that is saved. Stop with Ctrl-C."""
    from decisionaid import serve as server_of  # noqa: PLC0415
    from decisionaid.aid_folder import AidFiles  # noqa: PLC0415
    from decisionaid.site import SiteError  # noqa: PLC0415

    def started(server: server_of.Server) -> None:
        click.echo(f"The site is at {server.address} (stop with Ctrl-C)")
        if server.preview.without_handbook:
            click.echo(f"The handbook is left out: {server.preview.without_handbook}.")
        if opened if opened is not None else sys.stdout.isatty():
            click.launch(server.address)

    def told(aids: list[AidFiles]) -> None:
        every = [each for aid in aids for each in aid.diagnostics]
        click.echo(_report(every, {aid.source.name: aid.source for aid in aids}, "text"), nl=False)

    try:
        server_of.serve(folder, port, started=started, told=told)
    except SiteError as error:
        raise Stop(str(error)) from None


@cli.command(epilog="Example: decisionaid inspect aids/knee-pain/index.md --stage spans")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--stage", type=click.Choice(STAGES), default="model", show_default=True,
              help="What the compiler made of the text: its head, the whole model, where each part "
              "was written, the page, or the words for the clinician's page.")  # fmt: skip
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text",
              show_default=True, help="json puts the page into a JSON string.")  # fmt: skip
def inspect(file: Path, stage: str, form: str) -> None:
    """Show what the compiler made of one aid. What is wrong with it goes to standard error."""
    from decisionaid.aid_folder import compile_file  # noqa: PLC0415
    from decisionaid.stages import shown  # noqa: PLC0415

    (path,) = _sources_in([file])
    source, compiled = compile_file(path, today=None)
    if compiled.diagnostics:
        click.echo(_report(compiled.diagnostics, {source.name: source}, "text", err=True), err=True)
    text = shown(compiled, stage, as_json=form == "json")
    if text is None:
        sys.exit(FOUND)
    click.echo(text, nl=False)
    sys.exit(_exit_code(compiled.diagnostics, strict=False))


@cli.command(epilog="Example: decisionaid explain DA302")
@click.argument("code", metavar="CODE")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text",
              show_default=True)  # fmt: skip
def explain(code: str, form: str) -> None:
    """Say what a code such as DA302 finds, why it matters, and what to write instead."""
    from decisionaid import explain as pages  # noqa: PLC0415

    try:
        text = pages.explain(code)
    except LookupError as error:
        raise Stop(str(error.args[0])) from None
    if form == "json":
        number = text.split(maxsplit=2)[1]
        found = pages.all_codes()[number]
        fields = {"code": number, "name": found.name, "severity": found.severity, "why": found.why}
        click.echo(dumped({**fields, "basis": found.basis, "page": text}), nl=False)
    elif _colour(sys.stdout):
        from rich.console import Console  # noqa: PLC0415
        from rich.markdown import Markdown  # noqa: PLC0415

        Console().print(Markdown(text))
    else:
        click.echo(text, nl=False)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave with its exit code."""
    try:
        code = cli.main(args=arguments, standalone_mode=False) or CLEAN
        sys.stdout.flush()
    except click.Abort:
        code = FOUND
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except BrokenPipeError:
        # The reader has seen enough; keep Python from complaining when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = CLEAN
    except SystemExit as error:
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


_QUESTIONS: Final = {
    "title": "Title of the page, in words patients understand",
    "question": "The decision, as one question",
    "condition": "The condition, in everyday words",
    "who_for": "Who is it for",
    "second_option": "The main option beside carrying on as now",
    "author": "Who writes it",
}


def _asked(names: set[str]) -> dict[str, str]:
    """Ask for each of these; Enter leaves one for later."""
    click.echo("A few questions. Press Enter to leave one for later.")
    answers = {
        name: click.prompt(words, default="", show_default=False)
        for name, words in _QUESTIONS.items()
        if name in names
    }
    return {name: str(text) for name, text in answers.items() if str(text).strip()}


def _sources_in(places: Sequence[Path]) -> list[Path]:
    """Return the sources that files and folders name: an aid's folder, or a folder of aids."""
    from decisionaid.aid_folder import aid_folders  # noqa: PLC0415

    found: list[Path] = []
    for place in places:
        if place.is_dir():
            own = place / "index.md"
            inside = [own] if own.is_file() else [each / "index.md" for each in aid_folders(place)]
            if not inside:
                raise Stop(f"there is no aid in '{place.as_posix()}'")
            found += inside
        elif place.is_file():
            found.append(place)
        else:
            raise Stop(f"there is no file or folder '{place.as_posix()}'")
    return found


def _build(
    folder: Path, out: Path, today: date | None, *, aids_only: bool
) -> tuple[Built, str | None]:
    """Build what was asked for; also return why the handbook is left out, or None."""
    from decisionaid.handbook import HandbookError, build_handbook, why_left_out  # noqa: PLC0415
    from decisionaid.progress import building  # noqa: PLC0415
    from decisionaid.site import SiteError, aids_of, build_site, replacing  # noqa: PLC0415

    aids = aids_of(folder)
    with building(sys.stderr) as progress:
        if aids_only:
            return build_site(aids, out, today=today, progress=progress), None
        left_out = why_left_out(folder)
        with replacing(out) as new:
            if left_out is None:
                progress(0, 0, "the handbook")
                try:
                    build_handbook(folder, new)
                except HandbookError as error:
                    raise SiteError(f"The handbook could not be built.\n{error}") from error
            built = build_site(aids, new, today=today, progress=progress, handbook=left_out is None)
        return built, left_out


def _tell_built(
    built: Built, out: Path, left_out: str | None, form: str, *, handbook: bool
) -> None:
    from decisionaid.report import as_json  # noqa: PLC0415

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
        click.echo(_report(built.diagnostics, built.sources, "text"))
    if left_out:
        click.echo(f"The handbook is left out: {left_out}.")
    if built.refused:
        click.echo(f"No page, because of errors: {', '.join(built.refused)}")
    click.echo(
        f"Built {len(built.cards)} aid{'s' if len(built.cards) != 1 else ''} in {out.as_posix()}"
    )


def _report(
    diagnostics: Sequence[Diagnostic], sources: dict[str, Source], form: str, *, err: bool = False
) -> str:
    from decisionaid import report  # noqa: PLC0415

    match form:
        case "json":
            return report.as_json(diagnostics)
        case "sarif":
            return report.as_sarif(diagnostics)
        case "github":
            return report.as_github(diagnostics)
        case _:
            colour = _colour(sys.stderr if err else sys.stdout)
            return report.as_text(diagnostics, sources, colour=colour)


def _exit_code(diagnostics: Sequence[Diagnostic], *, strict: bool) -> int:
    from decisionaid.diagnostics import Severity  # noqa: PLC0415

    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return FOUND if any(each.code.severity in failing for each in diagnostics) else CLEAN


def _colour(stream: object) -> bool:
    """Whether to use colour: on a terminal that has it, unless the person said no."""
    isatty = getattr(stream, "isatty", lambda: False)
    return bool(isatty()) and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def _day(asked: datetime | None) -> date:
    """Return the day asked for, or the latest date that it is anywhere on Earth.

    So an aid published today in Auckland is not from the future in Los Angeles, and two builds at
    one moment agree in every time zone.
    """
    return asked.date() if asked else (datetime.now(UTC) + timedelta(hours=14)).date()


def _local_today() -> date:
    return datetime.now().astimezone().date()


cli.add_command(numbers)
cli.add_command(sheet)
