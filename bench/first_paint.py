"""Measure when a page is first painted and when it is ready, on a slow phone with a slow network.

Run by hand: ``python -m bench.first_paint``. Each page is held against the same page bare
(``bench.browser.as_bare``), in one run: visits to both alternate, so that whatever else the machine
does, it does to both. Files are compressed as a host does, since bytes are time here.
"""

import gzip
import json
import statistics
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from http.server import ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any, BinaryIO

import rich_click as click
from playwright.sync_api import Browser
from rich.console import Console
from rich.table import Table

from bench.browser import SLOWER, as_bare
from bench.built import built
from bench.weigh import LEVEL
from tests.browser.chromium import chromium
from tests.browser.folder import TYPES, FolderHandler

LATENCY_MS = 562.5
BYTES_PER_SECOND = 1_440_000 // 8
"""Slow 4G, as the developer tools of browsers have it."""

BARE = "bare-"
"""What begins the name of the bare copy of a page."""

SEEN = """async () => {
  const painted = () => performance.getEntriesByName("first-contentful-paint")[0];
  while (!painted()) await new Promise((resolve) => setTimeout(resolve, 50));
  const [page] = performance.getEntriesByType("navigation");
  const loaded = [page, ...performance.getEntriesByType("resource")];
  return {
    paint_ms: painted().startTime,
    ready_ms: page.domContentLoadedEventEnd,
    bytes: loaded.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    requests: loaded.filter(({ name }) => !name.startsWith("data:")).length,
    jump: window.jumped,
  };
}"""
JUMPS = """
window.jumped = 0;
new PerformanceObserver((list) => {
  for (const { value } of list.getEntries()) window.jumped += value;
}).observe({ type: "layout-shift", buffered: true });
"""


@dataclass(frozen=True)
class Visit:
    """What a visit showed, on a slow phone with a slow network."""

    paint_ms: float
    """From the start of the visit until the first words are on the screen."""
    ready_ms: float
    """Until all scripts have run that the page waits for: from now on it keeps what is answered."""
    bytes: float
    """All that was transferred, compressed."""
    requests: float
    jump: float
    """How far what was painted moved afterwards, as browsers count it; 0 is not at all."""


@dataclass(frozen=True)
class Compared:
    """A page beside the same page bare; medians."""

    ours: Visit
    bare: Visit

    @property
    def paint(self) -> float:
        """How many times later than bare it is painted."""
        return self.ours.paint_ms / self.bare.paint_ms

    @property
    def ready(self) -> float:
        """How many times later than bare it is ready."""
        return self.ours.ready_ms / self.bare.ready_ms


@click.command(epilog="Example: python -m bench.first_paint --site build/site --runs 9")
@click.argument("pages", nargs=-1)
@click.option("--site", type=click.Path(exists=True, file_okay=False, path_type=Path),
              help="A built site. Without it, the aids of this project are built.")  # fmt: skip
@click.option("--runs", type=click.IntRange(1), default=7, show_default=True,
              help="How many visits to each page.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print JSON in place of a table.")
def main(pages: Sequence[str], site: Path | None, runs: int, *, as_json: bool) -> None:
    """Visit PAGES, such as aids/knee-osteoarthritis/index.html, and the same pages bare.

    Without PAGES: the page of each aid, the other pages of one aid, and those of the site.
    """
    with ExitStack() as stack:
        site = stack.enter_context(built(site))
        found = compare(site, pages or list(kinds(site)), runs)
    if as_json:
        json.dump({name: asdict(each) for name, each in found.items()}, sys.stdout, indent=2)
        sys.stdout.write("\n")
    else:
        Console(width=120).print(table(found))


def kinds(site: Path) -> Iterator[str]:
    """Yield the pages that are measured when none is named."""
    aids = sorted(site.glob("aids/*/index.html"))
    yield from (each.relative_to(site).as_posix() for each in aids)
    for name in ("large-print", "grid", "evidence", "quality"):
        yield aids[-1].with_name(f"{name}.html").relative_to(site).as_posix()
    yield from ("index.html", "clinician/index.html", "plan/prepare/index.html")


