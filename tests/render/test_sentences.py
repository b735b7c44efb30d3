"""What is said about how options compare, and how sure anyone can be."""

from decimal import Decimal
from typing import Any

import pytest

from decisionaid.model.aid import Counting
from decisionaid.model.figure import (
    Counted,
    FewerThan,
    Figure,
    NoDifferenceShown,
    NotFound,
    NotKnown,
    Rate,
    ShareInWords,
)
from decisionaid.model.outcome import (
    Certainty,
    Comparison,
    Differ,
    HowCertain,
    MattersFrom,
    NotClear,
    NotReported,
    PublishedDifference,
    PublishedRatio,
    Scale,
)
from decisionaid.render.outcomes.printed_comparisons import (
    compared_shortly,
    comparison_as_printed,
    unsaid_ranges,
)
from decisionaid.render.outcomes.sentences import comparison_lines, no_one_can_tell
from decisionaid.render.words.wording import Naming, certainty_line, certainty_reason, how_sure
from tests.english import ENGLISH
from tests.render.examples import EXAMPLE, frequency, outcome

NAMING = Naming(EXAMPLE)
D = Decimal


def ratio(value: str, low: str | None = None, high: str | None = None) -> PublishedRatio:
    return PublishedRatio(
        option="tablet",
        against="wait",
        measure="risk ratio",
        value=D(value),
        low=D(low) if low else None,
        high=D(high) if high else None,
    )


def difference(amount: str, low: str, high: str, of: int | None = None) -> PublishedDifference:
    return PublishedDifference(
        option="tablet", against="wait", amount=D(amount), word="lower" if of is None else "fewer",
        of=of, low=D(low), high=D(high),
    )  # fmt: skip


HIGH = Certainty(level="high")


def say_of(comparison: Comparison, certainty: HowCertain | None = HIGH, **fields: Any) -> str:
    row = outcome("row", None, None, None, comparisons=(comparison,), certainty=certainty, **fields)
    (line,) = comparison_lines(row, NAMING)
    return line


PAIR = "a tablet and carrying on as now"
THAN = "with a tablet than with carrying on as now"
UNSURE = f"We are very unsure if there is a difference between {PAIR}."
COULD_NOT_TELL = f"The study could not tell if there is a difference between {PAIR}."
NO_RANGE = "It prints no range, so the difference could be smaller or larger."

FEWER = ratio("0.70", "0.57", "0.86")
MORE = ratio("1.38", "1.19", "1.59")
SHARE = difference("48", "22", "69", of=1000)
POINTS = difference("12", "10", "15")
COULD_BE_SHARE = "It could be 22 to 69 fewer in 1,000."
COULD_BE_POINTS = "It could be 10 to 15 points lower."

GISTS = {
    ("fewer", "high"): f"Fewer people have the bad thing {THAN}.",
    ("fewer", "moderate"): f"Probably, fewer people have the bad thing {THAN}.",
    (
        "fewer",
        "low",
    ): f"It may be that fewer people have the bad thing {THAN}, but we are not sure.",
    ("fewer", "very-low"): UNSURE,
    ("fewer", "not-graded"): f"Among those studied, fewer people have the bad thing {THAN}.",
    ("more", "high"): f"More people have the bad thing {THAN}.",
    ("more", "moderate"): f"Probably, more people have the bad thing {THAN}.",
    ("more", "low"): f"It may be that more people have the bad thing {THAN}, but we are not sure.",
    ("more", "very-low"): UNSURE,
    ("more", "not-graded"): f"Among those studied, more people have the bad thing {THAN}.",
    ("share", "high"): f"48 fewer in 1,000 people have the bad thing {THAN}. {COULD_BE_SHARE}",
    ("share", "moderate"): (
        f"Probably, 48 fewer in 1,000 people have the bad thing {THAN}. {COULD_BE_SHARE}"
    ),
    ("share", "low"): (
        f"It may be that 48 fewer in 1,000 people have the bad thing {THAN}, but we are not sure. "
        f"{COULD_BE_SHARE}"
    ),
    ("share", "very-low"): UNSURE,
    ("share", "not-graded"): (
        f"Among those studied, 48 fewer in 1,000 people have the bad thing {THAN}. {COULD_BE_SHARE}"
    ),
    ("points", "high"): f"On average, the result is 12 points lower {THAN}. {COULD_BE_POINTS}",
    ("points", "moderate"): (
        f"Probably, on average, the result is 12 points lower {THAN}. {COULD_BE_POINTS}"
    ),
    ("points", "low"): (
        f"It may be that, on average, the result is 12 points lower {THAN}, but we are not sure. "
        f"{COULD_BE_POINTS}"
    ),
    ("points", "very-low"): UNSURE,
    ("points", "not-graded"): (
        f"Among those studied, on average, the result is 12 points lower {THAN}. {COULD_BE_POINTS}"
    ),
}
CLEAR: dict[str, PublishedRatio | PublishedDifference] = {
    "fewer": FEWER,
    "more": MORE,
    "share": SHARE,
    "points": POINTS,
}


