"""Render the sheet that a person fills in before a visit, and the letter that invites them to it.

Layer 2. On the screen, on paper and without script it is one and the same sheet: the large print holds the
same questions in larger letters. What is asked fits a preparation of a plan, ``decisionaid.plan/1``.
"""

from __future__ import annotations

import re
from typing import Final, get_args

from markupsafe import Markup

from decisionaid.language import Words, words_in
from decisionaid.model.place import Contact
from decisionaid.model.plan.said import AboutMe, Need
from decisionaid.render.pages.page import SiteView, frame, kept_offline, laid_out, messages_block
from decisionaid.render.pages.questions import COMMUNICATION

NEEDS: Final[tuple[str, ...]] = get_args(Need.model_fields["about"].annotation)
"""What may be hard, as a plan names it."""

HEADINGS: Final[tuple[str, ...]] = tuple(
    each
    for each in get_args(AboutMe.model_fields["heading"].annotation)
    if each != "most_important"
)
"""The headings of "about me" but the first, which is the first question of the sheet."""

WRITERS: Final = ("me", "scribe", "helper")
RESULTS: Final = 3
"""Test results that there is room for."""

MOST_LINE: Final = 300
MOST_WORDS: Final = 600
"""Characters of a line and of a few sentences; a plan's own limits."""


def render_prepare(site: SiteView, *, large: bool = False) -> str:
    """Return the sheet for a visit; ``large``: its large print, which has no script."""
    words = words_in(site.language)
    context = {
        "large": large,
        "needs": _rows(words, "prepare_need_{}", NEEDS),
        "headings": _rows(words, "prepare_about_{}", HEADINGS),
        "information": _rows(words, "prepare_info_{}", COMMUNICATION),
        "writers": _rows(words, "prepare_writer_{}", WRITERS),
        "results": tuple(range(1, RESULTS + 1)),
        "most_line": MOST_LINE,
        "most_words": MOST_WORDS,
        "surgery": _surgery(site),
        "soon": _soon(words, site),
        "now": call(words, "now"),
        "messages": messages_block("prepare", words),
        "second": "" if large else "prepare-last",
        "third": "" if large else "prepare-code",
        "fourth": "" if large or site.kiosk else "prepare-kept",
    }
    if not large:
        context |= kept_offline(site, "../worker.js")
    return laid_out("layout/prepare.html", frame(None, site) | context)


def render_letter(site: SiteView) -> str:
    """Return the letter that a practice fills in and prints."""
    words = words_in(site.language)
    return laid_out("layout/letter.html", frame(None, site) | letter(words, site))


def letter(words: Words, site: SiteView) -> dict[str, object]:
    """Return what each letter that a practice prints needs; of the place it has the practice, where one is named."""
    own = site.place.letters_from_contact if site.place else None
    practice = {"name": own.name if own else "", "phone": own.phone if own else ""}
    return {"practice": practice, "soon": _soon(words, site), "now": call(words, "now")}


def _surgery(site: SiteView) -> Markup | None:
    """Return the practice that the place names, with its number; None: it names none."""
    own = site.place.letters_from_contact if site.place else None
    return _named(own) if own else None


def _soon(words: Words, site: SiteView) -> Markup:
    """Return whom to ring when the practice is closed: as the place says, or else as everybody knows."""
    own = site.place.out_of_hours if site.place else None
    return _named(own) if own else call(words, "soon")


def _named(contact: Contact) -> Markup:
    """Return a name and a number that a tap rings; some have it in their name."""
    number = re.sub(r"[^0-9+]", "", contact.phone)
    link = Markup('<a href="tel:{}">{}</a>')
    if contact.name.endswith(contact.phone):
        return link.format(number, contact.name)
    return Markup("{}, {}").format(contact.name, link.format(number, contact.phone))


def _rows(words: Words, name: str, values: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(value, words.say(name.format(value))) for value in values]


def call(words: Words, name: str) -> Markup:
    """Return a telephone number that a tap rings, under its name."""
    link = Markup('<a href="tel:{}">{}</a>')
    return link.format(words.say(f"prepare_{name}_number"), words.say(f"prepare_{name}"))
