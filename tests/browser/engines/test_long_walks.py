"""What `make engines` tries in WebKit and in Firefox: by keyboard, and each kind of page at 320 pixels."""

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from decisionaid.site import write_gallery
from tests.browser.answers import Answers
from tests.browser.engines.conftest import FIREFOX_ALONE
from tests.browser.engines.engine import Engine, Kind, until
from tests.browser.engines.firefox import Firefox
from tests.browser.engines.journey import SHOWN, WORDS, KeyboardJourney
from tests.browser.engines.noted import COMPLAINTS
from tests.browser.engines.test_short_walks import OVERFLOW, SHEET
from tests.browser.figures_read import bare, unread
from tests.browser.site_fixtures import Site
from tests.browser.visit import words_of
from tests.our_aids import SLUGS

pytestmark = [pytest.mark.engines, pytest.mark.long]

PAGES_OF_AN_AID = ("", "evidence.html", "quality.html", "grid.html", "large-print.html")
NARROW = 320


def missing(texts: Sequence[str], shown: str) -> list[str]:
    """Return the texts that are not shown."""
    return [text for text in texts if " ".join(text.split()) not in shown]


@pytest.mark.parametrize("slug", SLUGS)
def test_by_keyboard_alone_all_that_is_said_reaches_the_clinician(
    slug: str, engine: Engine, site: Site, noted: Callable[[Path], str]
) -> None:
    address = noted(site.folder)
    answers = Answers(site.aids[slug])
    walk = KeyboardJourney(engine, answers, site.steps(slug), answers.by_step)
    engine.open(f"{address}aids/{slug}/")
    walk.to_summary()
    assert missing(answers.said, engine.ask(WORDS, "#summary")) == []
    saved = walk.save()
    for step in ("values", "now", "summary"):
        engine.go(f"{address}aids/{slug}/#{step}")
        engine.reload()
        until(engine, SHOWN, step)
        assert list(walk.lost()) == []
    assert engine.ask(COMPLAINTS) == []
    engine.go(f"{address}clinician/")
    engine.choose_file("#record-file", saved)
    until(engine, SHEET)
    assert missing(answers.said, engine.ask(WORDS, "#sheet")) == []
    assert walk.faults == []


@pytest.mark.parametrize("width", [NARROW, 1280])
def test_each_kind_of_page_fits_and_complains_of_nothing(
    width: int, engine: Engine, site: Site, noted: Callable[[Path], str]
) -> None:
    if not (site.folder / "gallery").exists():
        write_gallery(site.folder)
    address = noted(site.folder)
    names = ["", "clinician/", "gallery/"]
    names += [f"aids/{slug}/{name}" for slug in SLUGS for name in PAGES_OF_AN_AID]
    names += [f"aids/{slug}/#{step}" for slug in SLUGS for step in site.steps(slug)]
    faults = []
    for name in names:
        engine.open(f"{address}{name}", width=width)
        assert engine.ask("() => innerWidth") == width
        over, complaints = engine.ask(OVERFLOW), engine.ask(COMPLAINTS)
        if over > 0 or complaints:
            faults.append(f"{name}: {over} pixels too wide, {complaints}")
    assert faults == []


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("kind", FIREFOX_ALONE)
def test_firefox_prints_every_figure_and_the_notice(
    slug: str,
    kind: Kind,
    engines: Callable[[Kind], Engine],
    site: Site,
    noted: Callable[[Path], str],
) -> None:
    engine = engines(kind)
    assert isinstance(engine, Firefox)
    engine.open(f"{noted(site.folder)}aids/{slug}/#values")
    printed = " ".join(words_of(PdfReader(BytesIO(engine.printed()))))
    assert list(unread(site.aids[slug], printed)) == []
    assert bare("Demonstration, not for clinical use") in bare(printed)
