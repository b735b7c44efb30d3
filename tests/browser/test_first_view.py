"""The first view is there before the script, and stays whole when the script is late or never comes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copytree
from threading import Event
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from decisionaid.site import build_site
from tests.browser.conftest import Visitor
from tests.browser.folder import TYPES, FolderHandler, folder_served
from tests.browser.site_fixtures import Site, by_turns
from tests.browser.visit import comes_to
from tests.conftest import ROOT
from tests.our_aids import EARS, SLUGS

SHOWN = """() => [...document.querySelectorAll("[data-step]")]
  .filter((step) => step.querySelector("h1").checkVisibility()).map((step) => step.dataset.step)"""
JUMPED = """new Promise((resolve) => new PerformanceObserver((list) => {
  resolve(list.getEntries().reduce((sum, { value }) => sum + value, 0));
}).observe({ type: "layout-shift", buffered: true }) || setTimeout(() => resolve(0), 500))"""


class InTwoParts(FolderHandler):
    """Send of an aid's page first what stands before its script, and the rest when it may go, or never."""

    rest_may_go: Event
    is_cut: bool

    def do_GET(self) -> None:  # noqa: N802 - the name that the server looks for
        """Send a page in two parts, everything else as it is."""
        page = Path(self.translate_path(self.path)) / "index.html"
        if not page.is_file():
            return super().do_GET()
        data = page.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", TYPES[".html"])
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        at = data.rindex(b"<script>")
        self.wfile.write(data[:at])
        self.wfile.flush()
        if self.rest_may_go.wait(60) and not self.is_cut:
            self.wfile.write(data[at:])
        self.close_connection = True
        return None


@contextmanager
def in_two_parts(
    site: Site, *, is_cut: bool = False
) -> Iterator[tuple[Callable[[str], str], Event]]:
    """Serve the site so; give what makes an aid's address, and what lets the rest go."""
    event = Event()
    handler = type("Parts", (InTwoParts,), {"rest_may_go": event, "is_cut": is_cut})
    with folder_served(site.folder, handler) as address:
        try:
            yield (lambda slug: f"{address}aids/{slug}/"), event
        finally:
            event.set()


@contextmanager
def held_back(page: Page, site: Site, slug: str) -> Iterator[Page]:
    """Give a page whose script has not come yet; it comes when the block ends, and has begun then."""
    with in_two_parts(site) as (address_of, rest_may_go):
        page.goto(address_of(slug), wait_until="commit")
        # The last before the script is there: all words were read.
        expect(page.locator("#messages")).to_have_count(1)
        yield page
        rest_may_go.set()
        began(page)


def began(page: Page) -> None:
    """Wait until the page's script has begun."""
    expect(page.locator("html.js:not(.opening)")).to_have_count(1)


@pytest.fixture
def page(site: Site, visit: Visitor) -> Page:
    """Give a window that has not looked at an aid yet."""
    return visit(site.address).page


@pytest.mark.parametrize("slug", by_turns(SLUGS, begin=3))
def test_one_step_is_shown_before_the_script_and_nothing_moves_when_it_comes(
    slug: str, page: Page, site: Site
) -> None:
    with held_back(page, site, slug):
        comes_to(page, SHOWN, ["start"])
        before = page.locator("h1").filter(visible=True).bounding_box()
        assert before is not None
    comes_to(page, SHOWN, ["start"])
    assert page.locator("h1").filter(visible=True).bounding_box() == before
    assert page.evaluate(JUMPED) == 0


def test_addresses_lead_from_step_to_step_before_the_script_has_come(
    page: Page, site: Site
) -> None:
    first, second, *_others = site.steps(EARS)
    with held_back(page, site, EARS):
        page.locator(f"#{first} [data-continue]").click()
        expect(
            page.locator(f"#{second}")
        ).to_be_visible()  # the browser tells of a new address later
        comes_to(page, SHOWN, [second])
        # The link that skips to the content names no step, and so leaves the one that is shown.
        page.evaluate("() => { location.hash = 'main'; }")
        page.evaluate(f"() => {{ location.hash = '{second}'; }}")
        comes_to(page, SHOWN, [second])
    comes_to(page, SHOWN, [second])


