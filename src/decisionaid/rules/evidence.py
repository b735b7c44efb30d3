"""Rules on sources and dates (DA501, DA502, DA505 to DA509): where figures come from, and until when they are good.

Layer 2. Rules about the clock stay silent when no date is given, so that a build can be repeated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.aid import Aid
from decisionaid.model.waiver import waiver_line
from decisionaid.rules.rule import Rule, RuleContext, rule
from decisionaid.rules.walk import measured_of

HOFFMANN = "Hoffmann and others 2021, Medical Decision Making, doi 10.1177/0272989X21996622"

OLD_SOURCE_YEARS = 5
"""A newest source older than this is worth a second look; a warning, since old evidence can be right."""

LONGEST_LIFE_MONTHS = 60
"""From publication to expiry; five years is the longest that certifying bodies accept."""


@rule(
    "DA501",
    "source-missing",
    Severity.ERROR,
    kind="auto",
    harm=Harm.MISLEADS,
    why="a figure that nobody can look up cannot be checked, and is not evidence",
    basis="IPDASi v4, item 2.2.1",
    gap=True,
    unsafe=True,
)
def source_missing(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """Every outcome and test names its source, and every source can be found."""
    for path, measured, words in measured_of(aid):
        if measured.sources is None:
            yield Finding(
                (*path, "sources"),
                f"'{words}' does not say where its figures come from",
                "add a line: '- Source: its-id', with its id below 'sources:', or "
                "'- Source: not known: reason'",
            )
    for number, source in enumerate(aid.sources):
        at = ("sources", number)
        if not source.title:
            yield Finding(
                (*at, "title"),
                f"the source '{source.id}' has no title",
                f"add under '{source.id}:' a line 'title: The title as it is printed'",
            )
        if source.year is None:
            yield Finding(
                (*at, "year"),
                f"the source '{source.id}' has no year",
                f"add under '{source.id}:' a line 'year: ...' "
                "or 'year: \"not known: the page has no date\"'",
            )
        if not (source.doi or source.url or source.where):
            yield Finding(
                (*at, "url"),
                f"nobody can look up the source '{source.id}': it has no doi and no url",
                f"add under '{source.id}:' a line 'doi: 10....' or 'url: https://...', "
                "or, when it is not online, 'where: ...' with the place where it can be read",
            )


@rule(
    "DA502",
    "old-sources",
    Severity.WARNING,
    kind="auto",
    harm=Harm.MISLEADS,
    why="newer studies may have changed the answer",
    basis=HOFFMANN,
    clock=True,
)
def old_sources(aid: Aid, context: RuleContext) -> Iterator[Finding]:
    """The newest source is at most five years old."""
    years = [source.year for source in aid.sources if isinstance(source.year, int)]
    if context.today is None or not years:
        return
    if context.today.year - max(years) > OLD_SOURCE_YEARS:
        number = next(n for n, source in enumerate(aid.sources) if source.year == max(years))
        yield Finding(
            ("sources", number, "year"),
            f"the newest source is from {max(years)}, more than {OLD_SOURCE_YEARS} years ago",
            "look for a newer review; if there is none, say so in the head below 'waivers:': "
            + waiver_line("DA502", "searched on ..., nothing newer found"),
        )


@rule(
    "DA505",
    "date-missing",
    Severity.ERROR,
    kind="auto",
    harm=Harm.LEAVES_OUT,
    why="a reader cannot tell whether an undated page is still true",
    basis="IPDASi v4, item 2.2.2",
    gap=True,
    unsafe=True,
)
def date_missing(aid: Aid, context: RuleContext) -> Iterator[Finding]:
    """The head says when the aid was published and when its evidence was gathered, in that order of time."""
    published, evidence = aid.dates.published, aid.dates.evidence
    if published is None:
        yield Finding(
            ("dates", "published"),
            "the head does not say when the aid was published",
            "add to dates: published: year-month-day",
        )
    elif context.today is not None and published > context.today:
        yield Finding(
            ("dates", "published"),
            f"the aid says it was published on {published}, which is still to come",
            f"write the day it goes public, today being {context.today}",
        )
    if evidence is None:
        yield Finding(
            ("dates", "evidence"),
            "the head does not say when the evidence was gathered",
            "add to dates: evidence: year-month-day",
        )
    elif published is not None and evidence > published:
        yield Finding(
            ("dates", "evidence"),
            f"the evidence was gathered on {evidence}, after the aid was published on {published}",
            "correct one of the two; when an aid is updated, it is published anew",
        )


@rule(
    "DA506",
    "review-date",
    Severity.ERROR,
    kind="auto",
    harm=Harm.LEAVES_OUT,
    why="an aid that nobody looks at again goes on telling people what has stopped being true",
    basis=HOFFMANN,
    gap=True,
    unsafe=True,
)
def review_date(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """The aid says when it is looked at again and when it ends: in time, and not later than five years on."""
    dates = aid.dates
    for name, word in (("review", "is looked at again"), ("expires", "ends")):
        if getattr(dates, name) is None:
            yield Finding(
                ("dates", name),
                f"the head does not say when the aid {word}",
                f"add to dates: {name}: year-month-day",
            )
    if dates.expires and dates.published and dates.expires > _last_day(dates.published):
        yield Finding(
            ("dates", "expires"),
            f"the aid would last until {dates.expires}, more than {LONGEST_LIFE_MONTHS} months "
            "after it was published",
            f"write at the latest: expires: {_last_day(dates.published)}",
        )
    if dates.review and dates.expires and dates.review > dates.expires:
        yield Finding(
            ("dates", "review"),
            f"the aid would end on {dates.expires}, before it is looked at again on {dates.review}",
            f"write a day before that: review: {dates.expires}",
        )


def _last_day(published: date) -> date:
    """Return the day five years after publication; 28 February stands for 29 February."""
    year = min(published.year + LONGEST_LIFE_MONTHS // 12, 9999)
    if (published.month, published.day) == (2, 29):
        return date(year, 2, 28)
    return published.replace(year=year)


@rule(
    "DA507",
    "update-policy-missing",
    Severity.ERROR,
    kind="presence",
    harm=Harm.LEAVES_OUT,
    why="of 471 published aids 81 in 100 had no policy for updates or expiry, and such an aid goes stale unseen",
    basis=f"IPDASi v4, item 2.2.3; {HOFFMANN}",
    gap=True,
)
def update_policy_missing(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """The head says how often the aid is looked at again, what would bring that forward, and who does it."""
    asked = (
        ("every", "how often the aid is looked at again", "every: ... months"),
        ("when", "what would bring an update forward", "when: A new national guideline"),
        ("owner", "who sees to updates", "owner: Aid editor"),
    )
    if aid.update is None:
        yield Finding(
            ("update",),
            "the head does not say how the aid is kept up to date",
            f"add to the head: update: {{{', '.join(example for _, _, example in asked)}}}",
        )
        return
    for name, words, example in asked:
        if not getattr(aid.update, name):
            yield Finding(
                ("update", name),
                f"the head does not say {words}",
                f"add to update: {example}",
            )
    found = re.search(r"\b(\d{1,4}) (month|year)s?\b", aid.update.every or "")
    months = int(found[1]) * (12 if found[2] == "year" else 1) if found else 0
    if months > LONGEST_LIFE_MONTHS:
        yield Finding(
            ("update", "every"),
            f"the aid is to be looked at every {months} months, and lasts {LONGEST_LIFE_MONTHS} at most",
            "write a time that comes before it ends: every: ... months",
        )


@rule(
    "DA508",
    "country-missing",
    Severity.ERROR,
    kind="auto",
    harm=Harm.LEAVES_OUT,
    why="what is offered, and what it costs, differs between countries",
    gap=True,
)
def country_missing(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """The head says for which country the aid is written."""
    if not aid.country:
        yield Finding(
            ("country",),
            "the head does not say for which country the aid is written",
            'add to the head: country: "GB"',
        )


@rule(
    "DA509",
    "version-missing",
    Severity.ERROR,
    kind="auto",
    harm=Harm.LEAVES_OUT,
    why="what a person said is only understood beside the version they read",
    gap=True,
    unsafe=True,
)
def version_missing(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """The head says which version of the aid this is."""
    if not aid.version:
        yield Finding(
            ("version",),
            "the head does not say which version this is",
            "add to the head: version: 1.0.0",
        )


RULES: tuple[Rule, ...] = (
    source_missing,
    old_sources,
    date_missing,
    review_date,
    update_policy_missing,
    country_missing,
    version_missing,
)
