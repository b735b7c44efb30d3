"""A plan as text for the clinical record: at most 900 signs of ASCII, the same bytes as ``plan/text.ts`` each time.

Layer 2. Where it is too long, the reasons of decisions give way first and then what is doubted of them, and the text
says that the plan has them; then who suggested what the person took. Then all own words get shorter, the longest first,
option names and telephone numbers last of all, and at last whole entries give way, the later ones first,
as ``theme/schema/plan-text.json`` says; the last line tells what is missing. Where that is not enough, its ``gives``
are the parts that go altogether, in their order. That something was not planned or was altered, the last no and the
first warning sign never go, and the last line counts the owners, days and answers that are missing in what went.
Warning signs come first: those of which nobody has said anything, then what was found of the others. What nobody
planned is in it in capitals. A suggestion that the person has not taken is never in it.
Longer than 300 lines: what gets shorter and what gives way is decided over all parts together.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, Literal, TypeVar

from decisionaid.model.plan.budget import Budget
from decisionaid.model.plan.doing import Action, Goal, IfWorse, Review
from decisionaid.model.plan.plan import Plan
from decisionaid.model.plan.said import SAYS_FOR_THEMSELVES, Became, Decision, Said, When
from decisionaid.outside.ascii import cut, quoted, readable, to_ascii
from decisionaid.outside.made_up import marked
from decisionaid.outside.tables import filled, table
from decisionaid.plan.code import left_in_words
from decisionaid.plan.current import (
    Answered,
    said_now,
    signs_answered,
    signs_ticked,
    wordings_of,
)
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
from decisionaid.plan.written import is_in_doubt, plan_data, sealed

_Entry = TypeVar("_Entry")

Save = Literal["held", "changed", "none"]

_MY: Final = re.compile(r"^my\b", re.IGNORECASE | re.ASCII)


def plan_record_text(plan: Plan, *, save: Save = "held") -> str:
    """Return the text, on lines of its own; ``save``: whether the last save holds all of it, or there was none."""
    if plan.part == "paper_review":
        return review_record_text(plan)
    words = table("plan-text")
    return _with_room(words, lambda limits: _Text(plan, words, limits, save=save).whole())


def paper_record_text(short: PlanShort) -> str:
    """Return the text of what a code on paper holds, on lines of its own.

    It says what it is, and nothing of what no such code holds: not even that it was not planned.
    """
    words, plan, left = table("plan-text"), short.on_paper, left_in_words(short.left)
    return _with_room(words, lambda limits: _Text(plan, words, limits).of_paper(left))


def review_record_text(review: Plan, short: PlanShort | None = None) -> str:
    """Return the text of a review that was written from a paper copy, with what stood on the paper where that is known.

    Nothing that such a paper may have is said to be missing.
    """
    words = table("plan-text")
    plan = _looked_at(short.on_paper, review) if short else review
    left = left_in_words(short.left) if short else ""
    knows_all = short is not None
    return _with_room(
        words, lambda limits: _Text(plan, words, limits, knows_all=knows_all).of_paper(left)
    )


def _looked_at(on_paper: Plan, review: Plan) -> Plan:
    """Return a review with what stood on the paper before it."""
    before, data = plan_data(on_paper), plan_data(review)
    for name, list_ in (("goals", "looked"), ("actions", "did")):
        stood = {each["id"]: each.get(list_, []) for each in before.get(name, [])}
        for each in data.get(name, []):
            if said := [*stood.get(each["id"], []), *each.get(list_, [])]:
                each[list_] = said
    for name in ("people", "visits"):
        known = {each["id"] for each in data.get(name, [])}
        more = [each for each in before.get(name, []) if each["id"] not in known]
        data[name] = [*more, *data.get(name, [])]
    if not data.get("reviews") and before.get("reviews"):
        data["reviews"] = before["reviews"]
    return sealed(data)


def _with_room(words: Any, made: Callable[[dict[str, int]], str]) -> str:  # noqa: ANN401
    """Return the text within the first limits under which it is not too long."""
    text = ""
    for limits in _all_limits(words):
        text = made(limits)
        if len(text) <= words["most"]:
            break
    return text


def _all_limits(words: Any) -> Iterator[dict[str, int]]:  # noqa: ANN401
    """Return the limits from the widest on, and behind them those under which one part after the other has no room."""
    yield from words["limits"]
    limits = words["limits"][-1]
    for gives in words["gives"]:
        limits = limits | gives
        yield limits


class _Text:
    """The text within some limits."""

    def __init__(
        self,
        plan: Plan,
        words: Any,  # noqa: ANN401
        limits: dict[str, int],
        *,
        knows_all: bool = True,
        save: Save = "held",
    ) -> None:
        self.save = save
        self.says_missing = knows_all and was_met_with_somebody(plan)
        self.plan, self.words, self.limits = plan, words, limits
        self.people = {person.id: person for person in plan.people}
        self.is_cut = limits["own"] != words["limits"][0]["own"]
        self.left: list[str] = []
        self.whys = 0
        self.marks: list[str] = []
        self.left_marks: Counter[str] = Counter()

    def whole(self) -> str:
        """Return all lines."""
        plan, parts = self.plan, self._parts
        budget = open_budget(plan)
        lines = [
            self._head(),
            *self._standing(),
            *parts("signs", self._sign, self._signs()),
            *parts("matters", self._matter, self._matters()),
            *parts("decisions", self._decision, plan.decisions),
            *self._planned("goals", self._goal, open_goals(plan)),
            *parts("learnt", self._helps, self._learnt()),
            *self._planned("actions", self._action, self._actions()),
            *self._planned("if_worse", self._if_worse, plan.if_worse),
            *self._planned("reviews", self._review, _last_review(plan)),
            *parts("money", self._money, [budget] if budget else []),
        ]
        return "\n".join((*lines, *self._shortened()))

    def of_paper(self, left: str) -> str:
        """Return the lines of what stands on a paper; ``left``: what had no room in its code, or nothing."""
        plan, parts = self.plan, self._parts
        held = visit_held(plan) if plan.part else None
        form = self.words["code"]["review" if held else "head"]
        day = self._day(held.on) if held else ""
        head = marked(plan, filled(form, id=plan.id[:8], n=plan.rev, day=day))
        lines = [
            head,
            *parts("goals", self._goal, open_goals(plan)),
            *parts("learnt", self._helps, self._learnt()),
            *parts("actions", self._action, open_actions(plan)),
            *parts("if_worse", self._if_worse, plan.if_worse),
            *parts("reviews", self._review, _last_review(plan)),
            *([left] if left else []),
        ]
        return "\n".join((*lines, *self._shortened()))

    def _shortened(self) -> Sequence[str]:
        if not self.is_cut:
            return ()
        words = self.words
        told = [
            filled(words["left_item"], name=said, n=self.left_marks[mark])
            for mark, said in words["marks"].items()
            if self.left_marks[mark]
        ]
        marks = filled(words["left_marks"], items=", ".join(told)) if told else ""
        name = words["names"]["reasons"]
        whys = [filled(words["left_item"], name=name, n=self.whys)] if self.whys else []
        items = ", ".join((*self.left, *whys))
        left = filled(words["left"], items=items, marks=marks) if items else ""
        return (filled(words["shortened"], mark=table("record-text")["mark"], left=left),)

    def _planned(
        self, name: str, line: Callable[[_Entry], str], entries: Sequence[_Entry]
    ) -> Sequence[str]:
        """Return the lines of a part that a plan has, or that it was not planned."""
        if not entries and was_met_with_somebody(self.plan):
            return [self.words["none"][name]]
        return self._parts(name, line, entries)

    def _parts(
        self, name: str, line: Callable[[_Entry], str], entries: Sequence[_Entry]
    ) -> Sequence[str]:
        """Return the lines of a part, as many as there is room for; the others are counted, and what is in them."""
        most = self.limits.get(name, len(entries))
        if name == "matters" and most and "most_important" in wordings_of(self.plan):
            # Of two wordings one alone would read as the one that holds: all of them stand there, or none.
            most = len(entries)
        if name == "actions" and not self.limits["seen"]:
            seen = sum(isinstance(each, Action) and _is_seen(each) for each in entries)
            most = min(most, len(entries) - seen)
        lines = []
        for each in entries:
            self.marks = []
            lines.append(line(each))
            if len(lines) > most:
                self.left_marks.update(self.marks)
        if len(lines) > most:
            said = self.words["names"][name]
            self.left.append(filled(self.words["left_item"], name=said, n=len(lines) - most))
        return lines[:most]

    def _marked(self, mark: str, words: str) -> str:
        """Return words that are counted where the entry in which they stand has no room."""
        self.marks.append(mark)
        return words

    def _standing(self) -> list[str]:
        """Return what has to be known of the whole, beside its stage."""
        plan, words, since = self.plan, self.words, prepared_since(self.plan)
        two = [table("plan-lines")["headings"][each] for each in wordings_of(plan)]
        headings = cut(", ".join(two), 2 * self.limits["names"])
        return [
            *([words["altered"]] if is_in_doubt(plan) else []),
            *([words["two_answers"]] if is_no_of_a_copy(plan) else []),
            *reversed(self._parts("noes", self._no, words_of_no(plan)[::-1])),
            *([filled(words["two_wordings"], headings=headings)] if two else []),
            *([filled(words["beside"], day=self._day(since.on))] if since else []),
        ]

    def _no(self, said: str) -> str:
        return filled(self.words["no_because"], words=self._own(said))

    def _head(self) -> str:
        last = visit_held(self.plan)
        head = filled(
            self.words["head"],
            day=self._day(last.on if last else self.plan.updated[:10]),
            stage=self.words["stage"][stage_of(self.plan)],
            id=self.plan.id[:8],
            save=filled(self.words["save"][self.save], n=self.plan.rev),
        )
        return marked(self.plan, head)

    def _actions(self) -> list[Action]:
        """Return what is open, and before it every yes that was taken back, whatever came of it.

        So those are the last that shortening leaves out, and it counts them. The first that it leaves out are those for
        which somebody was seen: they come last where there is little room.
        """
        back = [each for each in taken_actions(self.plan) if _is_back(each)]
        others = [each for each in open_actions(self.plan) if not _is_back(each)]
        if not self.limits["seen"]:
            others.sort(key=_is_seen)
        return [*back, *others]

    def _signs(self) -> list[Said | Answered]:
        """Return the signs of which nobody has said anything, so that the first is never left out, and then the others.

        What was said of a sign stands beside it, the newest first.
        """
        return [*signs_ticked(self.plan), *reversed(signs_answered(self.plan))]

    def _sign(self, each: Said | Answered) -> str:
        if isinstance(each, Said):
            return filled(self.words["sign"], words=self._of_sign(each))
        day = next(visit.on for visit in self.plan.visits if visit.id == each.said.visit)
        held = visit_held(self.plan)
        return filled(
            self.words["sign_said" if held and held.on == day else "sign_said_on"],
            sign=self._of_sign(each.sign),
            day=self._day(day),
            words=self._of_sign(each.said),
        )

    def _of_sign(self, said: Said) -> str:
        """Return words of which more is kept than of others: what was looked for, and what was not found."""
        return self._said(said, self.words["least_of_sign"])

    def _matters(self) -> list[Said]:
        """Return what was said last first: that is the last to be left out."""
        return [
            said
            for each in self.plan.about_me
            if each.heading == "most_important"
            for said in reversed(said_now(self.plan, each.said))
        ]

    def _matter(self, said: Said) -> str:
        return filled(self.words["matters"], words=self._said(said))

    def _decision(self, decision: Decision) -> str:
        last = decision.became[-1] if decision.became else None
        message = self.words["became"][last.state if last else ""]
        became = filled(message, option=self._whole(last.option_name if last else ""))
        again = last.look_again if last else None
        more = [
            *self._reasons(last),
            filled(self.words["look_again"], when=self._when(again)) if again else "",
        ]
        question = self._named(decision.question)
        said = filled(self.words["decision"], question=question, became=became)
        return " ".join(filter(None, (said, *more))).strip(" ")

    def _reasons(self, last: Became | None) -> list[str]:
        """Return why, and what is doubted; or in one that the plan has both."""
        reason, doubts = (last.reason, last.doubts) if last else (None, None)
        is_kept = not self.limits["reasons"] and not self.limits["doubts"]
        if reason and doubts and is_kept and not self.is_cut:
            return [self.words["both_kept"]]
        return [self._reason(reason) if reason else "", self._doubts(doubts) if doubts else ""]

    def _reason(self, reason: Said) -> str:
        """Return why where there is room for all of it, and else that the plan has it; the last line may say so."""
        if self.limits["reasons"] == 0:
            self.whys += 1
            return "" if self.is_cut else str(self.words["reason_kept"])
        return filled(self.words["reason"], words=self._said(reason))

    def _doubts(self, doubts: Said) -> str:
        """Return what is doubted where there is room for all of it, and else that something is."""
        if self.limits["doubts"] == 0:
            return str(self.words["doubts_kept"])
        return filled(self.words["doubts"], words=self._said(doubts))

    def _goal(self, goal: Goal) -> str:
        look = last_look(goal)
        times = [each.when for each in goal.looked if each.when]
        said = filled(
            self.words["goal"],
            words=self._own(goal.said.words),
            by=self._accepted(goal.mine, goal.said),
            when=self._when(times[-1] if times else None),
            so_far=(self.words["so_far"].get(look.status, "") + self._went(goal)) if look else "",
        )
        return said + self._in_place_of(goal)

    def _learnt(self) -> list[Said]:
        """Return what the person said at the last visit that helps."""
        held = visit_held(self.plan)
        return [each for each in self.plan.learnt if held and each.visit == held.id]

    def _helps(self, said: Said) -> str:
        return filled(self.words["helps"], words=self._said(said))

    def _went(self, goal: Goal) -> str:
        """Return the person's words about how it went, with their reasons where there is room for those."""
        held = visit_held(self.plan)
        said = next((each.said for each in reversed(goal.looked) if each.said), None)
        if not (said and held and said.visit == held.id and self.limits["reasons"]):
            return ""
        return filled(self.words["went"], words=self._said(said))

    def _in_place_of(self, goal: Goal) -> str:
        """Return what stood there before a goal that was said at the last visit, and how it had gone with that."""
        held = visit_held(self.plan)
        taken = (each for each in self.plan.goals if each.mine in ("said", "accepted"))
        before = next((each for each in taken if each.id == goal.replaces), None)
        if not (before and held and goal.said.visit == held.id):
            return ""
        look = last_look(before)
        status = self.words["stood"].get(look.status, "") if look else ""
        went = status + self._went(before)
        if not self.limits["reasons"]:
            return filled(self.words["instead_short"], went=went) if went else ""
        return filled(self.words["instead"], words=self._own(before.said.words), went=went)

    def _action(self, action: Action) -> str:
        deed = last_deed(action)
        times = [each for each in action.did if each.when or each.often]
        often = self._name(times[-1].often) if times else ""
        day = self._time(times[-1].when if times else None)
        tell = next((each.tell for each in reversed(action.did) if each.tell), None)
        more = [
            self.words["status"].get(deed.status, "") if deed else "",
            filled(self.words["told"], who=self._who(tell)) if tell else "",
            self._consent(action),
        ]
        return filled(
            self.words["action"],
            words=self._own(action.said.words),
            by=self._accepted(action.mine, action.said),
            who=self._owner(action),
            when=", ".join(filter(None, (often, day))) or self._no_date(),
            more="".join(more),
        )

    def _consent(self, action: Action) -> str:
        """Return what they answer to a request, and where there is room, whom they ask if another one does it."""
        if action.asked is None:
            return ""
        if self.limits["doubts"] and who_does(action) and (to := asked_to(action)):
            return filled(self.words["consent"]["yes_beside"], to=self._name(to))
        answer = answer_to(action.asked)
        said = str(self.words["consent"][answer])
        return self._marked(answer, said) if answer in self.words["marks"] else said

    def _if_worse(self, worse: IfWorse) -> str:
        i_do = worse.i_do
        return filled(
            self.words["if_worse"],
            words=self._said(worse.signs),
            i_do=filled(self.words["i_do"], words=self._said(i_do)) if i_do else "",
            call=filled(self.words["call"], call=self._whole(worse.call)) if worse.call else "",
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
        if budget.state == "refused":
            given = "" if amount is None else in_money(amount, budget.currency)
            why = self._own(", ".join(budget.not_funded)) if budget.not_funded else ""
            return filled(
                self.words["money_refused"],
                why=filled(self.words["refused_why"], words=why)
                if why and self.limits["accepted"]
                else "",
                amount=filled(self.words["refused_amount"], amount=given) if given else "",
                when=filled(self.words["refused_review"], when=self._when(budget.review))
                if budget.review
                else "",
            )
        is_open = budget.state == "agreed" and not budget.signed_by
        return filled(
            self.words["money"],
            state=self.words["money_state"][budget.state],
            signed=self._marked("not_signed", self.words["not_signed"]) if is_open else "",
            spent=in_money(budget.spent, budget.currency),
            amount=self._marked("no_amount", self.words["no_amount"])
            if amount is None
            else in_pounds(amount),
            when=self._when(budget.review),
        )

    def _said(self, said: Said, least: int = 0) -> str:
        """Return words, and who said them if it was not the person; ``least``: signs that are kept in any case."""
        who = self.people[said.by]
        is_theirs = who.role in SAYS_FOR_THEMSELVES
        by = "" if is_theirs else filled(self.words["said_by"], who=self._who(said.by))
        return self._own(said.words, least) + by

    def _accepted(self, mine: str, said: Said) -> str:
        is_taken_over = mine == "accepted" and self.limits["accepted"]
        return filled(self.words["accepted"], who=self._who(said.by)) if is_taken_over else ""

    def _who(self, name: str | None) -> str:
        """Say what somebody is to the person; nobody is named."""
        if name is None:
            return self._marked("no_owner", self.words["no_owner"]) if self.says_missing else "-"
        person = self.people[name]
        job = to_ascii(person.job)
        if person.role == "me" or not job:
            return str(self.words["roles"][person.role])
        return cut(_MY.sub(self.words["patients"], job), self.limits["names"])

    def _owner(self, action: Action) -> str:
        """Say who does it: who was named, or whom the person agreed to ask for it."""
        asked = "" if who_does(action) else self._name(asked_to(action))
        return asked or self._who(who_does(action))

    def _when(self, when: When | None) -> str:
        return self._time(when) or self._no_date()

    def _time(self, when: When | None) -> str:
        """Return a time as it was said; empty: none was, or nothing of it can be written in ASCII."""
        words = self._name(when.words) if when else ""
        day = self._day(when.on) if when and when.on else ""
        both = filled(self.words["words_and_day"], words=words, day=day)
        return both if words and day else words or day

    def _no_date(self) -> str:
        return self._marked("no_date", self.words["no_date"]) if self.says_missing else "-"

    def _day(self, day: str) -> str:
        month = table("record-text")["months"][int(day[5:7]) - 1]
        return filled(self.words["day"], day=int(day[8:10]), month=month, year=day[:4])

    def _own(self, words: str, least: int = 0) -> str:
        return quoted(readable(words), max(self.limits["own"], least))

    def _named(self, words: str) -> str:
        return cut(readable(words), self.limits["names"])

    def _whole(self, words: str) -> str:
        """Return an option's name or a telephone number, which is cut when all other words are short."""
        return cut(readable(words), self.limits["call"])

    def _name(self, words: str) -> str:
        return cut(to_ascii(words), self.limits["names"])


def _last_review(plan: Plan) -> list[Review]:
    return [each for each in plan.reviews[-1:] if each.when]


def _is_seen(action: Action) -> bool:
    deed = last_deed(action)
    return deed is not None and deed.status == "seen" and not _is_back(action)


def _is_back(action: Action) -> bool:
    return action.asked is not None and answer_to(action.asked) == "taken_back"
