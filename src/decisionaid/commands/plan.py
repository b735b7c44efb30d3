"""The commands ``decisionaid plan check | text | code | ics | fhir | prsb | request | merge``: a plan, handed on.

Layer 5. A plan that is refused is named with its place and the reason, and the others go on.
Longer than 300 lines: all of these commands read, refuse and write a plan in one way.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from decisionaid.commands.aids import TODAY, day
from decisionaid.commands.plan_parts import (
    faults_of_plan,
    plan_said,
    plan_said_as_data,
    refusal,
    said_of,
    short_data,
    short_said,
    wordings_said,
    write_new,
)
from decisionaid.commands.run import (
    ASIDE,
    FORMAT,
    INPUTS,
    OUT,
    Run,
    few,
    shown_name,
)
from decisionaid.commands.streams import never_stream

if TYPE_CHECKING:
    from decisionaid.disk.plan_inputs import GivenPlan
    from decisionaid.model.plan.plan import Plan
    from decisionaid.plan.reading import PlanRead


@click.group(epilog="Example: decisionaid plan check saved/my-plan.html")
def plan() -> None:
    """Read a person's plan: check it, turn it into other forms, ask somebody for something, put copies together."""


@plan.command(epilog="Example: decisionaid plan check saved/")
@INPUTS
@ASIDE
@FORMAT
@TODAY
def check(inputs: tuple[str, ...], aside: Path | None, form: str, today: datetime | None) -> None:
    """Say of each plan if it is as it was saved, how far it has come, and what is still open.

    INPUT is a file, a folder, a code, or - for standard input. Of a code it says which kind it is. What is open is no
    fault: nothing in a plan has to be filled.
    """
    from decisionaid.disk.plan_inputs import PreparationRead  # noqa: PLC0415
    from decisionaid.plan.pointers import pointers_of  # noqa: PLC0415
    from decisionaid.plan.reading import PlanRead  # noqa: PLC0415
    from decisionaid.plan.short import PlanShort  # noqa: PLC0415

    now = day(today).isoformat()
    run = Run("Plans", aside=aside)
    for given in _given(run, inputs):
        read = given.read
        if isinstance(read, PlanShort):
            run.judge(given, [])
            data = short_data(given.name, read)
            click.echo(
                _line(data) if form == "json" else f"{shown_name(given.name)}: {short_said(read)}"
            )
            continue
        if not isinstance(read, PlanRead):
            run.set_aside(given, said_of(read))
            if form == "json":
                click.echo(_line({"input": given.name, "refused": refusal(read)}))
            continue
        found = faults_of_plan(read)
        run.judge(given, found)
        _note_wordings(run, given, read.plan)
        open_ = [f"{each.code} {each.path}" for each in pointers_of(read.plan, now)]
        is_code = isinstance(read, PreparationRead)
        if form == "json":
            click.echo(_line(plan_said_as_data(given.name, read, open_, is_code=is_code)))
            continue
        click.echo(f"{shown_name(given.name)}: {plan_said(read, found, open_, is_code=is_code)}")
    run.leave()


@plan.command(epilog="Example: decisionaid plan text saved/my-plan.html")
@INPUTS
@OUT
@ASIDE
def text(inputs: tuple[str, ...], out: Path | None, aside: Path | None) -> None:
    """Write each plan as plain text for the clinical record: at most 900 ASCII characters.

    INPUT is a file, a folder, a code, or - for standard input. Several plans are parted by an empty line. The text of a
    code from paper says that it is not the plan.
    """
    from decisionaid.plan.short import PlanShort  # noqa: PLC0415
    from decisionaid.plan.text import paper_record_text, plan_record_text  # noqa: PLC0415

    run = Run("Plans", out, aside, ".txt")
    for given in _given(run, inputs):
        read = given.read
        if isinstance(read, PlanShort):
            run.judge(given, [])
            run.write(given, f"{run.parting()}{paper_record_text(read)}\n")
        elif (found := _plan_of(run, given)) is not None:
            run.judge(given, faults_of_plan(found))
            _note_wordings(run, given, found.plan)
            run.write(given, f"{run.parting()}{plan_record_text(found.plan)}\n")
    run.leave()


