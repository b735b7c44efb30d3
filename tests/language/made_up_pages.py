"""Every kind of page of aids in a made-up language, and the words that can be met on them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from decisionaid.compiler import Compiled, compile_aid
from decisionaid.compiler.starter import Beginning, starter
from decisionaid.disk.aid_pages import View, pages_of, withdrawn_pages
from decisionaid.language import words_in
from decisionaid.model.aid import Aid, Withdrawal
from decisionaid.model.clock import clock_of
from decisionaid.model.ended import without_figures
from decisionaid.quality import assess
from decisionaid.render import (
    SiteView,
    card_of,
    render_clinician_page,
    render_home,
    render_letter,
    render_prepare,
)
from decisionaid.text import Source, SpanMap
from tests.conftest import ROOT
from tests.language.made_up import NO_WORDS, STATED, MadeUp, aid_in
from tests.render.examples import EXAMPLE
from tests.rules.trade_off_example import WORKED

AIDS = sorted(path.parent.name for path in (ROOT / "aids").glob("*/index.md"))
SPECIMENS = ("screening", "test")
NOW, LATE, ENDED = date(2026, 12, 1), date(2029, 1, 2), date(2040, 1, 1)


@dataclass(frozen=True)
class Case:
    """An aid as its author wrote it in English, and the day on which its pages are made."""

    name: str
    aid: Aid
    compiled: Compiled | None
    today: date


def cases() -> Iterator[Case]:
    """Yield aids in every state that has pages of its own."""
    for slug in AIDS:
        compiled = _compiled((ROOT / "aids" / slug / "index.md").read_text(encoding="utf-8"), slug)
        yield _case(slug, compiled, NOW)
    for name in SPECIMENS:
        text = (ROOT / "tests" / "specimens" / f"{name}.md").read_text(encoding="utf-8")
        yield _case(name, _compiled(text, name), NOW)
    carpal = _compiled((ROOT / "aids/carpal-tunnel/index.md").read_text(encoding="utf-8"), "late")
    yield _case("late", carpal, LATE)
    yield _case("ended", carpal, ENDED)
    yield Case("every-part", EXAMPLE.model_copy(update={"slug": "every-part"}), None, NOW)
    yield _case("weighed", _compiled(WORKED, "weighed"), NOW)
    draft = starter(Beginning(title="A draft with gaps"), today=NOW)
    yield _case("draft", _compiled(draft, "draft"), NOW)
    withdrawn = Withdrawal(date=NOW, reason="There are newer trials", instead="carpal-tunnel")
    aid = EXAMPLE.model_copy(update={"status": "withdrawn", "withdrawn": withdrawn})
    yield Case("withdrawn", aid.model_copy(update={"slug": "withdrawn"}), None, NOW)


@cache
def _compiled(text: str, slug: str) -> Compiled:
    return compile_aid(Source(f"{slug}/index.md", text, slug))


def _case(name: str, compiled: Compiled, today: date) -> Case:
    assert compiled.aid is not None, compiled.diagnostics
    return Case(name, compiled.aid.model_copy(update={"slug": name}), compiled, today)


def files_of(case: Case, aid: Aid) -> dict[str, str]:
    """Return the pages and the data of an aid by their path."""
    found = case.compiled.diagnostics if case.compiled else ()
    spans = case.compiled.spans if case.compiled else SpanMap()
    shown = aid if clock_of(aid, case.today).shows_figures else without_figures(aid)
    quality = assess(shown, found, spans=spans, sha256="0" * 16, words=words_in(aid.language))
    view = View(today=case.today)
    if aid.status == "withdrawn":
        files = withdrawn_pages(shown, quality, view, aid.title)
    else:
        files = pages_of(shown, quality, view)
    return {name: data.decode("utf-8") for name, data in files.items()}


def site_pages(aids: list[Aid], language: str, today: date = NOW) -> dict[str, str]:
    """Return the pages of a whole site in a language."""
    cards = [card_of(aid, clock_of(aid, today), language) for aid in aids]
    plan = SiteView("../../", language=language)
    return {
        "index.html": render_home(cards, SiteView("", language=language)),
        "clinician/index.html": render_clinician_page(cards, SiteView("../", language=language)),
        "plan/prepare/index.html": render_prepare(plan),
        "plan/prepare/large-print.html": render_prepare(plan, large=True),
        "plan/letter/index.html": render_letter(plan),
    }


def every_file(language: MadeUp) -> dict[str, str]:
    """Return every page of every case, and those of the site, in a made-up language."""
    files: dict[str, str] = {}
    aids = []
    for case in cases():
        aid = aid_in(language, case.aid)
        aids.append(aid)
        files |= files_of(case, aid)
    return files | site_pages(aids, language.tag)


SAID = ("alt", "aria-label", "aria-description", "title", "placeholder", "data-title",
        "data-step-title", "data-notice")  # fmt: skip
"""Attributes that are read to somebody, or shown by scripts and styles."""
UNSAID = frozenset({"script", "style"})


def texts_of(page: str) -> Iterator[str]:
    """Yield what a page says: to eyes, to a screen reader, and by its scripts."""
    tree = LexborHTMLParser(page)
    for name in SAID:
        yield from (node.attributes.get(name) or "" for node in tree.css(f"[{name}]"))
    for block in tree.css("script#messages"):
        yield from _said(json.loads(block.text()))
    for node in tree.css("script, style"):
        node.decompose()
    assert tree.root is not None
    for node in tree.root.traverse(include_text=True):
        if node.tag == "-text":
            yield node.text(deep=False) or ""


def _said(message: object) -> Iterator[str]:
    """Yield the texts of messages for scripts, without their places."""
    match message:
        case str():
            yield re.sub(r"\{\w+\}", " ", message)
        case {"by": _, "forms": dict() as forms}:
            yield from _said(list(forms.values()))
        case dict():
            yield from _said(
                [each for key, each in message.items() if key not in ("plurals", "date")]
            )
        case list():
            for each in message:
                yield from _said(each)
        case _:
            pass


UNSHOWN: Final = frozenset(
    {"clock", "code", "computes", "correct", "direction", "done", "format", "kind", "level", "measure", "part"}
    | {"option_kind", "read", "role", "sha256", "shown", "slug", "standard", "state", "status"}
    | {"unit", "verdict", "when", "who", "word", "wording", "across", "better", "counts", "delivery", "share", "sides"}
)  # fmt: skip
"""Fields of files that hold words of the format."""


def shown_in(data: str) -> Iterator[str]:
    """Yield the texts in a JSON file that people may be shown: those that are no ids and no keys."""
    yield from _texts("", json.loads(data))


def _texts(name: str, value: object) -> Iterator[str]:
    match value:
        case dict():
            for key, each in value.items():
                yield from _texts(key, each)
        case list():
            for each in value:
                yield from _texts(name, each)
        case str() if name not in NO_WORDS | UNSHOWN and (name, value) not in STATED:
            yield value
        case _:
            pass
