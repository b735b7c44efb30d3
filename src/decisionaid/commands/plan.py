"""The commands ``decisionaid plan check | text | ics | merge``: a person's plan, read and handed on.

Layer 5. What is made goes to standard output, or into a folder; all else goes to standard error. A plan that is
refused is named with its place and the reason, and the others go on.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import rich_click as click

from decisionaid.commands.aids import TODAY, day
from decisionaid.commands.stop import CLEAN, FOUND, Stop

if TYPE_CHECKING:
    from decisionaid.disk.plan_inputs import GivenPlan
    from decisionaid.plan.reading import PlanRead, PlanRefused

_INPUTS = click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
_OUT = click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False),
    help="A folder for one new file each. Without it: standard output.",
)  # fmt: skip
_NAMED: Final = 8
"""Parts that a message names."""


@click.group(epilog="Example: decisionaid plan check saved/my-plan.html")
def plan() -> None:
    """Read a person's plan: check it, turn it into text or calendar entries, put copies together."""


@plan.command(epilog="Example: decisionaid plan check saved/")
@_INPUTS
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True,
              help="json: one line for each plan.")  # fmt: skip
@TODAY
def check(inputs: tuple[str, ...], form: str, today: datetime | None) -> None:
    """Say of each plan if it is as it was saved, how far it has come, and what is still open.

    INPUT is a file, a folder, or - for standard input. What is open is no fault: nothing in a plan has to be filled.
    """
    from decisionaid.plan.pointers import pointers_of  # noqa: PLC0415
    from decisionaid.plan.standing import stage_of  # noqa: PLC0415

    now = day(today).isoformat()
    run = _Run()
    for given in run.over(inputs):
        read = run.read(given)
        if read is None:
            if form == "json":
                click.echo(_line({"input": given.name, "refused": _refusal(given)}))
            continue
        stage = stage_of(read.plan)
        open_ = [f"{each.code} {each.path}" for each in pointers_of(read.plan, now)]
        if form == "json":
            data = {"input": given.name, "plan": read.plan.id, "rev": read.plan.rev, "stage": stage,
                    "altered": read.is_altered, "left_out": list(read.left), "open": open_}  # fmt: skip
            click.echo(_line(data))
            continue
        sound = "sound" if not (read.is_altered or read.left) else "with faults"
        more = f"; still open: {len(open_)} ({_few(open_)})" if open_ else ""
        click.echo(f"{given.name}: {sound}, {stage.replace('_', ' ')}, save {read.plan.rev}{more}")
    run.leave()


@plan.command(epilog="Example: decisionaid plan text saved/my-plan.html")
@_INPUTS
@_OUT
def text(inputs: tuple[str, ...], out: Path | None) -> None:
    """Write each plan as plain text for the clinical record: at most 900 ASCII characters.

    INPUT is a file, a folder, or - for standard input. Several plans are parted by an empty line.
    """
    from decisionaid.plan.text import plan_record_text  # noqa: PLC0415

    run = _Run(out, ".txt")
    for given in run.over(inputs):
        if read := run.read(given):
            parted = "\n" if out is None and run.written else ""
            run.write(given, f"{parted}{plan_record_text(read.plan)}\n")
    run.leave()


@plan.command(epilog="Example: decisionaid plan ics saved/my-plan.html --out calendar/")
@_INPUTS
@click.option("--with-words", is_flag=True,
              help="Put the person's words into the entries. Calendars are often shared.")  # fmt: skip
@_OUT
def ics(inputs: tuple[str, ...], out: Path | None, *, with_words: bool) -> None:
    """Write calendar entries (.ics) for the person's own actions and the review. They book no time and invite nobody.

    INPUT is a file, a folder, or - for standard input. Only what has a day gets an entry.
    """
    from decisionaid.plan.calendar import calendar_of  # noqa: PLC0415

    run = _Run(out, ".ics")
    for given in run.over(inputs):
        if read := run.read(given):
            run.write(given, calendar_of(read.plan, with_words=with_words))
    run.leave()


