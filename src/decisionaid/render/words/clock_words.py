"""Say how up to date an aid is: the banner of its pages, and what stands under late figures.

Layer 2.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from decisionaid.language import Words, words_in
from decisionaid.model.aid import Aid, SourceWork
from decisionaid.model.clock import Clock
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
