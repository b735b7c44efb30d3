"""What one entry of a plan says in the text for the clinical record, on a line, within the room that there is.

Layer 2. The same as ``plan/text-lines.ts`` in the browser.
"""

from __future__ import annotations

from decisionaid.model.plan.budget import Budget
from decisionaid.model.plan.doing import Action, Goal, IfWorse, Review
from decisionaid.model.plan.said import Became, Decision, Said
from decisionaid.outside.tables import filled
from decisionaid.plan.current import Answered
from decisionaid.plan.money import in_money, in_pounds
from decisionaid.plan.snapshots import held_of
from decisionaid.plan.taken import answer_to, asked_to, last_deed, last_look, who_does
from decisionaid.plan.text_phrases import (
    ask_of,
    day_in_text,
    no_day_in,
    owner_in,
    person_in,
    said_in,
    suggested_in,
    time_in,
    when_in,
)
from decisionaid.plan.text_room import Room
from decisionaid.plan.visits import visit_held


def no_line(room: Room, said: str) -> str:
    """Return a no to the plan, with its reason."""
    return filled(room.words["no_because"], words=room.own(said))


def sign_line(room: Room, each: Said | Answered) -> str:
    """Return a warning sign, and what was said of it."""
    if isinstance(each, Said):
        return filled(room.words["sign"], words=_of_sign(room, each))
    day = next(visit.on for visit in room.plan.visits if visit.id == each.said.visit)
    held = visit_held(room.plan)
    return filled(
        room.words["sign_said" if held and held.on == day else "sign_said_on"],
        sign=_of_sign(room, each.sign),
        day=day_in_text(day),
        words=_of_sign(room, each.said),
    )


def _of_sign(room: Room, said: Said) -> str:
    """Return words of which more is kept than of others: what was looked for, and what was not found."""
    return said_in(room, said, room.words["least_of_sign"])


def matter_line(room: Room, said: Said) -> str:
    """Return something that matters most."""
    return filled(room.words["matters"], words=said_in(room, said))


def decision_line(room: Room, decision: Decision) -> str:
    """Return what became of a decision, why, what is doubted, and when it is looked at again."""
    last = decision.became[-1] if decision.became else None
    message = room.words["became"][last.state if last else ""]
    became = filled(message, option=room.uncut(last.option_name if last else ""))
    again = last.look_again if last else None
    more = [
        *_reasons(room, last),
        filled(room.words["look_again"], when=when_in(room, again)) if again else "",
    ]
    question = room.named(decision.question)
    said = filled(room.words["decision"], question=question, became=became)
    return " ".join(filter(None, (said, *more))).strip(" ")


def _reasons(room: Room, last: Became | None) -> list[str]:
    """Return why, and what is doubted; or in one that the plan has both."""
    reason, doubts = (last.reason, last.doubts) if last else (None, None)
    is_kept = not room.limits["reasons"] and not room.limits["doubts"]
    if reason and doubts and is_kept and not room.is_cut:
        return [room.words["both_kept"]]
    return [_reason(room, reason) if reason else "", _doubts(room, doubts) if doubts else ""]


def _reason(room: Room, reason: Said) -> str:
    """Return why where there is room for all of it, and else that the plan has it; the last line may say so."""
    if room.limits["reasons"] == 0:
        room.leave_reason()
        return "" if room.is_cut else str(room.words["reason_kept"])
    return filled(room.words["reason"], words=said_in(room, reason))


def _doubts(room: Room, doubts: Said) -> str:
    """Return what is doubted where there is room for all of it, and else that something is."""
    if room.limits["doubts"] == 0:
        return str(room.words["doubts_kept"])
    return filled(room.words["doubts"], words=said_in(room, doubts))


def goal_line(room: Room, goal: Goal) -> str:
    """Return a goal, when it is looked at, how it went, and in which goal's place it stands."""
    look = last_look(goal)
    times = [each.when for each in goal.looked if each.when]
    so_far = (room.words["so_far"].get(look.status, "") + _went(room, goal)) if look else ""
    said = filled(
        room.words["goal"],
        words=room.own(goal.said.words),
        by=suggested_in(room, goal.mine, goal.said),
        when=when_in(room, times[-1] if times else None),
        so_far=so_far,
    )
    return said + _in_place_of(room, goal)


def _went(room: Room, goal: Goal) -> str:
    """Return the person's words about how it went, with their reasons where there is room for those."""
    held = visit_held(room.plan)
    said = next((each.said for each in reversed(goal.looked) if each.said), None)
    if not (said and held and said.visit == held.id and room.limits["reasons"]):
        return ""
    return filled(room.words["went"], words=said_in(room, said))


