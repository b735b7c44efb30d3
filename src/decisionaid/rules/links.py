"""Rules on links and pictures (DA810 to DA812, DA814): their words say what stands behind them, and it is there.

Layer 2. DA810 and DA812 read English words, and in any language find addresses and file names;
DA811 and DA814 go by the addresses alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.addresses import PAGES, is_local, leads_somewhere, places_on
from decisionaid.model.aid import Aid
from decisionaid.model.base import Part
from decisionaid.model.prose import Emphasis, Inlines, Link, Paragraph, Picture, plain_text
from decisionaid.model.sections import CellWords
from decisionaid.rules.rule import Rule, RuleContext, rule
from decisionaid.text import Path

_EMPTY: Final = re.compile(
    r"(?:please )?(?:click|tap|press|see|read|look|go|find out|learn|follow)?"
    r"(?: ?(?:on|at|to|the|this|these|it|here|there|more|link|page|site|website|web ?site|now|below))*"
    r"(?: ?(?:\.|…|>|»|→))*",
    re.IGNORECASE,
)
_HOST: Final = re.compile(
    r"^(?:https?://)?((?:[a-z0-9-]{1,63}\.)+[a-z]{2,24})(?=[/:?#]|$)", re.IGNORECASE
)
_FILE: Final = re.compile(r"[\w-]{1,80}\.(?:png|jpe?g|webp|gif|svg|pdf)", re.IGNORECASE)
_FILE_NAME: Final = re.compile(
    r"\.(?:html?|png|jpe?g|webp|gif|svg|pdf|docx?|odt|md|txt|xlsx?|csv|pptx?)$", re.IGNORECASE
)
"""The end of a name that is a file's, and never that of a site."""
_SORT: Final = re.compile(
    r"(?:an? |the )?(?:image|picture|photo(?:graph)?|chart|graph|diagram|drawing|figure|illustration|"
    r"screenshot|logo|icon|infographic|table)\d*(?: \d+)?\.?",
    re.IGNORECASE,
)


def _walk(part: Part, path: Path) -> Iterator[tuple[Path, Paragraph | CellWords | Picture]]:
    """Yield what can hold a link, and every picture, with its path."""
    for name, value in vars(part).items():
        if isinstance(value, tuple):
            for number, each in enumerate(value):
                if isinstance(each, Part):
                    yield from _found(each, (*path, name, number))
        elif not isinstance(value, str) and isinstance(value, Part):
            yield from _found(value, (*path, name))


def _found(part: Part, path: Path) -> Iterator[tuple[Path, Paragraph | CellWords | Picture]]:
    if isinstance(part, Paragraph | CellWords | Picture):
        yield path, part
    else:
        yield from _walk(part, path)


def _shown(aid: Aid) -> tuple[tuple[Path, Paragraph | CellWords | Picture], ...]:
    return tuple(_walk(aid, ()))


def _links(inlines: Inlines) -> Iterator[Link]:
    for inline in inlines:
        if isinstance(inline, Link):
            yield inline
        elif isinstance(inline, Emphasis):
            yield from _links(inline.inlines)


def links_of(aid: Aid) -> Iterator[tuple[Path, Link]]:
    """Yield every link of an aid, with the path of the paragraph or cell that holds it."""
    for path, part in _shown(aid):
        if not isinstance(part, Picture):
            yield from ((path, link) for link in _links(part.inlines))


def _links_of(aid: Aid, context: RuleContext) -> Iterator[tuple[Path, Link]]:
    for path, part in context.once(_shown, aid):
        if not isinstance(part, Picture):
            yield from ((path, link) for link in _links(part.inlines))


