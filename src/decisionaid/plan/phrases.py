"""What a plan says of people, times, goals and actions in a few words each; the same as ``plan/phrases.ts``.

Layer 2. Words are as they were typed, on one line. The words around them are in ``theme/schema/plan-lines.json``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from decisionaid.model.plan.doing import Action, Agreed, Goal, ListedService
from decisionaid.model.plan.plan import Plan
from decisionaid.model.plan.said import SAYS_FOR_THEMSELVES, Need, Person, Rated, Said, When
from decisionaid.outside.fhir_parts import one_line
from decisionaid.outside.tables import filled, table
from decisionaid.plan.asked_words import in_sentence
from decisionaid.plan.current import is_sign
from decisionaid.plan.taken import answer_to, last_look, replaced_goals
from decisionaid.plan.visits import alone_at, last_visits, visit_held, visits_in_order


class Phrases:
    """The phrases of one plan."""

    def __init__(self, plan: Plan) -> None:
        """Make ready to say what a plan says."""
        self.plan = plan
        self.words: Mapping[str, Any] = table("plan-lines")
        self.people = {person.id: person for person in plan.people}
        self.replaced = replaced_goals(plan)

    def who(self, id_: str) -> str:
        """What somebody is to the person; nobody is named."""
        return role_of(self.people[id_])

    def said(self, said: Said | None) -> str:
        """Somebody's words, and whose they are if they are not the person's."""
        return self.by_whom(one_line(said.words), said) if said else ""

    def by_whom(self, text: str, said: Said | None) -> str:
        """Words, and who said them if it was not the person; None: nobody in particular."""
        if said is None or self.people[said.by].role in SAYS_FOR_THEMSELVES:
            return text
        return filled(self.words["said_by"], words=text, who=self.who(said.by))

    def of_me(self, said: Said) -> str:
        """Words about the person; those of a warning sign say that they are, and when it was ticked or talked about."""
        words = one_line(said.words)
        if not is_sign(said):
            return words
        day, alone = self._day_of(said.visit), alone_at(self.plan)
        if said.visit in alone:
            return filled(self.words["sign_ticked"], day=day, words=words)
        signs = (each for about in self.plan.about_me for each in about.said)
        ticked = (e for e in signs if e.example == said.example and e.visit in alone)
        sign = next((one_line(each.words) for each in ticked), "")
        return filled(self.words["sign_said"], day=day, sign=sign, words=words) if sign else words

    def _day_of(self, visit: str) -> str:
        return self.day(next(each.on for each in self.plan.visits if each.id == visit))

    def of(self, entry: Goal | Action) -> str:
        """The words of a goal or an action, and who suggested them if somebody did."""
        words = one_line(entry.said.words)
        if entry.mine == "said":
            return words
        form = "suggested" if entry.mine == "accepted" else "declined"
        return filled(self.words[form], words=words, who=self.who(entry.said.by))

    def when(self, when: When | None) -> str:
        """A time as it was said, with its day."""
        if when is None:
            return ""
        words, day = one_line(when.words), self.day(when.on) if when.on else ""
        if not (words and day):
            return words or day
        return filled(table("plan-text")["words_and_day"], words=words, day=day)

    def day(self, day: str) -> str:
        """A day as people write it."""
        month = table("record-text")["months"][int(day[5:7]) - 1]
        return filled(table("plan-text")["day"], day=int(day[8:10]), month=month, year=day[:4])

    def asked_goals(self) -> list[Goal]:
        """The goals that the person has answered about."""
        return [each for each in self.plan.goals if each.mine != "not_asked"]

    def goal_status(self, goal: Goal) -> str:
        """How a goal stands; nothing where it is open."""
        look = last_look(goal)
        name = "replaced" if goal.id in self.replaced else look.status if look else "open"
        return str(self.words["goal_status"][name])

    def goal_when(self, goal: Goal) -> str:
        """By when, as it was said last."""
        return self.when(next((each.when for each in reversed(goal.looked) if each.when), None))

    def rated(self, rated: Sequence[Rated]) -> str:
        """The last number or the last state, in words; nothing where it was not answered."""
        last = rated[-1] if rated else None
        if last is None or last.state == "unanswered":
            return ""
        return self.rated_on(filled(self.words["rated"][last.state], n=last.value or 0), last)

    def rated_on(self, words: str, rated: Rated) -> str:
        """An answer with its day, where it is not that of the last visit."""
        held = visit_held(self.plan)
        if held and held.id == rated.visit:
            return words
        return filled(self.words["rated_on"], words=words, day=self._day_of(rated.visit))

    def taken_actions(self) -> list[Action]:
        """The actions that the person has taken."""
        return [each for each in self.plan.actions if each.mine in ("said", "accepted")]

    def action_when(self, action: Action) -> str:
        """How often and when, as it was said last."""
        times = [each for each in action.did if each.when or each.often]
        if not times:
            return ""
        parts = (one_line(times[-1].often), self.when(times[-1].when))
        return str(self.words["list"].join(filter(None, parts)))

    def request(self, action: Action) -> str:
        """Whether the person agrees to ask somebody; nothing where nobody is asked."""
        if action.asked is None:
            return ""
        return filled(
            self.words["asked"][answer_to(action.asked)], to=in_sentence(one_line(action.asked.to))
        )

    def taken_back(self, action: Action) -> str:
        """That the person took back their yes to a request, for whom it was handed to; nothing where they did not."""
        is_back = action.asked is not None and answer_to(action.asked) == "taken_back"
        return self.request(action) if is_back else ""

    def service(self, service: ListedService | None) -> str:
        """A service as it stood on a place's list."""
        if service is None:
            return ""
        form = self.words["service" if service.phone else "service_without"]
        day = self.day(service.checked)
        return filled(form, name=one_line(service.name), phone=one_line(service.phone), day=day)

    def need(self, need: Need) -> str:
        """What is hard, and since when it is in the plan where that was written down."""
        on = filled(self.words["need_on"], day=self._day_of(need.visit)) if need.visit else ""
        words = need.said and filled(self.words["need_words"], words=one_line(need.said.words))
        about, first = self.words["needs"][need.about], self.words["need_first"]
        return filled(
            self.words["need"],
            about=about,
            first=first if need.first else "",
            words=words or "",
            on=on,
        )

    def last_agreed(self) -> list[Agreed]:
        """What each answered last at the last visit, and where copies differ at each of them."""
        last = {visit.id for visit in last_visits(self.plan)}
        held = {(each.visit, each.by): each for each in self.plan.agreed if each.visit in last}
        return [*held.values()]

    def earlier_agreed(self) -> list[Agreed]:
        """What was answered before that, oldest first; who was not asked answered nothing."""
        last = self.last_agreed()
        order = {visit.id: place for place, visit in enumerate(visits_in_order(self.plan))}
        # Two answers can be the same and be two of them.
        before = [
            each
            for each in self.plan.agreed
            if each.answer != "not_asked" and not any(each is one for one in last)
        ]
        return sorted(before, key=lambda each: order[each.visit])

    def answer(self, agreed: Agreed) -> str:
        """Somebody's answer in words."""
        said = filled(self.words["agreed"][agreed.answer], who=self.who(agreed.by))
        words = one_line(agreed.words)
        return filled(self.words["agreed_words"], said=said, words=words) if words else said


def role_of(person: Person) -> str:
    """Return what somebody is to the person, in their words if there are any."""
    return one_line(person.job) or str(table("plan-lines")["roles"][person.role])


def relation_of(person: Person) -> str:
    """Return the same, and that nobody said what they are, if so: who was only named may be a professional."""
    said = role_of(person)
    is_named = person.role == "other" and one_line(person.job)
    return filled(table("plan-lines")["unknown"], who=said) if is_named else said
