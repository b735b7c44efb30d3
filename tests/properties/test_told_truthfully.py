"""Whatever an author may write without a fault, the pages tell it truthfully.

Each property holds for random aids that use every form of a cell. ``make test`` makes some dozens and tries
each property on them; the tests marked ``soak`` try many more, others for each.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import Phase, given, settings
from selectolax.lexbor import LexborNode

from decisionaid.model.figure import (
    NUMERIC,
    Bound,
    Change,
    Counted,
    DifferenceFrom,
    Events,
    FewerThan,
    Figure,
    Frequency,
    NotApplicable,
    NotFound,
    NotInStudy,
    NotKnown,
    Rate,
    ReferenceCell,
    Score,
    Spread,
)
from decisionaid.model.outcome import (
    Certainty,
    MattersFrom,
    Outcome,
    PublishedDifference,
    PublishedRatio,
)
from decisionaid.render import aid_words
from decisionaid.render.words.wording import time_words
from tests.english import ENGLISH
from tests.properties.pages import Pages, numbers, pages_of, read, shares, words
from tests.properties.random_aids import LETTERED, DrawnAid, aids

# Many seconds in all, and `make check` is for every commit. The aids and their pages are made by one worker, once.
pytestmark = [pytest.mark.long, pytest.mark.xdist_group("told-truthfully")]

ALL, QUICK, LONG = 150, 40, 300
"""How many random aids are made, how many of them each property is tried on, and how many others in `make soak`."""

Check = Callable[[DrawnAid], None]


@cache
def random_aids() -> list[DrawnAid]:
    """Make random aids; the same ones each time, so that a failure comes back."""
    made: list[DrawnAid] = []

    def gather(drawn: DrawnAid) -> None:
        made.append(drawn)

    settings(max_examples=ALL, phases=(Phase.generate,))(given(aids())(gather))()
    return made


def holds(check: Check) -> None:
    """Try a property on random aids; of one that fails, `make soak` finds the smallest."""
    tried = random_aids()[:QUICK]
    assert len(tried) == QUICK
    for drawn in tried:
        try:
            check(drawn)
        except AssertionError as fault:
            fault.add_note(f"in the random aid {drawn}")
            raise


def frames_add_up(drawn: DrawnAid) -> None:
    for outcome, figure in pages_of(drawn).shown():
        if figure.other:
            (one,), (other,) = shares(figure.number), shares(figure.other)
            assert one.of == other.of == one.n + other.n, (outcome.id, figure)
            assert {one.bound, other.bound} in ({""}, {"fewer than", "more than"}), figure


def test_the_two_frames_of_a_share_add_up_to_its_denominator() -> None:
    holds(frames_add_up)


def shown_shares_are_those_printed(drawn: DrawnAid) -> None:
    pages = pages_of(drawn)
    for outcome, figure in pages.shown():
        cell = outcome.cell(figure.option)
        assert cell is not None
        match cell.figure:
            case Frequency(n=n, of=of) | Counted(n=n, of=of):
                (said,) = shares(figure.number)
                printed, shown = Decimal(n) / of, Decimal(said.n) / said.of
                wide = Decimal(1) / said.of
                low = shown - (wide if said.bound == "fewer than" else wide / 2)
                high = shown + (wide if said.bound == "more than" else wide / 2)
                assert low <= printed <= high, (outcome.id, figure)


def test_a_share_is_shown_as_it_was_printed_but_for_rounding() -> None:
    holds(shown_shares_are_those_printed)


def nothing_becomes_nobody_or_everybody(drawn: DrawnAid) -> None:
    pages = pages_of(drawn)
    for outcome, figure in pages.shown():
        cell = outcome.cell(figure.option)
        assert cell is not None
        match cell.figure:
            case Frequency(n=n, of=of, low=low, high=high):
                ends = [n, *(end for end in (low, high) if end is not None)]
            case Counted(n=n, of=of) | FewerThan(n=n, of=of):
                ends = [Decimal(n)]
            case _:
                continue
        said = f"{figure.short}. {figure.other}. {figure.range}"
        if n > 0:
            assert all(each.n or each.bound for each in shares(figure.number)), figure
        if n < of and not isinstance(cell.figure, FewerThan):
            assert all(each.n < each.of or each.bound for each in shares(figure.number)), figure
            assert all(each.n or each.bound for each in shares(figure.other)), figure
        if all(0 < end < of for end in ends):
            assert not re.search(r"(?<![\d.,])0(?![\d.,]*\d)", said), (outcome.id, said)
            item = words(pages.items(outcome)[figure.option])
            assert not re.search(r"(?<![\d.,])0 (?:of|in)\b", item), (outcome.id, item)


def test_a_risk_that_is_not_zero_is_never_shown_as_nobody_nor_a_part_as_everybody() -> None:
    holds(nothing_becomes_nobody_or_everybody)


def every_row_for_a_sheet_is_whole(drawn: DrawnAid) -> None:
    pages = pages_of(drawn)
    rows = {row.id: row for row in aid_words(pages.aid, "0" * 16, pages.figures).facts}
    comparators = {each.id for each in drawn.options if each.kind == "comparator"}
    offered = [each.id for each in pages.aid.options if each.offered]
    for outcome in (each for each in pages.aid.outcomes if each.direction != "about-the-study"):
        row = rows[outcome.id]
        options = [*offered, *(c.option for c in outcome.cells if c.option not in offered)]
        assert comparators & {cell.option for cell in outcome.cells} <= set(options)
        assert outcome.time is not None
        is_known = not isinstance(outcome.time, NotKnown)
        said = time_words(ENGLISH, outcome.time) if is_known else "the time is not known"
        assert said.removeprefix("at ").casefold() in row.measured.casefold(), row
        assert " · " in row.measured, row
        assert row.better, row
        assert row.sure, row
        assert row.source, row
        if outcome.scale:
            assert f"{outcome.scale.better} number is better" in row.better.lower(), row
        for option, shown in zip(options, row.figures, strict=True):
            cell = outcome.cell(option)
            figure = cell.figure if cell else None
            if isinstance(figure, NUMERIC):
                assert _what_is_counted(figure, outcome, pages) in shown.said, shown
            else:
                assert not numbers(shown.said), shown


def _what_is_counted(figure: Figure, outcome: Outcome, pages: Pages) -> str:
    """Return words without which a number of this kind says nothing."""
    _, many = pages.figures.naming.counted(outcome)
    happens = outcome.said_as.happens if outcome.said_as else ""
    who = f"{many} {happens}".rstrip()
    match figure:
        case Score():
            return "on average"
        case Change():
            return "since the start"
        case DifferenceFrom():
            return " than with "
        case Events(people=int()):
            return many
        case Rate(counts="people"):
            return f"{many}, each counted once"
        case Rate():
            return f"not {many}"
        case Spread(word=word) if word is not None:
            has_reference = any(isinstance(c.figure, ReferenceCell) for c in outcome.cells)
            return (
                f"{who} than with " if has_reference else "what this is compared with is not said"
            )
        case _:
            return who


def test_no_figure_on_a_sheet_lacks_what_it_is_read_with() -> None:
    holds(every_row_for_a_sheet_is_whole)


def intervals_hold_their_estimate(drawn: DrawnAid) -> None:
    for outcome, figure in pages_of(drawn).shown():
        found = re.search(r"could be (.*?) to (.*)$", figure.range)
        if found is None:
            continue
        if shares(figure.number):
            middle, low, high = (_position(each) for each in (figure.number, found[1], found[2]))
        else:
            middle, low, high = (_first(each) for each in (figure.number, found[1], found[2]))
        cell = outcome.cell(figure.option)
        assert cell is not None
        match cell.figure:
            case Change():
                below = cell.figure.low is not None and cell.figure.low < 0
                low = -abs(low) if below else min(low, high)
            case DifferenceFrom(word=word, low=Bound() as one, high=Bound() as other):
                # As printed: from 45 fewer to 3 more, from 45 fewer to 3 fewer, from 3 to 45 fewer.
                ends = [end if b.word == word else -end for end, b in ((low, one), (high, other))]
                low, high = sorted(ends)
        # "More than 9,999" may be 9,999.6 as well as 9,999.9.
        near = Decimal("0.5") if any(each.bound for each in shares(figure.number)) else 0
        assert low - near <= middle <= high + near, (outcome.id, figure)


def _first(text: str) -> Decimal:
    found = re.search(r"[\d,]+(?:\.\d+)?", text)
    assert found is not None, text
    return Decimal(found[0].replace(",", ""))


def _position(text: str) -> Decimal:
    """Where a share stands: a bound lies half a person below or above its number."""
    found = shares(text)
    if not found:
        return _first(text)
    step = {"": Decimal(0), "fewer than": Decimal("-0.5"), "more than": Decimal("0.5")}
    return found[0].n + step[found[0].bound]


def test_the_shown_interval_holds_the_shown_estimate() -> None:
    holds(intervals_hold_their_estimate)


NO_DIGITS = (NotKnown, NotFound, NotInStudy, NotApplicable)


def unknown_holds_no_number(drawn: DrawnAid) -> None:
    pages = pages_of(drawn)
    for outcome in pages.aid.outcomes:
        items = pages.items(outcome)
        for cell in outcome.cells:
            if isinstance(cell.figure, NO_DIGITS):
                figure = pages.figures.shown(outcome, cell)
                said = words(items[cell.option])
                # A spoken sentence says the time, which may be a number.
                rest = said.replace(time_words(ENGLISH, outcome.time), "")
                assert not re.search(r"\d", f"{rest} {figure.short} {figure.number}"), said
                assert items[cell.option].css_first("svg") is None
                given = getattr(cell.figure, "reason", "not studied here")
                assert given in words(pages.row(outcome)).lower(), "not even a touch away"


def test_what_is_not_known_not_found_or_not_applicable_has_words_and_no_number() -> None:
    holds(unknown_holds_no_number)


_GIST = re.compile(r"\b(?:more|fewer|higher|lower|better|worse)\b.* than with\b", re.IGNORECASE)
_BARE = "The source prints"
_DOUBT = re.compile(r"could not tell|cannot say|do not know|very unsure|not sure if", re.IGNORECASE)


def gists(pages: Pages, outcome: Outcome) -> list[str]:
    """Return the sentences that say which option has more or fewer, but for what a source prints bare."""
    found = [each for each in pages.said(outcome) if _GIST.search(each)]
    return [each for each in found if not (_DOUBT.search(each) or each.startswith(_BARE))]


def may_be_said(outcome: Outcome) -> bool:
    """Whether a published comparison of the row is clear, and its certainty not very low."""
    certainty = outcome.certainty
    if isinstance(certainty, Certainty) and certainty.level == "very-low":
        return False
    return any(
        isinstance(each, PublishedRatio | PublishedDifference) and leaves_no_doubt(each)
        for each in outcome.comparisons
    )


def leaves_no_doubt(each: PublishedRatio | PublishedDifference) -> bool:
    if each.low is None or each.high is None:
        return False
    none = 1 if isinstance(each, PublishedRatio) else 0
    return each.low > none or each.high < none


def gist_only_where_clear(drawn: DrawnAid) -> None:
    pages = pages_of(drawn)
    for outcome in pages.aid.outcomes:
        said = gists(pages, outcome)
        if not may_be_said(outcome):
            assert said == [], outcome.id
        elif outcome.said_as is not None:
            assert said, (outcome.id, pages.said(outcome))


def test_a_gist_stands_only_where_a_clear_comparison_was_published() -> None:
    holds(gist_only_where_clear)


_BY = re.compile(r"([\d,.]*\d) (fewer|more|lower|higher|better|worse)\b(?:.*? (?:in|of) ([\d,]+))?")
_POINTS = re.compile(r"([\d,.]*\d) points? (lower|higher|better|worse)")


def differences_agree(drawn: DrawnAid) -> None:
    pages = pages_of(drawn)
    for outcome in pages.aid.outcomes:
        published = [each for each in outcome.comparisons if isinstance(each, PublishedDifference)]
        for sentence in gists(pages, outcome):
            points, people = _POINTS.search(sentence), _BY.search(sentence)
            if points:
                amounts = {each.amount for each in published if each.of is None}
                assert Decimal(points[1].replace(",", "")) in amounts, sentence
            elif people:
                _matches_the_figures(pages, outcome, people, sentence)


def _matches_the_figures(
    pages: Pages, outcome: Outcome, found: re.Match[str], sentence: str
) -> None:
    (each,) = (each for each in outcome.comparisons if isinstance(each, PublishedDifference))
    amount, of = Decimal(found[1].replace(",", "")), int((found[3] or "0").replace(",", ""))
    assert each.of is not None
    cells = [outcome.cell(option) for option in (each.option, each.against)]
    shown = [shares(pages.figures.shown(outcome, cell).number) for cell in cells if cell]
    if all(isinstance(cell and cell.figure, Frequency) for cell in cells):
        (one,), (other,) = shown
        assert of == one.of == other.of, sentence
        assert abs(abs(one.n - other.n) - amount) <= 1, sentence
        assert (one.n > other.n) is (found[2] == "more") or one.n == other.n, sentence
    else:
        assert amount / of == each.amount / each.of, sentence


def test_a_shown_difference_is_the_published_one_and_fits_the_shown_figures() -> None:
    holds(differences_agree)


def order_changes_nothing(drawn: DrawnAid) -> None:
    options = [each.id for each in drawn.options if each.offered]
    comparators = [each.id for each in drawn.options if not each.offered]
    one = pages_of(drawn)
    other = pages_of(drawn.in_order([*reversed(options), *comparators]))
    for outcome in one.aid.outcomes:
        before, after = (pages.items(outcome) for pages in (one, other))
        assert before.keys() == after.keys()
        for option, item in before.items():
            if item.tag == "li":
                assert item.html == after[option].html
            else:  # a line that names several options, in their order
                there = after[option]
                assert there.tag == item.tag
                said = (re.findall(r"\w+", words(each).lower()) for each in (item, there))
                one_way, other_way = map(sorted, said)
                assert one_way == other_way
        assert _beside_the_options(one.said(outcome)) == _beside_the_options(other.said(outcome))
    for which in ("page", "evidence"):
        assert _elements(getattr(one, which).root) == _elements(getattr(other, which).root)


def _beside_the_options(sentences: list[str]) -> list[list[str]]:
    """Return the words of each sentence; a sentence that names options names them in their order."""
    return [
        sorted(re.findall(r"\w+", each))
        for each in sentences
        if "no one can tell" not in each.lower()
    ]


def _elements(root: LexborNode) -> Counter[tuple[str, str, tuple[str, ...]]]:
    """Count the elements by tag, class and own words, wherever they stand; script data left out."""
    found: Counter[tuple[str, str, tuple[str, ...]]] = Counter()
    for node in root.css("main *"):
        own = node.text(deep=False, strip=True)
        if node.tag == "script" or "no one can tell" in own.lower():
            continue
        name = node.attributes.get("class") or ""
        found[node.tag or "", name, tuple(sorted(re.findall(r"\w+", own)))] += 1
    return found


def test_another_order_of_the_options_changes_no_figure_no_word_and_no_emphasis() -> None:
    holds(order_changes_nothing)


def one_order_everywhere(drawn: DrawnAid) -> None:
    pages = pages_of(drawn)
    place = {each.id: number for number, each in enumerate(drawn.options)}
    seen = 0
    for root in (pages.page.root, pages.evidence.root):
        assert root is not None
        for parent in root.css("main *"):
            if parent.tag not in LISTING or len(_rows_in(parent)) > 1:
                continue
            named = [
                option
                for child in parent.iter()
                if child.attributes.get("scope") != "row"  # what a row is about, and whom not
                if (option := only_option(words(child))) is not None
            ]
            seen += len(set(named)) > 1
            places = [place[each] for each in named]
            assert _in_runs(places), (parent.tag, words(parent), named)
    assert seen >= 3


def _rows_in(parent: LexborNode) -> set[str]:
    """Return the rows that the children are about: a list of rows has their order, not the options'."""
    return {row for child in parent.iter() for row in re.findall(r"Outcome [a-z]+", words(child))}


