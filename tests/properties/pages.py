"""What the pages of a random aid say, taken out of their HTML as a reader meets it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from hypothesis import reject
from selectolax.lexbor import LexborHTMLParser, LexborNode

from decisionaid.compiler import compile_aid
from decisionaid.diagnostics import Severity
from decisionaid.model.aid import Aid
from decisionaid.model.outcome import Outcome
from decisionaid.render import SiteView, render_aid_page, render_evidence_page
from decisionaid.render.figures.shown_figure import ShownFigure
from decisionaid.render.outcomes.in_words import Figures
from tests.properties.random_aids import LETTERED, DrawnAid, source_of

_SHARE = re.compile(r"(?i)(fewer than |more than )?([\d,]+) of ([\d,]+)")
NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


@dataclass(frozen=True)
class Pages:
    """An aid with its figures in words and its two pages, parsed."""

    aid: Aid
    figures: Figures
    page: LexborHTMLParser
    evidence: LexborHTMLParser

    def shown(self) -> Iterator[tuple[Outcome, ShownFigure]]:
        """Yield every figure in words with its row."""
        for outcome in self.aid.outcomes:
            for cell in outcome.cells:
                yield outcome, self.figures.shown(outcome, cell)

    def row(self, outcome: Outcome) -> LexborNode:
        """Return the part of the aid's page that is about a row."""
        found = self.page.css_first(f"#outcome-{outcome.id}")
        assert found is not None, outcome.id
        return found

    def items(self, outcome: Outcome) -> dict[str, LexborNode]:
        """Return the list item of each option of a row, in the order of the page.

        Options without a figure share one line, which names them or says "the other options".
        """
        row = self.row(outcome)
        found = {option_in(words(item)): item for item in row.css("li.figure")}
        line = row.css_first(".others")
        for cell in outcome.cells:
            if cell.option not in found:
                assert line is not None, (outcome.id, cell.option)
                found[cell.option] = line
        return found

    def said(self, outcome: Outcome) -> list[str]:
        """Return the sentences under the figures of a row: what was compared, how sure, notes."""
        found = self.row(outcome).css(".outcome-words p")
        return [each for p in found for each in re.split(r"(?<=[.?!]) ", words(p))]

    def evidence_row(self, outcome: Outcome) -> str:
        """Return the words of a row on the evidence page."""
        found = self.evidence.css_first(f"#row-{outcome.id}")
        assert found is not None, outcome.id
        return words(found)


def words(node: LexborNode) -> str:
    """Return all the words in an element."""
    return " ".join(node.text(separator=" ").split())


def option_in(text: str) -> str:
    """Return the id of the one option that a text names."""
    named = {each for each, name in LETTERED.items() if name.lower() in text.lower()}
    assert named, text
    return min(named, key=lambda each: text.lower().index(LETTERED[each].lower()))


TOO_TALL = "DA862"
"""The rule on how much the one-page grid holds: which rows are on it is drawn, and so are the words in them."""


@lru_cache(maxsize=256)
def read(drawn: DrawnAid) -> Aid:
    """Compile an aid; one that is refused is a fault of the test or a rule.

    One whose grid is too tall for its page is left out, so inside ``given`` another one is drawn in its place.
    """
    compiled = compile_aid(source_of(drawn))
    refused = [each for each in compiled.diagnostics if each.code.severity is Severity.ERROR]
    if {each.code.number for each in refused} == {TOO_TALL}:
        reject()
    assert [(each.span, each.code.number, each.message) for each in refused] == []
    aid = compiled.aid
    assert aid is not None
    return aid


@lru_cache(maxsize=64)
def pages_of(drawn: DrawnAid) -> Pages:
    """Compile an aid and write its pages; they are kept for the next property that asks for them."""
    aid = read(drawn)
    site = SiteView("../../")
    pages = (render_aid_page(aid, site, "0" * 16), render_evidence_page(aid, site))
    return Pages(aid, Figures(aid), *map(LexborHTMLParser, pages))


@dataclass(frozen=True)
class Said:
    """A share of people as it is said: ``fewer than 1 of 100``."""

    bound: str
    n: int
    of: int


def shares(text: str) -> list[Said]:
    """Return the shares in a text, in order."""
    return [
        Said((m[1] or "").strip().lower(), int(m[2].replace(",", "")), int(m[3].replace(",", "")))
        for m in _SHARE.finditer(text)
    ]


def numbers(text: str) -> set[Decimal]:
    """Return every number in a text, whatever stands around it."""
    return {Decimal(each.replace(",", "")) for each in NUMBER.findall(text)}
