"""A screen reader reads each figure once, as one sentence with its option, count, denominator and time.

The log of the gallery is a golden file: read its difference as you would listen to it. Those of each
aid are in ``test_journeys_spoken.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Page

from decisionaid.model.aid import Aid
from decisionaid.model.figure import (
    NotApplicable,
    NotFound,
    NotInStudy,
    NotKnown,
    OutOfDate,
    ReferenceCell,
)
from decisionaid.model.outcome import AtWords, Cell, Lifetime, Outcome, TimePoint
from decisionaid.site import build_site, write_gallery
from decisionaid.site.gallery import aid_of, all_examples
from tests.browser.conftest import Visitor
from tests.browser.figures_read import bare, plain, ways_to_say
from tests.browser.site_fixtures import Site
from tests.browser.spoken import spoken
from tests.conftest import Golden
from tests.our_aids import SLUGS
from tests.site.test_gallery import COMPANIONS
from tests.site_examples import GOOD, write_aids

# What is said is heard by one worker, once, and kept for the tests that read it.
pytestmark = pytest.mark.xdist_group("spoken")

Texts = Sequence[str]

WITHOUT = (NotApplicable, NotFound, NotInStudy, NotKnown, OutOfDate, ReferenceCell)
"""What stands where a figure would."""


@pytest.fixture(scope="module")
def logs() -> dict[str, Texts]:
    """Keep what was said of each aid's compare step, and of each example of the gallery."""
    return {}


@pytest.fixture
def listen(
    site: Site, visit: Visitor, logs: dict[str, Texts]
) -> Callable[[str], tuple[Page, Texts]]:
    """Give the page of an aid and what is said of its compare step."""

    def give(slug: str) -> tuple[Page, Texts]:
        seen = visit(f"{site.aid_address(slug)}#compare", bypass_csp=True)
        if slug not in logs:
            logs[slug] = spoken(seen.page, "#compare")
        return seen.page, logs[slug]

    return give


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, served: Callable[[Path], str]) -> str:
    """Write the gallery into a small site; give its address."""
    folder = tmp_path_factory.mktemp("gallery")
    build_site(write_aids(folder / "aids", one=GOOD), folder / "out")
    write_gallery(folder / "out")
    return f"{served(folder / 'out')}gallery/"


@pytest.fixture
def gallery(address: str, visit: Visitor, logs: dict[str, Texts]) -> tuple[Page, dict[str, Texts]]:
    """Give the gallery's page and what is said of each of its examples."""
    seen = visit(address, bypass_csp=True)
    for name in (example.name for example in all_examples()):
        if name not in logs:
            logs[name] = spoken(seen.page, f"#{name} > .look")
    return seen.page, {example.name: logs[example.name] for example in all_examples()}


@pytest.mark.parametrize("slug", SLUGS)
def test_each_figure_of_an_aid_is_heard_once_as_one_sentence(
    slug: str, site: Site, listen: Callable[[str], tuple[Page, Texts]]
) -> None:
    page, said = listen(slug)
    aid = site.aids[slug]
    assert list(unheard(page, said, aid, "", list(aid.outcomes))) == []
    assert repeated(page, said, "#compare") == []


def test_the_gallery_is_heard_as_it_was_when_last_read(
    gallery: tuple[Page, dict[str, Texts]], golden: Golden
) -> None:
    _, logs = gallery
    parts = ["\n".join([f"## {name}", "", *said, ""]) for name, said in logs.items()]
    golden("spoken/gallery.txt", "\n".join(parts))


def test_each_figure_of_the_gallery_is_heard_once_as_one_sentence(
    gallery: tuple[Page, dict[str, Texts]],
) -> None:
    page, logs = gallery
    faults = []
    for example in all_examples():
        aid = aid_of(example)
        rows = [row for row in aid.outcomes if row.id not in COMPANIONS]
        said, name = logs[example.name], example.name
        drafted = example.status == "draft"
        faults += [
            f"{name}: {fault}"
            for fault in unheard(page, said, aid, f"{name}-", rows)
            if not drafted
        ]
        faults += [f"{name}: {fault}" for fault in repeated(page, said, f"#{name} > .look")]
    assert faults == []


