"""Drawings on a track: ink ends where the number says, on the same track for all of a row."""

from decimal import Decimal
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from decisionaid.model.figure import (
    Bound,
    Change,
    DifferenceFrom,
    Events,
    FewerThan,
    Figure,
    Rate,
    ReferenceCell,
    Score,
    Spread,
)
from decisionaid.model.outcome import Outcome, Scale
from decisionaid.render.figures.drawings import axis_of, draw_on_track, drawing_of
from tests.english import ENGLISH
from tests.render.examples import outcome

D = Decimal
LOWER = Scale(name="Example score", low=D(0), high=D(100), better="lower")
HIGHER = Scale(name="Example score", low=D(1), high=D(5), better="higher")


def lower(amount: str, low: str = "", high: str = "", of: int | None = None) -> DifferenceFrom:
    """Return a difference; an end such as ``+3`` is on the other side."""

    def end(text: str) -> Bound | None:
        if not text:
            return None
        if text.startswith("+"):
            return Bound(amount=D(text), word="higher" if of is None else "more")
        return Bound(amount=D(text), word="lower" if of is None else "fewer")

    word: Literal["lower", "fewer"] = "lower" if of is None else "fewer"
    return DifferenceFrom(amount=D(amount), word=word, of=of, low=end(low), high=end(high))


def row_of(*figures: Figure, scale: Scale | None = None) -> Outcome:
    options = ("wait", "tablet", "operation")[: len(figures)]
    return outcome("row", *figures, options=options, scale=scale)


def drawn(row: Outcome, which: int = 0) -> LexborNode:
    figure = row.cells[which].figure
    assert figure is not None
    drawing = drawing_of(figure, row, ENGLISH)
    assert drawing is not None
    node = LexborHTMLParser(str(draw_on_track(drawing))).css_first(".figure-drawing")
    assert node is not None
    return node


def percent(node: LexborNode | None, name: str) -> float:
    assert node is not None
    return float((node.attributes.get(name) or "0").removesuffix("%"))


def ink(node: LexborNode) -> tuple[float, float]:
    """Return where the ink of a bar begins and ends."""
    bar = node.css_first("rect:not(.track)")
    return percent(bar, "x"), percent(bar, "x") + percent(bar, "width")


def arrow(node: LexborNode) -> tuple[float, float]:
    line = node.css_first("line.arrow")
    return percent(line, "x1"), percent(line, "x2")


def interval(node: LexborNode) -> tuple[float, float]:
    line = node.css_first('line[marker-start="url(#cap)"]')
    return percent(line, "x1"), percent(line, "x2")


def same(node: LexborNode) -> float:
    line = node.css_first("line:not([marker-end])")
    return percent(line, "x1")


def ends(node: LexborNode) -> list[str]:
    return [each.text() for each in node.css(".track-ends span")]


def test_a_score_is_a_bar_on_its_whole_scale() -> None:
    node = drawn(row_of(Score(points=D("55.8"), low=D("50.1"), high=D(60)), scale=LOWER))
    assert ink(node) == (0, 55.8)
    assert interval(node) == (50.1, 60)
    assert ends(node) == ["0 (better)", "100 (worse)"]


def test_a_scale_that_begins_at_one_is_drawn_from_one() -> None:
    node = drawn(row_of(Score(points=D(2)), scale=HIGHER))
    assert ink(node) == (0, 25)
    assert ends(node) == ["1 (worse)", "5 (better)"]


def test_a_score_without_a_scale_has_no_track() -> None:
    row = row_of(Score(points=D(2)))
    assert drawing_of(Score(points=D(2)), row, ENGLISH) is None


def test_a_change_is_a_bar_from_no_change() -> None:
    changes = (
        Change(points=D("32.5"), word="better", low=D(29), high=D(36)),
        Change(points=D(16), word="better"),
    )
    row = row_of(*changes, scale=LOWER)
    assert ink(drawn(row)) == (0, 32.5)
    assert interval(drawn(row)) == (29, 36)
    assert ink(drawn(row, 1)) == (0, 16)
    assert same(drawn(row)) == 0
    assert ends(drawn(row)) == ["no change", "100 better"]


def test_changes_both_ways_share_a_track_with_no_change_in_the_middle() -> None:
    row = row_of(
        Change(points=D(20), word="better"), Change(points=D(10), word="worse"), scale=LOWER
    )
    assert ink(drawn(row)) == (50, 70)
    assert ink(drawn(row, 1)) == (40, 50)
    assert same(drawn(row)) == 50
    assert ends(drawn(row)) == ["50 worse", "no change", "50 better"]


def test_a_difference_is_an_arrow_from_the_same_and_no_baseline() -> None:
    node = drawn(row_of(lower("20", "30", "10"), ReferenceCell(), scale=LOWER))
    assert arrow(node) == (100, 80)
    assert interval(node) == (70, 90)
    assert same(node) == 100
    assert ends(node) == ["100 lower (better)", "the same"]
    assert node.css("rect:not(.track)") == []


def test_an_interval_that_includes_no_difference_crosses_the_line() -> None:
    node = drawn(row_of(lower("1.3", "3.9", "+1.3"), scale=LOWER))
    low, high = interval(node)
    assert low < same(node) < high
    assert ends(node) == ["50 lower (better)", "the same", "50 higher (worse)"]


def test_a_point_is_as_long_in_every_row_with_the_same_scale() -> None:
    one_way, both_ways = row_of(lower("3"), scale=LOWER), row_of(lower("3", "9", "+3"), scale=LOWER)
    lengths = {start - end for start, end in (arrow(drawn(one_way)), arrow(drawn(both_ways)))}
    assert lengths == {3}


