"""Each part of the pages is heard as it was when last read: questions, tables, lists, the sheet.

Figures have logs of their own (``test_spoken.py``). Here is one made-up aid that has every part, and the
pages around it. Read the difference of the golden file as you would listen to it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from decisionaid.site import assets
from tests.browser.conftest import Visitor
from tests.browser.handed_over import HandedOver
from tests.browser.site_fixtures import Site
from tests.browser.spoken import spoken
from tests.conftest import ROOT, Golden
from tests.language.made_up_pages import NOW, Case, cases, files_of, site_pages
from tests.our_aids import EARS

# What is said is heard by one worker, once, and kept for the tests that read it.
pytestmark = pytest.mark.xdist_group("parts-spoken")

AID: Final = "aids/every-part/index.html"
STEPS = ("start", "options", "values", "side-by-side", "facts", "questions", "now", "summary")
HEARD: Final = {
    **{step: (f"{AID}#{step}", f"#{step}") for step in STEPS},
    "trade-off step": ("aids/weighed/index.html#side-by-side", ".trade-off"),
    "what the trade-off step comes to": ("aids/weighed/index.html#side-by-side", ".trade-off"),
    "list of steps": (AID, ".steps-menu"),
    "notice": (AID, ".notice"),
    "banner": ("aids/late/evidence.html", ".page > .clock"),
    "home page": ("index.html", "main"),
    "grid": ("aids/every-part/grid.html", "main"),
    "evidence page": ("aids/every-part/evidence.html", "main"),
    "quality page": ("aids/every-part/quality.html", "main"),
    "clinician's page": ("clinician/index.html", "main"),
}
"""Of each part the address, and where it stands there."""

ELSEWHERE: Final = frozenset(
    # Figures: the gallery and the compare step. What only developers see: nobody is read it aloud.
    {"figure", "icon-array", "outcome", "strata", "test-result", "gallery", "workbench"}
    # The sheet before a visit: `test_prepare.py`.
    | {"preparation"}
    # The choice between two wordings: `test_easy_words.py`.
    | {"easy-words"}
    # What a place says: `test_place.py`.
    | {"local"}
)
SWINGS: Final = {"first": "pain", "sick": "10", "operation": "unsure", "back": "40"}
"""What the worked person answers in the trade-off step, not sure of one."""
RESULT: Final = "[data-result]"
MOST = 120
"""Phrases of a part that are kept: the head of a long page and its first rows."""


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory, served: Callable[[Path], str]) -> str:
    """Write an aid that has every part, and the pages around it; give their address."""
    folder = tmp_path_factory.mktemp("parts")
    chosen: list[Case] = [
        each for each in cases() if each.name in ("every-part", "late", "weighed")
    ]
    files = {
        name: text.encode() for case in chosen for name, text in files_of(case, case.aid).items()
    }
    pages = site_pages([case.aid for case in chosen], "en-GB")
    files |= {name: text.encode() for name, text in pages.items()}
    files |= {f"assets/{name}": data for name, data in assets().items()}
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return served(folder)


def hear(page: Page, place: str) -> list[str]:
    """Return what is said of a place, up to a bound."""
    said = spoken(page, place)
    return [*said[:MOST], *([f"({len(said) - MOST} more)"] if len(said) > MOST else [])]


def test_each_part_is_heard_as_it_was_when_last_read(
    parts: str, visit: Visitor, golden: Golden
) -> None:
    texts = []
    for part, (address, place) in HEARD.items():
        seen = visit("about:blank", bypass_csp=True)
        # The summary says on which day it was made.
        seen.page.clock.set_fixed_time(NOW.isoformat())
        seen.page.goto(parts + address)
        expect(seen.page.locator(place)).to_be_visible()
        if part == "summary":
            # The ways to hand over are fetched when it is near.
            expect(seen.page.locator("[data-more-ways]")).to_be_visible()
        if "trade-off step" in part:
            # Empty until it is opened: then its script comes.
            seen.page.locator(f"{place} > summary").click()
            expect(seen.page.locator("[data-first]")).to_be_visible()
        if "comes to" in part:
            for name, value in SWINGS.items():
                seen.page.locator(f'[name="swing.{name}"][value="{value}"]').check(force=True)
            expect(seen.page.locator(f"{place} .trade-line")).to_have_count(2)
        heard = RESULT if "comes to" in part else place
        texts.append("\n".join([f"## {part}", "", *hear(seen.page, heard), ""]))
        seen.page.context.close()
    golden("spoken/parts.txt", "\n".join(texts))


def test_no_component_is_left_out(parts: str, visit: Visitor) -> None:
    """Each folder of the theme's components has a place in a part that is heard."""
    folders = ROOT / "src/decisionaid/theme/components"
    names = {path.parent.name for path in folders.glob("*/template.html")} - ELSEWHERE
    found: set[str] = set()
    pages = {address.partition("#")[0] for address, _ in HEARD.values()}
    for each in pages:
        page = visit(parts + each).page
        for address, place in HEARD.values():
            if address.partition("#")[0] == each:
                html = page.locator(place).evaluate("(one) => one.outerHTML")
                found |= {name for name in names if MARKS.get(name, f'class="{name}') in html}
        page.context.close()
    assert names - found == set()


MARKS: Final = {
    "catalogue": "data-catalogue",
    "progress": "rail-state",
    "provenance": "evidence-row",
    "quality": "quality-item",
    "filled-in-by": 'name="filled_in_by.role"',
    "grid": "grid-table",
    "implications": 'data-module="implications"',
    "leaning": "leaning",
    "own-concerns": "own-concern",
    "plan": "plan",
    "question-list": "question",
    "side-by-side": "side-table",
    "trade-off": "data-trade-off",
    "readiness": "readiness",
}
"""By what a component is known that is not called as its class."""


def test_the_sheet_is_heard_from_the_persons_words_on(
    site: Site, visit: Visitor, handed_over: Callable[[str], HandedOver]
) -> None:
    """The clinician hears what the person said before what the aid says, each part under its title."""
    page = visit(f"{site.address}clinician/", bypass_csp=True).page
    page.locator("#record-file").set_input_files(handed_over(EARS).file)
    expect(page.locator("#sheet h2").first).to_be_visible()
    said = spoken(page, "#sheet")
    titles = [each for each in said if each.startswith("heading, ")]
    shown = page.locator("#sheet :is(h2, h3, h4)").all_text_contents()
    assert len(titles) == len(shown)
    for title, words in zip(titles, shown, strict=True):
        assert title.startswith(f"heading, {' '.join(words.split())}, "), title
    assert "In their words" in titles[1]
