"""How a plan stands: its stage, and which goals and actions are still open.

Layer 2. Nothing of it is stored: it is worked out of what was said at which visit.
Longer than 300 lines: a stage rests on all that was said, and is read as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal

from decisionaid.model.plan.budget import Budget
from decisionaid.model.plan.doing import Action, Agreed, Asked, Did, Goal, Looked
from decisionaid.model.plan.faults import PROFESSIONALS
from decisionaid.model.plan.plan import Plan
from decisionaid.model.plan.said import SAYS_FOR_THEMSELVES, AboutMe, Said, Visit
from decisionaid.plan.stood import is_as_it_stood
from decisionaid.plan.written import is_altered

Stage = Literal["prepared", "draft", "declined", "changed", "agreed", "agreed_in_part", "reviewed"]
"""``agreed``: the person, there, said at the last visit that this is their plan. ``declined``: that it is not.
``changed``: it was changed after that."""

Answer = Literal["yes", "partly", "no", "not_asked"]

_OWN_TIME: Final = ("preparation", "between")
_ENDED: Final = ("done", "stopped", "seen", "refused")
_CLOSED: Final = ("met", "dropped")
_AGREEMENTS: Final = ("yes", "partly")
_TAKEN: Final = ("said", "accepted")


def last_visit(plan: Plan) -> Visit | None:
    """Return the visit of the latest day, of one day the one that was written last; None: none yet."""
    return visits_in_order(plan)[-1] if plan.visits else None


def visits_in_order(plan: Plan) -> tuple[Visit, ...]:
    """Return the visits by their day; those of one day as they were written."""
    return tuple(sorted(plan.visits, key=lambda visit: visit.on))


_RECORD_VISIT: Final = "r-"
"""How the name of answers begins that were put in as a visit of their own: of one day they stand before the others."""

_NUMBERED: Final = re.compile(r"[vz]-([0-9][0-9])-")


def last_visits(plan: Plan) -> tuple[Visit, ...]:
    """Return the last visit, and those which whoever began it may not have known.

    A visit of ours is numbered behind all that its copy held: where there are more, another copy had them. Answers that
    were put in are no such visits. Of its day these are all that it need not have known, of earlier days those that it
    cannot have known: another copy had them, and what was answered last was for none of what they say.
    """
    visits = _until_met(plan)
    if not visits:
        return ()
    *before, last = visits
    number = _number(last)
    unknown = (
        visit
        for visit in before
        if visit.kind != "preparation"
        and (
            not _has_known(visits, last, visit)
            if visit.on == last.on
            else 0 < number <= _number(visit)
        )
    )
    return (*unknown, last)


def _has_known(visits: Sequence[Visit], last: Visit, before: Visit) -> bool:
    """Whether whoever began a visit knew another one of its day; ``visits``: in their order, the later one the last."""
    number = _number(last)
    counted = sum(not visit.id.startswith(_RECORD_VISIT) for visit in visits)
    return number >= counted and number > _number(before)


def _until_met(plan: Plan) -> tuple[Visit, ...]:
    """Return the visits up to the last one that is no preparation: what is prepared later stands beside the plan."""
    visits = visits_in_order(plan)
    met = [place for place, visit in enumerate(visits) if visit.kind != "preparation"]
    return visits[: met[-1] + 1] if met else visits


def visit_held(plan: Plan) -> Visit | None:
    """Return the last visit that is no preparation, else the last preparation; None: none yet."""
    visits = _until_met(plan)
    return visits[-1] if visits else None


def prepared_since(plan: Plan) -> Visit | None:
    """Return the preparation after the last visit, of which nothing was talked about yet; None: there is none."""
    last = last_visit(plan)
    return None if last == visit_held(plan) else last


def words_of_no(plan: Plan) -> tuple[str, ...]:
    """Return why the person said at the last visits that this is not their plan, in their words."""
    given = (_answers_at(plan, visit) for visit in last_visits(plan))
    said = [each for answers in given if _is_no(answers) for each in answers]
    return tuple(each.words for each in said if each.answer == "no" and each.words)


def _number(visit: Visit) -> int:
    found = _NUMBERED.match(visit.id)
    return int(found[1]) if found else 0


def answers_now(plan: Plan) -> tuple[tuple[Answer, ...], ...]:
    """Return what the person answered at each of the last visits, oldest first, if this is the plan.

    Nobody was asked about what was changed on the way, and about what the plan did not say when it was answered.
    """
    given = (_answers_at(plan, visit) for visit in last_visits(plan))
    return tuple(
        (*(each.answer for each in answers), *_outlived(plan, answers)) for answers in given
    )


def _outlived(plan: Plan, answers: Sequence[Agreed]) -> tuple[Answer, ...]:
    # Of two copies both may have been agreed to, and neither as it is now.
    held = [each for each in answers if _nth(plan, each) == _nth(plan, answers[-1])]
    is_so = all(is_as_it_stood(plan, each) for each in held if each.answer in _AGREEMENTS)
    return ("not_asked",) if answers and (is_altered(plan) or not is_so) else ()


def _nth(plan: Plan, agreed: Agreed) -> int:
    """Return which answer of its visit one was in the copy in which it was given."""
    of_visit = [each for each in plan.agreed if each.visit == agreed.visit]
    place = next(place for place, each in enumerate(of_visit) if each is agreed)
    return place if agreed.nth is None else agreed.nth


def _answers_at(plan: Plan, visit: Visit) -> tuple[Agreed, ...]:
    """Return the person's own answers, and those of who speaks for them only where they gave none."""
    voices, me = own_voices(plan), {each.id for each in plan.people if each.role == "me"}
    said = tuple(each for each in plan.agreed if each.visit == visit.id and each.by in voices)
    own = tuple(each for each in said if each.by in me)
    return own if any(each.answer != "not_asked" for each in own) else said


