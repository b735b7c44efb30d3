"""What is made for paper: the one-page grid, the large print, and what every sheet carries."""

import re
import shutil
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import cache
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
from _pytest.mark import ParameterSet
from playwright.sync_api import Browser, ViewportSize
from pypdf import PdfReader

from decisionaid.model.claims import measured_from
from decisionaid.model.figure import NUMERIC
from decisionaid.model.grid import MOST_ROWS, MOST_WORDS, grid_rows
from decisionaid.model.outcome import Outcome
from decisionaid.model.wordings import has_easy_words
from decisionaid.render.outcomes.in_words import Figures
from decisionaid.render.pages.page import notice
from decisionaid.site import assets, build_site
from tests.browser.conftest import Visitor
from tests.browser.figures_read import bare, unread
from tests.browser.full_grid import full_grid
from tests.browser.handed_over import PHONE
from tests.browser.probes import drawn_faults, spaced_faults
from tests.browser.site_fixtures import Site, by_turns, crossed
from tests.browser.visit import Visit, sheets_of, without_shapes, words_of
from tests.conftest import ROOT
from tests.english import ENGLISH
from tests.our_aids import EARS, KNEE, SLUGS, in_arabic

# The tests of an aid that look at the same sheets are run by one worker, which prints them once.
PRINTED = [pytest.param(slug, marks=pytest.mark.xdist_group(f"paper-{slug}")) for slug in SLUGS]


def each_printed(names: Sequence[str], *, begin: int = 0) -> Sequence[ParameterSet]:
    """Return each page of each aid: every other one for each run, so that each aid and each page is among them."""
    return [
        pytest.param(
            *pair.values, marks=[*pair.marks, pytest.mark.xdist_group(f"paper-{pair.values[0]}")]
        )
        for pair in crossed(SLUGS, names, begin=begin)
    ]


POINT = 96 / 72
"""CSS pixels."""
NOTICE = "Demonstration, not for clinical use."

PRINTED_FIELDS = """() => [...document.querySelectorAll("form :is(input, textarea)")]
  .filter((one) => one.name && one.checkVisibility({ visibilityProperty: true }))
  .map((one) => `${one.name} ${/^(radio|checkbox)$/.test(one.type) ? one.value : ""}`)"""
"""By its name each place to tick or to write in that is printed, in order."""

LEADING = """() => [
  "h1, h2, h3, h4, h5, legend, .outcome-about, .source-estimates > li > p:first-child, .check-answers dt, "
    + ":is(.step-head, h2, h3, h4, .more > summary) + p:not(:last-child)",
  "thead",
].map((leads) => [...document.querySelectorAll(leads)]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.offsetWidth > 1)
  .filter((one) => !one.closest(".visually-hidden, .paper-head"))
  .map((one) => one.textContent))"""
"""What is printed and is about what follows it, and the heads of tables."""
MARGIN = 54
"""At the foot of a sheet, in points."""
PRINTED_WIDTH, PRINTED_HEIGHT = 680, 990
"""Of a sheet of large print, what is printed on, in CSS pixels."""
HIGH = """(most) => [...document.querySelectorAll("main *")]
  .filter((one) => getComputedStyle(one).breakInside === "avoid")
  .filter((one) => !one.closest("fieldset, .care-card, thead, .visually-hidden"))
  .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height > most)
  .map((one) => `${one.tagName} ${one.className} ${one.textContent.slice(0, 40)}`)"""

