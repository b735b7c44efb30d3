"""Render the quality page: how an aid was checked, and what only people could say.

Layer 2. Everything stands in the ``Quality`` that it is given; here it is put into words and groups.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import groupby

from markupsafe import Markup, escape

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
from decisionaid.render.pages.environment import templates
from decisionaid.render.pages.page import SiteView, frame
from decisionaid.render.pages.provenance import paper_head
from decisionaid.render.pages.steps import steps_of
from decisionaid.render.words.messages import MESSAGES, say
from decisionaid.render.words.numerals import day, listed, sentence

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
    """One thing that people did or did not do; ``address`` empty: its document is no link."""

    words: str
    details: tuple[str, ...]
    document: str
    address: str


def render_quality_page(aid: Aid, quality: Quality, site: SiteView) -> str:
    """Return the quality page as HTML."""
    steps = frozenset(step.id for step in steps_of(aid))
    handbook = site.base if site.handbook else None
    standards = tuple(_standard(each, steps, handbook) for each in quality.standards)
    component = templates(site.theme).get_template("components/quality/template.html")
    context = {
        "aid": aid,
        "quality": quality,
        "development": tuple(_development(quality.development, site.today)),
        "reading": tuple(_reading(quality.reading)),
        "hard_sections": tuple(
            say("quality_section", heading=each.heading, age=each.age)
            for each in quality.reading.sections
            if each.is_hard
        ),
        "dates": tuple(_dates(quality)),
        "waivers": tuple(_waiver(each, site.today) for each in quality.waivers),
        "standards": standards,
        "items": Markup(component.render(standards=standards)),  # noqa: S704
        "paper_head": paper_head(aid),
    }
    return (
        templates(site.theme)
        .get_template("layout/quality.html")
        .render(frame(aid, site), **context)
    )


def _development(
    lines: Sequence[Line], today: date | None
) -> Iterator[tuple[str, tuple[LineView, ...]]]:
    """Yield the lines by what is said of them, what was not done before what nobody speaks of."""
    for done, name in (("yes", "yes"), ("planned", "planned"), ("no", "no"), (None, "silent")):
        found = tuple(_line(each, today) for each in lines if each.done == done)
        if found:
            yield say(f"quality_{name}"), found


def _waiver(waiver: Waived, today: date | None) -> Pair:
    ended = today is not None and today > waiver.ends
    words = "quality_waiver_ended" if ended else "quality_waiver"
    told = say(words, by=waiver.by, day=day(waiver.date), ends=day(waiver.ends))
    return f"{waiver.code} {waiver.name}".strip(), f"{sentence(waiver.reason)} {sentence(told)}"


def _line(line: Line, today: date | None) -> LineView:
    details = [sentence(line.summary or "")]
    if line.who:
        details.append(say("quality_by", who=listed(line.who)))
    if line.n:
        details.append(say("quality_people", n=line.n))
    if line.date:
        details.append(say("quality_on", day=day(line.date)))
        if has_grown_old(line.date, today):
            details.append(say("quality_old", years=CLAIM_YEARS))
    document, address = line.document or "", ""
    if is_doi(document):
        address = f"https://doi.org/{document}"
    elif document.startswith("https://"):
        address = document
    if line.sha256:
        document = f"{document} {say('quality_hash', sha256=line.sha256)}"
    return LineView(line.words, tuple(filter(None, details)), document, address)


def _reading(reading: ReadingResult) -> Iterator[Pair]:
    if reading.state != "assessed":
        return
    yield (
        say("quality_age"),
        say("quality_age_is", age=reading.age, aim=reading.aimed_age),
    )
    if reading.plain_age != reading.age:
        yield say("quality_plain_age"), say("quality_about", n=reading.plain_age)
    yield say("quality_ease"), say("quality_ease_is", ease=reading.ease)
    yield say("quality_grade"), f"{reading.grade}"
    if reading.smog is not None:
        yield say("quality_smog"), f"{reading.smog}"
    average = say("quality_words_are", n=reading.words_per_sentence, sentences=reading.sentences)
    yield say("quality_words"), average


def _dates(quality: Quality) -> Iterator[Pair]:
    dates = quality.dates
    pairs = (
        (say("published"), day(dates.published)),
        (say("evidence_date"), day(dates.evidence)),
        (say("review_date"), day(dates.review)),
        (say("expires_date"), day(dates.expires)),
        (say("updates"), _updates(dates)),
    )
    for name, words in pairs:
        if words:
            yield name, words


def _updates(dates: Dated) -> str:
    if not (dates.every and dates.when and dates.owner):
        return ""
    return say("updates_are", every=dates.every, when=dates.when, owner=dates.owner)


def _standard(
    standard: StandardChecked, steps: frozenset[str], handbook: str | None
) -> StandardView:
    groups = []
    by = groupby(standard.items, key=lambda each: (each.part, each.verified))
    for (part, verified), found in by:
        items = tuple(_item(each, steps, handbook) for each in found)
        name = standard.parts[part]
        words = "quality_items_one" if len(items) == 1 else "quality_items"
        opened = standard.key == "ipdas-v4" and verified
        groups.append(GroupView(say(words, part=name, n=len(items)), verified, opened, items))
    return StandardView(standard.key, standard.name, standard.about, standard.source, tuple(groups))


def _item(item: ItemVerdict, steps: frozenset[str], handbook: str | None) -> ItemView:
    because = item.because
    if item.line is not None:
        because = f"{because} {say('quality_line', line=item.line)}"
    return ItemView(
        code=item.item,
        asks=item.asks,
        verdict=item.verdict,
        words=say(f"verdict_{item.verdict}"),
        because=because,
        checked=_checked(item.rules, handbook),
        link=_link(item.shown, steps),
    )


# Of 122 items on each page most share their rules and their place with others.
@cache
def _checked(rules: tuple[str, ...], handbook: str | None) -> Markup:
    """Return the rules in words; ``handbook`` is the way to the handbook, None where there is none."""
    if not rules:
        return Markup()
    link = Markup('<a href="{}authors/rules/{}/">{}</a>')
    names = [
        escape(each) if handbook is None else link.format(handbook, each, each) for each in rules
    ]
    return Markup(" ") + escape(MESSAGES["quality_rules"]).format(rules=Markup(", ").join(names))


@cache
def _link(shown: str, steps: frozenset[str]) -> Markup:
    """Return a link to the part that shows an item; empty when the aid has no such part."""
    page, _, anchor = shown.partition("#")
    if not shown or (page == "index.html" and anchor not in steps):
        return Markup()
    address = f"#{anchor}" if page == PAGE else shown
    words = say("quality_see", place=say(f"quality_at_{anchor}"))
    return Markup(' <a href="{}">{}</a>').format(address, words)
