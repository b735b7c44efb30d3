"""What is said about how options compare, and how sure anyone can be."""

from decimal import Decimal

import pytest

from decisionaid.model.figure import NotKnown
from decisionaid.model.outcome import (
    Certainty,
    Comparison,
    MattersFrom,
    NotReported,
    PublishedDifference,
    PublishedRatio,
)
from decisionaid.render.sentences import comparison_as_printed, comparison_lines
from decisionaid.render.wording import Naming, certainty_line, certainty_reason
from tests.render.examples import EXAMPLE, outcome

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


def say_of(comparison: Comparison, matters_from: MattersFrom | None = None) -> str:
    row = outcome("row", None, None, None, comparisons=(comparison,), matters_from=matters_from)
    (line,) = comparison_lines(row, NAMING)
    return line


PAIR = "a tablet and carrying on as now"


@pytest.mark.parametrize(
    ("comparison", "words"),
    [
        (
            ratio("0.70", "0.57", "0.86"),
            "Fewer people have the bad thing with a tablet than with carrying on as now.",
        ),
        (
            ratio("1.38", "1.19", "1.59"),
            "More people have the bad thing with a tablet than with carrying on as now.",
        ),
        (
            ratio("0.97", "0.76", "1.24"),
            f"The study could not tell if there is a difference between {PAIR}.",
        ),
        (
            ratio("0.97", "0.76", "1.00"),
            f"The study could not tell if there is a difference between {PAIR}.",
        ),
        (
            ratio("0.5"),
            f"The source prints no range, so we cannot say if there is a clear difference between {PAIR}.",
        ),
        (
            difference("12", "10", "15"),
            (
                "On average, the result is 12 points lower with a tablet than with carrying on as now. "
                "It could be as little as 10 points lower or as much as 15 points lower."
            ),
        ),
        (
            difference("1.3", "-1.3", "3.9"),
            f"The study could not tell if there is a difference between {PAIR}.",
        ),
        (
            difference("48", "22", "69", of=1000),
            (
                "48 fewer in 1,000 people have the bad thing with a tablet than with carrying on as now. "
                "It could be as little as 22 fewer in 1,000 or as much as 69 fewer in 1,000."
            ),
        ),
        (NotReported(), "The source does not compare the options in this row."),
    ],
)
def test_a_gist_is_said_only_where_the_interval_is_clear(
    comparison: Comparison, words: str
) -> None:
    assert say_of(comparison) == words


def test_too_small_to_notice_is_said_only_when_the_whole_interval_is_smaller() -> None:
    small = "Most people would not notice a difference this small."
    matters = MattersFrom(points=D(16))
    said = say_of(difference("12", "10", "15"), matters_from=matters)
    assert said.endswith(small)
    matters = MattersFrom(points=D(15))
    assert not say_of(difference("12", "10", "15"), matters_from=matters).endswith(small)


def test_a_comparison_is_printed_with_its_digits_and_sign() -> None:
    assert comparison_as_printed(ratio("0.70", "0.57", "0.86"), NAMING) == (
        "A tablet against carrying on as now: risk ratio 0.70 (0.57 to 0.86)"
    )
    assert comparison_as_printed(difference("1.30", "-1.3", "3.9"), NAMING) == (
        "A tablet against carrying on as now: 1.30 points lower (−1.3 to 3.9)"
    )


@pytest.mark.parametrize(
    ("level", "words"),
    [
        ("high", "We can be quite sure about this (high certainty)."),
        ("moderate", "This is probably right (moderate certainty)."),
        ("low", "This may be right, but we are not sure (low certainty)."),
        ("very-low", "We are very unsure about this (very low certainty)."),
        ("not-graded", "How sure we can be was not graded. Two trials."),
    ],
)
def test_certainty_is_said_in_plain_words_with_its_grade(level: str, words: str) -> None:
    certainty = Certainty.model_validate({"level": level, "reason": "two trials"})
    assert certainty_line(certainty) == words


def test_the_reason_for_a_grade_stands_apart_from_it() -> None:
    assert certainty_reason(Certainty(level="low", reason="two trials")) == "Two trials."
    assert certainty_reason(Certainty(level="low")) == ""
    assert certainty_reason(NotKnown(reason="nobody says")) == ""


def test_certainty_that_is_not_known_or_missing_is_said_to_be_so() -> None:
    assert certainty_line(NotKnown(reason="nobody says")) == (
        "We do not know how sure we can be. Nobody says."
    )
    assert certainty_line(None) == "[Missing: how sure we can be]"
