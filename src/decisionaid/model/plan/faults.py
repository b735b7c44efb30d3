"""What a plan says that cannot be: links to nothing, and words in the mouth of somebody who did not say them.

Layer 1. Nothing in a plan is signed. What it claims of a person must at least fit with who was there; where it
does not, the plan is refused, and each fault is named with its place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from decisionaid.model.base import Part
from decisionaid.model.plan.days import days_of_no_calendar
from decisionaid.model.plan.doing import Action, Answered, Shared, TakenBack
from decisionaid.model.plan.said import SAYS_FOR_THEMSELVES, Became, Rated, Said

if TYPE_CHECKING:
    from decisionaid.model.plan.plan import PlanForm

FaultName = Literal[
    "one-me",
    "twice",
    "unknown",
    "not-theirs",
    "was-not-there",
    "not-as-answered",
    "said-without",
    "decided-without",
    "decided-alone",
    "not-a-professional",
    "replaces",
    "not-itself",
    "no-day",
]
"""``one-me``: not exactly one person is the one whose plan it is. ``twice``: an id names two things.
``unknown``: an id names nothing. ``not-theirs``: marked as the person's own, and somebody else said it.
``was-not-there``: somebody agrees who was not there. ``not-as-answered``: marked otherwise than the person answered
last. ``said-without``: words or an answer of the person's at a
visit where neither they were nor who speaks for them. ``decided-without``: decided, and the person had no
part in it. ``decided-alone``: decided in a preparation. ``not-a-professional``: what a result means, or a
signature under money, from somebody who may not. ``replaces``: goals stand in one another's place.
``not-itself``: a goal pulls against itself. ``no-day``: a day that no calendar has.
"""

RECORD: Final = "gp_record"
"""A receiver of copies who is no person."""

PROFESSIONALS: Final = ("clinician", "link_worker", "care_coordinator", "professional")
"""The roles of whom somebody said that they are professionals: they can be asked what a result means, and sign."""

_MAY_HAVE_SAID: Final = (*PROFESSIONALS, "other")
"""The roles in a plan that is read: before there was ``professional``, some professionals were ``other``."""


@dataclass(frozen=True, slots=True)
class PlanFault:
    """A fault, where it is, and the id or the name that it is about."""

    name: FaultName
    path: str
    """Such as ``goals/school``."""
    about: str = ""

    @property
    def said(self) -> str:
        """The fault in a few words, for developers; pages have their own."""
        return f"{self.name} {self.about}".strip()


def faults_in(plan: PlanForm) -> tuple[PlanFault, ...]:
    """Return all that cannot be, in the order of the plan."""
    known = _Known(plan)
    return (
        *_people(plan),
        *_ids(plan),
        *known.links(),
        *_claims(plan, known.role_of),
        *_agreements(plan),
        *_spoken(plan, known.role_of),
        *_answers(plan, known.role_of),
        *_decisions(plan, known.role_of),
        *_replaced(plan),
        *(PlanFault("no-day", path, written) for path, written in days_of_no_calendar(plan)),
    )


def _people(plan: PlanForm) -> Iterator[PlanFault]:
    mine = [person.id for person in plan.people if person.role == "me"]
    if len(mine) != 1:
        yield PlanFault("one-me", "people", ", ".join(mine))


def _ids(plan: PlanForm) -> Iterator[PlanFault]:
    named: Mapping[str, Iterable[str]] = {
        "people": (each.id for each in plan.people),
        "visits": (each.id for each in plan.visits),
        "about_me": (each.heading for each in plan.about_me),
        "conditions": (each.id for each in plan.conditions),
        "needs": (each.id for each in plan.needs),
        "decisions": (each.id for each in plan.decisions),
        "goals": (each.id for each in plan.goals),
        "actions": (each.id for each in plan.actions),
        **{
            f"budgets/{place}/lines": (line.id for line in budget.lines)
            for place, budget in enumerate(plan.budgets)
        },
    }
    for path, ids in named.items():
        yield from (PlanFault("twice", path, id_) for id_, n in Counter(ids).items() if n > 1)


_LINKS: Final = {
    "by": "people",
    "typed_by": "people",
    "there": "people",
    "who": "people",
    "tell": "people",
    "lead": "people",
    "helper": "people",
    "coordinator": "people",
    "signed_by": "people",
    "visit": "visits",
    "condition": "conditions",
    "conditions": "conditions",
    "decision": "decisions",
    "need": "needs",
    "goal": "goals",
    "pulls_against": "goals",
    "replaces": "goals",
}
"""The fields that name something of the plan, and where it stands."""


class _Known:
    """The ids of a plan, and the links to them."""

    def __init__(self, plan: PlanForm) -> None:
        self.plan = plan
        self.ids = {name: {each.id for each in getattr(plan, name)} for name in {*_LINKS.values()}}
        self.role_of = {person.id: person.role for person in plan.people}

    def links(self) -> Iterator[PlanFault]:
        """Yield the links that lead to nothing."""
        for name in type(self.plan).model_fields:
            if name in ("conditions", "people"):
                continue  # themselves, not links to them
            yield from self._links_in(getattr(self.plan, name), name)
        for copy in self.plan.copies:
            if copy.to != RECORD and copy.to not in self.ids["people"]:
                yield PlanFault("unknown", "copies", copy.to)

    def _links_in(self, value: object, path: str) -> Iterator[PlanFault]:
        if isinstance(value, tuple):
            for place, each in enumerate(value):
                yield from self._links_in(each, f"{path}/{getattr(each, 'id', place)}")
        elif isinstance(value, Part):
            for name in type(value).model_fields:
                part = getattr(value, name)
                # What the money is tied to has the name of conditions, and is words.
                if (
                    name in _LINKS
                    and not isinstance(part, Part)
                    and (name, type(part)) != ("conditions", str)
                ):
                    yield from self._unknown(name, part, f"{path}/{name}")
                else:
                    yield from self._links_in(part, f"{path}/{name}")

    def _unknown(self, name: str, part: object, path: str) -> Iterator[PlanFault]:
        ids = part if isinstance(part, tuple) else () if part is None else (part,)
        for each in ids:
            if each not in self.ids[_LINKS[name]]:
                yield PlanFault("unknown", path, str(each))


def _claims(plan: PlanForm, role_of: Mapping[str, str]) -> Iterator[PlanFault]:
    """What is marked as the person's own was said by them; what a result means, by a professional."""
    for path, entries in (("goals", plan.goals), ("actions", plan.actions)):
        for entry in entries:
            is_theirs = role_of.get(entry.said.by) in SAYS_FOR_THEMSELVES
            if entry.mine == "said" and not is_theirs:
                yield PlanFault("not-theirs", f"{path}/{entry.id}", entry.said.by)
    for place, result in enumerate(plan.results):
        if isinstance(result.means, Said) and role_of.get(result.means.by) not in _MAY_HAVE_SAID:
            yield PlanFault("not-a-professional", f"results/{place}", result.means.by)
    for place, budget in enumerate(plan.budgets):
        if budget.signed_by is not None and role_of.get(budget.signed_by) not in _MAY_HAVE_SAID:
            yield PlanFault("not-a-professional", f"budgets/{place}", budget.signed_by)


