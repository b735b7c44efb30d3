"""The command ``decisionaid bundle``: an aid, or the clinician's page, as one file.

Layer 5. The file works from a disk and as an attachment, and fetches nothing. An aid with errors gets none.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date, datetime
from gzip import compress
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from decisionaid.commands.aids import TODAY, day, sources_in
from decisionaid.commands.on_terminal import reported
from decisionaid.commands.place import place_of
from decisionaid.commands.stop import CLEAN, FOUND, Stop
from decisionaid.commands.streams import STREAM
from decisionaid.commands.theme import theme_of

if TYPE_CHECKING:
    from decisionaid.disk.aid_folder import AidFiles
    from decisionaid.disk.aid_pages import View
    from decisionaid.model.place import Place
    from decisionaid.site.own_theme import Theme


@click.command(epilog="Example: decisionaid bundle aids/knee-pain -o knee-pain.html")
@click.argument("places", nargs=-1, type=click.Path(path_type=Path), metavar="[AID]...")
@click.option("--clinician", is_flag=True,
              help="The clinician's page instead, for records of these aids; without any, of all in the "
              "folder aids.")  # fmt: skip
@click.option("-o", "--output", metavar="FILE",
              help="Where to write it; - is standard output. Without it: NAME.html, or clinician.html, in "
              "this folder.")  # fmt: skip
@click.option("--site", metavar="ADDRESS",
              help="Where the site is, such as https://aids.example.org/. Links to its other pages lead there; "
              "without it they are words, and said to be outside the file.")  # fmt: skip
@click.option("--place", "place_name", metavar="NAME",
              help="Also say what can be had in a place: the file overlays/NAME.yaml beside the aids.")  # fmt: skip
@click.option("--theme", type=click.Path(path_type=Path), metavar="FOLDER",
              help="Templates and custom properties in the place of ours.")  # fmt: skip
@TODAY
def bundle(  # noqa: PLR0913 - they are the options
    places: Sequence[Path],
    output: str | None,
    site: str | None,
    place_name: str | None,
    theme: Path | None,
    today: datetime | None,
    *,
    clinician: bool,
) -> None:
    """Write an aid as one file that works from a disk and as an attachment, with all its ways to hand over.

    AID is an aid's source or its folder. The file fetches nothing, and says its own security policy.
    How large it is goes to standard error. An aid that check refuses gets no file.
    """
    from decisionaid.disk.aid_pages import View  # noqa: PLC0415
    from decisionaid.site import SiteError, assets, speaking_of  # noqa: PLC0415
    from decisionaid.site.one_file import file_for_clinician, file_of_aid  # noqa: PLC0415
    from decisionaid.site.own_theme import Theme  # noqa: PLC0415

    address = _address(site)
    if not clinician and len(places) != 1:
        raise Stop("say which one aid, such as: decisionaid bundle aids/knee-pain")
    paths = sources_in(places or [Path("aids")])
    if not clinician and len(paths) != 1:
        raise Stop(f"'{places[0].as_posix()}' holds more than one aid: say which")
    look = theme_of(theme) or Theme()
    local = _place(paths, place_name, day(today)) if place_name else None
    view = View(today=day(today), one_file=True, theme=look.templates, place=local)
    try:
        loaded = assets(look.style)
        aids = [_made(path, view, look) for path in paths]
        if not all(aids):
            sys.exit(FOUND)
        made = [aid for aid in aids if aid]
        if clinician:
            with speaking_of(look):
                data = file_for_clinician(made, loaded, view, address)
            name = "clinician.html"
        else:
            (aid,) = made
            language = aid.card.language if aid.card else ""
            data, name = file_of_aid(aid, loaded, language, address), f"{aid.slug}.html"
    except SiteError as error:
        raise Stop(str(error)) from None
    _write(data, output or name)
    sys.exit(CLEAN)


def _address(site: str | None) -> str:
    """Return the address of a site with its last slash."""
    if site is None:
        return ""
    if not site.startswith(("https://", "http://")) or any(sign in site for sign in "\"'<>#? "):
        raise Stop(f"'{site}' is no address of a site: write it as in https://aids.example.org/")
    return f"{site.rstrip('/')}/"


def _place(paths: Sequence[Path], name: str, today: date) -> Place | None:
    """Return the place that a file is for; what is wrong with it, such as its age, goes to standard error."""
    folders = {path.resolve().parent.parent for path in paths}
    if len(folders) > 1:
        raise Stop("these aids lie in several folders: a place stands beside one folder of aids")
    found = place_of(folders.pop(), name, today, "file")
    if found.diagnostics:
        sources = {found.source.name: found.source}
        click.echo(reported(found.diagnostics, sources, "text", err=True), nl=False, err=True)
    return found.place


def _made(path: Path, view: View, look: Theme) -> AidFiles | None:
    """Return the files of an aid; None, and a message, when there is no page to make a file of."""
    from decisionaid.site import themed_files  # noqa: PLC0415

    folder = path.resolve().parent
    aid = themed_files(folder, folder.parent, view, look)
    shown = path.parent.as_posix()
    if aid.card is None:
        click.echo(
            reported(aid.diagnostics, {aid.source.name: aid.source}, "text", err=True), err=True
        )
        click.echo(f"No file: '{shown}' has errors.", err=True)
        return None
    if not view.one_file or aid.clock is None or aid.clock.state != "withdrawn":
        return aid
    click.echo(
        f"No file: '{shown}' is withdrawn. What people hold should be taken back, not handed out.",
        err=True,
    )
    return None


def _write(data: bytes, output: str) -> None:
    """Write a file whole or not at all, or to standard output; say how large it is."""
    if output == STREAM:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        place = Path(output)
        if place.is_dir():
            raise Stop(f"'{place.as_posix()}' is a folder: name a file in it")
        from decisionaid.disk.write_whole import write_whole  # noqa: PLC0415

        write_whole(place, data)
    where = "standard output" if output == STREAM else f"'{output}'"
    pressed = len(compress(data, 9, mtime=0))
    click.echo(
        f"Wrote {where}: {len(data) / 1000:.1f} kB, {pressed / 1000:.1f} kB compressed", err=True
    )
