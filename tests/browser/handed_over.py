"""One walk through each aid, by pointer on a phone, that many tests look back at."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.answers import Answers
from tests.browser.site_fixtures import Site
from tests.browser.visit import NO_WORKERS, Visit
from tests.browser.walk import Walk, words_of

PHONE = ViewportSize(width=390, height=844)
STORES = """async () => ({
  local: localStorage.length,
  databases: (await indexedDB.databases()).length,
  caches: (await caches.keys()).length,
  workers: (await navigator.serviceWorker?.getRegistrations() ?? []).length,
  cookies: document.cookie,
})"""


@dataclass(frozen=True)
class HandedOver:
    """What is left of a walk through one aid, from its first page to the saved file."""

    answers: Answers
    summary: str
    """The words of the last step."""
    file: Path
    """The saved file."""
    kept: Mapping[str, str]
    """What the page kept in the storage of its tab."""
    stores: Mapping[str, object]
    """What it kept anywhere else."""
    cookies: Sequence[object]
    addresses: Sequence[str]
    """Where the walk led, after the page it began at."""
    requests: Sequence[str]
    asked: Sequence[str]
    """Those of the requests that were made once the page was there."""
    complaints: Sequence[str]

    def resume(self, page: Page) -> None:
        """Put the answers into a page of the aid, as if its tab had been reloaded."""
        page.evaluate("(kept) => { Object.assign(sessionStorage, kept); }", dict(self.kept))
        page.reload()


def hand_over(browser: Browser, site: Site, slug: str, folder: Path) -> HandedOver:
    """Walk through an aid and save the answers in a folder."""
    # What a worker keeps are files of the site: `test_offline.py` looks at them.
    context = browser.new_context(viewport=PHONE)
    context.add_init_script(NO_WORKERS)
    seen = Visit(context.new_page())
    seen.page.goto(site.aid_address(slug))
    before, addresses = len(seen.requests), []
    seen.page.on("framenavigated", lambda frame: addresses.append(frame.url))
    walk = Walk(seen.page, Answers(site.aids[slug]))
    walk.to_summary()
    handed = HandedOver(
        answers=walk.answers,
        summary=words_of(seen.page.locator("#summary")),
        file=walk.save(folder),
        kept=seen.page.evaluate("() => ({ ...sessionStorage })"),
        stores=seen.page.evaluate(STORES),
        cookies=context.cookies(),
        addresses=addresses,
        requests=seen.requests,
        asked=seen.requests[before:],
        complaints=seen.complaints,
    )
    context.close()
    return handed


@pytest.fixture(scope="session")
def handed_over(
    chromium: Browser, site: Site, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], HandedOver]:
    """Give the walk through an aid; it is made once."""
    made: dict[str, HandedOver] = {}

    def give(slug: str) -> HandedOver:
        if slug not in made:
            made[slug] = hand_over(chromium, site, slug, tmp_path_factory.mktemp("handed-over"))
        return made[slug]

    return give
