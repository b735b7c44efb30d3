"""The page of a plan and the sheet before a visit, in WebKit and in Firefox: opened, written in, saved."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from decisionaid.plan.reading import PlanRead, read_plan
from tests.browser.engines.conftest import ENGINES
from tests.browser.engines.engine import Engine, empty, saved_in, until
from tests.browser.engines.noted import COMPLAINTS
from tests.browser.site_fixtures import Site, by_turns
from tests.plans import plan_text

WIDE = 1280
NAME = "knee-agreed"
HAS_PLAN = "() => document.documentElement.classList.contains('has-plan')"
COPY = "() => document.querySelector('.copy h2') !== null"
OWN = "Dig my garden, and keep the rows straight"


def plan_in(file: Path) -> PlanRead:
    """Return the plan in a saved file, which has to be sound."""
    found = read_plan(file.read_text("utf-8"))
    assert isinstance(found, PlanRead), found
    assert (found.left, found.is_altered) == ((), False)
    return found


# Each in one engine in each run; the rest is for `make engines`.
@pytest.mark.parametrize(
    "engine", by_turns(ENGINES, begin=1, rest=pytest.mark.engines), indirect=True
)
def test_a_plan_is_opened_and_saved_with_all_that_was_in_it(
    engine: Engine, site: Site, noted: Callable[[Path], str], tmp_path: Path
) -> None:
    file = tmp_path / "my-plan.json"
    file.write_text(plan_text(NAME), "utf-8")
    engine.open(f"{noted(site.folder)}plan/", width=WIDE)
    engine.choose_file("#record-file", file)
    until(engine, HAS_PLAN)
    engine.click("#part-copy")
    until(engine, COPY)
    empty(engine.downloads)
    engine.click("[data-save]")
    found = plan_in(saved_in(engine.downloads)).plan
    given = json.loads(plan_text(NAME))
    assert (found.id, len(found.goals), len(found.visits)) == (
        given["id"],
        len(given["goals"]),
        len(given["visits"]),
    )
    assert engine.ask(COMPLAINTS) == []


@pytest.mark.parametrize("engine", by_turns(ENGINES, rest=pytest.mark.engines), indirect=True)
def test_a_sheet_before_a_visit_is_written_and_saved(
    engine: Engine, site: Site, noted: Callable[[Path], str]
) -> None:
    engine.open(f"{noted(site.folder)}plan/prepare/", width=WIDE)
    engine.write("#matters", OWN)
    empty(engine.downloads)
    engine.click("[data-save-plan]")
    plan = plan_in(saved_in(engine.downloads)).plan
    assert OWN in plan.model_dump_json()
    assert engine.ask(COMPLAINTS) == []
