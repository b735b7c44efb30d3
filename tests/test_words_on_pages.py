"""Nothing that an author wrote is lost on the way to the page: the source is read here without our reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from decisionaid.compiler import compile_aid
from decisionaid.model.aid import Aid
from decisionaid.model.quality import Quality
from decisionaid.quality import assess
from decisionaid.render import (
    SiteView,
    render_aid_page,
    render_evidence_page,
    render_quality_page,
)
from tests.our_aids import SLUGS
from tests.our_aids import source_of as source_of_aid
from tests.read.lost import _OF_THE_FORMAT, _as_text, _body

_COMPUTED = re.compile(
    r"^- (Time|People|Difference|Estimate|Groups|Scale|Matters from|Source|Certainty|Said as|Count"
    r"|Not in this study)|^\|"
)
"""Lines whose words are put into sentences of ours: their single words are looked for."""
_MARKS = re.compile(
    r"^(#{1,6} |[-*] (\[[ x]\] )?|\d+\. )?([A-Z][a-z]+( as| as-now)?: |[a-z0-9-]+: (?=not ))?"
)
_NAMED = re.compile(r"\[\[[^\]]*\]\]|\{[^}]*\}")
"""A figure that stands in prose by its name, and ids, classes and attributes."""
_LINKED = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_PARTED = re.compile(
    r"^(?:not known|not found|not applicable|high|moderate|low|very low): |" + _NAMED.pattern
)
"""What parts a text: a word of the format before its reason, and ids."""
_UNSEEN = {"decisionaid", "option-order", "allow", "language", "status", "kind", "version"}
"""Keys of the head with words of the format, not of the author."""
_WORD = re.compile(r"[^\W_]{2,}")


def bare(text: str) -> str:
    """Return the letters and digits of a text, in small letters."""
    return re.sub(r"[\W_]+", "", text).casefold()


def source_of(slug: str) -> str:
    return source_of_aid(slug).text


@cache
def shown(slug: str) -> str:
    """Return what the aid's page and those on its evidence and quality say, to eyes or to a screen reader."""
    compiled = compile_aid(source_of_aid(slug))
    assert compiled.aid is not None
    quality = assess(compiled.aid, (), spans=compiled.spans, sha256=compiled.sha256)
    return " ".join(said(page) for page in pages(compiled.aid, quality))


def pages(aid: Aid, quality: Quality) -> tuple[str, str, str]:
    site = SiteView("../../")
    return (
        render_aid_page(aid, site, "0" * 16),
        render_evidence_page(aid, site),
        render_quality_page(aid, quality, site),
    )


def said(page: str) -> str:
    tree = LexborHTMLParser(page)
    for node in tree.css("script, style"):
        node.decompose()
    names = [node.attributes.get(name) or "" for name in ("alt", "aria-label", "href")
             for node in tree.css(f"[{name}]")]  # fmt: skip
    return " ".join([tree.root.text(separator=" ") if tree.root else "", *names])


def runs(source: str) -> Iterator[tuple[int, str]]:
    """Yield each run of text in the prose of a source, with its line."""
    for number, line in _body(source.split("\n")):
        if _COMPUTED.match(line):
            continue
        text = _LINKED.sub(r"\1", _MARKS.sub("", line, count=1))
        yield from ((number, run) for run in _PARTED.split(text) if bare(run))


def computed_words(source: str) -> Iterator[tuple[int, str]]:
    """Yield the words of tables and fields, numbers left out: they are computed with."""
    for number, line in _body(source.split("\n")):
        if _COMPUTED.match(line):
            for word in _WORD.findall(_as_text(_NAMED.sub(" ", line))):
                if not word[0].isdigit() and word.lower() not in _OF_THE_FORMAT:
                    yield number, word


def head_texts(slug: str) -> Iterator[str]:
    """Yield each text in the head, whatever key it stands under."""
    head = yaml.safe_load(source_of(slug).split("---\n")[1])
    yield from (text for key, part in head.items() if key not in _UNSEEN for text in texts(part))


def texts(part: object) -> Iterator[str]:
    if isinstance(part, dict):
        for each in part.values():
            yield from texts(each)
    elif isinstance(part, list):
        for each in part:
            yield from texts(each)
    elif isinstance(part, str):
        yield from (run for run in _PARTED.split(part) if bare(run))


@pytest.mark.parametrize("slug", SLUGS)
def test_every_run_of_prose_is_on_the_page_or_on_its_evidence_page(slug: str) -> None:
    page, found = bare(shown(slug)), list(runs(source_of(slug)))
    assert found
    assert [(line, run) for line, run in found if bare(run) not in page] == []


@pytest.mark.parametrize("slug", SLUGS)
def test_every_word_of_a_table_or_a_field_is_on_the_page_or_on_its_evidence_page(slug: str) -> None:
    page, found = bare(shown(slug)), list(computed_words(source_of(slug)))
    assert found
    assert [(line, word) for line, word in found if bare(word) not in page] == []


@pytest.mark.parametrize("slug", SLUGS)
def test_every_text_of_the_head_is_on_the_page_or_on_its_evidence_page(slug: str) -> None:
    page = bare(shown(slug))
    assert [text for text in head_texts(slug) if bare(text) not in page] == []
