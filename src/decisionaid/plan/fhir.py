"""A plan as a FHIR R4 document, the same bytes as ``plan/fhir.ts`` writes: base resources, and no profile claimed.

Layer 2. It says what was said and agreed, and orders nothing: a request is a draft and a proposal, and is in it only
with the person's yes. What nobody was asked about is not in it.
"""

from __future__ import annotations

from collections.abc import Sequence

from decisionaid.model.canonical import canonical_json
from decisionaid.model.plan.plan import Plan
from decisionaid.model.plan.said import Person, Visit
from decisionaid.outside.fhir_parts import (
    URIS,
    Resource,
    document_of,
    narrative,
    one_line,
    urn,
    uuid_of,
)
from decisionaid.outside.made_up import marked
from decisionaid.outside.tables import filled, table
from decisionaid.plan.fhir_doing import Doing
from decisionaid.plan.lines import Lines
from decisionaid.plan.phrases import relation_of, role_of
from decisionaid.plan.standing import stage_of
from decisionaid.plan.taken import professionals
from decisionaid.plan.visits import visit_held, visits_in_order


def plan_fhir_text(plan: Plan) -> str:
    """Return the document as canonical JSON."""
    return canonical_json(plan_bundle(plan))


def plan_bundle(plan: Plan) -> Resource:
    """Return a document Bundle: Composition, people, CareTeam, Goals, requests, CarePlan, Provenance."""
    return _Document(plan).whole()


class _Document:
    def __init__(self, plan: Plan) -> None:
        self.plan, self.tables, self.lines = plan, table("plan-fhir"), Lines(plan)
        self.people = {person.id: person for person in plan.people}
        self.me = next(person.id for person in plan.people if person.role == "me")
        is_agreed = stage_of(plan) in self.tables["agreed"]
        self.standing = "agreed" if is_agreed else "proposed"
        self.doing = Doing(self.lines, self.standing, self.me, self.who)

    def whole(self) -> Resource:
        """Return the Bundle."""
        goals = self.doing.goals()
        requests = self.doing.requests()
        care_plan = {**self.doing.care_plan(), **self._authors()}
        resources = [
            self._composition(goals, care_plan["id"]),
            *(self._person(person) for person in self.plan.people),
            self._team(),
            *goals,
            *requests,
            care_plan,
            *(self._provenance(visit, care_plan["id"]) for visit in visits_in_order(self.plan)),
        ]
        return document_of(self.plan, self.plan.updated, resources)

    def who(self, id_: str) -> Resource:
        """Return a reference to somebody."""
        person = self.people[id_]
        return {"reference": urn(uuid_of(self.plan, f"person/{id_}")), "display": role_of(person)}

    def _typed_by(self) -> Resource:
        last = visit_held(self.plan)
        return self.who(last.typed_by if last else self.me)

    def _authors(self) -> Resource:
        there = {name for visit in self.plan.visits for name in visit.there}
        others = [self.who(person.id) for person in self.plan.people if person.id in there]
        return {"author": self._typed_by(), **({"contributor": others} if others else {})}

    def _composition(self, goals: Sequence[Resource], care_plan: str) -> Resource:
        tables, id_ = self.tables, uuid_of(self.plan, "Composition")
        entries = {"CarePlan": [care_plan], "Goal": [goal["id"] for goal in goals]}
        sections = []
        for section in tables["sections"]:
            lines: Sequence[str] = getattr(self.lines, section["lines"])()
            made: Resource = {"title": section["title"]}
            if lines:
                made["text"] = narrative(lines)
            if points := entries.get(section.get("entry", ""), []):
                made["entry"] = [{"reference": urn(each)} for each in points]
            if len(made) > 1:
                sections.append(made)
        return {
            "resourceType": "Composition",
            "id": id_,
            "identifier": {"system": URIS, "value": urn(id_)},
            "status": tables["composition"][self.standing],
            "type": {"text": tables["title"]},
            "subject": self.who(self.me),
            "date": self.plan.updated,
            "author": [self._typed_by()],
            "title": marked(self.plan, tables["title"]),
            "section": sections,
        }

    def _person(self, person: Person) -> Resource:
        by_role = self.tables["types"][person.role]
        kind = "Practitioner" if person.id in professionals(self.plan) else by_role
        made: Resource = {"resourceType": kind, "id": uuid_of(self.plan, f"person/{person.id}")}
        if kind == "RelatedPerson":
            made |= {"patient": self.who(self.me), "relationship": [{"text": relation_of(person)}]}
        if name := one_line(person.name):
            made["name"] = [{"text": name}]
        if contact := one_line(person.contact):
            made["telecom"] = [{"system": "other", "value": contact}]
        return made

    def _team(self) -> Resource:
        return {
            "resourceType": "CareTeam",
            "id": uuid_of(self.plan, "CareTeam"),
            "status": self.tables["care_team"][self.standing],
            "subject": self.who(self.me),
            "participant": [
                {"role": [{"text": role_of(person)}], "member": self.who(person.id)}
                for person in self.plan.people
            ],
        }

    def _provenance(self, visit: Visit, care_plan: str) -> Resource:
        tables = self.tables
        agents = [
            {"type": {"text": tables["enterer"]}, "who": self.who(visit.typed_by)},
            *({"type": {"text": tables["author"]}, "who": self.who(each)} for each in visit.there),
        ]
        made: Resource = {
            "resourceType": "Provenance",
            "id": uuid_of(self.plan, f"Provenance/{visit.id}"),
            "target": [{"reference": urn(care_plan)}],
            "occurredDateTime": visit.on,
            "recorded": self.plan.updated,
            "activity": {"text": tables["visit_kinds"][visit.kind]},
            "agent": agents,
        }
        if records := self._records(visit):
            made["entity"] = [{"role": "source", "what": each} for each in records]
        return made

    def _records(self, visit: Visit) -> list[Resource]:
        """Return the records behind what was decided at a visit."""
        made = []
        for decision in self.plan.decisions:
            if decision.record and any(each.visit == visit.id for each in decision.became):
                aid = decision.aid
                names = (
                    {"title": one_line(aid.title), "version": one_line(aid.version)} if aid else {}
                )
                known = {"identifier": {"system": self.tables["records"], "value": decision.record}}
                said = {"display": filled(self.tables["record"], **names)} if names else {}
                made.append({**known, **said})
        return made
