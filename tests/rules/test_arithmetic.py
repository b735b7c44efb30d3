"""Amounts that cannot be right are refused, those that can are not."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from decisionaid.model.figure import (
    Bound,
    Change,
    Counted,
    DifferenceFrom,
    FewerThan,
    Figure,
    Frequency,
    NotFound,
    Rate,
    Score,
    Spread,
)
from decisionaid.model.outcome import (
    Certainty,
    Cited,
    PublishedDifference,
    PublishedRatio,
    Scale,
    TimePoint,
    Words,
)
from decisionaid.model.sections import TestSection as SectionOfTest
from tests.rules.example_aid import SICK, example_aid, found, frequency, outcome, sections

SCALE = Scale(name="pain", low=Decimal(0), high=Decimal(100), better="lower")


def bound(amount: int, word: str) -> Bound:
    return Bound.model_validate({"amount": Decimal(amount), "word": word})


RIGHT: list[Figure] = [
    Frequency(n=Decimal(0), of=100),
    Frequency(n=Decimal(100), of=100),
    Frequency(n=Decimal("84.9"), of=100, low=Decimal(80), high=Decimal(90)),
    Counted(n=62, of=78),
    FewerThan(n=Decimal(1), of=1000),
    Rate(n=Decimal("1.6"), of=100, low=Decimal(1), high=Decimal(2)),
    Score(points=Decimal(30), low=Decimal(26), high=Decimal(34)),
    Change(points=Decimal(16), word="better"),
    DifferenceFrom(
        amount=Decimal(12), word="lower", low=bound(15, "lower"), high=bound(10, "lower")
    ),
    DifferenceFrom(amount=Decimal(1), word="lower", low=bound(4, "lower"), high=bound(1, "higher")),
    Spread(low=Decimal(10), high=Decimal(34), of=100, across="studies"),
]

WRONG: list[Figure] = [
    Frequency(n=Decimal(101), of=100),
    Frequency(n=Decimal(1), of=50),
    Frequency(n=Decimal(1), of=0),
    Frequency(n=Decimal(20), of=100, low=Decimal(25), high=Decimal(16)),
    Frequency(n=Decimal(20), of=100, low=Decimal(21), high=Decimal(30)),
    Frequency(n=Decimal(90), of=100, low=Decimal(80), high=Decimal(110)),
    Counted(n=79, of=78),
    Counted(n=0, of=0),
    FewerThan(n=Decimal(0), of=1000),
    Rate(n=Decimal(3), of=100, low=Decimal(1), high=Decimal(2)),
    Score(points=Decimal(130)),
    Score(points=Decimal(30), low=Decimal(31), high=Decimal(34)),
    Change(points=Decimal(160), word="better"),
    DifferenceFrom(
        amount=Decimal(12), word="lower", low=bound(11, "lower"), high=bound(10, "lower")
    ),
    DifferenceFrom(
        amount=Decimal(12), word="lower", low=bound(11, "higher"), high=bound(15, "higher")
    ),
    DifferenceFrom(amount=Decimal(120), word="fewer", of=100),
    DifferenceFrom(
        amount=Decimal(90), word="fewer", of=100, low=bound(120, "fewer"), high=bound(80, "fewer")
    ),
    DifferenceFrom(amount=Decimal(300), word="lower"),
    Change(points=Decimal(90), word="better", low=Decimal(80), high=Decimal(160)),
    Spread(low=Decimal(34), high=Decimal(10), of=100, across="studies"),
    Spread(low=Decimal(10), high=Decimal(340), of=100, across="years"),
]


@pytest.mark.parametrize("figure", RIGHT, ids=repr)
def test_amounts_that_can_be_right_are_not_refused(figure: Figure) -> None:
    row = outcome("pain", {"as-now": figure, "treatment": figure}, scale=SCALE)
    assert found(example_aid(row, SICK), "DA312") == []


@pytest.mark.parametrize("figure", WRONG, ids=repr)
def test_amounts_that_cannot_be_right_are_refused_at_their_cell(figure: Figure) -> None:
    row = outcome("pain", {"as-now": frequency(4), "treatment": figure}, scale=SCALE)
    paths = {finding.path for finding in found(example_aid(row, SICK), "DA312")}
    assert paths == {("sections", 4, "outcomes", 0, "cells", 1)}


def ratio(value: str, low: str, high: str, against: str = "as-now") -> PublishedRatio:
    return PublishedRatio(
        option="treatment",
        against=against,
        measure="risk ratio",
        value=Decimal(value),
        low=Decimal(low),
        high=Decimal(high),
    )


@pytest.mark.parametrize(
    ("comparison", "faults"),
    [
        (ratio("0.70", "0.57", "0.86"), 0),
        (ratio("0.70", "0.75", "0.86"), 1),
        (ratio("0.70", "0.86", "0.57"), 1),
        (ratio("0", "0", "1"), 1),
        (ratio("0.70", "0.57", "0.86", against="treatment"), 1),
    ],
)
def test_an_interval_of_a_ratio_holds_it(comparison: PublishedRatio, faults: int) -> None:
    row = outcome(
        "pain", {"as-now": frequency(4), "treatment": frequency(2)}, comparisons=(comparison,)
    )
    assert len(found(example_aid(row, SICK), "DA312")) == faults


def test_a_difference_may_be_printed_from_either_end() -> None:
    both = [
        PublishedDifference(
            option="treatment",
            against="as-now",
            amount=Decimal(5),
            word="lower",
            low=low,
            high=high,
        )
        for low, high in ((Decimal(8), Decimal(-2)), (Decimal(-2), Decimal(8)))
    ]
    row = outcome(
        "pain", {"as-now": frequency(4), "treatment": frequency(2)}, comparisons=tuple(both)
    )
    assert found(example_aid(row, SICK), "DA312") == []


def test_times_and_scales_do_not_run_backwards() -> None:
    row = outcome(
        "pain",
        {"as-now": frequency(4), "treatment": frequency(2)},
        time=TimePoint(low=Decimal(3), high=Decimal(2), unit="days"),
        scale=Scale(name="pain", low=Decimal(100), high=Decimal(0), better="lower"),
    )
    paths = [finding.path[-1] for finding in found(example_aid(row, SICK), "DA312")]
    assert paths == ["time", "scale"]


@pytest.mark.parametrize(
    ("cells", "faults"),
    [
        ((8, 70, 2, 920), 0),
        ((8, 70, 2, 921), 1),
        ((8, 70, 2, 919), 1),
        ((8, 70, None, None), 0),
        ((800, 300, None, None), 1),
    ],
)
def test_the_four_cells_of_a_test_add_up(cells: tuple[int | None, ...], faults: int) -> None:
    test = SectionOfTest(
        heading="What the test finds",
        time=TimePoint(low=Decimal(1), unit="years"),
        people=Words(text="Adults"),
        sources=Cited(ids=("example-2024",)),
        certainty=Certainty(level="high"),
        cells=tuple(None if n is None else frequency(n, 1000) for n in cells),
    )
    aid = example_aid(sections=(*sections(SICK), test))
    assert len(found(aid, "DA312")) == faults


def test_the_cells_of_a_test_share_a_denominator() -> None:
    test = SectionOfTest(
        heading="What the test finds",
        cells=(frequency(8, 1000), frequency(70, 1000), frequency(2, 100), None),
    )
    aid = example_aid(sections=(*sections(SICK), test))
    assert [finding.path[-1] for finding in found(aid, "DA312")] == [2]


def difference(amount: int, word: str, of: int | None, *ends: int) -> PublishedDifference:
    low, high = (Decimal(end) for end in ends) if ends else (None, None)
    return PublishedDifference.model_validate(
        {"option": "treatment", "against": "as-now", "amount": Decimal(amount), "word": word,
         "of": of, "low": low, "high": high}
    )  # fmt: skip


@pytest.mark.parametrize(
    ("comparison", "said"),
    [
        (
            difference(160, "fewer", 100, 180, 120),
            "a difference of 160 in 100 is more than all 100",
        ),
        (difference(60, "fewer", 100, 180, 20), "a difference of 180 in 100 is more than all 100"),
        (difference(10, "fewer", 100, 20, -110), "a difference of 110 in 100 is more than all 100"),
        (
            difference(300, "lower", None),
            "a difference of 300 points is longer than the whole scale",
        ),
        (difference(100, "fewer", 100), None),
        (difference(100, "lower", None), None),
    ],
)
def test_a_difference_is_of_no_more_than_everyone_and_no_longer_than_its_scale(
    comparison: PublishedDifference, said: str | None
) -> None:
    row = outcome(
        "pain",
        {"as-now": frequency(4), "treatment": frequency(2)},
        comparisons=(comparison,),
        scale=SCALE,
    )
    messages = [finding.message for finding in found(example_aid(row, SICK), "DA312")]
    assert messages == ([said] if said else [])


SOURCE = "compare this line with its source; "
AT_ONCE = SOURCE + "if it was measured at once, say when: '- Time: at: ...'"
FOR_LIFE = SOURCE + "what holds for a whole life is '- Time: lifetime'"


@pytest.mark.parametrize(
    ("low", "high", "unit", "help_"),
    [
        ("0", None, "months", AT_ONCE),
        ("1000", None, "years", FOR_LIFE),
        ("3", "3", "months", "write it once: '- Time: 3 months'"),
        ("1", "1", "months", "write it once: '- Time: 1 month'"),
        ("3", "2", "days", "write the shorter time first: '- Time: 2 to 3 days'"),
        ("0", "3", "days", None),
        ("120", None, "years", None),
    ],
)  # fmt: skip
def test_a_time_is_some_time_and_no_longer_than_a_life(
    low: str, high: str | None, unit: str, help_: str | None
) -> None:
    time = TimePoint.model_validate(
        {"low": Decimal(low), "high": Decimal(high) if high else None, "unit": unit}
    )
    row = outcome("pain", {"as-now": frequency(4), "treatment": frequency(2)}, time=time)
    helps = [finding.help for finding in found(example_aid(row, SICK), "DA312")]
    assert helps == ([help_] if help_ else [])


def test_a_difference_in_points_asks_for_its_scale() -> None:
    cells = {"as-now": frequency(4), "treatment": frequency(2)}
    rows = [
        outcome("pain", cells, comparisons=(difference(300, "lower", None),), scale=scale)
        for scale in (None, SCALE)
    ]
    assert [len(found(example_aid(row, SICK), "DA316")) for row in rows] == [1, 0]


POINTS = Score(points=Decimal(40))
SOMETHING = NotFound(reason="not seen")


def apart(amount: str, word: str, of: int | None = 100, **changes: Any) -> PublishedDifference:
    return PublishedDifference.model_validate(
        {
            "option": "treatment",
            "against": "as-now",
            "amount": Decimal(amount),
            "word": word,
            "of": of,
        }
        | {"adjusted": True}
        | changes
    )


def times(value: str) -> PublishedRatio:
    return PublishedRatio(
        option="treatment", against="as-now", measure="risk ratio", value=Decimal(value),
        adjusted=True,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("as_now", "treatment", "comparison", "right"),
    [
        (frequency(40), frequency(20), apart("50", "fewer"), False),
        (frequency(40), frequency(20), apart("40", "fewer"), True),
        (frequency(40), frequency(20), apart("41", "fewer"), True),  # 40.5 and 40.5, in print
        (frequency(40), frequency(20), apart("420", "fewer", 1000), False),
        (Counted(n=40, of=100), SOMETHING, apart("41", "fewer", adjusted=False), False),
        (frequency(40), SOMETHING, apart("70", "more"), False),
        (SOMETHING, frequency(20), apart("30", "more"), False),
        (SOMETHING, frequency(20), apart("90", "fewer"), False),
        (FewerThan(n=Decimal(1), of=100), frequency(0), apart("5", "fewer", adjusted=False), False),
        (Spread(low=Decimal(10), high=Decimal(34), of=100, across="studies"), frequency(0),
         apart("30", "fewer", low=Decimal(20), high=Decimal(60)), True),
        (frequency(40), frequency(20), apart("30", "fewer", low=Decimal(10), high=Decimal(60)), True),
        (POINTS, Score(points=Decimal(20)), apart("90", "lower", None), False),
        (POINTS, Score(points=Decimal(20)), apart("30", "lower", None), True),
        (POINTS, Score(points=Decimal(0)), apart("50", "better", None), False),
        (POINTS, SOMETHING, apart("62", "higher", None, adjusted=False), False),
        (Change(points=Decimal(60), word="worse"), Change(points=Decimal(0), word="better"),
         apart("50", "worse", None), False),
        (frequency(40), frequency(90), times("3.0"), True),  # of another baseline
        (frequency(40), frequency(90), times("2.5"), True),
        (frequency(40), frequency(90), times("0.1"), True),
    ],
)  # fmt: skip
def test_none_can_be_fewer_than_there_are_and_no_step_leaves_the_scale(
    as_now: Figure, treatment: Figure, comparison: PublishedDifference | PublishedRatio, right: bool
) -> None:
    row = outcome(
        "pain",
        {"as-now": as_now, "treatment": treatment},
        comparisons=(comparison,),
        scale=SCALE if getattr(comparison, "of", 1) is None else None,
    )
    faults = found(example_aid(row, SICK), "DA312")
    assert [each.path[-2:] for each in faults] == ([] if right else [("comparisons", 0)])
