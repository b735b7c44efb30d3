"""The built pages work with the headers that servers are told to send."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from decisionaid.site.hosting import NOBODY, PERMISSIONS, READS_CODES
from tests.browser.conftest import Visitor
from tests.browser.desk import handed, link_to, sheet_of
from tests.browser.folder import FolderHandler, folder_served
from tests.browser.site_fixtures import Site
from tests.our_aids import EARS, KNEE


def sent_for(rules: str, path: str) -> Iterator[tuple[str, str]]:
    """Yield the headers that a file of rules asks for."""
    for rule in re.split(r"\n(?=/)", rules.strip()):
        pattern, *lines = rule.split("\n")
        if re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), path):
            for line in lines:
                name, _, value = line.strip().partition(": ")
                yield name, value


@pytest.fixture
def hosted(site: Site) -> Iterator[Site]:
    """Serve the site with the headers of its own file of rules."""
    rules = (site.folder / "_headers").read_text("utf-8")

    class Handler(FolderHandler):
        def end_headers(self) -> None:
            for name, value in sent_for(rules, self.path.partition("?")[0]):
                self.send_header(name, value)
            super().end_headers()

    with folder_served(site.folder, Handler) as address:
        yield Site(site.folder, address, site.aids)


def test_the_pages_work_and_the_camera_is_for_those_that_read_codes(
    hosted: Site, visit: Visitor
) -> None:
    record = handed(hosted, KNEE, 0, "my own words")
    seen = visit(link_to(hosted, record.token))
    assert "my own words" in sheet_of(seen.page)
    assert permissions(seen.page) == (READS_CODES, True)
    for path, told in (("", (NOBODY, False)), (f"aids/{EARS}/", (READS_CODES, True))):
        other = visit(hosted.address + path)
        expect(other.page.locator("h1").first).to_be_visible()
        assert permissions(other.page) == told
        assert other.complaints == []
    assert seen.complaints == []


def permissions(page: Page) -> tuple[str, bool]:
    """Return the header of a page, and whether the camera may be asked for."""
    sent = (
        page.evaluate("async () => Object.fromEntries((await fetch(location.href)).headers)")
        if ("/clinician/" in page.url)
        else page.request.get(page.url).headers
    )
    allowed = page.evaluate("() => document.featurePolicy.allowsFeature('camera')")
    return sent[PERMISSIONS.lower()], allowed


def test_no_other_page_may_frame_one(
    hosted: Site, visit: Visitor, served: Callable[[Path], str], tmp_path: Path
) -> None:
    (tmp_path / "index.html").write_text(
        f'<!doctype html><title>x</title><iframe src="{hosted.address}clinician/"></iframe>',
        "utf-8",
    )
    page = visit(served(tmp_path)).page
    page.wait_for_timeout(500)
    framed = [frame.url for frame in page.frames if frame is not page.main_frame]
    assert [url for url in framed if url.startswith(hosted.address)] == []