@plan.command(epilog="Example: decisionaid plan merge mine.html link-worker.html > both.json")
@_INPUTS
def merge(inputs: tuple[str, ...]) -> None:
    """Put copies of one plan together, in any order, and write what they come to as JSON.

    INPUT is a file, a folder, or - for standard input. Nothing is overwritten. Places in which two copies say another
    thing are named, and the plan has one of them: somebody has to choose. Different plans are never mixed.
    """
    from decisionaid.outside.tables import table  # noqa: PLC0415
    from decisionaid.plan.merging import Refused, merged  # noqa: PLC0415
    from decisionaid.plan.written import plan_text  # noqa: PLC0415

    run = _Run()
    whole = None
    for given in run.over(inputs):
        read = run.read(given)
        if read is None:
            continue
        if whole is None:
            whole = read.plan
            continue
        found = merged(whole, read.plan)
        if isinstance(found, Refused):
            run.note(given, table("plan-text")["not_merged"][found.reason])
            continue
        if found.disputed:
            places = _few(found.disputed)
            run.note(given, f"both say another thing here, and one has to be chosen: {places}")
        whole = found.plan
    if whole is not None:
        click.echo(plan_text(whole))
    run.leave()


class _Run:
    """One run over all inputs, and whether all of them were sound."""

    def __init__(self, out: Path | None = None, ending: str = "") -> None:
        self.out, self.ending = out, ending
        self.is_clean = True
        self.written = 0
        self.taken: set[str] = set()

    def over(self, inputs: tuple[str, ...]) -> Iterator[GivenPlan]:
        """Yield what should be plans, and show how far it has come."""
        from decisionaid.commands.progress import showing  # noqa: PLC0415
        from decisionaid.disk.plan_inputs import plan_places, plans_in  # noqa: PLC0415

        try:
            places = plan_places(inputs)
        except FileNotFoundError as error:
            raise Stop(f"there is no file or folder '{error}'") from None
        if not places:
            raise Stop("there is no file in this folder whose name ends as a plan's does")
        if self.out is not None:
            self.out.mkdir(parents=True, exist_ok=True)
        with showing(sys.stderr, "Reading") as progress:
            for done, given in enumerate(plans_in(places, sys.stdin.buffer)):
                progress(done, len(places), given.name[-40:])
                yield given

    def read(self, given: GivenPlan) -> PlanRead | None:
        """Return the plan of an input, and say what it lacks or why there is none."""
        from decisionaid.plan.reading import PlanRead  # noqa: PLC0415

        read = given.read
        if not isinstance(read, PlanRead):
            self.note(given, _said(read))
            return None
        if read.is_altered:
            self.note(given, "something in it was changed or lost since it was saved")
        if read.left:
            self.note(given, f"not recognised, and left out: {_few(read.left)}")
        return read

    def note(self, given: GivenPlan, message: str) -> None:
        """Say that something about one input is not as it should be."""
        self.is_clean = False
        click.echo(f"{given.name}: {message}", err=True)

    def write(self, given: GivenPlan, made: str) -> None:
        """Write what was made of a plan; the ends of its lines stay as they are."""
        self.written += 1
        data = made.encode("utf-8")
        if self.out is None:
            sys.stdout.buffer.write(data)
            return
        path = self.out / self._free_name(given.name)
        try:
            with path.open("xb") as file:
                file.write(data)
        except FileExistsError:
            raise Stop(f"'{path.as_posix()}' is there already: name a new folder") from None

    def _free_name(self, name: str) -> str:
        stem = Path(name).stem.replace(" ", "-")[:100] or "plan"
        number = 1
        free = f"{stem}{self.ending}"
        while free in self.taken:
            number += 1
            free = f"{stem}-{number}{self.ending}"
        self.taken.add(free)
        return free

    def leave(self) -> None:
        """Leave with the exit code that what was found gives."""
        sys.stdout.flush()
        sys.exit(CLEAN if self.is_clean else FOUND)


def _said(refused: PlanRefused) -> str:
    """Return in plain words why a plan is not taken, and where."""
    from decisionaid.outside.tables import filled, table  # noqa: PLC0415

    words = table("plan-text")
    if not refused.claims:
        place = f"{refused.place}: " if refused.place else ""
        return f"{place}{words['faults'][refused.fault]}"
    said = [
        f"{each.path}: {filled(words['claims'][each.name], about=each.about)}"
        for each in refused.claims
    ]
    return "; ".join(said[:_NAMED])


def _refusal(given: GivenPlan) -> dict[str, str]:
    from decisionaid.plan.reading import PlanRefused  # noqa: PLC0415

    read = given.read
    if not isinstance(read, PlanRefused):
        return {}
    return {"fault": read.fault, "place": read.place, "says": _said(read)}


def _line(data: object) -> str:
    return json.dumps(data, ensure_ascii=False)


def _few(parts: list[str] | tuple[str, ...]) -> str:
    more = f" and {len(parts) - _NAMED} more" if len(parts) > _NAMED else ""
    return ", ".join(parts[:_NAMED]) + more
