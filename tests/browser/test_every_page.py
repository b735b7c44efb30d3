"""Every page of the site, found by its file: at 320 pixels and with wide letters it fits, all open.

A page that somebody adds is looked at without being named here. The handbook is in
``test_handbook.py``, and the gallery in ``test_gallery.py``.
"""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.browser.conftest import Visitor
from tests.browser.probes import spaced_faults
from tests.browser.site_fixtures import Site, by_turns
from tests.browser.visit import Visit
from tests.our_aids import SLUGS

pytestmark = pytest.mark.long

NARROW = 320
OPEN_ALL = "() => document.querySelectorAll('details').forEach((one) => { one.open = true; })"
STEPS = """() => document.documentElement.classList.contains("js")
  ? [...document.querySelectorAll("[data-step]")].map((step) => step.id) : []"""
GO = """(step) => { location.hash = step; return new Promise((done) =>
  requestAnimationFrame(() => requestAnimationFrame(
    () => done(document.getElementById(step).checkVisibility())))); }"""


def addresses(folder: Path) -> Sequence[str]:
    """Return the address of each page of a site, without those of aids."""
    pages = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    return [page for page in pages if not page.startswith(("aids/", "gallery/"))]


def faults_at_each_step(seen: Visit) -> dict[str, Sequence[str]]:
    """Return what is wrong with a page, or with each of its steps, by step."""
    found: dict[str, Sequence[str]] = {}
    for step in seen.page.evaluate(STEPS) or [""]:
        if step:
            assert seen.page.evaluate(GO, step), step
        seen.page.evaluate(OPEN_ALL)
        over = seen.overflow()
        faults = [*([f"{over} px too wide"] if over else []), *spaced_faults(seen)]
        found |= {step: faults} if faults else {}
    return found


@pytest.mark.parametrize("slug", by_turns(SLUGS, begin=2))
def test_every_page_of_an_aid_fits(slug: str, site: Site, visit: Visitor) -> None:
    folder = site.folder / "aids" / slug
    pages = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    assert {"index.html", "evidence.html", "grid.html", "large-print.html"} <= set(pages)
    faults = {}
    for page in pages:
        seen = visit(f"{site.aid_address(slug)}{page}", width=NARROW)
        faults[page] = faults_at_each_step(seen)
        seen.page.context.close()
    assert {page: found for page, found in faults.items() if found} == {}


def test_every_other_page_fits(site: Site, visit: Visitor) -> None:
    pages = addresses(site.folder)
    assert {
        "index.html",
        "clinician/index.html",
        "plan/prepare/index.html",
        "plan/prepare/large-print.html",
        "plan/letter/index.html",
    } <= set(pages)
    faults = {}
    for page in pages:
        seen = visit(f"{site.address}{page}", width=NARROW)
        faults[page] = faults_at_each_step(seen)
        seen.page.context.close()
    assert {page: found for page, found in faults.items() if found} == {}
