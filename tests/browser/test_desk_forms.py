"""FHIR and PRSB from the clinician's page: the bytes of the command line, fetched when asked, never of an example."""

from pathlib import Path

import pytest
from playwright.sync_api import Route, expect

from tests.browser.conftest import Visitor
from tests.browser.desk import SAYS, handed, opened_by_file, written
from tests.browser.site_fixtures import Site
from tests.browser.visit import Visit
from tests.our_aids import EARS, KNEE

FOLD = "[data-part=forms]"
SCRIPT = "**/assets/clinician-forms.js"


@pytest.fixture
def desk(site: Site, visit: Visitor) -> Visit:
    """Open the clinician's page where files can be saved."""
    return visit(f"{site.address}clinician/", width=1366, height=768, accept_downloads=True)


@pytest.mark.parametrize("form", ["fhir", "prsb"])
@pytest.mark.parametrize(("slug", "number"), [(KNEE, 0), (KNEE, 6), (EARS, 4)])
def test_a_saved_form_has_the_bytes_of_the_command_line(
    slug: str, number: int, form: str, site: Site, desk: Visit, tmp_path: Path
) -> None:
    own = "Stairs & <b>sleep</b>, 'both' \u2013 na\u00efve \u0645\u0631\u062d\u0628\u0627"
    record = handed(site, slug, number, own)
    (tmp_path / "answers.json").write_text(record.json, "utf-8")
    page = desk.page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    opened_by_file(page, record)
    page.locator(f"{FOLD} summary").click()
    assert [url for url in asked if "clinician-forms" in url] == []
    with page.expect_download() as saving:
        page.locator(f"{FOLD} [data-form={form}]").click()
    saved = saving.value
    assert saved.path().read_bytes() == written(form, tmp_path / "answers.json", site)
    data = record.data
    assert saved.suggested_filename == f"{slug}-{data['day']}-{data['id'][:8]}-{form}.json"
    expect(page.locator(FOLD)).to_contain_text(SAYS["forms.saved"])
    assert desk.complaints == []


def test_an_example_is_not_saved_for_another_system(desk: Visit) -> None:
    page = desk.page
    page.get_by_role("button", name="Try it with an example").click()
    page.locator(".panel-list [data-example]").first.click()
    page.locator(f"{FOLD} summary").click()
    expect(page.locator(FOLD)).to_contain_text(SAYS["forms.made_up"])
    expect(page.locator(f"{FOLD} button")).to_have_count(0)


def test_where_the_script_cannot_be_loaded_it_is_said_and_can_be_asked_again(
    site: Site, desk: Visit
) -> None:
    page = desk.page
    opened_by_file(page, handed(site, KNEE, 0))

    def refused(route: Route) -> None:
        route.abort()

    page.route(SCRIPT, refused)
    page.locator(f"{FOLD} summary").click()
    page.locator(f"{FOLD} [data-form=fhir]").click()
    expect(page.locator(FOLD)).to_contain_text(SAYS["forms.late"])
    page.unroute(SCRIPT, refused)
    with page.expect_download():
        page.locator(f"{FOLD} [data-form=fhir]").click()
    expect(page.locator(FOLD)).to_contain_text(SAYS["forms.saved"])
