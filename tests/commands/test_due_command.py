"""``decisionaid due``: what is late stands first, and a pipe gets it as a terminal does."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.site_examples import GOOD, write_aids
from tests.test_cli import run, run_alone

SOURCE = """sources:
  {id}:
    short: Example review
    title: A made-up review
    year: 2024
    doi: 10.1000/example
    review: {review}
"""


def an_aid(review: str, expires: str, source: str = "", status: str = "draft") -> str:
    """Return a draft with these dates; ``source``: the review date of its one source."""
    undated = re.sub(r"^dates:\n(?:  .*\n)+", "", GOOD, count=1, flags=re.MULTILINE)
    lines = undated.splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith("status:")]
    head = f"dates: {{published: 2026-01-15, review: {review}, expires: {expires}}}\n"
    head += f"status: {status}\n"
    if source:
        end = next(n for n, line in enumerate(kept) if line.startswith("sources:"))
        after = (n for n in range(end + 1, len(kept)) if not kept[n].startswith((" ", "#")))
        kept[end : next(after)] = [SOURCE.format(id="example-2024", review=source)]
    return "".join([*kept[:2], head, *kept[2:]])


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write_aids(
        tmp_path / "aids",
        ended=an_aid("2026-01-31", "2026-02-28"),
        late=an_aid("2026-05-31", "2028-05-31", source="2026-07-15"),
        later=an_aid("2026-08-30", "2029-01-15"),
        fresh=an_aid("2027-01-15", "2029-01-15"),
        gone=an_aid("2020-01-15", "2021-01-15", status="withdrawn"),
    )
    return tmp_path


TABLE = """\
Day         State    When           Aid    What
2026-01-31  overdue  121 days late  ended  look at the aid again
2026-02-28  expired  93 days late   ended  the aid has ended
2026-05-31  overdue  1 day late     late   look at the aid again
2026-07-15  due      in 44 days     late   compare the figures with the source example-2024
2026-08-30  due      in 90 days     later  look at the aid again
"""


def test_the_latest_comes_first_and_withdrawn_aids_are_left_out(project: Path) -> None:
    ended = run(project, "due", "--today", "2026-06-01")
    assert (ended.stdout, ended.stderr, ended.returncode) == (TABLE, "", 1)


@pytest.mark.long
def test_a_pipe_gets_the_same_from_a_project_a_folder_and_the_default(project: Path) -> None:
    alone = run_alone(project, "due", "--today", "2026-06-01")
    assert (alone.stdout, alone.returncode) == (TABLE, 1)
    for places in (".", "aids"):
        ended = run(project, "due", places, "--today", "2026-06-01")
        assert (ended.stdout, ended.returncode) == (TABLE, 1)


@pytest.mark.parametrize(
    ("today", "when", "code"),
    [("2027-01-14", "in 1 day", 0), ("2027-01-15", "today", 0), ("2027-01-16", "1 day late", 1)],
)
def test_it_leaves_with_one_when_something_is_late(
    today: str, when: str, code: int, project: Path
) -> None:
    ended = run(project, "due", "aids/fresh", "--today", today)
    assert when in ended.stdout
    assert ended.returncode == code


def test_it_looks_as_far_ahead_as_it_is_told(project: Path) -> None:
    days = {
        within: run(
            project, "due", "aids/later", "--within", within, "--today", "2026-06-01"
        ).stdout
        for within in ("89", "90", "1000")
    }
    assert days["89"] == (
        "Nothing has to be looked at within 89 days. "
        "The next is later on 2026-08-30: look at the aid again.\n"
    )
    assert [text.count("\n") for text in (days["90"], days["1000"])] == [2, 3]


def test_programs_get_days_and_what_they_are_for(project: Path) -> None:
    ended = run(project, "due", "aids/late", "--today", "2026-06-01", "--format", "json")
    said = json.loads(ended.stdout)
    assert {name: said[name] for name in ("format", "today", "within", "unread")} == {
        "format": "decisionaid.due/1",
        "today": "2026-06-01",
        "within": 90,
        "unread": [],
    }
    assert [(each["day"], each["days"], each["state"], each["what"], each["source"]) for each in said["due"]] == [
        ("2026-05-31", -1, "overdue", "review", None),
        ("2026-07-15", 44, "due", "source", "example-2024"),
    ]  # fmt: skip


def test_a_waiver_that_ends_before_the_review_is_listed(project: Path) -> None:
    source = an_aid("2026-12-31", "2027-12-31").replace(
        "funding: none\n",
        "funding: none\nwaivers:\n  DA204: {by: Example team, date: 2024-06-30, "
        "reason: There is no more to say of waiting}\n",
    )
    write_aids(project / "aids", waived=source)
    place = ("due", "aids/waived", "--today")
    assert "look again: the waiver of DA204 ends\n" in run(project, *place, "2026-06-30").stdout
    ended = run(project, *place, "2026-07-01", "--format", "json")
    (row,) = json.loads(ended.stdout)["due"]
    assert (row["what"], row["rule"], row["state"], row["day"]) == (
        "waiver", "DA204", "overdue", "2026-06-30",
    )  # fmt: skip
    assert ended.returncode == 1


def test_an_aid_that_cannot_be_read_is_named_and_the_others_are_listed(project: Path) -> None:
    write_aids(project / "aids", broken="no head at all")
    ended = run(project, "due", "--today", "2026-06-01")
    assert ended.stdout == TABLE
    assert ended.stderr == "'aids/broken/index.md' cannot be read: decisionaid check says why\n"
    assert ended.returncode == 1


def test_without_a_day_it_goes_by_today(project: Path) -> None:
    source = an_aid("2000-01-31", "2004-02-29")
    write_aids(project / "other", old=source)
    ended = run(project, "due", "other")
    assert "2000-01-31  overdue" in ended.stdout
    assert ended.returncode == 1


def test_help_has_an_example(project: Path) -> None:
    said = run(project, "due", "--help").stdout
    assert "Example: decisionaid due --within 180" in said