def test_an_answer_given_before_the_script_has_come_is_kept(page: Page, site: Site) -> None:
    """Choice, ticks and words, on a page that has kept others before."""
    role, way, helper = (
        page.locator(f"[name='{name}']")
        for name in ("filled_in_by.role", "communication", "filled_in_by.helper")
    )
    fold = page.locator("details:has([name='communication']) > summary")
    with in_two_parts(site) as (address_of, rest_may_go):
        rest_may_go.set()
        page.goto(address_of(EARS))
        began(page)
        fold.click()
        way.first.check()
        role.nth(2).check()
        helper.fill("a nurse")
        rest_may_go.clear()
        page.reload(wait_until="commit")
        expect(page.locator("#messages")).to_have_count(1)
        role.nth(1).check()
        fold.click()
        way.nth(1).check()
        helper.fill("and a friend")
        rest_may_go.set()
        began(page)
        expect(role.nth(1)).to_be_checked()
        expect(way.nth(0)).to_be_checked()
        expect(way.nth(1)).to_be_checked()
        expect(helper).to_have_value("a nurse and a friend")
        page.reload()
        began(page)
        expect(role.nth(1)).to_be_checked()
        expect(helper).to_have_value("a nurse and a friend")


@pytest.mark.parametrize("slug", by_turns(SLUGS))
def test_all_is_open_when_the_page_is_cut_off_before_its_script(
    slug: str, page: Page, site: Site
) -> None:
    page.clock.install()
    with in_two_parts(site, is_cut=True) as (address_of, rest_may_go):
        page.goto(address_of(slug), wait_until="commit")
        expect(page.locator("#messages")).to_have_count(1)
        rest_may_go.set()
    # Not every browser tells a page that no more of it will come.
    page.clock.fast_forward(21_000)
    comes_to(page, SHOWN, site.steps(slug))
    # The same words as without scripts, in the same style.
    plain = page.evaluate("() => document.documentElement.className")
    assert "no-js" in plain
    assert page.locator(".js-only").filter(visible=True).count() == 0
    ground = page.evaluate(
        "() => getComputedStyle(document.querySelector('.step-head')).borderBottomWidth"
    )
    assert ground == "2px"


def test_all_is_open_when_the_script_is_very_late_and_it_still_begins(
    page: Page, site: Site
) -> None:
    page.clock.install()
    with held_back(page, site, EARS):
        page.clock.fast_forward(19_000)
        comes_to(page, SHOWN, ["start"])
        page.clock.fast_forward(2_000)
        comes_to(page, SHOWN, site.steps(EARS))
    comes_to(page, SHOWN, ["start"])
    page.clock.fast_forward(60_000)
    comes_to(page, SHOWN, ["start"])


@pytest.mark.parametrize("media", by_turns(["screen", "print"]))
def test_a_page_in_fewer_bytes_says_the_same_words(
    media: Literal["print", "screen"],
    site: Site,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    served: Callable[[Path], str],
    visit: Visitor,
) -> None:
    """A space between words that a line's end alone had made would be gone."""
    monkeypatch.setattr("decisionaid.site.first_view.packed", lambda body: body)
    build_site(ROOT / "aids", tmp_path)
    for name in ("index", "evidence", "grid", "large-print", "quality"):
        said = []
        for address in (site.address, served(tmp_path)):
            page = visit(f"{address}aids/{EARS}/{name}.html", java_script_enabled=False).page
            page.emulate_media(media=media)
            said.append(page.locator("body").inner_text())
        assert said[0] == said[1], name


def test_a_byte_more_in_the_page_and_the_policy_refuses_it(
    site: Site, tmp_path: Path, served: Callable[[Path], str], visit: Visitor
) -> None:
    copytree(site.folder / "assets", tmp_path / "assets")
    folder = tmp_path / "aids" / EARS
    folder.mkdir(parents=True)
    html = (site.folder / "aids" / EARS / "index.html").read_text(encoding="utf-8")
    (folder / "style.html").write_text(html.replace("<style>", "<style> "), encoding="utf-8")
    (folder / "script.html").write_text(html.replace("<script>", "<script> "), encoding="utf-8")
    style = visit(f"{served(tmp_path)}aids/{EARS}/style.html")
    assert "Content Security Policy" in style.complaints[0]
    assert style.page.evaluate("() => document.styleSheets.length") == 0
    script = visit(f"{served(tmp_path)}aids/{EARS}/script.html")
    assert "Content Security Policy" in script.complaints[0]
    # Neither begins, and so all is open.
    assert script.page.evaluate(SHOWN) == site.steps(EARS)
