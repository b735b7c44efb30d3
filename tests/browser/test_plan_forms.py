"""FHIR and PRSB from the page of a plan, the bytes of the command line; and how the page is heard."""

import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Visitor
from tests.browser.site_fixtures import Site, crossed
from tests.browser.spoken import spoken
from tests.browser.two_people import open_plan
from tests.browser.visit import Visit
from tests.conftest import Golden
from tests.plans import plan_text

FOLD = "[data-forms]"
SCRIPT = "**/assets/plan-forms.js"
DAY = "2026-12-01"


@pytest.fixture
def plan(site: Site, visit: Visitor) -> Visit:
    """Open the page of a plan where files can be saved."""
    return visit(f"{site.address}plan/", width=1280, accept_downloads=True)


def unfolded(page: Page, name: str) -> None:
    """Open a plan, its copy, and the fold with other systems."""
    open_plan(page, name)
    page.locator("#part-copy").click()
    page.locator(f"{FOLD} summary").click()


@pytest.mark.parametrize(
    ("name", "form"), crossed(["knee-agreed", "two-conditions", "budget"], ["fhir", "prsb"])
)
def test_a_saved_form_has_the_bytes_of_the_command_line(
    name: str, form: str, plan: Visit, tmp_path: Path
) -> None:
    page = plan.page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    unfolded(page, name)
    assert [url for url in asked if "plan-forms" in url] == []
    with page.expect_download() as saving:
        page.locator(f"{FOLD} [data-form={form}]").click()
    (tmp_path / "plan.json").write_text(plan_text(name), "utf-8")
    command = [sys.executable, "-m", "decisionaid", "plan", form, str(tmp_path / "plan.json")]
    written = subprocess.run(command, check=True, capture_output=True).stdout
    assert saving.value.path().read_bytes() == written
    assert saving.value.suggested_filename.endswith(f"-{form}.json")
    assert plan.complaints == []


def test_a_made_up_plan_is_not_saved_for_another_system(plan: Visit) -> None:
    page = plan.page
    page.locator("[data-try]").click()
    page.get_by_role("button", name="agreed in the visit").click()
    page.locator("#part-copy").click()
    page.locator(f"{FOLD} summary").click()
    expect(page.locator(FOLD)).to_contain_text("A made-up plan is not saved as FHIR or PRSB")
    expect(page.locator(f"{FOLD} button")).to_have_count(0)
    expect(page.locator("[data-calendar]")).to_have_count(0)


def test_where_the_script_cannot_be_loaded_it_is_said_and_can_be_asked_again(plan: Visit) -> None:
    page = plan.page
    unfolded(page, "knee-agreed")

    def refused(route: Route) -> None:
        route.abort()

    page.route(SCRIPT, refused)
    page.locator(f"{FOLD} [data-form=fhir]").click()
    expect(page.locator(FOLD)).to_contain_text("could not be loaded. Press again.")
    page.unroute(SCRIPT, refused)
    held: list[Route] = []
    page.route(SCRIPT, lambda route: held.append(route))  # noqa: PLW0108
    with page.expect_download():
        page.locator(f"{FOLD} [data-form=fhir]").click()
        # The file is saved, whichever part is open by then; the fold is as it was.
        page.locator("#part-visit").click()
        while not held:
            page.wait_for_timeout(50)
        held[0].continue_()
    page.locator("#part-copy").click()
    expect(page.locator(f"{FOLD} [data-form=fhir]")).to_be_visible()


@pytest.mark.parametrize("part", ["visit", "copy", "review"])
def test_each_part_is_heard_as_it_was_when_last_read(
    part: str, site: Site, visit: Visitor, golden: Golden
) -> None:
    seen = visit("about:blank", bypass_csp=True, width=1280)
    page = seen.page
    page.clock.set_fixed_time(f"{DAY}T12:00:00")
    page.goto(f"{site.address}plan/")
    open_plan(page, "knee-agreed")
    begin = page.locator("[data-begin]")
    page.locator(f"#part-{part}").click()
    if part != "copy":
        page.locator(".answer", has_text="Me").first.click()
        page.locator("#here-typed").select_option(index=1)
        begin.click()
        expect(begin).to_have_count(0)
    golden(f"spoken/plan/{part}.txt", "\n".join([*spoken(page, "main"), ""]))
