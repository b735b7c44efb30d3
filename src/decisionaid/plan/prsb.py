"""A plan under the headings of PRSB's Personalised Care and Support Plan 2.0, the same as ``plan/prsb.ts`` makes.

Layer 2. Decisions stand beside it, each under those of Shared Decision Making 1.0. What is mandatory and not there is
named: who the person is and their practice are not in a plan, and the receiving system adds them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from decisionaid.model.canonical import canonical_json
from decisionaid.model.plan.doing import Action, Goal, IfWorse
from decisionaid.model.plan.plan import Plan
from decisionaid.model.plan.said import Decision, Person, Rated, Said
from decisionaid.outside.fhir_parts import one_line
from decisionaid.outside.headings import Values, under
from decisionaid.outside.made_up import mark_of
from decisionaid.outside.tables import filled, table
from decisionaid.plan.current import about_me_now, needs_later, needs_now, notes_now
from decisionaid.plan.lines import Lines
from decisionaid.plan.phrases import relation_of, role_of
from decisionaid.plan.standing import stage_of
from decisionaid.plan.taken import asked_to, goal_now, last_deed, professionals, who_does
from decisionaid.plan.visits import visit_held


def plan_prsb_text(plan: Plan) -> str:
    """Return all of it as canonical JSON, with the licence of the headings."""
    tables = table("plan-prsb")
    document, missing = plan_prsb_document(plan)
    known = {name: tables[name] for name in ("format", "standard", "licence")}
    decisions = [_Document(plan).decision(each) for each in plan.decisions]
    beside = {"decisions": decisions} if decisions else {}
    return canonical_json({**known, "document": document, "missing": missing, **beside})


def plan_prsb_document(plan: Plan) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return what stands under the headings, and what is missing."""
    tables = table("plan-prsb")
    missing: list[str] = list(tables["always"])
    document = under(tables["headings"], _Document(plan).values(), missing)
    return document or {}, tuple(missing)


