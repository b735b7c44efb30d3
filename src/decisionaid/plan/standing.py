"""How far a plan has come: what the person answered at the last visits, and the stage that makes.

Layer 2. The same as ``plan/standing.ts``. Nothing of it is stored: it is worked out of what was said at which visit.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from decisionaid.model.canonical import canonical_json
from decisionaid.model.plan.doing import Agreed
from decisionaid.model.plan.plan import Plan
from decisionaid.model.plan.said import Visit
from decisionaid.plan.snapshots import two_of
from decisionaid.plan.stood import NOT_AGREED_TO, is_as_it_stood
from decisionaid.plan.visits import (
    last_visit,
    last_visits,
    own_voices,
    visit_held,
    visits_in_order,
)
from decisionaid.plan.written import is_in_doubt, plan_data

Stage = Literal["prepared", "draft", "declined", "changed", "agreed", "agreed_in_part", "reviewed"]
"""``agreed``: the person, there, said at the last visit that this is their plan. ``declined``: that it is not.
``changed``: it was changed after they agreed, then or before."""

Answer = Literal["yes", "partly", "no", "not_asked"]

_AGREEMENTS: Final = ("yes", "partly")


def words_of_no(plan: Plan) -> tuple[str, ...]:
    """Return why the person said at the last visits that this is not their plan, in their words."""
    given = (_answers_at(plan, visit) for visit in last_visits(plan))
    said = [each for answers in given if _is_no(answers) for each in answers]
    return tuple(each.words for each in said if each.answer == "no" and each.words)


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
    agreed = [each for each in held if each.answer in _AGREEMENTS]
    is_so = all(is_as_it_stood(plan, each) for each in agreed)
    # Two that were said to two plans cannot both be for this one, also where nobody can tell what was prepared since.
    is_one = len({each.stood for each in agreed if each.stood}) <= 1
    return ("not_asked",) if answers and (is_in_doubt(plan) or not is_so or not is_one) else ()


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

    It was not asked, was changed since, two copies differ, or it is open which of two wordings holds.
    """
    last = {answers[-1] if answers else "not_asked" for answers in answers_now(plan)}
    is_open = "not_asked" in last or (bool(two_of(plan)) and last != {"no"})
    return not last or is_open or ("no" in last and len(last) > 1)


def stage_of(plan: Plan) -> Stage:
    """Return how far a plan has come.

    What somebody wrote after the person last agreed makes it a draft again, until the person is asked. So it is as
    long as two wordings of one thing are open: a yes to both is to neither.
    """
    last = last_visit(plan)
    if last is None or all(visit.kind == "preparation" for visit in plan.visits):
        return "prepared"
    answers = answers_now(plan)
    held = {each[-1] if each else "not_asked" for each in answers}
    if "no" in held:
        return "declined" if held == {"no"} else "draft"
    if "not_asked" in held:
        return "changed" if _is_outlived(plan) or _is_changed_since(plan) else "draft"
    if two_of(plan):
        return "draft"
    if (visit_held(plan) or last).kind == "review":
        return "reviewed"
    return "agreed_in_part" if "partly" in held else "agreed"


def _is_outlived(plan: Plan) -> bool:
    """Whether what the person agreed to at one of the last visits was changed after that."""
    return any(
        each and each[-1] == "not_asked" and {*each} & {*_AGREEMENTS} for each in answers_now(plan)
    )


def agreement_of(plan: Plan) -> Agreed | None:
    """Return the agreement that is the person's last answer of all visits.

    None: they gave no answer, or their last one was no.
    """
    said = (each for visit in visits_in_order(plan) for each in _answers_at(plan, visit))
    answers = [each for each in said if each.answer != "not_asked"]
    return answers[-1] if answers and answers[-1].answer in _AGREEMENTS else None


def _is_changed_since(plan: Plan) -> bool:
    """Whether the plan says what it did not when the person last agreed.

    A visit at which nothing was written changed nothing.
    """
    yes = agreement_of(plan)
    if yes is None:
        return False
    order = visits_in_order(plan)
    place = next(place for place, each in enumerate(order) if each.id == yes.visit)
    behind = [each for each in order[place + 1 :] if each.kind != "preparation"]
    later = {each.id for each in (*behind, *last_visits(plan))} - {yes.visit}
    data = {name: part for name, part in plan_data(plan).items() if name not in NOT_AGREED_TO}
    said = canonical_json(data)
    is_so = is_as_it_stood(plan, yes)
    return not is_so or any(f'"visit":{canonical_json(each)}' in said for each in later)
