"""What holds of the calculations whatever is answered: mirrored, in the same order, and never surer than it is."""

from __future__ import annotations

import dataclasses
import itertools
from collections import Counter
from collections.abc import Sequence
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decisionaid.model.record import State
from decisionaid.values.numbers import Bounds, tidy
from decisionaid.values.order_weights import order_weights
from decisionaid.values.picks import (
    FEWEST_ITEMS,
    MOST_ITEMS,
    SIZES,
    Picks,
    best_minus_worst,
    blocks_of_picks,
)
from decisionaid.values.swings import Swing, SwingRow
from decisionaid.values.weighted_view import MOST_ROWS, Refused, WeightedView, weighted_view
from tests.conftest import ROOT

OPTIONS = ("wait", "tablets", "operation")
OPEN: tuple[State, ...] = ("unsure", "prefer_not_to_say", "unanswered")
DESIGNS = list(itertools.product(range(FEWEST_ITEMS, MOST_ITEMS + 1), SIZES))

figures = st.one_of(
    st.integers(0, 20).map(lambda n: Bounds(n, n)),
    st.tuples(st.integers(0, 20), st.integers(0, 20)).map(lambda ends: Bounds(*sorted(ends))),
)
swings = st.one_of(
    st.sampled_from((0, 25, 50, 75, 100)).map(lambda value: Swing("answered", value)),
    st.sampled_from(OPEN).map(Swing),
)


@st.composite
def row_lists(draw: st.DrawFn, most: int = MOST_ROWS) -> tuple[SwingRow, ...]:
    """Rows with figures; the first is the one that was put first."""
    many = draw(st.integers(1, most))
    return tuple(
        SwingRow(
            f"row-{number}",
            draw(st.sampled_from(("more", "less"))),
            draw(swings) if number else Swing("answered", 100),
            tuple(draw(figures) for _ in OPTIONS),
        )
        for number in range(many)
    )


def view_of(rows: Sequence[SwingRow]) -> WeightedView | None:
    found = weighted_view(OPTIONS, rows)
    return None if isinstance(found, Refused) else found


def ends(view: WeightedView) -> list[Bounds]:
    bounds = [each.bounds for each in view.options if each.bounds is not None]
    assert len(bounds) == len(OPTIONS)
    return [*bounds, *(pair.difference for pair in view.pairs)]


few = settings(max_examples=60)


@few
@given(row_lists(), st.permutations(range(len(OPTIONS))))
def test_options_come_out_as_they_went_in_and_their_numbers_go_with_them(
    rows: tuple[SwingRow, ...], order: list[int]
) -> None:
    view = view_of(rows)
    moved = weighted_view(
        [OPTIONS[place] for place in order],
        [
            dataclasses.replace(row, figures=tuple(row.figures[place] for place in order))
            for row in rows
        ],
    )
    if view is None:
        assert isinstance(moved, Refused)
        return
    assert isinstance(moved, WeightedView)
    assert [each.id for each in view.options] == list(OPTIONS)
    assert list(moved.options) == [view.options[place] for place in order]
    names = [OPTIONS[place] for place in order]
    assert [(p.first, p.second) for p in moved.pairs] == list(itertools.combinations(names, 2))
    before = {frozenset((p.first, p.second)): p for p in view.pairs}
    for pair in moved.pairs:
        own = before[frozenset((pair.first, pair.second))]
        low, high = own.difference
        turned = own.difference if own.first == pair.first else Bounds(0 - high, 0 - low)
        assert (pair.difference, pair.standing, pair.even) == (turned, own.standing, own.even)


@few
@given(row_lists())
def test_what_is_turned_to_its_opposite_comes_to_the_opposite(rows: tuple[SwingRow, ...]) -> None:
    opposite = [
        dataclasses.replace(row, better="less" if row.better == "more" else "more") for row in rows
    ]
    view, other = view_of(rows), view_of(opposite)
    assert (view is None) == (other is None)
    if view is None or other is None:
        return
    for here, there in zip(view.options, other.options, strict=True):
        assert here.bounds is not None
        assert there.bounds is not None
        assert here.bounds.low == pytest.approx(1 - there.bounds.high, abs=2e-6)
        assert here.bounds.high == pytest.approx(1 - there.bounds.low, abs=2e-6)
    assert [row.weight for row in view.rows] == [row.weight for row in other.rows]
    assert [pair.standing for pair in view.pairs] == [pair.standing for pair in other.pairs]
    for pair, mirrored in zip(view.pairs, other.pairs, strict=True):
        for own, other_way in zip(pair.even, mirrored.even, strict=True):
            assert (own.row, own.now) == (other_way.row, other_way.now)
            assert own.at == pytest.approx(other_way.at, abs=2e-6)


