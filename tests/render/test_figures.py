"""What each kind of figure says, in large, in a table and in a sentence."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decisionaid.model.figure import (
    NUMERIC,
    Counted,
    FewerThan,
    Figure,
    Frequency,
    NotApplicable,
    NotFound,
    NotKnown,
)
from decisionaid.render.denominators import needed_by
from decisionaid.render.figures import ShownFigure, sentence_of, share_words, shown
from decisionaid.render.outcomes import Figures
from decisionaid.render.wording import Naming
from tests.render.examples import EXAMPLE, SCALE, frequency, outcome

NAMING = Naming(EXAMPLE)
FIGURES = Figures(EXAMPLE)


def show(figure: Figure | None, option: str = "tablet", **fields: object) -> ShownFigure:
    """Show one figure in a row of its own."""
    row = outcome("row", figure, options=(option,), **fields)
    shares = [figure] if isinstance(figure, Frequency | Counted | FewerThan) else []
    return shown(row.cells[0], row, NAMING, needed_by(list(shares)))


def figure_of(outcome_id: str, option: str) -> ShownFigure:
    """Return a figure of the example."""
    row = EXAMPLE.outcome(outcome_id)
    assert row is not None
    cell = row.cell(option)
    assert cell is not None
    return FIGURES.shown(row, cell)


def test_a_frequency_says_both_frames_and_its_range() -> None:
    figure = figure_of("soon", "tablet")
    assert figure.short == "111 of 1,000"
    assert figure.what == "people have the bad thing"
    assert figure.other == "889 of 1,000 do not have it"
    assert figure.range == "It could be as low as 90 or as high as 137"
    assert FIGURES.sentence("soon", "tablet") == (
        "With a tablet, 111 of 1,000 people have the bad thing (at 2 to 3 days), "
        "and 889 of 1,000 do not have it. It could be as low as 90 or as high as 137"
    )


@pytest.mark.parametrize(
    ("outcome_id", "option", "short", "sentence"),
    [
        (
            "counted",
            "tablet",
            "about 79 of 100",
            "With a tablet, about 79 of 100 people have the bad thing (at 1 year), and about 21 of 100 do not have it",
        ),
        (
            "counted",
            "operation",
            "26 of 100",
            "With an operation, 26 of 100 people have the bad thing (at 1 year), and 74 of 100 do not have it",
        ),
        (
            "rare",
            "wait",
            "fewer than 1 of 1,000",
            (
                "With carrying on as now, fewer than 1 of 1,000 people have the bad thing (at 1 year), "
                "and more than 999 of 1,000 do not have it"
            ),
        ),
        (
            "rates",
            "wait",
            "1.6 in 100 each year",
            "Example outcome rates, with carrying on as now: 1.6 in 100 each year on average (events, not people)",
        ),
        (
            "events",
            "tablet",
            "6 events",
            "Example outcome events, with a tablet: 6 events in 50 people. One of them can have more than one",
        ),
        (
            "events",
            "operation",
            "24 events",
            (
                "Example outcome events, with an operation: 24 events. How many people had them is not printed. "
                "One of them can have more than one"
            ),
        ),
        (
            "scores",
            "wait",
            "37 points",
            "Example outcome scores, with carrying on as now: 37 points on average",
        ),
        (
            "scores",
            "tablet",
            "55.8 points",
            (
                "Example outcome scores, with a tablet: 55.8 points on average. "
                "It could be as low as 50.1 or as high as 60"
            ),
        ),
        (
            "changes",
            "wait",
            "16 points better",
            "Example outcome changes, with carrying on as now: 16 points better since the start, on average",
        ),
        (
            "changes",
            "tablet",
            "1 point worse",
            "Example outcome changes, with a tablet: 1 point worse since the start, on average",
        ),
        (
            "differences",
            "wait",
            "1.3 points lower",
            (
                "Example outcome differences, with carrying on as now: 1.3 points lower "
                "than with dummy tablet, on average. "
                "It could be anywhere from 3.9 points lower to 1.3 points higher. "
                "So the study could not tell if there is a difference"
            ),
        ),
        (
            "differences",
            "tablet",
            "20 fewer in 1,000",
            "Example outcome differences, with a tablet: 20 fewer in 1,000 people than with dummy tablet",
        ),
        (
            "differences",
            "operation",
            "no difference shown",
            (
                "Example outcome differences, with an operation: This was measured, and no difference was shown. "
                "The text gives no numbers"
            ),
        ),
        (
            "differences",
            "dummy",
            "the starting point",
            "Example outcome differences, with dummy tablet: The other figure is measured from here",
        ),
        (
            "spread",
            "tablet",
            "10 to 34 of 100",
            (
                "Example outcome spread, with a tablet: 10 to 34 of 100 people have the bad thing. "
                "Different studies found different numbers, and this is their range"
            ),
        ),
        (
            "spread",
            "operation",
            "2 to 3 fewer in 1,000",
            (
                "Example outcome spread, with an operation: 2 to 3 fewer in 1,000 people. "
                "Different years had different numbers, and this is their range"
            ),
        ),
        (
            "study",
            "tablet",
            "About half of the group changed treatment",
            "Example outcome study, with a tablet: About half of the group changed treatment",
        ),
    ],
)
def test_every_other_kind_says_what_it_is(
    outcome_id: str, option: str, short: str, sentence: str
) -> None:
    figure = figure_of(outcome_id, option)
    assert (figure.short, FIGURES.sentence(outcome_id, option)) == (short, sentence)


def test_not_known_is_said_in_full() -> None:
    figure = show(NotKnown(reason="the trials were different ones"))
    assert figure.short == "not known"
    assert figure.what == (
        "We do not know if this helps, makes no difference or harms. The trials were different ones."
    )


def test_not_known_for_carrying_on_as_now_asks_how_many_or_how_much() -> None:
    figure = NotKnown(reason="nobody asked")
    assert show(figure, "wait").what == "We do not know how many. Nobody asked."
    assert show(figure, "wait", scale=SCALE).what == "We do not know how much. Nobody asked."


def test_not_found_and_not_applicable_are_not_the_same_as_not_known() -> None:
    found = show(NotFound(reason="the source prints a ratio"))
    apply = show(NotApplicable(reason="it is not a medicine"))
    assert (found.short, found.look) == ("not found", "unknown")
    assert found.what == "We have not found this number. The source prints a ratio."
    assert (apply.short, apply.look) == ("does not apply", "words")
    assert apply.what == "This does not apply here. It is not a medicine."


def test_a_missing_figure_is_a_visible_gap() -> None:
    figure = show(None)
    assert (figure.look, figure.what) == ("gap", "[Missing: the figure]")


def test_only_shares_of_people_are_drawn() -> None:
    drawn = {
        cell.figure.kind
        for row in EXAMPLE.outcomes
        for cell in row.cells
        if cell.figure and FIGURES.shown(row, cell).array
    }
    assert drawn == {"frequency", "counted"}


def test_what_is_not_known_has_no_number_and_no_drawing() -> None:
    for row in EXAMPLE.outcomes:
        for cell in row.cells:
            figure = FIGURES.shown(row, cell)
            if not isinstance(cell.figure, NUMERIC):
                assert (figure.number, figure.array) == ("", None)
                assert figure.what


def test_an_unknown_time_is_said_inside_the_sentence() -> None:
    row = outcome(
        "row",
        frequency("5", 100),
        options=("tablet",),
        time=NotKnown(reason="the page does not say"),
    )
    figure = shown(row.cells[0], row, NAMING, 100)
    assert sentence_of(figure, row, NAMING).startswith(
        "With a tablet, 5 of 100 people have the bad thing (the time is not known)"
    )


SHARES = st.tuples(st.sampled_from([10, 100, 1000, 10_000]), st.decimals(0, 1, places=6)).map(
    lambda pair: Frequency(n=(pair[1] * pair[0]).quantize(Decimal("0.0001")), of=pair[0])
)
COUNTS = st.tuples(st.integers(1, 5000), st.floats(0, 1)).map(
    lambda pair: Counted(n=round(pair[0] * pair[1]), of=pair[0])
)


def first_number(words: str) -> int:
    found = re.search(r"\d[\d,]*", words)
    assert found is not None
    return int(found[0].replace(",", ""))


@given(SHARES | COUNTS)
def test_both_frames_add_up_to_the_whole(figure: Frequency | Counted) -> None:
    one, rest = show(figure).short, show(figure).other
    whole = first_number(one.split(" of ")[1])
    total = first_number(one) + first_number(rest)
    # "fewer than 1" and "more than 9,999" leave nothing out either.
    assert total == whole


@given(SHARES | COUNTS)
def test_what_is_not_zero_is_never_shown_as_zero(figure: Frequency | Counted) -> None:
    shown_figure = show(figure)
    assert (first_number(shown_figure.short) == 0) == (figure.n == 0)
    assert (first_number(shown_figure.other) == 0) == (figure.n == figure.of)


@given(SHARES | COUNTS)
def test_the_drawing_shows_the_number_in_words(figure: Frequency | Counted) -> None:
    shown_figure = show(figure)
    if shown_figure.array is not None:
        assert shown_figure.array.n == first_number(shown_figure.short)
        assert shown_figure.array.of == first_number(shown_figure.short.split(" of ")[1])


def test_bounds_that_round_to_zero_are_said_as_fewer_than_one() -> None:
    assert share_words(Decimal("0.01"), 1000, 10_000) == "fewer than 1 of 10,000"
    figure = show(frequency("0.005", 100, "0.001", "0.02"))
    assert figure.range == "It could be as low as fewer than 1 of 10,000 or as high as 2"


def test_what_is_counted_need_not_be_people() -> None:
    figure = show(frequency("82", 100), count=("new knee", "new knees"))
    assert figure.what == "new knees have the bad thing"


def test_words_left_out_by_the_author_are_a_gap_beside_the_number() -> None:
    figure = show(frequency("82", 100), said_as=None)
    assert (figure.number, figure.what) == ("82 of 100", "people [Missing: what happens, in words]")
