"""How the figure of an option stands beside the others of its row."""

from decimal import Decimal

import pytest

from decisionaid.model.figure import DifferenceFrom, Figure, NotKnown, ReferenceCell
from decisionaid.model.sides import Side, sides_beside
from tests.render.examples import frequency, outcome

MORE = DifferenceFrom(amount=Decimal(3), word="more", of=100)
UNKNOWN = NotKnown(reason="nobody asked")


@pytest.mark.parametrize(
    ("figures", "sides"),
    [
        # Of something bad: what the three options show beside one another.
        ((frequency("10", 100), frequency("6", 100), None), [("bad",), ("good",), ()]),
        (
            (frequency("10", 100), frequency("6", 100), frequency("8", 100)),
            [("bad",), ("good",), ("good", "bad")],
        ),
        ((frequency("6", 100), frequency("6", 100), UNKNOWN), [(), (), ()]),
        ((frequency("6", 100), UNKNOWN, UNKNOWN), [("bad",), (), ()]),
        ((ReferenceCell(), MORE, UNKNOWN), [("good",), ("bad",), ()]),
    ],
)
def test_a_number_is_better_or_worse_than_another_of_its_row(
    figures: tuple[Figure | None, ...], sides: list[tuple[Side, ...]]
) -> None:
    row = outcome("row", *figures).model_copy(update={"direction": "bad"})
    assert [sides_beside(row, each) for each in ("wait", "tablet", "operation")] == sides
    neutral = row.model_copy(update={"direction": "neutral"})
    assert [sides_beside(neutral, each) for each in ("wait", "tablet")] == [(), ()]
