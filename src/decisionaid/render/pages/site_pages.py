"""Render the pages of the whole site: the home page with its catalogue, and the clinician's page.

Layer 2.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from decisionaid.language import Words, text_direction, words_in
from decisionaid.model.aid import Aid
from decisionaid.model.clock import Clock
from decisionaid.model.length import length_of
from decisionaid.render.outcomes.in_words import CURRENT
from decisionaid.render.pages.environment import SITE_LANGUAGE
from decisionaid.render.pages.page import (
    SiteView,
    frame,
    json_block,
    kept_offline,
    laid_out,
    messages_block,
    notice,
)
from decisionaid.render.pages.practice import has_practice
from decisionaid.render.words.clock_words import Banner, banner_of
from decisionaid.render.words.wording import gap


@dataclass(frozen=True, slots=True)
class AidCard:
    """What the catalogue says about one aid."""

    slug: str
    title: str
    question: str
    who_for: str
    kind: str
    language: str
    minutes: int
    evidence: str
    version: str
    status: str
    banner: Banner | None
    """What its dates ask to be said."""
    withdrawn: str
    """Since when it is withdrawn, in words; empty while it is in use."""
    said_in: str
    """The language in which the catalogue says this."""
    words: str
    """Further words by which it can be found: the condition, medical and plain."""
    versions: tuple[str, ...] = ()
    """The hashes of its texts whose words the site has."""
    plan_examples: tuple[tuple[str, str], ...] = ()
    """Made-up plans in which something is decided with it: what each shows, and its JSON."""

    @property
    def address(self) -> str:
        """Where the aid page is, from the site's root."""
        return f"aids/{self.slug}/index.html"

    @property
    def papers(self) -> tuple[tuple[str, str], ...]:
        """Where its pages for paper are, from the site's root, and what they are called."""
        folder = f"aids/{self.slug}"
        return (
            (f"{folder}/large-print.html", self._own.say("paper_large")),
            (f"{folder}/grid.html", self._own.say("paper_grid")),
        )

    @property
    def notice(self) -> str:
        """What its status and its dates ask to be said."""
        late = self.banner.title if self.banner else ""
        said = [each for each in (notice(self._own, self.status), late) if each]
        return self._own.joined("after_one_another", said)

    @property
    def direction(self) -> str:
        """In which direction its language is written; empty where the catalogue's is the same."""
        own = text_direction(self.language)
        return "" if own == self._own.direction else own

    @property
    def language_name(self) -> str:
        """The name of its language, or its tag."""
        return self._own.name_of(self.language)

    @property
    def kind_name(self) -> str:
        """What kind of decision it is; empty when the author did not say."""
        return self._own.say(f"kind_{self.kind}") if self.kind else ""

    @property
    def _own(self) -> Words:
        return words_in(self.said_in)


def card_of(aid: Aid, clock: Clock = CURRENT, said_in: str = SITE_LANGUAGE) -> AidCard:
    """Return the catalogue's entry for an aid; ``said_in`` is the language of the catalogue."""
    words = words_in(said_in)
    named = (aid.condition.name, aid.condition.plain) if aid.condition else ()
    # One name that is plain already is said once.
    condition = {name.casefold(): name for name in named}.values()
    return AidCard(
        slug=aid.slug,
        title=aid.title,
        question=aid.question or gap(words, "question"),
        who_for=aid.who_for or gap(words, "who_for"),
        kind=aid.kind or "",
        language=aid.language,
        minutes=length_of(aid).minutes,
        evidence=words.day(aid.dates.evidence) or gap(words, "date"),
        version=aid.version or "",
        status=aid.status,
        banner=banner_of(words, aid, clock),
        withdrawn=_withdrawn(words, aid),
        said_in=said_in,
        words=words.row(list(condition)),
    )


def _withdrawn(words: Words, aid: Aid) -> str:
    if aid.status != "withdrawn":
        return ""
    since = words.day(aid.withdrawn.date if aid.withdrawn else None) or gap(words, "date")
    return words.say("withdrawn_on", day=since)


def render_home(cards: Sequence[AidCard], site: SiteView) -> str:
    """Return the home page; aids stand in the order of their titles, withdrawn ones apart."""
    by_title = sorted(cards, key=lambda card: (card.title.casefold(), card.slug))
    ordered = [card for card in by_title if not card.withdrawn]
    context = {
        "cards": ordered,
        "withdrawn": [card for card in by_title if card.withdrawn],
        "kinds": _choices({card.kind: card.kind_name for card in ordered if card.kind}),
        "languages": _choices({card.language: card.language_name for card in ordered}),
        "count": words_in(site.language).say("count", n=len(ordered)),
        "messages": messages_block("home", words_in(site.language)),
    }
    return laid_out("layout/home.html", frame(None, site) | context)


def render_clinician_page(cards: Sequence[AidCard], site: SiteView) -> str:
    """Return the clinician's page, which opens a patient's file in the browser."""
    known = [
        {
            "id": card.slug,
            "title": card.title,
            "version": card.version,
            "url": f"../aids/{card.slug}/aid.json",
            "versions": list(card.versions),
        }
        | ({"practice": 1} if has_practice(card.status) else {})
        for card in sorted(cards, key=lambda card: card.slug)
    ]
    context = {
        "known_aids": json_block(known),
        "paper_forms": [
            (f"../aids/{card.slug}/from-paper.html", card.title)
            for card in sorted(cards, key=lambda card: card.title)
            if not card.withdrawn
        ],
        "messages": messages_block("clinician", words_in(site.language)),
        "practice": any(has_practice(card.status) for card in cards),
        "second": "clinician-more",
        "third": "code-pictures",
        "fourth": "clinician-forms",
    }
    context |= kept_offline(site, "worker.js", fetches=True)
    return laid_out("layout/clinician.html", frame(None, site, fetches=True) | context)


def _choices(names: dict[str, str]) -> list[tuple[str, str]]:
    return sorted(names.items(), key=lambda item: item[1])
