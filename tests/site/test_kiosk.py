"""A site for devices that many people use: each of its pages clears itself, and links lead to such pages alone."""

import posixpath
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner
from selectolax.lexbor import LexborHTMLParser

from decisionaid.cli import cli
from tests.conftest import ROOT
from tests.our_aids import SLUGS

# The site is built by one worker, once.
pytestmark = [pytest.mark.long, pytest.mark.xdist_group("kiosk-pages")]

OF_ONES_OWN = {"clinician/index.html", "plan/index.html"}
"""Opened on the device that scanned a code; they close by themselves, as they do in any build."""
Pages = dict[str, LexborHTMLParser]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """Build the project as its command does, and read each page of it."""
    out = tmp_path_factory.mktemp("kiosk") / "out"
    ran = CliRunner().invoke(cli, ["build", str(ROOT), "--out", str(out), "--kiosk"])
    assert ran.exit_code == 0, ran.output
    assert "The handbook is left out: on devices that many people use" in ran.output
    return {
        path.relative_to(out).as_posix(): LexborHTMLParser(path.read_text("utf-8"))
        for path in out.rglob("*.html")
    }


def to_file(name: str, address: str) -> str:
    """Return the path of the file to which an address leads from a page."""
    path = posixpath.normpath(posixpath.join(posixpath.dirname(name), urlsplit(address).path))
    return path if path.endswith(".html") else f"{path}/index.html"


def clearing(pages: Pages) -> Iterator[str]:
    """Yield the pages that clear themselves, and begin anew with the page of the whole site."""
    for name, page in pages.items():
        root = page.css_first("html[data-kiosk]")
        home = root.attributes.get("data-kiosk") if root else None
        if page.css_first("script[src$='assets/kiosk.js']") and home:
            assert to_file(name, home) == "index.html"
            yield name


def test_every_page_of_a_kiosk_clears_itself(pages: Pages) -> None:
    assert pages.keys() - set(clearing(pages)) == OF_ONES_OWN
    assert len(pages) > 5 * len(SLUGS)
    # Where their own rest begins, none of them asks to be the shared device's.
    for name in OF_ONES_OWN:
        assert pages[name].css_first("a[href$='authors/index.html']") is None


def test_from_the_first_page_on_links_lead_to_pages_that_clear_themselves(pages: Pages) -> None:
    idle = set(clearing(pages))
    reached: set[str] = set()
    waiting = ["index.html"]
    while waiting:
        name = waiting.pop()
        if name in reached:
            continue
        reached.add(name)
        for link in pages[name].css("a[href], form[action], iframe[src]"):
            address = next(
                filter(None, (link.attributes.get(each) for each in ("href", "action", "src"))), ""
            )
            to = urlsplit(address)
            if to.scheme == "tel" or (not to.scheme and not to.path):
                continue
            assert not to.scheme, (name, address)
            led = to_file(name, address)
            assert led in idle, (name, address)
            waiting.append(led)
    # No page is there to which none leads: what the shared device does not need is not built.
    assert reached == idle