@pytest.mark.parametrize(("form", "level"), GISTS)
def test_a_clear_difference_is_said_in_the_words_of_its_certainty(form: str, level: str) -> None:
    certainty = Certainty.model_validate({"level": level, "reason": "made up"})
    assert say_of(CLEAR[form], certainty) == GISTS[form, level]


@pytest.mark.parametrize("certainty", [None, NotKnown(reason="nobody says")])
@pytest.mark.parametrize("form", CLEAR)
def test_certainty_that_nobody_gave_claims_nothing_beyond_those_studied(
    form: str, certainty: HowCertain | None
) -> None:
    assert say_of(CLEAR[form], certainty) == GISTS[form, "not-graded"]


@pytest.mark.parametrize("level", ["high", "moderate", "low", "very-low", "not-graded"])
@pytest.mark.parametrize("adjusted", [False, True])
@pytest.mark.parametrize(
    "comparison",
    [
        ratio("0.97", "0.76", "1.24"),
        ratio("0.97", "0.76", "1.00"),
        ratio("1.02", "1.00", "1.24"),
        difference("1.3", "-1.3", "3.9"),
        difference("1.3", "0", "3.9"),
        difference("13", "-13", "39", of=1000),
    ],
)
def test_nothing_is_said_to_be_more_or_fewer_where_the_interval_includes_no_difference(
    comparison: PublishedRatio | PublishedDifference, adjusted: bool, level: str
) -> None:
    certainty = Certainty.model_validate({"level": level, "reason": "made up"})
    said = say_of(comparison.model_copy(update={"adjusted": adjusted}), certainty)
    assert said == COULD_NOT_TELL


BARE = PublishedDifference(option="tablet", against="wait", amount=D(20), word="fewer", of=1000)


@pytest.mark.parametrize("level", ["high", "moderate", "low", "not-graded"])
def test_without_an_interval_the_printed_difference_is_told_and_that_there_is_no_range(
    level: str,
) -> None:
    certainty = Certainty.model_validate({"level": level, "reason": "made up"})
    assert say_of(BARE, certainty) == (
        f"The source prints: 20 fewer in 1,000 people have the bad thing {THAN}. {NO_RANGE}"
    )
    bare = "The source prints, for a tablet against carrying on as now:"
    assert say_of(BARE, said_as=None) == f"{bare} 20 fewer in 1,000. {NO_RANGE}"
    assert say_of(ratio("0.5"), certainty) == f"{bare} risk ratio 0.5. {NO_RANGE}"


def test_with_very_low_certainty_nothing_is_told_of_a_difference_without_a_range() -> None:
    assert say_of(BARE, Certainty(level="very-low", reason="made up")) == UNSURE


DIFFER = (
    "The source says that the results with {} and with carrying on as now differed by more than "
    "chance would explain. It does not say by how much."
)
TOGETHER = (
    "The source says that these groups, taken together, differed by more than chance would explain. "
    "It does not say which of them differ, or by how much."
)