def compare(site: Path, pages: Sequence[str], runs: int) -> dict[str, Compared]:
    """Return each page beside itself bare; medians of alternate visits, after one to warm up."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory())) / "site"
        copytree(site, folder)
        browser = stack.enter_context(chromium())
        base = stack.enter_context(served_compressed(folder))
        return {name: compare_one(browser, base, folder / name, folder, runs) for name in pages}


def compare_one(browser: Browser, base: str, page: Path, folder: Path, runs: int) -> Compared:
    """Visit one page and its bare copy, by turns."""
    bare = page.with_name(BARE + page.name)
    bare.write_text(as_bare(page.read_text(encoding="utf-8")), encoding="utf-8")
    addresses = [base + each.relative_to(folder).as_posix() for each in (page, bare)]
    seen = [[visit(browser, address) for address in addresses] for _ in range(runs + 1)][1:]
    ours, theirs = zip(*seen, strict=True)
    return Compared(medians(ours), medians(theirs))


def medians(seen: Sequence[Visit]) -> Visit:
    """Return the middle of each measure over some visits to one page."""
    rows = [asdict(each) for each in seen]
    return Visit(**{name: statistics.median(row[name] for row in rows) for name in rows[0]})


def visit(browser: Browser, address: str) -> Visit:
    """Visit an address once, with nothing kept from an earlier visit."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    try:
        page = context.new_page()
        page.add_init_script(JUMPS)
        debugger = context.new_cdp_session(page)
        debugger.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        debugger.send("Network.enable")
        speed = {"downloadThroughput": BYTES_PER_SECOND, "uploadThroughput": BYTES_PER_SECOND}
        debugger.send(
            "Network.emulateNetworkConditions", {"offline": False, "latency": LATENCY_MS, **speed}
        )
        page.goto(address, wait_until="load")
        return Visit(**page.evaluate(SEEN))
    finally:
        context.close()


class CompressedHandler(FolderHandler):
    """Serve files as a host does that has compressed them once."""

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Answer with the compressed bytes of a file that is text."""
        path = Path(self.translate_path(self.path))
        kind = TYPES.get(path.suffix, "")
        if not path.is_file() or not kind.endswith(("utf-8", "json")):
            return super().send_head()
        data = gzip.compress(path.read_bytes(), LEVEL, mtime=0)
        self.send_response(200)
        headers = {"Content-Type": kind, "Content-Encoding": "gzip", "Content-Length": len(data)}
        for name, value in headers.items():
            self.send_header(name, str(value))
        self.end_headers()
        return BytesIO(data)


@contextmanager
def served_compressed(folder: Path) -> Iterator[str]:
    """Serve a folder while the block runs; give the address, which ends in a slash."""
    handler: Any = partial(CompressedHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


def table(found: dict[str, Compared]) -> Table:
    """Return pages as a table."""
    made = Table(
        title="Processor slowed four times, slow 4G: medians, and times bare HTML",
        title_justify="left",
    )
    made.add_column("page", overflow="fold")
    for heading in (
        "paint ms",
        "bare",
        "x",
        "ready ms",
        "bare",
        "x",
        "kB",
        "bare",
        "files",
        "jump",
    ):
        made.add_column(heading, justify="right")
    for name, each in found.items():
        ours, bare = each.ours, each.bare
        made.add_row(
            name.removeprefix("aids/"),
            f"{ours.paint_ms:.0f}", f"{bare.paint_ms:.0f}", f"{each.paint:.2f}",
            f"{ours.ready_ms:.0f}", f"{bare.ready_ms:.0f}", f"{each.ready:.2f}",
            f"{ours.bytes / 1000:.1f}", f"{bare.bytes / 1000:.1f}",
            f"{ours.requests:.0f}", f"{ours.jump:.3f}",
        )  # fmt: skip
    return made


if __name__ == "__main__":
    main()
