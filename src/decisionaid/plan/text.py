"""A plan as text for the clinical record: at most 900 signs of ASCII, the same bytes as ``plan/text.ts`` each time.

Layer 2. Which lines stand in it, and in which order; ``text_lines`` has what each says, and ``text_room`` what gives
way where it is too long. Warning signs come first: those of which nobody has said anything, then what was found of the
others. What nobody planned is in it in capitals. A suggestion that the person has not taken is never in it. That
something was not planned or was altered never gives way.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, TypeVar

from decisionaid.model.plan.doing import Action, Review
from decisionaid.model.plan.plan import Plan
from decisionaid.model.plan.said import Said
from decisionaid.outside.ascii import cut
from decisionaid.outside.made_up import marked
from decisionaid.outside.tables import filled, table
from decisionaid.plan.code import left_in_words
from decisionaid.plan.current import (
    Answered,
    said_now,
    signs_answered,
    signs_ticked,
)
from decisionaid.plan.short import PlanShort
from decisionaid.plan.snapshots import held_of, two_of
from decisionaid.plan.standing import is_no_of_a_copy, stage_of, words_of_no
from decisionaid.plan.taken import (
    answer_to,
    last_deed,
    open_actions,
    open_goals,
    taken_actions,
)
from decisionaid.plan.text_lines import (
    action_line,
    decision_line,
    goal_line,
    helps_line,
    if_worse_line,
    matter_line,
    money_line,
    no_line,
    review_line,
    sign_line,
)
from decisionaid.plan.text_phrases import day_in_text
from decisionaid.plan.text_room import Room, with_room
from decisionaid.plan.visits import prepared_since, visit_held, was_met_with_somebody
from decisionaid.plan.written import is_in_doubt

_Entry = TypeVar("_Entry")

Save = Literal["held", "changed", "none"]


def plan_record_text(plan: Plan, *, save: Save = "held") -> str:
    """Return the text, on lines of its own; ``save``: whether the last save holds all of it, or there was none."""
    if plan.part == "paper_review":
        return review_record_text(plan)
    return with_room(plan, lambda room: _whole(room, save))


def paper_record_text(short: PlanShort) -> str:
    """Return the text of what a code on paper holds, on lines of its own.

    It says what it is, and nothing of what no such code holds: not even that it was not planned.
    """
    left = left_in_words(short.left)
    return with_room(short.on_paper, lambda room: _of_paper(room, left))


def review_record_text(review: Plan, short: PlanShort | None = None) -> str:
    """Return the text of a review that was written from a paper copy, with what stood on the paper where that is known.

    Nothing that such a paper may have is said to be missing.
    """
    plan = _looked_at(short.on_paper, review) if short else review
    left = left_in_words(short.left) if short else ""
    return with_room(plan, lambda room: _of_paper(room, left), knows_all=short is not None)


def _looked_at(on_paper: Plan, review: Plan) -> Plan:
    """Return a review with what stood on the paper before it.

    It is made for its text alone: together they may name more people than a plan does.
    """
    looks = {each.id: each.looked for each in on_paper.goals}
    deeds = {each.id: each.did for each in on_paper.actions}
    people, visits = ({each.id for each in all_} for all_ in (review.people, review.visits))
    return review.model_copy(
        update={
            "people": (*(e for e in on_paper.people if e.id not in people), *review.people),
            "visits": (*(e for e in on_paper.visits if e.id not in visits), *review.visits),
            "goals": tuple(
                each.model_copy(update={"looked": (*looks.get(each.id, ()), *each.looked)})
                for each in review.goals
            ),
            "actions": tuple(
                each.model_copy(update={"did": (*deeds.get(each.id, ()), *each.did)})
                for each in review.actions
            ),
            "reviews": review.reviews or on_paper.reviews[-1:],
        }
    )


def _whole(room: Room, save: Save) -> str:
    """Return all lines."""
    plan = room.plan
    budgets = [each for each in held_of(plan, plan.budgets) if each.state != "ended"]
    lines = [
        _head(plan, save),
        *_standing(room),
        *room.part("signs", sign_line, _signs(plan)),
        *room.part("matters", matter_line, _matters(plan)),
        *room.part("decisions", decision_line, plan.decisions),
        *_planned(room, "goals", goal_line, open_goals(plan)),
        *room.part("learnt", helps_line, _learnt(plan)),
        *_planned(room, "actions", action_line, _actions(room), _is_seen),
        *_planned(room, "if_worse", if_worse_line, plan.if_worse),
        *_planned(room, "reviews", review_line, _last_review(plan)),
        *room.part("money", money_line, budgets),
    ]
    return "\n".join((*lines, *room.shortened()))


def _of_paper(room: Room, left: str) -> str:
    """Return the lines of what stands on a paper; ``left``: what had no room in its code, or nothing."""
    plan, part = room.plan, room.part
    held = visit_held(plan) if plan.part else None
    form = room.words["code"]["review" if held else "head"]
    day = day_in_text(held.on) if held else ""
    lines = [
        marked(plan, filled(form, id=plan.id[:8], n=plan.rev, day=day)),
        *part("goals", goal_line, open_goals(plan)),
        *part("learnt", helps_line, _learnt(plan)),
        *part("actions", action_line, _seen_last(room, open_actions(plan)), _is_seen),
        *part("if_worse", if_worse_line, plan.if_worse),
        *part("reviews", review_line, _last_review(plan)),
        *([left] if left else []),
    ]
    return "\n".join((*lines, *room.shortened()))


def _head(plan: Plan, save: Save) -> str:
    words, last = table("plan-text"), visit_held(plan)
    head = filled(
        words["head"],
        day=day_in_text(last.on if last else plan.updated[:10]),
        stage=words["stage"][stage_of(plan)],
        id=plan.id[:8],
        save=filled(words["save"][save], n=plan.rev),
    )
    return marked(plan, head)


def _standing(room: Room) -> list[str]:
    """Return what has to be known of the whole, beside its stage."""
    plan, words = room.plan, room.words
    since = prepared_since(plan)
    two = [table("plan-lines")["headings"][each] for each in two_of(plan)]
    headings = cut(", ".join(two), 2 * room.limits["names"])
    return [
        *([words["altered"]] if is_in_doubt(plan) else []),
        *([words["two_answers"]] if is_no_of_a_copy(plan) else []),
        *reversed(room.part("noes", no_line, words_of_no(plan)[::-1])),
        *([filled(words["two_wordings"], headings=headings)] if two else []),
        *([filled(words["beside"], day=day_in_text(since.on))] if since else []),
    ]


def _planned(
    room: Room,
    name: str,
    line: Callable[[Room, _Entry], str],
    entries: Sequence[_Entry],
    goes_first: Callable[[_Entry], bool] | None = None,
) -> Sequence[str]:
    """Return the lines of a part that a plan has, or that it was not planned."""
    if not entries and was_met_with_somebody(room.plan):
        return [room.words["none"][name]]
    return room.part(name, line, entries, goes_first)


def _signs(plan: Plan) -> list[Said | Answered]:
    """Return the signs of which nobody has said anything, so that the first is never left out, and then the others.

    What was said of a sign stands beside it, the newest first.
    """
    return [*signs_ticked(plan), *reversed(signs_answered(plan))]


def _matters(plan: Plan) -> list[Said]:
    """Return what was said last first: that is the last to be left out."""
    return [
        said
        for each in plan.about_me
        if each.heading == "most_important"
        for said in reversed(said_now(plan, each.said))
    ]


def _learnt(plan: Plan) -> list[Said]:
    """Return what the person said at the last visit that helps."""
    held = visit_held(plan)
    return [each for each in plan.learnt if held and each.visit == held.id]


def _actions(room: Room) -> list[Action]:
    """Return what is open, and before it every yes that was taken back, whatever came of it.

    So those are the last that shortening leaves out, and it counts them.
    """
    back = [each for each in taken_actions(room.plan) if _is_back(each)]
    others = [each for each in open_actions(room.plan) if not _is_back(each)]
    return [*back, *_seen_last(room, others)]


def _seen_last(room: Room, actions: Sequence[Action]) -> list[Action]:
    """Return those for which somebody was seen last, where there is little room: they are the first to be left out."""
    return [*actions] if room.limits["seen"] else sorted(actions, key=_is_seen)


def _last_review(plan: Plan) -> list[Review]:
    return [each for each in held_of(plan, plan.reviews) if each.when]


def _is_seen(action: Action) -> bool:
    deed = last_deed(action)
    return deed is not None and deed.status == "seen" and not _is_back(action)


def _is_back(action: Action) -> bool:
    return action.asked is not None and answer_to(action.asked) == "taken_back"
