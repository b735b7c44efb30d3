"""Out of how many people figures are shown."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decisionaid.model.aid import Aid
from decisionaid.model.figure import Counted, FewerThan, Figure, Frequency, Rate, Spread
from decisionaid.model.outcome import NotReported, Outcome
from decisionaid.model.sections import OutcomesSection
from decisionaid.model.shares import LADDER, scaled, scaled_up
from decisionaid.render.figures.denominators import denominators, needed_by
from decisionaid.render.outcomes.in_words import Figures
from tests.render.examples import EXAMPLE, frequency, outcome


def aid_with(*outcomes: Outcome) -> Aid:
    return Aid(slug="a", title="A", sections=(OutcomesSection(heading="H", outcomes=outcomes),))


def row(name: str, *figures: Figure, series: str | None = None) -> Outcome:
    return outcome(name, *figures, options=("wait", "tablet")[: len(figures)], series=series)


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ((frequency("159", 1000), frequency("111", 1000)), 1000),
        ((frequency("440", 1000), frequency("310", 1000)), 100),
        ((frequency("84.9", 100), frequency("12", 100)), 100),
        ((frequency("6", 10), frequency("5", 10)), 10),
        ((frequency("0.4", 100), frequency("12", 100)), 1000),
        ((frequency("12.1", 100), frequency("12.4", 100)), 1000),
        ((frequency("99.8", 100), frequency("12", 100)), 1000),
        ((frequency("0.04", 100), frequency("0.05", 100)), 10_000),
        ((Counted(n=62, of=78), Counted(n=13, of=50)), 100),
        ((FewerThan(n=Decimal(1), of=1000), frequency("5", 100)), 1000),
        ((frequency("440", 1000, "401", "480"),), 1000),
        ((frequency("10", 100), frequency("10", 100)), 100),
        ((FewerThan(n=Decimal("0.4"), of=100), frequency("24", 100)), 1000),
        ((FewerThan(n=Decimal("1.4"), of=100),), 1000),
        ((FewerThan(n=Decimal("1.4"), of=100), Counted(n=0, of=35)), 100),
        ((Counted(n=0, of=35), Counted(n=3, of=2000)), 100),
        ((Counted(n=35, of=35), frequency("1", 1000)), 100),
        ((Counted(n=1, of=3), frequency("333", 1000)), 100),
        ((Counted(n=5, of=900), Counted(n=13, of=900)), 1000),
        ((Counted(n=1, of=240), Counted(n=2, of=238)), 1000),
        ((frequency("43.8", 100, "43.6", "44.3"),), 1000),
        ((frequency("43.8", 100, "43.6", "44.3"), frequency("24", 100)), 100),
    ],
)
def test_the_smallest_denominator_that_tells_the_truth_is_chosen(
    figures: tuple[Frequency | Counted | FewerThan, ...], expected: int
) -> None:
    assert needed_by(list(figures)) == expected


def test_rows_of_a_series_share_one_denominator_even_across_sections() -> None:
    first = OutcomesSection(heading="1", outcomes=(row("a", frequency("50", 100), series="s"),))
    second = OutcomesSection(heading="2", outcomes=(row("b", frequency("0.2", 100), series="s"),))
    aid = Aid(slug="a", title="A", sections=(first, second))
    assert denominators(aid) == {"a": 1000, "b": 1000}


def test_a_row_is_raised_to_its_sections_denominator_when_it_was_printed_that_finely() -> None:
    aid = aid_with(row("fine", frequency("440", 1000)), row("finer", frequency("159", 1000)))
    assert denominators(aid) == {"fine": 1000, "finer": 1000}


def test_a_row_is_not_raised_beyond_what_was_printed_or_counted() -> None:
    aid = aid_with(
        row("coarse", frequency("53", 100)),
        row("counted", Counted(n=13, of=50)),
        row("fine", frequency("159", 1000)),
    )
    assert denominators(aid) == {"coarse": 100, "counted": 100, "fine": 1000}


def test_estimates_that_disagree_are_out_of_the_same_number_with_their_benefits_and_harms() -> None:
    # The issue's own example, with made-up figures: 129 of 10,000 beside about 2 of 1,000.
    help_, harm = row("help", frequency("86", 10_000)), row("harm", frequency("129", 10_000))
    other_harm = row("harm-two", frequency("2.3", 1000)).model_copy(update={"estimate_of": "harm"})
    other_help = row("help-two", frequency("5.7", 1000)).model_copy(update={"estimate_of": "help"})
    aid = aid_with(help_, harm, other_harm, other_help, row("apart", Counted(n=13, of=50)))
    assert denominators(aid) == dict.fromkeys(("help", "harm", "harm-two", "help-two"), 10_000) | {
        "apart": 100
    }
    figures = Figures(aid)
    assert figures.shown(other_harm, other_harm.cells[0]).short == "23 of 10,000"
    assert figures.view(other_harm, 3).behind == ("wait: 2.3 in 1,000",)


def test_rows_for_groups_of_readers_are_out_of_the_same_number() -> None:
    groups = [
        row(name, frequency(n, of)).model_copy(update={"stratum": name, "label": "Pain"})
        for name, n, of in (("older", "12", 1000), ("younger", "30", 100))
    ]
    aid = aid_with(*groups, row("apart", Counted(n=13, of=50)))
    assert denominators(aid) == {"older": 1000, "younger": 1000, "apart": 100}


def test_benefits_and_harms_of_all_sections_are_out_of_the_same_number() -> None:
    sections = (
        OutcomesSection(heading="1", outcomes=(row("benefit", frequency("50", 100)),)),
        OutcomesSection(heading="2", outcomes=(row("harm", frequency("0.2", 100)),)),
        OutcomesSection(
            heading="3",
            outcomes=(
                row("range", Spread(low=Decimal(10), high=Decimal(34), of=100, across="studies")),
            ),
        ),
    )
    aid = Aid(slug="a", title="A", sections=sections)
    assert denominators(aid) == {"benefit": 1000, "harm": 1000, "range": 1000}


def test_whoever_counted_few_people_holds_back_those_who_can_be_shown_with_them() -> None:
    aid = aid_with(
        row("counted", Counted(n=13, of=50)),
        row("tenths", frequency("6", 10)),
        row("rare", frequency("1", 1000)),
        row("large", Counted(n=29_288, of=855_832)),
    )
    assert denominators(aid) == {"counted": 100, "tenths": 100, "rare": 1000, "large": 1000}


def test_rates_are_out_of_the_same_number() -> None:
    rates = row("rates", Rate(n=Decimal("1.6"), of=100), Rate(n=Decimal(4), of=1000))
    figures = Figures(aid_with(rates))
    shown = [figures.shown(rates, cell).short for cell in rates.cells]
    assert shown == ["16 in 1,000 each year", "4 in 1,000 each year"]
    assert figures.view(rates, 3).behind == ("wait: 1.6 in 100 each year",)


def test_a_bound_among_small_counts_is_out_of_as_many_as_they_are() -> None:
    aid = aid_with(row("few", FewerThan(n=Decimal(1), of=1000), Counted(n=0, of=35)))
    (few,) = aid.outcomes
    shown = [Figures(aid).shown(few, cell).short for cell in few.cells]
    assert shown == ["fewer than 1 of 100", "about 0 of 100"]


def test_tenths_by_themselves_are_never_shown_as_if_they_were_more_precise() -> None:
    tenths = row("tenths", frequency("6", 10))
    assert denominators(aid_with(tenths)) == {"tenths": 10}
    beside = denominators(aid_with(tenths, row("others", frequency("53", 100))))
    assert beside == {"tenths": 100, "others": 100}


def test_rows_without_shares_of_people_have_no_denominator() -> None:
    aid = aid_with(outcome("none", None, None, None))
    assert denominators(aid) == {}


@given(
    st.lists(
        st.tuples(st.integers(0, 10_000), st.sampled_from([10, 100, 1000, 10_000])),
        min_size=1,
        max_size=6,
    )
)
def test_no_figure_becomes_zero_or_all_unless_it_is_beyond_the_largest_denominator(
    pairs: list[tuple[int, int]],
) -> None:
    figures = [Frequency(n=Decimal(min(n, of)), of=of) for n, of in pairs]
    denominator = needed_by(list(figures))
    for figure in figures:
        shown = scaled(figure.n, figure.of, denominator)
        assert (shown == 0) == (figure.n == 0)
        assert (shown == denominator) == (figure.n == figure.of)
    assert denominator in (10, *LADDER)


SHARES = st.one_of(
    st.builds(
        lambda n, of: Frequency(n=min(n, Decimal(of)), of=of),
        st.decimals(min_value=0, max_value=10_000, places=2),
        st.sampled_from([10, 100, 1000, 10_000]),
    ),
    st.builds(
        lambda n, of: Counted(n=min(n, of), of=of), st.integers(0, 900_000), st.integers(1, 900_000)
    ),
)


@given(st.tuples(SHARES, SHARES))
def test_what_is_not_zero_is_never_shown_as_zero_and_what_differs_never_as_equal(
    pair: tuple[Frequency | Counted, Frequency | Counted],
) -> None:
    each = outcome("row", *pair, options=("wait", "tablet"), comparisons=(NotReported(),))
    figures = Figures(
        EXAMPLE.model_copy(update={"sections": (EXAMPLE.sections[2], *aid_with(each).sections)})
    )
    shown = [figures.shown(each, cell) for cell in each.cells]
    for figure, words in zip(pair, shown, strict=True):
        numbers = words.short.removeprefix("about ").split(" of ")
        assert (numbers[0] == "0") == (figure.n == 0)
        assert (numbers[0] == numbers[1]) == (figure.n == figure.of)
    if pair[0].n * pair[1].of != pair[1].n * pair[0].of and shown[0].number == shown[1].number:
        assert "are about the same" in figures.view(each, 3).compared[0]


def test_figures_that_look_the_same_and_differ_are_called_about_the_same() -> None:
    pair = (Counted(n=800_000, of=900_000), Counted(n=800_001, of=900_000))
    each = outcome("row", *pair, options=("wait", "tablet"), comparisons=(NotReported(),))
    (said, _) = Figures(aid_with(each)).view(each, 3).compared
    assert said == (
        "The numbers with wait and tablet are about the same: they differ by less than can be shown "
        "here."
    )


def test_a_small_share_of_a_large_count_is_not_rounded_to_one_of_a_thousand() -> None:
    aid = aid_with(row("rare", Counted(n=698, of=855_832)))
    assert denominators(aid) == {"rare": 10_000}
    small = aid_with(row("few", Counted(n=2, of=78)))
    assert denominators(small) == {"few": 100}


def said_of(*figures: Figure) -> list[str]:
    """Return what a page says of each figure of a row: the number, its range, and the other frame."""
    each = row("row", *figures)
    figures_of = Figures(
        EXAMPLE.model_copy(update={"sections": (EXAMPLE.sections[2], *aid_with(each).sections)})
    )
    shown = [figures_of.shown(each, cell) for cell in each.cells]
    return [f"{words.short}; {words.range}" for words in shown]


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        (
            (FewerThan(n=Decimal("0.4"), of=100), frequency("24", 100)),
            ["fewer than 4 of 1,000; ", "about 240 of 1,000; "],
        ),
        (
            (FewerThan(n=Decimal("1.4"), of=100), Counted(n=0, of=35)),
            ["fewer than 2 of 100; ", "about 0 of 100; "],
        ),
        ((FewerThan(n=Decimal("0.01"), of=10_000),), ["fewer than 1 of 10,000; "]),
        (
            (Counted(n=0, of=35), Counted(n=3, of=2000)),
            ["about 0 of 100; ", "fewer than 1 of 100; "],
        ),
        (
            (Counted(n=35, of=35), Counted(n=20, of=40)),
            ["about 100 of 100; ", "50 of 100; "],
        ),
        (
            (Counted(n=1, of=3), frequency("333", 1000)),
            ["about 33 of 100; ", "about 33 of 100; "],
        ),
        (
            (frequency("43.8", 100, "43.6", "44.3"),),
            ["438 of 1,000; It could be 436 to 443"],
        ),
        (
            (frequency("43.8", 100, "43.6", "44.3"), frequency("24", 100)),
            ["about 44 of 100; It could be 43.6 to 44.3", "24 of 100; "],
        ),
        # Out of more people than it was printed for: nobody printed 60 of 100, nor 530 of 1,000.
        ((frequency("6", 10), Counted(n=1, of=2)), ["about 60 of 100; ", "50 of 100; "]),
        (
            (frequency("53", 100), frequency("159", 1000)),
            ["about 530 of 1,000; ", "159 of 1,000; "],
        ),
        ((frequency("0.4", 100), frequency("53.0", 100)), ["4 of 1,000; ", "530 of 1,000; "]),
    ],
)
def test_bounds_hold_counts_keep_to_their_people_and_ranges_have_two_ends(
    figures: tuple[Figure, ...], said: list[str]
) -> None:
    assert said_of(*figures) == said


@given(
    st.decimals(min_value="0.0001", max_value=10_000, places=4),
    st.sampled_from([10, 100, 1000, 10_000]),
    st.sampled_from(LADDER),
)
def test_a_bound_is_never_shown_below_what_was_printed(n: Decimal, of: int, step: int) -> None:
    shown = scaled_up(n, of, step)
    assert (shown - 1) * of < n * step <= shown * of


@given(st.lists(SHARES, min_size=1, max_size=4), st.integers(1, 900))
def test_none_of_some_people_is_never_shown_out_of_more(
    others: list[Frequency | Counted], of: int
) -> None:
    assert needed_by([Counted(n=0, of=of), *others]) <= max(of, 100)
