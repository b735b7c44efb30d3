"""The command ``decisionaid due``: which aids and sources have to be looked at again, and by when.

Layer 5. Only the heads matter, so aids are read and no rule is run.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

import rich_click as click

from decisionaid.commands.aids import TODAY, day, sources_in
from decisionaid.commands.stop import CLEAN, FOUND, dumped

WITHIN: Final = 90
"""Days ahead; ``model.clock.DUE_DAYS``, written here so that help need not load the models."""

_MOST_DAYS: Final = 36_500
_HEAD: Final = ("Day", "State", "When", "Aid", "What")


@dataclass(frozen=True, slots=True)
class Due:
    """One day that an aid has set itself; ``days`` left until then, negative when it is past."""

    day: date
    days: int
    aid: str
    file: str
    what: str
    """``review`` or ``expires`` of the aid, ``source`` or ``waiver``; see ``model.clock.Appointment``."""
    source: str
    rule: str

    @property
    def state(self) -> str:
        """``due``, ``overdue`` or, for an aid that has ended, ``expired``."""
        if self.days >= 0:
            return "due"
        return "expired" if self.what == "expires" else "overdue"

    @property
    def words(self) -> str:
        """What has to be done."""
        match self.what:
            case "review":
                return "look at the aid again"
            case "expires":
                return "the aid ends" if self.days >= 0 else "the aid has ended"
            case "waiver":
                ends = "ends" if self.days >= 0 else "has ended"
                return f"look again: the waiver of {self.rule} {ends}"
            case _:
                return f"compare the figures with the source {self.source}"

    @property
    def when(self) -> str:
        """How far away it is."""
        if self.days == 0:
            return "today"
        days = f"{abs(self.days):,} day{'' if abs(self.days) == 1 else 's'}"
        return f"in {days}" if self.days > 0 else f"{days} late"


@click.command(epilog="Example: decisionaid due --within 180")
@click.argument("places", nargs=-1, type=click.Path(path_type=Path), metavar="[FOLDER]...")
@click.option("--within", type=click.IntRange(0, _MOST_DAYS), default=WITHIN, show_default=True,
              metavar="DAYS", help="How many days to look ahead.")  # fmt: skip
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text",
              show_default=True, help="text for people, json for programs.")  # fmt: skip
@TODAY
def due(places: Sequence[Path], form: str, today: datetime | None, within: int) -> None:
    """List what has to be looked at again, the latest first: aids, sources and waivers.

    FOLDER is a project, a folder of aids, or the folder of one aid; without it, the folder aids.
    It leaves with 1 when something is late.
    """
    by = day(today)
    folders = [place / "aids" if (place / "aids").is_dir() else place for place in places]
    every, unread = _all(sources_in(folders or [Path("aids")]), by)
    found = [each for each in every if each.days <= within]
    if form == "json":
        rows = [_fields(each) for each in found]
        made = {"format": "decisionaid.due/1", "today": str(by), "within": within}
        click.echo(dumped({**made, "due": rows, "unread": unread}), nl=False)
    else:
        click.echo(_table(found) if found else _nothing(every, within), nl=False)
    for name in unread:
        click.echo(f"'{name}' cannot be read: decisionaid check says why", err=True)
    sys.exit(FOUND if unread or any(each.days < 0 for each in found) else CLEAN)


def _all(paths: Sequence[Path], today: date) -> tuple[list[Due], list[str]]:
    """Return every day that aids have set themselves, the earliest first, and what cannot be read."""
    from decisionaid.diagnostics.code_frame import printable  # noqa: PLC0415

    found: list[Due] = []
    unread: list[str] = []
    for path in paths:
        rows = list(_of(path, today))
        found += (row for row in rows if row is not None)
        if None in rows:
            unread.append(printable(path.as_posix()))
    return sorted(
        found, key=lambda each: (each.day, each.aid, each.what, each.source, each.rule)
    ), unread


def _of(path: Path, today: date) -> Iterator[Due | None]:
    """Yield the days of one aid; None when it cannot be read."""
    from decisionaid.disk.source_file import read_source  # noqa: PLC0415
    from decisionaid.model.clock import appointments  # noqa: PLC0415
    from decisionaid.read import read_aid  # noqa: PLC0415

    source, faults = read_source(path, path.resolve().parent.name)
    aid = None if faults else read_aid(source).aid
    if aid is None:
        yield None
        return
    for each in appointments(aid):
        left = each.days_left(today)
        yield Due(each.day, left, aid.slug, path.as_posix(), each.what, each.source, each.rule)


def _fields(each: Due) -> dict[str, Any]:
    return {
        "day": str(each.day),
        "days": each.days,
        "state": each.state,
        "aid": each.aid,
        "file": each.file,
        "what": each.what,
        "source": each.source or None,
        "rule": each.rule or None,
    }


def _table(found: Sequence[Due]) -> str:
    rows = [
        _HEAD,
        *((str(each.day), each.state, each.when, each.aid, each.words) for each in found),
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = (
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        for row in rows
    )
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _nothing(every: Sequence[Due], within: int) -> str:
    ahead = f"Nothing has to be looked at within {within} days."
    if not every:
        return f"{ahead} No aid says when.\n"
    first = every[0]
    return f"{ahead} The next is {first.aid} on {first.day}: {first.words}.\n"