@pytest.mark.parametrize("level", ["high", "moderate", "low", "not-graded"])
def test_a_difference_without_a_size_is_the_sources_word_and_has_no_direction(level: str) -> None:
    certainty = Certainty.model_validate({"level": level, "reason": "made up"})
    named = Differ(option="tablet", against="wait", reason="P = 0.003")
    assert say_of(named, certainty) == DIFFER.format("a tablet")


def test_of_two_groups_that_differ_both_are_named_and_of_more_none_is() -> None:
    ten, twenty, thirty = (frequency(n, 100) for n in ("10", "20", "30"))
    two = outcome("row", ten, twenty, None, comparisons=(Differ(),))
    three = outcome("row", ten, twenty, thirty, comparisons=(Differ(),))
    assert comparison_lines(two, NAMING)[0].endswith("It does not say by how much.")
    assert "which of them" not in comparison_lines(two, NAMING)[0]
    assert comparison_lines(three, NAMING) == (TOGETHER,)


def test_with_very_low_certainty_nobody_is_sure_that_groups_differ() -> None:
    very_low = Certainty(level="very-low", reason="made up")
    assert say_of(Differ(option="tablet", against="wait"), very_low) == UNSURE
    assert say_of(Differ(), very_low) == (
        "We are very unsure if there is a difference between these groups."
    )


def test_the_test_of_chance_itself_stands_where_figures_are_as_printed() -> None:
    named = Differ(option="tablet", against="wait", reason="P = 0.003")
    tail = "more than chance would explain, and how much is not printed"
    assert comparison_as_printed(named, NAMING) == (
        f"A tablet against carrying on as now: {tail}. P = 0.003"
    )
    assert comparison_as_printed(Differ(), NAMING) == f"All groups together: {tail}"


def test_an_adjusted_difference_that_is_clear_is_said_like_any_other() -> None:
    assert say_of(FEWER.model_copy(update={"adjusted": True})) == GISTS["fewer", "high"]


def test_what_the_source_leaves_open_is_said_to_be_open() -> None:
    assert say_of(NotReported()) == "The source does not compare the options in this row."
    assert say_of(NotFound(reason="we read only the summary")) == (
        "The source may compare these options. We have not found it."
    )
    assert say_of(NotClear(reason="the two trials differ")) == (
        "The study could not tell if there is a difference. The two trials differ."
    )


def test_without_words_for_what_happens_it_happens_more_or_less_often() -> None:
    assert say_of(FEWER, said_as=None) == f"This happens less often {THAN}."
    assert say_of(MORE, said_as=None) == f"This happens more often {THAN}."
    assert say_of(SHARE, said_as=None).startswith(
        f"This happens to 48 fewer in 1,000 people {THAN}."
    )


def test_what_was_not_found_is_not_called_not_reported_on_the_evidence_page() -> None:
    assert comparison_as_printed(NotFound(reason="we read only the summary"), NAMING) == (
        "The source may compare these options. We have not found it. We read only the summary."
    )
    assert comparison_as_printed(NotReported(), NAMING) == "Not reported in the source"


def better(word: str) -> PublishedDifference:
    return POINTS.model_copy(update={"word": word})


def test_better_is_said_only_where_the_scale_tells_which_end_is_good() -> None:
    scale = Scale(name="made-up score", low=D(0), high=D(100), better="lower")
    assert say_of(better("better"), scale=scale).startswith(
        f"On average, the result is 12 points better {THAN}."
    )
    assert say_of(better("better")) == (
        "On average, the results with a tablet and with carrying on as now are 12 points apart."
    )


@pytest.mark.parametrize(
    ("matters_from", "words"),
    [
        ("16", "Most people would not notice a difference this small."),
        ("15", "Some of this range is too small for most people to notice."),
        ("10.1", "Some of this range is too small for most people to notice."),
        ("10", "Most people would notice a difference of this size."),
        ("3", "Most people would notice a difference of this size."),
    ],
)
def test_the_size_of_a_difference_is_judged_by_its_whole_interval(
    matters_from: str, words: str
) -> None:
    said = say_of(POINTS, matters_from=MattersFrom(points=D(matters_from)))
    assert said == f"{GISTS['points', 'high']} {words}"


