"""Every line of the format's table of figures, and what comes near them. All figures are made up."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decisionaid.model.figure import (
    Bound,
    Change,
    Counted,
    DifferenceFrom,
    Events,
    FewerThan,
    Figure,
    Frequency,
    NoDifferenceShown,
    NotApplicable,
    NotFound,
    NotKnown,
    Rate,
    ReferenceCell,
    Score,
    ShareInWords,
    Spread,
)
from decisionaid.read.figures.cells import MAX_CELL, Miss, read_figure
from decisionaid.read.figures.chance_tests import chance_in_difference
from decisionaid.read.figures.comparisons import read_comparison


def bound(amount: str, word: str) -> Bound:
    return Bound.model_validate({"amount": Decimal(amount), "word": word})


FORMS: dict[str, Figure] = {
    "159 in 1000": Frequency(n=Decimal(159), of=1000),
    "84.9 in 100": Frequency(n=Decimal("84.9"), of=100),
    "0 in 10": Frequency(n=Decimal(0), of=10),
    "3 in 10000": Frequency(n=Decimal(3), of=10000),
    "62 of 78": Counted(n=62, of=78),
    "111 in 1000 (90 to 137)": Frequency(
        n=Decimal(111), of=1000, low=Decimal(90), high=Decimal(137)
    ),
    "fewer than 1 in 1000": FewerThan(n=Decimal(1), of=1000),
    "1.6 in 100 each year": Rate(n=Decimal("1.6"), of=100),
    "1.6 in 100 each year (1.2 to 2.0)": Rate(
        n=Decimal("1.6"), of=100, low=Decimal("1.2"), high=Decimal("2.0")
    ),
    "1.6 people in 100 each year (1.2 to 2.0)": Rate(
        n=Decimal("1.6"), of=100, counts="people", low=Decimal("1.2"), high=Decimal("2.0")
    ),
    "19 in 100 of the cancers found": Frequency(n=Decimal(19), of=100, whole="cancers found"),
    "19 in 100 (15 to 24) of the cancers found": Frequency(
        n=Decimal(19), of=100, low=Decimal(15), high=Decimal(24), whole="cancers found"
    ),
    "14 of 61 of the knees": Counted(n=14, of=61, whole="knees"),
    "two-thirds": ShareInWords(share="two-thirds"),
    "a third": ShareInWords(share="one-third"),
    "more than half": ShareInWords(share="half", word="more than"),
    "2 to 3 fewer in 1000 as printed": Spread(
        low=Decimal(2), high=Decimal(3), of=1000, across="not-said", word="fewer"
    ),
    "10 to 34 in 100 as printed": Spread(
        low=Decimal(10), high=Decimal(34), of=100, across="not-said"
    ),
    "24 events in 50 people": Events(events=24, people=50),
    "24 events": Events(events=24),
    "1 event": Events(events=1),
    "32.7 points": Score(points=Decimal("32.7")),
    "1 point": Score(points=Decimal(1)),
    "32.7 points (29.8 to 35.6)": Score(
        points=Decimal("32.7"), low=Decimal("29.8"), high=Decimal("35.6")
    ),
    "32.7 points (sd 11.6, n 90)": Score(points=Decimal("32.7"), sd=Decimal("11.6"), people=90),
    "16.0 points better": Change(points=Decimal("16.0"), word="better"),
    "2 points worse (1 better to 5 worse)": Change(
        points=Decimal(2), word="worse", low=Decimal(-1), high=Decimal(5)
    ),
    "12 points lower (15 lower to 10 lower)": DifferenceFrom(
        amount=Decimal(12), word="lower", low=bound("15", "lower"), high=bound("10", "lower")
    ),
    "20 fewer in 1000": DifferenceFrom(amount=Decimal(20), word="fewer", of=1000),
    "3 more in 100 (1 fewer to 7 more)": DifferenceFrom(
        amount=Decimal(3), word="more", of=100, low=bound("1", "fewer"), high=bound("7", "more")
    ),
    "1.3 points lower (3.9 lower to 1.3 higher)": DifferenceFrom(
        amount=Decimal("1.3"), word="lower", low=bound("3.9", "lower"), high=bound("1.3", "higher")
    ),
    "10 to 34 in 100 across studies": Spread(
        low=Decimal(10), high=Decimal(34), of=100, across="studies"
    ),
    "10 to 34 in 100 across years": Spread(
        low=Decimal(10), high=Decimal(34), of=100, across="years"
    ),
    "2 to 3 fewer in 1000 across studies": Spread(
        low=Decimal(2), high=Decimal(3), of=1000, across="studies", word="fewer"
    ),
    "no difference shown: words only": NoDifferenceShown(reason="words only"),
    "reference": ReferenceCell(),
    "not known: nobody counted": NotKnown(reason="nobody counted"),
    "not found: a paper: behind a wall": NotFound(reason="a paper: behind a wall"),
    "not applicable: it cannot be": NotApplicable(reason="it cannot be"),
}


@pytest.mark.parametrize("text", FORMS)
def test_a_cell_is_read_as_its_figure(text: str) -> None:
    assert FORMS[text] == read_figure(text)


def test_what_was_printed_keeps_its_digits() -> None:
    figure = read_figure("16.0 in 100")
    assert isinstance(figure, Frequency)
    assert str(figure.n) == "16.0"


NEAR = (
    {
        "12 %": "write it as '12 in 100'",
        "12%": "write it as '12 in 100'",
        "<1%": "write it as 'fewer than 1 in 100'",
        "less than 0.5 %": "write it as 'fewer than 0.5 in 100'",
        "<1/1000": "write it as 'fewer than 1 in 1000'",
        "less than 1 in 1000": "write it as 'fewer than 1 in 1000'",
        "12 in 1,000": "write it as '12 in 1000'",
        "1 in 50": (
            "write '2 in 100': a frequency is in 10, 100, 1000 or 10000; "
            "for people who were counted write '1 of 50'"
        ),
        "12/100": "write '12 in 100' for a frequency as printed, or '12 of 100' for people who were counted",
        "12 out of 96": "write '12 of 96' for people who were counted",
        "12 in 100 (9–14)": "write it as '12 in 100 (9 to 14)'",
        "-12 points": "write a word in place of the sign: '12 points lower'",
        "12 points lower (15 to 10)": (
            "each end of the interval has its word, lower or higher: '12 points lower (15 ... to 10 ...)'"
        ),
        "20 fewer in 1000 (30 to 10)": (
            "each end of the interval has its word, fewer or more: '20 fewer in 1000 (30 ... to 10 ...)'"
        ),
        "12": "say of how many: '12 in ...' or '12 of ...'; or 'points' of a scale: '12 points'",
        "not known": "write the reason behind a colon: 'not known: reason'",
        "not found:": "write the reason behind a colon: 'not found: reason'",
        "Not known: nobody counted": (
            "write it in small letters with a colon and the reason: 'not known: nobody counted'"
        ),
        "n/a": (
            "write 'not known: reason' if nobody measured it, 'not found: reason' if you have not got "
            "it, or 'not applicable: reason' if it cannot happen"
        ),
    }
    | {
        text: f"write it as '{figure}'"
        for text, figure in {
            "60,5 %": "60.5 in 100",
            "0,125 in 100": "0.125 in 100",
            "12 in 1 000": "12 in 1000",
            "60% [48;75]": "60 in 100 (48 to 75)",
            "60 in 100 (48 to 75": "60 in 100 (48 to 75)",
            "60 in 100 (95% CI 48 to 75)": "60 in 100 (48 to 75)",
            "60.5 in 100, 95 % CI: 48.1 to 75.2": "60.5 in 100 (48.1 to 75.2)",
            "10\u201334 in 100 across studies": "10 to 34 in 100 across studies",
            "around 60 in 100": "60 in 100",
            "about 12 of 50": "12 of 50",
            "60 per 100 people": "60 in 100",
            "twelve in 100": "12 in 100",
            "12 in 100 per year": "12 in 100 each year",
            "12 per 100 person-years": "12 in 100 each year",
        }.items()
    }
    | {
        "60 in 100*": "write it as '60 in 100'; what the mark refers to goes into '- Note:'",
        "60 in 100 (p<0.05)": (
            "write it as '60 in 100'; a p value has no place here: "
            "how the source compares stands in '- Difference:'"
        ),
        "34 (60%)": (
            "write the count with the number of people in its group: '34 of ...'; "
            "or the percentage alone: '60 in 100'"
        ),
        "60.5% (n=34)": (
            "write the percentage alone: '60.5 in 100'; or the count with the number of people "
            "in its group: '34 of ...'"
        ),
        "34 (60.7 %) of 56": "write the count alone: '34 of 56'; the page works out the share",
        "45.2 (20.1)": (
            "say what the two numbers are: of a scale '45.2 points (sd 20.1, n ...)' with the number of "
            "people, if 20.1 is the standard deviation; of people '45.2 of ...', or '20.1 in 100' if 20.1 "
            "is a percentage"
        ),
        "NNT 5": (
            "write how many of how many with each option; if the source prints nothing else: "
            "'not found: the source prints only NNT 5'"
        ),
        "nil": (
            "write '0 of ...' with the number of people if it was counted and happened to nobody, "
            "'not known: reason' if nobody counted it, or 'not applicable: reason' if it cannot happen"
        ),
        "Reference": "write it in small letters and alone: 'reference'",
        "not measured": "write 'not known: not measured'",
        "Nearly two thirds of patients": "write it as 'almost two-thirds'",
        "over half": "write it as 'more than half'",
        "16 patients per 1000 per year": "write it as '16 people in 1000 each year'",
        "2 to 3 fewer in 1000": (
            "say what the two ends are: '2 to 3 fewer in 1000 across studies', or '2 to 3 fewer in 1000 "
            "as printed' if the source does not say; an interval stands behind its figure: '... fewer in "
            "1000 (2 fewer to 3 fewer)'"
        ),
        "not reported": "write 'not found: the source does not report it'",
        "TBC": "write 'not found: not looked up yet'",
        "02 in 100": "a decimal point may be lost: look in the source if it prints 0.2 or 2, "
        "and write '... in 100'",
        "same as above": "write the figure again: each line stands by itself",
        "up to 10 in 100": (
            "write the figure itself if the source has it; if it says no more than this: "
            "'not found: the source says only up to 10 in 100'"
        ),
        "8.1 \u00b1 2.3": (
            "of a scale write '8.1 points (sd 2.3, n ...)' with the number of people, if 2.3 is the "
            "standard deviation; otherwise write '8.1 points'"
        ),
        "10-20 in 100": (
            "say what the two ends are: '10 to 20 in 100 across studies', or '10 to 20 in 100 as "
            "printed' if the source does not say; an interval stands behind its figure: '... in 100 (10 "
            "to 20)'"
        ),
        "1:20": (
            "write '5 in 100': a frequency is in 10, 100, 1000 or 10000; "
            "for people who were counted write '1 of 20'"
        ),
    }
)


DIFFERS = (
    "this says if options differ, and not what happens with this one: it belongs to '- Difference:'. Copy "
    "how large the difference is, such as 'risk ratio ... (... to ...)'; if the source prints no more than "
    "this and says that they differ, write 'its-id against other-id: differ{0}', or 'groups differ{0}' of a "
    "test over all groups; if it says that this may be chance, write 'not clear: reason'; in this cell write "
    "its own figure, or 'not found: the source prints only {1}'"
)
NO_DIFFERENCE = (
    "this says if options differ, and not what happens with this one: it belongs to '- Difference:'. If the "
    "source prints no more than this, write 'not clear: {0}'; in this cell write its own figure, or 'not "
    "found: the source prints only {0}'"
)
TESTED = {
    "P = 0.03": ": P = 0.03",
    "p<0.05": ": p<0.05",
    "P = 0.03*": ": P = 0.03",
    "p-value: 0,03": ": p-value: 0,03",
    "P \u2264 .001 (log rank)": ": P \u2264 .001",
    "P = 0.8": ": P = 0.8",  # what it means, the source says
    "P for trend = 0.03": ": P for trend = 0.03",
    "significant": "",
    "Statistically significant (P < 0.05)": ": P < 0.05",
    "significantly better": "",
}
UNTESTED = ("NS", "n.s.", "not significant", "non-significant", "NS (P = 0.3)",
            "no significant difference", "no statistically significant difference")  # fmt: skip


@pytest.mark.parametrize(
    ("text", "help_"),
    [
        *((text, DIFFERS.format(printed, text)) for text, printed in TESTED.items()),
        *((text, NO_DIFFERENCE.format(text)) for text in UNTESTED),
    ],
)
def test_a_test_of_chance_alone_belongs_to_the_difference(text: str, help_: str) -> None:
    figure = read_figure(text)
    assert isinstance(figure, Miss)
    assert figure.fix == help_


@pytest.mark.parametrize("text", [*TESTED, *UNTESTED])
def test_a_test_of_chance_alone_is_told_the_same_in_a_difference(text: str) -> None:
    said = read_comparison(text)
    assert isinstance(said, str)
    assert ("groups differ" in said) is (text in TESTED)
    assert f"write 'not clear: {'reason' if text in TESTED else text}'" in said


@pytest.mark.parametrize("text", ["", "*", "points", "P", "part", "5", "sometimes", "none"])
def test_other_words_are_no_test_of_chance(text: str) -> None:
    assert chance_in_difference(text, "a against b") is None


@pytest.mark.parametrize("text", NEAR)
def test_what_comes_near_is_refused_with_the_way_to_write_it(text: str) -> None:
    figure = read_figure(text)
    assert isinstance(figure, Miss)
    assert NEAR[text] == figure.fix


@pytest.mark.parametrize(
    "text",
    [
        "83 in 1000",
        "83 in 1000 (71 to 97)",
        "20 fewer in 1000",
        "12.5 points",
        "3 in 100 each year",
    ],
)
def test_a_number_that_a_review_worked_out_is_read_as_it_is_printed(text: str) -> None:
    figure = read_figure(text)
    assert not isinstance(figure, Miss)
    assert read_figure(f"about {text}") == figure


@pytest.mark.parametrize(
    "text",
    [
        "about about 12 in 100",
        "12 in 100 (9 to 14",
        "12 in 100 each month",
        "12 in 100 people",
        "１２ in 100",
        "12.5 of 78",
        "12 in 100 across studies",
        "10 to 34 in 100",
        "1e3 in 1000",
        "٣ in 10",
        "12  in 100",
        "12 in 100.",
        "{0.__class__}",
        "{9} of 3",
        "1234567890 in 100",
        "many",
    ],
)
def test_what_is_no_figure_is_refused(text: str) -> None:
    assert isinstance(read_figure(text), Miss)


def test_a_cell_of_many_characters_is_refused() -> None:
    assert isinstance(read_figure("not known: " + "a" * MAX_CELL), Miss)


@settings(max_examples=300)
@given(st.text(alphabet="0123456789 .,()%-+{}:notinofpsear", max_size=60))
def test_any_text_gives_a_figure_or_a_way_to_write_it(text: str) -> None:
    figure = read_figure(text)
    assert not isinstance(figure, Miss) or (figure.message and figure.fix)
