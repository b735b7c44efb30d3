"""Measure how much work, memory and weight a site of generated aids costs.

Run by hand: ``make bench``, or ``python -m bench.run --help``.
"""

import json
import math
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import rich_click as click
from rich.console import Console
from rich.table import Table

from bench import browser, material
from bench.generate import slug, write_aids
from bench.measure import Cost, run
from bench.weigh import Weight, weigh

SIZES = (50, 200, 1000)
KB = 1000


@dataclass(frozen=True)
class Build:
    """What one build cost."""

    aids: int
    pages: int
    cpu_seconds: float
    """All of it: Python's start, imports, build."""
    start_seconds: float
    """Of it, what is paid once before the build starts; 0 when not known."""
    peak_mib: float

    @property
    def cpu_ms_per_aid(self) -> float:
        """CPU of the build alone for each aid, in milliseconds."""
        return (self.cpu_seconds - self.start_seconds) * 1000 / self.aids

    @property
    def cpu_ms_per_page(self) -> float:
        """CPU of the build alone for each HTML page, in milliseconds."""
        return (self.cpu_seconds - self.start_seconds) * 1000 / self.pages


@dataclass(frozen=True)
class Report:
    """All that was measured."""

    ours: Sequence[Build]
    material: Sequence[Build]
    weights: dict[str, Weight]
    readiness: dict[str, browser.Readiness]


@click.command(
    epilog="Example: python -m bench.run --size 50 --size 200 --browser --json > bench.json"
)
@click.option("--size", "sizes", type=click.IntRange(1), multiple=True, default=SIZES,
              show_default=True, help="How many aids to build; give it again for more sizes.")  # fmt: skip
@click.option("--material-up-to", type=click.IntRange(0), default=1000, show_default=True,
              help="Largest size that MkDocs with Material builds too; 0 leaves it out.")  # fmt: skip
@click.option("--browser", "in_browser", is_flag=True, help="Also measure a page in Chromium.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON in place of tables.")
def main(sizes: Sequence[int], material_up_to: int, *, in_browser: bool, as_json: bool) -> None:
    """Build generated aids and say what that costs, beside MkDocs with Material.

    Each build runs in a process of its own.
    Seconds and megabytes belong to this machine; ratios travel better.
    """
    report = measure_all(sorted(set(sizes)), material_up_to, in_browser=in_browser)
    if as_json:
        json.dump(asdict(report) | {"summary": summary(report)}, sys.stdout, indent=2)
        sys.stdout.write("\n")
    else:
        show(report, Console())


def measure_all(sizes: Sequence[int], material_up_to: int, *, in_browser: bool) -> Report:
    """Build every size with us, the smaller ones with Material too, and weigh pages."""
    ours, theirs = [], []
    weights: dict[str, Weight] = {}
    readiness: dict[str, browser.Readiness] = {}
    # Smallest first: the pages of the smallest site are weighed.
    for size in sizes:
        with generated(size) as folder:
            site = folder / "out"
            ours.append(build_ours(folder / "aids", site, size))
            if size <= material_up_to:
                theirs.append(build_material(folder / "aids", folder / "material", size))
            if size == sizes[0]:
                weights = weigh_pages(site, folder / "material" / "site")
                if in_browser:
                    readiness = visit_pages(site)
    return Report(ours, theirs, weights, readiness)


@contextmanager
def generated(size: int) -> Iterator[Path]:
    """Give a folder that holds ``aids`` while the block runs."""
    with TemporaryDirectory(prefix="decisionaid-bench-") as name:
        folder = Path(name)
        write_aids(folder / "aids", size)
        yield folder


def build_ours(aids: Path, out: Path, size: int) -> Build:
    """Build the aids without MkDocs."""
    cost = run((sys.executable, "-m", "bench.build_once", aids, out), aids.parent)
    start = float(json.loads(cost.output.splitlines()[-1])["start_seconds"])
    return as_build(cost, out, size, start)


def build_material(aids: Path, folder: Path, size: int) -> Build:
    """Build the same text with MkDocs and Material."""
    material.write_pages(aids, folder)
    start = run((sys.executable, "-c", "import mkdocs.commands.build"), aids.parent)
    return as_build(material.build(folder), folder / "site", size, start.cpu_seconds)


def as_build(cost: Cost, out: Path, size: int, start: float) -> Build:
    """Put a cost beside the number of pages that were made."""
    pages = sum(1 for _ in out.rglob("*.html"))
    return Build(size, pages, cost.cpu_seconds, start, cost.peak_mib)


