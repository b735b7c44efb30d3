"""Icon arrays: as many small figures or dots are solid as the words say."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from decisionaid.render.figures.icons import (
    CELL,
    DOT_CELL,
    DOT_COLUMNS,
    DOT_ROWS,
    FIGURES,
    INK_START,
    INK_WIDTH,
    IconArray,
    draw,
)
from decisionaid.render.pages.environment import templates

MARKS = "components/icon-array/template.html"
WINDOWS = "svg svg"
"""The parts of a drawing that show figures solid; the rest are outlines."""


def drawing(array: IconArray, kind: str = "svg.icon-array:not(.dots)") -> LexborNode:
    node = LexborHTMLParser(str(draw(array))).css_first(kind)
    assert node is not None
    return node


def number(node: LexborNode, name: str) -> float:
    return float(node.attributes.get(name) or 0)


def people_drawn(array: IconArray) -> float:
    """Count the people that the solid parts of a drawing stand for."""
    icons = 0.0
    for window in drawing(array).css(WINDOWS):
        if "x" in window.attributes:
            icons += (number(window, "width") - float(INK_START)) / float(INK_WIDTH)
        else:
            icons += number(window, "width") * number(window, "height") / (CELL * CELL)
    return icons * array.each


@given(st.sampled_from([10, 100, 1000, 10_000]), st.data())
def test_the_solid_part_is_n_of_d(of: int, data: st.DataObject) -> None:
    n = data.draw(st.integers(0, of))
    assert abs(people_drawn(IconArray(n, of)) - n) < 0.001


@pytest.mark.parametrize(
    ("of", "icons", "each"), [(10, 10, 1), (100, 100, 1), (1000, 100, 10), (10_000, 100, 100)]
)
def test_at_most_a_hundred_figures_are_drawn(of: int, icons: int, each: int) -> None:
    array = IconArray(1, of)
    assert (array.icons, array.each) == (icons, each)
    view = (drawing(array).attributes["viewBox"] or "").split()
    assert float(view[2]) * float(view[3]) / (CELL * CELL) == icons
    marks = LexborHTMLParser(templates().get_template(MARKS).render())
    rows = marks.css("#icons-shape > use[href='#icons-row']")
    assert [number(row, "y") for row in rows] == [CELL * row for row in range(10)]
    assert marks.css_first("#icons-row").attributes["d"] == FIGURES  # type: ignore[union-attr]
    assert FIGURES.count("m-2.6 7.85") * len(rows) == 100


@given(st.integers(0, 1000))
def test_exactly_n_of_a_thousand_dots_are_solid(n: int) -> None:
    windows = drawing(IconArray(n, 1000, small=True), "svg.dots").css(WINDOWS)
    solid = sum(number(each, "width") * number(each, "height") for each in windows)
    assert solid == n * DOT_CELL**2


def test_the_dots_fill_whole_rows_and_then_part_of_the_next() -> None:
    first, second = drawing(IconArray(159, 1000, small=True), "svg.dots").css(WINDOWS)
    assert (number(first, "width"), number(first, "height")) == (160, 12)
    assert (number(second, "y"), number(second, "width"), number(second, "height")) == (12, 156, 4)


def test_each_row_has_as_many_dots_as_cells() -> None:
    # Each row goes so far to the right, and the next starts as far back.
    rows = [int(each) for each in re.findall(r"h(\d+)", DOT_ROWS)]
    assert re.findall(r"m-(\d+) (\d+)", DOT_ROWS) == [(str(rows[0]), str(DOT_CELL))] * (
        len(rows) - 1
    )
    assert len(rows) * DOT_COLUMNS == 1000
    # One dot at the start, and one after each further length of a cell.
    assert {length // DOT_CELL + 1 for length in rows} == {DOT_COLUMNS}


@pytest.mark.parametrize("of", [10, 100, 10_000])
def test_only_a_thousand_people_are_drawn_as_dots(of: int) -> None:
    assert "dots" not in str(draw(IconArray(3, of, small=True)))


def test_people_are_drawn_once() -> None:
    assert str(draw(IconArray(159, 1000))).count('<svg class="icon-array') == 1
    assert "dots" not in str(draw(IconArray(159, 1000)))


def test_rows_fill_from_the_start_corner() -> None:
    first, second = drawing(IconArray(25, 100)).css(WINDOWS)
    assert (number(first, "width"), number(first, "height")) == (100, 20)
    assert (number(second, "y"), number(second, "width")) == (20, 50)


def test_part_of_a_figure_is_part_of_its_ink() -> None:
    part = drawing(IconArray(196, 1000)).css("svg svg[x]")
    assert [(number(each, "x"), number(each, "y")) for each in part] == [(90, 10)]
    assert number(part[0], "width") == pytest.approx(float(INK_START + INK_WIDTH * 6 / 10))


def test_solid_figures_stand_in_the_windows_and_outlines_outside() -> None:
    node = drawing(IconArray(196, 1000))
    solid = node.css('line[marker-start="url(#icons-solid)"]')
    assert len(node.css('line[marker-start="url(#icons-outline)"]')) == 1
    assert [each.parent for each in solid] == node.css(WINDOWS)
    assert len(node.css("line")) == 1 + len(solid)


def test_nobody_is_drawn_solid_for_zero() -> None:
    assert drawing(IconArray(0, 100)).css(WINDOWS) == []


def test_a_drawing_is_hidden_from_screen_readers() -> None:
    assert drawing(IconArray(3, 100)).attributes["aria-hidden"] == "true"


def test_all_drawings_have_few_elements() -> None:
    assert all(len(drawing(IconArray(n, 1000)).css("*")) <= 8 for n in range(1000))


def test_where_a_figure_for_ten_would_be_a_sliver_there_are_dots_alone() -> None:
    array = IconArray(2, 1000, small=True)
    assert [
        each.attributes["class"]
        for each in LexborHTMLParser(str(draw(array))).css("svg.icon-array")
    ] == ["icon-array dots"]


@pytest.mark.parametrize(("n", "of", "solid"), [(82, 100, 82), (3, 10, 3), (820, 1000, 82)])
def test_things_that_are_not_people_are_dots(n: int, of: int, solid: int) -> None:
    node = drawing(IconArray(n, of, things=True))
    assert "icons" not in (node.html or "")
    windows = node.css(WINDOWS)
    area = sum(number(each, "width") * number(each, "height") for each in windows)
    assert area == solid * DOT_CELL**2
