"""The command ``decisionaid audio``: the words of an aid for somebody who records them.

Layer 5. Prints; writes one new file where it is asked to.
"""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import rich_click as click

from decisionaid.commands.aids import TODAY, day, meant
from decisionaid.commands.stop import CLEAN, Stop
from decisionaid.commands.streams import unless_stream


@click.command(epilog="Example: decisionaid audio aids/knee-pain --out knee-pain.txt")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("-o", "--out", type=click.Path(path_type=Path), callback=unless_stream,
              help="Where the text goes: a new file. Without it, or with -: to standard output.")  # fmt: skip
@TODAY
def audio(file: Path, out: Path | None, today: datetime | None) -> None:
    """Write the words of an aid to be recorded: one sentence a line, with its rests.

    FILE is an aid's source or its folder. The text is that of audio.txt, which a build puts beside the aid.
    An aid that has ended comes without figures. No file is written over.
    """
    from decisionaid.disk.aid_folder import aid_files  # noqa: PLC0415
    from decisionaid.disk.aid_pages import AUDIO, View  # noqa: PLC0415

    path = file / "index.md" if file.is_dir() else file
    if not path.is_file():
        raise Stop(f"there is no aid at '{file.as_posix()}'{meant(file)}")
    folder = path.resolve().parent
    made = aid_files(folder, folder.parent, View(today=day(today)))
    text = made.files.get(f"aids/{made.slug}/{AUDIO}")
    if text is None:
        raise Stop(
            f"'{path.as_posix()}' has errors, so nothing of it is recorded: decisionaid check says which"
        )
    if out is None:
        click.echo(text.decode("utf-8"), nl=False)
        sys.exit(CLEAN)
    try:
        with out.open("xb") as new:
            new.write(text)
    except FileExistsError:
        raise Stop(
            f"'{out.as_posix()}' is there already: give another name, or move it away"
        ) from None
    click.echo(f"Wrote {out.as_posix()}")