@few
@given(row_lists(MOST_ROWS - 1), st.sampled_from(OPEN), st.data())
def test_one_more_thing_that_is_open_never_makes_anything_surer(
    rows: tuple[SwingRow, ...], state: State, data: st.DataObject
) -> None:
    view = view_of(rows)
    if view is None:
        return
    more = SwingRow("more", "more", Swing(state), tuple(data.draw(figures) for _ in OPTIONS))
    assert_no_surer(view, view_of([*rows, more]))


@few
@given(row_lists(), st.integers(0, MOST_ROWS - 1), st.sampled_from(OPEN))
def test_an_answer_that_becomes_open_never_makes_anything_surer(
    rows: tuple[SwingRow, ...], place: int, state: State
) -> None:
    view = view_of(rows)
    changed = [
        dataclasses.replace(row, swing=Swing(state)) if number == place else row
        for number, row in enumerate(rows)
    ]
    opened = view_of(changed)
    if view is not None and opened is not None:
        assert_no_surer(view, opened)


def assert_no_surer(view: WeightedView, opened: WeightedView | None) -> None:
    assert opened is not None
    for (low, high), (lower, higher) in zip(ends(view), ends(opened), strict=True):
        assert lower <= low
        assert high <= higher
    for before, after in zip(view.pairs, opened.pairs, strict=True):
        assert after.standing in {before.standing, "depends"}


@few
@given(row_lists())
def test_everything_stays_between_its_ends(rows: tuple[SwingRow, ...]) -> None:
    view = view_of(rows)
    if view is None:
        return
    assert all(0 <= low <= high <= 1 for low, high in (e.bounds or (1, 0) for e in view.options))
    assert all(0 <= low <= high <= 1 for low, high in (row.weight for row in view.rows))
    assert all(-1 <= low <= high <= 1 for low, high in (p.difference for p in view.pairs))
    assert sum(row.weight.low for row in view.rows) <= 1 + 1e-5
    assert sum(row.weight.high for row in view.rows) >= 1 - 1e-5


@few
@given(row_lists())
def test_at_the_break_even_the_two_are_level(rows: tuple[SwingRow, ...]) -> None:
    view = view_of(rows)
    for number, pair in enumerate(view.pairs if view else ()):
        for each in pair.even:
            moved = view_of(
                [
                    dataclasses.replace(row, swing=Swing("answered", each.at))
                    if row.id == each.row
                    else row
                    for row in rows
                ]
            )
            # Where all answers would be 0, there is nothing to look at.
            if moved is not None:
                assert moved.pairs[number].difference == pytest.approx((0, 0), abs=2e-6)


@few
@given(st.integers(FEWEST_ITEMS, MOST_ITEMS), st.sampled_from(SIZES), st.data())
def test_most_and_least_turned_round_turn_the_count_round(
    many: int, size: int, data: st.DataObject
) -> None:
    items = [f"item-{number}" for number in range(many)]
    picks = [
        Picks(block, *data.draw(st.permutations([*block, None]).map(lambda order: order[:2])))
        for block in blocks_of_picks(items, size) or []
    ]
    turned = [Picks(each.block, each.least, each.most) for each in picks]
    for here, there in zip(
        best_minus_worst(items, picks), best_minus_worst(items, turned), strict=True
    ):
        assert (here.id, here.most, here.least, here.shown) == (
            there.id, there.least, there.most, there.shown,
        )  # fmt: skip
        assert (here.net is None) == (here.shown == 0)
        assert here.net is None or here.net == -(there.net or 0)


