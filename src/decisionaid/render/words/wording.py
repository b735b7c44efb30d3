"""Say what an outcome's fields say: its time, people, certainty, scale and sources, in plain words.

Layer 2. A field an author left out becomes a visible gap; ``not known`` says so with its reason.
"""

from __future__ import annotations

from decimal import Decimal

from decisionaid.model.aid import Aid, SourceWork
from decisionaid.model.figure import NotKnown
from decisionaid.model.outcome import (
    AtWords,
    Certainty,
    HowCertain,
    Lifetime,
    Outcome,
    People,
    Scale,
    Time,
    TimePoint,
)
from decisionaid.render.words.messages import say
from decisionaid.render.words.numerals import capital, number, sentence, small


def gap(what: str) -> str:
    """Say that something is missing; only drafts have gaps."""
    return say("missing", what=say(f"gap_{what}"))


def amount_of(amount: Decimal, unit: str) -> str:
    """Write ``1 month`` or ``12 months``."""
    return say("amount", n=number(amount), unit=unit.removesuffix("s") if amount == 1 else unit)


def time_words(time: Time | None) -> str:
    """Write a time inside a sentence: ``at 2 to 3 days``, ``over a whole life``, the author's words."""
    match time:
        case TimePoint(low=low, high=None, unit=unit):
            return say("at_time", time=amount_of(low, unit))
        case TimePoint(low=low, high=Decimal() as high, unit=unit):
            span = say("span", low=number(low), high=number(high), unit=unit)
            return say("at_time", time=span)
        case Lifetime():
            return say("over_life")
        case AtWords(words=words):
            return words
        case NotKnown():
            return say("time_unknown")
        case _:
            return gap("time")


def time_line(time: Time | None) -> str:
    """Write a time as a line of its own; an unknown one says why."""
    if isinstance(time, NotKnown):
        return say("time_not_known", reason=sentence(time.reason))
    return capital(time_words(time))


def people_line(people: People | None) -> str:
    """Write who was studied as a line of its own."""
    match people:
        case NotKnown(reason=reason):
            return say("people_not_known", reason=sentence(reason))
        case None:
            return gap("people")
        case words:
            return words.text


def certainty_line(certainty: HowCertain | None) -> str:
    """Say how sure the reviewers are, in plain words with the grade in brackets (GRADE levels).

    The reason for a grade is left to ``certainty_reason``; why there is none is said here.
    """
    match certainty:
        case NotKnown(reason=reason):
            return say("sure_not_known", reason=sentence(reason))
        case Certainty(level=level, reason=reason):
            return say(f"sure_{level}", reason=sentence(reason or "")).strip()
        case _:
            return gap("certainty")


def certainty_reason(certainty: HowCertain | None) -> str:
    """Return the reason for a grade as a sentence; empty when there is none or no grade."""
    if not isinstance(certainty, Certainty) or certainty.level == "not-graded":
        return ""
    return sentence(certainty.reason or "")


def scale_line(scale: Scale | None) -> str:
    """Say what a score is measured on; empty when there is no scale."""
    if scale is None:
        return ""
    better = say(f"scale_{scale.better}")
    low, high = number(scale.low), number(scale.high)
    return say("scale", name=capital(scale.name), low=low, high=high, better=better)


class Naming:
    """The names of an aid's options and of those it counts, looked up once."""

    def __init__(self, aid: Aid) -> None:
        """Read the names of an aid."""
        options = aid.all_options
        self.names = {option.id: option.name for option in options}
        self.as_now = frozenset(option.id for option in options if option.kind == "as-now")
        self.marks = {
            option.id: say("mark_comparator" if option.kind == "comparator" else "mark_not_offered")
            for option in options
            if not option.offered
        }
        self._inside = {each.id: each.in_sentence or small(each.name) for each in options}
        people = aid.people
        self._counted = (people.one, people.many) if people else ("person", "people")
        self._groups = {stratum.id: stratum.words for stratum in aid.strata}

    def name(self, option_id: str) -> str:
        """Return an option's name, or the id itself where there is no such option."""
        return self.names.get(option_id, option_id)

    def inside(self, option_id: str) -> str:
        """Return an option's words for the inside of a sentence, or the id itself."""
        return self._inside.get(option_id, option_id)

    def label(self, outcome: Outcome) -> str:
        """Return an outcome's label; a row for one group says so, since it is not true of others."""
        return self.for_group(outcome.label, outcome)

    def for_group(self, words: str, outcome: Outcome) -> str:
        """Return the words, followed by the group of people that the row is about, if any."""
        return self.for_stratum(words, outcome.stratum)

    def for_stratum(self, words: str, stratum: str | None) -> str:
        """Return the words, followed by the group of people with this id, if there is one."""
        group = self._groups.get(stratum or "", "")
        return say("for_group", words=words, group=group) if group else words

    def counted(self, outcome: Outcome | None = None) -> tuple[str, str]:
        """Return the words for one and for many of those counted."""
        return outcome.count if outcome and outcome.count else self._counted


def source_name(source: SourceWork) -> str:
    """Return the short name of a source, with its year where that is known."""
    name = source.short or source.title or source.id
    return f"{name} ({source.year})" if isinstance(source.year, int) else name
