"""Say what an outcome's fields say: its time, people, certainty, scale and sources, in plain words.

Layer 2. A field an author left out becomes a visible gap; ``not known`` says so with its reason.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from decisionaid.language import Words, words_in
from decisionaid.model.aid import Aid, SourceWork
from decisionaid.model.figure import NUMERIC, WITHOUT_MEASURE, NotKnown, ShareInWords
from decisionaid.model.outcome import (
    AtWords,
    Certainty,
    Differ,
    HowCertain,
    Lifetime,
    Outcome,
    People,
    PublishedDifference,
    PublishedRatio,
    Scale,
    Time,
    TimePoint,
)
from decisionaid.model.prose import inlines_of, plain_text
from decisionaid.render.words.phrases import capital, sentence, small, unstopped


def gap(words: Words, what: str) -> str:
    """Say that something is missing; only drafts have gaps."""
    return words.say("missing", what=words.say(f"gap_{what}"))


def amount_of(words: Words, amount: Decimal, unit: str) -> str:
    """Write ``1 month`` or ``12 months``."""
    return words.say(f"amount_{unit}", n=amount)


def time_amount(words: Words, time: TimePoint) -> str:
    """Write how long after the start something was measured: ``2 to 3 days``."""
    if time.high is None:
        return amount_of(words, time.low, time.unit)
    return words.say(f"span_{time.unit}", low=time.low, high=time.high)


def time_words(words: Words, time: Time | None) -> str:
    """Write a time inside a sentence: ``at 2 to 3 days``, ``over a whole life``, the author's words."""
    match time:
        case TimePoint():
            return words.say("at_time", time=time_amount(words, time))
        case Lifetime():
            return words.say("over_life")
        case AtWords(words=said):
            return said
        case NotKnown():
            return words.say("time_unknown")
        case _:
            return gap(words, "time")


def time_first(words: Words, time: Time | None) -> str:
    """Write a time at the beginning of a line: ``At 2 to 3 days``."""
    match time:
        case TimePoint():
            return words.say("at_time_line", time=time_amount(words, time))
        case Lifetime():
            return words.say("over_life_line")
        case AtWords(words=said):
            return capital(said)
        case NotKnown():
            return words.say("time_unknown_first")
        case _:
            return gap(words, "time")


def time_line(words: Words, time: Time | None) -> str:
    """Write a time as a line of its own; an unknown one says why."""
    if isinstance(time, NotKnown):
        return words.say("time_not_known", reason=sentence(words, time.reason))
    return time_first(words, time)


def time_alone(words: Words, time: Time | None) -> str:
    """Write a time as a line of its own without a full stop."""
    if isinstance(time, NotKnown):
        return words.say("time_not_known", reason=capital(unstopped(time.reason)))
    return unstopped(capital(time.words)) if isinstance(time, AtWords) else time_first(words, time)


def people_line(words: Words, people: People | None) -> str:
    """Write who was studied as a line of its own."""
    match people:
        case NotKnown(reason=reason):
            return words.say("people_not_known", reason=sentence(words, reason))
        case None:
            return gap(words, "people")
        case studied:
            return studied.text


def about_line(words: Words, time: Time | None, people: People | None) -> str:
    """Write when and in whom something was measured on one line without a full stop.

    Why something is not known is left to ``time_line`` and ``people_line``.
    """
    match people:
        case NotKnown():
            who = words.say("people_not_known_short")
        case None:
            who = gap(words, "people")
        case studied:
            who = unstopped(studied.text)
    when = unstopped(time_first(words, time))
    return words.say("about_line", when=when, who=who)


def certainty_line(words: Words, certainty: HowCertain | None) -> str:
    """Say how sure the reviewers are, in plain words with the grade in brackets (GRADE levels).

    The reason for a grade, or why there is none, is left to ``certainty_reason``.
    """
    match certainty:
        case NotKnown():
            return words.say("sure_not_known")
        case Certainty(level="not-graded"):
            return words.say("sure_not-graded")
        case Certainty(level=level):
            return words.say(f"sure_{level}")
        case _:
            return gap(words, "certainty")


_FOUND: Final = (PublishedDifference, PublishedRatio, Differ)
"""Comparisons that say something, which can be more or less sure whether or not figures stand beside it."""