@rule(
    "DA810",
    "link-not-described",
    Severity.WARNING,
    kind="assist",
    harm=Harm.HARD_TO_USE,
    why="a screen reader can list the links of a page alone, and on paper nothing can be clicked",
    basis="Web Content Accessibility Guidelines 2.2, criteria 2.4.4 and 2.4.9",
)
def link_not_described(aid: Aid, context: RuleContext) -> Iterator[Finding]:
    """The words of a link say where it leads."""
    for path, link in _links_of(aid, context):
        words = plain_text(link.inlines).strip()
        if link.address.startswith(("mailto:", "tel:")):
            continue
        if words.casefold().startswith(("http://", "https://")) or _EMPTY.fullmatch(words):
            yield Finding(
                path,
                f"the words of this link do not say where it leads: '{words}'",
                f"name the page and who made it: '[Advice on ... from ...]({link.address})'",
                words=words,
            )


@rule(
    "DA811",
    "link-to-elsewhere",
    Severity.ERROR,
    kind="auto",
    harm=Harm.MISLEADS,
    why="a reader trusts the address that they read, and is led to another",
)
def link_to_elsewhere(aid: Aid, context: RuleContext) -> Iterator[Finding]:
    """A link whose words are an address leads to that site."""
    for path, link in _links_of(aid, context):
        words = plain_text(link.inlines).strip()
        said = _HOST.match(words)
        if said is None:
            continue
        host = (urlsplit(link.address).hostname or "").casefold()
        if link.address.startswith("mailto:"):
            host = link.address.rpartition("@")[2].partition("?")[0].casefold()
        if host.removeprefix("www.") != said[1].casefold().removeprefix("www."):
            yield Finding(
                path,
                f"the words of this link say '{said[1]}', and it leads to '{host or link.address}'",
                "write words that name the page, and compare the address",
                words=words,
            )


@rule(
    "DA812",
    "picture-not-described",
    Severity.WARNING,
    kind="assist",
    harm=Harm.LEAVES_OUT,
    why="a person who cannot see a picture has only its description",
    basis="Web Content Accessibility Guidelines 2.2, criterion 1.1.1",
)
def picture_not_described(aid: Aid, context: RuleContext) -> Iterator[Finding]:
    """The description of a picture says what it shows, and is no name of a file or of a sort of picture."""
    for path, part in context.once(_shown, aid):
        if not isinstance(part, Picture):
            continue
        words = part.description.strip()
        if _FILE.fullmatch(words) or _SORT.fullmatch(words):
            yield Finding(
                path,
                f"'{words}' does not say what the picture shows",
                f"say it as to somebody on the telephone: '![A hand with a splint on its wrist]({part.file})'",
                words=words,
            )


@rule(
    "DA814",
    "link-leads-nowhere",
    Severity.ERROR,
    kind="auto",
    harm=Harm.MISLEADS,
    why="who follows it in need of help finds a page that is not there",
    unsafe=True,
)
def link_leads_nowhere(aid: Aid, context: RuleContext) -> Iterator[Finding]:
    """A link within the site leads to a page, or to a place on one, that is there."""
    for path, link in _links_of(aid, context):
        address = link.address
        if address == "#" or not is_local(address) or leads_somewhere(address, aid):
            continue  # "#": the reader has refused it already
        words = plain_text(link.inlines).strip()
        page, mark, _place = address.partition("#")
        if mark and page in ("", "index.html"):
            places = [f"'#{each}'" for each in sorted(places_on(aid))[:_FEW]]
            known = f"such as {' or '.join(places)}" if places else "and there is none yet"
            advice = f"name a place on the page, {known}"
        elif page in PAGES:
            advice = f"no link leads to a place on that page: write '{page}' alone"
        elif (host := _HOST.match(address)) and not _FILE_NAME.search(host[1]):
            advice = f"write the whole address: '[{words or 'words'}](https://{address})'"
        else:
            advice = (
                "write the whole address with 'https://', or name one of the aid's own pages, such as "
                "'evidence.html', or another aid: '../its-folder/'"
            )
        yield Finding(
            path,
            f"the link leads to '{address}', and the site has no such page or place",
            advice,
            words=words,
        )


_FEW: Final = 2


RULES: tuple[Rule, ...] = (
    link_not_described,
    link_to_elsewhere,
    picture_not_described,
    link_leads_nowhere,
)
