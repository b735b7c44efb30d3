"""Render the quality page: how an aid was checked, and what only people could say.

Layer 2. Everything stands in the ``Quality`` that it is given; here it is put into words and groups.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import groupby

from markupsafe import Markup, escape

from decisionaid.language import Words, words_in
from decisionaid.model.aid import Aid
from decisionaid.model.development import CLAIM_YEARS, has_grown_old, is_doi
from decisionaid.model.quality import (
    Dated,
    ItemVerdict,
    Line,
    Quality,
    ReadingResult,
    StandardChecked,
    Waived,
)
from decisionaid.render.pages.page import SiteView, frame, laid_out
from decisionaid.render.pages.provenance import paper_head
from decisionaid.render.pages.steps import steps_of
from decisionaid.render.words.phrases import capital, sentence
from decisionaid.render.words.prose import row_of, said_with

PAGE = "quality.html"

Pair = tuple[str, str]
"""A name and what is said of it."""


@dataclass(frozen=True, slots=True)
class ItemView:
    """One item; ``link`` leads to the part that shows it, and is empty when nothing does."""

    code: str
    asks: str
    verdict: str
    """The verdict's name, such as ``not-met``, and after it its words."""
    words: str
    because: str
    checked: Markup
    """The rules that looked at it, with links where there is a handbook."""
    link: Markup


@dataclass(frozen=True, slots=True)
class GroupView:
    """Items of one part of a standard; ``verified`` as in ``ItemVerdict``."""

    name: str
    verified: bool
    opened: bool
    items: tuple[ItemView, ...]


@dataclass(frozen=True, slots=True)
class StandardView:
    """One standard."""

    key: str
    name: str
    about: str
    source: str
    groups: tuple[GroupView, ...]


@dataclass(frozen=True, slots=True)
class LineView:
    """One thing that people did or did not do; ``document`` empty: it is written down nowhere."""

    words: str
    details: str
    document: Markup


def render_quality_page(aid: Aid, quality: Quality, site: SiteView) -> str:
    """Return the quality page as HTML."""
    words = words_in(aid.language)
    steps = frozenset(step.id for step in steps_of(aid))
    handbook = site.base if site.handbook else None
    standards = tuple(_standard(words, each, steps, handbook) for each in quality.standards)
    framed = frame(aid, site)
    items = laid_out("components/quality/template.html", framed, standards=standards)
    context = {
        "aid": aid,
        "quality": quality,
        "development": tuple(_development(words, quality.development, site.today)),
        "reading": tuple(_reading(words, quality.reading)),
        "hard_sections": tuple(
            words.say("quality_section", heading=each.heading, age=each.age)
            for each in quality.reading.sections
            if each.is_hard
        ),
        "dates": tuple(_dates(words, quality)),
        "waivers": tuple(_waiver(words, each, site.today) for each in quality.waivers),
        "standards": standards,
        "items": Markup(items),  # noqa: S704 - the template has escaped what it was given
        "paper_head": paper_head(aid),
    }
    return laid_out("layout/quality.html", framed | context)


def _development(
    words: Words, lines: Sequence[Line], today: date | None
) -> Iterator[tuple[str, tuple[LineView, ...]]]:
    """Yield the lines by what is said of them, what was not done before what nobody speaks of."""
    for done, name in (("yes", "yes"), ("planned", "planned"), ("no", "no"), (None, "silent")):
        found = tuple(_line(words, each, today) for each in lines if each.done == done)
        if found:
            yield words.say(f"quality_{name}"), found


def _waiver(words: Words, waiver: Waived, today: date | None) -> Pair:
    ended = today is not None and today > waiver.ends
    name = "quality_waiver_ended" if ended else "quality_waiver"
    told = words.say(
        name,
        by=capital(waiver.by),
        day=words.day(waiver.date),
        ends=words.day(waiver.ends),
    )
    said = words.joined("after_one_another", [sentence(words, waiver.reason), told])
    return f"{waiver.code} {waiver.name}".strip(), said


def _line(words: Words, line: Line, today: date | None) -> LineView:
    details = [sentence(words, line.summary or "")]
    if line.who:
        details.append(words.say("quality_by", who=words.listed(line.who)))
    if line.n:
        details.append(words.say("quality_people", n=line.n))
    if line.date:
        details.append(words.say("quality_on", day=words.day(line.date)))
        if has_grown_old(line.date, today):
            details.append(words.say("quality_old", years=CLAIM_YEARS))
    said = words.joined("after_one_another", [each for each in details if each])
    return LineView(line.words, said, _document(words, line))