def _agreements(plan: PlanForm) -> Iterator[PlanFault]:
    there = {visit.id: visit.there for visit in plan.visits}
    for place, agreed in enumerate(plan.agreed):
        if agreed.answer != "not_asked" and agreed.by not in there.get(agreed.visit, ()):
            yield PlanFault("was-not-there", f"agreed/{place}", agreed.by)


def _spoken(plan: PlanForm, role_of: Mapping[str, str]) -> Iterator[PlanFault]:
    """What the person says, they or who speaks for them were there to say."""
    without = {
        visit.id
        for visit in plan.visits
        # Of who is nobody in the plan, that is said.
        if not any(role_of.get(each, "me") in SAYS_FOR_THEMSELVES for each in visit.there)
    }
    for name in type(plan).model_fields:
        for path, part in _parts(getattr(plan, name), name):
            if getattr(part, "visit", None) in without and _is_persons(part, role_of):
                yield PlanFault("said-without", path, str(getattr(part, "visit", "")))


def _is_persons(part: Part, role_of: Mapping[str, str]) -> bool:
    """Whether nobody but the person, or who speaks for them, can have said it."""
    if isinstance(part, Said):
        return role_of.get(part.by) in SAYS_FOR_THEMSELVES
    if isinstance(part, Became):
        return any(role_of.get(each) in SAYS_FOR_THEMSELVES for each in part.by)
    return isinstance(part, Shared) or (isinstance(part, Rated) and part.state != "unanswered")


