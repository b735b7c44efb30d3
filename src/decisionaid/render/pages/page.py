"""What every page has in common: its language and direction, its policy, its notices.

Layer 2.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from markupsafe import Markup

from decisionaid.language import ISOLATE, POP, Words, words_in
from decisionaid.model.aid import Aid
from decisionaid.model.clock import clock_of
from decisionaid.model.place import Place
from decisionaid.render.pages.environment import SITE_LANGUAGE, OwnTheme, templates
from decisionaid.render.words.clock_words import banner_of, later_banners, until_words
from decisionaid.render.words.for_scripts import Page, messages_for


@dataclass(frozen=True, slots=True)
class SiteView:
    """The site around a page.

    ``base`` leads to the site's root, such as ``../../``. ``live`` allows the script that reloads
    a page while it is being written. ``handbook`` says that there is one to link to. ``today`` is the
    day that banners go by; None: no aid is late. ``theme`` are templates that go before ours.
    ``language`` is that of the pages that are of no aid. ``place``
    is the one that the site is built for; None: pages say nothing local. ``offline``: pages ask to be kept on
    the device. ``kiosk``: for devices that many people use; nothing is kept, and all goes when nobody is there.
    """

    base: str
    live: bool = False
    handbook: bool = False
    today: date | None = None
    theme: OwnTheme = ()
    language: str = SITE_LANGUAGE
    place: Place | None = None
    offline: bool = False
    kiosk: bool = False


STAMP: Final = "0" * 16
"""Stands where a page names the version that it belongs to, until all files of the version are known."""


def policy(*, live: bool, fetches: bool = False, registers: bool = False) -> str:
    """Return the content security policy; only the clinician's page ``fetches``, from the site alone.

    ``registers``: the page asks for a worker, which keeps it on the device. The one address that may be
    made for that is made by the one Trusted Types policy.
    """
    connect = "'self'" if live or fetches else "'none'"
    worker, trusted = ("'self'", "decisionaid") if registers else ("'none'", "'none'")
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'none'",
            f"connect-src {connect}",
            f"worker-src {worker}",
            "form-action 'none'",
            "base-uri 'none'",
            "object-src 'none'",
            "require-trusted-types-for 'script'",
            f"trusted-types {trusted}",
        )
    )


def frame(aid: Aid | None, site: SiteView, *, fetches: bool = False) -> dict[str, object]:
    """Return what the layout of every page needs; ``aid`` None for pages of the whole site."""
    words = words_in(aid.language if aid else site.language)
    clock = clock_of(aid, site.today) if aid else None
    banner = banner_of(words, aid, clock) if aid and clock else None
    status = notice(words, aid.status) if aid else ""
    return {
        "site": site,
        "assets": f"{site.base}assets/",
        "second": "",
        "third": "",
        "fourth": "",
        "ways": "",
        "back": "",
        "pictures": "",
        "keep": "",
        "kiosk_messages": messages_block("kiosk", words) if site.kiosk else "",
        "aloud": "",
        "words": words,
        "language": words.language,
        "direction": words.direction,
        "policy": policy(live=site.live, fetches=fetches),
        "worker": "",
        "notice": status,
        "status": aid.status if aid else "",
        "clock": clock.state if clock else "",
        "banner": banner,
        "later": tuple(later_banners(words, aid, clock)) if aid and clock else (),
        "until": until_words(words, aid, clock) if aid and clock else "",
        "standing": _after(words, status, banner.title if banner else ""),
        "paper_notice": _after(words, status, banner.paper if banner else ""),
    }


def kept_offline(site: SiteView, worker: str, *, fetches: bool = False) -> dict[str, object]:
    """Return what the layout of a page needs besides, for the page to be kept by the worker at an address."""
    if not site.offline:
        return {}
    allowed = policy(live=site.live, fetches=fetches, registers=True)
    return {"worker": worker, "version_stamp": STAMP, "policy": allowed}


def laid_out(template: str, context: Mapping[str, object], **more: object) -> str:
    """Return a page, or a part of one, from a context that ``frame`` began."""
    site, words = context["site"], context["words"]
    theme = site.theme if isinstance(site, SiteView) else ()
    language = words.language if isinstance(words, Words) else SITE_LANGUAGE
    page = templates(theme, language).get_template(template).render(context, **more)
    page = _EMPTY_LINES.sub("\n", page)
    if isinstance(site, SiteView) and site.kiosk:
        page = _OUTSIDE.sub(_named, page)
    return _with_elements(page) if ISOLATE in page else page


_EMPTY_LINES: Final = re.compile(r"\n{2,}")
"""Weight for nothing: parts of a page end their lines themselves."""

_OUTSIDE: Final = re.compile(
    r'<a\b(?P<before>[^>]*?)\shref="(?P<address>https?:[^"]*)"(?P<after>[^>]*)>(?P<words>.*?)</a>',
    re.DOTALL,
)
"""A link that leads out of the site."""

_OF_LINKS: Final = re.compile(r'\s(?:target|rel)="[^"]*"')


def _named(link: re.Match[str]) -> str:
    """Write a link as its words and its address: nobody leaves a device for many people by it."""
    address, words = link["address"], link["words"]
    own = _OF_LINKS.sub("", link["before"] + link["after"])
    said = re.sub(r"<[^>]*>", "", words).strip()
    more = "" if said and address.endswith(said) else f' (<span class="address">{address}</span>)'
    return f"<span{own}>{words}</span>{more}"


_TAG_OR_TEXT: Final = re.compile(r"<(script|title|textarea)\b.*?</\1>|<[^>]*>|[^<]+", re.DOTALL)


def _with_elements(page: str) -> str:
    """Set text apart in its direction by ``bdi`` elements, and by signs where no element can stand."""
    opened, closed = "<bdi>", "</bdi>"
    return "".join(
        part if part.startswith("<") else part.replace(ISOLATE, opened).replace(POP, closed)
        for part in (found[0] for found in _TAG_OR_TEXT.finditer(page))
    )


def _after(words: Words, *said: str) -> str:
    """Say one after another what is there to be said."""
    return words.joined("after_one_another", [each for each in said if each])


def notice(words: Words, status: str) -> str:
    """Return the words that a page and its paper carry because of the aid's status."""
    return "" if status == "published" else words.say(status)


@cache
def messages_block(page: Page, words: Words, unsaid: tuple[str, ...] = ()) -> Markup:
    """Write what the scripts of a kind of page say; ``unsaid``: how names begin that are left out."""
    said = messages_for(page, words)
    kept = {name: each for name, each in said.items() if not name.startswith(unsaid)}
    if all(isinstance(each, str) for each in kept.values()):
        kept.pop("plurals", None)
    return json_block(kept)


def json_block(data: object) -> Markup:
    """Write data for a ``<script type="application/json">`` so that nothing in it can end the element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)  # noqa: S704