@few
@given(st.integers(1, 12), st.data())
def test_the_weights_of_an_order_go_with_the_items(many: int, data: st.DataObject) -> None:
    items = [f"item-{number}" for number in range(many)]
    order = data.draw(st.permutations(items))[: data.draw(st.integers(1, many))]
    weights = order_weights(items, order)
    assert weights is not None
    by_item = dict(zip(items, weights, strict=True))
    placed = [by_item[item] for item in order]
    rest = {by_item[item] for item in items if item not in order}
    assert placed == sorted(placed, reverse=True)
    assert len(rest) <= 1
    assert all(least <= placed[-1] for least in rest)
    assert sum(weights) == pytest.approx(1, abs=1e-5)
    assert order_weights(items[::-1], order) == weights[::-1]


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1 / 3, "0.333333"),
        (-1 / 3, "-0.333333"),
        (0.0000005, "1e-06"),
        (-1e-9, "0.0"),
        (-0.0, "0.0"),
    ],
)
def test_numbers_are_rounded_alike_above_and_below_nothing(number: float, written: str) -> None:
    assert str(tidy(number)) == written


@pytest.mark.parametrize(("many", "size"), DESIGNS)
def test_blocks_are_balanced(many: int, size: int) -> None:
    items = [f"item-{number}" for number in range(many)]
    blocks = blocks_of_picks(items, size)
    assert blocks is not None
    assert len(blocks) == many <= MOST_ITEMS
    assert all(len(set(block)) == size for block in blocks)
    for place in range(size):
        assert sorted(block[place] for block in blocks) == sorted(items)
    assert {item for block in blocks[: (many + 1) // 2] for item in block} == set(items)
    meet = meetings(blocks)
    times = [meet[frozenset(pair)] for pair in itertools.combinations(items, 2)]
    assert sum(times) == many * size * (size - 1) / 2
    assert max(times) - min(times) <= 1
    assert blocks == blocks_of_picks(items, size)


def meetings(blocks: Sequence[Sequence[str]]) -> Counter[frozenset[str]]:
    """Count how often two items meet; those that never do have no entry."""
    return Counter(frozenset(pair) for block in blocks for pair in itertools.combinations(block, 2))


def test_the_page_says_how_often_two_items_meet() -> None:
    page = (ROOT / "site" / "developers" / "values.md").read_text("utf-8")
    for many in range(FEWEST_ITEMS, MOST_ITEMS + 1):
        cells = []
        for size in SIZES:
            items = [f"item-{number}" for number in range(many)]
            meet = meetings(blocks_of_picks(items, size) or [])
            times = [meet[frozenset(pair)] for pair in itertools.combinations(items, 2)]
            fewest, most = min(times), max(times)
            cells.append(f"always {most}" if fewest == most else f"{fewest} to {most}")
        assert f"| {many} | {many} | {' | '.join(cells)} |" in page


TWO = ("wait", "tablets")


def one_of_two(swing: Swing) -> WeightedView | Refused:
    """Look at two options with one row that is answered, and one with this answer."""
    sure = SwingRow("pain", "less", Swing("answered", 100), (Bounds(9, 9), Bounds(3, 3)))
    return weighted_view(
        TWO, [sure, SwingRow("sleep", "more", swing, (Bounds(7, 7), Bounds(5, 5)))]
    )


@pytest.mark.parametrize("state", get_args(State))
def test_no_state_of_an_answer_becomes_a_number(state: State) -> None:
    """Open answers are all that they could be, and what does not apply is not there: neither is 0 nor 50."""
    if state == "answered":
        assert one_of_two(Swing(state)) == Refused("out-of-range")
        return
    assert one_of_two(Swing(state, 50)) == Refused("out-of-range")
    view = one_of_two(Swing(state))
    assert isinstance(view, WeightedView)
    if state == "not_applicable":
        assert [row.id for row in view.rows] == ["pain"]
        assert [each.bounds for each in view.options] == [Bounds(0, 0), Bounds(1, 1)]
    else:
        assert [(row.id, row.state) for row in view.rows] == [
            ("pain", "answered"),
            ("sleep", state),
        ]
        assert [each.bounds for each in view.options] == [Bounds(0, 0.5), Bounds(0.5, 1)]
        assert view.rows[1].weight == Bounds(0, 0.5)
