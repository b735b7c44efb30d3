"""How heavy the pages are: bytes, never seconds."""

from pathlib import Path

import pytest

from bench.weigh import files_wanted_later, gzipped, loaded_files, weigh
from tests.browser.conftest import Visitor
from tests.browser.site_fixtures import Site
from tests.our_aids import CARPAL, EARS, KNEE, SLUGS, STATINS

KB = 1000
MOST = {KNEE: 40.0, CARPAL: 39.2, EARS: 35.5, STATINS: 35.1}
"""What an aid may weigh, in kB: the heaviest 40, each other no more than it once did."""
LATER = {
    "aid-statement.js": 13.9,
    "aid-ways.js": 48.0,
    "aid-back.js": 32.3,
    "back-words.js": 2.8,
    "aid-pictures.js": 16.8,
    "words.js": 10.6,
    "offline.js": 1.3,
    "aid-aloud.js": 5.0,
    "aloud-words.js": 1.6,
    "aid-keep.js": 13.0,
    "keep-words.js": 2.0,
}
"""What may weigh how many kB that is fetched later: when a person begins, when the summary is near, to bring
answers back, when a step is read aloud, to keep answers on a device, and when all of the page is there."""
WORKER = 3.0
"""What the worker of a folder may weigh with its list, in kB; that of the clinician's page grows with the aids."""


def pages(folder: Path, slug: str) -> dict[str, Path]:
    """Return the pages a patient sees around one aid."""
    aid = folder / "aids" / slug
    return {"aid": aid / "index.html", "evidence": aid / "evidence.html"}


@pytest.mark.parametrize("slug", SLUGS)
def test_an_aid_is_40_kb_at_most_with_all_it_loads(slug: str, site: Site) -> None:
    weight = weigh(pages(site.folder, slug)["aid"], site.folder)
    assert weight.gzipped <= MOST.get(slug, 40.0) * KB, weight


@pytest.mark.parametrize("slug", SLUGS)
def test_what_is_fetched_later_is_light(slug: str, site: Site) -> None:
    later = list(files_wanted_later(pages(site.folder, slug)["aid"], site.folder))
    assert [path.name for path in later] == list(LATER)
    heavy = {path.name: gzipped(path) for path in later if gzipped(path) > LATER[path.name] * KB}
    assert heavy == {}


def test_the_clinicians_page_is_light_before_anything_is_opened(site: Site) -> None:
    page = site.folder / "clinician/index.html"
    assert weigh(page, site.folder).gzipped <= 25 * KB
    later = {path.resolve() for path in files_wanted_later(page, site.folder)}
    assert {path.name for path in later} == {
        "clinician-forms.js",
        "clinician-more.js",
        "code-pictures.js",
        "offline.js",
    }


def test_workers_are_light_and_hold_what_the_pages_need_and_no_more(site: Site) -> None:
    workers = sorted(site.folder.rglob("worker.js"))
    assert len(workers) == len(SLUGS) + 2
    assert {
        path.parent.name: gzipped(path) for path in workers if gzipped(path) > WORKER * KB
    } == {}


@pytest.mark.parametrize("slug", SLUGS)
def test_evidence_is_12_kb_at_most_with_all_it_loads(slug: str, site: Site) -> None:
    weight = weigh(pages(site.folder, slug)["evidence"], site.folder)
    assert weight.gzipped <= 12 * KB, weight


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
