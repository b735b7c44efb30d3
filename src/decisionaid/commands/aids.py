"""Which aids a command is about, the day it goes by, and the exit code that what it found gives.

Layer 5.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

import rich_click as click

from decisionaid.commands.stop import CLEAN, FOUND, Stop

if TYPE_CHECKING:
    from decisionaid.diagnostics import Diagnostic

TODAY: Final = click.option(
    "--today",
    type=click.DateTime(formats=["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="The day the rules about dates go by. Without it they use today's.",
)


def day(asked: datetime | None) -> date:
    """Return the day asked for, or the latest date that it is anywhere on Earth.

    So an aid published today in Auckland is not from the future in Los Angeles, and two builds at
    one moment agree in every time zone.
    """
    return asked.date() if asked else (datetime.now(UTC) + timedelta(hours=14)).date()


def sources_in(places: Sequence[Path]) -> list[Path]:
    """Return the sources that files and folders name: an aid's folder, or a folder of aids."""
    from decisionaid.on_disk import aid_folders  # noqa: PLC0415

    found: list[Path] = []
    for place in places:
        if place.is_dir():
            own = place / "index.md"
            inside = [own] if own.is_file() else [each / "index.md" for each in aid_folders(place)]
            if not inside:
                raise Stop(f"there is no aid in '{place.as_posix()}'")
            found += inside
        elif place.exists() or place.is_symlink():
            found.append(place)
        else:
            raise Stop(f"there is no file or folder '{place.as_posix()}'")
    return found


def exit_code(diagnostics: Iterable[Diagnostic], *, strict: bool) -> int:
    """Return FOUND when anything among the diagnostics fails, CLEAN otherwise."""
    from decisionaid.diagnostics import Severity  # noqa: PLC0415

    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return FOUND if any(each.code.severity in failing for each in diagnostics) else CLEAN
