"""The gallery can be used by everyone, and each of its figures can be seen in every look."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

import pytest
from playwright.sync_api import Browser, ViewportSize, expect

from decisionaid.site import build_site, write_gallery
from decisionaid.site.gallery import LOOKS, aid_of, all_examples
from tests.browser.conftest import Visitor
from tests.browser.figures_read import bare, figures
from tests.browser.probes import drawn_faults, faint_drawings, spaced_faults
from tests.browser.site_fixtures import by_turns
from tests.browser.visit import COLOUR_RULES, Visit
from tests.site.test_gallery import COMPANIONS
from tests.site_examples import GOOD, write_aids

# One worker opens it once for all that is only read.
pytestmark = pytest.mark.xdist_group("gallery")

WIDTHS = (320, 1280)
FOURTHS = (1, 2, 3, 4)
"""Of each four examples, the one that is looked at."""
SCHEMES: Final[tuple[Literal["light", "dark"], ...]] = ("light", "dark")
DRAWINGS = '.figures svg[aria-hidden="true"]'

# Drawings whose ink does not lie on their track, and how many drawings there are.
OFF_TRACK = """() => {
  const drawings = [...document.querySelectorAll(".on-track")].filter((one) => one.checkVisibility());
  const off = drawings.filter((drawing) => {
    const [track, ...inks] = [...drawing.querySelectorAll("rect")]
      .map((one) => one.getBoundingClientRect());
    const whole = drawing.getBoundingClientRect();
    return Math.abs(track.left - whole.left) > 1 || Math.abs(track.right - whole.right) > 1
      || inks.some((ink) => Math.abs(ink.top - track.top) > 1
        || Math.abs(ink.bottom - track.bottom) > 1
        || ink.left < track.left - 1 || ink.right > track.right + 1);
  });
  return [off.map((one) => one.closest(".look").className + one.outerHTML.slice(0, 120)),
    drawings.length];
}"""

# Words of names that go over the end of a line.
BROKEN_WORDS = """() => [...document.querySelectorAll("article > .look .figure-option")]
  .flatMap((name) => [...name.firstChild.data.matchAll(/\\S+/g)].map((word) => {
    const range = document.createRange();
    range.setStart(name.firstChild, word.index);
    range.setEnd(name.firstChild, word.index + word[0].length);
    return range.getClientRects().length > 1 ? name.textContent : "";
  })).filter(Boolean)"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, served: Callable[[Path], str]) -> str:
    """Write the gallery into a small site; give its address."""
    folder = tmp_path_factory.mktemp("gallery")
    build_site(write_aids(folder / "aids", one=GOOD), folder / "out")
    write_gallery(folder / "out")
    return f"{served(folder / 'out')}gallery/"


def open_looks(seen: Visit) -> None:
    """Open all looks and all that the author writes."""
    seen.page.locator(".folded > details").evaluate_all(
        "all => all.forEach((one) => { one.open = true; })"
    )


@pytest.fixture(scope="module")
def opened(address: str, chromium: Browser) -> Iterator[Callable[[int], Visit]]:
    """Give the gallery in a window of a width, all of it open; for tests that change nothing there."""
    with ExitStack() as stack:

        @cache
        def give(width: int) -> Visit:
            context = chromium.new_context(viewport=ViewportSize(width=width, height=844))
            stack.callback(context.close)
            seen = Visit(context.new_page())
            seen.page.goto(address)
            open_looks(seen)
            return seen

        yield give


# It is for authors and developers: `make soak` has axe look at all of it at once, and in a wide window too.
@pytest.mark.parametrize("width", by_turns(WIDTHS, at_once=0))
def test_the_gallery_is_without_fault_in_every_look(
    width: int, opened: Callable[[int], Visit]
) -> None:
    assert list(opened(width).axe_faults()) == []


@pytest.mark.parametrize("nth", by_turns(FOURTHS, begin=1))
def test_a_fourth_of_the_gallery_is_without_fault_in_every_look(
    nth: int, opened: Callable[[int], Visit]
) -> None:
    """Other examples than in the dark: their kinds stand beside each other."""
    seen = opened(320)
    within = f"article:nth-of-type(4n + {nth})"
    assert seen.page.locator(within).count() > 15
    # What stands around the examples, too.
    assert list(seen.axe_faults(without=f"article:not(:nth-of-type(4n + {nth}))")) == []


@pytest.mark.parametrize("width", by_turns(WIDTHS))
def test_the_gallery_fits_in_every_look_and_asks_for_nothing_elsewhere(
    width: int, address: str, opened: Callable[[int], Visit]
) -> None:
    seen = opened(width)
    assert [*drawn_faults(seen), *spaced_faults(seen)] == []
    assert seen.complaints == []
    assert list(seen.strangers(address.removesuffix("gallery/"))) == []


