"""Which aids a command is about, the day it goes by, and the exit code that what it found gives.

Layer 5.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Final

import rich_click as click

from decisionaid.commands.stop import CLEAN, FOUND, Stop
from decisionaid.today import VARIABLE, latest_today

if TYPE_CHECKING:
    from decisionaid.diagnostics import Diagnostic

_NAMED: Final = 5
"""Aids that a message names when it cannot tell which was meant."""


class _Day(click.DateTime):
    """A day as year-month-day; what is none is refused in words that say how to write one."""

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        try:
            found: datetime = super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"'{value}' is no day: write year-month-day, such as 2026-11-22.", param, ctx)
        return found


TODAY: Final = click.option(
    "--today",
    type=_Day(formats=["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    envvar=VARIABLE,
    help=f"The day that the dates of aids are held against. Without it and {VARIABLE}: today.",
)


def day(asked: datetime | None) -> date:
    """Return the day asked for, or the latest date that it is anywhere on Earth."""
    return asked.date() if asked else latest_today()


def sources_in(places: Sequence[Path]) -> list[Path]:
    """Return the sources that files and folders name: an aid's folder, or a folder of aids."""
    from decisionaid.disk.plain_files import aid_folders  # noqa: PLC0415

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
            raise Stop(f"there is no file or folder '{place.as_posix()}'{meant(place)}")
    return found


def meant(place: Path) -> str:
    """Return the end of a message on a place that is not there: the aid of such a name, or what to do."""
    from decisionaid.disk.plain_files import aid_folders  # noqa: PLC0415

    aids = Path("aids")
    if not aids.is_dir():
        return ". Go to the folder that has a folder 'aids', or start an aid: decisionaid new first-aid"
    names = [each.name for each in aid_folders(aids)]
    name = place.parent.name if place.name == "index.md" else place.name
    if near := get_close_matches(name, names, 1):
        return f". Did you mean '{(aids / near[0]).as_posix()}'?"
    few = ", ".join(names[:_NAMED]) + (", ..." if len(names) > _NAMED else "")
    return f". In the folder 'aids' there are: {few}" if names else ""


def exit_code(diagnostics: Iterable[Diagnostic], *, strict: bool) -> int:
    """Return FOUND when anything among the diagnostics fails, CLEAN otherwise."""
    from decisionaid.diagnostics import Severity  # noqa: PLC0415

    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return FOUND if any(each.code.severity in failing for each in diagnostics) else CLEAN