# The smallest letters of a page that are seen, in CSS pixels, and what they say.
SMALLEST = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let found = [Infinity, ""];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const isSeen = node.data.trim() && element.checkVisibility({ visibilityProperty: true })
      && !element.closest("script, .visually-hidden, .skip, .figure-spoken, svg");
    const size = parseFloat(getComputedStyle(element).fontSize);
    if (isSeen && size < found[0]) found = [size, node.data.trim()];
  }
  return found;
}"""


@pytest.fixture(scope="module")
def on_paper(chromium: Browser, site: Site) -> Callable[[str, str], PdfReader]:
    """Give the sheets that a page of an aid is printed on when it is opened; printed once."""

    @cache
    def give(slug: str, name: str) -> PdfReader:
        with closing(chromium.new_context(viewport=PHONE)) as context:
            seen = Visit(context.new_page())
            seen.page.goto(f"{site.aid_address(slug)}{name}")
            return sheets_of(seen)

    return give


def smallest_letters(sheets: PdfReader) -> float:
    """Return the size of the smallest letters on paper, in points, those of the margins too."""
    found = []
    for sheet in sheets.pages:

        def note(text: str, cm: list[float], tm: list[float], _font: object, size: float) -> None:
            if text.strip():
                found.append(size * abs(tm[3]) * abs(cm[3]))

        without_shapes(sheet).extract_text(visitor_text=note)
    return min(found)


@pytest.mark.parametrize("slug", PRINTED)
def test_the_grid_of_an_aid_is_one_sheet_of_a4(
    slug: str, site: Site, on_paper: Callable[[str, str], PdfReader]
) -> None:
    (sheet,) = on_paper(slug, "grid.html").pages
    assert sorted(round(float(side)) for side in sheet.mediabox[2:]) == [595, 842]
    lies = sheet.mediabox.width > sheet.mediabox.height
    assert lies == (len(site.aids[slug].options) > 3)


@pytest.mark.parametrize("slug", PRINTED)
def test_the_grid_says_all_it_has_to_in_three_minutes(
    slug: str, site: Site, on_paper: Callable[[str, str], PdfReader]
) -> None:
    aid = site.aids[slug]
    (printed,) = words_of(on_paper(slug, "grid.html"))
    assert len(printed.split()) <= MOST_WORDS
    said = [aid.title, aid.question or "", f"Version {aid.version}", notice(ENGLISH, aid.status)]
    said += [ENGLISH.day(aid.dates.evidence)]
    said += ["does not recommend an option", "Matters to me", "What we agreed", "We look again on"]
    said += [each.name for each in aid.options]
    rows = grid_rows(aid)
    assert len(rows) <= MOST_ROWS
    assert [words for words in said if bare(words) not in bare(printed)] == []
    figures = Figures(aid)
    outcomes = [row.part for row in rows if isinstance(row.part, Outcome)]
    for outcome in outcomes:
        # What differences are from stands in the words under the name.
        start = measured_from(outcome)
        for cell in outcome.cells:
            if cell.option == start and start not in {each.id for each in aid.options}:
                continue
            assert bare(figures.shown(outcome, cell).short) in bare(printed), outcome.id


@pytest.mark.parametrize("slug", by_turns(SLUGS, at_once=2))
def test_the_grid_can_be_read_at_arms_length(slug: str, site: Site, visit: Visitor) -> None:
    seen = visit(f"{site.aid_address(slug)}grid.html", width=1280)
    seen.page.emulate_media(media="print")
    size, words = seen.page.evaluate(SMALLEST)
    assert size >= 10.5 * POINT, words
    assert smallest_letters(sheets_of(seen)) >= 10.49


@pytest.mark.parametrize("slug", SLUGS)
def test_a_comparator_has_no_column_and_its_figure_stands_by_the_outcome(
    slug: str, site: Site, visit: Visitor
) -> None:
    aid = site.aids[slug]
    page = visit(f"{site.aid_address(slug)}grid.html", width=1280).page
    heads = page.locator("th[scope=col]").all_inner_texts()
    assert heads == [*(each.name for each in aid.options), "Matters to me"]
    comparators = {each.id: each.name for each in aid.all_options if each.kind == "comparator"}
    for row in grid_rows(aid):
        cells = row.part.cells if isinstance(row.part, Outcome) else ()
        head = page.locator(f"#grid-{row.id} th")
        for cell in (cell for cell in cells if cell.option in comparators):
            name = comparators[cell.option]
            if cell.figure is not None and cell.figure.kind == "reference":
                # What the others are measured from has no figure, and their frame names it.
                assert name.lower() in head.inner_text().lower()
            else:
                assert f"{name}: " in head.inner_text()


@pytest.mark.parametrize("options", by_turns([2, 3, 4, 5], begin=2, at_once=2))
def test_the_fullest_grid_is_one_sheet(
    options: int, visit: Visitor, tmp_path: Path, served: Callable[[Path], str]
) -> None:
    place = tmp_path / "aids" / "full"
    place.mkdir(parents=True)
    rows = MOST_ROWS if options < 5 else MOST_ROWS - 2
    (place / "index.md").write_text(full_grid(options, rows), encoding="utf-8")
    built = build_site(tmp_path / "aids", tmp_path / "out")
    assert built.ok, built.diagnostics
    assert [each.code.number for each in built.diagnostics if "DA70" in each.code.number] == []
    seen = visit(f"{served(tmp_path / 'out')}aids/full/grid.html")
    (sheet,) = seen.printed()
    assert seen.page.locator("tbody tr").count() == rows
    assert bare("What we agreed") in bare(sheet)


@pytest.mark.parametrize("name", by_turns(["grid.html", "large-print.html"], at_once=2))
@pytest.mark.parametrize(("slug", "width"), crossed(SLUGS, (320, 1280), begin=1, every=5))
def test_the_pages_for_paper_are_without_fault_on_a_screen(
    slug: str, width: int, name: str, site: Site, visit: Visitor
) -> None:
    seen = visit(f"{site.aid_address(slug)}{name}", width=width)
    assert list(seen.axe_faults()) == []
    for each in (320, 390, 1280):
        seen.page.set_viewport_size(ViewportSize(width=each, height=844))
        assert [*drawn_faults(seen), *spaced_faults(seen)] == [], each
    assert seen.complaints == []
    scripts = [each.text_content() for each in seen.page.locator("script:not([type])").all()]
    easy = ["easy.js"] if name == "large-print.html" and has_easy_words(site.aids[slug]) else []
    assert scripts == [assets()[each].decode().strip() for each in (*easy, "clock.js")]


@pytest.mark.parametrize("slug", by_turns(PRINTED, begin=2))
def test_the_large_print_is_large_on_screen_and_on_paper(
    slug: str, site: Site, visit: Visitor, on_paper: Callable[[str, str], PdfReader]
) -> None:
    seen = visit(f"{site.aid_address(slug)}large-print.html")
    assert seen.page.evaluate(SMALLEST)[0] >= 18 * POINT
    seen.page.emulate_media(media="print")
    size, words = seen.page.evaluate(SMALLEST)
    assert size >= 18 * POINT, words
    assert smallest_letters(on_paper(slug, "large-print.html")) >= 17.99


@pytest.mark.parametrize("slug", PRINTED)
def test_the_large_print_holds_every_figure_every_source_and_the_forms(
    slug: str, site: Site, on_paper: Callable[[str, str], PdfReader]
) -> None:
    aid = site.aids[slug]
    text = " ".join(words_of(on_paper(slug, "large-print.html")))
    assert list(unread(aid, text)) == []
    for source in aid.sources:
        assert bare(source.title or "") in bare(text), source.id
        assert bare(source.doi or source.url or "") in bare(text), source.id
    for question in aid.values_questions:
        assert bare(question.title) in bare(text)
    assert bare("What we agreed") in bare(text)


@pytest.mark.parametrize("slug", [EARS, KNEE])
def test_no_sheet_of_the_large_print_is_left_empty_so_that_all_options_stand_on_one(
    slug: str, on_paper: Callable[[str, str], PdfReader]
) -> None:
    sheets = words_of(on_paper(slug, "large-print.html"))
    (asked,) = [words for words in sheets if "How do you like to get information?" in words]
    # The first option begins on the sheet on which the first step ends.
    assert "What are the options?" in asked


@pytest.mark.parametrize(("slug", "name"), each_printed(["index.html", "large-print.html"]))
def test_no_sheet_ends_with_words_that_lead_to_the_next(
    slug: str, name: str, site: Site, visit: Visitor
) -> None:
    """A heading, the head of a table, or an introduction is not parted from what it is of."""
    seen = visit(f"{site.aid_address(slug)}{name}", width=1280, java_script_enabled=False)
    sheets = pypdfium2.PdfDocument(seen.page.pdf(format="A4", prefer_css_page_size=True))
    seen.page.emulate_media(media="print")
    leading, heads = ([bare(each) for each in all_of] for all_of in seen.page.evaluate(LEADING))
    assert len(leading) > 20
    assert len(heads) == (2 if name == "index.html" else 0)
    ends = [bare(" ".join(lines_of(sheet))) for sheet in sheets]
    assert all(ends)
    # What is short may be the end of a sentence.
    found = [
        (n, each)
        for n, end in enumerate(ends, 1)
        for each in leading
        if len(each) > 9 and end.endswith(each)
    ]
    assert found == []
    # Lines of columns stand between each other: the head is there if its letters are.
    alone = [
        (n, head)
        for n, end in enumerate(ends, 1)
        for head in heads
        if sorted(end[-len(head) :]) == sorted(head)
    ]
    assert alone == []


def lines_of(sheet: pypdfium2.PdfPage) -> list[str]:
    """Return what stands on a sheet from its top to its end, without its margins."""
    words = sheet.get_textpage()
    places = [words.get_rect(n) for n in range(words.count_rects())]
    inside = sorted(
        (round(-top), left, bottom, right, top)
        for left, bottom, right, top in places
        if top > MARGIN
    )
    return [
        words.get_text_bounded(left, bottom, right, top) for _, left, bottom, right, top in inside
    ]


@pytest.mark.parametrize("slug", SLUGS)
def test_in_large_print_nothing_that_stays_together_is_half_a_sheet_high(
    slug: str, site: Site, visit: Visitor
) -> None:
    """But for a question with its answers: what does not fit would leave a sheet empty before it."""
    seen = visit(f"{site.aid_address(slug)}large-print.html", width=PRINTED_WIDTH)
    seen.page.emulate_media(media="print")
    assert seen.page.evaluate(HIGH, PRINTED_HEIGHT / 2) == []


@pytest.mark.parametrize("slug", by_turns(SLUGS, begin=1, at_once=2))
def test_large_print_stands_in_one_column(slug: str, site: Site, visit: Visitor) -> None:
    seen = visit(f"{site.aid_address(slug)}large-print.html", width=1280)
    lefts = seen.page.locator(".figure").evaluate_all(
        "all => all.map((one) => Math.round(one.getBoundingClientRect().left))"
    )
    assert len(set(lefts)) == min(1, len(site.aids[slug].outcomes))


@pytest.mark.parametrize(
    "name", by_turns(["", "evidence.html", "grid.html", "large-print.html"], at_once=2)
)
def test_every_sheet_says_what_the_aid_is_in_the_words_of_the_page(
    name: str, site: Site, visit: Visitor
) -> None:
    seen = visit(f"{site.aid_address(EARS)}{name}")
    assert [n for n, sheet in enumerate(seen.printed(), 1) if NOTICE not in sheet] == []
    # Nothing about it stands in the style: a page in another language says it in that language.
    seen.page.evaluate("() => { document.documentElement.dataset.notice = 'Nur ein Beispiel' }")
    sheets = seen.printed()
    assert [n for n, sheet in enumerate(sheets, 1) if "Nur ein Beispiel" not in sheet] == []
    assert [f"{n} / {len(sheets)}" in sheet for n, sheet in enumerate(sheets, 1)] == [True] * len(
        sheets
    )


@pytest.mark.parametrize(
    ("slug", "name"),
    each_printed(["index.html", "large-print.html", "evidence.html", "grid.html"], begin=1),
)
def test_on_paper_every_figure_stands_with_its_outcome_as_in_the_data(
    slug: str, name: str, site: Site, on_paper: Callable[[str, str], PdfReader]
) -> None:
    aid = site.aids[slug]
    printed = bare(" ".join(words_of(on_paper(slug, name))))
    figures = Figures(aid)
    on_grid = {row.id for row in grid_rows(aid)}
    for outcome in aid.outcomes:
        if name == "grid.html" and outcome.id not in on_grid:
            continue
        texts = [
            bare(figures.shown(outcome, cell).short)
            for cell in outcome.cells
            if isinstance(cell.figure, NUMERIC)
        ]
        assert stands_with(bare(outcome.label), texts, printed), outcome.id


def stands_with(label: str, texts: list[str], printed: str) -> bool:
    """Return whether the texts follow the label somewhere, all of them within a sheet of words."""
    return any(
        all(text in printed[place.end() : place.end() + 3000] for text in texts)
        for place in re.finditer(re.escape(label), printed)
    )


@pytest.mark.parametrize(("name", "width"), crossed(["grid.html", "large-print.html"], (320, 1280)))
def test_the_pages_for_paper_fit_from_right_to_left(
    name: str, width: int, visit: Visitor, tmp_path: Path, served: Callable[[Path], str]
) -> None:
    place = tmp_path / "aids" / KNEE
    shutil.copytree(ROOT / "aids" / KNEE, place)
    source = (place / "index.md").read_text(encoding="utf-8")
    (place / "index.md").write_text(in_arabic(source), encoding="utf-8")
    build_site(tmp_path / "aids", tmp_path / "out")
    seen = visit(f"{served(tmp_path / 'out')}aids/{KNEE}/{name}", width=width)
    assert seen.page.locator("html").get_attribute("dir") == "rtl"
    assert seen.overflow() == 0
    if name == "grid.html":
        assert len(seen.printed()) == 1


def test_a_tick_and_what_is_written_on_the_grid_are_printed_and_go_nowhere(
    site: Site, visit: Visitor
) -> None:
    seen = visit(f"{site.aid_address(EARS)}grid.html", width=1280)
    page = seen.page
    page.get_by_role("checkbox").first.check()
    page.get_by_role("textbox", name="What we agreed").fill("We wait until Friday")
    assert "We wait until Friday" in seen.printed_text()
    assert page.evaluate("() => [localStorage.length, sessionStorage.length]") == [0, 0]
    assert list(seen.strangers(site.address)) == []


@pytest.mark.parametrize("slug", by_turns(PRINTED, begin=1))
def test_from_the_screen_the_same_form_is_printed_as_without_scripts(
    slug: str, site: Site, visit: Visitor
) -> None:
    """Word for word, with the number of each question: what is typed in from paper goes by them."""
    forms = []
    for with_scripts in (True, False):
        seen = visit(site.aid_address(slug), java_script_enabled=with_scripts)
        words = seen.printed_text()
        seen.page.emulate_media(media="print")
        forms.append((words, seen.page.evaluate(PRINTED_FIELDS)))
    on, off = forms
    assert on[1] == off[1]
    assert {"filled_in_by.helper ", "filled_in_by.view "} <= set(on[1])
    assert on[0] == off[0]