@plan.command(epilog="Example: decisionaid plan code saved/my-plan.html")
@INPUTS
@OUT
@ASIDE
def code(inputs: tuple[str, ...], out: Path | None, aside: Path | None) -> None:
    """Write the code that the paper of each plan carries: a short form for a review, or a preparation whole.

    INPUT is a file, a folder, or - for standard input. What had no room in a short form is named. A preparation that is
    too long has no code, and nothing of it is cut.
    """
    from decisionaid.outside.tables import table  # noqa: PLC0415
    from decisionaid.plan.code import left_in_words, preparation_code, short_code  # noqa: PLC0415
    from decisionaid.plan.standing import stage_of  # noqa: PLC0415

    run = Run("Plans", out, aside, ".txt")
    for given, read in _plans(run, inputs):
        if stage_of(read.plan) == "prepared":
            whole = preparation_code(read.plan)
            if whole is None:
                why = table("plan-text")["code"]["preparation_too_long"]
                run.judge(given, [*faults_of_plan(read), why])
                continue
            run.judge(given, faults_of_plan(read))
            run.write(given, f"{whole}\n")
            continue
        short = short_code(read.plan)
        run.judge(given, faults_of_plan(read))
        if left := left_in_words(short.left):
            run.note(given, left)
        run.write(given, f"{short.code}\n")
    run.leave()


@plan.command(epilog="Example: decisionaid plan ics saved/my-plan.html --out calendar/")
@INPUTS
@click.option("--with-words", is_flag=True,
              help="Put the person's words into the entries. Calendars are often shared.")  # fmt: skip
@OUT
@ASIDE
def ics(inputs: tuple[str, ...], out: Path | None, aside: Path | None, *, with_words: bool) -> None:
    """Write calendar entries (.ics) for the person's own actions and the review. They book no time and invite nobody.

    INPUT is a file, a folder, or - for standard input. Only what has a day gets an entry.
    """
    from decisionaid.plan.calendar import calendar_of  # noqa: PLC0415

    run = Run("Plans", out, aside, ".ics")
    for given, read in _plans(run, inputs):
        run.judge(given, faults_of_plan(read))
        _note_wordings(run, given, read.plan)
        run.write(given, calendar_of(read.plan, with_words=with_words).encode("utf-8"))
    run.leave()


@plan.command(epilog="Example: decisionaid plan fhir saved/ --out fhir/")
@INPUTS
@OUT
@ASIDE
def fhir(inputs: tuple[str, ...], out: Path | None, aside: Path | None) -> None:
    """Write each plan as a FHIR R4 document, one line of JSON each.

    INPUT is a file, a folder, or - for standard input. It orders nothing, and what nobody was asked about is not in it.
    """
    from decisionaid.plan.fhir import plan_fhir_text  # noqa: PLC0415

    run = Run("Plans", out, aside, ".json")
    for given, read in _plans(run, inputs):
        run.judge(given, faults_of_plan(read))
        _note_wordings(run, given, read.plan)
        run.write(given, f"{plan_fhir_text(read.plan)}\n")
    run.leave()


@plan.command(epilog="Example: decisionaid plan prsb saved/ --out prsb/")
@INPUTS
@OUT
@ASIDE
def prsb(inputs: tuple[str, ...], out: Path | None, aside: Path | None) -> None:
    """Write each plan under PRSB's headings for care and support plans, one line of JSON each.

    INPUT is a file, a folder, or - for standard input. What is mandatory there and missing is named.
    """
    from decisionaid.plan.prsb import plan_prsb_document, plan_prsb_text  # noqa: PLC0415

    run = Run("Plans", out, aside, ".json")
    for given, read in _plans(run, inputs):
        run.judge(given, faults_of_plan(read))
        _note_wordings(run, given, read.plan)
        _document, missing = plan_prsb_document(read.plan)
        run.note(given, f"missing, and mandatory: {'; '.join(missing)}")
        run.write(given, f"{plan_prsb_text(read.plan)}\n")
    run.leave()


@plan.command(
    epilog="Example: decisionaid plan request my-plan.html --action ask-link --file request.json"
)
@click.argument("given", metavar="INPUT")
@click.option(
    "--action", required=True, metavar="ID", help="The action in which somebody is asked."
)
@click.option("--file", "out", type=click.Path(path_type=Path, dir_okay=False), callback=never_stream,
              help="A new file with the people, that action, and nothing else of the plan.")  # fmt: skip
