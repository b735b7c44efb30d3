"""The command ``decisionaid report``: how an aid stands against the standards, and what a study reports of it.

Layer 5. Prints; writes no file.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import rich_click as click

from decisionaid.commands.stop import CLEAN, FOUND, Stop, dumped


@click.command(epilog="Example: decisionaid report aids/knee-pain --sundae")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--sundae", "for_study", is_flag=True,
              help="The paragraph that a study of the aid must report.")  # fmt: skip
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text",
              show_default=True, help="text for people, json for programs.")  # fmt: skip
@click.option("--today", type=click.DateTime(formats=["%Y-%m-%d"]), metavar="YYYY-MM-DD",
              help="The day the rules about dates go by. Without it they use today's.")  # fmt: skip
def report(file: Path, form: str, today: datetime | None, *, for_study: bool) -> None:
    """Say how an aid stands against published standards, item by item.

    FILE is an aid's source or its folder. It is a check of its own, and no certificate.
    """
    from decisionaid.aid_folder import assessed  # noqa: PLC0415
    from decisionaid.code_frame import printable  # noqa: PLC0415
    from decisionaid.exchange.sundae import sundae, sundae_items  # noqa: PLC0415
    from decisionaid.quality.as_text import quality_text  # noqa: PLC0415

    path = file / "index.md" if file.is_dir() else file
    if not path.is_file():
        raise Stop(f"there is no aid at '{file.as_posix()}'")
    _source, compiled, quality = assessed(path, today=_day(today))
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


def _day(asked: datetime | None) -> date:
    """Return the day asked for, or the latest date that it is anywhere on Earth, as for ``check``."""
    return asked.date() if asked else (datetime.now(UTC) + timedelta(hours=14)).date()
