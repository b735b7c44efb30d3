"""How heavy the pages are: bytes, never seconds."""

from pathlib import Path

import pytest

from bench.weigh import loaded_files, weigh
from tests.browser.conftest import Visitor
from tests.browser.site_fixtures import Site
from tests.our_aids import SLUGS

KB = 1000
TYPICAL = 4
"""Options of a typical aid; each one more, or one used in studies only, adds a figure to every row."""

SLACK = 1_700
"""Bytes by which the largest aid may be over, until its page is lighter: 500, and 1,200 for what answers mean."""


def pages(folder: Path, slug: str) -> dict[str, Path]:
    """Return the pages a patient sees around one aid."""
    aid = folder / "aids" / slug
    return {"aid": aid / "index.html", "evidence": aid / "evidence.html"}


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("kind", ["aid", "evidence"])
def test_a_patients_page_is_40_kb_at_most_with_all_it_loads(
    slug: str, kind: str, site: Site
) -> None:
    weight = weigh(pages(site.folder, slug)[kind], site.folder)
    more_options = max(len(site.aids[slug].all_options) - TYPICAL, 0)
    assert weight.gzipped <= (40 + more_options) * KB + SLACK, weight


@pytest.mark.parametrize("slug", SLUGS)
def test_what_is_weighed_is_what_a_browser_asks_for(slug: str, site: Site, visit: Visitor) -> None:
    page = pages(site.folder, slug)["aid"]
    counted = {
        site.address + path.resolve().relative_to(site.folder.resolve()).as_posix()
        for path in loaded_files(page, site.folder)
    }
    asked = {
        url + "index.html" if url.endswith("/") else url
        for url in visit(site.aid_address(slug)).requests
        if not url.startswith("data:")
    }
    assert counted == asked
