"""Measure how long ``decisionaid serve`` takes from a saved file to its page, with one aid among many.

Run by hand: ``python -m bench.save_to_screen``. It is the time until a browser has been told of the
change and has the new page; with ``--browser`` until a real one shows it in the workbench. Then it
says how much of a processor is taken while nobody saves anything.
"""

import http.client
import statistics
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import rich_click as click

from bench.generate import slug, write_aids
from decisionaid.disk.aid_folder import AidFiles
from decisionaid.serve import Server
from decisionaid.serve.preview import Preview


@click.command()
@click.option("--aids", default=200, show_default=True, help="How many aids the site has.")
@click.option("--saves", default=20, show_default=True, help="How often a file is saved.")
@click.option("--idle", default=10, show_default=True, help="Seconds in which nothing is saved.")
@click.option("--browser", "in_browser", is_flag=True, help="Until a real browser shows it.")
def main(aids: int, saves: int, idle: int, *, in_browser: bool) -> None:
    """Say how long it takes from a saved file to its page."""
    with TemporaryDirectory(prefix="decisionaid-bench-") as name:
        project = Path(name)
        write_aids(project / "aids", aids)
        with served(project) as address:
            looking = shown_in_browser if in_browser else shown
            with looking(address, slug(1)) as wait_for:
                times = [one_save(project, number, wait_for) for number in range(saves)]
            share = share_taken(idle)
    times.sort()
    said = f"median {statistics.median(times):.2f} s, longest {times[-1]:.2f} s"
    click.echo(f"one of {aids} aids, {saves} saves, until it is on the screen: {said}")
    click.echo(f"while nothing is saved: {share:.1%} of a processor")


def share_taken(seconds: int) -> float:
    """Wait; return the share of one processor that this process took meanwhile."""
    start, before = time.perf_counter(), time.process_time()
    time.sleep(seconds)
    return (time.process_time() - before) / (time.perf_counter() - start)


def one_save(project: Path, number: int, wait_for: Callable[[str], None]) -> float:
    """Save an aid with another title; return the seconds until that title is there."""
    time.sleep(0.1 + number % 7 * 0.05)  # not in step with the look at the files
    path = project / "aids" / slug(1) / "index.md"
    lines = path.read_text(encoding="utf-8").splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("# "))
    lines[at] = f"# Title number {number}"
    start = time.perf_counter()
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    wait_for(f"Title number {number}")
    return time.perf_counter() - start


@contextmanager
def served(project: Path) -> Iterator[tuple[str, int]]:
    """Serve a project once every aid of it has been read."""
    ready, stop = threading.Event(), threading.Event()

    def told(aids: list[AidFiles], *, first: bool) -> None:
        del aids
        if first:
            ready.set()

    with Server(Preview(project, project / "handbook"), 0) as server:
        for target in (server.serve_forever, lambda: server.watch(told, stop)):
            threading.Thread(target=target, daemon=True).start()
        ready.wait()
        yield "127.0.0.1", server.server_address[1]
        stop.set()
        server.changes.close()
        server.shutdown()


@contextmanager
def shown(address: tuple[str, int], aid: str) -> Iterator[Callable[[str], None]]:
    """Give what waits until a browser was told, asked for the page, and has these words."""
    with closing(http.client.HTTPConnection(*address)) as stream:
        stream.request("GET", "/__changes")
        events = stream.getresponse()
        changes = (line for line in iter(events.readline, b"") if line.startswith(b"data:"))
        next(changes)  # the state at first

        def wait_for(words: str) -> None:
            for _change in changes:
                with closing(http.client.HTTPConnection(*address)) as asking:
                    asking.request("GET", f"/aids/{aid}/")
                    if words.encode() in asking.getresponse().read():
                        return

        yield wait_for


@contextmanager
def shown_in_browser(address: tuple[str, int], aid: str) -> Iterator[Callable[[str], None]]:
    """Give what waits until the workbench in Chromium shows these words as the page's heading."""
    from tests.browser.chromium import chromium  # noqa: PLC0415

    with chromium() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(f"http://{address[0]}:{address[1]}/__workbench/{aid}/")
        heading = page.frame_locator("iframe").locator("h1").first

        def wait_for(words: str) -> None:
            heading.filter(has_text=words).wait_for()

        yield wait_for


if __name__ == "__main__":
    main()