@pytest.mark.parametrize(
    "options",
    by_turns(
        [pytest.param({}, id="plain"), pytest.param({"forced_colors": "active"}, id="forced")]
    ),
)
def test_the_gallery_of_answers_is_without_fault(
    options: dict[str, Any], address: str, visit: Visitor
) -> None:
    seen = visit(f"{address}answers/", width=320, **options)
    assert list(seen.axe_faults()) == []
    assert seen.overflow() <= 0
    assert seen.complaints == []


@pytest.mark.parametrize("nth", by_turns(FOURTHS, begin=3))
def test_a_dark_scheme_is_without_fault_in_every_look(
    nth: int, opened: Callable[[int], Visit]
) -> None:
    """The examples in turn: their kinds stand beside each other."""
    seen = opened(320)
    seen.page.emulate_media(color_scheme="dark")
    within = f"article:nth-of-type(4n + {nth}) > .look"
    assert seen.page.locator(within).count() > 15
    faults = list(seen.axe_faults(within, only=COLOUR_RULES))
    seen.page.emulate_media(color_scheme="light")
    assert faults == []


@pytest.mark.parametrize("scheme", by_turns(SCHEMES, begin=1))
def test_every_drawing_stands_out_in_every_look(
    scheme: Literal["light", "dark"], address: str, visit: Visitor
) -> None:
    seen = visit(address, color_scheme=scheme)
    open_looks(seen)
    faint, count = faint_drawings(seen.page, DRAWINGS, ".look")
    assert faint == []
    assert count > 5 * len(list(all_examples()))


@pytest.mark.parametrize("scheme", by_turns(SCHEMES))
def test_every_drawing_stands_out_in_forced_colours(
    scheme: Literal["light", "dark"], address: str, visit: Visitor
) -> None:
    seen = visit(address, forced_colors="active", color_scheme=scheme)
    faint, count = faint_drawings(seen.page, DRAWINGS, "article > .look")
    assert faint == []
    assert count > len(list(all_examples()))


def test_a_drawing_without_ink_is_noticed(address: str, visit: Visitor) -> None:
    seen = visit(address, bypass_csp=True)
    seen.page.add_style_tag(content="#share-of-ten .icon-array { opacity: 0 }")
    faint, _ = faint_drawings(seen.page, f"#share-of-ten {DRAWINGS}", "article > .look")
    assert len(faint) >= 2  # windows overlap: one may be seen twice
    assert {each.partition(":")[0] for each in faint} == {"share-of-ten-outcome-sleep"}


def test_each_drawing_starts_where_reading_starts(opened: Callable[[int], Visit]) -> None:
    mirrored = (
        opened(1280)
        .page.locator(".look.from-right svg[aria-hidden]")
        .evaluate_all(
            "all => all.filter((one) => one.checkVisibility())"
            ".map((one) => getComputedStyle(one).transform)"
        )
    )
    assert set(mirrored) == {"matrix(-1, 0, 0, 1, 0, 0)"}


def test_a_narrow_look_shows_what_a_narrow_window_shows(opened: Callable[[int], Visit]) -> None:
    wide, narrow = opened(1280), opened(320)
    columns = "all => all.map((one) => getComputedStyle(one).gridTemplateColumns.split(' ').length)"
    there = wide.page.locator(".look.narrow .figures").evaluate_all(columns)
    here = narrow.page.locator("article > .look .figures").evaluate_all(columns)
    assert there == here
    assert set(here) == {1}


def test_the_printed_gallery_holds_every_figure_once(address: str, visit: Visitor) -> None:
    seen = visit(address)
    printed = bare(seen.printed_text())
    for example in all_examples():
        assert bare(example.shows) in printed, example.name
        for place, ways in figures(aid_of(example)):
            if place.split("/")[0] not in COMPANIONS:
                assert any(bare(way) in printed for way in ways), f"{example.name}: {place}"
    assert bare("From right to left") not in printed


def test_the_contents_lead_to_each_example(opened: Callable[[int], Visit]) -> None:
    seen = opened(320)
    name = [example.name for example in all_examples()][-1]
    seen.page.locator(f'nav a[href="#{name}"]').click()
    expect(seen.page.locator(f"#{name}-title")).to_be_in_viewport()


def test_ink_lies_on_its_track(opened: Callable[[int], Visit]) -> None:
    """A track is as long as its drawing and as high as its ink, from right to left too."""
    off, count = opened(1280).page.evaluate(OFF_TRACK)
    assert off == []
    assert count > 3 * len(LOOKS)


def test_no_word_of_a_name_is_broken_where_there_is_room_for_it(
    address: str, visit: Visitor
) -> None:
    seen = visit(address, width=320)
    # The name of an option beside a large number has what is left of a narrow line.
    seen.page.locator(".figures:has(.on-track) .figure-option").evaluate_all(
        'all => all.forEach((one) => { one.textContent = "Knee replacement"; })'
    )
    assert seen.page.evaluate(BROKEN_WORDS) == []
    assert seen.overflow() == 0
