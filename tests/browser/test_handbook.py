"""The handbook, which MkDocs builds, is as easy to reach and as private as our own pages."""

from collections.abc import Callable
from pathlib import Path

import pytest

from decisionaid.handbook import build_handbook
from tests.browser.conftest import Visitor
from tests.browser.site_fixtures import ROOT

WIDTHS = (320, 1280)


@pytest.fixture(scope="session")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the handbook once, without aids."""
    folder = tmp_path_factory.mktemp("handbook")
    build_handbook(ROOT, folder)
    return folder


def pages(handbook: Path) -> list[str]:
    """Return the pages, of the rules' pages, which are all alike, only the first."""
    found = sorted(path.relative_to(handbook).as_posix() for path in handbook.rglob("*.html"))
    rules = [page for page in found if page.startswith("authors/rules/DA")]
    return [page for page in found if page not in rules[1:]]


@pytest.mark.parametrize("width", WIDTHS)
def test_each_page_of_the_handbook_is_without_fault(
    width: int, handbook: Path, served: Callable[[Path], str], visit: Visitor
) -> None:
    address = served(handbook)
    faults = {}
    assert {"accessibility/index.html", "privacy/index.html"} < set(pages(handbook))
    for page in pages(handbook):
        seen = visit(address + page, width=width)
        faults[page] = [
            *seen.axe_faults(),
            *seen.complaints,
            *seen.strangers(address),
            *([f"{seen.overflow()} px too wide"] if seen.overflow() else []),
        ]
        seen.page.context.close()
    assert {page: found for page, found in faults.items() if found} == {}
