"""Measure how soon an aid page is ready in Chromium, beside the same page without our work on it.

The bare page is the built page's own HTML: its headings, tables and forms, all of its words and
the policy in its head. Left out are the style, the scripts, the words that only scripts say, and
the drawings. So the two pages differ by what the theme adds, and by nothing that an aid needs.

A visit is ready in one of two ways: before the browser first painted, or after. Which of them
happens hangs on the machine, for the bare page too, so the medians of many visits are compared,
and the visits to both pages alternate: whatever else the machine does, it does to both.
"""

import re
import statistics
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser

from tests.browser.chromium import chromium
from tests.browser.folder import folder_served

RUNS = 15
SLOWER = 4  # a cheap phone, about
READY = "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"
BARE = "bare.html"

ADDED = re.compile(
    r'<(script|style)\b.*?</\1>|<link rel="stylesheet"[^>]*>|</?(?:svg|defs|marker|path|line)\b[^>]*>',
    re.DOTALL,
)


@dataclass(frozen=True)
class Readiness:
    """What a visit took, with the processor slowed down four times."""

    ready_ms: float
    """From the start of the visit until all scripts that it waits for have run."""
    task_ms: float
    """Processor time of the page's main thread until it was loaded, layout and painting included."""
    elements: int


def as_bare(html: str) -> str:
    """Return a built page without its style, its scripts and its drawings."""
    return ADDED.sub("", html)


def compare(site: Path, page: Path) -> tuple[Readiness, Readiness]:
    """Return how soon the built page is ready, and the same page bare; medians of alternate visits."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory())) / "site"
        copytree(site, folder)
        copy = folder / page.relative_to(site)
        bare = copy.with_name(BARE)
        bare.write_text(as_bare(copy.read_text(encoding="utf-8")), encoding="utf-8")
        browser = stack.enter_context(chromium())
        base = stack.enter_context(folder_served(folder))
        addresses = [base + each.relative_to(folder).as_posix() for each in (copy, bare)]
        ours, theirs = zip(
            *([visit(browser, address) for address in addresses] for _ in range(RUNS)), strict=True
        )
        return medians(ours), medians(theirs)


def medians(seen: tuple[Readiness, ...]) -> Readiness:
    """Return the middle of each measure over some visits to one page."""
    return Readiness(
        statistics.median(one.ready_ms for one in seen),
        statistics.median(one.task_ms for one in seen),
        seen[0].elements,
    )


def visit(browser: Browser, address: str) -> Readiness:
    """Visit an address once, in a window of its own."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    debugger = context.new_cdp_session(page)
    debugger.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    debugger.send("Performance.setTimeDomain", {"timeDomain": "threadTicks"})
    debugger.send("Performance.enable")
    page.goto(address, wait_until="load")
    ready = float(page.evaluate(READY))
    metrics = debugger.send("Performance.getMetrics")["metrics"]
    task = next(metric["value"] for metric in metrics if metric["name"] == "TaskDuration")
    elements = int(page.evaluate("document.querySelectorAll('*').length"))
    context.close()
    return Readiness(ready, task * 1000, elements)
