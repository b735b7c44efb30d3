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
    Rate,
    Score,
    ShareInWords,
    Spread,
)
from decisionaid.model.outcome import AtWords
from decisionaid.render.figures.denominators import needed_by
from decisionaid.render.figures.of_people import share_words
from decisionaid.render.figures.shown import shown
from decisionaid.render.figures.shown_figure import ShownFigure, sentence_of
from decisionaid.render.outcomes.in_words import Figures
from decisionaid.render.words.wording import Naming, time_words
from tests.english import ENGLISH
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
    assert figure.range == "It could be 90 to 137"
    assert FIGURES.sentence("soon", "tablet") == (
        "With a tablet, 111 of 1,000 people have the bad thing (at 2 to 3 days), "
        "and 889 of 1,000 do not have it. It could be 90 to 137"
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
            "6 events in 50 people",
            "Example outcome events, with a tablet: 6 events in 50 people. One of them can have more than one",
        ),
        (
            "events",
            "operation",
            "24 events (how many people had them is not printed)",
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
                "It could be 50.1 to 60"
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
                "It could be anywhere from 3.9 points lower to 1.3 points higher, "
                "so the study could not tell if there is a difference"
            ),
        ),
        (
            "differences",
            "tablet",
            "20 fewer in 1,000",
            (
                "Example outcome differences, with a tablet: 20 fewer in 1,000 people than with dummy "
                "tablet. The source prints no range"
            ),
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
            "we count from here",
            "Example outcome differences, with dummy tablet: The other figures in this row are counted from here",
        ),
        (
            "spread",
            "tablet",
            "100 to 340 of 1,000",
            (
                "Example outcome spread, with a tablet: 100 to 340 of 1,000 people have the bad thing. "
                "Different studies found different numbers, and this is their range"
            ),
        ),
        (
            "spread",
            "operation",
            "2 to 3 fewer in 1,000",
            (
                "Example outcome spread, with an operation: 2 to 3 fewer in 1,000 people "
                "(what this is compared with is not said). "
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


def test_only_shares_of_people_are_drawn_as_people() -> None:
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
    assert share_words(ENGLISH, Decimal("0.01"), 1000, 10_000) == "fewer than 1 of 10,000"
    figure = show(frequency("0.005", 100, "0.001", "0.02"))
    assert figure.range == "It could be fewer than 1 of 10,000 to 2"


def test_what_is_counted_need_not_be_people() -> None:
    figure = show(frequency("82", 100), count=("new knee", "new knees"))
    assert figure.what == "new knees have the bad thing"


def test_a_share_in_words_is_no_number_and_has_no_drawing() -> None:
    figure = show(ShareInWords(share="two-thirds", word="almost"))
    assert (figure.number, figure.array, figure.drawing) == ("Almost two-thirds", None, None)
    assert figure.said == "Almost two-thirds of people have the bad thing"
    assert (figure.range, figure.other) == (
        "The source says this in words and prints no number",
        "",
    )
    assert not re.search(r"\d", figure.spoken.replace("1 year", ""))


def test_first_events_are_called_people_and_events_are_not() -> None:
    rate = Rate(n=Decimal("1.6"), of=100)
    assert show(rate).what == "on average (events, not people)"
    first = show(Rate(n=rate.n, of=100, counts="people"))
    assert (first.what, first.array) == ("on average (people, each counted once)", None)
    assert "counting each of the people once" in first.spoken


def test_a_range_that_its_source_does_not_explain_is_called_nothing_else() -> None:
    spread = Spread(low=Decimal(10), high=Decimal(34), of=100, across="not-said")
    assert show(spread).range == (
        "The source prints this range, and does not say what it is a range of"
    )


def test_words_left_out_by_the_author_are_a_gap_beside_the_number() -> None:
    figure = show(frequency("82", 100), said_as=None)
    assert (figure.number, figure.what) == ("82 of 100", "people [Missing: what happens, in words]")


@pytest.mark.parametrize(
    ("outcome_id", "option", "spoken"),
    [
        (
            "soon",
            "tablet",
            (
                "With a tablet, 111 of 1,000 people have the bad thing at 2 to 3 days "
                "(it could be as low as 90 or as high as 137), and 889 of 1,000 do not have it."
            ),
        ),
        (
            "counted",
            "tablet",
            (
                "With a tablet, about 79 of 100 people have the bad thing at 1 year, "
                "and about 21 of 100 do not have it."
            ),
        ),
        (
            "counted",
            "operation",
            (
                "With an operation (not offered here), 26 of 100 people have the bad thing at 1 year, "
                "and 74 of 100 do not have it."
            ),
        ),
        (
            "rare",
            "wait",
            (
                "With carrying on as now, fewer than 1 of 1,000 people have the bad thing at 1 year, "
                "and more than 999 of 1,000 do not have it."
            ),
        ),
        (
            "rates",
            "wait",
            (
                "Example outcome rates over a whole life, with carrying on as now: "
                "1.6 in 100 each year on average, counting events and not people."
            ),
        ),
        (
            "events",
            "tablet",
            (
                "Example outcome events (while on treatment), with a tablet: "
                "6 events in 50 people, where one of them can have more than one."
            ),
        ),
        (
            "events",
            "operation",
            (
                "Example outcome events (while on treatment), with an operation (not offered here): 24 events, "
                "where one of the people can have more than one, and how many had them is not printed."
            ),
        ),
        (
            "scores",
            "tablet",
            (
                "Example outcome scores at 1 year, with a tablet: 55.8 points on average "
                "(it could be as low as 50.1 or as high as 60), on a scale from 0 to 100 where "
                "a lower number is better."
            ),
        ),
        (
            "changes",
            "tablet",
            (
                "Example outcome changes at 1 year, with a tablet: "
                "1 point worse since the start, on average."
            ),
        ),
        (
            "differences",
            "wait",
            (
                "Example outcome differences at 1 year, with carrying on as now: 1.3 points lower than "
                "with dummy tablet, on average (it could be anywhere from 3.9 points lower to "
                "1.3 points higher, so the study could not tell if there is a difference)."
            ),
        ),
        (
            "differences",
            "operation",
            (
                "Example outcome differences at 1 year, with an operation (not offered here): "
                "this was measured, and no difference was shown (the text gives no numbers)."
            ),
        ),
        (
            "differences",
            "dummy",
            (
                "Example outcome differences at 1 year, with dummy tablet (in studies only, not "
                "offered): the other figures in this row are counted from here."
            ),
        ),
        (
            "spread",
            "tablet",
            (
                "With a tablet, 100 to 340 of 1,000 people have the bad thing at 1 year "
                "(different studies found different numbers, and this is their range)."
            ),
        ),
        (
            "spread",
            "operation",
            (
                "Example outcome spread at 1 year, with an operation (not offered here): "
                "2 to 3 fewer in 1,000 people (what this is compared with is not said) "
                "(different years had different numbers, and this is their range)."
            ),
        ),
        (
            "study",
            "tablet",
            (
                "Example outcome study at 1 year, with a tablet: "
                "About half of the group changed treatment."
            ),
        ),
    ],
)
def test_a_figure_is_spoken_as_one_sentence(outcome_id: str, option: str, spoken: str) -> None:
    assert figure_of(outcome_id, option).spoken == spoken


def test_a_difference_in_shares_is_spoken_with_what_it_is_measured_from() -> None:
    spoken = figure_of("differences", "tablet").spoken
    assert "20 fewer in 1,000 people" in spoken
    assert "than with dummy tablet" in spoken


@pytest.mark.parametrize(
    ("figure", "option", "said"),
    [
        (
            NotKnown(reason="nobody asked."),
            "tablet",
            "we do not know if this helps, makes no difference or harms (nobody asked)",
        ),
        (NotKnown(reason="nobody asked"), "wait", "we do not know how many (nobody asked)"),
        (NotFound(reason="a ratio"), "tablet", "we have not found this number (a ratio)"),
        (NotApplicable(reason="no pill"), "tablet", "this does not apply here (no pill)"),
        (None, "tablet", "[Missing: the figure]"),
    ],
)
def test_what_has_no_number_is_spoken_with_its_reason(
    figure: Figure | None, option: str, said: str
) -> None:
    name = NAMING.inside(option)
    assert show(figure, option).spoken == f"Example outcome row at 1 year, with {name}: {said}."


def test_not_known_on_a_scale_and_about_the_study_are_spoken_in_their_own_words() -> None:
    figure = NotKnown(reason="nobody asked")
    assert "we do not know how much (nobody" in show(figure, "wait", scale=SCALE).spoken
    about = show(figure, direction="about-the-study").spoken
    assert about.endswith(": we do not know (nobody asked).")


def test_every_figure_is_spoken_with_its_option_and_time_and_ends_with_a_full_stop() -> None:
    for row in EXAMPLE.outcomes:
        for cell in row.cells:
            figure = FIGURES.shown(row, cell)
            assert f"ith {NAMING.inside(cell.option)}" in figure.spoken
            assert time_words(ENGLISH, row.time) in figure.spoken
            assert figure.number.lower() in figure.spoken.lower()
            assert figure.spoken.endswith(".")
            assert not figure.spoken.endswith("..")


def test_a_time_that_the_label_says_is_not_spoken_twice() -> None:
    row = outcome(
        "row", None, options=("tablet",), label="Still in pain after 1 year", said_as=None
    )
    spoken = shown(row.cells[0], row, NAMING, 0).spoken
    assert spoken == "Still in pain after 1 year, with a tablet: [Missing: the figure]."


def test_words_for_a_time_are_spoken_in_brackets() -> None:
    row = outcome(
        "row",
        frequency("5", 100),
        options=("tablet",),
        time=AtWords(words="while on treatment"),
    )
    spoken = shown(row.cells[0], row, NAMING, 100).spoken
    assert spoken.startswith("With a tablet, 5 of 100 people have the bad thing (while on treatm")


@pytest.mark.parametrize(
    ("printed", "large"), [("1.30", "1.30 points"), ("16.0", "16 points"), ("1.0", "1 point")]
)
def test_a_number_keeps_the_digits_of_its_source_unless_it_is_whole(
    printed: str, large: str
) -> None:
    assert show(Score(points=Decimal(printed)), scale=SCALE).number == large


def test_more_than_a_thousand_people_are_not_drawn() -> None:
    assert show(frequency("3", 10_000)).array is None
    assert show(frequency("3", 1000)).array is not None


def test_two_halves_that_both_round_upwards_still_add_up() -> None:
    figure = show(Frequency(n=Decimal("9999.5"), of=10_000))
    assert figure.short == "more than 9,999 of 10,000"
    assert figure.other.startswith("Fewer than 1 of 10,000 ")
