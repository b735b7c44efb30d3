"""Measure how soon an aid page is ready in Chromium, beside the same words as bare HTML."""

import statistics
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from markdown_it import MarkdownIt
from playwright.sync_api import Browser, sync_playwright

from bench.material import as_plain_markdown
from tests.browser.chromium import find_chromium, launch
from tests.browser.folder import folder_served

RUNS = 7
SLOWER = 4  # a cheap phone, about
READY = "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"


@dataclass(frozen=True)
class Readiness:
    """Medians over seven visits, with the processor slowed down four times."""

    ready_ms: float
    """From the start of the visit until all deferred scripts have run."""
    task_ms: float
    """All work of the page's main thread, layout and painting included."""
    elements: int


def compare(site: Path, page: Path, source: str) -> tuple[Readiness, Readiness]:
    """Return how soon the built page is ready, and its words as bare HTML."""
    bare = MarkdownIt("commonmark").enable("table").render(as_plain_markdown(source))
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        (folder / "index.html").write_text(
            f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Bare</title>{bare}',
            encoding="utf-8",
        )
        playwright = stack.enter_context(sync_playwright())
        path = find_chromium(playwright)
        if path is None:
            message = "there is no browser: run `make browser`"
            raise FileNotFoundError(message)
        browser = launch(playwright, path)
        stack.callback(browser.close)
        ours = stack.enter_context(folder_served(site))
        theirs = stack.enter_context(folder_served(folder))
        return (
            visit_often(browser, ours + page.relative_to(site).as_posix()),
            visit_often(browser, theirs),
        )


def visit_often(browser: Browser, address: str) -> Readiness:
    """Visit an address some times, each in a window of its own; return medians."""
    seen = [visit(browser, address) for _ in range(RUNS)]
    return Readiness(
        statistics.median(one.ready_ms for one in seen),
        statistics.median(one.task_ms for one in seen),
        seen[0].elements,
    )


def visit(browser: Browser, address: str) -> Readiness:
    """Visit an address once."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    debugger = context.new_cdp_session(page)
    debugger.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    debugger.send("Performance.enable")
    page.goto(address, wait_until="load")
    ready = float(page.evaluate(READY))
    metrics = debugger.send("Performance.getMetrics")["metrics"]
    task = next(metric["value"] for metric in metrics if metric["name"] == "TaskDuration")
    elements = int(page.evaluate("document.querySelectorAll('*').length"))
    context.close()
    return Readiness(ready, task * 1000, elements)
