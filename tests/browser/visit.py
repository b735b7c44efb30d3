"""A page that is being looked at, with all that it asked for and complained of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from time import monotonic

from playwright.sync_api import ConsoleMessage, Error, Page, Request
from pypdf import PageObject, PdfReader
from pypdf.generic import NameObject, StreamObject

NO_WORKERS = "delete Navigator.prototype.serviceWorker;"
"""Run before a page: it is as in a browser that has no workers, so nothing is kept on the device."""
AXE = Path(__file__).resolve().parents[2] / "src/decisionaid/theme/node_modules/axe-core/axe.min.js"

# All of WCAG 2.0 to 2.2, A and AA, and best practice; axe leaves the size of targets out by itself.
AXE_RUN = """async ([within, only, without]) => {
  // Of what is right, nothing has to be told: to name each element of it takes as long as to look.
  const options = { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } };
  if (only.length) options.runOnly = only;
  // Of what is hidden no rule has anything to say, and to find that out takes as long as the rest.
  const context = { include: [[within]], exclude: [["[hidden]"], ...without.map((one) => [one])] };
  return (await axe.run(context, options)).violations;
}"""

MOST_SECONDS = 10
"""Until what is expected has come: a machine may be busy."""

COLOUR_RULES = ("color-contrast", "link-in-text-block")

# Lines of a printed page that draw shapes: thousands for each drawing of people, none says a word.
SHAPES = re.compile(rb"^(?:[-\d. ]+ (?:m|l|c|v|y|re)|h|f\*?|S|s|n|W\*? n)\n", re.MULTILINE)
COLOURS = re.compile(rb"^(?:[-\d. ]+ RG [-\d. ]+ rg|/G\d+ gs)\n", re.MULTILINE)
# Between two letters of one line, each of which is drawn by itself.
BETWEEN = re.compile(rb"> Tj\n[\d.]+ 0 Td <")


@dataclass
class Visit:
    """One page in a browser window of its own, with storage of its own."""

    page: Page
    requests: list[str] = field(default_factory=list)
    """Every address asked for, in order; `data:` and `blob:` too."""
    complaints: list[str] = field(default_factory=list)
    """Errors and warnings: of scripts, of loading, and each violation of the security policy."""

    def __post_init__(self) -> None:
        """Listen from before the first request."""
        self.page.on("request", self._note_request)
        self.page.on("console", self._note_console)
        self.page.on("pageerror", self._note_error)

    def _note_request(self, request: Request) -> None:
        self.requests.append(request.url)

    def _note_console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(f"{message.type}: {message.text}")

    def _note_error(self, error: Error) -> None:
        self.complaints.append(f"exception: {error.message}")

    def strangers(self, origin: str) -> Sequence[str]:
        """Return requests that went anywhere but to this address or to the page itself."""
        ours = (origin, "data:", "blob:")
        return [url for url in self.requests if not url.startswith(ours)]

    def axe_faults(
        self, within: str = "html", only: Sequence[str] = (), *, without: str = ""
    ) -> Sequence[str]:
        """Return what axe finds on the page, or in a part of it, as it is now: one line for each element.

        ``only`` names rules: those of colours, for a page that differs from one seen before in nothing else.
        ``without`` is what is left out.
        """
        # Given through the debugger: the page's own policy does not allow a foreign script.
        if self.page.evaluate("() => typeof axe") == "undefined":
            self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate(AXE_RUN, [within, list(only), [without] if without else []])
        return [
            f"{fault['id']} ({fault['impact']}): {node['target']}: {node['html']}"
            for fault in found
            for node in fault["nodes"]
        ]

    def printed(self) -> Sequence[str]:
        """Return the words of each page of A4 that the page is printed on, with single spaces."""
        return words_of(sheets_of(self))

    def printed_text(self) -> str:
        """Return the words of the page as printed, all pages."""
        return " ".join(self.printed())

    def overflow(self) -> int:
        """Return how many CSS pixels the page is wider than its window: 0 is right."""
        width: int = self.page.evaluate(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        return max(width, 0)


def comes_to(page: Page, script: str, expected: object) -> None:
    """Wait until a script gives what is expected: what a press or a file leads to comes a moment later.

    The script may be asynchronous: `page.wait_for_function` takes the promise of one for a yes.
    """
    late = monotonic() + MOST_SECONDS
    while (found := page.evaluate(script)) != expected and monotonic() < late:
        page.wait_for_timeout(50)
    assert found == expected, found


def sheets_of(seen: Visit) -> PdfReader:
    """Print a page on A4."""
    return PdfReader(BytesIO(seen.page.pdf(format="A4", prefer_css_page_size=True)))


UNFOLD = "() => document.querySelectorAll('.sheet details').forEach((one) => { one.open = true; })"
"""Opens all that is folded on the clinician's sheet."""


def words_of(sheets: PdfReader) -> Sequence[str]:
    """Return the words of each sheet, with single spaces."""
    return [" ".join(without_shapes(page).extract_text().split()) for page in sheets.pages]


def without_shapes(page: PageObject) -> PageObject:
    """Take the shapes out of a printed page and put its letters together: it is read many times as fast."""
    contents = page.get_contents()
    if contents is not None:
        words = StreamObject()
        bare = COLOURS.sub(b"", SHAPES.sub(b"", contents.get_data()))
        words.set_data(BETWEEN.sub(b"", bare))
        page[NameObject("/Contents")] = words
    return page