def _parts(value: object, path: str) -> Iterator[tuple[str, Part]]:
    """Yield all parts in a part of a plan, each with its place."""
    if isinstance(value, tuple):
        for place, each in enumerate(value):
            yield from _parts(each, f"{path}/{getattr(each, 'id', place)}")
    elif isinstance(value, Part):
        yield path, value
        for name in type(value).model_fields:
            yield from _parts(getattr(value, name), f"{path}/{name}")


_MARKED: Final = {"yes": ("accepted", "yes"), "no": ("declined", "no")}
"""How what somebody answered last is marked: of a suggestion, and of a request."""


def _answers(plan: PlanForm, role_of: Mapping[str, str]) -> Iterator[PlanFault]:
    """The person answers, or takes a yes back, or who speaks for them does, where they are."""
    there = {visit.id: visit.there for visit in plan.visits}
    for path, entries in (("goals", plan.goals), ("actions", plan.actions)):
        for entry in entries:
            place = f"{path}/{entry.id}"
            asked = entry.asked if isinstance(entry, Action) else None
            answers = (entry.answered, asked.answered if asked else ())
            given: list[Answered | TakenBack] = [each for all_ in answers for each in all_]
            given += asked.taken_back if asked else ()
            for each in given:
                if role_of.get(each.by) not in SAYS_FOR_THEMSELVES:
                    yield PlanFault("not-theirs", place, each.by)
                if each.by not in there.get(each.visit, ()):
                    yield PlanFault("was-not-there", place, each.by)
            marks: tuple[str, str] = (entry.mine, asked.agreed if asked else "")
            for which, (mark, answered) in enumerate(zip(marks, answers, strict=True)):
                if answered and mark != _MARKED[answered[-1].answer][which]:
                    yield PlanFault("not-as-answered", place, mark)


def _decisions(plan: PlanForm, role_of: Mapping[str, str]) -> Iterator[PlanFault]:
    alone = {visit.id for visit in plan.visits if visit.kind == "preparation"}
    for decision in plan.decisions:
        for became in decision.became:
            if became.state != "decided":
                continue
            path = f"decisions/{decision.id}"
            if not any(role_of.get(each) in SAYS_FOR_THEMSELVES for each in became.by):
                yield PlanFault("decided-without", path, became.visit)
            if became.visit in alone:
                yield PlanFault("decided-alone", path, became.visit)


def _replaced(plan: PlanForm) -> Iterator[PlanFault]:
    """A goal stands in the place of an earlier one, and of no other that leads back to it."""
    before = {goal.id: goal.replaces for goal in plan.goals}
    for goal in plan.goals:
        if goal.id in goal.pulls_against:
            yield PlanFault("not-itself", f"goals/{goal.id}", goal.id)
        seen, at = {goal.id}, goal.replaces
        while at is not None and at not in seen:
            seen.add(at)
            at = before.get(at)
        if at is not None:
            yield PlanFault("replaces", f"goals/{goal.id}", at)
