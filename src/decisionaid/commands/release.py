"""The command ``decisionaid release``: keeps the words of an aid's text for the records made with it.

Layer 5. What a person saved or printed is read with the words of the very text that they saw, so these
have to outlast the text. Only words are written, into ``versions`` in the aid's folder.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import rich_click as click

from decisionaid.commands.aids import sources_in
from decisionaid.commands.stop import CLEAN, FOUND, Stop

if TYPE_CHECKING:
    from decisionaid.model.words import AidWords

PUBLIC: Final = ("published", "demonstration")
"""Status of aids that people are meant to use."""


@click.command(epilog="Example: decisionaid release aids/knee-pain")
@click.argument("places", nargs=-1, type=click.Path(path_type=Path), metavar="[AID]...")
@click.option("--check", "only_check", is_flag=True,
              help="Write nothing; say which published aids have changed since their release.")  # fmt: skip
def release(places: Sequence[Path], *, only_check: bool) -> None:
    """Keep the words of an aid as they are now, so that records made with them can always be read.

    AID is an aid's source or its folder; with --check a folder of aids too, and without it the folder aids.
    It writes versions/HASH.json in the folder of the aid, and never over another text. Commit that file.
    """
    if not places and not only_check:
        raise Stop("say which aid, such as: decisionaid release aids/knee-pain")
    folders = [place / "aids" if (place / "aids").is_dir() else place for place in places]
    paths = sources_in(folders or [Path("aids")])
    done = [(_check if only_check else _release)(path) for path in paths]
    if only_check and all(done):
        click.echo("Every aid that is published reads as it was released.")
    sys.exit(CLEAN if all(done) else FOUND)


def _release(path: Path) -> bool:
    """Write the words of one aid; return whether they are kept now."""
    from decisionaid.disk.versions import released, words_text  # noqa: PLC0415

    words = _words(path)
    if words is None:
        return False
    version = f"version {words.version or '?'} of {words.id}"
    place = path.parent / "versions" / f"{words.source_sha256}.json"
    shown = _shown(place)
    if not place.exists():
        _write(place, words_text(words).encode("utf-8"))
        click.echo(f"Released {version}: commit {shown}")
        return True
    # Not by their bytes: a later program may write more fields, with nothing in them.
    if released(path.parent, words.id).words.get(words.source_sha256) == words:
        click.echo(f"Nothing to do: {version} was released before, in {shown}")
        return True
    click.echo(
        f"{shown} holds other words of the same text, and stays as it is: "
        "records that people have made need it. If none were made with it, take the file out and release again.",
        err=True,
    )
    return False


def _check(path: Path) -> bool:
    """Say whether one aid reads as it was released."""
    from decisionaid.disk.versions import released  # noqa: PLC0415

    words = _words(path)
    if words is None:
        return False
    kept = released(path.parent, words.id)
    for name in kept.unreadable:
        click.echo(f"{_shown(path.parent / name)} holds no words of this aid", err=True)
    if words.status not in PUBLIC or words.source_sha256 in kept.words:
        return not kept.unreadable
    when = "has changed since it was released" if kept.words else "was never released"
    click.echo(f"{_shown(path)} {when}: decisionaid release {_shown(path.parent)}")
    return False


def _words(path: Path) -> AidWords | None:
    """Return the words of an aid; None, and a message, when it cannot have a page."""
    from decisionaid.disk.aid_folder import compile_file  # noqa: PLC0415
    from decisionaid.disk.source_file import check_folder  # noqa: PLC0415
    from decisionaid.disk.versions import words_now  # noqa: PLC0415

    source, compiled = compile_file(path)
    if compiled.aid is None or not compiled.has_page or check_folder(path) is not None:
        click.echo(
            f"{_shown(Path(source.name))} has errors: decisionaid check says which", err=True
        )
        return None
    return words_now(compiled.aid, compiled.sha256)


def _write(place: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    from decisionaid.disk.write_whole import write_whole  # noqa: PLC0415

    place.parent.mkdir(exist_ok=True)
    write_whole(place, data)


def _shown(path: Path) -> str:
    from decisionaid.diagnostics.code_frame import printable  # noqa: PLC0415

    return f"'{printable(path.as_posix())}'"