def test_a_figure_that_is_heard_twice_or_in_pieces_is_noticed(
    gallery: tuple[Page, dict[str, Texts]],
) -> None:
    page, _ = gallery
    example = next(all_examples())
    part = f"#{example.name} > .look"
    page.evaluate(
        "(part) => document.querySelectorAll(`${part} [aria-hidden]`)"
        ".forEach((one) => one.removeAttribute('aria-hidden'))",
        part,
    )
    assert "40 of 100" in repeated(page, spoken(page, part), part)
    page.evaluate(
        "(part) => { const one = document.querySelector(`${part} .figure-spoken`);"
        " const text = one.firstChild; text.splitText(9);"
        " const bold = document.createElement('strong'); text.replaceWith(bold); bold.append(text); }",
        part,
    )
    aid = aid_of(example)
    rows = [row for row in aid.outcomes if row.id not in COMPANIONS]
    (fault,) = unheard(page, spoken(page, part), aid, f"{example.name}-", rows)
    assert "not one phrase" in fault


def unheard(
    page: Page, said: Texts, aid: Aid, prefix: str, rows: Sequence[Outcome]
) -> Iterator[str]:
    """Yield each figure that is not one phrase of the log with all that it must say."""
    for row in rows:
        place = page.locator(f"#{prefix}outcome-{row.id}")
        sentences = texts(place.locator(where_said(row)).all_text_contents())
        cells = [each for each in row.cells if is_said_alone(row, each)]
        if len(sentences) != len(cells):
            yield f"{row.id}: {len(cells)} figures, and {len(sentences)} sentences"
            continue
        yield from unsaid(said, row)
        for cell, sentence in zip(cells, sentences, strict=True):
            if sentence not in said:
                yield f"{row.id}/{cell.option}: not one phrase: {sentence}"
            yield from (
                f"{row.id}/{cell.option}: no {what} in: {sentence}"
                for what, ways in must_say(aid, row, cell)
                if not any(bare(way) in bare(sentence) for way in ways)
            )


def is_said_alone(row: Outcome, cell: Cell) -> bool:
    """Whether a cell has a sentence of its own; options without a figure share one in each row."""
    whole = row.estimate_of or row.direction == "about-the-study"
    return bool(whole) or not isinstance(cell.figure, WITHOUT)


def unsaid(said: Texts, row: Outcome) -> Iterator[str]:
    """Yield each option without a figure of which no phrase says why."""
    heard = [bare(each) for each in said]
    for cell in row.cells:
        if not is_said_alone(row, cell) and not isinstance(cell.figure, ReferenceCell):
            assert cell.figure is not None
            ways = [bare(way) for way in ways_to_say(cell.figure)]
            if not any(way in each for way in ways for each in heard):
                yield f"{row.id}/{cell.option}: nothing says why it has no figure"


def where_said(row: Outcome) -> str:
    """Return where, within its outcome, each figure is said."""
    if row.direction == "about-the-study":
        return "dd"
    return ":scope > ul > li > .visually-hidden" if row.estimate_of else ".figure-spoken"


def must_say(aid: Aid, row: Outcome, cell: Cell) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield what a sentence must say, each with the ways to say it: its figure, option and time."""
    assert cell.figure is not None
    yield "figure", ways_to_say(cell.figure)
    if row.direction == "about-the-study":  # its option is the term before it
        return
    (option,) = (each for each in aid.all_options if each.id == cell.option)
    yield "option", [option.name, option.in_sentence or option.name]
    match row.time:
        case TimePoint(low=low, high=high, unit=unit):
            ends = plain(low) if high is None else f"{plain(low)} to {plain(high)}"
            yield "time", [f"{ends} {unit.removesuffix('s')}"]
        case Lifetime():
            yield "time", ["life"]
        case AtWords(words=words):
            yield "time", [words]
        case _:
            return


def repeated(page: Page, said: Texts, part: str) -> Texts:
    """Return sentences that are not said just as often as they stand there, and what is also seen."""
    # Where sources disagree, a line for each source says the row's own figures again, for all to see.
    said_in = f"{part} :is(.figure-spoken, .source-estimates > li > ul:first-of-type > li > .visually-hidden)"
    sentences = texts(page.locator(said_in).all_text_contents())
    seen = texts(page.locator(f"{part} :is(.figure-number, .figure-other p)").all_text_contents())
    wrong = [each for each in set(sentences) if said.count(each) != sentences.count(each)]
    return [*sorted(wrong), *sorted(set(seen) & set(said))]


def texts(found: Sequence[str]) -> list[str]:
    """Return texts with single spaces."""
    return [" ".join(each.split()) for each in found]
