"""Say how up to date an aid is: the banner of its pages, and what stands under late figures.

Layer 2.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from decisionaid.language import Words, words_in
from decisionaid.model.aid import Aid, SourceWork
from decisionaid.model.clock import Clock
from decisionaid.model.clock_state import ClockState
from decisionaid.model.words import LaterWords
from decisionaid.render.words.phrases import sentence
from decisionaid.render.words.wording import source_name


@dataclass(frozen=True, slots=True)
class Banner:
    """What every page of an aid says at its head because of its dates; ``paper`` is for each sheet."""

    state: str
    title: str
    words: str
    paper: str


def banner_of(words: Words, aid: Aid, clock: Clock) -> Banner | None:
    """Return the banner; None while patients have nothing to be told.

    A withdrawn aid has pages of its own, see ``withdrawn_page``.
    """
    if clock.state not in ("overdue", "expired"):
        return None
    dates = {"review": words.day(aid.dates.review), "expires": words.day(aid.dates.expires)}
    name = f"clock_{clock.state}"
    return Banner(
        clock.state,
        words.say(name),
        words.say(f"{name}_words", **dates),
        words.say(f"{name}_paper", **dates),
    )


@dataclass(frozen=True, slots=True)
class LaterBanner:
    """What a script shows when the device's day asks for it; ``attributes`` say when."""

    banner: Banner
    attributes: Markup


def later_banners(words: Words, aid: Aid, clock: Clock) -> Iterator[LaterBanner]:
    """Yield what a page built today has to say on a later day, the worst last, and before it came out.

    The page is still open, saved or on a server long after the last build, so it knows its own dates.
    """
    gone = words.say("out_of_date")
    until = until_words(words, aid, clock)
    if clock.state in ("current", "due", "overdue"):
        came_out = came_out_on(aid)
        if came_out is not None:
            said = words.joined(
                "after_one_another", [words.say("clock_wrong_words"), *filter(None, [until])]
            )
            wrong = Banner("overdue", words.say("clock_wrong"), said, "")
            yield LaterBanner(wrong, _data(before=came_out.isoformat()))
    for state, after in _later_states(aid, clock):
        banner = banner_of(words, aid, Clock(state))
        if banner is not None:
            texts = {"gone": gone} if state == "expired" else {}
            yield LaterBanner(
                banner, _data(after=after.isoformat(), state=state, paper=banner.paper, **texts)
            )


def _later_states(aid: Aid, clock: Clock) -> Iterator[tuple[ClockState, date]]:
    """Yield how an aid will stand and the last day on which it does not yet, the worst last."""
    dates = aid.dates
    if dates.review is not None and clock.state in ("current", "due"):
        yield "overdue", dates.review
    if dates.expires is not None and clock.state in ("current", "due", "overdue"):
        yield "expired", dates.expires


def came_out_on(aid: Aid) -> date | None:
    """Return the day before which nobody can have used an aid; None when its head says none."""
    return max(filter(None, (aid.dates.published, aid.dates.evidence)), default=None)


def later_words(aid: Aid, clock: Clock) -> Iterator[LaterWords]:
    """Yield what a clinician is told beside a record on a later day than that of the build."""
    for state, after in _later_states(aid, clock):
        yield LaterWords(after=after.isoformat(), state=state, said=clock_words(aid, Clock(state)))


def until_words(words: Words, aid: Aid, clock: Clock) -> str:
    """Say up to which day the figures may be used, for where they stand; empty when nobody says."""
    dates = aid.dates
    if not clock.shows_figures:
        return ""
    if dates.expires is not None:
        return words.say("clock_until", expires=words.day(dates.expires))
    if dates.review is not None:
        return words.say("clock_until_review", review=words.day(dates.review))
    return ""


def _data(**data: str) -> Markup:
    said = (Markup(' data-{}="{}"').format(name, text) for name, text in data.items())
    return Markup("").join(said)


def late_words(words: Words, sources: Iterable[SourceWork]) -> str:
    """Say of the sources that are past their own review by when they were due; empty without any."""
    each = (
        words.say(
            "clock_source", source=source_name(words, source), review=words.day(source.review)
        )
        for source in sources
    )
    named = words.joined("one_by_one", list(each))
    return words.say("clock_sources", sources=named) if named else ""


def clock_words(aid: Aid, clock: Clock) -> str:
    """Return what a clinician is told of an aid beside a record; empty while there is nothing to tell."""
    if clock.state == "withdrawn":
        return withdrawn_words(aid)
    words = words_in(aid.language)
    banner = banner_of(words, aid, clock)
    return words.say("after_one_another", a=banner.title, b=banner.words) if banner else ""


def withdrawn_words(aid: Aid) -> str:
    """Say in one line that an aid is withdrawn, since when and why, as far as its head says so."""
    words, said = words_in(aid.language), aid.withdrawn
    if said is None or said.date is None:
        return words.say("withdrawn_note")
    since = words.say("withdrawn_note_since", day=words.day(said.date))
    reason = sentence(words, said.reason or "")
    return words.say("after_one_another", a=since, b=reason) if reason else since
