"""The commands ``decisionaid place``: check what a place says, and make a draft of one from a feed.

Layer 5.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

import rich_click as click

from decisionaid.commands.aids import TODAY, day, exit_code
from decisionaid.commands.on_terminal import reported
from decisionaid.commands.stop import CLEAN, FOUND, Stop

if TYPE_CHECKING:
    from decisionaid.compiler.places import CompiledPlace
    from decisionaid.diagnostics import Diagnostic
    from decisionaid.disk.place_import import Imported
    from decisionaid.text import Source

SLUG: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""As of ``disk.source_file``, written here so that help need not load it."""
FORMATS: Final = ("text", "json", "sarif", "github")


@click.group()
def place() -> None:
    """Say what can be had in a place, beside the aids and without changing them."""


@place.command(epilog="Example: decisionaid place check overlays/example-town.yaml")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE]...")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True,
              help="text for people, json for programs, sarif and github for code hosts.")  # fmt: skip
@click.option("--strict", is_flag=True, help="Let warnings fail too.")
@TODAY
def check(files: Sequence[Path], form: str, today: datetime | None, *, strict: bool) -> None:
    """Check places and say everything that is wrong with them. Without a file: all in the folder overlays."""
    from decisionaid.diagnostics import worst_first  # noqa: PLC0415
    from decisionaid.disk.place_files import FOLDER, place_files  # noqa: PLC0415

    paths = list(files) or place_files(Path())
    if not paths:
        raise Stop(f"there is no place in '{FOLDER}'. Make one: see 'Places' in the handbook")
    if absent := [each for each in paths if not each.exists() and not each.is_symlink()]:
        raise Stop(f"there is no file '{absent[0].as_posix()}'")
    sources, found = checked_places(paths, day(today))
    click.echo(reported(worst_first(found), sources, form), nl=False)
    sys.exit(exit_code(found, strict=strict))


def checked_places(
    paths: Sequence[Path], today: date
) -> tuple[dict[str, Source], list[Diagnostic]]:
    """Check places; also return the sources that diagnostics are about, by name."""
    from decisionaid.disk.place_files import beside  # noqa: PLC0415
    from decisionaid.disk.places import compile_place_file  # noqa: PLC0415

    sources: dict[str, Source] = {}
    diagnostics: list[Diagnostic] = []
    for path in paths:
        compiled = compile_place_file(path, beside(path), today=today)
        if compiled.diagnostics:
            sources[compiled.source.name] = compiled.source
            diagnostics += compiled.diagnostics
    return sources, diagnostics


def place_of(folder: Path, name: str, today: date, made: Literal["site", "file"]) -> CompiledPlace:
    """Return the place for which something is to be ``made``; one with errors ends the command.

    ``folder`` is the project, or its folder of aids, beside which the places lie. What is wrong goes to
    standard error where standard output may be the file.
    """
    from difflib import get_close_matches  # noqa: PLC0415

    from decisionaid.disk.place_files import ENDING, FOLDER, place_files  # noqa: PLC0415
    from decisionaid.disk.places import compile_place_file  # noqa: PLC0415

    is_project = (folder / "aids").is_dir()
    project = folder if is_project else folder.absolute().parent
    names = {each.stem: each for each in place_files(project)}
    if name not in names:
        near = get_close_matches(name, names, 1)
        hint = f". Did you mean '{near[0]}'?" if near else ""
        raise Stop(f"there is no place '{FOLDER}/{name}{ENDING}'{hint}")
    aids = folder / "aids" if is_project else folder
    compiled = compile_place_file(names[name], aids, today=today)
    if not compiled.ok:
        sources = {compiled.source.name: compiled.source}
        err = made == "file"
        click.echo(reported(compiled.diagnostics, sources, "text", err=err), nl=False, err=err)
        none = "No file" if err else "No site is built"
        click.echo(f"{none}: the place '{name}' has errors.", err=True)
        sys.exit(FOUND)
    return compiled


@place.command(
    "import", epilog="Example: decisionaid place import feed.json --out overlays/my-town.yaml"
)
@click.argument("feed", type=click.Path(path_type=Path), metavar="FEED.json")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True, metavar="DRAFT.yaml",
              help="Where the draft goes, or an earlier one to bring up to date.")  # fmt: skip
@click.option("--postcode", "areas", multiple=True, metavar="AREA",
              help="Take only services in this area, such as EX1; again for each further one.")  # fmt: skip
@click.option(
    "--write", is_flag=True, help="Change an earlier draft; without it you see what would change."
)
@TODAY
def import_(
    feed: Path, out: Path, areas: tuple[str, ...], today: datetime | None, *, write: bool
) -> None:
    """Make a draft of a place out of a saved Open Referral UK feed, and say what was lost.

    Nothing is fetched from anywhere. What a person has to choose or to check is marked, and shown to
    nobody before.
    """
    from decisionaid.disk.place_files import ENDING  # noqa: PLC0415
    from decisionaid.disk.place_import import NoFeedError, import_feed, report  # noqa: PLC0415
    from decisionaid.disk.place_update import KEPT  # noqa: PLC0415
    from decisionaid.disk.replace_text import ChangedError, replace_text  # noqa: PLC0415

    if out.suffix != ENDING or not SLUG.fullmatch(out.stem):
        raise Stop(
            f"'{out.name}' is no name for a place: use small letters, digits and single hyphens, "
            "such as 'my-town.yaml'"
        )
    before = _earlier(out)
    try:
        found = import_feed(feed, out.stem, day(today).isoformat(), areas, before)
    except NoFeedError as error:
        raise Stop(str(error)) from None
    click.echo(report(found, feed.name), nl=False)
    if found.failed:
        sys.exit(FOUND)
    if before is None:
        out.parent.mkdir(parents=True, exist_ok=True)
        try:
            with out.open("x", encoding="utf-8", newline="\n") as file:
                file.write(found.text)
        except FileExistsError:
            raise Stop(f"'{out.as_posix()}' is there by now. Import again.") from None
        click.echo(
            f"\nWrote the draft {out.as_posix()}. Then: decisionaid place check {out.as_posix()}"
        )
        sys.exit(CLEAN)
    if _tell_change(found, out, write=write):
        try:
            replace_text(out, before, found.text)
        except ChangedError:
            raise Stop(f"'{out.as_posix()}' has changed in between. Import again.") from None
        click.echo(
            f"Changed {out.as_posix()}. What you had set in {', '.join(KEPT)} stays; "
            "all else of these services says what the feed says."
        )


def _earlier(out: Path) -> str | None:
    """Return the text of an earlier draft; None: there is none."""
    if not out.exists():
        return None
    from decisionaid.disk.places import read_place_source  # noqa: PLC0415
    from decisionaid.read.place.read_place import why_not_yaml  # noqa: PLC0415

    source, fault = read_place_source(out)
    fault = fault or why_not_yaml(source)
    if fault is not None:
        raise Stop(
            f"'{out.as_posix()}' cannot be read, so it stays as it is: line {fault.span.line}, "
            f"{fault.message}. See: decisionaid place check {out.as_posix()}"
        )
    return source.text


def _tell_change(found: Imported, out: Path, *, write: bool) -> bool:
    """Say what an import changes; return whether to change it."""
    change = found.change
    if change is None:
        return False
    click.echo(f"\n{change.shown()}", nl=False)
    if change.is_same:
        click.echo(f"{out.as_posix()} says the same as the feed. Nothing is changed.")
        return False
    if not write:
        click.echo("Nothing is changed yet. Add --write to change it.")
        sys.exit(FOUND)
    return True