LISTING = ("main", "section", "form", "fieldset", "ul", "ol", "dl", "table", "thead", "tbody", "tr")
"""Elements that hold one thing beside another; what stands inside a sentence has an order of its own."""


def only_option(text: str) -> str | None:
    """Return the option that a text is about, None if it is about none or about several."""
    small = text.lower()
    named = [each for each, name in LETTERED.items() if name.lower() in small]
    return named[0] if len(named) == 1 else None


def _in_runs(places: list[int]) -> bool:
    """Whether places rise; a list may begin again from an option that it named before."""
    return all(one <= other for one, other in pairwise(places))


def test_the_order_of_the_options_is_the_author_s_everywhere() -> None:
    holds(one_order_everywhere)


INK_START, INK_WIDTH = Fraction("0.18"), Fraction("0.64")
"""Where the ink of a small figure begins in its cell, and how wide it is."""


def cells_and_inked(svg: LexborNode) -> tuple[int, Fraction]:
    """Return how many small figures or dots a drawing has, and how many of them are solid.

    Counted from the windows that the drawing shows the solid ones through, as an eye would see them.
    """
    dots = "dots" in (svg.attributes.get("class") or "").split()
    _x, _y, width, height = map(int, (svg.attributes["viewBox"] or "").split())
    # What is counted is not people: ten dots to a row, as small as those of a thousand people.
    side, columns = (4, 40) if dots else (4 if width == 40 else 10, 10)
    assert width == side * columns
    solid: dict[tuple[int, int], Fraction] = {}
    for window in svg.css("svg svg"):
        x, y, w, h = (
            Fraction(window.attributes.get(name) or 0) / side
            for name in ("x", "y", "width", "height")
        )
        assert y.denominator == h.denominator == 1
        for row in range(int(y), int(y + h)):
            for column in range(columns):
                ink = column + INK_START
                covered = min(x + w, ink + INK_WIDTH) - max(x, ink)
                share = max(covered, Fraction(0)) / INK_WIDTH
                assert not (share and solid.get((row, column))), "two windows on one figure"
                solid[row, column] = solid.get((row, column), Fraction(0)) + share
    return width * height // side**2, sum(solid.values(), Fraction(0))