def test_nothing_is_said_of_size_where_nobody_knows_what_people_notice() -> None:
    said = say_of(POINTS, matters_from=NotKnown(reason="nobody asked"))
    assert said == GISTS["points", "high"]


def test_the_words_for_one_point_are_singular() -> None:
    one = difference("1", "1", "1")
    assert "is 1 point lower with" in say_of(one)


def tell(*figures: Figure | None, denominator: int = 0, **fields: Any) -> str:
    return no_one_can_tell(outcome("row", *figures, **fields), NAMING, denominator)


def test_no_one_can_tell_names_the_numbers_of_the_first_option_with_a_share() -> None:
    shares = (None, frequency("159", 1000), frequency("111", 1000))
    assert tell(*shares) == (
        "With a tablet, no one can tell if you will be one of the 159 or one of the 841."
    )
    same = (frequency("20", 100), frequency("200", 1000), None)
    assert tell(*same, denominator=100) == (
        "No one can tell if you will be one of the 20 or one of the 80."
    )


def test_no_one_can_tell_uses_the_numbers_that_are_shown() -> None:
    assert tell(Counted(n=62, of=78), None, None, denominator=100) == (
        "No one can tell if you will be one of the 79 or one of the 21."
    )


def test_nobody_is_called_one_of_none() -> None:
    said = tell(FewerThan(n=D(1), of=1000), None, None)
    assert said == "No one can tell which group you will be in."


@pytest.mark.parametrize("n", ["0", "100"])
def test_where_all_are_in_one_group_nothing_is_left_to_tell(n: str) -> None:
    assert tell(frequency(n, 100), None, None) == ""
    said = tell(frequency(n, 100), frequency("5", 100), None)
    assert said == "No one can tell which group you will be in."


def test_no_one_can_tell_is_said_of_people_only() -> None:
    assert tell(Rate(n=D("1.6"), of=100), None, None) == ""
    assert tell(frequency("5", 100), None, None, count=("knee", "knees")) == ""


def test_the_reader_is_not_called_a_child() -> None:
    naming = Naming(EXAMPLE.model_copy(update={"people": Counting(one="child", many="children")}))
    row = outcome("row", frequency("5", 100), None, None)
    assert no_one_can_tell(row, naming, 100) == (
        "No one can tell if any one child will be one of the 5 or one of the 95."
    )


def test_a_comparison_is_printed_with_its_digits_and_on_its_side_of_no_difference() -> None:
    assert comparison_as_printed(ratio("0.70", "0.57", "0.86"), NAMING) == (
        "A tablet against carrying on as now: risk ratio 0.70 (it could be anywhere from 0.57 to 0.86)"
    )
    assert comparison_as_printed(difference("1.30", "-1.3", "3.9"), NAMING) == (
        "A tablet against carrying on as now: 1.30 points lower "
        "(it could be anywhere from 1.3 higher to 3.9 lower)"
    )


@pytest.mark.parametrize(
    ("level", "words"),
    [
        ("high", "We can be quite sure about these numbers (high certainty)."),
        ("moderate", "These numbers are probably right (moderate certainty)."),
        ("low", "These numbers may be right, but we are not sure (low certainty)."),
        ("very-low", "We are very unsure about these numbers (very low certainty)."),
        ("not-graded", "How sure we can be was not graded."),
    ],
)
def test_certainty_is_said_in_plain_words_with_its_grade(level: str, words: str) -> None:
    certainty = Certainty.model_validate({"level": level, "reason": "two trials"})
    assert certainty_line(ENGLISH, certainty) == words


def test_the_reason_for_a_grade_stands_apart_from_it() -> None:
    assert (
        certainty_reason(NAMING.words, Certainty(level="low", reason="two trials")) == "Two trials."
    )
    assert certainty_reason(NAMING.words, Certainty(level="low")) == ""
    assert certainty_reason(NAMING.words, NotKnown(reason="nobody says")) == "Nobody says."


