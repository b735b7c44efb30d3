"""Who made an aid, when, and from which sources.

Layer 2.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from decisionaid.language import Words, words_in
from decisionaid.model.aid import Aid, SourceWork
from decisionaid.model.clock import Clock
from decisionaid.model.figure import NotKnown
from decisionaid.model.waiver import Waiver
from decisionaid.render.words.phrases import sentence, unstopped
from decisionaid.render.words.wording import (
    certainty_line,
    certainty_reason,
    gap,
    people_line,
    source_name,
)


@dataclass(frozen=True, slots=True)
class SourceView:
    """One entry of the list of sources; empty words are not shown."""

    id: str
    name: str
    reference: str
    doi: str
    url: str
    notes: str
    """How it was read, how sure it is and the like, one sentence after another."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One line of who made the aid: a name and what is to be said, a gap when the author left it out."""

    name: str
    words: tuple[str, ...]


def source_views(aid: Aid, clock: Clock | None = None) -> tuple[SourceView, ...]:
    """Return the sources in the author's order; ``clock`` None: none of them is late."""
    late, words = clock.late_sources if clock else frozenset(), words_in(aid.language)
    return tuple(_source(words, source, aid, late=source.id in late) for source in aid.sources)


def statements(aid: Aid, today: date | None = None) -> tuple[Statement, ...]:
    """Return who made the aid, when, with what money, and what is done to keep it true.

    ``today`` None: no waiver has ended.
    """
    dates, words = aid.dates, words_in(aid.language)
    day = words.day
    lines = (
        Statement(words.say("decision"), (aid.question or gap(words, "question"),)),
        Statement(
            words.say("who_for"), (sentence(words, aid.who_for or "") or gap(words, "who_for"),)
        ),
        Statement(words.say("not_for"), tuple(filter(None, (sentence(words, aid.not_for or ""),)))),
        Statement(
            words.say("delivery"), (words.say(f"delivery_{aid.delivery}"),) if aid.delivery else ()
        ),
        Statement(words.say("condition"), _condition(words, aid)),
        Statement(words.say("country"), (aid.country,) if aid.country else ()),
        Statement(words.say("who_made"), _authors(words, aid)),
        Statement(words.say("interests"), _interests(words, aid)),
        Statement(words.say("funding"), (_funding(words, aid),)),
        Statement(words.say("published"), (day(dates.published) or gap(words, "date"),)),
        Statement(words.say("evidence_date"), (day(dates.evidence) or gap(words, "date"),)),
        Statement(words.say("review_date"), (day(dates.review) or gap(words, "date"),)),
        Statement(words.say("expires_date"), (day(dates.expires) or gap(words, "date"),)),
        Statement(words.say("updates"), (_updates(words, aid),)),
        Statement(words.say("version"), (aid.version or gap(words, "version"),)),
        Statement(words.say("computes"), (words.say(f"computes_{aid.computes}"),)),
        Statement(words.say("status"), (words.say(f"status_{aid.status}"),)),
        Statement(
            words.say("waivers"), tuple(_waiver(words, each, aid, today) for each in aid.waivers)
        ),
    )
    return tuple(line for line in lines if line.words)


def paper_head(aid: Aid) -> str:
    """Return what the paper says at its head: title, version and date."""
    words = words_in(aid.language)
    version = aid.version or gap(words, "version")
    published = words.day(aid.dates.published) or gap(words, "date")
    return words.say(
        "paper_head", title=sentence(words, aid.title), version=version, date=published
    )


def _condition(words: Words, aid: Aid) -> tuple[str, ...]:
    if aid.condition is None:
        return ()
    if aid.condition.name.casefold() == aid.condition.plain.casefold():
        return (aid.condition.name,)  # one name that is plain already is said once
    return (words.say("condition_is", name=aid.condition.name, plain=aid.condition.plain),)


def _authors(words: Words, aid: Aid) -> tuple[str, ...]:
    names = tuple(
        words.say("author_is", name=author.name, role=author.role) if author.role else author.name
        for author in aid.authors
    )
    return names or (gap(words, "name"),)


def _interests(words: Words, aid: Aid) -> tuple[str, ...]:
    lines = []
    for author in aid.authors:
        if author.interests is None:
            lines.append(
                words.say("interests_are", name=author.name, interests=gap(words, "interests"))
            )
        elif author.interests == "none":
            lines.append(words.say("interests_none", name=author.name))
        else:
            lines.append(words.say("interests_are", name=author.name, interests=author.interests))
    return tuple(lines) or (gap(words, "interests"),)


def _funding(words: Words, aid: Aid) -> str:
    if aid.funding is None:
        return gap(words, "funding")
    return words.say("funding_none") if aid.funding == "none" else aid.funding


def _updates(words: Words, aid: Aid) -> str:
    if aid.update is None:
        return gap(words, "update")
    return words.say(
        "updates_are",
        every=aid.update.every or gap(words, "update"),
        when=aid.update.when or gap(words, "update"),
        owner=aid.update.owner or gap(words, "owner"),
    )


def _waiver(words: Words, waiver: Waiver, aid: Aid, today: date | None) -> str:
    return words.say(
        "waiver_ended" if waiver.has_ended(aid.dates.review, today) else "waiver_is",
        rule=waiver.rule,
        reason=unstopped(waiver.reason),
        by=waiver.by,
        day=words.day(waiver.date),
        ends=words.day(waiver.ends(aid.dates.review)),
    )


def _source(words: Words, source: SourceWork, aid: Aid, *, late: bool) -> SourceView:
    title = sentence(words, source.title or "")
    parts = [
        sentence(words, source.authors or ""),
        title or words.say("full_stop", words=gap(words, "title")),
        sentence(words, source.publisher or ""),
        words.say("full_stop", words=_year(words, source)),
    ]
    if source.where:
        where = words.say("source_where", where=unstopped(source.where))
        parts.append(words.say("full_stop", words=where))
    notes = []
    if source.read:
        notes.append(words.say(f"read_{source.read}"))
    if source.people is not None:
        line = people_line(words, source.people)
        known = isinstance(source.people, NotKnown)
        notes.append(line if known else sentence(words, line))
    if source.certainty is not None:
        notes.append(certainty_line(words, source.certainty))
        notes.append(certainty_reason(words, source.certainty))
    if source.version_of:
        other = aid.source(source.version_of)
        notes.append(
            words.say(
                "version_of", source=source_name(words, other) if other else source.version_of
            )
        )
    if source.checked:
        notes.append(words.say("source_checked", day=words.day(source.checked)))
    if source.review:
        notes.append(
            words.say("source_late" if late else "source_review", day=words.day(source.review))
        )
    if source.note:
        notes.append(sentence(words, source.note))
    return SourceView(
        id=source.id,
        name=source.short or source.title or source.id,
        reference=words.joined("after_one_another", [each for each in parts if each]),
        doi=source.doi or "",
        url=source.url or "",
        notes=words.joined("after_one_another", [each for each in notes if each]),
    )


def _year(words: Words, source: SourceWork) -> str:
    match source.year:
        case int() as year:
            return str(year)
        case NotKnown(reason=reason):
            return words.say("year_not_known", reason=unstopped(reason))
        case _:
            return gap(words, "year")
