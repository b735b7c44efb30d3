"""Set aside what an aid waives, and say which of its waivers hold nothing, may not, or have ended.

Layer 3, pure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from decisionaid.diagnostics import Code, Diagnostic
from decisionaid.model.aid import Aid
from decisionaid.model.waiver import Waiver
from decisionaid.read.faults import BAD_WAIVER, ENDED_WAIVER, UNUSED_WAIVER
from decisionaid.rules import RETIRED, Rule
from decisionaid.text import Source, SpanMap

_TAKE_OUT = "take the line out"


class Waivers:
    """The waivers of one aid on one day; ``today`` None: none has ended."""

    def __init__(self, aid: Aid, rules: Sequence[Rule], today: date | None) -> None:
        """Tell the waivers that hold from those that have ended."""
        self._waivers = aid.waivers
        self._review = aid.dates.review
        self._today = today
        self._rules = {rule.code.number: rule for rule in rules}
        # A rule about the clock is silent without a date, so its waiver may be needed.
        silent = {number for number, rule in self._rules.items() if rule.clock and today is None}
        self._used = silent
        self._ended = {each.rule for each in aid.waivers if each.has_ended(self._review, today)}
        self._holding = {each.rule for each in aid.waivers} - self._ended

    def hold(self, rule: Rule) -> bool:
        """Tell whether what a rule has found is set aside."""
        number = rule.code.number
        if number in self._holding or number in self._ended:
            self._used.add(number)
        return number in self._holding and rule.waivable

    def code(self, code: Code) -> Code:
        """Return the code of a finding; what a waiver held until lately takes no page away.

        The aid has not become worse overnight, and a patient who comes back must find it.
        """
        return replace(code, keeps_page=True) if code.number in self._ended else code

    def faults(self, source: Source, spans: SpanMap, *, refused: bool) -> Iterator[Diagnostic]:
        """Yield what is wrong with the waivers; to be asked when all rules have been.

        ``refused``: the aid has errors. What cannot be read hides what a waiver is there for, so
        none is called unused then.
        """
        for position, each in enumerate(self._waivers):
            said = self._fault(each)
            if said is not None:
                code, message, help_ = said
                if refused and code is UNUSED_WAIVER:
                    continue
                span = spans.nearest(("waivers", position))
                yield Diagnostic(code, source.name, span, message, help_)

    def _fault(self, waiver: Waiver) -> tuple[Code, str, str] | None:
        number, rule = waiver.rule, self._rules.get(waiver.rule)
        if now := RETIRED.get(number):
            return BAD_WAIVER, f"{number} is part of {now} now", f"write {now} in its place"
        if rule is None:
            return BAD_WAIVER, f"there is no rule {number}", f"{_TAKE_OUT}, or correct the number"
        if not rule.waivable:
            message = f"{number} {rule.no_waiver}, and cannot be set aside"
            return BAD_WAIVER, message, f"{_TAKE_OUT}, and mend what the rule finds"
        if self._today is not None and waiver.date > self._today:
            message = f"{number} is set aside from {waiver.date}, which is still to come"
            return BAD_WAIVER, message, "write the day on which it was decided"
        if number not in self._used:
            return UNUSED_WAIVER, f"{number} is set aside, and finds nothing in this aid", _TAKE_OUT
        if number in self._ended:
            ended = waiver.ends(self._review)
            message = f"the waiver of {number} by {waiver.by} ended on {ended}"
            help_ = (
                "look again: mend what the rule finds, or write who keeps it, today's date and why"
            )
            return ENDED_WAIVER, message, help_
        return None
