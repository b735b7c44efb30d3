"""How a figure stands on a page: one sentence to be heard, and what is seen in its place."""

from selectolax.lexbor import LexborHTMLParser, LexborNode

from decisionaid.render.figures.figure_element import figure_element, legend
from decisionaid.render.figures.icons import IconArray
from decisionaid.render.figures.shown_figure import ShownFigure
from decisionaid.render.outcomes.in_words import Figures
from tests.english import ENGLISH
from tests.render.examples import EXAMPLE

FIGURES = Figures(EXAMPLE)


def element(figure: ShownFigure, name: str = "A tablet", mark: str = "") -> LexborNode:
    node = LexborHTMLParser(str(figure_element(ENGLISH, name, mark, figure))).css_first("li.figure")
    assert node is not None
    return node


def every_figure() -> list[ShownFigure]:
    return [FIGURES.shown(row, cell) for row in EXAMPLE.outcomes for cell in row.cells]


def test_only_the_sentence_is_heard() -> None:
    for figure in every_figure():
        heard, seen = (each for each in element(figure).iter())
        assert heard.attributes["class"] == "figure-spoken"
        assert heard.text() == figure.spoken
        assert "aria-hidden" not in heard.attributes
        assert seen.attributes["aria-hidden"] == "true"
        assert figure.what in seen.text()


def test_a_range_stands_before_the_other_frame_whose_range_it_is_not() -> None:
    both = [figure for figure in every_figure() if figure.range and figure.other]
    assert both
    for figure in both:
        (last,) = element(figure).css(".figure-other")
        assert [each.text() for each in last.css("p")] == [f"{figure.range}.", figure.other]


def test_what_sets_an_option_apart_is_seen_beside_its_name() -> None:
    (option,) = element(every_figure()[0], "An operation", "not offered here").css(".figure-option")
    assert option.text() == "An operation (not offered here)"


def test_words_from_outside_are_text() -> None:
    figure = ShownFigure("x", "unknown", "", "<b>what</b>", spoken="<b>spoken</b>")
    assert element(figure, "<b>name</b>", "<b>mark</b>").css("b") == []


def test_nothing_is_styled_in_the_element_itself() -> None:
    # The pages' security policy would leave it out.
    assert all(not element(figure).css("[style]") for figure in every_figure())


def test_the_legend_is_that_of_the_drawing() -> None:
    figures, dots = IconArray(159, 1000), IconArray(2, 1000, small=True)
    assert legend(ENGLISH, figures, "child", "children") == (
        "Each small figure stands for 10 children."
    )
    assert legend(ENGLISH, dots, "child", "children") == "Each dot stands for one child."


def test_a_hundred_people_have_one_legend() -> None:
    assert legend(ENGLISH, IconArray(3, 100), "child", "children") == (
        "Each small figure stands for one child."
    )
