"""Out of how many people published differences are shown, and whether they add up."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decisionaid.model.aid import Aid
from decisionaid.model.figure import Bound, Counted, DifferenceFrom, Figure, ReferenceCell, Spread
from decisionaid.model.outcome import Outcome, PublishedDifference
from decisionaid.model.sections import OutcomesSection
from decisionaid.render.figures.denominators import denominators
from decisionaid.render.figures.differences import adds_up, rescaled
from decisionaid.render.outcomes.in_words import Figures
from tests.render.examples import EXAMPLE, frequency, outcome

D = Decimal


def fewer(amount: str, of: int, low: str | None = None, high: str | None = None) -> DifferenceFrom:
    return DifferenceFrom(
        amount=D(amount),
        word="fewer",
        of=of,
        low=Bound(amount=D(low), word="fewer") if low else None,
        high=Bound(amount=D(high), word="fewer") if high else None,
    )


def published(
    amount: str, of: int, word: str = "fewer", low: str | None = None, high: str | None = None
) -> PublishedDifference:
    ends = {"low": D(low) if low else None, "high": D(high) if high else None}
    return PublishedDifference.model_validate(
        {"option": "tablet", "against": "wait", "amount": D(amount), "word": word, "of": of} | ends
    )


def aid_of(*rows: Outcome) -> Aid:
    section = OutcomesSection(heading="H", outcomes=rows)
    return EXAMPLE.model_copy(update={"sections": (*EXAMPLE.sections[:3], section)})


def shown_out_of(*rows: Outcome) -> dict[str, int]:
    return denominators(aid_of(*rows))


def from_reference(figure: Figure, **fields: Any) -> Outcome:
    return outcome("row", ReferenceCell(), figure, None, **fields)


@pytest.mark.parametrize(
    ("figure", "of"),
    [
        (fewer("0.35", 100, "0.57", "0.14"), 10_000),
        (fewer("0.5", 100), 1000),
        (fewer("0.5", 100, "0.55", "0.4"), 10_000),
        (fewer("20", 1000), 1000),
        (fewer("3", 100), 100),
        (fewer("4.9", 1000), 10_000),
        (fewer("0.355", 100), 10_000),
        (fewer("1", 10), 10),
    ],
)
def test_a_difference_alone_is_shown_in_whole_people_and_no_coarser_than_printed(
    figure: DifferenceFrom, of: int
) -> None:
    assert shown_out_of(from_reference(figure)) == {"row": of}


def test_rows_of_a_series_show_their_differences_out_of_the_same_number() -> None:
    rows = [
        outcome(name, ReferenceCell(), figure, None, series="s")
        for name, figure in (("a", fewer("3", 100)), ("b", fewer("0.25", 100)))
    ]
    assert shown_out_of(*rows) == {"a": 10_000, "b": 10_000}


def test_differences_beside_shares_are_out_of_as_many_and_no_less_than_a_person() -> None:
    shares = outcome("shares", frequency("266", 1000), frequency("271", 1000), None)
    alone = from_reference(fewer("0.35", 100, "0.57", "0.14"))
    assert shown_out_of(shares, alone) == {"shares": 1000, "row": 1000}
    figures = Figures(aid_of(shares, alone))
    shown = figures.shown(alone, alone.cells[1])
    assert (shown.number, shown.ends) == ("3.5 fewer in 1,000", "5.7 fewer to 1.4 fewer")
    few = outcome("shares", frequency("44", 100), frequency("31", 100), None)
    assert shown_out_of(few, from_reference(fewer("3", 1000))) == {"shares": 1000, "row": 1000}


def test_a_range_of_differences_is_out_of_as_many_as_the_differences_beside_it() -> None:
    spread = Spread(low=D(2), high=D(3), of=1000, across="years", word="fewer")
    rows = [
        outcome(name, ReferenceCell(), figure, None, series="s")
        for name, figure in (("a", fewer("43", 10_000)), ("b", spread))
    ]
    assert shown_out_of(*rows) == {"a": 10_000, "b": 10_000}
    figures = Figures(aid_of(*rows))
    assert figures.shown(rows[1], rows[1].cells[1]).number == "20 to 30 fewer in 10,000"
    assert figures.view(rows[1], 3).behind == ("A tablet: 2 to 3 fewer in 1,000 across years",)


def test_points_have_no_denominator() -> None:
    points = DifferenceFrom(amount=D("1.3"), word="lower")
    assert shown_out_of(from_reference(points)) == {}
    assert rescaled(points, 1000) is points


def test_a_difference_beside_shares_is_out_of_the_number_that_they_are_shown_out_of() -> None:
    row = outcome(
        "row",
        frequency("50", 1000),
        frequency("30", 1000),
        None,
        comparisons=(published("20", 1000),),
    )
    assert shown_out_of(row) == {"row": 100}


def beside(first: Figure, second: Figure, difference: PublishedDifference) -> Outcome:
    return outcome("row", first, second, None, comparisons=(difference,))


@pytest.mark.parametrize(
    ("difference", "of"),
    [
        (published("20", 1000), 100),
        # Out of 100, the ends would be 1.4 and 2.6 people.
        (published("20", 1000, low="14", high="26"), 1000),
        # Printed figures that were rounded: 5 and 3 of 100 agree with 2.4, 50 and 30 of 1,000 do not.
        (published("2.4", 100), 100),
    ],
)
def test_shares_are_raised_where_that_makes_a_difference_whole_people_and_all_agree(
    difference: PublishedDifference, of: int
) -> None:
    row = beside(frequency("50", 1000), frequency("30", 1000), difference)
    assert shown_out_of(row) == {"row": of}


def test_shares_are_raised_where_only_so_they_agree_with_the_difference() -> None:
    # 45.4 and 54.6 of 100 would be shown as 45 and 55, ten apart, beside a printed 9.2.
    row = beside(frequency("454", 1000), frequency("546", 1000), published("92", 1000, "more"))
    assert denominators(aid_of(row)) == {"row": 1000}
    coarse = beside(frequency("45.4", 100), frequency("54.6", 100), published("9.2", 100, "more"))
    assert denominators(aid_of(coarse)) == {"row": 100}


def test_counts_are_not_raised_beyond_the_people_they_were_counted_in() -> None:
    difference = published("25.8", 100, "more", low="12", high="40")
    row = beside(Counted(n=46, of=86), Counted(n=69, of=87), difference)
    assert denominators(aid_of(row)) == {"row": 100}
    (said,) = Figures(aid_of(row)).view(row, 3).compared
    assert said.startswith("Probably, 25.8 more in 100 people have the bad thing")
    assert "rounded" not in said


def test_a_difference_that_rounding_sets_apart_from_the_figures_says_so() -> None:
    # 53.5 and 78.9 of 100 are shown as 54 and 79: 25 apart, and the source prints 25.7.
    difference = published("25.7", 100, "more", low="12", high="40")
    row = beside(Counted(n=107, of=200), Counted(n=71, of=90), difference)
    assert not adds_up(row, difference, 100)
    (said,) = Figures(aid_of(row)).view(row, 3).compared
    assert said.endswith("The figures shown here are rounded, so they may not add up to this.")
    adjusted = beside(
        Counted(n=107, of=200),
        Counted(n=71, of=90),
        difference.model_copy(update={"adjusted": True}),
    )
    (said,) = Figures(aid_of(adjusted)).view(adjusted, 3).compared
    assert "allowed for other ways in which the groups differ" in said


def test_the_page_says_whole_people_and_keeps_what_was_printed() -> None:
    row = from_reference(fewer("0.35", 100, "0.57", "0.14"))
    figures = Figures(aid_of(row))
    shown = figures.shown(row, row.cells[1])
    assert shown.number == "35 fewer in 10,000"
    assert shown.what == "people have the bad thing than with carrying on as now"
    assert shown.range == "It could be anywhere from 57 to 14 fewer in 10,000"
    assert (
        "A tablet: 0.35 fewer in 100 (it could be anywhere from 0.57 fewer to 0.14 fewer)"
        in figures.view(row, 3).behind
    )


def test_a_difference_shown_as_printed_is_not_repeated_behind_the_disclosure() -> None:
    row = from_reference(fewer("20", 1000))
    assert Figures(aid_of(row)).view(row, 3).behind == ()


@given(
    st.decimals(min_value=0, max_value=50, places=2),
    st.sampled_from([100, 1000, 10_000]),
    st.sampled_from([100, 1000, 10_000]),
)
def test_a_difference_stays_the_same_share_in_any_denominator(
    amount: Decimal, printed: int, of: int
) -> None:
    figure = fewer(str(amount), printed)
    again = rescaled(figure, of)
    assert again.amount * printed == amount * of
    assert "E" not in str(again.amount)


@given(st.integers(0, 1000), st.integers(0, 1000))
def test_shares_in_print_always_add_up_to_their_own_difference(a: int, b: int) -> None:
    word = "more" if b >= a else "fewer"
    row = outcome(
        "row",
        frequency(str(a), 1000),
        frequency(str(b), 1000),
        None,
        comparisons=(published(str(abs(b - a)), 1000, word),),
    )
    of = denominators(aid_of(row))["row"]
    assert adds_up(row, published(str(abs(b - a)), 1000, word), of)


def test_a_range_of_differences_is_out_of_as_many_people_as_the_difference_beside_it() -> None:
    spread = Spread(low=D(2), high=D(3), of=1000, across="studies", word="fewer")
    fine = DifferenceFrom(amount=D("0.5"), word="fewer", of=1000)
    row = outcome("row", ReferenceCell(), spread, fine)
    aid = EXAMPLE.model_copy(
        update={"sections": (OutcomesSection(heading="Deaths", outcomes=(row,)),)}
    )
    figures = Figures(aid)
    assert [figures.shown(row, cell).short for cell in row.cells[1:]] == [
        "20 to 30 fewer in 10,000",
        "5 fewer in 10,000",
    ]
    said = figures.shown(row, row.cells[1])
    assert said.what == "people have the bad thing than with wait"


def test_a_range_of_shares_is_out_of_as_many_people_as_the_shares_beside_it() -> None:
    spread = Spread(low=D(310), high=D(405), of=1000, across="studies")
    row = outcome("row", frequency("440", 1000), spread, frequency("300", 1000))
    aid = EXAMPLE.model_copy(
        update={"sections": (OutcomesSection(heading="Deaths", outcomes=(row,)),)}
    )
    figures = Figures(aid)
    assert [figures.shown(row, cell).short for cell in row.cells] == [
        "440 of 1,000",
        "310 to 405 of 1,000",
        "300 of 1,000",
    ]
