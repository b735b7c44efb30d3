"""Pages in made-up languages: longer words fit, and from right to left all stands where it should."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import ViewportSize, expect

from decisionaid.language import catalogue
from tests.browser.conftest import Visitor
from tests.browser.made_up_site import MadeUpSite, built_in
from tests.browser.probes import CUT
from tests.browser.site_fixtures import crossed
from tests.browser.visit import sheets_of
from tests.browser.walk import open_ways
from tests.language.made_up import ACCENTED, FROM_RIGHT, LANGUAGES, MadeUp, write_catalogues
from tests.language.made_up_pages import Case, cases, files_of

# The sites in these languages are built once, by one worker.
pytestmark = pytest.mark.xdist_group("made-up")

LOOKED_AT: Final = ("knee-osteoarthritis", "screening", "every-part", "late", "ended", "draft")
"""One aid with many words, one about a test, and one in each state."""
OF_AN_AID: Final = ("index", "large-print", "grid", "evidence", "quality")
PAGES: Final = (
    "index.html",
    "clinician/index.html",
    "plan/prepare/index.html",
    "plan/prepare/large-print.html",
    "plan/letter/index.html",
    "aids/withdrawn/index.html",
    *(f"aids/{slug}/{page}.html" for slug in LOOKED_AT for page in OF_AN_AID),
)
LATIN_WORDS: Final = "latin-words"
"""An aid from right to left whose author writes in Latin letters."""
WIDTHS: Final = (320, 1280)

# What is wrong in each step of a page, or in the whole of a page without steps, with all of it open.
# A text that may not go onto a second line may be too long for its place.
FAULTS = f"""async () => {{
  const cut = {CUT};
  const onOneLine = () => [...document.querySelectorAll("body *")].filter((one) =>
    getComputedStyle(one).whiteSpace === "nowrap" && one.clientWidth > 1
    && one.scrollWidth > one.clientWidth + 1 && one.checkVisibility() && one.innerText
    && !one.closest("svg, .visually-hidden, .figure-spoken"))
    .map((one) => one.outerHTML.slice(0, 120));
  const wide = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  const steps = document.documentElement.classList.contains("no-js") ? []
    : [...document.querySelectorAll("[data-step]")].map((step) => step.id);
  const faults = [];
  for (const step of steps.length ? steps : [""]) {{
    if (step) {{
      location.hash = step;
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      if (!document.getElementById(step).checkVisibility()) faults.push(`${{step}} is not shown`);
    }}
    for (const each of document.querySelectorAll("details")) each.open = true;
    if (wide() > 0) faults.push(`${{step}}: ${{wide()}} px too wide`);
    faults.push(...cut().map((each) => `${{step}}: cut off: ${{each}}`));
    faults.push(...onOneLine().map((each) => `${{step}}: too long: ${{each}}`));
  }}
  return faults;
}}"""

# Of each share, such as 159 of 1,000, whether its first number stands to the right of the second,
# and the word between them; those that go over the end of a line are left out.
ORDER = """(joint) => [...document.querySelectorAll("bdi")].map((first) => {
  const between = first.nextSibling, second = between?.nextSibling;
  if (between?.data?.trim() !== joint || second?.localName !== "bdi") return null;
  const range = document.createRange();
  range.selectNode(between);
  const [one, word, other] = [first, range, second].map((each) => [...each.getClientRects()]);
  if (one.length !== 1 || other.length !== 1 || word.length !== 1) return null;
  if (Math.abs(one[0].top - other[0].top) > 2 || one[0].width < 2) return null;
  const inOrder = one[0].left >= word[0].right - 1 && word[0].left >= other[0].right - 1;
  return [inOrder, `${first.parentElement.textContent.slice(0, 80)}`];
}).filter(Boolean)"""


@pytest.fixture(scope="module")
def sites(
    tmp_path_factory: pytest.TempPathFactory, served: Callable[[Path], str]
) -> Iterator[Mapping[MadeUp, MadeUpSite]]:
    """Build a site in each made-up language."""
    locale = tmp_path_factory.mktemp("locale")
    write_catalogues(locale)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogue, "FOLDER", locale)
        yield {
            language: built(language, tmp_path_factory.mktemp(language.tag), served)
            for language in LANGUAGES
        }


def built(language: MadeUp, folder: Path, served: Callable[[Path], str]) -> MadeUpSite:
    """Build what is looked at, and the aid in Latin letters where they are foreign."""
    chosen = [each for each in cases() if each.name in (*LOOKED_AT, "withdrawn")]
    (latin,) = (each for each in chosen if each.name == "screening")
    more = {}
    if language is FROM_RIGHT:
        aid = latin.aid.model_copy(update={"slug": LATIN_WORDS, "language": language.tag})
        more = files_of(Case(LATIN_WORDS, aid, latin.compiled, latin.today), aid)
    return built_in(language, chosen, folder, served, more)


def tag_of(each: object) -> object:
    """Return what a test of a language is called by."""
    return each.tag if isinstance(each, MadeUp) else each


@pytest.mark.parametrize(("page", "language"), crossed(PAGES, LANGUAGES, every=5), ids=tag_of)
def test_no_page_is_too_wide_and_no_text_is_cut_off(
    language: MadeUp, page: str, sites: Mapping[MadeUp, MadeUpSite], visit: Visitor
) -> None:
    seen, faults = visit(sites[language].address + page, width=WIDTHS[0]), {}
    for width in WIDTHS:
        # No script of these pages asks how wide the window is.
        seen.page.set_viewport_size(ViewportSize(width=width, height=844))
        faults[width] = seen.page.evaluate(FAULTS)
    assert {width: found for width, found in faults.items() if found} == {}


@pytest.mark.parametrize("page", ["index", "large-print", "grid", "quality"])
def test_no_page_from_right_to_left_is_too_wide_in_forced_colours(
    page: str, sites: Mapping[MadeUp, MadeUpSite], visit: Visitor
) -> None:
    address = f"{sites[FROM_RIGHT].address}aids/every-part/{page}.html"
    seen = visit(address, width=320, forced_colors="active")
    assert seen.page.evaluate(FAULTS) == []


@pytest.mark.parametrize(
    ("slug", "width"), crossed(["every-part", "screening", LATIN_WORDS], WIDTHS)
)
def test_a_share_is_read_from_right_to_left(
    slug: str, width: int, sites: Mapping[MadeUp, MadeUpSite], visit: Visitor
) -> None:
    """The first number stands to the right, whatever the letters of the words around it."""
    seen = visit(f"{sites[FROM_RIGHT].address}aids/{slug}/large-print.html", width=width)
    found = seen.page.evaluate(ORDER, FROM_RIGHT.word("of"))
    assert [words for in_order, words in found if not in_order] == []
    assert len(found) > 20


@pytest.mark.parametrize(("slug", "language"), crossed(LOOKED_AT, LANGUAGES), ids=tag_of)
def test_the_grid_takes_at_most_one_sheet_more(
    language: MadeUp, slug: str, sites: Mapping[MadeUp, MadeUpSite], visit: Visitor
) -> None:
    """In English it is one sheet of A4; words of other lengths may need a second one."""
    seen = visit(f"{sites[language].address}aids/{slug}/grid.html")
    assert len(sheets_of(seen).pages) <= 2


def test_a_drawing_on_a_track_grows_from_the_right(
    sites: Mapping[MadeUp, MadeUpSite], visit: Visitor
) -> None:
    """The end that means nothing, or the lowest score, stands under the side where the ink begins."""
    address = f"{sites[FROM_RIGHT].address}aids/knee-osteoarthritis/index.html#compare"
    seen = visit(address, width=390)
    # Of several tracks that are alike, the last one has the words at its ends.
    last_of_all = seen.page.locator(".figures > :last-child .figure-drawing")
    drawing = last_of_all.filter(visible=True).first
    ends = drawing.locator(".track-ends span")
    first, last = ends.first.bounding_box(), ends.last.bounding_box()
    ink = drawing.locator("rect:not(.track)").first.evaluate(
        "ink => { const box = ink.getBoundingClientRect(); return [box.left, box.right]; }"
    )
    # The track itself is cut off by the drawing that it lies in.
    track = drawing.locator("svg").first.evaluate("one => one.getBoundingClientRect().right")
    assert first is not None
    assert last is not None
    assert first["x"] > last["x"]
    assert abs(ink[1] - track) < 2


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda each: each.tag)
def test_a_saved_file_opens_as_a_sheet_that_fits(
    language: MadeUp, sites: Mapping[MadeUp, MadeUpSite], visit: Visitor, tmp_path: Path
) -> None:
    site = sites[language]
    aid = visit(f"{site.address}aids/knee-osteoarthritis/index.html", width=320)
    for name in aid.page.locator("input[type=radio]").evaluate_all(
        "all => [...new Set(all.map(one => one.name))].filter(name => !name.startsWith('side-'))"
    ):
        aid.page.locator(f'[name="{name}"]').first.evaluate("one => one.click()")
    aid.page.goto(f"{site.address}aids/knee-osteoarthritis/index.html#summary")
    expect(aid.page.locator("#summary")).to_be_visible()
    assert aid.page.evaluate(FAULTS) == []
    open_ways(aid.page)
    with aid.page.expect_download() as download:
        aid.page.locator("[data-save-file]").click()
    saved = tmp_path / "answers.html"
    download.value.save_as(saved)

    clinician = visit(f"{site.address}clinician/index.html", width=320)
    clinician.page.locator("#record-file").set_input_files(saved)
    expect(clinician.page.locator("#sheet h1, #sheet h2").first).to_be_visible()
    assert clinician.page.evaluate(FAULTS) == []
    assert visit(saved.as_uri(), width=320).page.evaluate(FAULTS) == []


def test_the_words_of_the_language_with_accents_are_the_ones_that_are_seen(
    sites: Mapping[MadeUp, MadeUpSite], visit: Visitor
) -> None:
    seen = visit(f"{sites[ACCENTED].address}aids/every-part/index.html")
    expect(seen.page.locator("[data-continue]").first).to_have_text(ACCENTED.text("Continue"))
    expect(seen.page.locator("html")).to_have_attribute("lang", ACCENTED.tag)