def _document(words: Words, line: Line) -> Markup:
    """Say where it is written down, with a link where that is an address; empty when nowhere."""
    name = line.document or ""
    if not name:
        return Markup()
    address = f"https://doi.org/{name}" if is_doi(name) else name
    if line.sha256:
        hashed = words.say("quality_hash", sha256=line.sha256)
        name = words.say("after_one_another", a=name, b=hashed)
    linked = address.startswith("https://")
    document = Markup('<a href="{}">{}</a>').format(address, name) if linked else escape(name)
    return said_with(words, "quality_document", document=document)


def _reading(words: Words, reading: ReadingResult) -> Iterator[Pair]:
    if reading.state != "assessed":
        return
    yield (
        words.say("quality_age"),
        words.say("quality_age_is", age=_figure(words, reading.age), aim=reading.aimed_age),
    )
    if reading.plain_age != reading.age:
        yield (
            words.say("quality_plain_age"),
            words.say("quality_about", n=_figure(words, reading.plain_age)),
        )
    yield words.say("quality_ease"), words.say("quality_ease_is", ease=_figure(words, reading.ease))
    yield words.say("quality_grade"), _figure(words, reading.grade)
    if reading.smog is not None:
        yield words.say("quality_smog"), _figure(words, reading.smog)
    average = words.say(
        "quality_words_are",
        n=_figure(words, reading.words_per_sentence),
        sentences=_figure(words, reading.sentences),
    )
    yield words.say("quality_words"), average


def _figure(words: Words, value: float | None) -> str:
    """Write what was worked out of the text; None: it was not."""
    return "" if value is None else words.as_printed(Decimal(str(value)))


def _dates(words: Words, quality: Quality) -> Iterator[Pair]:
    dates = quality.dates
    pairs = (
        (words.say("published"), words.day(dates.published)),
        (words.say("evidence_date"), words.day(dates.evidence)),
        (words.say("review_date"), words.day(dates.review)),
        (words.say("expires_date"), words.day(dates.expires)),
        (words.say("updates"), _updates(words, dates)),
    )
    for name, said in pairs:
        if said:
            yield name, said


def _updates(words: Words, dates: Dated) -> str:
    if not (dates.every and dates.when and dates.owner):
        return ""
    return words.say("updates_are", every=dates.every, when=dates.when, owner=dates.owner)


def _standard(
    words: Words, standard: StandardChecked, steps: frozenset[str], handbook: str | None
) -> StandardView:
    groups = []
    by = groupby(standard.items, key=lambda each: (each.part, each.verified))
    for (part, verified), found in by:
        items = tuple(_item(words, each, steps, handbook) for each in found)
        name = words.say(
            "quality_items" if verified else "quality_items_own",
            part=standard.parts[part],
            n=len(items),
        )
        opened = standard.key == "ipdas-v4" and verified
        groups.append(GroupView(name, verified, opened, items))
    return StandardView(standard.key, standard.name, standard.about, standard.source, tuple(groups))


def _item(words: Words, item: ItemVerdict, steps: frozenset[str], handbook: str | None) -> ItemView:
    because = item.because
    if item.line is not None:
        line = words.say("quality_line", line=str(item.line))
        because = words.say("after_one_another", a=because, b=line)
    return ItemView(
        code=item.item,
        asks=item.asks,
        verdict=item.verdict,
        words=words.say(f"verdict_{item.verdict}"),
        because=because,
        checked=_checked(words, item.rules, handbook),
        link=_link(words, item.shown, steps),
    )


# Of 122 items on each page most share their rules and their place with others.
@cache
def _checked(words: Words, rules: tuple[str, ...], handbook: str | None) -> Markup:
    """Return the rules in words; ``handbook`` is the way to the handbook, None where there is none."""
    if not rules:
        return Markup()
    link = Markup('<a href="{}authors/rules/{}/">{}</a>')
    names = [
        escape(each) if handbook is None else link.format(handbook, each, each) for each in rules
    ]
    return Markup(" ") + said_with(words, "quality_rules", rules=row_of(words, names))


@cache
def _link(words: Words, shown: str, steps: frozenset[str]) -> Markup:
    """Return a link to the part that shows an item; empty when the aid has no such part."""
    page, _, anchor = shown.partition("#")
    if not shown or (page == "index.html" and anchor not in steps):
        return Markup()
    address = f"#{anchor}" if page == PAGE else shown
    said = words.say(f"quality_at_{anchor}")
    return Markup(' <a href="{}">{}</a>').format(address, said)
