"""What the commands of ``decisionaid plan`` share: what is said of codes and of what is no plan, and a new file.

Layer 5.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from decisionaid.commands.run import NAMED, UNREAD
from decisionaid.commands.stop import Stop

if TYPE_CHECKING:
    from decisionaid.plan.code import CodeRefused
    from decisionaid.plan.reading import PlanRefused
    from decisionaid.plan.short import PlanShort


def short_said(short: PlanShort) -> str:
    """Return in plain words what a code from paper is."""
    from decisionaid.plan.code import left_in_words  # noqa: PLC0415

    plan, left = short.on_paper, left_in_words(short.left)
    held = f"goals: {len(plan.goals)}, actions: {len(plan.actions)}, reviews: {len(plan.reviews)}"
    more = f". {left}" if left else ""
    return f"code of a paper copy, not the plan; save {plan.rev}; {held}{more}"


def short_data(name: str, short: PlanShort) -> dict[str, object]:
    """Return the same as data, for a line of JSON."""
    plan, left = short.on_paper, short.left
    return {"input": name, "plan": plan.id, "rev": plan.rev, "code": "short",
            "goals": len(plan.goals), "actions": len(plan.actions), "reviews": len(plan.reviews),
            "left": {"goals": left.goals, "actions": left.actions, "reviews": left.reviews}}  # fmt: skip


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
