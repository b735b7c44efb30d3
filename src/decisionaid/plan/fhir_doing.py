"""Goals, requests and the CarePlan of a plan as FHIR R4 resources; the same as ``plan/fhir-doing.ts``.

Layer 2. A goal that the person was not asked about is in none of them. 0 to 10 is a number; the other four states
are codes, and what was not answered has neither.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from decisionaid.model.plan.doing import Action, Asked, Goal
from decisionaid.model.plan.said import Rated, Said
from decisionaid.outside.fhir_parts import Resource, one_line, urn, uuid_of
from decisionaid.outside.tables import filled, table
from decisionaid.plan.lines import Lines
from decisionaid.plan.requests import request_of
from decisionaid.plan.taken import goal_now, last_deed, last_look, who_does


class Doing:
    """The resources about what a person wants and who does what."""

    def __init__(
        self, lines: Lines, standing: str, me: str, who: Callable[[str], Resource]
    ) -> None:
        """``standing`` is ``agreed`` or ``proposed``; ``me`` is the person; ``who`` gives a reference to somebody."""
        self.plan, self.lines, self.standing, self.me, self.who = (
            lines.plan,
            lines,
            standing,
            me,
            who,
        )
        self.tables: Mapping[str, Any] = table("plan-fhir")
        self.days = {visit.id: visit.on for visit in self.plan.visits}

    def goals(self) -> list[Resource]:
        """Return a Goal for each that the person has answered about."""
        return [self._goal(goal) for goal in self.lines.asked_goals()]

    def _goal(self, goal: Goal) -> Resource:
        tables, look = self.tables, last_look(goal)
        name = "declined" if goal.mine == "declined" else self._became(goal)
        made: Resource = {"resourceType": "Goal", "id": uuid_of(self.plan, f"Goal/{goal.id}")}
        if extension := [
            each
            for field in ("importance", "confidence")
            for each in self._rated(tables[field], getattr(goal, field))
        ]:
            made["extension"] = extension
        made["lifecycleStatus"] = tables["lifecycle"].get(name, tables["goal"][self.standing])
        if look and look.status in tables["achieved"]:
            coding = {"system": tables["achievement"], "code": tables["achieved"][look.status]}
            said = self.lines.words["goal_status"][look.status]
            made["achievementStatus"] = {"coding": [coding], "text": said}
        made |= {
            "description": {"text": one_line(goal.said.words)},
            "subject": self.who(self.me),
            "startDate": self.days[goal.said.visit],
            "expressedBy": self.who(goal.said.by),
        }
        if days := [each.when.on for each in goal.looked if each.when and each.when.on]:
            made["target"] = [{"dueDate": days[-1]}]
        if notes := self._goal_notes(goal):
            made["note"] = notes
        return made

    def _became(self, goal: Goal) -> str:
        look = last_look(goal)
        return "replaced" if goal.id in self.lines.replaced else look.status if look else "open"

    def _goal_notes(self, goal: Goal) -> list[Resource]:
        forms = self.lines.words["goal"]
        said = {
            "why": goal.why,
            "helps": goal.helps,
            "gets_in_the_way": goal.gets_in_the_way,
            "pull_words": goal.pull_words,
        }
        notes = [
            self._note(filled(forms[name], words=one_line(words.words)), words)
            for name, words in said.items()
            if words
        ]
        for look in goal.looked:
            if look.now:
                text = filled(forms["now"], words=one_line(look.now))
                notes.append({"time": self.days[look.visit], "text": text})
            if look.said:
                notes.append(self._note(one_line(look.said.words), look.said))
        when = self.lines.goal_when(goal)
        return [*notes, {"text": filled(forms["when"], words=when)}] if when else notes

    def _note(self, text: str, said: Said | None, visit: str | None = None) -> Resource:
        if said is None:
            return {"time": self.days[visit], "text": text} if visit else {"text": text}
        return {"authorReference": self.who(said.by), "time": self.days[said.visit], "text": text}

    def _rated(self, url: str, rated: Sequence[Rated]) -> list[Resource]:
        if not rated:
            return []
        last = rated[-1]
        value = (
            {"valueInteger": last.value} if last.state == "answered" else {"valueCode": last.state}
        )
        return [{"url": url, **value}]

    def requests(self) -> list[Resource]:
        """Return a ServiceRequest for each request to which the person said yes: a draft, and a proposal."""
        asked = ((action, request_of(action)) for action in self.lines.taken_actions())
        return [self._request(action, request) for action, request in asked if request]

    def _request(self, action: Action, asked: Asked) -> Resource:
        made: Resource = {
            "resourceType": "ServiceRequest",
            "id": self._request_id(action),
            "status": "draft",
            "intent": "proposal",
            "code": {"text": one_line(action.said.words)},
            "subject": self.who(self.me),
            "authoredOn": self.days[action.said.visit],
            "requester": self.who(who_does(action) or self.me),
            "performerType": {"text": one_line(asked.to)},
        }
        if asked.reason:
            made["reasonCode"] = [{"text": self.lines.said(asked.reason)}]
        if asked.contact_me_by:
            reach = filled(self.tables["reach"], words=one_line(asked.contact_me_by))
            made["note"] = [{"text": reach}]
        return made

    def _request_id(self, action: Action) -> str:
        return uuid_of(self.plan, f"ServiceRequest/{action.id}")

    def care_plan(self) -> Resource:
        """Return the CarePlan, without who wrote it."""
        plan, tables = self.plan, self.tables
        made: Resource = {
            "resourceType": "CarePlan",
            "id": uuid_of(plan, "CarePlan"),
            **tables["care_plan"][self.standing],
            "title": tables["title"],
            "subject": self.who(self.me),
            "created": plan.created,
            "careTeam": [{"reference": urn(uuid_of(plan, "CareTeam"))}],
        }
        taken = [
            self._goal_reference(goal)
            for goal in self.lines.asked_goals()
            if goal.mine != "declined"
        ]
        activities = [*map(self._activity, self.lines.taken_actions()), *self._review()]
        notes = [
            self._note(
                filled(self.lines.words["labelled"], label=note.label, words=note.text),
                note.said,
                note.visit,
            )
            for note in self.lines.notes()
        ]
        lists = {"goal": taken, "activity": activities, "note": notes}
        return made | {name: each for name, each in lists.items() if each}

    def _goal_reference(self, goal: Goal) -> Resource:
        return {"reference": urn(uuid_of(self.plan, f"Goal/{goal.id}"))}

    def _activity(self, action: Action) -> Resource:
        # An activity has details or a reference, and never both.
        if request_of(action):
            return {"reference": {"reference": urn(self._request_id(action))}}
        deed, who = last_deed(action), who_does(action)
        detail: Resource = {"status": self.tables["activity"][deed.status if deed else ""]}
        if deed:
            detail["statusReason"] = {"text": self.lines.words["action_status"][deed.status]}
        goals = {goal.id: goal for goal in self.lines.asked_goals()}
        if (goal := goals.get(goal_now(self.plan, action.goal) or "")) is not None:
            detail["goal"] = [self._goal_reference(goal)]
        if when := self.lines.action_when(action):
            detail["scheduledString"] = when
        if who:
            detail["performer"] = [self.who(who)]
        parts = (
            self.lines.of(action),
            self.lines.service(action.service),
            self.lines.taken_back(action),
        )
        detail["description"] = self.tables["part"].join(filter(None, parts))
        made: Resource = {"detail": detail}
        if progress := [self._note(one_line(e.said.words), e.said) for e in action.did if e.said]:
            made["progress"] = progress
        return made

    def _review(self) -> list[Resource]:
        if not self.plan.reviews or not self.plan.reviews[-1].when:
            return []
        review = self.plan.reviews[-1]
        detail: Resource = {
            **self.tables["review"],
            "scheduledString": self.lines.when(review.when),
        }
        if review.lead:
            detail["performer"] = [self.who(review.lead)]
        return [{"detail": detail}]