class _Document:
    def __init__(self, plan: Plan) -> None:
        self.plan, self.tables, self.lines = plan, table("plan-prsb"), Lines(plan)
        self.people = {person.id: person for person in plan.people}
        self.visits = {visit.id: visit for visit in plan.visits}

    def values(self) -> Values:
        """Return what is said, by the names in the table."""
        plan, lines = self.plan, self.lines
        others = [person for person in plan.people if person.role != "me"]
        last, at_work = visit_held(plan), professionals(plan)
        return {
            "demographics": mark_of(plan),
            **self._about(),
            "professionals": [self._contact(p) for p in others if p.id in at_work],
            "personal": [
                {**self._contact(p), "role": relation_of(p)} for p in others if p.id not in at_work
            ],
            "strengths": [
                lines.said(each) for each in (*plan.strengths, *notes_now(plan, plan.going_well))
            ],
            "needs": self._needs(),
            "agreed": lines.agreed(),
            "funding": self.tables["funding"] if plan.budgets else "",
            "updated": plan.updated[:10],
            **self._review(),
            "performing": [
                lines.who(name) for name in (last.there if last else ()) if name in at_work
            ],
            "completing": lines.who(last.typed_by) if last else "",
            "contingency": [self._contingency(each) for each in plan.if_worse],
            "support_plans": self._budget(),
        }

    def _about(self) -> dict[str, Any]:
        about = {each.heading: each.said for each in about_me_now(self.plan)}
        visits = [self.visits[each.visit] for said in about.values() for each in said]
        wrote = {v.typed_by for v in visits if self.people[v.typed_by].role != "me"}
        told: dict[str, list[str]] = {
            name: [self._of_me(each) for each in said] for name, said in about.items()
        }
        if ways := self.lines.ways():
            words, label = self.lines.words, self.lines.words["notes"]["communication"]
            likes = filled(words["labelled"], label=label, words=ways)
            told["communicate"] = [*told.get("communicate", []), likes]
        return {
            **told,
            "supported": [role_of(person) for person in self.plan.people if person.id in wrote],
            "about_updated": max((visit.on for visit in visits), default=""),
        }

    def _of_me(self, said: Said) -> str:
        return self.lines.by_whom(self.lines.of_me(said), said)

    def _contact(self, person: Person) -> Values:
        name, contact = one_line(person.name), one_line(person.contact)
        return {"name": name, "role": role_of(person), "contact": contact}

    def _needs(self) -> list[Values]:
        goals = self.lines.asked_goals()
        goals = [goal for goal in goals if goal.mine != "declined"]
        # What was for a need in its old words is for it in its new ones.
        needs, later = needs_now(self.plan), needs_later(self.plan)
        named = [
            {"need": self.lines.by_whom(self.lines.need(need), need.said),
             "goals": [self._goal(goal) for goal in goals if later.get(goal.need or "", goal.need) == need.id]}
            for need in needs
        ]  # fmt: skip
        known = {*later, *(need.id for need in needs)}
        rest = [self._goal(goal) for goal in goals if goal.need not in known]
        ids = {goal.id for goal in goals}
        loose = [
            each for each in self.lines.taken_actions() if goal_now(self.plan, each.goal) not in ids
        ]
        not_said = self.tables["not_said"]
        if loose:
            rest.append({"goal": not_said, "actions": [self._action(each) for each in loose]})
        return [*named, *([{"need": not_said, "goals": rest}] if rest else [])]

    def _goal(self, goal: Goal) -> Values:
        sure = self._sure(goal.confidence)
        taken = self.lines.taken_actions()
        actions = [each for each in taken if goal_now(self.plan, each.goal) == goal.id]
        said = [(look.visit, look.said) for look in goal.looked if look.said]
        return {
            "goal": self.lines.of(goal),
            "importance": self._rated(goal.importance),
            "actions": [self._action(each, sure) for each in actions],
            "outcomes": [
                filled(
                    self.lines.words["outcome"],
                    words=self.lines.said(each),
                    day=self.lines.day(self.visits[visit].on),
                )
                for visit, each in said
            ],
            "status": self.lines.goal_status(goal),
        }

    def _rated(self, rated: Sequence[Rated]) -> int | str:
        """Return 1 to 10 as a number, and all else in words: the heading begins at 1."""
        last = rated[-1] if rated else None
        if last and last.value:
            return last.value
        is_zero = last is not None and last.state == "answered"
        return str(self.tables["zero"]) if is_zero else self.lines.rated(rated)

    def _sure(self, rated: Sequence[Rated]) -> str:
        """Return how sure the person is in words, with the day of an earlier answer."""
        last = rated[-1] if rated else None
        if last and last.state == "answered" and not last.value:
            return self.lines.rated_on(str(self.tables["zero"]), last)
        return self.lines.rated(rated)

    def _action(self, action: Action, sure: str = "") -> Values:
        deed, who = last_deed(action), who_does(action)
        tell = next((each.tell for each in reversed(action.did) if each.tell), None)
        told = (
            filled(self.lines.words["action"]["tell"], words=self.lines.who(tell)) if tell else ""
        )
        strategies = (
            told,
            one_line(action.help),
            self.lines.service(action.service),
            self.lines.taken_back(action),
        )
        return {
            "what": self.lines.of(action),
            **(
                self._contact(self.people[who])
                if who
                else {"role": asked}
                if (asked := one_line(asked_to(action)))
                else {}
            ),
            "when": self.lines.action_when(action),
            "strategies": [each for each in strategies if each],
            "status": self.lines.words["action_status"][deed.status] if deed else "",
            "confidence": filled(self.tables["of_goal"], words=sure) if sure else "",
            "updated": self.visits[deed.visit].on if deed else "",
        }

    def _review(self) -> dict[str, str]:
        review = self.plan.reviews[-1] if self.plan.reviews else None
        lead = self._contact(self.people[review.lead]) if review and review.lead else {}
        return {
            "review": self.lines.when(review.when) if review else "",
            "lead": lead.get("role", ""),
            "lead_name": lead.get("name", ""),
            "lead_contact": lead.get("contact", ""),
        }

    def _contingency(self, worse: IfWorse) -> Values:
        words = {True: "yes", False: "no", None: ""}[worse.agreed]
        return {
            "signs": self.lines.said(worse.signs),
            "i_do": self.lines.said(worse.i_do),
            "call": one_line(worse.call),
            "agreed": words,
        }

    def _budget(self) -> list[Values]:
        review = self.plan.budgets[-1].review if self.plan.budgets else None
        content = self.lines.money()
        named = {
            "name": self.tables["budget"],
            "content": content,
            "review": self.lines.when(review),
        }
        return [named] if content else []

    def decision(self, decision: Decision) -> dict[str, Any]:
        """Return one decision under the headings of Shared Decision Making, and what is missing there."""
        missing: list[str] = []
        document = under(table("prsb")["headings"], self._decided(decision), missing)
        standard = table("prsb")["standard"]
        return {"standard": standard, "document": document, "missing": missing}

    def _decided(self, decision: Decision) -> Values:
        lines, last = self.lines, decision.became[-1] if decision.became else None
        state = last.state if last else ""
        is_agreed = stage_of(self.plan) in self.tables["agreed"]
        doubts = lines.said(last.doubts) if last else ""
        conditions = {each.id: one_line(each.name) for each in self.plan.conditions}
        return {
            "pre": mark_of(self.plan),
            "problems": conditions.get(decision.condition or "", ""),
            "status": self.tables["decided"].get(state, self.tables["undecided"])
            if is_agreed
            else self.tables["undecided"],
            "matters": [
                lines.said(said)
                for about in about_me_now(self.plan)
                if about.heading == "most_important"
                for said in about.said
            ],
            "people": [self._present(name) for name in (last.by if last else ())],
            "options": [
                {"option": filled(self.tables["option"], option=one_line(each))}
                for each in decision.shown
            ],
            "tools": self._tool(decision),
            "decision": self._became(decision),
            "issues": [{"details": [doubts]}] if doubts else [],
        }

    def _present(self, name: str) -> Values:
        person = self.people[name]
        if person.role == "me" or name in professionals(self.plan):
            return {"role": role_of(person)}
        return {"relationship": relation_of(person)}

    def _became(self, decision: Decision) -> list[str]:
        last = decision.became[-1] if decision.became else None
        if last is None:
            return []
        said = filled(table("plan-text")["became"][last.state], option=one_line(last.option_name))
        # What it is about stands beside it as a problem, where a condition was named.
        question = "" if decision.condition else one_line(decision.question)
        return [each for each in (question, said, self.lines.said(last.reason)) if each]

    def _tool(self, decision: Decision) -> list[Mapping[str, str]]:
        aid = decision.aid
        if aid is None:
            return []
        name = filled(self.tables["tool"], title=one_line(aid.title), version=one_line(aid.version))
        return [{"name": name, "type": self.tables["tool_type"]}]
