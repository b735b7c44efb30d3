"""The evidence clock: how an aid stands on a day, at the very edges of its dates."""

from datetime import date, timedelta

import pytest

from decisionaid.model.aid import Aid, Dates, SourceWork, Status
from decisionaid.model.clock import appointments, clock_of, source_state, state_of
from decisionaid.model.waiver import Waiver

STATES = """
review 2028-11-22, expires 2029-11-22
    2026-11-22  current
    2028-08-23  current
    2028-08-24  due
    2028-11-22  due
    2028-11-23  overdue
    2029-11-22  overdue
    2029-11-23  expired
    none        current

review 2028-02-29, expires 2029-02-28
    2027-11-30  current
    2027-12-01  due
    2028-02-29  due
    2028-03-01  overdue
    2029-02-28  overdue
    2029-03-01  expired

review 2024-02-28, expires 2024-02-29
    2024-02-28  due
    2024-02-29  overdue
    2024-03-01  expired

review none, expires 2029-11-22
    2029-11-22  current
    2029-11-23  expired

review 2028-11-22, expires none
    2099-01-01  overdue

review none, expires none
    2099-01-01  current

withdrawn, review 2028-11-22, expires 2029-11-22
    2026-11-22  withdrawn
    2030-01-01  withdrawn
    none        withdrawn
"""
"""The dates of an aid, and under them its state on each day."""


def cases() -> list[tuple[str, str, str]]:
    """Return the dates of an aid, a day, and the state on it, as they are written above."""
    found = []
    head = ""
    for line in STATES.splitlines():
        if line.startswith("    "):
            day, state = line.split()
            found.append((head, day, state))
        elif line:
            head = line
    return found


def a_day(text: str) -> date | None:
    return None if text == "none" else date.fromisoformat(text)


def an_aid(head: str) -> Aid:
    words = head.replace(",", "").split()
    dates = {name: a_day(words[words.index(name) + 1]) for name in ("review", "expires")}
    status: Status = "withdrawn" if words[0] == "withdrawn" else "published"
    return Aid(slug="example", title="Example", status=status, dates=Dates.model_validate(dates))


@pytest.mark.parametrize(("head", "day", "state"), cases())
def test_an_aid_stands_as_its_dates_say(head: str, day: str, state: str) -> None:
    assert state_of(an_aid(head), a_day(day)) == state


def test_only_an_aid_that_has_ended_or_is_withdrawn_hides_its_figures() -> None:
    shown = {
        state: clock_of(an_aid(head), a_day(day)).shows_figures for head, day, state in cases()
    }
    assert shown == {
        "current": True, "due": True, "overdue": True, "expired": False, "withdrawn": False,
    }  # fmt: skip


def test_each_day_of_four_years_is_in_one_state_and_none_comes_back() -> None:
    aid = an_aid("review 2028-02-29, expires 2029-02-28")
    days = (date(2026, 1, 1) + timedelta(days=n) for n in range(1461))
    states = [state_of(aid, day) for day in days]
    order = [state for n, state in enumerate(states) if n == 0 or states[n - 1] != state]
    assert order == ["current", "due", "overdue", "expired"]


def test_a_source_is_late_after_its_own_review_and_has_no_end() -> None:
    source = SourceWork(id="example", review=date(2027, 1, 31))
    days = (
        date(2026, 11, 1),
        date(2026, 11, 2),
        date(2027, 1, 31),
        date(2027, 2, 1),
        date(2050, 1, 1),
    )
    assert [source_state(source, day) for day in days] == [
        "current", "due", "due", "overdue", "overdue",
    ]  # fmt: skip
    assert source_state(source, None) == "current"


def test_a_late_source_leaves_the_aid_as_it_is() -> None:
    late, other = SourceWork(id="late", review=date(2027, 1, 31)), SourceWork(id="other")
    aid = Aid(slug="example", title="Example", sources=(late, other))
    clock = clock_of(aid, date(2027, 2, 1))
    assert clock.state == "current"
    assert set(clock.late_sources) == {"late"}


def test_a_waiver_that_ends_before_the_review_has_a_day_of_its_own() -> None:
    early, late = (
        Waiver(rule=rule, by="Example team", date=day, reason="It is so in the trial")
        for rule, day in (("DA204", date(2026, 11, 1)), ("DA207", date(2026, 11, 22)))
    )
    aid = an_aid("review 2028-11-22, expires 2029-11-22").model_copy(
        update={"waivers": (early, late)}
    )
    assert [(each.rule, each.day) for each in appointments(aid) if each.what == "waiver"] == [
        ("DA204", date(2028, 11, 1))
    ]


def test_a_withdrawn_aid_has_nothing_to_look_at_again() -> None:
    used, gone = (
        an_aid(f"{word} review 2028-11-22, expires 2029-11-22") for word in ("", "withdrawn")
    )
    assert [(each.what, str(each.day)) for each in appointments(used)] == [
        ("review", "2028-11-22"),
        ("expires", "2029-11-22"),
    ]
    assert list(appointments(gone)) == []
