"""What every page has in common: its language and direction, its policy, its notices.

Layer 2.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from jinja2 import Environment
from markupsafe import Markup

from decisionaid.model.aid import Aid
from decisionaid.model.clock import clock_of
from decisionaid.render.pages.environment import OwnTheme, templates
from decisionaid.render.words.clock_words import banner_of
from decisionaid.render.words.messages import say
from decisionaid.render.words.script_messages import SCRIPT_MESSAGES, Page

RIGHT_TO_LEFT: Final = frozenset(
    {"ar", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"}
)
"""Languages written from right to left in their usual script."""


@dataclass(frozen=True, slots=True)
class SiteView:
    """The site around a page.

    ``base`` leads to the site's root, such as ``../../``. ``live`` allows the script that reloads
    a page while it is being written. ``handbook`` says that there is one to link to. ``today`` is the
    day that banners go by; None: no aid is late. ``theme`` are templates that go before ours.
    """

    base: str
    live: bool = False
    handbook: bool = False
    today: date | None = None
    theme: OwnTheme = ()


def policy(*, live: bool, fetches: bool = False) -> str:
    """Return the content security policy; only the clinician's page ``fetches``, from the site alone."""
    connect = "'self'" if live or fetches else "'none'"
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'none'",
            f"connect-src {connect}",
            "form-action 'none'",
            "base-uri 'none'",
            "object-src 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


def direction(language: str) -> str:
    """Return ``rtl`` or ``ltr`` for a language tag such as ``ar`` or ``en-GB``."""
    parts = language.lower().split("-")
    if "arab" in parts or "hebr" in parts:
        return "rtl"
    return "rtl" if parts[0] in RIGHT_TO_LEFT and "latn" not in parts else "ltr"


def frame(aid: Aid | None, site: SiteView, *, fetches: bool = False) -> dict[str, object]:
    """Return what the layout of every page needs; ``aid`` None for pages of the whole site."""
    language = aid.language if aid else "en-GB"
    clock = clock_of(aid, site.today) if aid else None
    banner = banner_of(aid, clock) if aid and clock else None
    status = notice(aid.status) if aid else ""
    return {
        "site": site,
        "assets": f"{site.base}assets/",
        "language": language,
        "direction": direction(language),
        "policy": policy(live=site.live, fetches=fetches),
        "notice": status,
        "status": aid.status if aid else "",
        "clock": clock.state if clock else "",
        "banner": banner,
        "standing": " ".join(filter(None, (status, banner.title if banner else ""))),
    }


def themed(context: Mapping[str, object]) -> Environment:
    """Return the templates for a context that ``frame`` began."""
    site = context["site"]
    return templates(site.theme if isinstance(site, SiteView) else ())


def notice(status: str) -> str:
    """Return the words that a page and its paper carry because of the aid's status."""
    return "" if status == "published" else say(status)


@cache
def messages_block(page: Page) -> Markup:
    """Write what the scripts of a kind of page say; the same for every page of the kind."""
    return json_block(dict(SCRIPT_MESSAGES[page]))


def json_block(data: object) -> Markup:
    """Write data for a ``<script type="application/json">`` so that nothing in it can end the element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)  # noqa: S704
