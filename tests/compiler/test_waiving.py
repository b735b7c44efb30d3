"""A rule is set aside by somebody, for a reason, and for a time: then it speaks again."""

from __future__ import annotations

from datetime import date

import pytest

from decisionaid.compiler import Compiled, compile_aid
from decisionaid.compiler.explain import explain
from decisionaid.model.waiver import Waiver
from decisionaid.text import Source
from tests.rules.examples import EXAMPLE_NAME, whole_source

DECIDED = date(2026, 1, 15)
DATES = "{published: 2026-01-10, evidence: 2026-01-10, review: 2028-12-01, expires: 2029-01-10}"
"""Its review is later than two years after the waiver, so that nothing else is due then."""


def waiver(day: date = DECIDED) -> Waiver:
    return Waiver(
        rule="DA207", by="Example team", date=day, reason="The order is that of the trial"
    )


def compiled(
    today: date | None, *, extra: str = "", fault: str = "# option-order: left out\n"
) -> Compiled:
    """Compile the specimen without its order of options, and with a waiver of that rule."""
    line = f"DA207: {{by: Example team, date: {DECIDED}, reason: The order is that of the trial}}"
    head = f"dates: {DATES}\n{fault}waivers:\n  {line}\n"
    source = Source(EXAMPLE_NAME, whole_source(head + extra), slug="example")
    return compile_aid(source, today=today)


def numbers(result: Compiled) -> list[str]:
    return sorted(each.code.number for each in result.diagnostics)


@pytest.mark.parametrize(
    ("review", "last"),
    [
        (None, date(2028, 1, 15)),
        (date(2027, 3, 1), date(2027, 3, 1)),
        (date(2028, 1, 15), date(2028, 1, 15)),
        (date(2031, 3, 1), date(2028, 1, 15)),
    ],
)
def test_a_waiver_ends_with_the_review_and_after_two_years_at_most(
    review: date | None, last: date
) -> None:
    assert waiver().ends(review) == last


@pytest.mark.parametrize(
    ("day", "last"),
    [(date(2024, 2, 29), date(2026, 3, 1)), (date(9999, 12, 31), date.max)],
)
def test_a_day_that_is_not_there_two_years_later_has_a_neighbour(day: date, last: date) -> None:
    assert waiver(day).ends(None) == last


def test_without_a_day_nothing_ends() -> None:
    assert not waiver().has_ended(date(2027, 3, 1), None)


def test_it_holds_on_its_last_day_and_not_on_the_next() -> None:
    assert numbers(compiled(date(2028, 1, 15))) == []
    assert numbers(compiled(date(2028, 1, 16))) == ["DA045", "DA207"]


def test_the_message_names_who_decided_and_when_it_ended_at_the_line_of_the_waiver() -> None:
    (ended,) = (
        each for each in compiled(date(2028, 1, 16)).diagnostics if each.code.number == "DA045"
    )
    assert ended.message == "the waiver of DA207 by Example team ended on 2028-01-15"
    assert compiled(None).source.line(ended.span.line).startswith("  DA207:")


def test_one_that_has_ended_and_finds_nothing_is_only_to_be_taken_out() -> None:
    assert numbers(compiled(date(2028, 1, 16), fault="funding: none\n")) == ["DA036"]


@pytest.mark.parametrize(
    "error", ["funding: none\nfunding: none\n", "funding: none\n# country: left out\n"]
)
def test_none_is_called_unused_while_errors_may_hide_what_it_is_there_for(error: str) -> None:
    result = compiled(DECIDED, fault=error)
    assert not result.ok
    assert "DA036" not in numbers(result)


def test_one_that_is_dated_after_the_day_of_the_build_is_refused() -> None:
    result = compiled(date(2026, 1, 14))
    assert numbers(result) == ["DA035"]
    assert "from 2026-01-15, which is still to come" in result.diagnostics[0].message


def test_an_error_that_was_set_aside_takes_no_page_away_when_its_waiver_ends() -> None:
    """A patient who comes back must find the page; the author is told, and the check fails."""
    fault = "# country: left out\n"
    extra = "  DA508: {by: Example team, date: 2026-01-15, reason: The figures hold for all countries}\n"
    held, ended = (
        compiled(day, fault=f"{fault}# option-order: left out\n", extra=extra)
        for day in (date(2028, 1, 15), date(2028, 1, 16))
    )
    assert (numbers(held), held.ok) == ([], True)
    assert numbers(ended) == ["DA045", "DA045", "DA207", "DA508"]
    assert (ended.ok, ended.has_page) == (False, True)


def test_a_waiver_of_a_rule_that_is_part_of_another_now_names_that_one() -> None:
    line = (
        f"  DA861: {{by: Example team, date: {DECIDED}, reason: The order is that of the trial}}\n"
    )
    (said,) = (each for each in compiled(None, extra=line).diagnostics if "DA861" in each.message)
    assert (said.message, said.help) == ("DA861 is part of DA862 now", "write DA862 in its place")
    with pytest.raises(LookupError, match="DA503 is part of DA717 now: decisionaid explain DA717"):
        explain("da503")