def test_certainty_that_is_not_known_or_missing_is_said_to_be_so() -> None:
    assert certainty_line(ENGLISH, NotKnown(reason="nobody says")) == (
        "We do not know how sure we can be."
    )
    assert certainty_line(ENGLISH, None) == "[Missing: how sure we can be]"


@pytest.mark.parametrize(
    ("n", "said"),
    [
        (1, "the 1 or one of the 9,999."),
        (9999, "one of the 9,999 or the 1."),
        (2, "one of the 2 or one of the 9,998."),
    ],
)
def test_nobody_is_one_of_one(n: int, said: str) -> None:
    assert tell(Counted(n=n, of=10000), None, None, denominator=10000) == (
        f"No one can tell if you will be {said}"
    )


def test_a_table_says_a_comparison_with_its_range_in_few_words() -> None:
    def short(comparison: PublishedRatio | PublishedDifference, *, named: bool = False) -> str:
        return compared_shortly(comparison, NAMING, 1000, named=named)

    assert short(ratio("1.03", "1.01", "1.06")) == "With a tablet: risk ratio 1.03 (1.01 to 1.06)"
    assert short(ratio("1.03", "1.01", "1.06"), named=True) == (
        "A tablet against carrying on as now: risk ratio 1.03 (1.01 to 1.06)"
    )
    adjusted = difference("15.8", "10.0", "21.5").model_copy(update={"adjusted": True})
    assert short(adjusted) == "With a tablet: 15.8 points lower (10.0 to 21.5 lower), adjusted"
    assert short(difference("1.30", "-1.3", "3.9")) == (
        "With a tablet: 1.30 points lower (1.3 higher to 3.9 lower)"
    )
    assert short(difference("2", "1", "3", of=100)) == (
        "With a tablet: 20 fewer in 1,000 (10 to 30 fewer)"
    )


def test_a_sheet_says_each_range_that_no_sentence_says() -> None:
    def unsaid(comparison: PublishedRatio | PublishedDifference, of: int = 0) -> list[str]:
        row = outcome("row", None, None, None, comparisons=(comparison,), certainty=HIGH)
        return list(unsaid_ranges(row, NAMING, of))

    assert unsaid(ratio("1.03", "1.01", "1.06")) == [
        "A tablet against carrying on as now: risk ratio 1.03 (it could be anywhere from 1.01 to 1.06)"
    ]
    assert len(unsaid(difference("2", "-1", "3", of=100))) == 1  # "could not tell" has no number
    (raised,) = unsaid(difference("2", "-1", "3", of=100), 1000)
    assert "20 fewer in 1,000" in raised  # out of the number of its row
    assert unsaid(difference("2", "1", "3", of=100)) == []
    assert unsaid(ratio("1.03")) == []


def test_nobody_is_sure_of_numbers_that_nobody_has() -> None:
    unknown = NotKnown(reason="nobody counted")
    assert how_sure(ENGLISH, outcome("row", unknown, NotFound(reason="not looked"), unknown)) == ""
    compared = outcome(
        "row", unknown, unknown, unknown, comparisons=(ratio("0.86", "0.79", "0.94"),)
    )
    assert how_sure(ENGLISH, compared) == "These numbers are probably right (moderate certainty)."
    one = outcome("row", unknown, frequency("20", 100), unknown)
    assert how_sure(ENGLISH, one) == "These numbers are probably right (moderate certainty)."


@pytest.mark.parametrize(
    "figure", [NoDifferenceShown(reason="none was found"), ShareInWords(share="half")]
)
def test_what_is_said_in_words_is_not_called_a_number(figure: Figure) -> None:
    row = outcome("row", figure, figure, NotKnown(reason="nobody counted"))
    assert how_sure(ENGLISH, row) == "This is probably right (moderate certainty)."
    ungraded = row.model_copy(update={"certainty": Certainty(level="not-graded")})
    assert how_sure(ENGLISH, ungraded) == "How sure we can be was not graded."
