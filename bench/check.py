"""Measure what a check of many aids costs: without a cache, with a cold one, and with a warm one.

Run by hand: ``python -m bench.check``. Each check is a process of its own, with a cache of its own.
"""

import json
import math
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import rich_click as click
from rich.console import Console
from rich.table import Table

from bench.generate import slug
from bench.measure import run
from bench.run import generated

SIZES = (50, 200, 1000)
DAY = "2026-11-22"


@dataclass(frozen=True)
class Checks:
    """What checks of so many aids cost, in seconds of processor time."""

    aids: int
    none: float
    """Without a cache."""
    cold: float
    """With an empty cache."""
    warm: float
    """The same once more."""
    one_saved: float
    """The same, after one of the aids was saved with a change."""
    start: float
    """Of a warm check, what is paid once: Python, and the command line."""
    loading: float
    """Of a cold check, what is paid once: Python, and the compiler."""


@click.command(epilog="Example: python -m bench.check --size 50 --size 200 --json > check.json")
@click.option("--size", "sizes", type=click.IntRange(1), multiple=True, default=SIZES,
              show_default=True, help="How many aids to check; give it again for more sizes.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print JSON in place of a table.")
def main(sizes: Sequence[int], *, as_json: bool) -> None:
    """Check generated aids and say what that costs, cold and warm."""
    found = [measure(size) for size in sorted(set(sizes))]
    if as_json:
        data = {"checks": [asdict(each) for each in found], "summary": summary(found)}
        json.dump(data, sys.stdout, indent=2)
        sys.stdout.write("\n")
        return
    console = Console()
    console.print(table(found))
    for name, value in summary(found).items():
        console.print(f"{name}: {value:.2f}")


def measure(size: int) -> Checks:
    """Check so many aids without a cache, cold, warm, and after one was saved."""
    with generated(size) as folder, cache_in(folder / "cache"):
        none, cold, warm = check(folder, "--no-cache"), check(folder), check(folder)
        one = folder / "aids" / slug(1) / "index.md"
        one.write_text(one.read_text("utf-8").replace("Nobody", "No one"), "utf-8")
        one_saved = check(folder)
        start = run((sys.executable, "-m", "decisionaid", "--version"), folder).cpu_seconds
        load = (sys.executable, "-c", "import decisionaid.disk.aid_folder")
        return Checks(size, none, cold, warm, one_saved, start, run(load, folder).cpu_seconds)


def check(folder: Path, *options: str) -> float:
    """Check all aids in a folder; return seconds of processor time."""
    command = (sys.executable, "-m", "decisionaid", "check", "--today", DAY, *options)
    return run(command, folder).cpu_seconds


@contextmanager
def cache_in(folder: Path) -> Iterator[None]:
    """Keep the cache in a folder while the block runs."""
    before = os.environ.get("XDG_CACHE_HOME")
    os.environ["XDG_CACHE_HOME"] = str(folder)
    try:
        yield
    finally:
        if before is None:
            del os.environ["XDG_CACHE_HOME"]
        else:
            os.environ["XDG_CACHE_HOME"] = before


def summary(found: Sequence[Checks]) -> dict[str, float]:
    """Return the ratios, which travel better than seconds, and the exponents of growth."""
    ratios: dict[str, float] = {}
    for each in found:
        ratios[f"cold to warm, {each.aids:,} aids"] = each.cold / each.warm
        ratios[f"cold to no cache, {each.aids:,} aids"] = each.cold / each.none
        ratios[f"cold to one saved, {each.aids:,} aids"] = each.cold / each.one_saved
    first, last = found[0], found[-1]
    if last.aids > first.aids:
        times = math.log(last.aids / first.aids)
        for name, once in (("cold", "loading"), ("warm", "start")):
            work = [getattr(each, name) - getattr(each, once) for each in (first, last)]
            ratios[f"exponent of growth, {name}"] = math.log(work[1] / work[0]) / times
    return ratios


def table(found: Sequence[Checks]) -> Table:
    """Return the costs as a table."""
    made = Table(title="decisionaid check, CPU seconds", title_justify="left")
    for heading in ("aids", "no cache", "cold", "warm", "one saved", "start", "loading"):
        made.add_column(heading, justify="right")
    for each in found:
        seconds = (each.none, each.cold, each.warm, each.one_saved, each.start, each.loading)
        made.add_row(f"{each.aids:,}", *(f"{value:.2f}" for value in seconds))
    return made


if __name__ == "__main__":
    main()
