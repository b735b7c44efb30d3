"""The command ``decisionaid report``: how an aid stands against the standards, and what a study reports of it.

Layer 5. Prints; writes no file.
"""

from __future__ import annotations

import json
import sys
from datetime import datetime
from pathlib import Path

import rich_click as click

from decisionaid.commands.aids import TODAY, day, meant
from decisionaid.commands.stop import CLEAN, FOUND, Stop, dumped


@click.command(epilog="Example: decisionaid report aids/knee-pain --sundae")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--sundae", "for_study", is_flag=True,
              help="The paragraph that a study of the aid must report.")  # fmt: skip
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text",
              show_default=True, help="text for people, json for programs.")  # fmt: skip
@TODAY
def report(file: Path, form: str, today: datetime | None, *, for_study: bool) -> None:
    """Say how an aid stands against published standards, item by item.

    FILE is an aid's source or its folder. It is a check of its own, and no certificate.
    """
    from decisionaid.diagnostics.code_frame import printable  # noqa: PLC0415
    from decisionaid.disk.aid_folder import assessed  # noqa: PLC0415
    from decisionaid.exchange.sundae import sundae, sundae_items  # noqa: PLC0415
    from decisionaid.quality.as_text import quality_text  # noqa: PLC0415

    path = file / "index.md" if file.is_dir() else file
    if not path.is_file():
        raise Stop(f"there is no aid at '{file.as_posix()}'{meant(file)}")
    _source, compiled, quality = assessed(path, today=day(today))
    aid = compiled.aid
    if aid is None or quality is None:
        raise Stop(f"'{path.as_posix()}' cannot be read: decisionaid check says why")
    if form == "json":
        made = (
            {"format": "decisionaid.sundae/1", "items": dict(sundae_items(aid, quality))}
            if for_study
            else json.loads(quality.model_dump_json())
        )
        click.echo(dumped(made), nl=False)
    else:
        text = sundae(aid, quality) if for_study else quality_text(quality)
        click.echo("\n".join(map(printable, text.split("\n"))), nl=False)
    if not compiled.ok:
        click.echo("The aid has errors: decisionaid check says which.", err=True)
    sys.exit(CLEAN if compiled.ok else FOUND)