def says_no(plan: Plan) -> bool:
    """Whether the person's last word at one of the last visits is that this is not their plan.

    Where another copy says otherwise, or was not asked, that is said beside it.
    """
    return any(_is_no(_answers_at(plan, visit)) for visit in last_visits(plan))


def is_no_of_a_copy(plan: Plan) -> bool:
    """Whether the person said no at one of the last visits, and the stage does not say so."""
    return says_no(plan) and stage_of(plan) != "declined"


def _is_no(answers: Sequence[Agreed]) -> bool:
    return bool(answers) and answers[-1].answer == "no"


def is_to_be_asked(plan: Plan) -> bool:
    """Whether the person has still to say if this is the plan.

    It was not asked, was changed since, or two copies differ.
    """
    last = {answers[-1] if answers else "not_asked" for answers in answers_now(plan)}
    return not last or "not_asked" in last or ("no" in last and len(last) > 1)


def to_be_asked_anew(plan: Plan) -> list[dict[str, str]]:
    """Return that who said yes or partly at one of the last visits was not asked since, as answers behind theirs."""
    voices = own_voices(plan)
    last = (
        [each for each in plan.agreed if each.visit == visit.id and each.by in voices][-1:]
        for visit in last_visits(plan)
    )
    return [
        {"visit": each.visit, "by": each.by, "answer": "not_asked"}
        for (each,) in filter(None, last)
        if each.answer in _AGREEMENTS
    ]


def own_voices(plan: Plan) -> frozenset[str]:
    """Return the ids of those whose words are the person's own."""
    return frozenset(each.id for each in plan.people if each.role in SAYS_FOR_THEMSELVES)


def stage_of(plan: Plan) -> Stage:
    """Return how far a plan has come.

    What somebody wrote after the person last agreed makes it a draft again, until the person is asked.
    """
    last = last_visit(plan)
    if last is None or all(visit.kind == "preparation" for visit in plan.visits):
        return "prepared"
    answers = answers_now(plan)
    held = {each[-1] if each else "not_asked" for each in answers}
    if "no" in held:
        return "declined" if held == {"no"} else "draft"
    if "not_asked" in held:
        is_changed = any(
            each and each[-1] == "not_asked" and {*each} & {"yes", "partly"} for each in answers
        )
        return "changed" if is_changed else "draft"
    if (visit_held(plan) or last).kind == "review":
        return "reviewed"
    return "agreed_in_part" if "partly" in held else "agreed"


