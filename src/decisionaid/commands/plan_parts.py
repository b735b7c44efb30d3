"""What the commands of ``decisionaid plan`` share: what is said of codes and of what is no plan, and a new file.

Layer 5.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from decisionaid.commands.run import NAMED, UNREAD, faults_of, few
from decisionaid.commands.stop import Stop

if TYPE_CHECKING:
    from decisionaid.model.plan.plan import Plan
    from decisionaid.plan.code import CodeRefused
    from decisionaid.plan.reading import PlanRead, PlanRefused
    from decisionaid.plan.short import PlanShort


def plan_said(read: PlanRead, faults: Sequence[str], open_: Sequence[str], *, is_code: bool) -> str:
    """Return in plain words how a plan stands; ``open_``: what is still open in it."""
    from decisionaid.model.made_up import is_made_up  # noqa: PLC0415
    from decisionaid.plan.standing import stage_of  # noqa: PLC0415

    said = [
        *(["code of a preparation"] if is_code else []),
        *(["made up for practice"] if is_made_up(read.plan) else []),
        "with faults" if faults else "sound",
        stage_of(read.plan).replace("_", " "),
        f"save {read.plan.rev}",
    ]
    more = f"; still open: {len(open_)} ({few(open_)})" if open_ else ""
    return ", ".join(said) + more


def plan_said_as_data(
    name: str, read: PlanRead, open_: Sequence[str], *, is_code: bool
) -> dict[str, object]:
    """Return the same as data, for a line of JSON."""
    from decisionaid.model.made_up import is_made_up  # noqa: PLC0415
    from decisionaid.plan.standing import stage_of  # noqa: PLC0415

    plan = read.plan
    is_altered = read.is_altered or bool(plan.doubtful)
    data = {"input": name, "plan": plan.id, "rev": plan.rev, "stage": stage_of(plan), "made_up": is_made_up(plan),
            "altered": is_altered, "left_out": list(read.left), "open": list(open_)}  # fmt: skip
    return data | ({"code": "prepared"} if is_code else {})


def short_said(short: PlanShort) -> str:
    """Return in plain words what a code from paper is."""
    from decisionaid.model.made_up import is_made_up  # noqa: PLC0415
    from decisionaid.plan.code import left_in_words  # noqa: PLC0415

    plan, left = short.on_paper, left_in_words(short.left)
    held = f"goals: {len(plan.goals)}, actions: {len(plan.actions)}, reviews: {len(plan.reviews)}"
    more = f". {left}" if left else ""
    nobodys = "; made up for practice" if is_made_up(plan) else ""
    return f"code of a paper copy, not the plan{nobodys}; save {plan.rev}; {held}{more}"


def short_data(name: str, short: PlanShort) -> dict[str, object]:
    """Return the same as data, for a line of JSON."""
    from decisionaid.model.made_up import is_made_up  # noqa: PLC0415

    plan, left = short.on_paper, short.left
    return {"input": name, "plan": plan.id, "rev": plan.rev, "made_up": is_made_up(plan), "code": "short",
            "goals": len(plan.goals), "actions": len(plan.actions), "reviews": len(plan.reviews),
            "left": {"goals": left.goals, "actions": left.actions, "reviews": left.reviews}}  # fmt: skip


def faults_of_plan(read: PlanRead) -> list[str]:
    """Return what a plan lacks, and that some of it came out of a copy that was changed."""
    from decisionaid.plan.altered import doubtful_places  # noqa: PLC0415

    places = doubtful_places(read.plan)
    said = f"out of a copy that was changed, and nobody was asked since: {few(places)}"
    return [*faults_of(read), *([said] if places else [])]


def wordings_said(plan: Plan) -> str:
    """Return in plain words where two wordings stand that neither copy knew of the other; empty: nowhere."""
    from decisionaid.plan.current import wordings_of  # noqa: PLC0415
    from decisionaid.plan.snapshots import apart_in  # noqa: PLC0415

    places = [*(f"about_me/{heading}" for heading in wordings_of(plan)), *apart_in(plan)]
    if not places:
        return ""
    return f"two wordings stand here, and the person has to choose: {few(places)}"


def said_of(refused: PlanRefused | CodeRefused | PlanShort | str) -> str:
    """Return in plain words why a plan is not taken, and where."""
    from decisionaid.outside.tables import filled, table  # noqa: PLC0415
    from decisionaid.plan.code import CodeRefused  # noqa: PLC0415
    from decisionaid.plan.short import PlanShort  # noqa: PLC0415

    if isinstance(refused, str):
        return UNREAD[refused]
    words = table("plan-text")
    if isinstance(refused, PlanShort):
        return str(words["code"]["not_whole"])
    if isinstance(refused, CodeRefused):
        return str(words["code"]["faults"][refused.fault])
    if not refused.claims:
        place = f"{refused.place}: " if refused.place else ""
        return f"{place}{words['faults'][refused.fault]}"
    said = [
        f"{each.path}: {filled(words['claims'][each.name], about=each.about)}"
        for each in refused.claims
    ]
    return "; ".join(said[:NAMED])


def refusal(refused: PlanRefused | CodeRefused | str) -> dict[str, str]:
    """Return the same as data: the fault by its name, its place if it has one, and what is said of it."""
    fault = refused if isinstance(refused, str) else refused.fault
    place = getattr(refused, "place", "")
    return {"fault": fault, "place": place, "says": said_of(refused)}


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet.

    Raises:
        Stop: it is there, or cannot be written.
    """
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise Stop(f"'{path.as_posix()}' is there already: name a new file") from None
    except OSError as error:
        raise Stop(f"'{path.as_posix()}' cannot be written: {error.strerror}") from None
