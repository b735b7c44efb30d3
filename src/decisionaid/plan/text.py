"""A plan as text for the clinical record: at most 900 signs of ASCII, the same bytes as ``plan/text.ts`` each time.

Layer 2. Where it is too long, all own words get shorter first and then whole entries give way, the later ones
first, as ``theme/schema/plan-text.json`` says; the last line tells what is missing. What nobody planned is in it
in capitals. A suggestion that the person has not taken is never in it.
Longer than 300 lines: what gets shorter and what gives way is decided over all parts together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from decisionaid.model.plan.budget import Budget
from decisionaid.model.plan.doing import Action, Goal, IfWorse, Review
from decisionaid.model.plan.plan import Plan
from decisionaid.model.plan.said import SAYS_FOR_THEMSELVES, Decision, Said, When
from decisionaid.outside.ascii import cut, quoted, to_ascii
from decisionaid.outside.made_up import marked
from decisionaid.outside.tables import filled, table
from decisionaid.plan.code import left_in_words
from decisionaid.plan.current import said_now, signs_ticked, wordings_of
from decisionaid.plan.money import in_money, in_pounds
from decisionaid.plan.short import PlanShort
from decisionaid.plan.standing import is_no_of_a_copy, stage_of, words_of_no
from decisionaid.plan.taken import (
    answer_to,
    asked_to,
    last_deed,
    last_look,
    open_actions,
    open_budget,
    open_goals,
    taken_actions,
    who_does,
)
from decisionaid.plan.visits import prepared_since, visit_held, was_met_with_somebody
from decisionaid.plan.written import is_in_doubt

_MY: Final = re.compile(r"^my\b", re.IGNORECASE | re.ASCII)


def plan_record_text(plan: Plan) -> str:
    """Return the text, on lines of its own."""
    words = table("plan-text")
    text = ""
    for limits in words["limits"]:
        text = _Text(plan, words, limits).whole()
        if len(text) <= words["most"]:
            break
    return text


def paper_record_text(short: PlanShort) -> str:
    """Return the text of what a code on paper holds, on lines of its own.

    It says what it is, and nothing of what no such code holds: not even that it was not planned.
    """
    words = table("plan-text")
    text = ""
    for limits in words["limits"]:
        text = _Text(short.on_paper, words, limits).of_paper(left_in_words(short.left))
        if len(text) <= words["most"]:
            break
    return text


class _Text:
    """The text within some limits."""

    def __init__(self, plan: Plan, words: Any, limits: dict[str, int]) -> None:  # noqa: ANN401
        self.plan, self.words, self.limits = plan, words, limits
        self.people = {person.id: person for person in plan.people}
        self.is_cut = limits["own"] != words["limits"][0]["own"]
        self.left: list[str] = []

    def whole(self) -> str:
        """Return all lines."""
        plan, parts = self.plan, self._parts
        lines = [
            self._head(),
            *self._standing(),
            *parts("signs", self._signs()),
            *parts("matters", self._matters()),
            *parts("decisions", [self._decision(each) for each in plan.decisions]),
            *parts("goals", [self._goal(each) for each in open_goals(plan)]),
            *parts("actions", [self._action(each) for each in self._actions()]),
            *parts("if_worse", [self._if_worse(each) for each in plan.if_worse]),
            *parts("reviews", [self._review(each) for each in plan.reviews[-1:] if each.when]),
            *([self._money(budget)] if (budget := open_budget(plan)) else []),
        ]
        return "\n".join((*lines, *self._shortened()))

    def of_paper(self, left: str) -> str:
        """Return the lines of what stands on a paper; ``left``: what had no room in its code, or nothing."""
        plan, most = self.plan, self.limits
        head = marked(plan, filled(self.words["code"]["head"], id=plan.id[:8], n=plan.rev))
        goals, actions = open_goals(plan), open_actions(plan)
        for name, entries in (("goals", goals), ("actions", actions)):
            if len(entries) > most[name]:
                said = self.words["names"][name]
                more = len(entries) - most[name]
                self.left.append(filled(self.words["left_item"], name=said, n=more))
        lines = [
            head,
            *(self._goal(each) for each in goals[: most["goals"]]),
            *(self._action(each) for each in actions[: most["actions"]]),
            *(self._review(each) for each in plan.reviews[-1:] if each.when),
            *([left] if left else []),
        ]
        return "\n".join((*lines, *self._shortened()))

    def _shortened(self) -> Sequence[str]:
        if not self.is_cut:
            return ()
        items = ", ".join(self.left)
        left = filled(self.words["left"], items=items) if items else ""
        mark = table("record-text")["mark"]
        return (filled(self.words["shortened"], mark=mark, left=left),)

    def _parts(self, name: str, lines: Sequence[str]) -> Sequence[str]:
        if not lines and name in self.words["none"] and was_met_with_somebody(self.plan):
            return [self.words["none"][name]]
        most = self.limits.get(name, len(lines))
        if name == "matters" and "most_important" in wordings_of(self.plan):
            # Of two wordings one alone would read as the one that holds.
            most = len(lines)
        if len(lines) > most:
            said = self.words["names"][name]
            self.left.append(filled(self.words["left_item"], name=said, n=len(lines) - most))
        return lines[:most]

    def _standing(self) -> list[str]:
        """Return what has to be known of the whole, beside its stage."""
        plan, words, since = self.plan, self.words, prepared_since(self.plan)
        said = words_of_no(plan)
        two = [table("plan-lines")["headings"][each] for each in wordings_of(plan)]
        return [
            *([words["altered"]] if is_in_doubt(plan) else []),
            *([words["two_answers"]] if is_no_of_a_copy(plan) else []),
            *(filled(words["no_because"], words=self._own(each)) for each in said),
            *([filled(words["two_wordings"], headings=", ".join(two))] if two else []),
            *([filled(words["beside"], day=self._day(since.on))] if since else []),
        ]

    def _head(self) -> str:
        last = visit_held(self.plan)
        head = filled(
            self.words["head"],
            day=self._day(last.on if last else self.plan.updated[:10]),
            stage=self.words["stage"][stage_of(self.plan)],
            id=self.plan.id[:8],
            n=self.plan.rev,
        )
        return marked(self.plan, head)

    def _actions(self) -> list[Action]:
        """Return what is open, and before it every yes that was taken back, whatever came of it.

        So shortening never leaves one out.
        """
        back = [each for each in taken_actions(self.plan) if _is_back(each)]
        return [*back, *(each for each in open_actions(self.plan) if not _is_back(each))]

    def _signs(self) -> list[str]:
        """Return the signs of which nobody has said anything, first of all, so that the first is never left out."""
        ticked = signs_ticked(self.plan)
        return [filled(self.words["sign"], words=self._said(said)) for said in ticked]

    def _matters(self) -> list[str]:
        """Return what was said last first: that is the last to be left out."""
        most = [
            said
            for each in self.plan.about_me
            if each.heading == "most_important"
            for said in reversed(said_now(self.plan, each.said))
        ]
        return [filled(self.words["matters"], words=self._said(said)) for said in most]

    def _decision(self, decision: Decision) -> str:
        last = decision.became[-1] if decision.became else None
        message = self.words["became"][last.state if last else ""]
        became = filled(message, option=self._name(last.option_name if last else ""))
        again = last.look_again if last else None
        more = [
            self._doubts(last.doubts) if last and last.doubts else "",
            filled(self.words["look_again"], when=self._when(again)) if again else "",
        ]
        question = self._name(decision.question)
        said = filled(self.words["decision"], question=question, became=became)
        return " ".join(filter(None, (said, *more))).strip(" ")

    def _doubts(self, doubts: Said) -> str:
        """Return what is doubted where there is room for all of it, and else that something is."""
        if self.limits["doubts"] == 0:
            return str(self.words["doubts_kept"])
        return filled(self.words["doubts"], words=self._said(doubts))

    def _goal(self, goal: Goal) -> str:
        look = last_look(goal)
        times = [each.when for each in goal.looked if each.when]
        return filled(
            self.words["goal"],
            words=self._own(goal.said.words),
            by=self._accepted(goal.mine, goal.said),
            when=self._when(times[-1] if times else None),
            so_far=self.words["so_far"].get(look.status, "") if look else "",
        )

    def _action(self, action: Action) -> str:
        deed = last_deed(action)
        times = [each for each in action.did if each.when or each.often]
        often = self._name(times[-1].often) if times else ""
        day = self._when(times[-1].when) if times and times[-1].when else ""
        tell = next((each.tell for each in reversed(action.did) if each.tell), None)
        more = [
            self.words["status"].get(deed.status, "") if deed else "",
            filled(self.words["told"], who=self._who(tell)) if tell else "",
            self.words["consent"][answer_to(action.asked)] if action.asked else "",
        ]
        return filled(
            self.words["action"],
            words=self._own(action.said.words),
            by=self._accepted(action.mine, action.said),
            who=self._owner(action),
            when=", ".join(filter(None, (often, day))) or self._no_date(),
            more="".join(more),
        )

    def _if_worse(self, worse: IfWorse) -> str:
        i_do = worse.i_do
        return filled(
            self.words["if_worse"],
            words=self._said(worse.signs),
            i_do=filled(self.words["i_do"], words=self._said(i_do)) if i_do else "",
            call=filled(self.words["call"], call=self._name(worse.call)) if worse.call else "",
        )

    def _review(self, review: Review) -> str:
        sooner = review.sooner_if
        return filled(
            self.words["review"],
            when=self._when(review.when),
            who=self._who(review.lead),
            sooner=filled(self.words["sooner"], words=self._own(sooner)) if sooner else "",
        )

    def _money(self, budget: Budget) -> str:
        amount = budget.amount
        is_open = budget.state == "agreed" and not budget.signed_by
        return filled(
            self.words["money"],
            state=self.words["money_state"][budget.state],
            signed=self.words["not_signed"] if is_open else "",
            spent=in_money(budget.spent, budget.currency),
            amount=self.words["no_amount"] if amount is None else in_pounds(amount),
            when=self._when(budget.review),
        )

    def _said(self, said: Said) -> str:
        """Return words, and who said them if it was not the person."""
        who = self.people[said.by]
        is_theirs = who.role in SAYS_FOR_THEMSELVES
        by = "" if is_theirs else filled(self.words["said_by"], who=self._who(said.by))
        return self._own(said.words) + by

    def _accepted(self, mine: str, said: Said) -> str:
        is_taken_over = mine == "accepted"
        return filled(self.words["accepted"], who=self._who(said.by)) if is_taken_over else ""

    def _who(self, name: str | None) -> str:
        """Say what somebody is to the person; nobody is named."""
        if name is None:
            return str(self.words["no_owner"]) if was_met_with_somebody(self.plan) else "-"
        person = self.people[name]
        job = to_ascii(person.job)
        if person.role == "me" or not job:
            return str(self.words["roles"][person.role])
        return cut(_MY.sub(self.words["patients"], job), self.limits["names"])

    def _owner(self, action: Action) -> str:
        """Say who does it: who was named, or whom the person agreed to ask for it."""
        asked = "" if who_does(action) else asked_to(action)
        return self._name(asked) if asked else self._who(who_does(action))

    def _when(self, when: When | None) -> str:
        if when is None:
            return self._no_date()
        words, day = self._name(when.words), self._day(when.on) if when.on else ""
        return (
            filled(self.words["words_and_day"], words=words, day=day)
            if words and day
            else words or day
        )

    def _no_date(self) -> str:
        return str(self.words["no_date"]) if was_met_with_somebody(self.plan) else "-"

    def _day(self, day: str) -> str:
        month = table("record-text")["months"][int(day[5:7]) - 1]
        return filled(self.words["day"], day=int(day[8:10]), month=month, year=day[:4])

    def _own(self, words: str) -> str:
        return quoted(to_ascii(words), self.limits["own"])

    def _name(self, words: str) -> str:
        return cut(to_ascii(words), self.limits["names"])


def _is_back(action: Action) -> bool:
    return action.asked is not None and answer_to(action.asked) == "taken_back"
