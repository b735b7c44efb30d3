"""What `make engines` tries in WebKit and in Firefox: by keyboard, and each kind of page at 320 pixels."""

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from decisionaid.compiler import compile_aid
from decisionaid.site import build_site, write_gallery
from decisionaid.text import Source
from tests.browser.answers import Answers, Choose
from tests.browser.engines.conftest import FIREFOX_ALONE
from tests.browser.engines.engine import Engine, Kind, until
from tests.browser.engines.firefox import Firefox
from tests.browser.engines.journey import SHOWN, WORDS, KeyboardJourney, control
from tests.browser.engines.noted import COMPLAINTS
from tests.browser.engines.test_short_walks import OVERFLOW, SHEET
from tests.browser.figures_read import bare, unread
from tests.browser.site_fixtures import Site
from tests.browser.visit import UNFOLD, words_of
from tests.browser.walk import MOST_STOPS, is_for
from tests.english import say
from tests.our_aids import SLUGS
from tests.rules.trade_off_example import WORKED
from tests.site_examples import write_aids

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
    engine.ask(UNFOLD)
    assert missing(answers.said, engine.ask(WORDS, "#sheet")) == []
    assert walk.faults == []


SWINGS = tuple(
    Choose(f"swing.{name}", value)
    for name, value in (("first", "pain"), ("sick", "10"), ("operation", "30"), ("back", "40"))
)
"""The answers of the worked person, whose results were worked out beforehand."""
NO_NUMBERS = "() => !document.querySelector('[data-result]').innerText.match(/[0-9]/)"
STANDS = """() => [...document.querySelectorAll("[data-result] h4")].map((one) => one.innerText)"""
WEIGHED = "() => document.querySelector('[data-weigh]').checkVisibility()"
LINES = """() => [...document.querySelectorAll(".trade-line svg")].map((one) => one.getBoundingClientRect().width)"""


@pytest.fixture(scope="module")
def weighed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the made-up aid that has the trade-off step."""
    folder = tmp_path_factory.mktemp("weighed")
    assert build_site(write_aids(folder / "aids", weighed=WORKED), folder / "out").ok
    return folder / "out"


def test_by_keyboard_alone_the_trade_off_step_comes_to_what_was_worked_out(
    engine: Engine, weighed: Path, noted: Callable[[Path], str]
) -> None:
    aid = compile_aid(Source("weighed/index.md", WORKED, "weighed")).aid
    assert aid is not None
    walk = KeyboardJourney(engine, Answers(aid), ("side-by-side",), {})
    engine.open(f"{noted(weighed)}aids/weighed/#side-by-side", width=NARROW)
    until(engine, SHOWN, "side-by-side")
    unsaid = list(SWINGS)
    for _ in range(MOST_STOPS):
        stop = walk.next_stop()
        if stop["goesOn"]:
            break
        if stop["folded"] and stop["words"] == say("trade_heading"):
            engine.press("Enter")
            # Its script is on its way: only then are there stops in it.
            until(engine, WEIGHED)
            assert engine.ask(NO_NUMBERS)
        for deed in [deed for deed in unsaid if is_for(deed, stop)][:1]:
            unsaid.remove(deed)
            walk.act_at(deed, stop)
    assert unsaid == []
    assert walk.faults == []
    result = engine.ask(WORDS, "[data-result]")
    for said in ("Here it stands at 44.", "Here it stands at 56.", "are 12 apart", "You said 30."):
        assert said in result
    assert engine.ask(STANDS) == ["Carry on as now", "Example treatment"]
    assert min(engine.ask(LINES)) > NARROW / 3
    engine.click(f"label:has({control(Choose('swing.operation', 'unsure'))})")
    until(engine, "() => document.querySelector('[data-result]').innerText.includes('33 to 60')")
    assert engine.ask(OVERFLOW) <= 0
    # What is answered in it stays in it.
    engine.go(f"{noted(weighed)}aids/weighed/#summary")
    until(engine, SHOWN, "summary")
    assert "44" not in engine.ask(WORDS, "#summary")
    assert engine.ask(COMPLAINTS) == []


@pytest.mark.parametrize("width", [NARROW, 1280])
def test_each_kind_of_page_fits_and_complains_of_nothing(
    width: int, engine: Engine, site: Site, noted: Callable[[Path], str]
) -> None:
    if not (site.folder / "gallery").exists():
        write_gallery(site.folder)
    address = noted(site.folder)
    names = ["", "clinician/", "gallery/", "gallery/answers/"]
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