def _in_place_of(room: Room, goal: Goal) -> str:
    """Return what stood there before a goal that was said at the last visit, and how it had gone with that."""
    held = visit_held(room.plan)
    taken = (each for each in room.plan.goals if each.mine in ("said", "accepted"))
    before = next((each for each in taken if each.id == goal.replaces), None)
    if not (before and held and goal.said.visit == held.id):
        return ""
    look = last_look(before)
    status = room.words["stood"].get(look.status, "") if look else ""
    went = status + _went(room, before)
    if not room.limits["reasons"]:
        return filled(room.words["instead_short"], went=went) if went else ""
    return filled(room.words["instead"], words=room.own(before.said.words), went=went)


def helps_line(room: Room, said: Said) -> str:
    """Return something that helps."""
    return filled(room.words["helps"], words=said_in(room, said))


def action_line(room: Room, action: Action) -> str:
    """Return an action, who does it, when, how far it is, and what the person answers where somebody is asked."""
    deed = last_deed(action)
    times = [each for each in action.did if each.when or each.often]
    often = room.name(times[-1].often) if times else ""
    day = time_in(room, times[-1].when if times else None)
    tell = next((each.tell for each in reversed(action.did) if each.tell), None)
    more = [
        room.words["status"].get(deed.status, "") if deed else "",
        filled(room.words["told"], who=person_in(room, tell)) if tell else "",
        _consent(room, action),
    ]
    return filled(
        room.words["action"],
        words=room.own(action.said.words),
        by=suggested_in(room, action.mine, action.said),
        who=owner_in(room, action),
        when=", ".join(filter(None, (often, day))) or no_day_in(room),
        more="".join(more),
    )


def _consent(room: Room, action: Action) -> str:
    """Return what they answer to a request, and where there is room, whom they ask if another one does it."""
    if action.asked is None:
        return ""
    if room.limits["doubts"] and who_does(action) and (to := asked_to(action)):
        return filled(room.words["consent"]["yes_beside"], to=ask_of(room, to))
    answer = answer_to(action.asked)
    said = str(room.words["consent"][answer])
    return room.marked(answer, said) if answer in room.words["marks"] else said


def if_worse_line(room: Room, worse: IfWorse) -> str:
    """Return what to do if it gets worse, and whom to call."""
    i_do, call = worse.i_do, worse.call
    return filled(
        room.words["if_worse"],
        words=said_in(room, worse.signs),
        i_do=filled(room.words["i_do"], words=said_in(room, i_do)) if i_do else "",
        call=filled(room.words["call"], call=room.uncut(call)) if call else "",
    )


def review_line(room: Room, review: Review) -> str:
    """Return when all of it is looked at, who leads that, and what would make it sooner."""
    sooner = review.sooner_if
    return filled(
        room.words["review"],
        when=when_in(room, review.when),
        who=person_in(room, review.lead),
        sooner=filled(room.words["sooner"], words=room.own(sooner)) if sooner else "",
    )


def money_line(room: Room, budget: Budget) -> str:
    """Return how it stands with the money, and what is planned of it."""
    if budget.state == "refused":
        return _refused(room, budget)
    amount, is_open = budget.amount, budget.state == "agreed" and not budget.signed_by
    return filled(
        room.words["money"],
        on=_money_on(room, budget),
        state=room.words["money_state"][budget.state],
        signed=room.marked("not_signed", room.words["not_signed"]) if is_open else "",
        spent=in_money(budget.spent, budget.currency),
        amount=room.marked("no_amount", room.words["no_amount"])
        if amount is None
        else in_pounds(amount),
        when=when_in(room, budget.review),
    )


def _money_on(room: Room, budget: Budget) -> str:
    """Return of which day it is where copies wrote two apart, which may say the same; empty: there is one."""
    plan = room.plan
    if len(held_of(plan, plan.budgets)) < 2:
        return ""
    on = next(visit.on for visit in plan.visits if visit.id == budget.visit)
    return filled(room.words["money_on"], day=day_in_text(on))


def _refused(room: Room, budget: Budget) -> str:
    """Return money that was refused, how much that was, and why where there is room."""
    words, amount = room.words, budget.amount
    given = "" if amount is None else in_money(amount, budget.currency)
    why = room.own(budget.why_refused) if budget.why_refused else ""
    has_room = why and room.limits["accepted"]
    review = budget.review
    return filled(
        words["money_refused"],
        on=_money_on(room, budget),
        why=filled(words["refused_why"], words=why) if has_room else "",
        amount=filled(words["refused_amount"], amount=given) if given else "",
        when=filled(words["refused_review"], when=when_in(room, review)) if review else "",
    )
