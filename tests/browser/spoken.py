"""What a scripted screen reader says of a part of a page, phrase by phrase."""

import re
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Page, Route

READER = (
    Path(__file__).resolve().parents[2]
    / "src/decisionaid/theme/node_modules/@guidepup/virtual-screen-reader/lib/esm/index.browser.js"
)
ADDRESS = "/__screen-reader.js"

# Read on from the start of a part until the reader is back there. It goes through what is folded or
# hidden by style too: whoever listens must come upon each figure, and upon none twice.
READ = """async ([address, selector]) => {
  const { virtual } = await import(address);
  await virtual.start({ container: document.querySelector(selector) });
  const first = virtual.activeNode;
  do await virtual.next(); while (virtual.activeNode !== first);
  const said = await virtual.spokenPhraseLog();
  await virtual.stop();
  return said;
}"""

# Said at each paragraph and each end, and never a word of the page.
FRAME = re.compile(r"paragraph|end of .*|end, .*")


def spoken(page: Page, selector: str) -> Sequence[str]:
    """Return what is said of the element that matches; the page's context must bypass its policy."""
    page.route(f"**{ADDRESS}", _give_reader)
    said: list[str] = page.evaluate(READ, [ADDRESS, selector])
    page.unroute(f"**{ADDRESS}")
    # The last is the first once more, or its end.
    return [each for each in said[:-1] if not FRAME.fullmatch(each)]


def _give_reader(route: Route) -> None:
    route.fulfill(path=READER, content_type="text/javascript; charset=utf-8")
