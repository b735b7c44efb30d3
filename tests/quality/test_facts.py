"""What the quality page says of every page holds on real pages, of treatments, tests and drafts."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from selectolax.lexbor import LexborNode

from decisionaid.compiler import compile_aid
from decisionaid.disk.aid_folder import aid_files, assessed
from decisionaid.disk.aid_pages import View
from decisionaid.exchange.sundae import sundae
from decisionaid.quality.facts import FACTS
from decisionaid.render import SiteView, render_aid_page
from decisionaid.text import Source
from tests.conftest import ROOT
from tests.render.page import Page, text
from tests.site_examples import GOOD, write_aids

AIDS = sorted((ROOT / "aids").glob("*/index.md")) + sorted((ROOT / "tests/specimens").glob("*.md"))


SHARE = re.compile(r"(about )?[\d,]+ of [\d,]+")


def pages() -> list[tuple[str, str]]:
    """Return names and sources: the real aids, those on tests, and a draft full of gaps."""
    return [(each.as_posix(), each.read_text("utf-8")) for each in AIDS] + [("draft", GOOD)]


@cache
def rendered(source: str) -> Page:
    """Return the aid page of a source."""
    compiled = compile_aid(Source("index.md", source, "example"))
    assert compiled.aid is not None
    return Page(render_aid_page(compiled.aid, SiteView("../../"), compiled.sha256))


def same_parts(page: Page) -> bool:
    """Whether no option carries a class or a style that another has not."""
    classes = set(page.attributes("section.option", "class"))
    return len(classes) <= 1 and not page.all("[style]")


def shares(page: Page) -> list[LexborNode]:
    """Return the figures that are a share of people, such as "159 of 1,000"."""
    return [
        figure
        for figure in page.all(".figure")
        if (number := figure.css_first(".figure-number")) and SHARE.fullmatch(text(number))
    ]


HELD: dict[str, Callable[[Page], bool]] = {
    "supports": lambda page: "does not recommend an option" in page.one("body").text(),
    "same-rows": lambda page: all(
        len({len(row.css("td")) for row in table.css("tbody tr")}) <= 1
        for table in page.all(".option-table")
    ),
    "same-look": same_parts,
    "both-ways": lambda page: all(each.css_first(".figure-other") for each in shares(page)),
    "three-ways": lambda page: all(
        each.css_first(".figure-what") and (each.css_first("svg") or "10,000" in text(each))
        for each in shares(page)
    ),
    "own-words": lambda page: bool(page.all("#values textarea")),
    "who-decides": lambda page: (
        {"role", "readiness.supported"} <= set(page.attributes("#now input", "name"))
    ),
    "steps": lambda page: len(page.all("section.step")) >= 5,
    "summary": lambda page: bool(
        page.all("#summary") and page.all("#questions textarea, #questions input")
    ),
    "without-script": lambda page: bool(page.all("form#aid")) and not page.all("noscript"),
}


@pytest.mark.parametrize("name", HELD)
@pytest.mark.parametrize("source", [each[1] for each in pages()], ids=[each[0] for each in pages()])
def test_what_is_said_of_every_page_holds(name: str, source: str) -> None:
    assert name in FACTS
    assert HELD[name](rendered(source))


def test_the_real_aids_have_shares_to_look_at() -> None:
    assert all(
        shares(rendered(path.read_text("utf-8")))
        for path in AIDS
        if path.parent.name == "knee-osteoarthritis"
    )


def test_an_aid_has_its_pages_for_paper_and_its_paragraph(tmp_path: Path) -> None:
    aids = write_aids(tmp_path / "aids", one=GOOD)
    files = aid_files(aids / "one", aids, View()).files
    assert {"aids/one/index.html", "aids/one/large-print.html", "aids/one/grid.html"} <= set(files)
    _source, compiled, quality = assessed(aids / "one/index.md")
    assert compiled.aid is not None
    assert quality is not None
    assert sundae(compiled.aid, quality).startswith("The decision is: ")


def test_every_fact_of_every_page_is_held_by_a_test() -> None:
    looked_up = {"experience", "chances", "reading-level", "delivery", "plain-enough"}
    assert set(HELD) | {"papers", "paragraph"} == set(FACTS) - looked_up