def weigh_pages(site: Path, theirs: Path) -> dict[str, Weight]:
    """Weigh one page of each kind."""
    pages = {
        "aid page": site / "aids" / slug(1) / "index.html",
        "evidence page": site / "aids" / slug(1) / "evidence.html",
        "home page": site / "index.html",
        "clinician's page": site / "clinician" / "index.html",
    }
    weights = {name: weigh(page, site) for name, page in pages.items()}
    if theirs.is_dir():
        weights["Material page"] = weigh(theirs / slug(1) / "index.html", theirs)
    return weights


def visit_pages(site: Path) -> dict[str, browser.Readiness]:
    """Visit one aid page, and the same page bare."""
    ours, bare = browser.compare(site, site / "aids" / slug(1) / "index.html")
    return {"aid page": ours, "same page bare": bare}


def summary(report: Report) -> dict[str, float]:
    """Return the growth, and ratios to Material: above 1, Material needs more."""
    found: dict[str, float] = {}
    first, last = report.ours[0], report.ours[-1]
    if last.aids > first.aids:
        found["exponent of growth"] = growth(first, last)
    for ours, theirs in zip(report.ours, report.material, strict=False):
        at = f"Material to us, {ours.aids:,} aids"
        found[f"{at}: CPU per aid"] = theirs.cpu_ms_per_aid / ours.cpu_ms_per_aid
        found[f"{at}: CPU per page"] = theirs.cpu_ms_per_page / ours.cpu_ms_per_page
        found[f"{at}: memory"] = theirs.peak_mib / ours.peak_mib
    if report.material:
        page, other = report.weights["aid page"], report.weights["Material page"]
        found["Material to us: bytes of a page, gzipped"] = other.gzipped / page.gzipped
        found["Material to us: bytes of a page"] = other.raw / page.raw
    return found


def growth(first: Build, last: Build) -> float:
    """Return the exponent with which CPU time grows: 1 is in step with the aids."""
    work = [build.cpu_seconds - build.start_seconds for build in (first, last)]
    return math.log(work[1] / work[0]) / math.log(last.aids / first.aids)


def show(report: Report, console: Console) -> None:
    """Print tables and the ratios."""
    console.print(build_table("Build of decisionaid, without MkDocs", report.ours))
    if report.material:
        console.print(build_table("MkDocs with Material and search, same text", report.material))
    console.print(weight_table(report.weights))
    if report.readiness:
        console.print(readiness_table(report.readiness))
    for name, value in summary(report).items():
        console.print(f"{name}: {value:.2f}")


def build_table(title: str, builds: Sequence[Build]) -> Table:
    """Return builds as a table."""
    table = Table(title=title, title_justify="left")
    for heading in ("aids", "pages", "CPU s", "of it start", "ms per aid", "ms per page", "MiB"):
        table.add_column(heading, justify="right")
    for build in builds:
        table.add_row(
            f"{build.aids:,}",
            f"{build.pages:,}",
            f"{build.cpu_seconds:.2f}",
            f"{build.start_seconds:.2f}",
            f"{build.cpu_ms_per_aid:.1f}",
            f"{build.cpu_ms_per_page:.1f}",
            f"{build.peak_mib:.0f}",
        )
    return table


def weight_table(weights: dict[str, Weight]) -> Table:
    """Return weights as a table."""
    table = Table(title="Weight of a page, with all that it loads", title_justify="left")
    table.add_column("page")
    for heading in ("files", "kB", "kB gzipped", "of it HTML"):
        table.add_column(heading, justify="right")
    for name, weight in weights.items():
        sizes = (weight.raw, weight.gzipped, weight.html_gzipped)
        table.add_row(name, str(weight.requests), *(f"{size / KB:.1f}" for size in sizes))
    return table


def readiness_table(readiness: dict[str, browser.Readiness]) -> Table:
    """Return visits as a table."""
    table = Table(title="Ready in Chromium, processor slowed four times", title_justify="left")
    table.add_column("page")
    for heading in ("ready ms", "work ms", "elements"):
        table.add_column(heading, justify="right")
    for name, one in readiness.items():
        table.add_row(name, f"{one.ready_ms:.0f}", f"{one.task_ms:.0f}", f"{one.elements:,}")
    return table


if __name__ == "__main__":
    main()
