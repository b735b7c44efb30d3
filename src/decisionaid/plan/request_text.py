"""A request to somebody else as text: at most 900 signs of ASCII, the same bytes as ``plan/request-text.ts``.

Layer 2. Where it is too long all words get shorter, and its last lines say so and how many entries are missing.
"""

from __future__ import annotations

from typing import Any

from decisionaid.model.plan.doing import Action, Asked
from decisionaid.model.plan.plan import Plan
from decisionaid.model.plan.said import Need, Said
from decisionaid.outside.ascii import cut, quoted, readable, to_ascii
from decisionaid.outside.made_up import marked
from decisionaid.outside.tables import filled, table
from decisionaid.plan.asked_words import in_sentence
from decisionaid.plan.current import needs_later, own_about_me, said_now
from decisionaid.plan.phrases import Phrases
from decisionaid.plan.requests import TAKEN, NoRequest, asked_in, request_of
from decisionaid.plan.taken import goal_now
from decisionaid.plan.visits import own_voices
from decisionaid.plan.written import is_in_doubt


def request_text(plan: Plan, action_id: str) -> str | NoRequest:
    """Return a request as text, at most 900 signs of ASCII on lines of their own, or why there is none.

    Where it is too long all words get shorter, and its last line says so.
    """
    found = asked_in(plan, action_id)
    if isinstance(found, NoRequest):
        return found
    words, text = table("plan-text")["request"], ""
    for limits in words["limits"]:
        text = _Text(plan, found, words, limits).whole()
        if len(text) <= words["most"]:
            break
    return text


class _Text:
    """The text of a request within some limits."""

    def __init__(self, plan: Plan, action: Action, words: Any, limits: dict[str, int]) -> None:  # noqa: ANN401
        self.plan, self.action, self.words, self.limits = plan, action, words, limits
        self.phrases = Phrases(plan)
        self.is_cut = limits is not words["limits"][0]
        self.me = next(person for person in plan.people if person.role == "me")

    def whole(self) -> str:
        """Return all lines."""
        words, action = self.words, self.action
        asked = request_of(action)
        if asked is None:
            raise ValueError("no request")
        lines = [
            self._head(asked),
            table("plan-text")["altered"] if is_in_doubt(self.plan) else "",
            filled(words["ask"], words=self._own(action.said.words), by=self._suggested()),
            words["consent"],
            self._line("reason", self._said(asked.reason)),
            self._line("contact", self._contact(asked)),
            self._line("help", self._own(action.help) if action.help else ""),
            self._line("service", self._service()),
            *self._shared(asked),
            words["kept_back"],
        ]
        if self.is_cut:
            lines.append(filled(words["shortened"], mark=table("record-text")["mark"]))
        return "\n".join(filter(None, lines))

    def _contact(self, asked: Asked) -> str:
        if "contact" not in asked.may_share:
            return ""
        ways = (self._name(asked.contact_me_by), self._name(self.me.contact))
        return ", ".join(filter(None, ways))

    def _head(self, asked: Asked) -> str:
        day = next(visit.on for visit in self.plan.visits if visit.id == self.action.said.visit)
        head = filled(
            self.words["head"],
            to=in_sentence(cut(readable(asked.to), self.limits["names"])),
            day=self.phrases.day(day),
            id=self.plan.id[:8],
            n=self.plan.rev,
        )
        return marked(self.plan, head)

    def _shared(self, asked: Asked) -> list[str]:
        """Return what may go with it, and nothing else."""
        plan, lines = self.plan, []
        if "goal" in asked.may_share:
            goals = [
                each
                for each in plan.goals
                if each.id == goal_now(plan, self.action.goal) and each.mine in TAKEN
            ]
            lines += [self._line("goal", self._said(each.said)) for each in goals]
        if "about_me" in asked.may_share:
            headings = self.phrases.words["headings"]
            lines += self._few([
                filled(self.words["about_me"], heading=headings[each.heading], words=self._said(said))
                for each in own_about_me(plan)
                for said in said_now(plan, each.said)
            ])  # fmt: skip
        if "needs" in asked.may_share:
            later = needs_later(plan)
            needs = (each for each in plan.needs if each.id not in later)
            lines += self._few([self._line("needs", self._need(each)) for each in needs])
        return lines

    def _need(self, need: Need) -> str:
        """Return what is hard; in quotes stands what somebody said of it, and nothing else."""
        words, said = self.phrases.words, self._said(need.said)
        return filled(
            words["need"],
            about=words["needs"][need.about],
            first=words["need_first"] if need.first else "",
            on="",
            words=filled(words["need_words"], words=said) if said else "",
        )

    def _service(self) -> str:
        service = self.action.service
        if service is None:
            return ""
        name = {"name": readable(service.name)}
        return self._name(self.phrases.service(service.model_copy(update=name)))

    def _few(self, lines: list[str]) -> list[str]:
        most = self.limits["entries"]
        more = len(lines) - most
        told = [filled(self.words["more"], n=more)] if more > 0 else []
        return [*lines[:most], *told]

    def _line(self, name: str, words: str) -> str:
        return filled(self.words[name], words=words) if words else ""

    def _suggested(self) -> str:
        if self.action.mine == "said":
            return ""
        return filled(table("plan-text")["accepted"], who=self._who(self.action.said.by))

    def _said(self, said: Said | None) -> str:
        if said is None:
            return ""
        words = self._own(said.words)
        if said.by in own_voices(self.plan):
            return words
        return words + filled(table("plan-text")["said_by"], who=self._who(said.by))

    def _who(self, name: str) -> str:
        """Say what somebody is to the person, in words of which something is left in ASCII."""
        person = self.phrases.people[name]
        return self._name(person.job) or str(self.phrases.words["roles"][person.role])

    def _own(self, words: str) -> str:
        return quoted(readable(words), self.limits["own"])

    def _name(self, words: str) -> str:
        return cut(to_ascii(words), self.limits["names"])
