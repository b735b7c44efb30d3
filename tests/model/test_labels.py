"""When the label of a row says by itself what its figures count."""

import pytest

from decisionaid.model.outcome import SaidAs, is_said_by_label
from tests.render.examples import outcome


@pytest.mark.parametrize(
    ("label", "happens", "otherwise", "says"),
    [
        ("Heart attack", "have a heart attack", "have no heart attack", True),
        ("No symptoms after 1 year", "have no symptoms", "have symptoms", True),
        ("No infection", "have an infection", "have no infection", False),
        ("Infection", "have no infection", "have an infection", False),
        ("Fewer headaches", "have headaches", "do not have headaches", False),
        ("Avoiding a stroke or death", "have a stroke", "have no stroke", False),
        ("Infection-free", "have an infection", "have none", False),
        ("Free of infection", "are free of infection", "have an infection", True),
    ],
)
def test_a_label_that_turns_round_what_is_counted_does_not_say_it(
    label: str, happens: str, otherwise: str, says: bool
) -> None:
    row = outcome("row", None, None, None, said_as=SaidAs(happens=happens, otherwise=otherwise))
    assert is_said_by_label(row.model_copy(update={"label": label})) is says
