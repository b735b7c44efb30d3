"""A feed becomes a draft: what is taken, what is marked, what is lost; and a second import."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from decisionaid.diagnostics import Severity
from decisionaid.disk.place_import import Imported, import_feed, report
from decisionaid.model.place import MAX_SERVICES, Cost
from decisionaid.read.place.read_place import read_place
from decisionaid.text import Source
from tests.conftest import Golden
from tests.forked import run_bounded
from tests.places.hostile_feeds import GOOD

FEED = Path(__file__).with_name("feed.json")
TODAY = "2026-11-29"


def imported(
    folder: Path, *entries: object, before: str | None = None, areas: tuple[str, ...] = ()
) -> Imported:
    path = folder / "feed.json"
    path.write_text(json.dumps(entries), encoding="utf-8")
    return import_feed(path, "example-town", TODAY, areas, before)


def services_in(text: str) -> list[Any]:
    reading = read_place(Source("overlays/example-town.yaml", text, "example-town"))
    errors = [each for each in reading.diagnostics if each.code.severity is Severity.ERROR]
    assert errors == []
    assert reading.place is not None
    return list(reading.place.services)


MEASURE = """
import resource, subprocess, sys
given = ["place", "import", "feed.json", "--out", "b.yaml"]
subprocess.run([sys.executable, "-m", "decisionaid", *given], check=True, stdout=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss)
"""
"""Prints the seconds of the processor that an import takes, and its most memory in kB."""


def test_the_draft_and_the_report_of_the_example_feed(golden: Golden) -> None:
    found = import_feed(FEED, "example-town", TODAY, (), None)
    golden("places/draft.yaml", found.text)
    golden("places/report.txt", report(found, FEED.name))


def test_a_draft_can_be_read_and_shows_nothing_to_anybody(tmp_path: Path) -> None:
    found = imported(tmp_path, GOOD)
    (service,) = services_in(found.text)
    assert service.name == "Example club"
    assert service.what == "Tea & talk."
    assert service.run_by == "Example Club CIC"
    assert service.who_for == "Ages 50 and over"
    assert service.cost == Cost(kind="pence", pence=350, each="visit")
    assert service.open == "Tuesdays 10am to 11.30am"
    assert service.where.postcode == "EX1 1EX"
    assert set(service.unsettled) == {"helps-with", "kind", "join", "access"}
    assert not service.is_settled


def test_the_dearest_price_is_kept_and_no_price_is_not_free(tmp_path: Path) -> None:
    prices = [{"amount": 0}, {"amount": 12.5, "option": "per hour"}, {"amount": 3}]
    dear = imported(tmp_path, GOOD | {"cost_options": prices})
    assert services_in(dear.text)[0].cost.pence == 1250
    for options, kind in (([], "not-known"), ([{"amount": 0}], "free")):
        found = imported(tmp_path, GOOD | {"cost_options": options})
        assert services_in(found.text)[0].cost.kind == kind


@pytest.mark.parametrize("amount", [1.005, "ten", -3, 1e9, True, None])
def test_a_price_that_is_not_whole_pence_is_for_a_person_to_check(
    amount: object, tmp_path: Path
) -> None:
    found = imported(tmp_path, GOOD | {"cost_options": [{"amount": amount}]})
    assert "cost" in services_in(found.text)[0].unsettled


def test_when_a_line_was_last_typed_is_no_check(tmp_path: Path) -> None:
    entry = GOOD | {"assured_date": None, "last_modified": "2026-11-20T10:00:00Z"}
    (service,) = services_in(imported(tmp_path, entry).text)
    assert service.checked is None
    assert "checked" in service.unsettled


def test_names_of_people_and_their_addresses_are_nowhere_in_a_draft(tmp_path: Path) -> None:
    contact = {
        "name": "A. Nother",
        "email": "a@club.example",
        "phones": [{"number": "01632 960 099"}],
    }
    found = imported(
        tmp_path, GOOD | {"phones": [], "contacts": [contact], "email": "b@club.example"}
    )
    assert "Nother" not in found.text
    assert "@" not in found.text
    assert "01632 960 099" in found.text
    assert found.lost["names of people"] == 1


def test_what_is_not_active_is_counted_and_left_out(tmp_path: Path) -> None:
    found = imported(
        tmp_path, GOOD, GOOD | {"id": "b", "status": "defunct"}, GOOD | {"id": "c", "status": None}
    )
    assert len(services_in(found.text)) == 1
    assert found.left_out == {"not active (defunct)": 1, "not active (no status)": 1}


def test_only_an_area_is_taken_when_one_is_named(tmp_path: Path) -> None:
    far = json.loads(json.dumps(GOOD | {"id": "far"}).replace("EX1 1EX", "EX11 1EX"))
    nowhere = GOOD | {"id": "phone", "service_at_locations": []}
    found = imported(tmp_path, GOOD, far, nowhere, areas=("ex1",))
    assert [each.origin.id for each in services_in(found.text)] == ["s-1", "phone"]


@pytest.mark.long
def test_a_place_holds_2000_and_the_report_says_what_was_left(tmp_path: Path) -> None:
    small = {"name": "Club", "status": "active"}
    found = imported(tmp_path, *({"id": str(n)} | small for n in range(MAX_SERVICES + 5)))
    assert len(services_in(found.text)) == MAX_SERVICES
    assert "       5  more than a place can hold: choose by postcode\n" in report(found, "f")


def settled(text: str) -> str:
    """Return a draft in which a person has chosen and checked everything, with a note of theirs."""
    for mark, own in {
        "helps-with: TO CHOOSE": "helps-with: [lonely]  # asked them",
        "kind: TO CHOOSE": "kind: social",
        "join: TO CHOOSE": "join: ring",
        'access: "TO SORT: Ramp"': "access: {step-free: yes}",
        "checked: 2026-05-01": "checked: 2026-11-20",
    }.items():
        assert mark in text
        text = text.replace(mark, own)
    return f"{text}\naids:\n  example: {{}}\n"


def test_a_second_import_of_the_same_feed_changes_nothing(tmp_path: Path) -> None:
    before = settled(imported(tmp_path, GOOD).text)
    again = imported(tmp_path, GOOD, before=before)
    assert again.change is not None
    assert again.change.is_same
    assert again.text == before


def test_a_second_import_shows_what_changed_and_never_touches_what_a_person_set(
    tmp_path: Path,
) -> None:
    before = settled(imported(tmp_path, GOOD, GOOD | {"id": "s-2", "name": "Gone club"}).text)
    changed = GOOD | {
        "phones": [{"number": "01632 960 077"}],
        "assured_date": "2026-11-25",
        "description": "Best club of all",
    }
    again = imported(tmp_path, changed, GOOD | {"id": "s-3", "name": "New club"}, before=before)
    assert again.change is not None
    assert again.change.shown() == (
        "+ new-club (new in the feed)\n"
        "  example-club:\n"
        '    - phone: "01632 960 031"\n'
        '    + phone: "01632 960 077"\n'
        "? gone-club is no longer in the feed, and stays as it is\n"
    )
    after = {each.id: each for each in services_in(again.text)}
    assert list(after) == ["example-club", "gone-club", "new-club"]
    club = after["example-club"]
    assert (club.phone, club.what) == ("01632 960 077", "Tea & talk.")
    assert club.checked.isoformat() == "2026-11-20"
    assert club.helps_with == ("lonely",)
    assert club.access.step_free.answer == "yes"
    assert "# asked them" in again.text
    assert again.text.endswith("\naids:\n  example: {}\n")


def test_a_mark_that_is_still_there_takes_what_the_feed_says_now(tmp_path: Path) -> None:
    before = imported(tmp_path, GOOD | {"assured_date": None}).text
    again = imported(tmp_path, GOOD, before=before)
    assert "    checked: 2026-05-01\n" in again.text
    assert "checked: never" not in again.text


@pytest.mark.long
def test_a_feed_of_50000_services_needs_little_memory(tmp_path: Path) -> None:
    """Bounded by the system: of the address space, which is more than what is ever used."""
    entry = GOOD | {"description": "Tea and talk. " * 120}
    with (tmp_path / "feed.json").open("w", encoding="utf-8") as file:
        file.write('{"contents": [')
        for number in range(50_000):
            file.write(("," if number else "") + json.dumps(entry | {"id": f"s-{number}"}))
        file.write("]}")
    assert (tmp_path / "feed.json").stat().st_size > 100_000_000
    result = run_bounded(
        tmp_path, "place", "import", "feed.json", "--out", "overlays/town.yaml",
        memory=400 * 1024 * 1024, seconds=60,
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    assert result.stdout.startswith("Read 50,000 entries of feed.json.\n")
    # And what it really takes, as a small process sees it of its one child.
    measured = subprocess.run(
        [sys.executable, "-c", MEASURE], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    seconds, kilobytes = map(float, measured.stdout.split())
    assert seconds < 10
    assert kilobytes < 64 * 1024