def test_a_track_both_ways_holds_differences_above_half_of_the_scale() -> None:
    row = row_of(lower("60"), lower("2", "5", "+1"), scale=LOWER)
    assert ends(drawn(row)) == ["100 lower (better)", "the same", "100 higher (worse)"]
    assert arrow(drawn(row)) == (50, 20)


def test_a_difference_larger_than_its_scale_still_has_a_track() -> None:
    assert ends(drawn(row_of(lower("120"), scale=LOWER)))[0] == "200 lower (better)"


def test_a_difference_in_shares_reaches_to_the_next_round_number() -> None:
    node = drawn(row_of(lower("0.35", "0.57", "0.14", of=100)))
    assert arrow(node) == (100, 65)
    assert interval(node) == (43, 86)
    assert ends(node) == ["1 fewer", "the same"]


def test_a_difference_shown_out_of_more_people_keeps_its_place() -> None:
    row = row_of(lower("0.35", "0.57", "0.14", of=100))
    drawing = drawing_of(lower("35", "57", "14", of=10_000), row, ENGLISH)
    assert drawing is not None
    assert drawing.axis.place(D(-35)) == 65
    assert drawing.axis.start == "100 fewer"


def test_an_arrow_too_short_for_its_head_is_a_dot() -> None:
    long, short = lower("20"), lower("1")
    row = row_of(long, short, scale=LOWER)
    assert drawn(row).css('line.arrow[marker-end="url(#arrow)"]')
    assert drawn(row, 1).css('line.arrow[marker-end="url(#dot)"]')


def test_a_difference_of_nothing_stands_on_the_line() -> None:
    node = drawn(row_of(lower("0"), scale=LOWER))
    assert arrow(node) == (50, 50)
    assert same(node) == 50


def test_a_range_over_studies_is_a_bar_between_its_ends_of_all_people() -> None:
    node = drawn(row_of(Spread(low=D(10), high=D(34), of=100, across="studies")))
    assert ink(node) == (10, 34)
    assert ends(node) == ["0", "100"]
    assert node.css("line") == []


def test_a_range_of_differences_has_a_line_for_the_same() -> None:
    node = drawn(row_of(Spread(low=D(2), high=D(3), of=1000, across="years", word="fewer")))
    assert ink(node) == (40, 60)
    assert same(node) == 100
    assert ends(node) == ["5 fewer", "the same"]


def test_rates_share_a_track_from_zero_to_a_round_number() -> None:
    row = row_of(Rate(n=D("0.9"), of=100, low=D("0.6"), high=D("1.2")), Rate(n=D("1.6"), of=100))
    assert ink(drawn(row)) == (0, 45)
    assert interval(drawn(row)) == (30, 60)
    assert ink(drawn(row, 1)) == (0, 80)
    assert ends(drawn(row)) == ends(drawn(row, 1)) == ["0", "2 in 100"]


def test_rates_out_of_different_numbers_are_not_drawn() -> None:
    rates = Rate(n=D(2), of=100), Rate(n=D(9), of=1000)
    assert drawing_of(rates[0], row_of(*rates), ENGLISH) is None


@pytest.mark.parametrize(
    "figure", [Events(events=6, people=50), FewerThan(n=D(1), of=1000), ReferenceCell()]
)
def test_what_no_length_can_show_is_not_drawn(figure: Figure) -> None:
    assert drawing_of(figure, row_of(figure), ENGLISH) is None


def test_the_svg_is_hidden_from_screen_readers_and_has_no_words() -> None:
    (svg,) = drawn(row_of(Score(points=D(50)), scale=LOWER)).css("svg")
    assert svg.attributes["aria-hidden"] == "true"
    assert svg.text() == ""


AMOUNTS = st.decimals("0.001", 90, places=3)


@given(st.lists(AMOUNTS, min_size=2, max_size=3), st.sampled_from([None, LOWER, HIGHER]))
def test_longer_arrows_are_larger_differences(amounts: list[Decimal], scale: Scale | None) -> None:
    row = row_of(*(lower(str(amount)) for amount in amounts), scale=scale)
    lengths = []
    for at in range(len(amounts)):
        start, end = arrow(drawn(row, at))
        assert 0 <= end <= start == 100
        lengths.append(start - end)
    for one, length in zip(amounts, lengths, strict=True):
        share = float(one / max(amounts)) * max(lengths)
        assert length == pytest.approx(share, abs=0.02)


@given(AMOUNTS)
def test_a_track_ends_at_a_round_number_that_holds_every_figure(amount: Decimal) -> None:
    row = row_of(Rate(n=amount, of=100))
    drawing = drawing_of(Rate(n=amount, of=100), row, ENGLISH)
    assert drawing is not None
    assert amount <= drawing.axis.high <= amount * D("2.5")


def test_differences_in_people_share_a_track_with_the_rows_beside_them() -> None:
    few = row_of(DifferenceFrom(amount=D(35), word="fewer", of=10_000), ReferenceCell())
    more = row_of(DifferenceFrom(amount=D(190), word="fewer", of=10_000), ReferenceCell())
    alone, beside = (
        axis_of(few, "people", 10_000, ENGLISH, others) for others in ((), (few, more))
    )
    assert alone
    assert beside
    assert (alone.low, beside.low) == (D(-50), D(-200))


def test_points_on_scales_of_their_own_share_no_track() -> None:
    short = row_of(DifferenceFrom(amount=D(3), word="lower"), ReferenceCell())
    long = row_of(DifferenceFrom(amount=D(90), word="lower"), ReferenceCell())
    assert axis_of(short, "points", None, ENGLISH, (long,)) == axis_of(
        short, "points", None, ENGLISH
    )
