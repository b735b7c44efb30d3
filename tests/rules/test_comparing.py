"""Published differences beside their figures, and what a published aid has yet to find."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from decisionaid.compiler import compile_aid
from decisionaid.model.figure import Counted, Figure, NotFound
from decisionaid.model.outcome import PublishedDifference
from decisionaid.text import Source
from tests.conftest import ROOT
from tests.rules.example_aid import SICK, codes, example_aid, found, frequency, outcome


def more(amount: str, of: int = 100, **changes: Any) -> PublishedDifference:
    return PublishedDifference(
        option="treatment", against="as-now", amount=Decimal(amount), word="more", of=of, **changes
    )


def faults(as_now: Figure, treatment: Figure, difference: PublishedDifference) -> int:
    row = outcome("pain", {"as-now": as_now, "treatment": treatment}, comparisons=(difference,))
    return len(found(example_aid(row, SICK), "DA319"))


@pytest.mark.parametrize(
    ("as_now", "treatment", "difference"),
    [
        (frequency(5), frequency(10), more("5")),
        # 46 of 86 is 53.49 and 62 of 78 is 79.49 of 100.
        (Counted(n=46, of=86), Counted(n=62, of=78), more("26")),
        # 5.4 and 10.4 in print as 5 and 10: a difference of 5, but of 6 as well (4.5 and 10.49).
        (frequency(5), frequency(10), more("6")),
        (frequency("5.0"), frequency("10.0"), more("50", of=1000)),
        (frequency(5), frequency(10), more("8", adjusted=True)),
        (frequency(5), NotFound(reason="not seen"), more("50")),
    ],
)
def test_a_difference_may_be_off_by_what_rounding_explains(
    as_now: Figure, treatment: Figure, difference: PublishedDifference
) -> None:
    assert faults(as_now, treatment, difference) == 0


@pytest.mark.parametrize(
    ("as_now", "treatment", "difference"),
    [
        (frequency(5), frequency(10), more("8")),
        (frequency(10), frequency(5), more("5")),
        (frequency("5.0"), frequency("10.0"), more("6")),
        (Counted(n=46, of=86), Counted(n=62, of=78), more("27")),
        (frequency(5), frequency(10), more("5", of=1000)),
    ],
)
def test_a_difference_that_rounding_cannot_explain_is_refused(
    as_now: Figure, treatment: Figure, difference: PublishedDifference
) -> None:
    assert faults(as_now, treatment, difference) == 1


def test_the_finding_names_the_three_numbers_and_the_three_places() -> None:
    row = outcome(
        "pain", {"as-now": frequency(5), "treatment": frequency(10)}, comparisons=(more("8"),)
    )
    (finding,) = found(example_aid(row, SICK), "DA319")
    assert finding.message == (
        "8 more in 100 cannot be the difference between 10 in 100 and 5 in 100"
    )
    assert finding.path[-2:] == ("comparisons", 0)
    assert {path[-2:] for path in finding.also} == {("cells", 0), ("cells", 1)}


def test_what_was_not_found_is_warned_of_once_the_aid_is_published() -> None:
    missing = NotFound(reason="we have read only the summary")
    cell = outcome("pain", {"as-now": frequency(5), "treatment": missing}, comparisons=())
    compared = outcome(
        "pain", {"as-now": frequency(5), "treatment": frequency(9)}, comparisons=(missing,)
    )
    for row in (cell, compared):
        aid = example_aid(row, SICK)
        assert "DA318" not in codes(aid)
        assert len(found(aid.model_copy(update={"status": "published"}), "DA318")) == 1


def test_cells_of_a_test_that_were_not_found_are_warned_of_once_the_aid_is_published() -> None:
    source = (ROOT / "tests/specimens/test.md").read_text("utf-8")
    found_later = source.replace("not known: they were not seen again", "not found: not read yet")
    assert found_later.count("not found: not read yet") == 2
    for status, times in (("demonstration", 0), ("published", 2)):
        text = found_later.replace("status: demonstration", f"status: {status}")
        diagnostics = compile_aid(Source("aids/test/index.md", text, "test")).diagnostics
        assert sum(each.code.number == "DA318" for each in diagnostics) == times