def request(given: str, action: str, out: Path | None) -> None:
    """Write one request to somebody else, such as a link worker, as text: at most 900 ASCII characters.

    INPUT is a file, or - for standard input. Without the person's yes there is none. What may not be shared stays out.
    """
    from decisionaid.outside.tables import table  # noqa: PLC0415
    from decisionaid.plan.request_text import request_text  # noqa: PLC0415
    from decisionaid.plan.requests import NoRequest, request_file  # noqa: PLC0415
    from decisionaid.plan.written import is_in_doubt, plan_text  # noqa: PLC0415

    run = Run("Plans")
    for place, read in _plans(run, (given,)):
        made, cut = request_text(read.plan, action), request_file(read.plan, action)
        # Nobody was asked about what was changed on the way; of a part alone there is nothing else to go by.
        if is_in_doubt(read.plan) and read.plan.part is None and not isinstance(made, NoRequest):
            made = NoRequest("not_asked")
        if isinstance(made, NoRequest):
            why = table("plan-text")["request"]["refused"][made.reason]
            run.judge(place, [*faults_of_plan(read), f"{action}: {why}"])
            continue
        run.judge(place, faults_of_plan(read))
        if out is not None and not isinstance(cut, NoRequest):
            write_new(out, f"{plan_text(cut)}\n")
        click.echo(f"{run.parting()}{made}")
    run.leave()


@plan.command(epilog="Example: decisionaid plan merge mine.html link-worker.html > both.json")
@INPUTS
@ASIDE
def merge(inputs: tuple[str, ...], aside: Path | None) -> None:
    """Put copies of one plan together, in any order, and write what they come to as JSON.

    INPUT is a file, a folder, or - for standard input. Nothing is overwritten. Places in which two copies say another
    thing are named, and the plan has one of them: somebody has to choose. Different plans are never mixed.
    """
    from decisionaid.plan.written import is_altered, plan_text  # noqa: PLC0415

    run = Run("Plans", aside=aside)
    whole: Plan | None = None
    # A part that comes behind its plan is not taken for a part of a copy that was changed.
    for given, read in sorted(_plans(run, inputs), key=lambda each: is_altered(each[1].plan)):
        whole, faults = _with(whole, read)
        run.judge(given, faults)
    if whole is not None:
        click.echo(plan_text(whole))
    run.leave()


def _with(whole: Plan | None, read: PlanRead) -> tuple[Plan, list[str]]:
    """Return what the plans come to with one more, and what is not as it should be about that one."""
    from decisionaid.outside.tables import table  # noqa: PLC0415
    from decisionaid.plan.merging import Refused, merged  # noqa: PLC0415

    faults = faults_of_plan(read)
    if whole is None:
        return read.plan, faults
    found = merged(whole, read.plan)
    if isinstance(found, Refused):
        return whole, [*faults, table("plan-text")["not_merged"][found.reason]]
    if found.disputed:
        places = few(found.disputed)
        faults.append(f"both say another thing here, and one has to be chosen: {places}")
    if two := wordings_said(found.plan):
        faults.append(two)
    return found.plan, faults


def _note_wordings(run: Run, given: GivenPlan, plan: Plan) -> None:
    """Say where two wordings stand: what is made of the plan has both."""
    if two := wordings_said(plan):
        run.note(given, two)


def _given(run: Run, inputs: tuple[str, ...]) -> Iterator[GivenPlan]:
    from decisionaid.disk.plan_inputs import has_code, plans_in  # noqa: PLC0415

    return run.over(inputs, plans_in, has_code)


def _plan_of(run: Run, given: GivenPlan) -> PlanRead | None:
    """Return the plan of what was sent; None: there is none, and it was set aside."""
    from decisionaid.plan.reading import PlanRead  # noqa: PLC0415

    return next((read for _, read in run.sound([given], PlanRead, said_of)), None)


def _plans(run: Run, inputs: tuple[str, ...]) -> Iterator[tuple[GivenPlan, PlanRead]]:
    """Yield the plans in what was sent, and set aside what is none."""
    from decisionaid.plan.reading import PlanRead  # noqa: PLC0415

    return run.sound(_given(run, inputs), PlanRead, said_of)


def _line(data: object) -> str:
    return json.dumps(data, ensure_ascii=False)