def was_met_with_somebody(plan: Plan) -> bool:
    """Whether there was a visit beside what the person did alone."""
    return any(visit.kind not in _OWN_TIME for visit in plan.visits)


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
        return any(each.kind not in _OWN_TIME for each in between)
    return (
        first.kind == "preparation"
        or first.on != last.on
        or _has_known(visits[: later + 1], last, first)
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


def is_met(plan: Plan, visit: Visit) -> bool:
    """Whether a professional was there; who comes with the person is none, and neither is who nobody named as one."""
    there = {each.role for each in plan.people if each.id in visit.there}
    return visit.kind not in _OWN_TIME and not there.isdisjoint(PROFESSIONALS)


def signs_ticked(plan: Plan) -> tuple[Said, ...]:
    """Return the warning signs that were ticked, and of which nobody has said anything since.

    What is said of one has its ``example`` too, and was said when a professional was met. That this is the plan says
    nothing of a sign.
    """
    order = {visit.id: place for place, visit in enumerate(visits_in_order(plan))}
    alone = {visit.id for visit in plan.visits if visit.kind in _OWN_TIME}
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


def last_look(goal: Goal) -> Looked | None:
    """Return how a goal stood when somebody last looked; None: nobody has."""
    return goal.looked[-1] if goal.looked else None


def last_deed(action: Action) -> Did | None:
    """Return how an action stands; None: nothing was said of it."""
    return action.did[-1] if action.did else None


def replaced_goals(plan: Plan) -> dict[str, str]:
    """Return the ids of the goals in whose place another one stands, each with the id of that one.

    What nobody has taken stands in the place of no goal that the person took.
    """
    mine = {goal.id: goal.mine for goal in plan.goals}
    return {
        goal.replaces: goal.id
        for goal in plan.goals
        if goal.replaces is not None
        and (goal.mine in _TAKEN or mine.get(goal.replaces) not in _TAKEN)
    }


def goal_now(plan: Plan, id_: str | None) -> str | None:
    """Return the goal in whose words one stands by now: itself, or the last one that was said in its place.

    What was for a goal in its old words, such as a step, is for it in its new ones.
    """
    later, at = replaced_goals(plan), id_
    while at is not None and at in later:
        at = later[at]
    return at


def open_goals(plan: Plan) -> tuple[Goal, ...]:
    """Return the goals that the person has taken, and that are neither met, dropped nor replaced.

    One that is not met yet stays open until somebody closes it.
    """
    replaced = replaced_goals(plan)
    return tuple(
        goal
        for goal in plan.goals
        if goal.mine in _TAKEN
        and goal.id not in replaced
        and ((look := last_look(goal)) is None or look.status not in _CLOSED)
    )


def pulls_now(plan: Plan, goal: Goal) -> tuple[str, ...]:
    """Return the goals that one was marked as pulling against, in the words in which both stand by now."""
    marked = (
        goal_now(plan, other)
        for each in plan.goals
        if goal_now(plan, each.id) == goal.id
        for other in each.pulls_against
    )
    return tuple(dict.fromkeys(other for other in marked if other and other != goal.id))


def open_actions(plan: Plan) -> tuple[Action, ...]:
    """Return the actions that the person has taken, and that have not come to an end."""
    return tuple(
        action
        for action in plan.actions
        if action.mine in _TAKEN
        and ((deed := last_deed(action)) is None or deed.status not in _ENDED)
    )


def taken_actions(plan: Plan) -> tuple[Action, ...]:
    """Return the actions that the person has taken."""
    return tuple(action for action in plan.actions if action.mine in _TAKEN)


def open_budget(plan: Plan) -> Budget | None:
    """Return the budget that holds; None: there is none, or it has ended."""
    last = plan.budgets[-1] if plan.budgets else None
    return None if last is None or last.state == "ended" else last


def answer_to(asked: Asked) -> Literal["yes", "no", "not_asked", "taken_back"]:
    """Return what the person says to a request by now; a yes that they took back is none."""
    return "taken_back" if asked.agreed == "yes" and asked.taken_back else asked.agreed


def asked_to(action: Action) -> str:
    """Return whom the person agreed to ask for it, in their words; empty: nobody, or they took it back."""
    is_agreed = action.asked is not None and answer_to(action.asked) == "yes"
    return action.asked.to if action.asked and is_agreed else ""


def who_does(action: Action) -> str | None:
    """Return who was named last for an action; None: nobody has been."""
    return next((deed.who for deed in reversed(action.did) if deed.who), None)
