"""The command ``decisionaid serve``: the site and the workbench in a browser, following every change.

Layer 5.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import rich_click as click

from decisionaid.commands.aids import TODAY, day
from decisionaid.commands.on_terminal import reported
from decisionaid.commands.stop import Stop

if TYPE_CHECKING:
    from decisionaid.compiler.places import CompiledPlace
    from decisionaid.disk.aid_folder import AidFiles
    from decisionaid.serve import Server
    from decisionaid.serve.local import LocalPlace

WORKBENCH: Final = "__workbench/"
"""Where the workbench is, beneath the site's root."""


@click.command(epilog="Example: decisionaid serve --port 8080")
@click.argument("folder", type=click.Path(path_type=Path), default=Path())
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True,
              help="0 takes a free one.")  # fmt: skip
@click.option("--open/--no-open", "opened", default=None, help="Open a browser, or do not.")
@click.option("--place", "place_name", metavar="NAME",
              help="Also say what can be had in a place: the file overlays/NAME.yaml.")  # fmt: skip
@TODAY
def serve(
    folder: Path, port: int, today: datetime | None, *, opened: bool | None, place_name: str | None
) -> None:
    """Show the site in a browser, and follow every change that is saved. Stop with Ctrl-C.

    The workbench shows a page beside what is wrong with it, as on a phone, a desktop or paper.
    """
    from decisionaid import serve as server_of  # noqa: PLC0415
    from decisionaid.site import SiteError  # noqa: PLC0415

    try:
        server_of.serve(
            folder, port, today=lambda: day(today), started=_started(opened), told=_told,
            local=_local(folder, place_name, day(today)) if place_name else None,
        )  # fmt: skip
    except SiteError as error:
        raise Stop(str(error)) from None


def _local(folder: Path, name: str, today: date) -> LocalPlace:
    """Return the place to serve; one that has errors at the beginning is not served."""
    from decisionaid.commands.place import place_of  # noqa: PLC0415
    from decisionaid.disk.place_files import place_files  # noqa: PLC0415
    from decisionaid.serve.local import LocalPlace  # noqa: PLC0415
    from decisionaid.site import aids_of  # noqa: PLC0415

    first = place_of(folder, name, today, "site")
    aids = aids_of(folder)
    paths = {each.stem: each for each in place_files(aids.absolute().parent)}
    return LocalPlace(paths[name], aids, first, _told_of_place)


def _started(opened: bool | None) -> Callable[[Server], None]:
    def tell(server: Server) -> None:
        click.echo(f"The site is at {server.address} (stop with Ctrl-C)")
        click.echo(f"The workbench is at {server.address}{WORKBENCH}")
        if server.preview.without_handbook:
            click.echo(f"The handbook is left out: {server.preview.without_handbook}.")
        if opened if opened is not None else sys.stdout.isatty():
            click.launch(f"{server.address}{WORKBENCH}")

    return tell


def _told(aids: list[AidFiles], *, first: bool) -> None:
    """Say how much is wrong with all aids at first and on a new day, else what is with those that changed."""
    from decisionaid.diagnostics.formats import summary  # noqa: PLC0415

    every = [each for aid in aids for each in aid.diagnostics]
    if first:
        click.echo(summary(every))
    elif aids:
        sources = {aid.source.name: aid.source for aid in aids}
        click.echo(reported(every, sources, "text"), nl=False)


def _told_of_place(place: CompiledPlace) -> None:
    """Say what is wrong with the place now; with an error its pages stay as they last were."""
    sources = {place.source.name: place.source}
    click.echo(reported(list(place.diagnostics), sources, "text"), nl=False)
    if not place.ok:
        click.echo("The place stays as it last was.")
