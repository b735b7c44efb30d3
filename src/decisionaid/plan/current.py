"""Which words of a plan hold now: nobody has said anything in their place.

Layer 2. The same as ``plan/current.ts``. Nothing is overwritten: what was said before stays in the plan.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from decisionaid.model.plan.plan import Plan
from decisionaid.model.plan.said import AboutMe, Need, Said, Visit
from decisionaid.plan.visits import OWN_TIME, alone_at, has_known, is_met, visits_in_order


def said_now(plan: Plan, said: Sequence[Said]) -> tuple[Said, ...]:
    """Return which of the words under one heading hold: those in whose place nobody has said anything.

    What was said at a visit takes the place of what was said before it. It takes that of none of another copy of which
    whoever said it need not have known: then both hold, and somebody chooses. What was prepared takes the place of
    words from a visit only when somebody has been met since, and of what was prepared before it only when somebody was
    met between the two: a sheet and the answers from an aid are both brought to one visit.
    """
    return _held(plan, said, is_one=True)


def notes_now(plan: Plan, said: Sequence[Said]) -> tuple[Said, ...]:
    """Return the same of a list in which words of one visit stand beside each other, such as what is going well."""
    return _held(plan, said, is_one=False)


def _held(plan: Plan, said: Sequence[Said], *, is_one: bool) -> tuple[Said, ...]:
    visits = visits_in_order(plan)
    order = {visit.id: place for place, visit in enumerate(visits)}
    all_ = sorted(said, key=lambda each: order[each.visit])
    at = [order[each.visit] for each in all_]
    return tuple(
        each
        for place, each in enumerate(all_)
        if not any(
            _takes_place(visits, later, at[place], is_one=is_one) for later in at[place + 1 :]
        )
    )


def _takes_place(visits: Sequence[Visit], later: int, before: int, *, is_one: bool) -> bool:
    """Whether what was said at a visit takes the place of what was said before; both by their places in the order."""
    last, first = visits[later], visits[before]
    if later == before:
        return is_one and not last.apart
    if last.kind == "preparation":
        is_both = first.kind == "preparation"
        between = (
            [each for each in visits if first.on <= each.on <= last.on and first.on != last.on]
            if is_both
            else visits[later + 1 :]
        )
        return any(each.kind not in OWN_TIME for each in between)
    return (
        first.kind == "preparation"
        or first.on != last.on
        or has_known(visits[: later + 1], last, first)
    )


def wordings_of(plan: Plan) -> tuple[str, ...]:
    """Return the headings under which words hold that were said apart, so that somebody has to choose; in their order.

    What was prepared stands beside what was said at a visit, and is no such thing.
    """
    alone = {visit.id for visit in plan.visits if visit.kind == "preparation"}
    return tuple(
        each.heading
        for each in own_about_me(plan)
        if sum(said.visit not in alone for said in said_now(plan, each.said)) > 1
    )


def needs_now(plan: Plan) -> tuple[Need, ...]:
    """Return what is hard in the words that were said last of each subject, and all that was ticked without words.

    A tick carries no day, so none takes the place of another; "something else" is no subject. What is to be talked
    about first stays so in the later words.
    """
    later = needs_later(plan)
    first = {later.get(each.id, each.id) for each in plan.needs if each.first}
    return tuple(
        each.model_copy(update={"first": each.id in first})
        for each in plan.needs
        if each.id not in later
    )


def needs_later(plan: Plan) -> dict[str, str]:
    """Return the ids of the needs in whose place later words of the same subject stand, each with the id of those."""
    later: dict[str, str] = {}
    worded = [(each, each.said) for each in plan.needs if each.said and each.about != "other"]
    for need, said in worded:
        same = [
            (other.id, words)
            for other, words in worded
            if (other.about, other.condition) == (need.about, need.condition)
        ]
        held = notes_now(plan, [words for _, words in same])
        if not any(each is said for each in held):
            later[need.id] = next(id_ for id_, words in reversed(same) if words is held[-1])
    return later


SIGN: Final = ":red-flags/"
"""In the ``example`` of words that are a warning sign of an aid, which somebody ticked: ``aid:red-flags/sign``."""


def is_sign(said: Said) -> bool:
    """Whether words are a warning sign of an aid, which somebody ticked."""
    return SIGN in (said.example or "")


def about_me_now(plan: Plan) -> tuple[AboutMe, ...]:
    """Return what holds under each heading: their own words, and the signs with all that was said of them."""
    held = (
        each.model_copy(
            update={
                "said": (
                    *said_now(plan, [said for said in each.said if not is_sign(said)]),
                    *(said for said in each.said if is_sign(said)),
                )
            }
        )
        for each in plan.about_me
    )
    return tuple(each for each in held if each.said)


def own_about_me(plan: Plan) -> tuple[AboutMe, ...]:
    """Return what was said under each heading in somebody's own words.

    A ticked sign is for those whom the plan is opened with, and goes to nobody with a request.
    """
    own = (
        each.model_copy(update={"said": tuple(said for said in each.said if not is_sign(said))})
        for each in plan.about_me
    )
    return tuple(each for each in own if each.said)


def signs_ticked(plan: Plan) -> tuple[Said, ...]:
    """Return the warning signs that were ticked, and of which nobody has said anything since.

    What is said of one has its ``example`` too, and was said when a professional was met. That this is the plan says
    nothing of a sign.
    """
    order = {visit.id: place for place, visit in enumerate(visits_in_order(plan))}
    alone = alone_at(plan)
    met = {visit.id for visit in plan.visits if is_met(plan, visit)}
    signs = [said for each in plan.about_me for said in each.said if is_sign(said)]
    talked: dict[str | None, int] = {}
    for said in signs:
        if said.visit in met:
            talked[said.example] = max(talked.get(said.example, -1), order[said.visit])
    return tuple(
        said
        for said in signs
        if said.visit in alone and order.get(said.visit, 0) > talked.get(said.example, -1)
    )


@dataclass(frozen=True, slots=True)
class Answered:
    """A warning sign that was ticked, and what was said of it last when a professional was met."""

    sign: Said
    said: Said


def signs_answered(plan: Plan) -> tuple[Answered, ...]:
    """Return the warning signs of which something was said, and what that was last; oldest first, and none twice.

    One that was ticked again since then, and of which nothing was said, waits as well: ``signs_ticked`` has it.
    """
    order = {visit.id: place for place, visit in enumerate(visits_in_order(plan))}
    alone = alone_at(plan)
    met = {visit.id for visit in plan.visits if is_met(plan, visit)}
    signs = [said for each in plan.about_me for said in each.said if is_sign(said)]
    last = {each.example: each for each in _by_visit(signs, order) if each.visit in met}
    answered: list[Answered] = []
    for said in last.values():
        before = [
            each
            for each in _by_visit(signs, order)
            if each.example == said.example
            and each.visit in alone
            and order[each.visit] <= order[said.visit]
        ]
        answered += [Answered(each, said) for each in before[-1:]]
    return tuple(sorted(answered, key=lambda each: order[each.said.visit]))


def _by_visit(said: Sequence[Said], order: dict[str, int]) -> list[Said]:
    return sorted(said, key=lambda each: order[each.visit])
