"""A plan in full lines of words, for documents that other systems show; the same as ``plan/lines.ts``.

Layer 2. Nothing is cut, and each entry is told as it stood last. What nobody was asked about is in no line: a
suggestion waits until the person has answered.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from decisionaid.model.plan.budget import Budget
from decisionaid.model.plan.doing import Action, Agreed, Goal, IfWorse, Review
from decisionaid.model.plan.said import Decision, Said
from decisionaid.outside.fhir_parts import one_line
from decisionaid.outside.tables import filled, table
from decisionaid.plan.current import about_me_now, needs_now, notes_now
from decisionaid.plan.money import in_money
from decisionaid.plan.phrases import Phrases
from decisionaid.plan.snapshots import held_of, two_of
from decisionaid.plan.standing import is_no_of_a_copy, is_to_be_asked, stage_of
from decisionaid.plan.taken import asked_to, last_deed, who_does
from decisionaid.plan.visits import prepared_since, visit_held, was_met_with_somebody
from decisionaid.plan.written import is_in_doubt


@dataclass(frozen=True, slots=True)
class Note:
    """Something about the person, under a label."""

    label: str
    text: str
    said: Said | None = None
    """Whose words they are; None: ticked."""
    visit: str | None = None
    """At which visit it was ticked; None: nobody wrote that down."""


class Lines(Phrases):
    """The lines of one plan."""

    def stage(self) -> list[str]:
        """How far it has come."""
        last, since = visit_held(self.plan), prepared_since(self.plan)
        day = self.day(last.on if last else self.plan.updated[:10])
        stage = table("plan-text")["stage"][stage_of(self.plan)]
        return [
            filled(self.words["stage"], stage=stage, id=self.plan.id[:8], n=self.plan.rev, day=day),
            *([self.words["altered"]] if is_in_doubt(self.plan) else []),
            *([self.words["two_answers"]] if is_no_of_a_copy(self.plan) else []),
            *(
                filled(self.words["two_wordings"], heading=self.words["headings"][each])
                for each in two_of(self.plan)
            ),
            *([filled(self.words["beside"], day=self.day(since.on))] if since else []),
        ]

    def notes(self) -> list[Note]:
        """What was said about the person."""
        plan, labels = self.plan, self.words["notes"]
        about = [
            Note(self.words["headings"][each.heading], self.of_me(said), said)
            for each in about_me_now(plan)
            for said in each.said
        ]
        lists: Mapping[str, Sequence[Said]] = {
            "going_well": notes_now(plan, plan.going_well),
            "strengths": plan.strengths,
            "by_myself": plan.by_myself,
            "learnt": plan.learnt,
            "questions": notes_now(plan, plan.questions),
        }
        own = [Note(labels[n], one_line(s.words), s) for n, all_ in lists.items() for s in all_]
        told = [Note(labels["conditions"], one_line(each.name)) for each in plan.conditions]
        needs = [
            Note(labels["needs"], self.need(each), each.said, each.visit)
            for each in needs_now(plan)
        ]
        ways = self.ways()
        likes = [Note(labels["communication"], ways)] if ways else []
        return [*about, *own, *likes, *told, *needs]

    def ways(self) -> str:
        """How the person likes to get information; nothing where they did not say."""
        codes = table("fhir")["parts"]["communication"]["codes"]
        return str(self.words["list"].join(codes[each] for each in self.plan.communication))

    def about(self) -> list[str]:
        """The same as lines."""
        return [
            self._labelled(note.label, self.by_whom(note.text, note.said)) for note in self.notes()
        ]

    def decisions(self) -> list[str]:
        """What was decided, and the options that were shown."""
        return [self._decision(each) for each in self.plan.decisions]

    def _decision(self, decision: Decision) -> str:
        last = decision.became[-1] if decision.became else None
        became = filled(
            table("plan-text")["became"][last.state if last else ""],
            option=one_line(last.option_name) if last else "",
        )
        parts = {
            "question": one_line(decision.question),
            "shown": self.words["list"].join(map(one_line, decision.shown)),
            "became": became,
        }
        if last:
            parts |= {
                "reason": self.said(last.reason),
                "by": self.words["list"].join(map(self.who, last.by)),
                "doubts": self.said(last.doubts),
                "look_again": self.when(last.look_again),
            }
        return self._parts("decision", parts)

    def goals(self) -> list[str]:
        """What the person wants, and what was suggested and declined."""
        return [self._goal(each) for each in self.asked_goals()]

    def _goal(self, goal: Goal) -> str:
        return self._parts(
            "goal",
            {
                "words": self.of(goal),
                "status": self.goal_status(goal),
                "when": self.goal_when(goal),
                "now": next((one_line(e.now) for e in reversed(goal.looked) if e.now), ""),
                "why": self.said(goal.why),
                "helps": self.said(goal.helps),
                "gets_in_the_way": self.said(goal.gets_in_the_way),
                "pull_words": self.said(goal.pull_words),
                "importance": self.rated(goal.importance),
                "confidence": self.rated(goal.confidence),
                "looked": self.said(next((e.said for e in reversed(goal.looked) if e.said), None)),
            },
        )

    def actions(self) -> list[str]:
        """Who does what."""
        return [self._action(each) for each in self.taken_actions()]

    def _action(self, action: Action) -> str:
        deed, who = last_deed(action), who_does(action)
        tell = next((each.tell for each in reversed(action.did) if each.tell), None)
        return self._parts(
            "action",
            {
                "words": self.of(action),
                "who": self.who(who) if who else one_line(asked_to(action)),
                "when": self.action_when(action),
                "status": self.words["action_status"][deed.status] if deed else "",
                "tell": self.who(tell) if tell else "",
                "help": one_line(action.help),
                "service": self.service(action.service),
                "asked": self.request(action),
                "said": self.said(next((e.said for e in reversed(action.did) if e.said), None)),
            },
        )

    def if_worse(self) -> list[str]:
        """What happens if it gets worse."""
        return [self._if_worse(each) for each in self.plan.if_worse]

    def _if_worse(self, worse: IfWorse) -> str:
        parts = {
            "signs": self.said(worse.signs),
            "i_do": self.said(worse.i_do),
            "call": one_line(worse.call),
        }
        return self._parts("if_worse", parts)

    def review(self) -> list[str]:
        """When it is looked at again."""
        held = held_of(self.plan, self.plan.reviews)
        return [said for each in held if (said := self._review(each))]

    def _review(self, review: Review) -> str:
        parts = {
            "when": self.when(review.when),
            "lead": self.who(review.lead) if review.lead else "",
            "how": self.words["how"][review.how],
            "sooner_if": one_line(review.sooner_if),
        }
        return self._parts("review", parts)

    def agreed(self) -> list[str]:
        """What people say by now if this is the plan, and what they said earlier, with its day."""
        plan, words = self.plan, self.words
        now = self.last_agreed()
        held = visit_held(plan)
        is_one = {each.visit for each in now} <= {held.id if held else ""}
        is_open = is_to_be_asked(plan) and was_met_with_somebody(plan)
        return [
            *(self.answer(each) if is_one else self._on_day("on_day", each) for each in now),
            *([words["to_be_asked"]] if is_open else []),
            *self._waiting(),
            *(self._on_day("earlier", each) for each in self.earlier_agreed()),
        ]

    def _waiting(self) -> list[str]:
        """How many goals and actions were suggested and wait for the person's answer: no document has their words."""
        goals = [each.mine for each in self.plan.goals if each.id not in self.replaced]
        answers = {"goals": goals, "actions": [each.mine for each in self.plan.actions]}
        texts = table("plan-text")
        items = [
            filled(texts["left_item"], name=texts["names"][name], n=all_.count("not_asked"))
            for name, all_ in answers.items()
            if "not_asked" in all_
        ]
        return (
            [filled(self.words["waiting"], items=self.words["list"].join(items))] if items else []
        )

    def _on_day(self, form: str, agreed: Agreed) -> str:
        day = next(visit.on for visit in self.plan.visits if visit.id == agreed.visit)
        return filled(self.words[form], said=self.answer(agreed), day=self.day(day))

    def money(self) -> list[str]:
        """The budget that holds, line by line, with sums that are exact."""
        held = held_of(self.plan, self.plan.budgets)
        return [line for each in held for line in self._budget(each)]

    def _budget(self, budget: Budget) -> list[str]:
        words = self.words["money"]

        def sum_of(pence: int) -> str:
            return in_money(pence, budget.currency)

        state, left = words["state"][budget.state], budget.left
        known = "" if budget.amount is None else sum_of(budget.amount)
        is_refused = budget.state == "refused"
        unknown = "over_unknown" if is_refused or budget.state == "ended" else "unknown"
        lines = [
            filled(words["amount" if known else unknown], state=state, amount=known),
            *(
                filled(words["line"], what=one_line(each.what), times=each.times,
                       each=sum_of(each.each), total=sum_of(each.pence))
                for each in budget.lines
            ),
        ]  # fmt: skip
        if budget.set_aside:
            lines.append(filled(words["set_aside"], amount=sum_of(budget.set_aside)))
        lines.append(filled(words["spent"], amount=sum_of(budget.spent)))
        # Of what was refused nothing is left.
        if left is not None and not is_refused:
            lines.append(filled(words["left" if left >= 0 else "over"], amount=sum_of(abs(left))))
        if is_refused and budget.why_refused:
            lines.append(filled(words["why_refused"], words=one_line(budget.why_refused)))
        lines += [filled(words["not_funded"], words=one_line(each)) for each in budget.not_funded]
        appeal = words["appeal_refused" if is_refused else "appeal"]
        return lines + ([filled(appeal, words=one_line(budget.appeal))] if budget.appeal else [])

    def _labelled(self, label: str, words: str) -> str:
        return filled(self.words["labelled"], label=label, words=words)

    def _parts(self, name: str, parts: Mapping[str, str]) -> str:
        forms = self.words[name]
        said: Iterable[str] = (
            filled(forms[each], words=text) for each, text in parts.items() if text
        )
        return str(self.words["join"].join(said))