def how_sure(words: Words, outcome: Outcome) -> str:
    """Say how sure the reviewers are of a row; empty where the row has nothing that anybody measured.

    A grade of figures that nobody has would say of "not known" that it is probably right.
    """
    if outcome.out_of_date:
        return ""
    figures = [cell.figure for cell in outcome.cells if cell.figure is not None]
    published = [each for each in outcome.comparisons if isinstance(each, _FOUND)]
    if figures and not published and all(isinstance(each, WITHOUT_MEASURE) for each in figures):
        return ""
    numbers = [each for each in figures if isinstance(each, NUMERIC)]
    counted = any(not isinstance(each, ShareInWords) for each in numbers) or bool(published)
    match outcome.certainty:
        case Certainty(level=level) if level != "not-graded" and figures and not counted:
            return words.say(f"sure_words_{level}")
        case certainty:
            return certainty_line(words, certainty)


def certainty_reason(words: Words, certainty: HowCertain | None) -> str:
    """Return the reason for a grade, or why there is none, as a sentence; empty when nobody says."""
    return sentence(words, certainty.reason or "") if certainty else ""


def scale_line(words: Words, scale: Scale | None) -> str:
    """Say what a score is measured on; empty when there is no scale."""
    if scale is None:
        return ""
    name = f"scale_{scale.better}"
    return words.say(name, name=capital(scale.name), low=scale.low, high=scale.high)


def _prose_of(aid: Aid) -> str:
    """Return the running text of an aid, which shows what the author writes with a capital."""
    parts = (*aid.sections, *aid.all_options)
    easy = (aid.opening_easy, *(part.easy for part in parts))
    bodies = [aid.opening, *(part.body for part in parts)]
    bodies += [each.prose for each in easy if each is not None]
    return " ".join(plain_text(each) for body in bodies for each in inlines_of(body))


class Naming:
    """The names of an aid's options and of those it counts, and the words of its language."""

    def __init__(self, aid: Aid) -> None:
        """Read the names of an aid."""
        options = aid.all_options
        self.words = words_in(aid.language)
        self.names = {option.id: option.name for option in options}
        self.as_now = frozenset(option.id for option in options if option.kind == "as-now")
        self.marks = {
            option.id: self.words.say(
                "mark_comparator" if option.kind == "comparator" else "mark_not_offered"
            )
            for option in options
            if not option.offered
        }
        self._prose = _prose_of(aid)
        self._inside = {each.id: each.in_sentence or self.small(each.name) for each in options}
        people = aid.people
        words = self.words
        self._counted = (
            (people.one, people.many)
            if people
            else (words.say("one_person"), words.say("many_people"))
        )
        self._groups = {stratum.id: stratum.words for stratum in aid.strata}

    def name(self, option_id: str) -> str:
        """Return an option's name, or the id itself where there is no such option."""
        return self.names.get(option_id, option_id)

    def inside(self, option_id: str) -> str:
        """Return an option's words for the inside of a sentence, or the id itself."""
        return self._inside.get(option_id, option_id)

    def small(self, text: str) -> str:
        """Begin an author's words with a small letter, but for a name that the aid writes large."""
        return small(text, self._prose)

    def label(self, outcome: Outcome) -> str:
        """Return an outcome's label; a row for one group says so, since it is not true of others."""
        return self.for_group(outcome.label, outcome)

    def for_group(self, words: str, outcome: Outcome) -> str:
        """Return the words, followed by the group of people that the row is about, if any."""
        return self.for_stratum(words, outcome.stratum)

    def for_stratum(self, words: str, stratum: str | None) -> str:
        """Return the words, followed by the group of people with this id, if there is one."""
        group = self._groups.get(stratum or "", "")
        return self.words.say("for_group", words=words, group=group) if group else words

    def counted(self, outcome: Outcome | None = None) -> tuple[str, str]:
        """Return the words for one and for many of those counted."""
        return outcome.count if outcome and outcome.count else self._counted


def source_name(words: Words, source: SourceWork) -> str:
    """Return the short name of a source, with its year where that is known."""
    name = source.short or source.title or source.id
    if not isinstance(source.year, int):
        return name
    return words.say("source_of_year", name=name, year=str(source.year))


def aside(words: Words, said: str, note: str) -> str:
    """Return words with a note in brackets after them; without a note, the words alone."""
    return words.say("with_note", words=said, note=note) if note else said