def drawings_have_n_of_d(drawn: DrawnAid) -> None:
    pages = pages_of(drawn)
    for outcome in pages.aid.outcomes:
        for option, item in pages.items(outcome).items():
            cell = outcome.cell(option)
            assert cell is not None
            figure = pages.figures.shown(outcome, cell)
            drawings = item.css("svg.icon-array")
            if not isinstance(cell.figure, Frequency | Counted):
                assert drawings == [], (outcome.id, option)
            for svg in drawings:
                (said,) = shares(figure.number)
                count, inked = cells_and_inked(svg)
                assert said.bound == ""
                assert said.of % count == 0
                assert inked * (said.of // count) == said.n, (figure, svg.html)


def test_an_icon_array_has_exactly_n_of_its_d_figures_filled() -> None:
    holds(drawings_have_n_of_d)


def figures_in(figure: Figure | None) -> list[Decimal | int]:
    """Return every number that a cell was typed with."""
    found: list[Decimal | int | None]
    match figure:
        case Frequency(n=n, of=of, low=low, high=high) | Rate(n=n, of=of, low=low, high=high):
            found = [n, of, low, high]
        case Counted(n=count, of=of):
            found = [count, of]
        case FewerThan(n=n, of=of):
            found = [n, of]
        case Events(events=events, people=people):
            found = [events, people]
        case Score(points=points, low=low, high=high, sd=sd, people=people):
            found = [points, low, high, sd, people]
        case Change(points=points, low=low, high=high):
            found = [points, *(end and abs(end) for end in (low, high))]
        case DifferenceFrom(amount=amount, of=of, low=first, high=last):
            found = [amount, of, *(end.amount for end in (first, last) if end is not None)]
        case Spread(low=low, high=high, of=of):
            found = [low, high, of]
        case _:
            return []
    return [each for each in found if each is not None]


def numbers_of(outcome: Outcome) -> list[Decimal | int]:
    """Return every number of a row's data."""
    found = [each for cell in outcome.cells for each in figures_in(cell.figure)]
    for comparison in outcome.comparisons:
        match comparison:
            case PublishedRatio(value=middle, low=low, high=high):
                found += [each for each in (middle, low, high) if each is not None]
            case PublishedDifference(amount=middle, low=low, high=high):
                found += [abs(each) for each in (middle, low, high) if each is not None]
    if outcome.scale is not None:
        found += [outcome.scale.low, outcome.scale.high]
    if isinstance(outcome.matters_from, MattersFrom):
        found.append(outcome.matters_from.points)
    return found


def every_number_is_shown(drawn: DrawnAid) -> None:
    pages = pages_of(drawn)
    for outcome in pages.aid.outcomes:
        behind = numbers(pages.evidence_row(outcome))
        missing = [each for each in numbers_of(outcome) if Decimal(each) not in behind]
        assert missing == [], (outcome.id, pages.evidence_row(outcome))
        link = pages.row(outcome).css_first(f'a[href$="#row-{outcome.id}"]')
        assert link is not None, outcome.id


def test_every_number_of_the_data_stands_behind_where_this_comes_from() -> None:
    holds(every_number_is_shown)


CHECKS = (
    frames_add_up,
    shown_shares_are_those_printed,
    nothing_becomes_nobody_or_everybody,
    every_row_for_a_sheet_is_whole,
    intervals_hold_their_estimate,
    unknown_holds_no_number,
    gist_only_where_clear,
    differences_agree,
    order_changes_nothing,
    one_order_everywhere,
    drawings_have_n_of_d,
    every_number_is_shown,
)


@pytest.mark.soak
@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_each_property_holds_for_many_more_aids(check: Check) -> None:
    chosen = settings(max_examples=LONG, phases=(Phase.generate, Phase.shrink))
    chosen(given(aids())(check))()


def test_the_random_aids_use_every_form_of_a_cell_and_of_a_comparison() -> None:
    seen: Counter[str] = Counter()

    for outcome in (outcome for drawn in random_aids() for outcome in read(drawn).outcomes):
        seen.update(cell.figure.kind for cell in outcome.cells if cell.figure)
        seen.update(f"{each.kind} compared" for each in outcome.comparisons)
        seen["gist"] += may_be_said(outcome)
        seen["series"] += outcome.series is not None
        seen["stratum"] += outcome.stratum is not None
    assert {each: seen[each] for each in KINDS if seen[each] < LEAST} == {}


KINDS = (
    "frequency", "counted", "fewer-than", "rate", "events", "score", "change", "difference-from",
    "spread", "no-difference-shown", "reference", "not-known", "not-found", "not-in-study",
    "not-applicable",
    "ratio compared", "difference compared", "not-clear compared", "not-reported compared",
    "gist", "series", "stratum",
)  # fmt: skip
LEAST = 3
"""Fewer than this in all the random aids means that a property is no longer tried on the form."""
