"""The command ``decisionaid build``: the site, from all aids of a folder, with the handbook around them.

Layer 5. An aid with errors gets no page, and the others are built.
"""

from __future__ import annotations

import json
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from decisionaid.commands.aids import TODAY, day, exit_code
from decisionaid.commands.on_terminal import reported
from decisionaid.commands.place import place_of
from decisionaid.commands.stop import Stop, dumped
from decisionaid.commands.streams import never_stream
from decisionaid.commands.theme import theme_of

if TYPE_CHECKING:
    from decisionaid.compiler.places import CompiledPlace
    from decisionaid.site import Built


_NOT_FOR_ALL = (
    "on devices that many people use no page leads to it, and its pages do not clear themselves"
)


@click.command(epilog="Example: decisionaid build --out build/site")
@click.argument("folder", type=click.Path(path_type=Path), default=Path())
@click.option("--out", type=click.Path(path_type=Path), default=Path("build/site"), show_default=True,
              callback=never_stream,
              help="Where the site goes.")  # fmt: skip
@click.option("--aids-only", is_flag=True, help="Leave the handbook out.")
@click.option("--theme", type=click.Path(path_type=Path), metavar="FOLDER",
              help="Templates and custom properties in the place of ours.")  # fmt: skip
@click.option("--place", "place_name", metavar="NAME",
              help="Also say what can be had in a place: the file overlays/NAME.yaml.")  # fmt: skip
@click.option("--hosting", type=click.Path(path_type=Path, file_okay=False), metavar="FOLDER",
              help="Also write the headers to send for web servers that read them from outside the site.")  # fmt: skip
@click.option(
    "--online-only",
    is_flag=True,
    help="Keep no page on the devices of who opens it, and take away what an earlier build left there.",
)
@click.option("--kiosk", is_flag=True,
              help="For devices that many people use: nothing is kept, and all goes when nobody is there.")  # fmt: skip
@click.option("--strict", is_flag=True, help="Let warnings fail too.")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text",
              show_default=True, help="How to say what was built.")  # fmt: skip
@TODAY
def build(  # noqa: PLR0913 - they are the options
    folder: Path, out: Path, theme: Path | None, hosting: Path | None, form: str,
    today: datetime | None, *, place_name: str | None, aids_only: bool, online_only: bool, strict: bool,
    kiosk: bool,
) -> None:  # fmt: skip
    """Build the site: the pages of every aid, the home page, the clinician's page, the handbook.

    FOLDER holds the folder aids and, when there is a handbook, mkdocs.yml.
    An aid with errors gets no page; the others are built. One that has ended keeps its page, without figures.
    """
    from decisionaid.site import SiteError, write_hosting  # noqa: PLC0415

    try:
        local = place_of(folder, place_name, day(today), "site") if place_name else None
        built, left_out = _build(
            folder,
            out,
            day(today),
            theme,
            local,
            aids_only=aids_only,
            offline=not online_only,
            kiosk=kiosk,
        )
    except SiteError as error:
        raise Stop(str(error)) from None
    if hosting:
        write_hosting(hosting)
    handbook = not aids_only and left_out is None
    _tell_built(built, out, left_out, form, handbook=handbook)
    sys.exit(exit_code(built.diagnostics, strict=strict))


def _build(  # noqa: PLR0913 - each is a part of what is built
    folder: Path,
    out: Path,
    today: date | None,
    theme: Path | None,
    local: CompiledPlace | None,
    *,
    aids_only: bool,
    offline: bool,
    kiosk: bool,
) -> tuple[Built, str | None]:
    """Build what was asked for; also return why the handbook is left out, or None."""
    from decisionaid.commands.progress import showing  # noqa: PLC0415
    from decisionaid.site import SiteError, aids_of, build_site, replacing  # noqa: PLC0415
    from decisionaid.site.handbook import HandbookError, build_handbook, why_left_out  # noqa: PLC0415

    aids, place, look = aids_of(folder), local.place if local else None, theme_of(theme)
    with showing(sys.stderr, "Building") as progress:
        if aids_only:
            built = build_site(
                aids,
                out,
                today=today,
                progress=progress,
                theme=look,
                place=place,
                offline=offline,
                kiosk=kiosk,
            )
            return _with_place(built, local), None
        left_out = _NOT_FOR_ALL if kiosk else why_left_out(folder)
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
                offline=offline,
                kiosk=kiosk,
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
